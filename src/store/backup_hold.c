#include <string.h>

#include "backup_private.h"
#include "base/number.h"

/*
 * Who has the backups of two days sees which feedback sheets came in between,
 * and where these are few, whose they are. So the backup of a day takes new
 * sheets along only when there are enough of them to hide among; until then
 * they are in the office file, and on paper. Here are the tables' names, since
 * it is the copy that is changed, and not the office.
 */
enum { SHEETS_LEAST = 8 };

/* The newest backup of a day, if there is one that can be read. What it does
 * not hold counts as new, so it is no error. */
static void attach_earlier(struct db *copy, const char *office)
{
	struct arena arena = { 0 };
	struct err unsaid = { 0 };
	struct backup_file *files;
	size_t count = 0, i = 0;
	struct stmt s;

	if (!backup_list(office, &arena, &files, &count, &unsaid))
		count = 0;
	while (i < count && strcmp(files[i].why, "daily") != 0)
		i++;
	if (i < count && stmt_open(copy, "ATTACH :path AS earlier", &s, &unsaid)) {
		stmt_bind_text(
			&s, ":path",
			arena_printf(&arena, "%s-backups/%s", office, files[i].name));
		if (stmt_step(&s, &unsaid) == STMT_DONE)
			(void)db_run(copy,
				     "INSERT INTO temp.known"
				     " SELECT id FROM earlier.sheets",
				     &unsaid);
		stmt_close(&s);
	}
	arena_done(&arena);
}

static bool choose(struct db *copy, int64_t *held, struct err *err)
{
	struct arena arena = { 0 };
	bool good = db_run(
		copy,
		arena_printf(&arena,
			     "CREATE TEMP TABLE held (id INTEGER PRIMARY KEY);"
			     "WITH fresh (id, n) AS ("
			     "  SELECT id, count(*) OVER (PARTITION BY programme,"
			     "         questionnaire, trainer, session, role, phase)"
			     "    FROM main.sheets"
			     "   WHERE id NOT IN (SELECT id FROM temp.known))"
			     "INSERT INTO temp.held SELECT id FROM fresh WHERE n < %d",
			     SHEETS_LEAST),
		err);

	arena_done(&arena);
	return good && db_number(copy, "SELECT count(*) FROM temp.held", held, err);
}

/* With the keys that an undo would need, which say what came last. */
static bool leave_out(struct db *copy, int64_t held, struct err *err)
{
	struct arena arena = { 0 };
	bool good =
		db_run(copy,
		       "BEGIN;"
		       "DELETE FROM answers WHERE sheet IN (SELECT id FROM temp.held);"
		       "DELETE FROM sheets WHERE id IN (SELECT id FROM temp.held);"
		       "UPDATE entry SET folded = 1,"
		       " name = CASE WHEN about = '' THEN name ELSE about END"
		       " WHERE id IN (SELECT entry FROM change"
		       "               WHERE kind IN ('sheet', 'answer'));"
		       "DELETE FROM change WHERE kind IN ('sheet', 'answer');"
		       "DELETE FROM draft WHERE key LIKE 'sheet:%'",
		       err) &&
		db_note_set(copy, BACKUP_HELD_NOTE,
			    held ? arena_printf(&arena, "%lld", (long long)held) : "",
			    err) &&
		db_run(copy, "COMMIT; VACUUM", err);

	arena_done(&arena);
	return good;
}

bool backup_hold_back(const char *path, const char *office, struct err *err)
{
	struct db *copy = NULL;
	int64_t held = 0;
	bool good;

	if (!db_open_as_is(path, true, &copy, err))
		return false;
	db_bulk(copy, true);
	/* No other program knows of the copy, and it is synced when it is whole. */
	good = db_run(copy,
		      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
		      "CREATE TEMP TABLE known (id INTEGER PRIMARY KEY)",
		      err);
	if (good)
		attach_earlier(copy, office);
	good = good && choose(copy, &held, err) && leave_out(copy, held, err);
	db_close(copy);
	return good;
}
