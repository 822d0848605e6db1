#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "base/bug.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/history.h"
#include "store_private.h"

/* The open action: its transaction and what it writes into the journal. */

static const char *login_name(void)
{
	const struct passwd *who = getpwuid(getuid());

	return who && who->pw_name ? who->pw_name : "?";
}

/* Changed pages stay in memory until the commit and leave no room for those that
 * are only read, which would be read again for each of many records. */
enum { MANY_RECORDS = 200 };

static void keep_pages(struct db *db, bool many)
{
	struct err ignored = { 0 };

	if (db->action.wide == many)
		return;
	db->action.wide = many;
	(void)db_run(db,
		     many ? "PRAGMA cache_size = -16384" : "PRAGMA cache_size = -2000",
		     &ignored);
}

static void forget(struct db *db)
{
	keep_pages(db, false);
	db->action.open = false;
	db->action.marked = false;
	db->action.broken = false;
	db->action.reverts = 0;
	db->action.about = "";
	db->action.counted = 0;
	db->action.count_only = false;
	db->action.now = (struct progress){ 0 };
}

bool action_begin(struct db *db, const char *name, struct err *err)
{
	BUG_ON(db->action.open);
	if (db->read_only)
		return err_set(
			err, ERR_READ_ONLY,
			_("The office file is open for reading only. Open it again "
			  "with the right to write; nothing was changed."));
	if (!db_run(db, "BEGIN IMMEDIATE", err))
		return false;
	forget(db);
	db->action.open = true;
	db->action.serial++;
	arena_reset(&db->action.arena);
	db->action.name = arena_strdup(&db->action.arena, name);
	return true;
}

void action_about(struct db *db, const char *about, size_t count)
{
	BUG_ON(!db->action.open);
	db->action.about = arena_strdup(&db->action.arena, about);
	db->action.counted = count;
}

void action_count_only(struct db *db, size_t count)
{
	BUG_ON(*db->action.about == '\0');
	db->action.counted = count;
	db->action.count_only = true;
}

void action_rollback(struct db *db)
{
	if (!db->action.open)
		return;
	forget(db);
	sqlite3_exec(db->raw, "ROLLBACK", NULL, NULL, NULL);
}

static bool refuse_broken(struct err *err)
{
	return err_set(err, ERR_DB,
		       _("The office file could not take back a part of this, so "
			 "nothing was saved. Try again."));
}

bool action_holds(const struct db *db, sqlite3_stmt *raw, struct err *err)
{
	return !db->action.open || sqlite3_get_autocommit(db->raw) == 0 ||
	       sqlite3_stmt_readonly(raw) != 0 || refuse_broken(err);
}

bool action_is_open(const struct db *db)
{
	return db->action.open;
}

static bool step_once(struct db *db, const char *sql, struct err *err)
{
	struct stmt *s;

	return stmt_get(db, sql, &s, err) && stmt_step(s, err) == STMT_DONE;
}

bool action_mark(struct db *db, struct err *err)
{
	struct action *a = &db->action;

	BUG_ON(!a->open || a->marked);
	/* A savepoint outside of a transaction would be one by itself. */
	if (sqlite3_get_autocommit(db->raw) != 0)
		return refuse_broken(err);
	if (!step_once(db, "SAVEPOINT mark", err))
		return false;
	a->mark = a->now;
	a->marked = true;
	keys_mark(db);
	return true;
}

/* SQLite ends the whole transaction by itself after some failures; then
 * nothing of the action may be committed. */
void action_back(struct db *db)
{
	struct action *a = &db->action;
	struct err err;

	if (!a->open)
		return;
	BUG_ON(!a->marked);
	if (sqlite3_get_autocommit(db->raw) || !step_once(db, "ROLLBACK TO mark", &err) ||
	    !step_once(db, "RELEASE mark", &err))
		a->broken = true;
	a->now = a->mark;
	a->marked = false;
	keys_back(db);
}

void action_keep(struct db *db)
{
	struct err err;

	BUG_ON(!db->action.open || !db->action.marked);
	if (!step_once(db, "RELEASE mark", &err))
		db->action.broken = true;
	db->action.marked = false;
}

int64_t action_tally(const struct db *db, int64_t about)
{
	const struct progress *now = &db->action.now;

	return about != 0 && now->tally.about == about ? now->tally.count : -1;
}

void action_tally_set(struct db *db, int64_t about, int64_t count)
{
	if (!db->action.open)
		return;
	db->action.now.tally.about = about;
	db->action.now.tally.count = count;
}

void action_tally_add(struct db *db, int64_t about, int64_t more)
{
	if (action_tally(db, about) >= 0)
		db->action.now.tally.count += more;
}

bool action_entry(struct db *db, struct err *err)
{
	struct stmt *s;
	char at[20];

	if (db->action.now.entry != 0)
		return true;
	if (!stmt_get(db,
		      "INSERT INTO entry (at, who, name, reverts)"
		      " VALUES (:at, :who, :name, nullif(:reverts, 0))",
		      &s, err))
		return false;
	clock_stamp(at);
	stmt_bind_text(s, ":at", at);
	stmt_bind_text(s, ":who", login_name());
	stmt_bind_text(s, ":name", db->action.name);
	stmt_bind_int(s, ":reverts", db->action.reverts);
	if (stmt_step(s, err) != STMT_DONE)
		return false;
	db->action.now.entry = sqlite3_last_insert_rowid(db->raw);
	return true;
}

static bool write_change(struct db *db, const struct range *range,
			 const struct change_text *text, struct err *err)
{
	struct stmt *s;

	if (!action_entry(db, err) ||
	    !stmt_get(db,
		      "INSERT INTO change"
		      " (entry, n, kind, op, first, last, before, after, private)"
		      " VALUES (:entry, :n, :kind, :op, :first, :last, :before, :after,"
		      "         :private)",
		      &s, err))
		return false;
	stmt_bind_int(s, ":entry", db->action.now.entry);
	stmt_bind_int(s, ":n", ++db->action.now.n);
	stmt_bind_text(s, ":kind", range->kind->name);
	stmt_bind_text(s, ":op", text->op);
	stmt_bind_int(s, ":first", range->first);
	stmt_bind_int(s, ":last", range->last);
	stmt_bind_text(s, ":before", text->before);
	stmt_bind_text(s, ":after", text->after);
	stmt_bind_int(s, ":private", range->kind->private_keys);
	return stmt_step(s, err) == STMT_DONE;
}

static bool write_inserts(struct db *db, struct err *err)
{
	static const struct change_text text = { "insert", "", "" };
	struct progress *a = &db->action.now;

	for (size_t i = 0; i < a->range_count; i++) {
		if (!write_change(db, &a->ranges[i], &text, err))
			return false;
	}
	a->range_count = 0;
	return true;
}

bool change_insert(struct db *db, const struct kind *kind, int64_t id, struct err *err)
{
	struct progress *a = &db->action.now;

	if (++a->changes == MANY_RECORDS && !db->bulk)
		keep_pages(db, true);
	a->private |= kind->private_keys;
	a->private_added |= kind->private_keys;
	for (size_t i = 0; i < a->range_count; i++) {
		if (a->ranges[i].kind == kind && a->ranges[i].last + 1 == id) {
			a->ranges[i].last = id;
			return true;
		}
	}
	if (a->range_count == RANGES_MOST && !write_inserts(db, err))
		return false;
	a->ranges[a->range_count++] = (struct range){ kind, id, id };
	return true;
}

bool change_add(struct db *db, const struct kind *kind, int64_t id,
		const struct change_text *text, struct err *err)
{
	struct range range = { kind, id, id };

	if (!write_inserts(db, err))
		return false;
	db->action.now.changes++;
	db->action.now.private |= kind->private_keys;
	return write_change(db, &range, text, err);
}

static bool finish_entry(struct db *db, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      "UPDATE entry SET changes = :changes,"
		      " about = :about, counted = :counted,"
		      " at = CASE WHEN :private THEN substr(at, 1, 10) || ' 00:00:00' "
		      "ELSE at END"
		      " WHERE id = :id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":private", db->action.now.private);
	stmt_bind_int(s, ":changes", db->action.now.changes);
	stmt_bind_text(s, ":about", db->action.about);
	stmt_bind_int(s, ":counted", (int64_t)db->action.counted);
	stmt_bind_int(s, ":id", db->action.now.entry);
	return stmt_step(s, err) == STMT_DONE;
}

bool action_commit(struct db *db, struct err *err)
{
	BUG_ON(!db->action.open || db->action.marked);
	if (db->action.broken) {
		action_rollback(db);
		return refuse_broken(err);
	}
	if (db->action.now.changes == 0) {
		action_rollback(db);
		return true;
	}
	if (find_flush(db, err) && counts_flush(db, err) && write_inserts(db, err) &&
	    finish_entry(db, err) &&
	    (!db->action.now.private_added || history_fold(db, err)) &&
	    db_run(db, "COMMIT", err)) {
		forget(db);
		return true;
	}
	action_rollback(db);
	return false;
}

bool action_end(struct db *db, bool good, struct err *err)
{
	if (good)
		return action_commit(db, err);
	action_rollback(db);
	return false;
}
