#include "thing.h"

#include "../../src/store/store_private.h"
#include "base/clock.h"

START_TEST(every_pragma_of_the_opening_holds)
{
	static const char *const want[][2] = {
		{ "PRAGMA locking_mode", "normal" },
		{ "PRAGMA journal_mode", "delete" },
		{ "PRAGMA synchronous", "3" },
		{ "PRAGMA foreign_keys", "1" },
		{ "PRAGMA trusted_schema", "0" },
		{ "PRAGMA cell_size_check", "1" },
		{ "PRAGMA secure_delete", "1" },
		{ "PRAGMA mmap_size", "0" },
		{ "PRAGMA recursive_triggers", "0" },
		{ "PRAGMA temp_store", "2" },
		{ "PRAGMA cache_size", "-2000" },
		{ "PRAGMA cache_spill", "4000" },
		{ "PRAGMA writable_schema", "0" },
		{ "PRAGMA application_id", "1112231757" },
	};

	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		ck_assert_msg(strcmp(pragma(want[i][0]), want[i][1]) == 0, "%s is %s",
			      want[i][0], pragma(want[i][0]));
}
END_TEST

START_TEST(every_switch_of_the_connection_holds)
{
	static const int want[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	};

	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		int now = -1;

		ck_assert_int_eq(sqlite3_db_config(db->raw, want[i][0], -1, &now),
				 SQLITE_OK);
		ck_assert_msg(now == want[i][1], "switch %d is %d", want[i][0], now);
	}
	ck_assert(!db_run(db, "SELECT load_extension('x')", &err));
	ck_assert(!db_run(db, "SELECT \"no column\" FROM note", &err));
	ck_assert(!db_run(db, "CREATE INDEX i ON note (\"no column\")", &err));
}
END_TEST

START_TEST(every_limit_of_the_connection_holds)
{
	static const int want[][2] = {
		{ SQLITE_LIMIT_LENGTH, 16 << 20 },
		{ SQLITE_LIMIT_SQL_LENGTH, 1 << 20 },
		{ SQLITE_LIMIT_ATTACHED, 2 },
		{ SQLITE_LIMIT_VDBE_OP, 100000 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
	};

	for (size_t i = 0; i < sizeof want / sizeof *want; i++)
		ck_assert_msg(sqlite3_limit(db->raw, want[i][0], -1) == want[i][1],
			      "limit %d", want[i][0]);
}
END_TEST

static const char endless[] =
	"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
	" SELECT count(*) FROM n";

START_TEST(an_endless_query_is_stopped)
{
	struct stmt *s;

	ck_assert(stmt_get(db, endless, &s, &err));
	db->step_ms = 50;
	ck_assert_int_eq(stmt_step(s, &err), STMT_FAILED);
	ck_assert_int_eq(err.code, ERR_DB);
	ck_assert_ptr_nonnull(strstr(err.text, "too long"));
	insert("x", 1);
}
END_TEST

/* A second process that holds the file for so long; the pipe tells when. */
static pid_t hold(unsigned ms)
{
	int ready[2];
	char byte;
	pid_t child;

	ck_assert_int_eq(pipe(ready), 0);
	child = fork();
	if (child == 0) {
		struct db *other = NULL;

		if (!db_open(path, DB_OPEN, &other, &err) ||
		    !db_run(other, "BEGIN EXCLUSIVE", &err) ||
		    write(ready[1], "x", 1) != 1)
			_exit(1);
		sqlite3_sleep((int)ms);
		db_close(other);
		_exit(0);
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return child;
}

static void gone(pid_t child)
{
	int status;

	kill(child, SIGKILL);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
}

START_TEST(who_comes_second_waits_for_the_first)
{
	int64_t begin;
	pid_t child;

	db_close(db);
	child = hold(300);
	db = NULL;
	begin = clock_ms();
	open_file(DB_OPEN);
	insert("x", 1);
	ck_assert_int_ge(clock_ms() - begin, 200);
	gone(child);
}
END_TEST

START_TEST(who_waits_too_long_is_told_that_the_file_is_busy)
{
	int64_t begin;
	pid_t child;

	db_close(db);
	open_file(DB_OPEN);
	child = hold(60000);
	db->busy_ms = 200;
	begin = clock_ms();
	ck_assert(!action_begin(db, "late", &err));
	ck_assert_int_eq(err.code, ERR_BUSY);
	ck_assert_int_ge(clock_ms() - begin, 200);
	ck_assert_int_lt(clock_ms() - begin, 2000);
	gone(child);
	insert("x", 1);
}
END_TEST

static bool three_times(void *context)
{
	int *times = context;

	return ++*times < 3;
}

START_TEST(whoever_waits_may_give_up)
{
	int times = 0;
	pid_t child;

	child = hold(60000);
	db_set_wait(db, three_times, &times);
	ck_assert(!action_begin(db, "late", &err));
	ck_assert_int_eq(err.code, ERR_BUSY);
	ck_assert_int_eq(times, 3);
	gone(child);
	insert("x", 1);
}
END_TEST

START_TEST(a_migration_is_all_or_nothing)
{
	static const struct migration wrong = { 900, "0900-wrong",
						"CREATE TABLE half (id INTEGER) STRICT;"
						"ALTER TABLE things ADD COLUMN more TEXT;"
						"UPDATE note SET value = 'lost';"
						"CREATE TABLE half (id INTEGER) STRICT" };
	static const struct migration right = {
		901, "0901-right", "CREATE TABLE whole (id INTEGER) STRICT"
	};
	const char *version = pragma("PRAGMA user_version");

	ck_assert(!db_apply(db, &wrong, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "0900-wrong"));
	ck_assert_str_eq(pragma("PRAGMA user_version"), version);
	ck_assert_str_eq(pragma("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"),
			 "0");
	ck_assert_str_eq(pragma("SELECT count(*) FROM note WHERE value = 'lost'"), "0");
	ck_assert(!db_run(db, "SELECT more FROM things", &err));
	ck_assert_msg(db_apply(db, &right, &err), "%s", err.text);
	ck_assert_str_eq(pragma("PRAGMA user_version"), "901");
	ck_assert_msg(db_apply(db, &right, &err), "a migration was applied twice");
}
END_TEST

/* Killed at any moment of a migration, the file has the old version. */
START_TEST(a_migration_that_is_killed_leaves_the_old_version)
{
	static const struct migration long_one = {
		900, "0900-long",
		"CREATE TABLE big (id INTEGER PRIMARY KEY, text TEXT) STRICT;"
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i "
		"< 900000)"
		" INSERT INTO big SELECT i, printf('%0500d', i) FROM n"
	};
	const char *version = pragma("PRAGMA user_version");
	pid_t child;
	int status;

	db_close(db);
	child = fork();
	if (child == 0) {
		if (db_open(path, DB_OPEN, &db, &err))
			db_apply(db, &long_one, &err);
		_exit(0);
	}
	sqlite3_sleep(400);
	kill(child, SIGKILL);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
	open_file(DB_OPEN);
	ck_assert_str_eq(pragma("PRAGMA user_version"), version);
	ck_assert_str_eq(pragma("SELECT count(*) FROM sqlite_schema WHERE name = 'big'"),
			 "0");
	ck_assert_str_eq(pragma("PRAGMA integrity_check"), "ok");
}
END_TEST

Suite *open_suite(void);

Suite *open_suite(void)
{
	Suite *s = suite_create("open");
	TCase *c = tcase_create("open");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, every_pragma_of_the_opening_holds);
	tcase_add_test(c, every_switch_of_the_connection_holds);
	tcase_add_test(c, every_limit_of_the_connection_holds);
	tcase_add_test(c, an_endless_query_is_stopped);
	tcase_add_test(c, who_comes_second_waits_for_the_first);
	tcase_add_test(c, who_waits_too_long_is_told_that_the_file_is_busy);
	tcase_add_test(c, whoever_waits_may_give_up);
	tcase_add_test(c, a_migration_is_all_or_nothing);
	tcase_add_test(c, a_migration_that_is_killed_leaves_the_old_version);
	suite_add_tcase(s, c);
	return s;
}
