#ifndef DOMAIN_PROGRAMME_STEPS_H
#define DOMAIN_PROGRAMME_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;

/*
 * The life of a programme: draft, planned, open, running, done, evaluated;
 * cancelled from any step before done.
 */
bool programme_step_allowed(const char *from, const char *to);

/* Labels of the allowed next steps, "Planned, Cancelled"; "–" for none. */
const char *programme_next_steps(struct arena *arena, const char *from);

/* The codes of the allowed next steps, the one forward first, at most `most`;
 * returns how many. */
size_t programme_steps(const char *from, const char **codes, size_t most);

/* Done, or evaluated after that; not: cancelled. */
bool programme_is_over(const char *status);

/* Participants who hold a place. */
bool programme_count_taken(struct db *db, int64_t programme, int64_t *taken,
			   struct err *err);
/* The same for checks: a failure counts as 0; whoever saves finds it (db_answered). */
int64_t programme_taken(struct db *db, int64_t programme);

/* Does this status of an enrolment hold a place? Not: declined, withdrawn and
 * waiting. */
bool enrolment_holds_place(const char *status);

#endif
