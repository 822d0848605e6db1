#include "store/select.h"

#include <string.h>

#include "base/bug.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/record.h"
#include "store_private.h"

enum { WORDS_MOST = 32 };

/* One list query while it is composed and bound. */
struct query {
	struct db *db;
	const struct select *select;
	struct arena *arena;
	const char *where;
	const char **words;
	size_t word_count;
	void *term_record; /* typed values of terms, one at a time */
	enum find_way way;
	const char *match, *keys; /* for the index of words: MANY, FEW */
};

static const struct field *sort_field(const struct select *select)
{
	const struct field *f = kind_field(
		select->kind, select->sort ? select->sort : select->kind->order);

	BUG_ON(!f);
	return f;
}

/* The sort field as SQL. Indexes begin with the parent only for the order
 * that a list within its parent has at first; in all other cases the few
 * rows of the parent are sorted, and "+" keeps SQLite from walking the index
 * of the sort through the rows of everybody else. */
static const char *sort_sql(const struct query *q)
{
	const struct select *s = q->select;
	const struct field *sort = sort_field(s);
	const struct field *parent = s->parent ? kind_field(s->kind, s->parent) : NULL;
	bool indexed = !parent || ((parent->flags & FIELD_PARENT) &&
				   strcmp(sort->name, s->kind->order) == 0);

	if (q->way == FIND_FEW)
		indexed = false;
	return arena_printf(q->arena, "%s%s", indexed ? "" : "+",
			    sql_name(q->arena, sort->name));
}

static void and_also(struct query *q, const char *condition)
{
	q->where = arena_printf(q->arena, "%s %s (%s)", q->where,
				*q->where ? "AND" : " WHERE", condition);
}

static const char *term_sql(struct query *q, size_t i)
{
	static const char *const ops[] = {
		[SELECT_UNLIKE] = "%s NOT LIKE :t%zu ESCAPE '\\'",
		[SELECT_IS] = "%s IS :t%zu",
		[SELECT_FROM] = "%s >= :t%zu COLLATE NOCASE",
		[SELECT_TO] = "%s <= :t%zu COLLATE NOCASE",
		[SELECT_ABOVE] = "%s > :t%zu COLLATE NOCASE",
		[SELECT_BELOW] = "%s < :t%zu COLLATE NOCASE",
		[SELECT_NOT] = "%s IS NOT :t%zu",
		[SELECT_LIKE] = "%s LIKE :t%zu ESCAPE '\\'",
	};
	const struct select_term *t = &q->select->terms[i];
	const char *name = sql_name(q->arena, t->field);
	const char *term = arena_printf(q->arena, ops[t->op], name, i);

	/* An empty text would be less than any; an empty number is NULL. */
	if (t->op == SELECT_TO || t->op == SELECT_BELOW)
		term = arena_printf(q->arena, "(%s AND %s <> '')", term, name);
	return term;
}

static void add_terms(struct query *q)
{
	const struct select_term *terms = q->select->terms;

	for (size_t i = 0; i < q->select->term_count; i++) {
		const char *any = term_sql(q, i);
		int either = terms[i].either;

		while (either != 0 && i + 1 < q->select->term_count &&
		       terms[i + 1].either == either)
			any = arena_printf(q->arena, "%s OR %s", any, term_sql(q, ++i));
		and_also(q, any);
	}
}

#define LONG "%s%sinstr(%s, :w%zu) > 0"
#define SHORT "%s%sinstr(' ' || %s, ' ' || :w%zu) > 0"

static void add_filter(struct query *q)
{
	const char *in = find_haystack(q->select->kind, q->arena);
	const char *key =
		in && q->select->filter ? text_key(q->arena, q->select->filter) : "";
	const char *all = "";

	q->word_count = find_words(key, WORDS_MOST, q->arena, &q->words);
	for (size_t i = 0; i < q->word_count; i++)
		all = arena_printf(q->arena, find_is_short(q->words[i]) ? SHORT : LONG,
				   all, *all ? " AND " : "", in, i);
	if (*all != '\0')
		and_also(q, q->select->inverse ? arena_printf(q->arena, "NOT (%s)", all)
					       : all);
}

/* May the index of words say which rows hold the words? Within a parent, and
 * for what does not hold them, the list itself is walked. */
static bool take_index(struct query *q, struct err *err)
{
	const struct select *s = q->select;
	struct find_plan plan = { .way = FIND_ALONG };

	if (!s->kind->find || q->word_count == 0 || s->inverse || s->parent)
		return true;
	plan.words = q->words;
	plan.count = q->word_count;
	if (!find_decide(q->db, s->kind, &plan, q->arena, err))
		return false;
	q->way = plan.way;
	q->match = plan.match;
	q->keys = plan.keys;
	if (q->way != FIND_ALONG)
		and_also(q, find_condition(s->kind, q->way, q->arena));
	return true;
}

static void compose(struct query *q)
{
	q->where = "";
	q->term_record = arena_alloc(q->arena, q->select->kind->size);
	if (q->select->parent)
		and_also(q, arena_printf(q->arena, "%s = :parent",
					 sql_name(q->arena, q->select->parent)));
	add_terms(q);
	add_filter(q);
}

static int parameter(struct stmt *s, const char *name)
{
	int at = sqlite3_bind_parameter_index(s->raw, name);

	BUG_ON(at == 0);
	return at;
}

static void bind_typed(struct query *q, struct stmt *s, const char *name,
		       const struct field *f, const void *record)
{
	bind_field(s->raw, parameter(s, name), f, record, arena_alloc(q->arena, 11));
}

static void bind_query(struct query *q, struct stmt *s)
{
	if (q->select->parent)
		stmt_bind_int(s, ":parent", q->select->parent_id);
	for (size_t i = 0; i < q->select->term_count; i++) {
		const struct select_term *t = &q->select->terms[i];
		const struct field *f = kind_field(q->select->kind, t->field);

		BUG_ON(!f);
		if (t->op == SELECT_LIKE || t->op == SELECT_UNLIKE) {
			stmt_bind_text(s, arena_printf(q->arena, ":t%zu", i), t->value);
			continue;
		}
		record_init(q->select->kind, q->term_record);
		if (!field_from_stored(f, q->term_record, t->value, q->arena))
			bug("%s: no stored form: %s", t->field, t->value);
		bind_typed(q, s, arena_printf(q->arena, ":t%zu", i), f, q->term_record);
	}
	if (q->way == FIND_MANY)
		stmt_bind_text(s, ":match", q->match);
	else if (q->way == FIND_FEW)
		stmt_bind_text(s, ":keys", q->keys);
	for (size_t i = 0; i < q->word_count; i++)
		stmt_bind_text(s, arena_printf(q->arena, ":w%zu", i), q->words[i]);
}

/*
 * A page beyond an anchor is read in parts, each a plain range of one index:
 * a comparison of pairs, (key, id) > (:key, :id), would walk through all rows
 * with an equal key, and one with OR through all rows before. In ascending
 * order empty values (NULL) come first.
 */
enum part { PART_ALL, PART_TIES, PART_BEYOND, PART_EMPTY };

struct page {
	struct query *q;
	const struct field *sort;
	void *anchor;	    /* its id and sort field; NULL: from the end of the list */
	struct stmt *place; /* where the anchor is read from, while the page is */
	enum select_from from;
	bool backward, up, inclusive;
	size_t limit, count;
	char *rows;
};

static bool anchor_is_empty(const struct page *p)
{
	return field_may_be_null(p->sort) && field_is_empty(p->sort, p->anchor);
}

/* The condition of a part; NULL where it has no rows. */
static const char *part_sql(const struct page *p, enum part part)
{
	const char *name = sort_sql(p->q);
	const char *than = p->up ? ">" : "<", *same = p->inclusive ? "=" : "";

	if (p->q->way == FIND_MANY)
		return part == PART_ALL ? ""
		       : part == PART_TIES
			       ? arena_printf(p->q->arena, "%s %s%s :id",
					      find_key(p->q->select->kind, p->q->arena),
					      than, same)
			       : NULL;
	switch (part) {
	case PART_TIES:
		return arena_printf(p->q->arena, "%s %s AND \"id\" %s%s :id", name,
				    anchor_is_empty(p) ? "IS NULL" : "= :key", than,
				    same);
	case PART_BEYOND:
		if (!anchor_is_empty(p))
			return arena_printf(p->q->arena, "%s %s :key", name, than);
		if (!p->up)
			return NULL;
		/* Of all values; IS NOT NULL would not use the index. */
		return arena_printf(p->q->arena, "%s >= %s", name,
				    p->sort->type == FIELD_DATE ? "''"
								: "-9223372036854775808");
	case PART_EMPTY:
		if (p->up || !field_may_be_null(p->sort) || anchor_is_empty(p))
			return NULL;
		return arena_printf(p->q->arena, "%s IS NULL", name);
	case PART_ALL:
		break;
	}
	return "";
}

static const char *page_sql(struct query *q, const char *part, bool up)
{
	const struct kind *kind = q->select->kind;
	const char *sort = sort_sql(q);
	const char *way = up ? "ASC" : "DESC", *before = q->where;

	if (*part)
		and_also(q, part);
	part = q->where;
	q->where = before;
	if (q->way == FIND_MANY)
		return arena_printf(
			q->arena, "SELECT %s FROM %s%s ORDER BY %s %s LIMIT :limit",
			kind_sql(q->db, kind)->columns, find_from(kind, q->way, q->arena),
			part, find_key(kind, q->arena), way);
	return arena_printf(q->arena,
			    "SELECT %s FROM %s%s ORDER BY %s %s, \"id\" %s LIMIT :limit",
			    kind_sql(q->db, kind)->columns,
			    find_from(kind, q->way, q->arena), part, sort, way, way);
}

static void bind_anchor(struct page *p, struct stmt *s)
{
	if (sqlite3_bind_parameter_index(s->raw, ":key") != 0)
		bind_typed(p->q, s, ":key", p->sort, p->anchor);
	if (sqlite3_bind_parameter_index(s->raw, ":id") != 0)
		stmt_bind_int(s, ":id", record_id(p->anchor));
}

static bool read_part(struct page *p, enum part part, struct err *err)
{
	const struct kind *kind = p->q->select->kind;
	const char *sql = part_sql(p, part);
	enum stmt_step step = STMT_DONE;
	struct stmt *s;

	if (!sql || p->count == p->limit)
		return true;
	if (!stmt_composed(p->q->db, page_sql(p->q, sql, p->up), &s, err))
		return false;
	bind_query(p->q, s);
	bind_anchor(p, s);
	stmt_bind_int(s, ":limit", (int64_t)(p->limit - p->count));
	while (p->count < p->limit && (step = stmt_step(s, err)) == STMT_ROW)
		read_record(s->raw, kind, p->rows + p->count++ * kind->size, p->q->arena);
	if (step == STMT_FAILED)
		return false;
	stmt_reset(s);
	return true;
}

static void turn_round(const struct page *p)
{
	size_t size = p->q->select->kind->size;
	char *spare = arena_alloc(p->q->arena, size);

	for (size_t i = 0; i < p->count / 2; i++) {
		char *a = p->rows + i * size, *b = p->rows + (p->count - 1 - i) * size;

		memcpy(spare, a, size);
		memcpy(a, b, size);
		memcpy(b, spare, size);
	}
}

/* An anchor that is gone is none. Its statement stays open, so that all parts of
 * the page show one state of the file, which is locked once. */
static bool load_anchor(struct page *p, int64_t id, struct err *err)
{
	const struct kind *kind = p->q->select->kind;
	struct arena *arena = p->q->arena;
	enum stmt_step step;

	if (!stmt_composed(p->q->db,
			   arena_printf(arena,
					"SELECT \"id\", %s FROM %s WHERE \"id\" = :id",
					sql_name(arena, p->sort->name),
					sql_name(arena, kind->table)),
			   &p->place, err))
		return false;
	stmt_bind_int(p->place, ":id", id);
	step = stmt_step(p->place, err);
	if (step != STMT_ROW)
		return step == STMT_DONE;
	p->anchor = arena_alloc(arena, kind->size);
	record_init(kind, p->anchor);
	record_set_id(p->anchor, stmt_int(p->place, 0));
	read_field(p->place->raw, 1, p->sort, p->anchor, arena);
	return true;
}

static bool read_parts(struct page *p, struct err *err)
{
	p->rows = arena_array(p->q->arena, p->limit + 1, p->q->select->kind->size);
	if (!p->anchor)
		return read_part(p, PART_ALL, err);
	return read_part(p, PART_TIES, err) && read_part(p, PART_BEYOND, err) &&
	       read_part(p, PART_EMPTY, err);
}

static bool read_page(struct page *p, int64_t anchor, struct err *err)
{
	bool good = p->from == SELECT_FIRST || p->from == SELECT_LAST ||
		    load_anchor(p, anchor, err);

	if (good) {
		if (!p->anchor && p->from != SELECT_LAST)
			p->backward = false;
		p->up = p->q->select->descending == p->backward;
		good = read_parts(p, err);
	}
	if (p->place)
		stmt_reset(p->place);
	return good;
}

bool select_page(struct db *db, const struct select *select, enum select_from from,
		 int64_t anchor, size_t limit, struct arena *arena, struct rows *out,
		 struct err *err)
{
	struct query q = { .db = db, .select = select, .arena = arena };
	struct page p = { .q = &q,
			  .sort = sort_field(select),
			  .from = from,
			  .backward = from == SELECT_LAST || from == SELECT_BEFORE,
			  .inclusive = from == SELECT_AT,
			  .limit = limit };

	compose(&q);
	if (!take_index(&q, err) || !read_page(&p, anchor, err))
		return false;
	if (p.backward)
		turn_round(&p);
	*out = (struct rows){ p.rows, p.count };
	return true;
}

bool select_each(struct db *db, const struct select *select,
		 bool (*each)(void *context, const void *record, struct err *err),
		 void *context, struct err *err)
{
	struct arena arena = { 0 }, row = { 0 };
	struct query q = { .db = db, .select = select, .arena = &arena };
	void *record = arena_alloc(&arena, select->kind->size);
	enum stmt_step step = STMT_FAILED;
	struct stmt s;

	compose(&q);
	if (stmt_open(db, page_sql(&q, "", !select->descending), &s, err)) {
		bind_query(&q, &s);
		stmt_bind_int(&s, ":limit", -1);
		while ((step = stmt_step(&s, err)) == STMT_ROW) {
			arena_reset(&row);
			read_record(s.raw, select->kind, record, &row);
			if (!each(context, record, err))
				break;
		}
		stmt_close(&s);
	}
	arena_done(&row);
	arena_done(&arena);
	return step == STMT_DONE;
}

bool select_count(struct db *db, const struct select *select, size_t cap, size_t *count,
		  struct err *err)
{
	struct arena arena = { 0 };
	struct query q = { .db = db, .select = select, .arena = &arena };
	struct stmt *s;
	bool good;

	compose(&q);
	good = take_index(&q, err) &&
	       stmt_composed(db,
			     arena_printf(&arena,
					  "SELECT count(*) FROM"
					  " (SELECT 1 FROM %s%s LIMIT :limit)",
					  find_from(select->kind, q.way, &arena),
					  q.where),
			     &s, err);
	if (good) {
		bind_query(&q, s);
		stmt_bind_int(s, ":limit", (int64_t)cap);
		good = stmt_step(s, err) == STMT_ROW;
	}
	if (good) {
		*count = (size_t)stmt_int(s, 0);
		stmt_reset(s);
	}
	arena_done(&arena);
	return good;
}

static bool read_frequencies(struct stmt *s, const struct kind *kind,
			     const struct field *field, struct arena *arena,
			     struct frequency *out, size_t *count, struct err *err)
{
	void *record = arena_alloc(arena, kind->size);
	enum stmt_step step;

	while ((step = stmt_step(s, err)) == STMT_ROW) {
		record_init(kind, record);
		read_field(s->raw, 0, field, record, arena);
		out[(*count)++] =
			(struct frequency){ field_to_stored(field, record, arena),
					    (size_t)stmt_int(s, 1) };
	}
	return step == STMT_DONE;
}

bool select_frequencies(struct db *db, const struct select *select,
			const struct field *field, size_t limit, struct arena *arena,
			struct frequency **out, size_t *count, struct err *err)
{
	struct query q = { .db = db, .select = select, .arena = arena };
	struct frequency *found = arena_array(arena, limit + 1, sizeof *found);
	const char *name = sql_name(arena, field->name);
	size_t used = 0;
	struct stmt *s;

	compose(&q);
	if (!stmt_composed(db,
			   arena_printf(arena,
					"SELECT %s, count(*) FROM %s%s GROUP BY 1"
					" ORDER BY 2 DESC, 1 LIMIT :limit",
					name, sql_name(arena, select->kind->table),
					q.where),
			   &s, err))
		return false;
	bind_query(&q, s);
	stmt_bind_int(s, ":limit", (int64_t)limit);
	if (!read_frequencies(s, select->kind, field, arena, found, &used, err))
		return false;
	*out = found;
	*count = used;
	return true;
}
