#include "run.h"
#include "store/stmt.h"

START_TEST(exactly_the_least_share_is_enough)
{
	int64_t who = participant("Dewi");

	mark(session(800), who, "late");
	mark(session(200), who, "sick");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_YES);
	ck_assert_str_eq(words(who), "8 of 10 JP (80 % ≥ 80 %); meets the rule");
}
END_TEST

START_TEST(a_hundredth_below_is_not_and_is_not_rounded_up)
{
	int64_t who = participant("Dewi");

	mark(session(7999), who, "present");
	mark(session(2001), who, "absent");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NEVER);
	ck_assert_str_eq(words(who),
			 "79.99 of 100 JP (79.99 % < 80 %); can still reach it: no");
}
END_TEST

START_TEST(what_is_not_marked_can_still_be_attended)
{
	int64_t who = participant("Dewi");

	mark(session(200), who, "absent");
	session(799);
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NEVER);
	session(1);
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
	ck_assert_int_eq(of(who).unmarked, 2);
	ck_assert_str_eq(words(who), "0 of 2 JP (0 % < 80 %), 8 JP not marked yet; can "
				     "still reach it: yes");
}
END_TEST

START_TEST(the_sentence_names_every_reason)
{
	int64_t who = participant("Dewi");
	struct programme now = run;

	now.least_post = 6000;
	change(now);
	mark(session(1400), who, "present");
	mark(session(400), who, "excused");
	ck_assert_str_eq(
		words(who),
		"14 of 18 JP (78 % < 80 %), post-test missing; can still reach it: no");
}
END_TEST

START_TEST(without_sessions_nothing_is_decided)
{
	int64_t who = participant("Dewi");

	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
	ck_assert(isnan(eligibility_share(&(struct eligibility){ 0 })));
	ck_assert_str_eq(words(who),
			 "no lesson hours are planned yet; can still reach it: yes");
}
END_TEST

START_TEST(sessions_without_lesson_hours_count_for_nothing)
{
	int64_t who = participant("Dewi");

	mark(session(0), who, "absent");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
	mark(session(100), who, "present");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_YES);
}
END_TEST

START_TEST(attendance_may_not_matter)
{
	int64_t who = participant("Dewi");
	struct programme now = run;

	now.least_attendance = 0;
	change(now);
	mark(session(100), who, "absent");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_YES);
}
END_TEST

START_TEST(the_post_test_decides_at_its_minimum)
{
	int64_t low = participant("Dewi"), just = participant("Eko");
	struct programme now = run;

	now.least_attendance = 0;
	now.least_post = 6000;
	change(now);
	ck_assert_int_eq(of(low).verdict, ELIGIBLE_NOT_YET);
	post(low, 5999);
	post(just, 6000);
	ck_assert_int_eq(of(low).verdict, ELIGIBLE_NEVER);
	ck_assert_int_eq(of(just).verdict, ELIGIBLE_YES);
}
END_TEST

static struct project project(int64_t who)
{
	struct project p;
	struct group g = group(run.id);

	join(g.id, who);
	record_init(&project_kind, &p);
	p.group = g.id;
	p.title = "Antrean";
	good(&project_kind, &p);
	return p;
}

static void milestone(int64_t project, const char *term, const char *verdict)
{
	struct milestone m;

	record_init(&milestone_kind, &m);
	m.project = project;
	m.term = term;
	m.text = "Uji coba";
	if (*verdict != '\0')
		m.done = date_of(2020, 1, 1);
	m.verdict = verdict;
	m.evidence = "foto";
	good(&milestone_kind, &m);
}

static int64_t with_project_rule(void)
{
	struct programme now = run;

	now.least_attendance = 0;
	now.project_verdict = 1;
	change(now);
	return participant("Dewi");
}

START_TEST(a_project_counts_when_its_short_term_went_as_planned)
{
	int64_t who = with_project_rule();
	struct project p;

	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
	p = project(who);
	milestone(p.id, "long", "");
	milestone(p.id, "short", "as");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_YES);
	milestone(p.id, "short", "");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
	milestone(p.id, "short", "below");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NEVER);
}
END_TEST

START_TEST(a_project_without_short_term_counts_when_it_is_done)
{
	int64_t who = with_project_rule();
	struct project p = project(who), now = p;

	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
	now.status = "done";
	save(&project_kind, &p, &now, "");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_YES);
	p = now;
	now.status = "dropped";
	save(&project_kind, &p, &now, "");
	ck_assert_int_eq(of(who).verdict, ELIGIBLE_NOT_YET);
}
END_TEST

START_TEST(proposals_change_only_who_is_still_accepted)
{
	int64_t good = participant("Dewi"), missed = participant("Eko");
	int64_t gone = participant("Fitri"), by_hand = participant("Gita");
	int64_t unmarked = participant("Hadi"), s = session(100);
	struct completion_count done;

	mark(s, good, "present");
	mark(s, missed, "absent");
	mark(s, gone, "present");
	mark(s, by_hand, "present");
	set_status(gone, "withdrawn");
	set_status(by_hand, "failed");
	step_to("done");
	ck_assert_msg(completion_accept(db, run.id, &settings, NULL, 0, &done, &err),
		      "%s", err.text);
	ck_assert_uint_eq(done.completed, 1);
	ck_assert_uint_eq(done.failed, 1);
	ck_assert_uint_eq(done.open, 1);
	ck_assert_str_eq(enrolment_of(good).status, "completed");
	ck_assert_str_eq(enrolment_of(missed).status, "failed");
	ck_assert(strstr(enrolment_of(missed).reason, "0 of 1 JP"));
	ck_assert_str_eq(enrolment_of(gone).status, "withdrawn");
	ck_assert_str_eq(enrolment_of(by_hand).status, "failed");
	ck_assert_str_eq(enrolment_of(unmarked).status, "accepted");
	ck_assert_int_eq(enrolment_of(good).jp, NUMBER_NONE);
}
END_TEST

START_TEST(accepted_proposals_are_one_action)
{
	int64_t one = participant("Dewi"), two = participant("Eko"), s = session(100);
	struct completion_count done;
	const char *name;

	mark(s, one, "present");
	mark(s, two, "present");
	step_to("running");
	ck_assert(completion_accept(db, run.id, &settings, NULL, 0, &done, &err));
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert_str_eq(enrolment_of(one).status, "accepted");
	ck_assert_str_eq(enrolment_of(two).status, "accepted");
}
END_TEST

START_TEST(a_programme_that_does_not_run_completes_nobody)
{
	int64_t who = participant("Dewi");
	struct completion_count done;

	mark(session(100), who, "present");
	ck_assert(!completion_accept(db, run.id, &settings, NULL, 0, &done, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_str_eq(enrolment_of(who).status, "accepted");
}
END_TEST

START_TEST(who_missed_parts_of_sessions_may_be_lost_too)
{
	int64_t part = participant("Dewi"), all = participant("Eko"), s = session(1000);
	struct eligibility_rule rule;
	size_t lost = 9;

	mark(s, part, "present");
	mark(s, all, "present");
	ck_assert(eligibility_rule_of(db, run.id, &settings, &rule, &err));
	ck_assert(eligibility_count_lost(db, &rule, &lost, &err));
	ck_assert_uint_eq(lost, 0);
	ck_assert(db_run(db,
			 "UPDATE attendance SET jp = 700 WHERE id ="
			 " (SELECT min(id) FROM attendance)",
			 &err));
	ck_assert(eligibility_count_lost(db, &rule, &lost, &err));
	ck_assert_uint_eq(lost, 1);
}
END_TEST

static size_t gaps_about(const char *words)
{
	struct overview o;
	size_t count = 0;

	ck_assert(overview_load(db, date_of(2026, 3, 2), &a, &o, &err));
	ck_assert_msg(overview_warn(db, &settings, &a, &o, &err), "%s", err.text);
	for (size_t i = 0; i < o.gap_count; i++)
		count += strstr(o.gaps[i].text, words) != NULL;
	return count;
}

START_TEST(the_overview_warns_while_something_can_be_done)
{
	int64_t lost = participant("Dewi"), gone = participant("Eko"), s = session(100);
	struct completion_count done;

	mark(s, lost, "absent");
	mark(s, gone, "absent");
	set_status(gone, "withdrawn");
	ck_assert_uint_eq(gaps_about("cannot reach"), 0);
	step_to("running");
	ck_assert_uint_eq(gaps_about("1 participant cannot reach"), 1);
	step_to("done");
	ck_assert_uint_eq(gaps_about("cannot reach"), 0);
	ck_assert_uint_eq(gaps_about("for 1 participant nobody decided"), 1);
	ck_assert(completion_accept(db, run.id, &settings, NULL, 0, &done, &err));
	ck_assert_uint_eq(gaps_about("nobody decided"), 0);
}
END_TEST

START_TEST(the_coordinator_decides_against_the_proposal)
{
	int64_t who = participant("Dewi");
	struct completion_decision decision = { .completed = true,
						.reason = "Tugas ganti" };

	mark(session(100), who, "absent");
	step_to("running");
	decision.enrolment = enrolment_of(who).id;
	ck_assert_msg(completion_decide(db, run.id, &settings, &decision, &err), "%s",
		      err.text);
	ck_assert_str_eq(enrolment_of(who).status, "completed");
	ck_assert_str_eq(enrolment_of(who).reason, "Tugas ganti");
}
END_TEST

START_TEST(attended_hours_are_credited_where_the_office_says_so)
{
	int64_t who = participant("Dewi");
	struct completion_count done;

	settings.credited_jp = "attended";
	mark(session(900), who, "present");
	mark(session(100), who, "absent");
	step_to("done");
	ck_assert(completion_accept(db, run.id, &settings, NULL, 0, &done, &err));
	ck_assert_int_eq(enrolment_of(who).jp, 900);
}
END_TEST

Suite *completion_suite(void)
{
	Suite *s = suite_create("completion");
	TCase *c = tcase_create("completion");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, exactly_the_least_share_is_enough);
	tcase_add_test(c, a_hundredth_below_is_not_and_is_not_rounded_up);
	tcase_add_test(c, what_is_not_marked_can_still_be_attended);
	tcase_add_test(c, the_sentence_names_every_reason);
	tcase_add_test(c, without_sessions_nothing_is_decided);
	tcase_add_test(c, sessions_without_lesson_hours_count_for_nothing);
	tcase_add_test(c, attendance_may_not_matter);
	tcase_add_test(c, the_post_test_decides_at_its_minimum);
	tcase_add_test(c, a_project_counts_when_its_short_term_went_as_planned);
	tcase_add_test(c, a_project_without_short_term_counts_when_it_is_done);
	tcase_add_test(c, proposals_change_only_who_is_still_accepted);
	tcase_add_test(c, accepted_proposals_are_one_action);
	tcase_add_test(c, a_programme_that_does_not_run_completes_nobody);
	tcase_add_test(c, who_missed_parts_of_sessions_may_be_lost_too);
	tcase_add_test(c, the_overview_warns_while_something_can_be_done);
	tcase_add_test(c, the_coordinator_decides_against_the_proposal);
	tcase_add_test(c, attended_hours_are_credited_where_the_office_says_so);
	suite_add_tcase(s, c);
	return s;
}
