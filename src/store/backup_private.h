#ifndef STORE_BACKUP_PRIVATE_H
#define STORE_BACKUP_PRIVATE_H

#include "store/backup.h"
#include "store_private.h"

/* The parts of a backup that making one and bringing one back share. */

/* Put the last line behind the file and sync it. */
bool seal_add(int fd, const char *path, struct err *err);
/* Is the file whole? *size is what stands before the last line, `made` the
 * moment that it says. Refused with `path` in the reason. */
bool seal_check(int fd, const char *path, int64_t *size, char made[20], struct err *err);
/* What was just written and synced is to be read from the disk and not from
 * memory, as far as the system does as asked. */
void seal_reread(int fd);
/* Does this look like the last line of a backup? */
bool seal_is(const char line[BACKUP_SEAL]);

/* Does a file of so many bytes fit beside `path`? */
bool backup_fits(const char *path, int64_t bytes, struct err *err);
/* What SQLite finds wrong in a file on its own: "" for nothing. */
bool backup_examine(const char *path, struct arena *arena, const char **found,
		    struct err *err);
/* The newest backup by hand: "YYYY-MM-DD PATH". */
#define BACKUP_HAND_NOTE "backup"
/* Take out of the copy at `path` what would tell whose feedback sheets are new
 * since the backup of an earlier day; the note says how many sheets. */
#define BACKUP_HELD_NOTE "held"
bool backup_hold_back(const char *path, const char *office, struct err *err);
/* Remove the temporary files beside it whose names begin as `path`, which
 * earlier tries left when they were cut off: those that are an hour older than
 * the file `fresh`, which was just made there. */
void backup_sweep(const char *path, const char *fresh);

/* Names in the directory of automatic backups. */
enum backup_why {
	BACKUP_DAILY,
	BACKUP_MIGRATION,
	BACKUP_RESTORE,
	BACKUP_REPLACED,
	BACKUP_THINNING
};
/* The directory, made where it is not there; refused where it is a link, or
 * others may write in it. */
bool backup_directory(const char *office, struct arena *arena, const char **out,
		      struct err *err);
/* The name for the next one, and the files that are there, newest first. */
bool backup_next(const char *office, enum backup_why why, struct arena *arena,
		 const char **path, struct err *err);
bool backup_list(const char *office, struct arena *arena, struct backup_file **out,
		 size_t *count, struct err *err);
/* False for a path of what SQLite and we ourselves have beside the office file. */
bool backup_is_apart(const char *office, const char *path, struct err *err);
/* How the paths of all of them begin. */
const char *backup_prefix(const char *office, struct arena *arena);
/* One of these now. Nothing older is removed. */
bool backup_automatic(struct db *db, enum backup_why why, struct err *err);

#endif
