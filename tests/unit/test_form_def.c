#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "form/form.h"

static struct arena a;
static struct err err;
static const struct form_def *form;

static void done(void)
{
	arena_done(&a);
}

static bool parse(const char *text)
{
	return form_def_parse(text, "unit.form", &unit_kind, &a, &form, &err);
}

/* Whatever stands after "form" on lines of its own: the fields on line 2, the
 * columns on line 3, the rest on line 4. */
static bool parse_parts(const char *fields, const char *list, const char *rest)
{
	return parse(arena_printf(&a,
				  "form = \"unit\";\nfields = (%s);\nlist = (%s);\n%s",
				  fields, list, rest));
}

#define CODE "{ name = \"code\"; }"
#define NAME "{ name = \"name\"; }"

static const struct {
	const char *fields, *list, *rest, *reason;
} wrong[] = {
	{ CODE "," NAME, CODE, "colour = \"red\";", ":4: 'colour' means nothing here." },
	{ CODE "," NAME, CODE, "title = 5;", ":4: 'title' needs a text in quotes." },
	{ CODE "," NAME, CODE, "title = \"\\xff\";", ":4: this is no text." },
	{ CODE "," NAME, CODE, "title = ;", ":4: syntax error" },
	{ "", CODE, "", ":2: the form needs fields = " },
	{ CODE "," NAME, "", "", ":3: the form needs list = " },
	{ "5", CODE, "", ":2: write { name = " },
	{ "{ label = \"x\"; }", CODE, "", ":2: a field needs a name." },
	{ "{ name = \"lede\"; }", CODE, "", ":2: no such field 'lede' in unit" },
	{ CODE ",{ name = \"name\"; type = \"date\"; }", CODE, "",
	  ":2: 'name' is of type text, not date." },
	{ CODE "," NAME ",{ name = \"search\"; }", CODE, "",
	  ":2: 'search' is set by the program." },
	{ CODE "," CODE, CODE, "", ":2: 'code' is there twice." },
	{ CODE, CODE, "", ":2: 'name' must be filled." },
	{ CODE ",{ name = \"name\"; hidden = true; }", CODE, "",
	  ":2: 'name' must be filled." },
	{ CODE ",{ name = \"name\"; hidden = 1; }", CODE, "",
	  ":2: 'hidden' needs true or false." },
	{ CODE ",{ name = \"name\"; width = -1; }", CODE, "",
	  ":2: 'width' needs a number" },
	{ CODE ",{ name = \"name\"; width = 100000; }", CODE, "",
	  ":2: 'width' needs a number" },
	{ CODE ",{ name = \"name\"; rows = \"3\"; }", CODE, "",
	  ":2: 'rows' needs a number" },
	{ CODE ",{ name = \"name\"; width = 0; }", CODE, "",
	  ":2: a field needs a label, a width and rows." },
	{ CODE ",{ name = \"name\"; label = \"\"; }", CODE, "",
	  ":2: a field needs a label, a width and rows." },
	{ CODE ",{ name = \"name\"; colour = 3; }", CODE, "",
	  ":2: 'colour' means nothing here." },
	{ CODE "," NAME, CODE "," CODE, "", ":3: this column stands here twice." },
	{ CODE "," NAME, "{ name = \"code\"; rows = 2; }", "",
	  ":3: 'rows' means nothing here." },
	{ CODE "," NAME, "{ name = \"code\"; width = \"2\"; }", "",
	  ":3: 'width' needs a number" },
	{ CODE "," NAME,
	  CODE "," CODE "," CODE "," CODE "," CODE "," CODE "," CODE "," CODE "," CODE
	       "," CODE "," CODE "," CODE "," CODE "," CODE "," CODE "," CODE "," CODE,
	  "", ":3: a list has at most" },
};

START_TEST(what_is_wrong_in_a_form_is_told_with_its_line)
{
	ck_assert(!parse_parts(wrong[_i].fields, wrong[_i].list, wrong[_i].rest));
	ck_assert_msg(strstr(err.text, "unit.form") && strstr(err.text, wrong[_i].reason),
		      "%s, not %s", err.text, wrong[_i].reason);
}
END_TEST

START_TEST(a_form_of_another_kind_is_refused)
{
	ck_assert(!parse("form = \"person\";"));
	ck_assert_msg(strstr(err.text, "form = \"unit\";"), "%s", err.text);
	ck_assert(!parse(""));
}
END_TEST

START_TEST(a_form_has_what_its_file_says_and_usual_sizes)
{
	ck_assert_msg(parse_parts(CODE ",{ name = \"name\"; label = \"Nama\"; width = 9; "
				       "hidden = true; initial = \"x\"; }",
				  NAME, "title = \"Dinas\";"),
		      "%s", err.text);
	ck_assert_str_eq(form->title, "Dinas");
	ck_assert_uint_eq(form->entry_count, 2);
	ck_assert_int_gt(form->entries[0].width, 0);
	ck_assert_int_eq(form->entries[0].rows, 1);
	ck_assert_int_eq(form->entries[1].width, 9);
	ck_assert_str_eq(form->entries[1].label, "Nama");
	ck_assert(form->entries[1].flags & ENTRY_HIDDEN);
	ck_assert_str_eq(form->columns[0].field->name, "name");
}
END_TEST

Suite *form_def_suite(void);

Suite *form_def_suite(void)
{
	Suite *s = suite_create("form_def");
	TCase *c = tcase_create("form_def");

	tcase_add_checked_fixture(c, NULL, done);
	tcase_add_loop_test(c, what_is_wrong_in_a_form_is_told_with_its_line, 0,
			    sizeof wrong / sizeof *wrong);
	tcase_add_test(c, a_form_of_another_kind_is_refused);
	tcase_add_test(c, a_form_has_what_its_file_says_and_usual_sizes);
	suite_add_tcase(s, c);
	return s;
}
