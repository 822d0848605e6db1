#ifndef EXCHANGE_SEEN_H
#define EXCHANGE_SEEN_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* The records that lines of a file have named, to find doubled lines. */
struct seen {
	struct arena *arena;
	struct seen_line *slots;
	size_t count, space;
};

/* The line that named the record, or 0. */
size_t seen_line(const struct seen *seen, int64_t id);
void seen_add(struct seen *seen, int64_t id, size_t line);

#endif
