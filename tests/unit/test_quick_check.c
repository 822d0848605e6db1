#include "thing.h"

#include "../../src/store/store_private.h"
#include "base/clock.h"

/* Fixtures: the file of thing.h, made bigger than what is always checked. */
static void start_big(void)
{
	start();
	ck_assert_msg(
		db_run(db,
		       "CREATE TABLE big (id INTEGER PRIMARY KEY, text TEXT) STRICT;"
		       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
		       " WHERE i < 1500) INSERT INTO big SELECT i, printf('%04000d', i) "
		       "FROM n",
		       &err),
		"%s", err.text);
	db_close(db);
	db = NULL;
}

static void done_big(void)
{
	unlink(arena_printf(&a, "%s-running", path));
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	done();
}

static void open_and_close(enum db_mode mode)
{
	open_file(mode);
	db_close(db);
	db = NULL;
}

/* A page in the middle of the table `big`, which nothing here reads. */
static void damage(void)
{
	char junk[4096];
	int fd = open(path, O_WRONLY);

	memset(junk, 0x5a, sizeof junk);
	ck_assert_int_eq(pwrite(fd, junk, sizeof junk, 4 << 20), (int)sizeof junk);
	close(fd);
}

static void refused(enum db_mode mode)
{
	ck_assert(!db_open(path, mode, &db, &err));
	ck_assert_int_eq(err.code, ERR_DB);
	ck_assert_ptr_nonnull(strstr(err.text, "damaged"));
}

static const char *noted_day(void)
{
	const char *day;

	ck_assert(db_note_get(db, "checked", &a, &day, &err));
	return day;
}

START_TEST(a_big_file_is_checked_once_a_day)
{
	open_and_close(DB_OPEN);
	damage();
	open_and_close(DB_OPEN);
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	refused(DB_OPEN);
}
END_TEST

START_TEST(the_day_of_the_check_is_noted)
{
	open_file(DB_OPEN);
	ck_assert_str_eq(noted_day(), "2026-05-04");
	db_close(db);
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	open_file(DB_OPEN);
	ck_assert_str_eq(noted_day(), "2026-05-05");
}
END_TEST

START_TEST(a_small_file_is_checked_each_time_and_nothing_noted)
{
	open_file(DB_OPEN);
	ck_assert(db_run(
		db, "DROP TABLE big; VACUUM; DELETE FROM note WHERE name = 'checked'",
		&err));
	db_close(db);
	open_file(DB_OPEN);
	ck_assert_str_eq(noted_day(), "");
}
END_TEST

START_TEST(a_file_that_may_only_be_read_is_checked_each_time)
{
	open_file(DB_READ_ONLY);
	ck_assert_str_eq(noted_day(), "");
	db_close(db);
	db = NULL;
	damage();
	refused(DB_READ_ONLY);
}
END_TEST

START_TEST(a_check_by_who_may_write_counts_for_who_may_only_read)
{
	open_and_close(DB_OPEN);
	damage();
	open_and_close(DB_READ_ONLY);
}
END_TEST

/* A process that is killed while pages of its transaction are written. */
static void cut_off(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (db_open(path, DB_OPEN, &db, &err))
			db_run(db,
			       "PRAGMA cache_size = 10; BEGIN IMMEDIATE;"
			       "UPDATE big SET text = 'lost' WHERE id < 100",
			       &err);
		raise(SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
	ck_assert_int_eq(access(arena_printf(&a, "%s-journal", path), F_OK), 0);
}

START_TEST(a_file_that_was_cut_off_is_checked)
{
	open_and_close(DB_OPEN);
	cut_off();
	damage();
	refused(DB_OPEN);
}
END_TEST

/* A process that is killed while it has the file open and writes nothing. */
static void killed(void)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		open_file(DB_OPEN);
		raise(SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
}

START_TEST(a_damaged_file_that_was_cut_off_is_refused_each_time)
{
	open_and_close(DB_OPEN);
	killed();
	damage();
	refused(DB_OPEN);
	refused(DB_OPEN);
}
END_TEST

START_TEST(a_sound_file_that_was_cut_off_is_opened)
{
	open_and_close(DB_OPEN);
	cut_off();
	open_file(DB_OPEN);
	ck_assert_str_eq(pragma("SELECT count(*) FROM big WHERE text = 'lost'"), "0");
}
END_TEST

START_TEST(who_cannot_note_the_day_opens_all_the_same)
{
	struct db *writer;
	int64_t begin;

	open_and_close(DB_OPEN);
	ck_assert_msg(db_open(path, DB_OPEN, &writer, &err), "%s", err.text);
	ck_assert(db_run(writer, "BEGIN IMMEDIATE", &err));
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
	begin = clock_ms();
	open_file(DB_OPEN);
	ck_assert_int_lt(clock_ms() - begin, 5000);
	ck_assert_str_eq(noted_day(), "2026-05-04");
	db_close(writer);
	insert("x", 1);
}
END_TEST

/* The file as if it had so many bytes, with the next day begun. */
static void damaged_and_of(int64_t size)
{
	open_file(DB_OPEN);
	damage();
	db->size = size;
	setenv("BANGKOM_TODAY", "2026-05-05", 1);
}

START_TEST(a_bigger_file_that_was_examined_after_the_work_starts_unchecked)
{
	open_file(DB_OPEN);
	insert("x", 1);
	ck_assert(db_examine(db, &err));
	db_close(db);
	damaged_and_of(DB_SMALL + 1);
	ck_assert(quick_check(db, &err));
}
END_TEST

START_TEST(a_bigger_file_that_was_not_is_checked_at_the_next_start)
{
	damaged_and_of(DB_SMALL + 1);
	insert("x", 1); /* a day after the check */
	ck_assert(!quick_check(db, &err));
	ck_assert_int_eq(err.code, ERR_DB);
}
END_TEST

START_TEST(a_bigger_file_that_was_cut_off_is_checked)
{
	damaged_and_of(DB_LARGE);
	db->cut_off = true;
	ck_assert(!quick_check(db, &err));
}
END_TEST

START_TEST(a_large_file_is_examined_only_when_somebody_says_so)
{
	damaged_and_of(DB_LARGE + 1);
	db->cut_off = true;
	insert("x", 1);
	ck_assert(quick_check(db, &err));
	ck_assert(!db_examine(db, &err));
}
END_TEST

static bool at_once(void *context)
{
	(void)context;
	return true;
}

START_TEST(an_examination_can_be_stopped)
{
	open_file(DB_OPEN);
	db_set_stop(db, at_once, NULL);
	ck_assert(!db_examine(db, &err));
	ck_assert_int_eq(err.code, ERR_STOPPED);
	db_set_stop(db, NULL, NULL);
	insert("x", 1);
}
END_TEST

Suite *quick_check_suite(void);

Suite *quick_check_suite(void)
{
	Suite *s = suite_create("quick_check");
	TCase *c = tcase_create("quick_check");

	tcase_add_checked_fixture(c, start_big, done_big);
	tcase_add_test(c, a_big_file_is_checked_once_a_day);
	tcase_add_test(c, the_day_of_the_check_is_noted);
	tcase_add_test(c, a_small_file_is_checked_each_time_and_nothing_noted);
	tcase_add_test(c, a_file_that_may_only_be_read_is_checked_each_time);
	tcase_add_test(c, a_check_by_who_may_write_counts_for_who_may_only_read);
	tcase_add_test(c, a_file_that_was_cut_off_is_checked);
	tcase_add_test(c, a_damaged_file_that_was_cut_off_is_refused_each_time);
	tcase_add_test(c, a_sound_file_that_was_cut_off_is_opened);
	tcase_add_test(c, who_cannot_note_the_day_opens_all_the_same);
	tcase_add_test(c,
		       a_bigger_file_that_was_examined_after_the_work_starts_unchecked);
	tcase_add_test(c, a_bigger_file_that_was_not_is_checked_at_the_next_start);
	tcase_add_test(c, a_bigger_file_that_was_cut_off_is_checked);
	tcase_add_test(c, a_large_file_is_examined_only_when_somebody_says_so);
	tcase_add_test(c, an_examination_can_be_stopped);
	suite_add_tcase(s, c);
	return s;
}
