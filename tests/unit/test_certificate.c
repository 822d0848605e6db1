#include "office.h"

#include "domain/certificate.h"
#include "domain/jp_conversion.h"
#include "domain/ledger.h"
#include "domain/lists.h"

static struct conversion rule(int64_t factor, int64_t per, int64_t cap)
{
	struct conversion c;

	record_init(&conversion_kind, &c);
	c.form = "seminar";
	c.basis = "day";
	c.factor = factor;
	c.per = per;
	c.cap = cap;
	return c;
}

/* A seminar counts 4 JP a day: two and a half days are 10. */
START_TEST(days_count_by_their_factor)
{
	struct conversion c = rule(400, 1, NUMBER_NONE);

	ck_assert_int_eq(jp_convert(&c, 250), 1000);
	ck_assert_int_eq(jp_convert(&c, 0), 0);
}
END_TEST

/* 100 minutes are 2.2222 JP of 45 minutes; 200 are 4.4444. */
START_TEST(minutes_are_rounded_half_up_to_hundredths)
{
	struct conversion c = rule(100, 45, NUMBER_NONE);

	ck_assert_int_eq(jp_convert(&c, 10000), 222);
	ck_assert_int_eq(jp_convert(&c, 20000), 444);
	ck_assert_int_eq(jp_convert(&c, 4500), 100);
	c.per = 8;
	ck_assert_int_eq(jp_convert(&c, 100), 13);
}
END_TEST

START_TEST(no_more_than_the_cap_counts)
{
	struct conversion c = rule(100, 135, 300);

	ck_assert_int_eq(jp_convert(&c, 40500), 300);
	ck_assert_int_eq(jp_convert(&c, 40600), 300);
	ck_assert_int_eq(jp_convert(&c, 13500), 100);
}
END_TEST

/* Training abroad counts a fifth more: 40 JP become 48. */
START_TEST(international_training_counts_a_fifth_more)
{
	struct conversion c = rule(120, 1, NUMBER_NONE);

	ck_assert_int_eq(jp_convert(&c, 4000), 4800);
}
END_TEST

static struct certificate certificate_of(int64_t who)
{
	struct certificate c;

	record_init(&certificate_kind, &c);
	c.person = who;
	c.title = "Seminar data";
	c.number = "12/S/2026";
	c.starts = date_of(2026, 3, 3);
	c.form = "seminar";
	c.quantity = 200;
	c.basis = "day";
	return c;
}

static int64_t somebody(void)
{
	struct unit u;
	struct person p;

	record_init(&unit_kind, &u);
	u.code = "OPD01";
	u.name = "Badan";
	good(&unit_kind, &u);
	record_init(&person_kind, &p);
	p.nip = "198809212018011015";
	p.name = "Yusuf Hasibuan";
	p.unit = u.id;
	p.employment = "PNS";
	good(&person_kind, &p);
	return p.id;
}

static void seminar_rule(void)
{
	struct conversion c = rule(400, 1, NUMBER_NONE);

	good(&conversion_kind, &c);
}

START_TEST(an_empty_jp_is_worked_out_by_the_table)
{
	struct certificate c = certificate_of(somebody());

	seminar_rule();
	good(&certificate_kind, &c);
	ck_assert_int_eq(c.jp, 800);
	ck_assert_int_eq(c.year, 2026);
}
END_TEST

START_TEST(other_jp_than_the_table_says_need_a_reason)
{
	struct certificate c = certificate_of(somebody());

	seminar_rule();
	c.jp = 600;
	bad(&certificate_kind, NULL, &c, "jp_reason");
	c.jp_reason = "Hanya sebagian hari";
	good(&certificate_kind, &c);
	ck_assert_int_eq(c.jp, 600);
}
END_TEST

START_TEST(a_form_without_a_rule_is_told_and_not_guessed)
{
	struct certificate c = certificate_of(somebody());

	c.jp = 500;
	warned(&certificate_kind, NULL, &c, "basis");
}
END_TEST

START_TEST(a_certificate_counts_for_its_person_and_unit)
{
	struct certificate c = certificate_of(somebody());
	struct ledger_row *rows;
	struct jp_row *units;
	size_t count;

	c.jp = 2000;
	c.quantity = NUMBER_NONE;
	good(&certificate_kind, &c);
	ck_assert(ledger_list(db, c.person, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(rows[0].jp, 2000);
	ck_assert_int_eq(rows[0].programme, 0);
	ck_assert_str_eq(rows[0].code, "12/S/2026");
	ck_assert_msg(jp_list(db, 2026, 20, &a, &units, &count, &err), "%s", err.text);
	ck_assert_int_eq(units[0].jp, 2000);
	ck_assert_int_eq(units[0].reached, 1);
	ck_assert(jp_list(db, 2025, 20, &a, &units, &count, &err));
	ck_assert_int_eq(units[0].jp, 0);
}
END_TEST

Suite *certificate_suite(void);

Suite *certificate_suite(void)
{
	Suite *s = suite_create("certificate");
	TCase *c = tcase_create("certificate");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, days_count_by_their_factor);
	tcase_add_test(c, minutes_are_rounded_half_up_to_hundredths);
	tcase_add_test(c, no_more_than_the_cap_counts);
	tcase_add_test(c, international_training_counts_a_fifth_more);
	tcase_add_test(c, an_empty_jp_is_worked_out_by_the_table);
	tcase_add_test(c, other_jp_than_the_table_says_need_a_reason);
	tcase_add_test(c, a_form_without_a_rule_is_told_and_not_guessed);
	tcase_add_test(c, a_certificate_counts_for_its_person_and_unit);
	suite_add_tcase(s, c);
	return s;
}
