#include "suggest.h"

/* An item of the yearly plan that the programme was made of. */
static void planned(const struct unit *unit, const struct competency *competency)
{
	struct plan_item i;

	record_init(&plan_item_kind, &i);
	i.year = 2026;
	i.title = "Rencana";
	i.basis = "offer";
	i.unit = unit ? unit->id : 0;
	i.competency = competency ? competency->id : 0;
	i.status = "scheduled";
	i.programme = run.id;
	good(&plan_item_kind, &i);
}

START_TEST(who_is_in_is_not_suggested)
{
	struct enrolment e = enrol(run.id, analyst("Ani", 1)), now = e;

	ck_assert_str_eq(names(), "");
	now.status = "declined";
	save(&enrolment_kind, &e, &now, "");
	ck_assert_str_eq(names(), "");
}
END_TEST

/* The first run of the design is over, and the suggestions are those of the
 * next one. */
static void go_on(void)
{
	static const char *const steps[] = { "running", "done" };
	struct programme next = open_run("P2"), was = next;

	next.revision = run.revision;
	save(&programme_kind, &was, &next, "");
	for (size_t i = 0; i < 2; i++) {
		struct programme now = run;

		now.status = steps[i];
		save(&programme_kind, &run, &now, "");
		ck_assert_uint_eq(problems.errors, 0);
		run = now;
	}
	run = next;
}

static void enrolled_as(int64_t who, const char *status)
{
	struct enrolment e = enrol(run.id, who), now = e;

	now.status = status;
	save(&enrolment_kind, &e, &now, "");
}

START_TEST(who_completed_the_design_is_not_suggested)
{
	enrolled_as(analyst("Ani", 1), "completed");
	enrolled_as(analyst("Budi", 1), "failed");
	go_on();
	ck_assert_str_eq(names(), "Budi");
}
END_TEST

START_TEST(who_has_a_place_in_another_run_is_not_suggested)
{
	struct programme next = open_run("P2"), was = next;

	next.revision = run.revision;
	save(&programme_kind, &was, &next, "");
	enrol(run.id, analyst("Ani", 1));
	run = next;
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(who_leads_the_programme_is_not_suggested)
{
	struct programme was = run, now = run;

	now.lead = analyst("Ani", 1);
	save(&programme_kind, &was, &now, "");
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(who_teaches_in_it_is_not_suggested)
{
	struct trainer t;
	struct session s;

	record_init(&trainer_kind, &t);
	t.name = "Ani";
	t.person = analyst("Ani", 1);
	good(&trainer_kind, &t);
	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = "Sesi";
	s.jp = 200;
	s.date = date_of(2026, 6, 1);
	s.trainer = t.id;
	good(&session_kind, &s);
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(the_plan_says_for_which_units)
{
	analyst("Ani", 1);
	planned(&elsewhere, NULL);
	ck_assert_str_eq(names(), "");
	ck_assert_str_eq(facts_of(run.id).units, "LAIN");
	planned(&above, NULL); /* with the units below it */
	ck_assert_str_eq(names(), "Ani");
	ck_assert_str_eq(facts_of(run.id).units, "DINAS, LAIN");
}
END_TEST

START_TEST(an_item_without_a_unit_is_for_everybody)
{
	analyst("Ani", 1);
	planned(&elsewhere, NULL);
	planned(NULL, NULL);
	ck_assert_str_eq(names(), "Ani");
}
END_TEST

START_TEST(the_plan_adds_to_what_the_programme_is_for)
{
	int64_t who = analyst("Ani", 3);

	rate(who, &other, 1, 1);
	planned(NULL, &other);
	ck_assert_double_eq_tol(first().gap, 2, 1e-9);
	ck_assert_str_eq(facts_of(run.id).aims, "PP, TI");
}
END_TEST

START_TEST(a_programme_without_aims_says_what_to_do)
{
	struct suggestion_programme p;

	run = open_run("P2");
	analyst("Ani", 1);
	ck_assert_str_eq(names(), "");
	p = facts_of(run.id);
	ck_assert(strstr(suggestion_obstacle(&p), "objectives"));
}
END_TEST

START_TEST(a_programme_that_began_suggests_nobody)
{
	struct programme was = run, now = run;
	struct suggestion_programme p;
	size_t count;

	analyst("Ani", 1);
	now.starts = date_of(2026, 5, 4); /* today */
	save(&programme_kind, &was, &now, "");
	ck_assert_str_eq(names(), "Ani");
	was = now;
	now.starts = date_of(2026, 5, 3);
	save(&programme_kind, &was, &now, "");
	ck_assert_str_eq(names(), "");
	p = facts_of(run.id);
	ck_assert_str_ne(suggestion_obstacle(&p), "");
	suggested(0, 0, &count);
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_programme_without_a_day_is_open)
{
	struct programme was = run, now = run;

	analyst("Ani", 1);
	now.starts = DATE_NONE;
	save(&programme_kind, &was, &now, "");
	ck_assert_str_eq(names(), "Ani");
}
END_TEST

Suite *suggestion_who_suite(void);
Suite *suggestion_who_suite(void)
{
	Suite *s = suite_create("suggestion_who");
	TCase *c = tcase_create("suggestion_who");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, who_is_in_is_not_suggested);
	tcase_add_test(c, who_completed_the_design_is_not_suggested);
	tcase_add_test(c, who_has_a_place_in_another_run_is_not_suggested);
	tcase_add_test(c, who_leads_the_programme_is_not_suggested);
	tcase_add_test(c, who_teaches_in_it_is_not_suggested);
	tcase_add_test(c, the_plan_says_for_which_units);
	tcase_add_test(c, an_item_without_a_unit_is_for_everybody);
	tcase_add_test(c, the_plan_adds_to_what_the_programme_is_for);
	tcase_add_test(c, a_programme_without_aims_says_what_to_do);
	tcase_add_test(c, a_programme_that_began_suggests_nobody);
	tcase_add_test(c, a_programme_without_a_day_is_open);
	suite_add_tcase(s, c);
	return s;
}
