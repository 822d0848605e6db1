#include "domain/schedule.h"
#include "office.h"

static struct programme run;

static void begin(void)
{
	start();
	run = programme("P1"); /* starts on 2026-03-02 */
}

static void plan(int64_t number, int64_t day, const char *topic)
{
	struct planned_session s;

	record_init(&planned_session_kind, &s);
	s.revision = run.revision;
	s.number = number;
	s.day = day;
	s.topic = topic;
	s.jp = 400;
	s.form = "workshop";
	good(&planned_session_kind, &s);
}

static void hold(int64_t number, struct date day, const char *topic)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = run.id;
	s.number = number;
	s.date = day;
	s.topic = topic;
	s.jp = 200;
	good(&session_kind, &s);
}

static struct rows rows_of(const struct kind *kind, const char *parent, int64_t id)
{
	struct select select = { .kind = kind, .parent = parent, .parent_id = id };
	struct rows rows;

	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 100, &a, &rows, &err));
	return rows;
}

START_TEST(sessions_come_from_the_plan_and_overwrite_nothing)
{
	struct rows rows;
	const struct session *all;
	size_t made = 0;

	plan(1, 1, "Pembukaan");
	plan(2, 3, "Masalah");
	hold(1, date_of(2026, 3, 4), "Sambutan");
	ck_assert_msg(sessions_plan_take(db, run.id, &made, &err), "%s", err.text);
	ck_assert_uint_eq(made, 1);
	rows = rows_of(&session_kind, "programme", run.id);
	all = rows.rows;
	ck_assert_uint_eq(rows.count, 2);
	ck_assert_str_eq(all[0].topic, "Sambutan");
	ck_assert_str_eq(all[1].topic, "Masalah");
	ck_assert_str_eq(all[1].form, "workshop");
	ck_assert_int_eq(all[1].jp, 400);
	ck_assert_int_eq(all[1].date.day, date_of(2026, 3, 4).day);
}
END_TEST

START_TEST(the_plan_becomes_what_was_held)
{
	struct rows rows;
	const struct planned_session *all;
	size_t changed = 0;

	plan(1, 1, "Pembukaan");
	plan(3, 2, "Batal");
	hold(1, date_of(2026, 3, 2), "Sambutan");
	hold(2, date_of(2026, 3, 5), "Masalah");
	ck_assert_msg(plan_from_sessions(
			      db,
			      &(struct design_edit){ .programme = run.id, .reason = "" },
			      &changed, &err),
		      "%s", err.text);
	ck_assert_uint_eq(changed, 3);
	rows = rows_of(&planned_session_kind, "revision", run.revision);
	all = rows.rows;
	ck_assert_uint_eq(rows.count, 2);
	ck_assert_str_eq(all[0].topic, "Sambutan");
	ck_assert_int_eq(all[1].day, 4);
	ck_assert(plan_from_sessions(
		db, &(struct design_edit){ .programme = run.id, .reason = "" }, &changed,
		&err));
	ck_assert_uint_eq(changed, 0);
}
END_TEST

START_TEST(a_shared_plan_changes_for_one_run_only)
{
	struct programme next;
	int64_t id = 0;
	size_t changed = 0;

	plan(1, 1, "Pembukaan");
	ck_assert(next_run_make(db, run.id, "P2", &id, &err));
	hold(1, date_of(2026, 3, 2), "Sambutan");
	ck_assert(!plan_from_sessions(
		db, &(struct design_edit){ .programme = run.id, .reason = "" }, &changed,
		&err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_msg(plan_from_sessions(
			      db,
			      &(struct design_edit){ .programme = run.id,
						     .reason = "Seperti dilaksanakan" },
			      &changed, &err),
		      "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &next, &a, &err));
	ck_assert_str_eq(((const struct planned_session *)rows_of(
				  &planned_session_kind, "revision", next.revision)
				  .rows)
				 ->topic,
			 "Pembukaan");
}
END_TEST

START_TEST(the_next_run_is_held_as_the_design_plans)
{
	struct rows rows;
	int64_t id = 0;

	hold(1, date_of(2026, 3, 2), "Sambutan");
	plan(1, 1, "Pembukaan");
	ck_assert(next_run_make(db, run.id, "P2", &id, &err));
	rows = rows_of(&session_kind, "programme", id);
	ck_assert_uint_eq(rows.count, 1);
	ck_assert_str_eq(((const struct session *)rows.rows)->topic, "Pembukaan");
}
END_TEST

START_TEST(without_a_plan_the_next_run_is_held_like_this_one)
{
	struct rows rows;
	int64_t id = 0;

	hold(1, date_of(2026, 3, 2), "Sambutan");
	ck_assert(next_run_make(db, run.id, "P2", &id, &err));
	rows = rows_of(&session_kind, "programme", id);
	ck_assert_uint_eq(rows.count, 1);
	ck_assert(!date_is_set(((const struct session *)rows.rows)->date));
}
END_TEST

START_TEST(sessions_without_a_day_get_one_when_the_run_begins)
{
	struct programme was = run, now;
	size_t made = 0;

	plan(1, 2, "Pembukaan");
	hold(1, DATE_NONE, "Sambutan");
	now = was;
	now.starts = date_of(2026, 6, 1);
	now.ends = date_of(2026, 6, 5);
	ck_assert_ptr_null(save(&programme_kind, &was, &now, ""));
	ck_assert_msg(sessions_plan_take(db, run.id, &made, &err), "%s", err.text);
	ck_assert_uint_eq(made, 1);
	ck_assert_int_eq(date_compare(((const struct session *)rows_of(
					       &session_kind, "programme", run.id)
					       .rows)
					      ->date,
				      date_of(2026, 6, 2)),
			 0);
}
END_TEST

START_TEST(the_sign_in_the_topic_of_a_series_is_its_number)
{
	struct date days[] = { date_of(2026, 3, 3), date_of(2026, 3, 5) };
	struct session like, *all;

	record_init(&session_kind, &like);
	like.programme = run.id;
	like.starts = "08:00";
	like.ends = "10:15";
	like.topic = "Sesi #: praktik";
	ck_assert(series_sessions(db, &like, days, 2, &a, &all, &err));
	ck_assert_str_eq(all[1].topic, "Sesi 2: praktik");
	ck_assert_int_eq(all[1].jp, 300);
}
END_TEST

Suite *session_plan_suite(void);

Suite *session_plan_suite(void)
{
	Suite *s = suite_create("session_plan");
	TCase *c = tcase_create("session_plan");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, the_sign_in_the_topic_of_a_series_is_its_number);
	tcase_add_test(c, sessions_come_from_the_plan_and_overwrite_nothing);
	tcase_add_test(c, sessions_without_a_day_get_one_when_the_run_begins);
	tcase_add_test(c, the_plan_becomes_what_was_held);
	tcase_add_test(c, a_shared_plan_changes_for_one_run_only);
	tcase_add_test(c, the_next_run_is_held_as_the_design_plans);
	tcase_add_test(c, without_a_plan_the_next_run_is_held_like_this_one);
	suite_add_tcase(s, c);
	return s;
}
