#ifndef DOMAIN_EVALUATION_H
#define DOMAIN_EVALUATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/statistics.h"

struct arena;
struct db;
struct err;

/*
 * What a programme achieved: attendance, learning and reaction, worked out
 * from its records each time it is asked for.
 *
 * So that nobody can be recognised, feedback shows only where at least
 * `minimum` people gave it (the setting feedback_minimum): everything here
 * leaves the rest out by itself, and says how many there were.
 */

/* What the sheets of one questionnaire say. */
struct feedback_result {
	int64_t questionnaire;
	const char *code, *title;
	int64_t sheets;
	double mean;  /* of the answers that show; NAN where scales differ */
	double alpha; /* Cronbach's, over sheets without a blank */
};

struct evaluation {
	int64_t enrolled, completed;
	double attendance_rate;	  /* JP attended (present, late) of JP recorded, 0 to 1 */
	struct stat_paired tests; /* people with both scores, 0 to test_most */
	int64_t sheets;
	bool too_few; /* there are sheets, but nothing of them shows */
	/* Of all questionnaires: the mean is NAN where not all scales are equal,
	 * alpha where there is more than one questionnaire, as sheets with
	 * different questions cannot be compared. */
	double feedback_mean, cronbach_alpha;
	struct feedback_result *feedback; /* by code, those with sheets */
	size_t feedback_count;
};

bool evaluation_of(struct db *db, int64_t programme, long minimum, struct arena *arena,
		   struct evaluation *out, struct err *err);

enum { SCALE_MOST = 10 };

/* One question on a scale. */
struct item_result {
	int64_t questionnaire, item, number, scale;
	const char *dimension; /* code */
	const char *text;
	int64_t answers;
	bool hidden;	 /* fewer answers than the minimum: below is as if none */
	double mean, sd; /* sd of a sample */
	int64_t counts[SCALE_MOST]; /* answers 1, 2, … */
	double top2;		    /* share of the two highest answers, 0 to 1 */
	int64_t improvement;	    /* an action of this programme on the item, or 0 */
};

/* In order of questionnaire and number. `answers` 0 leaves mean, sd and top2
 * NAN. */
bool evaluation_items(struct db *db, int64_t programme, long minimum, struct arena *arena,
		      struct item_result **out, size_t *count, struct err *err);

/* The questions about one thing together. */
struct dimension_result {
	const char *dimension; /* code */
	int64_t answers;       /* to the questions that show */
	double mean;	       /* NAN without answers and where scales differ */
};

/* In the order in which they first occur in `items`. */
void evaluation_dimensions(const struct item_result *items, size_t count,
			   struct arena *arena, struct dimension_result **out,
			   size_t *dimension_count);

/* Equal comments (folded) once, the most frequent first; equally frequent
 * ones in an order that tells nothing about when they were keyed in. Only
 * of questionnaires with at least `minimum` sheets. */
struct comment {
	const char *text;
	int64_t count;
};
bool evaluation_comments(struct db *db, int64_t programme, long minimum,
			 struct arena *arena, struct comment **out, size_t *count,
			 struct err *err);

#endif
