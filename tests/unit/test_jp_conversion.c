#include "run.h"

#include "domain/certificate.h"
#include "domain/jp_conversion.h"
#include "domain/jp_people.h"
#include "exchange/ready.h"

static int64_t jp(int64_t factor, int64_t per, int64_t cap, int64_t quantity)
{
	const struct conversion row = { .factor = factor, .per = per, .cap = cap };

	return jp_convert(&row, quantity);
}

static void begin_ready(void)
{
	size_t added = 0;

	begin();
	ck_assert_msg(ready_rows_add(db, &conversion_kind, &added, &err), "%s", err.text);
	ck_assert_uint_gt(added, 20);
}

static struct certificate certificate(int64_t who, const char *form, const char *basis,
				      int64_t quantity)
{
	struct certificate c;

	record_init(&certificate_kind, &c);
	c.person = who;
	c.title = "Seminar";
	c.starts = date_of(2026, 2, 3);
	c.form = form;
	c.basis = basis;
	c.quantity = quantity;
	return c;
}

START_TEST(half_a_day_counts_half)
{
	ck_assert_int_eq(jp(400, 1, NUMBER_NONE, 150), 600);
	ck_assert_int_eq(jp(500, 1, NUMBER_NONE, 50), 250);
}
END_TEST

START_TEST(international_counts_a_fifth_more)
{
	ck_assert_int_eq(jp(120, 1, NUMBER_NONE, 3200), 3840);
}
END_TEST

START_TEST(minutes_are_rounded_half_up)
{
	ck_assert_int_eq(jp(100, 45, NUMBER_NONE, 9000), 200);
	ck_assert_int_eq(jp(100, 45, NUMBER_NONE, 10000), 222);
	ck_assert_int_eq(jp(100, 8, NUMBER_NONE, 100), 13);
}
END_TEST

START_TEST(more_than_the_cap_does_not_count)
{
	ck_assert_int_eq(jp(100, 135, 300, 40500), 300);
	ck_assert_int_eq(jp(100, 135, 300, 40365), 299);
	ck_assert_int_eq(jp(100, 135, 300, 60000), 300);
}
END_TEST

START_TEST(a_row_to_be_filled_in_gives_nothing)
{
	ck_assert_int_eq(jp(NUMBER_NONE, 1, NUMBER_NONE, 100), NUMBER_NONE);
	ck_assert_int_eq(jp(100, 1, NUMBER_NONE, NUMBER_NONE), NUMBER_NONE);
}
END_TEST

START_TEST(ready_rows_are_added_once)
{
	size_t added = 9;

	ck_assert(ready_rows_add(db, &conversion_kind, &added, &err));
	ck_assert_uint_eq(added, 0);
}
END_TEST

START_TEST(a_certificate_takes_its_jp_from_the_table)
{
	struct certificate c = certificate(participant("Dewi"), "seminar", "day", 150);

	good(&certificate_kind, &c);
	ck_assert_int_eq(c.jp, 600);
	ck_assert_int_eq(c.year, 2026);
}
END_TEST

START_TEST(another_number_needs_a_reason)
{
	struct certificate c = certificate(participant("Dewi"), "seminar", "day", 150);

	c.jp = 700;
	bad(&certificate_kind, NULL, &c, "jp_reason");
	c.jp_reason = "Sesi tambahan";
	good(&certificate_kind, &c);
	ck_assert_int_eq(c.jp, 700);
}
END_TEST

START_TEST(a_row_that_is_not_filled_in_is_named)
{
	struct certificate c = certificate(participant("Dewi"), "coaching", "event", 100);

	c.jp = 200;
	warned(&certificate_kind, NULL, &c, "jp");
	ck_assert_ptr_nonnull(strstr(problem_of(&problems, "jp")->text, "Coaching"));
}
END_TEST

static struct jp_person of_year(int64_t who)
{
	const struct jp_question question = { .year = 2026, .settings = &settings };
	struct jp_person *people;
	size_t count, i = 0;

	ck_assert_msg(jp_people(db, &question, &a, &people, &count, &err), "%s",
		      err.text);
	while (i < count && people[i].person != who)
		i++;
	ck_assert_uint_lt(i, count);
	return people[i];
}

static int64_t with_certificate(const char *nip, int64_t jp)
{
	int64_t who = person(nip, "Sri").id;
	struct certificate c = certificate(who, "technical", "", NUMBER_NONE);

	c.jp = jp;
	save(&certificate_kind, NULL, &c, "");
	ck_assert_uint_eq(problems.errors, 0);
	return who;
}

START_TEST(certificates_count_towards_the_target)
{
	struct jp_person p = of_year(with_certificate("198504072015041017", 1600));

	ck_assert_int_eq(p.certificates, 1600);
	ck_assert_int_eq(p.target, 2000);
	ck_assert_int_eq(p.lacking, 400);
}
END_TEST

START_TEST(a_pppk_is_above_only_beyond_the_ceiling)
{
	int64_t who = with_certificate("198504072021211017", 2400);
	struct certificate more = certificate(who, "technical", "", NUMBER_NONE);

	ck_assert_str_eq(of_year(who).employment, "PPPK");
	ck_assert_int_eq(of_year(who).above, 0);
	more.title = "Lain";
	more.jp = 200;
	save(&certificate_kind, NULL, &more, "");
	ck_assert_int_eq(of_year(who).above, 200);
	ck_assert_int_eq(of_year(who).lacking, 0);
}
END_TEST

START_TEST(a_certificate_is_a_row_of_the_ledger)
{
	int64_t who = with_certificate("198504072015041017", 1600);
	struct ledger_row *rows;
	size_t count;

	ck_assert(ledger_list(db, who, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(rows[0].source, "certificate");
	ck_assert_int_eq(rows[0].jp, 1600);
}
END_TEST

Suite *jp_conversion_suite(void)
{
	Suite *s = suite_create("jp_conversion");
	TCase *c = tcase_create("jp_conversion");

	tcase_add_checked_fixture(c, begin_ready, done);
	tcase_add_test(c, half_a_day_counts_half);
	tcase_add_test(c, international_counts_a_fifth_more);
	tcase_add_test(c, minutes_are_rounded_half_up);
	tcase_add_test(c, more_than_the_cap_does_not_count);
	tcase_add_test(c, a_row_to_be_filled_in_gives_nothing);
	tcase_add_test(c, ready_rows_are_added_once);
	tcase_add_test(c, a_certificate_takes_its_jp_from_the_table);
	tcase_add_test(c, another_number_needs_a_reason);
	tcase_add_test(c, a_row_that_is_not_filled_in_is_named);
	tcase_add_test(c, certificates_count_towards_the_target);
	tcase_add_test(c, a_pppk_is_above_only_beyond_the_ceiling);
	tcase_add_test(c, a_certificate_is_a_row_of_the_ledger);
	suite_add_tcase(s, c);
	return s;
}
