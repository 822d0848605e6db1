#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct err;
struct settings;

/*
 * The office file: one SQLite database, opened in one fixed way (rollback
 * journal, synchronous=EXTRA, defensive). This layer knows no record kind by
 * name and no screen.
 */
struct db;

enum db_mode {
	DB_OPEN,      /* must exist; migrated where it is older. Read-only where file
		       * or directory may not be written by us: tell the user */
	DB_CREATE,    /* must not exist or be ours; made with mode 0600 */
	DB_READ_ONLY, /* nothing is ever written, but what a cut left half written is
		       * taken back first */
	DB_MEMORY     /* for tests; `path` is ignored */
};

/* Refuses what is not ours, is damaged or empty, or has a newer schema,
 * with the reason and what to do; what is not ours or newer is refused
 * before a byte of it or beside it is written. A newer file is not opened
 * for reading either: nobody can say what its columns mean by then. The
 * caller closes *out. */
bool db_open(const char *path, enum db_mode mode, struct db **out, struct err *err);
void db_close(struct db *db); /* accepts NULL */

/* How big a file may be for what reads all of it: in a small one it takes no
 * time that somebody notices; of a large one it is never done unasked. */
enum { DB_SMALL = 8 << 20, DB_LARGE = 256 << 20 };

/* Damage is looked for with SQLite's quick check, which reads the whole file.
 * It runs at the opening
 *   - of a file of at most 4 MiB, always;
 *   - of one of at most DB_SMALL, where it did not run today yet;
 *   - of one of at most DB_LARGE, where it did not run since the last day on
 *     which something was changed: db_examine at the end of a day's work keeps
 *     the next start from waiting for it;
 *   - of one of at most DB_LARGE, where a process was cut off (a journal lies
 *     beside it, or the mark in FILE-running of who did not close it).
 * What a cut left half written, SQLite takes back in a file of any size. The day
 * is the note "checked", written after each check of a file of more than 4 MiB
 * that may be written; where it may only be read, it is checked each time until
 * somebody who may write has done so. Between two checks, damage shows when
 * SQLite comes upon it (ERR_DB). */
/* That check now, whatever the size. */
bool db_examine(struct db *db, struct err *err);
/* Did a process that had the file open for writing end without closing it, as
 * when it was killed? Then the file should be examined (store/check.h). */
bool db_was_cut_off(const struct db *db);
/* Bytes of the file when it was opened; 0 in memory. */
int64_t db_size(const struct db *db);
/* Asked for, or all that our rights allow; known from the opening on. */
bool db_is_read_only(const struct db *db);

/* Reads that belong together see one state of the file, and lock it once instead
 * of each for itself. True where this call began it; give that to the end. Nothing
 * may be written in between; inside an action, or such reads, nothing is done. */
bool db_reads_begin(struct db *db);
void db_reads_end(struct db *db, bool begun);

/* Called again and again, about 40 times a second, while another process
 * holds the file, from inside the call that has to wait: show "waiting",
 * look for Esc, and return false to give up (then ERR_BUSY, and nothing was
 * written). It must not use `db`. Without one (NULL), a call waits up to
 * ten seconds by itself. */
void db_set_wait(struct db *db, bool (*wait)(void *context), void *context);
/* Asked now and then by what takes long: true ends it with ERR_STOPPED, and
 * nothing was written. NULL: nobody stops anything. */
void db_set_stop(struct db *db, bool (*stop)(void *context), void *context);
/* For a long work of one's own: false, with ERR_STOPPED, where it is to end. */
bool db_goes_on(const struct db *db, struct err *err);

/* For rules, which ask the file and cannot say that it did not answer: the first
 * statement that fails after db_listen is kept, and db_answered is false with its
 * error. Whoever calls the rules calls these around them. */
void db_listen(struct db *db);
bool db_answered(const struct db *db, struct err *err);

/* What the office has set, for rules that depend on it: the defaults until
 * told otherwise. Its texts must live as long as `db`. */
void db_use_settings(struct db *db, const struct settings *settings);
const struct settings *db_settings(const struct db *db);

/* SQLite's checks and foreign keys; each finding is one line of *report. */
bool db_check(struct db *db, struct arena *arena, const char **report, struct err *err);

/* A key/value kept in the file (site, last opened records, saved choices). */
bool db_note_get(struct db *db, const char *name, struct arena *arena, const char **value,
		 struct err *err); /* "" if absent */
bool db_note_set(struct db *db, const char *name, const char *value, struct err *err);

/* Before and after a bulk of changes all over a big file: keep many pages (up
 * to 64 MiB) meanwhile, and let a statement take its time. */
void db_bulk(struct db *db, bool begins);

#endif
