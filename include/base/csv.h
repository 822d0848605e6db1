#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>

#include "base/str.h"

/*
 * CSV out (RFC 4180), safe for spreadsheets: a text that one would run as a
 * formula gets an apostrophe in front, which csv_bare takes off again. What
 * is written so comes back the same.
 */
struct csv_writer {
	struct str out;
	char delimiter;
	bool started; /* the current line has a field */
};

void csv_writer_init(struct csv_writer *w, struct arena *arena, char delimiter);
/* Quoted where needed. */
void csv_put(struct csv_writer *w, const char *field);
void csv_put_line(struct csv_writer *w);

/* A cell without the apostrophe that csv_put, or a spreadsheet, put in front
 * of a text that begins like a formula. */
const char *csv_bare(const char *cell);

#endif
