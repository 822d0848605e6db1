#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/problem.h"
#include "domain/kinds.h"
#include "domain/programme.h"
#include "form/form.h"

static struct arena a;
static struct err err;
static struct problems problems;
static struct form_set set;

static void start(void)
{
	problems = (struct problems){ .arena = &a };
	ck_assert_msg(form_set_load(&set, kinds, "/nowhere", &a, &problems, &err), "%s",
		      err.text);
}

static void done(void)
{
	arena_done(&a);
}

/* They are parsed one by one, so nothing else would look at them all. */
START_TEST(every_kind_has_a_sound_form_in_the_program)
{
	ck_assert_ptr_null(problems.first);
	for (size_t i = 0; kinds[i]; i++) {
		const struct form_def *form = form_set_find(&set, kinds[i]->name);

		ck_assert_ptr_eq(form->kind, kinds[i]);
		ck_assert_uint_gt(form->entry_count, 0);
		ck_assert_uint_gt(form->column_count, 0);
	}
}
END_TEST

START_TEST(a_form_is_parsed_once)
{
	ck_assert_ptr_eq(form_set_find(&set, "person"), form_set_find(&set, "person"));
}
END_TEST

/* Two people who are called the same. */
static bool label(void *context, const struct field *field, int64_t id,
		  struct arena *arena, const char **text, struct err *e)
{
	(void)context;
	(void)field;
	(void)arena;
	(void)e;
	*text = id ? "Fitri Pohan" : "";
	return true;
}

static bool resolve(void *context, const struct field *field, const char *typed,
		    int64_t *id, struct problems *found, struct err *e)
{
	(void)context;
	(void)typed;
	(void)id;
	(void)e;
	problem_add(found, field->name, "two are called this");
	return true;
}

START_TEST(a_namesake_that_is_chosen_is_taken)
{
	const struct form_references refs = { NULL, label, resolve };
	const struct form_def *form = form_set_find(&set, "programme");
	struct form_values values;
	struct programme p;
	size_t lead = 0;

	record_init(&programme_kind, &p);
	p.lead = 7;
	ck_assert(form_values_load(&values, form, &p, &refs, &a, &err));
	while (strcmp(form->entries[lead].field->name, "lead") != 0)
		lead++;
	form_value_choose(&values, lead, 8, "Fitri Pohan");
	ck_assert(form_values_changed(&values));
	ck_assert(form_value_take(&values, lead, &p, &refs, &problems, &err));
	ck_assert_int_eq(p.lead, 8);
	ck_assert_ptr_null(problems.first);
}
END_TEST

Suite *forms_suite(void);

Suite *forms_suite(void)
{
	Suite *s = suite_create("forms");
	TCase *c = tcase_create("forms");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, every_kind_has_a_sound_form_in_the_program);
	tcase_add_test(c, a_form_is_parsed_once);
	tcase_add_test(c, a_namesake_that_is_chosen_is_taken);
	suite_add_tcase(s, c);
	return s;
}
