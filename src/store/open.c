#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup_private.h"
#include "base/bug.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"

/* Opening the office file, in one fixed order: what is not ours is refused
 * before anything is written. */
enum {
	BUSY_MS = 10000,
	BUSY_PAUSE_MS = 25,
	BULK_STEP_MS = 3600000, /* what is done to all records at once */
	STEP_MS = 10000, /* a damaged or hostile file must not hold a step for ever */
	PROGRESS_STEPS = 20000
};

static int while_busy(void *context, int count)
{
	struct db *db = context;

	if (count == 0)
		db->waiting_since = clock_ms();
	if (db->wait != NULL) {
		if (!db->wait(db->wait_context))
			return 0;
	} else if (clock_ms() - db->waiting_since >= db->busy_ms) {
		return 0;
	}
	sqlite3_sleep(BUSY_PAUSE_MS);
	if (db->deadline != 0)
		db->deadline += BUSY_PAUSE_MS;
	return 1;
}

static int while_stepping(void *context)
{
	const struct db *db = context;

	return (db->stop && db->stop(db->stop_context)) ||
	       (db->deadline != 0 && clock_ms() > db->deadline);
}

/* SQLITE_OPEN_NOFOLLOW refuses links in any part of a path, so the directory
 * is resolved first and only a link in the last part is refused. */
bool path_resolve(const char *path, struct arena *arena, const char **out,
		  struct err *err)
{
	const char *slash = strrchr(path, '/');
	const char *directory =
		slash == NULL ? "."
			      : arena_strndup(arena, path, (size_t)(slash - path) + 1);
	char *real = realpath(directory, NULL);

	if (real == NULL)
		return err_set(err, ERR_FILE, _("The directory %s cannot be used: %s."),
			       directory, err_system(errno));
	*out = arena_printf(arena, "%s/%s", strcmp(real, "/") == 0 ? "" : real,
			    slash == NULL ? path : slash + 1);
	free(real);
	return true;
}

static bool make_file(struct db *db, struct err *err)
{
	int fd = open(db->path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0 || close(fd) != 0)
		return err_set(err, ERR_FILE, _("The office file %s cannot be made: %s."),
			       db->path, err_system(errno));
	db->created = true;
	return true;
}

static const char *journal_of(struct db *db)
{
	return arena_printf(&db->arena, "%s-journal", db->path);
}

/* What a process that was cut off leaves beside the file, and one that is just
 * writing has there too. */
static bool has_journal(struct db *db)
{
	struct stat st;

	return lstat(journal_of(db), &st) == 0 && st.st_size > 0;
}

/* The file is never opened here: closing a second descriptor would drop the
 * locks of another connection of this process. */
static bool check_file(struct db *db, enum db_mode mode, struct err *err)
{
	struct stat st;

	if (lstat(db->path, &st) != 0) {
		if (errno == ENOENT && mode == DB_CREATE)
			return make_file(db, err);
		if (errno == ENOENT)
			return err_set(err, ERR_FILE,
				       _("There is no office file %s. Make a new one, or "
					 "choose another path."),
				       db->path);
		return err_set(err, ERR_FILE, _("The office file %s cannot be read: %s."),
			       db->path, err_system(errno));
	}
	if (!S_ISREG(st.st_mode))
		return err_set(
			err, ERR_FILE,
			_("%s is a link, directory or device. Give the path of the "
			  "office file itself."),
			db->path);
	if (st.st_size == 0)
		return err_set(
			err, ERR_DB,
			_("The office file %s is empty, so it is damaged. Restore the "
			  "newest backup, or remove it to begin anew."),
			db->path);
	db->size = st.st_size;
	return true;
}

/* A journal is made beside the file, so its directory counts as well. */
static bool may_write(const struct db *db)
{
	const char *slash = strrchr(db->path, '/');
	struct arena arena = { 0 };
	const char *directory =
		arena_strndup(&arena, db->path, (size_t)(slash - db->path) + 1);
	bool may = faccessat(AT_FDCWD, db->path, W_OK, AT_EACCESS) == 0 &&
		   faccessat(AT_FDCWD, directory, W_OK | X_OK, AT_EACCESS) == 0;

	arena_done(&arena);
	return may;
}

/* fold(text) in queries: the key by which typed words are compared. */
static void fold(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct db *db = sqlite3_user_data(context);
	const char *text = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	arena_reset(&db->folding);
	sqlite3_result_text(context, text ? text_key(&db->folding, text) : "", -1,
			    SQLITE_TRANSIENT);
}

static bool configure(struct db *db, struct err *err)
{
	static const struct {
		int option, value;
	} options[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	};

	for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
		int now = -1;

		sqlite3_db_config(db->raw, options[i].option, options[i].value, &now);
		if (now != options[i].value)
			return err_set(
				err, ERR_DB,
				_("This SQLite library cannot be made safe. Install "
				  "version 3.37 or later."));
	}
	sqlite3_limit(db->raw, SQLITE_LIMIT_LENGTH, 16 << 20);
	sqlite3_limit(db->raw, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
	sqlite3_limit(db->raw, SQLITE_LIMIT_ATTACHED, 2);
	sqlite3_limit(db->raw, SQLITE_LIMIT_VDBE_OP, 100000);
	sqlite3_limit(db->raw, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
	sqlite3_busy_handler(db->raw, while_busy, db);
	sqlite3_progress_handler(db->raw, PROGRESS_STEPS, while_stepping, db);
	if (sqlite3_create_function_v2(db->raw, "fold", 1,
				       SQLITE_UTF8 | SQLITE_DETERMINISTIC |
					       SQLITE_DIRECTONLY,
				       db, fold, NULL, NULL, NULL) != SQLITE_OK)
		return db_fail(db, err);
	return true;
}

static bool is_header(const unsigned char *head)
{
	return memcmp(head, "SQLite format 3", 16) == 0;
}

/* A backup is brought back with `restore`; working in it would spoil it. */
static bool check_no_backup(const struct db *db, sqlite3_file *file, struct err *err)
{
	char line[BACKUP_SEAL];
	sqlite3_int64 size = 0;

	if (file->pMethods->xFileSize(file, &size) != SQLITE_OK || size < BACKUP_SEAL ||
	    file->pMethods->xRead(file, line, BACKUP_SEAL, size - BACKUP_SEAL) !=
		    SQLITE_OK ||
	    !seal_is(line))
		return true;
	return err_set(err, ERR_FILE,
		       _("%s is a backup. Bring it back with: bangkom restore %s"),
		       db->path, db->path);
}

static sqlite3_file *file_of(const struct db *db)
{
	sqlite3_file *file = NULL;
	int code =
		sqlite3_file_control(db->raw, "main", SQLITE_FCNTL_FILE_POINTER, &file);

	BUG_ON(code != SQLITE_OK || !file || !file->pMethods);
	return file;
}

/* Does the journal belong to nobody who lives? Who writes holds a lock, and who
 * has just ended his change has taken the journal away. */
static bool is_left(struct db *db)
{
	sqlite3_file *file = file_of(db);
	int locked = 0;

	return has_journal(db) &&
	       (file->pMethods->xCheckReservedLock(file, &locked) != SQLITE_OK ||
		!locked) &&
	       has_journal(db);
}

/* Whose file is it? The header is read past SQLite's pager, because even a
 * first SELECT would roll back or check-point the file of somebody else. A power
 * cut may have torn it; then the journal holds what it was. */
static bool check_header(struct db *db, struct err *err)
{
	enum {
		READ_AT = 19,
		VERSION_AT = 60,
		APPLICATION_AT = 68,
		HEAD = 100,
		LOGGED = 2
	};
	unsigned char head[HEAD];
	sqlite3_file *file = file_of(db);
	int code = file->pMethods->xRead(file, head, HEAD, 0);

	if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
		return err_set(err, ERR_FILE, _("The office file %s cannot be read: %s."),
			       db->path, sqlite3_errstr(code));
	if (code == SQLITE_OK && !is_header(head) && has_journal(db) &&
	    !journal_first_page(journal_of(db), head, HEAD))
		code = SQLITE_NOTADB;
	if (code != SQLITE_OK || !is_header(head))
		return err_set(err, ERR_FILE,
			       _("%s is no office file. Choose another file."), db->path);
	if (!check_ours(db, stored_number(head + APPLICATION_AT), err) ||
	    !check_no_backup(db, file, err) ||
	    !check_version(db, stored_number(head + VERSION_AT), err))
		return false;
	if (db->read_only && head[READ_AT] == LOGGED)
		return err_set(
			err, ERR_READ_ONLY,
			_("Another program has changed how %s is written, and it cannot "
			  "be read so without writing. Open it once for writing."),
			db->path);
	return true;
}

/* SQLite answers with the journal it has, where it cannot have another. */
static bool set_journal(struct db *db, struct err *err)
{
	const char *want = *db->path ? "delete" : "memory", *got = "";
	struct stmt s;
	bool row;

	if (db->read_only)
		return true;
	if (!stmt_open(db, "PRAGMA journal_mode = DELETE", &s, err))
		return false;
	row = stmt_step(&s, err) == STMT_ROW;
	if (row)
		got = stmt_text(&s, 0, &db->arena);
	stmt_close(&s);
	if (!row || strcmp(got, want) == 0)
		return row;
	return err_set(err, ERR_DB,
		       _("%s cannot be written the safe way (its journal is '%s'). Close "
			 "other programs that use it, then try again."),
		       db->path, got);
}

/* Reading needs few pages, whatever the size of the file. A big import changes
 * many: until they are 16 MiB it keeps them instead of writing in between. */
static bool set_pragmas(struct db *db, struct err *err)
{
	return db_run(db,
		      "PRAGMA locking_mode = NORMAL;"
		      "PRAGMA synchronous = EXTRA;"
		      "PRAGMA cell_size_check = ON;"
		      "PRAGMA mmap_size = 0;"
		      "PRAGMA secure_delete = ON;"
		      "PRAGMA recursive_triggers = OFF;"
		      "PRAGMA temp_store = MEMORY;"
		      "PRAGMA cache_size = -2000;"
		      "PRAGMA cache_spill = 4000",
		      err);
}

void db_bulk(struct db *db, bool begins)
{
	struct err ignored = { 0 };

	db->bulk = begins;
	db->step_ms = begins ? BULK_STEP_MS : STEP_MS;
	(void)db_run(db,
		     begins ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -2000",
		     &ignored);
}

static bool open_raw(struct db *db, enum db_mode mode, struct err *err)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
		    SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX; /* one thread */
	const char *path = mode == DB_MEMORY ? ":memory:" : db->path;

	flags |= db->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	if (mode == DB_MEMORY)
		flags |= SQLITE_OPEN_CREATE;
	if (sqlite3_open_v2(path, &db->raw, flags, NULL) != SQLITE_OK)
		return db_fail(db, err);
	if (!configure(db, err) || (!db->created && !check_header(db, err)))
		return false;
	db->cut_off |= !db->created && is_left(db);
	return set_pragmas(db, err) && set_journal(db, err);
}

/* Who may only read cannot bring back what a cut left half written, and so reads
 * nothing at all. Where our rights allow it, it is done before. */
static void roll_back(struct db *db)
{
	struct db *writing = NULL;
	struct err unsaid = { 0 }; /* the opening that follows says it */
	int64_t version;

	if (db_open_as_is(db->path, true, &writing, &unsaid)) {
		db->cut_off = writing->cut_off;
		(void)db_number(writing, "PRAGMA user_version", &version, &unsaid);
	}
	db_close(writing);
}

static bool open_all(struct db *db, const char *path, enum db_mode mode, struct err *err)
{
	db->read_only = mode == DB_READ_ONLY;
	db->created = mode == DB_MEMORY;
	db->path = arena_strdup(&db->arena, "");
	if (mode != DB_MEMORY && (!path_resolve(path, &db->arena, &db->path, err) ||
				  !check_file(db, mode, err)))
		return false;
	if (mode == DB_READ_ONLY && !db->as_is && has_journal(db) && may_write(db))
		roll_back(db);
	if (mode != DB_MEMORY && !may_write(db))
		db->read_only = true;
	if (!open_raw(db, mode, err))
		return false;
	if (db->as_is)
		return true;
	if (mode != DB_MEMORY && !db->read_only)
		marker_set(db);
	if (!db->created && !quick_check(db, err)) {
		/* What was found, or not looked for to the end, is to be looked
		 * for again: the day of the last check would speak against it. */
		if (db->cut_off)
			marker_leave(db);
		return false;
	}
	return db_migrate(db, err);
}

static bool open_new(struct db *db, const char *path, enum db_mode mode, struct db **out,
		     struct err *err)
{
	db->busy_ms = BUSY_MS;
	db->step_ms = STEP_MS;
	db->marker = -1;
	settings_default(&db->settings);
	arena_init(&db->arena);
	umask(077);
	if (!open_all(db, path, mode, err)) {
		if (db->created && mode == DB_CREATE)
			unlink(db->path);
		db_close(db);
		return false;
	}
	*out = db;
	return true;
}

bool db_open(const char *path, enum db_mode mode, struct db **out, struct err *err)
{
	struct db *db = calloc(1, sizeof *db);

	BUG_ON(db == NULL);
	return open_new(db, path, mode, out, err);
}

bool db_open_as_is(const char *path, bool writing, struct db **out, struct err *err)
{
	struct db *db = calloc(1, sizeof *db);

	BUG_ON(db == NULL);
	db->as_is = true;
	return open_new(db, path, writing ? DB_OPEN : DB_READ_ONLY, out, err);
}
