#include "office.h"

#include <math.h>
#include <stdlib.h>

#include "base/settings.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/suggestion.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"

static struct settings usual;
static struct competency skill, other;
static struct survey survey;
static struct unit above, part, elsewhere;
static struct programme run;
static int serial; /* of the NIP */

static void make_unit(struct unit *u, const char *code, int64_t parent)
{
	record_init(&unit_kind, u);
	u->code = code;
	u->name = code;
	u->parent = parent;
	good(&unit_kind, u);
}

/* Analysts need level 3 of it. */
static void make_competency(struct competency *c, const char *code)
{
	struct standard s;

	record_init(&competency_kind, c);
	c->code = code;
	c->name = code;
	c->kind = "technical";
	good(&competency_kind, c);
	record_init(&standard_kind, &s);
	s.position = "Analis";
	s.competency = c->id;
	s.level = 3;
	good(&standard_kind, &s);
}

static void aim_at(const struct programme *p, const struct competency *c)
{
	struct objective o;

	record_init(&objective_kind, &o);
	o.revision = p->revision;
	o.competency = c->id;
	o.text = "Dapat";
	good(&objective_kind, &o);
}

static struct programme open_run(const char *code)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = code;
	p.title = code;
	p.year = 2026;
	p.starts = date_of(2026, 6, 1);
	p.jp = 1600;
	p.status = "open";
	good(&programme_kind, &p);
	return p;
}

static void begin(void)
{
	setenv("BANGKOM_TODAY", "2026-05-04", 1);
	start();
	settings_default(&usual);
	db_use_settings(db, &usual);
	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	good(&survey_kind, &survey);
	make_unit(&above, "DINAS", 0);
	make_unit(&part, "BIDANG", above.id);
	make_unit(&elsewhere, "LAIN", 0);
	make_competency(&skill, "PP");
	make_competency(&other, "TI");
	run = open_run("P1");
	aim_at(&run, &skill);
}

/* `importance` NUMBER_NONE: not stated. */
static void rate(int64_t who, const struct competency *in, int64_t level,
		 int64_t importance)
{
	struct need n;

	record_init(&need_kind, &n);
	n.survey = survey.id;
	n.person = who;
	n.competency = in->id;
	n.rater = "superior";
	n.level = level;
	n.importance = importance;
	good(&need_kind, &n);
}

static int64_t employed(const char *name, const char *employment, const char *position)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = name;
	p.nip = arena_printf(&a, "198001012005011%03d", ++serial);
	p.employment = employment;
	p.position = position;
	p.unit = part.id;
	good(&person_kind, &p);
	return p.id;
}

/* An analyst who is a PNS, with this level of the competency. */
static int64_t analyst(const char *name, int64_t level)
{
	int64_t who = employed(name, "PNS", "Analis");

	rate(who, &skill, level, 2);
	return who;
}

static void earned(int64_t who, int64_t jp)
{
	struct certificate c;

	record_init(&certificate_kind, &c);
	c.person = who;
	c.title = "Seminar";
	c.starts = date_of(2026, 2, 3);
	c.year = 2026;
	c.form = "seminar";
	c.scope = "national";
	c.jp = jp;
	c.jp_reason = "Sertifikat";
	good(&certificate_kind, &c);
}

static struct suggestion *suggested(int64_t to, int64_t who, size_t *count)
{
	const struct suggestion_question question = { to, who, &usual };
	struct suggestion *list;

	ck_assert_msg(suggestion_list(db, &question, &a, &list, count, &err), "%s",
		      err.text);
	return list;
}

/* The names in their order, "Ani Budi". */
static const char *names(void)
{
	const char *text = "";
	size_t count;
	struct suggestion *list = suggested(run.id, 0, &count);

	for (size_t i = 0; i < count; i++)
		text = arena_printf(&a, "%s%s%s", text, i ? " " : "",
				    list[i].person->name);
	return text;
}

static struct suggestion first(void)
{
	size_t count;
	struct suggestion *list = suggested(run.id, 0, &count);

	ck_assert_uint_gt(count, 0);
	return list[0];
}

static struct suggestion_programme facts_of(int64_t id)
{
	struct suggestion_programme *rows;
	size_t count;

	ck_assert(suggestion_programmes(db, id, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	return rows[0];
}

#define near(x, y) ck_assert_double_eq_tol(x, y, 1e-9)

START_TEST(gaps_in_the_aims_are_added_up)
{
	int64_t who = analyst("Ani", 1);

	aim_at(&run, &other);
	rate(who, &other, 2, 5);
	near(first().gap, 3);		   /* 2 + 1 */
	near(first().priority, 2 * 2 + 5); /* each × its importance */
	ck_assert_int_eq(first().below, 2);
	ck_assert_int_eq(first().measured, 2);
	ck_assert_int_eq(first().answers, 2);
}
END_TEST

START_TEST(what_the_programme_is_not_for_does_not_count)
{
	int64_t who = analyst("Ani", 2);

	rate(who, &other, 1, 5);
	near(first().gap, 1);
}
END_TEST

START_TEST(an_importance_that_nobody_stated_is_the_middle)
{
	rate(employed("Ani", "PNS", "Analis"), &skill, 2, NUMBER_NONE);
	near(first().priority, 3);
}
END_TEST

START_TEST(the_largest_gap_stands_first)
{
	analyst("Ani", 2);
	analyst("Budi", 1);
	ck_assert_str_eq(names(), "Budi Ani");
}
END_TEST

START_TEST(of_equal_gaps_the_fewest_hours_stand_first)
{
	earned(analyst("Ani", 1), 800);
	earned(analyst("Budi", 1), 799);
	ck_assert_str_eq(names(), "Budi Ani");
}
END_TEST

START_TEST(hours_are_weighed_by_what_the_employment_asks_for)
{
	int64_t contract = employed("Budi", "PPPK", "Analis");

	rate(contract, &skill, 1, 2);
	earned(analyst("Ani", 1), 500); /* 5 of 20 */
	earned(contract, 500);		/* 5 of 24 */
	ck_assert_str_eq(names(), "Budi Ani");
}
END_TEST

START_TEST(of_equal_hours_the_name_decides)
{
	analyst("Citra", 1);
	analyst("Ani", 1);
	analyst("Budi", 1);
	ck_assert_str_eq(names(), "Ani Budi Citra");
}
END_TEST

START_TEST(who_reaches_the_standard_is_not_suggested)
{
	analyst("Ani", 3);
	analyst("Budi", 5);
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(unknown_gaps_come_after_known_ones)
{
	int64_t unmeasured = employed("Ani", "PNS", "Kepala");

	rate(unmeasured, &skill, 1, 5);
	employed("Budi", "PNS", "Analis");
	earned(analyst("Citra", 2), 1900);
	ck_assert_str_eq(names(), "Citra Ani Budi");
}
END_TEST

START_TEST(it_is_said_why_a_gap_is_not_known)
{
	size_t count;
	struct suggestion *list;

	rate(employed("Ani", "PNS", "Kepala"), &skill, 1, 5);
	employed("Budi", "PNS", "Analis");
	list = suggested(run.id, 0, &count);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(suggestion_term(&list[0]), "no-standard");
	ck_assert_str_eq(suggestion_term(&list[1]), "no-answer");
}
END_TEST

START_TEST(without_a_gap_only_those_who_lack_hours_are_suggested)
{
	earned(employed("Ani", "PNS", "Analis"), 2000);
	employed("Budi", "NONASN", "Analis");
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(a_contract_over_the_ceiling_stands_last)
{
	int64_t contract = employed("Ani", "PPPK", "Analis");

	rate(contract, &skill, 1, 5);
	earned(contract, 801); /* with 16 JP more than 24 */
	analyst("Budi", 2);
	employed("Citra", "PNS", "Analis");
	ck_assert_str_eq(names(), "Budi Citra Ani");
}
END_TEST

START_TEST(a_contract_exactly_at_the_ceiling_is_not_over_it)
{
	int64_t contract = employed("Ani", "PPPK", "Analis");

	rate(contract, &skill, 1, 5);
	earned(contract, 800);
	ck_assert(!first().over);
}
END_TEST

START_TEST(the_ceiling_is_that_of_the_year_of_the_programme)
{
	int64_t contract = employed("Ani", "PPPK", "Analis");
	struct programme was = run, now = run;

	rate(contract, &skill, 1, 5);
	earned(contract, 2400);
	ck_assert(first().over);
	now.year = 2027;
	now.starts = date_of(2027, 2, 1);
	save(&programme_kind, &was, &now, "");
	ck_assert(!first().over);
}
END_TEST

START_TEST(who_is_in_is_not_suggested)
{
	struct enrolment e = enrol(run.id, analyst("Ani", 1)), now = e;

	ck_assert_str_eq(names(), "");
	now.status = "declined";
	save(&enrolment_kind, &e, &now, "");
	ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(who_completed_the_design_is_not_suggested)
{
	struct programme next = open_run("P2"), was = next;
	int64_t ani = analyst("Ani", 1), budi = analyst("Budi", 1);
	struct enrolment e = enrol(run.id, ani), now = e;

	next.revision = run.revision;
	save(&programme_kind, &was, &next, "");
	now.status = "completed";
	save(&enrolment_kind, &e, &now, "");
	e = now = enrol(run.id, budi);
	now.status = "withdrawn";
	save(&enrolment_kind, &e, &now, "");
	run = next;
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
	near(first().gap, 2);
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

START_TEST(what_fits_a_person_best_stands_first)
{
	int64_t who = analyst("Ani", 2);
	struct programme better = open_run("P2");
	struct suggestion *list;
	size_t count;

	analyst("Budi", 1);
	rate(who, &other, 1, 5);
	aim_at(&better, &other);
	list = suggested(0, who, &count);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].programme->code, "P2");
	ck_assert_str_eq(list[1].programme->code, "P1");
	ck_assert_str_eq(list[0].person->name, "Ani");
}
END_TEST

START_TEST(a_suggestion_opens_to_its_gaps)
{
	int64_t who = analyst("Ani", 1);
	struct suggestion_aim *aims;
	size_t count;

	aim_at(&run, &other);
	ck_assert(suggestion_aims(db, run.id, who, &a, &aims, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(aims[0].code, "PP");
	near(aims[0].gap, 2);
	near(aims[0].priority, first().priority);
	ck_assert_int_eq(aims[0].superior, 1);
	ck_assert(isnan(aims[1].actual));
	ck_assert_int_eq(aims[1].required, 3);
}
END_TEST

Suite *suggestion_suite(void);
Suite *suggestion_suite(void)
{
	Suite *s = suite_create("suggestion");
	TCase *c = tcase_create("suggestion");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, gaps_in_the_aims_are_added_up);
	tcase_add_test(c, what_the_programme_is_not_for_does_not_count);
	tcase_add_test(c, an_importance_that_nobody_stated_is_the_middle);
	tcase_add_test(c, the_largest_gap_stands_first);
	tcase_add_test(c, of_equal_gaps_the_fewest_hours_stand_first);
	tcase_add_test(c, hours_are_weighed_by_what_the_employment_asks_for);
	tcase_add_test(c, of_equal_hours_the_name_decides);
	tcase_add_test(c, who_reaches_the_standard_is_not_suggested);
	tcase_add_test(c, unknown_gaps_come_after_known_ones);
	tcase_add_test(c, it_is_said_why_a_gap_is_not_known);
	tcase_add_test(c, without_a_gap_only_those_who_lack_hours_are_suggested);
	tcase_add_test(c, a_contract_over_the_ceiling_stands_last);
	tcase_add_test(c, a_contract_exactly_at_the_ceiling_is_not_over_it);
	tcase_add_test(c, the_ceiling_is_that_of_the_year_of_the_programme);
	tcase_add_test(c, who_is_in_is_not_suggested);
	tcase_add_test(c, who_completed_the_design_is_not_suggested);
	tcase_add_test(c, who_has_a_place_in_another_run_is_not_suggested);
	tcase_add_test(c, who_leads_the_programme_is_not_suggested);
	tcase_add_test(c, the_plan_says_for_which_units);
	tcase_add_test(c, an_item_without_a_unit_is_for_everybody);
	tcase_add_test(c, the_plan_adds_to_what_the_programme_is_for);
	tcase_add_test(c, a_programme_without_aims_says_what_to_do);
	tcase_add_test(c, a_programme_that_began_suggests_nobody);
	tcase_add_test(c, a_programme_without_a_day_is_open);
	tcase_add_test(c, what_fits_a_person_best_stands_first);
	tcase_add_test(c, a_suggestion_opens_to_its_gaps);
	suite_add_tcase(s, c);
	return s;
}
