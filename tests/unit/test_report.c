#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "report/report.h"

static struct arena a;
static struct report r;

static void start(void)
{
	report_init(&r, &a, "test", "Title");
}

static void done(void)
{
	arena_done(&a);
}

static const struct report_column columns[] = {
	{ "nip", "NIP", false },
	{ "name", "Name", false },
	{ "unit", "Unit", false },
	{ "count", "Count", true },
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static void row(struct block *table, const char *nip, const char *name, const char *unit)
{
	struct cell *c = report_row(&r, table);

	c[0] = cell_text(nip);
	c[1] = cell_text(name);
	c[2] = cell_text(unit);
	c[3] = cell_int(5);
}

static void has(const char *text, const char *wanted)
{
	ck_assert_msg(strstr(text, wanted) != NULL, "no '%s' in:\n%s", wanted, text);
}

static void has_not(const char *text, const char *unwanted)
{
	ck_assert_msg(strstr(text, unwanted) == NULL, "'%s' in:\n%s", unwanted, text);
}

START_TEST(nothing_of_a_report_steers_the_terminal)
{
	const struct report_column steering[] = { { "x",
						    "A\xe2\x80\xae"
						    "b",
						    false } };
	struct block *bars, *table;
	const char *text;

	r.title = "T\x1b[31m";
	report_heading(&r, "H\xe2\x80\xae");
	table = report_table(&r, "t", steering, 1);
	report_row(&r, table)[0] = cell_text("c\x1b]0;x");
	bars = report_bars(&r, "b", 5);
	report_row(&r, bars)[0] = cell_text("two\nlines\xe2\x80\xae");
	text = report_to_text(&r, 80, false);
	has_not(text, "\x1b");
	has_not(text, "\xe2\x80\xae");
	has(text, "two lines");
}
END_TEST

START_TEST(a_table_breaks_between_words_only)
{
	struct block *table = report_table(&r, "t", columns, COLUMNS);
	const char *text;

	row(table, "198809212018011015", "Parlindungan Hutagalung Simanjuntak",
	    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia");
	text = report_to_text(&r, 55, false);
	has(text, "198809212018011015");
	has(text, "Parlindungan");
	has(text, "Simanjuntak");
	has(text, "Kepegawaian");
	has(text, "Pengembangan");
	has(text, "Count\n");
}
END_TEST

START_TEST(a_number_with_blanks_stays_whole)
{
	struct block *table = report_table(&r, "t", columns, COLUMNS);

	row(table, "19880921 201801 1 015", "Ahmad Putra Sembiring",
	    "Dinas Sosial Kota Medan");
	has(report_to_text(&r, 50, false), "19880921 201801 1 015");
}
END_TEST

START_TEST(a_table_that_cannot_stand_is_shown_as_lists)
{
	struct block *table = report_table(&r, "t", columns, COLUMNS);
	const char *text;

	row(table, "198809212018011015", "Parlindungan", "Kepegawaian");
	text = report_to_text(&r, 40, false);
	has(text, "NIP    198809212018011015\n");
	has(text, "Count  5\n");
}
END_TEST

START_TEST(what_it_was_made_from_may_change)
{
	char name[] = "Ahmad", title[] = "Of Ahmad", heading[] = "Heading";
	struct block *table;

	r.title = title;
	report_heading(&r, heading);
	table = report_table(&r, "t", columns, COLUMNS);
	row(table, "1", name, "OPD1");
	report_own(&r);
	memset(name, 'x', strlen(name));
	memset(title, 'x', strlen(title));
	memset(heading, 'x', strlen(heading));
	ck_assert_str_eq(r.title, "Of Ahmad");
	has(report_to_text(&r, 80, false), "Heading");
	has(report_to_csv(&r, ','), "1,Ahmad,OPD1,5");
}
END_TEST

Suite *report_suite(void);

Suite *report_suite(void)
{
	Suite *s = suite_create("report");
	TCase *c = tcase_create("report");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, nothing_of_a_report_steers_the_terminal);
	tcase_add_test(c, a_table_breaks_between_words_only);
	tcase_add_test(c, a_number_with_blanks_stays_whole);
	tcase_add_test(c, a_table_that_cannot_stand_is_shown_as_lists);
	tcase_add_test(c, what_it_was_made_from_may_change);
	suite_add_tcase(s, c);
	return s;
}
