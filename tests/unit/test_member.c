#include "office.h"

static struct programme run;
static struct person who;
static struct enrolment enrolment;
static struct group team;
static struct member member;

/* One participant, who leads a group. */
static void begin(void)
{
	struct group leaderless;

	start();
	run = programme("P1");
	who = person("198809212018011015", "Dewi");
	enrolment = enrol(run.id, who.id);
	team = group(run.id);
	member = join(team.id, who.id);
	leaderless = team;
	team.leader = who.id;
	ck_assert_ptr_null(save(&group_kind, &leaderless, &team, "leader"));
}

static int64_t leader(void)
{
	ck_assert(record_load(db, &group_kind, team.id, &team, &a, &err));
	return team.leader;
}

static int members(void)
{
	struct select select = { .kind = &member_kind };
	size_t count = 0;

	ck_assert(select_count(db, &select, 10, &count, &err));
	return (int)count;
}

START_TEST(a_leader_who_is_taken_out_steps_down)
{
	const char *name;

	ck_assert_msg(records_remove(db, &member_kind, &member.id, 1, &err), "%s",
		      err.text);
	ck_assert_int_eq(leader(), 0);
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert_int_eq(leader(), who.id);
	ck_assert_int_eq(members(), 1);
}
END_TEST

START_TEST(who_goes_to_another_group_leads_the_old_one_no_more)
{
	struct member moved = member;

	moved.group = group(run.id).id;
	save(&member_kind, &member, &moved, "");
	ck_assert_int_eq(leader(), 0);
}
END_TEST

START_TEST(who_drops_out_leaves_the_group)
{
	static const char *const out[] = { "declined", "withdrawn", "waiting" };
	struct enrolment now = enrolment;
	const char *name;

	now.status = out[_i];
	ck_assert_ptr_null(save(&enrolment_kind, &enrolment, &now, "status"));
	ck_assert_int_eq(members(), 0);
	ck_assert_int_eq(leader(), 0);
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert_int_eq(members(), 1);
	ck_assert_int_eq(leader(), who.id);
}
END_TEST

START_TEST(who_keeps_the_place_stays_in_the_group)
{
	struct enrolment now = enrolment;

	now.status = "completed";
	ck_assert_ptr_null(save(&enrolment_kind, &enrolment, &now, "status"));
	ck_assert_int_eq(members(), 1);
	ck_assert_int_eq(leader(), who.id);
}
END_TEST

START_TEST(who_goes_to_another_programme_leaves_the_group)
{
	struct enrolment now = enrolment;

	now.programme = programme("P2").id;
	ck_assert_ptr_null(save(&enrolment_kind, &enrolment, &now, "programme"));
	ck_assert_int_eq(members(), 0);
}
END_TEST

START_TEST(who_is_taken_off_the_list_leaves_the_group)
{
	ck_assert_msg(records_remove(db, &enrolment_kind, &enrolment.id, 1, &err), "%s",
		      err.text);
	ck_assert_int_eq(members(), 0);
}
END_TEST

START_TEST(who_holds_no_place_joins_no_group)
{
	struct enrolment now = enrolment;
	struct member again = member;

	now.status = "withdrawn";
	ck_assert_ptr_null(save(&enrolment_kind, &enrolment, &now, "status"));
	again.id = 0;
	bad(&member_kind, NULL, &again, "person");
}
END_TEST

Suite *member_suite(void);

Suite *member_suite(void)
{
	Suite *s = suite_create("member");
	TCase *c = tcase_create("member");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, a_leader_who_is_taken_out_steps_down);
	tcase_add_test(c, who_goes_to_another_group_leads_the_old_one_no_more);
	tcase_add_loop_test(c, who_drops_out_leaves_the_group, 0, 3);
	tcase_add_test(c, who_keeps_the_place_stays_in_the_group);
	tcase_add_test(c, who_goes_to_another_programme_leaves_the_group);
	tcase_add_test(c, who_is_taken_off_the_list_leaves_the_group);
	tcase_add_test(c, who_holds_no_place_joins_no_group);
	suite_add_tcase(s, c);
	return s;
}
