#include <math.h>

#include "domain/evaluation.h"
#include "sheets.h"

static struct evaluation e;

static int64_t trainer(const char *name)
{
	struct trainer t;

	record_init(&trainer_kind, &t);
	t.name = name;
	good(&trainer_kind, &t);
	return t.id;
}

static const struct feedback_result *evaluate(void)
{
	ck_assert_msg(evaluation_of(db, run.id, MINIMUM, &a, &e, &err), "%s", err.text);
	ck_assert_uint_ge(e.feedback_count, 1);
	return &e.feedback[0];
}

static const struct {
	int64_t sum, answers, scale;
	enum likert_band band;
} bands[] = {
	{ 42, 10, 5, BAND_VERY_GOOD }, { 419, 100, 5, BAND_GOOD },
	{ 34, 10, 5, BAND_GOOD },      { 339, 100, 5, BAND_FAIR },
	{ 26, 10, 5, BAND_FAIR },      { 259, 100, 5, BAND_POOR },
	{ 18, 10, 5, BAND_POOR },      { 179, 100, 5, BAND_NOT_GOOD },
	{ 5, 1, 5, BAND_VERY_GOOD },   { 1, 1, 5, BAND_NOT_GOOD },
	{ 34, 10, 4, BAND_VERY_GOOD }, { 339, 100, 4, BAND_GOOD },
	{ 0, 0, 5, BAND_NONE },
};

START_TEST(bands_are_exact_at_their_bounds)
{
	ck_assert_int_eq(likert_band(bands[_i].sum, bands[_i].answers, bands[_i].scale),
			 bands[_i].band);
}
END_TEST

START_TEST(a_reversed_question_is_counted_as_answered_and_valued_turned_round)
{
	const struct item_result *r;

	questionnaire("A", "", "");
	ask_one("likert", 5, "", true);
	answer(about(0, "", ""), 3, CELLS("1"));
	answer(about(0, "", ""), 1, CELLS("4"));
	r = &evaluate()->all.items[0];
	ck_assert_int_eq(r->counts[0], 3);
	ck_assert_int_eq(r->counts[3], 1);
	ck_assert_double_eq_tol(r->mean, 17.0 / 4, 1e-12);
	ck_assert_double_eq_tol(r->top2, 0.75, 1e-12);
	ck_assert_int_eq(r->band, BAND_VERY_GOOD);
}
END_TEST

START_TEST(alpha_turns_reversed_questions_round)
{
	questionnaire("A", "", "");
	ask_scale();
	ask_one("likert", 5, "", true);
	answer(about(0, "", ""), 1, CELLS("1", "5"));
	answer(about(0, "", ""), 1, CELLS("3", "3"));
	answer(about(0, "", ""), 1, CELLS("5", "1"));
	ck_assert_double_eq_tol(evaluate()->all.alpha, 1, 1e-12);
}
END_TEST

START_TEST(equal_sheets_have_no_alpha)
{
	questionnaire("A", "", "");
	ask_scale();
	ask_scale();
	answer(about(0, "", ""), 5, CELLS("4", "4"));
	ck_assert(isnan(evaluate()->all.alpha));
	ck_assert_uint_eq(e.feedback[0].all.complete, 5);
}
END_TEST

START_TEST(a_question_nobody_answered_makes_no_sheet_incomplete)
{
	questionnaire("A", "", "");
	ask_scale();
	ask_scale();
	ask_scale();
	answer(about(0, "", ""), 2, CELLS("1", "", "1"));
	answer(about(0, "", ""), 2, CELLS("3", "", "3"));
	answer(about(0, "", ""), 1, CELLS("4", "", ""));
	ck_assert_double_eq_tol(evaluate()->all.alpha, 1, 1e-12);
	ck_assert_uint_eq(e.feedback[0].all.complete, 4);
}
END_TEST

START_TEST(two_sides_have_a_middle)
{
	const struct item_result *r;

	questionnaire("A", "", "");
	ask("two_sided", 5, "Terlalu lambat;Terlalu cepat");
	answer(about(0, "", ""), 2, CELLS("3"));
	answer(about(0, "", ""), 2, CELLS("5"));
	r = &evaluate()->all.items[0];
	ck_assert_double_eq_tol(r->deviation, 1, 1e-12);
	ck_assert_double_eq_tol(r->middle, 0.5, 1e-12);
	ck_assert(isnan(e.feedback_mean));
}
END_TEST

START_TEST(numbers_have_a_mean_and_their_ends)
{
	const struct item_result *r;

	questionnaire("A", "", "");
	ask("number", NUMBER_NONE, "");
	answer(about(0, "", ""), 1, CELLS("100"));
	answer(about(0, "", ""), 1, CELLS("400"));
	answer(about(0, "", ""), 1, CELLS("700"));
	answer(about(0, "", ""), 1, CELLS(""));
	r = &evaluate()->all.items[0];
	ck_assert_int_eq(r->answers, 3);
	ck_assert_double_eq_tol(r->mean, 400, 1e-12);
	ck_assert_double_eq_tol(r->sd, 300, 1e-9);
	ck_assert_int_eq(r->least, 100);
	ck_assert_int_eq(r->most, 700);
}
END_TEST

START_TEST(several_choices_are_counted_by_people)
{
	const struct item_result *r;

	questionnaire("A", "", "");
	ask("choices", NUMBER_NONE, "Poster;Surat;Teman");
	answer(about(0, "", ""), 2, CELLS("1,3"));
	answer(about(0, "", ""), 1, CELLS("3"));
	answer(about(0, "", ""), 1, CELLS(""));
	r = &evaluate()->all.items[0];
	ck_assert_int_eq(r->answers, 3);
	ck_assert_int_eq(r->counts[0], 2);
	ck_assert_int_eq(r->counts[1], 0);
	ck_assert_int_eq(r->counts[2], 3);
}
END_TEST

START_TEST(each_trainer_has_an_own_mean_and_n)
{
	int64_t ani, budi;
	const struct feedback_result *f;

	questionnaire("A", "", "trainer");
	ask_scale();
	ani = trainer("Ani");
	budi = trainer("Budi");
	answer(about(budi, "", ""), 3, CELLS("2"));
	answer(about(ani, "", ""), 4, CELLS("5"));
	f = evaluate();
	ck_assert_uint_eq(f->part_count, 2);
	ck_assert_str_eq(f->parts[0].name, "Ani");
	ck_assert_int_eq(f->parts[0].sheets, 4);
	ck_assert_double_eq(f->parts[0].mean, 5);
	ck_assert_double_eq(f->parts[1].mean, 2);
	ck_assert_double_eq_tol(f->all.mean, 26.0 / 7, 1e-12);
}
END_TEST

START_TEST(a_trainer_with_few_sheets_is_not_shown)
{
	const struct feedback_result *f;

	questionnaire("A", "", "trainer");
	ask_scale();
	answer(about(trainer("Ani"), "", ""), 2, CELLS("5"));
	f = evaluate();
	ck_assert(f->parts[0].hidden && isnan(f->parts[0].mean));
	ck_assert_int_eq(f->parts[0].items[0].counts[4], 0);
	ck_assert_int_eq(f->parts[0].sheets, 2);
}
END_TEST

START_TEST(what_is_left_of_the_whole_gives_nobody_away)
{
	const struct feedback_result *f;

	questionnaire("A", "", "trainer");
	ask_scale();
	answer(about(trainer("Ani"), "", ""), 2, CELLS("5"));
	answer(about(trainer("Budi"), "", ""), 4, CELLS("4"));
	answer(about(trainer("Citra"), "", ""), 6, CELLS("3"));
	f = evaluate();
	ck_assert(!f->all.hidden);
	ck_assert(f->parts[0].hidden);
	ck_assert_msg(f->parts[1].hidden, "12 - 6 - 4 = 2 sheets could be worked out");
	ck_assert(isnan(f->parts[1].mean) && f->parts[1].items[0].hidden);
	ck_assert(!f->parts[2].hidden);
}
END_TEST

START_TEST(several_small_ones_hide_each_other)
{
	const struct feedback_result *f;

	questionnaire("A", "", "trainer");
	ask_scale();
	answer(about(trainer("Ani"), "", ""), 2, CELLS("5"));
	answer(about(trainer("Budi"), "", ""), 2, CELLS("4"));
	answer(about(trainer("Citra"), "", ""), 6, CELLS("3"));
	f = evaluate();
	ck_assert(f->parts[0].hidden && f->parts[1].hidden && !f->parts[2].hidden);
}
END_TEST

START_TEST(a_question_of_a_trainer_is_not_worked_out_from_the_others)
{
	const struct feedback_result *f;
	int64_t ani, budi;

	questionnaire("A", "", "trainer");
	ask_scale();
	ask_scale();
	ani = trainer("Ani");
	budi = trainer("Budi");
	answer(about(ani, "", ""), 4, CELLS("4", "5"));
	answer(about(budi, "", ""), 2, CELLS("4", "5"));
	answer(about(budi, "", ""), 2, CELLS("4", ""));
	f = evaluate();
	ck_assert(!f->parts[0].hidden && !f->parts[1].hidden);
	ck_assert(!f->all.items[1].hidden);
	ck_assert(f->parts[1].items[1].hidden && f->parts[0].items[1].hidden);
	ck_assert(!f->parts[0].items[0].hidden && !f->parts[1].items[0].hidden);
}
END_TEST

START_TEST(fewer_than_three_never_show)
{
	questionnaire("A", "", "");
	ask_scale();
	answer(about(0, "", ""), 2, CELLS("5"));
	ck_assert(evaluation_of(db, run.id, 1, &a, &e, &err));
	ck_assert(e.too_few && e.feedback[0].all.hidden);
}
END_TEST

START_TEST(what_alumni_and_superiors_say_is_no_reaction)
{
	const struct feedback_result *f;

	questionnaire("A", "behaviour", "");
	ask_scale();
	answer(about(0, "alumnus", "after"), 3, CELLS("5"));
	answer(about(0, "superior", "after"), 3, CELLS("4"));
	answer(about(0, "alumnus", "before"), 2, CELLS("2"));
	f = evaluate();
	ck_assert_int_eq(f->all.sheets, 0);
	ck_assert_int_eq(e.sheets, 0);
	ck_assert(isnan(e.feedback_mean) && !e.too_few);
	ck_assert_uint_eq(f->view_count, 3);
	ck_assert_str_eq(f->views[0].role, "alumnus");
	ck_assert_str_eq(f->views[0].phase, "before");
	ck_assert(f->views[0].hidden);
	ck_assert_double_eq(f->views[1].mean, 5);
	ck_assert_double_eq(f->views[2].mean, 4);
}
END_TEST

START_TEST(sheets_about_trainers_are_no_participation)
{
	questionnaire("A", "", "");
	ask_scale();
	answer(about(0, "", ""), 4, CELLS("2"));
	questionnaire("B", "", "trainer");
	ask_scale();
	answer(about(trainer("Ani"), "", ""), 9, CELLS("5"));
	evaluate();
	ck_assert_int_eq(e.sheets, 4);
	ck_assert_double_eq(e.feedback_mean, 2);
}
END_TEST

START_TEST(a_comment_names_no_trainer_who_is_not_shown)
{
	int64_t ani, budi;

	questionnaire("A", "", "trainer");
	ask("text", NUMBER_NONE, "");
	ani = trainer("Ani");
	budi = trainer("Budi");
	answer(about(ani, "", ""), 3, CELLS("Sabar"));
	answer(about(budi, "", ""), 3, CELLS("Cepat"));
	answer(about(trainer("Citra"), "", ""), 1, CELLS("Jelas"));
	evaluate();
	ck_assert_uint_eq(e.comment_count, 3);
	for (size_t i = 0; i < e.comment_count; i++) {
		const struct comment *c = &e.comments[i];

		if (strcmp(c->text, "Jelas") == 0)
			ck_assert_str_eq(c->about, "");
		ck_assert_str_ne(c->about, "Citra");
	}
}
END_TEST

START_TEST(nine_scales_of_four_have_an_index)
{
	static const char *const rows[] = { "433434433", "332433433", "443444434",
					    "333433323" };
	struct feedback_result f = { .item_count = 9 };
	struct item_result nine[9] = { { .kind = "likert" } };
	struct skm skm;

	f.all.items = nine;
	for (int i = 0; i < 9; i++) {
		nine[i] = (struct item_result){ .kind = "likert", .scale = 4 };
		nine[i].answers = 4;
		for (int k = 0; k < 4; k++)
			nine[i].sum += rows[k][i] - '0';
	}
	ck_assert(feedback_skm(&f, &f.all, &skm));
	ck_assert_int_eq(skm.nik, 8333);
	nine[8].scale = 5;
	ck_assert(!feedback_skm(&f, &f.all, &skm));
}
END_TEST

Suite *slices_suite(void);

Suite *slices_suite(void)
{
	Suite *s = suite_create("slices");
	TCase *c = tcase_create("slices");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_loop_test(c, bands_are_exact_at_their_bounds, 0,
			    sizeof bands / sizeof *bands);
	tcase_add_test(
		c, a_reversed_question_is_counted_as_answered_and_valued_turned_round);
	tcase_add_test(c, alpha_turns_reversed_questions_round);
	tcase_add_test(c, equal_sheets_have_no_alpha);
	tcase_add_test(c, a_question_nobody_answered_makes_no_sheet_incomplete);
	tcase_add_test(c, two_sides_have_a_middle);
	tcase_add_test(c, numbers_have_a_mean_and_their_ends);
	tcase_add_test(c, several_choices_are_counted_by_people);
	tcase_add_test(c, each_trainer_has_an_own_mean_and_n);
	tcase_add_test(c, a_trainer_with_few_sheets_is_not_shown);
	tcase_add_test(c, what_is_left_of_the_whole_gives_nobody_away);
	tcase_add_test(c, several_small_ones_hide_each_other);
	tcase_add_test(c, a_question_of_a_trainer_is_not_worked_out_from_the_others);
	tcase_add_test(c, fewer_than_three_never_show);
	tcase_add_test(c, what_alumni_and_superiors_say_is_no_reaction);
	tcase_add_test(c, sheets_about_trainers_are_no_participation);
	tcase_add_test(c, a_comment_names_no_trainer_who_is_not_shown);
	tcase_add_test(c, nine_scales_of_four_have_an_index);
	suite_add_tcase(s, c);
	return s;
}
