#include "office.h"

enum { ITEMS = 2 };

static struct sheet first, second;
static struct item items[ITEMS];
static struct sheet_answer seen[ITEMS], typed[ITEMS];

static struct questionnaire questionnaire(const char *code)
{
	struct questionnaire q;

	record_init(&questionnaire_kind, &q);
	q.code = code;
	good(&questionnaire_kind, &q);
	return q;
}

static struct item item(int64_t in, const char *kind)
{
	struct item i;

	record_init(&item_kind, &i);
	i.questionnaire = in;
	i.dimension = "material";
	i.kind = kind;
	i.scale = strcmp(kind, "likert") == 0 ? 5 : NUMBER_NONE;
	i.text = "Jelas";
	good(&item_kind, &i);
	return i;
}

/* Two people open the same empty sheet. */
static void begin(void)
{
	struct questionnaire q;

	start();
	q = questionnaire("Q");
	items[0] = item(q.id, "likert");
	items[1] = item(q.id, "text");
	record_init(&sheet_kind, &first);
	first.programme = programme("P1").id;
	first.questionnaire = q.id;
	first.number = 1;
	ck_assert(sheet_load(db, &first, items, ITEMS, &a, seen, &err));
	ck_assert_int_eq(first.id, 0);
	second = first;
	memcpy(typed, seen, sizeof typed);
}

static bool store(struct sheet *sheet, int64_t value, const char *text)
{
	typed[0].value = value;
	typed[1].text = text;
	return sheet_save(db, sheet, items, ITEMS, seen, typed, &err);
}

START_TEST(two_new_sheets_never_share_a_number)
{
	struct sheet_answer kept[ITEMS];
	struct history_entry *entries;
	size_t count;

	ck_assert_msg(store(&first, 5, "baik"), "%s", err.text);
	ck_assert_msg(store(&second, 1, "buruk"), "%s", err.text);
	ck_assert_int_eq(first.number, 1);
	ck_assert_int_eq(second.number, 2);
	ck_assert_int_ne(first.id, second.id);
	ck_assert(sheet_load(db, &first, items, ITEMS, &a, kept, &err));
	ck_assert_int_eq(kept[0].value, 5);
	ck_assert_str_eq(kept[1].text, "baik");
	ck_assert(history_list(db, 0, 1, &a, &entries, &count, &err));
	ck_assert_str_eq(entries[0].name, "Feedback sheet 2");
}
END_TEST

START_TEST(an_answer_that_somebody_else_changed_is_not_overwritten)
{
	struct sheet_answer kept[ITEMS];

	ck_assert(store(&first, 5, "baik"));
	second.id = first.id;
	memcpy(seen, typed, sizeof seen);
	ck_assert(store(&first, 4, "baik"));
	ck_assert(!store(&second, 3, "baik"));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert(!action_is_open(db));
	ck_assert(sheet_load(db, &first, items, ITEMS, &a, kept, &err));
	ck_assert_int_eq(kept[0].value, 4);
}
END_TEST

START_TEST(different_answers_of_a_sheet_may_be_changed_at_once)
{
	struct sheet_answer kept[ITEMS];

	ck_assert(store(&first, 5, "baik"));
	second.id = first.id;
	memcpy(seen, typed, sizeof seen);
	ck_assert(store(&first, 4, "baik"));
	ck_assert_msg(store(&second, 5, "jelas"), "%s", err.text);
	ck_assert(sheet_load(db, &first, items, ITEMS, &a, kept, &err));
	ck_assert_int_eq(kept[0].value, 4);
	ck_assert_str_eq(kept[1].text, "jelas");
}
END_TEST

START_TEST(a_sheet_that_is_gone_is_not_written_again)
{
	const char *name;

	ck_assert(store(&first, 5, ""));
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert(!store(&first, 4, ""));
	ck_assert_int_eq(err.code, ERR_NOT_FOUND);
}
END_TEST

START_TEST(an_answer_that_was_taken_back_is_a_conflict)
{
	const char *name;

	ck_assert(store(&first, NUMBER_NONE, "baik"));
	memcpy(seen, typed, sizeof seen);
	ck_assert(store(&first, 5, "baik"));
	memcpy(seen, typed, sizeof seen);
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert(!store(&first, 4, "baik"));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
}
END_TEST

Suite *sheet_suite(void);

Suite *sheet_suite(void)
{
	Suite *s = suite_create("sheet");
	TCase *c = tcase_create("sheet");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, two_new_sheets_never_share_a_number);
	tcase_add_test(c, an_answer_that_somebody_else_changed_is_not_overwritten);
	tcase_add_test(c, different_answers_of_a_sheet_may_be_changed_at_once);
	tcase_add_test(c, a_sheet_that_is_gone_is_not_written_again);
	tcase_add_test(c, an_answer_that_was_taken_back_is_a_conflict);
	suite_add_tcase(s, c);
	return s;
}
