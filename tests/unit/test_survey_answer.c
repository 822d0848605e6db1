#include "office.h"

#include "domain/competency.h"
#include "domain/survey_answer.h"

#define NIP "199707242023042014"

static struct survey survey;
static struct person asked;
static struct survey_sheet sheet;

static void begin(void)
{
	struct competency c;

	start();
	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "Survey";
	survey.opens = date_of(2026, 1, 12);
	survey.closes = date_of(2026, 2, 27);
	good(&survey_kind, &survey);
	record_init(&competency_kind, &c);
	c.code = c.name = "KP";
	c.kind = "technical";
	good(&competency_kind, &c);
	asked = person(NIP, "Vera");
	record_init(&response_kind, &sheet.response);
	sheet.response.survey = survey.id;
	sheet.response.person = asked.id;
	sheet.response.rater = "self";
	ck_assert(survey_sheet_load(db, &a, &sheet, &err));
}

static bool takes(const char *status, struct date today)
{
	struct survey now = survey;

	now.status = status;
	err = (struct err){ 0 };
	return survey_takes_answers(&now, today, &err);
}

static enum err_code find(const char *nip)
{
	struct person found;

	err = (struct err){ 0 };
	return survey_person(db, &sheet.response, nip, &a, &found, &err) ? ERR_NONE
									 : err.code;
}

static bool hand_in(struct date today)
{
	err = (struct err){ 0 };
	return survey_hand_in(db, &sheet, today, &err);
}

START_TEST(a_survey_takes_answers_from_its_first_to_its_last_day)
{
	ck_assert(!takes("open", date_of(2026, 1, 11)));
	ck_assert(takes("open", date_of(2026, 1, 12)));
	ck_assert(takes("open", date_of(2026, 2, 27)));
	ck_assert(!takes("open", date_of(2026, 2, 28)));
}
END_TEST

START_TEST(a_draft_and_a_closed_survey_take_no_answers)
{
	ck_assert(!takes("draft", date_of(2026, 2, 1)));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(!takes("closed", date_of(2026, 2, 1)));
	ck_assert_int_eq(err.code, ERR_INPUT);
}
END_TEST

START_TEST(a_survey_that_takes_no_answers_says_when)
{
	ck_assert(!takes("draft", date_of(2026, 1, 11)));
	ck_assert_ptr_nonnull(strstr(err.text, "12 January 2026"));
	ck_assert(!takes("open", date_of(2026, 1, 11)));
	ck_assert_ptr_nonnull(strstr(err.text, "12 January 2026"));
	ck_assert(!takes("open", date_of(2026, 2, 28)));
	ck_assert_ptr_nonnull(strstr(err.text, "27 February 2026"));
	ck_assert(!takes("closed", date_of(2026, 2, 28)));
	ck_assert_ptr_nonnull(strstr(err.text, "27 February 2026"));
}
END_TEST

START_TEST(the_code_of_a_survey_is_found_in_any_case)
{
	int64_t id = 0;

	ck_assert(survey_by_code(db, "akpk26", &id, &err));
	ck_assert_int_eq(id, survey.id);
	ck_assert(survey_by_code(db, "AKPK27", &id, &err));
	ck_assert_int_eq(id, 0);
}
END_TEST

START_TEST(a_nip_is_taken_with_its_blanks)
{
	ck_assert_int_eq(find("19970724 202304 2 014"), ERR_NONE);
}
END_TEST

START_TEST(an_unknown_nip_is_refused)
{
	ck_assert_int_eq(find("199707242023042013"), ERR_NOT_FOUND);
	ck_assert_int_eq(find("12345"), ERR_INPUT);
	ck_assert_int_eq(find(""), ERR_INPUT);
}
END_TEST

START_TEST(who_is_in_no_unit_of_the_survey_is_refused)
{
	struct survey_unit only;
	struct unit u;

	record_init(&unit_kind, &u);
	u.code = u.name = "OPD1";
	good(&unit_kind, &u);
	record_init(&survey_unit_kind, &only);
	only.survey = survey.id;
	only.unit = u.id;
	good(&survey_unit_kind, &only);
	ck_assert_int_eq(find(NIP), ERR_INPUT);
}
END_TEST

START_TEST(what_is_handed_in_is_stored)
{
	struct survey_sheet stored = { .response = sheet.response };

	sheet.answers[0].level = 4;
	sheet.answers[0].importance = 5;
	sheet.response.topics = "Excel";
	ck_assert_msg(hand_in(date_of(2026, 2, 2)), "%s", err.text);
	ck_assert(survey_sheet_load(db, &a, &stored, &err));
	ck_assert_int_eq(stored.answers[0].level, 4);
	ck_assert_int_eq(stored.answers[0].importance, 5);
	ck_assert_str_eq(stored.response.topics, "Excel");
}
END_TEST

START_TEST(nobody_hands_in_twice)
{
	sheet.answers[0].level = 4;
	ck_assert(hand_in(date_of(2026, 2, 2)));
	ck_assert_int_eq(find(NIP), ERR_CONFLICT);
	ck_assert(!hand_in(date_of(2026, 2, 2)));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
}
END_TEST

START_TEST(the_superior_answers_beside_the_person)
{
	sheet.answers[0].level = 4;
	ck_assert(hand_in(date_of(2026, 2, 2)));
	sheet.response.rater = "superior";
	ck_assert_int_eq(find(NIP), ERR_NONE);
}
END_TEST

START_TEST(a_blank_sheet_is_not_handed_in)
{
	ck_assert(!hand_in(date_of(2026, 2, 2)));
	ck_assert_int_eq(err.code, ERR_INPUT);
}
END_TEST

START_TEST(a_survey_that_ended_meanwhile_takes_nothing)
{
	sheet.answers[0].level = 4;
	ck_assert(!hand_in(date_of(2026, 2, 28)));
	ck_assert_int_eq(find(NIP), ERR_NONE);
}
END_TEST

START_TEST(a_level_without_a_description_has_its_name)
{
	const char *texts[COMPETENCY_LEVELS];
	struct competency_level level;
	bool described = true;

	ck_assert(survey_level_texts(db, sheet.answers[0].competency, &a, texts,
				     &described, &err));
	ck_assert(!described);
	ck_assert_str_ne(texts[4], "");
	record_init(&competency_level_kind, &level);
	level.competency = sheet.answers[0].competency;
	level.level = 2;
	level.text = "Serves with care";
	good(&competency_level_kind, &level);
	ck_assert(survey_level_texts(db, sheet.answers[0].competency, &a, texts,
				     &described, &err));
	ck_assert(described);
	ck_assert_str_eq(texts[1], "Serves with care");
}
END_TEST

Suite *survey_answer_suite(void);

Suite *survey_answer_suite(void)
{
	Suite *s = suite_create("survey_answer");
	TCase *c = tcase_create("survey-answer");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, a_survey_takes_answers_from_its_first_to_its_last_day);
	tcase_add_test(c, a_draft_and_a_closed_survey_take_no_answers);
	tcase_add_test(c, a_survey_that_takes_no_answers_says_when);
	tcase_add_test(c, the_code_of_a_survey_is_found_in_any_case);
	tcase_add_test(c, a_nip_is_taken_with_its_blanks);
	tcase_add_test(c, an_unknown_nip_is_refused);
	tcase_add_test(c, who_is_in_no_unit_of_the_survey_is_refused);
	tcase_add_test(c, what_is_handed_in_is_stored);
	tcase_add_test(c, nobody_hands_in_twice);
	tcase_add_test(c, the_superior_answers_beside_the_person);
	tcase_add_test(c, a_blank_sheet_is_not_handed_in);
	tcase_add_test(c, a_survey_that_ended_meanwhile_takes_nothing);
	tcase_add_test(c, a_level_without_a_description_has_its_name);
	suite_add_tcase(s, c);
	return s;
}
