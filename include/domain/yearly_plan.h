#ifndef DOMAIN_YEARLY_PLAN_H
#define DOMAIN_YEARLY_PLAN_H

#include "base/kind.h"

/*
 * The yearly plan: what is to be done, when, by whom, with whose money.
 */
extern const struct choice plan_basis_choices[];
extern const struct choice plan_status_choices[];

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

#endif
