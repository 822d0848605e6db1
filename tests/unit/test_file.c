#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/file_find.h"

static struct arena a;
static struct err err;
static const char *directory;

static void start(void)
{
	char *name = arena_strdup(&a, "/tmp/bangkom-file.XXXXXX");

	directory = mkdtemp(name);
	ck_assert_ptr_nonnull(directory);
	err = (struct err){ 0 };
}

static const char *below(const char *name)
{
	return arena_printf(&a, "%s/%s", directory, name);
}

static void done(void)
{
	static const char *const names[] = { "file",	     "link",
					     "target",	     "Peserta-April.csv",
					     "pesanan.txt",  "daftar peserta.CSV",
					     "a.rejects.csv" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(below(names[i]));
	ck_assert_int_eq(rmdir(directory), 0);
	arena_done(&a);
}

static void write_good(const char *path, const char *text)
{
	ck_assert_msg(file_write(path, text, strlen(text), &err), "%s", err.text);
}

static void holds(const char *path, const char *wanted)
{
	char *bytes;
	size_t count;

	ck_assert_msg(file_read(path, 100, &a, &bytes, &count, &err), "%s", err.text);
	ck_assert_str_eq(bytes, wanted);
}

static unsigned mode_of(const char *path)
{
	struct stat st;

	ck_assert_int_eq(lstat(path, &st), 0);
	return (unsigned)st.st_mode;
}

START_TEST(a_new_file_is_for_its_owner)
{
	write_good(below("file"), "one");
	holds(below("file"), "one");
	ck_assert_uint_eq(mode_of(below("file")) & 0777, 0600);
}
END_TEST

START_TEST(a_file_keeps_its_mode)
{
	write_good(below("file"), "one");
	ck_assert_int_eq(chmod(below("file"), 0664), 0);
	write_good(below("file"), "two");
	holds(below("file"), "two");
	ck_assert_uint_eq(mode_of(below("file")) & 0777, 0664);
}
END_TEST

START_TEST(a_link_stays_one)
{
	write_good(below("target"), "one");
	ck_assert_int_eq(symlink("target", below("link")), 0);
	write_good(below("link"), "two");
	holds(below("target"), "two");
	ck_assert(S_ISLNK(mode_of(below("link"))));
}
END_TEST

START_TEST(a_link_to_nothing_makes_its_target)
{
	ck_assert_int_eq(symlink("target", below("link")), 0);
	write_good(below("link"), "one");
	holds(below("target"), "one");
	ck_assert(S_ISLNK(mode_of(below("link"))));
}
END_TEST

/* Behind a link, so that the test harms no device when it fails. */
START_TEST(a_device_stays_one)
{
	ck_assert_int_eq(symlink("/dev/null", below("link")), 0);
	write_good(below("link"), "one");
	ck_assert(S_ISLNK(mode_of(below("link"))));
	ck_assert(S_ISCHR(mode_of("/dev/null")));
}
END_TEST

START_TEST(a_full_device_is_told)
{
	ck_assert_int_eq(symlink("/dev/full", below("link")), 0);
	ck_assert(!file_write(below("link"), "one", 3, &err));
	ck_assert_int_eq(err_exit_status(&err), 74);
	ck_assert_ptr_nonnull(strstr(err.text, "No space left"));
}
END_TEST

START_TEST(where_nothing_can_be_made_is_told)
{
	ck_assert(!file_write(below("none/file"), "one", 3, &err));
	ck_assert_int_eq(err_exit_status(&err), 73);
	ck_assert(!file_write(directory, "one", 3, &err));
	ck_assert_int_eq(err_exit_status(&err), 73);
}
END_TEST

START_TEST(a_database_is_not_written_over)
{
	static const char magic[] = "SQLite format 3";
	FILE *f = fopen(below("file"), "wb");

	ck_assert_ptr_nonnull(f);
	ck_assert_uint_eq(fwrite(magic, 1, sizeof magic, f), sizeof magic);
	ck_assert_int_eq(fclose(f), 0);
	ck_assert(!file_write(below("file"), "one", 3, &err));
	ck_assert_int_eq(err_exit_status(&err), 73);
	holds(below("file"), magic);
}
END_TEST

static size_t found(const char *typed, const char **path)
{
	struct file_found all;

	file_find(typed, "", &a, &all);
	*path = all.path;
	return all.count;
}

START_TEST(a_few_letters_name_a_file)
{
	const char *path;

	setenv("HOME", directory, 1);
	write_good(below("Peserta-April.csv"), "");
	write_good(below("pesanan.txt"), "");
	write_good(below("daftar peserta.CSV"), "");
	write_good(below("a.rejects.csv"), "");
	ck_assert_uint_eq(found("peser", &path), 1);
	ck_assert_str_eq(path, below("Peserta-April.csv"));
	ck_assert_uint_eq(found("pes", &path), 2);
	ck_assert_uint_eq(found("tar p", &path), 1);
	ck_assert_str_eq(path, below("daftar peserta.CSV"));
	ck_assert_uint_eq(found(below("pesa"), &path), 1);
	ck_assert_uint_eq(found(below("pesanan.txt"), &path), 1);
	ck_assert_uint_eq(found("a.r", &path), 0);
	ck_assert_uint_eq(found("a.rej", &path), 1);
	ck_assert_uint_eq(found("", &path), 0);
	ck_assert_uint_eq(found("zzz", &path), 0);
}
END_TEST

START_TEST(what_is_no_file_is_not_read)
{
	char *bytes;
	size_t count;

	ck_assert(!file_read(below("none"), 100, &a, &bytes, &count, &err));
	ck_assert_int_eq(err_exit_status(&err), 66);
	ck_assert(!file_read(directory, 100, &a, &bytes, &count, &err));
	ck_assert_int_eq(err_exit_status(&err), 66);
}
END_TEST

Suite *file_suite(void);

Suite *file_suite(void)
{
	Suite *s = suite_create("file");
	TCase *c = tcase_create("file");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_new_file_is_for_its_owner);
	tcase_add_test(c, a_file_keeps_its_mode);
	tcase_add_test(c, a_link_stays_one);
	tcase_add_test(c, a_link_to_nothing_makes_its_target);
	tcase_add_test(c, a_device_stays_one);
	tcase_add_test(c, a_full_device_is_told);
	tcase_add_test(c, where_nothing_can_be_made_is_told);
	tcase_add_test(c, a_database_is_not_written_over);
	tcase_add_test(c, a_few_letters_name_a_file);
	tcase_add_test(c, what_is_no_file_is_not_read);
	suite_add_tcase(s, c);
	return s;
}
