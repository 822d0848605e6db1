#include "sheets.h"

#include "base/settings.h"
#include "exchange/columns.h"
#include "exchange/export.h"
#include "report/report.h"

/* Whatever is shown, printed or written: nothing of fewer than five sheets. */
enum { FEW = 4, WIDE = 120 };

static struct settings settings;

/* Means of 2.75 and, with a fifth sheet, of 3.20. */
static void hand_in(int sheets, const char *level)
{
	static const char *const values[] = { "1", "2", "4", "4", "5" };

	settings_default(&settings);
	questionnaire("Q", level, "");
	ask_scale();
	ask("text", NUMBER_NONE, "");
	for (int i = 0; i < sheets; i++)
		answer(*level == 'b' ? about(0, "superior", "after") : about(0, "", ""),
		       1, CELLS(values[i], "Rahasia sekali"));
}

static int tells(const char *text)
{
	return strstr(text, "Rahasia") || strstr(text, "2.75") || strstr(text, "2,75") ||
	       strstr(text, "3.20") || strstr(text, "3,20");
}

static int told_by_report(const struct report_kind *kind)
{
	struct report_request of_one = { .programme = "P1", .settings = &settings };
	struct report_request of_all = { .settings = &settings };
	int told = 0;

	for (int i = 0; i < 2; i++) {
		struct report r;

		err = (struct err){ 0 };
		report_init(&r, &a, kind->name, kind->title);
		if (!kind->make(db, i == 0 ? &of_one : &of_all, &r, &err))
			continue; /* it has nothing to go by */
		if (tells(report_to_text(&r, WIDE, false)) ||
		    tells(report_to_csv(&r, ',')) || tells(report_to_json(&r))) {
			told++;
		}
	}
	return told;
}

static int told_by_reports(void)
{
	int told = 0;

	for (const struct report_kind *k = report_kinds; k->name; k++)
		told += told_by_report(k);
	return told;
}

static int told_by_files(void)
{
	int told = 0;

	for (const struct kind *const *k = kinds; *k; k++) {
		for (int i = 0; columns_has_file(*k) && i < 3; i++) {
			const struct export_options how = {
				.format = (enum export_format)i,
				.every = true,
				.fewest = settings.feedback_minimum,
			};
			struct exported out;

			ck_assert_msg(export_table(db, *k, &how, &a, &out, &err),
				      "%s: %s", (*k)->name, err.text);
			told += tells(out.text);
		}
	}
	return told;
}

START_TEST(no_report_tells_of_fewer_than_five_sheets)
{
	hand_in(FEW, _i == 0 ? "reaction" : "behaviour");
	ck_assert_int_eq(told_by_reports(), 0);
}
END_TEST

START_TEST(and_some_do_of_five)
{
	hand_in(FEW + 1, _i == 0 ? "reaction" : "behaviour");
	ck_assert_int_gt(told_by_reports(), 1);
}
END_TEST

START_TEST(no_file_tells_of_fewer_than_five_sheets)
{
	hand_in(FEW, "reaction");
	ck_assert_int_eq(told_by_files(), 0);
}
END_TEST

START_TEST(and_files_do_of_five)
{
	hand_in(FEW + 1, "reaction");
	ck_assert_int_eq(told_by_files(), 3);
}
END_TEST

START_TEST(no_setting_asks_for_fewer)
{
	struct settings s;

	settings_default(&s);
	ck_assert(!settings_parse(&s, "feedback_minimum = 4;", "few", &a, &err));
}
END_TEST

Suite *few_suite(void);
Suite *few_suite(void)
{
	Suite *s = suite_create("few");
	TCase *c = tcase_create("few");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_loop_test(c, no_report_tells_of_fewer_than_five_sheets, 0, 2);
	tcase_add_loop_test(c, and_some_do_of_five, 0, 2);
	tcase_add_test(c, no_file_tells_of_fewer_than_five_sheets);
	tcase_add_test(c, and_files_do_of_five);
	tcase_add_test(c, no_setting_asks_for_fewer);
	suite_add_tcase(s, c);
	return s;
}
