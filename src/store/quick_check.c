#include <string.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "store_private.h"

/*
 * SQLite's quick check reads the whole file: nothing in a small one, and more
 * than all else that a start does in a big one. What is examined is decided by
 * the size (store/db.h); the day of the last time is a note.
 */
enum { TINY = 4 << 20 };

static const char day_note[] = "checked";

/* Was the file used after the day that is noted? Days of the machine's zone. */
static bool used_since(struct db *db, const char *noted, bool *used, struct err *err)
{
	struct date last, day;

	if (!history_last_day(db, &last, err))
		return false;
	*used = !date_from_iso(noted, &day) ||
		(date_is_set(last) && date_compare(last, day) > 0);
	return true;
}

static bool is_due(struct db *db, const char *today, bool *due, struct err *err)
{
	const char *noted;

	*due = db->size <= TINY || (db->size <= DB_LARGE && db->cut_off);
	if (*due || db->size > DB_LARGE)
		return true;
	*due = *today == '\0';
	if (*due)
		return true;
	if (!db_note_get(db, day_note, &db->arena, &noted, err))
		return false;
	if (db->size > DB_SMALL)
		return used_since(db, noted, due, err);
	*due = strcmp(noted, today) != 0;
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
	return db_damaged(db->path, found, err);
}

/* Who cannot note the day at once, as when somebody else is writing, checks
 * once more the next time. */
static void note_day(struct db *db, const char *today)
{
	int64_t busy_ms = db->busy_ms;
	struct err unsaid = { 0 };
	const char *last = "";

	if (db->read_only || db->size <= TINY || *today == '\0')
		return;
	if (db_note_get(db, day_note, &db->arena, &last, &unsaid) &&
	    strcmp(last, today) == 0)
		return; /* checked again after a cut */
	db->busy_ms = 0;
	db_note_set(db, day_note, today, &unsaid);
	db->busy_ms = busy_ms;
}

static bool check_and_note(struct db *db, const char *today, struct err *err)
{
	if (!check(db, err))
		return false;
	sqlite3_db_release_memory(db->raw);
	note_day(db, today);
	return true;
}

bool quick_check(struct db *db, struct err *err)
{
	char today[11];
	bool due;

	date_to_iso(clock_today(), today);
	if (!is_due(db, today, &due, err))
		return false;
	return !due || check_and_note(db, today, err);
}

bool db_examine(struct db *db, struct err *err)
{
	char today[11];

	date_to_iso(clock_today(), today);
	return db_goes_on(db, err) && check_and_note(db, today, err);
}
