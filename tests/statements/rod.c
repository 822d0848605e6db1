#include <execinfo.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rod.h"

struct rod rod;

/* How many of the functions that led to a call tell one place from another. */
enum { DEPTH = 10, OWN = 3 };

int __real_sqlite3_step(sqlite3_stmt *s);
int __real_sqlite3_exec(sqlite3 *db, const char *sql,
			int (*row)(void *, int, char **, char **), void *context,
			char **message);
int __real_sqlite3_prepare_v2(sqlite3 *db, const char *sql, int count, sqlite3_stmt **out,
			      const char **tail);
int __real_sqlite3_prepare_v3(sqlite3 *db, const char *sql, int count, unsigned flags,
			      sqlite3_stmt **out, const char **tail);
int __real_sqlite3_backup_step(sqlite3_backup *b, int pages);
int __real_sqlite3_extended_errcode(sqlite3 *db);
const char *__real_sqlite3_errmsg(sqlite3 *db);

int __wrap_sqlite3_step(sqlite3_stmt *s);
int __wrap_sqlite3_exec(sqlite3 *db, const char *sql,
			int (*row)(void *, int, char **, char **), void *context,
			char **message);
int __wrap_sqlite3_prepare_v2(sqlite3 *db, const char *sql, int count, sqlite3_stmt **out,
			      const char **tail);
int __wrap_sqlite3_prepare_v3(sqlite3 *db, const char *sql, int count, unsigned flags,
			      sqlite3_stmt **out, const char **tail);
int __wrap_sqlite3_backup_step(sqlite3_backup *b, int pages);
int __wrap_sqlite3_extended_errcode(sqlite3 *db);
const char *__wrap_sqlite3_errmsg(sqlite3 *db);

/* What the last call said, where that was ours to say. */
static int said;

/* ---- which call this is ---- */

static uint64_t site_now(void)
{
	void *frames[DEPTH + OWN];
	int count = backtrace(frames, DEPTH + OWN);
	uint64_t sum = UINT64_C(0xcbf29ce484222325);

	for (int i = OWN; i < count; i++)
		sum = (sum ^ (uintptr_t)frames[i]) * UINT64_C(0x100000001b3);
	return sum;
}

static void note(bool writes, bool more)
{
	if (rod.count > rod.space) {
		rod.space = 2 * rod.count;
		rod.calls = realloc(rod.calls, rod.space * sizeof *rod.calls);
		if (!rod.calls)
			abort();
	}
	rod.calls[rod.count - 1] = (struct rod_call){ site_now() + more, writes };
}

static bool is_struck(const char *sql)
{
	/* Taking back needs nothing of the disk, and SQLite does it by itself. */
	if (rod.at == 0 || rod.count < rod.at || strncmp(sql, "ROLLBACK", 8) == 0)
		return false;
	return rod.count == rod.at || rod.fault == ROD_FOR_EVER;
}

/* Count a call of `sql`; what it fails with, or SQLITE_OK. */
static int call(sqlite3 *db, const char *sql, bool writes, bool more)
{
	static const int codes[ROD_FAULTS] = { SQLITE_IOERR_READ, SQLITE_FULL,
					       SQLITE_BUSY, SQLITE_IOERR_READ,
					       SQLITE_DONE };

	said = SQLITE_OK;
	if (!rod.on)
		return SQLITE_OK;
	rod.count++;
	if (rod.learns)
		note(writes, more);
	if (!is_struck(sql))
		return SQLITE_OK;
	if (rod.failed++ == 0)
		snprintf(rod.text, sizeof rod.text, "%s", sql);
	if (rod.fault == ROD_FULL && db && !sqlite3_get_autocommit(db))
		__real_sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	return said = codes[rod.fault];
}

/* ---- in the place of SQLite's ---- */

int __wrap_sqlite3_step(sqlite3_stmt *s)
{
	static const sqlite3_stmt *counted; /* its second row was */
	bool more = sqlite3_stmt_busy(s);
	int code = SQLITE_OK;

	if (!more || s != counted)
		code = call(sqlite3_db_handle(s), sqlite3_sql(s),
			    !more && !sqlite3_stmt_readonly(s), more);
	counted = more ? s : NULL;
	return code != SQLITE_OK ? code : __real_sqlite3_step(s);
}

int __wrap_sqlite3_exec(sqlite3 *db, const char *sql,
			int (*row)(void *, int, char **, char **), void *context,
			char **message)
{
	int code = call(db, sql, false, false);

	if (code == SQLITE_DONE)
		return SQLITE_OK;
	return code != SQLITE_OK ? code
				 : __real_sqlite3_exec(db, sql, row, context, message);
}

int __wrap_sqlite3_prepare_v2(sqlite3 *db, const char *sql, int count, sqlite3_stmt **out,
			      const char **tail)
{
	int code = call(db, sql, false, false);

	*out = NULL;
	return code != SQLITE_OK ? code
				 : __real_sqlite3_prepare_v2(db, sql, count, out, tail);
}

int __wrap_sqlite3_prepare_v3(sqlite3 *db, const char *sql, int count, unsigned flags,
			      sqlite3_stmt **out, const char **tail)
{
	int code = call(db, sql, false, false);

	*out = NULL;
	return code != SQLITE_OK
		       ? code
		       : __real_sqlite3_prepare_v3(db, sql, count, flags, out, tail);
}

int __wrap_sqlite3_backup_step(sqlite3_backup *b, int pages)
{
	int code = call(NULL, "a backup", false, false);

	return code != SQLITE_OK ? code : __real_sqlite3_backup_step(b, pages);
}

int __wrap_sqlite3_extended_errcode(sqlite3 *db)
{
	return said != SQLITE_OK ? said : __real_sqlite3_extended_errcode(db);
}

const char *__wrap_sqlite3_errmsg(sqlite3 *db)
{
	return said != SQLITE_OK ? sqlite3_errstr(said) : __real_sqlite3_errmsg(db);
}

/* A slow machine is no other one: what happens by time happens at the same call. */
int64_t __wrap_clock_ms(void);

int64_t __wrap_clock_ms(void)
{
	return ++rod.clock;
}

/* ---- what it is told ---- */

static void start(struct rod as)
{
	as.calls = rod.calls;
	as.space = rod.space;
	as.on = true;
	rod = as;
	said = SQLITE_OK;
}

void rod_begin(size_t at, enum rod_fault fault)
{
	start((struct rod){ .at = at, .fault = fault });
}

void rod_learn(void)
{
	start((struct rod){ .learns = true });
}

void rod_end(void)
{
	rod.on = false;
	said = SQLITE_OK;
}
