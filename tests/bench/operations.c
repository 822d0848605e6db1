#include "operations.h"

#include <stdlib.h>
#include <string.h>

/* Usage: operations FILE [PART]. The file is changed, and as it was at the end
 * but for its history. */
enum { ROUNDS_LEAST = 5, ROUNDS_MOST = 300 };
static const double SPENT_MOST = 4e5; /* us, unless the least rounds take longer */

static void stop(const char *why)
{
	fprintf(stderr, "operations: %s\n", why);
	exit(EXIT_FAILURE);
}

void must(struct bench *b, bool good)
{
	if (!good)
		stop(b->err.text);
}

void expect(struct bench *b, bool good)
{
	if (!good && !b->failed)
		fprintf(stderr, "operations: %s: %s\n", b->name, b->err.text);
	b->failed |= !good;
}

void must_raw(struct bench *b, bool good)
{
	if (!good)
		stop(sqlite3_errmsg(b->raw));
}

sqlite3_stmt *prepare(struct bench *b, const char *sql)
{
	sqlite3_stmt *s;

	must_raw(b, sqlite3_prepare_v3(b->raw, sql, -1, SQLITE_PREPARE_PERSISTENT, &s,
				       NULL) == SQLITE_OK);
	return s;
}

void read_all(struct bench *b, sqlite3_stmt *s)
{
	int code;

	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(s); i++)
			(void)sqlite3_column_text(s, i);
	}
	must_raw(b, code == SQLITE_DONE && sqlite3_reset(s) == SQLITE_OK);
}

int64_t raw_number(struct bench *b, const char *sql)
{
	sqlite3_stmt *s = prepare(b, sql);
	int64_t value;

	must_raw(b, sqlite3_step(s) == SQLITE_ROW);
	value = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return value;
}

static double timed(struct bench *b, work *f, const void *context, int64_t turn)
{
	double begin = now_us();

	f(b, context, turn);
	begin = now_us() - begin;
	arena_reset(&b->arena);
	return begin / 1e3;
}

/* The first turn warms both up and does not count. */
void bench_run(struct bench *b, struct operation *o)
{
	struct samples ours = { .count = 0 }, floors = { .count = 0 };
	int least = o->rounds ? o->rounds : ROUNDS_LEAST;
	int most = o->rounds ? o->rounds : ROUNDS_MOST;
	double begin = now_us();

	b->name = o->figure.name;
	for (int turn = 0;
	     turn <= most && (turn <= least || now_us() - begin < SPENT_MOST); turn++) {
		double a = timed(b, o->ours, o->context, turn);
		double c = o->floor ? timed(b, o->floor, o->context, turn) : 0;

		if (b->failed)
			break;
		if (turn == 0)
			continue;
		sample_add(&ours, a);
		sample_add(&floors, c);
		if (now_us() - begin > (turn < 3 ? 50 : 10) * SPENT_MOST)
			break;
	}
	o->figure.ours = b->failed ? FIGURE_FAILED : sample_median(&ours);
	b->failed = false;
	o->figure.floor = sample_median(&floors);
	if (!o->figure.unit)
		o->figure.unit = "ms";
	figure_print(&o->figure);
}

/* The floor works with the durability and the memory of ours. */
static void open_both(struct bench *b, const char *path)
{
	must(b, db_open(path, DB_OPEN, &b->db, &b->err));
	must_raw(b, sqlite3_open_v2(path, &b->raw, SQLITE_OPEN_READWRITE, NULL) ==
			    SQLITE_OK);
	must_raw(b,
		 sqlite3_exec(b->raw,
			      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
			      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000;"
			      "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY",
			      NULL, NULL, NULL) == SQLITE_OK);
}

static const struct {
	const char *name;
	void (*run)(struct bench *b);
} parts[] = {
	{ "lists", bench_lists },
	{ "finds", bench_finds },
	{ "figures", bench_figures },
	{ "writes", bench_writes },
};

int main(int argc, char **argv)
{
	struct bench b = { .persons = 0 };

	if (argc != 2 && argc != 3)
		stop("usage: operations FILE [lists|finds|figures|writes]");
	settings_default(&b.settings);
	open_both(&b, argv[1]);
	b.first_person = raw_number(&b, "SELECT min(id) FROM persons");
	b.persons = raw_number(&b, "SELECT max(id) FROM persons") - b.first_person + 1;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (argc == 2 || strcmp(argv[2], parts[i].name) == 0)
			parts[i].run(&b);
	}
	sqlite3_close_v2(b.raw);
	db_close(b.db);
	arena_done(&b.arena);
	return EXIT_SUCCESS;
}
