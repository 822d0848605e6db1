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
 * cancelled from any step before done. And the revisions of its design.
 */
bool programme_step_allowed(const char *from, const char *to);

/* Labels of the allowed next steps, "Planned, Cancelled"; "–" for none. */
const char *programme_next_steps(struct arena *arena, const char *from);

/* The codes of the allowed next steps, the one forward first, at most `most`;
 * returns how many. */
size_t programme_steps(const char *from, const char **codes, size_t most);

/* Participants who hold a place: neither declined, withdrawn nor waiting. */
int64_t programme_taken(struct db *db, int64_t programme);

/* Does this status of an enrolment hold a place? */
bool enrolment_holds_place(const char *status);

/* The newest revision of a design; 0 if there is none. */
bool revision_newest(struct db *db, int64_t design, int64_t *revision, struct err *err);

/* The revision whose objectives, planned sessions and questionnaires may be
 * changed for `programme`: its own where no other programme uses it, else a
 * copy with the next number and `reason`, to which the programme is then
 * pinned. Inside an action. */
bool revision_for_edit(struct db *db, int64_t programme, const char *reason,
		       int64_t *revision, struct err *err);

#endif
