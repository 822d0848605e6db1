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
	ck_assert_int_ne(second.number, 1);
	ck_assert_int_ne(first.id, second.id);
	ck_assert(sheet_load(db, &first, items, ITEMS, &a, kept, &err));
	ck_assert_int_eq(kept[0].value, 5);
	ck_assert_str_eq(kept[1].text, "baik");
	ck_assert(history_list(db, 0, 1, &a, &entries, &count, &err));
	ck_assert_str_eq(entries[0].name,
			 arena_printf(&a, "Feedback sheet %d", (int)second.number));
}
END_TEST

START_TEST(numbers_do_not_tell_which_sheet_came_first)
{
	int64_t *numbers;
	int rising = 0;

	ck_assert(sheet_numbers(db, &first, 400, &a, &numbers, &err));
	for (size_t i = 1; i < 400; i++)
		rising += numbers[i] > numbers[i - 1];
	ck_assert_int_gt(rising, 100);
	ck_assert_int_lt(rising, 300);
}
END_TEST

START_TEST(numbers_that_are_not_left_are_refused)
{
	int64_t *numbers;

	ck_assert(!sheet_numbers(db, &first, 100001, &a, &numbers, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
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

/* Each field that says what was asked. */
static struct item changed(int which)
{
	struct item i = items[0];

	if (which == 0)
		i.text = "Lain";
	else if (which == 1)
		i.scale = 10;
	else if (which == 2)
		i.dimension = "trainer";
	else if (which == 3)
		i.kind = "text";
	else
		i.questionnaire = questionnaire("Q9").id;
	return i;
}

static const char *const pinned[] = { "text", "scale", "dimension", "kind",
				      "questionnaire" };

START_TEST(a_question_with_answers_stays_as_it_was_asked)
{
	struct item now = changed(_i);

	ck_assert(store(&first, 5, ""));
	bad(&item_kind, &items[0], &now, pinned[_i]);
	ck_assert(!records_remove(db, &item_kind, &items[0].id, 1, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "Duplicate the questionnaire"));
}
END_TEST

START_TEST(a_question_without_answers_may_be_changed)
{
	struct item now = changed(_i);

	ck_assert_ptr_null(save(&item_kind, &items[0], &now, pinned[_i]));
	ck_assert_uint_eq(problems.errors, 0);
	ck_assert(records_remove(db, &item_kind, &items[0].id, 1, &err));
}
END_TEST

static const char *reason(const struct item *i, int64_t value)
{
	return answer_reason(i, &(struct sheet_answer){ value, "" }, &a);
}

START_TEST(one_rule_says_what_an_answer_may_be)
{
	struct answer answer;

	ck_assert_ptr_null(reason(&items[0], 1));
	ck_assert_ptr_null(reason(&items[0], 5));
	ck_assert_ptr_null(reason(&items[1], NUMBER_NONE));
	ck_assert_ptr_nonnull(reason(&items[0], 0));
	ck_assert_ptr_nonnull(reason(&items[0], 6));
	ck_assert_ptr_nonnull(reason(&items[1], 3));
	ck_assert(store(&first, NUMBER_NONE, ""));
	record_init(&answer_kind, &answer);
	answer.sheet = first.id;
	answer.item = items[0].id;
	answer.value = 6;
	bad(&answer_kind, NULL, &answer, "value");
}
END_TEST

START_TEST(every_questionnaire_of_a_design_can_be_keyed_in)
{
	struct sheet_questionnaire *all;
	struct revision_questionnaire used;
	struct programme p = programme("P2");
	size_t count = 0;

	questionnaire("Z");
	ck_assert(sheet_questionnaires(db, p.id, &a, &all, &count, &err));
	ck_assert_uint_eq(count, 2);
	record_init(&revision_questionnaire_kind, &used);
	used.revision = p.revision;
	used.questionnaire = questionnaire("A").id;
	good(&revision_questionnaire_kind, &used);
	used.id = 0;
	used.questionnaire = first.questionnaire;
	good(&revision_questionnaire_kind, &used);
	first.programme = p.id;
	ck_assert(store(&first, 5, ""));
	ck_assert(sheet_questionnaires(db, p.id, &a, &all, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(all[0].code, "A");
	ck_assert_int_eq(all[0].sheets, 0);
	ck_assert_str_eq(all[1].code, "Q");
	ck_assert_int_eq(all[1].sheets, 1);
}
END_TEST

Suite *sheet_suite(void);

Suite *sheet_suite(void)
{
	Suite *s = suite_create("sheet");
	TCase *c = tcase_create("sheet");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, two_new_sheets_never_share_a_number);
	tcase_add_test(c, numbers_do_not_tell_which_sheet_came_first);
	tcase_add_test(c, numbers_that_are_not_left_are_refused);
	tcase_add_test(c, an_answer_that_somebody_else_changed_is_not_overwritten);
	tcase_add_test(c, different_answers_of_a_sheet_may_be_changed_at_once);
	tcase_add_test(c, a_sheet_that_is_gone_is_not_written_again);
	tcase_add_test(c, an_answer_that_was_taken_back_is_a_conflict);
	tcase_add_loop_test(c, a_question_with_answers_stays_as_it_was_asked, 0, 5);
	tcase_add_loop_test(c, a_question_without_answers_may_be_changed, 0, 5);
	tcase_add_test(c, one_rule_says_what_an_answer_may_be);
	tcase_add_test(c, every_questionnaire_of_a_design_can_be_keyed_in);
	suite_add_tcase(s, c);
	return s;
}
