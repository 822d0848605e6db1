#include "office.h"

START_TEST(a_programme_may_not_end_before_it_starts)
{
	struct programme old = programme("P1"), now = old;

	now.ends = date_of(2026, 3, 1);
	bad(&programme_kind, &old, &now, "ends");
}
END_TEST

START_TEST(a_new_programme_is_filled_in)
{
	struct programme p = programme("P1");

	ck_assert_int_eq(p.year, 2026);
	ck_assert_str_eq(p.status, "draft");
	ck_assert_int_ne(p.revision, 0);
}
END_TEST

enum { STATUSES = 7 };

static const char *const statuses[STATUSES] = { "draft",    "planned", "open",
						"running",  "done",    "evaluated",
						"cancelled" };

/* From the row to the column: 1 where the step is allowed. */
/* clang-format off */
static const int steps[STATUSES][STATUSES] = {
	{ 0, 1, 0, 0, 0, 0, 1 },
	{ 0, 0, 1, 0, 0, 0, 1 },
	{ 0, 0, 0, 1, 0, 0, 1 },
	{ 0, 0, 0, 0, 1, 0, 1 },
	{ 0, 0, 0, 0, 0, 1, 0 },
	{ 0, 0, 0, 0, 0, 0, 0 },
	{ 0, 0, 0, 0, 0, 0, 0 },
};
/* clang-format on */

START_TEST(a_status_goes_only_its_steps)
{
	const char *from = statuses[_i / STATUSES], *to = statuses[_i % STATUSES];

	ck_assert_int_eq(programme_step_allowed(from, to),
			 steps[_i / STATUSES][_i % STATUSES]);
	ck_assert_ptr_nonnull(choice_find(programme_status_choices, from));
}
END_TEST

START_TEST(a_forbidden_step_is_told_with_the_next_one)
{
	struct programme old = programme("P1"), now = old;

	now.status = "done";
	bad(&programme_kind, &old, &now, "status");
	ck_assert_ptr_nonnull(strstr(problem_of(&problems, "status")->text, "Planned"));
}
END_TEST

START_TEST(cancelling_needs_a_reason)
{
	struct programme old = programme("P1"), now = old;

	now.status = "cancelled";
	bad(&programme_kind, &old, &now, "cancel_reason");
	now.cancel_reason = "Anggaran dipotong";
	save(&programme_kind, &old, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
}
END_TEST

START_TEST(a_code_is_given_once)
{
	struct programme p;

	programme("P1");
	record_init(&programme_kind, &p);
	p.code = "P1";
	p.title = "Lain";
	bad(&programme_kind, NULL, &p, "code");
}
END_TEST

START_TEST(more_participants_than_places_is_a_warning)
{
	struct programme p = programme("P1");
	struct enrolment e;

	enrol(p.id, person("198809212018011015", "A").id);
	enrol(p.id, person("198809212018011016", "B").id);
	record_init(&enrolment_kind, &e);
	e.programme = p.id;
	e.person = person("198809212018011017", "C").id;
	e.status = "accepted";
	warned(&enrolment_kind, NULL, &e, "status");
	ck_assert_int_eq(programme_taken(db, p.id), 3);
}
END_TEST

START_TEST(who_waits_takes_no_place)
{
	struct programme p = programme("P1");
	struct enrolment e = enrol(p.id, person("198809212018011015", "A").id), now = e;

	now.status = "waiting";
	save(&enrolment_kind, &e, &now, "");
	ck_assert_int_eq(programme_taken(db, p.id), 0);
}
END_TEST

START_TEST(nobody_is_enrolled_twice)
{
	struct programme p = programme("P1");
	struct enrolment e = enrol(p.id, person("198809212018011015", "A").id);

	e.id = 0;
	bad(&enrolment_kind, NULL, &e, "person");
}
END_TEST

START_TEST(a_leader_must_be_a_participant)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct group old = group(p.id), now = old;

	now.leader = who.id;
	bad(&group_kind, &old, &now, "leader");
	enrol(p.id, who.id);
	save(&group_kind, &old, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
}
END_TEST

START_TEST(a_leader_must_be_a_member)
{
	struct programme p = programme("P1");
	struct person one = person("198809212018011015", "A");
	struct person other = person("198310032005012019", "B");
	struct group old = group(p.id), now = old;

	enrol(p.id, one.id);
	enrol(p.id, other.id);
	join(old.id, one.id);
	now.leader = other.id;
	bad(&group_kind, &old, &now, "leader");
	now.leader = one.id;
	save(&group_kind, &old, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
}
END_TEST

START_TEST(the_leader_of_an_empty_group_is_its_first_member)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct group old = group(p.id), now = old;
	struct member m;
	int64_t id = 0;

	enrol(p.id, who.id);
	now.leader = who.id;
	save(&group_kind, &old, &now, "");
	record_init(&member_kind, &m);
	m.group = old.id;
	m.person = who.id;
	ck_assert(record_find(db, &member_kind, &m, &id, &err));
	ck_assert_int_ne(id, 0);
}
END_TEST

START_TEST(a_leader_is_in_no_other_group)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct group one = group(p.id), two = group(p.id), now = two;

	enrol(p.id, who.id);
	join(one.id, who.id);
	now.leader = who.id;
	bad(&group_kind, &two, &now, "leader");
}
END_TEST

START_TEST(a_member_must_be_a_participant)
{
	struct programme p = programme("P1");
	struct member m;

	record_init(&member_kind, &m);
	m.group = group(p.id).id;
	m.person = person("198809212018011015", "A").id;
	bad(&member_kind, NULL, &m, "person");
}
END_TEST

START_TEST(nobody_is_in_two_groups_of_a_programme)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct member m;

	enrol(p.id, who.id);
	record_init(&member_kind, &m);
	m.person = who.id;
	m.group = group(p.id).id;
	good(&member_kind, &m);
	m.id = 0;
	m.group = group(p.id).id;
	bad(&member_kind, NULL, &m, "person");
}
END_TEST

START_TEST(a_person_needs_a_nip_unless_no_civil_servant)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = "Tamu";
	bad(&person_kind, NULL, &p, "nip");
	p.employment = "NONASN";
	good(&person_kind, &p);
}
END_TEST

START_TEST(a_nip_fills_in_birth_and_sex)
{
	struct person p = person("198809212018012015", "A");

	ck_assert_int_eq(p.birth.day, date_of(1988, 9, 21).day);
	ck_assert_str_eq(p.sex, "P");
	ck_assert_str_eq(p.employment, "PNS");
}
END_TEST

START_TEST(an_unknown_code_is_told_with_the_choices)
{
	struct programme old = programme("P1"), now = old;

	now.method = "nonsense";
	bad(&programme_kind, &old, &now, "method");
}
END_TEST

START_TEST(a_reference_is_found_by_code_name_and_part)
{
	const struct field *f = kind_field(&person_kind, "unit");
	struct unit u;
	int64_t id = 0;

	record_init(&unit_kind, &u);
	u.code = "OPD01";
	u.name = "Dinas Kesehatan Kota";
	good(&unit_kind, &u);
	for (int i = 0; i < 4; i++) {
		static const char *const typed[] = { "OPD01", "dinas kesehatan kota",
						     "keseh",
						     "OPD01 Dinas Kesehatan Kota" };

		id = 0;
		problems = (struct problems){ .arena = &a };
		ck_assert(reference_resolve(db, f, typed[i], &id, &problems, &err));
		ck_assert_msg(id == u.id, "%s", typed[i]);
	}
	ck_assert(reference_resolve(db, f, "antah", &id, &problems, &err));
	ck_assert_uint_eq(problems.errors, 1);
	u.id = 0;
	u.code = "OPD02";
	u.name = "Dinas Kesehatan Hewan";
	good(&unit_kind, &u);
	problems = (struct problems){ .arena = &a };
	ck_assert(reference_resolve(db, f, "kesehatan", &id, &problems, &err));
	ck_assert_ptr_nonnull(strstr(problems.first->text, "several"));
}
END_TEST

START_TEST(a_milestone_is_not_done_tomorrow)
{
	struct programme p = programme("P1");
	struct project j;
	struct milestone m;

	record_init(&project_kind, &j);
	j.group = group(p.id).id;
	j.title = "Antrean";
	good(&project_kind, &j);
	record_init(&milestone_kind, &m);
	m.project = j.id;
	m.term = "short";
	m.text = "Ukur";
	m.done = date_of(2026, 5, 5);
	bad(&milestone_kind, NULL, &m, "done");
	m.done = DATE_NONE;
	m.verdict = "above";
	bad(&milestone_kind, NULL, &m, "done");
}
END_TEST

START_TEST(stakeholders_stand_in_their_quadrant)
{
	struct stakeholder s = { .influence = 5, .interest = 4 };

	ck_assert_int_eq(stakeholder_quadrant(&s), QUADRANT_PROMOTER);
	s.interest = 3;
	ck_assert_int_eq(stakeholder_quadrant(&s), QUADRANT_LATENT);
	s.influence = 1;
	ck_assert_int_eq(stakeholder_quadrant(&s), QUADRANT_APATHETIC);
	s.interest = 5;
	ck_assert_int_eq(stakeholder_quadrant(&s), QUADRANT_DEFENDER);
}
END_TEST

Suite *rules_suite(void);

Suite *rules_suite(void)
{
	Suite *s = suite_create("rules");
	TCase *c = tcase_create("rules");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_programme_may_not_end_before_it_starts);
	tcase_add_test(c, a_new_programme_is_filled_in);
	tcase_add_loop_test(c, a_status_goes_only_its_steps, 0, STATUSES * STATUSES);
	tcase_add_test(c, a_forbidden_step_is_told_with_the_next_one);
	tcase_add_test(c, cancelling_needs_a_reason);
	tcase_add_test(c, a_code_is_given_once);
	tcase_add_test(c, more_participants_than_places_is_a_warning);
	tcase_add_test(c, who_waits_takes_no_place);
	tcase_add_test(c, nobody_is_enrolled_twice);
	tcase_add_test(c, a_leader_must_be_a_participant);
	tcase_add_test(c, a_leader_must_be_a_member);
	tcase_add_test(c, the_leader_of_an_empty_group_is_its_first_member);
	tcase_add_test(c, a_leader_is_in_no_other_group);
	tcase_add_test(c, a_member_must_be_a_participant);
	tcase_add_test(c, nobody_is_in_two_groups_of_a_programme);
	tcase_add_test(c, a_person_needs_a_nip_unless_no_civil_servant);
	tcase_add_test(c, a_nip_fills_in_birth_and_sex);
	tcase_add_test(c, an_unknown_code_is_told_with_the_choices);
	tcase_add_test(c, a_reference_is_found_by_code_name_and_part);
	tcase_add_test(c, a_milestone_is_not_done_tomorrow);
	tcase_add_test(c, stakeholders_stand_in_their_quadrant);
	suite_add_tcase(s, c);
	return s;
}
