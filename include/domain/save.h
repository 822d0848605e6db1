#ifndef DOMAIN_SAVE_H
#define DOMAIN_SAVE_H

#include "base/kind.h"

struct arena;
struct db;
struct err;
struct problems;

/*
 * The one way records are written: filled in, checked and stored, inside
 * the caller's action or one of its own named after the record.
 */

/* What is wrong with a record: its table, its own rules, and its natural
 * key, which no other record may have. `old` is NULL for a new one. False
 * for a failure only. */
bool record_check(struct db *db, const struct kind *kind, const void *old,
		  const void *record, struct problems *problems, struct err *err);

/* Complete (new ones), derive, check and write. With errors in `problems`
 * nothing is written and true is returned: look at problems->errors. Texts
 * that are filled in live in `problems->arena`. ERR_CONFLICT for a part of
 * a design that several runs share: see domain/revision.h. */
bool record_save(struct db *db, const struct kind *kind, const void *old, void *record,
		 struct problems *problems, struct err *err);

/* record_save of a new record in an open action whose key the caller has just
 * looked for (record_find) and not found, so that it is not looked for again. */
bool record_add(struct db *db, const struct kind *kind, void *record,
		struct problems *problems, struct err *err);

/* record_save where nobody can be asked to correct it: a problem becomes
 * ERR_INPUT with its text. Texts that are filled in live in `arena`. */
bool record_put(struct db *db, const struct kind *kind, const void *old, void *record,
		struct arena *arena, struct err *err);

/* Delete these records, each with everything that belongs to it
 * (FIELD_PARENT, down to the leaves), all or none, in one action.
 * ERR_CONFLICT where anything else refers to one, as enrolments do to a
 * person, or where it is part of a design that several runs share. */
bool records_remove(struct db *db, const struct kind *kind, const int64_t *ids,
		    size_t count, struct err *err);

/* Give record `to`, made as a copy of `from`, copies of what belongs to it:
 * the records of the kinds in kind->copies. Inside an action. */
bool record_copy_children(struct db *db, const struct kind *kind, int64_t from,
			  int64_t to, struct err *err);

#endif
