#ifndef DOMAIN_DIVISION_WORK_H
#define DOMAIN_DIVISION_WORK_H

#include "domain/division.h"

/*
 * What the files of the division share: people as small numbers, so that the
 * search compares no texts.
 */
struct work {
	struct division_person *people;
	size_t count;
	const struct division_rules *rules;
	int *unit, *sex, *grade;
	int unit_count;
	double pre_mean;
	int *sizes;
	int *in_unit; /* groups × units */
};

void work_prepare(struct work *w, struct arena *arena);
struct division_balance work_balance(const struct work *w, struct arena *scratch);

/* One number to make small: broken rules first, then evenness. */
double work_cost(const struct work *w, struct arena *scratch);

/* Findings and the balance as it is now. */
void work_judge(struct work *w, struct arena *arena, struct division_result *r);

/* A number below `most` out of the state of a generator. */
size_t random_below(uint64_t *state, size_t most);
void random_order(size_t *order, size_t count, uint64_t *state);

/* Place people who have no group and move as few others as sizes that
 * differ by one at most need; never who is locked. */
void keep_run(struct work *w, uint64_t *state, struct arena *arena);

/* The pairs and least numbers as text for the file, by keys of persons. */
const char *rules_to_text(const struct division_plan *plan, struct arena *arena);
void rules_from_text(struct division_plan *plan, const char *text);

enum { TRIES_PER_PERSON = 400 };

#endif
