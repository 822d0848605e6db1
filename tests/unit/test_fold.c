#include "office.h"

#include "store/stmt.h"

/* What the history keeps of feedback sheets. */

enum { ITEMS = 2 };

static struct questionnaire q;
static struct programme run;
static struct item items[ITEMS];

static int64_t count(const char *sql)
{
	struct stmt *s;
	int64_t n;

	ck_assert_msg(stmt_get(db, sql, &s, &err), "%s", err.text);
	ck_assert_int_eq(stmt_step(s, &err), STMT_ROW);
	n = stmt_int(s, 0);
	stmt_reset(s);
	return n;
}

static void begin(void)
{
	start();
	record_init(&questionnaire_kind, &q);
	q.code = "Q";
	good(&questionnaire_kind, &q);
	for (size_t i = 0; i < ITEMS; i++) {
		record_init(&item_kind, &items[i]);
		items[i].questionnaire = q.id;
		items[i].dimension = "material";
		items[i].kind = "likert";
		items[i].scale = 5;
		items[i].text = arena_printf(&a, "Jelas %zu", i);
		good(&item_kind, &items[i]);
	}
	run = programme("P1");
}

static struct sheet key_in(void)
{
	struct sheet_answer seen[ITEMS], typed[ITEMS] = { { 4, "" }, { 2, "" } };
	struct sheet sheet;

	record_init(&sheet_kind, &sheet);
	sheet.programme = run.id;
	sheet.questionnaire = q.id;
	ck_assert(sheet_next_number(db, run.id, q.id, &sheet.number, &err));
	ck_assert(sheet_load(db, &sheet, items, ITEMS, &a, seen, &err));
	ck_assert_msg(sheet_save(db, &sheet, items, ITEMS, seen, typed, &err), "%s",
		      err.text);
	return sheet;
}

static const char *name_of(struct sheet sheet)
{
	return arena_printf(&a, "Feedback sheet %d", (int)sheet.number);
}

static int64_t keys_of(struct sheet sheet)
{
	return count(arena_printf(&a,
				  "SELECT count(*) FROM change"
				  " WHERE kind = 'sheet' AND first = %lld"
				  "    OR kind = 'answer' AND first IN"
				  "       (SELECT id FROM answers WHERE sheet = %lld)",
				  (long long)sheet.id, (long long)sheet.id));
}

static const char *newest_name(void)
{
	struct history_entry *entries;
	size_t n;

	ck_assert(history_list(db, 0, 1, &a, &entries, &n, &err));
	return entries[0].name;
}

static const char *undo(int64_t entry)
{
	const char *name = "";

	err = (struct err){ 0 };
	return history_undo(db, kinds, entry, &a, &name, &err) ? name : NULL;
}

START_TEST(only_the_newest_entry_names_the_keys_of_its_sheet)
{
	struct sheet first = key_in(), second;

	ck_assert_int_eq(keys_of(first), 1 + ITEMS);
	second = key_in();
	ck_assert_int_eq(keys_of(first), 0);
	ck_assert_int_eq(keys_of(second), 1 + ITEMS);
}
END_TEST

START_TEST(entries_about_the_same_become_one_that_counts)
{
	int64_t before = count("SELECT count(*) FROM entry");
	struct sheet last;

	for (int i = 0; i < 4; i++)
		last = key_in();
	ck_assert_str_eq(newest_name(), name_of(last));
	ck_assert_int_eq(count("SELECT count(*) FROM entry"), before + 2);
	ck_assert_int_eq(count("SELECT count(*) FROM entry WHERE folded = 1"
			       " AND counted = 3"
			       " AND name = 'Feedback sheets of P1, Q: 3 added'"),
			 1);
}
END_TEST

START_TEST(the_newest_sheet_is_undone_and_an_earlier_one_is_not)
{
	struct sheet second;

	key_in();
	second = key_in();
	ck_assert_str_eq(undo(0), name_of(second));
	ck_assert_int_eq(count("SELECT count(*) FROM sheets"), 1);
	ck_assert_ptr_null(undo(count("SELECT id FROM entry WHERE folded = 1")));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "recognised"));
	ck_assert_int_eq(count("SELECT count(*) FROM sheets"), 1);
}
END_TEST

START_TEST(what_was_done_before_counted_sheets_can_still_be_undone)
{
	struct sheet second;
	struct unit u;

	record_init(&unit_kind, &u);
	u.code = "U9";
	u.name = "Dinas Sembilan";
	good(&unit_kind, &u);
	key_in();
	second = key_in();
	ck_assert_str_eq(undo(0), name_of(second));
	ck_assert_ptr_nonnull(undo(0));
	ck_assert_int_eq(count("SELECT count(*) FROM units WHERE code = 'U9'"), 0);
	ck_assert_int_eq(count("SELECT count(*) FROM sheets"), 1);
}
END_TEST

START_TEST(what_was_undone_and_done_again_is_folded_too)
{
	const char *name;
	struct sheet first = key_in();

	ck_assert_ptr_nonnull(undo(0));
	ck_assert(history_redo(db, kinds, &a, &name, &err));
	ck_assert_int_ne(keys_of(first), 0);
	key_in();
	ck_assert_int_eq(keys_of(first), 0);
	ck_assert_int_eq(count("SELECT count(*) FROM change WHERE before LIKE '%sheet%'"
			       " AND op = 'delete'"),
			 0);
	ck_assert_int_eq(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}
END_TEST

START_TEST(a_sheet_that_was_deleted_comes_back_by_undo)
{
	struct sheet first = key_in();

	key_in();
	ck_assert(records_remove(db, &sheet_kind, &first.id, 1, &err));
	ck_assert_ptr_nonnull(undo(0));
	ck_assert_int_eq(count("SELECT count(*) FROM answers"), 2 * ITEMS);
}
END_TEST

START_TEST(what_is_only_counted_never_names_a_key)
{
	struct sheet sheet;

	for (int i = 1; i <= 3; i++) {
		record_init(&sheet_kind, &sheet);
		sheet.programme = run.id;
		sheet.questionnaire = q.id;
		sheet.number = i;
		ck_assert(action_begin(db, "answered", &err));
		ck_assert(record_insert(db, &sheet_kind, &sheet, &err));
		action_about(db, "Sheets", 1);
		action_count_only(db, 1);
		ck_assert_msg(action_commit(db, &err), "%s", err.text);
		ck_assert_int_eq(count("SELECT count(*) FROM change WHERE private = 1"),
				 0);
	}
	ck_assert_int_eq(count("SELECT count(*) FROM entry WHERE counted = 3"
			       " AND name = 'Sheets: 3 added'"),
			 1);
	ck_assert_ptr_null(undo(0));
}
END_TEST

START_TEST(keys_of_several_sheets_stand_in_their_own_order)
{
	int64_t wrong;

	ck_assert(action_begin(db, "import", &err));
	for (int i = 1; i <= 40; i++) {
		struct sheet sheet;

		record_init(&sheet_kind, &sheet);
		sheet.programme = run.id;
		sheet.questionnaire = q.id;
		sheet.number = i;
		ck_assert(record_insert(db, &sheet_kind, &sheet, &err));
	}
	ck_assert(action_commit(db, &err));
	wrong = count("SELECT count(*) FROM (SELECT first, lag(first) OVER (ORDER BY n)"
		      " AS f FROM change WHERE kind = 'sheet') WHERE first < f");
	ck_assert_int_eq(wrong, 0);
	ck_assert_int_eq(count("SELECT count(*) FROM change WHERE kind = 'sheet'"), 40);
	ck_assert_ptr_nonnull(undo(0));
	ck_assert_int_eq(count("SELECT count(*) FROM sheets"), 0);
}
END_TEST

Suite *fold_suite(void);

Suite *fold_suite(void)
{
	Suite *s = suite_create("fold");
	TCase *c = tcase_create("fold");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, only_the_newest_entry_names_the_keys_of_its_sheet);
	tcase_add_test(c, entries_about_the_same_become_one_that_counts);
	tcase_add_test(c, the_newest_sheet_is_undone_and_an_earlier_one_is_not);
	tcase_add_test(c, what_was_done_before_counted_sheets_can_still_be_undone);
	tcase_add_test(c, what_was_undone_and_done_again_is_folded_too);
	tcase_add_test(c, a_sheet_that_was_deleted_comes_back_by_undo);
	tcase_add_test(c, what_is_only_counted_never_names_a_key);
	tcase_add_test(c, keys_of_several_sheets_stand_in_their_own_order);
	suite_add_tcase(s, c);
	return s;
}
