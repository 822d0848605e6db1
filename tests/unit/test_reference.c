#include "office.h"

static int64_t trainer_named(const char *name)
{
	struct trainer t;

	record_init(&trainer_kind, &t);
	t.name = name;
	good(&trainer_kind, &t);
	return t.id;
}

static struct field ref(const struct kind *kind)
{
	return (struct field){ .name = "who", .label = "Who", .refers = kind->name };
}

/* What typed words find, or 0 with a problem. */
static int64_t typed(const struct kind *kind, const char *words)
{
	struct field f = ref(kind);
	int64_t id = 0;

	problems = (struct problems){ .arena = &a };
	ck_assert_msg(reference_resolve(db, &f, words, &id, &problems, &err), "%s",
		      err.text);
	ck_assert_msg((id == 0) == (problems.errors > 0), "%s", words);
	return id;
}

/* What a file's cell finds, or 0. */
static int64_t found(const struct kind *kind, const char *cell)
{
	struct field f = ref(kind);
	int64_t id = 77;

	problems = (struct problems){ .arena = &a };
	ck_assert_msg(reference_find(db, &f, cell, &id, &problems, &err), "%s", err.text);
	return id;
}

START_TEST(words_of_a_form_find_the_only_one_that_holds_them)
{
	int64_t siti = person("199107242017012001", "Siti Aminah").id;

	person("198809212018011015", "Yusuf Hasibuan");
	ck_assert_int_eq(typed(&person_kind, "amin"), siti);
	ck_assert_int_eq(typed(&person_kind, "199107242017012001"), siti);
	ck_assert_int_eq(typed(&person_kind, "1988 yusuf nobody"), 0);
}
END_TEST

START_TEST(a_longer_name_is_not_its_first_word)
{
	int64_t budi = trainer_named("Budi");

	ck_assert_int_eq(typed(&trainer_kind, "Budi"), budi);
	ck_assert_int_eq(typed(&trainer_kind, "Budi Santoso"), 0);
}
END_TEST

START_TEST(a_label_that_begins_with_the_code_is_known)
{
	int64_t id = programme("PRJ26").id;

	ck_assert_int_eq(typed(&programme_kind, "PRJ26 Manajemen Proyek"), id);
	ck_assert_int_eq(found(&programme_kind, "PRJ26 Manajemen Proyek"), id);
	ck_assert_int_eq(found(&programme_kind, "PRJ26 Manajemen"), 0);
}
END_TEST

START_TEST(a_kind_without_search_words_is_found_by_its_label_only)
{
	struct group g = group(programme("PRJ26").id);
	const char *label;

	ck_assert(record_label(db, &group_kind, &g, &a, &label, &err));
	ck_assert_int_eq(typed(&group_kind, label), g.id);
	ck_assert_int_eq(typed(&group_kind, "nonsense"), 0);
	ck_assert_int_eq(typed(&group_kind, "???"), 0);
}
END_TEST

START_TEST(signs_alone_find_nobody)
{
	person("199107242017012001", "Siti Aminah");
	ck_assert_int_eq(typed(&person_kind, "???"), 0);
}
END_TEST

START_TEST(an_exact_name_is_found_among_many)
{
	int64_t rina;

	for (int i = 0; i < 250; i++)
		trainer_named(
			arena_printf(&a, "Ani Rina %c%c", 'A' + i / 26, 'A' + i % 26));
	rina = trainer_named("Rina");
	ck_assert_int_eq(typed(&trainer_kind, "rina"), rina);
}
END_TEST

START_TEST(a_file_names_people_whole)
{
	int64_t siti = person("199107242017012001", "Siti Aminah").id;

	ck_assert_int_eq(found(&person_kind, "'19910724 201701 2 001"), siti);
	ck_assert_int_eq(found(&person_kind, "siti aminah"), siti);
	ck_assert_int_eq(found(&person_kind, "Siti"), 0);
	ck_assert_int_eq(found(&person_kind, "1991"), 0);
	ck_assert_uint_eq(problems.errors, 0);
}
END_TEST

START_TEST(a_name_of_several_is_a_problem_in_a_file)
{
	person("199107242017012001", "Siti Aminah");
	person("198809212018011015", "Siti Aminah");
	ck_assert_int_eq(found(&person_kind, "Siti Aminah"), 0);
	ck_assert_str_eq(problems.first->field, "who");
}
END_TEST

Suite *reference_suite(void);

Suite *reference_suite(void)
{
	Suite *s = suite_create("reference");
	TCase *c = tcase_create("reference");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, words_of_a_form_find_the_only_one_that_holds_them);
	tcase_add_test(c, a_longer_name_is_not_its_first_word);
	tcase_add_test(c, a_label_that_begins_with_the_code_is_known);
	tcase_add_test(c, a_kind_without_search_words_is_found_by_its_label_only);
	tcase_add_test(c, signs_alone_find_nobody);
	tcase_add_test(c, an_exact_name_is_found_among_many);
	tcase_add_test(c, a_file_names_people_whole);
	tcase_add_test(c, a_name_of_several_is_a_problem_in_a_file);
	suite_add_tcase(s, c);
	return s;
}
