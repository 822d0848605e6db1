#include "office.h"

#include <math.h>

#include "domain/outcome.h"

static size_t count;

/* ---- indicators ---- */

/* clang-format off */
static const struct {
	const char *direction;
	int64_t baseline, target, actual;
	double percent; /* NAN: none */
	enum achievement_gap gap;
	const char *verdict;
} achievements[] = {
	{ "down", 9500, 4500, 5800, 74, ACHIEVEMENT_KNOWN, "below" },
	{ "down", 9500, 4500, 4500, 100, ACHIEVEMENT_KNOWN, "as" },
	{ "down", 9500, 4500, 4000, 110, ACHIEVEMENT_KNOWN, "as" },
	{ "down", 9500, 4500, 3999, 110.02, ACHIEVEMENT_KNOWN, "above" },
	{ "down", 9500, 4500, 10000, -10, ACHIEVEMENT_KNOWN, "below" },
	{ "up", 1800, 8000, 3500, 27.419355, ACHIEVEMENT_KNOWN, "below" },
	{ "up", 0, 100, 99, 99, ACHIEVEMENT_KNOWN, "below" },
	{ "up", -500, 500, 500, 100, ACHIEVEMENT_KNOWN, "as" },
	{ "up", 500, 500, 500, NAN, ACHIEVEMENT_NO_WAY, "as" },
	{ "up", 500, 500, 501, NAN, ACHIEVEMENT_NO_WAY, "above" },
	{ "down", 500, 500, 501, NAN, ACHIEVEMENT_NO_WAY, "below" },
	{ "down", NUMBER_NONE, 500, 400, NAN, ACHIEVEMENT_NO_BASELINE, "above" },
	{ "up", 100, NUMBER_NONE, 400, NAN, ACHIEVEMENT_NO_TARGET, "" },
	{ "up", 100, 200, NUMBER_NONE, NAN, ACHIEVEMENT_NO_ACTUAL, "" },
};
/* clang-format on */

START_TEST(achievement_is_a_share_of_the_way)
{
	struct achievement is =
		achievement_of(achievements[_i].direction, achievements[_i].baseline,
			       achievements[_i].target, achievements[_i].actual);

	ck_assert_int_eq(is.gap, achievements[_i].gap);
	ck_assert_str_eq(is.verdict, achievements[_i].verdict);
	if (isnan(achievements[_i].percent))
		ck_assert(isnan(is.percent));
	else
		ck_assert_double_eq_tol(is.percent, achievements[_i].percent, 1e-6);
}
END_TEST

static struct result indicator(int64_t programme, int64_t baseline, int64_t target)
{
	struct result r;

	record_init(&result_kind, &r);
	r.programme = programme;
	r.indicator = "Waktu tunggu";
	r.measure = "menit";
	r.baseline = baseline;
	r.target = target;
	return r;
}

START_TEST(the_direction_follows_from_baseline_and_target)
{
	int64_t p = programme("P1").id;
	struct result down = indicator(p, 9500, 4500), up = indicator(p, 4500, 9500);

	good(&result_kind, &down);
	good(&result_kind, &up);
	ck_assert_str_eq(down.direction, "down");
	ck_assert_str_eq(up.direction, "up");
}
END_TEST

START_TEST(a_target_on_the_wrong_side_is_refused)
{
	struct result r = indicator(programme("P1").id, 9500, 4500);

	r.direction = "up";
	bad(&result_kind, NULL, &r, "direction");
}
END_TEST

START_TEST(a_target_that_is_the_baseline_is_warned_of)
{
	struct result r = indicator(programme("P1").id, 4500, 4500);

	warned(&result_kind, NULL, &r, "target");
}
END_TEST

START_TEST(the_newest_measurement_counts)
{
	struct result r = indicator(programme("P1").id, 9500, 4500);
	struct measurement m;
	struct result_row *results;

	good(&result_kind, &r);
	record_init(&measurement_kind, &m);
	m.result = r.id;
	m.measured = date_of(2026, 4, 30);
	m.actual = 5800;
	m.evidence = "buku ukur";
	good(&measurement_kind, &m);
	m.id = 0;
	m.measured = date_of(2026, 3, 1);
	m.actual = 8000;
	good(&measurement_kind, &m);
	ck_assert(result_list(db, r.programme, &a, &results, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(results[0].measurements, 2);
	ck_assert_int_eq(results[0].last.actual, 5800);
	ck_assert_double_eq_tol(results[0].achievement.percent, 74, 1e-9);
}
END_TEST

START_TEST(a_measurement_without_a_day_is_of_today)
{
	struct result r = indicator(programme("P1").id, 9500, 4500);
	struct measurement m;

	good(&result_kind, &r);
	record_init(&measurement_kind, &m);
	m.result = r.id;
	m.actual = 5800;
	m.evidence = "buku ukur";
	good(&measurement_kind, &m);
	ck_assert_int_eq(date_compare(m.measured, date_of(2026, 5, 4)), 0);
}
END_TEST

static struct project project_of(int64_t programme, const char *title)
{
	struct project p;

	record_init(&project_kind, &p);
	p.group = group(programme).id;
	p.title = title;
	p.indicator = "Menit menunggu";
	p.baseline = 9500;
	p.target = 4500;
	p.actual = 5800;
	good(&project_kind, &p);
	return p;
}

START_TEST(indicators_of_projects_are_taken_over_once)
{
	struct programme p = programme("P1");
	struct project j = project_of(p.id, "Antrean"), now = j;
	struct result_row *results;

	ck_assert_msg(results_take_over(db, p.id, &count, &err), "%s", err.text);
	ck_assert_uint_eq(count, 1);
	ck_assert(results_take_over(db, p.id, &count, &err));
	ck_assert_uint_eq(count, 0);
	now.actual = 5000;
	save(&project_kind, &j, &now, "");
	ck_assert(results_take_over(db, p.id, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert(result_list(db, p.id, &a, &results, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(results[0].result.project, j.id);
	ck_assert_str_eq(results[0].result.direction, "down");
	ck_assert_int_eq(results[0].last.actual, 5000);
	ck_assert_int_eq(results[0].measurements, 1);
}
END_TEST

START_TEST(the_next_run_has_the_indicators_without_what_was_measured)
{
	struct programme p = programme("P1"), now = p;
	struct result r = indicator(p.id, 9500, 4500);
	struct result_row *results;
	int64_t next = 0;

	now.follow_up_months = 12;
	save(&programme_kind, &p, &now, "");
	good(&result_kind, &r);
	project_of(p.id, "Antrean");
	ck_assert(results_take_over(db, p.id, &count, &err));
	ck_assert_msg(next_run_make(db, p.id, "P2", &next, &err), "%s", err.text);
	ck_assert(result_list(db, next, &a, &results, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(results[0].result.indicator, "Waktu tunggu");
	ck_assert_int_eq(results[0].result.target, 4500);
	ck_assert_int_eq(results[0].result.baseline, NUMBER_NONE);
	ck_assert_int_eq(results[0].measurements, 0);
	ck_assert(record_load(db, &programme_kind, next, &now, &a, &err));
	ck_assert_int_eq(now.follow_up_months, 12);
}
END_TEST

/* ---- the service survey ---- */

START_TEST(an_index_that_differs_from_the_report_is_warned_of)
{
	struct skm_round r;

	record_init(&skm_round_kind, &r);
	r.programme = programme("P1").id;
	r.phase = "after";
	r.u1 = 350, r.u2 = 325, r.u3 = 275, r.u4 = 400, r.u5 = 325;
	r.u6 = 350, r.u7 = 375, r.u8 = 275, r.u9 = 325;
	r.published = 8250;
	warned(&skm_round_kind, NULL, &r, "published");
	r.id = 0;
	r.number = NUMBER_NONE;
	r.published = 8333;
	save(&skm_round_kind, NULL, &r, "published");
	ck_assert(!problem_of(&problems, "published"));
}
END_TEST

START_TEST(the_rounds_before_and_after_are_compared)
{
	const struct skm_row *before, *after;
	struct skm_row *rounds;
	struct skm_round r;

	record_init(&skm_round_kind, &r);
	r.programme = programme("P1").id;
	r.phase = "after";
	r.u1 = 350, r.u2 = 325, r.u3 = 275, r.u4 = 400, r.u5 = 325;
	r.u6 = 350, r.u7 = 375, r.u8 = 275, r.u9 = 325;
	good(&skm_round_kind, &r);
	r.id = 0;
	r.number = NUMBER_NONE;
	r.phase = "before";
	r.u3 = 100;
	good(&skm_round_kind, &r);
	ck_assert(skm_list(db, r.programme, &a, &rounds, &count, &err));
	skm_compare(rounds, count, &before, &after);
	ck_assert(before && after);
	ck_assert_int_eq(after->skm.nik, 8333);
	ck_assert_int_eq(after->skm.band, 'B');
	ck_assert_int_eq(before->skm.nik, 7847);
	ck_assert_uint_eq(before->skm.order[0], 2);
}
END_TEST

START_TEST(a_mean_outside_the_scale_is_refused)
{
	struct skm_round r;

	record_init(&skm_round_kind, &r);
	r.programme = programme("P1").id;
	r.phase = "after";
	r.u1 = r.u2 = r.u3 = r.u4 = r.u5 = r.u6 = r.u7 = r.u8 = 300;
	r.u9 = 401;
	bad(&skm_round_kind, NULL, &r, "u9");
}
END_TEST

/* ---- costs and benefits ---- */

static struct benefit line(const char *side, int64_t amount, int64_t share,
			   const char *assumption)
{
	struct benefit b;

	record_init(&benefit_kind, &b);
	b.side = side;
	b.text = "Baris";
	b.amount = amount;
	b.share = share;
	b.assumption = assumption;
	return b;
}

START_TEST(a_benefit_without_an_assumption_is_refused)
{
	struct benefit b = line("benefit", 1000000, 50, "");

	b.programme = programme("P1").id;
	bad(&benefit_kind, NULL, &b, "assumption");
	b.assumption = "20 jam kerja dihemat tiap bulan";
	good(&benefit_kind, &b);
}
END_TEST

START_TEST(a_benefit_without_a_share_is_refused)
{
	struct benefit b = line("benefit", 1000000, NUMBER_NONE, "20 jam");

	b.programme = programme("P1").id;
	bad(&benefit_kind, NULL, &b, "share");
}
END_TEST

START_TEST(what_has_no_price_has_no_amount)
{
	struct benefit b = line("intangible", 1000000, NUMBER_NONE, "");

	b.programme = programme("P1").id;
	bad(&benefit_kind, NULL, &b, "amount");
	b.amount = NUMBER_NONE;
	good(&benefit_kind, &b);
}
END_TEST

START_TEST(a_cost_needs_an_amount_and_has_no_share)
{
	struct benefit b = line("cost", NUMBER_NONE, NUMBER_NONE, "");

	b.programme = programme("P1").id;
	bad(&benefit_kind, NULL, &b, "amount");
	b.amount = 5;
	b.share = 50;
	bad(&benefit_kind, NULL, &b, "share");
}
END_TEST

START_TEST(roi_is_the_net_benefit_by_the_cost)
{
	const struct benefit lines[] = {
		line("cost", 45000000, NUMBER_NONE, ""),
		line("cost", 5000000, NUMBER_NONE, ""),
		line("benefit", 120000000, 50, "dihitung dari buku antrean"),
		line("benefit", 40000000, 75, "lembur yang hilang"),
		line("benefit", 900000000, 100, ""),
		line("intangible", NUMBER_NONE, NUMBER_NONE, ""),
	};
	struct benefit_sum sum = benefit_sum(lines, 6);

	ck_assert_double_eq_tol(sum.cost, 50e6, 1e-6);
	ck_assert_double_eq_tol(sum.benefit, 90e6, 1e-6);
	ck_assert_double_eq_tol(sum.bcr, 1.8, 1e-12);
	ck_assert_double_eq_tol(sum.roi, 80, 1e-9);
	ck_assert_uint_eq(sum.benefits, 2);
	ck_assert_uint_eq(sum.intangible, 1);
}
END_TEST

START_TEST(without_a_cost_roi_is_not_defined)
{
	const struct benefit b = line("benefit", 1000000, 100, "20 jam");
	struct benefit_sum sum = benefit_sum(&b, 1);

	ck_assert(isnan(sum.roi) && isnan(sum.bcr));
	ck_assert_double_eq_tol(sum.benefit, 1e6, 1e-9);
}
END_TEST

Suite *outcome_suite(void);

Suite *outcome_suite(void)
{
	Suite *s = suite_create("outcome");
	TCase *c = tcase_create("outcome");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_loop_test(c, achievement_is_a_share_of_the_way, 0,
			    sizeof achievements / sizeof *achievements);
	tcase_add_test(c, the_direction_follows_from_baseline_and_target);
	tcase_add_test(c, a_target_on_the_wrong_side_is_refused);
	tcase_add_test(c, a_target_that_is_the_baseline_is_warned_of);
	tcase_add_test(c, a_measurement_without_a_day_is_of_today);
	tcase_add_test(c, the_newest_measurement_counts);
	tcase_add_test(c, indicators_of_projects_are_taken_over_once);
	tcase_add_test(c, the_next_run_has_the_indicators_without_what_was_measured);
	tcase_add_test(c, an_index_that_differs_from_the_report_is_warned_of);
	tcase_add_test(c, the_rounds_before_and_after_are_compared);
	tcase_add_test(c, a_mean_outside_the_scale_is_refused);
	tcase_add_test(c, a_benefit_without_an_assumption_is_refused);
	tcase_add_test(c, a_benefit_without_a_share_is_refused);
	tcase_add_test(c, what_has_no_price_has_no_amount);
	tcase_add_test(c, a_cost_needs_an_amount_and_has_no_share);
	tcase_add_test(c, roi_is_the_net_benefit_by_the_cost);
	tcase_add_test(c, without_a_cost_roi_is_not_defined);
	suite_add_tcase(s, c);
	return s;
}
