#include "thing.h"

#include "../../src/store/store_private.h"

enum { THINGS = 240 };

static struct thing all[THINGS];
static int64_t parent;
static uint32_t state = 7;

/* The same numbers in every run. */
static int random_below(int most)
{
	state = state * 1664525u + 1013904223u;
	return (int)((state >> 16) % (unsigned)most);
}

/* Many equal and many empty values, and keys in another order than codes. */
static void fill(void)
{
	ck_assert(action_begin(db, "fill", &err));
	for (int i = 0; i < THINGS; i++) {
		struct thing t =
			make(arena_printf(&a, "c%03d", (i * 77) % THINGS), NUMBER_NONE);

		t.name = random_below(3) ? "Siti" : "";
		t.choice = random_below(2) ? "a" : "";
		if (random_below(4))
			t.count = random_below(5) - 2;
		if (random_below(4))
			t.day = date_of(2026, 1, 1 + random_below(4));
		if (i > 10 && random_below(3))
			t.other = all[random_below(5)].id;
		record_derive(&thing_kind, &t, &a);
		ck_assert_msg(record_insert(db, &thing_kind, &t, &err), "%s", err.text);
		all[i] = t;
	}
	ck_assert(action_commit(db, &err));
	parent = all[2].id;
}

static const char *sorted_by;

static int by_number(int64_t x, int64_t y)
{
	return (x > y) - (x < y);
}

/* NUMBER_NONE and DATE_NONE are the least of all. */
static int in_order(const void *p, const void *q)
{
	const struct thing *x = p, *y = q;
	int order = strcmp(sorted_by, "code") == 0    ? strcmp(x->code, y->code)
		    : strcmp(sorted_by, "count") == 0 ? by_number(x->count, y->count)
						      : by_number(x->day.day, y->day.day);

	return order ? order : by_number(x->id, y->id);
}

struct list {
	int64_t ids[THINGS];
	size_t count;
};

static bool always(const struct thing *t)
{
	(void)t;
	return true;
}

static struct list expected(const struct select *select,
			    bool (*holds)(const struct thing *))
{
	struct list out = { .count = 0 };

	sorted_by = select->sort;
	qsort(all, THINGS, sizeof *all, in_order);
	for (size_t i = 0; i < THINGS; i++) {
		const struct thing *t = &all[select->descending ? THINGS - 1 - i : i];

		if (holds(t) && (!select->parent || t->other == select->parent_id))
			out.ids[out.count++] = t->id;
	}
	return out;
}

static int64_t id_of(const struct rows *rows, size_t at)
{
	return ((const struct thing *)rows->rows)[at].id;
}

static void forward(const struct select *select, const struct list *want, size_t page)
{
	struct rows rows;
	size_t at = 0;

	do {
		ck_assert_msg(select_page(db, select, at ? SELECT_AFTER : SELECT_FIRST,
					  at ? want->ids[at - 1] : 0, page, &a, &rows,
					  &err),
			      "%s", err.text);
		for (size_t i = 0; i < rows.count; i++, at++)
			ck_assert(at < want->count && id_of(&rows, i) == want->ids[at]);
	} while (rows.count == page);
	ck_assert_uint_eq(at, want->count);
}

static void backward(const struct select *select, const struct list *want, size_t page)
{
	struct rows rows;
	size_t at = want->count;

	do {
		ck_assert(select_page(
			db, select, at < want->count ? SELECT_BEFORE : SELECT_LAST,
			at < want->count ? want->ids[at] : 0, page, &a, &rows, &err));
		for (size_t i = rows.count; i-- > 0;)
			ck_assert(at > 0 && id_of(&rows, i) == want->ids[--at]);
	} while (rows.count == page);
	ck_assert_uint_eq(at, 0);
}

/* Every page of a list, both ways, and from every place of it. */
static void agrees(struct select select, bool (*holds)(const struct thing *))
{
	static const char *const sorts[] = { "code", "count", "day" };
	struct rows rows;

	for (size_t i = 0; i < 6; i++) {
		struct list want;
		size_t page = 1 + (size_t)random_below(30), count;

		select.sort = sorts[i % 3];
		select.descending = i >= 3;
		want = expected(&select, holds);
		ck_assert_uint_gt(want.count, 0);
		forward(&select, &want, page);
		backward(&select, &want, page);
		for (size_t at = 0; at < want.count; at++) {
			ck_assert(select_page(db, &select, SELECT_AT, want.ids[at], 2, &a,
					      &rows, &err));
			ck_assert_int_eq(id_of(&rows, 0), want.ids[at]);
			ck_assert_uint_eq(rows.count, at + 1 < want.count ? 2 : 1);
		}
		ck_assert(select_count(db, &select, 10000, &count, &err));
		ck_assert_uint_eq(count, want.count);
	}
}

START_TEST(pages_agree_with_a_sorted_array)
{
	fill();
	agrees((struct select){ .kind = &thing_kind }, always);
}
END_TEST

START_TEST(pages_within_a_parent_agree)
{
	fill();
	agrees((struct select){ .kind = &thing_kind,
				.parent = "other",
				.parent_id = parent },
	       always);
}
END_TEST

static bool is_siti(const struct thing *t)
{
	return *t->name != '\0';
}

static bool is_siti_of_alpha(const struct thing *t)
{
	return is_siti(t) && *t->choice != '\0' && t->count != 1;
}

START_TEST(pages_with_filter_and_terms_agree)
{
	const struct select_term terms[] = { { "choice", SELECT_IS, "a", 0 },
					     { "count", SELECT_NOT, "1", 0 } };

	fill();
	agrees((struct select){ .kind = &thing_kind, .filter = "SITI" }, is_siti);
	agrees((struct select){ .kind = &thing_kind,
				.filter = "siti",
				.terms = terms,
				.term_count = 2 },
	       is_siti_of_alpha);
	agrees((struct select){ .kind = &thing_kind,
				.parent = "other",
				.parent_id = parent,
				.filter = "siti",
				.terms = terms,
				.term_count = 2 },
	       is_siti_of_alpha);
}
END_TEST

static const char *codes_where(const struct select_term *terms, size_t count)
{
	struct select select = { .kind = &thing_kind,
				 .terms = terms,
				 .term_count = count };
	const char *found = "";
	struct rows rows;

	ck_assert_msg(select_page(db, &select, SELECT_FIRST, 0, 100, &a, &rows, &err),
		      "%s", err.text);
	for (size_t i = 0; i < rows.count; i++)
		found = arena_printf(&a, "%s%s", found,
				     ((struct thing *)rows.rows)[i].code);
	return found;
}

#define WHERE(...)                                                        \
	codes_where((const struct select_term[]){ __VA_ARGS__ },          \
		    sizeof((const struct select_term[]){ __VA_ARGS__ }) / \
			    sizeof(struct select_term))

START_TEST(terms_compare_as_they_say)
{
	insert("A", 1);
	insert("B", 2);
	insert("C", 3);
	insert("D", NUMBER_NONE);
	ck_assert_str_eq(WHERE({ "count", SELECT_IS, "2", 0 }), "B");
	ck_assert_str_eq(WHERE({ "count", SELECT_IS, "", 0 }), "D");
	ck_assert_str_eq(WHERE({ "count", SELECT_NOT, "2", 0 }), "ACD");
	ck_assert_str_eq(WHERE({ "count", SELECT_NOT, "", 0 }), "ABC");
	ck_assert_str_eq(WHERE({ "count", SELECT_FROM, "2", 0 }), "BC");
	ck_assert_str_eq(WHERE({ "count", SELECT_ABOVE, "2", 0 }), "C");
	ck_assert_str_eq(WHERE({ "count", SELECT_TO, "2", 0 }), "AB");
	ck_assert_str_eq(WHERE({ "count", SELECT_BELOW, "2", 0 }), "A");
	ck_assert_str_eq(
		WHERE({ "count", SELECT_IS, "1", 1 }, { "count", SELECT_IS, "3", 1 }),
		"AC");
	ck_assert_str_eq(
		WHERE({ "count", SELECT_IS, "1", 1 }, { "count", SELECT_IS, "", 1 },
		      { "code", SELECT_IS, "D", 2 }, { "code", SELECT_IS, "B", 2 }),
		"D");
	ck_assert_str_eq(
		WHERE({ "count", SELECT_IS, "1", 1 }, { "count", SELECT_IS, "2", 2 }),
		"");
	ck_assert_str_eq(WHERE({ "name", SELECT_TO, "Z", 0 }), "ABCD");
	ck_assert(
		db_run(db, "UPDATE things SET name = '' WHERE code IN ('A', 'C')", &err));
	ck_assert_str_eq(WHERE({ "name", SELECT_TO, "Z", 0 }), "BD");
	ck_assert_str_eq(WHERE({ "name", SELECT_BELOW, "Z", 0 }), "BD");
	ck_assert_str_eq(WHERE({ "name", SELECT_ABOVE, "A", 0 }), "BD");
}
END_TEST

START_TEST(patterns_take_their_signs_and_nothing_else)
{
	insert("100%", 1);
	insert("1000", 2);
	insert("a_b", 3);
	insert("a\\b", 4);
	insert("axb", 5);
	insert("';--", 6);
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "100%", 0 }), "100%1000");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "100\\%", 0 }), "100%");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "a_b", 0 }), "a\\ba_baxb");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "a\\_b", 0 }), "a_b");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "a\\\\b", 0 }), "a\\b");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "A_B", 0 }), "a\\ba_baxb");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "';--", 0 }), "';--");
	ck_assert_str_eq(WHERE({ "code", SELECT_LIKE, "", 0 }), "");
}
END_TEST

START_TEST(any_number_of_terms_and_words_is_taken)
{
	struct select_term terms[100];
	struct select select = { .kind = &thing_kind, .terms = terms, .term_count = 100 };
	size_t count;

	insert("a b c d e f g h i", 1);
	for (int i = 0; i < 100; i++)
		terms[i] = (struct select_term){ "day", SELECT_NOT, "2026-03-02", i % 2 };
	ck_assert(select_count(db, &select, 10, &count, &err));
	ck_assert_uint_eq(count, 1);
	select = (struct select){ .kind = &thing_kind, .filter = "a b c d e f g h i" };
	ck_assert(select_count(db, &select, 10, &count, &err));
	ck_assert_uint_eq(count, 1);
	select.filter = "a b c d e f g h i zzz";
	ck_assert(select_count(db, &select, 10, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

/* Found by fuzzing: a page of text that is pasted into a search made a condition
 * too deep for SQLite. */
START_TEST(a_long_text_is_looked_for_too)
{
	char *typed = arena_alloc(&a, 4001);
	struct select select = { .kind = &thing_kind, .filter = typed };
	size_t count = 9;

	insert("a b c", 1);
	for (size_t i = 0; i < 4000; i += 2)
		memcpy(typed + i, i % 4 ? "a " : "b ", 2);
	ck_assert_msg(select_count(db, &select, 10, &count, &err), "%s", err.text);
	ck_assert_uint_eq(count, 1);
	typed[8] = 'z';
	ck_assert(select_count(db, &select, 10, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

/* A part has no search key of its own, so its texts are compared. */
START_TEST(words_are_found_whatever_their_case_and_accents)
{
	static const char *const typed[] = { "Évaluasi", "evaluasi",
					     "EVALUASI PRÉ-tést" };
	size_t count;

	ck_assert(action_begin(db, "parts", &err));
	add_part(0, "Évaluasi (pre-test)");
	add_part(0, "other");
	ck_assert(action_commit(db, &err));
	for (size_t i = 0; i < 3; i++) {
		struct select select = { .kind = &part_kind, .filter = typed[i] };

		ck_assert_msg(select_count(db, &select, 10, &count, &err), "%s",
			      err.text);
		ck_assert_msg(count == 1, "%s", typed[i]);
		select.inverse = true;
		ck_assert(select_count(db, &select, 10, &count, &err));
		ck_assert_uint_eq(count, 1);
	}
}
END_TEST

START_TEST(an_anchor_that_is_gone_gives_the_first_page_and_no_failure)
{
	struct select select = { .kind = &thing_kind };
	struct rows rows;

	insert("x", 1);
	insert("y", 2);
	for (int from = SELECT_AFTER; from <= SELECT_AT; from++) {
		ck_assert(select_page(db, &select, (enum select_from)from, 12345, 10, &a,
				      &rows, &err));
		ck_assert_uint_eq(rows.count, 2);
		ck_assert_int_eq(err.code, ERR_NONE);
	}
}
END_TEST

START_TEST(frequencies_count_the_list_the_most_frequent_first)
{
	struct select select = { .kind = &thing_kind, .filter = "x" };
	struct frequency *found;
	size_t count;

	insert("x1", 5);
	insert("x2", 7);
	insert("x3", 7);
	insert("x4", NUMBER_NONE);
	insert("y", 7);
	ck_assert(select_frequencies(db, &select, kind_field(&thing_kind, "count"), 2, &a,
				     &found, &count, &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(found[0].value, "7");
	ck_assert_uint_eq(found[0].count, 2);
	ck_assert_str_eq(found[1].value, "");
	ck_assert_uint_eq(found[1].count, 1);
}
END_TEST

/* Who types thousands of different queries does not fill the memory. */
START_TEST(only_the_last_statements_are_kept)
{
	static const char *const names[] = { "code", "name",  "note", "nip",
					     "time", "count", "day",  "money" };
	struct select_term terms[8];
	struct select select = { .kind = &thing_kind, .terms = terms };
	size_t count, kept = 0;

	insert("x", 1);
	for (unsigned shape = 0; shape < 6561; shape++) {
		unsigned rest = shape;

		select.term_count = 0;
		for (size_t i = 0; i < 8; i++, rest /= 3) {
			if (rest % 3)
				terms[select.term_count++] = (struct select_term){
					names[i], rest % 3 == 1 ? SELECT_IS : SELECT_NOT,
					"", 0
				};
		}
		ck_assert(select_count(db, &select, 10, &count, &err));
	}
	for (sqlite3_stmt *s = NULL; (s = sqlite3_next_stmt(db->raw, s)) != NULL;)
		kept++;
	ck_assert_uint_le(kept, COMPOSED_MOST + 20);
}
END_TEST

START_TEST(reads_that_belong_together_see_one_state)
{
	struct db *other;
	bool begun;

	insert("a", 1);
	ck_assert(db_open(path, DB_OPEN, &other, &err));
	other->busy_ms = 0;
	begun = db_reads_begin(db);
	ck_assert(begun);
	ck_assert(!db_reads_begin(db));
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "1");
	ck_assert(!db_run(other, "DELETE FROM things", &err));
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "1");
	db_reads_end(db, begun);
	ck_assert(db_run(other, "DELETE FROM things", &err));
	ck_assert_str_eq(pragma("SELECT count(*) FROM things"), "0");
	db_close(other);
	ck_assert(action_begin(db, "x", &err));
	ck_assert(!db_reads_begin(db));
	action_rollback(db);
}
END_TEST

Suite *select_suite(void);

Suite *select_suite(void)
{
	Suite *s = suite_create("select");
	TCase *c = tcase_create("select");

	tcase_add_checked_fixture(c, start, done);
	tcase_set_timeout(c, 30);
	tcase_add_test(c, pages_agree_with_a_sorted_array);
	tcase_add_test(c, reads_that_belong_together_see_one_state);
	tcase_add_test(c, pages_within_a_parent_agree);
	tcase_add_test(c, pages_with_filter_and_terms_agree);
	tcase_add_test(c, terms_compare_as_they_say);
	tcase_add_test(c, patterns_take_their_signs_and_nothing_else);
	tcase_add_test(c, any_number_of_terms_and_words_is_taken);
	tcase_add_test(c, a_long_text_is_looked_for_too);
	tcase_add_test(c, words_are_found_whatever_their_case_and_accents);
	tcase_add_test(c, an_anchor_that_is_gone_gives_the_first_page_and_no_failure);
	tcase_add_test(c, frequencies_count_the_list_the_most_frequent_first);
	tcase_add_test(c, only_the_last_statements_are_kept);
	suite_add_tcase(s, c);
	return s;
}
