#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/kinds.h"
#include "migrations.h"
#include "store/db.h"
#include "store/history.h"

/* A file as the version before last left it, with records in the tables that a
 * later migration makes anew. */
static char path[] = "/tmp/bangkom-migration-XXXXXX";

static void must(sqlite3 *raw, const char *sql)
{
	char *why = NULL;

	ck_assert_msg(sqlite3_exec(raw, sql, NULL, NULL, &why) == SQLITE_OK, "%s",
		      why ? why : "");
}

static void make_old_file(int version, const char *records)
{
	char set[64];
	sqlite3 *raw;
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert_int_eq(sqlite3_open(path, &raw), SQLITE_OK);
	for (size_t i = 0; migrations[i].text && migrations[i].version <= version; i++)
		must(raw, migrations[i].text);
	must(raw, "PRAGMA application_id = 1112231757;"
		  "INSERT INTO note (name, value) VALUES ('site', '7')");
	snprintf(set, sizeof set, "PRAGMA user_version = %d", version);
	must(raw, set);
	must(raw, records);
	sqlite3_close(raw);
}

static int number(const char *sql)
{
	sqlite3 *raw;
	sqlite3_stmt *s;
	int value = -1;

	ck_assert_int_eq(sqlite3_open(path, &raw), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(raw, sql, -1, &s, NULL), SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		value = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	sqlite3_close(raw);
	return value;
}

START_TEST(scores_and_attendance_of_an_older_file_are_kept)
{
	struct err err = { 0 };
	struct db *db;

	make_old_file(2,
		      "INSERT INTO persons (id, name, search) VALUES (1, 'A', 'a');"
		      "INSERT INTO designs (id, code, title, search)"
		      " VALUES (2, 'D', 'D', 'd');"
		      "INSERT INTO revisions (id, design, number, made, reason)"
		      " VALUES (3, 2, 1, '2026-01-01', 'x');"
		      "INSERT INTO programmes (id, code, year, title, status, revision,"
		      " search) VALUES (4, 'P', 2026, 'P', 'done', 3, 'p');"
		      "INSERT INTO sessions (id, programme, number, topic, jp)"
		      " VALUES (5, 4, 1, 'T', 600);"
		      "INSERT INTO attendance (id, session, person, state)"
		      " VALUES (6, 5, 1, 'late');"
		      "INSERT INTO scores (id, programme, person, pre, post)"
		      " VALUES (7, 4, 1, 5650, 10000)");
	ck_assert_msg(db_open(path, DB_OPEN, &db, &err), "%s", err.text);
	db_close(db);
	ck_assert_int_eq(number("SELECT count(*) FROM scores WHERE id = 7 AND"
				" programme = 4 AND person = 1 AND pre = 5650 AND"
				" post = 10000"),
			 1);
	ck_assert_int_eq(number("SELECT count(*) FROM attendance"
				" WHERE state = 'late' AND jp IS NULL"),
			 1);
	ck_assert_int_eq(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
	unlink(path);
}
END_TEST

START_TEST(a_dropped_action_of_an_older_file_can_still_be_undone)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	const char *name;
	struct db *db;

	make_old_file(
		2, "INSERT INTO designs (id, code, title, search)"
		   " VALUES (2, 'D', 'D', 'd');"
		   "INSERT INTO revisions (id, design, number, made, reason)"
		   " VALUES (3, 2, 1, '2026-01-01', 'x');"
		   "INSERT INTO programmes (id, code, year, title, status, revision,"
		   " search) VALUES (4, 'P', 2026, 'P', 'done', 3, 'p');"
		   "INSERT INTO improvements (id, programme, number, statement, kind,"
		   " action, status) VALUES (5, 4, 1, 'S', 'fix', 'A', 'dropped');"
		   "INSERT INTO entry (id, at, who, name, changes)"
		   " VALUES (1, '2026-01-01 00:00:00', 'x', 'Dropped', 1);"
		   "INSERT INTO change (entry, n, kind, op, first, last, before, after)"
		   " VALUES (1, 1, 'improvement', 'update', 5, 5,"
		   " '{\"status\":\"open\"}', '{\"status\":\"dropped\"}')");
	ck_assert_msg(db_open(path, DB_OPEN, &db, &err), "%s", err.text);
	ck_assert_msg(history_undo(db, kinds, 0, &arena, &name, &err), "%s", err.text);
	db_close(db);
	ck_assert_int_eq(number("SELECT count(*) FROM improvements"
				" WHERE status = 'open'"),
			 1);
	arena_done(&arena);
	unlink(path);
}
END_TEST

Suite *migration_grids_suite(void);

Suite *migration_grids_suite(void)
{
	Suite *s = suite_create("migration_grids");
	TCase *t = tcase_create("migration");

	tcase_add_test(t, scores_and_attendance_of_an_older_file_are_kept);
	tcase_add_test(t, a_dropped_action_of_an_older_file_can_still_be_undone);
	suite_add_tcase(s, t);
	return s;
}
