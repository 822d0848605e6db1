#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "backup_private.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "check_private.h"

/* What surrounds the records: the connection, the disk, the rights. */
enum { MIB = 1 << 20, LEAST_FREE = 16 * MIB };

static const struct {
	const char *pragma, *want;
	bool writing; /* only where the file may be written */
} pragmas[] = {
	{ "PRAGMA journal_mode", "delete", true },
	{ "PRAGMA synchronous", "3", false },
	{ "PRAGMA locking_mode", "normal", false },
	{ "PRAGMA foreign_keys", "1", false },
	{ "PRAGMA trusted_schema", "0", false },
	{ "PRAGMA cell_size_check", "1", false },
	{ "PRAGMA mmap_size", "0", false },
	{ "PRAGMA secure_delete", "1", false },
	{ "PRAGMA recursive_triggers", "0", false },
	{ "PRAGMA writable_schema", "0", false },
};

static const struct {
	int option, want;
	const char *name;
} switches[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1, "DEFENSIVE" },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "TRUSTED_SCHEMA" },
	{ SQLITE_DBCONFIG_DQS_DML, 0, "DQS_DML" },
	{ SQLITE_DBCONFIG_DQS_DDL, 0, "DQS_DDL" },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, "LOAD_EXTENSION" },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1, "FKEY" },
};

static void add_setting(struct findings *out, const char *name, const char *got,
			const char *want)
{
	finding_add(
		out,
		arena_printf(out->arena,
			     _("The connection to the file is not as safe as it should "
			       "be: %s is %s and not %s."),
			     name, got, want),
		_("Close every other program that uses the file and open it again; "
		  "if that does not help, install SQLite anew."));
}

bool check_settings(struct db *db, struct findings *out, struct err *err)
{
	for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
		const char *got = "";
		struct stmt s;

		if (pragmas[i].writing && (db->read_only || *db->path == '\0'))
			continue;
		if (!stmt_open(db, pragmas[i].pragma, &s, err))
			return false;
		if (stmt_step(&s, err) == STMT_ROW)
			got = stmt_text(&s, 0, out->arena);
		stmt_close(&s);
		if (err->code != ERR_NONE)
			return false;
		/* a file in memory answers nothing here */
		if (*got != '\0' && strcmp(got, pragmas[i].want) != 0)
			add_setting(out, pragmas[i].pragma + strlen("PRAGMA "), got,
				    pragmas[i].want);
	}
	for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
		int now = -1;

		sqlite3_db_config(db->raw, switches[i].option, -1, &now);
		if (now != switches[i].want)
			add_setting(out, switches[i].name,
				    arena_printf(out->arena, "%d", now),
				    switches[i].want ? "1" : "0");
	}
	return true;
}

/* The file of an office is for its owner; a group may share it. */
static void check_rights(const char *path, const struct stat *st, struct findings *out)
{
	if (st->st_uid != geteuid() && geteuid() != 0 && !(st->st_mode & S_IRGRP))
		finding_add(
			out,
			arena_printf(out->arena, _("%s belongs to another user."), path),
			_("Ask whoever looks after this computer to give it to you "
			  "(chown)."));
	if (st->st_mode & S_IRWXO)
		finding_add(
			out,
			arena_printf(out->arena,
				     _("Everybody on this computer may use %s."), path),
			arena_printf(out->arena,
				     _("Close it to others with: chmod o= '%s'"), path));
}

/* Who may write in the directory may put another file in the place of ours. */
static void check_parent(const char *path, struct findings *out)
{
	const char *slash = strrchr(path, '/');
	const char *parent = slash && slash > path ? arena_strndup(out->arena, path,
								   (size_t)(slash - path))
						   : "/";
	struct stat st;

	if (stat(parent, &st) == 0 && (st.st_mode & S_IWOTH) && !(st.st_mode & S_ISVTX))
		finding_add(
			out,
			arena_printf(out->arena,
				     _("Everybody may write in the directory %s and so "
				       "replace the office file."),
				     parent),
			arena_printf(out->arena,
				     _("Close it to others with: chmod o-w '%s'"),
				     parent));
}

static void check_backups(const struct backup_state *s, struct findings *out)
{
	int days = backup_age(s, clock_today(), false);
	struct stat st;

	if (days > BACKUP_DAYS)
		finding_add(
			out,
			arena_printf(out->arena,
				     P_("There is no backup of the last %d day.",
					"There is no backup of the last %d days.", days),
				     days),
			_("Make one with: bangkom backup FILE"));
	if (lstat(s->directory, &st) == 0 &&
	    (!S_ISDIR(st.st_mode) || (st.st_mode & S_IRWXO)))
		finding_add(out,
			    arena_printf(out->arena,
					 _("Everybody on this computer may use %s."),
					 s->directory),
			    arena_printf(out->arena,
					 _("Close it to others with: chmod o= '%s'"),
					 s->directory));
}

/* A directory that cannot be listed is a finding, and the rest is looked at. */
static bool take_unlisted(struct findings *out, struct err *err)
{
	if (err->code != ERR_FILE)
		return false;
	finding_add(out, arena_strdup(out->arena, err->text),
		    _("Ask whoever looks after this computer for the right to use it, or "
		      "move it away: the next backup makes a new one."));
	*err = (struct err){ 0 };
	return true;
}

static void check_space(const char *path, int64_t size, struct findings *out)
{
	struct statvfs fs;
	int64_t want = size > LEAST_FREE ? size : LEAST_FREE, left;

	if (statvfs(path, &fs) != 0)
		return;
	left = (int64_t)(fs.f_bavail * fs.f_frsize);
	if (left < want)
		finding_add(
			out,
			arena_printf(out->arena,
				     _("The disk is almost full: %lld MiB are free where "
				       "the office file is."),
				     (long long)(left / MIB)),
			arena_printf(out->arena,
				     _("Free at least %lld MiB, or no backup can be "
				       "made."),
				     (long long)(want / MIB)));
}

bool check_surroundings(struct db *db, struct findings *out, struct err *err)
{
	struct backup_state backups;
	struct stat st;

	if (*db->path == '\0')
		return true;
	if (lstat(db->path, &st) != 0)
		return err_set(err, ERR_FILE, _("The office file %s cannot be read: %s."),
			       db->path, err_system(errno));
	check_rights(db->path, &st, out);
	check_parent(db->path, out);
	check_space(db->path, (int64_t)st.st_size, out);
	if (!backup_state(db, out->arena, &backups, err))
		return take_unlisted(out, err);
	check_backups(&backups, out);
	return true;
}
