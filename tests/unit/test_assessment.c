#include "office.h"

#include <math.h>

#include "domain/assessment.h"

#define CLOSE 1e-9

static const struct criterion halves[] = { { .weight = 5000 }, { .weight = 5000 } };
static const struct criterion thirds[] = { { .weight = 3333 },
					   { .weight = 3333 },
					   { .weight = 3334 } };

START_TEST(weights_that_miss_a_hundred_score_nothing)
{
	const struct criterion few[] = { { .weight = 5000 }, { .weight = 3500 } };
	const int64_t levels[] = { 4, 4 };

	ck_assert_int_eq(weights_sum(few, 2), 8500);
	ck_assert_double_nan(assessor_score(few, levels, 2));
}
END_TEST

START_TEST(the_reason_names_the_sum_and_what_is_missing)
{
	const struct criterion few[] = { { .weight = 5000 }, { .weight = 3550 } };
	const struct criterion many[] = { { .weight = 9000 }, { .weight = 2000 } };

	ck_assert_ptr_nonnull(strstr(weights_reason(few, 2, &a), "85.5 percent; 14.5"));
	ck_assert_ptr_nonnull(strstr(weights_reason(many, 2, &a), "110 percent; 10"));
	ck_assert_ptr_null(weights_reason(thirds, 3, &a));
	ck_assert_ptr_nonnull(weights_reason(NULL, 0, &a));
}
END_TEST

START_TEST(a_score_is_the_weighted_mean_of_quarters)
{
	const struct criterion uneven[] = { { .weight = 2500 }, { .weight = 7500 } };
	const int64_t levels[] = { 4, 2 };

	ck_assert_double_eq_tol(assessor_score(uneven, levels, 2), 62.5, CLOSE);
}
END_TEST

START_TEST(a_blank_criterion_leaves_no_score)
{
	const int64_t levels[] = { 4, NUMBER_NONE };

	ck_assert_double_nan(assessor_score(halves, levels, 2));
}
END_TEST

START_TEST(hundredths_of_a_weight_count)
{
	const int64_t levels[] = { 1, 1, 4 };

	ck_assert_double_eq_tol(assessor_score(thirds, levels, 3), 50.005, CLOSE);
}
END_TEST

START_TEST(one_assessor_is_the_mean_and_both_ends)
{
	const double scores[] = { 72.5 };
	struct score_summary s = score_summarise(scores, 1);

	ck_assert_uint_eq(s.count, 1);
	ck_assert_double_eq_tol(s.mean, 72.5, CLOSE);
	ck_assert_double_eq_tol(s.highest - s.lowest, 0, CLOSE);
}
END_TEST

START_TEST(three_assessors_weigh_the_same)
{
	const double scores[] = { 80, 60, 70 };
	struct score_summary s = score_summarise(scores, 3);

	ck_assert_uint_eq(s.count, 3);
	ck_assert_double_eq_tol(s.mean, 70, CLOSE);
	ck_assert_double_eq_tol(s.lowest, 60, CLOSE);
	ck_assert_double_eq_tol(s.highest, 80, CLOSE);
}
END_TEST

START_TEST(an_unfinished_assessor_does_not_count)
{
	const double scores[] = { (double)NAN, 60, (double)NAN };
	struct score_summary s = score_summarise(scores, 3);

	ck_assert_uint_eq(s.count, 1);
	ck_assert_double_eq_tol(s.mean, 60, CLOSE);
	ck_assert_double_nan(score_summarise(scores, 1).mean);
}
END_TEST

START_TEST(levels_apart_passes_over_blanks)
{
	const int64_t levels[] = { 2, NUMBER_NONE, 4 };

	ck_assert_int_eq(levels_apart(levels, 3), 2);
	ck_assert_int_eq(levels_apart(levels + 1, 1), 0);
}
END_TEST

/* A mark with the same value six times. */
static struct peer_mark mark(size_t rater, size_t rated, int64_t value)
{
	struct peer_mark m = { rater, rated, { 0 } };

	for (size_t i = 0; i < PEER_CRITERIA; i++)
		m.values[i] = value;
	return m;
}

START_TEST(a_factor_is_a_mean_beside_the_mean_of_means)
{
	const struct peer_mark marks[] = { mark(0, 1, 3), mark(1, 0, 3), mark(0, 2, 3),
					   mark(2, 0, 4), mark(1, 2, 3), mark(2, 1, 3) };
	struct peer_result r[3];

	peer_factors(marks, 6, 3, r);
	ck_assert_double_eq_tol(r[0].mean, 3.5, CLOSE);
	ck_assert_double_eq_tol(r[1].factor, 3 / (9.5 / 3), CLOSE);
	ck_assert_uint_eq(r[0].raters, 2);
}
END_TEST

START_TEST(a_factor_is_held_at_both_ends)
{
	const struct peer_mark marks[] = { mark(1, 0, 4), mark(2, 0, 4), mark(0, 1, 1),
					   mark(2, 1, 1), mark(0, 2, 2), mark(1, 2, 2) };
	struct peer_result r[3];

	peer_factors(marks, 6, 3, r);
	ck_assert_double_eq_tol(r[0].factor, PEER_MOST, CLOSE);
	ck_assert_double_eq_tol(r[1].factor, PEER_LEAST, CLOSE);
}
END_TEST

START_TEST(the_own_rating_does_not_count)
{
	const struct peer_mark marks[] = { mark(0, 0, 4), mark(1, 0, 2), mark(2, 0, 2),
					   mark(0, 1, 2), mark(2, 1, 2) };
	struct peer_result r[3];

	peer_factors(marks, 5, 3, r);
	ck_assert_double_eq_tol(r[0].mean, 2, CLOSE);
	ck_assert_double_eq_tol(r[0].factor, 1, CLOSE);
	ck_assert_uint_eq(r[0].raters, 2);
}
END_TEST

START_TEST(blanks_of_a_sheet_are_passed_over)
{
	struct peer_mark half = mark(1, 0, 4);
	struct peer_result r[2];

	for (size_t i = 3; i < PEER_CRITERIA; i++)
		half.values[i] = NUMBER_NONE;
	peer_factors(&half, 1, 2, r);
	ck_assert_double_eq_tol(r[0].mean, 4, CLOSE);
}
END_TEST

START_TEST(one_rater_alone_decides_nothing)
{
	const struct peer_mark marks[] = { mark(0, 1, 4), mark(0, 2, 1) };
	struct peer_result r[3];

	peer_factors(marks, 2, 3, r);
	ck_assert_double_eq_tol(r[2].factor, 1, CLOSE);
	ck_assert_int_eq(r[2].note, PEER_FEW);
	ck_assert_int_eq(r[0].note, PEER_UNRATED);
}
END_TEST

START_TEST(a_group_of_one_has_the_factor_one)
{
	const struct peer_mark own = mark(0, 0, 4);
	struct peer_result r[1];

	peer_factors(&own, 1, 1, r);
	ck_assert_double_eq_tol(r[0].factor, 1, CLOSE);
	ck_assert_int_eq(r[0].note, PEER_ALONE);
}
END_TEST

START_TEST(who_is_rated_by_nobody_has_the_factor_one)
{
	const struct peer_mark marks[] = { mark(0, 1, 2), mark(2, 1, 2) };
	struct peer_result r[3];

	peer_factors(marks, 2, 3, r);
	ck_assert_double_eq_tol(r[0].factor, 1, CLOSE);
	ck_assert_int_eq(r[0].note, PEER_UNRATED);
	ck_assert_int_eq(r[1].note, PEER_RATED);
}
END_TEST

START_TEST(a_group_without_sheets_says_so)
{
	struct peer_result r[2];

	peer_factors(NULL, 0, 2, r);
	ck_assert_double_eq_tol(r[1].factor, 1, CLOSE);
	ck_assert_int_eq(r[1].note, PEER_NO_SHEET);
}
END_TEST

START_TEST(an_individual_score_ends_at_a_hundred)
{
	ck_assert_double_eq_tol(individual_score(95, 1.1), 100, CLOSE);
	ck_assert_double_eq_tol(individual_score(80, 0.8), 64, CLOSE);
}
END_TEST

START_TEST(without_a_group_score_there_is_no_individual_score)
{
	ck_assert_double_nan(individual_score((double)NAN, 1));
}
END_TEST

START_TEST(equal_totals_are_counted_without_blanks)
{
	int64_t values[4 * PEER_CRITERIA];

	for (size_t i = 0; i < 4 * PEER_CRITERIA; i++)
		values[i] = i < 3 * PEER_CRITERIA ? 3 : NUMBER_NONE;
	ck_assert_uint_eq(peer_equal_totals(values, 4), 3);
	values[0] = 4;
	ck_assert_uint_eq(peer_equal_totals(values, 4), 2);
}
END_TEST

Suite *assessment_suite(void);

Suite *assessment_suite(void)
{
	Suite *s = suite_create("assessment");
	TCase *pure = tcase_create("formulas");

	tcase_add_test(pure, weights_that_miss_a_hundred_score_nothing);
	tcase_add_test(pure, the_reason_names_the_sum_and_what_is_missing);
	tcase_add_test(pure, a_score_is_the_weighted_mean_of_quarters);
	tcase_add_test(pure, a_blank_criterion_leaves_no_score);
	tcase_add_test(pure, hundredths_of_a_weight_count);
	tcase_add_test(pure, one_assessor_is_the_mean_and_both_ends);
	tcase_add_test(pure, three_assessors_weigh_the_same);
	tcase_add_test(pure, an_unfinished_assessor_does_not_count);
	tcase_add_test(pure, levels_apart_passes_over_blanks);
	tcase_add_test(pure, a_factor_is_a_mean_beside_the_mean_of_means);
	tcase_add_test(pure, a_factor_is_held_at_both_ends);
	tcase_add_test(pure, the_own_rating_does_not_count);
	tcase_add_test(pure, blanks_of_a_sheet_are_passed_over);
	tcase_add_test(pure, one_rater_alone_decides_nothing);
	tcase_add_test(pure, a_group_of_one_has_the_factor_one);
	tcase_add_test(pure, who_is_rated_by_nobody_has_the_factor_one);
	tcase_add_test(pure, a_group_without_sheets_says_so);
	tcase_add_test(pure, an_individual_score_ends_at_a_hundred);
	tcase_add_test(pure, without_a_group_score_there_is_no_individual_score);
	tcase_add_test(pure, equal_totals_are_counted_without_blanks);
	suite_add_tcase(s, pure);
	return s;
}
