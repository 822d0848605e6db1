#include <check.h>

#include "base/date.h"

/* Today is Monday 4 May 2026. */
static const struct {
	const char *text, *iso; /* NULL: refused */
} typed[] = {
	{ "02-03-2026", "2026-03-02" },
	{ "2/3/26", "2026-03-02" },
	{ "2.3.2026", "2026-03-02" },
	{ "2026-03-02", "2026-03-02" },
	{ "0203", "2026-03-02" },
	{ "020327", "2027-03-02" },
	{ "02032027", "2027-03-02" },
	{ "+7", "2026-05-11" },
	{ "-4", "2026-04-30" },
	{ "t", "2026-05-04" },
	{ ".", "2026-05-04" },
	{ "rab", "2026-05-06" },
	{ "monday", "2026-05-11" },
	{ "2 Maret 2026", "2026-03-02" },
	{ "17 agustus", "2026-08-17" },
	{ "1 mei 99", "1999-05-01" },
	{ "30-02-2026", NULL },
	{ "29-02-2026", NULL },
	{ "31-04-2026", NULL },
	{ "00-01-2026", NULL },
	{ "1-13-2026", NULL },
	{ "3002", NULL },
	{ "abc", NULL },
	{ "12", NULL },
	{ "2-3-2026-1", NULL },
	{ "2-3-202", NULL },
	{ "selesai", NULL },
	{ "jumlah", NULL },
	{ "Jum'at", "2026-05-08" },
	{ "JUMAT", "2026-05-08" },
	{ "Rabu", "2026-05-06" },
	{ "se", NULL },
	{ "2 marmalade 2026", NULL },
	{ "2 sept. 2026", "2026-09-02" },
	{ "2 Okt 26", "2026-10-02" },
	{ "2 okto 2026", "2026-10-02" },
	{ "2 ma 2026", NULL },
	{ "seninan", NULL },
};

START_TEST(dates_are_read_as_people_type_them)
{
	struct date d = date_of(2000, 1, 1);
	char iso[11];
	bool good = date_parse(typed[_i].text, date_of(2026, 5, 4), &d);

	ck_assert_msg(good == (typed[_i].iso != NULL), "%s", typed[_i].text);
	date_to_iso(d, iso);
	ck_assert_str_eq(iso, typed[_i].iso ? typed[_i].iso : "2000-01-01");
}
END_TEST

static const struct {
	const char *text, *iso; /* NULL: refused */
} filed[] = {
	{ "2026-03-02", "2026-03-02" },
	{ "02-03-2026", "2026-03-02" },
	{ "2/3/26", "2026-03-02" },
	{ "2 Maret 2026", "2026-03-02" },
	{ "02032026", "2026-03-02" },
	{ "020326", "2026-03-02" },
	{ "0203", NULL },
	{ "2-3", NULL },
	{ "2 maret", NULL },
	{ "t", NULL },
	{ ".", NULL },
	{ "+7", NULL },
	{ "senin", NULL },
	{ "", NULL },
};

START_TEST(dates_of_files_name_their_year)
{
	struct date d = date_of(2000, 1, 1);
	char iso[11];
	bool good = date_parse_full(filed[_i].text, &d);

	ck_assert_msg(good == (filed[_i].iso != NULL), "%s", filed[_i].text);
	date_to_iso(d, iso);
	ck_assert_str_eq(iso, filed[_i].iso ? filed[_i].iso : "2000-01-01");
}
END_TEST

START_TEST(every_day_of_four_centuries_splits_back)
{
	struct date d = date_of(1900, 1, 1);

	for (; date_compare(d, date_of(2199, 12, 31)) <= 0; d = date_add_days(d, 1)) {
		int year, month, day;

		date_split(d, &year, &month, &day);
		ck_assert_int_eq(date_of(year, month, day).day, d.day);
	}
}
END_TEST

START_TEST(months_end_on_their_last_day)
{
	ck_assert_int_eq(date_add_months(date_of(2026, 1, 31), 1).day,
			 date_of(2026, 2, 28).day);
	ck_assert_int_eq(date_add_months(date_of(2026, 3, 31), -1).day,
			 date_of(2026, 2, 28).day);
	ck_assert_int_eq(date_add_months(date_of(2023, 12, 5), 14).day,
			 date_of(2025, 2, 5).day);
}
END_TEST

START_TEST(weekdays_begin_on_monday)
{
	ck_assert_int_eq(date_weekday(date_of(2026, 5, 4)), 0);
	ck_assert_int_eq(date_weekday(date_of(1970, 1, 1)), 3);
	ck_assert_int_eq(date_weekday(date_of(1900, 1, 1)), 0);
}
END_TEST

START_TEST(iso_is_read_exactly)
{
	struct date d = DATE_NONE;

	ck_assert(!date_from_iso("2026-2-03", &d));
	ck_assert(!date_from_iso("2026-02-30", &d));
	ck_assert(!date_from_iso("2026/02/03", &d));
	ck_assert(!date_is_set(d));
	ck_assert(date_from_iso("2024-02-29", &d));
}
END_TEST

Suite *date_suite(void);

Suite *date_suite(void)
{
	Suite *s = suite_create("date");
	TCase *c = tcase_create("date");

	tcase_add_loop_test(c, dates_are_read_as_people_type_them, 0,
			    sizeof typed / sizeof *typed);
	tcase_add_loop_test(c, dates_of_files_name_their_year, 0,
			    sizeof filed / sizeof *filed);
	tcase_add_test(c, every_day_of_four_centuries_splits_back);
	tcase_add_test(c, months_end_on_their_last_day);
	tcase_add_test(c, weekdays_begin_on_monday);
	tcase_add_test(c, iso_is_read_exactly);
	suite_add_tcase(s, c);
	return s;
}
