#include "office.h"

#include "domain/evaluation.h"
#include "domain/finding.h"
#include "domain/improve_list.h"

/* Subjects and questions that become findings, and whose answers count. */
static struct programme run;
static struct questionnaire form;
static struct item scale, more;
static const char *filled_in_by; /* the sheets to come */

static struct item question(const char *kind, const char *dimension, int64_t number)
{
	struct item i;

	record_init(&item_kind, &i);
	i.questionnaire = form.id;
	i.dimension = dimension;
	i.kind = kind;
	i.scale = strcmp(kind, "likert") == 0 ? 5 : NUMBER_NONE;
	i.text = "Jelas";
	i.number = number;
	good(&item_kind, &i);
	return i;
}

static void begin(void)
{
	start();
	filled_in_by = "";
	run = programme("P1");
	record_init(&questionnaire_kind, &form);
	form.code = "Q";
	good(&questionnaire_kind, &form);
	scale = question("likert", "material", 1);
	more = question("text", "add", 2);
}

/* A sheet with an answer to both questions. */
static void sheet(int64_t number, const char *subject)
{
	struct item items[] = { scale, more };
	struct sheet_answer seen[] = { { NUMBER_NONE, "" }, { NUMBER_NONE, "" } };
	struct sheet_answer answers[] = { { 2, "" }, { NUMBER_NONE, subject } };
	struct sheet s;

	record_init(&sheet_kind, &s);
	s.programme = run.id;
	s.questionnaire = form.id;
	s.number = number;
	s.role = filled_in_by;
	ck_assert_msg(sheet_save(db, &s, items, 2, seen, answers, &err), "%s", err.text);
}

START_TEST(subjects_that_few_superiors_named_stay_unsaid)
{
	struct subject_row *rows;
	size_t count;

	for (int64_t i = 1; i <= 5; i++)
		sheet(i, "Etika");
	filled_in_by = "superior";
	sheet(6, "Disiplin");
	ck_assert(subject_list(db, run.id, 5, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(rows[0].subject, "Etika");
}
END_TEST

START_TEST(a_subject_is_not_found_out_by_a_longer_name)
{
	struct subject_row *rows;
	int64_t id = 0;
	size_t count;

	for (int64_t i = 1; i <= 5; i++)
		sheet(i, i < 4 ? "Etika birokrasi" : "Etika");
	ck_assert(subject_list(db, run.id, 5, &a, &rows, &count, &err));
	ck_assert_str_eq(rows[0].subject, "Etika birokrasi");
	ck_assert(finding_from_subject(db, run.id, &rows[0], 1, &id, &err));
	ck_assert(subject_list(db, run.id, 5, &a, &rows, &count, &err));
	ck_assert_int_eq(rows[0].finding, id);
	ck_assert_int_eq(rows[1].finding, 0);
}
END_TEST

START_TEST(a_finding_counts_the_answers_that_its_mean_is_of)
{
	struct finding f;
	int64_t id = 0;

	for (int64_t i = 1; i <= 6; i++)
		sheet(i, "Etika");
	filled_in_by = "superior";
	sheet(7, "Etika");
	ck_assert(finding_from_item(db, run.id, scale.id, 2.33, &id, &err));
	ck_assert(record_load(db, &finding_kind, id, &f, &a, &err));
	ck_assert_int_eq(f.count, 6);
}
END_TEST

Suite *subjects_suite(void)
{
	Suite *s = suite_create("subjects");
	TCase *c = tcase_create("subjects");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, subjects_that_few_superiors_named_stay_unsaid);
	tcase_add_test(c, a_subject_is_not_found_out_by_a_longer_name);
	tcase_add_test(c, a_finding_counts_the_answers_that_its_mean_is_of);
	suite_add_tcase(s, c);
	return s;
}
