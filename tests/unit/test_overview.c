#include "office.h"

#include "domain/overview.h"

static struct programme run;
static struct overview overview;

static void put_status(const char *status)
{
	struct programme now = run;

	now.status = status;
	ck_assert(action_begin(db, "status", &err));
	ck_assert(record_update(db, &programme_kind, &run, &now, &err));
	ck_assert(action_commit(db, &err));
	run = now;
}

/* A programme in which everything there is falls due. Today is 2026-05-04. */
static void begin(void)
{
	struct session s;
	struct project p;
	struct milestone m;
	struct improvement i;

	start();
	run = programme("P1");
	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = "Penutupan";
	s.jp = 200;
	s.date = date_of(2026, 5, 5);
	good(&session_kind, &s);
	record_init(&project_kind, &p);
	p.group = group(run.id).id;
	p.title = "Antrean";
	p.due = date_of(2026, 5, 1);
	good(&project_kind, &p);
	record_init(&milestone_kind, &m);
	m.project = p.id;
	m.text = "Uji coba";
	m.due = date_of(2026, 5, 2);
	m.term = "medium";
	good(&milestone_kind, &m);
	m.id = 0;
	m.number = NUMBER_NONE;
	m.term = "long";
	m.due = date_of(2026, 5, 3);
	good(&milestone_kind, &m);
	record_init(&improvement_kind, &i);
	i.programme = run.id;
	i.statement = "Waktu kurang";
	i.due = date_of(2026, 5, 4);
	good(&improvement_kind, &i);
}

static void look(void)
{
	ck_assert_msg(overview_load(db, date_of(2026, 5, 4), &a, &overview, &err), "%s",
		      err.text);
}

START_TEST(what_is_due_is_told_with_its_programme)
{
	static const char *const what[] = { "Project: Antrean", "Milestone: Uji coba",
					    "Milestone: Uji coba",
					    "Improvement: Waktu kurang",
					    "Session: Penutupan" };

	look();
	ck_assert_uint_eq(overview.due_count, 5);
	for (size_t i = 0; i < 5; i++) {
		ck_assert_str_eq(overview.due[i].what, what[i]);
		ck_assert_str_eq(overview.due[i].code, "P1");
		ck_assert_int_eq(overview.due[i].late, i < 3);
	}
}
END_TEST

START_TEST(nothing_of_a_cancelled_programme_is_due)
{
	put_status("cancelled");
	look();
	ck_assert_uint_eq(overview.due_count, 0);
}
END_TEST

START_TEST(milestones_stay_due_after_the_programme_is_done)
{
	size_t milestones = 0;

	put_status("evaluated");
	look();
	for (size_t i = 0; i < overview.due_count; i++)
		milestones += strncmp(overview.due[i].what, "Milestone", 9) == 0;
	ck_assert_uint_eq(milestones, 2);
}
END_TEST

/* Milestone `i` of the two, changed. */
static struct milestone change(int i, const char *outcome, bool undated)
{
	struct select select = { .kind = &milestone_kind };
	struct rows rows;
	struct milestone old, now;

	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 2, &a, &rows, &err));
	now = old = ((struct milestone *)rows.rows)[i];
	now.outcome = outcome;
	now.effect = "antrean 40 menit";
	if (undated)
		now.due = DATE_NONE;
	save(&milestone_kind, &old, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
	return now;
}

static size_t milestones_due(void)
{
	size_t count = 0;

	look();
	for (size_t i = 0; i < overview.due_count; i++)
		count += strncmp(overview.due[i].what, "Milestone", 9) == 0;
	return count;
}

START_TEST(what_was_adopted_or_dropped_leaves_the_overview)
{
	put_status("evaluated");
	change(0, "adopted", false);
	ck_assert_uint_eq(milestones_due(), 1);
	change(1, "dropped", false);
	ck_assert_uint_eq(milestones_due(), 0);
}
END_TEST

START_TEST(what_was_partly_adopted_stays)
{
	put_status("evaluated");
	change(0, "partly", false);
	ck_assert_uint_eq(milestones_due(), 2);
}
END_TEST

START_TEST(a_later_milestone_without_a_day_shows_once_the_programme_is_closed)
{
	change(0, "", true);
	ck_assert_uint_eq(milestones_due(), 1);
	put_status("evaluated");
	ck_assert_uint_eq(milestones_due(), 2);
	ck_assert(!overview.due[overview.due_count - 1].late);
}
END_TEST

START_TEST(only_who_holds_a_place_is_counted)
{
	struct enrolment e;

	enrol(run.id, person("198809212018011015", "A").id);
	e = enrol(run.id, person("198809212018011016", "B").id);
	ck_assert_str_eq(e.status, "accepted");
	record_init(&enrolment_kind, &e);
	e.programme = run.id;
	e.person = person("198809212018011017", "C").id;
	e.status = "waiting";
	good(&enrolment_kind, &e);
	look();
	ck_assert(overview_count(db, &overview, &err));
	ck_assert_uint_eq(overview.programme_count, 1);
	ck_assert_int_eq(overview.programmes[0].taken, 2);
	ck_assert_int_eq(overview.programmes[0].groups, 1);
}
END_TEST

START_TEST(what_does_not_fit_is_counted)
{
	for (int i = 0; i < 22; i++)
		programme(arena_printf(&a, "N%d", i));
	look();
	ck_assert_uint_eq(overview.programme_count, 20);
	ck_assert_uint_eq(overview.more_programmes, 3);
	ck_assert_uint_eq(overview.more_due, 0);
}
END_TEST

/* As many programmes as are looked at, beside the one that is there. */
static void fill(void)
{
	for (int i = 0; i < OVERVIEW_LOOKED; i++)
		programme(arena_printf(&a, "N%d", i));
	look();
}

START_TEST(what_does_not_fit_is_counted_up_to_a_bound)
{
	fill();
	ck_assert_uint_eq(overview.more_programmes, OVERVIEW_MORE + 1);
	ck_assert_uint_eq(overview.more_gaps, OVERVIEW_MORE + 1);
}
END_TEST

START_TEST(programmes_that_were_not_looked_at_are_told_of)
{
	look();
	ck_assert(!overview.partly);
	fill();
	ck_assert(overview.partly);
}
END_TEST

START_TEST(what_is_due_is_counted_up_to_a_bound)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = "Pagi";
	s.jp = 200;
	s.date = date_of(2026, 5, 6);
	for (int i = 0; i < 160; i++) {
		s.id = 0;
		s.number = NUMBER_NONE;
		good(&session_kind, &s);
	}
	look();
	ck_assert_uint_eq(overview.due_count, 50);
	ck_assert_uint_eq(overview.more_due, OVERVIEW_MORE + 1);
}
END_TEST

START_TEST(what_is_missing_is_told)
{
	put_status("done");
	look();
	ck_assert_uint_eq(overview.gap_count, 2);
	ck_assert_ptr_nonnull(strstr(overview.gaps[0].text, "no feedback sheets"));
	ck_assert_ptr_nonnull(strstr(overview.gaps[1].text, "no objectives"));
}
END_TEST

START_TEST(people_without_a_group_are_counted)
{
	enrol(run.id, person("198809212018011015", "A").id);
	look();
	ck_assert_str_eq(overview.gaps[0].text, "1 participant is in no group.");
}
END_TEST

Suite *overview_suite(void);

Suite *overview_suite(void)
{
	Suite *s = suite_create("overview");
	TCase *c = tcase_create("overview");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, what_is_due_is_told_with_its_programme);
	tcase_add_test(c, nothing_of_a_cancelled_programme_is_due);
	tcase_add_test(c, milestones_stay_due_after_the_programme_is_done);
	tcase_add_test(c, what_was_adopted_or_dropped_leaves_the_overview);
	tcase_add_test(c, what_was_partly_adopted_stays);
	tcase_add_test(
		c, a_later_milestone_without_a_day_shows_once_the_programme_is_closed);
	tcase_add_test(c, only_who_holds_a_place_is_counted);
	tcase_add_test(c, what_does_not_fit_is_counted);
	tcase_add_test(c, what_does_not_fit_is_counted_up_to_a_bound);
	tcase_add_test(c, programmes_that_were_not_looked_at_are_told_of);
	tcase_add_test(c, what_is_due_is_counted_up_to_a_bound);
	tcase_add_test(c, what_is_missing_is_told);
	tcase_add_test(c, people_without_a_group_are_counted);
	suite_add_tcase(s, c);
	return s;
}
