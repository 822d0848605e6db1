#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Memory by lifetime. Everything allocated from an arena lives until the
 * arena is reset or done; nothing is freed one by one. Out of memory ends
 * the program (see bug.h), so no function here returns NULL.
 */
struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
	size_t block_size;	    /* 0: the default, 16 KiB */
};

void arena_init(struct arena *a);

/* Free all memory. Accepts a zeroed arena. */
void arena_done(struct arena *a);

/* Forget all allocations but keep one block for reuse. */
void arena_reset(struct arena *a);

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *a, size_t size);

/* `count` zeroed elements of `size` bytes; an overflow is a bug. */
void *arena_array(struct arena *a, size_t count, size_t size);

/* A block of `new_size` bytes that begins with the `old_size` bytes of
 * `old` (or as many of them as fit), the rest zeroed; grows in place where
 * `old` was the newest allocation, and never shrinks. */
void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size);

/* The same, but what is behind the `old_size` bytes is not set: for a long text
 * that is written there next. */
void *arena_widen(struct arena *a, void *old, size_t old_size, size_t new_size);

char *arena_strdup(struct arena *a, const char *text);
char *arena_strndup(struct arena *a, const char *text, size_t bytes);

char *arena_printf(struct arena *a, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))

#endif
