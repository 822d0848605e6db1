#include "thing.h"

#include <dirent.h>
#include <errno.h>
#include <sys/resource.h>

#include "../../src/store/backup_private.h"
#include "base/settings.h"

static char to[80]; /* a backup by hand */

static void begin(void)
{
	start();
	snprintf(to, sizeof to, "%s.backup", path);
	ck_assert(action_begin(db, "forty", &err));
	for (int i = 0; i < 40; i++)
		add_thing(arena_printf(&a, "T%02d", i));
	ck_assert(action_commit(db, &err));
}

static void remove_all(const char *directory)
{
	DIR *d = opendir(directory);

	for (struct dirent *e; d && (e = readdir(d)) != NULL;)
		unlink(arena_printf(&a, "%s/%s", directory, e->d_name));
	if (d)
		closedir(d);
	rmdir(directory);
}

static void end(void)
{
	db_close(db);
	db = NULL;
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	remove_all(arena_printf(&a, "%s-backups", path));
	unlink(to);
	unlink(path);
	unlink(arena_printf(&a, "%s-running", path));
	arena_done(&a);
}

static void back_up(void)
{
	ck_assert_msg(backup_write(db, to, &err), "%s", err.text);
}

/* How many files lie beside the test's own, by what their name ends with. */
static int left_behind(const char *end_of_name)
{
	DIR *d = opendir("/tmp");
	const char *name = strrchr(path, '/') + 1;
	int count = 0;

	for (struct dirent *e; (e = readdir(d)) != NULL;) {
		size_t length = strlen(e->d_name), tail = strlen(end_of_name);

		count += strncmp(e->d_name, name, strlen(name)) == 0 && length >= tail &&
			 strcmp(e->d_name + length - tail, end_of_name) == 0;
	}
	closedir(d);
	return count;
}

static int automatic(const char *why)
{
	struct backup_file *files;
	size_t count;
	int found = 0;

	ck_assert(backup_list(path, &a, &files, &count, &err));
	for (size_t i = 0; i < count; i++)
		found += strcmp(files[i].why, why) == 0;
	return found;
}

static int64_t things(void)
{
	int64_t count = -1;

	ck_assert(db_number(db, "SELECT count(*) FROM things", &count, &err));
	return count;
}

/* Bring it back in place of the office file, which is closed for it. */
static const char *restore(void)
{
	struct restore *r = NULL;
	const char *kept = "?";

	db_close(db);
	db = NULL;
	ck_assert_msg(restore_open(to, path, &r, &err), "%s", err.text);
	ck_assert_msg(restore_finish(r, &a, &kept, &err), "%s", err.text);
	restore_close(r);
	return kept;
}

static bool is_refused(const char *backup)
{
	struct restore *r = NULL;

	err = (struct err){ 0 };
	if (!restore_open(backup, path, &r, &err))
		return true;
	restore_close(r);
	return false;
}

START_TEST(a_restore_brings_back_every_record_and_the_history)
{
	int64_t entries, changes, now;

	back_up();
	ck_assert(db_number(db, "SELECT count(*) FROM entry", &entries, &err));
	ck_assert(db_number(db, "SELECT count(*) FROM change", &changes, &err));
	insert("LATE", 1);
	restore();
	open_file(DB_OPEN);
	ck_assert_int_eq(things(), 40);
	ck_assert(db_number(db, "SELECT count(*) FROM entry", &now, &err));
	ck_assert_int_eq(now, entries);
	ck_assert(db_number(db, "SELECT count(*) FROM change", &now, &err));
	ck_assert_int_eq(now, changes);
}
END_TEST

START_TEST(a_restore_keeps_what_was_there_twice)
{
	struct db *old = NULL;
	const char *kept;

	back_up();
	insert("LATE", 1);
	kept = restore();
	ck_assert_int_eq(automatic("restore"), 1);
	ck_assert_msg(db_open_as_is(kept, false, &old, &err), "%s", err.text);
	db = old;
	ck_assert_int_eq(things(), 41);
}
END_TEST

START_TEST(a_restore_makes_a_file_that_is_gone)
{
	back_up();
	db_close(db);
	db = NULL;
	unlink(path);
	ck_assert_str_eq(restore(), "");
	open_file(DB_OPEN);
	ck_assert_int_eq(things(), 40);
}
END_TEST

START_TEST(a_damaged_office_file_is_replaced_and_kept_as_it_is)
{
	const char *kept;
	char junk[4096] = "no office file any more";
	int fd;

	back_up();
	db_close(db);
	db = NULL;
	fd = open(path, O_WRONLY);
	ck_assert_int_eq(pwrite(fd, junk, sizeof junk, 0), (int)sizeof junk);
	close(fd);
	kept = restore();
	ck_assert_int_eq(automatic("restore"), 0);
	fd = open(kept, O_RDONLY);
	memset(junk, 0, sizeof junk);
	ck_assert_int_eq(read(fd, junk, 8), 8);
	close(fd);
	ck_assert_str_eq(junk, "no offic");
	open_file(DB_OPEN);
	ck_assert_int_eq(things(), 40);
}
END_TEST

START_TEST(a_restore_waits_for_nobody_who_has_the_file_open)
{
	struct restore *r = NULL;
	const char *kept = "";
	int ready[2], status;
	char byte;
	pid_t child;

	back_up();
	db_close(db);
	db = NULL;
	ck_assert_int_eq(pipe(ready), 0);
	child = fork();
	if (child == 0) {
		open_file(DB_OPEN);
		if (write(ready[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	ck_assert(restore_open(to, path, &r, &err));
	ck_assert(!restore_finish(r, &a, &kept, &err));
	ck_assert_int_eq(err.code, ERR_BUSY);
	restore_close(r);
	kill(child, SIGKILL);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	restore();
	open_file(DB_OPEN);
	ck_assert(db_was_cut_off(db));
}
END_TEST

/* A transaction that is cut off leaves a journal that is not the new file's. */
START_TEST(no_journal_of_the_old_file_reaches_the_new_one)
{
	pid_t child;
	int status;

	back_up();
	db_close(db);
	db = NULL;
	child = fork();
	if (child == 0) {
		open_file(DB_OPEN);
		db_run(db,
		       "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;"
		       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
		       " WHERE i < 3000) INSERT INTO note SELECT 'n' || i, "
		       "hex(randomblob(200)) FROM n",
		       &err);
		kill(getpid(), SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(left_behind("-journal"), 1);
	restore();
	ck_assert_int_eq(left_behind("-journal"), 0);
	open_file(DB_OPEN);
	ck_assert_int_eq(things(), 40);
}
END_TEST

/* Flip one bit of the backup, look, and flip it back. */
static bool sees_bit(int fd, int64_t bit)
{
	char byte, made[20];
	int64_t size;
	bool seen;

	ck_assert_int_eq(pread(fd, &byte, 1, bit / 8), 1);
	byte = (char)(byte ^ 1 << bit % 8);
	ck_assert_int_eq(pwrite(fd, &byte, 1, bit / 8), 1);
	err = (struct err){ 0 };
	seen = !seal_check(fd, to, &size, made, &err);
	byte = (char)(byte ^ 1 << bit % 8);
	ck_assert_int_eq(pwrite(fd, &byte, 1, bit / 8), 1);
	return seen;
}

static int64_t size_of(const char *file)
{
	struct stat st;

	ck_assert_int_eq(stat(file, &st), 0);
	return (int64_t)st.st_size;
}

START_TEST(every_bit_of_the_head_and_of_the_seal_counts)
{
	int fd;
	int64_t size;

	back_up();
	size = size_of(to);
	fd = open(to, O_RDWR);
	for (int64_t bit = 0; bit < 100 * 8; bit++)
		ck_assert_msg(sees_bit(fd, bit), "bit %d", (int)bit);
	for (int64_t bit = (size - BACKUP_SEAL) * 8; bit < size * 8; bit++)
		ck_assert_msg(sees_bit(fd, bit), "bit %d from the end",
			      (int)(size * 8 - bit));
	close(fd);
	ck_assert(!is_refused(to)); /* as it is again, it is taken */
}
END_TEST

START_TEST(any_bit_counts)
{
	int fd;
	int64_t size;

	back_up();
	size = size_of(to);
	fd = open(to, O_RDWR);
	srand(7);
	for (int i = 0; i < 200; i++) {
		int64_t bit = ((int64_t)rand() << 8 ^ rand()) % (size * 8);

		ck_assert_msg(sees_bit(fd, bit), "bit %lld", (long long)bit);
	}
	close(fd);
}
END_TEST

START_TEST(a_backup_that_is_cut_or_longer_is_refused)
{
	int64_t size;
	int fd;

	back_up();
	size = size_of(to);
	fd = open(to, O_RDWR | O_APPEND);
	ck_assert_int_eq(write(fd, "\n", 1), 1);
	ck_assert(is_refused(to));
	for (int64_t length = size - 1; length >= 0;
	     length -= length > 512 ? size / 7 : 100) {
		ck_assert_int_eq(ftruncate(fd, length), 0);
		ck_assert(is_refused(to));
	}
	close(fd);
	ck_assert_int_eq(left_behind(".tmp"), 0);
}
END_TEST

START_TEST(what_is_no_backup_is_refused)
{
	db_close(db);
	db = NULL;
	ck_assert(is_refused(path)); /* an office file itself */
	ck_assert(is_refused("/dev/null"));
	ck_assert(is_refused("/tmp"));
	ck_assert_int_eq(mkfifo(to, 0600), 0);
	ck_assert(is_refused(to));
	ck_assert_int_eq(err.code, ERR_NO_INPUT);
}
END_TEST

START_TEST(a_backup_cannot_be_worked_in)
{
	struct db *other = NULL;

	back_up();
	ck_assert(!db_open(to, DB_OPEN, &other, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "bangkom restore"));
	ck_assert(!db_open(to, DB_READ_ONLY, &other, &err));
}
END_TEST

START_TEST(nothing_is_written_over)
{
	char byte[2] = "";
	int fd = open(to, O_WRONLY | O_CREAT | O_EXCL, 0600);

	ck_assert_int_eq(write(fd, "x", 1), 1);
	close(fd);
	ck_assert(!backup_write(db, to, &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	fd = open(to, O_RDONLY);
	ck_assert_int_eq(read(fd, byte, 2), 1);
	close(fd);
	ck_assert_int_eq(left_behind(".tmp"), 0);
}
END_TEST

START_TEST(no_link_is_followed)
{
	const char *victim = arena_printf(&a, "%s.victim", path);

	ck_assert_int_eq(symlink(victim, to), 0);
	ck_assert(!backup_write(db, to, &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	ck_assert_int_eq(access(victim, F_OK), -1);
}
END_TEST

START_TEST(a_disk_that_fills_up_leaves_nothing_behind)
{
	struct rlimit all, limit;

	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &all), 0);
	limit = (struct rlimit){ 64 * 1024, all.rlim_max };
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert(!backup_write(db, to, &err));
	ck_assert_str_ne(err.text, "");
	ck_assert_int_eq(access(to, F_OK), -1);
	ck_assert_int_eq(left_behind(".tmp"), 0);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &all), 0);
	insert("GOES ON", 1);
}
END_TEST

START_TEST(whatever_the_umask_files_are_for_the_owner_alone)
{
	static const mode_t masks[] = { 0, 077 };
	struct stat st;

	for (size_t i = 0; i < 2; i++) {
		umask(masks[i]);
		back_up();
		ck_assert(backup_daily(db, &err));
		ck_assert_int_eq(stat(to, &st), 0);
		ck_assert_int_eq(st.st_mode & 0777, 0600);
		ck_assert_int_eq(stat(arena_printf(&a, "%s-backups", path), &st), 0);
		ck_assert_int_eq(st.st_mode & 0777, 0700);
		ck_assert_int_eq(stat(arena_printf(&a, "%s-running", path), &st), 0);
		ck_assert_int_eq(st.st_mode & 0777, 0600);
		unlink(to);
	}
}
END_TEST

START_TEST(there_is_one_backup_a_day)
{
	ck_assert(backup_daily(db, &err));
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 1);
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 2);
}
END_TEST

START_TEST(the_newest_are_kept_also_when_the_clock_was_wrong)
{
	struct settings settings;
	struct backup_file *files;
	size_t count;

	settings_default(&settings);
	settings.backups_kept = 3;
	db_use_settings(db, &settings);
	for (int day = 10; day < 16; day++) {
		setenv("BANGKOM_TODAY", arena_printf(&a, "2026-05-%d", day), 1);
		ck_assert(backup_daily(db, &err));
	}
	setenv("BANGKOM_TODAY", "1999-01-01", 1);
	ck_assert(backup_daily(db, &err));
	ck_assert(backup_list(path, &a, &files, &count, &err));
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(date_year(files[0].day), 1999);
	ck_assert_int_eq(date_year(files[2].day), 2026);
}
END_TEST

START_TEST(what_is_not_ours_is_never_removed)
{
	struct settings settings;
	const char *other;

	settings_default(&settings);
	settings.backups_kept = 1;
	db_use_settings(db, &settings);
	ck_assert(backup_daily(db, &err));
	other = arena_printf(&a, "%s-backups/mine.backup", path);
	close(open(other, O_WRONLY | O_CREAT, 0600));
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	ck_assert(backup_daily(db, &err));
	ck_assert_int_eq(automatic("daily"), 1);
	ck_assert_int_eq(access(other, F_OK), 0);
}
END_TEST

START_TEST(a_directory_that_is_a_link_is_refused)
{
	ck_assert_int_eq(symlink("/tmp", arena_printf(&a, "%s-backups", path)), 0);
	ck_assert(!backup_daily(db, &err));
	ck_assert_int_eq(err.code, ERR_CREATE);
	unlink(arena_printf(&a, "%s-backups", path));
}
END_TEST

START_TEST(a_backup_by_hand_is_remembered)
{
	struct backup_state s;

	ck_assert(backup_state(db, &a, &s, &err));
	ck_assert(!date_is_set(s.by_hand));
	ck_assert_int_eq(backup_age(&s, date_of(2026, 5, 16), true), 12);
	back_up();
	ck_assert(backup_state(db, &a, &s, &err));
	ck_assert_str_eq(s.path, to);
	ck_assert_int_eq(backup_age(&s, date_of(2026, 5, 6), true), 2);
	ck_assert_int_eq(backup_age(&s, date_of(2026, 5, 1), true), 0);
}
END_TEST

/* Each of the writer's actions adds two things, so an odd number would be one
 * in the middle. */
START_TEST(a_backup_is_one_state_while_others_write)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		db = NULL;
		open_file(DB_OPEN);
		for (int i = 0;; i++) {
			struct thing x = make(arena_printf(&a, "X%d", i), 1);
			struct thing y = make(arena_printf(&a, "Y%d", i), 1);

			if (!action_begin(db, "two", &err) ||
			    !record_insert(db, &thing_kind, &x, &err) ||
			    !record_insert(db, &thing_kind, &y, &err) ||
			    !action_commit(db, &err))
				_exit(1);
		}
	}
	for (int i = 0; i < 5; i++) {
		struct db *copy = NULL;
		int64_t count = 1;

		unlink(to);
		sqlite3_sleep(30);
		back_up();
		ck_assert_int_eq(truncate(to, size_of(to) - BACKUP_SEAL), 0);
		ck_assert(db_open_as_is(to, false, &copy, &err));
		ck_assert(
			db_number(copy, "SELECT count(*) % 2 FROM things", &count, &err));
		db_close(copy);
		ck_assert_int_eq(count, 0);
	}
	kill(child, SIGKILL);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
}
END_TEST

START_TEST(a_copy_holds_nothing_that_was_deleted)
{
	char *bytes;
	int64_t size;
	int fd;

	insert("NEEDLE-IN-A-PAGE", 1);
	ck_assert(db_run(db,
			 "PRAGMA secure_delete = OFF; DELETE FROM things WHERE code ="
			 " 'NEEDLE-IN-A-PAGE'; DELETE FROM change",
			 &err));
	back_up();
	size = size_of(to);
	bytes = malloc((size_t)size);
	fd = open(to, O_RDONLY);
	ck_assert_int_eq(read(fd, bytes, (size_t)size), size);
	close(fd);
	for (int64_t i = 0; i + 6 < size; i++)
		ck_assert_int_ne(memcmp(bytes + i, "NEEDLE", 6), 0);
	free(bytes);
}
END_TEST

START_TEST(what_was_left_when_a_try_was_cut_off_is_swept_away)
{
	const char *old = arena_printf(&a, "%s.77-0.tmp", to);
	const char *young = arena_printf(&a, "%s.78-0.tmp", to);
	const char *other = arena_printf(&a, "%s.notes.tmp", to);
	const struct timespec long_ago[2] = { { 1000, 0 }, { 1000, 0 } };

	close(open(old, O_WRONLY | O_CREAT, 0600));
	close(open(young, O_WRONLY | O_CREAT, 0600));
	close(open(other, O_WRONLY | O_CREAT, 0600));
	ck_assert_int_eq(utimensat(AT_FDCWD, old, long_ago, 0), 0);
	ck_assert_int_eq(utimensat(AT_FDCWD, other, long_ago, 0), 0);
	back_up();
	ck_assert_int_eq(access(old, F_OK), -1);
	ck_assert_int_eq(unlink(young), 0);
	ck_assert_int_eq(unlink(other), 0);
}
END_TEST

Suite *backup_suite(void);

Suite *backup_suite(void)
{
	Suite *s = suite_create("backup");
	TCase *c = tcase_create("backup");

	tcase_add_checked_fixture(c, begin, end);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, a_restore_brings_back_every_record_and_the_history);
	tcase_add_test(c, a_restore_keeps_what_was_there_twice);
	tcase_add_test(c, a_restore_makes_a_file_that_is_gone);
	tcase_add_test(c, a_damaged_office_file_is_replaced_and_kept_as_it_is);
	tcase_add_test(c, a_restore_waits_for_nobody_who_has_the_file_open);
	tcase_add_test(c, no_journal_of_the_old_file_reaches_the_new_one);
	tcase_add_test(c, every_bit_of_the_head_and_of_the_seal_counts);
	tcase_add_test(c, any_bit_counts);
	tcase_add_test(c, a_backup_that_is_cut_or_longer_is_refused);
	tcase_add_test(c, what_is_no_backup_is_refused);
	tcase_add_test(c, a_backup_cannot_be_worked_in);
	tcase_add_test(c, nothing_is_written_over);
	tcase_add_test(c, no_link_is_followed);
	tcase_add_test(c, a_disk_that_fills_up_leaves_nothing_behind);
	tcase_add_test(c, whatever_the_umask_files_are_for_the_owner_alone);
	tcase_add_test(c, there_is_one_backup_a_day);
	tcase_add_test(c, the_newest_are_kept_also_when_the_clock_was_wrong);
	tcase_add_test(c, what_is_not_ours_is_never_removed);
	tcase_add_test(c, a_directory_that_is_a_link_is_refused);
	tcase_add_test(c, a_backup_by_hand_is_remembered);
	tcase_add_test(c, a_backup_is_one_state_while_others_write);
	tcase_add_test(c, a_copy_holds_nothing_that_was_deleted);
	tcase_add_test(c, what_was_left_when_a_try_was_cut_off_is_swept_away);
	suite_add_tcase(s, c);
	return s;
}
