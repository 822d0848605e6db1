#ifndef DOMAIN_EVALUATION_READ_H
#define DOMAIN_EVALUATION_READ_H

#include "domain/evaluation.h"

/*
 * The one pass over the sheets and answers of a programme: everything is
 * counted, nothing is left out yet.
 */

/* Arrays of numbers that grow. */
struct numbers {
	double *values;
	size_t count, space;
};
void numbers_add(struct numbers *n, double value, struct arena *arena);

/* The scales of the sheets of one view, sheet by sheet, as many values each as
 * the questionnaire has scales; NAN for blanks. Sheets without any are left
 * out. */
struct answered {
	struct numbers all;
	bool begun; /* the sheet at hand has a row */
};

/* A questionnaire while its sheets are counted. View 0 is of participants at
 * no phase. */
struct counting {
	struct feedback_result result;
	struct item_result *items; /* without answers, for each slice to begin with */
	size_t item_space, scales; /* scales: how many of the items are likert */
	size_t *scale_at;	   /* parallel to the items: which scale one is */
	struct feedback_slice *views, *parts;
	struct answered *answered; /* parallel to `views` */
	size_t view_count, view_space, part_count, part_space;
};

/* A comment as it was written. */
struct said {
	const char *text, *key; /* key: what makes it equal to others */
	uint64_t mixed;		/* of the key: an order without meaning */
	int64_t count;
	size_t questionnaire, item, view, part; /* places; part SIZE_MAX for none */
};

struct reading {
	struct counting *all;
	size_t count;
	struct said *said;
	size_t said_count, said_space;
};

bool evaluation_read(struct db *db, int64_t programme, struct arena *arena,
		     struct reading *out, struct err *err);

#endif
