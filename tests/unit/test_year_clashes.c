#include "sessions.h"

#include "domain/clash.h"
#include "domain/year_calendar.h"

static struct year_calendar calendar;

static void load(int year)
{
	ck_assert_msg(year_calendar_load(db, year, &a, &calendar, &err), "%s", err.text);
}

static int64_t trainer(const char *name)
{
	struct trainer t;

	record_init(&trainer_kind, &t);
	t.name = name;
	good(&trainer_kind, &t);
	return t.id;
}

/* Two programmes whose sessions, with these times, have one trainer. */
static void taught_twice(const char *const times[4], struct date day)
{
	struct session s = hold(run("P1", day, day).id, day, times[0], times[1]);
	struct session t = hold(run("P2", day, day).id, day, times[2], times[3]);

	s.trainer = t.trainer = trainer("Andi");
	good(&session_kind, &s);
	good(&session_kind, &t);
}

START_TEST(a_trainer_wanted_twice_counts_in_both_programmes)
{
	const char *const times[] = { "08:00", "10:00", "09:59", "11:00" };

	taught_twice(times, date_of(2026, 3, 17));
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 1);
	ck_assert_int_eq(calendar.clashes[0].what, CLASH_TRAINER);
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(calendar.rows[i].clashes, 1);
		ck_assert_int_eq(calendar.rows[i].doubtful, 0);
		ck_assert_uint_eq(calendar.rows[i].clash, (uint64_t)1 << 10);
	}
}
END_TEST

START_TEST(times_that_touch_do_not_clash)
{
	const char *const times[] = { "08:00", "10:00", "10:00", "11:00" };

	taught_twice(times, date_of(2026, 3, 17));
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 0);
	ck_assert_int_eq(calendar.rows[0].clashes, 0);
}
END_TEST

START_TEST(without_times_a_clash_is_doubtful)
{
	const char *const times[] = { "08:00", "10:00", "", "" };

	taught_twice(times, date_of(2026, 3, 17));
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 1);
	ck_assert_int_eq(calendar.rows[0].clashes, 0);
	ck_assert_int_eq(calendar.rows[0].doubtful, 1);
	ck_assert_uint_eq(calendar.rows[0].clash, 0);
	ck_assert_uint_eq(calendar.rows[0].doubt, (uint64_t)1 << 10);
}
END_TEST

START_TEST(a_clash_counts_in_its_own_year)
{
	const char *const times[] = { "08:00", "10:00", "09:00", "11:00" };

	taught_twice(times, date_of(2026, 12, 31));
	load(2027);
	ck_assert_uint_eq(calendar.clash_count, 0);
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 1);
}
END_TEST

START_TEST(two_sessions_of_one_programme_clash_once)
{
	struct programme p = run("P1", date_of(2026, 3, 2), date_of(2026, 3, 13));
	struct session s = hold(p.id, date_of(2026, 3, 2), "08:00", "10:00");
	struct session t = hold(p.id, date_of(2026, 3, 2), "09:00", "11:00");

	s.room = "Aula BKPSDM, Lt. 2";
	t.room = "aula bkpsdm lt 2";
	good(&session_kind, &s);
	good(&session_kind, &t);
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 1);
	ck_assert_int_eq(calendar.clashes[0].what, CLASH_ROOM);
	ck_assert_int_eq(calendar.rows[0].clashes, 1);
}
END_TEST

/* Two of the three people, one of them withdrawn. */
START_TEST(participants_in_two_places_at_once_are_counted)
{
	struct programme p = run("P1", date_of(2026, 3, 2), date_of(2026, 3, 13));
	struct programme q = run("P2", date_of(2026, 3, 2), date_of(2026, 3, 13));
	struct session s = hold(q.id, date_of(2026, 3, 2), "08:00", "10:00");
	struct session t = hold(p.id, date_of(2026, 3, 2), "09:00", "11:00");
	int64_t dewi = person("198809212018011015", "Dewi").id;
	int64_t cici = person("198809212018011017", "Cici").id;
	int64_t eko = person("198809212018011016", "Eko").id;
	struct enrolment left, was;

	enrol(p.id, dewi);
	enrol(q.id, dewi);
	enrol(p.id, cici);
	enrol(q.id, cici);
	enrol(p.id, eko);
	was = left = enrol(q.id, eko);
	left.status = "withdrawn";
	save(&enrolment_kind, &was, &left, "");
	good(&session_kind, &s);
	good(&session_kind, &t);
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 1);
	ck_assert_int_eq(calendar.clashes[0].what, CLASH_PARTICIPANTS);
	ck_assert_int_eq(calendar.clashes[0].people, 2);
	ck_assert_str_eq(calendar.clashes[0].who, "Cici");
	ck_assert_str_eq(calendar.clashes[0].one.code, "P2");
	ck_assert_str_eq(calendar.clashes[0].two.code, "P1");
}
END_TEST

START_TEST(one_pair_can_clash_in_all_three)
{
	struct session s = hold(run("P1", date_of(2026, 3, 2), DATE_NONE).id,
				date_of(2026, 3, 2), "08:00", "10:00");
	struct session t = hold(run("P2", date_of(2026, 3, 2), DATE_NONE).id,
				date_of(2026, 3, 2), "09:00", "11:00");
	int64_t dewi = person("198809212018011015", "Dewi").id;

	s.trainer = t.trainer = trainer("Andi");
	s.room = t.room = "Aula";
	enrol(s.programme, dewi);
	enrol(t.programme, dewi);
	good(&session_kind, &s);
	good(&session_kind, &t);
	load(2026);
	ck_assert_uint_eq(calendar.clash_count, 3);
	ck_assert_int_eq(calendar.rows[0].clashes, 3);
	ck_assert_int_eq(calendar.rows[1].clashes, 3);
}
END_TEST

START_TEST(a_cancelled_programme_clashes_with_nothing)
{
	const char *const times[] = { "08:00", "10:00", "09:00", "11:00" };
	struct programme p, was;

	taught_twice(times, date_of(2026, 3, 17));
	load(2026);
	ck_assert(record_load(db, &programme_kind, calendar.rows[0].programme, &p, &a,
			      &err));
	was = p;
	p.status = "cancelled";
	p.cancel_reason = "Dana";
	save(&programme_kind, &was, &p, "");
	load(2026);
	ck_assert_uint_eq(calendar.count, 1);
	ck_assert_uint_eq(calendar.clash_count, 0);
	ck_assert_int_eq(calendar.rows[0].clashes, 0);
}
END_TEST

START_TEST(the_clashes_of_the_year_are_those_of_its_programmes)
{
	const char *const times[] = { "08:00", "10:00", "09:00", "" };
	struct clash *all;
	size_t count;

	taught_twice(times, date_of(2026, 3, 17));
	load(2026);
	ck_assert(clash_list(db, calendar.rows[1].programme, &a, &all, &count, &err));
	ck_assert_uint_eq(count, calendar.clash_count);
	ck_assert_int_eq(all[0].certain, calendar.clashes[0].certain);
}
END_TEST

START_TEST(a_programme_sees_its_own_session_first)
{
	const char *const times[] = { "08:00", "10:00", "09:00", "11:00" };
	struct clash seen;

	taught_twice(times, date_of(2026, 3, 17));
	load(2026);
	seen = calendar_seen_from(&calendar.clashes[0],
				  calendar.clashes[0].two.programme);
	ck_assert_int_eq(seen.one.id, calendar.clashes[0].two.id);
	ck_assert_int_eq(seen.two.id, calendar.clashes[0].one.id);
	seen = calendar_seen_from(&calendar.clashes[0],
				  calendar.clashes[0].one.programme);
	ck_assert_int_eq(seen.one.id, calendar.clashes[0].one.id);
}
END_TEST

Suite *year_clashes_suite(void)
{
	Suite *s = suite_create("year_clashes");
	TCase *t = tcase_create("year_clashes");

	tcase_add_checked_fixture(t, start, done);
	tcase_add_test(t, a_trainer_wanted_twice_counts_in_both_programmes);
	tcase_add_test(t, times_that_touch_do_not_clash);
	tcase_add_test(t, without_times_a_clash_is_doubtful);
	tcase_add_test(t, a_clash_counts_in_its_own_year);
	tcase_add_test(t, two_sessions_of_one_programme_clash_once);
	tcase_add_test(t, participants_in_two_places_at_once_are_counted);
	tcase_add_test(t, one_pair_can_clash_in_all_three);
	tcase_add_test(t, a_cancelled_programme_clashes_with_nothing);
	tcase_add_test(t, the_clashes_of_the_year_are_those_of_its_programmes);
	tcase_add_test(t, a_programme_sees_its_own_session_first);
	suite_add_tcase(s, t);
	return s;
}
