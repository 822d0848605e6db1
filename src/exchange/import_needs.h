#ifndef EXCHANGE_IMPORT_NEEDS_H
#define EXCHANGE_IMPORT_NEEDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct err;
struct field;
struct import;
struct outcome;
struct problems;

/*
 * Needs as survey exports have them: one row per respondent, one column per
 * question. What a heading stands for is said by the office's mappings
 * (struct mapping), else by the heading itself: a column of needs or
 * responses, or a competency, alone or with a word for level or importance.
 */
enum asks { ASKS_NOTHING, ASKS_PERSON, ASKS_RATER, ASKS_TEXT, ASKS_LEVEL, ASKS_IMPORTANCE };

struct question {
	enum asks asks;
	const struct field *field; /* TEXT: of a response */
	int64_t competency;	   /* LEVEL, IMPORTANCE */
};

/* The cells that make one answer; NEEDS_NO_CELL for none. */
#define NEEDS_NO_CELL SIZE_MAX
struct question_pair {
	int64_t competency;
	size_t level, importance;
};

struct needs_wide {
	bool on;
	struct question *questions; /* by cell */
	struct question_pair *pairs;
	size_t pair_count;
	size_t person, rater; /* cells */
	bool texts;	      /* some column is of a response */
};

/* Is the file such a one? Not where it has a column for competency or level. */
bool needs_wide_is(struct import *im);

/* Keep the mappings that the options bring and find out what each heading
 * asks. Inside the action. ERR_INPUT where a heading names nothing, where two
 * are the same, and where none is a person or a level. */
bool needs_wide_open(struct import *im, struct err *err);

/* One respondent: needs, and a response where there are texts. As kind->id
 * of `outcome` stands who answered, to find who answers twice. */
bool needs_wide_row(struct import *im, struct problems *problems, struct outcome *outcome,
		    struct err *err);

/* What a heading asks. False for a failure; *known tells whether it names
 * something. A mapping to what is not there is ERR_INPUT. */
bool question_of(struct import *im, const char *heading, struct question *q, bool *known,
		 struct err *err);

/* Keep "HEADING=TARGET" as a mapping. ERR_INPUT where it is none. */
bool question_map(struct import *im, const char *map, struct err *err);

#endif
