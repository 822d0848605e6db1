#ifndef EXCHANGE_IMPORT_ANSWERS_H
#define EXCHANGE_IMPORT_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "exchange/csv.h"

struct arena;
struct db;
struct err;
struct problems;

/*
 * The columns q1, q2, … of a file of feedback sheets: the answer to the
 * item with that number of the sheet's questionnaire. Files of web forms are
 * headed by the questions themselves.
 */
struct answer_columns {
	int64_t *numbers;      /* by cell; 0: no answer */
	const char **headings; /* folded, as problems name them */
	size_t count;
};

/* ERR_INPUT where two headings are the same question. */
bool answer_columns_take(struct answer_columns *a, const struct csv_row *headings,
			 struct arena *arena, struct err *err);
/* The same for a file of a web form. ERR_INPUT also where no heading is a
 * question. */
bool answer_columns_asked(struct answer_columns *a, struct db *db, int64_t questionnaire,
			  const struct csv_row *headings, struct arena *arena,
			  struct err *err);
/* The headings that are neither a column nor an answer: "Foto, Catatan". */
const char *answer_columns_ignored(const struct answer_columns *a,
				   const struct csv_row *headings, const size_t *order,
				   size_t column_count, struct arena *arena);

/* Is each answer one that its item allows? `sheet` is the record so far. */
bool answers_check(const struct answer_columns *a, struct db *db, const void *sheet,
		   const struct csv_row *cells, struct problems *problems,
		   struct err *err);

/* Is anything answered at all? */
bool answers_any(const struct answer_columns *a, const struct csv_row *cells,
		 struct arena *arena);

/* Store what differs; sets *changed then. */
bool answers_write(const struct answer_columns *a, struct db *db, int64_t sheet,
		   const struct csv_row *cells, bool *changed, struct err *err);

#endif
