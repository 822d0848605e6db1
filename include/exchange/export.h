#ifndef EXCHANGE_EXPORT_H
#define EXCHANGE_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/kind.h"

struct arena;
struct db;
struct err;

/*
 * All records of a kind as text that import_table takes back: the columns
 * of its CSV file, stored forms, references by natural key.
 */
enum export_format { EXPORT_CSV, EXPORT_TSV, EXPORT_JSON };

/* "csv", "tsv" or "json"; false for anything else. */
bool export_format_find(const char *name, enum export_format *out);

/* *text lives in `arena`. With `every` also the fields beyond the file's
 * own columns. */
bool export_table(struct db *db, const struct kind *kind, enum export_format format,
		  bool every, struct arena *arena, const char **text, size_t *count,
		  struct err *err);

#endif
