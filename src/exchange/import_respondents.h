#ifndef EXCHANGE_IMPORT_RESPONDENTS_H
#define EXCHANGE_IMPORT_RESPONDENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "seen.h"

struct err;
struct import;
struct need;

/*
 * Whose answers a file of a needs survey brings: how many respondents, where
 * a person rated by two raters is two of them, and who of the people belongs to
 * no unit that the survey asks.
 */
struct respondents {
	struct seen sheets, people; /* by survey, person and rater; by survey, person */
	int64_t survey;		    /* whose units are known */
	int64_t units;		    /* how many it names; 0: it asks everybody */
};

/* A row that was taken in says `answers` levels of of->survey, of->person and
 * of->rater. */
bool respondents_add(struct import *im, const struct need *of, size_t answers,
		     struct err *err);

/* The same for a row of one answer or response, whose kind is im->kind; of another
 * kind nothing is counted. */
bool respondents_add_row(struct import *im, const void *said, struct err *err);

#endif
