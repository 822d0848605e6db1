#include "office.h"

#include "base/settings.h"
#include "domain/evaluation.h"
#include "domain/finding.h"
#include "domain/improve_list.h"
#include "report/report.h"

static struct programme run;
static struct questionnaire form;
static struct item scale, words;
static int64_t questions;

static struct item question(const char *kind, const char *dimension, const char *text)
{
	struct item i;

	record_init(&item_kind, &i);
	i.questionnaire = form.id;
	i.dimension = dimension;
	i.kind = kind;
	if (strcmp(kind, "likert") == 0)
		i.scale = 5;
	i.text = text;
	i.number = ++questions;
	ck_assert(action_begin(db, "question", &err));
	ck_assert_msg(record_insert(db, &item_kind, &i, &err), "%s", err.text);
	ck_assert(action_commit(db, &err));
	return i;
}

static void begin(void)
{
	start();
	questions = 0;
	run = programme("P1");
	record_init(&questionnaire_kind, &form);
	form.code = "Q";
	good(&questionnaire_kind, &form);
	scale = question("likert", "material", "Jelas");
	words = question("text", "comment", "Saran");
}

/* A sheet with one answer to each of the two questions. */
static void sheet(int64_t programme, int64_t number, const struct item *text_item,
		  int64_t value, const char *text)
{
	struct item items[] = { scale, *text_item };
	struct sheet_answer seen[] = { { NUMBER_NONE, "" }, { NUMBER_NONE, "" } };
	struct sheet_answer answers[] = { { value, "" }, { NUMBER_NONE, text } };
	struct sheet s;

	record_init(&sheet_kind, &s);
	s.programme = programme;
	s.questionnaire = form.id;
	s.number = number;
	ck_assert_msg(sheet_save(db, &s, items, 2, seen, answers, &err), "%s", err.text);
}

static void sheets(int64_t programme, int64_t count, int64_t value)
{
	for (int64_t i = 1; i <= count; i++)
		sheet(programme, i, &words, i % 3 == 0 && value < 5 ? value + 1 : value,
		      i % 2 ? "Ruang panas!" : "ruang panas");
}

static struct programme next_of(const struct programme *p, const char *code)
{
	struct programme next;
	int64_t id = 0;

	ck_assert_msg(next_run_make(db, p->id, code, &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &next, &a, &err));
	return next;
}

static struct improvement action_of(int64_t finding)
{
	struct improvement i;
	int64_t id = 0;

	ck_assert_msg(improvement_from_finding(db, run.id, finding, &id, &err), "%s",
		      err.text);
	ck_assert(record_load(db, &improvement_kind, id, &i, &a, &err));
	return i;
}

static struct finding observed(const char *statement)
{
	struct finding f;

	record_init(&finding_kind, &f);
	f.programme = run.id;
	f.statement = statement;
	good(&finding_kind, &f);
	return f;
}

START_TEST(an_action_is_waived_with_a_reason_only)
{
	struct improvement old = action_of(observed("Ruang panas").id), now = old;

	now.status = "waived";
	bad(&improvement_kind, &old, &now, "waived_reason");
	now.waived_reason = "Gedung pindah";
	save(&improvement_kind, &old, &now, "");
	ck_assert_uint_eq(problems.errors, 0);
}
END_TEST

START_TEST(a_finding_typed_by_hand_is_an_observation_with_the_next_number)
{
	struct finding one = observed("Ruang panas"), two = observed("Mikrofon mati");

	ck_assert_str_eq(one.source, "observation");
	ck_assert_int_eq(two.number, one.number + 1);
}
END_TEST

START_TEST(one_finding_has_several_actions)
{
	struct finding f = observed("Ruang panas");
	struct finding_row *rows;
	size_t count;

	action_of(f.id);
	action_of(f.id);
	ck_assert(finding_list(db, run.id, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(rows[0].actions, 2);
	ck_assert_int_eq(rows[0].open, 2);
}
END_TEST

START_TEST(an_action_outlives_its_finding)
{
	struct finding f = observed("Ruang panas");
	struct improvement i = action_of(f.id);

	ck_assert_msg(records_remove(db, &finding_kind, &f.id, 1, &err), "%s", err.text);
	ck_assert(record_load(db, &improvement_kind, i.id, &i, &a, &err));
	ck_assert_int_eq(i.finding, 0);
}
END_TEST

START_TEST(a_programme_takes_its_findings_along_and_they_come_back)
{
	struct finding f = observed("Ruang panas");
	const char *name;

	action_of(f.id);
	ck_assert_msg(records_remove(db, &programme_kind, &run.id, 1, &err), "%s",
		      err.text);
	ck_assert(!record_load(db, &finding_kind, f.id, &f, &a, &err));
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert(record_load(db, &finding_kind, f.id, &f, &a, &err));
}
END_TEST

START_TEST(a_low_question_becomes_a_finding_once_with_mean_and_number)
{
	struct finding f;
	int64_t first = 0, second = 0;

	sheets(run.id, 6, 2);
	ck_assert(finding_from_item(db, run.id, scale.id, 2.33, &first, &err));
	ck_assert(finding_from_item(db, run.id, scale.id, 2.33, &second, &err));
	ck_assert_int_eq(first, second);
	ck_assert(record_load(db, &finding_kind, first, &f, &a, &err));
	ck_assert_str_eq(f.statement, "Question 1, mean 2.33 (n = 6): Jelas");
	ck_assert_int_eq(f.count, 6);
	ck_assert_int_eq(f.figure, 233);
}
END_TEST

static struct tagged_comment only_comment(long minimum)
{
	struct tagged_comment *all;
	size_t count;

	ck_assert_msg(comment_list(db, run.id, minimum, &a, &all, &count, &err), "%s",
		      err.text);
	ck_assert_uint_eq(count, 1);
	return all[0];
}

START_TEST(a_tag_counts_how_often_the_comment_was_made_and_names_no_sheet)
{
	struct tagged_comment c;
	struct theme_row *themes;
	size_t count;

	sheets(run.id, 6, 2);
	c = only_comment(5);
	ck_assert(comment_tag_toggle(db, run.id, &c, "fix", &err));
	c = only_comment(5);
	ck_assert_uint_eq(c.tag_count, 1);
	ck_assert_str_eq(c.tags[0].comment, "ruang panas");
	ck_assert(comment_theme_set(db, &c, "Ruang", &err));
	ck_assert(comment_themes(db, run.id, 5, &a, &themes, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(themes[0].theme, "Ruang");
	ck_assert_int_eq(themes[0].comments, 1);
	ck_assert_int_eq(themes[0].said, 6);
	for (const struct field *f = comment_tag_kind.fields; f->type != FIELD_END; f++)
		ck_assert(f->type != FIELD_REF || !kind_find(f->refers)->private_keys);
}
END_TEST

START_TEST(a_tag_is_taken_away_by_the_same_key)
{
	struct tagged_comment c;

	sheets(run.id, 6, 2);
	c = only_comment(5);
	ck_assert(comment_tag_toggle(db, run.id, &c, "fix", &err));
	c = only_comment(5);
	ck_assert(comment_tag_toggle(db, run.id, &c, "add", &err));
	c = only_comment(5);
	ck_assert_uint_eq(c.tag_count, 2);
	ck_assert(comment_tag_toggle(db, run.id, &c, "fix", &err));
	c = only_comment(5);
	ck_assert_uint_eq(c.tag_count, 1);
	ck_assert_str_eq(c.tags[0].kind, "add");
}
END_TEST

START_TEST(comments_of_few_sheets_are_not_there_to_be_tagged)
{
	struct tagged_comment *all;
	size_t count;

	sheets(run.id, 4, 2);
	ck_assert(comment_list(db, run.id, 5, &a, &all, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_tagged_comment_counts_into_one_finding)
{
	struct tagged_comment c;
	struct finding f;
	int64_t first = 0, second = 0;

	sheets(run.id, 6, 2);
	c = only_comment(5);
	ck_assert(!finding_from_comment(db, run.id, 5, &c, &first, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(comment_tag_toggle(db, run.id, &c, "fix", &err));
	c = only_comment(5);
	ck_assert(finding_from_comment(db, run.id, 5, &c, &first, &err));
	sheet(run.id, 7, &words, 2, "RUANG PANAS");
	c = only_comment(5);
	ck_assert(finding_from_comment(db, run.id, 5, &c, &second, &err));
	ck_assert_int_eq(first, second);
	ck_assert(record_load(db, &finding_kind, first, &f, &a, &err));
	ck_assert_int_eq(f.count, 7);
	ck_assert_str_eq(f.kind, "fix");
}
END_TEST

static struct session make_session(const char *topic)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = run.id;
	s.topic = topic;
	s.jp = 200;
	good(&session_kind, &s);
	return s;
}

START_TEST(subjects_are_counted_by_session_and_by_kind)
{
	struct session planning = make_session("Perencanaan Anggaran");
	struct item more = question("text", "add", "Tambah waktu");
	struct subject_row *rows;
	size_t count;

	for (int64_t i = 1; i <= 3; i++)
		sheet(run.id, i, &more, 4, "perencanaan anggaran");
	sheet(run.id, 4, &more, 4, "Anggaran, Etika");
	sheet(run.id, 5, &more, 4, "tidak ada");
	ck_assert_msg(subject_list(db, run.id, 5, &a, &rows, &count, &err), "%s",
		      err.text);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(rows[0].subject, "Perencanaan Anggaran");
	ck_assert_int_eq(rows[0].session, planning.id);
	ck_assert_int_eq(rows[0].counts[1], 4);
	ck_assert_str_eq(rows[1].subject, "Etika");
	ck_assert_int_eq(rows[1].counts[1], 1);
	ck_assert(subject_list(db, run.id, 6, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

static void finish(struct programme *p)
{
	struct programme now = *p;

	now.status = "done";
	ck_assert(action_begin(db, "status", &err));
	ck_assert(record_update(db, &programme_kind, p, &now, &err));
	ck_assert(action_commit(db, &err));
}

/* The effect of an action on the question, the next run having `count`
 * sheets of `value`. */
static struct effect effect_of(int64_t count, int64_t value)
{
	struct programme next;
	struct effect e;
	int64_t id = 0;

	sheets(run.id, 9, 2);
	ck_assert(improvement_from_item(db, run.id, scale.id, 2.33, &id, &err));
	finish(&run);
	next = next_of(&run, "P2");
	sheets(next.id, count, value);
	ck_assert_msg(improvement_effect(db, id, 5, &a, &e, &err), "%s", err.text);
	return e;
}

START_TEST(an_action_that_helped_shows_both_figures)
{
	struct effect e = effect_of(9, 4);

	ck_assert_int_eq(e.helped, HELPED_BETTER);
	ck_assert_str_eq(e.run_before, "P1");
	ck_assert_str_eq(e.run_after, "P2");
	ck_assert_double_eq_tol(e.before, 2 + 1.0 / 3, 1e-9);
	ck_assert_double_eq_tol(e.after, 4 + 1.0 / 3, 1e-9);
	ck_assert_int_eq(e.n_before, 9);
	ck_assert_int_eq(e.n_after, 9);
}
END_TEST

START_TEST(too_few_sheets_show_no_figure_of_the_next_run)
{
	struct effect e = effect_of(4, 4);

	ck_assert_int_eq(e.helped, HELPED_FEW);
	ck_assert_double_nan(e.after);
	ck_assert_int_eq(e.n_after, 4);
}
END_TEST

START_TEST(a_difference_within_chance_is_none)
{
	struct effect e = effect_of(8, 2);

	ck_assert_int_eq(e.helped, HELPED_SAME);
}
END_TEST

START_TEST(without_sheets_in_a_later_run_nothing_is_said)
{
	ck_assert_int_eq(effect_of(0, 2).helped, HELPED_OPEN);
}
END_TEST

START_TEST(open_actions_and_undecided_findings_wait_in_the_next_run)
{
	struct finding f = observed("Ruang panas");
	struct programme next;
	struct waiting w;
	struct finding_row *rows;
	size_t count;

	observed("Belum diputuskan");
	action_of(f.id);
	next = next_of(&run, "P2");
	ck_assert(improvement_waiting(db, next.id, &w, &err));
	ck_assert_int_eq(w.actions, 1);
	ck_assert_int_eq(w.findings, 1);
	ck_assert(finding_list(db, next.id, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(rows[0].run, "P1");
}
END_TEST

START_TEST(a_run_that_opens_with_actions_of_the_last_is_warned_of)
{
	struct programme old, now;

	action_of(observed("Ruang panas").id);
	old = now = next_of(&run, "P2");
	old.status = now.status = "planned";
	ck_assert(action_begin(db, "status", &err));
	ck_assert(record_load(db, &programme_kind, now.id, &old, &a, &err));
	ck_assert(record_update(db, &programme_kind, &old, &now, &err));
	ck_assert(action_commit(db, &err));
	ck_assert(record_load(db, &programme_kind, now.id, &old, &a, &err));
	now = old;
	now.status = "open";
	warned(&programme_kind, &old, &now, "status");
}
END_TEST

START_TEST(the_report_has_a_row_for_each_action_and_each_bare_finding)
{
	struct finding f = observed("Ruang panas");
	struct improve_row *rows;
	size_t count;

	observed("Mikrofon mati");
	action_of(f.id);
	action_of(f.id);
	ck_assert_msg(improve_list(db, run.id, &a, &rows, &count, &err), "%s", err.text);
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(rows[0].number, 1);
	ck_assert_int_eq(rows[1].action_number, 2);
	ck_assert_str_eq(rows[2].statement, "Mikrofon mati");
	ck_assert_int_eq(rows[2].improvement, 0);
}
END_TEST

START_TEST(the_evaluation_of_the_next_run_tells_what_helped)
{
	struct settings settings = { .feedback_minimum = 5 };
	struct report_request request = { .programme = "P2", .settings = &settings };
	struct report report;
	const char *text;

	effect_of(9, 4);
	report_init(&report, &a, "evaluation", "Evaluation");
	ck_assert_msg(report_kind_find("evaluation")->make(db, &request, &report, &err),
		      "%s", err.text);
	text = report_to_text(&report, 200, false);
	ck_assert_msg(
		strstr(text, "question 1: mean 2.33 (n = 9) → 4.33 (n = 9), better"),
		"%s", text);
}
END_TEST

START_TEST(a_changed_line_says_whether_its_finding_was_helped)
{
	const char *said = "?";
	struct finding_row *rows;
	size_t count;

	effect_of(9, 4);
	ck_assert(finding_list(db, run.id, &a, &rows, &count, &err));
	ck_assert(cause_effect(db, rows[0].id, 0, 5, &a, &said, &err));
	ck_assert_ptr_nonnull(strstr(said, "better"));
	ck_assert(cause_effect(db, 0, 0, 5, &a, &said, &err));
	ck_assert_str_eq(said, "");
}
END_TEST

START_TEST(history_does_not_repeat_a_comment)
{
	struct history_entry *entries;
	struct tagged_comment c;
	size_t count;

	sheets(run.id, 6, 2);
	c = only_comment(5);
	ck_assert(comment_tag_toggle(db, run.id, &c, "fix", &err));
	ck_assert(history_list(db, 0, 1, &a, &entries, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_ptr_null(strstr(entries[0].name, "panas"));
}
END_TEST

Suite *improve_suite(void);

Suite *improve_suite(void)
{
	Suite *s = suite_create("improve");
	TCase *c = tcase_create("improve");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, an_action_is_waived_with_a_reason_only);
	tcase_add_test(c, a_finding_typed_by_hand_is_an_observation_with_the_next_number);
	tcase_add_test(c, one_finding_has_several_actions);
	tcase_add_test(c, an_action_outlives_its_finding);
	tcase_add_test(c, a_programme_takes_its_findings_along_and_they_come_back);
	tcase_add_test(c, a_low_question_becomes_a_finding_once_with_mean_and_number);
	tcase_add_test(c, a_tag_counts_how_often_the_comment_was_made_and_names_no_sheet);
	tcase_add_test(c, a_tag_is_taken_away_by_the_same_key);
	tcase_add_test(c, comments_of_few_sheets_are_not_there_to_be_tagged);
	tcase_add_test(c, a_tagged_comment_counts_into_one_finding);
	tcase_add_test(c, subjects_are_counted_by_session_and_by_kind);
	tcase_add_test(c, an_action_that_helped_shows_both_figures);
	tcase_add_test(c, too_few_sheets_show_no_figure_of_the_next_run);
	tcase_add_test(c, a_difference_within_chance_is_none);
	tcase_add_test(c, without_sheets_in_a_later_run_nothing_is_said);
	tcase_add_test(c, open_actions_and_undecided_findings_wait_in_the_next_run);
	tcase_add_test(c, a_run_that_opens_with_actions_of_the_last_is_warned_of);
	tcase_add_test(c, the_report_has_a_row_for_each_action_and_each_bare_finding);
	tcase_add_test(c, the_evaluation_of_the_next_run_tells_what_helped);
	tcase_add_test(c, a_changed_line_says_whether_its_finding_was_helped);
	tcase_add_test(c, history_does_not_repeat_a_comment);
	suite_add_tcase(s, c);
	return s;
}
