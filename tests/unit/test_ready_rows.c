#include "office.h"

#include "base/i18n.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/kinds.h"
#include "domain/position.h"
#include "exchange/ready.h"
#include "store/select.h"

static size_t added(const struct kind *kind)
{
	size_t count = 0;

	ck_assert_msg(ready_rows_add(db, kind, &count, &err), "%s", err.text);
	return count;
}

static size_t there(const struct kind *kind)
{
	const struct select all = { .kind = kind };
	size_t count = 0;

	ck_assert(select_count(db, &all, 1000, &count, &err));
	return count;
}

START_TEST(nine_competencies_come_with_five_levels_each)
{
	ck_assert_uint_eq(added(&competency_kind), 9 + 45);
	ck_assert_uint_eq(there(&competency_kind), 9);
	ck_assert_uint_eq(there(&competency_level_kind), 45);
	ck_assert_uint_eq(added(&competency_kind), 0);
}
END_TEST

START_TEST(what_the_office_has_stays_as_it_is)
{
	struct competency own;
	int64_t id;

	record_init(&competency_kind, &own);
	own.code = "KM";
	own.name = "Komunikasi kami";
	own.kind = "technical";
	good(&competency_kind, &own);
	id = own.id;
	ck_assert_uint_eq(added(&competency_kind), 8 + 45);
	ck_assert(record_load(db, &competency_kind, id, &own, &a, &err));
	ck_assert_str_eq(own.name, "Komunikasi kami");
	ck_assert_str_eq(own.kind, "technical");
}
END_TEST

START_TEST(one_undo_takes_all_ready_rows_back)
{
	const char *name;

	added(&competency_kind);
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert_uint_eq(there(&competency_kind), 0);
	ck_assert_uint_eq(there(&competency_level_kind), 0);
}
END_TEST

/* Files write decimals with a point, whatever the language. */
START_TEST(a_factor_is_the_same_in_both_languages)
{
	static const char *const languages[] = { "en", "id" };
	struct conversion c;
	int64_t id = 0;

	i18n_switch(languages[_i]);
	added(&conversion_kind);
	i18n_switch("en");
	record_init(&conversion_kind, &c);
	c.form = "technical";
	c.scope = "international";
	c.basis = "curriculum";
	ck_assert(record_find(db, &conversion_kind, &c, &id, &err));
	ck_assert(record_load(db, &conversion_kind, id, &c, &a, &err));
	ck_assert_int_eq(c.factor, 120);
}
END_TEST

/* Levels of functional positions differ by job, so none is guessed. */
START_TEST(only_sourced_levels_and_factors_are_filled_in)
{
	struct rows rows;
	const struct select types = { .kind = &position_type_kind };
	const struct select conversions = { .kind = &conversion_kind };

	added(&position_type_kind);
	added(&conversion_kind);
	ck_assert(select_page(db, &types, SELECT_FIRST, 0, 100, &a, &rows, &err));
	ck_assert_uint_eq(rows.count, 9);
	for (size_t i = 0; i < rows.count; i++) {
		const struct position_type *t =
			(const struct position_type *)rows.rows + i;

		ck_assert_int_eq(t->level == NUMBER_NONE, strncmp(t->code, "JF", 2) == 0);
	}
	ck_assert(select_page(db, &conversions, SELECT_FIRST, 0, 100, &a, &rows, &err));
	ck_assert_uint_gt(rows.count, 23);
	for (size_t i = 0; i < rows.count; i++) {
		const struct conversion *c = (const struct conversion *)rows.rows + i;

		ck_assert_int_eq(c->verified, c->factor != NUMBER_NONE);
	}
}
END_TEST

Suite *ready_rows_suite(void);

Suite *ready_rows_suite(void)
{
	Suite *s = suite_create("ready_rows");
	TCase *c = tcase_create("ready_rows");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, nine_competencies_come_with_five_levels_each);
	tcase_add_test(c, what_the_office_has_stays_as_it_is);
	tcase_add_test(c, one_undo_takes_all_ready_rows_back);
	tcase_add_loop_test(c, a_factor_is_the_same_in_both_languages, 0, 2);
	tcase_add_test(c, only_sourced_levels_and_factors_are_filled_in);
	suite_add_tcase(s, c);
	return s;
}
