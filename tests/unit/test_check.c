#include "thing.h"

#include "../../src/store/store_private.h"
#include "store/check.h"

static struct findings found;
static int64_t first; /* key of the first thing */

static void begin(void)
{
	start();
	found = (struct findings){ .arena = &a };
	ck_assert(action_begin(db, "some", &err));
	first = add_thing("A");
	add_thing("B");
	add_thing("C");
	ck_assert(action_commit(db, &err));
	rename_to(first, "Siti");
}

/* As any other program may write into the file. */
static void change(const char *sql)
{
	ck_assert_msg(db_run(db, sql, &err), "%s", err.text);
}

static void look(bool deep)
{
	found = (struct findings){ .arena = &a };
	ck_assert_msg(deep ? check_deep(db, kinds_here, &found, &err)
			   : check_quick(db, kinds_here, &found, &err),
		      "%s", err.text);
}

/* One thing is found, which says this. */
static void finds(bool deep, const char *words)
{
	look(deep);
	ck_assert_uint_eq(found.count, 1);
	ck_assert_msg(strstr(found.list[0].what, words), "%s", found.list[0].what);
	ck_assert_str_ne(found.list[0].advice, "");
}

START_TEST(nothing_is_found_in_a_sound_file)
{
	const char *name;

	look(true);
	ck_assert_uint_eq(found.count, 0);
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	look(true);
	ck_assert_uint_eq(found.count, 0);
	ck_assert(history_redo(db, kinds_here, &a, &name, &err));
	look(true);
	ck_assert_uint_eq(found.count, 0);
}
END_TEST

START_TEST(what_was_deleted_and_came_back_is_sound)
{
	const char *name;

	ck_assert(action_begin(db, "gone", &err));
	ck_assert(record_delete(db, &thing_kind, first, &err));
	ck_assert(action_commit(db, &err));
	look(true);
	ck_assert_uint_eq(found.count, 0);
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	look(true);
	ck_assert_uint_eq(found.count, 0);
}
END_TEST

START_TEST(a_reference_to_nothing_is_found)
{
	change("PRAGMA foreign_keys = OFF; UPDATE things SET other = 5 WHERE code = 'B';"
	       "PRAGMA foreign_keys = ON");
	finds(false, "Things");
}
END_TEST

START_TEST(a_record_that_nobody_deleted_is_missed)
{
	change("DELETE FROM things WHERE code = 'B'");
	finds(true, "missing");
}
END_TEST

START_TEST(a_record_that_nobody_added_is_found)
{
	change("INSERT INTO things SELECT id + 100, 'X', name, note, nip, time, choice, "
	       "count, decimal, money, yes, other, day, replace(search, 'b', 'x') FROM "
	       "things WHERE code = 'B'");
	finds(true, "does");
}
END_TEST

START_TEST(one_letter_of_a_name_that_was_typed_is_missed)
{
	change("UPDATE things SET name = 'Sita', search = replace(search, 'siti', 'sita')"
	       " WHERE code = 'A'");
	finds(true, "Sita");
	ck_assert_ptr_nonnull(strstr(found.list[0].what, "Siti"));
}
END_TEST

START_TEST(the_newest_of_several_changes_is_the_one_that_counts)
{
	rename_to(first, "Budi");
	rename_to(first, "Citra");
	look(true);
	ck_assert_uint_eq(found.count, 0);
	change("UPDATE things SET name = 'Budi', search = replace(search, 'citra', "
	       "'budi')"
	       " WHERE code = 'A'");
	finds(true, "Budi");
}
END_TEST

START_TEST(a_search_key_that_does_not_fit_is_found)
{
	change("UPDATE things SET search = 'other' WHERE code = 'B'");
	finds(true, "found by");
	look(false);
	ck_assert_uint_eq(found.count, 0);
}
END_TEST

START_TEST(a_history_that_was_cut_is_found)
{
	change("DELETE FROM change WHERE op = 'update'");
	finds(false, "history");
}
END_TEST

START_TEST(what_would_act_by_itself_is_found)
{
	change("CREATE TRIGGER quiet AFTER INSERT ON things BEGIN"
	       " DELETE FROM parts; END");
	finds(false, "quiet");
}
END_TEST

START_TEST(an_index_of_words_that_does_not_agree_is_found)
{
	change("CREATE VIRTUAL TABLE find USING fts5 (name, content = 'things',"
	       " content_rowid = 'id');"
	       "INSERT INTO find (rowid, name) SELECT id, name FROM things");
	look(true);
	ck_assert_uint_eq(found.count, 0);
	change("INSERT INTO find (rowid, name) VALUES (5, 'nobody')");
	finds(true, "'find'");
}
END_TEST

START_TEST(a_damaged_page_is_found)
{
	change("PRAGMA ignore_check_constraints = ON;"
	       "UPDATE things SET day = 'no day' WHERE code = 'B';"
	       "PRAGMA ignore_check_constraints = OFF");
	finds(false, "damaged");
}
END_TEST

START_TEST(a_file_that_everybody_may_read_is_found)
{
	ck_assert_int_eq(chmod(path, 0644), 0);
	finds(false, "Everybody");
	ck_assert_ptr_nonnull(strstr(found.list[0].advice, "chmod o= '"));
}
END_TEST

/* As a disk shows all files that knows no rights. */
START_TEST(a_file_that_may_be_executed_is_open_to_nobody)
{
	ck_assert_int_eq(chmod(path, 0700), 0);
	look(false);
	ck_assert_uint_eq(found.count, 0);
}
END_TEST

/* A colleague is no fault, where root can play one. */
START_TEST(a_file_that_a_group_shares_is_no_finding)
{
	if (geteuid() == 0)
		ck_assert_int_eq(chown(path, 4711, (gid_t)-1), 0);
	ck_assert_int_eq(chmod(path, 0660), 0);
	ck_assert(geteuid() != 0 || seteuid(4712) == 0);
	look(false);
	ck_assert(getuid() != 0 || seteuid(0) == 0);
	ck_assert_uint_eq(found.count, 0);
}
END_TEST

START_TEST(a_connection_that_is_less_safe_is_found)
{
	change("PRAGMA synchronous = OFF");
	finds(false, "synchronous");
}
END_TEST

START_TEST(a_week_without_a_backup_is_found)
{
	setenv("BANGKOM_TODAY", "2026-05-20", 1);
	finds(false, "backup");
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
}
END_TEST

START_TEST(backups_that_cannot_be_listed_are_found)
{
	const char *directory = arena_printf(&a, "%s-backups", path);

	close(open(directory, O_WRONLY | O_CREAT | O_EXCL, 0600));
	finds(true, directory);
	unlink(directory);
}
END_TEST

/* Of a process that opens the file and then does as `end` says. */
static void other_process(void (*end)(void))
{
	pid_t child;
	int status;

	db_close(db);
	db = NULL;
	child = fork();
	if (child == 0) {
		open_file(DB_OPEN);
		end();
		_exit(0);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
}

static void killed(void)
{
	kill(getpid(), SIGKILL);
}

static void closed(void)
{
	db_close(db);
}

START_TEST(a_killed_process_is_noticed_once)
{
	other_process(killed);
	open_file(DB_OPEN);
	ck_assert(db_was_cut_off(db));
	db_close(db);
	open_file(DB_OPEN);
	ck_assert(!db_was_cut_off(db));
}
END_TEST

START_TEST(a_process_that_closes_the_file_leaves_no_mark)
{
	other_process(closed);
	ck_assert_int_eq(access(arena_printf(&a, "%s-running", path), F_OK), -1);
	open_file(DB_OPEN);
	ck_assert(!db_was_cut_off(db));
}
END_TEST

/* Who still works is not taken for dead, and who died beside it is noticed. */
START_TEST(the_dead_are_told_from_the_living)
{
	int ready[2], status;
	char byte;
	pid_t living;

	db_close(db);
	db = NULL;
	ck_assert_int_eq(pipe(ready), 0);
	living = fork();
	if (living == 0) {
		open_file(DB_OPEN);
		if (write(ready[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	open_file(DB_OPEN);
	ck_assert(!db_was_cut_off(db));
	ck_assert(marker_others(path));
	other_process(killed);
	open_file(DB_OPEN);
	ck_assert(db_was_cut_off(db));
	kill(living, SIGKILL);
	ck_assert_int_eq(waitpid(living, &status, 0), living);
}
END_TEST

/* Its journal lies there, but nobody was cut off. */
START_TEST(who_is_in_the_middle_of_a_change_is_not_taken_for_dead)
{
	int ready[2], status;
	char byte;
	pid_t living;
	struct stat st;

	db_close(db);
	db = NULL;
	ck_assert_int_eq(pipe(ready), 0);
	living = fork();
	if (living == 0) {
		open_file(DB_OPEN);
		if (db_run(db, "BEGIN IMMEDIATE; UPDATE things SET name = 'x'", &err) &&
		    write(ready[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	ck_assert_int_eq(stat(arena_printf(&a, "%s-journal", path), &st), 0);
	ck_assert_int_gt(st.st_size, 0);
	open_file(DB_READ_ONLY);
	ck_assert(!db_was_cut_off(db));
	db_close(db);
	open_file(DB_OPEN);
	ck_assert(!db_was_cut_off(db));
	kill(living, SIGKILL);
	ck_assert_int_eq(waitpid(living, &status, 0), living);
	db_close(db);
	open_file(DB_READ_ONLY);
	ck_assert(db_was_cut_off(db));
}
END_TEST

static void end(void)
{
	unlink(arena_printf(&a, "%s-running", path));
	done();
}

Suite *check_suite(void);

Suite *check_suite(void)
{
	Suite *s = suite_create("check");
	TCase *c = tcase_create("check");

	tcase_add_checked_fixture(c, begin, end);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, nothing_is_found_in_a_sound_file);
	tcase_add_test(c, what_was_deleted_and_came_back_is_sound);
	tcase_add_test(c, a_reference_to_nothing_is_found);
	tcase_add_test(c, a_record_that_nobody_deleted_is_missed);
	tcase_add_test(c, a_record_that_nobody_added_is_found);
	tcase_add_test(c, one_letter_of_a_name_that_was_typed_is_missed);
	tcase_add_test(c, the_newest_of_several_changes_is_the_one_that_counts);
	tcase_add_test(c, a_search_key_that_does_not_fit_is_found);
	tcase_add_test(c, a_history_that_was_cut_is_found);
	tcase_add_test(c, what_would_act_by_itself_is_found);
	tcase_add_test(c, an_index_of_words_that_does_not_agree_is_found);
	tcase_add_test(c, a_damaged_page_is_found);
	tcase_add_test(c, a_file_that_everybody_may_read_is_found);
	tcase_add_test(c, a_file_that_may_be_executed_is_open_to_nobody);
	tcase_add_test(c, a_file_that_a_group_shares_is_no_finding);
	tcase_add_test(c, a_connection_that_is_less_safe_is_found);
	tcase_add_test(c, a_week_without_a_backup_is_found);
	tcase_add_test(c, backups_that_cannot_be_listed_are_found);
	tcase_add_test(c, a_killed_process_is_noticed_once);
	tcase_add_test(c, a_process_that_closes_the_file_leaves_no_mark);
	tcase_add_test(c, the_dead_are_told_from_the_living);
	tcase_add_test(c, who_is_in_the_middle_of_a_change_is_not_taken_for_dead);
	suite_add_tcase(s, c);
	return s;
}
