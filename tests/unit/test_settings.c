#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/settings.h"

Suite *settings_suite(void);

static struct arena arena;
static struct settings settings;
static struct err err;
static char path[] = "/tmp/bangkom-settings-XXXXXX";

static void set_up(void)
{
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	close(fd);
	settings_default(&settings);
}

static void tear_down(void)
{
	unlink(path);
	arena_done(&arena);
}

static bool read_text(const char *text)
{
	FILE *file = fopen(path, "w");

	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	ck_assert_int_eq(fclose(file), 0);
	return settings_read(&settings, path, &arena, &err);
}

static void assert_refused(const char *text, const char *reason)
{
	ck_assert(!read_text(text));
	ck_assert_ptr_nonnull(strstr(err.text, path));
	if (!strstr(err.text, reason))
		ck_abort_msg("'%s' is not in: %s", reason, err.text);
}

START_TEST(defaults_come_from_the_table)
{
	ck_assert_str_eq(settings.database, "");
	ck_assert_str_eq(settings.theme, "default");
	ck_assert_int_eq(settings.jp_target_pns, 20);
	ck_assert_int_eq(settings.feedback_minimum, 5);
	ck_assert(!settings.ascii);
}
END_TEST

START_TEST(empty_file_changes_nothing)
{
	struct settings before = settings;

	ck_assert(read_text(""));

	ck_assert_str_eq(settings.theme, before.theme);
	ck_assert_int_eq(settings.group_size, before.group_size);
}
END_TEST

START_TEST(values_of_each_type_are_taken)
{
	ck_assert(read_text("office = \"BKPSDM\"; group_size = 6; ascii = true;"));

	ck_assert_str_eq(settings.office, "BKPSDM");
	ck_assert_int_eq(settings.group_size, 6);
	ck_assert(settings.ascii);
}
END_TEST

START_TEST(text_outlives_the_file)
{
	ck_assert(read_text("legal_basis = \"Medan\";"));
	ck_assert(read_text("office = \"BKPSDM\";"));

	ck_assert_str_eq(settings.legal_basis, "Medan");
}
END_TEST

START_TEST(keys_are_taken_in_order)
{
	ck_assert(read_text(
		"keys = (\n"
		"  { context = \"list\"; key = \"a\"; command = \"open\"; },\n"
		"  { context = \"form\"; key = \"C-t\"; command = \"save\"; } );"));

	ck_assert_uint_eq(settings.key_count, 2);
	ck_assert_str_eq(settings.keys[0].context, "list");
	ck_assert_str_eq(settings.keys[1].key, "C-t");
	ck_assert_str_eq(settings.keys[1].command, "save");
}
END_TEST

static const struct {
	const char *text, *reason;
} refused[] = {
	{ "office = \"Medan\";\ncolour = \"red\";", ":2: colour" },
	{ "group_size = \"sixty\";", ":1: group_size" },
	{ "office = 3;", ":1: office" },
	{ "ascii = 1;", ":1: ascii" },
	{ "group_size = 0;", "from 2 to 50" },
	{ "feedback_minimum = 4;", "from 5 to 100" },
	{ "theme = \"mon\";", "default mono high-contrast" },
	{ "keymap = \"vi\";", "default excel informix" },
	{ "\n\noffice = ;", ":3: " },
	{ "@include \"/etc/passwd\"", "@include" },
	{ "keys = \"a\";", ":1: keys" },
	{ "keys = (\n{ context = \"list\"; key = \"a\"; } );", ":2: " },
};

START_TEST(wrong_file_is_refused_with_line_and_reason)
{
	assert_refused(refused[_i].text, refused[_i].reason);
}
END_TEST

START_TEST(refused_file_leaves_the_settings_alone)
{
	ck_assert(!read_text("legal_basis = \"Medan\"; group_size = 0;"));

	ck_assert_str_eq(settings.legal_basis, "");
}
END_TEST

START_TEST(file_over_the_limit_is_refused)
{
	char *big = arena_array(&arena, 1, 64 * 1024 + 2);

	memset(big, ' ', 64 * 1024 + 1);

	ck_assert(!read_text(big));
}
END_TEST

START_TEST(missing_file_and_directory_are_refused)
{
	ck_assert(!settings_read(&settings, "/nonexistent/bangkom.conf", &arena, &err));
	ck_assert(!settings_read(&settings, "/tmp", &arena, &err));
}
END_TEST

START_TEST(own_file_comes_from_the_config_directory)
{
	setenv("XDG_CONFIG_HOME", "/home/ani/conf", 1);
	setenv("XDG_DATA_HOME", "relative", 1);
	setenv("HOME", "/home/ani", 1);

	ck_assert_str_eq(settings_directory(&arena), "/home/ani/conf/bangkom");
	ck_assert_str_eq(settings_database_path(&arena),
			 "/home/ani/.local/share/bangkom/bangkom.db");
}
END_TEST

static const void *member(const struct settings *s, const struct setting *t)
{
	return (const char *)s + t->offset;
}

static bool same(const struct settings *a, const struct settings *b,
		 const struct setting *t)
{
	const char *one, *other;

	if (t->type == SETTING_INT)
		return memcmp(member(a, t), member(b, t), sizeof(long)) == 0;
	if (t->type == SETTING_BOOL)
		return memcmp(member(a, t), member(b, t), sizeof(bool)) == 0;
	memcpy(&one, member(a, t), sizeof one);
	memcpy(&other, member(b, t), sizeof other);
	return strcmp(one, other) == 0;
}

/* Whether the example has a line that begins with "NAME = ". */
static bool names(const char *example, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = example; (at = strstr(at, name)); at += length)
		if ((at == example || at[-1] == '\n') &&
		    strncmp(at + length, " = ", 3) == 0)
			return true;
	return false;
}

START_TEST(example_equals_the_table)
{
	struct settings changed;
	char *example;
	size_t count;

	memset(&changed, 0x5a, sizeof changed);
	changed.keys = NULL;
	changed.key_count = 0;
	ck_assert_msg(settings_read(&changed, "config.example", &arena, &err), "%s",
		      err.text);
	ck_assert(file_read("config.example", 1 << 16, &arena, &example, &count, &err));

	for (const struct setting *t = settings_table; t->name; t++) {
		ck_assert_msg(names(example, t->name), "%s is missing", t->name);
		ck_assert_msg(same(&changed, &settings, t), "%s differs", t->name);
	}
}
END_TEST

START_TEST(every_setting_has_help)
{
	for (const struct setting *t = settings_table; t->name; t++)
		ck_assert_msg(t->help && *t->help, "%s", t->name);
}
END_TEST

Suite *settings_suite(void)
{
	Suite *suite = suite_create("settings");
	TCase *tests = tcase_create("file");

	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, defaults_come_from_the_table);
	tcase_add_test(tests, empty_file_changes_nothing);
	tcase_add_test(tests, values_of_each_type_are_taken);
	tcase_add_test(tests, text_outlives_the_file);
	tcase_add_test(tests, keys_are_taken_in_order);
	tcase_add_loop_test(tests, wrong_file_is_refused_with_line_and_reason, 0,
			    sizeof refused / sizeof *refused);
	tcase_add_test(tests, refused_file_leaves_the_settings_alone);
	tcase_add_test(tests, file_over_the_limit_is_refused);
	tcase_add_test(tests, missing_file_and_directory_are_refused);
	tcase_add_test(tests, own_file_comes_from_the_config_directory);
	tcase_add_test(tests, example_equals_the_table);
	tcase_add_test(tests, every_setting_has_help);
	suite_add_tcase(suite, tests);
	return suite;
}
