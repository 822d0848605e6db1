#include "base/str.h"
#include "domain/competency.h"
#include "domain/survey.h"
#include "exchange/import.h"
#include "office.h"

#define SITI "199107242017012001"

static struct import_result result;

/* An office with a survey, a person and two competencies. */
static void begin(void)
{
	struct survey s;
	struct competency c;

	start();
	record_init(&survey_kind, &s);
	s.code = "S26";
	s.title = "AKPK";
	s.status = "open";
	good(&survey_kind, &s);
	person(SITI, "Siti Aminah");
	record_init(&competency_kind, &c);
	c.code = "KM";
	c.name = "Komunikasi";
	c.kind = "managerial";
	good(&competency_kind, &c);
	c.id = 0;
	c.code = "KP";
	c.name = "Kepentingan Publik";
	good(&competency_kind, &c);
}

static bool take_with(const char *text, const char *const *maps)
{
	const struct import_options options = { .partial = true, .maps = maps };

	err = (struct err){ 0 };
	return import_table(db, &need_kind, text, strlen(text), &options, &a, &result,
			    &err);
}

static void take(const char *text)
{
	ck_assert_msg(take_with(text, NULL), "%s", err.text);
}

static struct need only_need(void)
{
	struct select select = { .kind = &need_kind };
	struct rows rows = { NULL, 0 };

	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 9, &a, &rows, &err));
	ck_assert_uint_eq(rows.count, 1);
	return *(struct need *)rows.rows;
}

/* Found while fuzzing: such a file took all memory. */
START_TEST(a_file_with_more_columns_than_anybody_has_is_refused)
{
	struct str text;

	str_init(&text, &a);
	str_put(&text, "nip");
	for (int i = 0; i < 30000; i++)
		str_put(&text, ",level");
	str_put(&text, "\n" SITI "\n");
	ck_assert(!take_with(text.text, NULL));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(err.text, "30001 columns"));
}
END_TEST

START_TEST(a_heading_says_level_or_importance_in_words)
{
	take("nip,Komunikasi - Penguasaan,KM importance\n" SITI ",3,5\n");
	ck_assert_int_eq(only_need().level, 3);
	ck_assert_int_eq(only_need().importance, 5);
}
END_TEST

START_TEST(a_competency_may_be_called_like_such_a_word)
{
	take("nip,Kepentingan Publik\n" SITI ",4\n");
	ck_assert_int_eq(only_need().level, 4);
}
END_TEST

START_TEST(who_does_not_say_rates_oneself)
{
	take("nip,KM\n" SITI ",4\n");
	ck_assert_str_eq(only_need().rater, "self");
}
END_TEST

START_TEST(a_row_with_one_bad_level_writes_none)
{
	struct select select = { .kind = &need_kind };
	size_t count = 0;

	take("nip,KM,KP\n" SITI ",4,6\n");
	ck_assert_uint_eq(result.rejected, 1);
	ck_assert_str_eq(result.problems[0].heading, "KP");
	ck_assert(select_count(db, &select, 9, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(an_importance_without_a_level_column_is_told)
{
	ck_assert(!take_with("nip,KM importance\n" SITI ",4\n", NULL));
	ck_assert_ptr_nonnull(strstr(err.text, "'KM importance' asks for an importance"));
}
END_TEST

/* Two competencies called the same: neither is guessed. */
START_TEST(a_name_of_two_competencies_is_asked_for)
{
	struct competency c;

	record_init(&competency_kind, &c);
	c.code = "KM2";
	c.name = "Komunikasi";
	c.kind = "technical";
	good(&competency_kind, &c);
	ck_assert(!take_with("nip,Komunikasi\n" SITI ",3\n", NULL));
	ck_assert_ptr_nonnull(strstr(err.text, "\"Komunikasi\""));
	take("nip,KM\n" SITI ",3\n");
	ck_assert_int_eq(only_need().level, 3);
}
END_TEST

START_TEST(a_heading_is_mapped_once)
{
	static const char *const maps[] = { "Soal = 1?=level:KM", NULL };
	const char *text = "nip,Soal = 1?\n" SITI ",4\n";

	ck_assert(!take_with(text, NULL));
	ck_assert_msg(take_with(text, maps), "%s", err.text);
	take(text);
	ck_assert_uint_eq(result.unchanged, 1);
}
END_TEST

START_TEST(an_unknown_person_is_told_by_line)
{
	take("nip,KM\nBudi,4\n");
	ck_assert_uint_eq(result.problems[0].line, 2);
	ck_assert_str_eq(result.problems[0].heading, "nip");
}
END_TEST

START_TEST(words_behind_a_level_are_read_over)
{
	take("nip,KM,KM importance\n" SITI ",2 - Paham,5. Sangat penting\n");
	ck_assert_int_eq(only_need().level, 2);
	ck_assert_int_eq(only_need().importance, 5);
}
END_TEST

START_TEST(words_with_another_number_are_no_level)
{
	take("nip,KM\n" SITI ",3 - 4\n");
	ck_assert_uint_eq(result.rejected, 1);
	take("nip,KM\n" SITI ",3 atau 4\n");
	ck_assert_uint_eq(result.rejected, 1);
}
END_TEST

START_TEST(words_behind_a_level_outside_are_told_as_the_range)
{
	take("nip,KM\n" SITI ",6 - Pakar\n");
	ck_assert_ptr_nonnull(strstr(result.problems[0].text, "from 1 to 5"));
}
END_TEST

START_TEST(raters_are_called_as_offices_call_them)
{
	take("nip,competency,rater,level\n" SITI ",KM,Saya sendiri,3\n" SITI
	     ",KP,Diri sendiri,3\n");
	ck_assert_uint_eq(result.added, 2);
	ck_assert_uint_eq(result.respondents, 1);
	take("nip,KM,rater\n" SITI ",2,Atasan Langsung\n");
	ck_assert_uint_eq(result.added, 1);
}
END_TEST

START_TEST(answers_and_respondents_are_counted_apart)
{
	take("nip,competency,rater,level\n" SITI ",KM,self,3\n" SITI ",KP,self,3\n" SITI
	     ",KM,superior,3\n" SITI ",KP,self,9\n");
	ck_assert_uint_eq(result.answers, 3);
	ck_assert_uint_eq(result.respondents, 2);
	take("nip,KM,KP\n" SITI ",4,4\n");
	ck_assert_uint_eq(result.answers, 2);
	ck_assert_uint_eq(result.respondents, 1);
}
END_TEST

/* The survey asks one unit; Siti is of none. */
START_TEST(who_is_not_asked_is_named_once_with_the_line)
{
	struct survey_unit asked;
	struct unit u;

	record_init(&unit_kind, &u);
	u.code = "SEKRE";
	u.name = "Sekretariat";
	good(&unit_kind, &u);
	record_init(&survey_unit_kind, &asked);
	asked.unit = u.id;
	asked.survey = 1;
	ck_assert(survey_current(db, &asked.survey, &err));
	good(&survey_unit_kind, &asked);
	take("nip,competency,rater,level\n" SITI ",KM,self,3\n" SITI ",KP,self,3\n");
	ck_assert_uint_eq(result.added, 2);
	ck_assert_uint_eq(result.outside, 1);
	ck_assert_ptr_nonnull(strstr(result.outsiders, "Siti Aminah"));
	ck_assert_ptr_nonnull(strstr(result.outsiders, "(line 2)"));
}
END_TEST

Suite *import_needs_suite(void)
{
	Suite *s = suite_create("import of needs");
	TCase *c = tcase_create("wide");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, a_file_with_more_columns_than_anybody_has_is_refused);
	tcase_add_test(c, a_heading_says_level_or_importance_in_words);
	tcase_add_test(c, a_competency_may_be_called_like_such_a_word);
	tcase_add_test(c, who_does_not_say_rates_oneself);
	tcase_add_test(c, a_row_with_one_bad_level_writes_none);
	tcase_add_test(c, an_importance_without_a_level_column_is_told);
	tcase_add_test(c, a_name_of_two_competencies_is_asked_for);
	tcase_add_test(c, a_heading_is_mapped_once);
	tcase_add_test(c, an_unknown_person_is_told_by_line);
	tcase_add_test(c, words_behind_a_level_are_read_over);
	tcase_add_test(c, words_with_another_number_are_no_level);
	tcase_add_test(c, words_behind_a_level_outside_are_told_as_the_range);
	tcase_add_test(c, raters_are_called_as_offices_call_them);
	tcase_add_test(c, answers_and_respondents_are_counted_apart);
	tcase_add_test(c, who_is_not_asked_is_named_once_with_the_line);
	suite_add_tcase(s, c);
	return s;
}
