#include "office.h"

#include "domain/competency.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"

/* A survey, and a competency that it asks about. */
static void begin(struct survey *survey, struct competency *c)
{
	record_init(&survey_kind, survey);
	survey->code = "AKPK26";
	survey->title = "AKPK 2026";
	survey->year = 2026;
	good(&survey_kind, survey);
	record_init(&competency_kind, c);
	c->code = "KP";
	c->name = "Pelayanan Publik";
	c->kind = "managerial";
	good(&competency_kind, c);
}

static struct plan_item stored(int64_t id)
{
	struct plan_item p;

	ck_assert(record_load(db, &plan_item_kind, id, &p, &a, &err));
	return p;
}

/* Level 1 where 3 is required. */
static void answered(int64_t survey, int64_t competency)
{
	struct person p;
	struct standard t;
	struct need n;

	record_init(&person_kind, &p);
	p.nip = "198809212018011015";
	p.name = "Yusuf";
	p.position = "Analis";
	good(&person_kind, &p);
	record_init(&standard_kind, &t);
	t.position = "Analis";
	t.competency = competency;
	t.level = 3;
	good(&standard_kind, &t);
	record_init(&need_kind, &n);
	n.survey = survey;
	n.person = p.id;
	n.competency = competency;
	n.rater = "self";
	n.level = 1;
	n.importance = 5;
	good(&need_kind, &n);
}

START_TEST(an_empty_decision_is_none)
{
	struct survey survey;
	struct competency c;
	struct decision d;
	int64_t id = 0;

	begin(&survey, &c);
	record_init(&decision_kind, &d);
	d.survey = survey.id;
	d.competency = c.id;
	good(&decision_kind, &d);
	ck_assert(!plan_from_decision(db, survey.id, c.id, &id, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
}
END_TEST

START_TEST(a_decision_leads_to_one_item_with_its_evidence)
{
	struct survey survey;
	struct competency c;
	struct decision d;
	int64_t id = 0, again = 0;

	begin(&survey, &c);
	ck_assert(!plan_from_decision(db, survey.id, c.id, &id, &err));
	record_init(&decision_kind, &d);
	d.survey = survey.id;
	d.competency = c.id;
	d.cause = "skill";
	d.training = "yes";
	d.form = "workshop";
	good(&decision_kind, &d);
	answered(survey.id, c.id);
	ck_assert_msg(plan_from_decision(db, survey.id, c.id, &id, &err), "%s", err.text);
	ck_assert_str_eq(stored(id).basis, "need");
	ck_assert_int_eq(stored(id).survey, survey.id);
	ck_assert_int_eq(stored(id).competency, c.id);
	ck_assert_int_eq(stored(id).year, 2027);
	ck_assert_int_eq(stored(id).people, 1);
	ck_assert_str_eq(stored(id).form, "workshop");
	ck_assert_msg(strstr(stored(id).justification,
			     "AKPK26: respondents 1, mean gap 2.00, lacking a level or "
			     "more 1, mean importance 5.00.") != NULL,
		      "%s", stored(id).justification);
	ck_assert(plan_from_decision(db, survey.id, c.id, &again, &err));
	ck_assert_int_eq(again, id);
}
END_TEST

START_TEST(what_training_does_not_solve_is_not_planned)
{
	struct survey survey;
	struct competency c;
	struct decision d;
	int64_t id = 0;

	begin(&survey, &c);
	record_init(&decision_kind, &d);
	d.survey = survey.id;
	d.competency = c.id;
	d.cause = "motivation";
	d.training = "no";
	good(&decision_kind, &d);
	ck_assert(!plan_from_decision(db, survey.id, c.id, &id, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_int_eq(id, 0);
}
END_TEST

Suite *plan_decision_suite(void);

Suite *plan_decision_suite(void)
{
	Suite *s = suite_create("plan_decision");
	TCase *c = tcase_create("plan_decision");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, an_empty_decision_is_none);
	tcase_add_test(c, a_decision_leads_to_one_item_with_its_evidence);
	tcase_add_test(c, what_training_does_not_solve_is_not_planned);
	suite_add_tcase(s, c);
	return s;
}
