#ifndef DOMAIN_PERSON_RUNS_H
#define DOMAIN_PERSON_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/kind.h"

struct arena;
struct db;
struct err;

/* What a person has been to the programmes of the office. */
struct person_run {
	int64_t programme;
	const char *code, *title;
	struct date starts;
	const char *role;     /* person_role_choices */
	const char *status;   /* of the enrolment, or "" in another role */
	int64_t jp;	      /* hundredths that count, or NUMBER_NONE */
	int64_t group_number; /* NUMBER_NONE where in no group */
	const char *project;  /* titles of the group's projects, or "" */
};
extern const struct choice person_role_choices[];

/* The latest first. The JP are those of a programme that is done and that the
 * person completed. */
bool person_runs(struct db *db, int64_t person, struct arena *arena,
		 struct person_run **out, size_t *count, struct err *err);

#endif
