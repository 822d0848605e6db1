#ifndef DOMAIN_LISTS_H
#define DOMAIN_LISTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;

/*
 * Lists that join several kinds, each for one programme and so of a few
 * hundred rows at most. Numbers that are missing are NUMBER_NONE.
 */
struct programme_row {
	int64_t id;
	const char *code, *title;
};

/* The programme with this code, or with NULL all by their start. A code that
 * is not known is ERR_NOT_FOUND. */
bool programme_list(struct db *db, const char *code, struct arena *arena,
		    struct programme_row **out, size_t *count, struct err *err);

struct participant_row {
	int64_t enrolment, person;
	const char *nip, *name, *unit, *unit_name, *grade, *position, *sex;
	const char *status;    /* code of the enrolment */
	int64_t pre, post;     /* hundredths */
	int64_t group, member; /* ids, or 0 */
	int64_t group_number;  /* NUMBER_NONE where in no group */
	const char *role;      /* in the group */
	bool locked, leader;
};

/* By name. */
bool participant_list(struct db *db, int64_t programme, struct arena *arena,
		      struct participant_row **out, size_t *count, struct err *err);

/* By group and name; only those who are in one. */
bool member_list(struct db *db, int64_t programme, struct arena *arena,
		 struct participant_row **out, size_t *count, struct err *err);

struct group_row {
	int64_t group, number, members;
	const char *name, *leader, *mentor; /* names, or "" */
	int64_t project;		    /* the first project, or 0 */
	const char *title, *client, *status, *light, *indicator;
	int64_t baseline, target, actual; /* hundredths */
	struct date due;
	int64_t milestones, done, late;
	int64_t below, as, above; /* milestones by verdict */
	int64_t presents, seed;	  /* place in the order of presentation; drawn with */
};

/* Groups by number, each with its project; a group with several projects
 * appears once for each. `today` decides what is late. */
bool group_list(struct db *db, int64_t programme, struct date today, struct arena *arena,
		struct group_row **out, size_t *count, struct err *err);

struct action_row {
	int64_t number;
	const char *statement, *action, *owner; /* owner: a name, or "" */
	struct date due;
	const char *status; /* improvement_status_choices */
};

/* Improvement actions of a programme by number. */
bool action_list(struct db *db, int64_t programme, struct arena *arena,
		 struct action_row **out, size_t *count, struct err *err);

struct jp_row {
	const char *unit, *name;
	int64_t persons;
	int64_t jp;	 /* hundredths */
	int64_t reached; /* persons at or above the target */
};

/* Lesson hours by unit, as the ledger (domain/ledger.h) credits them: for the
 * programmes of `year` (the budget year) and for certificates. `target` in JP. */
bool jp_list(struct db *db, int year, long target, struct arena *arena,
	     struct jp_row **out, size_t *count, struct err *err);

#endif
