#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup_private.h"
#include "base/bug.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/i18n.h"

/* Bringing a backup back. */
enum { CHUNK = 65536, LOCK_AT = 0x40000000, LOCK_BYTES = 512, LOCK_MS = 10000 };

struct restore {
	struct arena arena;
	const char *office;    /* resolved */
	const char *temporary; /* the copy beside it, or "" */
	int fd;		       /* of the copy */
	char made[20];
	const char *unsaved;
	const char *by_hand; /* what the old file knew of backups by hand */
};

static bool open_source(const char *path, int *fd, int64_t *size, struct err *err)
{
	struct stat st;

	*fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (*fd < 0)
		return err_set(err,
			       errno == EACCES			     ? ERR_DENIED
			       : errno == ENOENT || errno == ENOTDIR ? ERR_NO_INPUT
								     : ERR_FILE,
			       _("%s cannot be read: %s."), path, err_system(errno));
	if (fstat(*fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(*fd);
		return err_set(err, ERR_NO_INPUT,
			       _("%s is no regular file. Choose another."), path);
	}
	*size = (int64_t)st.st_size;
	return true;
}

static bool copy(int from, int to, const char *source, const char *target,
		 struct err *err)
{
	char chunk[CHUNK];

	for (;;) {
		ssize_t got = read(from, chunk, CHUNK);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set(err, ERR_FILE, _("%s cannot be read: %s."), source,
				       err_system(errno));
		if (got == 0)
			break;
		if (!file_put(to, chunk, (size_t)got))
			return err_set(err, ERR_FILE, _("%s could not be written: %s."),
				       target, err_system(errno));
	}
	if (fsync(to) != 0)
		return err_set(err, ERR_FILE, _("%s could not be written: %s."), target,
			       err_system(errno));
	seal_reread(to);
	return true;
}

/* What is compared with the digest is the copy, so what was written is what
 * was checked, whatever happens to the backup meanwhile. */
static bool take_copy(struct restore *r, const char *backup, struct err *err)
{
	int64_t size = 0;
	int from = -1;
	bool good;

	if (!open_source(backup, &from, &size, err))
		return false;
	good = backup_fits(r->office, size, err);
	if (good) {
		r->fd = file_temporary(r->office, &r->arena, &r->temporary);
		if (r->fd < 0) {
			r->temporary = "";
			good = err_set(err, errno == EACCES ? ERR_DENIED : ERR_CREATE,
				       _("%s could not be written: %s."), r->office,
				       err_system(errno));
		}
	}
	if (good)
		backup_sweep(arena_printf(&r->arena, "%s.", r->office), r->temporary);
	good = good && copy(from, r->fd, backup, r->office, err) &&
	       seal_check(r->fd, backup, &size, r->made, err);
	close(from);
	if (good && (ftruncate(r->fd, (off_t)size) != 0 || fsync(r->fd) != 0))
		good = err_set(err, ERR_FILE, _("%s could not be written: %s."),
			       r->office, err_system(errno));
	return good;
}

/* What is in no file that this program made: the digest has no key, so anybody
 * can put it under anything. */
static bool find_strange(struct restore *r, const char **strange, struct err *err)
{
	struct db *db = NULL;
	bool good;

	if (!db_open_as_is(r->temporary, false, &db, err))
		return false;
	good = schema_strange(db, &r->arena, strange, err);
	db_close(db);
	return good;
}

/* The digest says that it is as it was; this, that we can use it. */
static bool examine(struct restore *r, const char *backup, struct err *err)
{
	const char *found = "", *strange = "";

	if (!backup_examine(r->temporary, &r->arena, &found, err) ||
	    (*found == '\0' && !find_strange(r, &strange, err)))
		return err_context(err, "%s", backup);
	if (*strange != '\0')
		return err_set(err, ERR_INPUT,
			       _("%s holds '%s', which this program never makes. Use "
				 "another backup."),
			       backup, strange);
	if (*found == '\0')
		return true;
	return err_set(err, ERR_INPUT, _("%s is damaged (%s). Use another backup."),
		       backup, found);
}

bool restore_open(const char *backup, const char *office, struct restore **out,
		  struct err *err)
{
	struct restore *r = calloc(1, sizeof *r);

	BUG_ON(r == NULL);
	r->fd = -1;
	r->temporary = r->unsaved = r->by_hand = "";
	if (!path_resolve(office, &r->arena, &r->office, err) ||
	    !take_copy(r, backup, err) || !examine(r, backup, err)) {
		restore_close(r);
		return false;
	}
	*out = r;
	return true;
}

void restore_close(struct restore *r)
{
	if (!r)
		return;
	if (r->fd >= 0)
		close(r->fd);
	if (*r->temporary != '\0')
		(void)unlink(r->temporary);
	arena_done(&r->arena);
	free(r);
}

const char *restore_unsaved(const struct restore *r)
{
	return r->unsaved;
}

/* An ordinary backup of what is there now. A file that is damaged, or that a
 * newer version made, is kept as it is all the same. */
static void save_old(struct restore *r)
{
	struct err err = { 0 }, unsaid = { 0 };
	struct db *old = NULL;
	bool opened = db_open_as_is(r->office, true, &old, &err);

	if (opened)
		(void)db_note_get(old, BACKUP_HAND_NOTE, &r->arena, &r->by_hand, &unsaid);
	if (!opened || !backup_automatic(old, BACKUP_RESTORE, &err))
		r->unsaved = arena_strdup(&r->arena, err.text);
	db_close(old);
}

/* SQLite's own lock on the whole file, so that nobody is in the middle of a
 * change, whose journal would lie beside the new file. It is taken by hand,
 * since the file may be one that SQLite cannot read. */
static bool lock_file(int fd, int64_t until)
{
	struct flock all = { .l_type = F_WRLCK,
			     .l_whence = SEEK_SET,
			     .l_start = LOCK_AT,
			     .l_len = LOCK_BYTES };

	while (fcntl(fd, F_SETLK, &all) != 0) {
		if (clock_ms() >= until)
			return false;
		sqlite3_sleep(25);
	}
	return true;
}

/* Where another restore was faster, its file is the old one. */
static bool lock_old(const struct restore *r, int *fd, struct err *err)
{
	int64_t until = clock_ms() + LOCK_MS;

	do {
		*fd = open(r->office, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
		if (*fd < 0)
			return err_set(err, errno == EACCES ? ERR_DENIED : ERR_FILE,
				       _("The office file %s cannot be opened: %s."),
				       r->office, err_system(errno));
		if (lock_file(*fd, until) && still_there(*fd, r->office))
			return true;
		close(*fd);
	} while (clock_ms() < until);
	return err_set(err, ERR_BUSY,
		       _("Somebody else is writing to the office file. "
			 "Try again in a moment; nothing is lost."));
}

/* A second name for the old file, or a copy where files have one name only. */
static bool keep(const struct restore *r, int old, const char *kept, struct err *err)
{
	int fd;
	bool good;

	if (link(r->office, kept) == 0)
		return true;
	if (errno == EEXIST)
		return err_set(err, ERR_CREATE, _("%s could not be written: %s."), kept,
			       err_system(EEXIST));
	fd = open(kept, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_set(err, ERR_CREATE, _("%s could not be written: %s."), kept,
			       err_system(errno));
	good = copy(old, fd, r->office, kept, err);
	if (close(fd) != 0 && good)
		good = err_set(err, ERR_FILE, _("%s could not be written: %s."), kept,
			       err_system(errno));
	if (!good)
		(void)unlink(kept);
	return good;
}

/* What SQLite could not bring back belongs to the old file. Beside the new one it
 * would be taken for its own, and written into it. */
static const char *const beside[] = { "-journal", "-wal", "-shm" };

enum { BESIDE = sizeof beside / sizeof *beside };

static bool move_beside(struct restore *r, const char *from, const char *to)
{
	for (size_t i = 0; i < BESIDE; i++) {
		if (rename(arena_printf(&r->arena, "%s%s", from, beside[i]),
			   arena_printf(&r->arena, "%s%s", to, beside[i])) != 0 &&
		    errno != ENOENT)
			return false;
	}
	return true;
}

static bool has_beside(struct restore *r)
{
	struct stat st;

	for (size_t i = 0; i < BESIDE; i++) {
		if (lstat(arena_printf(&r->arena, "%s%s", r->office, beside[i]), &st) ==
		    0)
			return true;
	}
	return false;
}

/* All of it is away, also when the power goes, before the new file comes. */
static bool clear_beside(struct restore *r, const char *kept)
{
	if (!has_beside(r))
		return true;
	if (!move_beside(r, r->office, kept))
		return false;
	(void)file_sync_directory(kept); /* some file systems refuse */
	(void)file_sync_directory(r->office);
	return true;
}

/* The new file did not come, as errno says: what was moved goes back. */
static bool give_back(struct restore *r, const char *kept, enum err_code code,
		      struct err *err)
{
	err_set(err, code, _("%s could not be written: %s."), r->office,
		err_system(errno));
	(void)move_beside(r, kept, r->office);
	return false;
}

/* The second name of the old file is on the disk before it loses the first. */
static bool swap(struct restore *r, int old, const char *kept, struct err *err)
{
	if (!keep(r, old, kept, err))
		return false;
	(void)file_sync_directory(kept);
	if (!clear_beside(r, kept) || rename(r->temporary, r->office) != 0) {
		give_back(r, kept, ERR_FILE, err);
		(void)unlink(kept);
		return false;
	}
	r->temporary = "";
	(void)file_sync_directory(r->office);
	return true;
}

static bool replace(struct restore *r, struct arena *arena, const char **kept,
		    struct err *err)
{
	const char *name;
	bool good;
	int old;

	file_share(r->fd, r->office);
	save_old(r);
	if (!backup_next(r->office, BACKUP_REPLACED, arena, &name, err) ||
	    !lock_old(r, &old, err))
		return false;
	good = swap(r, old, name, err);
	close(old);
	if (good)
		*kept = name;
	return good;
}

/* Where there is no file, there may still be the journal of one. */
static bool place(struct restore *r, struct err *err)
{
	const char *kept = "";

	if (has_beside(r) &&
	    !backup_next(r->office, BACKUP_REPLACED, &r->arena, &kept, err))
		return false;
	if (!clear_beside(r, kept) || !file_place(r->temporary, r->office))
		return give_back(r, *kept != '\0' ? kept : r->office, ERR_CREATE, err);
	r->temporary = "";
	(void)file_sync_directory(r->office);
	return true;
}

static bool refuse_open(struct restore *r, struct err *err)
{
	const char *who = "";
	long process = marker_process(r->office, &r->arena, &who);

	if (process == 0)
		return err_set(
			err, ERR_BUSY,
			_("Somebody has the office file open. Close it there, then "
			  "restore again; nothing was changed."));
	return err_set(err, ERR_BUSY,
		       _("%s has the office file open (process %ld). Close it there, "
			 "then restore again; nothing was changed."),
		       who, process);
}

/* When one was made by hand is known to the file that was there: what is brought
 * back was made before that was noted. */
static void keep_note(struct restore *r)
{
	struct err unsaid = { 0 };
	struct db *db = NULL;
	const char *noted = "";

	if (*r->by_hand != '\0' && db_open_as_is(r->office, true, &db, &unsaid) &&
	    db_note_get(db, BACKUP_HAND_NOTE, &r->arena, &noted, &unsaid) &&
	    strcmp(noted, r->by_hand) < 0)
		(void)db_note_set(db, BACKUP_HAND_NOTE, r->by_hand, &unsaid);
	db_close(db);
}

bool restore_finish(struct restore *r, struct arena *arena, const char **kept,
		    struct err *err)
{
	struct stat st;

	*kept = "";
	if (lstat(r->office, &st) != 0 && errno == ENOENT)
		return place(r, err);
	if (!S_ISREG(st.st_mode))
		return err_set(
			err, ERR_FILE,
			_("%s is a link, directory or device. Give the path of the "
			  "office file itself."),
			r->office);
	if (marker_others(r->office))
		return refuse_open(r, err);
	if (!replace(r, arena, kept, err))
		return false;
	keep_note(r);
	return true;
}

static const char *note(struct db *db, const char *name, struct arena *arena)
{
	struct err unsaid = { 0 };
	const char *value = "";

	return db_note_get(db, name, arena, &value, &unsaid) ? value : "";
}

static bool newest_action(struct db *db, struct arena *arena, struct restore_content *out,
			  struct err *err)
{
	struct stmt s;
	bool good;

	if (!db_number(db, "SELECT count(*) FROM entry", &out->actions, err) ||
	    !stmt_open(db, "SELECT name, at, who FROM entry ORDER BY id DESC LIMIT 1", &s,
		       err))
		return false;
	switch (stmt_step(&s, err)) {
	case STMT_ROW:
		out->action = stmt_text(&s, 0, arena);
		out->action_at = stmt_text(&s, 1, arena);
		out->action_who = stmt_text(&s, 2, arena);
		good = true;
		break;
	case STMT_DONE:
		good = true;
		break;
	default:
		good = false;
	}
	stmt_close(&s);
	return good;
}

/* An older version knows fewer kinds. */
static bool count_kinds(struct db *db, const struct kind *const *kinds,
			struct restore_content *out, struct err *err)
{
	struct arena arena = { 0 };
	bool good = true;

	for (; good && *kinds; kinds++) {
		const char *table = sql_name(&arena, (*kinds)->table);
		int64_t there = 0, count = 0;

		good = db_number(db,
				 arena_printf(&arena,
					      "SELECT count(*) FROM sqlite_schema WHERE"
					      " type = 'table' AND name = '%s'",
					      (*kinds)->table),
				 &there, err);
		if (!good || there == 0)
			continue;
		good = db_number(db,
				 arena_printf(&arena, "SELECT count(*) FROM %s", table),
				 &count, err);
		out->records[out->record_count].kind = *kinds;
		out->records[out->record_count++].count = count;
	}
	arena_done(&arena);
	return good;
}

bool restore_content(struct restore *r, const struct kind *const *kinds,
		     struct arena *arena, struct restore_content *out, struct err *err)
{
	struct db *db = NULL;
	size_t count = 0;
	bool good;

	*out = (struct restore_content){ .made = arena_strdup(arena, r->made),
					 .action = "",
					 .action_at = "",
					 .action_who = "" };
	while (kinds[count])
		count++;
	out->records = arena_array(arena, count + 1, sizeof *out->records);
	if (!db_open_as_is(r->temporary, false, &db, err))
		return false;
	db_bulk(db, true); /* counting millions takes its time */
	out->office = note(db, "office", arena);
	out->held = strtol(note(db, BACKUP_HELD_NOTE, arena), NULL, 10);
	out->site = strtol(note(db, "site", arena), NULL, 10);
	good = db_number(db, "PRAGMA user_version", &out->version, err) &&
	       newest_action(db, arena, out, err) && count_kinds(db, kinds, out, err);
	db_close(db);
	return good;
}
