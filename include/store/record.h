#ifndef STORE_RECORD_H
#define STORE_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/kind.h"

struct arena;
struct db;
struct err;

/*
 * Records of any kind, by their field table. Writes happen only inside an
 * action (history.h): each change becomes part of its history entry. SQL
 * is composed from the table once per kind and kept.
 */

/* Gives the record its id (site<<40 | n, or random for private kinds).
 * Derived fields must be set (record_derive). */
bool record_insert(struct db *db, const struct kind *kind, void *record, struct err *err);

/* Writes the fields that differ between `old` and `now`. ERR_CONFLICT,
 * naming the fields and both values, where a field no longer holds what
 * `old` says; nothing is written then. */
bool record_update(struct db *db, const struct kind *kind, const void *old,
		   const void *now, struct err *err);

/* ERR_CONFLICT where other records still refer to it. */
bool record_delete(struct db *db, const struct kind *kind, int64_t id, struct err *err);

/* ERR_NOT_FOUND where there is none. Texts live in `arena`. */
bool record_load(struct db *db, const struct kind *kind, int64_t id, void *record,
		 struct arena *arena, struct err *err);

/* By the natural key (all FIELD_KEY fields of `like`): *id is 0 if none. */
bool record_find(struct db *db, const struct kind *kind, const void *like, int64_t *id,
		 struct err *err);

#endif
