#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
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
			  result.before.unit + result.before.sex + result.before.grade +
				  1e-9);
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

/* Five groups of six lose people, by index. */
static void drop(const int *gone, size_t count)
{
	run();
	for (size_t i = 0; i < count; i++)
		people[gone[i]] = people[PEOPLE - 1 - (int)i];
	rules.keep = true;
}

static void count_sizes(int sizes[12], int people_count)
{
	memset(sizes, 0, 12 * sizeof *sizes);
	for (int i = 0; i < people_count; i++)
		sizes[people[i].group]++;
}

static int spread_of(const int sizes[12], size_t groups)
{
	int least = sizes[0], most = sizes[0];

	for (size_t g = 1; g < groups; g++) {
		least = sizes[g] < least ? sizes[g] : least;
		most = sizes[g] > most ? sizes[g] : most;
	}
	return most - least;
}

START_TEST(a_re_balance_moves_no_more_than_the_sizes_need)
{
	int sizes[12];
	struct division_person before[PEOPLE];
	size_t moved = 0;

	/* 6, 6, 6, 6 and 3: two people must move. */
	for (int i = 0; i < 27; i++)
		people[i].group = i < 24 ? i % 4 : 4;
	memcpy(before, people, sizeof before);
	rules.keep = true;
	division_run(people, 27, &rules, &a, &result);
	count_sizes(sizes, 27);
	ck_assert_int_le(spread_of(sizes, 5), 1);
	for (int i = 0; i < 27; i++)
		moved += people[i].group != before[i].group;
	ck_assert_uint_eq(moved, 2);
	ck_assert_uint_eq(result.moved, 2);
	ck_assert_double_gt(result.before.unit + result.before.sex + result.before.grade,
			    0);
}
END_TEST

START_TEST(a_re_balance_of_even_groups_moves_nobody)
{
	static const int gone[] = { 4 };
	int sizes[12];

	drop(gone, 1);
	division_run(people, PEOPLE - 1, &rules, &a, &result);
	ck_assert_uint_eq(result.moved, 0);
	count_sizes(sizes, PEOPLE - 1);
	ck_assert_int_le(spread_of(sizes, 5), 1);
}
END_TEST

START_TEST(a_re_balance_never_moves_who_is_locked)
{
	int sizes[12];

	/* 6, 6, 6, 6 and 3; only person 7 of the full groups is free. */
	for (int i = 0; i < 27; i++) {
		people[i].group = i < 24 ? i % 4 : 4;
		people[i].locked = i != 7;
	}
	rules.keep = true;
	division_run(people, 27, &rules, &a, &result);
	for (int i = 0; i < 27; i++) {
		if (i != 7)
			ck_assert_int_eq(people[i].group, i < 24 ? i % 4 : 4);
	}
	ck_assert_int_eq(people[7].group, 4);
	count_sizes(sizes, 27);
	ck_assert_int_eq(sizes[4], 4);
}
END_TEST

START_TEST(a_re_balance_looks_for_the_best_balance)
{
	static const char *const sex[] = { "P", "P", "P", "L", "L", "L" };

	/* The group of four has three women, that of two two men: whatever the
	 * seed, one woman moves. */
	rules.groups = 2;
	rules.keep = true;
	for (rules.seed = 0; rules.seed < 20; rules.seed++) {
		for (int i = 0; i < 6; i++) {
			people[i].unit = people[i].grade = "";
			people[i].pre = NUMBER_NONE;
			people[i].sex = sex[i];
			people[i].group = i < 4 ? 0 : 1;
		}
		division_run(people, 6, &rules, &a, &result);
		ck_assert_uint_eq(result.moved, 1);
		ck_assert_int_eq(people[3].group, 0);
	}
}
END_TEST

START_TEST(who_has_no_group_is_a_finding)
{
	run();
	people[3].group = DIVISION_NONE;
	people[4].group = 99;
	rules.unit_least = 2;
	rules.together[0] = (struct division_pair){ 3, 4 };
	rules.together_count = 1;
	division_judge(people, PEOPLE, &rules, &a, &result);
	ck_assert_str_eq(result.findings[1].text, "2 people have no group");
	ck_assert(!result.findings[1].holds);
	ck_assert(!result.findings[2].holds);
}
END_TEST

START_TEST(a_rule_is_noted_once_and_can_be_removed)
{
	struct err err = { 0 };

	ck_assert(division_rule_add(&rules, false, (struct division_pair){ 1, 2 }, &err));
	ck_assert(division_rule_add(&rules, false, (struct division_pair){ 2, 1 }, &err));
	ck_assert(division_rule_add(&rules, true, (struct division_pair){ 1, 3 }, &err));
	ck_assert_uint_eq(rules.together_count, 1);
	ck_assert(division_rule_remove(&rules, (struct division_pair){ 2, 1 }));
	ck_assert(!division_rule_remove(&rules, (struct division_pair){ 2, 1 }));
	ck_assert_uint_eq(rules.together_count, 0);
	ck_assert_uint_eq(rules.apart_count, 1);
}
END_TEST

START_TEST(one_rule_too_many_is_told)
{
	struct err err = { 0 };

	for (size_t i = 0; i < DIVISION_PAIRS; i++)
		ck_assert(division_rule_add(&rules, true,
					    (struct division_pair){ i, 100 }, &err));
	ck_assert(
		!division_rule_add(&rules, true, (struct division_pair){ 98, 99 }, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
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
	tcase_add_test(c, a_re_balance_moves_no_more_than_the_sizes_need);
	tcase_add_test(c, a_re_balance_of_even_groups_moves_nobody);
	tcase_add_test(c, a_re_balance_never_moves_who_is_locked);
	tcase_add_test(c, a_re_balance_looks_for_the_best_balance);
	tcase_add_test(c, who_has_no_group_is_a_finding);
	tcase_add_test(c, a_rule_is_noted_once_and_can_be_removed);
	tcase_add_test(c, one_rule_too_many_is_told);
	suite_add_tcase(s, c);
	return s;
}
