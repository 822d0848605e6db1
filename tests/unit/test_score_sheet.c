#include "office.h"

#include "domain/evaluation.h"
#include "domain/score_sheet.h"

/* Two people and a programme whose tests have 50 points. */
static struct programme in;
static struct score_sheet sheet;

static void load(void)
{
	ck_assert_msg(score_sheet_load(db, in.id, ROLL_BY_NAME, &a, &sheet, &err), "%s",
		      err.text);
}

static void begin(void)
{
	struct programme now;

	start();
	in = programme("P1");
	now = in;
	now.test_most = 5000;
	save(&programme_kind, &in, &now, "");
	in = now;
	enrol(in.id, person("198001012005011001", "Andi").id);
	enrol(in.id, person("197901012005011002", "Budi").id);
	load();
}

static bool set(size_t row, size_t test, int64_t value)
{
	const struct score_entry entry = { row, test, value };

	return score_sheet_set(db, &sheet, &entry, 1, NULL, &err);
}

START_TEST(a_score_is_stored_and_is_there_again)
{
	begin();
	ck_assert_msg(set(1, SCORE_POST, 4750), "%s", err.text);
	load();
	ck_assert_int_eq(score_sheet_value(&sheet, 1, SCORE_POST), 4750);
	ck_assert_int_eq(score_sheet_value(&sheet, 1, SCORE_PRE), NUMBER_NONE);
	done();
}
END_TEST

START_TEST(a_score_above_the_maximum_of_the_programme_is_refused)
{
	begin();
	ck_assert(!set(0, SCORE_PRE, 5001));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(strstr(err.text, "50") != NULL);
	load();
	ck_assert_int_eq(score_sheet_value(&sheet, 0, SCORE_PRE), NUMBER_NONE);
	done();
}
END_TEST

START_TEST(tests_may_have_a_thousand_points)
{
	struct programme now;

	begin();
	now = in;
	now.test_most = 100000;
	save(&programme_kind, &in, &now, "");
	load();
	ck_assert_msg(set(0, SCORE_PRE, 100000), "%s", err.text);
	done();
}
END_TEST

START_TEST(a_maximum_below_a_score_is_refused)
{
	struct programme now;

	begin();
	ck_assert(set(0, SCORE_PRE, 4500));
	now = in;
	now.test_most = 4400;
	bad(&programme_kind, &in, &now, "test_most");
	done();
}
END_TEST

START_TEST(a_person_without_any_score_has_no_record)
{
	size_t count = 9;

	begin();
	ck_assert(set(0, SCORE_PRE, 100));
	ck_assert(set(0, SCORE_PRE, NUMBER_NONE));
	ck_assert(select_count(db, &(struct select){ .kind = &score_kind }, 10, &count,
			       &err));
	ck_assert_uint_eq(count, 0);
	done();
}
END_TEST

START_TEST(several_scores_are_stored_or_none)
{
	const struct score_entry entries[] = { { 0, SCORE_PRE, 100 },
					       { 1, SCORE_PRE, 6000 } };

	begin();
	ck_assert(!score_sheet_set(db, &sheet, entries, 2, "Tempel", &err));
	ck_assert_int_eq(score_sheet_value(&sheet, 0, SCORE_PRE), NUMBER_NONE);
	load();
	ck_assert_int_eq(score_sheet_value(&sheet, 0, SCORE_PRE), NUMBER_NONE);
	done();
}
END_TEST

START_TEST(the_summary_counts_what_is_missing)
{
	struct score_totals s;

	begin();
	ck_assert(set(0, SCORE_PRE, 1000));
	ck_assert(set(1, SCORE_PRE, 2000));
	ck_assert(set(1, SCORE_POST, 4000));
	s = score_sheet_totals(&sheet);
	ck_assert_uint_eq(s.n[SCORE_PRE], 2);
	ck_assert_double_eq_tol(s.mean[SCORE_PRE], 15, 1e-12);
	ck_assert_uint_eq(s.both, 1);
	ck_assert_uint_eq(s.missing, 1);
	done();
}
END_TEST

START_TEST(the_gain_is_taken_of_the_programmes_maximum)
{
	struct evaluation e;

	begin();
	for (size_t row = 0; row < 2; row++) {
		ck_assert(set(row, SCORE_PRE, 2000));
		ck_assert(set(row, SCORE_POST, 3500));
	}
	ck_assert(evaluation_of(db, in.id, 5, &a, &e, &err));
	ck_assert_double_eq_tol(e.tests.gain, (35 - 20) / (50.0 - 20), 1e-12);
	done();
}
END_TEST

static bool paste(size_t row, size_t test, const char *text, size_t *count)
{
	struct score_entry *entries;

	*count = 99;
	return score_sheet_paste(&sheet, (struct score_place){ row, test }, text, &a,
				 &entries, count, &err);
}

START_TEST(a_paste_fills_down_and_to_the_right)
{
	struct score_entry *entries;
	size_t count;

	begin();
	ck_assert(score_sheet_paste(&sheet, (struct score_place){ 0, SCORE_PRE },
				    "10\t20,5\n-\t30\n", &a, &entries, &count, &err));
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(entries[1].value, 2050);
	ck_assert_uint_eq(entries[2].row, 1);
	ck_assert_uint_eq(entries[2].test, SCORE_POST);
	done();
}
END_TEST

START_TEST(a_paste_names_the_line_that_is_wrong)
{
	size_t count;

	begin();
	ck_assert(!paste(0, SCORE_PRE, "10\nabc\n", &count));
	ck_assert(strstr(err.text, "Line 2") != NULL);
	ck_assert(!paste(0, SCORE_PRE, "51\n", &count));
	ck_assert(strstr(err.text, "Line 1") != NULL);
	ck_assert(!paste(1, SCORE_PRE, "1\n2\n", &count));
	ck_assert(strstr(err.text, "no person left") != NULL);
	ck_assert(!paste(0, SCORE_POST, "1\t2\n", &count));
	ck_assert(strstr(err.text, "no test left") != NULL);
	ck_assert_uint_eq(count, 99);
	done();
}
END_TEST

START_TEST(no_score_is_negative_or_a_word)
{
	int64_t value = 7;

	start();
	ck_assert(!score_read("-1", 10000, &value, &err));
	ck_assert(!score_read("x", 10000, &value, &err));
	ck_assert(!score_read("1,234", 10000, &value, &err));
	ck_assert_int_eq(value, 7);
	ck_assert(score_read("7.25", 10000, &value, &err));
	ck_assert_int_eq(value, 725);
	done();
}
END_TEST

Suite *score_sheet_suite(void);

Suite *score_sheet_suite(void)
{
	Suite *s = suite_create("score_sheet");
	TCase *t = tcase_create("score_sheet");

	tcase_add_test(t, a_score_is_stored_and_is_there_again);
	tcase_add_test(t, a_score_above_the_maximum_of_the_programme_is_refused);
	tcase_add_test(t, tests_may_have_a_thousand_points);
	tcase_add_test(t, a_maximum_below_a_score_is_refused);
	tcase_add_test(t, a_person_without_any_score_has_no_record);
	tcase_add_test(t, several_scores_are_stored_or_none);
	tcase_add_test(t, the_summary_counts_what_is_missing);
	tcase_add_test(t, the_gain_is_taken_of_the_programmes_maximum);
	tcase_add_test(t, a_paste_fills_down_and_to_the_right);
	tcase_add_test(t, a_paste_names_the_line_that_is_wrong);
	tcase_add_test(t, no_score_is_negative_or_a_word);
	suite_add_tcase(s, t);
	return s;
}
