#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/config_file.h"
#include "base/err.h"
#include "base/problem.h"
#include "base/settings.h"
#include "domain/kinds.h"
#include "form/form.h"

enum { HUGE = 50 * 1024 * 1024, AT_ONCE_MS = 1000 };

static struct arena a;
static struct err err;
static char directory[] = "/tmp/bangkom-config-XXXXXX";
static const char *path;
static int64_t began;

static void start(void)
{
	ck_assert_ptr_nonnull(mkdtemp(directory));
	path = arena_printf(&a, "%s/person.form", directory);
	began = clock_ms();
}

static void done(void)
{
	unlink(path);
	rmdir(directory);
	arena_done(&a);
}

static void put_text(const char *text)
{
	FILE *file = fopen(path, "w");

	ck_assert_ptr_nonnull(file);
	ck_assert_int_ge(fputs(text, file), 0);
	ck_assert_int_eq(fclose(file), 0);
}

static void put_fifo(void)
{
	ck_assert_int_eq(mkfifo(path, 0600), 0);
}

static void put_huge(void)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(ftruncate(fd, HUGE), 0);
	ck_assert_int_eq(close(fd), 0);
}

static void put_deep(void)
{
	char *text = arena_alloc(&a, 60001);

	memcpy(text, "a = ", 4);
	memset(text + 4, '(', 50000);
	put_text(text);
}

static void put_include(void)
{
	put_text("form = \"person\";\n@include \"/etc/passwd\"\n");
}

static void put_wrong_byte(void)
{
	put_text("form = \"person\";\ntitle = \"\xc0\xaf\";\n");
}

/* libconfig would say "syntax error" for the last line, and lose its memory. */
static void put_open_quote(void)
{
	put_text("form = \"person\";\n\ntitle = \"never ends\\\";\n");
}

static void put_link_to_device(void)
{
	ck_assert_int_eq(symlink("/dev/zero", path), 0);
}

static const struct {
	void (*put)(void);
	const char *reason;
} hostile[] = {
	{ put_fifo, "no regular file" },
	{ put_huge, "larger than" },
	{ put_deep, ":1: brackets are more than 16 deep" },
	{ put_include, "@include" },
	{ put_wrong_byte, ":2: here is a byte that is no text" },
	{ put_open_quote, ":3: this quotation mark is never closed" },
	{ put_link_to_device, "no regular file" },
};

static void is_refused(const char *said, const char *reason)
{
	ck_assert_int_lt(clock_ms() - began, AT_ONCE_MS);
	ck_assert_msg(strstr(said, path) && strstr(said, reason), "%s", said);
}

START_TEST(hostile_settings_are_refused_at_once)
{
	struct settings settings;

	settings_default(&settings);
	hostile[_i].put();
	ck_assert(!settings_read(&settings, path, &a, &err));
	is_refused(err.text, hostile[_i].reason);
}
END_TEST

/* The form of the program is used instead. */
START_TEST(hostile_forms_are_refused_at_once)
{
	struct problems problems = { .arena = &a };
	struct form_set set;

	hostile[_i].put();
	ck_assert(form_set_load(&set, kinds, directory, &a, &problems, &err));
	ck_assert_ptr_nonnull(problems.first);
	is_refused(problems.first->text, hostile[_i].reason);
	ck_assert_uint_gt(form_set_find(&set, "person")->entry_count, 0);
}
END_TEST

/* What stands in quotation marks or comments is no bracket. */
START_TEST(brackets_count_only_where_they_are_brackets)
{
	const char *text = "a = \"((((((((((((((((((((\\\"(\";\n"
			   "# ((((((((((((((((((((\n"
			   "// {{{{{{{{{{{{{{{{{{{{\n"
			   "/* [[[[[[[[[[[[[[[[[[[[ */\n";

	ck_assert(config_text_check(text, strlen(text), "x", &err));
}
END_TEST

/* libconfig makes bytes of "\\x1b". */
START_TEST(escapes_of_the_file_are_no_way_around)
{
	struct settings settings;

	settings_default(&settings);
	put_text("office = \"BKPSDM\\x1b[2J\";");
	ck_assert(settings_read(&settings, path, &a, &err));
	ck_assert_str_eq(settings.office, "BKPSDM [2J");
	put_text("\noffice = \"\\xff\";");
	ck_assert(!settings_read(&settings, path, &a, &err));
	ck_assert_ptr_nonnull(strstr(err.text, ":2: office: "));
}
END_TEST

/* Names of files and cells go into messages, and those to the terminal. */
START_TEST(messages_hold_nothing_a_terminal_obeys)
{
	struct problems problems = { .arena = &a };

	err_set(&err, ERR_FILE, "%s", "a\x1b]0;x\a\xe2\x80\xae\xff");
	ck_assert_str_eq(err.text,
			 "a\xef\xbf\xbd]0;x\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	err_context(&err, "%s",
		    "\xc2\x9b"
		    "2J");
	ck_assert_ptr_null(strstr(err.text, "\xc2\x9b"));
	problem_add(&problems, "name", "%s", "\x1b[2J");
	ck_assert_str_eq(problems.first->text, "\xef\xbf\xbd[2J");
}
END_TEST

Suite *config_file_suite(void);

Suite *config_file_suite(void)
{
	Suite *s = suite_create("config_file");
	TCase *c = tcase_create("config_file");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_loop_test(c, hostile_settings_are_refused_at_once, 0,
			    sizeof hostile / sizeof *hostile);
	tcase_add_loop_test(c, hostile_forms_are_refused_at_once, 0,
			    sizeof hostile / sizeof *hostile);
	tcase_add_test(c, brackets_count_only_where_they_are_brackets);
	tcase_add_test(c, escapes_of_the_file_are_no_way_around);
	tcase_add_test(c, messages_hold_nothing_a_terminal_obeys);
	suite_add_tcase(s, c);
	return s;
}
