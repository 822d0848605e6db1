#include "office.h"

/* Places are counted while many are enrolled in one action. */
static struct programme run;
static struct person people[4];

static void setup(void)
{
	static const char *const nips[] = { "198501012010011001", "198602022011012002",
					    "198703032012011003", "198804042013012004" };

	start();
	run = programme("P1");
	for (size_t i = 0; i < 4; i++)
		people[i] = person(nips[i], "Budi Santoso");
	ck_assert(action_begin(db, "Enrol", &err));
}

static void teardown(void)
{
	action_rollback(db);
	done();
}

static bool is_full(void)
{
	const struct problem *p = problem_of(&problems, "status");

	ck_assert_uint_eq(problems.errors, 0);
	return p && p->warning;
}

START_TEST(the_one_behind_the_last_place_is_warned_of)
{
	enrol(run.id, people[0].id);
	ck_assert(!is_full());
	enrol(run.id, people[1].id);
	ck_assert(!is_full());
	enrol(run.id, people[2].id);
	ck_assert(is_full());
}
END_TEST

START_TEST(who_is_declined_in_the_same_action_leaves_a_place)
{
	struct enrolment first, then;

	enrol(run.id, people[0].id);
	first = enrol(run.id, people[1].id);
	then = first;
	then.status = "declined";
	save(&enrolment_kind, &first, &then, "");
	enrol(run.id, people[2].id);
	ck_assert(!is_full());
}
END_TEST

START_TEST(who_is_removed_in_the_same_action_leaves_a_place)
{
	struct enrolment first;

	enrol(run.id, people[0].id);
	first = enrol(run.id, people[1].id);
	ck_assert(records_remove(db, &enrolment_kind, &first.id, 1, &err));
	enrol(run.id, people[2].id);
	ck_assert(!is_full());
}
END_TEST

START_TEST(a_part_that_is_taken_back_takes_no_place)
{
	enrol(run.id, people[0].id);
	ck_assert(action_mark(db, &err));
	enrol(run.id, people[1].id);
	action_back(db);
	enrol(run.id, people[2].id);
	ck_assert(!is_full());
	enrol(run.id, people[3].id);
	ck_assert(is_full());
}
END_TEST

START_TEST(two_programmes_are_counted_by_turns)
{
	struct programme other = programme("P2");

	for (size_t i = 0; i < 2; i++) {
		enrol(run.id, people[i].id);
		ck_assert(!is_full());
		enrol(other.id, people[i].id);
		ck_assert(!is_full());
	}
	enrol(run.id, people[2].id);
	ck_assert(is_full());
	enrol(other.id, people[2].id);
	ck_assert(is_full());
}
END_TEST

Suite *places_suite(void);

Suite *places_suite(void)
{
	Suite *s = suite_create("places");
	TCase *t = tcase_create("places");

	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_one_behind_the_last_place_is_warned_of);
	tcase_add_test(t, who_is_declined_in_the_same_action_leaves_a_place);
	tcase_add_test(t, who_is_removed_in_the_same_action_leaves_a_place);
	tcase_add_test(t, a_part_that_is_taken_back_takes_no_place);
	tcase_add_test(t, two_programmes_are_counted_by_turns);
	suite_add_tcase(s, t);
	return s;
}
