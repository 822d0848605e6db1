#ifndef DOMAIN_REFERENCE_H
#define DOMAIN_REFERENCE_H

#include "base/kind.h"

struct arena;
struct db;
struct err;
struct problems;

/*
 * References between records as people name them: labels out, typed words
 * in. A label is the record's title fields joined with a blank.
 */

/* "" for id 0 and for a record that is gone. */
bool reference_label(struct db *db, const struct kind *kind, int64_t id,
		     struct arena *arena, const char **label, struct err *err);

/* The same for a whole record at hand. */
bool record_label(struct db *db, const struct kind *kind, const void *record,
		  struct arena *arena, const char **label, struct err *err);

/* The shown form of any field: field_to_shown, with labels for REF. */
bool reference_shown(struct db *db, const struct field *f, const void *record,
		     struct arena *arena, const char **text, struct err *err);

/* The record that `typed` names: its label, its code, NIP or name, or words
 * that only one record holds. Empty gives 0. Not found or not unique is a
 * problem of `field`, with what to type instead; *id is then untouched. */
bool reference_resolve(struct db *db, const struct field *field, const char *typed,
		       int64_t *id, struct problems *problems, struct err *err);

/* Strictly, for files: the record whose natural key, label, name or title
 * is exactly `typed` (letters folded). Where there is none, *id is 0; where
 * several say so, that is a problem of `field` too. */
bool reference_find(struct db *db, const struct field *field, const char *typed,
		    int64_t *id, struct problems *problems, struct err *err);

#endif
