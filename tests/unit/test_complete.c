#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/complete.h"

static struct arena a;
static char directory[32];

static const char *const files[] = { "peserta-2025.csv", "peserta-2026.csv",
				     "nilai.csv",	 ".hidden",
				     "caf\303\251",	 "caf\303\250",
				     "\377bad" };

static const char *below(const char *name)
{
	return arena_printf(&a, "%s/%s", directory, name);
}

static void start(void)
{
	snprintf(directory, sizeof directory, "/tmp/bangkom-complete-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		ck_assert_int_eq(close(open(below(files[i]), O_CREAT | O_WRONLY, 0600)),
				 0);
	ck_assert_int_eq(mkdir(below("surat"), 0700), 0);
}

static void done(void)
{
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(below(files[i]));
	rmdir(below("surat"));
	rmdir(directory);
	arena_done(&a);
}

START_TEST(a_name_that_is_alone_is_completed)
{
	ck_assert_str_eq(file_complete(below("ni"), &a), below("nilai.csv"));
}
END_TEST

START_TEST(several_names_are_completed_as_far_as_they_agree)
{
	ck_assert_str_eq(file_complete(below("p"), &a), below("peserta-202"));
}
END_TEST

START_TEST(a_directory_ends_with_a_stroke)
{
	ck_assert_str_eq(file_complete(below("su"), &a), below("surat/"));
}
END_TEST

START_TEST(what_no_file_begins_with_stays_as_it_is)
{
	ck_assert_ptr_null(file_complete(below("zz"), &a));
	ck_assert_ptr_null(file_complete(below("nowhere/x"), &a));
}
END_TEST

START_TEST(hidden_files_are_offered_where_a_dot_was_typed)
{
	ck_assert_str_eq(file_complete(below(".h"), &a), below(".hidden"));
	ck_assert_str_ne(file_complete(below(""), &a), below(".hidden"));
}
END_TEST

/* é and è begin with the same byte. */
START_TEST(no_letter_is_completed_by_half)
{
	ck_assert_str_eq(file_complete(below("ca"), &a), below("caf"));
}
END_TEST

START_TEST(a_name_that_is_no_text_is_not_offered)
{
	ck_assert_ptr_null(file_complete(below("\377"), &a));
}
END_TEST

START_TEST(the_home_directory_is_written_out)
{
	ck_assert_int_eq(setenv("HOME", directory, 1), 0);
	ck_assert_str_eq(file_complete("~/ni", &a), below("nilai.csv"));
}
END_TEST

START_TEST(a_name_alone_is_looked_for_here)
{
	ck_assert_int_eq(chdir(directory), 0);
	ck_assert_str_eq(file_complete("ni", &a), "nilai.csv");
	ck_assert_int_eq(chdir("/"), 0);
}
END_TEST

Suite *complete_suite(void);

Suite *complete_suite(void)
{
	Suite *s = suite_create("complete");
	TCase *c = tcase_create("complete");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_name_that_is_alone_is_completed);
	tcase_add_test(c, several_names_are_completed_as_far_as_they_agree);
	tcase_add_test(c, a_directory_ends_with_a_stroke);
	tcase_add_test(c, what_no_file_begins_with_stays_as_it_is);
	tcase_add_test(c, hidden_files_are_offered_where_a_dot_was_typed);
	tcase_add_test(c, no_letter_is_completed_by_half);
	tcase_add_test(c, a_name_that_is_no_text_is_not_offered);
	tcase_add_test(c, the_home_directory_is_written_out);
	tcase_add_test(c, a_name_alone_is_looked_for_here);
	suite_add_tcase(s, c);
	return s;
}
