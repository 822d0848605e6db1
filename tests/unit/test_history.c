#include "thing.h"

START_TEST(undo_and_redo_go_through_insert_update_and_delete)
{
	int64_t id = insert("x", 1);
	const char *name;

	rename_to(id, "Baru");
	ck_assert(action_begin(db, "delete", &err));
	ck_assert(record_delete(db, &thing_kind, id, &err));
	ck_assert(action_commit(db, &err));
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_str_eq(name, "delete");
	ck_assert_str_eq(load(id).name, "Baru");
	ck_assert_msg(history_undo(db, kinds_here, 0, &a, &name, &err), "%s", err.text);
	ck_assert_str_eq(load(id).name, "Nama");
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert(!exists(id));
	ck_assert(!history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_NOT_FOUND);
	for (int i = 0; i < 3; i++)
		ck_assert_msg(history_redo(db, kinds_here, &a, &name, &err), "%s",
			      err.text);
	ck_assert(!exists(id));
	ck_assert(!history_redo(db, kinds_here, &a, &name, &err));
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_str_eq(load(id).name, "Baru");
}
END_TEST

START_TEST(undo_works_after_the_file_was_closed)
{
	int64_t id = insert("x", 1);
	const char *name;

	rename_to(id, "Baru");
	db_close(db);
	open_file(DB_OPEN);
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_str_eq(load(id).name, "Nama");
	db_close(db);
	open_file(DB_OPEN);
	ck_assert(history_redo(db, kinds_here, &a, &name, &err));
	ck_assert_str_eq(load(id).name, "Baru");
}
END_TEST

START_TEST(undo_is_refused_where_the_field_changed_since)
{
	int64_t id = insert("x", 1);
	struct history_entry *entries;
	const char *name;
	size_t count;

	rename_to(id, "Satu");
	rename_to(id, "Dua");
	ck_assert(history_list(db, 0, 10, &a, &entries, &count, &err));
	ck_assert_uint_eq(count, 3);
	ck_assert(!history_undo(db, kinds_here, entries[1].id, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "Dua"));
	ck_assert(!history_undo(db, kinds_here, entries[2].id, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_str_eq(load(id).name, "Dua");
}
END_TEST

START_TEST(a_new_action_ends_what_can_be_redone)
{
	int64_t id = insert("x", 1);
	const char *name;

	rename_to(id, "Satu");
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	rename_to(id, "Dua");
	ck_assert(!history_redo(db, kinds_here, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_NOT_FOUND);
}
END_TEST

START_TEST(an_action_is_one_entry_and_an_empty_one_none)
{
	struct history_entry *entries;
	struct history_change *changes;
	size_t count;

	ck_assert(action_begin(db, "many", &err));
	for (int i = 0; i < 300; i++) {
		struct thing t = make(arena_printf(&a, "c%03d", i), i);

		ck_assert(record_insert(db, &thing_kind, &t, &err));
	}
	ck_assert(action_commit(db, &err));
	ck_assert(action_begin(db, "nothing", &err));
	ck_assert(action_commit(db, &err));
	ck_assert(history_list(db, 0, 10, &a, &entries, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_uint_eq(entries[0].changes, 300);
	ck_assert(history_changes(db, entries[0].id, &a, &changes, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(changes[0].last - changes[0].first, 299);
}
END_TEST

START_TEST(a_killed_action_leaves_nothing)
{
	pid_t child;
	int status;

	db_close(db);
	child = fork();
	if (child == 0) {
		struct thing t;

		if (!db_open(path, DB_OPEN, &db, &err) ||
		    !action_begin(db, "killed", &err))
			_exit(1);
		for (int i = 0; i < 2000; i++) {
			t = make(arena_printf(&a, "k%d", i), i);
			if (!record_insert(db, &thing_kind, &t, &err))
				_exit(2);
		}
		kill(getpid(), SIGKILL);
	}
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status));
	open_file(DB_OPEN);
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
	ck_assert_str_eq(pragma("SELECT count(*) FROM entry"), "0");
	insert("x", 1);
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "1");
}
END_TEST

START_TEST(drafts_are_kept_apart_from_history)
{
	const char *text, **list;
	size_t count;

	ck_assert(draft_put(db, "thing:1", "name\tSit", &err));
	ck_assert(draft_put(db, "thing:1", "name\tSiti", &err));
	db_close(db);
	open_file(DB_OPEN);
	ck_assert(draft_get(db, "thing:1", &a, &text, &err));
	ck_assert_str_eq(text, "name\tSiti");
	ck_assert(draft_list(db, &a, &list, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert(draft_drop(db, "thing:1", &err));
	ck_assert(draft_get(db, "thing:1", &a, &text, &err));
	ck_assert_str_eq(text, "");
	ck_assert_str_eq(pragma("SELECT count(*) FROM entry"), "0");
}
END_TEST

START_TEST(an_entry_about_private_records_says_only_the_day)
{
	struct kind secret = part_kind;
	const struct kind *const known[] = { &thing_kind, &secret, NULL };
	struct part p = { .code = "p", .thing = insert("x", 1) };
	struct history_entry *entries;
	const char *name;
	size_t count;

	secret.private_keys = true;
	ck_assert(action_begin(db, "sheet", &err));
	add_thing("y");
	ck_assert(record_insert(db, &secret, &p, &err));
	ck_assert(action_commit(db, &err));
	ck_assert(history_undo(db, known, 0, &a, &name, &err));
	ck_assert_str_eq(pragma("SELECT count(*) FROM parts"), "0");
	ck_assert(history_redo(db, known, &a, &name, &err));
	ck_assert_str_eq(pragma("SELECT count(*) FROM parts"), "1");
	ck_assert(history_list(db, 0, 10, &a, &entries, &count, &err));
	ck_assert_uint_eq(count, 4);
	for (size_t i = 0; i < 3; i++)
		ck_assert_str_eq(entries[i].at, "2026-05-04 00:00:00");
	ck_assert_str_eq(entries[3].at, "2026-05-04 12:00:00");
}
END_TEST

Suite *history_suite(void);

Suite *history_suite(void)
{
	Suite *s = suite_create("history");
	TCase *c = tcase_create("history");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, undo_and_redo_go_through_insert_update_and_delete);
	tcase_add_test(c, undo_works_after_the_file_was_closed);
	tcase_add_test(c, undo_is_refused_where_the_field_changed_since);
	tcase_add_test(c, a_new_action_ends_what_can_be_redone);
	tcase_add_test(c, an_action_is_one_entry_and_an_empty_one_none);
	tcase_add_test(c, a_killed_action_leaves_nothing);
	tcase_add_test(c, drafts_are_kept_apart_from_history);
	tcase_add_test(c, an_entry_about_private_records_says_only_the_day);
	suite_add_tcase(s, c);
	return s;
}
