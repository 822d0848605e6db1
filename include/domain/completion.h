#ifndef DOMAIN_COMPLETION_H
#define DOMAIN_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/eligibility.h"

struct arena;
struct db;
struct err;
struct settings;

/*
 * The end of a programme for each participant: the rule proposes, the
 * coordinator decides.
 *
 * Who completes is credited the JP of the programme, as its certificate says:
 * enrolment.jp stays empty and follows the programme. With the setting
 * credited_jp "attended" the JP attended are written there; what stands there
 * already is never overwritten.
 */
enum proposal { PROPOSE_NOTHING, PROPOSE_COMPLETE, PROPOSE_FAIL };

/* Only about who is still "accepted": completed where the rule is met, failed
 * where it cannot be met any more, else nothing yet. */
enum proposal completion_proposal(const struct eligibility *e);

/* ERR_CONFLICT, with what to do, unless the programme is running or done. */
/* How many were accepted and are not decided on yet. */
bool completion_undecided(struct db *db, int64_t programme, int64_t *count,
			  struct err *err);

bool completion_allowed(struct db *db, int64_t programme, struct err *err);

/* Accept the proposals about these enrolments of the programme, all of them
 * where `enrolments` is NULL, in one action. Nobody else is changed. Who failed
 * gets the sentence as the reason where none is written. */
struct completion_count {
	size_t completed, failed;
	size_t open; /* among those asked for and still accepted: nothing is proposed */
};
bool completion_accept(struct db *db, int64_t programme, const struct settings *settings,
		       const int64_t *enrolments, size_t count,
		       struct completion_count *done, struct err *err);

/* Set one participant "completed" or "failed" by hand, with a reason (kept
 * where `reason` is ""), in one action. */
struct completion_decision {
	int64_t enrolment;
	bool completed;
	const char *reason;
};
bool completion_decide(struct db *db, int64_t programme, const struct settings *settings,
		       const struct completion_decision *decision, struct err *err);

#endif
