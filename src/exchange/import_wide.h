#ifndef EXCHANGE_IMPORT_WIDE_H
#define EXCHANGE_IMPORT_WIDE_H

#include "exchange/columns.h"
#include "exchange/csv.h"

struct arena;
struct db;
struct err;
struct sheet;

/*
 * Files of web forms: one row per respondent, headed by the questions. They
 * say neither programme nor number; the numbers are given out in random
 * order, as the rows stand in the order of time.
 */
struct import_wide {
	bool on;
	const struct sheet *like; /* programme, questionnaire, what they are about */
	int64_t *numbers;	  /* one for each row */
	size_t count, next;
};

/* Is the file such a one? Not where it has the columns of feedback.csv. */
bool wide_is(const struct csv_row *headings, struct arena *arena);

/* Leave only the columns that such a file may have. */
void wide_columns(struct columns *columns);

/* Count the rows and give out numbers. */
bool wide_open(struct import_wide *w, struct db *db, const char *bytes, size_t count,
	       struct arena *arena, struct err *err);

/* The next row's sheet, before its cells are read. */
void wide_next(struct import_wide *w, struct sheet *sheet);

#endif
