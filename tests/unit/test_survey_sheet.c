#include "office.h"

#include "base/settings.h"
#include "domain/competency.h"
#include "domain/survey_sheet.h"

static struct survey survey;
static struct person asked;
static struct competency first, second;
static struct survey_sheet seen, now;

static struct unit unit(const char *code, int64_t parent)
{
	struct unit u;

	record_init(&unit_kind, &u);
	u.code = u.name = code;
	u.parent = parent;
	good(&unit_kind, &u);
	return u;
}

static struct person person_of(const char *name, int64_t in)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = name;
	p.unit = in;
	p.position = "Analis";
	p.employment = "NONASN";
	good(&person_kind, &p);
	return p;
}

static struct competency competency(const char *code)
{
	struct competency c;

	record_init(&competency_kind, &c);
	c.code = c.name = code;
	c.kind = "technical";
	good(&competency_kind, &c);
	return c;
}

static void begin(void)
{
	start();
	record_init(&survey_kind, &survey);
	survey.code = "S";
	survey.title = "Survey";
	good(&survey_kind, &survey);
	asked = person_of("Dewi", unit("O", 0).id);
	first = competency("A");
	second = competency("B");
}

static void load(const char *rater)
{
	seen.response.survey = survey.id;
	seen.response.person = asked.id;
	seen.response.rater = rater;
	ck_assert_msg(survey_sheet_load(db, &a, &seen, &err), "%s", err.text);
	now = survey_sheet_copy(&seen, &a);
}

static void keep(void)
{
	ck_assert_msg(survey_sheet_save(db, &seen, &now, &err), "%s", err.text);
}

static void refused(enum err_code code)
{
	ck_assert(!survey_sheet_save(db, &seen, &now, &err));
	ck_assert_int_eq(err.code, code);
	ck_assert(!action_is_open(db));
}

static void ask_about(const struct competency *c, int64_t number)
{
	struct survey_competency sc;

	record_init(&survey_competency_kind, &sc);
	sc.survey = survey.id;
	sc.competency = c->id;
	sc.number = number;
	good(&survey_competency_kind, &sc);
}

START_TEST(all_competencies_are_asked_where_none_is_named)
{
	load("self");
	ck_assert_uint_eq(seen.count, 2);
	ck_assert_str_eq(seen.answers[0].code, "A");
	ck_assert(!seen.stored);
}
END_TEST

START_TEST(competencies_are_asked_by_their_number)
{
	ask_about(&second, 1);
	ask_about(&first, 2);
	load("self");
	ck_assert_str_eq(seen.answers[0].code, "B");
	ck_assert_str_eq(seen.answers[1].code, "A");
}
END_TEST

START_TEST(a_saved_sheet_comes_back)
{
	load("self");
	now.answers[0].level = 3;
	now.answers[0].importance = 5;
	now.response.topics = "Excel";
	keep();
	load("self");
	ck_assert(seen.stored);
	ck_assert_int_eq(seen.answers[0].level, 3);
	ck_assert_int_eq(seen.answers[0].importance, 5);
	ck_assert_int_eq(seen.answers[1].level, NUMBER_NONE);
	ck_assert_str_eq(seen.response.topics, "Excel");
}
END_TEST

START_TEST(the_raters_have_sheets_of_their_own)
{
	load("self");
	now.answers[0].level = 3;
	keep();
	load("superior");
	ck_assert(!seen.stored);
}
END_TEST

START_TEST(one_undo_takes_the_whole_sheet_back)
{
	const char *name;

	load("self");
	now.answers[0].level = now.answers[1].level = 3;
	now.response.remark = "Thanks";
	keep();
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert_str_eq(name, "Survey sheet: Dewi, Self");
	load("self");
	ck_assert(!seen.stored);
}
END_TEST

START_TEST(a_blank_answer_is_taken_away)
{
	load("self");
	now.answers[0].level = now.answers[1].level = 3;
	now.response.topics = "Excel";
	keep();
	load("self");
	now.answers[0].level = NUMBER_NONE;
	now.response.topics = "";
	keep();
	load("self");
	ck_assert_int_eq(seen.answers[0].level, NUMBER_NONE);
	ck_assert_int_eq(seen.answers[1].level, 3);
	ck_assert_int_eq(seen.response.id, 0);
}
END_TEST

START_TEST(a_closed_survey_takes_no_sheet)
{
	struct survey closed = survey;

	closed.status = "closed";
	save(&survey_kind, &survey, &closed, "");
	load("self");
	now.answers[0].level = 3;
	refused(ERR_INPUT);
}
END_TEST

START_TEST(levels_go_from_one_to_five)
{
	load("self");
	now.answers[0].level = _i;
	refused(ERR_INPUT);
}
END_TEST

START_TEST(importance_needs_a_level)
{
	load("self");
	now.answers[0].importance = 3;
	refused(ERR_INPUT);
}
END_TEST

START_TEST(a_person_who_is_not_there_has_no_sheet)
{
	load("self");
	now.response.person = 12345;
	refused(ERR_NOT_FOUND);
}
END_TEST

START_TEST(what_somebody_else_answered_is_not_overwritten)
{
	struct survey_sheet late;

	load("self");
	late = survey_sheet_copy(&seen, &a);
	late.answers[1].level = 2;
	late.answers[0].level = 4;
	now.answers[0].level = 3;
	keep();
	ck_assert(!survey_sheet_save(db, &seen, &late, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	load("self");
	ck_assert_int_eq(seen.answers[0].level, 3);
	ck_assert_int_eq(seen.answers[1].level, NUMBER_NONE);
}
END_TEST

static struct survey_progress *rows;
static size_t count;

static void progress(void)
{
	ck_assert_msg(survey_progress_load(db, survey.id, &a, &rows, &count, &err), "%s",
		      err.text);
}

START_TEST(progress_counts_who_answered_in_each_unit)
{
	struct unit u = unit("U", 0);

	asked = person_of("Budi", u.id);
	person_of("Sari", u.id);
	load("self");
	now.answers[0].level = now.answers[1].level = 3;
	keep();
	load("superior");
	now.response.remark = "Good";
	keep();
	progress();
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(rows[1].asked, 2);
	ck_assert_int_eq(rows[1].self, 1);
	ck_assert_int_eq(rows[1].superior, 1);
	ck_assert_int_eq(survey_progress_sum(rows, count).asked, 3);
}
END_TEST

START_TEST(a_unit_of_the_survey_stands_for_those_below_it)
{
	struct unit above = unit("U", 0), below = unit("V", above.id);
	struct survey_unit su;

	person_of("Budi", below.id);
	record_init(&survey_unit_kind, &su);
	su.survey = survey.id;
	su.unit = above.id;
	good(&survey_unit_kind, &su);
	progress();
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(rows[0].name, "V");
}
END_TEST

Suite *survey_sheet_suite(void);

Suite *survey_sheet_suite(void)
{
	Suite *s = suite_create("survey_sheet");
	TCase *c = tcase_create("survey_sheet");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, all_competencies_are_asked_where_none_is_named);
	tcase_add_test(c, competencies_are_asked_by_their_number);
	tcase_add_test(c, a_saved_sheet_comes_back);
	tcase_add_test(c, the_raters_have_sheets_of_their_own);
	tcase_add_test(c, one_undo_takes_the_whole_sheet_back);
	tcase_add_test(c, a_blank_answer_is_taken_away);
	tcase_add_test(c, a_closed_survey_takes_no_sheet);
	tcase_add_loop_test(c, levels_go_from_one_to_five, 6, 8);
	tcase_add_loop_test(c, levels_go_from_one_to_five, -1, 1);
	tcase_add_test(c, importance_needs_a_level);
	tcase_add_test(c, a_person_who_is_not_there_has_no_sheet);
	tcase_add_test(c, what_somebody_else_answered_is_not_overwritten);
	tcase_add_test(c, progress_counts_who_answered_in_each_unit);
	tcase_add_test(c, a_unit_of_the_survey_stands_for_those_below_it);
	suite_add_tcase(s, c);
	return s;
}
