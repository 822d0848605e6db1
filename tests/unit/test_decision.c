#include "office.h"

#include "domain/competency.h"
#include "domain/survey.h"

static struct competency skill, other;
static struct survey survey;

static void make_competency(struct competency *c, const char *code)
{
	record_init(&competency_kind, c);
	c->code = code;
	c->name = code;
	c->kind = "technical";
	good(&competency_kind, c);
}

static void begin(void)
{
	start();
	make_competency(&skill, "PP");
	make_competency(&other, "TI");
	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	good(&survey_kind, &survey);
}

static int64_t decided(const struct competency *c)
{
	struct decision d;

	record_init(&decision_kind, &d);
	d.survey = survey.id;
	d.competency = c->id;
	d.training = "yes";
	good(&decision_kind, &d);
	return d.id;
}

static struct decision made(const struct competency *c)
{
	struct decision d;

	ck_assert_msg(decision_of(db, survey.id, c->id, &a, &d, &err), "%s", err.text);
	return d;
}

START_TEST(without_a_decision_all_is_empty)
{
	ck_assert_int_eq(made(&skill).id, 0);
	ck_assert_str_eq(made(&skill).training, "");
}
END_TEST

START_TEST(a_decision_belongs_to_its_survey_and_competency)
{
	int64_t id = decided(&skill);

	ck_assert_int_eq(made(&skill).id, id);
	ck_assert_int_eq(made(&skill).survey, survey.id);
	ck_assert_int_eq(made(&other).id, 0);
}
END_TEST

Suite *decision_suite(void)
{
	Suite *s = suite_create("decision");
	TCase *c = tcase_create("decision");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, without_a_decision_all_is_empty);
	tcase_add_test(c, a_decision_belongs_to_its_survey_and_competency);
	suite_add_tcase(s, c);
	return s;
}
