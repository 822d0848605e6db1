#include <string.h>

#include "base/err.h"
#include "disk.h"
#include "faults.h"
#include "store/db.h"

/* Power cuts and errors of the disk at every operation of the scenario. */

/* From the step `*done` on, as far as it goes. */
static void go_on(struct db *db, size_t *done, struct err *err)
{
	while (*done < STEPS && scenario_step(db, *done, err))
		++*done;
}

static size_t steps_with(const struct scenario *s, const struct disk_plan *plan)
{
	struct err err = { 0 };
	size_t done = 0;
	struct db *db;

	scenario_reset(s);
	disk_begin(plan, s->path);
	if (!db_open(s->path, DB_OPEN, &db, &err))
		return 0;
	go_on(db, &done, &err);
	db_close(db);
	return done;
}

static size_t operations(const struct scenario *s)
{
	const struct disk_plan well = { .fault = DISK_WELL };

	if (steps_with(s, &well) != STEPS)
		give_up("the scenario ends where nothing fails");
	return disk_operations();
}

/* ---- power ---- */

static void cut(const struct scenario *s, const struct disk_plan *plan, struct tally *t)
{
	size_t done = steps_with(s, plan);

	t->runs++;
	t->injected += disk_struck();
	disk_heal();
	disk_power_back();
	t->lost += !scenario_holds(s, done);
}

static void cut_everywhere(const struct scenario *s, bool lies, struct tally *t)
{
	size_t count = operations(s);

	for (size_t round = 0; round < times; round++) {
		for (size_t at = 1; at <= count; at += lies ? 5 : 1) {
			const struct disk_plan plan = { .fault = DISK_CUT,
							.at = at,
							.lies = lies,
							.seed = round * count + at };

			cut(s, &plan, t);
		}
	}
}

void power_cuts(const struct scenario *s, struct tally *t)
{
	cut_everywhere(s, false, t);
}

/* A disk that says it has synced, and has not. */
void power_control(const struct scenario *s, struct tally *t)
{
	cut_everywhere(s, true, t);
}

/* ---- errors ---- */

static bool holds_on(const struct scenario *s, const struct disk_plan *plan,
		     struct db *db, size_t done)
{
	struct err err = { 0 };
	bool good = plan->for_ever || plan->swallows || scenario_goes_on(db, s, &done);

	db_close(db);
	disk_heal();
	if (!good || !scenario_holds(s, done))
		return false;
	if (done == STEPS || !db_open(s->path, DB_OPEN, &db, &err))
		return done == STEPS;
	good = scenario_goes_on(db, s, &done);
	db_close(db);
	return good && scenario_holds(s, STEPS);
}

static void error(const struct scenario *s, const struct disk_plan *plan, struct tally *t)
{
	struct err err = { 0 };
	size_t done = 0;
	struct db *db;

	t->runs++;
	scenario_reset(s);
	disk_begin(plan, s->path);
	if (db_open(s->path, DB_OPEN, &db, &err)) {
		go_on(db, &done, &err);
		t->lost += !holds_on(s, plan, db, done);
	} else {
		disk_heal();
		t->lost += !scenario_holds(s, 0);
	}
	t->injected += disk_struck();
}

void disk_errors(const struct scenario *s, struct tally *t)
{
	static const enum disk_fault faults[] = { DISK_ERROR, DISK_FULL, DISK_SHORT,
						  DISK_SYNC };
	size_t count = operations(s);

	for (size_t at = 1; at <= count; at += stride(7)) {
		for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
			struct disk_plan plan = { .fault = faults[i], .at = at };

			error(s, &plan, t);
			plan.for_ever = true;
			error(s, &plan, t);
		}
	}
}

/* A disk that drops what it is given. */
void disk_control(const struct scenario *s, struct tally *t)
{
	size_t count = operations(s);

	for (size_t at = 1; at <= count; at += stride(11)) {
		const struct disk_plan plan = { .swallows = true, .at = at };

		error(s, &plan, t);
	}
}
