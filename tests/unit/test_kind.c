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

static const struct choice terms[] = {
	{ "short", "Short term", 0 },
	{ "long", "Long term", 0 },
	{ "terminal", "Terminal stage", 0 },
	{ NULL, NULL, 0 },
};

static const char *meant(const char *text)
{
	const struct choice *found = choice_match(terms, text);

	return found ? found->code : "";
}

START_TEST(what_begins_a_later_word_of_one_choice_finds_it)
{
	ck_assert_str_eq(meant("sta"), "terminal");
	ck_assert_str_eq(meant("st"), "");
}
END_TEST

START_TEST(what_begins_a_label_wins_over_later_words)
{
	ck_assert_str_eq(meant("term"), "terminal");
}
END_TEST

START_TEST(a_later_word_of_several_choices_names_them)
{
	static const struct choice both[] = {
		{ "short", "Short term", 0 },
		{ "long", "Long term", 0 },
		{ NULL, NULL, 0 },
	};

	ck_assert_ptr_null(choice_match(both, "term"));
	ck_assert_str_eq(choice_candidates(both, "term", &a), "Short term, Long term");
	ck_assert_str_eq(choice_candidates(terms, "term", &a), "");
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
	tcase_add_test(c, what_begins_a_later_word_of_one_choice_finds_it);
	tcase_add_test(c, what_begins_a_label_wins_over_later_words);
	tcase_add_test(c, a_later_word_of_several_choices_names_them);
	suite_add_tcase(s, c);
	return s;
}
