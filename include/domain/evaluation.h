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
 */
struct evaluation {
	int64_t enrolled, completed;
	double attendance_rate;   /* JP attended (present, late) of JP recorded, 0 to 1 */
	struct stat_paired tests; /* people with both scores, scale 0 to 100 */
	int64_t sheets;
	double feedback_mean;  /* of all answers on scales */
	double cronbach_alpha; /* over sheets without a blank */
};

bool evaluation_of(struct db *db, int64_t programme, struct arena *arena,
		   struct evaluation *out, struct err *err);

enum { SCALE_MOST = 10 };

/* One question on a scale. */
struct item_result {
	int64_t item, number, scale;
	const char *dimension; /* code */
	const char *text;
	int64_t answers;
	double mean, sd;            /* sd of a sample */
	int64_t counts[SCALE_MOST]; /* answers 1, 2, … */
	double top2;                /* share of the two highest answers, 0 to 1 */
	int64_t improvement;        /* an action of this programme on the item, or 0 */
};

/* In order of number. `answers` 0 leaves mean, sd and top2 NAN. */
bool evaluation_items(struct db *db, int64_t programme, struct arena *arena,
		      struct item_result **out, size_t *count, struct err *err);

/* Equal comments (folded) once, the most frequent first. */
struct comment {
	const char *text;
	int64_t count;
};
bool evaluation_comments(struct db *db, int64_t programme, struct arena *arena,
			 struct comment **out, size_t *count, struct err *err);

#endif
