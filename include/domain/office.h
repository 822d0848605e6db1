#ifndef DOMAIN_OFFICE_H
#define DOMAIN_OFFICE_H

#include "base/kind.h"

/*
 * The people and organisations of the office: units, persons, partners and
 * trainers, with their field tables.
 */
extern const struct choice employment_choices[];
extern const struct choice sex_choices[];
extern const struct choice partner_type_choices[];

/* An office of the city (OPD). */
struct unit {
	int64_t id;
	const char *code;
	const char *name;
	int64_t parent;	    /* unit */
	const char *search; /* from code,name */
};
extern const struct kind unit_kind;

/* Somebody who learns, leads, mentors or owns an action. */
struct person {
	int64_t id;
	const char *nip;
	const char *name;
	int64_t unit; /* unit */
	const char *grade;
	const char *position;
	const char *employment; /* employment_choices */
	const char *email;
	const char *phone;
	struct date birth;
	const char *sex; /* sex_choices */
	const char *notes;
	const char *search; /* from name,nip */
};
extern const struct kind person_kind;

/* An organisation that works with the office. */
struct partner {
	int64_t id;
	const char *code;
	const char *name;
	const char *kind; /* partner_type_choices */
	const char *agreement;
	struct date agreement_ends;
	const char *contact;
	const char *email;
	const char *phone;
	const char *search; /* from code,name */
};
extern const struct kind partner_kind;

/* Somebody who teaches; own staff or from a partner. */
struct trainer {
	int64_t id;
	const char *name;
	int64_t person;	 /* person */
	int64_t partner; /* partner */
	const char *expertise;
	const char *email;
	const char *phone;
	const char *search; /* from name */
};
extern const struct kind trainer_kind;

#endif
