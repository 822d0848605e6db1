#ifndef EXCHANGE_READY_TABLE_H
#define EXCHANGE_READY_TABLE_H

#include "base/kind.h"
#include "exchange/csv.h"

/*
 * The tables that come with the program (forms/ready/NAME-LANGUAGE.csv), read
 * row by row. They are sound, so what does not fit is a bug.
 */
struct ready_table {
	struct csv csv;
	struct csv_row headings, cells;
	struct arena *arena; /* that owns what is read */
};

bool ready_open(struct ready_table *t, const char *name, struct arena *arena,
		struct err *err);
bool ready_open_in(struct ready_table *t, const char *name, const char *language,
		   struct arena *arena, struct err *err);

/* False at the end. */
bool ready_next(struct ready_table *t);

const char *ready_cell(const struct ready_table *t, const char *heading);

/* The cells that are fields of the kind; others are references. */
void ready_read(const struct ready_table *t, const struct kind *kind, void *record);

#endif
