#include <check.h>
#include <string.h>

#include "../../src/store/store_private.h"
#include "base/problem.h"
#include "domain/follow_up.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/record.h"

/* Statements that SQLite refuses: it is asked before it prepares one. */
static struct db *db;
static struct arena a;
static struct err err;

static void start(void)
{
	err = (struct err){ 0 };
	ck_assert(db_open("", DB_MEMORY, &db, &err));
}

static void done(void)
{
	db_close(db);
	arena_done(&a);
}

static int no_numbers(void *context, int what, const char *table, const char *column,
		      const char *database, const char *trigger)
{
	(void)context;
	(void)database;
	(void)trigger;
	return what == SQLITE_READ && strcmp(table, "follow_ups") == 0 &&
			       strcmp(column, "number") == 0
		       ? SQLITE_DENY
		       : SQLITE_OK;
}

static int no_commit(void *context, int what, const char *operation, const char *unused,
		     const char *database, const char *trigger)
{
	(void)context;
	(void)unused;
	(void)database;
	(void)trigger;
	return what == SQLITE_TRANSACTION && strcmp(operation, "COMMIT") == 0
		       ? SQLITE_DENY
		       : SQLITE_OK;
}

static int64_t count(const char *sql)
{
	int64_t out = -1;

	ck_assert_msg(db_number(db, sql, &out, &err), "%s", err.text);
	return out;
}

static struct programme new_programme(const char *code)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = code;
	p.title = "Uji";
	p.year = 2026;
	return p;
}

START_TEST(a_rule_that_gets_no_answer_refuses_the_save)
{
	struct programme p = new_programme("A");
	struct follow_up f;

	ck_assert(record_put(db, &programme_kind, NULL, &p, &a, &err));
	record_init(&follow_up_kind, &f);
	f.programme = p.id;
	f.what = "results";
	sqlite3_set_authorizer(db->raw, no_numbers, NULL);
	ck_assert(!record_put(db, &follow_up_kind, NULL, &f, &a, &err));
	ck_assert_int_eq(err.code, ERR_DB);
	sqlite3_set_authorizer(db->raw, NULL, NULL);
	ck_assert_int_eq(count("SELECT count(*) FROM follow_ups"), 0);
	ck_assert_msg(record_put(db, &follow_up_kind, NULL, &f, &a, &err), "%s",
		      err.text);
}
END_TEST

START_TEST(reads_that_cannot_end_do_not_block_the_next_action)
{
	sqlite3_set_authorizer(db->raw, no_commit, NULL);
	db_reads_end(db, db_reads_begin(db));
	sqlite3_set_authorizer(db->raw, NULL, NULL);
	ck_assert_msg(action_begin(db, "next", &err), "%s", err.text);
	action_rollback(db);
}
END_TEST

START_TEST(nothing_is_written_after_sqlite_took_the_action_back)
{
	struct unit p, q;

	record_init(&unit_kind, &p);
	record_init(&unit_kind, &q);
	p.code = p.name = "A";
	q.code = q.name = "B";
	ck_assert(action_begin(db, "two", &err));
	ck_assert(record_insert(db, &unit_kind, &p, &err));
	ck_assert(db_run(db, "ROLLBACK", &err));
	ck_assert(!record_insert(db, &unit_kind, &q, &err));
	ck_assert_int_eq(err.code, ERR_DB);
	ck_assert(!action_commit(db, &err));
	ck_assert_int_eq(count("SELECT count(*) FROM units"), 0);
}
END_TEST

START_TEST(no_part_of_it_is_begun_either)
{
	ck_assert(action_begin(db, "parts", &err));
	ck_assert(db_run(db, "ROLLBACK", &err));
	ck_assert(!action_mark(db, &err));
	ck_assert_int_eq(err.code, ERR_DB);
	ck_assert_int_ne(sqlite3_get_autocommit(db->raw), 0);
	action_rollback(db);
}
END_TEST

Suite *refused_suite(void);

Suite *refused_suite(void)
{
	Suite *s = suite_create("refused");
	TCase *c = tcase_create("refused");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_rule_that_gets_no_answer_refuses_the_save);
	tcase_add_test(c, reads_that_cannot_end_do_not_block_the_next_action);
	tcase_add_test(c, nothing_is_written_after_sqlite_took_the_action_back);
	tcase_add_test(c, no_part_of_it_is_begun_either);
	suite_add_tcase(s, c);
	return s;
}
