#include "backups.h"

#include "store/check.h"

/* Thinning out the history. */

static int64_t first;

static void remove_thing(int64_t id)
{
	ck_assert(action_begin(db, "removed", &err));
	ck_assert(record_delete(db, &thing_kind, id, &err));
	ck_assert(action_commit(db, &err));
}

/* Forty things, one with an old name and one gone; a week later another name. */
static void begin_old(void)
{
	begin();
	first = atoll(pragma("SELECT min(id) FROM things"));
	rename_to(first, "FORMER");
	remove_thing(first + 1);
	setenv("BANGKOM_TODAY", "2026-05-11", 1);
	rename_to(first, "LATER");
	rename_to(first, "LATEST");
}

static struct thinning thin(void)
{
	struct thinning what;

	ck_assert_msg(history_thin(db, date_of(2026, 5, 10), &a, &what, &err), "%s",
		      err.text);
	return what;
}

static void sound(void)
{
	struct findings found = { .arena = &a };

	ck_assert(check_deep(db, kinds_here, &found, &err));
	ck_assert_msg(found.count == 0, "%s", found.count ? found.list[0].what : "");
}

START_TEST(old_values_go_and_what_was_done_stays)
{
	const char *before = pragma("SELECT count(*) FROM entry");
	struct thinning what = thin();

	ck_assert_int_eq(what.entries, 3);
	ck_assert_int_eq(what.changes, 2);
	ck_assert_str_eq(pragma("SELECT count(*) FROM change WHERE after LIKE '%FORMER%'"
				" OR before LIKE '%T01%'"),
			 "0");
	ck_assert_str_eq(pragma("SELECT group_concat(name, ' ') FROM"
				" (SELECT name FROM entry ORDER BY id LIMIT 3)"),
			 "forty rename removed");
	ck_assert_int_eq(atoi(pragma("SELECT count(*) FROM entry")), atoi(before) + 1);
}
END_TEST

START_TEST(what_is_told_beforehand_is_what_goes)
{
	struct thinning told, what;

	ck_assert(history_thinning(db, date_of(2026, 5, 10), &a, &told, &err));
	what = thin();
	ck_assert_int_eq(told.entries, what.entries);
	ck_assert_int_eq(told.changes, what.changes);
	ck_assert_int_eq(told.bytes, what.bytes);
	ck_assert_int_gt(told.bytes, 0);
	ck_assert(history_thinning(db, date_of(2026, 5, 10), &a, &told, &err));
	ck_assert_int_eq(told.entries, 0);
}
END_TEST

START_TEST(the_records_still_agree_with_the_history)
{
	thin();
	sound();
}
END_TEST

START_TEST(newer_actions_are_undone_as_before)
{
	const char *name = "";

	thin();
	ck_assert_msg(history_undo(db, kinds_here, 0, &a, &name, &err), "%s", err.text);
	ck_assert_str_eq(name, "rename");
	ck_assert_str_eq(pragma("SELECT name FROM things ORDER BY id LIMIT 1"), "LATER");
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_str_eq(pragma("SELECT name FROM things ORDER BY id LIMIT 1"), "FORMER");
	sound();
}
END_TEST

START_TEST(older_ones_and_the_thinning_itself_are_not_undone)
{
	const char *name = "";
	int64_t oldest = atoll(pragma("SELECT min(id) FROM entry"));

	thin();
	ck_assert(!history_undo(db, kinds_here, oldest, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "is not kept any more"));
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert(history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert(!history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_NOT_FOUND);
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "39");
}
END_TEST

START_TEST(keys_of_what_was_deleted_are_not_given_again)
{
	int64_t newest;

	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	newest = atoll(pragma("SELECT max(id) FROM things"));
	remove_thing(newest);
	setenv("BANGKOM_TODAY", "2026-05-11", 1);
	thin();
	insert("NEW", 1);
	ck_assert_int_gt(atoll(pragma("SELECT max(id) FROM things")), newest);
	sound();
}
END_TEST

START_TEST(a_backup_is_made_first)
{
	thin();
	ck_assert_int_eq(automatic("thinning"), 1);
}
END_TEST

START_TEST(where_nothing_is_old_nothing_is_written)
{
	struct thinning what;
	const char *before = pragma("SELECT count(*) FROM entry");

	ck_assert(history_thin(db, date_of(2026, 5, 1), &a, &what, &err));
	ck_assert_int_eq(what.entries, 0);
	ck_assert_str_eq(pragma("SELECT count(*) FROM entry"), before);
}
END_TEST

Suite *thin_suite(void);

Suite *thin_suite(void)
{
	Suite *s = suite_create("thin");
	TCase *c = tcase_create("thin");

	tcase_add_checked_fixture(c, begin_old, end);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, old_values_go_and_what_was_done_stays);
	tcase_add_test(c, what_is_told_beforehand_is_what_goes);
	tcase_add_test(c, the_records_still_agree_with_the_history);
	tcase_add_test(c, newer_actions_are_undone_as_before);
	tcase_add_test(c, older_ones_and_the_thinning_itself_are_not_undone);
	tcase_add_test(c, keys_of_what_was_deleted_are_not_given_again);
	tcase_add_test(c, a_backup_is_made_first);
	tcase_add_test(c, where_nothing_is_old_nothing_is_written);
	suite_add_tcase(s, c);
	return s;
}
