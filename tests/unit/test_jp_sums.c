#include <check.h>

#include "../../src/store/store_private.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/number.h"
#include "domain/certificate.h"
#include "domain/jp_people.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

/* The sums of JP follow whatever changes the records, also undo and redo. */
static struct db *db;
static struct arena a;
static struct err err;
static struct person person;
static struct programme run;
static struct enrolment enrolment;

static void put(const struct kind *kind, const void *old, void *now)
{
	ck_assert_msg(record_put(db, kind, old, now, &a, &err), "%s", err.text);
}

static void setup(void)
{
	struct unit unit;

	ck_assert_msg(db_open("", DB_MEMORY, &db, &err), "%s", err.text);
	record_init(&unit_kind, &unit);
	unit.code = unit.name = "OPD01";
	put(&unit_kind, NULL, &unit);
	record_init(&person_kind, &person);
	person.name = "Siti";
	person.employment = "NONASN";
	person.unit = unit.id;
	put(&person_kind, NULL, &person);
	record_init(&programme_kind, &run);
	run.code = run.title = "P1";
	run.year = 2026;
	run.jp = 2400;
	run.status = "running";
	put(&programme_kind, NULL, &run);
	record_init(&enrolment_kind, &enrolment);
	enrolment.programme = run.id;
	enrolment.person = person.id;
	enrolment.status = "completed";
	put(&enrolment_kind, NULL, &enrolment);
}

static void teardown(void)
{
	db_close(db);
	arena_done(&a);
}

static int64_t number(const char *sql)
{
	int64_t out = 0;

	ck_assert_msg(db_number(db, sql, &out, &err), "%s: %s", sql, err.text);
	return out;
}

static void sums_are(int64_t jp)
{
	int64_t wrong = -1;

	ck_assert(jp_sums_wrong(db, &wrong, &err));
	ck_assert_int_eq(wrong, 0);
	ck_assert_int_eq(number("SELECT coalesce(sum(programmes + certificates), 0) FROM "
				"jp_years"),
			 jp);
	ck_assert_int_eq(number("SELECT coalesce(sum(jp * people), 0) FROM jp_counts"),
			 jp);
}

static void set_status(const char *status)
{
	struct programme now = run;

	now.status = status;
	put(&programme_kind, &run, &now);
	run = now;
}

START_TEST(only_a_programme_that_is_done_counts)
{
	sums_are(0);
	set_status("done");
	sums_are(2400);
	set_status("evaluated");
	sums_are(2400);
}
END_TEST

START_TEST(a_changed_enrolment_is_counted_as_it_is_now)
{
	struct enrolment now = enrolment;

	set_status("done");
	now.jp = 1000;
	put(&enrolment_kind, &enrolment, &now);
	sums_are(1000);
	ck_assert(records_remove(db, &enrolment_kind, &now.id, 1, &err));
	sums_are(0);
}
END_TEST

START_TEST(a_person_takes_the_hours_to_the_new_unit)
{
	struct person now = person;

	set_status("done");
	now.unit = 0;
	put(&person_kind, &person, &now);
	sums_are(2400);
	ck_assert_int_eq(number("SELECT unit FROM jp_counts WHERE jp > 0 AND people > 0"),
			 JP_NO_UNIT);
}
END_TEST

START_TEST(certificates_are_added)
{
	struct certificate c;

	set_status("done");
	record_init(&certificate_kind, &c);
	c.person = person.id;
	c.title = "Seminar";
	c.starts = date_of(2026, 2, 3);
	c.year = 2026;
	c.form = "seminar";
	c.scope = "national";
	c.jp = 300;
	put(&certificate_kind, NULL, &c);
	sums_are(2700);
	ck_assert(records_remove(db, &certificate_kind, &c.id, 1, &err));
	sums_are(2400);
}
END_TEST

START_TEST(undo_and_redo_of_everything_keep_the_sums)
{
	const char *name;
	int steps = 0;

	set_status("done");
	ck_assert(records_remove(db, &programme_kind, &run.id, 1, &err));
	sums_are(0);
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	sums_are(2400);
	while (history_undo(db, kinds, 0, &a, &name, &err)) {
		sums_are(0);
		steps++;
	}
	ck_assert_int_eq(steps, 5);
	while (history_redo(db, kinds, &a, &name, &err) && --steps > 0)
		sums_are(0);
	sums_are(2400);
}
END_TEST

static struct person newcomer(const char *name)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = name;
	p.employment = "NONASN";
	p.unit = person.unit;
	put(&person_kind, NULL, &p);
	return p;
}

static void complete_for(int64_t who)
{
	struct enrolment e;

	record_init(&enrolment_kind, &e);
	e.programme = run.id;
	e.person = who;
	e.status = "completed";
	put(&enrolment_kind, NULL, &e);
}

/* New persons wait to be counted until anything else happens. */
START_TEST(what_happens_to_new_persons_in_their_action_is_counted)
{
	struct person one, two, moved, gone;

	set_status("done");
	ck_assert(action_begin(db, "Import", &err));
	newcomer("Adi");
	one = newcomer("Budi");
	moved = one;
	moved.unit = 0;
	put(&person_kind, &one, &moved);
	two = newcomer("Citra");
	complete_for(two.id);
	complete_for(one.id);
	newcomer("Dewi");
	gone = newcomer("Eka");
	ck_assert(records_remove(db, &person_kind, &gone.id, 1, &err));
	ck_assert(action_commit(db, &err));
	sums_are(3 * 2400);
	ck_assert_int_eq(number("SELECT sum(people) FROM jp_counts WHERE year = 0"), 5);
}
END_TEST

START_TEST(new_persons_that_are_taken_back_are_not_counted)
{
	ck_assert(action_begin(db, "Import", &err));
	newcomer("Adi");
	ck_assert(action_mark(db, &err));
	complete_for(newcomer("Budi").id);
	action_back(db);
	newcomer("Citra");
	ck_assert(action_commit(db, &err));
	sums_are(0);
	ck_assert_int_eq(number("SELECT sum(people) FROM jp_counts WHERE year = 0"), 3);
}
END_TEST

START_TEST(a_wrong_sum_is_noticed)
{
	int64_t wrong = 0;

	set_status("done");
	ck_assert(db_run(db, "UPDATE jp_years SET programmes = 7", &err));
	ck_assert(jp_sums_wrong(db, &wrong, &err));
	ck_assert_int_ne(wrong, 0);
}
END_TEST

Suite *jp_sums_suite(void);
Suite *jp_sums_suite(void)
{
	Suite *s = suite_create("jp_sums");
	TCase *c = tcase_create("jp_sums");

	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 30);
	tcase_add_test(c, only_a_programme_that_is_done_counts);
	tcase_add_test(c, a_changed_enrolment_is_counted_as_it_is_now);
	tcase_add_test(c, a_person_takes_the_hours_to_the_new_unit);
	tcase_add_test(c, certificates_are_added);
	tcase_add_test(c, undo_and_redo_of_everything_keep_the_sums);
	tcase_add_test(c, what_happens_to_new_persons_in_their_action_is_counted);
	tcase_add_test(c, new_persons_that_are_taken_back_are_not_counted);
	tcase_add_test(c, a_wrong_sum_is_noticed);
	suite_add_tcase(s, c);
	return s;
}
