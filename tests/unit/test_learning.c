#include <math.h>

#include "domain/comparison.h"
#include "domain/learning.h"
#include "sheets.h"

static void score(const char *nip, const char *name, int64_t pre, int64_t post)
{
	struct person who = person(nip, name);
	struct score s;

	enrol(run.id, who.id);
	record_init(&score_kind, &s);
	s.programme = run.id;
	s.person = who.id;
	s.pre = pre;
	s.post = post;
	good(&score_kind, &s);
}

START_TEST(a_class_is_counted_and_missing_tests_are_known)
{
	struct learning l;

	run.capacity = 10;
	score("198809212018011015", "Ani", 4000, 8200);
	score("198809212018011016", "Budi", 5000, 5000);
	score("198809212018011017", "Citra", 6000, 5500);
	score("198809212018011018", "Dedi", 6000, NUMBER_NONE);
	score("198809212018011019", "Eka", 10000, 10000);
	ck_assert(learning_of(db, run.id, &a, &l, &err));
	ck_assert_uint_eq(l.count, 5);
	ck_assert_uint_eq(l.both, 4);
	ck_assert_uint_eq(l.rose, 1);
	ck_assert_uint_eq(l.fell, 1);
	ck_assert_uint_eq(l.same, 2);
	ck_assert_uint_eq(l.undefined, 1);
	ck_assert_int_eq(l.people[0].band, GAIN_HIGH);
	ck_assert_int_eq(l.people[3].post, NUMBER_NONE);
	ck_assert(isnan(l.people[3].gain));
}
END_TEST

START_TEST(the_own_maximum_of_the_tests_is_that_of_the_gain)
{
	struct programme old = run;
	struct learning l;

	run.test_most = 5000;
	save(&programme_kind, &old, &run, "");
	score("198809212018011015", "Ani", 2000, 4100);
	ck_assert(learning_of(db, run.id, &a, &l, &err));
	ck_assert_int_eq(l.most, 5000);
	ck_assert_double_eq_tol(l.people[0].gain, 0.7, 1e-12);
	ck_assert_int_eq(l.people[0].band, GAIN_HIGH);
}
END_TEST

/* A run with three sheets, then the next run of the design with three. */
static int64_t two_runs(const char *before, const char *now)
{
	int64_t next;

	questionnaire("A", "", "");
	ask_scale();
	answer(about(0, "", ""), 3, CELLS(before));
	ck_assert_msg(next_run_make(db, run.id, "P2", &next, &err), "%s", err.text);
	run.id = next;
	answer(about(0, "", ""), 4, CELLS(now));
	return next;
}

START_TEST(a_question_is_compared_with_the_run_before)
{
	int64_t next = two_runs("2", "4");
	struct comparison c;
	struct item_figures figures;

	ck_assert(comparison_of(db, next, MINIMUM, &a, &c, &err));
	ck_assert_uint_eq(c.run_count, 2);
	ck_assert_str_eq(c.before, "P1");
	ck_assert(!c.runs[0].now && c.runs[1].now);
	ck_assert_double_eq(c.runs[0].feedback_mean, 2);
	ck_assert_uint_eq(c.item_count, 1);
	ck_assert_double_eq(c.items[0].difference, 2);
	ck_assert(evaluation_item_before(db, next, items[0].id, MINIMUM, &a, &figures,
					 &err));
	ck_assert_str_eq(figures.before, "P1");
	ck_assert_int_eq(figures.item.before.answers, 3);
	ck_assert_int_eq(figures.item.now.answers, 4);
}
END_TEST

START_TEST(the_first_run_has_nothing_before_it)
{
	int64_t first = run.id;
	struct item_figures figures;

	two_runs("2", "4");
	ck_assert(evaluation_item_before(db, first, items[0].id, MINIMUM, &a, &figures,
					 &err));
	ck_assert_str_eq(figures.before, "");
	ck_assert_int_eq(figures.item.before.answers, 0);
	ck_assert_int_eq(figures.item.now.answers, 3);
	ck_assert(isnan(figures.item.difference));
}
END_TEST

Suite *learning_suite(void);

Suite *learning_suite(void)
{
	Suite *s = suite_create("learning");
	TCase *c = tcase_create("learning");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, a_class_is_counted_and_missing_tests_are_known);
	tcase_add_test(c, the_own_maximum_of_the_tests_is_that_of_the_gain);
	tcase_add_test(c, a_question_is_compared_with_the_run_before);
	tcase_add_test(c, the_first_run_has_nothing_before_it);
	suite_add_tcase(s, c);
	return s;
}
