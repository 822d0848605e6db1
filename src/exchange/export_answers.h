#ifndef EXCHANGE_EXPORT_ANSWERS_H
#define EXCHANGE_EXPORT_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct db;
struct err;
struct sheet;

/* The columns q1 … qn of exported sheets: as many as the longest
 * questionnaire has items. */
struct answer_export {
	size_t count;
};

bool answer_export_open(struct answer_export *a, struct db *db, struct err *err);

/* The `count` answers of a sheet by item number, "" for blank ones. */
bool answer_export_values(const struct answer_export *a, struct db *db,
			  const struct sheet *sheet, struct arena *arena,
			  const char ***values, struct err *err);

#endif
