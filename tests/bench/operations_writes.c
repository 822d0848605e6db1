#include <string.h>

#include "base/problem.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/save.h"
#include "operations.h"
#include "store/history.h"
#include "store/record.h"

/*
 * What is written: one form, many enrolments in one action, and their undo.
 * The floor is the bare statements in a transaction of the same durability,
 * without history and without a check.
 */
enum { ENROLLED = 1500, ROUNDS = 5, SAVES = 30 };

struct writes {
	sqlite3_stmt *begin, *commit, *update, *insert, *remove;
	int64_t programme;
	int64_t first; /* key of the floor's own rows, beyond those of ours */
};

static void our_save(struct bench *b, const void *context, int64_t turn)
{
	struct problems problems = { .arena = &b->arena };
	struct person old, now;

	(void)context;
	must(b, record_load(b->db, &person_kind, b->first_person + turn, &old, &b->arena,
			    &b->err));
	now = old;
	now.phone = turn % 2 ? "0811111111" : "0822222222";
	must(b, record_save(b->db, &person_kind, &old, &now, &problems, &b->err));
}

static void step(struct bench *b, sqlite3_stmt *s)
{
	must_raw(b, sqlite3_step(s) == SQLITE_DONE && sqlite3_reset(s) == SQLITE_OK);
}

static void floor_save(struct bench *b, const void *context, int64_t turn)
{
	const struct writes *w = context;

	step(b, w->begin);
	sqlite3_bind_int64(w->update, 1, b->first_person + turn);
	sqlite3_bind_text(w->update, 2, turn % 2 ? "0833333333" : "0844444444", -1,
			  SQLITE_STATIC);
	step(b, w->update);
	step(b, w->commit);
}

/* Persons all over the file, others in each turn. */
static int64_t person_of(const struct bench *b, int64_t turn, int64_t i)
{
	return b->first_person + (turn * 7919 + i * (b->persons / ENROLLED)) % b->persons;
}

static int64_t enrolled_of(const struct bench *b)
{
	return b->persons < ENROLLED ? b->persons : ENROLLED;
}

static void enrol(struct bench *b, int64_t programme, int64_t person)
{
	struct problems problems = { .arena = &b->arena };
	struct enrolment e;

	record_init(&enrolment_kind, &e);
	e.programme = programme;
	e.person = person;
	e.status = "accepted";
	must(b, record_save(b->db, &enrolment_kind, NULL, &e, &problems, &b->err));
	must(b, problems.errors == 0);
}

static void our_enrolling(struct bench *b, const void *context, int64_t turn)
{
	const struct writes *w = context;

	must(b, action_begin(b->db, "Enrol", &b->err));
	for (int64_t i = 0; i < enrolled_of(b); i++)
		enrol(b, w->programme, person_of(b, turn, i));
	must(b, action_commit(b->db, &b->err));
}

static void our_undo(struct bench *b, const void *context, int64_t turn)
{
	const char *name;

	(void)context;
	(void)turn;
	must(b, history_undo(b->db, kinds, 0, &b->arena, &name, &b->err));
}

static void floor_enrolling(struct bench *b, const void *context, int64_t turn)
{
	const struct writes *w = context;

	step(b, w->begin);
	for (int64_t i = 0; i < enrolled_of(b); i++) {
		sqlite3_bind_int64(w->insert, 1, w->first + i);
		sqlite3_bind_int64(w->insert, 2, w->programme);
		sqlite3_bind_int64(w->insert, 3, person_of(b, turn, i));
		step(b, w->insert);
	}
	step(b, w->commit);
}

static void floor_undo(struct bench *b, const void *context, int64_t turn)
{
	const struct writes *w = context;

	(void)turn;
	step(b, w->begin);
	for (int64_t i = 0; i < enrolled_of(b); i++) {
		sqlite3_bind_int64(w->remove, 1, w->first + i);
		step(b, w->remove);
	}
	step(b, w->commit);
}

static double spent(struct bench *b, work *f, const struct writes *w, int64_t turn)
{
	double begin = now_us();

	f(b, w, turn);
	begin = now_us() - begin;
	arena_reset(&b->arena);
	return begin / 1e3;
}

/* Each is undone before the other begins: all start from the same file. */
static void measure_enrolling(struct bench *b, const struct writes *w)
{
	struct samples ours = { .count = 0 }, undone = ours, floors = ours,
		       removed = ours;
	struct figure f = { .name = "enrolling 1,500", .unit = "ms", .ratio_most = 2 };

	for (int64_t turn = 0; turn < ROUNDS; turn++) {
		sample_add(&ours, spent(b, our_enrolling, w, turn));
		sample_add(&undone, spent(b, our_undo, w, turn));
		sample_add(&floors, spent(b, floor_enrolling, w, turn));
		sample_add(&removed, spent(b, floor_undo, w, turn));
	}
	f.ours = sample_median(&ours);
	f.floor = sample_median(&floors);
	figure_print(&f);
	f.name = "undo of that";
	f.ours = sample_median(&undone);
	f.floor = sample_median(&removed);
	figure_print(&f);
}

void bench_writes(struct bench *b)
{
	struct writes w = {
		.begin = prepare(b, "BEGIN IMMEDIATE"),
		.commit = prepare(b, "COMMIT"),
		.update = prepare(b, "UPDATE persons SET phone = ?2 WHERE id = ?1"),
		.insert = prepare(b,
				  "INSERT INTO enrolments (id, programme, person, status)"
				  " VALUES (?1, ?2, ?3, 'accepted')"),
		.remove = prepare(b, "DELETE FROM enrolments WHERE id = ?1"),
		.programme =
			raw_number(b, "SELECT id FROM programmes WHERE code = 'ENROL26'"),
		.first = 10000 + raw_number(b, "SELECT max(id) FROM enrolments"),
	};
	struct operation save = { .figure = { .name = "save of a form",
					      .ratio_most = 1.5,
					      .interactive = true },
				  .ours = our_save,
				  .floor = floor_save,
				  .context = &w,
				  .rounds = SAVES };

	bench_run(b, &save);
	measure_enrolling(b, &w);
	sqlite3_finalize(w.begin);
	sqlite3_finalize(w.commit);
	sqlite3_finalize(w.update);
	sqlite3_finalize(w.insert);
	sqlite3_finalize(w.remove);
}
