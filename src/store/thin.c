#include "backup_private.h"
#include "base/i18n.h"
#include "store/history.h"

/*
 * The history without what old entries changed. That they were, of whom, when
 * and of how many records stays, and which keys were given and taken, because
 * the check counts them; old values go, and with them the way back.
 *
 * Entries with private keys are left to their own rule (fold.c).
 */
#define OLD                                                         \
	" at < datetime(:day, 'utc') AND folded = 0 AND NOT EXISTS" \
	" (SELECT 1 FROM change p WHERE p.entry = entry.id AND p.private = 1)"
#define OF_OLD " entry IN (SELECT id FROM entry WHERE" OLD ")"

static bool run(struct db *db, const char *sql, const char *day, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_text(s, ":day", day);
	return stmt_step(s, err) == STMT_DONE;
}

static bool ask(struct db *db, const char *sql, const char *day, struct stmt **s,
		struct err *err)
{
	if (!stmt_get(db, sql, s, err))
		return false;
	stmt_bind_text(*s, ":day", day);
	return stmt_step(*s, err) == STMT_ROW;
}

bool history_thinning(struct db *db, struct date before, struct arena *arena,
		      struct thinning *out, struct err *err)
{
	struct stmt *s;
	char day[11];

	*out = (struct thinning){ .first = "", .last = "" };
	date_to_iso(before, day);
	if (!ask(db,
		 "SELECT count(*), coalesce(min(at), ''), coalesce(max(at), '')"
		 "  FROM entry WHERE" OLD,
		 day, &s, err))
		return false;
	out->entries = stmt_int(s, 0);
	out->first = stmt_text(s, 1, arena);
	out->last = stmt_text(s, 2, arena);
	stmt_reset(s);
	if (!ask(db,
		 "SELECT count(*), coalesce(sum(length(before) + length(after)), 0)"
		 "  FROM change WHERE op <> 'insert' AND" OF_OLD,
		 day, &s, err))
		return false;
	out->changes = stmt_int(s, 0);
	out->bytes = stmt_int(s, 1);
	stmt_reset(s);
	return true;
}

/* The entry that tells of it has nothing to be undone either. */
static bool tell(struct db *db, const struct thinning *what, struct err *err)
{
	struct stmt *s;

	if (!action_entry(db, err) ||
	    !stmt_get(db, "UPDATE entry SET folded = 1 WHERE id = :id", &s, err))
		return false;
	stmt_bind_int(s, ":id", db->action.now.entry);
	db->action.now.changes = what->entries;
	return stmt_step(s, err) == STMT_DONE;
}

static bool thin(struct db *db, const char *day, struct arena *arena, struct date before,
		 struct thinning *out, struct err *err)
{
	const char *name = arena_printf(arena, _("History before %s thinned out"),
					date_shown(arena, before));

	if (!action_begin(db, name, err))
		return false;
	if (!history_thinning(db, before, arena, out, err))
		return action_end(db, false, err);
	if (out->entries == 0) {
		action_rollback(db);
		return true;
	}
	return action_end(
		db,
		run(db, "DELETE FROM change WHERE op = 'update' AND" OF_OLD, day, err) &&
			run(db,
			    "UPDATE change SET before = '{}', after = ''"
			    " WHERE op = 'delete' AND" OF_OLD,
			    day, err) &&
			run(db, "UPDATE entry SET folded = 1 WHERE" OLD, day, err) &&
			tell(db, out, err),
		err);
}

bool history_thin(struct db *db, struct date before, struct arena *arena,
		  struct thinning *out, struct err *err)
{
	char day[11];
	bool good;

	if (*db->path != '\0' && !backup_automatic(db, BACKUP_THINNING, err))
		return err_context(err, _("The history is as it was"));
	date_to_iso(before, day);
	db_bulk(db, true);
	good = thin(db, day, arena, before, out, err);
	db_bulk(db, false);
	return good;
}
