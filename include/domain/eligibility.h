#ifndef DOMAIN_ELIGIBILITY_H
#define DOMAIN_ELIGIBILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/participant.h"

struct arena;
struct db;
struct err;
struct settings;

/*
 * Who may complete a programme, by the programme's own rule: a share of its
 * JP attended, a post-test, a project. JP and scores are hundredths, shares
 * hundredths of a percent; all comparisons are made in whole numbers, so that
 * exactly 80 % is 80 %.
 *
 * The share is of the JP of all sessions of the programme. A session that is
 * not marked for somebody can still be attended.
 */
struct eligibility_rule {
	int64_t programme;
	int64_t attendance; /* hundredths of a percent; 0: does not matter */
	int64_t post;	    /* NUMBER_NONE: does not matter */
	bool project;
	int64_t sessions, total; /* how many, and their JP */
};

/* The rule of a programme; what it leaves open is said by the setting
 * completion_attendance. ERR_NOT_FOUND where there is no such programme. */
bool eligibility_rule_of(struct db *db, int64_t programme,
			 const struct settings *settings, struct eligibility_rule *out,
			 struct err *err);

/* A project went as planned where every milestone of the short term has the
 * verdict "as planned" or "above", or where it has none of the short term and
 * its status is "done" or "adopted". A project that was dropped does not
 * count; of several projects of the group the best one does. It is below plan
 * where a milestone of the short term has that verdict. */
enum project_state { PROJECT_BELOW, PROJECT_OPEN, PROJECT_MET };

/* "Not yet" can still be reached, "never" cannot: too much was missed, the
 * post-test was too low, or the project stayed below plan. */
enum eligible { ELIGIBLE_NEVER, ELIGIBLE_NOT_YET, ELIGIBLE_YES };

struct eligibility {
	int64_t enrolment, person;
	const char *nip, *name;
	const char *status; /* code of the enrolment */
	const char *reason; /* of the enrolment */
	int64_t counts[ATTENDANCE_STATES];
	int64_t unmarked;	    /* sessions */
	int64_t recorded, attended; /* JP */
	int64_t post;		    /* NUMBER_NONE where missing */
	enum project_state project;
	enum eligible verdict;
};

/* Everybody in the programme but those on the waiting list or declined, by
 * name. One statement for all. */
bool eligibility_list(struct db *db, const struct eligibility_rule *rule,
		      struct arena *arena, struct eligibility **out, size_t *count,
		      struct err *err);

/* One of them, cheap enough for each key; false with ERR_NOT_FOUND where the
 * person is not in the programme. */
bool eligibility_of(struct db *db, const struct eligibility_rule *rule, int64_t person,
		    struct arena *arena, struct eligibility *out, struct err *err);

/* How many whose enrolment is accepted cannot reach the attendance any more. Reads
 * only who missed something. */
bool eligibility_count_lost(struct db *db, const struct eligibility_rule *rule,
			    size_t *lost, struct err *err);

/* The sentence about one person in one call: eligibility_of and _words. */
bool eligibility_sentence(struct db *db, const struct eligibility_rule *rule,
			  int64_t person, struct arena *arena, const char **text,
			  struct err *err);

/* The verdict by the figures alone. */
enum eligible eligibility_judge(const struct eligibility_rule *rule,
				const struct eligibility *e);

/* Was less attended than the rule asks for of what was recorded so far? */
bool eligibility_is_behind(const struct eligibility_rule *rule,
			   const struct eligibility *e);

/* "14 of 18 JP (78 % < 80 %), post-test missing; can still reach it: no".
 * Translated. */
const char *eligibility_words(const struct eligibility_rule *rule,
			      const struct eligibility *e, struct arena *arena);

/* "meets", "not yet", "cannot any more": the verdict as a term of files and
 * translated. */
const char *eligible_term(enum eligible verdict);
const char *eligible_label(enum eligible verdict);

/* The rule in a sentence: "At least 80 % of 24 JP, post-test from 60." */
const char *eligibility_rule_words(const struct eligibility_rule *rule,
				   struct arena *arena);

/* The share of the JP recorded so far that was attended, 0 to 1; NAN before
 * anything was recorded. */
double eligibility_share(const struct eligibility *e);

#endif
