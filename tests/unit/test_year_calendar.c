#include "sessions.h"

#include "domain/year_calendar.h"
#include "domain/yearly_plan.h"

static struct year_calendar calendar;

static void load(int year)
{
	ck_assert_msg(year_calendar_load(db, year, &a, &calendar, &err), "%s", err.text);
}

static void add_session(int64_t programme, struct date day)
{
	struct session s = hold(programme, day, "", "");

	good(&session_kind, &s);
}

static struct plan_item plan(const char *title, int64_t quarter)
{
	struct plan_item i;

	record_init(&plan_item_kind, &i);
	i.year = 2026;
	i.title = title;
	i.quarter = quarter;
	i.basis = "akd";
	return i;
}

static uint64_t slots(int first, int last)
{
	uint64_t all = 0;

	for (int i = first; i <= last; i++)
		all |= (uint64_t)1 << i;
	return all;
}

START_TEST(a_month_has_four_slots)
{
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 1)), 0);
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 8)), 0);
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 9)), 1);
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 16)), 1);
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 17)), 2);
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 24)), 2);
	ck_assert_int_eq(calendar_slot(date_of(2026, 1, 25)), 3);
	ck_assert_int_eq(calendar_slot(date_of(2026, 2, 7)), 4);
	ck_assert_int_eq(calendar_slot(date_of(2026, 2, 8)), 5);
	ck_assert_int_eq(calendar_slot(date_of(2024, 2, 29)), 7);
	ck_assert_int_eq(calendar_slot(date_of(2026, 12, 31)), 47);
	ck_assert_int_eq(calendar_slot(date_of(2199, 12, 31)), 47);
}
END_TEST

START_TEST(a_whole_year_is_all_slots)
{
	ck_assert_uint_eq(calendar_slots(date_of(2026, 1, 1), date_of(2026, 12, 31)),
			  slots(0, 47));
	ck_assert_uint_eq(calendar_slots(date_of(2026, 3, 2), date_of(2026, 3, 13)),
			  slots(8, 9));
	ck_assert_uint_eq(calendar_slots(DATE_NONE, date_of(2026, 3, 13)), 0);
}
END_TEST

START_TEST(a_programme_is_a_bar_of_its_days)
{
	struct programme p = run("P1", date_of(2026, 3, 2), date_of(2026, 3, 13));

	add_session(p.id, date_of(2026, 3, 2));
	add_session(p.id, date_of(2026, 3, 5));
	load(2026);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_int_eq(calendar.rows[0].programme, p.id);
	ck_assert_str_eq(calendar.rows[0].code, "P1");
	ck_assert_int_eq(calendar.rows[0].days, 12);
	ck_assert_int_eq(calendar.rows[0].sessions, 2);
	ck_assert_int_eq(calendar.rows[0].clashes, 0);
	ck_assert_uint_eq(calendar.rows[0].bar, slots(8, 9));
}
END_TEST

START_TEST(rows_stand_in_order_of_their_begin)
{
	run("A", date_of(2026, 9, 1), date_of(2026, 9, 2));
	run("B", date_of(2026, 3, 1), date_of(2026, 3, 2));
	run("C", DATE_NONE, DATE_NONE);
	load(2026);
	ck_assert_uint_eq(calendar.count, 3);
	ck_assert_str_eq(calendar.rows[0].code, "B");
	ck_assert_str_eq(calendar.rows[1].code, "A");
	ck_assert_str_eq(calendar.rows[2].code, "C");
	ck_assert_uint_eq(calendar.rows[2].bar, 0);
	ck_assert_int_eq(calendar.rows[2].days, 0);
}
END_TEST

START_TEST(without_days_the_sessions_say_when_it_is)
{
	struct programme p = run("P1", DATE_NONE, DATE_NONE);

	add_session(p.id, date_of(2026, 6, 10));
	add_session(p.id, date_of(2026, 6, 3));
	add_session(p.id, DATE_NONE);
	load(2026);
	ck_assert_int_eq(calendar.rows[0].starts.day, date_of(2026, 6, 3).day);
	ck_assert_int_eq(calendar.rows[0].ends.day, date_of(2026, 6, 10).day);
	ck_assert_int_eq(calendar.rows[0].sessions, 3);
}
END_TEST

START_TEST(a_begin_without_an_end_lasts_to_the_last_session)
{
	struct programme p = run("P1", date_of(2026, 6, 1), DATE_NONE);

	add_session(p.id, date_of(2026, 6, 10));
	load(2026);
	ck_assert_int_eq(calendar.rows[0].days, 10);
}
END_TEST

START_TEST(a_begin_alone_is_a_day)
{
	run("P1", date_of(2026, 6, 1), DATE_NONE);
	load(2026);
	ck_assert_int_eq(calendar.rows[0].days, 1);
}
END_TEST

START_TEST(sessions_before_the_begin_do_not_turn_it_round)
{
	struct programme p = run("P1", date_of(2026, 6, 8), DATE_NONE);

	add_session(p.id, date_of(2026, 6, 1));
	load(2026);
	ck_assert_int_eq(calendar.rows[0].days, 1);
	ck_assert_int_eq(calendar.rows[0].starts.day, date_of(2026, 6, 8).day);
}
END_TEST

START_TEST(what_is_fixed_stands_before_what_is_planned_from_that_day)
{
	struct plan_item i = plan("Coaching", 2);

	good(&plan_item_kind, &i);
	run("P1", date_of(2026, 4, 1), date_of(2026, 12, 31));
	load(2026);
	ck_assert_uint_eq(calendar.count, 2);
	ck_assert_str_eq(calendar.rows[0].code, "P1");
	ck_assert_int_eq(calendar.rows[1].item, i.id);
}
END_TEST

START_TEST(over_the_turn_of_the_year_it_stands_in_both)
{
	run("P1", date_of(2026, 12, 28), date_of(2027, 1, 5));
	load(2026);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_int_eq(calendar.rows[0].days, 9);
	ck_assert_int_eq(calendar.rows[0].to.day, date_of(2026, 12, 31).day);
	ck_assert_uint_eq(calendar.rows[0].bar, slots(47, 47));
	load(2027);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_int_eq(calendar.rows[0].from.day, date_of(2027, 1, 1).day);
	ck_assert_int_eq(calendar.rows[0].starts.day, date_of(2026, 12, 28).day);
	ck_assert_uint_eq(calendar.rows[0].bar, slots(0, 0));
	load(2028);
	ck_assert_uint_eq(calendar.count, 0);
}
END_TEST

START_TEST(a_session_of_the_year_brings_its_programme)
{
	struct programme p = run("P1", date_of(2026, 11, 2), date_of(2026, 11, 3));

	add_session(p.id, date_of(2027, 1, 12));
	load(2027);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_uint_eq(calendar.rows[0].bar, 0);
}
END_TEST

START_TEST(a_cancelled_programme_is_left_out)
{
	struct programme p = run("P1", date_of(2026, 3, 2), date_of(2026, 3, 13)),
			 was = p;

	p.status = "cancelled";
	p.cancel_reason = "Dana";
	save(&programme_kind, &was, &p, "");
	load(2026);
	ck_assert_uint_eq(calendar.count, 0);
}
END_TEST

START_TEST(what_is_planned_is_a_bar_of_its_quarter)
{
	struct plan_item i = plan("Coaching", 2);

	good(&plan_item_kind, &i);
	load(2026);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_int_eq(calendar.rows[0].item, i.id);
	ck_assert_int_eq(calendar.rows[0].programme, 0);
	ck_assert(!calendar.rows[0].fixed);
	ck_assert_int_eq(calendar.rows[0].starts.day, date_of(2026, 4, 1).day);
	ck_assert_int_eq(calendar.rows[0].ends.day, date_of(2026, 6, 30).day);
	ck_assert_uint_eq(calendar.rows[0].bar, slots(12, 23));
}
END_TEST

START_TEST(days_of_an_item_say_more_than_its_quarter)
{
	struct plan_item i = plan("Coaching", 2);

	i.starts = date_of(2026, 5, 4);
	i.ends = date_of(2026, 5, 6);
	good(&plan_item_kind, &i);
	load(2026);
	ck_assert(calendar.rows[0].fixed);
	ck_assert_int_eq(calendar.rows[0].days, 3);
	ck_assert_uint_eq(calendar.rows[0].bar, slots(16, 16));
}
END_TEST

START_TEST(an_item_without_a_quarter_has_no_bar)
{
	struct plan_item i = plan("Coaching", NUMBER_NONE);

	good(&plan_item_kind, &i);
	load(2026);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_uint_eq(calendar.rows[0].bar, 0);
}
END_TEST

START_TEST(a_rejected_item_is_left_out)
{
	struct plan_item i = plan("Coaching", 1);

	i.status = "rejected";
	i.reason = "Dana";
	good(&plan_item_kind, &i);
	load(2026);
	ck_assert_uint_eq(calendar.count, 0);
}
END_TEST

START_TEST(an_item_that_became_a_programme_stands_once)
{
	struct plan_item i = plan("Coaching", 1);
	int64_t made = 0;

	i.status = "approved";
	good(&plan_item_kind, &i);
	ck_assert_msg(plan_to_programme(db, i.id, "", &made, &err), "%s", err.text);
	load(2026);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_int_eq(calendar.rows[0].programme, made);
}
END_TEST

Suite *year_calendar_suite(void)
{
	Suite *s = suite_create("year_calendar");
	TCase *t = tcase_create("year_calendar");

	tcase_add_checked_fixture(t, start, done);
	tcase_add_test(t, a_month_has_four_slots);
	tcase_add_test(t, a_whole_year_is_all_slots);
	tcase_add_test(t, a_programme_is_a_bar_of_its_days);
	tcase_add_test(t, rows_stand_in_order_of_their_begin);
	tcase_add_test(t, without_days_the_sessions_say_when_it_is);
	tcase_add_test(t, a_begin_without_an_end_lasts_to_the_last_session);
	tcase_add_test(t, a_begin_alone_is_a_day);
	tcase_add_test(t, sessions_before_the_begin_do_not_turn_it_round);
	tcase_add_test(t, what_is_fixed_stands_before_what_is_planned_from_that_day);
	tcase_add_test(t, over_the_turn_of_the_year_it_stands_in_both);
	tcase_add_test(t, a_session_of_the_year_brings_its_programme);
	tcase_add_test(t, a_cancelled_programme_is_left_out);
	tcase_add_test(t, what_is_planned_is_a_bar_of_its_quarter);
	tcase_add_test(t, days_of_an_item_say_more_than_its_quarter);
	tcase_add_test(t, an_item_without_a_quarter_has_no_bar);
	tcase_add_test(t, a_rejected_item_is_left_out);
	tcase_add_test(t, an_item_that_became_a_programme_stands_once);
	suite_add_tcase(s, t);
	return s;
}
