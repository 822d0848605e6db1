#include <stdlib.h>
#include <string.h>

#include "domain/office.h"
#include "operations.h"
#include "store/record.h"
#include "store/select.h"

/*
 * What is typed into the line of a list, letter by letter: the page that shows
 * and the number beside it, as the list asks for them. There is no floor: the
 * time itself is what somebody waits for.
 */
enum { COUNTED = 500, LONG = 10000 }; /* a list says "500+" */

static void find(struct bench *b, const void *context, int64_t turn)
{
	struct select select = { .kind = &person_kind, .filter = context };
	struct rows rows;
	size_t count;

	(void)turn;
	expect(b, select_page(b->db, &select, SELECT_FIRST, 0, PAGE, &b->arena, &rows,
			      &b->err) &&
			  select_count(b->db, &select, COUNTED + 1, &count, &b->err));
}

static void measure_find(struct bench *b, const char *name, const char *typed,
			 double most)
{
	struct operation o = {
		.figure = { .name = name, .most = most, .interactive = true },
		.ours = find,
		.context = typed
	};

	bench_run(b, &o);
}

/* Somebody in the middle of the file. */
static const char *some_nip(struct bench *b, struct arena *arena)
{
	struct person p;

	record_init(&person_kind, &p);
	must(b, record_load(b->db, &person_kind, b->first_person + b->persons / 2, &p,
			    arena, &b->err));
	return p.nip;
}

struct nip_find {
	const char *nip;
	sqlite3_stmt *floor;
};

static void our_nip(struct bench *b, const void *context, int64_t turn)
{
	const struct nip_find *n = context;
	struct person p;
	int64_t id = 0;

	(void)turn;
	record_init(&person_kind, &p);
	p.nip = n->nip;
	must(b, record_find(b->db, &person_kind, &p, &id, &b->err) &&
			record_load(b->db, &person_kind, id, &p, &b->arena, &b->err));
}

static void floor_nip(struct bench *b, const void *context, int64_t turn)
{
	const struct nip_find *n = context;

	(void)turn;
	sqlite3_bind_text(n->floor, 1, n->nip, -1, SQLITE_STATIC);
	read_all(b, n->floor);
}

static void measure_nip(struct bench *b, const char *nip)
{
	struct nip_find n = { nip, prepare(b, "SELECT * FROM persons"
					      " WHERE nip = ?1 AND nip <> ''") };
	struct operation o = {
		.figure = { .name = "exact NIP", .most = 1, .interactive = true },
		.ours = our_nip,
		.floor = floor_nip,
		.context = &n
	};

	bench_run(b, &o);
	sqlite3_finalize(n.floor);
	measure_find(b, "NIP typed into a list", nip, 5);
}

void bench_finds(struct bench *b)
{
	static const struct {
		const char *name, *typed;
		double most;
	} all[] = {
		{ "find: s", "s", 5 },
		{ "find: sr", "sr", 5 },
		{ "find: sri", "sri", 5 },
		{ "find: sri w", "sri w", 5 },
		{ "find: sri wahyuni", "sri wahyuni", 5 },
		{ "find: part of a name", "hayat", 5 },
		{ "find: rare name", "daeng ngawing", 5 },
		{ "find: nobody", "xqzwv", 5 },
		{ "find: spaces", "     ", 50 },
		{ "find: quotes and operators", "\"'%_*?\\() OR NOT -x:", 50 },
	};
	struct arena arena = { 0 };
	char *letters = arena_alloc(&arena, LONG + 1);

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		measure_find(b, all[i].name, all[i].typed, all[i].most);
	memset(letters, 'a', LONG);
	measure_find(b, "find: 10,000 letters", letters, 50);
	for (size_t i = 1; i < LONG; i += 2)
		letters[i] = ' ';
	measure_find(b, "find: 5,000 words", letters, 50);
	measure_nip(b, some_nip(b, &arena));
	arena_done(&arena);
}
