#include "office.h"

#include "base/i18n.h"
#include "domain/item_type.h"
#include "exchange/ready.h"
#include "store/stmt.h"

/* The questionnaires that come with the program. */

static int64_t count(const char *sql)
{
	struct stmt *s;
	int64_t n;

	ck_assert_msg(stmt_get(db, sql, &s, &err), "%s", err.text);
	ck_assert_int_eq(stmt_step(s, &err), STMT_ROW);
	n = stmt_int(s, 0);
	stmt_reset(s);
	return n;
}

static int64_t items_of(int64_t id, const char *more)
{
	return count(arena_printf(&a,
				  "SELECT count(*) FROM items WHERE questionnaire = %lld"
				  " AND %s",
				  (long long)id, more));
}

static int64_t add(const char *code)
{
	int64_t id = 0;

	ck_assert_msg(ready_add(db, code, &id, &err), "%s", err.text);
	return id;
}

static const char *const languages[] = { "id", "en" };

static const struct {
	const char *code, *id, *en;
	int64_t scales, texts, dimensions;
} forms[] = {
	{ "organiser", "ORG", "ORG", 33, 6, 7 + 6 },
	{ "trainer", "TRAINER", "TRAINER", 12, 1, 3 + 1 },
	{ "service", "SKM", "SKM", 9, 0, 1 },
	{ "behaviour", "PERILAKU", "BEHAVIOUR", 9, 1, 2 + 1 },
};

START_TEST(a_form_has_its_items_in_their_groups)
{
	size_t form = (size_t)_i / 2;
	int64_t id;

	i18n_switch(languages[_i % 2]);
	id = add(_i % 2 ? forms[form].en : forms[form].id);
	ck_assert_int_eq(items_of(id, "kind = 'likert'"), forms[form].scales);
	ck_assert_int_eq(items_of(id, "kind = 'text'"), forms[form].texts);
	ck_assert_int_eq(count(arena_printf(&a,
					    "SELECT count(DISTINCT dimension) FROM items"
					    " WHERE questionnaire = %lld",
					    (long long)id)),
			 forms[form].dimensions);
	i18n_switch("en");
}
END_TEST

START_TEST(both_languages_ask_the_same)
{
	struct stmt *s;

	for (size_t i = 0; i < 2; i++) {
		i18n_switch(languages[i]);
		for (size_t k = 0; k < sizeof forms / sizeof *forms; k++)
			add(i ? forms[k].en : forms[k].id);
		ck_assert(stmt_get(db,
				   "SELECT group_concat(dimension || kind ||"
				   " coalesce(scale, '') || reversed || (length(options)"
				   " - length(replace(options, ';', ''))))"
				   " FROM (SELECT * FROM items ORDER BY id)",
				   &s, &err));
		ck_assert_int_eq(stmt_step(s, &err), STMT_ROW);
		ck_assert(db_note_set(db, languages[i], stmt_text(s, 0, &a), &err));
		stmt_reset(s);
		while (count("SELECT count(*) FROM questionnaires") > 0) {
			const char *name;

			ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
		}
	}
	i18n_switch("en");
	ck_assert_int_eq(count("SELECT count(DISTINCT value) FROM note"
			       " WHERE name IN ('id', 'en')"),
			 1);
}
END_TEST

START_TEST(a_form_is_added_by_one_action_and_only_once)
{
	const char *name;
	int64_t id;

	add("org");
	ck_assert(!ready_add(db, "ORG", &id, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(!action_is_open(db));
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert_int_eq(count("SELECT count(*) FROM items"), 0);
	err = (struct err){ 0 };
	ck_assert(!ready_add(db, "XYZ", &id, &err));
	ck_assert_int_eq(err.code, ERR_NOT_FOUND);
}
END_TEST

Suite *ready_suite(void);

Suite *ready_suite(void)
{
	Suite *s = suite_create("ready");
	TCase *c = tcase_create("ready");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_loop_test(c, a_form_has_its_items_in_their_groups, 0,
			    2 * sizeof forms / sizeof *forms);
	tcase_add_test(c, both_languages_ask_the_same);
	tcase_add_test(c, a_form_is_added_by_one_action_and_only_once);
	suite_add_tcase(s, c);
	return s;
}
