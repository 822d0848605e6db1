#include <check.h>
#include <math.h>

#include "base/arena.h"
#include "base/number.h"

static const struct {
	const char *text;
	bool good;
	int64_t value;
} hundredths[] = {
	{ "12,5", true, 1250 },
	{ "12.5", true, 1250 },
	{ "7", true, 700 },
	{ "-0,25", true, -25 },
	{ "1.234,50", true, 123450 },
	{ "1,234.50", true, 123450 },
	{ " 4 ", true, 400 },
	{ ",5", true, 50 },
	{ "1,500", false, 0 },
	{ "1,234", false, 0 },
	{ "12a", false, 0 },
	{ "", false, 0 },
	{ "1.500", false, 0 },
	{ "-12.500", false, 0 },
	{ "0,500", true, 50 },
	{ "1234,500", true, 123450 },
	{ "1.500,00", true, 150000 },
	{ "1.500.000", true, 150000000 },
	{ "1,2,3", false, 0 },
	{ "--1", false, 0 },
	{ "99999999999999999999", false, 0 },
};

START_TEST(hundredths_are_read_with_either_mark)
{
	int64_t value = 77;

	ck_assert_int_eq(number_parse_hundredths(hundredths[_i].text, &value),
			 hundredths[_i].good);
	ck_assert_int_eq(value, hundredths[_i].good ? hundredths[_i].value : 77);
}
END_TEST

static const struct {
	const char *text;
	bool good;
	int64_t value;
} money[] = {
	{ "Rp 1.500.000", true, 1500000 }, { "rp.2.000", true, 2000 },
	{ "1500000", true, 1500000 },	   { "1.500.000,00", true, 1500000 },
	{ "1,500,000.00", true, 1500000 }, { "1.500", true, 1500 },
	{ "1.500,50", false, 0 },	   { "Rp", false, 0 },
};

START_TEST(money_is_whole_rupiah)
{
	int64_t value = 77;

	ck_assert_int_eq(number_parse_money(money[_i].text, &value), money[_i].good);
	ck_assert_int_eq(value, money[_i].good ? money[_i].value : 77);
}
END_TEST

START_TEST(numbers_are_shown_as_they_were_meant)
{
	struct arena a = { 0 };

	ck_assert_str_eq(number_hundredths(&a, 1250, ','), "12,5");
	ck_assert_str_eq(number_hundredths(&a, -5, '.'), "-0.05");
	ck_assert_str_eq(number_hundredths(&a, NUMBER_NONE, '.'), "");
	ck_assert_str_eq(number_grouped(&a, 1500000, ','), "1.500.000");
	ck_assert_str_eq(number_grouped(&a, -999, ','), "-999");
	ck_assert_str_eq(number_real(&a, 3.14159, 2, ','), "3,14");
	ck_assert_str_eq(number_real(&a, (double)NAN, 2, ','), "–");
	arena_done(&a);
}
END_TEST

Suite *number_suite(void);

Suite *number_suite(void)
{
	Suite *s = suite_create("number");
	TCase *c = tcase_create("number");

	tcase_add_loop_test(c, hundredths_are_read_with_either_mark, 0,
			    sizeof hundredths / sizeof *hundredths);
	tcase_add_loop_test(c, money_is_whole_rupiah, 0, sizeof money / sizeof *money);
	tcase_add_test(c, numbers_are_shown_as_they_were_meant);
	suite_add_tcase(s, c);
	return s;
}
