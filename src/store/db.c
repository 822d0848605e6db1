#include "store/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store_private.h"

static bool fail_constraint(const struct db *db, int code, struct err *err)
{
	const char *cause = sqlite3_errmsg(db->raw);

	if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
		return err_set(
			err, ERR_CONFLICT,
			_("Other records refer to this one, or one it refers to is "
			  "gone. Change those first; nothing was saved."));
	return err_set(err, ERR_INPUT,
		       _("The record breaks a rule of the office file: %s"), cause);
}

bool db_fail(const struct db *db, struct err *err)
{
	int code = sqlite3_extended_errcode(db->raw);

	switch (code & 0xff) {
	case SQLITE_FULL:
		return err_set(err, ERR_DB,
			       _("The disk is full. Free some space, then save again; "
				 "nothing is lost."));
	case SQLITE_IOERR:
		return err_set(err, ERR_DB,
			       _("The disk did not do as asked (%s). Check it, then save "
				 "again; what was saved before is not lost."),
			       sqlite3_errmsg(db->raw));
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_BUSY,
			       _("Somebody else is writing to the office file. "
				 "Try again in a moment; nothing is lost."));
	case SQLITE_READONLY:
		if (code == SQLITE_READONLY_DBMOVED)
			return err_set(err, ERR_FILE,
				       _("The office file was moved, deleted or replaced "
					 "while it was open. Put it back, or leave and "
					 "open it again."));
		/* fall through */
	case SQLITE_PERM:
		return err_set(
			err, ERR_READ_ONLY,
			_("The office file may only be read. Open it with the right "
			  "to write; nothing was changed."));
	case SQLITE_CORRUPT:
		return db_damaged(db->path, sqlite3_errmsg(db->raw), err);
	case SQLITE_NOTADB:
		return err_set(err, ERR_FILE,
			       _("%s is no office file. Choose another file."), db->path);
	case SQLITE_CANTOPEN:
		return err_set(err, ERR_FILE,
			       _("%s cannot be opened. Check the path and your rights."),
			       db->path);
	case SQLITE_INTERRUPT:
		if (!db_goes_on(db, err))
			return false;
		return err_set(
			err, ERR_DB,
			_("This took too long and was stopped. Narrow it down and try "
			  "again."));
	case SQLITE_CONSTRAINT:
		return fail_constraint(db, code, err);
	default:
		return err_set(err, ERR_DB, _("The office file refused: %s"),
			       sqlite3_errmsg(db->raw));
	}
}

void db_close(struct db *db)
{
	if (db == NULL)
		return;
	action_rollback(db);
	stmts_close(db);
	sqlite3_close(db->raw);
	marker_clear(db);
	arena_done(&db->action.arena);
	arena_done(&db->folding);
	arena_done(&db->found.arena);
	arena_done(&db->arena);
	free(db);
}

void db_set_stop(struct db *db, bool (*stop)(void *context), void *context)
{
	db->stop = stop;
	db->stop_context = context;
}

bool db_goes_on(const struct db *db, struct err *err)
{
	return !db->stop || !db->stop(db->stop_context) ||
	       err_set(err, ERR_STOPPED, _("Stopped; nothing was written."));
}

void db_listen(struct db *db)
{
	db->failed.code = ERR_NONE;
}

bool db_answered(const struct db *db, struct err *err)
{
	if (db->failed.code == ERR_NONE)
		return true;
	*err = db->failed;
	return false;
}

bool db_was_cut_off(const struct db *db)
{
	return db->cut_off;
}

int64_t db_size(const struct db *db)
{
	return db->size;
}

bool db_is_read_only(const struct db *db)
{
	return db->read_only;
}

void db_use_settings(struct db *db, const struct settings *settings)
{
	db->settings = *settings;
}

const struct settings *db_settings(const struct db *db)
{
	return &db->settings;
}

void db_set_wait(struct db *db, bool (*wait)(void *context), void *context)
{
	db->wait = wait;
	db->wait_context = context;
}

static bool run_kept(struct db *db, const char *sql)
{
	struct err unsaid = { 0 }; /* then each reads for itself */
	struct stmt *s;

	return stmt_get(db, sql, &s, &unsaid) && stmt_step(s, &unsaid) == STMT_DONE;
}

bool db_reads_begin(struct db *db)
{
	return sqlite3_get_autocommit(db->raw) != 0 && run_kept(db, "BEGIN");
}

void db_reads_end(struct db *db, bool begun)
{
	if (!begun || sqlite3_get_autocommit(db->raw) != 0 || run_kept(db, "COMMIT"))
		return;
	/* Nothing was written. Left open, it would refuse every action after it. */
	sqlite3_exec(db->raw, "ROLLBACK", NULL, NULL, NULL);
}

static bool check_pages(struct db *db, struct arena *arena, const char **lines,
			struct err *err)
{
	struct stmt s;
	int code;

	if (!stmt_open(db, "PRAGMA integrity_check(100)", &s, err))
		return false;
	while ((code = sqlite3_step(s.raw)) == SQLITE_ROW) {
		const char *line = stmt_text(&s, 0, arena);

		if (strcmp(line, "ok") != 0)
			*lines = arena_printf(arena, "%s%s\n", *lines, line);
	}
	if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return code == SQLITE_DONE;
}

static bool check_references(struct db *db, struct arena *arena, const char **lines,
			     struct err *err)
{
	struct stmt s;
	int code;

	if (!stmt_open(db, "PRAGMA foreign_key_check", &s, err))
		return false;
	while ((code = sqlite3_step(s.raw)) == SQLITE_ROW)
		*lines = arena_printf(arena,
				      _("%sRecord %s of %s refers to a record of %s that "
					"does not exist.\n"),
				      *lines, stmt_text(&s, 1, arena),
				      stmt_text(&s, 0, arena), stmt_text(&s, 2, arena));
	if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return code == SQLITE_DONE;
}

bool db_check(struct db *db, struct arena *arena, const char **report, struct err *err)
{
	const char *lines = "";

	if (!check_pages(db, arena, &lines, err) ||
	    !check_references(db, arena, &lines, err))
		return false;
	*report = lines;
	return true;
}
