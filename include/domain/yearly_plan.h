#ifndef DOMAIN_YEARLY_PLAN_H
#define DOMAIN_YEARLY_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/kind.h"

struct arena;
struct db;
struct err;
struct problems;

/*
 * The yearly plan: what is to be done, when, by whom, with whose money.
 */
extern const struct choice plan_basis_choices[];
extern const struct choice plan_status_choices[];

/* A hundred trillion rupiah, so that a year of as many items as there are numbers
 * is still a number. */
#define PLAN_MONEY_MOST INT64_C(100000000000000)

/* Who pays. */
struct fund {
	int64_t id;
	const char *code;
	const char *name;
	const char *search; /* from code,name */
};
extern const struct kind fund_kind;

/* The most that a source pays in a year (quarter 0) or a quarter of it. */
struct ceiling {
	int64_t id;
	int64_t year;
	int64_t fund; /* fund */
	int64_t quarter;
	int64_t amount; /* rupiah */
};
extern const struct kind ceiling_kind;

/* Something the office wants to do in a year, from the proposal to the
 * programme that came of it. */
struct plan_item {
	int64_t id;
	int64_t year;
	int64_t number;
	const char *title;
	int64_t quarter;
	const char *basis;  /* plan_basis_choices */
	int64_t survey;	    /* survey */
	int64_t competency; /* competency */
	int64_t unit;	    /* unit */
	const char *target_group;
	int64_t people;
	const char *form; /* learning_form_choices */
	int64_t jp;	  /* hundredths */
	int64_t cost;	  /* rupiah */
	int64_t fund;	  /* fund */
	const char *provider;
	int64_t partner; /* partner */
	struct date starts;
	struct date ends;
	const char *justification;
	const char *status; /* plan_status_choices */
	const char *reason;
	int64_t programme;  /* programme */
	const char *search; /* from title,target_group */
};
extern const struct kind plan_item_kind;

/*
 * The life of an item: proposed, reviewed, approved or rejected with a reason,
 * scheduled, realised; from each one step back. An item that is new, or comes
 * from a file, may have any status.
 */
bool plan_step_allowed(const char *from, const char *to);

/* Approved, or a step beyond: its cost counts against the ceiling. */
bool plan_is_approved(const char *status);

/* The labels of what an approval should not do without, where it is empty: cost,
 * JP, and where it costs anything the source of funds; "" where nothing is. */
const char *plan_lacks(const struct plan_item *item, struct arena *arena);

/* The codes of the allowed steps, the one forward first, at most `most`;
 * returns how many. */
size_t plan_steps(const char *from, const char **codes, size_t most);

struct plan_step {
	const char *to;	    /* plan_status_choices */
	const char *reason; /* of a rejection, else "" */
};

/* Take the step in one action; `reason` is that of a rejection. Back to
 * approved lets go of the programme that was made. What is there already stays as
 * it is. Look at problems->errors after true, as after record_save. */
bool plan_step(struct db *db, int64_t item, const char *to, const char *reason,
	       struct problems *problems, struct err *err);

/* The same for several items, all in one action or none of them: ERR_INPUT names
 * the first that may not take the step. Ceilings that are exceeded are left in
 * `problems`. */
bool plan_step_all(struct db *db, const int64_t *items, size_t count,
		   const struct plan_step *step, struct problems *problems,
		   struct err *err);

/* Make a draft programme of an approved item, with an objective where the item
 * names a competency, and set the item to scheduled: one action. Its code is
 * plan_code. ERR_INPUT for an item that is not approved. */
bool plan_to_programme(struct db *db, int64_t item, const char *legal_basis,
		       int64_t *programme, struct err *err);

/* The initials of the title and the year ("PLP27"), numbered ("PLP27-2") where
 * a programme or a series has it. */
bool plan_code(struct db *db, const char *title, int64_t year, struct arena *arena,
	       const char **out, struct err *err);

/* An item of the year after the survey that answers the decision on a
 * competency, or the first that is there: *item. It begins with what is known:
 * competency, form, how many lack a level or more, and the figures. One action.
 * ERR_INPUT where nothing was decided, or training does not solve it. */
bool plan_from_decision(struct db *db, int64_t survey, int64_t competency, int64_t *item,
			struct err *err);

/* What a source pays in a quarter, or the whole year (0). Rejected items do
 * not count. */
struct plan_total {
	int64_t fund; /* 0: items that name none */
	const char *code, *name;
	int64_t quarter;
	int64_t items, people;
	int64_t jp;	  /* hundredths */
	int64_t cost;	  /* rupiah, of all */
	int64_t approved; /* rupiah, of those that are approved, and later ones */
	int64_t realised; /* rupiah, of those that are realised */
	int64_t ceiling;  /* rupiah; NUMBER_NONE: there is none */
	int64_t ceiling_id;
};
/* By source, its quarters first and then the year. */
bool plan_totals(struct db *db, int64_t year, struct arena *arena,
		 struct plan_total **out, size_t *count, struct err *err);
/* What is left of a ceiling, below 0 where it is exceeded; NUMBER_NONE without one. */
int64_t plan_left(const struct plan_total *total);

/* An item with the codes and names that it refers to. */
struct plan_row {
	int64_t id, year, number;
	const char *title;
	int64_t quarter;
	const char *basis, *competency, *unit;
	const char *target_group;
	int64_t people;
	const char *form;
	int64_t jp, cost;
	const char *fund, *provider, *partner;
	const char *status, *reason, *programme;
	int64_t programme_id;
	int64_t competency_id;
};
/* The items of the year by quarter and number; year 0: all. */
bool plan_list(struct db *db, int64_t year, struct arena *arena, struct plan_row **out,
	       size_t *count, struct err *err);

/* The items that answer the needs of a survey, the oldest of a need first. */
bool plan_of_survey(struct db *db, int64_t survey, struct arena *arena,
		    struct plan_row **out, size_t *count, struct err *err);

/* What rows come to. Rejected items do not count. */
struct plan_sum {
	int64_t items, people;
	int64_t jp;	  /* hundredths */
	int64_t cost;	  /* rupiah */
	int64_t approved; /* rupiah, as in struct plan_total */
};
/* The sum of a quarter, of those without one (NUMBER_NONE), or of all (0). */
struct plan_sum plan_sum(const struct plan_row *rows, size_t count, int64_t quarter);

#endif
