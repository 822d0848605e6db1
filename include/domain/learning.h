#ifndef DOMAIN_LEARNING_H
#define DOMAIN_LEARNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/statistics.h"

struct arena;
struct db;
struct err;

/*
 * What the tests before and after say of one class and of each person in it.
 * Scores are hundredths. A class that is measured once before and once after
 * shows that something changed, not why.
 */
struct learner {
	int64_t person;
	const char *nip, *name;
	int64_t pre, post; /* NUMBER_NONE: missing */
	bool expected;	   /* enrolled and not withdrawn: a missing score is missed */
	double gain;	   /* NAN where a score is missing or nothing could be gained */
	enum gain_band band;
};

struct learning {
	struct learner *people; /* enrolled or with a score, by name */
	size_t count;
	int64_t most; /* the highest score there is */
	size_t both;  /* with both scores: what follows is of these */
	size_t rose, fell, same;
	size_t high, medium, low, undefined; /* bands of the gain */
	size_t missing; /* expected, and at least one score is missing */
	struct stat_paired tests;
	struct stat_ranks ranks;
};

bool learning_of(struct db *db, int64_t programme, struct arena *arena,
		 struct learning *out, struct err *err);

/* Only the figures of those with both scores. */
bool learning_tests(struct db *db, int64_t programme, struct arena *arena,
		    struct stat_paired *out, struct err *err);

const char *gain_band_label(enum gain_band band); /* translated, "" for undefined */

#endif
