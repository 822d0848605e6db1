#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/store/store_private.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/division.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "exchange/import.h"
#include "faults.h"
#include "store/record.h"

enum { PEOPLE = 20, NEW_PEOPLE = 60 };

static bool put(struct db *db, const struct kind *kind, const void *old, void *record,
		struct err *err)
{
	struct arena arena = { 0 };
	bool good = record_put(db, kind, old, record, &arena, err);

	arena_done(&arena);
	return good;
}

/* ---- the file before ---- */

static bool add_programme(struct db *db, int64_t *id, struct err *err)
{
	struct programme p;

	record_init(&programme_kind, &p);
	p.code = "PRJ26";
	p.title = "Manajemen Proyek";
	p.year = 2026;
	p.starts = date_of(2026, 3, 2);
	p.ends = date_of(2026, 3, 13);
	if (!put(db, &programme_kind, NULL, &p, err))
		return false;
	*id = p.id;
	return true;
}

static bool add_participant(struct db *db, int64_t programme, int number, struct err *err)
{
	char name[32];
	struct person p;
	struct enrolment e;

	snprintf(name, sizeof name, "Pegawai %c%c", 'A' + number / 26, 'A' + number % 26);
	record_init(&person_kind, &p);
	p.name = name;
	p.employment = "NONASN";
	if (!put(db, &person_kind, NULL, &p, err))
		return false;
	record_init(&enrolment_kind, &e);
	e.programme = programme;
	e.person = p.id;
	e.status = "accepted";
	return put(db, &enrolment_kind, NULL, &e, err);
}

static bool fill(struct db *db, struct err *err)
{
	int64_t programme = 0;

	if (!add_programme(db, &programme, err))
		return false;
	for (int i = 0; i < PEOPLE; i++) {
		if (!add_participant(db, programme, i, err))
			return false;
	}
	return true;
}

/* ---- the steps ---- */

static bool find(struct db *db, const struct kind *kind, const char *sql, void *record,
		 struct arena *arena, struct err *err)
{
	struct stmt *s;
	int64_t id;

	if (!stmt_get(db, sql, &s, err))
		return false;
	id = stmt_step(s, err) == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return id != 0 && record_load(db, kind, id, record, arena, err);
}

static bool new_person(struct db *db, struct arena *arena, struct err *err)
{
	struct person p;

	(void)arena;
	record_init(&person_kind, &p);
	p.name = "Rina Kusuma";
	p.employment = "NONASN";
	return put(db, &person_kind, NULL, &p, err);
}

static bool other_position(struct db *db, struct arena *arena, struct err *err)
{
	struct person old, now;

	if (!find(db, &person_kind, "SELECT id FROM persons WHERE name = 'Pegawai AA'",
		  &old, arena, err))
		return false;
	now = old;
	now.position = "Analis Kebijakan Ahli Muda";
	return put(db, &person_kind, &old, &now, err);
}

static bool many_people(struct db *db, struct arena *arena, struct err *err)
{
	const struct import_options options = { 0 };
	struct import_result result;
	const char *text = "nip,name\n";

	for (int i = 0; i < NEW_PEOPLE; i++)
		text = arena_printf(arena, "%s198501012010011%03d,Pendatang %d\n", text,
				    i + 1, i);
	return import_table(db, &person_kind, text, strlen(text), &options, arena,
			    &result, err) &&
	       result.written;
}

static bool divide(struct db *db, struct arena *arena, struct err *err)
{
	struct division_result result;
	struct division_plan plan;
	struct programme p;

	if (!find(db, &programme_kind, "SELECT id FROM programmes", &p, arena, err) ||
	    !division_load(db, p.id, arena, &plan, err))
		return false;
	plan.rules.groups = 4;
	plan.rules.seed = 7;
	division_run(plan.people, plan.count, &plan.rules, arena, &result);
	return division_save(db, &plan, "", err);
}

static bool remove_programme(struct db *db, struct arena *arena, struct err *err)
{
	struct programme p;

	return find(db, &programme_kind, "SELECT id FROM programmes", &p, arena, err) &&
	       records_remove(db, &programme_kind, &p.id, 1, err);
}

static bool undo(struct db *db, struct arena *arena, struct err *err)
{
	const char *name;

	return history_undo(db, kinds, 0, arena, &name, err);
}

static bool redo(struct db *db, struct arena *arena, struct err *err)
{
	const char *name;

	return history_redo(db, kinds, arena, &name, err);
}

static bool keep_draft(struct db *db, struct arena *arena, struct err *err)
{
	(void)arena;
	return draft_put(db, "person:0", "name=Setengah jadi", err);
}

static bool note(struct db *db, struct arena *arena, struct err *err)
{
	(void)arena;
	return db_note_set(db, "last", "PRJ26", err);
}

bool scenario_step(struct db *db, size_t step, struct err *err)
{
	static bool (*const steps[STEPS])(struct db *, struct arena *, struct err *) = {
		new_person,	  other_position, many_people, keep_draft, divide,
		remove_programme, undo,		  redo,	       note,
	};
	struct arena arena = { 0 };
	bool good = steps[step](db, &arena, err);

	arena_done(&arena);
	return good;
}

/* ---- what the file holds ---- */

static uint64_t mixed(uint64_t sum, const unsigned char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		sum = (sum ^ bytes[i]) * UINT64_C(0x100000001b3); /* FNV-1a */
	return sum;
}

static uint64_t mix_rows(sqlite3 *raw, const char *table, uint64_t sum)
{
	bool notes = strcmp(table, "note") == 0;
	char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"%s", table,
				    notes ? " WHERE name = 'last'" : "");
	sqlite3_stmt *rows = NULL;

	if (!sql || sqlite3_prepare_v2(raw, sql, -1, &rows, NULL) != SQLITE_OK)
		give_up("the rows are read");
	while (sqlite3_step(rows) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(rows); i++) {
			const unsigned char *text = sqlite3_column_text(rows, i);

			sum = mixed(sum, text ? text : (const unsigned char *)"",
				    (size_t)sqlite3_column_bytes(rows, i) + 1);
		}
	}
	if (sqlite3_finalize(rows) != SQLITE_OK)
		sum++;
	sqlite3_free(sql);
	return sum;
}

uint64_t scenario_state(struct db *db)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325);
	sqlite3_stmt *tables = NULL;

	if (sqlite3_prepare_v2(db->raw,
			       "SELECT name FROM sqlite_schema WHERE type = 'table'"
			       " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
			       -1, &tables, NULL) != SQLITE_OK)
		return 0;
	while (sqlite3_step(tables) == SQLITE_ROW)
		sum = mix_rows(db->raw, (const char *)sqlite3_column_text(tables, 0),
			       sum);
	sqlite3_finalize(tables);
	return sum;
}

bool scenario_holds(const struct scenario *s, size_t acknowledged)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	const char *report = "";
	struct db *db;
	uint64_t state;
	bool good;

	if (!db_open(s->path, DB_OPEN, &db, &err))
		return false;
	good = db_check(db, &arena, &report, &err) && *report == '\0';
	state = scenario_state(db);
	db_close(db);
	arena_done(&arena);
	return good && (state == s->states[acknowledged] ||
			(acknowledged < STEPS && state == s->states[acknowledged + 1]));
}

bool scenario_goes_on(struct db *db, const struct scenario *s, size_t *done)
{
	struct err err = { 0 };

	for (int refused = 0; *done < STEPS && refused < 2;) {
		if (scenario_state(db) == s->states[*done + 1] ||
		    scenario_step(db, *done, &err))
			++*done;
		else
			refused++;
	}
	return *done == STEPS;
}

/* ---- the file itself ---- */

static void read_file(struct scenario *s)
{
	FILE *in = fopen(s->path, "rb");

	if (!in || fseek(in, 0, SEEK_END) != 0)
		give_up("the office file is read");
	s->size = (size_t)ftell(in);
	s->bytes = malloc(s->size);
	rewind(in);
	if (!s->bytes || fread(s->bytes, 1, s->size, in) != s->size || fclose(in) != 0)
		give_up("the office file is read");
}

static void do_in_peace(struct scenario *s)
{
	struct err err = { 0 };
	struct db *db;

	if (!db_open(s->path, DB_OPEN, &db, &err))
		give_up(err.text);
	s->states[0] = scenario_state(db);
	for (size_t i = 0; i < STEPS; i++) {
		if (!scenario_step(db, i, &err))
			give_up(err.text);
		s->states[i + 1] = scenario_state(db);
		if (s->states[i + 1] == s->states[i])
			give_up("each step changes something");
	}
	db_close(db);
}

void scenario_begin(struct scenario *s)
{
	struct err err = { 0 };
	struct db *db;

	/* In memory where there is such a place: syncing costs nothing there. */
	snprintf(s->directory, sizeof s->directory, "%s/bangkom-faults-XXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (!mkdtemp(s->directory))
		give_up("a directory is made");
	snprintf(s->path, sizeof s->path, "%s/office.db", s->directory);
	if (!db_open(s->path, DB_CREATE, &db, &err) || !fill(db, &err))
		give_up(err.text);
	db_close(db);
	read_file(s);
	do_in_peace(s);
}

static void unlink_journal(const struct scenario *s)
{
	char path[PATH_MOST + 16];

	snprintf(path, sizeof path, "%s-journal", s->path);
	unlink(path);
}

void scenario_reset(const struct scenario *s)
{
	int fd = open(s->path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	unlink_journal(s);
	if (fd < 0 || write(fd, s->bytes, s->size) != (ssize_t)s->size || close(fd) != 0)
		give_up("the office file is put back");
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

/* With the backups that the program has made beside the file. */
void scenario_end(struct scenario *s)
{
	enum { DESCRIPTORS = 8 };

	if (nftw(s->directory, remove_one, DESCRIPTORS, FTW_DEPTH | FTW_PHYS) != 0)
		give_up("the directory is removed");
	free(s->bytes);
}
