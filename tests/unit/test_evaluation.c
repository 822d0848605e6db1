#include "office.h"

#include <math.h>

#include "domain/evaluation.h"

enum { MINIMUM = 3 };

static struct programme run;
static struct evaluation e;

static void begin(void)
{
	start();
	run = programme("P1");
}

static struct item ask(int64_t questionnaire, const char *kind, int64_t scale)
{
	struct item i;

	record_init(&item_kind, &i);
	i.questionnaire = questionnaire;
	i.dimension = scale == NUMBER_NONE ? "comment" : "material";
	i.kind = kind;
	i.scale = scale;
	i.text = "Jelas";
	good(&item_kind, &i);
	return i;
}

static int64_t questionnaire(const char *code)
{
	struct questionnaire q;

	record_init(&questionnaire_kind, &q);
	q.code = code;
	good(&questionnaire_kind, &q);
	return q.id;
}

/* A sheet with an answer to each of `count` items; 0 is blank. */
static void answer(const struct item *items, size_t count, const int64_t *values,
		   const char *text)
{
	struct sheet_answer seen[4], typed[4];
	struct sheet sheet;

	record_init(&sheet_kind, &sheet);
	sheet.programme = run.id;
	sheet.questionnaire = items->questionnaire;
	ck_assert(
		sheet_next_number(db, run.id, sheet.questionnaire, &sheet.number, &err));
	ck_assert(sheet_load(db, &sheet, items, count, &a, seen, &err));
	memcpy(typed, seen, sizeof typed);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(items[i].kind, "text") == 0)
			typed[i].text = text;
		else if (values[i] != 0)
			typed[i].value = values[i];
	}
	ck_assert_msg(sheet_save(db, &sheet, items, count, seen, typed, &err), "%s",
		      err.text);
}

static void evaluate(void)
{
	ck_assert_msg(evaluation_of(db, run.id, MINIMUM, &a, &e, &err), "%s", err.text);
}

static void answer_all(const struct item items[2], int sheets)
{
	for (int i = 0; i < sheets; i++)
		answer(items, 2, (const int64_t[]){ 1 + i % 5, 2 + i % 4 }, "");
}

START_TEST(nobody_came_is_no_attendance_not_an_unknown_one)
{
	struct session s;
	struct attendance at;
	struct person who = person("198809212018011015", "A");

	enrol(run.id, who.id);
	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = "Pembukaan";
	s.jp = 400;
	good(&session_kind, &s);
	evaluate();
	ck_assert(isnan(e.attendance_rate));
	record_init(&attendance_kind, &at);
	at.session = s.id;
	at.person = who.id;
	at.state = "absent";
	good(&attendance_kind, &at);
	evaluate();
	ck_assert_double_eq(e.attendance_rate, 0);
}
END_TEST

START_TEST(each_questionnaire_has_its_own_alpha)
{
	int64_t first = questionnaire("A"), second = questionnaire("B");
	struct item one[2] = { ask(first, "likert", 5), ask(first, "likert", 5) };
	struct item two[2] = { ask(second, "likert", 5), ask(second, "likert", 5) };
	double alone;

	answer_all(one, 4);
	evaluate();
	alone = e.cronbach_alpha;
	ck_assert(!isnan(alone));
	answer_all(two, 6);
	evaluate();
	ck_assert_uint_eq(e.feedback_count, 2);
	ck_assert_double_eq_tol(e.feedback[0].all.alpha, alone, 1e-12);
	ck_assert(isnan(e.cronbach_alpha));
	ck_assert_int_eq(e.feedback[1].all.sheets, 6);
	ck_assert_double_eq_tol(
		e.feedback_mean,
		(8 * e.feedback[0].all.mean + 12 * e.feedback[1].all.mean) / 20, 1e-12);
}
END_TEST

START_TEST(different_scales_have_no_common_mean)
{
	int64_t first = questionnaire("A"), second = questionnaire("B");
	struct item one[2] = { ask(first, "likert", 5), ask(first, "likert", 5) };
	struct item two[2] = { ask(second, "likert", 10), ask(second, "likert", 10) };

	answer_all(one, 4);
	answer_all(two, 4);
	evaluate();
	ck_assert(!isnan(e.feedback[0].all.mean) && !isnan(e.feedback[1].all.mean));
	ck_assert(isnan(e.feedback_mean));
}
END_TEST

START_TEST(a_sheet_with_a_blank_does_not_count_for_alpha)
{
	int64_t q = questionnaire("A");
	struct item items[2] = { ask(q, "likert", 5), ask(q, "likert", 5) };
	double before;

	answer_all(items, 4);
	evaluate();
	before = e.cronbach_alpha;
	answer(items, 2, (const int64_t[]){ 1, 0 }, "");
	evaluate();
	ck_assert_double_eq_tol(e.cronbach_alpha, before, 1e-12);
	ck_assert_int_eq(e.sheets, 5);
}
END_TEST

START_TEST(too_few_sheets_show_nothing_but_how_many)
{
	int64_t q = questionnaire("A");
	struct item items[2] = { ask(q, "likert", 5), ask(q, "text", NUMBER_NONE) };
	struct comment *comments;
	size_t count;

	answer(items, 2, (const int64_t[]){ 4, 0 }, "Ruang panas");
	answer(items, 2, (const int64_t[]){ 2, 0 }, "");
	evaluate();
	ck_assert(e.too_few);
	ck_assert_int_eq(e.sheets, 2);
	ck_assert(isnan(e.feedback_mean) && isnan(e.cronbach_alpha));
	ck_assert(evaluation_comments(db, run.id, MINIMUM, &a, &comments, &count, &err));
	ck_assert_uint_eq(count, 0);
	answer(items, 2, (const int64_t[]){ 3, 0 }, "");
	evaluate();
	ck_assert(!e.too_few);
	ck_assert_double_eq_tol(e.feedback_mean, 3, 1e-12);
	ck_assert(evaluation_comments(db, run.id, MINIMUM, &a, &comments, &count, &err));
	ck_assert_uint_eq(count, 1);
}
END_TEST

START_TEST(a_question_few_answered_shows_only_how_many)
{
	int64_t q = questionnaire("A");
	struct item items[2] = { ask(q, "likert", 5), ask(q, "likert", 5) };
	struct item_result *results;
	struct dimension_result *dimensions;
	size_t count, dimension_count;

	for (int i = 0; i < 4; i++)
		answer(items, 2, (const int64_t[]){ 4, i < 2 ? 1 : 0 }, "");
	ck_assert(evaluation_items(db, run.id, MINIMUM, &a, &results, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert(!results[0].hidden && results[1].hidden);
	ck_assert_int_eq(results[1].answers, 2);
	ck_assert_int_eq(results[1].counts[0], 0);
	ck_assert(isnan(results[1].mean) && isnan(results[1].sd) &&
		  isnan(results[1].top2));
	evaluation_dimensions(results, count, &a, &dimensions, &dimension_count);
	ck_assert_uint_eq(dimension_count, 1);
	ck_assert_int_eq(dimensions[0].answers, 4);
	ck_assert_double_eq_tol(dimensions[0].mean, 4, 1e-12);
	evaluate();
	ck_assert_double_eq_tol(e.feedback_mean, 4, 1e-12);
}
END_TEST

START_TEST(dimensions_of_mixed_scales_have_no_mean)
{
	struct item_result items[3] = {
		{ .kind = "likert",
		  .scale = 5,
		  .dimension = "material",
		  .answers = 2,
		  .sum = 10 },
		{ .kind = "likert",
		  .scale = 4,
		  .dimension = "trainer",
		  .answers = 4,
		  .sum = 10 },
		{ .kind = "likert",
		  .scale = 10,
		  .dimension = "material",
		  .answers = 2,
		  .sum = 2 },
	};
	struct dimension_result *d;
	size_t count;

	evaluation_dimensions(items, 3, &a, &d, &count);
	ck_assert_uint_eq(count, 2);
	ck_assert(isnan(d[0].mean));
	ck_assert_int_eq(d[0].answers, 4);
	ck_assert_str_eq(d[1].dimension, "trainer");
	ck_assert_double_eq_tol(d[1].mean, 2.5, 1e-12);
}
END_TEST

START_TEST(equal_comments_are_counted_however_they_are_written)
{
	static const char *const said[] = { "ÉVALUASI bagus", "évaluasi bagus!",
					    "Ruang panas", "Evaluasi Bagus" };
	int64_t q = questionnaire("A");
	struct item item = ask(q, "text", NUMBER_NONE);
	struct comment *comments;
	size_t count;

	for (int i = 0; i < 4; i++)
		answer(&item, 1, (const int64_t[]){ 0 }, said[i]);
	ck_assert(evaluation_comments(db, run.id, MINIMUM, &a, &comments, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(comments[0].count, 3);
	ck_assert_str_eq(comments[1].text, "Ruang panas");
}
END_TEST

START_TEST(the_order_of_comments_does_not_tell_when_they_were_keyed_in)
{
	int64_t q = questionnaire("A");
	struct item item = ask(q, "text", NUMBER_NONE);
	struct comment *comments;
	size_t count;
	bool ascending = true, descending = true;

	for (int i = 0; i < 20; i++)
		answer(&item, 1, (const int64_t[]){ 0 },
		       arena_printf(&a, "saran %c", 'a' + i));
	ck_assert(evaluation_comments(db, run.id, MINIMUM, &a, &comments, &count, &err));
	ck_assert_uint_eq(count, 20);
	for (size_t i = 1; i < count; i++) {
		int order = strcmp(comments[i - 1].text, comments[i].text);

		ascending = ascending && order < 0;
		descending = descending && order > 0;
	}
	ck_assert(!ascending && !descending);
}
END_TEST

Suite *evaluation_suite(void);

Suite *evaluation_suite(void)
{
	Suite *s = suite_create("evaluation");
	TCase *c = tcase_create("evaluation");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, nobody_came_is_no_attendance_not_an_unknown_one);
	tcase_add_test(c, each_questionnaire_has_its_own_alpha);
	tcase_add_test(c, different_scales_have_no_common_mean);
	tcase_add_test(c, a_sheet_with_a_blank_does_not_count_for_alpha);
	tcase_add_test(c, too_few_sheets_show_nothing_but_how_many);
	tcase_add_test(c, a_question_few_answered_shows_only_how_many);
	tcase_add_test(c, dimensions_of_mixed_scales_have_no_mean);
	tcase_add_test(c, equal_comments_are_counted_however_they_are_written);
	tcase_add_test(c, the_order_of_comments_does_not_tell_when_they_were_keyed_in);
	suite_add_tcase(s, c);
	return s;
}
