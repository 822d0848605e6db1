#include "office.h"

#include "base/number.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/kinds.h"
#include "domain/survey.h"
#include "domain/trail.h"
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

START_TEST(a_number_that_is_emptied_is_the_next_of_the_year)
{
	struct plan_item taken = item("proposed", 0, NUMBER_NONE), was, now;

	good(&plan_item_kind, &taken);
	was = item("proposed", 0, NUMBER_NONE);
	was.year = 2028;
	good(&plan_item_kind, &was);
	now = was;
	now.year = 2027;
	now.number = NUMBER_NONE;
	save(&plan_item_kind, &was, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
	ck_assert_int_eq(stored(was.id).number, taken.number + 1);
}
END_TEST

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

/* An approved item and the programme that is made of it. */
static int64_t scheduled(struct plan_item *p, struct programme *made)
{
	int64_t id = 0;

	*p = item("approved", 0, NUMBER_NONE);
	good(&plan_item_kind, p);
	ck_assert_msg(plan_to_programme(db, p->id, "", &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, made, &a, &err));
	return id;
}

START_TEST(what_is_done_is_realised)
{
	static const char *const way[] = { "planned", "open", "running", "done" };
	struct plan_item p;
	struct programme made, now;

	scheduled(&p, &made);
	for (size_t i = 0; i < sizeof way / sizeof *way; i++) {
		ck_assert_str_eq(stored(p.id).status, "scheduled");
		now = made;
		now.status = way[i];
		save(&programme_kind, &made, &now, "");
		ck_assert_uint_eq(problems.errors, 0);
		made = now;
	}
	ck_assert_str_eq(stored(p.id).status, "realised");
}
END_TEST

/* One page of them is not all. */
START_TEST(all_items_of_a_programme_are_realised)
{
	enum { MANY = 1001 };
	struct plan_item p, last = { .id = 0 };
	struct programme made, now;

	scheduled(&p, &made);
	for (int i = 0; i < MANY; i++) {
		last = item("scheduled", 0, 1);
		last.number = 100 + i;
		last.programme = made.id;
		good(&plan_item_kind, &last);
	}
	now = made;
	now.status = "running";
	ck_assert(action_begin(db, "x", &err));
	ck_assert(programme_kind.follow(db, &made, &now, &err));
	ck_assert_str_eq(stored(last.id).status, "scheduled");
	now.status = "done";
	ck_assert(programme_kind.follow(db, &made, &now, &err));
	ck_assert(action_commit(db, &err));
	ck_assert_str_eq(stored(p.id).status, "realised");
	ck_assert_str_eq(stored(last.id).status, "realised");
}
END_TEST

START_TEST(back_to_approved_lets_go_of_the_programme)
{
	struct plan_item p, was;
	struct programme made;

	scheduled(&p, &made);
	was = p = stored(p.id);
	p.status = "approved";
	bad(&plan_item_kind, &was, &p, "status");
	problems = (struct problems){ .arena = &a };
	ck_assert(plan_step(db, p.id, "approved", "", &problems, &err));
	ck_assert_int_eq(stored(p.id).programme, 0);
}
END_TEST

START_TEST(a_code_that_is_taken_is_numbered)
{
	struct plan_item p;
	struct programme first, second;

	scheduled(&p, &first);
	scheduled(&p, &second);
	ck_assert_str_eq(first.code, "PLD27");
	ck_assert_str_eq(second.code, "PLD27-2");
}
END_TEST

START_TEST(the_programme_rests_on_its_item)
{
	struct trail_request ask = { .kind = &programme_kind, .most = 5 };
	struct trail_line *lines;
	struct plan_item p;
	struct programme made;
	size_t count = 0, found = 0;

	ask.id = scheduled(&p, &made);
	ck_assert(trail_of(db, &ask, &a, &lines, &count, &err));
	for (size_t i = 0; i < count; i++)
		found += lines[i].kind == &plan_item_kind && lines[i].id == p.id &&
			 lines[i].why;
	ck_assert_uint_eq(found, 1);
}
END_TEST

START_TEST(totals_are_by_quarter_and_year)
{
	int64_t fund = source(100);
	struct plan_item yes = item("approved", fund, 70);
	struct plan_item open = item("proposed", fund, 50);
	struct plan_item no = item("proposed", fund, 900);
	struct plan_total *all;
	size_t count;

	no.status = "rejected";
	no.reason = "Tidak mendesak";
	open.quarter = NUMBER_NONE;
	good(&plan_item_kind, &yes);
	good(&plan_item_kind, &open);
	good(&plan_item_kind, &no);
	ck_assert(plan_totals(db, 2027, &a, &all, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(all[0].quarter, 2);
	ck_assert_int_eq(all[0].cost, 70);
	ck_assert_int_eq(plan_left(&all[0]), NUMBER_NONE);
	ck_assert_int_eq(all[1].quarter, 0);
	ck_assert_int_eq(all[1].items, 2);
	ck_assert_int_eq(all[1].cost, 120);
	ck_assert_int_eq(all[1].approved, 70);
	ck_assert_int_eq(plan_left(&all[1]), 30);
}
END_TEST

START_TEST(what_is_only_proposed_has_no_programme)
{
	struct plan_item p = item("approved", 0, NUMBER_NONE), now;
	int64_t programme = 0;

	good(&plan_item_kind, &p);
	ck_assert(plan_to_programme(db, p.id, "", &programme, &err));
	now = item("proposed", 0, NUMBER_NONE);
	now.number = 7;
	now.programme = programme;
	bad(&plan_item_kind, NULL, &now, "status");
}
END_TEST

START_TEST(what_is_realised_is_told_apart_from_what_is_approved)
{
	int64_t fund = source(100);
	struct plan_item done = item("realised", fund, 30);
	struct plan_item yes = item("approved", fund, 50);
	struct plan_total *all;
	size_t count;

	good(&plan_item_kind, &done);
	good(&plan_item_kind, &yes);
	ck_assert(plan_totals(db, 2027, &a, &all, &count, &err));
	ck_assert_int_eq(all[1].approved, 80);
	ck_assert_int_eq(all[1].realised, 30);
}
END_TEST

/* 30 people in the second quarter, 30 without one; the rejected 30 nowhere. */
START_TEST(a_sum_leaves_out_what_is_rejected)
{
	struct plan_item yes = item("approved", 0, 70), open = item("proposed", 0, 50);
	struct plan_item no = item("rejected", 0, 900);
	struct plan_row *rows;
	struct plan_sum all;
	size_t count;

	open.quarter = NUMBER_NONE;
	open.people = NUMBER_NONE;
	no.reason = "Tidak mendesak";
	good(&plan_item_kind, &yes);
	good(&plan_item_kind, &open);
	good(&plan_item_kind, &no);
	ck_assert(plan_list(db, 2027, &a, &rows, &count, &err));
	all = plan_sum(rows, count, 0);
	ck_assert_int_eq(all.items, 2);
	ck_assert_int_eq(all.people, 30);
	ck_assert_int_eq(all.jp, 2500);
	ck_assert_int_eq(all.cost, 120);
	ck_assert_int_eq(all.approved, 70);
	ck_assert_int_eq(plan_sum(rows, count, 2).cost, 70);
	ck_assert_int_eq(plan_sum(rows, count, 3).items, 0);
	ck_assert_int_eq(plan_sum(rows, count, NUMBER_NONE).cost, 50);
}
END_TEST

START_TEST(several_items_take_a_step_together)
{
	struct plan_item one = item("reviewed", 0, 1), two = item("reviewed", 0, 2);
	const struct plan_step step = { "approved", "" };
	int64_t ids[2];

	good(&plan_item_kind, &one);
	good(&plan_item_kind, &two);
	ids[0] = one.id;
	ids[1] = two.id;
	problems = (struct problems){ .arena = &a };
	ck_assert(plan_step_all(db, ids, 2, &step, &problems, &err));
	ck_assert_str_eq(stored(one.id).status, "approved");
	ck_assert_str_eq(stored(two.id).status, "approved");
}
END_TEST

START_TEST(where_one_may_not_step_none_does)
{
	struct plan_item one = item("reviewed", 0, 1), two = item("proposed", 0, 2);
	const struct plan_step step = { "approved", "" };
	int64_t ids[2];

	two.title = "Arsip";
	good(&plan_item_kind, &one);
	good(&plan_item_kind, &two);
	ids[0] = one.id;
	ids[1] = two.id;
	problems = (struct problems){ .arena = &a };
	ck_assert(!plan_step_all(db, ids, 2, &step, &problems, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "Arsip"));
	ck_assert_str_eq(stored(one.id).status, "reviewed");
}
END_TEST

START_TEST(what_is_rejected_already_keeps_its_reason)
{
	struct plan_item p = item("rejected", 0, 1);

	problems = (struct problems){ .arena = &a };
	p.reason = "Tidak mendesak";
	good(&plan_item_kind, &p);
	ck_assert(plan_step(db, p.id, "rejected", "Pagu habis", &problems, &err));
	ck_assert_str_eq(stored(p.id).reason, "Tidak mendesak");
}
END_TEST

START_TEST(a_copy_is_a_proposal_of_its_own)
{
	struct plan_item p = item("rejected", 0, 70);

	p.number = 4;
	p.reason = "Tidak mendesak";
	p.programme = 9;
	p.starts = date_of(2027, 4, 1);
	ck_assert(plan_item_kind.like(db, &p, &a, &err));
	ck_assert_int_eq(p.number, NUMBER_NONE);
	ck_assert_str_eq(p.status, "proposed");
	ck_assert_str_eq(p.reason, "");
	ck_assert_int_eq(p.programme, 0);
	ck_assert(!date_is_set(p.starts));
	ck_assert_int_eq(p.cost, 70);
}
END_TEST

START_TEST(the_plan_of_a_survey_is_what_answers_its_needs)
{
	struct survey survey;
	struct plan_item of = item("proposed", 0, 70), other = item("proposed", 0, 50);
	struct plan_row *rows;
	size_t count;

	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	survey.year = 2026;
	good(&survey_kind, &survey);
	of.survey = survey.id;
	good(&plan_item_kind, &other);
	good(&plan_item_kind, &of);
	ck_assert(plan_of_survey(db, survey.id, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(rows[0].id, of.id);
}
END_TEST

Suite *yearly_plan_suite(void);

Suite *yearly_plan_suite(void)
{
	Suite *s = suite_create("yearly_plan");
	TCase *c = tcase_create("yearly_plan");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, an_item_goes_step_by_step);
	tcase_add_test(c, a_number_that_is_emptied_is_the_next_of_the_year);
	tcase_add_test(c, a_jump_is_refused);
	tcase_add_test(c, all_items_of_a_programme_are_realised);
	tcase_add_test(c, a_rejection_needs_its_reason);
	tcase_add_test(c, exactly_the_ceiling_is_fine_and_more_is_told);
	tcase_add_test(c, what_is_not_approved_takes_nothing_of_the_ceiling);
	tcase_add_test(c, only_an_approved_item_becomes_a_programme);
	tcase_add_test(c, a_programme_keeps_what_was_planned_and_the_link);
	tcase_add_test(c, one_undo_takes_the_programme_and_the_step_back);
	tcase_add_test(c, what_is_done_is_realised);
	tcase_add_test(c, back_to_approved_lets_go_of_the_programme);
	tcase_add_test(c, a_code_that_is_taken_is_numbered);
	tcase_add_test(c, the_programme_rests_on_its_item);
	tcase_add_test(c, totals_are_by_quarter_and_year);
	tcase_add_test(c, what_is_only_proposed_has_no_programme);
	tcase_add_test(c, what_is_realised_is_told_apart_from_what_is_approved);
	tcase_add_test(c, a_sum_leaves_out_what_is_rejected);
	tcase_add_test(c, a_copy_is_a_proposal_of_its_own);
	tcase_add_test(c, the_plan_of_a_survey_is_what_answers_its_needs);
	tcase_add_test(c, several_items_take_a_step_together);
	tcase_add_test(c, where_one_may_not_step_none_does);
	tcase_add_test(c, what_is_rejected_already_keeps_its_reason);
	suite_add_tcase(s, c);
	return s;
}
