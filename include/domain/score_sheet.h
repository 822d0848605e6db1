#ifndef DOMAIN_SCORE_SHEET_H
#define DOMAIN_SCORE_SHEET_H

#include "domain/participant.h"
#include "domain/roll.h"

/*
 * The test scores of a programme as a sheet: participants × tests. Scores are
 * points of the programme's own maximum, in hundredths.
 */
enum { SCORE_PRE, SCORE_POST, SCORE_TESTS };

struct score_sheet {
	struct roll roll;     /* the rows */
	int64_t most;	      /* hundredths */
	struct score *scores; /* one for each row; id 0 where none is stored */
};

/* One score to store; NUMBER_NONE takes it away. */
struct score_entry {
	size_t row, test;
	int64_t value;
};

bool score_sheet_load(struct db *db, int64_t programme, enum roll_order order,
		      struct arena *arena, struct score_sheet *out, struct err *err);

/* NUMBER_NONE where there is none. */
int64_t score_sheet_value(const struct score_sheet *sheet, size_t row, size_t test);

/* "Pre-test", "Post-test"; not translated yet. */
const char *score_test_label(size_t test);

/* Store all of them in one action, or none. `name` is the action's; NULL names
 * the person and the test. ERR_INPUT for a score above the maximum. */
bool score_sheet_set(struct db *db, struct score_sheet *sheet,
		     const struct score_entry *entries, size_t count, const char *name,
		     struct err *err);

struct score_totals {
	size_t n[SCORE_TESTS];
	double mean[SCORE_TESTS]; /* points; NAN without scores */
	size_t both;		  /* people with both */
	size_t missing; /* scores that people who hold a place do not have yet */
};
struct score_totals score_sheet_totals(const struct score_sheet *sheet);

/* What a person typed as a score: ERR_INPUT with the reason where it is none
 * or lies above `most`. */
bool score_read(const char *text, int64_t most, int64_t *out, struct err *err);

/* Where a paste begins. */
struct score_place {
	size_t row, test;
};

/* Pasted lines fill down from `at`, cells between tabs go to the right; an
 * empty cell, "-" or "." leaves what is there. ERR_INPUT names the first line
 * that is wrong or has no person; then nothing is given out. */
bool score_sheet_paste(const struct score_sheet *sheet, struct score_place at,
		       const char *text, struct arena *arena, struct score_entry **out,
		       size_t *count, struct err *err);

#endif
