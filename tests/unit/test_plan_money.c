#include "office.h"

#include "domain/yearly_plan.h"

static struct plan_item item(const char *status, int64_t fund, int64_t cost)
{
	struct plan_item p;

	record_init(&plan_item_kind, &p);
	p.year = 2027;
	p.title = "Pelayanan loket dan daring";
	p.basis = "offer";
	p.jp = 1250;
	p.cost = cost;
	p.fund = fund;
	p.status = status;
	return p;
}

START_TEST(what_an_approval_lacks_is_named)
{
	struct plan_item p = item("reviewed", 0, NUMBER_NONE);

	ck_assert_str_eq(plan_lacks(&p, &a), "Estimated cost, Source of funds");
	p.cost = 0; /* then nobody need pay */
	ck_assert_str_eq(plan_lacks(&p, &a), "");
}
END_TEST

/* 9,999 numbers of a year times the most that one may cost is still a number. */
START_TEST(more_money_than_a_year_can_add_up_is_refused)
{
	struct plan_item most = item("approved", 0, PLAN_MONEY_MOST), more = most;

	good(&plan_item_kind, &most);
	more.cost++;
	bad(&plan_item_kind, NULL, &more, "cost");
	ck_assert_int_lt(PLAN_MONEY_MOST, INT64_MAX / 9999);
}
END_TEST

START_TEST(people_see_and_type_the_whole_year_for_quarter_0)
{
	const struct field *f = kind_field(&ceiling_kind, "quarter");
	struct ceiling c;

	record_init(&ceiling_kind, &c);
	c.quarter = 3;
	problems = (struct problems){ .arena = &a };
	ck_assert(field_from_typed(f, &c, "Whole Year", &a, &problems));
	ck_assert_int_eq(c.quarter, 0);
	ck_assert_str_eq(field_to_shown(f, &c, &a), "whole year");
	ck_assert_str_eq(field_to_stored(f, &c, &a), "0");
}
END_TEST

Suite *plan_money_suite(void)
{
	Suite *s = suite_create("money of the plan");
	TCase *c = tcase_create("money");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, what_an_approval_lacks_is_named);
	tcase_add_test(c, more_money_than_a_year_can_add_up_is_refused);
	tcase_add_test(c, people_see_and_type_the_whole_year_for_quarter_0);
	suite_add_tcase(s, c);
	return s;
}
