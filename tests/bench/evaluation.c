#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/err.h"
#include "domain/evaluation.h"
#include "domain/lists.h"
#include "store/db.h"

/*
 * The whole evaluation of a programme against the plain means of its items in
 * one statement, by turns on the same file. Usage: evaluation FILE PROGRAMME.
 * Medians; nothing is asserted.
 */
enum { RUNS = 15, FEWEST = 5 };

static const char means_sql[] =
	"SELECT a.item, avg(a.value), count(a.value) FROM answers a"
	" JOIN sheets f ON f.id = a.sheet JOIN programmes p ON p.id = f.programme"
	" WHERE p.code = ?1 GROUP BY a.item";

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values)
{
	qsort(values, RUNS, sizeof *values, by_value);
	return values[RUNS / 2];
}

static void fail(const char *why)
{
	fprintf(stderr, "evaluation: %s\n", why);
	exit(EXIT_FAILURE);
}

static double plain_means(sqlite3 *raw, const char *code)
{
	double begin = now_ms();
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(raw, means_sql, -1, &s, NULL) != SQLITE_OK)
		fail(sqlite3_errmsg(raw));
	sqlite3_bind_text(s, 1, code, -1, SQLITE_STATIC);
	while (sqlite3_step(s) == SQLITE_ROW)
		continue;
	sqlite3_finalize(s);
	return now_ms() - begin;
}

static double evaluation(struct db *db, int64_t programme, struct evaluation *e)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	double begin = now_ms();

	if (!evaluation_of(db, programme, FEWEST, &arena, e, &err))
		fail(err.text);
	begin = now_ms() - begin;
	arena_done(&arena);
	return begin;
}

int main(int argc, char **argv)
{
	double ours[RUNS], plain[RUNS], a, b;
	struct arena arena = { 0 };
	struct programme_row *rows;
	struct evaluation e;
	struct err err = { 0 };
	struct db *db;
	sqlite3 *raw;
	size_t count;

	if (argc != 3)
		fail("usage: evaluation FILE PROGRAMME");
	if (!db_open(argv[1], DB_READ_ONLY, &db, &err) ||
	    !programme_list(db, argv[2], &arena, &rows, &count, &err))
		fail(err.text);
	if (sqlite3_open(argv[1], &raw) != SQLITE_OK)
		fail("the file does not open");
	for (int i = 0; i < RUNS; i++) {
		plain[i] = plain_means(raw, argv[2]);
		ours[i] = evaluation(db, rows[0].id, &e);
	}
	a = median(ours);
	b = median(plain);
	printf("evaluation of %lld sheets: %.1f ms, plain SQL means %.1f ms, ratio %.2f  "
	       "at "
	       "most 2: %s\n",
	       (long long)e.sheets, a, b, a / b, a <= 2 * b ? "met" : "missed");
	sqlite3_close(raw);
	db_close(db);
	arena_done(&arena);
	return EXIT_SUCCESS;
}
