#include "office.h"

#include "base/i18n.h"

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
	struct sheet_answer seen = { NUMBER_NONE, "" }, answer = { 6, "" };
	struct sheet sheet;

	record_init(&sheet_kind, &sheet);
	sheet.programme = p.id;
	sheet.questionnaire = q.id;
	sheet.number = 1;
	ck_assert(!sheet_save(db, &sheet, &i, 1, &seen, &answer, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	answer.value = 5;
	ck_assert(sheet_save(db, &sheet, &i, 1, &seen, &answer, &err));
	seen.value = 5;
	answer.value = NUMBER_NONE;
	ck_assert(sheet_save(db, &sheet, &i, 1, &seen, &answer, &err));
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
	ck_assert(design_open_for(db, id, "Jadwal dipadatkan", &revision, &err));
	ck_assert(action_commit(db, &err));
	ck_assert_int_ne(revision, p.revision);
	ck_assert(record_load(db, &programme_kind, p.id, &p, &a, &err));
	ck_assert_int_ne(p.revision, revision);
}
END_TEST

static const char *proposed(const char *code, int64_t year)
{
	const struct programme p = { .code = code, .year = year };
	const char *next = "";

	ck_assert(next_run_code(db, &p, &a, &next, &err));
	return next;
}

START_TEST(the_code_of_the_next_run_is_counted_up)
{
	ck_assert_str_eq(proposed("PRJ26", 2026), "PRJ27");
	ck_assert_str_eq(proposed("PRJ-2026-1", 2026), "PRJ-2027-1");
	ck_assert_str_eq(proposed("26A3", 2026), "27A3");
	ck_assert_str_eq(proposed("TIK 3", 2026), "TIK 4");
	ck_assert_str_eq(proposed("L099", 2026), "L100");
	ck_assert_str_eq(proposed("L9b", 2026), "L10b");
	ck_assert_str_eq(proposed("PRJ", 2026), "PRJ27");
}
END_TEST

START_TEST(a_code_that_is_taken_is_not_proposed)
{
	programme("PRJ27");
	programme("PRJ28");
	ck_assert_str_eq(proposed("PRJ26", 2026), "PRJ29");
}
END_TEST

START_TEST(what_stops_the_next_run_is_told_and_nothing_is_made)
{
	struct programme p = programme("P1");
	int64_t id = 77;

	/* There are warnings of empty fields before the code is found taken. */
	ck_assert(!next_run_make(db, p.id, "P1", &id, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(err.text, "exists already"));
	ck_assert_int_eq(id, 77);
}
END_TEST

START_TEST(a_finding_is_written_as_numbers_are_in_the_language)
{
	struct programme p = programme("P1");
	struct questionnaire q;
	struct item i = likert(&q);
	struct improvement made;
	int64_t id = 0;

	i18n_init("id");
	ck_assert(improvement_from_item(db, p.id, i.id, 3.026, &id, &err));
	i18n_init("en");
	ck_assert(record_load(db, &improvement_kind, id, &made, &a, &err));
	ck_assert_msg(strstr(made.statement, "3,03"), "%s", made.statement);
}
END_TEST

START_TEST(a_removed_programme_takes_its_own_along_and_comes_back)
{
	struct programme p = programme("P1");
	struct person who = person("198809212018011015", "A");
	struct enrolment e = enrol(p.id, who.id), back;
	const char *name;

	ck_assert(!records_remove(db, &person_kind, &who.id, 1, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_msg(records_remove(db, &programme_kind, &p.id, 1, &err), "%s",
		      err.text);
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

		ck_assert_msg(select_count(db, &select, 10, &count, &err), "%s: %s",
			      (*k)->name, err.text);
		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++) {
			ck_assert_msg(f->type != FIELD_REF || kind_find(f->refers),
				      "%s.%s", (*k)->name, f->name);
			ck_assert_msg(f->type != FIELD_CHOICE || f->choices, "%s.%s",
				      (*k)->name, f->name);
		}
	}
}
END_TEST

Suite *runs_suite(void);

Suite *runs_suite(void)
{
	Suite *s = suite_create("runs");
	TCase *c = tcase_create("runs");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, an_answer_outside_the_scale_is_refused);
	tcase_add_test(c, a_scale_item_needs_its_scale);
	tcase_add_test(c, the_next_run_shares_the_design_until_it_is_changed);
	tcase_add_test(c, the_code_of_the_next_run_is_counted_up);
	tcase_add_test(c, a_code_that_is_taken_is_not_proposed);
	tcase_add_test(c, what_stops_the_next_run_is_told_and_nothing_is_made);
	tcase_add_test(c, a_finding_is_written_as_numbers_are_in_the_language);
	tcase_add_test(c, a_removed_programme_takes_its_own_along_and_comes_back);
	tcase_add_test(c, every_kind_has_its_table_in_the_file);
	suite_add_tcase(s, c);
	return s;
}
