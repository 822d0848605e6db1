#include "office.h"

#include "domain/division.h"

enum { PEOPLE = 4 };

static struct programme run;
static struct person people[PEOPLE];
static struct enrolment enrolments[PEOPLE];
static struct division_plan plan;

static void begin(void)
{
	static const char *const nips[PEOPLE] = { "198809212018011015",
						  "198003152008011006",
						  "197010141995031012",
						  "198909192017122023" };
	static const char *const names[PEOPLE] = { "A", "B", "C", "D" };

	start();
	run = programme("P1");
	for (int i = 0; i < PEOPLE; i++) {
		people[i] = person(nips[i], names[i]);
		enrolments[i] = enrol(run.id, people[i].id);
	}
}

static void load(struct division_plan *out)
{
	ck_assert_msg(division_load(db, run.id, &a, out, &err), "%s", err.text);
}

static void divide(size_t groups)
{
	load(&plan);
	plan.rules.groups = groups;
	plan.rules.seed = 7;
	for (size_t i = 0; i < plan.count; i++)
		plan.people[i].group = (int)(i % groups);
}

static void store(const char *reason)
{
	ck_assert_msg(division_save(db, &plan, reason, &err), "%s", err.text);
	load(&plan);
}

static struct group group_number(size_t at)
{
	return ((const struct group *)plan.groups.rows)[at];
}

/* Read in part, the rest of the groups would be left with their members. */
START_TEST(more_groups_than_are_read_are_refused)
{
	for (int i = 0; i <= GROUPS_MOST; i++)
		group(run.id);
	ck_assert(!division_load(db, run.id, &a, &plan, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
}
END_TEST

START_TEST(a_division_comes_back_with_its_seed_and_rules)
{
	divide(2);
	ck_assert(division_rule_add(&plan.rules, false, (struct division_pair){ 0, 2 },
				    &err));
	ck_assert(division_rule_add(&plan.rules, true, (struct division_pair){ 0, 1 },
				    &err));
	plan.rules.unit_least = 2;
	plan.people[3].locked = true;
	store("");
	ck_assert_uint_eq(plan.rules.groups, 2);
	ck_assert_uint_eq(plan.rules.seed, 7);
	ck_assert_uint_eq(plan.rules.together_count, 1);
	ck_assert_uint_eq(plan.rules.together[0].b, 2);
	ck_assert_uint_eq(plan.rules.apart_count, 1);
	ck_assert_int_eq(plan.rules.unit_least, 2);
	ck_assert_int_eq(plan.people[1].group, 1);
	ck_assert(plan.people[3].locked);
}
END_TEST

START_TEST(a_stored_seed_gives_the_stored_groups_again)
{
	struct division_result result;
	int saved[PEOPLE];

	divide(2);
	ck_assert(division_rule_add(&plan.rules, true, (struct division_pair){ 0, 3 },
				    &err));
	division_run(plan.people, plan.count, &plan.rules, &a, &result);
	store("");
	for (int i = 0; i < PEOPLE; i++)
		saved[i] = plan.people[i].group;
	division_run(plan.people, plan.count, &plan.rules, &a, &result);
	for (int i = 0; i < PEOPLE; i++)
		ck_assert_int_eq(plan.people[i].group, saved[i]);
	ck_assert_uint_eq(result.moved, 0);
}
END_TEST

START_TEST(a_removed_rule_stays_removed)
{
	divide(2);
	ck_assert(division_rule_add(&plan.rules, false, (struct division_pair){ 0, 2 },
				    &err));
	store("");
	ck_assert(division_rule_remove(&plan.rules, (struct division_pair){ 0, 2 }));
	store("Aturan dicabut");
	ck_assert_uint_eq(plan.rules.together_count, 0);
}
END_TEST

START_TEST(the_moves_of_somebody_else_are_not_overwritten)
{
	struct division_plan other;

	divide(2);
	store("");
	load(&other);
	other.people[0].group = 1;
	ck_assert(division_save(db, &other, "Bentrok jadwal", &err));
	plan.people[1].group = 0;
	ck_assert(!division_save(db, &plan, "Permintaan OPD", &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert(!action_is_open(db));
	load(&other);
	ck_assert_int_eq(other.people[0].group, 1);
	ck_assert_int_eq(other.people[1].group, 1);
}
END_TEST

START_TEST(who_dropped_out_meanwhile_is_a_conflict)
{
	struct enrolment now = enrolments[2];

	divide(2);
	now.status = "withdrawn";
	ck_assert_ptr_null(save(&enrolment_kind, &enrolments[2], &now, "status"));
	ck_assert(!division_save(db, &plan, "", &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
}
END_TEST

START_TEST(a_gap_in_the_numbers_does_no_harm)
{
	int64_t second;

	divide(3);
	store("");
	second = group_number(1).id;
	for (size_t i = 0; i < plan.count; i++)
		plan.people[i].group =
			plan.people[i].group == 1 ? 0 : plan.people[i].group;
	store("Kelompok 2 bubar");
	ck_assert(records_remove(db, &group_kind, &second, 1, &err));
	divide(3);
	store("Kembali tiga kelompok");
	ck_assert_uint_eq(plan.groups.count, 3);
	ck_assert_int_eq(group_number(1).number, 3);
	ck_assert_int_eq(group_number(2).number, 4);
	ck_assert_str_eq(group_number(2).name, "Group 4");
}
END_TEST

START_TEST(a_change_of_groups_needs_a_reason_and_keeps_all)
{
	divide(2);
	store("");
	ck_assert_str_eq(group_number(0).reason, "");
	ck_assert(!division_save(db, &plan, "  ", &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	store("A mundur");
	store("B mundur");
	ck_assert_str_eq(group_number(0).reason,
			 "04-05-2026: A mundur\n04-05-2026: B mundur");
}
END_TEST

START_TEST(who_moves_keeps_the_role_and_leads_no_more)
{
	struct group led;
	struct member m;

	divide(2);
	store("");
	led = group_number(0);
	led.leader = plan.people[0].person;
	ck_assert_ptr_null(
		save(&group_kind, (const struct group *)plan.groups.rows, &led, ""));
	m = ((const struct member *)plan.members.rows)[0];
	m.role = "Sekretaris";
	save(&member_kind, (const struct member *)plan.members.rows, &m, "");
	ck_assert_int_eq(m.person, plan.people[0].person);
	load(&plan);
	plan.people[0].group = 1;
	store("Tukar");
	ck_assert_int_eq(group_number(0).leader, 0);
	ck_assert(record_load(db, &member_kind, m.id, &m, &a, &err));
	ck_assert_str_eq(m.role, "Sekretaris");
	ck_assert_int_eq(m.group, group_number(1).id);
}
END_TEST

START_TEST(a_saved_division_is_undone_at_once)
{
	const char *name;

	divide(2);
	store("");
	plan.people[0].group = 1;
	store("Tukar");
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	load(&plan);
	ck_assert_int_eq(plan.people[0].group, 0);
	ck_assert_str_eq(group_number(0).reason, "");
}
END_TEST

Suite *division_store_suite(void);

Suite *division_store_suite(void)
{
	Suite *s = suite_create("division_store");
	TCase *c = tcase_create("division_store");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, more_groups_than_are_read_are_refused);
	tcase_add_test(c, a_division_comes_back_with_its_seed_and_rules);
	tcase_add_test(c, a_stored_seed_gives_the_stored_groups_again);
	tcase_add_test(c, a_removed_rule_stays_removed);
	tcase_add_test(c, the_moves_of_somebody_else_are_not_overwritten);
	tcase_add_test(c, who_dropped_out_meanwhile_is_a_conflict);
	tcase_add_test(c, a_gap_in_the_numbers_does_no_harm);
	tcase_add_test(c, a_change_of_groups_needs_a_reason_and_keeps_all);
	tcase_add_test(c, who_moves_keeps_the_role_and_leads_no_more);
	tcase_add_test(c, a_saved_division_is_undone_at_once);
	suite_add_tcase(s, c);
	return s;
}
