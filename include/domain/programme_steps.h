#ifndef DOMAIN_PROGRAMME_STEPS_H
#define DOMAIN_PROGRAMME_STEPS_H

#include <stdbool.h>
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

/* The code of the next step forward, or NULL at the end. */
const char *programme_step_forward(const char *from);

/* Participants who hold a place. */
bool programme_count_taken(struct db *db, int64_t programme, int64_t *taken,
			   struct err *err);
/* The same for checks: a failure counts as 0; the write that follows reports it. */
int64_t programme_taken(struct db *db, int64_t programme);

/* Does this status of an enrolment hold a place? Not: declined, withdrawn and
 * waiting. */
bool enrolment_holds_place(const char *status);

#endif
