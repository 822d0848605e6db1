#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "office.h"
#include "screens/screens.h"
#include "store/history.h"

/*
 * Keys on the screens over an office in memory. The first byte is the size of
 * the terminal, who is at it and when, and whether somebody tampered with the
 * file; of the others, those from 0x80 stand for keys that have names and the
 * rest is typed. Afterwards the office file is sound, and undoing everything
 * leads to where it began.
 */
/* clang-format off */
static const char *const named[] = {
	"\r", "\t", "\033[Z", "\033[27u", "\177", "\033[3~", "\033[2~",
	"\033[A", "\033[B", "\033[D", "\033[C", "\033[1~", "\033[4~", "\033[5~", "\033[6~",
	"\033[11~", "\033[12~", "\033[13~", "\033[14~", "\033[15~", "\033[17~", "\033[18~",
	"\033[19~", "\033[20~", "\033[21~", "\033[24~", "\033[1;5D", "\033[1;5C",
	"\033[200~", "\033[201~", "\xc3\xa9", "\xe4\xbd\x9c", "\xe2\x80\xae", "\xcc\x81",
	"\xff", "\xc0\xaf", "\033[31m",
};
static const struct { int lines, columns; } sizes[] = {
	{ 24, 80 }, { 10, 40 }, { 50, 200 }, { 4, 20 },
};
static const struct screens_respondent of[] = {
	{ 0 }, { 0 }, { .programme = "AKPK26" }, { .programme = "PRJ26" },
};
/* clang-format on */

/* What keys may do outside of the office file is left undone: the linker puts
 * these in the place of the functions (--wrap), and nothing is made, changed
 * or run. */
int __wrap_open(const char *path, int flags, ...);
int __wrap_mkdir(const char *path, mode_t mode);
int __wrap_mkstemp(char *path);
int __wrap_unlink(const char *path);
int __wrap_rename(const char *from, const char *to);
pid_t __wrap_fork(void);

static int denied(void)
{
	errno = EROFS;
	return -1;
}

int __wrap_open(const char *path, int flags, ...)
{
	(void)path;
	(void)flags;
	return denied();
}

int __wrap_mkdir(const char *path, mode_t mode)
{
	(void)path;
	(void)mode;
	return denied();
}

int __wrap_mkstemp(char *path)
{
	(void)path;
	return denied();
}

int __wrap_unlink(const char *path)
{
	(void)path;
	return denied();
}

int __wrap_rename(const char *from, const char *to)
{
	(void)from;
	(void)to;
	return denied();
}

pid_t __wrap_fork(void)
{
	return denied();
}

static const char *key_path(struct arena *a)
{
	const char *directory = getenv("TMPDIR");

	return arena_printf(a, "%s/bangkom-fuzz-%ld", directory ? directory : "/tmp",
			    (long)getpid());
}

static void write_keys(const char *path, const uint8_t *data, size_t size)
{
	FILE *out = fopen(path, "w");

	PROMISE(out);
	for (size_t i = 0; i < size; i++) {
		if (data[i] < 0x80)
			fputc(data[i], out);
		else
			fputs(named[(data[i] - 0x80) % (sizeof named / sizeof *named)],
			      out);
	}
	PROMISE(fclose(out) == 0);
}

static void play(struct db *db, uint8_t header, const char *path, struct arena *a)
{
	const struct screens_respondent *respondent = &of[header >> 3 & 3];
	struct screens_script script = { .key_file = path,
					 .lines = sizes[header & 3].lines,
					 .columns = sizes[header & 3].columns,
					 .arena = a };
	struct settings settings;
	struct err err = { 0 };

	settings_default(&settings);
	settings.ascii = header & 0x20;
	script.respondent = respondent->programme ? respondent : NULL;
	/* The needs survey of the sample takes answers in February. */
	PROMISE(setenv("BANGKOM_TODAY", header & 0x40 ? "2026-02-02" : "2026-05-04", 1) ==
		0);
	i18n_init(header & 4 ? "en" : "id");
	screens_play(db, &settings, "/nonexistent", &script, &err);
	fuzz_good(err.code == ERR_NONE || respondent->programme, &err);
	/* No terminal gets to see what would command it. */
	PROMISE(!script.picture || text_visible(a, script.picture) == script.picture);
}

static void undo_all(struct db *db, int64_t until, struct arena *a)
{
	while (office_newest(db, false) > until) {
		struct err err = { 0 };
		const char *name;

		fuzz_good(history_undo(db, kinds, 0, a, &name, &err), &err);
	}
}

/* What the keys are played over. */
struct office {
	struct db *db;
	const char *records;
	int64_t newest, folded;
	bool tampered;
};

/* Somebody wrote into the file with another program what bangkom refuses. */
static void tamper(struct db *db)
{
	static const char sql[] =
		"UPDATE persons SET name = CAST(X'1B5B324AC29BE280AEC0AFFF41' AS TEXT)"
		" WHERE id % 3 = 0;"
		"UPDATE units SET name = CAST(X'E2808BF3A08181EFB88F0D0A09' AS TEXT);"
		"UPDATE programmes SET title = title || CAST(X'E281A61B5D303B780700' AS "
		"TEXT);"
		"UPDATE projects SET title = CAST(X'EDA080E38587' AS TEXT) || title";

	PROMISE(sqlite3_exec(db->raw, sql, NULL, NULL, NULL) == SQLITE_OK);
}

static void office_begin(struct office *o, bool tampered)
{
	static struct arena kept;

	PROMISE(setenv("BANGKOM_TODAY", "2026-05-04", 1) == 0);
	o->db = office_open(true);
	/* What was there before may not be undone. */
	PROMISE(sqlite3_exec(o->db->raw, "DELETE FROM change; DELETE FROM entry", NULL,
			     NULL, NULL) == SQLITE_OK);
	o->tampered = tampered;
	if (tampered)
		tamper(o->db);
	o->newest = office_newest(o->db, false);
	o->folded = office_newest(o->db, true);
	o->records = office_records(o->db, &kept);
}

static void check_back(struct db *db, const struct office *o, struct arena *a)
{
	const char *now;

	if (office_newest(db, false) > o->newest) {
		undo_all(db, o->newest, a);
		office_sound(db, a);
	}
	/* What people fill in themselves is never undone. */
	if (office_newest(db, true) > o->folded)
		return;
	now = office_records(db, a);
	if (strcmp(o->records, now) != 0)
		fprintf(stderr, "before:\n%safter:\n%s", o->records, now);
	PROMISE(strcmp(o->records, now) == 0);
}

static void check_keys(struct db *db, const struct office *o, const uint8_t *data,
		       size_t size)
{
	struct arena a = { 0 };
	const char *path = key_path(&a);
	int changes = sqlite3_total_changes(db->raw);

	write_keys(path, data + 1, size - 1);
	play(db, data[0], path, &a);
	remove(path);
	office_sound(db, &a);
	if (!o->tampered)
		check_back(db, o, &a);
	if (sqlite3_total_changes(db->raw) != changes)
		office_copy(db, o->db);
	arena_done(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct office offices[2];
	static struct db *dbs[2];
	size_t which = size > 0 && data[0] >= 0x80;

	if (size == 0)
		return 0;
	if (!dbs[which]) {
		dbs[which] = office_open(false);
		office_begin(&offices[which], which == 1);
		office_copy(dbs[which], offices[which].db);
	}
	check_keys(dbs[which], &offices[which], data, size);
	return 0;
}
