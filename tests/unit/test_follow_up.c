#include "office.h"

#include "base/settings.h"
#include "domain/outcome.h"
#include "domain/overview.h"

static struct follow_up_row *rows;
static size_t count;

static struct programme with_status(struct programme *p, const char *status)
{
	struct programme now = *p;

	now.status = status;
	save(&programme_kind, p, &now, "");
	ck_assert_msg(problems.errors == 0, "%s",
		      problems.errors ? problem_first_error(&problems)->text : "");
	*p = now;
	return now;
}

/* Draft, planned, open, running, done. */
static struct programme done_programme(void)
{
	struct programme p = programme("P1");

	with_status(&p, "planned");
	with_status(&p, "open");
	with_status(&p, "running");
	return with_status(&p, "done");
}

static void list(int64_t programme)
{
	ck_assert_msg(follow_up_list(db, programme, date_of(2026, 5, 4), &a, &rows,
				     &count, &err),
		      "%s", err.text);
}

START_TEST(a_programme_that_is_done_gets_its_follow_ups)
{
	struct programme p = done_programme();

	list(p.id);
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(rows[0].follow_up.what, "behaviour-alumni");
	ck_assert_str_eq(rows[1].follow_up.what, "behaviour-superior");
	ck_assert_str_eq(rows[2].follow_up.what, "results");
	ck_assert(date_compare(rows[0].follow_up.due, date_of(2026, 6, 13)) == 0);
	ck_assert_int_eq(rows[0].state, FOLLOW_UP_WAITING);
	ck_assert_int_eq(rows[0].days, 40);
}
END_TEST

START_TEST(follow_ups_are_made_once)
{
	struct programme p = done_programme();
	size_t made = 9;

	ck_assert(follow_ups_propose(db, p.id, &made, &err));
	ck_assert_uint_eq(made, 0);
	with_status(&p, "evaluated");
	list(p.id);
	ck_assert_uint_eq(count, 3);
}
END_TEST

START_TEST(an_undo_takes_the_follow_ups_back_with_the_status)
{
	struct programme p = done_programme();
	const char *name;

	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	list(p.id);
	ck_assert_uint_eq(count, 0);
	ck_assert(record_load(db, &programme_kind, p.id, &p, &a, &err));
	ck_assert_str_eq(p.status, "running");
}
END_TEST

START_TEST(a_list_of_old_programmes_brings_no_follow_ups)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = "OLD";
	p.title = "Lama";
	p.status = "done";
	good(&programme_kind, &p);
	list(p.id);
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(the_settings_say_the_months_where_the_programme_does_not)
{
	struct settings settings;

	settings_default(&settings);
	ck_assert_int_eq(follow_up_months(db, NUMBER_NONE), 3);
	settings.follow_up_months = 6;
	db_use_settings(db, &settings);
	ck_assert_int_eq(follow_up_months(db, NUMBER_NONE), 6);
	ck_assert_int_eq(follow_up_months(db, 12), 12);
}
END_TEST

START_TEST(a_month_after_the_last_day_of_january_is_the_last_of_february)
{
	struct programme p = programme("P1"), now = p;

	now.starts = date_of(2026, 1, 5);
	now.ends = date_of(2026, 1, 31);
	now.follow_up_months = 1;
	save(&programme_kind, &p, &now, "");
	with_status(&now, "planned");
	with_status(&now, "open");
	with_status(&now, "running");
	with_status(&now, "done");
	list(p.id);
	ck_assert(date_compare(rows[0].follow_up.due, date_of(2026, 2, 28)) == 0);
}
END_TEST

START_TEST(what_nobody_moved_goes_along_with_the_end)
{
	struct programme p = done_programme(), now = p;
	struct follow_up moved;

	list(p.id);
	moved = rows[1].follow_up;
	moved.due = date_of(2026, 7, 1);
	save(&follow_up_kind, &rows[1].follow_up, &moved, "");
	now.follow_up_months = 6;
	save(&programme_kind, &p, &now, "");
	list(p.id);
	ck_assert(date_compare(rows[0].follow_up.due, date_of(2026, 7, 1)) == 0);
	ck_assert_str_eq(rows[0].follow_up.what, "behaviour-superior");
	ck_assert(date_compare(rows[1].follow_up.due, date_of(2026, 9, 13)) == 0);
}
END_TEST

START_TEST(a_survey_before_is_followed_by_one_after)
{
	struct programme p = programme("P1");
	struct skm_round r;

	record_init(&skm_round_kind, &r);
	r.programme = p.id;
	r.phase = "before";
	r.u1 = r.u2 = r.u3 = r.u4 = r.u5 = r.u6 = r.u7 = r.u8 = r.u9 = 300;
	good(&skm_round_kind, &r);
	ck_assert(follow_ups_propose(db, p.id, &count, &err));
	list(p.id);
	ck_assert_uint_eq(count, 4);
	ck_assert_str_eq(rows[3].follow_up.what, "skm-after");
}
END_TEST

static struct follow_up other(int64_t programme)
{
	struct follow_up f;

	record_init(&follow_up_kind, &f);
	f.programme = programme;
	f.what = "other";
	f.due = date_of(2026, 5, 1);
	return f;
}

START_TEST(a_waiver_needs_its_reason)
{
	struct follow_up f = other(programme("P1").id);

	f.waived = 1;
	bad(&follow_up_kind, NULL, &f, "reason");
	f.reason = "Unit dilebur";
	good(&follow_up_kind, &f);
}
END_TEST

START_TEST(what_is_done_is_not_waived)
{
	struct follow_up f = other(programme("P1").id);

	f.waived = 1;
	f.reason = "Unit dilebur";
	f.done = date_of(2026, 5, 2);
	bad(&follow_up_kind, NULL, &f, "waived");
}
END_TEST

START_TEST(a_follow_up_is_not_done_tomorrow)
{
	struct follow_up f = other(programme("P1").id);

	f.done = date_of(2026, 5, 5);
	bad(&follow_up_kind, NULL, &f, "done");
}
END_TEST

START_TEST(a_follow_up_is_on_the_overview_until_it_is_closed)
{
	struct follow_up f = other(programme("P1").id), now;
	struct overview o;

	good(&follow_up_kind, &f);
	ck_assert(overview_load(db, date_of(2026, 5, 4), &a, &o, &err));
	ck_assert_uint_eq(o.due_count, 1);
	ck_assert_str_eq(o.due[0].what, "Follow-up: Other follow-up");
	ck_assert(o.due[0].late);
	now = f;
	now.waived = 1;
	now.reason = "Unit dilebur";
	save(&follow_up_kind, &f, &now, "");
	ck_assert(overview_load(db, date_of(2026, 5, 4), &a, &o, &err));
	ck_assert_uint_eq(o.due_count, 0);
}
END_TEST

START_TEST(the_sheets_of_alumni_and_of_superiors_are_counted_apart)
{
	struct programme p = programme("P1");
	struct questionnaire q;
	struct sheet s;

	record_init(&questionnaire_kind, &q);
	q.code = "PERILAKU";
	q.level = "behaviour";
	good(&questionnaire_kind, &q);
	ck_assert(follow_ups_propose(db, p.id, &count, &err));
	record_init(&sheet_kind, &s);
	s.programme = p.id;
	s.questionnaire = q.id;
	for (int i = 0; i < 3; i++) {
		s.id = 0;
		s.number = i + 1;
		s.role = i < 2 ? "alumnus" : "superior";
		s.phase = "after";
		good(&sheet_kind, &s);
	}
	list(p.id);
	ck_assert_str_eq(rows[0].questionnaire, "PERILAKU");
	ck_assert_int_eq(rows[0].keyed, 2);
	ck_assert_int_eq(rows[1].keyed, 1);
}
END_TEST

Suite *follow_up_suite(void);

Suite *follow_up_suite(void)
{
	Suite *s = suite_create("follow_up");
	TCase *c = tcase_create("follow-up");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_programme_that_is_done_gets_its_follow_ups);
	tcase_add_test(c, follow_ups_are_made_once);
	tcase_add_test(c, an_undo_takes_the_follow_ups_back_with_the_status);
	tcase_add_test(c, a_list_of_old_programmes_brings_no_follow_ups);
	tcase_add_test(c, the_settings_say_the_months_where_the_programme_does_not);
	tcase_add_test(c, a_month_after_the_last_day_of_january_is_the_last_of_february);
	tcase_add_test(c, what_nobody_moved_goes_along_with_the_end);
	tcase_add_test(c, a_survey_before_is_followed_by_one_after);
	tcase_add_test(c, a_waiver_needs_its_reason);
	tcase_add_test(c, what_is_done_is_not_waived);
	tcase_add_test(c, a_follow_up_is_not_done_tomorrow);
	tcase_add_test(c, a_follow_up_is_on_the_overview_until_it_is_closed);
	tcase_add_test(c, the_sheets_of_alumni_and_of_superiors_are_counted_apart);
	suite_add_tcase(s, c);
	return s;
}
