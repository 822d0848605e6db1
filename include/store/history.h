#ifndef STORE_HISTORY_H
#define STORE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;
struct kind;

/*
 * What people did. An action is one transaction and one named entry: who,
 * when, and what changed (changed fields old and new; for an insert the
 * keys). The journal only grows: an undo is an entry of its own that
 * reverts an earlier one, a redo reverts the undo. Consecutive inserts are
 * kept as one range of keys.
 *
 * An entry that touches a kind with private keys (a feedback sheet) says the
 * day and not the time ("YYYY-MM-DD 00:00:00"), so that a sheet cannot be
 * matched with who was in the room. One that adds such records names their
 * keys only while it is the newest that does, since an undo has to find them,
 * and in the order of the random keys. When the next one is written, it is
 * folded: the keys go, and what is left says how many were added; entries
 * about the same thing of one day and person become one. A folded entry
 * cannot be undone. What respondents fill in themselves is folded at once.
 * (The file is opened with secure_delete, so that what goes is overwritten;
 * within a page SQLite still puts newer records before older ones, which a
 * copy made with VACUUM INTO does not show.)
 */

/* Begin (BEGIN IMMEDIATE). `name` is for people, translated. No nesting. */
bool action_begin(struct db *db, const char *name, struct err *err);
/* Commit; an action that changed nothing leaves no entry. */
bool action_commit(struct db *db, struct err *err);
/* What the private records that the open action adds belong to ("Feedback
 * sheets of PRJ26, REAKSI", translated), and how many there are: what the
 * history keeps of it once it is folded. */
void action_about(struct db *db, const char *about, size_t count);
/* Fold the open action itself when it is committed: it never names a key, and
 * nobody can undo it. `count` as above; call action_about first. */
void action_count_only(struct db *db, size_t count);
/* Drop everything since the begin. Does nothing outside an action. */
void action_rollback(struct db *db);
/* Commit where all went well (`good`), else drop it; false where it was dropped. */
bool action_end(struct db *db, bool good, struct err *err);
bool action_is_open(const struct db *db);

/* A mark inside an action, for a part that may turn out to be wrong (one
 * line of an import). action_back takes records, keys and journal back to
 * the mark; action_keep lets the part stand. Either ends the mark; marks do
 * not nest, and an action is committed without one. A part that cannot be
 * taken back makes the commit fail. After a failure that is no ERR_INPUT,
 * ERR_CONFLICT or ERR_NOT_FOUND the whole action should be rolled back. */
bool action_mark(struct db *db, struct err *err);
void action_back(struct db *db); /* does nothing outside an action */
void action_keep(struct db *db);

/* A number that the open action knows about a record (`about`), so that a check
 * need not count the same rows for each of a thousand records it saves. Who
 * asks counts when nothing is known (-1), sets it, and adds to it what the
 * action changes. There is one; it goes back with the mark and ends with the
 * action. Outside an action nothing is known, and nothing is kept. */
int64_t action_tally(const struct db *db, int64_t about);
void action_tally_set(struct db *db, int64_t about, int64_t count);
void action_tally_add(struct db *db, int64_t about, int64_t more);

struct history_entry {
	int64_t id;
	const char *at; /* UTC; of feedback the day only, see above */
	const char *who;
	const char *name;
	size_t changes;	     /* records touched */
	int64_t reverts;     /* the entry it reverts, or 0 */
	int64_t reverted_by; /* the entry that reverted it, or 0 */
	bool folded;	     /* what it changed is not kept: it cannot be undone */
	bool thinned;	     /* and was not private: see history_thin */
};

/*
 * Thinning out: of actions before a day (of the machine's own zone) what they
 * changed is dropped. Who did what, when and to how many records stays, and so
 * do the keys that were given and taken, which check_deep counts. They are then
 * folded: they cannot be undone, and those after that day can as before. That it
 * was done is an entry itself, which cannot be undone; a backup is made first.
 * Entries that still name private keys are left as they are.
 */
struct thinning {
	int64_t entries;	  /* actions */
	int64_t changes, bytes;	  /* records whose old values go; bytes of them */
	const char *first, *last; /* moments of the actions, UTC; "" for none */
};
/* What would go. */
bool history_thinning(struct db *db, struct date before, struct arena *arena,
		      struct thinning *out, struct err *err);
/* Drop it. No action may be open. */
bool history_thin(struct db *db, struct date before, struct arena *arena,
		  struct thinning *out, struct err *err);

struct history_change {
	const char *kind;	    /* name of the record kind */
	const char *op;		    /* "insert", "update", "delete" */
	int64_t first, last;	    /* keys */
	const char *before, *after; /* JSON objects of fields, or "" */
};

/* Newest first, from entries older than `before` (0: from the newest). */
bool history_list(struct db *db, int64_t before, size_t limit, struct arena *arena,
		  struct history_entry **out, size_t *count, struct err *err);
bool history_changes(struct db *db, int64_t entry, struct arena *arena,
		     struct history_change **out, size_t *count, struct err *err);

/* What an update or a deletion changed, field by field in stored form; ""
 * for what was or is empty. */
struct history_field {
	const char *name;
	const char *before, *after;
};
bool history_fields(struct db *db, const struct history_change *change,
		    struct arena *arena, struct history_field **out, size_t *count,
		    struct err *err);

/* Does the entry that the next history_undo of the newest takes (0) change records
 * of the kind with that name? *is is false too where nothing can be undone. */
bool history_undo_is_of(struct db *db, const char *kind, bool *is, struct err *err);

/* Undo the newest entry that stands and is not folded (`entry` 0), or that
 * very entry; redo
 * the newest undo. *name is what was undone, in `arena`. Refused with
 * ERR_CONFLICT and the reason where the same fields changed since, and
 * with ERR_NOT_FOUND where there is nothing to undo. `kinds` is the
 * NULL-terminated registry. */
bool history_undo(struct db *db, const struct kind *const *kinds, int64_t entry,
		  struct arena *arena, const char **name, struct err *err);
bool history_redo(struct db *db, const struct kind *const *kinds, struct arena *arena,
		  const char **name, struct err *err);

/* Half-typed forms: `key` names the form and record ("person:123"), `text`
 * is the caller's own encoding. Each call is its own transaction; drafts
 * are not history. */
bool draft_put(struct db *db, const char *key, const char *text, struct err *err);
bool draft_get(struct db *db, const char *key, struct arena *arena, const char **text,
	       struct err *err); /* "" if none */
bool draft_drop(struct db *db, const char *key, struct err *err);
/* Keys of all drafts, newest first. */
bool draft_list(struct db *db, struct arena *arena, const char ***keys, size_t *count,
		struct err *err);

#endif
