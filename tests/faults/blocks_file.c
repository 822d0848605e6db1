#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "disk.h"
#include "faults.h"
#include "migrations.h"
#include "store/db.h"

/* Files that are damaged, and files of an earlier version. */

/* ---- damage ---- */

enum { MUTANTS = 200, PAGE = 4096, SECTOR_BYTES = 512, TAIL = 64 };

/* What can become of a file; `at` is anywhere in it. */
enum harm { BIT, BYTE, SECTOR, SWAP, SHORTER, TAIL_GONE, HARM_COUNT };

static size_t harm_file(unsigned char *bytes, size_t size, enum harm harm, uint64_t *seed)
{
	size_t at = dice(seed) % size, page = at / PAGE * PAGE;
	unsigned char kept[PAGE];

	switch (harm) {
	case BIT:
		bytes[at] ^= (unsigned char)(1U << dice(seed) % 8);
		return size;
	case BYTE:
		bytes[at] = (unsigned char)(bytes[at] + 1 + dice(seed) % 255);
		return size;
	case SECTOR:
		at = at / SECTOR_BYTES * SECTOR_BYTES;
		memset(bytes + at, 0, SECTOR_BYTES);
		return size;
	case SWAP:
		memcpy(kept, bytes + page, PAGE);
		memcpy(bytes + page, bytes + size - PAGE, PAGE);
		memcpy(bytes + size - PAGE, kept, PAGE);
		return size;
	case SHORTER:
		return at;
	default:
		return size - 1 - dice(seed) % TAIL;
	}
}

static void write_mutant(const struct scenario *s, uint64_t seed)
{
	unsigned char *bytes = malloc(s->size);
	size_t size;
	int fd;

	if (!bytes)
		give_up("memory for a mutant");
	memcpy(bytes, s->bytes, s->size);
	scenario_reset(s);
	size = harm_file(bytes, s->size, (enum harm)(seed % HARM_COUNT), &seed);
	fd = open(s->path, O_WRONLY | O_TRUNC);
	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size || close(fd) != 0)
		give_up("a mutant is written");
	free(bytes);
}

/* Refused, or worked with as far as it goes. */
static int work_with(int say, const void *context)
{
	const struct scenario *s = context;
	struct arena arena = { 0 };
	struct err err = { 0 };
	const char *report;
	struct db *db;

	if (!db_open(s->path, DB_OPEN, &db, &err)) {
		child_says(say);
		return EXIT_SUCCESS;
	}
	for (size_t i = 0; i < STEPS; i++)
		scenario_step(db, i, &err);
	scenario_state(db);
	if (!db_check(db, &arena, &report, &err) || *report != '\0')
		child_says(say);
	arena_done(&arena);
	db_close(db);
	return EXIT_SUCCESS;
}

static int crashes(int say, const void *context)
{
	(void)say;
	(void)context;
	raise(SIGSEGV);
	return EXIT_SUCCESS;
}

static void try_mutants(const struct scenario *s, int (*work)(int, const void *),
			struct tally *t)
{
	for (size_t i = 0; i < MUTANTS * times; i++) {
		struct child child;

		write_mutant(s, i);
		child = child_run(work, s, 0);
		t->runs++;
		t->injected += child.acknowledged;
		t->crashed += child.status != 0;
	}
}

void damage(const struct scenario *s, struct tally *t)
{
	try_mutants(s, work_with, t);
}

void damage_control(const struct scenario *s, struct tally *t)
{
	try_mutants(s, crashes, t);
}

/* ---- migrations ---- */

enum { OLD_VERSION = 2 };

static void run_sql(sqlite3 *raw, const char *sql)
{
	if (sqlite3_exec(raw, sql, NULL, NULL, NULL) != SQLITE_OK)
		give_up(sqlite3_errmsg(raw));
}

/* The file as an early version made it, with somebody in it. */
void make_old(const char *path)
{
	char version[64];
	sqlite3 *raw;

	unlink(path);
	if (sqlite3_open_v2(path, &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
			    "unix") != SQLITE_OK)
		give_up("an old file is made");
	for (size_t i = 0; migrations[i].version <= OLD_VERSION; i++)
		run_sql(raw, migrations[i].text);
	snprintf(version, sizeof version, "PRAGMA user_version = %d", OLD_VERSION);
	run_sql(raw, version);
	run_sql(raw, "PRAGMA application_id = 1112231757;"
		     "INSERT INTO note VALUES ('site', '7');"
		     "INSERT INTO persons (id, name, search) VALUES (1, 'A', 'a')");
	if (sqlite3_close(raw) != SQLITE_OK)
		give_up("an old file is closed");
}

static bool open_well(const struct scenario *old, uint64_t *state)
{
	struct err err = { 0 };
	struct db *db;

	if (!db_open(old->path, DB_OPEN, &db, &err))
		return false;
	*state = scenario_state(db);
	db_close(db);
	return true;
}

/* Its one state is that of the newest version. */
static struct scenario old_file(const struct scenario *s, size_t *operations)
{
	const struct disk_plan well = { .fault = DISK_WELL };
	struct scenario old = *s;
	struct err err = { 0 };
	FILE *in;

	make_old(old.path);
	in = fopen(old.path, "rb");
	if (!in || fseek(in, 0, SEEK_END) != 0)
		give_up("an old file is read");
	old.size = (size_t)ftell(in);
	rewind(in);
	old.bytes = malloc(old.size);
	if (!old.bytes || fread(old.bytes, 1, old.size, in) != old.size ||
	    fclose(in) != 0)
		give_up("an old file is read");
	disk_begin(&well, old.path);
	if (!open_well(&old, &old.states[0]))
		give_up(err.text);
	*operations = disk_operations();
	return old;
}

static void cut_migration(const struct scenario *old, const struct disk_plan *plan,
			  struct tally *t)
{
	struct err err = { 0 };
	uint64_t state = 0;
	struct db *db;

	scenario_reset(old);
	disk_begin(plan, old->path);
	if (db_open(old->path, DB_OPEN, &db, &err))
		db_close(db);
	t->runs++;
	t->injected += disk_struck();
	disk_heal();
	if (plan->fault == DISK_CUT)
		disk_power_back();
	t->lost += !open_well(old, &state) || state != old->states[0];
}

static void cut_migrations(const struct scenario *s, bool lies, struct tally *t)
{
	static const enum disk_fault faults[] = { DISK_CUT, DISK_ERROR, DISK_FULL };
	size_t count, kinds = lies ? 1 : sizeof faults / sizeof *faults;
	struct scenario old = old_file(s, &count);

	for (size_t at = 1; at <= count; at += stride(7)) {
		for (size_t i = 0; i < kinds; i++) {
			const struct disk_plan plan = {
				.fault = faults[i], .at = at, .lies = lies, .seed = at
			};

			cut_migration(&old, &plan, t);
		}
	}
	free(old.bytes);
}

void migrations_cut(const struct scenario *s, struct tally *t)
{
	cut_migrations(s, false, t);
}

void migrations_control(const struct scenario *s, struct tally *t)
{
	cut_migrations(s, true, t);
}
