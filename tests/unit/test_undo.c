#include <time.h>

#include "thing.h"

static const char *name;

static void undo(void)
{
	ck_assert_msg(history_undo(db, kinds_here, 0, &a, &name, &err), "%s", err.text);
}

static void redo(void)
{
	ck_assert_msg(history_redo(db, kinds_here, &a, &name, &err), "%s", err.text);
}

/* Parts and the things they belong to, as an import makes them. */
static void interleave(bool parts_first)
{
	int64_t thing = insert("first", 1);

	ck_assert(action_begin(db, "import", &err));
	if (parts_first)
		add_part(thing, "p0");
	for (int i = 0; i < 20; i++) {
		thing = add_thing(arena_printf(&a, "t%d", i));
		add_part(thing, "p1");
		add_part(thing, "p2");
	}
	ck_assert_msg(action_commit(db, &err), "%s", err.text);
	undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "1");
	ck_assert_str_eq(pragma("SELECT count(*) FROM parts"), "0");
	redo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "21");
	ck_assert_str_eq(pragma("SELECT count(*) FROM parts"), parts_first ? "41" : "40");
	undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM parts"), "0");
}

START_TEST(kinds_that_were_added_in_turn_are_undone_together)
{
	interleave(false);
}
END_TEST

START_TEST(parents_that_came_after_the_first_child_are_undone)
{
	interleave(true);
}
END_TEST

START_TEST(an_undo_never_leaves_a_reference_to_nothing)
{
	int64_t thing = insert("t", 1);

	ck_assert(action_begin(db, "part", &err));
	add_part(thing, "p");
	ck_assert(action_commit(db, &err));
	ck_assert(!history_undo(db, kinds_here, 1, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "'insert' cannot be undone"));
	ck_assert(!action_is_open(db));
	ck_assert(exists(thing));
}
END_TEST

/* What grows with the square of the rows runs into the time limit. */
START_TEST(a_large_import_is_undone_about_as_fast_as_it_was_made)
{
	enum { ROWS = 12000 };

	ck_assert(action_begin(db, "import", &err));
	for (int i = 0; i < ROWS; i++)
		add_thing(arena_printf(&a, "t%d", i));
	ck_assert(action_commit(db, &err));
	undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
	redo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "12000");
	ck_assert_str_eq(pragma("SELECT count(*) FROM things WHERE search <> ''"),
			 "12000");
	undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
}
END_TEST

START_TEST(an_undo_of_a_range_sees_the_one_record_that_changed)
{
	int64_t id = 0;

	ck_assert(action_begin(db, "import", &err));
	for (int i = 0; i < 9; i++) {
		int64_t added = add_thing(arena_printf(&a, "t%d", i));

		id = i == 4 ? added : id;
	}
	ck_assert(action_commit(db, &err));
	rename_to(id, "Baru");
	ck_assert(!history_undo(db, kinds_here, 1, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	undo();
	undo();
	ck_assert_str_eq(name, "import");
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
}
END_TEST

/* Every other part is taken back; what stays is as if it had never been. */
START_TEST(a_part_that_is_taken_back_leaves_no_trace)
{
	struct history_entry *entries;
	struct history_change *changes;
	int64_t old = insert("old", 1);
	size_t count;

	ck_assert(action_begin(db, "import", &err));
	for (int i = 0; i < 10; i++) {
		int64_t thing;

		ck_assert(action_mark(db, &err));
		thing = add_thing(arena_printf(&a, "t%d", i));
		if (i % 2) {
			add_part(thing, "p");
			ck_assert(record_delete(db, &thing_kind, old, &err));
			action_back(db);
		} else {
			action_keep(db);
		}
	}
	ck_assert_msg(action_commit(db, &err), "%s", err.text);
	ck_assert(exists(old));
	ck_assert_str_eq(pragma("SELECT group_concat(code) FROM things"),
			 "old,t0,t2,t4,t6,t8");
	ck_assert_str_eq(pragma("SELECT count(*) FROM parts"), "0");
	ck_assert(history_list(db, 0, 10, &a, &entries, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_uint_eq(entries[0].changes, 5);
	ck_assert(history_changes(db, entries[0].id, &a, &changes, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(changes[0].first, old + 1);
	ck_assert_int_eq(changes[0].last, old + 5);
	undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "1");
}
END_TEST

START_TEST(an_action_whose_parts_were_all_taken_back_leaves_no_entry)
{
	ck_assert(action_begin(db, "import", &err));
	ck_assert(action_mark(db, &err));
	add_part(add_thing("t"), "p");
	action_back(db);
	ck_assert(action_commit(db, &err));
	ck_assert_str_eq(pragma("SELECT count(*) FROM entry"), "0");
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
	ck_assert_int_gt(insert("x", 1), 0);
}
END_TEST

START_TEST(a_part_that_fails_is_taken_back_and_the_rest_stands)
{
	struct thing twice = make("x", 2);

	ck_assert(action_begin(db, "import", &err));
	add_thing("x");
	ck_assert(action_mark(db, &err));
	add_thing("y");
	ck_assert(!record_insert(db, &thing_kind, &twice, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	action_back(db);
	ck_assert(action_mark(db, &err));
	add_thing("z");
	action_keep(db);
	ck_assert(action_commit(db, &err));
	ck_assert_str_eq(pragma("SELECT group_concat(code) FROM things"), "x,z");
}
END_TEST

START_TEST(what_cannot_be_taken_back_is_never_committed)
{
	ck_assert(action_begin(db, "import", &err));
	ck_assert(action_mark(db, &err));
	add_thing("x");
	ck_assert(db_run(db, "ROLLBACK", &err));
	action_back(db);
	ck_assert(!action_commit(db, &err));
	ck_assert_int_eq(err.code, ERR_DB);
	ck_assert(!action_is_open(db));
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
}
END_TEST

static void import_many(int rows)
{
	ck_assert(action_begin(db, "import", &err));
	for (int i = 0; i < rows; i++)
		add_thing(arena_printf(&a, "t%d", i));
	ck_assert(action_commit(db, &err));
}

START_TEST(what_a_killed_process_did_can_be_undone)
{
	pid_t child;
	int status;

	db_close(db);
	child = fork();
	if (child == 0) {
		open_file(DB_OPEN);
		import_many(50);
		kill(getpid(), SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
	open_file(DB_OPEN);
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "50");
	undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
	redo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "50");
}
END_TEST

/* Killed a little later each time, an undo is whole or has not been. */
START_TEST(an_undo_that_is_killed_is_whole_or_has_not_been)
{
	const char *left = "3000";
	int status;

	import_many(3000);
	for (int ms = 0; ms < 60 && strcmp(left, "3000") == 0; ms += 3) {
		pid_t child;

		db_close(db);
		child = fork();
		if (child == 0) {
			open_file(DB_OPEN);
			undo();
			_exit(0);
		}
		nanosleep(&(struct timespec){ .tv_nsec = ms * 1000000L }, NULL);
		kill(child, SIGKILL);
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		open_file(DB_OPEN);
		left = pragma("SELECT count(*) FROM things");
		ck_assert(strcmp(left, "3000") == 0 || strcmp(left, "0") == 0);
		ck_assert_str_eq(pragma("SELECT count(*) FROM entry WHERE reverts = 1"),
				 strcmp(left, "0") == 0 ? "1" : "0");
	}
	if (strcmp(left, "0") != 0)
		undo();
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
	ck_assert_str_eq(pragma("PRAGMA integrity_check"), "ok");
}
END_TEST

Suite *undo_suite(void);

Suite *undo_suite(void)
{
	Suite *s = suite_create("undo");
	TCase *c = tcase_create("undo");
	TCase *large = tcase_create("large");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, kinds_that_were_added_in_turn_are_undone_together);
	tcase_add_test(c, parents_that_came_after_the_first_child_are_undone);
	tcase_add_test(c, an_undo_never_leaves_a_reference_to_nothing);
	tcase_add_test(c, an_undo_of_a_range_sees_the_one_record_that_changed);
	tcase_add_test(c, a_part_that_is_taken_back_leaves_no_trace);
	tcase_add_test(c, an_action_whose_parts_were_all_taken_back_leaves_no_entry);
	tcase_add_test(c, a_part_that_fails_is_taken_back_and_the_rest_stands);
	tcase_add_test(c, what_cannot_be_taken_back_is_never_committed);
	tcase_add_test(c, what_a_killed_process_did_can_be_undone);
	suite_add_tcase(s, c);
	tcase_add_test(large, an_undo_that_is_killed_is_whole_or_has_not_been);
	tcase_add_checked_fixture(large, start, done);
	tcase_set_timeout(large, 20);
	tcase_add_test(large, a_large_import_is_undone_about_as_fast_as_it_was_made);
	suite_add_tcase(s, large);
	return s;
}
