#ifndef DOMAIN_OUTCOME_H
#define DOMAIN_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/follow_up.h"
#include "domain/skm.h"

struct arena;
struct db;
struct err;

/*
 * The figures of the follow-up of a programme: how far an indicator came,
 * what the service survey says, what the training brought for its cost. The
 * formulas are pure functions; what is not defined is NAN.
 */

/* ---- indicators ---- */

/* From 100 % of the way on a result is as planned, above 110 % it is above
 * plan, below 100 % below it. There is no official bound; these say that a
 * target is met when it is reached, and that a little more is no surprise. */
enum { ACHIEVED_FROM = 100, ACHIEVED_TO = 110 };

enum achievement_gap {
	ACHIEVEMENT_KNOWN,
	ACHIEVEMENT_NO_ACTUAL, /* nothing was measured yet */
	ACHIEVEMENT_NO_TARGET,
	ACHIEVEMENT_NO_BASELINE, /* no share of the way; the verdict compares */
	ACHIEVEMENT_NO_WAY	 /* the target is the baseline: likewise */
};

struct achievement {
	double percent; /* (actual - baseline) / (target - baseline) x 100 */
	enum achievement_gap gap;
	const char *verdict; /* code of verdict_choices, "" where not known */
};

/* In hundredths, NUMBER_NONE for none. The sign of the way is that of the
 * direction, so the same formula serves both. Without a way (no baseline, or
 * it is the target) the verdict says whether `actual` is worse than the
 * target, the target itself, or better, as `direction` has it. */
struct achievement achievement_of(const char *direction, int64_t baseline, int64_t target,
				  int64_t actual);
/* Why there is no percentage, translated; "" where there is one. */
const char *achievement_gap_label(enum achievement_gap gap);

struct result_row {
	struct result result;
	struct measurement last; /* the newest; id 0: none */
	int64_t measurements;
	struct achievement achievement; /* by the newest */
};

/* By number. */
bool result_list(struct db *db, int64_t programme, struct arena *arena,
		 struct result_row **out, size_t *count, struct err *err);

/* ---- the service survey ---- */

/* The index of means in hundredths as a report prints them; false where one
 * is missing. */
bool skm_of_means(const int64_t means[SKM_ELEMENTS], struct skm *out);
bool skm_of_round(const struct skm_round *round, struct skm *out);
/* The label of an element, from 0, translated: "U1 Requirements". */
const char *skm_element_label(size_t element);

/* A round of the survey, typed from a report or counted from sheets. */
struct skm_row {
	int64_t id; /* of the record; 0: counted from sheets */
	const char *phase;
	struct date measured;
	int64_t respondents; /* NUMBER_NONE where not known */
	struct skm skm;
	const char *source;
};

/* Before, then after; within each by day. */
bool skm_list(struct db *db, int64_t programme, struct arena *arena, struct skm_row **out,
	      size_t *count, struct err *err);
/* The last round before and the last after; NULL where there is none. */
void skm_compare(const struct skm_row *rows, size_t count, const struct skm_row **before,
		 const struct skm_row **after);

/* ---- costs and benefits ---- */

struct benefit_sum {
	double cost;	/* rupiah */
	double benefit; /* each amount x the share of the training */
	double bcr;	/* benefit / cost; NAN without a cost */
	double roi;	/* (benefit - cost) / cost x 100 (Phillips); NAN likewise */
	size_t costs, benefits, intangible; /* lines */
};

/* Nothing counts without a written assumption: a benefit that has none is
 * left out of the sum and of the count. */
struct benefit_sum benefit_sum(const struct benefit *lines, size_t count);
bool benefit_list(struct db *db, int64_t programme, struct arena *arena,
		  struct benefit **out, size_t *count, struct err *err);

/* ---- follow-ups ---- */

enum follow_up_state {
	FOLLOW_UP_WAITING, /* not due yet */
	FOLLOW_UP_DUE,	   /* today or in the next two weeks */
	FOLLOW_UP_LATE,
	FOLLOW_UP_DONE,
	FOLLOW_UP_WAIVED
};

struct follow_up_row {
	struct follow_up follow_up;
	const char *programme, *title; /* code and title */
	const char *questionnaire;     /* code, or "" */
	const char *role, *phase;      /* of its sheets, codes; "" for any */
	int64_t keyed;		       /* sheets that came back */
	enum follow_up_state state;
	int days; /* until it is due, negative when late; 0 where not known */
};

/* Of a programme, or of all that are not cancelled (0); by the day they are
 * due. */
bool follow_up_list(struct db *db, int64_t programme, struct date today,
		    struct arena *arena, struct follow_up_row **out, size_t *count,
		    struct err *err);
const char *follow_up_state_code(enum follow_up_state state);  /* "late" */
const char *follow_up_state_label(enum follow_up_state state); /* translated */
/* "in 12 days", "3 days late"; "" for what is finished or has no day. */
const char *follow_up_days(struct arena *arena, const struct follow_up_row *row);
/* What is to be done now, translated; "" for nothing. Names the key of the
 * follow-up page. */
const char *follow_up_next(const struct follow_up_row *row);
/* The same for files: "send", "key", "close"; "" for nothing. */
const char *follow_up_next_code(const struct follow_up_row *row);
/* Whose sheets a follow-up counts. */
void follow_up_sheets(const char *what, const char **role, const char **phase);

/* Whom to ask: those who completed the programme, or where nobody is marked
 * so yet those who were accepted; by unit and name. */
struct alumnus {
	const char *nip, *name, *position, *unit, *unit_name, *email, *phone;
};
bool alumni_list(struct db *db, int64_t programme, struct arena *arena,
		 struct alumnus **out, size_t *count, struct err *err);

#endif
