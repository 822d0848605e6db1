#ifndef STORE_CHECK_PRIVATE_H
#define STORE_CHECK_PRIVATE_H

#include "store/check.h"
#include "store_private.h"

/* What the parts of a check share. */

/* Advice that several findings give. */
const char *advice_restore(void);

/* The switches and pragmas of every connection that is open for writing, read
 * back; what differs is a finding. */
bool check_settings(struct db *db, struct findings *out, struct err *err);
/* Rights of the file and its directories, free space, age of backups. */
bool check_surroundings(struct db *db, struct findings *out, struct err *err);
/* Search keys of all records, made anew. */
bool check_search(struct db *db, const struct kind *const *kinds, struct findings *out,
		  struct err *err);
/* Every index of words (FTS5) against the records; only where the file may be
 * written, as SQLite compares in no other way. */
bool check_words(struct db *db, struct findings *out, struct err *err);
/* Does the history tell of the records that are there? */
bool check_history(struct db *db, const struct kind *const *kinds, struct findings *out,
		   struct err *err);

#endif
