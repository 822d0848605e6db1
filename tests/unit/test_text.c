#include <check.h>
#include <string.h>

#include "base/arena.h"
#include "base/nip.h"
#include "base/text.h"

static struct arena a;

static void done(void)
{
	arena_done(&a);
}

START_TEST(keys_fold_case_accents_and_marks)
{
	ck_assert_str_eq(text_key(&a, "Siti NÚR, S.T."), "siti nur s t");
	ck_assert_str_eq(text_key(&a, "  Gol/Ruang "), "gol ruang");
	ck_assert_str_eq(text_key(&a, "Ane\xcc\x81lie"), "anelie");
	ck_assert_str_eq(text_key(&a, "…"), "");
}
END_TEST

START_TEST(names_lose_titles_in_front)
{
	ck_assert_str_eq(text_name_key(&a, "Dr. Ir. H. Budi Santoso, M.T."),
			 "budi santoso m t");
	ck_assert_str_eq(text_name_key(&a, "Hasan"), "hasan");
	ck_assert_str_eq(text_name_key(&a, "Irma"), "irma");
}
END_TEST

START_TEST(lines_are_composed_and_trimmed)
{
	ck_assert_str_eq(text_clean_line(&a, "  a \t b\n c  "), "a b c");
	ck_assert_str_eq(text_clean_line(&a, "e\xcc\x81"), "é");
	ck_assert_str_eq(text_clean_note(&a, " x  \r\n  y \n"), "x\n  y");
}
END_TEST

START_TEST(a_pile_of_combining_marks_becomes_visible)
{
#define MARK "\xcc\x81"
	static const char shown[] = "a" MARK MARK MARK "\xef\xbf\xbd\xef\xbf\xbd"
				    "b" MARK;
	static const char piled[] = "a" MARK MARK MARK MARK MARK "b" MARK;

	ck_assert_str_eq(text_visible(&a, piled), shown);
	ck_assert_str_eq(text_visible(&a, shown), shown);
	ck_assert_int_eq(text_width(piled), 4);
	ck_assert_int_eq(text_width(shown), 4);
	ck_assert_uint_eq(text_fit(piled, 1), 7);
#undef MARK
}
END_TEST

START_TEST(hostile_characters_become_visible)
{
	ck_assert_str_eq(text_visible(&a, "a\x1b[2Jb"), "a\xef\xbf\xbd[2Jb");
	ck_assert_str_eq(text_visible(&a, "\xe2\x80\xae"
					  "abc"),
			 "\xef\xbf\xbd"
			 "abc");
	ck_assert_str_eq(text_visible(&a, "x\xff"), "x\xef\xbf\xbd");
	ck_assert_str_eq(text_visible(&a, "biasa\nsaja"), "biasa\nsaja");
}
END_TEST

static const char *const hiding[] = {
	"\xc2\x9b",	    /* CSI in one byte */
	"\xc2\xad",	    /* soft hyphen */
	"\xe2\x80\x8b",	    /* zero width space */
	"\xe2\x81\xa6",	    /* left-to-right isolate */
	"\xef\xb8\x8f",	    /* variation selector */
	"\xf3\xa0\x84\x80", /* and another */
	"\xf3\xa0\x81\x81", /* tag */
	"\xe1\xa0\x8e",	    /* Mongolian vowel separator */
	"\xe3\x85\xa4",	    /* Hangul filler */
	"\xcd\x8f",	    /* grapheme joiner */
	"\xf0\x9d\x85\xb3", /* musical format */
	"\xe2\x80\xa8",	    /* line separator */
};

START_TEST(what_hides_itself_becomes_a_mark)
{
	const char *text = arena_printf(&a, "a%sb", hiding[_i]);

	ck_assert_int_eq(text_width(text), 3);
	ck_assert_str_eq(text_visible(&a, text), "a\xef\xbf\xbd"
						 "b");
}
END_TEST

/* Found by fuzzing: a blank stayed before a lone carriage return. */
START_TEST(a_cleaned_note_is_clean)
{
	const char *note = text_clean_note(&a, "satu \rdua \x1b\r\ntiga");

	ck_assert_str_eq(note, "satu\ndua\ntiga");
	ck_assert_str_eq(text_clean_note(&a, note), note);
}
END_TEST

START_TEST(columns_are_not_bytes)
{
	ck_assert_int_eq(text_width("作者é"), 5);
	ck_assert_uint_eq(text_fit("作者", 3), 3);
	ck_assert_str_eq(text_column(&a, "Kepemimpinan", 6), "Kepem…");
	ck_assert_str_eq(text_column(&a, "作者作者", 6), "作者… ");
	ck_assert_str_eq(text_column_right(&a, "7", 3), "  7");
	ck_assert_str_eq(text_column(&a, "abc", 0), "");
}
END_TEST

START_TEST(texts_wrap_at_blanks_and_breaks)
{
	const char **lines;

	ck_assert_uint_eq(text_wrap(&a, "satu dua tiga\nempat", 8, &lines), 3);
	ck_assert_str_eq(lines[0], "satu dua");
	ck_assert_str_eq(lines[1], "tiga");
	ck_assert_str_eq(lines[2], "empat");
	ck_assert_uint_eq(text_wrap(&a, "abcdefghij", 4, &lines), 3);
	ck_assert_uint_eq(text_wrap(&a, "", 4, &lines), 1);
}
END_TEST

START_TEST(steps_take_a_letter_with_its_marks)
{
	const char *text = "ae\xcc\x81z";

	ck_assert_uint_eq(text_next(text, 1), 4);
	ck_assert_uint_eq(text_previous(text, 4), 1);
	ck_assert_uint_eq(text_next(text, strlen(text)), strlen(text));
	ck_assert_uint_eq(text_previous(text, 0), 0);
}
END_TEST

START_TEST(wrong_bytes_are_found)
{
	ck_assert_int_eq(text_invalid_at("ab\xc3", 3), 2);
	ck_assert_int_eq(text_invalid_at("\xed\xa0\x80", 3), 0);
	ck_assert_int_eq(text_invalid_at("é", 2), -1);
	ck_assert_str_eq(text_from_cp1252(&a, "Caf\xe9 \x80\x81", 7),
			 "Café €\xef\xbf\xbd");
}
END_TEST

static const struct {
	const char *text;
	enum nip_verdict verdict;
	bool pppk;
} nips[] = {
	{ "198809212018011015", NIP_OK, false },
	{ "19880921 201801 1 015", NIP_OK, false },
	{ "'198809212018011015", NIP_OK, false },
	{ "\xef\xbb\xbf"
	  "198809212018011015\xc2\xa0",
	  NIP_OK, false },
	{ "199009132025242014", NIP_OK, true },
	{ "", NIP_EMPTY, false },
	{ "  ", NIP_EMPTY, false },
	{ "19880921201801101", NIP_LENGTH, false },
	{ "1988092120180110155", NIP_LENGTH, false },
	{ "19880921201801101x", NIP_LENGTH, false },
	{ "1,98E+17", NIP_MANGLED, false },
	{ "1.98809E+17", NIP_MANGLED, false },
	{ "198809212018011000", NIP_MANGLED, false },
	{ "198813212018011015", NIP_BIRTH, false },
	{ "198802302018011015", NIP_BIRTH, false },
	{ "198809212018013015", NIP_SEX, false },
};

START_TEST(nips_are_judged)
{
	struct nip nip;

	ck_assert_msg(nip_parse(nips[_i].text, &nip) == nips[_i].verdict, "%s",
		      nips[_i].text);
	ck_assert_int_eq(nip.pppk, nips[_i].pppk);
	ck_assert_int_eq(nip_reason(nips[_i].verdict)[0] == '\0',
			 nips[_i].verdict == NIP_OK);
}
END_TEST

START_TEST(a_nip_tells_birth_and_sex)
{
	struct nip nip;
	char grouped[22];

	ck_assert_int_eq(nip_parse("198809212018012015", &nip), NIP_OK);
	ck_assert_int_eq(nip.birth.day, date_of(1988, 9, 21).day);
	ck_assert_int_eq(nip.sex, 'P');
	ck_assert_int_eq(nip.appointed_year, 2018);
	nip_grouped(nip.digits, grouped);
	ck_assert_str_eq(grouped, "19880921 201801 2 015");
}
END_TEST

Suite *text_suite(void);

Suite *text_suite(void)
{
	Suite *s = suite_create("text");
	TCase *c = tcase_create("text");

	tcase_add_checked_fixture(c, NULL, done);
	tcase_add_test(c, keys_fold_case_accents_and_marks);
	tcase_add_test(c, names_lose_titles_in_front);
	tcase_add_test(c, lines_are_composed_and_trimmed);
	tcase_add_loop_test(c, what_hides_itself_becomes_a_mark, 0,
			    sizeof hiding / sizeof *hiding);
	tcase_add_test(c, a_cleaned_note_is_clean);
	tcase_add_test(c, a_pile_of_combining_marks_becomes_visible);
	tcase_add_test(c, hostile_characters_become_visible);
	tcase_add_test(c, columns_are_not_bytes);
	tcase_add_test(c, texts_wrap_at_blanks_and_breaks);
	tcase_add_test(c, steps_take_a_letter_with_its_marks);
	tcase_add_test(c, wrong_bytes_are_found);
	tcase_add_loop_test(c, nips_are_judged, 0, sizeof nips / sizeof *nips);
	tcase_add_test(c, a_nip_tells_birth_and_sex);
	suite_add_tcase(s, c);
	return s;
}
