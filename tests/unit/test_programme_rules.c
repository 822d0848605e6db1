#include "office.h"

static struct session session(int64_t in)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = in;
	s.topic = "Pembukaan";
	s.jp = 200;
	return s;
}

START_TEST(a_session_may_not_end_before_it_starts)
{
	struct session s = session(programme("P1").id);

	s.starts = "09:15";
	s.ends = "09:15";
	bad(&session_kind, NULL, &s, "ends");
	s.ends = "10:45";
	good(&session_kind, &s);
}
END_TEST

START_TEST(a_session_outside_the_dates_of_the_programme_is_warned_of)
{
	struct session s = session(programme("P1").id);

	s.date = date_of(2026, 3, 1);
	warned(&session_kind, NULL, &s, "date");
	s = session(s.programme);
	s.date = date_of(2026, 3, 14);
	warned(&session_kind, NULL, &s, "date");
	s = session(s.programme);
	s.date = date_of(2026, 3, 13);
	ck_assert_ptr_null(save(&session_kind, NULL, &s, "date"));
}
END_TEST

START_TEST(sessions_are_numbered_one_after_the_other)
{
	struct session one = session(programme("P1").id), two = one;

	good(&session_kind, &one);
	good(&session_kind, &two);
	ck_assert_int_eq(one.number, 1);
	ck_assert_int_eq(two.number, 2);
}
END_TEST

START_TEST(a_programme_that_starts_in_another_year_is_warned_of)
{
	struct programme old = programme("P1"), now = old;

	now.year = 2025;
	warned(&programme_kind, &old, &now, "year");
}
END_TEST

START_TEST(an_old_programme_may_be_cancelled_without_a_reason)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = "P0";
	p.title = "Lama";
	p.status = "cancelled";
	warned(&programme_kind, NULL, &p, "cancel_reason");
	ck_assert_int_ne(p.id, 0);
}
END_TEST

START_TEST(a_group_may_have_several_projects)
{
	struct project one, two;

	record_init(&project_kind, &one);
	one.group = group(programme("P1").id).id;
	one.title = "Antrean digital";
	two = one;
	good(&project_kind, &one);
	bad(&project_kind, NULL, &two, "title");
	two.title = "Loket ramah";
	good(&project_kind, &two);
}
END_TEST

Suite *programme_rules_suite(void);

Suite *programme_rules_suite(void)
{
	Suite *s = suite_create("programme_rules");
	TCase *c = tcase_create("programme_rules");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_session_may_not_end_before_it_starts);
	tcase_add_test(c, a_session_outside_the_dates_of_the_programme_is_warned_of);
	tcase_add_test(c, sessions_are_numbered_one_after_the_other);
	tcase_add_test(c, a_programme_that_starts_in_another_year_is_warned_of);
	tcase_add_test(c, an_old_programme_may_be_cancelled_without_a_reason);
	tcase_add_test(c, a_group_may_have_several_projects);
	suite_add_tcase(s, c);
	return s;
}
