#ifndef BASE_STR_H
#define BASE_STR_H

#include <stddef.h>

struct arena;

/*
 * A text that grows at its end, in an arena. `text` is NUL-terminated from
 * the first put on and moves as it grows.
 */
struct str {
	struct arena *arena;
	char *text;
	size_t length, space;
};

void str_init(struct str *s, struct arena *arena);
void str_put(struct str *s, const char *text);
void str_put_bytes(struct str *s, const char *bytes, size_t count);

#endif
