#ifndef DOMAIN_TRAIL_H
#define DOMAIN_TRAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/kind.h"

struct arena;
struct db;
struct err;

/*
 * The why-trail: what a record rests on, and what follows from it. Most links
 * are the references of the field tables, so that a new kind is on the trail
 * by itself; one table in trail.c holds the rest, and those references that
 * are read the other way round.
 *
 * Kinds with private keys (feedback sheets and their answers) are never on
 * it: nothing leads from a person to a sheet, or back.
 */
struct trail_line {
	const struct kind *kind; /* NULL: a line of words alone */
	int64_t id;
	const char *label;
	bool why;     /* the record rests on it; else it follows from the record */
	size_t more;  /* how many others of this kind are not listed, on the last */
	int64_t link; /* which link it comes from, to ask for all of that one */
};

struct trail_request {
	const struct kind *kind;
	int64_t id;
	size_t most;   /* lines of one link */
	int64_t whole; /* the link that is shown in full, or 0 */
	long minimum;  /* sheets, below which their number is not told */
};

/* First what it rests on, the farthest first, then what follows from it. */
bool trail_of(struct db *db, const struct trail_request *request, struct arena *arena,
	      struct trail_line **out, size_t *count, struct err *err);

#endif
