#ifndef DOMAIN_PROGRAMME_H
#define DOMAIN_PROGRAMME_H

#include "base/kind.h"

/*
 * A programme is one run of a design in one year, with its partners and
 * sessions.
 */
extern const struct choice programme_status_choices[];
extern const struct choice partner_role_choices[];

/* One run of a design in one year. */
struct programme {
	int64_t id;
	const char *code;
	int64_t year;
	const char *title;
	const char *method; /* learning_form_choices */
	struct date starts;
	struct date ends;
	int64_t jp; /* hundredths */
	int64_t capacity;
	const char *status; /* programme_status_choices */
	const char *cancel_reason;
	const char *place;
	int64_t lead; /* person */
	const char *target_group;
	int64_t budget; /* whole rupiah */
	const char *fund;
	const char *legal_basis;
	const char *notes;
	int64_t follow_up_months; /* NUMBER_NONE: as the settings say */
	int64_t test_most;  /* hundredths, the highest test score; NUMBER_NONE: 100 */
	int64_t revision;   /* revision */
	const char *search; /* from code,title */
};
extern const struct kind programme_kind;

/* The highest score a test of the programme can have, in hundredths. */
enum { TEST_MOST_USUAL = 10000 };
int64_t programme_test_most(const struct programme *p);

/* What a partner does in a programme. */
struct programme_partner {
	int64_t id;
	int64_t programme; /* programme */
	int64_t partner;   /* partner */
	const char *role;  /* partner_role_choices */
	const char *notes;
};
extern const struct kind programme_partner_kind;

/* One meeting of a programme. */
struct session {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	struct date date;
	const char *topic;
	int64_t jp;	    /* hundredths */
	const char *starts; /* HH:MM */
	const char *ends;   /* HH:MM */
	const char *form;   /* learning_form_choices */
	int64_t trainer;    /* trainer */
	const char *room;
	const char *notes;
};
extern const struct kind session_kind;

#endif
