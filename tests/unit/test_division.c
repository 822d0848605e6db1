#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "domain/division.h"

enum { PEOPLE = 30 };

static struct arena a;
static struct division_person people[PEOPLE];
static struct division_rules rules;
static struct division_result result;

static void start(void)
{
	static const char *const units[] = { "A", "B", "C", "D", "E", "F" };
	static const char *const grades[] = { "II/c", "III/a", "III/d", "IV/a" };

	for (int i = 0; i < PEOPLE; i++)
		people[i] = (struct division_person){
			.person = i + 1,
			.name = "Nama",
			.unit = units[i % 6],
			.sex = i % 3 ? "L" : "P",
			.grade = grades[i % 4],
			.pre = i % 7 ? 4000 + i * 100 : NUMBER_NONE,
			.group = DIVISION_NONE,
		};
	rules = (struct division_rules){ .groups = 5, .seed = 42 };
}

static void done(void)
{
	arena_done(&a);
}

static void run(void)
{
	division_run(people, PEOPLE, &rules, &a, &result);
}

static bool all_hold(void)
{
	for (size_t i = 0; i < result.finding_count; i++) {
		if (!result.findings[i].holds)
			return false;
	}
	return result.finding_count > 0;
}

START_TEST(sizes_differ_by_one_at_most)
{
	for (size_t groups = 1; groups <= 12; groups++) {
		int sizes[12] = { 0 };

		start();
		rules.groups = groups;
		run();
		for (int i = 0; i < PEOPLE; i++)
			sizes[people[i].group]++;
		for (size_t g = 0; g < groups; g++) {
			ck_assert_int_ge(sizes[g], (int)(PEOPLE / groups));
			ck_assert_int_le(sizes[g], (int)((PEOPLE + groups - 1) / groups));
		}
	}
}
END_TEST

START_TEST(the_same_seed_gives_the_same_groups)
{
	struct division_person first[PEOPLE];
	bool differs = false;

	run();
	memcpy(first, people, sizeof first);
	start();
	run();
	for (int i = 0; i < PEOPLE; i++)
		ck_assert_int_eq(people[i].group, first[i].group);
	start();
	rules.seed = 43;
	run();
	for (int i = 0; i < PEOPLE; i++)
		differs = differs || people[i].group != first[i].group;
	ck_assert(differs);
}
END_TEST

START_TEST(balance_is_not_worse_than_dealing_out)
{
	for (uint64_t seed = 0; seed < 20; seed++) {
		start();
		rules.seed = seed;
		run();
		ck_assert(result.after.unit + result.after.sex + result.after.grade <=
			  result.before.unit + result.before.sex + result.before.grade + 1e-9);
		ck_assert(result.after.unit < 0.001);
	}
}
END_TEST

START_TEST(pairs_stay_together_or_apart)
{
	rules.together[0] = (struct division_pair){ 0, 7 };
	rules.together[1] = (struct division_pair){ 0, 13 };
	rules.apart[0] = (struct division_pair){ 1, 2 };
	rules.together_count = 2;
	rules.apart_count = 1;
	run();
	ck_assert_int_eq(people[0].group, people[7].group);
	ck_assert_int_eq(people[0].group, people[13].group);
	ck_assert_int_ne(people[1].group, people[2].group);
	ck_assert(all_hold());
}
END_TEST

START_TEST(a_rule_that_cannot_hold_is_named)
{
	rules.together[0] = (struct division_pair){ 0, 1 };
	rules.apart[0] = (struct division_pair){ 0, 1 };
	rules.together_count = rules.apart_count = 1;
	run();
	ck_assert(!all_hold());
}
END_TEST

START_TEST(who_is_locked_stays)
{
	people[3].group = 4;
	people[3].locked = true;
	people[9].group = 4;
	people[9].locked = true;
	run();
	ck_assert_int_eq(people[3].group, 4);
	ck_assert_int_eq(people[9].group, 4);
}
END_TEST

START_TEST(colleagues_come_at_least_in_twos)
{
	rules.groups = 6;
	rules.unit_least = 2;
	run();
	ck_assert(all_hold());
}
END_TEST

START_TEST(after_a_drop_out_the_others_keep_their_groups)
{
	struct division_person before[PEOPLE];

	run();
	people[5].group = DIVISION_NONE;
	memcpy(before, people, sizeof before);
	rules.keep = true;
	run();
	for (int i = 0; i < PEOPLE; i++) {
		if (i != 5)
			ck_assert_int_eq(people[i].group, before[i].group);
	}
	ck_assert_int_ge(people[5].group, 0);
}
END_TEST

Suite *division_suite(void);

Suite *division_suite(void)
{
	Suite *s = suite_create("division");
	TCase *c = tcase_create("division");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, sizes_differ_by_one_at_most);
	tcase_add_test(c, the_same_seed_gives_the_same_groups);
	tcase_add_test(c, balance_is_not_worse_than_dealing_out);
	tcase_add_test(c, pairs_stay_together_or_apart);
	tcase_add_test(c, a_rule_that_cannot_hold_is_named);
	tcase_add_test(c, who_is_locked_stays);
	tcase_add_test(c, colleagues_come_at_least_in_twos);
	tcase_add_test(c, after_a_drop_out_the_others_keep_their_groups);
	suite_add_tcase(s, c);
	return s;
}
