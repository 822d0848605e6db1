#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

/*
 * What the targets share. A target is one file with this one function: it
 * puts any bytes into a part of the program and insists on what the part
 * promises. libFuzzer calls it with bytes it makes up, replay.c with those of
 * files.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold whatever the input. The program ends where it does not. */
#define PROMISE(condition) \
	((condition) ? (void)0 : fuzz_broken(#condition, __FILE__, __LINE__))

_Noreturn static inline void fuzz_broken(const char *what, const char *file, int line)
{
	fprintf(stderr, "%s:%d: a promise is broken: %s\n", file, line, what);
	abort();
}

/* The input as a text; what is behind a NUL is not seen. */
static inline char *fuzz_text(struct arena *arena, const uint8_t *data, size_t size)
{
	return arena_strndup(arena, size ? (const char *)data : "", size);
}

#endif
