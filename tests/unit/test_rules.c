#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/kinds.h"
#include "domain/next_run.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/project.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

static struct arena a;
static struct db *db;
static struct err err;
static struct problems problems;

static void start(void)
{
	err = (struct err){ 0 };
	ck_assert_msg(db_open("", DB_MEMORY, &db, &err), "%s", err.text);
}

static void done(void)
{
	db_close(db);
	arena_done(&a);
}

/* Save a record; the problem of `field`, or NULL where it has none. */
static const struct problem *save(const struct kind *kind, const void *old, void *record,
				  const char *field)
{
	problems = (struct problems){ .arena = &a };
	ck_assert_msg(record_save(db, kind, old, record, &problems, &err), "%s", err.text);
	return problem_of(&problems, field);
}

static void good(const struct kind *kind, void *record)
{
	save(kind, NULL, record, "");
	ck_assert_msg(problems.errors == 0, "%s", problems.first ? problems.first->text : "");
	ck_assert_int_ne(record_id(record), 0);
}

/* The field is refused, and nothing was written. */
static void bad(const struct kind *kind, const void *old, void *record, const char *field)
{
	const struct problem *p = save(kind, old, record, field);

	ck_assert_msg(p && !p->warning, "%s is not refused", field);
	ck_assert_msg(!action_is_open(db), "an action is left open");
}

static void warned(const struct kind *kind, const void *old, void *record, const char *field)
{
	const struct problem *p = save(kind, old, record, field);

	ck_assert_msg(p && p->warning && problems.errors == 0, "%s is not warned of", field);
}

static struct programme programme(const char *code)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = code;
	p.title = "Manajemen Proyek";
	p.starts = date_of(2026, 3, 2);
	p.ends = date_of(2026, 3, 13);
	p.capacity = 2;
	good(&programme_kind, &p);
	return p;
}

static struct person person(const char *nip, const char *name)
{
	struct person p;

	record_init(&person_kind, &p);
	p.nip = nip;
	p.name = name;
	good(&person_kind, &p);
	return p;
}

static struct enrolment enrol(int64_t in, int64_t who)
{
	struct enrolment e;

	record_init(&enrolment_kind, &e);
	e.programme = in;
	e.person = who;
	e.status = "accepted";
	save(&enrolment_kind, NULL, &e, "");
	return e;
}

static struct group group(int64_t in)
{
	struct group g;

	record_init(&group_kind, &g);
	g.programme = in;
	good(&group_kind, &g);
	return g;
}

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

static const struct {
	const char *from, *to;
	bool allowed;
} steps[] = {
	{ "draft", "planned", true },	  { "planned", "open", true },
	{ "open", "running", true },	  { "running", "done", true },
	{ "done", "evaluated", true },	  { "draft", "cancelled", true },
	{ "running", "cancelled", true }, { "draft", "running", false },
	{ "done", "cancelled", false },	  { "evaluated", "draft", false },
	{ "cancelled", "open", false },	  { "open", "planned", false },
};

START_TEST(a_status_goes_only_its_steps)
{
	ck_assert_int_eq(programme_step_allowed(steps[_i].from, steps[_i].to),
			 steps[_i].allowed);
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

START_TEST(a_leader_must_be_a_member)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct group old = group(p.id), now = old;
	struct member m;

	now.leader = who.id;
	bad(&group_kind, &old, &now, "leader");
	enrol(p.id, who.id);
	record_init(&member_kind, &m);
	m.group = old.id;
	m.person = who.id;
	good(&member_kind, &m);
	save(&group_kind, &old, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
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
		static const char *const typed[] = { "OPD01", "dinas kesehatan kota", "keseh",
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

static struct item likert(struct questionnaire *q)
{
	struct item i;

	record_init(&questionnaire_kind, q);
	q->code = "Q";
	good(&questionnaire_kind, q);
	record_init(&item_kind, &i);
	i.questionnaire = q->id;
	i.dimension = "material";
	i.kind = "likert";
	i.scale = 5;
	i.text = "Jelas";
	good(&item_kind, &i);
	return i;
}

START_TEST(an_answer_outside_the_scale_is_refused)
{
	struct programme p = programme("P1");
	struct questionnaire q;
	struct item i = likert(&q);
	struct sheet_answer answer = { 6, "" };
	struct sheet sheet;

	record_init(&sheet_kind, &sheet);
	sheet.programme = p.id;
	sheet.questionnaire = q.id;
	sheet.number = 1;
	ck_assert(!sheet_save(db, &sheet, &i, 1, &answer, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	answer.value = 5;
	ck_assert(sheet_save(db, &sheet, &i, 1, &answer, &err));
	answer.value = NUMBER_NONE;
	ck_assert(sheet_save(db, &sheet, &i, 1, &answer, &err));
}
END_TEST

START_TEST(a_scale_item_needs_its_scale)
{
	struct questionnaire q;
	struct item i = likert(&q);

	i.id = 0;
	i.number = NUMBER_NONE;
	i.scale = NUMBER_NONE;
	bad(&item_kind, NULL, &i, "scale");
}
END_TEST

START_TEST(the_next_run_shares_the_design_until_it_is_changed)
{
	struct programme p = programme("P1"), next;
	int64_t id, revision = 0;

	ck_assert_msg(next_run_make(db, p.id, "P2", &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &next, &a, &err));
	ck_assert_int_eq(next.revision, p.revision);
	ck_assert_int_eq(next.year, 2027);
	ck_assert(!date_is_set(next.starts));
	ck_assert(action_begin(db, "change", &err));
	ck_assert(revision_for_edit(db, id, "Jadwal dipadatkan", &revision, &err));
	ck_assert(action_commit(db, &err));
	ck_assert_int_ne(revision, p.revision);
	ck_assert(record_load(db, &programme_kind, p.id, &p, &a, &err));
	ck_assert_int_ne(p.revision, revision);
}
END_TEST

START_TEST(a_removed_programme_takes_its_own_along_and_comes_back)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct enrolment e = enrol(p.id, who.id), back;
	const char *name;

	ck_assert(!record_remove(db, &person_kind, who.id, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_msg(record_remove(db, &programme_kind, p.id, &err), "%s", err.text);
	ck_assert(!record_load(db, &enrolment_kind, e.id, &back, &a, &err));
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert(record_load(db, &enrolment_kind, e.id, &back, &a, &err));
	ck_assert(record_load(db, &programme_kind, p.id, &p, &a, &err));
}
END_TEST

/* Every kind's table and SQL agree: an empty list of each can be read. */
START_TEST(every_kind_has_its_table_in_the_file)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		struct select select = { .kind = *k };
		size_t count;

		ck_assert_msg(select_count(db, &select, 10, &count, &err), "%s: %s", (*k)->name,
			      err.text);
		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++) {
			ck_assert_msg(f->type != FIELD_REF || kind_find(f->refers), "%s.%s",
				      (*k)->name, f->name);
			ck_assert_msg(f->type != FIELD_CHOICE || f->choices, "%s.%s",
				      (*k)->name, f->name);
		}
	}
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
	tcase_add_loop_test(c, a_status_goes_only_its_steps, 0, sizeof steps / sizeof *steps);
	tcase_add_test(c, a_forbidden_step_is_told_with_the_next_one);
	tcase_add_test(c, cancelling_needs_a_reason);
	tcase_add_test(c, a_code_is_given_once);
	tcase_add_test(c, more_participants_than_places_is_a_warning);
	tcase_add_test(c, who_waits_takes_no_place);
	tcase_add_test(c, nobody_is_enrolled_twice);
	tcase_add_test(c, a_leader_must_be_a_member);
	tcase_add_test(c, a_member_must_be_a_participant);
	tcase_add_test(c, nobody_is_in_two_groups_of_a_programme);
	tcase_add_test(c, a_person_needs_a_nip_unless_no_civil_servant);
	tcase_add_test(c, a_nip_fills_in_birth_and_sex);
	tcase_add_test(c, an_unknown_code_is_told_with_the_choices);
	tcase_add_test(c, a_reference_is_found_by_code_name_and_part);
	tcase_add_test(c, a_milestone_is_not_done_tomorrow);
	tcase_add_test(c, stakeholders_stand_in_their_quadrant);
	tcase_add_test(c, an_answer_outside_the_scale_is_refused);
	tcase_add_test(c, a_scale_item_needs_its_scale);
	tcase_add_test(c, the_next_run_shares_the_design_until_it_is_changed);
	tcase_add_test(c, a_removed_programme_takes_its_own_along_and_comes_back);
	tcase_add_test(c, every_kind_has_its_table_in_the_file);
	suite_add_tcase(s, c);
	return s;
}
