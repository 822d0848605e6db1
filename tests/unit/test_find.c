#include <check.h>
#include <string.h>

#include "../../src/store/store_private.h"
#include "base/arena.h"
#include "base/err.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/save.h"
#include "store/check.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

/* Searching by the index of words gives what walking along the list gives. */
static struct db *db;
static struct arena a;
static struct err err;

static void setup(void)
{
	ck_assert_msg(db_open("", DB_MEMORY, &db, &err), "%s", err.text);
}

static void teardown(void)
{
	db_close(db);
	arena_done(&a);
}

static int64_t add(const char *name)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = name;
	p.employment = "NONASN";
	ck_assert_msg(record_put(db, &person_kind, NULL, &p, &a, &err), "%s", err.text);
	return p.id;
}

static void call(int64_t id, const char *name)
{
	struct person old, now;

	ck_assert(record_load(db, &person_kind, id, &old, &a, &err));
	now = old;
	now.name = name;
	ck_assert_msg(record_put(db, &person_kind, &old, &now, &a, &err), "%s", err.text);
}

/* The names that a filter finds, in their order. */
static const char *found(const char *filter)
{
	const struct select select = { .kind = &person_kind, .filter = filter };
	struct rows rows;
	const char *all = "";
	size_t count = 0;

	ck_assert_msg(select_page(db, &select, SELECT_FIRST, 0, 50, &a, &rows, &err),
		      "%s", err.text);
	ck_assert(select_count(db, &select, 1000, &count, &err));
	ck_assert_uint_eq(count, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		all = arena_printf(&a, "%s%s%s", all, *all ? ", " : "",
				   ((const struct person *)rows.rows)[i].name);
	return all;
}

static void is_sound(void)
{
	struct findings found = { .arena = &a };

	ck_assert_msg(check_deep(db, kinds, &found, &err), "%s", err.text);
	ck_assert_uint_eq(found.count, 0);
}

static void add_some(void)
{
	add("Siti Aminah");
	add("Dewi Siregar");
	add("Zulkifli Nasution");
	add("Ani");
	add("Budi Santoso");
}

START_TEST(any_part_of_three_letters_and_more_is_found_in_the_order_of_names)
{
	add_some();
	ck_assert_str_eq(found("nas"), "Zulkifli Nasution");
	ck_assert_str_eq(found("min"), "Siti Aminah");
	ck_assert_str_eq(found("kifli uti"), "Zulkifli Nasution");
	ck_assert_str_eq(found("ANI"), "Ani");
	ck_assert_str_eq(found("siregar"), "Dewi Siregar");
	ck_assert_str_eq(found("siregat"), "");
	ck_assert_str_eq(found("san o"), "");
}
END_TEST

/* The index is asked for a part of it; the rest is compared all the same. */
START_TEST(a_word_of_hundreds_of_letters_is_found_whole)
{
	char name[201];

	for (size_t i = 0; i < sizeof name - 1; i++)
		name[i] = (char)('a' + i % 7);
	name[sizeof name - 1] = '\0';
	add_some();
	add(name);
	ck_assert_str_eq(found(name), name);
	name[sizeof name - 2] = 'z';
	ck_assert_str_eq(found(name), "");
}
END_TEST

START_TEST(a_word_said_twice_is_looked_for_once)
{
	char words[4001];

	for (size_t i = 0; i < sizeof words - 1; i += 2)
		memcpy(words + i, "s ", 2);
	memcpy(words + sizeof words - 5, "siti", 5);
	add_some();
	ck_assert_str_eq(found(words), "Siti Aminah");
}
END_TEST

START_TEST(one_or_two_letters_find_words_that_begin_with_them)
{
	add_some();
	ck_assert_str_eq(found("s"), "Budi Santoso, Dewi Siregar, Siti Aminah");
	ck_assert_str_eq(found("si"), "Dewi Siregar, Siti Aminah");
	ck_assert_str_eq(found("an"), "Ani");
	ck_assert_str_eq(found("a s"), "Siti Aminah");
	ck_assert_str_eq(found("x"), "");
}
END_TEST

START_TEST(a_changed_name_is_found_and_the_former_one_is_not)
{
	int64_t id = add("Siti Aminah");

	call(id, "Rina Wulandari");
	ck_assert_str_eq(found("aminah"), "");
	ck_assert_str_eq(found("wulan"), "Rina Wulandari");
	is_sound();
}
END_TEST

START_TEST(who_is_deleted_is_not_found_and_who_is_brought_back_is)
{
	int64_t id = add("Siti Aminah");
	const char *name;

	ck_assert(records_remove(db, &person_kind, &id, 1, &err));
	ck_assert_str_eq(found("aminah"), "");
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	ck_assert_str_eq(found("aminah"), "Siti Aminah");
	ck_assert(history_redo(db, kinds, &a, &name, &err));
	ck_assert_str_eq(found("aminah"), "");
	is_sound();
}
END_TEST

START_TEST(what_is_taken_back_within_an_action_is_not_found)
{
	ck_assert(action_begin(db, "some", &err));
	add("Siti Aminah");
	ck_assert(action_mark(db, &err));
	add("Dewi Siregar");
	ck_assert_str_eq(found("siregar"), "Dewi Siregar");
	action_back(db);
	add("Budi Santoso");
	ck_assert(action_commit(db, &err));
	ck_assert_str_eq(found("siregar"), "");
	ck_assert_str_eq(found("aminah"), "Siti Aminah");
	ck_assert_str_eq(found("santoso"), "Budi Santoso");
	is_sound();
}
END_TEST

START_TEST(an_index_that_does_not_agree_is_noticed)
{
	struct findings found = { .arena = &a };

	add("Siti Aminah");
	ck_assert(db_run(db, "UPDATE persons SET search = 'rina'", &err));
	ck_assert(check_deep(db, kinds, &found, &err));
	ck_assert_uint_ne(found.count, 0);
}
END_TEST

START_TEST(typing_on_finds_what_typing_at_once_finds)
{
	static const char *const typed[] = { "s",	 "si",	    "sir",	"sire",
					     "sire d",	 "sire de", "sire dew", "sire",
					     "gar sire", "an",	    "ana" };

	add_some();
	add("Basir Anam");
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		const char *one_by_one = found(typed[i]);

		db->found.kind = NULL;
		ck_assert_str_eq(found(typed[i]), one_by_one);
	}
	ck_assert_str_eq(found("sir"), "Basir Anam, Dewi Siregar");
}
END_TEST

START_TEST(what_is_added_while_searching_is_found)
{
	add_some();
	ck_assert_str_eq(found("siti"), "Siti Aminah");
	add("Siti Zahra");
	ck_assert_str_eq(found("siti"), "Siti Aminah, Siti Zahra");
}
END_TEST

START_TEST(quotes_operators_and_endless_words_find_nothing_and_never_fail)
{
	static const char *const typed[] = { "\"",     "\"\"", "*",  "NEAR(a b)",
					     "a OR b", "sit*", "-x", "^siti",
					     "' OR 1", "::" };
	char *endless = arena_alloc(&a, 10001);

	add_some();
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		found(typed[i]);
	memset(endless, 'a', 10000);
	ck_assert_str_eq(found(endless), "");
	for (size_t i = 1; i < 10000; i += 2)
		endless[i] = ' ';
	ck_assert_str_eq(found(arena_strndup(&a, endless, 200)), "Ani, Siti Aminah");
}
END_TEST

/* A list so long that what many hold comes in the order of the keys. */
enum { MANY = 21000 };

static void add_many(void)
{
	static const char *const first[] = { "Siti", "Agus", "Dewi", "Nur" };
	static const char *const last[] = { "Lubis", "Nasution", "Harahap" };

	ck_assert(action_begin(db, "many", &err));
	for (size_t i = 0; i < MANY; i++)
		add(arena_printf(&a, "%s %s %c", first[i * 7 % 4], last[i * 5 % 3],
				 'a' + (int)(i * 11 % 26)));
	ck_assert(action_commit(db, &err));
}

static size_t walk(const struct select *select, bool back, int64_t *ids)
{
	struct rows rows;
	size_t count = 0;

	do {
		enum select_from from = back ? (count ? SELECT_BEFORE : SELECT_LAST)
					     : (count ? SELECT_AFTER : SELECT_FIRST);

		ck_assert(select_page(db, select, from, count ? ids[count - 1] : 0, 500,
				      &a, &rows, &err));
		for (size_t i = 0; i < rows.count; i++) {
			const struct person *p = rows.rows;

			ids[count++] = p[back ? rows.count - 1 - i : i].id;
		}
	} while (rows.count == 500);
	return count;
}

START_TEST(a_long_list_gives_every_match_once_in_both_directions)
{
	const struct select select = { .kind = &person_kind, .filter = "siti harahap" };
	int64_t *down = arena_array(&a, MANY, sizeof *down);
	int64_t *up = arena_array(&a, MANY, sizeof *up);
	size_t count;

	add_many();
	count = walk(&select, false, down);
	ck_assert_uint_eq(count, MANY / 12);
	ck_assert_uint_eq(walk(&select, true, up), count);
	for (size_t i = 0; i < count; i++)
		ck_assert(down[i] == up[count - 1 - i]);
}
END_TEST

Suite *find_suite(void);
Suite *find_suite(void)
{
	Suite *s = suite_create("find");
	TCase *c = tcase_create("find");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 60);
	tcase_add_test(c,
		       any_part_of_three_letters_and_more_is_found_in_the_order_of_names);
	tcase_add_test(c, a_word_of_hundreds_of_letters_is_found_whole);
	tcase_add_test(c, a_word_said_twice_is_looked_for_once);
	tcase_add_test(c, one_or_two_letters_find_words_that_begin_with_them);
	tcase_add_test(c, a_changed_name_is_found_and_the_former_one_is_not);
	tcase_add_test(c, who_is_deleted_is_not_found_and_who_is_brought_back_is);
	tcase_add_test(c, what_is_taken_back_within_an_action_is_not_found);
	tcase_add_test(c, an_index_that_does_not_agree_is_noticed);
	tcase_add_test(c, typing_on_finds_what_typing_at_once_finds);
	tcase_add_test(c, what_is_added_while_searching_is_found);
	tcase_add_test(c, quotes_operators_and_endless_words_find_nothing_and_never_fail);
	tcase_add_test(c, a_long_list_gives_every_match_once_in_both_directions);
	suite_add_tcase(s, c);
	return s;
}
