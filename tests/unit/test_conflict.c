#include "thing.h"

static const char *name;

/* Somebody else and I change the same three fields of a record. */
static int64_t both_change(struct thing *old, struct thing *mine)
{
	int64_t other = insert("other", 1), id = insert("x", 1);
	struct thing theirs;

	*old = theirs = *mine = load(id);
	theirs.day = date_of(2026, 3, 2);
	theirs.other = other;
	theirs.choice = "a";
	mine->day = date_of(2026, 4, 5);
	mine->other = id;
	mine->choice = "";
	mine->name = "Saya";
	old->choice = mine->choice = "";
	ck_assert(action_begin(db, "theirs", &err));
	ck_assert(record_update(db, &thing_kind, old, &theirs, &err));
	ck_assert(action_commit(db, &err));
	return id;
}

static bool says(const char *text)
{
	return strstr(err.text, text) != NULL;
}

START_TEST(a_lost_update_names_all_fields_as_people_see_them)
{
	struct thing old, mine;
	int64_t id = both_change(&old, &mine);

	mine.choice = "b";
	ck_assert(action_begin(db, "mine", &err));
	ck_assert(!record_update(db, &thing_kind, &old, &mine, &err));
	action_rollback(db);
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_msg(says("Day to '02-03-2026' (you typed '05-04-2026')"), "%s",
		      err.text);
	ck_assert_msg(says("Choice to 'Alpha' (you typed 'b')"), "%s", err.text);
	ck_assert_msg(says("Other") && !says("Name"), "%s", err.text);
	ck_assert_msg(!says(arena_printf(&a, "%lld", (long long)id)), "%s", err.text);
	ck_assert_msg(says("open the record again"), "%s", err.text);
}
END_TEST

START_TEST(long_values_leave_room_for_what_to_do)
{
	char *text = arena_alloc(&a, 4001);
	int64_t id = insert("x", 1);
	struct thing old = load(id), theirs = old, mine = old;

	memset(text, 'x', 4000);
	theirs.name = theirs.note = text;
	mine.name = mine.note = text + 1;
	theirs.money = 1;
	mine.money = 2;
	ck_assert(action_begin(db, "theirs", &err));
	ck_assert(record_update(db, &thing_kind, &old, &theirs, &err));
	ck_assert(!record_update(db, &thing_kind, &old, &mine, &err));
	action_rollback(db);
	ck_assert_msg(says("…'") && says("Money"), "%s", err.text);
	ck_assert_ptr_eq(strstr(err.text, "Nothing was saved: open the record again"),
			 err.text);
}
END_TEST

START_TEST(an_undo_names_what_changed_since)
{
	struct thing old, mine, now;
	int64_t id = both_change(&old, &mine);

	now = old = load(id);
	now.day = date_of(2026, 12, 31);
	now.other = 0;
	ck_assert(action_begin(db, "later", &err));
	ck_assert(record_update(db, &thing_kind, &old, &now, &err));
	ck_assert(action_commit(db, &err));
	ck_assert(!history_undo(db, kinds_here, 3, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_msg(says("Day (now '31-12-2026')") && says("Other") && !says("Choice"),
		      "%s", err.text);
}
END_TEST

static void undo_is_refused(const char *sql)
{
	int64_t id = insert("x", 1);

	rename_to(id, "Baru");
	ck_assert(db_run(db, sql, &err));
	ck_assert(!history_undo(db, kinds_here, 0, &a, &name, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_msg(says("cannot read"), "%s", err.text);
	ck_assert(!action_is_open(db));
	ck_assert_str_eq(load(id).name, "Baru");
}

START_TEST(an_undo_never_skips_a_field_it_does_not_know)
{
	undo_is_refused("UPDATE change SET before = '{\"nickname\":\"Nama\"}' WHERE op = "
			"'update'");
}
END_TEST

START_TEST(an_undo_never_skips_a_value_it_cannot_read)
{
	undo_is_refused(
		"UPDATE change SET before = '{\"count\":\"many\"}' WHERE op = 'update'");
}
END_TEST

START_TEST(a_table_that_cannot_be_written_is_a_failure_and_no_bug)
{
	struct part p = { .code = "p" };

	ck_assert(db_run(db, "DROP TABLE parts", &err));
	ck_assert(action_begin(db, "part", &err));
	ck_assert(!record_insert(db, &part_kind, &p, &err));
	ck_assert_int_eq(err.code, ERR_DB);
	ck_assert_int_eq(p.id, 0);
	action_rollback(db);
}
END_TEST

Suite *conflict_suite(void);

Suite *conflict_suite(void)
{
	Suite *s = suite_create("conflict");
	TCase *c = tcase_create("conflict");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_lost_update_names_all_fields_as_people_see_them);
	tcase_add_test(c, long_values_leave_room_for_what_to_do);
	tcase_add_test(c, an_undo_names_what_changed_since);
	tcase_add_test(c, an_undo_never_skips_a_field_it_does_not_know);
	tcase_add_test(c, an_undo_never_skips_a_value_it_cannot_read);
	tcase_add_test(c, a_table_that_cannot_be_written_is_a_failure_and_no_bug);
	suite_add_tcase(s, c);
	return s;
}
