#include "office.h"

#include "domain/item_type.h"

/* What may be answered, kind by kind. */

static struct item of(const char *kind)
{
	struct item i;

	record_init(&item_kind, &i);
	i.number = 7;
	i.dimension = "material";
	i.kind = kind;
	i.text = "Jelas";
	return i;
}

static struct item scale(const char *kind, int64_t most, const char *options)
{
	struct item i = of(kind);

	i.scale = most;
	i.options = options;
	return i;
}

static struct item choosing(const char *kind, const char *options)
{
	struct item i = of(kind);

	i.options = options;
	return i;
}

/* What a cell is read as, written again; "!" where it is refused. */
static const char *read(struct item item, const char *cell)
{
	struct sheet_answer answer = { 99, "untouched" };
	const char *reason = NULL;

	if (!answer_parse(&item, cell, &a, &answer, &reason)) {
		ck_assert_ptr_nonnull(reason);
		ck_assert_int_eq(answer.value, 99);
		return "!";
	}
	ck_assert_ptr_null(answer_reason(&item, &answer, &a));
	return answer_format(&item, &answer, &a);
}

static const struct {
	const char *kind, *options, *cell, *read;
} cells[] = {
	{ "likert", "", "1", "1" },
	{ "likert", "", "5", "5" },
	{ "likert", "", "0", "!" },
	{ "likert", "", "6", "!" },
	{ "likert", "", "-1", "!" },
	{ "likert", "", "4,5", "!" },
	{ "likert", "", "baik", "!" },
	{ "likert", "", "", "" },
	{ "likert", "", "4 - Baik", "4" },
	{ "likert", "", "Baik (4)", "4" },
	{ "likert", "", "4 dari 5", "!" },
	{ "likert", "Tidak baik;Kurang;Cukup;Baik;Sangat baik", "sangat BAIK", "5" },
	{ "likert", "Tidak baik;Kurang;Cukup;Baik;Sangat baik", "Buruk", "!" },
	{ "two_sided", "terlalu lambat;terlalu cepat", "3", "3" },
	{ "two_sided", "terlalu lambat;terlalu cepat", "Terlalu cepat", "5" },
	{ "two_sided", "terlalu lambat;terlalu cepat", "6", "!" },
	{ "number", "", "0", "0" },
	{ "number", "", "1000000", "1000000" },
	{ "number", "", "1000001", "!" },
	{ "number", "", "dua", "!" },
	{ "number", "", "2,5", "!" },
	{ "choice", "Laki-laki;Perempuan", "2", "2" },
	{ "choice", "Laki-laki;Perempuan", "perempuan", "2" },
	{ "choice", "Laki-laki;Perempuan", "3", "!" },
	{ "choice", "Laki-laki;Perempuan", "0", "!" },
	{ "choice", "2;3;4", "2", "1" },
	{ "choices", "Materi;Metode;Tempat", "3,1", "1,3" },
	{ "choices", "Materi;Metode;Tempat", "Tempat; Materi", "1,3" },
	{ "choices", "Materi;Metode;Tempat", "Tempat, Materi", "1,3" },
	{ "choices", "Materi;Metode;Tempat", "1;1", "1" },
	{ "choices", "Materi;Metode;Tempat", "1,4", "!" },
	{ "choices", "Materi;Metode;Tempat", "Materi, Lain", "!" },
	{ "choices", "Kopi, teh;Air", "Air, Kopi, teh", "1,2" },
	{ "text", "", "4", "4" },
	{ "text", "", "Lebih lama", "Lebih lama" },
	{ "text", "", "", "" },
};

START_TEST(a_cell_is_read_by_the_kind_of_its_item)
{
	struct item item = scale(cells[_i].kind, 5, cells[_i].options);
	const char *got = read(item, cells[_i].cell);

	ck_assert_msg(strcmp(got, cells[_i].read) == 0, "%s '%s' is read as '%s'",
		      cells[_i].kind, cells[_i].cell, got);
}
END_TEST

static const struct {
	const char *kind, *text;
	int64_t value;
	bool good;
} stored[] = {
	{ "likert", "", 5, true },
	{ "likert", "", 0, false },
	{ "likert", "x", NUMBER_NONE, false },
	{ "number", "", 0, true },
	{ "number", "", -1, false },
	{ "choice", "", 3, true },
	{ "choice", "", 4, false },
	{ "choices", "1,3", NUMBER_NONE, true },
	{ "choices", "3,1", NUMBER_NONE, false },
	{ "choices", "1,4", NUMBER_NONE, false },
	{ "choices", "Materi", NUMBER_NONE, false },
	{ "choices", "", 1, false },
	{ "text", "ya", NUMBER_NONE, true },
	{ "text", "", 3, false },
	{ "text", "", NUMBER_NONE, true },
	{ "likert", "", NUMBER_NONE, true },
};

START_TEST(what_cannot_be_an_answer_is_not_stored)
{
	struct item item = scale(stored[_i].kind, 5, "Materi;Metode;Tempat");
	struct sheet_answer answer = { stored[_i].value, stored[_i].text };
	const char *reason = answer_reason(&item, &answer, &a);

	ck_assert_msg((reason == NULL) == stored[_i].good, "%s: %s", stored[_i].kind,
		      reason ? reason : "taken");
}
END_TEST

START_TEST(a_mark_is_set_and_taken_back)
{
	ck_assert_str_eq(answer_toggle("", 2, &a), "2");
	ck_assert_str_eq(answer_toggle("1,3", 2, &a), "1,2,3");
	ck_assert_str_eq(answer_toggle("1,2,3", 2, &a), "1,3");
	ck_assert_str_eq(answer_toggle("12", 1, &a), "1,12");
}
END_TEST

START_TEST(one_digit_is_enough_only_where_no_answer_has_two)
{
	struct item ten = scale("likert", 10, "");
	struct item nine = choosing("choice", "a;b;c;d;e;f;g;h;i");
	struct item more = choosing("choice", "a;b;c;d;e;f;g;h;i;j");

	ck_assert_int_eq(item_entry(&ten), ENTRY_DIGIT);
	ck_assert_int_eq(item_entry(&nine), ENTRY_DIGIT);
	ck_assert_int_eq(item_entry(&more), ENTRY_DIGITS);
}
END_TEST

static const struct {
	const char *kind, *options, *field;
	int64_t scale, most, reversed;
} wrong[] = {
	{ "likert", "", "scale", NUMBER_NONE, NUMBER_NONE, 0 },
	{ "likert", "a;b", "options", 5, NUMBER_NONE, 0 },
	{ "two_sided", "lambat;cepat", "scale", 4, NUMBER_NONE, 0 },
	{ "two_sided", "lambat;cepat", "scale", NUMBER_NONE, NUMBER_NONE, 0 },
	{ "two_sided", "lambat", "options", 5, NUMBER_NONE, 0 },
	{ "two_sided", "lambat;pas;cepat", "options", 5, NUMBER_NONE, 0 },
	{ "two_sided", "lambat;cepat", "reversed", 5, NUMBER_NONE, 1 },
	{ "choice", "a", "options", NUMBER_NONE, NUMBER_NONE, 0 },
	{ "choice", "a;;b", "options", NUMBER_NONE, NUMBER_NONE, 0 },
	{ "choices", "a;b;A", "options", NUMBER_NONE, NUMBER_NONE, 0 },
	{ "choice", "1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21", "options",
	  NUMBER_NONE, NUMBER_NONE, 0 },
	{ "text", "a;b", "options", NUMBER_NONE, NUMBER_NONE, 0 },
	{ "text", "", "reversed", NUMBER_NONE, NUMBER_NONE, 1 },
	{ "text", "", "most", NUMBER_NONE, 3, 0 },
	{ "number", "", "most", NUMBER_NONE, 0, 0 },
};

START_TEST(an_item_that_does_not_fit_its_kind_is_refused)
{
	struct item item = scale(wrong[_i].kind, wrong[_i].scale, wrong[_i].options);
	struct questionnaire q;

	record_init(&questionnaire_kind, &q);
	q.code = "Q";
	good(&questionnaire_kind, &q);
	item.questionnaire = q.id;
	item.most = wrong[_i].most;
	item.reversed = wrong[_i].reversed;
	bad(&item_kind, NULL, &item, wrong[_i].field);
}
END_TEST

START_TEST(an_item_that_fits_its_kind_is_taken)
{
	struct item items[] = {
		scale("likert", 5, "1;2;3;4;5"),
		scale("two_sided", 5, "lambat;cepat"),
		choosing("choice", "ya;tidak"),
		choosing("choices", "ya;tidak"),
		of("number"),
		of("text"),
	};
	struct questionnaire q;

	record_init(&questionnaire_kind, &q);
	q.code = "Q";
	good(&questionnaire_kind, &q);
	for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
		items[i].questionnaire = q.id;
		items[i].number = (int64_t)i + 1;
		good(&item_kind, &items[i]);
	}
}
END_TEST

Suite *item_type_suite(void);

Suite *item_type_suite(void)
{
	Suite *s = suite_create("item_type");
	TCase *c = tcase_create("item_type");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_loop_test(c, a_cell_is_read_by_the_kind_of_its_item, 0,
			    sizeof cells / sizeof *cells);
	tcase_add_loop_test(c, what_cannot_be_an_answer_is_not_stored, 0,
			    sizeof stored / sizeof *stored);
	tcase_add_test(c, a_mark_is_set_and_taken_back);
	tcase_add_test(c, one_digit_is_enough_only_where_no_answer_has_two);
	tcase_add_loop_test(c, an_item_that_does_not_fit_its_kind_is_refused, 0,
			    sizeof wrong / sizeof *wrong);
	tcase_add_test(c, an_item_that_fits_its_kind_is_taken);
	suite_add_tcase(s, c);
	return s;
}
