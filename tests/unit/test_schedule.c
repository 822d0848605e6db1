#include "sessions.h"

#include "domain/clash.h"
#include "domain/lesson_time.h"
#include "domain/schedule.h"

static struct date monday(void)
{
	return date_of(2026, 3, 2);
}

START_TEST(times_give_the_lesson_hours)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "09:00");

	good(&session_kind, &s);
	ck_assert_int_eq(s.jp, 133);
}
END_TEST

START_TEST(lesson_hours_give_the_end)
{
	struct session s = hold(programme("P1").id, monday(), "09:15", "");

	good(&session_kind, &s);
	ck_assert_str_eq(s.ends, "10:45");
}
END_TEST

START_TEST(a_change_gets_its_end_too)
{
	struct session s = hold(programme("P1").id, monday(), "", ""), now;

	good(&session_kind, &s);
	now = s;
	now.starts = "09:15";
	save(&session_kind, &s, &now, "");
	ck_assert_str_eq(now.ends, "10:45");
}
END_TEST

START_TEST(an_end_beyond_midnight_stays_open)
{
	struct session s = hold(programme("P1").id, monday(), "23:00", "");

	good(&session_kind, &s);
	ck_assert_str_eq(s.ends, "");
}
END_TEST

START_TEST(rounded_lesson_hours_agree_with_the_times)
{
	ck_assert(lesson_agrees(60, 133));
	ck_assert(!lesson_agrees(60, 130));
	ck_assert_int_eq(lesson_minutes(133), 60);
	ck_assert_int_eq(lesson_jp(90), 200);
}
END_TEST

START_TEST(lesson_hours_that_differ_from_the_times_are_told)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:15");

	s.jp = 200;
	warned(&session_kind, NULL, &s, "jp");
	ck_assert(strstr(problem_of(&problems, "jp")->text, "135"));
	ck_assert(strstr(problem_of(&problems, "jp")->text, "3 JP"));
	ck_assert_int_eq(s.jp, 200);
}
END_TEST

START_TEST(no_lesson_hours_and_no_times_are_refused)
{
	struct session s = hold(programme("P1").id, monday(), "", "");

	s.jp = NUMBER_NONE;
	bad(&session_kind, NULL, &s, "jp");
}
END_TEST

static int64_t trainer(const char *name)
{
	struct trainer t;

	record_init(&trainer_kind, &t);
	t.name = name;
	good(&trainer_kind, &t);
	return t.id;
}

static size_t clashes(int64_t in)
{
	struct clash *all;
	size_t count = 0;

	ck_assert_msg(clash_list(db, in, &a, &all, &count, &err), "%s", err.text);
	return count;
}

START_TEST(one_trainer_in_two_sessions_at_once_is_told)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:00");
	struct session t = hold(programme("P2").id, monday(), "09:59", "11:00");

	s.trainer = t.trainer = trainer("Andi");
	good(&session_kind, &s);
	warned(&session_kind, NULL, &t, "trainer");
	ck_assert(strstr(problem_of(&problems, "trainer")->text, "P1"));
	ck_assert(strstr(problem_of(&problems, "trainer")->text, "08:00"));
	ck_assert_uint_eq(clashes(0), 1);
	ck_assert_uint_eq(clashes(s.programme), 1);
	ck_assert_uint_eq(clashes(t.programme), 1);
}
END_TEST

START_TEST(a_session_that_begins_at_the_end_of_another_is_no_clash)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:00");
	struct session t = hold(programme("P2").id, monday(), "10:00", "11:00");

	s.trainer = t.trainer = trainer("Andi");
	good(&session_kind, &s);
	good(&session_kind, &t);
	ck_assert_uint_eq(clashes(0), 0);
}
END_TEST

START_TEST(a_room_is_the_same_however_it_is_written)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:00");
	struct session t = hold(programme("P2").id, monday(), "09:00", "10:00");

	s.room = "Aula BKPSDM, Lt. 2";
	t.room = "aula bkpsdm lt 2";
	good(&session_kind, &s);
	warned(&session_kind, NULL, &t, "room");
}
END_TEST

START_TEST(rooms_of_one_name_in_two_places_do_not_clash)
{
	struct programme p = programme("P1"), q = programme("P2"), was;
	struct session s = hold(p.id, monday(), "08:00", "10:00");
	struct session t = hold(q.id, monday(), "09:00", "10:00");

	was = p;
	p.place = "Medan";
	save(&programme_kind, &was, &p, "");
	was = q;
	q.place = "Binjai";
	save(&programme_kind, &was, &q, "");
	s.room = t.room = "Aula";
	good(&session_kind, &s);
	good(&session_kind, &t);
	ck_assert_uint_eq(clashes(0), 0);
}
END_TEST

START_TEST(without_times_only_the_day_can_be_told)
{
	struct session s = hold(programme("P1").id, monday(), "", "");
	struct session t = hold(programme("P2").id, monday(), "09:00", "10:00");
	struct clash *all;
	size_t count;

	s.trainer = t.trainer = trainer("Andi");
	good(&session_kind, &s);
	warned(&session_kind, NULL, &t, "trainer");
	ck_assert(clash_list(db, 0, &a, &all, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert(!all[0].certain);
}
END_TEST

START_TEST(who_is_in_two_programmes_at_once_is_told)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:00");
	struct session t = hold(programme("P2").id, monday(), "09:00", "11:00");
	int64_t who = person("198809212018011015", "Dewi").id;
	int64_t gone = person("198809212018011016", "Eko").id;
	struct enrolment left, was;
	struct clash *all;
	size_t count;

	enrol(s.programme, who);
	enrol(t.programme, who);
	enrol(s.programme, gone);
	was = left = enrol(t.programme, gone);
	left.status = "withdrawn";
	save(&enrolment_kind, &was, &left, "");
	good(&session_kind, &s);
	warned(&session_kind, NULL, &t, "date");
	ck_assert(clash_list(db, 0, &a, &all, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(all[0].what, CLASH_PARTICIPANTS);
	ck_assert_int_eq(all[0].people, 1);
	ck_assert_str_eq(all[0].who, "Dewi");
}
END_TEST

START_TEST(who_is_enrolled_twice_at_once_is_told)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:00");
	struct session t = hold(programme("P2").id, monday(), "09:00", "11:00");
	struct session u = hold(programme("P3").id, monday(), "10:00", "11:00");
	int64_t who = person("198809212018011015", "Dewi").id;

	good(&session_kind, &s);
	good(&session_kind, &t);
	good(&session_kind, &u);
	enrol(s.programme, who);
	enrol(u.programme, who);
	ck_assert_uint_eq(problems.warnings, 0);
	enrol(t.programme, who);
	ck_assert(problem_of(&problems, "person"));
	ck_assert(strstr(problem_of(&problems, "person")->text, "P1 session 1"));
}
END_TEST

START_TEST(a_cancelled_programme_clashes_with_nothing)
{
	struct programme p = programme("P1"), was = p;
	struct session s = hold(p.id, monday(), "08:00", "10:00");
	struct session t = hold(programme("P2").id, monday(), "09:00", "11:00");

	s.trainer = t.trainer = trainer("Andi");
	good(&session_kind, &s);
	p.status = "cancelled";
	p.cancel_reason = "Dana";
	save(&programme_kind, &was, &p, "");
	good(&session_kind, &t);
	ck_assert_uint_eq(clashes(0), 0);
}
END_TEST

START_TEST(a_session_does_not_clash_with_itself)
{
	struct session s = hold(programme("P1").id, monday(), "08:00", "10:00"), now;

	s.trainer = trainer("Andi");
	s.room = "Aula";
	good(&session_kind, &s);
	now = s;
	now.topic = "Lain";
	save(&session_kind, &s, &now, "");
	ck_assert_uint_eq(problems.warnings, 0);
}
END_TEST

START_TEST(weekdays_are_read_in_both_languages_and_as_numbers)
{
	unsigned days;

	ck_assert(weekdays_parse("sel kam", &days) && days == 0x0a);
	ck_assert(weekdays_parse(" Tue, thu", &days) && days == 0x0a);
	ck_assert(weekdays_parse("2 4", &days) && days == 0x0a);
	ck_assert(weekdays_parse("senin-jumat", &days) && days == 0x1f);
	ck_assert(weekdays_parse("sen - jum", &days) && days == 0x1f);
	ck_assert(weekdays_parse("sab-sen", &days) && days == 0x61);
	ck_assert(!weekdays_parse("-", &days));
	ck_assert(!weekdays_parse("sen-", &days));
	ck_assert(!weekdays_parse("", &days));
	ck_assert(!weekdays_parse("sel xyz", &days));
	ck_assert(!weekdays_parse("8", &days));
}
END_TEST

START_TEST(a_series_ends_with_its_last_day)
{
	struct series series = { 0x0a, monday(), date_of(2026, 3, 12), SERIES_MOST };
	struct date days[SERIES_MOST];

	ck_assert_uint_eq(series_dates(&series, days), 4);
	ck_assert_int_eq(days[0].day, date_of(2026, 3, 3).day);
	ck_assert_int_eq(days[3].day, date_of(2026, 3, 12).day);
	series.most = 2;
	ck_assert_uint_eq(series_dates(&series, days), 2);
	series.until = DATE_NONE;
	series.most = 1000;
	ck_assert_uint_eq(series_dates(&series, days), SERIES_MOST);
}
END_TEST

static struct session *sessions_of(int64_t programme, size_t *count)
{
	struct select select = { .kind = &session_kind,
				 .parent = "programme",
				 .parent_id = programme };
	struct rows rows;

	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 100, &a, &rows, &err));
	*count = rows.count;
	return rows.rows;
}

START_TEST(a_series_is_one_action_with_numbers_that_go_on)
{
	struct session like = hold(programme("P1").id, monday(), "08:00", "10:15"), *all;
	struct date days[] = { date_of(2026, 3, 3), date_of(2026, 3, 5) };
	const char *name;
	size_t count;
	struct problems told = { .arena = &a };

	good(&session_kind, &like);
	like.topic = "Sesi";
	ck_assert_msg(series_make(db, &like, days, 2, &told, &err), "%s", err.text);
	ck_assert_uint_eq(told.warnings, 0);
	all = sessions_of(like.programme, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(all[2].topic, "Sesi 3");
	ck_assert_str_eq(all[2].starts, "08:00");
	ck_assert_int_eq(all[2].jp, 300);
	ck_assert_int_eq(all[2].date.day, days[1].day);
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	sessions_of(like.programme, &count);
	ck_assert_uint_eq(count, 1);
}
END_TEST

START_TEST(a_series_with_a_wrong_session_writes_nothing)
{
	struct session like = hold(programme("P1").id, monday(), "08:00", "07:00");
	struct date days[] = { date_of(2026, 3, 3) };
	size_t count;
	struct problems told = { .arena = &a };

	like.jp = 100;
	ck_assert(!series_make(db, &like, days, 1, &told, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	sessions_of(like.programme, &count);
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(working_days_leave_weekends_out)
{
	struct shift shift = { .days = 1, .workdays = true };
	struct date friday = date_of(2026, 3, 6), next = date_of(2026, 3, 9);

	ck_assert_int_eq(shift_day(&shift, friday).day, next.day);
	shift.days = -1;
	ck_assert_int_eq(shift_day(&shift, next).day, friday.day);
	ck_assert_int_eq(shift_days(friday, next, true), 1);
	ck_assert_int_eq(shift_days(friday, next, false), 3);
	ck_assert_int_eq(shift_days(next, friday, true), -1);
	shift.days = 0;
	ck_assert_int_eq(shift_day(&shift, date_of(2026, 3, 7)).day, next.day);
}
END_TEST

START_TEST(a_schedule_moves_from_one_session_on)
{
	int64_t in = programme("P1").id;
	struct session s = hold(in, monday(), "", ""), t, u, *all;
	struct shift shift = { .days = 7 };
	size_t moved, count;
	struct problems told = { .arena = &a };

	good(&session_kind, &s);
	t = hold(in, date_of(2026, 3, 5), "", "");
	good(&session_kind, &t);
	u = hold(in, DATE_NONE, "", "");
	good(&session_kind, &u);
	shift.session = t.id;
	ck_assert_msg(schedule_shift(db, &shift, &moved, &told, &err), "%s", err.text);
	ck_assert_uint_eq(moved, 1);
	all = sessions_of(in, &count);
	ck_assert_int_eq(all[0].date.day, monday().day);
	ck_assert_int_eq(all[1].date.day, date_of(2026, 3, 12).day);
	ck_assert(!date_is_set(all[2].date));
	shift.session = u.id;
	ck_assert(!schedule_shift(db, &shift, &moved, &told, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
}
END_TEST

START_TEST(moved_sessions_do_not_meet_each_other)
{
	int64_t in = programme("P1").id;
	struct session s = hold(in, monday(), "08:00", "10:00"), t;
	struct shift shift = { .days = 1 };
	size_t moved;
	struct problems told = { .arena = &a };

	s.room = "Aula";
	good(&session_kind, &s);
	t = s;
	t.id = 0;
	t.number = NUMBER_NONE;
	t.date = date_of(2026, 3, 3);
	good(&session_kind, &t);
	shift.session = s.id;
	ck_assert(schedule_shift(db, &shift, &moved, &told, &err));
	ck_assert_uint_eq(moved, 2);
	ck_assert_uint_eq(told.warnings, 0);
}
END_TEST

START_TEST(the_plan_keeps_the_hours_in_both_directions)
{
	struct programme p = programme("P1"), next;
	struct session s = hold(p.id, monday(), "08:00", "10:15"), *all;
	int64_t id = 0;
	const struct design_edit edit = { .programme = p.id, .reason = "" };
	size_t count;

	s.room = "Aula";
	s.form = "coaching";
	s.trainer = trainer("Andi");
	good(&session_kind, &s);
	ck_assert(plan_from_sessions(db, &edit, &count, &err));
	ck_assert_msg(next_run_make(db, p.id, "P2", &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &next, &a, &err));
	all = sessions_of(id, &count);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(all[0].starts, "08:00");
	ck_assert_str_eq(all[0].ends, "10:15");
	ck_assert_str_eq(all[0].form, "coaching");
	ck_assert_str_eq(all[0].room, "Aula");
	ck_assert_int_eq(all[0].trainer, 0);
}
END_TEST

START_TEST(the_next_run_without_a_plan_has_the_hours_and_no_trainer)
{
	struct programme p = programme("P1"), was = p, next;
	struct session s = hold(p.id, monday(), "08:00", "10:15"), *all;
	int64_t id = 0;
	size_t count;

	p.least_post = 6000;
	p.project_verdict = 1;
	save(&programme_kind, &was, &p, "");
	s.trainer = trainer("Andi");
	good(&session_kind, &s);
	ck_assert_msg(next_run_make(db, p.id, "P2", &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &next, &a, &err));
	ck_assert_int_eq(next.least_post, 6000);
	ck_assert_int_eq(next.project_verdict, 1);
	all = sessions_of(id, &count);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(all[0].starts, "08:00");
	ck_assert_int_eq(all[0].trainer, 0);
	ck_assert(!date_is_set(all[0].date));
}
END_TEST

Suite *schedule_suite(void)
{
	Suite *s = suite_create("schedule");
	TCase *c = tcase_create("schedule");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, times_give_the_lesson_hours);
	tcase_add_test(c, lesson_hours_give_the_end);
	tcase_add_test(c, a_change_gets_its_end_too);
	tcase_add_test(c, an_end_beyond_midnight_stays_open);
	tcase_add_test(c, rounded_lesson_hours_agree_with_the_times);
	tcase_add_test(c, lesson_hours_that_differ_from_the_times_are_told);
	tcase_add_test(c, no_lesson_hours_and_no_times_are_refused);
	tcase_add_test(c, one_trainer_in_two_sessions_at_once_is_told);
	tcase_add_test(c, a_session_that_begins_at_the_end_of_another_is_no_clash);
	tcase_add_test(c, a_room_is_the_same_however_it_is_written);
	tcase_add_test(c, rooms_of_one_name_in_two_places_do_not_clash);
	tcase_add_test(c, without_times_only_the_day_can_be_told);
	tcase_add_test(c, who_is_in_two_programmes_at_once_is_told);
	tcase_add_test(c, who_is_enrolled_twice_at_once_is_told);
	tcase_add_test(c, a_cancelled_programme_clashes_with_nothing);
	tcase_add_test(c, a_session_does_not_clash_with_itself);
	tcase_add_test(c, weekdays_are_read_in_both_languages_and_as_numbers);
	tcase_add_test(c, a_series_ends_with_its_last_day);
	tcase_add_test(c, a_series_is_one_action_with_numbers_that_go_on);
	tcase_add_test(c, a_series_with_a_wrong_session_writes_nothing);
	tcase_add_test(c, working_days_leave_weekends_out);
	tcase_add_test(c, a_schedule_moves_from_one_session_on);
	tcase_add_test(c, moved_sessions_do_not_meet_each_other);
	tcase_add_test(c, the_plan_keeps_the_hours_in_both_directions);
	tcase_add_test(c, the_next_run_without_a_plan_has_the_hours_and_no_trainer);
	suite_add_tcase(s, c);
	return s;
}
