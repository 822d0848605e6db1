#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "store_private.h"

/*
 * SQLite's quick check reads the whole file: nothing in a small one, and more
 * than all else that a start does in a big one. So a big file is checked once
 * a day and after it was cut off; the day of the last time is a note.
 */
enum { SMALL = 4 << 20 };

static const char day_note[] = "checked";

static bool is_due(struct db *db, const char *today, bool *due, struct err *err)
{
	const char *last;

	*due = true;
	if (db->cut_off || db->size <= SMALL || *today == '\0')
		return true;
	if (!db_note_get(db, day_note, &db->arena, &last, err))
		return false;
	*due = strcmp(last, today) != 0;
	return true;
}

static bool check(struct db *db, struct err *err)
{
	struct stmt s;
	const char *found = "";
	int code;

	if (!stmt_open(db, "PRAGMA quick_check(1)", &s, err))
		return false;
	code = sqlite3_step(s.raw); /* a big file may take longer than a step's budget */
	if (code == SQLITE_ROW)
		found = stmt_text(&s, 0, &db->arena);
	else
		db_fail(db, err);
	stmt_close(&s);
	if (code != SQLITE_ROW)
		return false;
	if (strcmp(found, "ok") == 0)
		return true;
	return err_set(
		err, ERR_DB,
		_("The office file %s is damaged (%s). Restore the newest backup."),
		db->path, found);
}

/* Who cannot note the day at once, as when somebody else is writing, checks
 * once more the next time. */
static void note_day(struct db *db, const char *today)
{
	int64_t busy_ms = db->busy_ms;
	struct err unsaid = { 0 };
	const char *last = "";

	if (db->read_only || db->size <= SMALL || *today == '\0')
		return;
	if (db_note_get(db, day_note, &db->arena, &last, &unsaid) &&
	    strcmp(last, today) == 0)
		return; /* checked again after a cut */
	db->busy_ms = 0;
	db_note_set(db, day_note, today, &unsaid);
	db->busy_ms = busy_ms;
}

bool quick_check(struct db *db, struct err *err)
{
	char today[11];
	bool due;

	date_to_iso(clock_today(), today);
	if (!is_due(db, today, &due, err))
		return false;
	if (!due)
		return true;
	if (!check(db, err))
		return false;
	sqlite3_db_release_memory(db->raw);
	note_day(db, today);
	return true;
}
