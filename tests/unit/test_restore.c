#include "backups.h"

/* Bringing backups back. */

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

START_TEST(a_restore_forgets_no_backup_by_hand)
{
	struct backup_state state;

	back_up();
	restore();
	open_file(DB_OPEN);
	ck_assert(backup_state(db, &a, &state, &err));
	ck_assert(date_is_set(state.by_hand));
	ck_assert_str_eq(state.path, to);
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

static int locked(const char *name)
{
	struct flock all = { .l_type = F_WRLCK,
			     .l_whence = SEEK_SET,
			     .l_start = 0x40000000,
			     .l_len = 512 };
	int fd = open(name, O_RDWR);

	if (fcntl(fd, F_SETLK, &all) != 0)
		_exit(1);
	return fd;
}

/* Another restore is faster, and somebody writes into what it brought back. */
static void replace_first(int ready, const char *other, const char *done)
{
	int old = locked(path), new = locked(other);

	if (write(ready, "x", 1) != 1)
		_exit(1);
	sqlite3_sleep(100);
	if (rename(other, path) != 0 || close(old) != 0)
		_exit(1);
	sqlite3_sleep(300);
	close(open(done, O_CREAT | O_WRONLY, 0600));
	_exit(close(new));
}

START_TEST(a_restore_waits_for_who_writes_into_the_file_of_another_restore)
{
	const char *other = arena_printf(&a, "%s.other", path);
	const char *done_file = arena_printf(&a, "%s.done", path);
	int ready[2], status;
	char byte;
	pid_t child;

	back_up();
	close(open(other, O_CREAT | O_WRONLY, 0600));
	db_close(db);
	db = NULL;
	ck_assert_int_eq(truncate(path, 10), 0); /* nothing to read first */
	ck_assert_int_eq(pipe(ready), 0);
	child = fork();
	if (child == 0)
		replace_first(ready[1], other, done_file);
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	restore();
	ck_assert_int_eq(unlink(done_file), 0); /* the change had ended */
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
}
END_TEST

/* In the middle of a change, while its pages are written. */
static void cut_off(void)
{
	pid_t child;
	int status;

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
}

/* A transaction that is cut off leaves a journal that is not the new file's. */
START_TEST(no_journal_of_the_old_file_reaches_the_new_one)
{
	back_up();
	cut_off();
	restore();
	ck_assert_int_eq(left_behind("-journal"), 0);
	open_file(DB_OPEN);
	ck_assert_int_eq(things(), 40);
}
END_TEST

/* Somebody removes the file that was cut off, and its journal stays. */
START_TEST(no_journal_of_a_file_that_is_gone_reaches_the_new_one)
{
	back_up();
	cut_off();
	unlink(path);
	restore();
	ck_assert_int_eq(left_behind("-journal"), 0);
	ck_assert_ptr_nonnull(strstr(restore(), "-000003-")); /* the first is taken */
	open_file(DB_OPEN);
	ck_assert_int_eq(things(), 40);
	ck_assert_str_eq(pragma("PRAGMA integrity_check"), "ok");
}
END_TEST

/* Another program left it in write-ahead mode, and nobody can read it. */
START_TEST(no_log_of_the_old_file_reaches_the_new_one)
{
	static const char *const ends[] = { "-wal", "-shm" };
	const char *kept;

	back_up();
	ck_assert_int_eq(truncate(path, 10), 0);
	for (size_t i = 0; i < 2; i++)
		close(open(arena_printf(&a, "%s%s", path, ends[i]), O_CREAT | O_WRONLY,
			   0600));
	kept = restore();
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(left_behind(ends[i]), 0);
		ck_assert_int_eq(access(arena_printf(&a, "%s%s", kept, ends[i]), F_OK),
				 0);
	}
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

START_TEST(a_backup_with_what_acts_by_itself_is_refused)
{
	ck_assert(db_run(db,
			 "CREATE TRIGGER quiet AFTER INSERT ON things BEGIN"
			 " DELETE FROM parts; END",
			 &err));
	back_up();
	ck_assert(is_refused(to));
	ck_assert_int_eq(err.code, ERR_INPUT);
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

Suite *restore_suite(void);

Suite *restore_suite(void)
{
	Suite *s = suite_create("restore");
	TCase *c = tcase_create("restore");

	tcase_add_checked_fixture(c, begin, end);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, a_restore_brings_back_every_record_and_the_history);
	tcase_add_test(c, a_restore_forgets_no_backup_by_hand);
	tcase_add_test(c, a_restore_keeps_what_was_there_twice);
	tcase_add_test(c, a_restore_makes_a_file_that_is_gone);
	tcase_add_test(c, a_damaged_office_file_is_replaced_and_kept_as_it_is);
	tcase_add_test(c, a_restore_waits_for_nobody_who_has_the_file_open);
	tcase_add_test(c,
		       a_restore_waits_for_who_writes_into_the_file_of_another_restore);
	tcase_add_test(c, no_journal_of_the_old_file_reaches_the_new_one);
	tcase_add_test(c, no_journal_of_a_file_that_is_gone_reaches_the_new_one);
	tcase_add_test(c, no_log_of_the_old_file_reaches_the_new_one);
	tcase_add_test(c, every_bit_of_the_head_and_of_the_seal_counts);
	tcase_add_test(c, any_bit_counts);
	tcase_add_test(c, a_backup_that_is_cut_or_longer_is_refused);
	tcase_add_test(c, what_is_no_backup_is_refused);
	tcase_add_test(c, a_backup_with_what_acts_by_itself_is_refused);
	tcase_add_test(c, a_backup_cannot_be_worked_in);
	suite_add_tcase(s, c);
	return s;
}
