#ifndef DOMAIN_STEPS_H
#define DOMAIN_STEPS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct choice;

/*
 * The life of a record as a table of the steps from one status to another, which
 * ends with a row of NULLs; the forward ones stand first.
 */
struct step {
	const char *from, *to;
};

bool step_allowed(const struct step *table, const char *from, const char *to);

/* The codes that `from` leads to, at most `most`; returns how many. */
size_t steps_from(const struct step *table, const char *from, const char **codes,
		  size_t most);

/* Their labels, "Planned, Cancelled"; "–" for none. */
const char *step_labels(const struct step *table, const char *from,
			const struct choice *choices, struct arena *arena);

#endif
