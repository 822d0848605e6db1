#ifndef DOMAIN_OVERVIEW_H
#define DOMAIN_OVERVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;

/*
 * What a coordinator should know in the morning: the programmes that are
 * not finished with, what is due in the next two weeks, and what is
 * unfinished.
 */
struct overview_programme {
	int64_t id;
	const char *code, *title, *status; /* status: code */
	struct date starts, ends;
	int64_t capacity;
	int64_t taken, groups, sheets; /* by overview_count */
};

struct overview_due {
	struct date date; /* DATE_NONE: of a closed programme, without a day */
	int64_t programme;
	int64_t project;  /* of a project or its milestone; else 0 */
	const char *code; /* of the programme */
	const char *what; /* translated: "Milestone: …" */
	bool late;
};

struct overview_gap {
	int64_t programme;
	const char *code;
	const char *text; /* translated, says what to do */
};

struct overview {
	struct overview_programme *programmes;
	size_t programme_count;
	struct overview_due *due;
	size_t due_count;
	struct overview_gap *gaps;
	size_t gap_count;
	/* That did not fit; OVERVIEW_MORE + 1: more than OVERVIEW_MORE. */
	size_t more_programmes, more_due, more_gaps;
	bool partly; /* gaps were looked for in the first of each state only */
};

enum { OVERVIEW_DAYS = 14, OVERVIEW_MORE = 100, OVERVIEW_LOOKED = 200 };

/* At most 20 programmes, 50 dates and 50 gaps, the most urgent first. What there
 * is more is counted up to a bound, and gaps are looked for in the first
 * OVERVIEW_LOOKED programmes of each state, so that it takes the same time
 * however many programmes an office has. */
bool overview_load(struct db *db, struct date today, struct arena *arena,
		   struct overview *out, struct err *err);

/* What belongs to its programmes: takes longer where they are big. */
bool overview_count(struct db *db, struct overview *o, struct err *err);

struct settings;

/* Put in front of the gaps: running programmes of the overview in which
 * participants cannot reach the least attendance any more, and programmes that
 * are done where nobody decided yet who completed. */
bool overview_warn(struct db *db, const struct settings *settings, struct arena *arena,
		   struct overview *o, struct err *err);

#endif
