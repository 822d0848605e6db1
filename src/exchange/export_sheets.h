#ifndef EXCHANGE_EXPORT_SHEETS_H
#define EXCHANGE_EXPORT_SHEETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct db;
struct err;
struct sheet;

/*
 * Which feedback sheets may be written to a file. Each programme is evaluated
 * once.
 */
struct sheet_filter {
	struct arena arena;
	long fewest;
	struct sheet_programme {
		int64_t programme;
		const struct evaluation *evaluation;
	} *known;
	size_t count, space;
};

bool sheet_filter_shows(struct sheet_filter *f, struct db *db, const struct sheet *sheet,
			bool *shows, struct err *err);
void sheet_filter_done(struct sheet_filter *f);

#endif
