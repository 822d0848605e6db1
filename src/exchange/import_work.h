#ifndef EXCHANGE_IMPORT_WORK_H
#define EXCHANGE_IMPORT_WORK_H

#include "exchange/columns.h"
#include "exchange/csv.h"
#include "exchange/import.h"
#include "import_answers.h"
#include "import_needs.h"
#include "import_respondents.h"
#include "import_wide.h"
#include "lookup.h"
#include "rejects.h"
#include "seen.h"

/* One import under way. */
struct import {
	struct db *db;
	const struct kind *kind;
	const struct import_options *options;
	const char *bytes;
	size_t byte_count;
	struct arena *arena; /* of the result */
	struct arena row;    /* until the next row */
	struct csv csv;
	struct csv_row headings, cells;
	struct columns columns;
	size_t *order;
	const char **values; /* cells by column; NULL: not in the file */
	bool *given;	     /* fields that the row sets */
	void *like;	     /* what a row begins with */
	const char *status;  /* of the enrolment that the row asks for */
	struct lookup lookup;
	struct seen seen;
	struct answer_columns answers;
	struct import_wide wide;
	struct needs_wide needs;
	struct respondents respondents;
	struct rejects rejects;
	struct import_result *result;
};

/* What has become of a row. */
struct outcome {
	int64_t id;
	bool added, changed, enrolled;
	size_t answers; /* of a respondent who has a row */
};

/* Blank cells behind the last heading say nothing; others are a problem. */
void import_check_surplus(struct import *im, struct problems *problems);

/* The file has the column of `f`, be it empty in this row. */
bool import_has_column(const struct import *im, const struct field *f);

/* Rows begin in the survey that the options name, in field `f` of theirs.
 * ERR_INPUT where there is none, or `f` is no survey. */
bool import_survey(struct import *im, const struct field *f, struct err *err);

/* The row must not be of another survey, where the options want that. */
void import_check_survey(const struct import *im, const void *said,
			 struct problems *problems);

/* The record that a row is about; 0 where it is a new one. */
bool import_find_same(struct import *im, const void *said, int64_t *id, struct err *err);

#endif
