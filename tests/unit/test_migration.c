#include "office.h"

#include <dirent.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "domain/competency.h"
#include "domain/survey.h"
#include "migrations.h"
#include "store/backup.h"
#include "store/select.h"

/* A file of an earlier version, with its records, is brought up to date. */

static char directory[] = "/tmp/migration-XXXXXX";
static const char *path;
static sqlite3 *old;

static void run(const char *sql)
{
	char *text = NULL;

	ck_assert_msg(sqlite3_exec(old, sql, NULL, NULL, &text) == SQLITE_OK, "%s", text);
}

/* The file as the program left it before migration `before`. */
static void make(int before)
{
	ck_assert_ptr_nonnull(mkdtemp(directory));
	path = arena_printf(&a, "%s/office.db", directory);
	ck_assert_int_eq(sqlite3_open(path, &old), SQLITE_OK);
	run("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF");
	for (size_t i = 0; migrations[i].text; i++) {
		if (migrations[i].version >= before)
			continue;
		run(migrations[i].text);
		run(arena_printf(&a, "PRAGMA user_version = %d", migrations[i].version));
	}
	run("PRAGMA application_id = 1112231757;"
	    "INSERT INTO note VALUES ('site', '7')");
}

static void open_it(void)
{
	const char *report = "?";

	ck_assert_int_eq(sqlite3_close(old), SQLITE_OK);
	err = (struct err){ 0 };
	ck_assert_msg(db_open(path, DB_OPEN, &db, &err), "%s", err.text);
	ck_assert(db_check(db, &a, &report, &err));
	ck_assert_str_eq(report, "");
}

/* The only file in the directory of backups; NULL where there is no such. */
static const char *backup(void)
{
	const char *folder = arena_printf(&a, "%s-backups", path), *found = NULL;
	DIR *d = opendir(folder);

	for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
		if (e->d_name[0] != '.')
			found = arena_printf(&a, "%s/%s", folder, e->d_name);
	}
	if (d)
		closedir(d);
	return found;
}

static void finish(void)
{
	db_close(db);
	for (const char *found; (found = backup()) != NULL;)
		unlink(found);
	rmdir(arena_printf(&a, "%s-backups", path));
	unlink(path);
	rmdir(directory);
	arena_done(&a);
}

START_TEST(scores_and_attendance_of_an_older_file_are_kept)
{
	struct attendance attendance;
	struct score score;

	make(3);
	run("INSERT INTO persons (id, name, search) VALUES (1, 'A', 'a');"
	    "INSERT INTO programmes (id, code, year, title, status)"
	    " VALUES (4, 'P', 2026, 'P', 'done');"
	    "INSERT INTO sessions (id, programme, number, topic, jp)"
	    " VALUES (5, 4, 1, 'T', 600);"
	    "INSERT INTO attendance (id, session, person, state)"
	    " VALUES (6, 5, 1, 'late');"
	    "INSERT INTO scores (id, programme, person, pre, post)"
	    " VALUES (7, 4, 1, 5650, 10000)");
	open_it();
	ck_assert(record_load(db, &score_kind, 7, &score, &a, &err));
	ck_assert_int_eq(score.pre, 5650);
	ck_assert_int_eq(score.post, 10000);
	ck_assert(record_load(db, &attendance_kind, 6, &attendance, &a, &err));
	ck_assert_str_eq(attendance.state, "late");
	ck_assert_int_eq(attendance.jp, NUMBER_NONE);
}
END_TEST

START_TEST(answers_of_an_older_file_are_all_there_and_may_be_wider)
{
	struct answer answer, wide;
	struct sheet sheet;
	struct item item;

	make(4);
	run("INSERT INTO programmes (id, code, year, title, status)"
	    " VALUES (1, 'P', 2026, 'P', 'planned');"
	    "INSERT INTO questionnaires (id, code, title) VALUES (2, 'Q', 'Q');"
	    "INSERT INTO items (id, questionnaire, number, dimension, kind, scale, text)"
	    " VALUES (3, 2, 1, 'material', 'likert', 5, 'Jelas'),"
	    "        (4, 2, 2, 'comment', 'text', NULL, 'Saran');"
	    "INSERT INTO sheets (id, programme, questionnaire, number)"
	    " VALUES (900, 1, 2, 1);"
	    "INSERT INTO answers (id, sheet, item, value, text)"
	    " VALUES (77, 900, 3, 4, ''), (78, 900, 4, NULL, 'baik')");
	open_it();
	ck_assert(record_load(db, &answer_kind, 77, &answer, &a, &err));
	ck_assert_int_eq(answer.value, 4);
	ck_assert(record_load(db, &answer_kind, 78, &answer, &a, &err));
	ck_assert_str_eq(answer.text, "baik");
	ck_assert_int_eq(answer.value, NUMBER_NONE);
	ck_assert(record_load(db, &sheet_kind, 900, &sheet, &a, &err));
	ck_assert_int_eq(sheet.trainer, 0);
	ck_assert_str_eq(sheet.role, "");
	record_init(&item_kind, &item);
	item.questionnaire = 2;
	item.dimension = "other";
	item.kind = "number";
	item.text = "Jumlah";
	good(&item_kind, &item);
	record_init(&answer_kind, &wide);
	wide.sheet = 900;
	wide.item = item.id;
	wide.value = ANSWER_MOST;
	good(&answer_kind, &wide);
}
END_TEST

START_TEST(a_dropped_action_of_an_older_file_can_still_be_undone)
{
	struct improvement action;
	const char *name;

	make(3);
	run("INSERT INTO programmes (id, code, year, title, status)"
	    " VALUES (4, 'P', 2026, 'P', 'done');"
	    "INSERT INTO improvements (id, programme, number, statement, kind,"
	    " action, status) VALUES (5, 4, 1, 'S', 'fix', 'A', 'dropped');"
	    "INSERT INTO entry (id, at, who, name, changes)"
	    " VALUES (1, '2026-01-01 00:00:00', 'x', 'Dropped', 1);"
	    "INSERT INTO change (entry, n, kind, op, first, last, before, after)"
	    " VALUES (1, 1, 'improvement', 'update', 5, 5,"
	    " '{\"status\":\"open\"}', '{\"status\":\"dropped\"}')");
	open_it();
	ck_assert(record_load(db, &improvement_kind, 5, &action, &a, &err));
	ck_assert_str_eq(action.status, "waived");
	ck_assert_str_ne(action.waived_reason, "");
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert(record_load(db, &improvement_kind, 5, &action, &a, &err));
	ck_assert_str_eq(action.status, "open");
}
END_TEST

START_TEST(a_deleted_need_of_an_older_file_comes_back_into_a_survey)
{
	struct survey survey;
	struct need need;
	const char *name;
	int64_t first;

	make(9);
	run("INSERT INTO persons (id, name, search) VALUES (1, 'A', 'a');"
	    "INSERT INTO competencies (id, code, name, kind)"
	    " VALUES (2, 'KM', 'K', 'managerial'), (3, 'KP', 'P', 'managerial');"
	    "INSERT INTO needs (id, person, competency, rater, level, importance)"
	    " VALUES (4, 1, 2, 'self', 3, NULL);"
	    "INSERT INTO entry (id, at, who, name, changes)"
	    " VALUES (1, '2026-01-01 00:00:00', 'x', 'Deleted', 1);"
	    "INSERT INTO change (entry, n, kind, op, first, last, before)"
	    " VALUES (1, 1, 'need', 'delete', 5, 5, '{\"person\":\"1\","
	    "\"competency\":\"3\",\"rater\":\"self\",\"level\":\"2\"}')");
	open_it();
	ck_assert(record_load(db, &need_kind, 4, &need, &a, &err));
	ck_assert_int_eq(need.level, 3);
	first = need.survey;
	ck_assert(record_load(db, &survey_kind, first, &survey, &a, &err));
	ck_assert_str_eq(survey.status, "open");
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert(record_load(db, &need_kind, 5, &need, &a, &err));
	ck_assert_int_eq(need.survey, first);
	ck_assert_int_eq(need.competency, 3);
}
END_TEST

START_TEST(an_older_file_without_needs_gets_no_survey)
{
	const struct select all = { .kind = &survey_kind };
	size_t count = 1;

	make(9);
	open_it();
	ck_assert(select_count(db, &all, 9, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(the_file_as_it_was_before_is_kept_as_a_backup)
{
	struct restore_content content;
	struct restore *r = NULL;

	make(9);
	run("INSERT INTO persons (id, name, search) VALUES (1, 'A', 'a')");
	open_it();
	ck_assert_ptr_nonnull(backup());
	ck_assert_msg(restore_open(backup(), path, &r, &err), "%s", err.text);
	ck_assert(restore_content(r, kinds, &a, &content, &err));
	restore_close(r);
	ck_assert_int_eq(content.version, 8);
	ck_assert_int_eq(content.site, 7);
}
END_TEST

START_TEST(without_a_backup_nothing_is_brought_up_to_date)
{
	make(9);
	run("PRAGMA user_version");
	ck_assert_int_eq(symlink("/tmp", arena_printf(&a, "%s-backups", path)), 0);
	ck_assert_int_eq(sqlite3_close(old), SQLITE_OK);
	err = (struct err){ 0 };
	ck_assert(!db_open(path, DB_OPEN, &db, &err));
	db = NULL;
	unlink(arena_printf(&a, "%s-backups", path));
	ck_assert_int_eq(sqlite3_open(path, &old), SQLITE_OK);
	run("INSERT INTO needs (id, person, competency, rater)"
	    " SELECT 1, 1, 1, 'self' WHERE 0"); /* the old table has no survey */
	ck_assert_int_eq(sqlite3_close(old), SQLITE_OK);
}
END_TEST

Suite *migration_suite(void);

Suite *migration_suite(void)
{
	Suite *s = suite_create("migration");
	TCase *c = tcase_create("migration");

	tcase_add_checked_fixture(c, NULL, finish);
	tcase_add_test(c, scores_and_attendance_of_an_older_file_are_kept);
	tcase_add_test(c, answers_of_an_older_file_are_all_there_and_may_be_wider);
	tcase_add_test(c, a_dropped_action_of_an_older_file_can_still_be_undone);
	tcase_add_test(c, a_deleted_need_of_an_older_file_comes_back_into_a_survey);
	tcase_add_test(c, an_older_file_without_needs_gets_no_survey);
	tcase_add_test(c, the_file_as_it_was_before_is_kept_as_a_backup);
	tcase_add_test(c, without_a_backup_nothing_is_brought_up_to_date);
	suite_add_tcase(s, c);
	return s;
}
