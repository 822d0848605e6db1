#include "backups.h"

/*
 * The calls of a restore that change names, seen one by one: the functions here
 * stand before those of the C library in this program.
 */
static struct {
	bool refuse;   /* the office file cannot be replaced */
	bool watch;    /* since the old file has its second name … */
	bool unsynced; /* … that name may be lost with the power */
	bool risked;   /* and with it the old file */
	ino_t directory;
} seen;

int rename(const char *from, const char *name)
{
	if (strcmp(name, path) == 0) {
		seen.risked |= seen.watch && seen.unsynced;
		if (seen.refuse) {
			errno = EIO;
			return -1;
		}
	}
	return renameat(AT_FDCWD, from, AT_FDCWD, name);
}

int link(const char *from, const char *name)
{
	struct stat st;

	if (strcmp(from, path) == 0) {
		seen.watch = seen.unsynced = true;
		ck_assert_int_eq(stat(arena_printf(&a, "%s-backups", path), &st), 0);
		seen.directory = st.st_ino;
	}
	return linkat(AT_FDCWD, from, AT_FDCWD, name, 0);
}

int fsync(int fd)
{
	struct stat st;

	if (fstat(fd, &st) == 0 && st.st_ino == seen.directory)
		seen.unsynced = false;
	return fdatasync(fd);
}

/* A journal that SQLite cannot bring back, beside a file that it cannot read. */
static void spoil(void)
{
	int file = open(path, O_WRONLY | O_TRUNC);
	int journal = open(arena_printf(&a, "%s-journal", path),
			   O_WRONLY | O_CREAT | O_EXCL, 0600);

	ck_assert_int_eq(write(file, "no database", 11), 11);
	ck_assert_int_eq(write(journal, "no journal", 10), 10);
	close(file);
	close(journal);
}

static bool restored(void)
{
	struct restore *r = NULL;
	const char *kept = "?";
	bool good;

	db_close(db);
	db = NULL;
	ck_assert_msg(restore_open(to, path, &r, &err), "%s", err.text);
	good = restore_finish(r, &a, &kept, &err);
	restore_close(r);
	return good;
}

START_TEST(the_old_file_keeps_a_name_also_when_the_power_goes)
{
	back_up();
	ck_assert(restored());
	ck_assert(seen.watch);
	ck_assert(!seen.risked);
}
END_TEST

START_TEST(a_file_that_cannot_be_replaced_keeps_its_journal)
{
	back_up();
	spoil();
	seen.refuse = true;
	ck_assert(!restored());
	ck_assert_int_eq(err.code, ERR_FILE);
	ck_assert_int_eq(left_behind("-journal"), 1);
	ck_assert_int_eq(left_behind(".tmp"), 0);
	ck_assert_int_eq(automatic("replaced"), 0);
	unlink(arena_printf(&a, "%s-journal", path));
}
END_TEST

static void begin_steps(void)
{
	begin();
	memset(&seen, 0, sizeof seen);
}

Suite *restore_steps_suite(void);

Suite *restore_steps_suite(void)
{
	Suite *s = suite_create("restore_steps");
	TCase *c = tcase_create("restore_steps");

	tcase_add_checked_fixture(c, begin_steps, end);
	tcase_add_test(c, the_old_file_keeps_a_name_also_when_the_power_goes);
	tcase_add_test(c, a_file_that_cannot_be_replaced_keeps_its_journal);
	suite_add_tcase(s, c);
	return s;
}
