#include "suggest.h"

#define near(x, y) ck_assert_double_eq_tol(x, y, 1e-9)

START_TEST(gaps_in_the_aims_are_added_up)
{
	int64_t who = analyst("Ani", 1);

	aim_at(&run, &other);
	rate(who, &other, 2, 5);
	near(first().gap, 3);		   /* 2 + 1 */
	near(first().priority, 2 * 2 + 5); /* each × its importance */
	ck_assert_int_eq(first().below, 2);
	ck_assert_int_eq(first().measured, 2);
	ck_assert_int_eq(first().answers, 2);
}
END_TEST

START_TEST(what_the_programme_is_not_for_does_not_count)
{
	int64_t who = analyst("Ani", 2);

	rate(who, &other, 1, 5);
	near(first().gap, 1);
}
END_TEST

START_TEST(a_survey_that_has_only_begun_hides_no_gap_of_the_one_before)
{
	struct suggestion_aim *aims;
	int64_t older = survey.id, ani = analyst("Ani", 1);
	int64_t budi = analyst("Budi", 1);
	size_t count;

	record_init(&survey_kind, &survey);
	survey.code = "AKPK27";
	survey.title = "AKPK 2027";
	survey.year = 2027;
	good(&survey_kind, &survey);
	rate(budi, &skill, 2, 2);
	ck_assert_str_eq(names(), "Ani Budi");
	near(first().gap, 2);
	ck_assert(suggestion_aims(db, run.id, ani, &a, &aims, &count, &err));
	ck_assert_int_eq(aims[0].survey, older);
	ck_assert(suggestion_aims(db, run.id, budi, &a, &aims, &count, &err));
	ck_assert_int_eq(aims[0].survey, survey.id);
	near(aims[0].gap, 1);
}
END_TEST

START_TEST(an_importance_that_nobody_stated_is_the_middle)
{
	rate(employed("Ani", "PNS", "Analis"), &skill, 2, NUMBER_NONE);
	near(first().priority, 3);
}
END_TEST

START_TEST(the_largest_gap_stands_first)
{
	analyst("Ani", 2);
	analyst("Budi", 1);
	ck_assert_str_eq(names(), "Budi Ani");
}
END_TEST

START_TEST(of_equal_gaps_the_fewest_hours_stand_first)
{
	earned(analyst("Ani", 1), 800);
	earned(analyst("Budi", 1), 799);
	ck_assert_str_eq(names(), "Budi Ani");
}
END_TEST

START_TEST(hours_are_weighed_by_what_the_employment_asks_for)
{
	int64_t contract = employed("Budi", "PPPK", "Analis");

	rate(contract, &skill, 1, 2);
	earned(analyst("Ani", 1), 500); /* 5 of 20 */
	earned(contract, 500);		/* 5 of 24 */
	ck_assert_str_eq(names(), "Budi Ani");
}
END_TEST

START_TEST(of_equal_hours_the_name_decides)
{
	analyst("Citra", 1);
	analyst("Ani", 1);
	analyst("Budi", 1);
	ck_assert_str_eq(names(), "Ani Budi Citra");
}
END_TEST

START_TEST(who_reaches_the_standard_is_not_suggested)
{
	analyst("Ani", 3);
	analyst("Budi", 5);
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(unknown_gaps_come_after_known_ones)
{
	int64_t unmeasured = employed("Ani", "PNS", "Kepala");

	rate(unmeasured, &skill, 1, 5);
	employed("Budi", "PNS", "Analis");
	earned(analyst("Citra", 2), 1900);
	ck_assert_str_eq(names(), "Citra Ani Budi");
}
END_TEST

START_TEST(it_is_said_why_a_gap_is_not_known)
{
	size_t count;
	struct suggestion *list;

	rate(employed("Ani", "PNS", "Kepala"), &skill, 1, 5);
	employed("Budi", "PNS", "Analis");
	list = suggested(run.id, 0, &count);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(suggestion_term(&list[0]), "no-standard");
	ck_assert_str_eq(suggestion_term(&list[1]), "no-answer");
}
END_TEST

START_TEST(without_a_gap_only_those_who_lack_hours_are_suggested)
{
	earned(employed("Ani", "PNS", "Analis"), 2000);
	employed("Budi", "NONASN", "Analis");
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(a_contract_over_the_ceiling_stands_last)
{
	int64_t contract = employed("Ani", "PPPK", "Analis");

	rate(contract, &skill, 1, 5);
	earned(contract, 801); /* with 16 JP more than 24 */
	analyst("Budi", 2);
	employed("Citra", "PNS", "Analis");
	ck_assert_str_eq(names(), "Budi Citra Ani");
}
END_TEST

START_TEST(a_contract_exactly_at_the_ceiling_is_not_over_it)
{
	int64_t contract = employed("Ani", "PPPK", "Analis");

	rate(contract, &skill, 1, 5);
	earned(contract, 800);
	ck_assert(!first().over);
}
END_TEST

START_TEST(the_ceiling_is_that_of_the_year_of_the_programme)
{
	int64_t contract = employed("Ani", "PPPK", "Analis");
	struct programme was = run, now = run;

	rate(contract, &skill, 1, 5);
	earned(contract, 2400);
	ck_assert(first().over);
	now.year = 2027;
	now.starts = date_of(2027, 2, 1);
	save(&programme_kind, &was, &now, "");
	ck_assert(!first().over);
}
END_TEST

START_TEST(what_fits_a_person_best_stands_first)
{
	int64_t who = analyst("Ani", 2);
	struct programme better = open_run("P2");
	struct suggestion *list;
	size_t count;

	analyst("Budi", 1);
	rate(who, &other, 1, 5);
	aim_at(&better, &other);
	list = suggested(0, who, &count);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].programme->code, "P2");
	ck_assert_str_eq(list[1].programme->code, "P1");
	ck_assert_str_eq(list[0].person->name, "Ani");
}
END_TEST

START_TEST(a_suggestion_opens_to_its_gaps)
{
	int64_t who = analyst("Ani", 1);
	struct suggestion_aim *aims;
	size_t count;

	aim_at(&run, &other);
	ck_assert(suggestion_aims(db, run.id, who, &a, &aims, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(aims[0].code, "PP");
	near(aims[0].gap, 2);
	near(aims[0].priority, first().priority);
	ck_assert_int_eq(aims[0].superior, 1);
	ck_assert(isnan(aims[1].actual));
	ck_assert_int_eq(aims[1].required, 3);
}
END_TEST

Suite *suggestion_suite(void);
Suite *suggestion_suite(void)
{
	Suite *s = suite_create("suggestion");
	TCase *c = tcase_create("suggestion");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, gaps_in_the_aims_are_added_up);
	tcase_add_test(c, what_the_programme_is_not_for_does_not_count);
	tcase_add_test(c, a_survey_that_has_only_begun_hides_no_gap_of_the_one_before);
	tcase_add_test(c, an_importance_that_nobody_stated_is_the_middle);
	tcase_add_test(c, the_largest_gap_stands_first);
	tcase_add_test(c, of_equal_gaps_the_fewest_hours_stand_first);
	tcase_add_test(c, hours_are_weighed_by_what_the_employment_asks_for);
	tcase_add_test(c, of_equal_hours_the_name_decides);
	tcase_add_test(c, who_reaches_the_standard_is_not_suggested);
	tcase_add_test(c, unknown_gaps_come_after_known_ones);
	tcase_add_test(c, it_is_said_why_a_gap_is_not_known);
	tcase_add_test(c, without_a_gap_only_those_who_lack_hours_are_suggested);
	tcase_add_test(c, a_contract_over_the_ceiling_stands_last);
	tcase_add_test(c, a_contract_exactly_at_the_ceiling_is_not_over_it);
	tcase_add_test(c, the_ceiling_is_that_of_the_year_of_the_programme);
	tcase_add_test(c, what_fits_a_person_best_stands_first);
	tcase_add_test(c, a_suggestion_opens_to_its_gaps);
	suite_add_tcase(s, c);
	return s;
}
