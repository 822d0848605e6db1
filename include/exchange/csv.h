#ifndef EXCHANGE_CSV_H
#define EXCHANGE_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;

/*
 * CSV as spreadsheets write it (RFC 4180 and its relatives): a reader over
 * bytes in memory. Knows no record kind. The writer is in base/csv.h.
 */
struct csv {
	const char *text; /* valid UTF-8, without a byte order mark */
	size_t at, length;
	char delimiter;
	size_t line; /* of the record read last, from 1 */
	size_t next_line;
	char *buffer; /* the fields of the record, one after the other */
};

struct csv_row {
	const char **fields; /* live until the next row */
	size_t count, space;
};

/* Prepare `bytes`: UTF-8 (with or without mark) or CP1252; the delimiter is
 * the one of , ; TAB that splits the first line best, or the one named by a
 * first line "sep=;". Memory comes from `arena`. Refused where the text
 * holds NUL bytes or is UTF-16, and with line and byte where it has letters in
 * UTF-8 beside bytes that are none. */
bool csv_open(struct csv *csv, const char *bytes, size_t count, struct arena *arena,
	      struct err *err);

enum csv_result { CSV_ROW, CSV_END, CSV_BROKEN };

/* The next record that is not blank. CSV_BROKEN: a quote that never ends,
 * told in `err` with its line. */
enum csv_result csv_next(struct csv *csv, struct csv_row *row, struct arena *arena,
			 struct err *err);

#endif
