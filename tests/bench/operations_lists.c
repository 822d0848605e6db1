#include <stdio.h>
#include <string.h>

#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/feedback.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "operations.h"
#include "store/record.h"
#include "store/select.h"

/*
 * Pages of lists. The floor reads the same columns of the same rows by the
 * index of the sort, in two ranges (what is equal to the place where the page
 * begins, and what is beyond), prepared once, and knows the place already.
 */
struct page {
	const struct kind *kind;
	const char *sort;
	bool descending;
	enum select_from from;
	int64_t anchors[ANCHORS];
	sqlite3_stmt *key, *ties, *beyond;
};

static void our_page(struct bench *b, const void *context, int64_t turn)
{
	const struct page *p = context;
	struct select select = { .kind = p->kind,
				 .filter = "",
				 .sort = p->sort,
				 .descending = p->descending };
	struct rows rows;

	expect(b, select_page(b->db, &select, p->from, p->anchors[turn % ANCHORS], PAGE,
			      &b->arena, &rows, &b->err));
}

static int floor_part(struct bench *b, sqlite3_stmt *s, const struct page *p, int64_t id,
		      int limit)
{
	int count = 0, code, at = sqlite3_bind_parameter_index(s, ":id");

	must_raw(b, sqlite3_step(p->key) == SQLITE_ROW);
	if (sqlite3_bind_parameter_index(s, ":key") > 0)
		sqlite3_bind_value(s, sqlite3_bind_parameter_index(s, ":key"),
				   sqlite3_column_value(p->key, 0));
	if (at > 0)
		sqlite3_bind_int64(s, at, id);
	sqlite3_bind_int(s, sqlite3_bind_parameter_index(s, ":limit"), limit);
	while ((code = sqlite3_step(s)) == SQLITE_ROW && ++count) {
		for (int i = 0; i < sqlite3_column_count(s); i++)
			(void)sqlite3_column_text(s, i);
	}
	must_raw(b, code == SQLITE_DONE);
	sqlite3_reset(s);
	sqlite3_reset(p->key);
	return count;
}

static void floor_page(struct bench *b, const void *context, int64_t turn)
{
	const struct page *p = context;
	int64_t id = p->anchors[turn % ANCHORS];
	int found = 0;

	sqlite3_bind_int64(p->key, 1, id);
	if (p->ties)
		found = floor_part(b, p->ties, p, id, PAGE);
	if (found < PAGE)
		floor_part(b, p->beyond, p, id, PAGE - found);
}

/* Only the key that a row of the list has is read for the place. */
static void prepare_page(struct bench *b, struct page *p)
{
	bool ends = p->from == SELECT_FIRST || p->from == SELECT_LAST;
	bool up = (p->from == SELECT_LAST || p->from == SELECT_BEFORE) == p->descending;
	const char *way = up ? "ASC" : "DESC", *than = up ? ">" : "<";
	const char *same = p->from == SELECT_AT ? "=" : "";
	char sql[512];

	snprintf(sql, sizeof sql, "SELECT \"%s\" FROM \"%s\" WHERE id = ?1", p->sort,
		 p->kind->table);
	p->key = prepare(b, sql);
	snprintf(sql, sizeof sql,
		 "SELECT * FROM \"%s\" WHERE \"%s\" = :key AND id %s%s :id"
		 " ORDER BY \"%s\" %s, id %s LIMIT :limit",
		 p->kind->table, p->sort, than, same, p->sort, way, way);
	p->ties = ends ? NULL : prepare(b, sql);
	snprintf(sql, sizeof sql,
		 ends ? "SELECT * FROM \"%s\" ORDER BY \"%s\" %s, id %s LIMIT :limit"
		      : "SELECT * FROM \"%s\" WHERE \"%s\" %s :key"
			" ORDER BY \"%s\" %s, id %s LIMIT :limit",
		 p->kind->table, p->sort, ends ? way : than, ends ? way : p->sort, way,
		 way);
	p->beyond = prepare(b, sql);
}

/* Places all over the table, in no order. */
static void find_anchors(struct bench *b, struct page *p)
{
	static const char at[] =
		"SELECT id FROM \"%s\" WHERE id >= (SELECT min(id) FROM \"%s\")"
		" + ((SELECT max(id) FROM \"%s\") - (SELECT min(id) FROM \"%s\"))"
		" / %d * %lld ORDER BY id LIMIT 1";
	const char *table = p->kind->table;
	char sql[512];

	for (int64_t i = 0; i < ANCHORS; i++) {
		snprintf(sql, sizeof sql, at, table, table, table, table, ANCHORS,
			 (long long)(i * 5 % ANCHORS));
		p->anchors[i] = raw_number(b, sql);
	}
}

static void measure_page(struct bench *b, const char *name, struct page *p, double most)
{
	struct operation o = { .figure = { .name = name,
					   .ratio_most = 1.3,
					   .most = most,
					   .interactive = true },
			       .ours = our_page,
			       .floor = floor_page,
			       .context = p };

	find_anchors(b, p);
	prepare_page(b, p);
	for (int64_t i = 0; i < ANCHORS; i++) {
		our_page(b, p, i);
		floor_page(b, p, i);
	}
	arena_reset(&b->arena);
	bench_run(b, &o);
	sqlite3_finalize(p->key);
	sqlite3_finalize(p->ties);
	sqlite3_finalize(p->beyond);
}

/* What a list begins with, and its other columns by which it can be sorted. */
static void measure_kind(struct bench *b, const struct kind *kind)
{
	struct page p = { .kind = kind, .sort = kind->order, .from = SELECT_FIRST };
	char name[96];

	snprintf(name, sizeof name, "first page of %s", kind->table);
	measure_page(b, name, &p, 0);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!(f->flags & FIELD_SORT))
			continue;
		for (int down = 0; down < 2; down++) {
			p = (struct page){ .kind = kind,
					   .sort = f->name,
					   .descending = down == 1,
					   .from = SELECT_AT };
			snprintf(name, sizeof name, "%s by %s%s", kind->table, f->name,
				 down ? ", descending" : "");
			measure_page(b, name, &p, 5);
		}
	}
}

void bench_lists(struct bench *b)
{
	static const struct {
		const char *name;
		enum select_from from;
	} moves[] = { { "persons: home", SELECT_FIRST },
		      { "persons: end", SELECT_LAST },
		      { "persons: page down", SELECT_AFTER },
		      { "persons: page up", SELECT_BEFORE } };
	static const struct kind *const big[] = {
		&unit_kind,	 &person_kind,	    &programme_kind, &session_kind,
		&enrolment_kind, &certificate_kind, &need_kind,	     &sheet_kind,
	};

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		struct page p = { .kind = &person_kind,
				  .sort = person_kind.order,
				  .from = moves[i].from };

		measure_page(b, moves[i].name, &p, 5);
	}
	for (size_t i = 0; i < sizeof big / sizeof *big; i++)
		measure_kind(b, big[i]);
}
