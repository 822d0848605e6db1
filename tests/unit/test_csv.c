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
	"",	"'",	  "''",	  "'=x",   "''=x",  "=1+2", "+62 812", "-5",
	"'-5",	"@a",	  "'@a",  "'Ali'", "'0812", "-",    "a,b",     "a\"b",
	"a\nb", " a ",	  "-5 a", "'''",   "'5",    "\t=1", "\tx",     "\r@a",
	"'\tx", "\r\n=1", "-1+2", "=",	   "\n=1",
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
	ck_assert_str_eq(written("\t=1"), "'\t=1,x\n");
	ck_assert_str_eq(written("\r=1"), "\"'\r=1\",x\n");
}
END_TEST

/* Found by fuzzing: sums and bare exponents passed as numbers. */
START_TEST(a_sum_is_no_number)
{
	ck_assert_str_eq(written("-2+3"), "'-2+3,x\n");
	ck_assert_str_eq(written("+62-812-3456"), "'+62-812-3456,x\n");
	ck_assert_str_eq(written("+ E+"), "'+ E+,x\n");
	ck_assert_str_eq(written("-1.5e+3"), "-1.5e+3,x\n");
	ck_assert_str_eq(written("+62 812"), "+62 812,x\n");
}
END_TEST

static bool open_bytes(const char *bytes, size_t count, struct csv *csv, struct err *err)
{
	return csv_open(csv, arena_strndup(&a, bytes, count), count, &a, err);
}

/* Found by fuzzing: half of a letter parted the cells. */
START_TEST(a_letter_beyond_ascii_is_no_delimiter)
{
	static const char text[] = "sep=\xc3\xbf\na\xc3\xbf"
				   "b,c\n";
	struct err err = { 0 };
	struct csv csv;

	ck_assert(open_bytes(text, strlen(text), &csv, &err));
	ck_assert_int_eq(csv.delimiter, ',');
}
END_TEST

static const struct {
	const char *text, *place;
} damaged[] = {
	{ "nama\nSiti \xc3\xa9 \xff\n", "Line 2, byte 9 " },
	{ "nama\r\nab\xc0\xaf\r\n", "Line 2, byte 3 " },
	{ "a\rb\r\xed\xa0\x80", "Line 3, byte 1 " },
	{ "\xef\xbb\xbfnama\nAndr\xe9\n", "Line 2, byte 5 " },
	{ "nama\nAndr\xe9 \x81\n", "Line 2, byte 7 " },
};

START_TEST(bytes_that_are_no_text_are_refused_with_their_place)
{
	struct err err = { 0 };
	struct csv csv;

	ck_assert(!open_bytes(damaged[_i].text, strlen(damaged[_i].text), &csv, &err));
	ck_assert_msg(strstr(err.text, damaged[_i].place) == err.text, "%s", err.text);
}
END_TEST

START_TEST(a_file_in_cp1252_is_taken)
{
	static const char text[] = "nama;unit\nAndr\xe9;\x80\n";
	struct err err = { 0 };
	struct csv_row row = { 0 };
	struct csv csv;

	ck_assert(open_bytes(text, strlen(text), &csv, &err));
	ck_assert_int_eq(csv_next(&csv, &row, &a, &err), CSV_ROW);
	ck_assert_int_eq(csv_next(&csv, &row, &a, &err), CSV_ROW);
	ck_assert_str_eq(row.fields[0], "André");
	ck_assert_str_eq(row.fields[1], "€");
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
	tcase_add_test(c, a_sum_is_no_number);
	tcase_add_test(c, a_letter_beyond_ascii_is_no_delimiter);
	tcase_add_loop_test(c, bytes_that_are_no_text_are_refused_with_their_place, 0,
			    sizeof damaged / sizeof *damaged);
	tcase_add_test(c, a_file_in_cp1252_is_taken);
	suite_add_tcase(s, c);
	return s;
}
