#include <check.h>
#include <math.h>

#include "base/arena.h"
#include "domain/skm.h"
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

static const double field_pre[] = { 40, 55, 60, 35, 70, 50, 45, 65 };
static const double field_post[] = { 70, 75, 72, 60, 85, 50, 80, 60 };

static struct stat_ranks ranks(const double *pre, const double *post, size_t count)
{
	struct arena arena = { 0 };
	struct stat_ranks s = stat_ranks(pre, post, count, &arena);

	arena_done(&arena);
	return s;
}

START_TEST(eight_people_have_the_gains_of_the_field)
{
	const double gains[] = { .5, .4444, .3, .3846, .5, 0, .6364, -.1429 };

	ck_assert_double_eq_tol(stat_gain(field_pre[_i], field_post[_i], 100), gains[_i],
				5e-5);
}
END_TEST

START_TEST(eight_people_have_the_ranks_of_the_field)
{
	struct stat_ranks s = ranks(field_pre, field_post, 8);

	ck_assert_uint_eq(s.count, 7);
	ck_assert_double_eq(s.plus, 27);
	ck_assert_double_eq(s.minus, 1);
	ck_assert(s.exact);
	ck_assert_double_eq(s.p, 0.03125);
	ck_assert_double_eq_tol(s.r, 0.9286, 5e-5);
}
END_TEST

START_TEST(the_sd_of_the_differences_of_the_field)
{
	double d[8];

	for (int i = 0; i < 8; i++)
		d[i] = field_post[i] - field_pre[i];
	ck_assert_double_eq_tol(stat_mean(d, 8), 16.5, 1e-12);
	ck_assert_double_eq_tol(stat_sd(d, 8), 13.9694, 5e-5);
}
END_TEST

START_TEST(no_difference_has_no_ranks)
{
	struct stat_ranks s = ranks(field_pre, field_pre, 8);

	ck_assert_uint_eq(s.count, 0);
	ck_assert(isnan(s.p) && isnan(s.r));
}
END_TEST

/* Differences 1, 1, -1, 2: ranks 2, 2, 2, 4; of the 16 ways 2 x 4 have a sum
 * of 2 or less on one side. */
START_TEST(equal_differences_share_their_ranks)
{
	const double pre[] = { 10, 20, 31, 40 }, post[] = { 11, 21, 30, 42 };
	struct stat_ranks s = ranks(pre, post, 4);

	ck_assert_double_eq(s.plus, 8);
	ck_assert_double_eq(s.minus, 2);
	ck_assert_double_eq(s.p, 0.5);
}
END_TEST

START_TEST(differences_that_differ_by_rounding_are_equal)
{
	const double pre[] = { 61.1, 55.7, 70.3 };
	const double post[] = { 61.1 + 7.3, 55.7 + 7.3, 70.3 + 7.3 };

	ck_assert_double_eq(ranks(pre, post, 3).p, 0.25);
}
END_TEST

/* All rise: of 2^n ways one is as far out on either side. */
START_TEST(twenty_five_are_counted_more_are_approximated)
{
	double pre[26], post[26];
	struct stat_ranks s;

	for (int i = 0; i < 26; i++) {
		pre[i] = 10;
		post[i] = 11 + i;
	}
	s = ranks(pre, post, 25);
	ck_assert(s.exact);
	ck_assert_double_eq(s.p, ldexp(1, -24));
	s = ranks(pre, post, 26);
	ck_assert(!s.exact);
	/* z = (175.5 - 0.5) / sqrt(26 x 27 x 53 / 24) = 4.4446 */
	ck_assert_double_eq_tol(s.p, erfc(175 / sqrt(1550.25) / sqrt(2)), 1e-15);
}
END_TEST

static const struct {
	double pre, post, most;
	enum gain_band band;
} gains[] = {
	{ 4000, 8200, 10000, GAIN_HIGH },   { 4000, 8199, 10000, GAIN_MEDIUM },
	{ 4000, 5800, 10000, GAIN_MEDIUM }, { 4000, 5799, 10000, GAIN_LOW },
	{ 6500, 6000, 10000, GAIN_LOW },    { 10000, 10000, 10000, GAIN_UNDEFINED },
	{ 2000, 2700, 3000, GAIN_HIGH },    { 3000, 3000, 3000, GAIN_UNDEFINED },
	{ 0, 10000, 10000, GAIN_HIGH },
};

START_TEST(bands_of_gain_are_exact_at_their_bounds)
{
	double gain = stat_gain(gains[_i].pre, gains[_i].post, gains[_i].most);

	ck_assert_int_eq(stat_gain_band(gain), gains[_i].band);
}
END_TEST

START_TEST(four_forms_give_the_index_of_the_field)
{
	static const char rows[4][10] = { "433434433", "332433433", "443444434",
					  "333433323" };
	const double nrr[] = { 3.5, 3.25, 2.75, 4, 3.25, 3.5, 3.75, 2.75, 3.25 };
	int64_t sums[SKM_ELEMENTS] = { 0 }, counts[SKM_ELEMENTS];
	struct skm s;

	for (int i = 0; i < SKM_ELEMENTS; i++) {
		counts[i] = 4;
		for (int r = 0; r < 4; r++)
			sums[i] += rows[r][i] - '0';
	}
	ck_assert(skm_of(sums, counts, &s));
	for (int i = 0; i < SKM_ELEMENTS; i++)
		ck_assert_double_eq(s.nrr[i], nrr[i]);
	ck_assert_double_eq_tol(s.ikm, 10.0 / 3, 1e-12);
	ck_assert_int_eq(s.nik, 8333);
	ck_assert_int_eq(s.band, 'B');
	ck_assert_uint_eq(s.order[0], 2);
	ck_assert_uint_eq(s.order[1], 7);
	ck_assert_uint_eq(s.order[8], 3);
}
END_TEST

/* 25 x 12999/5000 = 64.995 */
START_TEST(an_index_is_rounded_before_its_band)
{
	int64_t sums[SKM_ELEMENTS], counts[SKM_ELEMENTS];
	struct skm s;

	for (int i = 0; i < SKM_ELEMENTS; i++) {
		sums[i] = 12999;
		counts[i] = 5000;
	}
	ck_assert(skm_of(sums, counts, &s));
	ck_assert_int_eq(s.nik, 6500);
	ck_assert_int_eq(s.band, 'C');
}
END_TEST

START_TEST(an_element_without_an_answer_leaves_no_index)
{
	int64_t sums[SKM_ELEMENTS] = { 0 }, counts[SKM_ELEMENTS] = { 0 };
	struct skm s;

	ck_assert(!skm_of(sums, counts, &s));
}
END_TEST

static const struct {
	int64_t nik;
	char band;
} indexes[] = {
	{ 10000, 'A' }, { 8831, 'A' }, { 8830, 'B' }, { 7661, 'B' },
	{ 7660, 'C' },	{ 6500, 'C' }, { 6499, 'D' }, { 2500, 'D' },
};

START_TEST(bands_of_the_index_are_exact_at_their_bounds)
{
	ck_assert_int_eq(skm_band(indexes[_i].nik), indexes[_i].band);
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
	tcase_add_loop_test(c, eight_people_have_the_gains_of_the_field, 0, 8);
	tcase_add_test(c, eight_people_have_the_ranks_of_the_field);
	tcase_add_test(c, the_sd_of_the_differences_of_the_field);
	tcase_add_test(c, no_difference_has_no_ranks);
	tcase_add_test(c, equal_differences_share_their_ranks);
	tcase_add_test(c, differences_that_differ_by_rounding_are_equal);
	tcase_add_test(c, twenty_five_are_counted_more_are_approximated);
	tcase_add_loop_test(c, bands_of_gain_are_exact_at_their_bounds, 0,
			    sizeof gains / sizeof *gains);
	tcase_add_test(c, four_forms_give_the_index_of_the_field);
	tcase_add_test(c, an_index_is_rounded_before_its_band);
	tcase_add_test(c, an_element_without_an_answer_leaves_no_index);
	tcase_add_loop_test(c, bands_of_the_index_are_exact_at_their_bounds, 0,
			    sizeof indexes / sizeof *indexes);
	suite_add_tcase(s, c);
	return s;
}
