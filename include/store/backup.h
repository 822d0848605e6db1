#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;
struct kind;

/*
 * Backups of the office file, and the way back. A backup is one file that can
 * be carried alone: the records as SQLite copies them (VACUUM INTO), then a
 * line that says when it was made and ends with the digest (base/digest.h) of
 * all that stands before it. So one bit that flips anywhere is noticed, and
 *
 *     head -c -65 FILE | b2sum -l 256
 *
 * prints what the line must say. VACUUM INTO and not SQLite's backup
 * interface, since it copies records and not pages: what was deleted and the
 * order in which sheets were keyed in are not in its pages, it is one state of the
 * file however many others write meanwhile, and it is as small as can be.
 * Writers wait while it is made.
 *
 * A backup is made under another name with mode 0600, synced, read again,
 * compared with its digest and examined by SQLite, and only then has its
 * name; nothing that has that name already is ever written over. What fails
 * leaves nothing behind.
 */
enum { BACKUP_SEAL = 119 }; /* bytes of the last line */

/* Where a backup by hand goes: in a directory it has the day in its name. */
const char *backup_path(const char *asked, struct arena *arena);
/* A backup by hand. When and where is noted in the office file, if it may be
 * written. ERR_CREATE where something is at `path` already, or where it would be
 * taken for a part of the office file (FILE-journal). */
bool backup_write(struct db *db, const char *path, struct err *err);

/*
 * Automatic ones are kept in the directory FILE-backups beside the office
 * file: before a migration, before a restore, before the history is thinned
 * out, and on each day on which the file is used. `backups_kept` of the
 * settings says of how many days of each sort they are kept. Their names begin
 * with a number that only grows, whatever the clock. A group that shares the
 * office file (mode 0660) shares them and their directory, and a restored file
 * belongs to whom the old one belonged to.
 *
 * The one of a day is made
 *   - of a file of at most DB_SMALL, at the first start of the day;
 *   - of a bigger one, at the end of the work, where something was done since
 *     the newest one;
 *   - of one of at most DB_LARGE at the first start of a day, where the work
 *     before it ended without: so at that moment a backup holds everything;
 *   - and when somebody asks.
 */
enum backup_when { BACKUP_START, BACKUP_END, BACKUP_NOW };
/* Is it to be made then? Never of a file that may only be read. BACKUP_NOW: where
 * there is none of today, or something was done since the newest. */
bool backup_is_due(struct db *db, enum backup_when when, bool *due, struct err *err);
/* The one of today, where it is not there yet; nothing for a file that may
 * only be read. So that two of them do not tell whose feedback sheets came in
 * between, it leaves out new sheets until there are eight of a programme and
 * questionnaire, and sheets that are half keyed in. All others hold everything. */
bool backup_daily(struct db *db, struct err *err);
/* Another one of today, at the end of the work or when somebody asks. */
bool backup_another(struct db *db, struct err *err);

struct backup_file {
	const char *name; /* in the directory */
	const char *why;  /* "daily", "migration", "restore", "replaced", "thinning" */
	struct date day;
	int64_t size;
};

/* What there is; of an office in memory nothing. */
struct backup_state {
	const char *directory;
	struct backup_file *files; /* newest first; with what restores replaced */
	size_t count;
	struct date automatic; /* day of the newest; DATE_NONE */
	struct date by_hand;   /* of the newest by hand; DATE_NONE */
	const char *path;      /* of that; "" */
	const char *failed;    /* why this run could not make the one of today; "" */
	struct date begun;     /* the first action in the file; DATE_NONE */
};
bool backup_state(struct db *db, struct arena *arena, struct backup_state *out,
		  struct err *err);

/* After so many days without one people should be told. */
enum { BACKUP_DAYS = 7 };

/* Whole days since the newest backup of any sort, or of those by hand alone;
 * where there is none, since the file was begun. 0 for a fresh one. */
int backup_age(const struct backup_state *s, struct date today, bool by_hand);

/*
 * The way back. `restore_open` copies the backup beside the office file (which
 * need not be there), compares the copy with its digest and examines it;
 * refused is what is no backup, damaged, or of a newer version.
 * `restore_finish` makes the copy the office file: the old one is backed up if
 * it can still be read, and in any case kept as it is under the name *kept
 * ("" where there was none), with any journal beside it that SQLite could not
 * bring back; the change is one rename, so that at every moment the old or the
 * new file is there, whole. ERR_BUSY where another program has
 * the office file open for writing. `restore_close` drops what is left.
 */
struct restore;
bool restore_open(const char *backup, const char *office, struct restore **out,
		  struct err *err);
bool restore_finish(struct restore *r, struct arena *arena, const char **kept,
		    struct err *err);
/* Why the old file could not be backed up, after restore_finish; "" if it was. */
const char *restore_unsaved(const struct restore *r);
void restore_close(struct restore *r); /* accepts NULL */

/* What a backup holds. */
struct restore_content {
	const char *made;   /* UTC, "YYYY-MM-DD HH:MM:SS" */
	const char *office; /* its name when it was made; "" where none was set */
	int64_t site;	    /* number of the office file */
	int64_t version;    /* of its tables */
	int64_t held;	    /* feedback sheets that it leaves out */
	struct {
		const struct kind *kind;
		int64_t count;
	} * records; /* the kinds it knows, also those without a record */
	size_t record_count;
	const char *action, *action_at, *action_who; /* the newest; "" for none */
	int64_t actions;
};
bool restore_content(struct restore *r, const struct kind *const *kinds,
		     struct arena *arena, struct restore_content *out, struct err *err);

#endif
