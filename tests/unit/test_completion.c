#include "office.h"

#include <math.h>

#include "base/settings.h"
#include "domain/completion.h"
#include "domain/ledger.h"

static struct settings settings;
static struct programme run;

static void begin(void)
{
	start();
	settings_default(&settings);
	run = programme("P1");
}

static void change(struct programme to)
{
	struct programme was = run;

	run = to;
	save(&programme_kind, &was, &run, "");
	ck_assert_uint_eq(problems.errors, 0);
}

static void step_to(const char *status)
{
	static const char *const steps[] = { "planned", "open", "running", "done" };

	for (size_t i = 0; strcmp(run.status, status) != 0; i++) {
		struct programme now = run;

		now.status = steps[i];
		change(now);
	}
}

static int64_t session(int64_t jp)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = "Sesi";
	s.jp = jp;
	good(&session_kind, &s);
	return s.id;
}

static void mark(int64_t session, int64_t who, const char *state)
{
	struct attendance m;

	record_init(&attendance_kind, &m);
	m.session = session;
	m.person = who;
	m.state = state;
	good(&attendance_kind, &m);
}

static void post(int64_t who, int64_t value)
{
	struct score s;

	record_init(&score_kind, &s);
	s.programme = run.id;
	s.person = who;
	s.post = value;
	good(&score_kind, &s);
}

static struct eligibility_rule rule(void)
{
	struct eligibility_rule r;

	ck_assert_msg(eligibility_rule_of(db, run.id, &settings, &r, &err), "%s",
		      err.text);
	return r;
}

static struct eligibility of(int64_t who)
{
	struct eligibility_rule r = rule();
	struct eligibility e, *all;
	size_t count;

	ck_assert_msg(eligibility_of(db, &r, who, &a, &e, &err), "%s", err.text);
	ck_assert(eligibility_list(db, &r, &a, &all, &count, &err));
	for (size_t i = 0; i < count; i++) {
		if (all[i].person != who)
			continue;
		ck_assert_int_eq(all[i].attended, e.attended);
		ck_assert_int_eq(all[i].verdict, e.verdict);
		return e;
	}
	ck_abort_msg("not on the list");
	return e;
}

static const char *words(int64_t who)
{
	struct eligibility_rule r = rule();
	const char *text;

	ck_assert(eligibility_sentence(db, &r, who, &a, &text, &err));
	return text;
}

static int64_t participant(const char *name)
{
	static const char *const nips[] = { "198809212018011015", "198809212018011016",
					    "198809212018011017", "198809212018011018",
					    "198809212018011019" };
	struct eligibility_rule r = rule();
	struct eligibility *all;
	size_t count;
	int64_t who;

	ck_assert(eligibility_list(db, &r, &a, &all, &count, &err));
	who = person(nips[count], name).id;

	enrol(run.id, who);
	return who;
}

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

static struct enrolment enrolment_of(int64_t who)
{
	struct enrolment e;
	int64_t id = 0;

	record_init(&enrolment_kind, &e);
	e.programme = run.id;
	e.person = who;
	ck_assert(record_find(db, &enrolment_kind, &e, &id, &err));
	ck_assert(record_load(db, &enrolment_kind, id, &e, &a, &err));
	return e;
}

static void set_status(int64_t who, const char *status)
{
	struct enrolment was = enrolment_of(who), now = was;

	now.status = status;
	save(&enrolment_kind, &was, &now, "");
}

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

static struct ledger_row *ledger(int64_t who, size_t *count)
{
	struct ledger_row *rows;

	ck_assert_msg(ledger_list(db, who, &a, &rows, count, &err), "%s", err.text);
	return rows;
}

static int64_t completed(int64_t jp)
{
	int64_t who = participant("Dewi");
	struct programme now = run;

	now.jp = jp;
	now.method = "workshop";
	change(now);
	set_status(who, "completed");
	return who;
}

START_TEST(nothing_is_credited_before_the_programme_is_done)
{
	int64_t who = completed(2400);
	size_t count;

	ledger(who, &count);
	ck_assert_uint_eq(count, 0);
	step_to("done");
	ck_assert_int_eq(ledger(who, &count)[0].jp, 2400);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(ledger(who, &count)[0].form, "workshop");
}
END_TEST

START_TEST(hours_are_split_by_form_and_none_is_lost)
{
	int64_t who = completed(1000);
	struct ledger_row *rows;
	struct session s;
	size_t count;

	step_to("done");
	for (int i = 0; i < 3; i++) {
		record_init(&session_kind, &s);
		s.programme = run.id;
		s.topic = "Sesi";
		s.jp = 100;
		s.form = i == 0 ? "" : i == 1 ? "coaching" : "mentoring";
		good(&session_kind, &s);
	}
	rows = ledger(who, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(rows[0].jp + rows[1].jp + rows[2].jp, 1000);
	ck_assert_str_eq(rows[0].form, "coaching");
	ck_assert_str_eq(rows[2].form, "workshop");
	ck_assert_int_eq(rows[0].jp, 333);
}
END_TEST

START_TEST(hours_credited_by_hand_go_before_the_programme)
{
	int64_t who = completed(2400);
	struct enrolment was = enrolment_of(who), now = was;
	size_t count;

	step_to("done");
	now.jp = 600;
	save(&enrolment_kind, &was, &now, "");
	ck_assert_int_eq(ledger(who, &count)[0].jp, 600);
}
END_TEST

START_TEST(a_year_is_weighed_by_the_kind_of_employment)
{
	ck_assert_str_eq(ledger_words("PNS", &settings, 1600, &a),
			 "16 JP of the target of 20 JP a year; 4 JP are missing.");
	ck_assert_str_eq(ledger_words("PNS", &settings, 2000, &a),
			 "20 JP; the target of 20 JP a year is reached.");
	ck_assert_str_eq(ledger_words("PPPK", &settings, 2600, &a),
			 "26 JP; for a PPPK at most 24 JP a year count, 2 JP are above "
			 "that.");
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
	tcase_add_test(c, the_coordinator_decides_against_the_proposal);
	tcase_add_test(c, attended_hours_are_credited_where_the_office_says_so);
	tcase_add_test(c, nothing_is_credited_before_the_programme_is_done);
	tcase_add_test(c, hours_are_split_by_form_and_none_is_lost);
	tcase_add_test(c, hours_credited_by_hand_go_before_the_programme);
	tcase_add_test(c, a_year_is_weighed_by_the_kind_of_employment);
	suite_add_tcase(s, c);
	return s;
}
