#ifndef EXCHANGE_IMPORT_H
#define EXCHANGE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/kind.h"

struct arena;
struct db;
struct err;
struct sheet;

/*
 * A CSV file into records of a kind, in one action. A row whose natural key
 * exists changes that record in the columns that the file has. An empty
 * cell leaves the value as it is: a file can change a value, not empty it.
 * A required column that is there must be filled in, for records that exist
 * as for new ones. People without NIP are known by name and unit, where
 * only one is called so. Rows are checked like typed forms.
 */
struct import_options {
	bool dry_run;  /* check and count, write nothing */
	bool partial;  /* take the good rows where some are bad */
	int64_t enrol; /* of persons: a programme each is accepted into, or 0 */
	/* Of feedback sheets: programme, questionnaire and what they are about,
	 * for the file of a web form, which has one row per respondent and is
	 * headed by the questions. Who answered and when is not taken in. */
	const struct sheet *sheet;
	/* Of needs and responses: the code of the survey that rows without a
	 * column for it belong to; NULL: the current one. */
	const char *survey;
	bool only_survey; /* rows that name another one are refused */
	/* Of needs with one row per respondent: "HEADING=TARGET" each, ends with
	 * NULL; kept as mappings in the same action. NULL for none. */
	const char *const *maps;
};

struct import_problem {
	size_t line;
	const char *heading; /* column, "" for the whole row */
	const char *value;   /* as it stands in the file */
	const char *text;    /* what is wrong, translated */
};

struct import_result {
	size_t added, changed, unchanged, rejected, warnings;
	size_t enrolled; /* with `enrol`: persons who were not in the programme yet */
	/* Of answers to a needs survey, in the rows that are taken in: levels,
	 * respondents (a person rated by two is two of them), and the people of
	 * no unit that the survey asks, the first of whom are named. */
	size_t answers, respondents, outside;
	const char *outsiders; /* "Siti Aminah (line 3), …", or "" */
	bool written;
	const char *ignored; /* headings that name no column, or "" */
	bool anonymous; /* they are ignored because sheets hold no person and no time */
	struct import_problem *problems; /* the first of each rejected row */
	size_t problem_count;
	const char *rejects; /* CSV line,field,value,problem and the row's own cells */
};

/* True where the file could be read, even if rows were refused: look at
 * `rejected` and `written`. `*result` lives in `arena`. */
bool import_table(struct db *db, const struct kind *kind, const char *bytes, size_t count,
		  const struct import_options *options, struct arena *arena,
		  struct import_result *result, struct err *err);

struct import_bytes {
	const char *text;
	size_t count;
};

/* A heading of a file of needs with one row per respondent. */
struct import_heading {
	const char *heading;
	const char *target;  /* what it stands for, as in a mapping; "": not known */
	const char *example; /* what the first row says, or "" */
};

/* All headings of such a file, in its order; none of another file. What
 * mappings say is heeded. Texts live in `arena`. */
bool import_needs_headings(struct db *db, const struct import_bytes *bytes,
			   struct arena *arena, struct import_heading **out,
			   size_t *count, struct err *err);

#endif
