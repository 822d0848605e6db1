#ifndef EXCHANGE_REJECTS_H
#define EXCHANGE_REJECTS_H

#include "base/csv.h"
#include "exchange/csv.h"
#include "exchange/import.h"

/*
 * The rows of an import that are refused: told in the result, and written
 * as a CSV file that can be mended and taken in again.
 */
struct rejects {
	struct import_result *result;
	struct csv_writer file;
	size_t space; /* of the problems */
};

void rejects_open(struct rejects *r, struct import_result *result,
		  const struct csv_row *headings, struct arena *arena);
/* Texts are copied. */
void rejects_add(struct rejects *r, const struct import_problem *told,
		 const struct csv_row *cells);

#endif
