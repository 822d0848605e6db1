#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>

#include "base/err.h"
#include "faults.h"
#include "store/db.h"

/*
 * Memory that is not given: to SQLite, which says so, and to the program's own
 * allocations, after which it ends in order. This program is linked so that
 * these call the functions __wrap_… below.
 */
static struct {
	size_t countdown; /* 0: nothing fails */
	bool for_ever, of_sqlite;
	size_t failed;
} memory;

static bool is_refused(bool of_sqlite)
{
	if (memory.countdown == 0 || memory.of_sqlite != of_sqlite)
		return false;
	if (memory.countdown > 1) {
		memory.countdown--;
		return false;
	}
	memory.countdown = memory.for_ever ? 1 : 0;
	memory.failed++;
	return true;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
	return is_refused(false) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return is_refused(false) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	return is_refused(false) ? NULL : __real_realloc(old, size);
}

/* ---- what SQLite allocates ---- */

static sqlite3_mem_methods plain;

static void *sqlite_malloc(int size)
{
	return is_refused(true) ? NULL : plain.xMalloc(size);
}

static void *sqlite_realloc(void *old, int size)
{
	return is_refused(true) ? NULL : plain.xRealloc(old, size);
}

/* Between its shutting down and its next use. */
static void tell_sqlite(void)
{
	sqlite3_mem_methods failing;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain) != SQLITE_OK)
		exit(EXIT_FAILURE);
	failing = plain;
	failing.xMalloc = sqlite_malloc;
	failing.xRealloc = sqlite_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) != SQLITE_OK)
		exit(EXIT_FAILURE);
}

/* ---- the block ---- */

struct shortage {
	const struct scenario *s;
	size_t at;
	bool for_ever, of_sqlite, unguarded;
};

enum { STRUCK = 100 }; /* exit status: memory was refused, and it went on */

static int with_little(int say, const void *context)
{
	const struct shortage *of = context;
	struct err err = { 0 };
	struct db *db;

	sqlite3_shutdown(); /* and with it goes the disk below it */
	if (of->of_sqlite)
		tell_sqlite();
	memory.countdown = of->at;
	memory.for_ever = of->for_ever;
	memory.of_sqlite = of->of_sqlite;
	if (db_open(of->s->path, DB_OPEN, &db, &err)) {
		for (size_t i = 0; i < STEPS && scenario_step(db, i, &err); i++)
			child_says(say);
		db_close(db);
	}
	return memory.failed > 0 ? STRUCK : EXIT_SUCCESS;
}

/* Uses what it was not given. */
static int unguarded(int say, const void *context)
{
	const struct shortage *of = context;
	char *mine;

	(void)say;
	memory.countdown = of->at > 1 ? 1 : of->at;
	mine = malloc(of->at);
	*(volatile char *)mine = 'x';
	free(mine);
	return EXIT_SUCCESS;
}

/* True while there are allocations left to refuse. */
static bool one_shortage(const struct shortage *of, struct tally *t)
{
	struct child child;
	int status;

	scenario_reset(of->s);
	child = child_run(of->unguarded ? unguarded : with_little, of, 0);
	status = WIFEXITED(child.status) ? WEXITSTATUS(child.status) : -1;
	t->runs++;
	t->injected += status != EXIT_SUCCESS;
	t->crashed += status != EXIT_SUCCESS && status != STRUCK && status != EX_SOFTWARE;
	t->lost += !scenario_holds(of->s, child.acknowledged);
	return status != EXIT_SUCCESS;
}

/* The first ones one by one, then in growing steps. */
static size_t next(size_t at)
{
	return at + 1 + (times > 1 ? 0 : at / 20);
}

void memory_gone(const struct scenario *s, struct tally *t)
{
	for (int kind = 0; kind < 4; kind++) {
		struct shortage of = { .s = s,
				       .for_ever = kind % 2 == 1,
				       .of_sqlite = kind >= 2 };

		for (of.at = 1; one_shortage(&of, t); of.at = next(of.at))
			;
	}
}

void memory_control(const struct scenario *s, struct tally *t)
{
	const struct shortage of = { .s = s, .at = 2, .unguarded = true };

	one_shortage(&of, t);
}
