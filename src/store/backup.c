#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup_private.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/number.h"

/* Making backups. */

/* At most: one that a start had to make, and one of the end of the work. */
enum { OF_A_DAY = 2 };

static const char office_note[] = "office";
static const char state_note[] = "backed"; /* number of the newest action in one */

/* Every page of a copy is there at once: no step has to be within a budget. */
static bool run_long(struct db *db, const char *sql, const char *text, struct err *err)
{
	struct stmt s;
	int code;

	if (!stmt_open(db, sql, &s, err))
		return false;
	stmt_bind_text(&s, ":path", text);
	code = sqlite3_step(s.raw);
	if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return code == SQLITE_DONE;
}

/* A statement that was left in the middle would keep SQLite from copying. */
static void end_statements(struct db *db)
{
	for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(db->raw, s)) != NULL;) {
		if (sqlite3_stmt_busy(s))
			sqlite3_reset(s);
	}
}

/* `path` is what it will be called, which is what people are told. */
static bool copy_records(struct db *db, const char *into, const char *path,
			 struct err *err)
{
	int64_t pages = 0, page = 0;

	end_statements(db);
	return db_number(db, "PRAGMA page_count", &pages, err) &&
	       db_number(db, "PRAGMA page_size", &page, err) &&
	       backup_fits(path, pages * page + BACKUP_SEAL, err) &&
	       run_long(db, "VACUUM INTO :path", into, err);
}

/* The quick check is enough: a copy has all its indexes made anew. */
bool backup_examine(const char *path, struct arena *arena, const char **found,
		    struct err *err)
{
	struct db *copy = NULL;
	struct stmt s;
	bool good;

	if (!db_open_as_is(path, false, &copy, err))
		return false;
	good = stmt_open(copy, "PRAGMA quick_check(1)", &s, err);
	if (good) {
		good = sqlite3_step(s.raw) == SQLITE_ROW || db_fail(copy, err);
		*found = good ? stmt_text(&s, 0, arena) : "";
		stmt_close(&s);
	}
	if (good && strcmp(*found, "ok") == 0)
		*found = "";
	db_close(copy);
	return good;
}

static bool is_sound(const char *path, struct err *err)
{
	struct arena arena = { 0 };
	const char *found = "";
	bool good = backup_examine(path, &arena, &found, err);

	if (good && *found != '\0')
		good = err_set(err, ERR_DB,
			       _("The office file is damaged (%s), so no backup was made "
				 "of it. Restore the newest backup."),
			       found);
	arena_done(&arena);
	return good;
}

static bool is_there(const char *path, struct err *err)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return false;
	err_set(err, ERR_CREATE,
		_("%s is there already and is not written over. Choose another name."),
		path);
	return true;
}

/* The finished copy is read once more before it has its name. */
static bool finish(int fd, const char *temporary, const char *path, struct err *err)
{
	char made[20];
	int64_t size;

	if (!is_sound(temporary, err) || !seal_add(fd, path, err))
		return false;
	seal_reread(fd);
	if (!seal_check(fd, path, &size, made, err))
		return false;
	if (!file_place(temporary, path)) {
		if (errno == EEXIST && is_there(path, err))
			return false;
		return err_set(err, ERR_FILE, _("%s could not be written: %s."), path,
			       err_system(errno));
	}
	(void)file_sync_directory(path); /* some file systems refuse */
	return true;
}

/* The automatic ones belong to whom the office file belongs to; who makes one by
 * hand keeps it. */
static void share(const struct db *db, int fd, const char *path)
{
	struct arena arena = { 0 };
	const char *prefix = backup_prefix(db->path, &arena);

	if (strncmp(path, prefix, strlen(prefix)) == 0)
		file_share(fd, db->path);
	arena_done(&arena);
}

/* `path` is resolved. */
static bool make(struct db *db, const char *path, bool of_day, struct err *err)
{
	struct arena arena = { 0 };
	const char *temporary = "";
	bool good;
	int fd;

	if (is_there(path, err))
		return false;
	fd = file_temporary(path, &arena, &temporary);
	if (fd < 0) {
		err_set(err, errno == EACCES || errno == EROFS ? ERR_DENIED : ERR_CREATE,
			_("%s could not be written: %s."), path, err_system(errno));
		arena_done(&arena);
		return false;
	}
	share(db, fd, path);
	backup_sweep(arena_printf(&arena, "%s.", path), temporary);
	good = copy_records(db, temporary, path, err) && db_goes_on(db, err) &&
	       (!of_day || backup_hold_back(temporary, db->path, err)) &&
	       finish(fd, temporary, path, err);
	if (close(fd) != 0 && good)
		good = err_set(err, ERR_FILE, _("%s could not be written: %s."), path,
			       err_system(errno));
	if (!good)
		(void)unlink(temporary);
	arena_done(&arena);
	return good;
}

/* The settings hold the name of the office, and a backup is read without
 * them. Who cannot note it leaves what stood there. */
static void note_office(struct db *db)
{
	struct arena arena = { 0 };
	struct err unsaid = { 0 };
	const char *noted = "";

	if (!db->read_only && *db->settings.office != '\0' &&
	    db_note_get(db, office_note, &arena, &noted, &unsaid) &&
	    strcmp(noted, db->settings.office) != 0)
		(void)db_note_set(db, office_note, db->settings.office, &unsaid);
	arena_done(&arena);
}

/* The office was brought back from a backup that left something out; another
 * one does not. */
static void forget_held(struct db *db)
{
	struct arena arena = { 0 };
	struct err unsaid = { 0 };
	const char *noted = "";

	if (!db->read_only &&
	    db_note_get(db, BACKUP_HELD_NOTE, &arena, &noted, &unsaid) && *noted != '\0')
		(void)db_note_set(db, BACKUP_HELD_NOTE, "", &unsaid);
	arena_done(&arena);
}

static void note_by_hand(struct db *db, const char *path)
{
	struct arena arena = { 0 };
	struct err unsaid = { 0 };
	char today[11];

	date_to_iso(clock_today(), today);
	if (!db->read_only)
		(void)db_note_set(db, BACKUP_HAND_NOTE,
				  arena_printf(&arena, "%s %s", today, path), &unsaid);
	arena_done(&arena);
}

bool backup_write(struct db *db, const char *path, struct err *err)
{
	struct arena arena = { 0 };
	const char *real;
	bool good = path_resolve(path, &arena, &real, err) &&
		    backup_is_apart(db->path, real, err);

	if (good) {
		note_office(db);
		forget_held(db);
		good = make(db, real, false, err);
	}
	if (good)
		note_by_hand(db, real);
	arena_done(&arena);
	return good;
}

bool backup_automatic(struct db *db, enum backup_why why, struct err *err)
{
	struct arena arena = { 0 };
	const char *path;
	bool good = false;

	for (int tries = 0; tries < 10 && !good; tries++) {
		*err = (struct err){ 0 };
		if (!backup_next(db->path, why, &arena, &path, err))
			break;
		good = make(db, path, false, err);
		if (!good && err->code != ERR_CREATE)
			break;
	}
	arena_done(&arena);
	return good;
}

static size_t of_today(const struct backup_file *files, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += strcmp(files[i].why, "daily") == 0 &&
			 date_compare(files[i].day, clock_today()) == 0;
	return found;
}

/* Of each sort those of the newest days stay. */
static void prune(struct db *db, const struct backup_file *files, size_t count)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct date day = DATE_NONE;
		long newer = 0;

		for (size_t k = 0; k < i; k++) {
			if (strcmp(files[k].why, files[i].why) != 0 ||
			    date_compare(files[k].day, day) == 0)
				continue;
			day = files[k].day;
			newer += date_compare(day, files[i].day) != 0;
		}
		if (newer >= db->settings.backups_kept)
			(void)unlink(arena_printf(&arena, "%s-backups/%s", db->path,
						  files[i].name));
	}
	arena_done(&arena);
}

/* What the copy holds at least: others may have done more before it was made. */
static void note_state(struct db *db, int64_t newest)
{
	struct err unsaid = { 0 };
	char text[24];

	snprintf(text, sizeof text, "%lld", (long long)newest);
	(void)db_note_set(db, state_note, text, &unsaid);
}

/* Until there are `most` of today. Another process may make one at the same
 * time: then its file has the name, and there is one. */
static bool make_daily(struct db *db, size_t most, struct arena *arena, struct err *err)
{
	char at[20];
	int64_t newest;
	struct backup_file *files;
	const char *path;
	size_t count;

	for (int tries = 0;; tries++) {
		if (!backup_list(db->path, arena, &files, &count, err))
			return false;
		if (of_today(files, count) >= most)
			return true;
		if (!history_newest(db, &newest, at, err))
			return false;
		if (tries == 0)
			note_office(db);
		if (!backup_next(db->path, BACKUP_DAILY, arena, &path, err))
			return false;
		if (make(db, path, true, err))
			break;
		if (err->code != ERR_CREATE || tries == 3)
			return false;
		*err = (struct err){ 0 };
	}
	note_state(db, newest);
	backup_sweep(backup_prefix(db->path, arena), path);
	if (backup_list(db->path, arena, &files, &count, err))
		prune(db, files, count);
	return true;
}

static bool has_none(const struct db *db)
{
	return db->read_only || *db->path == '\0' || !date_is_set(clock_today());
}

/* Was anything done since the newest one? */
static bool has_changed(struct db *db, struct arena *arena, bool *changed,
			struct err *err)
{
	const char *noted;
	int64_t newest;
	char at[20];

	if (!db_note_get(db, state_note, arena, &noted, err) ||
	    !history_newest(db, &newest, at, err))
		return false;
	*changed = *noted == '\0' || strtoll(noted, NULL, 10) != newest;
	return true;
}

static bool is_due(struct db *db, enum backup_when when, struct arena *arena, bool *due,
		   struct err *err)
{
	struct backup_file *files;
	size_t count, today;

	if (!backup_list(db->path, arena, &files, &count, err))
		return false;
	today = of_today(files, count);
	switch (when) {
	case BACKUP_START:
		*due = today == 0 && db->size <= DB_LARGE;
		break;
	case BACKUP_END:
		*due = today < OF_A_DAY && db->size > DB_SMALL;
		break;
	case BACKUP_NOW:
		*due = true;
		break;
	}
	if (!*due || count == 0 || (when == BACKUP_START && db->size <= DB_SMALL) ||
	    (when == BACKUP_NOW && today == 0))
		return true;
	return has_changed(db, arena, due, err);
}

/* What the screens tell until there is one; who stops it knows. */
static void keep_failure(struct db *db, bool good, const struct err *err)
{
	db->backup_failed = (struct err){ 0 };
	if (!good && err->code != ERR_STOPPED)
		db->backup_failed = *err;
}

bool backup_is_due(struct db *db, enum backup_when when, bool *due, struct err *err)
{
	struct arena arena = { 0 };
	bool good = true;

	*due = false;
	if (!has_none(db))
		good = is_due(db, when, &arena, due, err);
	if (!good)
		keep_failure(db, false, err);
	arena_done(&arena);
	return good;
}

static bool daily(struct db *db, size_t most, struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	if (has_none(db))
		return true;
	good = make_daily(db, most, &arena, err);
	arena_done(&arena);
	if (!good)
		err_context(err, _("The backup of today was not made"));
	keep_failure(db, good, err);
	return good;
}

bool backup_daily(struct db *db, struct err *err)
{
	return daily(db, 1, err);
}

bool backup_another(struct db *db, struct err *err)
{
	return daily(db, SIZE_MAX, err);
}
