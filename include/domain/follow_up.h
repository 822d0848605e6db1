#ifndef DOMAIN_FOLLOW_UP_H
#define DOMAIN_FOLLOW_UP_H

#include "base/kind.h"

struct db;
struct err;

/*
 * What became of a programme: follow-ups with their days, indicators with
 * their measurements, the service survey (SKM) before and after, and the
 * sheet of costs and benefits.
 */
extern const struct choice follow_up_what_choices[];
extern const struct choice direction_choices[];
extern const struct choice skm_phase_choices[];
extern const struct choice benefit_side_choices[];

/* Something to be asked or measured some months after a programme. */
struct follow_up {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	const char *what;      /* follow_up_what_choices */
	int64_t questionnaire; /* questionnaire */
	struct date due;
	struct date sent;
	int64_t expected; /* people who are asked */
	struct date done;
	const char *outcome;
	int64_t waived; /* 0 or 1; needs the reason */
	const char *reason;
};
extern const struct kind follow_up_kind;

/* An indicator that the programme wants to move. */
struct result {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	int64_t project;   /* project */
	int64_t objective; /* objective */
	const char *indicator;
	const char *measure;   /* the unit: minutes, complaints, percent */
	const char *direction; /* direction_choices */
	int64_t baseline;      /* hundredths */
	int64_t target;	       /* hundredths */
	const char *source;
	const char *notes;
};
extern const struct kind result_kind;

/* What an indicator was on a day. */
struct measurement {
	int64_t id;
	int64_t result; /* result */
	struct date measured;
	int64_t actual; /* hundredths */
	const char *evidence;
	const char *notes;
};
extern const struct kind measurement_kind;

/* The nine means of a service survey, as its report has them. */
struct skm_round {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	const char *phase; /* skm_phase_choices */
	int64_t unit;	   /* unit */
	struct date measured;
	int64_t respondents;
	int64_t u1, u2, u3, u4, u5, u6, u7, u8, u9; /* hundredths, 1 to 4 */
	int64_t published;			    /* hundredths, 25 to 100 */
	const char *source;
};
extern const struct kind skm_round_kind;

/* A line of the sheet of costs and benefits. */
struct benefit {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	const char *side; /* benefit_side_choices */
	const char *text;
	int64_t amount; /* whole rupiah; none for what has no price */
	int64_t share;	/* percent that comes from the training */
	const char *assumption;
};
extern const struct kind benefit_kind;

/* Months from the end of a programme to its follow-up: its own, or those of
 * the settings of the office. */
int follow_up_months(const struct db *db, int64_t own);

/* Inside an action: the follow-ups that a programme should have and has not,
 * due so many months after its end (today where the end is not known):
 * behaviour as alumni and as superiors see it, results, and the service
 * survey where there is one from before. What there is already, waived or
 * done too, is left as it is. */
bool follow_ups_make(struct db *db, int64_t programme, size_t *count, struct err *err);

/* The same as an action of its own. */
bool follow_ups_propose(struct db *db, int64_t programme, size_t *count, struct err *err);

/* Inside an action: the indicators of a programme for its next run, without
 * what was measured; the baseline is measured anew. Those of projects stay
 * behind, as the next run has projects of its own. */
bool results_copy(struct db *db, int64_t from, int64_t to, struct err *err);

/* Take the indicators of the projects of a programme over as results, and
 * what they are today as a measurement: a new one where the figure is another
 * than the last. *count: indicators of which something is new. One action. */
bool results_take_over(struct db *db, int64_t programme, size_t *count, struct err *err);

#endif
