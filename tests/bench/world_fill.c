#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/save.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/stmt.h"
#include "world.h"
#include "world_write.h"

enum { TABLES_MOST = 32, INDEXES_MOST = 64 };

struct filling {
	const struct world *w;
	struct db *db;
	bool fast;
	struct arena row;	    /* until the next record */
	int64_t first[TABLES_MOST]; /* key of the first record of each table */
	int64_t items;		    /* key of the first item */
	char *indexes[INDEXES_MOST];
	size_t index_count;
	struct arena arena; /* of the indexes */
	struct err *err;
};

static bool is_private(const struct world_table *t)
{
	return t->kind->private_keys;
}

/* Places become keys; those of a table are given in order. */
static void set_references(const struct filling *f, const struct kind *kind, void *record)
{
	for (const struct field *r = kind->fields; r->type != FIELD_END; r++) {
		const struct world_table *t = world_tables;

		if (r->type != FIELD_REF || field_int(r, record) == 0)
			continue;
		while (t->kind && strcmp(t->kind->name, r->refers) != 0)
			t++;
		if (t->kind)
			field_set_int(r, record,
				      f->first[t - world_tables] + field_int(r, record) -
					      1);
	}
}

static bool insert(struct filling *f, const struct world_table *t, void *record)
{
	if (!t->bulk)
		return record_put(f->db, t->kind, NULL, record, &f->row, f->err);
	if (t->kind->complete && !t->kind->complete(f->db, record, &f->row))
		return err_set(f->err, ERR_DB, "%s: not filled in", t->kind->name);
	record_derive(t->kind, record, &f->row);
	return record_insert(f->db, t->kind, record, f->err);
}

static bool insert_answers(struct filling *f, int64_t sheet, int64_t i)
{
	struct answer a;

	for (int64_t k = 0; k < WORLD_ITEMS; k++) {
		record_init(&answer_kind, &a);
		a.sheet = sheet;
		a.item = f->items + k;
		a.value = world_answer(f->w, i, k);
		if (!record_insert(f->db, &answer_kind, &a, f->err))
			return false;
	}
	return true;
}

/* Keys as random as those of the store. */
static int64_t private_key(const struct filling *f, int64_t i, int64_t part)
{
	return 1 + (int64_t)(world_hash(f->w, STREAM_KEY, i, part) >> 2);
}

static bool write_answers(struct filling *f, int64_t sheet, int64_t i)
{
	struct stmt *s;

	for (int64_t k = 0; k < WORLD_ITEMS; k++) {
		if (!stmt_get(f->db,
			      "INSERT INTO answers (id, sheet, item, value)"
			      " VALUES (:id, :sheet, :item, :value)",
			      &s, f->err))
			return false;
		stmt_bind_int(s, ":id", private_key(f, i, 1 + k));
		stmt_bind_int(s, ":sheet", sheet);
		stmt_bind_int(s, ":item", f->items + k);
		stmt_bind_int(s, ":value", world_answer(f->w, i, k));
		if (stmt_step(s, f->err) != STMT_DONE)
			return false;
	}
	return true;
}

static bool write_sheet(struct filling *f, struct sheet *sheet, int64_t i)
{
	struct stmt *s;

	sheet->id = private_key(f, i, 0);
	if (!stmt_get(f->db,
		      "INSERT INTO sheets (id, programme, questionnaire, number)"
		      " VALUES (:id, :programme, :questionnaire, :number)",
		      &s, f->err))
		return false;
	stmt_bind_int(s, ":id", sheet->id);
	stmt_bind_int(s, ":programme", sheet->programme);
	stmt_bind_int(s, ":questionnaire", sheet->questionnaire);
	stmt_bind_int(s, ":number", sheet->number);
	return stmt_step(s, f->err) == STMT_DONE && write_answers(f, sheet->id, i);
}

/* With the first sheet of a run its questionnaire belongs to the design. */
static bool follow(struct filling *f, const struct sheet *sheet)
{
	return sheet->number != 1 || sheet_kind.follow(f->db, NULL, sheet, f->err);
}

static bool fill_sheet(struct filling *f, const struct world_table *t, void *record,
		       int64_t i)
{
	struct sheet *sheet = record;

	if (f->fast)
		return write_sheet(f, sheet, i) && follow(f, sheet);
	return insert(f, t, record) && follow(f, sheet) &&
	       insert_answers(f, sheet->id, i);
}

static bool fill_record(struct filling *f, const struct world_table *t, int64_t i)
{
	void *record;

	arena_reset(&f->row);
	record = arena_alloc(&f->row, t->kind->size);
	record_init(t->kind, record);
	t->make(f->w, i, &f->row, record);
	set_references(f, t->kind, record);
	if (is_private(t))
		return fill_sheet(f, t, record, i);
	if (!insert(f, t, record))
		return false;
	if (i == 0)
		f->first[t - world_tables] = record_id(record);
	if (i == 0 && t->kind == &item_kind)
		f->items = record_id(record);
	return true;
}

/* What the history keeps of sheets whose keys it does not know any more. */
static bool write_entry(struct filling *f, const char *name, int64_t count)
{
	struct stmt *s;
	char at[20];

	if (!stmt_get(f->db,
		      "INSERT INTO entry (at, who, name, changes, about, counted, folded)"
		      " VALUES (substr(:at, 1, 10) || ' 00:00:00', 'bench', :name, "
		      ":changes,"
		      "         :name, :count, 1)",
		      &s, f->err))
		return false;
	clock_stamp(at);
	stmt_bind_text(s, ":at", at);
	stmt_bind_text(s, ":name", name);
	stmt_bind_int(s, ":changes", count * (1 + WORLD_ITEMS));
	stmt_bind_int(s, ":count", count);
	return stmt_step(s, f->err) == STMT_DONE;
}

static bool run(struct filling *f, const char *sql)
{
	return db_run(f->db, sql, f->err);
}

/* Take the indexes of a table away and remember them. */
static bool drop_indexes(struct filling *f, const char *table)
{
	const char *names[INDEXES_MOST];
	size_t from = f->index_count;
	enum stmt_step step;
	struct stmt *s;

	if (!stmt_get(f->db,
		      "SELECT name, sql FROM sqlite_schema"
		      " WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL",
		      &s, f->err))
		return false;
	stmt_bind_text(s, ":table", table);
	while ((step = stmt_step(s, f->err)) == STMT_ROW &&
	       f->index_count < INDEXES_MOST) {
		names[f->index_count] = stmt_text(s, 0, &f->arena);
		f->indexes[f->index_count++] =
			arena_strdup(&f->arena, stmt_text(s, 1, &f->arena));
	}
	stmt_reset(s);
	for (size_t i = from; step == STMT_DONE && i < f->index_count; i++) {
		if (!run(f, arena_printf(&f->arena, "DROP INDEX \"%s\"", names[i])))
			return false;
	}
	return step == STMT_DONE;
}

static bool make_indexes(struct filling *f)
{
	for (size_t i = 0; i < f->index_count; i++) {
		if (!run(f, f->indexes[i]))
			return false;
	}
	f->index_count = 0;
	return true;
}

static bool prepare_table(struct filling *f, const struct world_table *t)
{
	if (!f->fast || !t->bulk)
		return true;
	return drop_indexes(f, t->kind->table) &&
	       (!is_private(t) || drop_indexes(f, answer_kind.table));
}

static bool fill_table(struct filling *f, const struct world_table *t)
{
	const char *name = arena_printf(&f->arena, "Import: %s", t->kind->labels);
	int64_t count = t->count(f->w);
	bool good = prepare_table(f, t) && action_begin(f->db, name, f->err);

	for (int64_t i = 0; good && i < count; i++)
		good = fill_record(f, t, i);
	if (good && is_private(t))
		action_about(f->db, name, (size_t)count);
	if (good && is_private(t) && f->fast)
		good = write_entry(f, name, count);
	return action_end(f->db, good, f->err) && make_indexes(f);
}

static bool fill_all(struct filling *f)
{
	if (f->fast && !run(f, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
			       "PRAGMA secure_delete = OFF; PRAGMA temp_store = FILE;"
			       "PRAGMA cache_size = -1000000; PRAGMA cache_spill = OFF"))
		return false;
	if (!f->fast)
		db_bulk(f->db, true);
	for (const struct world_table *t = world_tables; t->kind; t++) {
		if (!fill_table(f, t))
			return err_context(f->err, "%s", t->kind->table);
	}
	return true;
}

bool world_fill(const struct world *w, const char *path, bool fast, struct err *err)
{
	struct filling f = { .w = w, .fast = fast, .err = err };
	bool good = db_open(path, DB_CREATE, &f.db, err);

	if (!good)
		return false;
	good = fill_all(&f);
	db_close(f.db);
	arena_done(&f.row);
	arena_done(&f.arena);
	return good;
}
