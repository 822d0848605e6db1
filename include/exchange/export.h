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

struct export_options {
	enum export_format format;
	bool every;  /* also the fields beyond the file's own columns */
	long fewest; /* the setting feedback_minimum */
};

struct exported {
	const char *text; /* lives in the arena that was given */
	size_t count;	  /* bytes */
	size_t left_out;  /* feedback sheets, as too few are like them: somebody
			   * could be recognised (evaluation_shows) */
};

bool export_table(struct db *db, const struct kind *kind,
		  const struct export_options *options, struct arena *arena,
		  struct exported *out, struct err *err);

#endif
