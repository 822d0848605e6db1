#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "exchange/csv.h"

static struct arena a;

static void done(void)
{
	arena_done(&a);
}

static const char *written(const char *field)
{
	struct csv_writer w;

	csv_writer_init(&w, &a, ',');
	csv_put(&w, field);
	csv_put(&w, "x");
	csv_put_line(&w);
	return w.out.text;
}

static const char *const texts[] = {
	"",    "'",    "''",   "'=x", "''=x",  "=1+2",	"+62 812",
	"-5",  "'-5",  "@a",   "'@a", "'Ali'", "'0812", "-",
	"a,b", "a\"b", "a\nb", " a ", "-5 a",  "'''",	"'5",
};

START_TEST(what_is_written_comes_back_the_same)
{
	const char *text = written(texts[_i]);
	struct err err = { 0 };
	struct csv_row row = { 0 };
	struct csv csv;

	ck_assert(csv_open(&csv, text, strlen(text), &a, &err));
	ck_assert_int_eq(csv_next(&csv, &row, &a, &err), CSV_ROW);
	ck_assert_uint_eq(row.count, 2);
	ck_assert_str_eq(csv_bare(row.fields[0]), texts[_i]);
}
END_TEST

START_TEST(no_spreadsheet_runs_a_text_as_a_formula)
{
	ck_assert_str_eq(written("=1+2"), "'=1+2,x\n");
	ck_assert_str_eq(written("@a"), "'@a,x\n");
	ck_assert_str_eq(written("-5.5"), "-5.5,x\n");
}
END_TEST

Suite *csv_suite(void);

Suite *csv_suite(void)
{
	Suite *s = suite_create("csv");
	TCase *c = tcase_create("csv");

	tcase_add_checked_fixture(c, NULL, done);
	tcase_add_loop_test(c, what_is_written_comes_back_the_same, 0,
			    sizeof texts / sizeof *texts);
	tcase_add_test(c, no_spreadsheet_runs_a_text_as_a_formula);
	suite_add_tcase(s, c);
	return s;
}
