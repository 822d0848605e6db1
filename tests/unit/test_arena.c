#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static struct arena a;

static void done(void)
{
	arena_done(&a);
}

START_TEST(texts_are_whole_wherever_a_block_ends)
{
	char expected[80];

	for (size_t size = 1; size < 70; size++) {
		struct arena small = { .block_size = size };
		char *texts[20];

		for (int i = 0; i < 20; i++)
			texts[i] = arena_printf(
				&small, "%.*s|%d", i * 3,
				"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
				"abcdefghijkl",
				i);
		for (int i = 0; i < 20; i++) {
			snprintf(expected, sizeof expected, "%.*s|%d", i * 3,
				 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
				 "abcdefghijkl",
				 i);
			ck_assert_str_eq(texts[i], expected);
		}
		arena_done(&small);
	}
}
END_TEST

START_TEST(a_block_grows_and_stays_whole_when_less_is_asked_for)
{
	char *text = arena_grow(&a, NULL, 0, 4), *after;

	memcpy(text, "abcd", 4);
	text = arena_grow(&a, text, 4, 3);
	ck_assert_mem_eq(text, "abc", 3);
	text = arena_grow(&a, text, 3, 100);
	ck_assert_mem_eq(text, "abc\0\0", 5);
	after = arena_strdup(&a, "next");
	text = arena_grow(&a, text, 100, 40000);
	ck_assert_mem_eq(text, "abc\0\0", 5);
	ck_assert_int_eq(text[39999], 0);
	ck_assert_str_eq(after, "next");
	ck_assert_ptr_eq(arena_grow(&a, text, 40000, 10), text);
}
END_TEST

Suite *arena_suite(void);

Suite *arena_suite(void)
{
	Suite *s = suite_create("arena");
	TCase *c = tcase_create("arena");

	tcase_add_checked_fixture(c, NULL, done);
	tcase_add_test(c, texts_are_whole_wherever_a_block_ends);
	tcase_add_test(c, a_block_grows_and_stays_whole_when_less_is_asked_for);
	suite_add_tcase(s, c);
	return s;
}
