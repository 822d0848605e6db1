#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/settings.h"
#include "domain/kinds.h"
#include "office.h"
#include "screens/screens.h"
#include "store/history.h"

/*
 * Keys on the screens over an office in memory. The first byte is the size of
 * the terminal, who is at it and when; of the others, those from 0x80 stand for
 * keys that have names and the rest is typed. Afterwards the office file is
 * sound, and undoing everything leads to where it began.
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
}

static void undo_all(struct db *db, int64_t until, struct arena *a)
{
	while (office_newest(db, false) > until) {
		struct err err = { 0 };
		const char *name;

		fuzz_good(history_undo(db, kinds, 0, a, &name, &err), &err);
	}
}

static void check_back(struct db *db, int64_t newest, int64_t folded, struct arena *a)
{
	static const char *before;
	static struct arena kept;
	const char *now;

	if (!before)
		before = office_records(db, &kept);
	if (newest < 0)
		return;
	undo_all(db, newest, a);
	office_sound(db, a);
	/* What people fill in themselves is never undone. */
	if (office_newest(db, true) > folded)
		return;
	now = office_records(db, a);
	if (strcmp(before, now) != 0)
		fprintf(stderr, "before:\n%safter:\n%s", before, now);
	PROMISE(strcmp(before, now) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct db *sample, *db;
	static int64_t newest, folded;
	struct arena a = { 0 };

	if (!db) {
		sample = office_open(true);
		/* What was there before may not be undone. */
		PROMISE(sqlite3_exec(sample->raw, "DELETE FROM change; DELETE FROM entry",
				     NULL, NULL, NULL) == SQLITE_OK);
		db = office_open(false);
		newest = office_newest(sample, false);
		folded = office_newest(sample, true);
		check_back(sample, -1, 0, &a);
	}
	if (size > 0) {
		const char *path = key_path(&a);

		office_copy(db, sample);
		write_keys(path, data + 1, size - 1);
		play(db, data[0], path, &a);
		remove(path);
		office_sound(db, &a);
		check_back(db, newest, folded, &a);
	}
	arena_done(&a);
	return 0;
}
