#ifndef TESTS_BENCH_OPERATIONS_H
#define TESTS_BENCH_OPERATIONS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/settings.h"
#include "sample.h"
#include "store/db.h"

/*
 * What the program's own functions cost beside the best statement written by
 * hand, both by turns on the same file. A failure of the floor ends the program.
 */
enum { PAGE = 20, ANCHORS = 16 };

struct bench {
	struct db *db;	    /* ours */
	sqlite3 *raw;	    /* the floor's */
	struct arena arena; /* of an operation */
	struct err err;
	struct settings settings;
	int64_t persons, first_person; /* how many, and the lowest key */
	const char *name;	       /* of the operation */
	bool failed; /* the work of this turn is refused, which is a missed target */
};

/* An operation, run with 0, 1, 2, …: the same number is the same work. */
typedef void work(struct bench *b, const void *context, int64_t turn);

struct operation {
	struct figure figure; /* what is measured is filled in */
	work *ours, *floor;   /* floor: NULL for none */
	const void *context;
	int rounds; /* 0: as many as fit in a short time */
};

/* By turns; prints the figure. */
void bench_run(struct bench *b, struct operation *o);

/* What is measured may fail: then the target is missed, and the reason told. */
void expect(struct bench *b, bool good);
/* Stop the program where `good` is false; of ours and of SQLite. */
void must(struct bench *b, bool good);
void must_raw(struct bench *b, bool good);
sqlite3_stmt *prepare(struct bench *b, const char *sql);
/* Step to the end, read every column, and reset. */
void read_all(struct bench *b, sqlite3_stmt *s);
int64_t raw_number(struct bench *b, const char *sql);

void bench_lists(struct bench *b);
void bench_finds(struct bench *b);
void bench_figures(struct bench *b);
void bench_writes(struct bench *b);

#endif
