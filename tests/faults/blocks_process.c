#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/number.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/save.h"
#include "faults.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/stmt.h"

/* Processes that are killed, and many of them at once. */

/* ---- kill -9 ---- */

enum { KILLS = 150 };

static int all_steps(int say, const void *context)
{
	const struct scenario *s = context;
	struct err err = { 0 };
	struct db *db;

	if (!db_open(s->path, DB_OPEN, &db, &err))
		return EXIT_FAILURE;
	for (size_t i = 0; i < STEPS; i++) {
		if (!scenario_step(db, i, &err))
			return EXIT_FAILURE;
		child_says(say);
	}
	db_close(db);
	return EXIT_SUCCESS;
}

/* Says that it is done before it is. */
static int says_too_soon(int say, const void *context)
{
	const struct scenario *s = context;
	struct err err = { 0 };
	struct db *db;

	if (!db_open(s->path, DB_OPEN, &db, &err))
		return EXIT_FAILURE;
	for (size_t i = 0; i < STEPS; i++)
		child_says(say);
	for (size_t i = 0; i < STEPS; i++)
		scenario_step(db, i, &err);
	db_close(db);
	return EXIT_SUCCESS;
}

/* Microseconds that all steps take here and now, and a little. */
static unsigned time_of_all(const struct scenario *s)
{
	struct timespec begin, end;

	scenario_reset(s);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	child_run(all_steps, s, 0);
	clock_gettime(CLOCK_MONOTONIC, &end);
	return (unsigned)((end.tv_sec - begin.tv_sec) * 1250000 +
			  (end.tv_nsec - begin.tv_nsec) / 800 + 1);
}

static void kill_often(const struct scenario *s, int (*work)(int, const void *),
		       struct tally *t)
{
	unsigned within = time_of_all(s);
	uint64_t seed = 1;

	for (size_t i = 0; i < KILLS * times; i++) {
		struct child child;

		scenario_reset(s);
		child = child_run(work, s, 1 + dice(&seed) % within);
		t->runs++;
		t->injected += WIFSIGNALED(child.status);
		t->crashed += child_crashed(&child);
		t->lost += !scenario_holds(s, child.acknowledged);
	}
}

void kills(const struct scenario *s, struct tally *t)
{
	kill_often(s, all_steps, t);
}

void kills_control(const struct scenario *s, struct tally *t)
{
	kill_often(s, says_too_soon, t);
}

/* ---- many at once ---- */

enum { CROWD = 30, EACH = 10, WRITERS = 2, EDITS = 100, MEETINGS = 50 };

static const char named[] = "SELECT id FROM persons WHERE name = 'Pegawai AA'";

static bool add_one(struct db *db, int who, int number, struct err *err)
{
	struct arena arena = { 0 };
	struct person p;
	bool good;

	record_init(&person_kind, &p);
	p.name = arena_printf(&arena, "Orang %c%c", 'A' + who, 'A' + number);
	p.employment = "NONASN";
	good = record_put(db, &person_kind, NULL, &p, &arena, err);
	arena_done(&arena);
	return good;
}

struct one_of {
	const struct scenario *s;
	int who;
	bool blindly;
};

static int adds(int say, const void *context)
{
	const struct one_of *of = context;
	struct err err = { 0 };
	struct db *db;

	if (!db_open(of->s->path, DB_OPEN, &db, &err))
		return EXIT_FAILURE;
	for (int i = 0; i < EACH; i++) {
		if (add_one(db, of->who, i, &err))
			child_says(say);
	}
	db_close(db);
	return EXIT_SUCCESS;
}

/* One more in the notes of a person; false where somebody was quicker. */
static bool count_up(struct db *db, bool blindly, struct err *err)
{
	struct arena arena = { 0 };
	struct person old, now;
	struct stmt *s;
	int64_t id = 0;
	bool good;

	if (stmt_get(db, named, &s, err) && stmt_step(s, err) == STMT_ROW)
		id = stmt_int(s, 0);
	stmt_reset(s);
	good = record_load(db, &person_kind, id, &old, &arena, err);
	now = old;
	now.notes = arena_printf(&arena, "%d", atoi(old.notes) + 1);
	if (good && blindly)
		good = db_run(
			db,
			arena_printf(&arena,
				     "UPDATE persons SET notes = '%s' WHERE id = %lld",
				     now.notes, (long long)id),
			err);
	else
		good = good && record_put(db, &person_kind, &old, &now, &arena, err);
	arena_done(&arena);
	return good;
}

static int edits(int say, const void *context)
{
	const struct one_of *of = context;
	struct err err = { 0 };
	struct db *db;

	if (!db_open(of->s->path, DB_OPEN, &db, &err))
		return EXIT_FAILURE;
	for (int i = 0; i < EDITS; i++) {
		if (count_up(db, of->blindly, &err))
			child_says(say);
	}
	db_close(db);
	return EXIT_SUCCESS;
}

/* A child that starts `count` others, which all say to whom it says. */
struct crowd {
	struct one_of like;
	int (*work)(int say, const void *context);
	int count;
};

static int start_all(int say, const void *context)
{
	const struct crowd *crowd = context;
	int bad = 0, status;

	for (int i = 0; i < crowd->count; i++) {
		struct one_of of = crowd->like;

		of.who = i;
		if (fork() == 0)
			_exit(crowd->work(say, &of));
	}
	while (wait(&status) > 0)
		bad += status != 0;
	return bad;
}

static int64_t asked(const struct scenario *s, const char *sql)
{
	struct err err = { 0 };
	int64_t out = -1;
	struct stmt *q;
	struct db *db;

	if (!db_open(s->path, DB_OPEN, &db, &err))
		return -1;
	if (stmt_get(db, sql, &q, &err) && stmt_step(q, &err) == STMT_ROW)
		out = stmt_int(q, 0);
	db_close(db);
	return out;
}

static void one_crowd(const struct crowd *crowd, const char *sql, struct tally *t)
{
	const struct scenario *s = crowd->like.s;
	struct child child;

	scenario_reset(s);
	child = child_run(start_all, crowd, 0);
	t->runs++;
	t->injected += child.acknowledged;
	t->crashed += child.status != 0;
	t->lost += asked(s, sql) != (int64_t)child.acknowledged;
}

static const char added[] = "SELECT count(*) FROM persons WHERE name LIKE 'Orang %'";
static const char counted[] = "SELECT CAST(notes AS INTEGER) FROM persons"
			      " WHERE name = 'Pegawai AA'";

void crowds(const struct scenario *s, struct tally *t)
{
	const struct crowd many = { { s, 0, false }, adds, CROWD };
	const struct crowd two = { { s, 0, false }, edits, WRITERS };

	for (size_t i = 0; i < times; i++) {
		one_crowd(&many, added, t);
		one_crowd(&two, counted, t);
	}
}

/* Who writes without looking loses what the other wrote, where they meet. */
void crowds_control(const struct scenario *s, struct tally *t)
{
	const struct crowd two = { { s, 0, true }, edits, WRITERS };

	for (int i = 0; i < MEETINGS && t->lost == 0; i++)
		one_crowd(&two, counted, t);
}
