#include "office.h"

#include "base/number.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/kinds.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"

static int64_t source(int64_t amount)
{
	struct fund f;
	struct ceiling c;

	record_init(&fund_kind, &f);
	f.code = "APBD";
	f.name = "Anggaran daerah";
	good(&fund_kind, &f);
	record_init(&ceiling_kind, &c);
	c.year = 2027;
	c.fund = f.id;
	c.amount = amount;
	good(&ceiling_kind, &c);
	return f.id;
}

static struct plan_item item(const char *status, int64_t fund, int64_t cost)
{
	struct plan_item p;

	record_init(&plan_item_kind, &p);
	p.year = 2027;
	p.title = "Pelayanan loket dan daring";
	p.quarter = 2;
	p.basis = "offer";
	p.form = "workshop";
	p.jp = 1250;
	p.people = 30;
	p.target_group = "Petugas loket";
	p.cost = cost;
	p.fund = fund;
	p.status = status;
	return p;
}

static struct plan_item stored(int64_t id)
{
	struct plan_item p;

	ck_assert(record_load(db, &plan_item_kind, id, &p, &a, &err));
	return p;
}

START_TEST(an_item_goes_step_by_step)
{
	ck_assert(plan_step_allowed("proposed", "reviewed"));
	ck_assert(plan_step_allowed("reviewed", "approved"));
	ck_assert(plan_step_allowed("reviewed", "rejected"));
	ck_assert(plan_step_allowed("approved", "reviewed"));
	ck_assert(!plan_step_allowed("proposed", "approved"));
	ck_assert(!plan_step_allowed("rejected", "approved"));
}
END_TEST

START_TEST(a_jump_is_refused)
{
	struct plan_item was = item("proposed", 0, NUMBER_NONE), now;

	good(&plan_item_kind, &was);
	now = was;
	now.status = "approved";
	bad(&plan_item_kind, &was, &now, "status");
}
END_TEST

START_TEST(a_rejection_needs_its_reason)
{
	struct plan_item p = item("reviewed", 0, NUMBER_NONE);

	good(&plan_item_kind, &p);
	problems = (struct problems){ .arena = &a };
	ck_assert(plan_step(db, p.id, "rejected", "", &problems, &err));
	ck_assert_ptr_nonnull(problem_of(&problems, "reason"));
	problems = (struct problems){ .arena = &a };
	ck_assert(plan_step(db, p.id, "rejected", "Pagu habis", &problems, &err));
	ck_assert_uint_eq(problems.errors, 0);
	ck_assert_str_eq(stored(p.id).reason, "Pagu habis");
}
END_TEST

/* 60 and 40 million are exactly 100; one rupiah more is told. */
START_TEST(exactly_the_ceiling_is_fine_and_more_is_told)
{
	int64_t fund = source(100000000);
	struct plan_item one = item("approved", fund, 60000000);
	struct plan_item two = item("approved", fund, 40000000), more;
	struct plan_total *totals;
	size_t count;

	good(&plan_item_kind, &one);
	ck_assert_ptr_null(save(&plan_item_kind, NULL, &two, "cost"));
	more = two;
	more.cost = 40000001;
	warned(&plan_item_kind, &two, &more, "cost");
	ck_assert(plan_totals(db, 2027, &a, &totals, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(totals[0].quarter, 2);
	ck_assert_int_eq(plan_left(&totals[0]), NUMBER_NONE);
	ck_assert_int_eq(totals[1].quarter, 0);
	ck_assert_int_eq(totals[1].approved, 100000001);
	ck_assert_int_eq(plan_left(&totals[1]), -1);
}
END_TEST

START_TEST(what_is_not_approved_takes_nothing_of_the_ceiling)
{
	int64_t fund = source(100);
	struct plan_item p = item("proposed", fund, 1000);

	ck_assert_ptr_null(save(&plan_item_kind, NULL, &p, "cost"));
}
END_TEST

START_TEST(only_an_approved_item_becomes_a_programme)
{
	struct plan_item p = item("reviewed", 0, NUMBER_NONE);
	int64_t id = 0;

	good(&plan_item_kind, &p);
	ck_assert(!plan_to_programme(db, p.id, "", &id, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_int_eq(id, 0);
}
END_TEST

START_TEST(a_programme_keeps_what_was_planned_and_the_link)
{
	struct plan_item p = item("approved", source(1000000000), 45000000);
	struct programme made;
	int64_t id = 0;

	good(&plan_item_kind, &p);
	ck_assert_msg(plan_to_programme(db, p.id, "Perlan 10/2018", &id, &err), "%s",
		      err.text);
	ck_assert(record_load(db, &programme_kind, id, &made, &a, &err));
	ck_assert_str_eq(made.code, "PLD27");
	ck_assert_str_eq(made.method, "workshop");
	ck_assert_int_eq(made.jp, 1250);
	ck_assert_int_eq(made.capacity, 30);
	ck_assert_int_eq(made.budget, 45000000);
	ck_assert_str_eq(made.fund, "Anggaran daerah");
	ck_assert_str_eq(made.legal_basis, "Perlan 10/2018");
	ck_assert_int_eq(stored(p.id).programme, id);
	ck_assert_str_eq(stored(p.id).status, "scheduled");
}
END_TEST

START_TEST(one_undo_takes_the_programme_and_the_step_back)
{
	struct plan_item p = item("approved", 0, NUMBER_NONE);
	const char *name;
	int64_t id = 0;
	struct programme made;

	good(&plan_item_kind, &p);
	ck_assert(plan_to_programme(db, p.id, "", &id, &err));
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert(!record_load(db, &programme_kind, id, &made, &a, &err));
	ck_assert_str_eq(stored(p.id).status, "approved");
	ck_assert_int_eq(stored(p.id).programme, 0);
}
END_TEST

START_TEST(a_decision_leads_to_one_item_with_its_evidence)
{
	struct survey survey;
	struct competency c;
	struct decision d;
	int64_t id = 0, again = 0;

	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	survey.year = 2026;
	good(&survey_kind, &survey);
	record_init(&competency_kind, &c);
	c.code = "KP";
	c.name = "Pelayanan Publik";
	c.kind = "managerial";
	good(&competency_kind, &c);
	ck_assert(!plan_from_decision(db, survey.id, c.id, &id, &err));
	record_init(&decision_kind, &d);
	d.survey = survey.id;
	d.competency = c.id;
	d.cause = "skill";
	d.training = "yes";
	d.form = "workshop";
	good(&decision_kind, &d);
	ck_assert_msg(plan_from_decision(db, survey.id, c.id, &id, &err), "%s", err.text);
	ck_assert_str_eq(stored(id).basis, "need");
	ck_assert_int_eq(stored(id).survey, survey.id);
	ck_assert_int_eq(stored(id).competency, c.id);
	ck_assert_int_eq(stored(id).year, 2027);
	ck_assert_str_eq(stored(id).form, "workshop");
	ck_assert(plan_from_decision(db, survey.id, c.id, &again, &err));
	ck_assert_int_eq(again, id);
}
END_TEST

Suite *yearly_plan_suite(void);

Suite *yearly_plan_suite(void)
{
	Suite *s = suite_create("yearly_plan");
	TCase *c = tcase_create("yearly_plan");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, an_item_goes_step_by_step);
	tcase_add_test(c, a_jump_is_refused);
	tcase_add_test(c, a_rejection_needs_its_reason);
	tcase_add_test(c, exactly_the_ceiling_is_fine_and_more_is_told);
	tcase_add_test(c, what_is_not_approved_takes_nothing_of_the_ceiling);
	tcase_add_test(c, only_an_approved_item_becomes_a_programme);
	tcase_add_test(c, a_programme_keeps_what_was_planned_and_the_link);
	tcase_add_test(c, one_undo_takes_the_programme_and_the_step_back);
	tcase_add_test(c, a_decision_leads_to_one_item_with_its_evidence);
	suite_add_tcase(s, c);
	return s;
}
