#include <check.h>
#include <stdlib.h>

#include "base/i18n.h"

Suite *i18n_suite(void);

static void forget_environment(void)
{
	unsetenv("LANGUAGE");
	unsetenv("LC_ALL");
	unsetenv("LC_MESSAGES");
	unsetenv("LANG");
}

START_TEST(named_language_is_used)
{
	i18n_init("id");

	ck_assert_str_eq(i18n_language(), "id");
	ck_assert_str_eq(_("yes"), "ya");
}
END_TEST

START_TEST(english_is_the_source_text)
{
	i18n_init("en");

	ck_assert_str_eq(i18n_language(), "en");
	ck_assert_str_eq(_("yes"), "yes");
}
END_TEST

START_TEST(named_language_wins_over_the_environment)
{
	setenv("LANGUAGE", "id", 1);

	i18n_init("en");

	ck_assert_str_eq(_("yes"), "yes");
}
END_TEST

/* Earlier names hide later ones. */
static const char *const order[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

START_TEST(environment_is_asked_in_order)
{
	forget_environment();
	for (int i = 3; i > _i; i--)
		setenv(order[i], "en_GB.UTF-8", 1);
	setenv(order[_i], "id_ID.UTF-8", 1);

	i18n_init(NULL);

	ck_assert_str_eq(_("yes"), "ya");
}
END_TEST

START_TEST(empty_name_asks_the_environment)
{
	forget_environment();
	setenv("LANG", "id_ID.UTF-8", 1);

	i18n_init("");

	ck_assert_str_eq(i18n_language(), "id");
}
END_TEST

START_TEST(empty_variable_is_passed_over)
{
	forget_environment();
	setenv("LANGUAGE", "", 1);
	setenv("LANG", "id_ID.UTF-8", 1);

	i18n_init(NULL);

	ck_assert_str_eq(i18n_language(), "id");
}
END_TEST

static const char *const others[] = { "C", "POSIX", "fr_FR.UTF-8", "C.UTF-8" };

START_TEST(other_languages_give_english)
{
	forget_environment();
	setenv("LANG", others[_i], 1);

	i18n_init(NULL);

	ck_assert_str_eq(i18n_language(), "en");
}
END_TEST

START_TEST(indonesian_works_under_the_plain_locale)
{
	forget_environment();
	setenv("LC_ALL", "C", 1);

	i18n_init("id");

	ck_assert_str_eq(_("yes"), "ya");
}
END_TEST

START_TEST(language_switches_both_ways)
{
	i18n_init("en");

	i18n_switch("id");
	ck_assert_str_eq(_("yes"), "ya");
	i18n_switch("en");
	ck_assert_str_eq(_("yes"), "yes");
}
END_TEST

START_TEST(indonesian_is_looked_up_from_english)
{
	i18n_init("en");

	ck_assert_str_eq(i18n_indonesian("yes"), "ya");
	ck_assert_str_eq(_("yes"), "yes");
}
END_TEST

START_TEST(indonesian_is_looked_up_from_indonesian)
{
	i18n_init("id");

	ck_assert_str_eq(i18n_indonesian("yes"), "ya");
}
END_TEST

START_TEST(unknown_text_stays)
{
	i18n_init("id");

	ck_assert_str_eq(_("A text that nobody has translated"),
			 "A text that nobody has translated");
}
END_TEST

START_TEST(english_plural_follows_the_number)
{
	i18n_init("en");

	ck_assert_str_eq(P_("one", "many", 1), "one");
	ck_assert_str_eq(P_("one", "many", 2), "many");
}
END_TEST

Suite *i18n_suite(void)
{
	Suite *suite = suite_create("i18n");
	TCase *tests = tcase_create("languages");

	tcase_add_test(tests, named_language_is_used);
	tcase_add_test(tests, english_is_the_source_text);
	tcase_add_test(tests, named_language_wins_over_the_environment);
	tcase_add_loop_test(tests, environment_is_asked_in_order, 0, 4);
	tcase_add_test(tests, empty_name_asks_the_environment);
	tcase_add_test(tests, empty_variable_is_passed_over);
	tcase_add_loop_test(tests, other_languages_give_english, 0, 4);
	tcase_add_test(tests, indonesian_works_under_the_plain_locale);
	tcase_add_test(tests, language_switches_both_ways);
	tcase_add_test(tests, indonesian_is_looked_up_from_english);
	tcase_add_test(tests, indonesian_is_looked_up_from_indonesian);
	tcase_add_test(tests, unknown_text_stays);
	tcase_add_test(tests, english_plural_follows_the_number);
	suite_add_tcase(suite, tests);
	return suite;
}
