#include "thing.h"

#include "base/problem.h"

/* Does the table alone refuse the record for this field? */
static bool refuses(const struct thing *t, const char *field)
{
	struct problems problems = { .arena = &a };
	const struct problem *p;

	record_check_fields(&thing_kind, t, &problems);
	p = problem_of(&problems, field);
	return p && !p->warning;
}

static const char *letters(size_t count)
{
	char *text = arena_alloc(&a, 2 * count + 1);

	for (size_t i = 0; i < count; i++)
		memcpy(text + 2 * i, "é", 2);
	return text;
}

START_TEST(texts_that_are_too_long_are_refused_however_they_came)
{
	struct thing t;

	record_init(&thing_kind, &t);
	t.name = letters(200);
	t.note = letters(4000);
	ck_assert(!refuses(&t, "name") && !refuses(&t, "note"));
	t.name = letters(201);
	ck_assert(refuses(&t, "name"));
	t.note = letters(4001);
	ck_assert(refuses(&t, "note"));
	t.code = letters(20);
	ck_assert(!refuses(&t, "code"));
	t.code = letters(21);
	ck_assert(refuses(&t, "code"));
}
END_TEST

START_TEST(search_keys_lose_titles_of_persons_only)
{
	struct thing t;
	struct named {
		int64_t id;
		const char *name, *search;
	} person;
#undef FIELD_OF
#define FIELD_OF named
	const struct field persons[] = {
		FIELD(FIELD_TEXT, name, .flags = FIELD_NAME),
		FIELD(FIELD_SEARCH, search, .refers = "name"),
		{ .type = FIELD_END },
	};
	const struct kind kind = { .size = sizeof person, .fields = persons };

	record_init(&thing_kind, &t);
	t.code = "RS";
	t.name = "Dr. Pirngadi";
	record_derive(&thing_kind, &t, &a);
	ck_assert_str_eq(t.search, "rs dr pirngadi");
	record_init(&kind, &person);
	person.name = "Dr. Pirngadi";
	record_derive(&kind, &person, &a);
	ck_assert_str_eq(person.search, "pirngadi");
}
END_TEST

Suite *kind_suite(void);

Suite *kind_suite(void)
{
	Suite *s = suite_create("kind");
	TCase *c = tcase_create("kind");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, texts_that_are_too_long_are_refused_however_they_came);
	tcase_add_test(c, search_keys_lose_titles_of_persons_only);
	suite_add_tcase(s, c);
	return s;
}
