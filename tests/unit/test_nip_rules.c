#include "office.h"

/* What is odd about a number is a warning, never an error. Today is
 * 2026-05-04. */
/* clang-format off */
static const struct {
	const char *nip, *employment, *said; /* said: NULL where nothing is odd */
} numbers[] = {
	{ "198609262015051001", "PNS",  NULL },
	{ "199009132025242014", "PPPK", NULL },
	{ "199501152024212003", "PPPK", NULL },
	{ "202612312026011001", "PNS",  "still to come" },
	{ "193912311960011001", "PNS",  "born in 1939" },
	{ "194001011960011001", "PNS",  NULL },
	{ "198609262031051001", "PNS",  "appointed in 2031" },
	{ "200005012016041001", "PNS",  "age of 15" },
	{ "200005012016051001", "PNS",  NULL },
	{ "196005012020051001", "PNS",  "age of 60" },
	{ "196005012020041001", "PNS",  NULL },
};
/* clang-format on */

static struct person somebody(const char *nip, const char *employment)
{
	struct person p;

	record_init(&person_kind, &p);
	p.nip = nip;
	p.name = "A";
	p.employment = employment;
	return p;
}

START_TEST(an_odd_number_is_warned_of)
{
	struct person p = somebody(numbers[_i].nip, numbers[_i].employment);
	const struct problem *found = save(&person_kind, NULL, &p, "nip");

	ck_assert_uint_eq(problems.errors, 0);
	if (!numbers[_i].said)
		ck_assert_msg(!found, "%s", found ? found->text : "");
	else
		ck_assert_msg(found && strstr(found->text, numbers[_i].said), "%s",
			      found ? found->text : "nothing said");
}
END_TEST

START_TEST(what_is_no_grade_is_warned_of)
{
	static const char *const fine[] = { "", "I/a", "III/d", "IV/e", "IX", "XVII" };
	static const char *const odd[] = { "IV/BKD", "XIX/z", "III/e", "V/a",
					   "XVIII",  "/a",    "3c" };
	struct person p = somebody("198609262015051001", "PNS");

	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		p.grade = fine[i];
		p.id = 0;
		ck_assert_msg(!save(&person_kind, NULL, &p, "grade"), "%s", fine[i]);
		ck_assert(records_remove(db, &person_kind, &p.id, 1, &err));
	}
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		p.grade = odd[i];
		p.id = 0;
		ck_assert_msg(save(&person_kind, NULL, &p, "grade") != NULL, "%s",
			      odd[i]);
		ck_assert_uint_eq(problems.errors, 0);
		ck_assert(records_remove(db, &person_kind, &p.id, 1, &err));
	}
}
END_TEST

START_TEST(another_birth_or_sex_than_in_the_number_is_warned_of)
{
	struct person p = somebody("198609262015051001", "PNS");

	p.birth = date_of(1986, 9, 27);
	warned(&person_kind, NULL, &p, "birth");
	p = somebody("198609262015051002", "PNS");
	p.sex = "P";
	warned(&person_kind, NULL, &p, "sex");
}
END_TEST

START_TEST(another_employment_than_in_the_number_is_warned_of)
{
	struct person p = somebody("198609262015051001", "PPPK");

	warned(&person_kind, NULL, &p, "employment");
	p = somebody("199009132025242014", "PNS");
	warned(&person_kind, NULL, &p, "employment");
}
END_TEST

Suite *nip_rules_suite(void);

Suite *nip_rules_suite(void)
{
	Suite *s = suite_create("nip_rules");
	TCase *c = tcase_create("nip_rules");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_loop_test(c, an_odd_number_is_warned_of, 0,
			    sizeof numbers / sizeof *numbers);
	tcase_add_test(c, what_is_no_grade_is_warned_of);
	tcase_add_test(c, another_birth_or_sex_than_in_the_number_is_warned_of);
	tcase_add_test(c, another_employment_than_in_the_number_is_warned_of);
	suite_add_tcase(s, c);
	return s;
}
