#include "run.h"

#include "domain/person_runs.h"

static struct ledger_row *ledger(int64_t who, size_t *count)
{
	struct ledger_row *rows;

	ck_assert_msg(ledger_list(db, who, &a, &rows, count, &err), "%s", err.text);
	return rows;
}

static int64_t completed(int64_t jp)
{
	int64_t who = participant("Dewi");
	struct programme now = run;

	now.jp = jp;
	now.method = "workshop";
	change(now);
	set_status(who, "completed");
	return who;
}

START_TEST(nothing_is_credited_before_the_programme_is_done)
{
	int64_t who = completed(2400);
	size_t count;

	ledger(who, &count);
	ck_assert_uint_eq(count, 0);
	step_to("done");
	ck_assert_int_eq(ledger(who, &count)[0].jp, 2400);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(ledger(who, &count)[0].form, "workshop");
}
END_TEST

START_TEST(hours_are_split_by_form_and_none_is_lost)
{
	int64_t who = completed(1000);
	struct ledger_row *rows;
	struct session s;
	size_t count;

	step_to("done");
	for (int i = 0; i < 3; i++) {
		record_init(&session_kind, &s);
		s.programme = run.id;
		s.topic = "Sesi";
		s.jp = 100;
		s.form = i == 0 ? "" : i == 1 ? "coaching" : "mentoring";
		good(&session_kind, &s);
	}
	rows = ledger(who, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(rows[0].jp + rows[1].jp + rows[2].jp, 1000);
	ck_assert_str_eq(rows[0].form, "coaching");
	ck_assert_str_eq(rows[2].form, "workshop");
	ck_assert_int_eq(rows[0].jp, 333);
}
END_TEST

START_TEST(hours_credited_by_hand_go_before_the_programme)
{
	int64_t who = completed(2400);
	struct enrolment was = enrolment_of(who), now = was;
	size_t count;

	step_to("done");
	now.jp = 600;
	save(&enrolment_kind, &was, &now, "");
	ck_assert_int_eq(ledger(who, &count)[0].jp, 600);
}
END_TEST

START_TEST(the_page_of_a_person_shows_what_is_credited)
{
	int64_t who = completed(2400);
	struct enrolment was = enrolment_of(who), now = was;
	struct person_run *runs;
	size_t count;

	step_to("done");
	now.jp = 600;
	save(&enrolment_kind, &was, &now, "");
	ck_assert(person_runs(db, who, &a, &runs, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(runs[0].jp, 600);
}
END_TEST

START_TEST(a_year_is_weighed_by_the_kind_of_employment)
{
	ck_assert_str_eq(ledger_words("PNS", &settings, 1600, &a),
			 "16 JP of the target of 20 JP a year; 4 JP are missing.");
	ck_assert_str_eq(ledger_words("PNS", &settings, 2000, &a),
			 "20 JP; the target of 20 JP a year is reached.");
	ck_assert_str_eq(ledger_words("PPPK", &settings, 2600, &a),
			 "26 JP; for a PPPK at most 24 JP a year count, 2 JP are above "
			 "that.");
}
END_TEST

Suite *ledger_suite(void)
{
	Suite *s = suite_create("ledger");
	TCase *c = tcase_create("ledger");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, nothing_is_credited_before_the_programme_is_done);
	tcase_add_test(c, hours_are_split_by_form_and_none_is_lost);
	tcase_add_test(c, hours_credited_by_hand_go_before_the_programme);
	tcase_add_test(c, the_page_of_a_person_shows_what_is_credited);
	tcase_add_test(c, a_year_is_weighed_by_the_kind_of_employment);
	suite_add_tcase(s, c);
	return s;
}
