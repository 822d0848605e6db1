#include <string.h>

#include "base/i18n.h"
#include "check_private.h"
#include "store/record.h"
#include "store/select.h"

/*
 * The records against what the history tells of them, and their search keys
 * against their texts.
 */

enum { FIELDS_MOST = 64 };

static const char *advice_changed(void)
{
	return _("Something other than this program changed the file. Compare it with a "
		 "backup, and put the record right.");
}

struct search {
	const struct kind *kind;
	struct arena arena;
	void *again;
	size_t wrong;
	int64_t first;
};

static bool derive_again(void *context, const void *record, struct err *err)
{
	struct search *s = context;

	(void)err;
	arena_reset(&s->arena);
	memcpy(s->again, record, s->kind->size);
	record_derive(s->kind, s->again, &s->arena);
	for (const struct field *f = s->kind->fields; f->type != FIELD_END; f++) {
		if (f->type != FIELD_SEARCH || field_equal(f, record, s->again))
			continue;
		if (s->wrong++ == 0)
			s->first = record_id(record);
	}
	return true;
}

static bool has_search(const struct kind *kind)
{
	const struct field *f = kind->fields;

	while (f->type != FIELD_END && f->type != FIELD_SEARCH)
		f++;
	return f->type != FIELD_END;
}

bool check_search(struct db *db, const struct kind *const *kinds, struct findings *out,
		  struct err *err)
{
	for (; *kinds; kinds++) {
		const struct select all = { .kind = *kinds };
		struct search s = { .kind = *kinds };
		bool good;

		if (!has_search(*kinds))
			continue;
		s.again = arena_alloc(out->arena, (*kinds)->size);
		good = select_each(db, &all, derive_again, &s, err);
		arena_done(&s.arena);
		if (!good)
			return false;
		if (s.wrong > 0)
			finding_add(
				out,
				arena_printf(out->arena,
					     _("%s: %zu cannot be found by their words "
					       "(the first is number %lld)."),
					     _((*kinds)->labels), s.wrong,
					     (long long)s.first),
				_("Open and save each of them, or bring back a "
				  "backup."));
	}
	return true;
}

bool check_words(struct db *db, struct findings *out, struct err *err)
{
	struct stmt s;
	int code;

	if (db->read_only)
		return true;
	if (!stmt_open(db,
		       "SELECT name FROM sqlite_schema WHERE type = 'table'"
		       "   AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'",
		       &s, err))
		return false;
	while ((code = sqlite3_step(s.raw)) == SQLITE_ROW) {
		const char *table = stmt_text(&s, 0, out->arena);
		const char *name = sql_name(out->arena, table);
		int got = sqlite3_exec(db->raw,
				       arena_printf(out->arena,
						    "INSERT INTO %s (%s, rank) VALUES"
						    " ('integrity-check', 1)",
						    name, name),
				       NULL, NULL, NULL);

		if ((got & 0xff) == SQLITE_CORRUPT)
			finding_add(
				out,
				arena_printf(out->arena,
					     _("The index of words '%s' does not agree "
					       "with the records."),
					     table),
				_("Bring back the newest backup with: bangkom restore "
				  "FILE"));
		else if (got != SQLITE_OK)
			db_fail(db, err);
	}
	if (code != SQLITE_DONE)
		db_fail(db, err);
	stmt_close(&s);
	return err->code == ERR_NONE;
}

static bool number_of(struct db *db, const struct kind *kind, const char *sql,
		      int64_t *out, struct err *err)
{
	struct arena arena = { 0 };
	struct stmt s;
	bool row;

	if (!stmt_open(db, arena_printf(&arena, sql, sql_name(&arena, kind->table)), &s,
		       err)) {
		arena_done(&arena);
		return false;
	}
	stmt_bind_text(&s, ":kind", kind->name);
	row = sqlite3_step(s.raw) == SQLITE_ROW || db_fail(db, err);
	if (row)
		*out = stmt_int(&s, 0);
	stmt_close(&s);
	arena_done(&arena);
	return row;
}

static void add_count(struct findings *out, const struct kind *kind, int64_t count,
		      const char *format)
{
	finding_add(out,
		    arena_printf(out->arena, format, _(kind->labels), (long long)count),
		    advice_changed());
}

/* How many should be there, and do we know of all that are? Keys below 1 << 40
 * were given by a migration, which no entry tells of. */
static bool check_counts(struct db *db, const struct kind *kind, struct findings *out,
			 struct err *err)
{
	int64_t expected = 0, known = 0, strange = 0;

	if (!number_of(db, kind,
		       "SELECT coalesce(sum(CASE op WHEN 'insert' THEN last - first + 1"
		       "                            WHEN 'delete' THEN -1 ELSE 0 END), 0)"
		       "  FROM change WHERE kind = :kind /* %s */",
		       &expected, err) ||
	    !number_of(db, kind,
		       "SELECT count(*) FROM %s t WHERE EXISTS"
		       " (SELECT 1 FROM change c WHERE c.kind = :kind"
		       "    AND c.op = 'insert' AND c.last >= t.id AND c.first <= t.id)",
		       &known, err) ||
	    !number_of(db, kind,
		       "SELECT count(*) FROM %s t WHERE t.id >= 1 << 40 AND NOT EXISTS"
		       " (SELECT 1 FROM change c WHERE c.kind = :kind"
		       "    AND c.op = 'insert' AND c.last >= t.id AND c.first <= t.id)",
		       &strange, err))
		return false;
	if (known < expected)
		add_count(out, kind, expected - known,
			  _("%s: %lld are missing, and nobody deleted them."));
	if (known > expected)
		add_count(
			out, kind, known - expected,
			_("%s: %lld are there, and the history says they were deleted."));
	if (strange > 0)
		add_count(out, kind, strange,
			  _("%s: %lld are there, and the history does not know them."));
	return true;
}

/* The changes of one kind, newest first for each record. */
struct replay {
	struct db *db;
	const struct kind *kind;
	struct arena arena; /* of one record */
	int64_t id;
	bool there;
	void *now, *then;
	uint64_t seen; /* fields that a newer change told of */
	struct findings *out;
};

static bool load_now(struct replay *r, int64_t id, struct err *err)
{
	struct err gone = { 0 };

	arena_reset(&r->arena);
	r->id = id;
	r->seen = 0;
	r->now = arena_alloc(&r->arena, r->kind->size);
	r->then = arena_alloc(&r->arena, r->kind->size);
	r->there = record_load(r->db, r->kind, id, r->now, &r->arena, &gone);
	if (!r->there && gone.code != ERR_NOT_FOUND) {
		*err = gone;
		return false;
	}
	return true;
}

static void compare(struct replay *r, const char *name, const char *value)
{
	const struct field *f = kind_field(r->kind, name);
	uint64_t bit;

	if (!f) /* of a version that had it */
		return;
	bit = UINT64_C(1) << (field_position(r->kind, f) % FIELDS_MOST);
	if (r->seen & bit)
		return;
	r->seen |= bit;
	memcpy(r->then, r->now, r->kind->size);
	if (field_from_stored(f, r->then, value, &r->arena) &&
	    field_equal(f, r->now, r->then))
		return;
	finding_add(r->out,
		    arena_printf(r->out->arena,
				 _("%s number %lld: '%s' is \"%s\", and the history says "
				   "\"%s\"."),
				 _(r->kind->label), (long long)r->id,
				 f->label ? _(f->label) : f->name,
				 field_to_stored(f, r->now, &r->arena), value),
		    advice_changed());
}

static bool replay_one(struct replay *r, const char *after, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(r->db, "SELECT key, value FROM json_each(:json)", &s, err))
		return false;
	stmt_bind_text(s, ":json", *after == '\0' ? "{}" : after);
	while ((step = stmt_step(s, err)) == STMT_ROW)
		compare(r, stmt_text(s, 0, &r->arena), stmt_text(s, 1, &r->arena));
	return step == STMT_DONE;
}

static bool check_values(struct db *db, const struct kind *kind, struct findings *out,
			 struct err *err)
{
	struct replay r = { .db = db, .kind = kind, .out = out };
	struct arena json = { 0 };
	struct stmt s;
	bool good = true;
	int code = SQLITE_DONE;

	if (!stmt_open(db,
		       "SELECT last, after FROM change"
		       " WHERE kind = :kind AND op = 'update'"
		       " ORDER BY last, entry DESC, n DESC",
		       &s, err))
		return false;
	stmt_bind_text(&s, ":kind", kind->name);
	while (good && (code = sqlite3_step(s.raw)) == SQLITE_ROW) {
		int64_t id = stmt_int(&s, 0);

		arena_reset(&json);
		if (id != r.id)
			good = load_now(&r, id, err);
		if (good && r.there)
			good = replay_one(&r, stmt_text(&s, 1, &json), err);
	}
	if (good && code != SQLITE_DONE)
		good = db_fail(db, err);
	stmt_close(&s);
	arena_done(&json);
	arena_done(&r.arena);
	return good;
}

/* Of kinds with private keys the history keeps counts only. */
bool check_history(struct db *db, const struct kind *const *kinds, struct findings *out,
		   struct err *err)
{
	for (; *kinds; kinds++) {
		if ((*kinds)->private_keys)
			continue;
		if (!check_counts(db, *kinds, out, err) ||
		    !check_values(db, *kinds, out, err))
			return false;
	}
	return true;
}
