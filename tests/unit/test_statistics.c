#include <check.h>
#include <math.h>

#include "domain/statistics.h"

/* Reference values of t: tables of Student's distribution. */
static const struct {
	double t, df, p;
} ts[] = {
	{ 12.706204736432095, 1, 0.05 },
	{ 2.570581835636314, 5, 0.05 },
	{ 3.355387331333395, 8, 0.01 },
	{ 2.045229642132703, 29, 0.05 },
	{ 0, 10, 1 },
	{ -2.228138851986273, 10, 0.05 },
};

START_TEST(p_of_t_is_that_of_the_tables)
{
	ck_assert_double_eq_tol(stat_t_two_sided(ts[_i].t, ts[_i].df), ts[_i].p, 2e-6);
}
END_TEST

START_TEST(small_p_keeps_its_digits)
{
	ck_assert_double_eq_tol(stat_t_two_sided(6.466846733554685, 27) / 6.244e-07, 1,
				1e-3);
}
END_TEST

START_TEST(paired_tests_are_worked_out)
{
	const double pre[] = { 50, 60, 70, 40 }, post[] = { 60, 65, 90, 55 };
	struct stat_paired s = stat_paired(pre, post, 4, 100);

	ck_assert_double_eq_tol(s.pre_mean, 55, 1e-12);
	ck_assert_double_eq_tol(s.post_mean, 67.5, 1e-12);
	ck_assert_double_eq_tol(s.gain, 12.5 / 45, 1e-12);
	ck_assert_double_eq_tol(s.dz, 12.5 / 6.454972243679028, 1e-12);
	ck_assert_double_eq_tol(s.t, 3.872983346207417, 1e-12);
	ck_assert_double_eq_tol(s.df, 3, 1e-12);
}
END_TEST

START_TEST(what_is_not_defined_is_nan)
{
	const double same[] = { 5, 5 }, one[] = { 1 };

	ck_assert(isnan(stat_mean(one, 0)));
	ck_assert(isnan(stat_sd(one, 1)));
	ck_assert(isnan(stat_paired(same, same, 2, 100).t));
	ck_assert(isnan(stat_paired(one, one, 1, 100).p));
	ck_assert(isnan(stat_cronbach(same, 1, 2)));
	ck_assert(isnan(stat_cronbach(same, 2, 1)));
}
END_TEST

START_TEST(alpha_is_that_of_the_formula)
{
	const double perfect[] = { 1, 1, 2, 2, 3, 3 };
	const double mixed[] = { 1, 2, 2, 2, 3, 1, 3, 3, 2, 4, 4, 5 };

	ck_assert_double_eq_tol(stat_cronbach(perfect, 3, 2), 1, 1e-12);
	/* Item variances 5/3, 2/3 and 3, variance of totals 38/3: 1.5 (1 - 16/38). */
	ck_assert_double_eq_tol(stat_cronbach(mixed, 4, 3), 1.5 * (1 - 16.0 / 38), 1e-12);
}
END_TEST

/* Eight participants, worked out by hand. */
START_TEST(eight_people_give_the_figures_of_the_field)
{
	const double pre[] = { 40, 55, 60, 35, 70, 50, 45, 65 };
	const double post[] = { 70, 75, 72, 60, 85, 50, 80, 60 };
	struct stat_paired s = stat_paired(pre, post, 8, 100);

	ck_assert_double_eq_tol(s.gain_mean, 0.3278, 5e-5);
	ck_assert_double_eq_tol(s.gain, 0.3474, 5e-5);
	ck_assert_double_eq_tol(s.t, 3.3408, 5e-5);
	ck_assert_double_eq_tol(s.p, 0.012406, 5e-7);
	ck_assert_double_eq_tol(s.dz, 1.1812, 5e-5);
}
END_TEST

START_TEST(six_sheets_give_the_alpha_of_the_field)
{
	const double sheets[] = { 4, 5, 4, 4, 3, 4, 3, 4, 5, 5, 5, 4,
				  2, 3, 2, 3, 4, 4, 5, 4, 3, 3, 4, 3 };

	ck_assert_double_eq_tol(stat_cronbach(sheets, 6, 4), 0.8971, 5e-5);
}
END_TEST

START_TEST(rounding_is_no_spread)
{
	const double pre[] = { 61.1, 55.7, 70.3, 48.9 };
	const double post[] = { 61.1 + 7.3, 55.7 + 7.3, 70.3 + 7.3, 48.9 + 7.3 };
	const double sheets[] = { 0.1, 0.2, 0.3, 0.3, 0.2, 0.1, 0.2, 0.1, 0.3 };
	struct stat_paired s = stat_paired(pre, post, 4, 100);

	ck_assert(isnan(s.t) && isnan(s.p) && isnan(s.dz));
	ck_assert(isnan(stat_cronbach(sheets, 3, 3)));
}
END_TEST

START_TEST(a_small_spread_is_a_spread)
{
	const double pre[] = { 50, 50, 50 }, post[] = { 60, 60, 60.01 };

	ck_assert_double_gt(stat_paired(pre, post, 3, 100).t, 1000);
}
END_TEST

Suite *statistics_suite(void);

Suite *statistics_suite(void)
{
	Suite *s = suite_create("statistics");
	TCase *c = tcase_create("statistics");

	tcase_add_loop_test(c, p_of_t_is_that_of_the_tables, 0, sizeof ts / sizeof *ts);
	tcase_add_test(c, small_p_keeps_its_digits);
	tcase_add_test(c, paired_tests_are_worked_out);
	tcase_add_test(c, what_is_not_defined_is_nan);
	tcase_add_test(c, alpha_is_that_of_the_formula);
	tcase_add_test(c, eight_people_give_the_figures_of_the_field);
	tcase_add_test(c, six_sheets_give_the_alpha_of_the_field);
	tcase_add_test(c, rounding_is_no_spread);
	tcase_add_test(c, a_small_spread_is_a_spread);
	suite_add_tcase(s, c);
	return s;
}
