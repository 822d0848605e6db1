#include "store/record.h"

#include <string.h>

#include "base/bug.h"
#include "base/i18n.h"
#include "base/number.h"
#include "store/history.h"
#include "store_private.h"

/* Keys: the site in the upper bits, a number of 40 bits below. */
enum { KEY_BITS = 40 };

const char *sql_name(struct arena *arena, const char *name)
{
	char *out = arena_alloc(arena, 2 * strlen(name) + 3), *put = out;

	*put++ = '"';
	for (; *name != '\0'; name++) {
		if (*name == '"')
			*put++ = '"';
		*put++ = *name;
	}
	*put++ = '"';
	return out;
}

bool field_may_be_null(const struct field *f)
{
	return !field_holds_text(f) && f->type != FIELD_BOOL;
}

static const char *column_list(struct arena *arena, const struct kind *kind)
{
	const char *all = "\"id\"";

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++)
		all = arena_printf(arena, "%s, %s", all, sql_name(arena, f->name));
	return all;
}

static bool prepare_insert(struct db *db, struct kind_sql *k, struct err *err)
{
	struct arena arena = { 0 };
	const char *sql = arena_printf(&arena, "INSERT INTO %s (%s) VALUES (?1",
				       sql_name(&arena, k->kind->table), k->columns);
	int code;

	for (size_t i = 0; i < k->count; i++)
		sql = arena_printf(&arena, "%s, ?%zu", sql, i + 2);
	sql = arena_printf(&arena, "%s)", sql);
	code = sqlite3_prepare_v3(db->raw, sql, -1, SQLITE_PREPARE_PERSISTENT, &k->insert,
				  NULL);
	arena_done(&arena);
	return code == SQLITE_OK || db_fail(db, err);
}

struct kind_sql *kind_sql(struct db *db, const struct kind *kind)
{
	struct kind_sql *k;

	for (k = db->kinds; k; k = k->later) {
		if (k->kind == kind)
			return k;
	}
	k = ARENA_NEW(&db->arena, struct kind_sql);
	k->kind = kind;
	k->count = kind_field_count(kind);
	k->columns = column_list(&db->arena, kind);
	k->load = arena_printf(&db->arena, "SELECT %s FROM %s WHERE \"id\" = :id",
			       k->columns, sql_name(&db->arena, kind->table));
	k->remove = arena_printf(&db->arena, "DELETE FROM %s WHERE \"id\" = :id",
				 sql_name(&db->arena, kind->table));
	k->highest = arena_printf(
		&db->arena,
		"SELECT max(\"id\") FROM %s WHERE \"id\" BETWEEN :first AND :last",
		sql_name(&db->arena, kind->table));
	k->dates = arena_array(&db->arena, k->count + 1, sizeof *k->dates);
	find_compose(k, &db->arena);
	k->later = db->kinds;
	db->kinds = k;
	return k;
}

void bind_field(sqlite3_stmt *raw, int at, const struct field *f, const void *record,
		char date[11])
{
	if (field_may_be_null(f) && field_is_empty(f, record)) {
		sqlite3_bind_null(raw, at);
	} else if (field_holds_text(f)) {
		sqlite3_bind_text(raw, at, field_text(f, record), -1, SQLITE_STATIC);
	} else if (f->type == FIELD_DATE) {
		date_to_iso(field_date(f, record), date);
		sqlite3_bind_text(raw, at, date, 10, SQLITE_STATIC);
	} else {
		sqlite3_bind_int64(raw, at, field_int(f, record));
	}
}

void read_field(sqlite3_stmt *raw, int at, const struct field *f, void *record,
		struct arena *arena)
{
	const char *text;
	struct date day;

	if (sqlite3_column_type(raw, at) == SQLITE_NULL)
		return;
	if (!field_holds_text(f) && f->type != FIELD_DATE) {
		field_set_int(f, record, sqlite3_column_int64(raw, at));
		return;
	}
	text = (const char *)sqlite3_column_text(raw, at);
	if (!text)
		bug("out of memory");
	if (f->type != FIELD_DATE)
		field_set_text(f, record, *text == '\0' ? "" : arena_strdup(arena, text));
	else if (date_from_iso(text, &day))
		field_set_date(f, record, day);
}

void read_record(sqlite3_stmt *raw, const struct kind *kind, void *record,
		 struct arena *arena)
{
	int at = 1;

	record_init(kind, record);
	record_set_id(record, sqlite3_column_int64(raw, 0));
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++)
		read_field(raw, at++, f, record, arena);
}

static bool highest_key(struct db *db, const char *sql, const char *kind, int64_t *key,
			struct err *err)
{
	int64_t first = db->site << KEY_BITS;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, sql, &s, err))
		return false;
	if (kind)
		stmt_bind_text(s, ":kind", kind);
	stmt_bind_int(s, ":first", first);
	stmt_bind_int(s, ":last", first + ((INT64_C(1) << KEY_BITS) - 1));
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	if (step == STMT_ROW && stmt_int(s, 0) > *key)
		*key = stmt_int(s, 0);
	stmt_reset(s);
	return true;
}

/* Keys are never given twice, so those of deleted records count too. */
static bool serial_key(struct db *db, struct kind_sql *k, int64_t *id, struct err *err)
{
	int64_t key = db->site << KEY_BITS;

	if (k->serial != db->action.serial) {
		if (!highest_key(db, k->highest, NULL, &key, err) ||
		    !highest_key(db,
				 "SELECT max(last) FROM change WHERE kind = :kind"
				 " AND op = 'insert' AND last BETWEEN :first AND :last",
				 k->kind->name, &key, err) ||
		    !highest_key(db,
				 "SELECT max(last) FROM change WHERE kind = :kind"
				 " AND op = 'delete' AND last BETWEEN :first AND :last",
				 k->kind->name, &key, err))
			return false;
		k->next = key + 1;
		k->serial = db->action.serial;
	}
	*id = k->next++;
	return true;
}

/* A kind that was not used yet looks its next key up again. */
void keys_mark(struct db *db)
{
	for (struct kind_sql *k = db->kinds; k; k = k->later)
		k->mark = k->serial == db->action.serial ? k->next : 0;
}

void keys_back(struct db *db)
{
	for (struct kind_sql *k = db->kinds; k; k = k->later) {
		if (k->mark == 0)
			k->serial = 0;
		else
			k->next = k->mark;
	}
}

static int64_t random_key(void)
{
	uint64_t key = 0;

	while (key == 0) {
		sqlite3_randomness((int)sizeof key, &key);
		key >>= 2;
	}
	return (int64_t)key;
}

bool record_restore(struct db *db, const struct kind *kind, const void *record,
		    struct err *err)
{
	struct kind_sql *k = kind_sql(db, kind);
	int code, at = 2;

	BUG_ON(!action_is_open(db));
	if ((!k->insert && !prepare_insert(db, k, err)) ||
	    !counts_before(db, kind, err) || !action_holds(db, k->insert, err))
		return false;
	sqlite3_bind_int64(k->insert, 1, record_id(record));
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++, at++)
		bind_field(k->insert, at, f, record, k->dates[at - 2]);
	code = sqlite3_step(k->insert);
	if (code != SQLITE_DONE)
		db_fail(db, err);
	sqlite3_reset(k->insert);
	return code == SQLITE_DONE && find_added(db, kind, record_id(record), err) &&
	       counts_added(db, kind, record_id(record), err) &&
	       change_insert(db, kind, record_id(record), err);
}

bool record_insert(struct db *db, const struct kind *kind, void *record, struct err *err)
{
	struct kind_sql *k = kind_sql(db, kind);
	int64_t id;

	if (kind->private_keys)
		id = random_key();
	else if (!serial_key(db, k, &id, err))
		return false;
	record_set_id(record, id);
	if (record_restore(db, kind, record, err))
		return true;
	record_set_id(record, 0);
	return false;
}

static const char *update_sql(const struct kind *kind, const void *old, const void *now,
			      struct arena *arena)
{
	const char *set = "", *where = "\"id\" = ?1";

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		const char *name = sql_name(arena, f->name);
		size_t at = field_position(kind, f);

		if (field_equal(f, old, now))
			continue;
		set = arena_printf(arena, "%s%s %s = ?%zu", set, *set ? "," : "", name,
				   2 * at + 2);
		if (f->type != FIELD_SEARCH)
			where = arena_printf(arena, "%s AND %s IS ?%zu", where, name,
					     2 * at + 3);
	}
	return arena_printf(arena, "UPDATE %s SET%s WHERE %s",
			    sql_name(arena, kind->table), set, where);
}

static bool run_update(struct db *db, const struct kind *kind, const void *old,
		       const void *now, struct err *err)
{
	struct arena arena = { 0 };
	char(*dates)[11] =
		arena_array(&arena, 2 * kind_field_count(kind) + 1, sizeof *dates);
	struct stmt *s;
	bool good = stmt_composed(db, update_sql(kind, old, now, &arena), &s, err);

	if (good)
		sqlite3_bind_int64(s->raw, 1, record_id(old));
	for (const struct field *f = kind->fields; good && f->type != FIELD_END; f++) {
		size_t at = field_position(kind, f);

		if (field_equal(f, old, now))
			continue;
		bind_field(s->raw, (int)(2 * at + 2), f, now, dates[2 * at]);
		if (f->type != FIELD_SEARCH)
			bind_field(s->raw, (int)(2 * at + 3), f, old, dates[2 * at + 1]);
	}
	good = good && stmt_step(s, err) == STMT_DONE;
	if (good)
		sqlite3_clear_bindings(s->raw);
	arena_done(&arena);
	return good;
}

/* Nothing matched: say which fields somebody else changed, and to what. */
static bool fail_update(struct db *db, const struct kind *kind, const void *old,
			const void *now, struct err *err)
{
	struct arena arena = { 0 };
	struct conflict conflict = { .arena = &arena };
	void *current = arena_alloc(&arena, kind->size);
	bool there = record_load(db, kind, record_id(old), current, &arena, err);

	for (const struct field *f = kind->fields; there && f->type != FIELD_END; f++) {
		if (f->type != FIELD_SEARCH && !field_equal(f, old, now) &&
		    !field_equal(f, old, current))
			conflict_add(&conflict, f, current, now);
	}
	if (conflict.count)
		err_set(err, ERR_CONFLICT,
			_("Nothing was saved: open the record again and decide. "
			  "Somebody else changed meanwhile: %s."),
			conflict.list);
	else if (there)
		err_set(err, ERR_CONFLICT,
			_("Somebody else changed this record meanwhile. Nothing was "
			  "saved. "
			  "Open the record again."));
	arena_done(&arena);
	return false;
}

/* Do the words by which a record is found change? */
static bool words_change(const struct kind *kind, const void *old, const void *now)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_SEARCH && !field_equal(f, old, now))
			return true;
	}
	return false;
}

/* What nothing matched is still found by its words: the caller may go on. */
static bool update_words(struct db *db, const struct kind *kind, const void *old,
			 const void *now, struct err *err)
{
	bool changes = words_change(kind, old, now);

	if (changes && !find_removes(db, kind, record_id(old), err))
		return false;
	if (!run_update(db, kind, old, now, err))
		return false;
	if (sqlite3_changes(db->raw) != 1) {
		if (changes && !find_added(db, kind, record_id(old), err))
			return false;
		return fail_update(db, kind, old, now, err);
	}
	return !changes || find_added(db, kind, record_id(old), err);
}

bool record_update(struct db *db, const struct kind *kind, const void *old,
		   const void *now, struct err *err)
{
	struct arena arena = { 0 };
	struct change_text text = { .op = "update" };
	bool good;

	BUG_ON(!action_is_open(db));
	if (record_equal(kind, old, now))
		return true;
	if (!counts_flush(db, err) || !update_words(db, kind, old, now, err))
		return false;
	text.before = json_fields(kind, old, now, &arena);
	text.after = json_fields(kind, now, old, &arena);
	good = change_add(db, kind, record_id(old), &text, err);
	arena_done(&arena);
	return good;
}

bool record_delete(struct db *db, const struct kind *kind, int64_t id, struct err *err)
{
	struct arena arena = { 0 };
	void *record = arena_alloc(&arena, kind->size);
	struct change_text text = { .op = "delete", .after = "" };
	struct stmt *s;
	bool good;

	BUG_ON(!action_is_open(db));
	good = record_load(db, kind, id, record, &arena, err) &&
	       stmt_get(db, kind_sql(db, kind)->remove, &s, err);
	if (good) {
		stmt_bind_int(s, ":id", id);
		good = counts_flush(db, err) && find_removes(db, kind, id, err) &&
		       stmt_step(s, err) == STMT_DONE;
	}
	if (good) {
		text.before = json_fields(kind, record, NULL, &arena);
		good = change_add(db, kind, id, &text, err);
	}
	arena_done(&arena);
	return good;
}

bool record_load(struct db *db, const struct kind *kind, int64_t id, void *record,
		 struct arena *arena, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, kind_sql(db, kind)->load, &s, err))
		return false;
	stmt_bind_int(s, ":id", id);
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	if (step == STMT_DONE)
		return err_set(err, ERR_NOT_FOUND,
			       _("%s: this record is gone; somebody deleted it."),
			       _(kind->label));
	read_record(s->raw, kind, record, arena);
	stmt_reset(s);
	return true;
}

static const char *find_sql(const struct kind *kind, struct arena *arena)
{
	const char *where = "";
	int at = 1;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!(f->flags & FIELD_KEY))
			continue;
		where = arena_printf(arena, "%s%s %s IS ?%d", where, *where ? " AND" : "",
				     sql_name(arena, f->name), at++);
	}
	return arena_printf(arena, "SELECT \"id\" FROM %s WHERE%s",
			    sql_name(arena, kind->table), where);
}

bool record_find(struct db *db, const struct kind *kind, const void *like, int64_t *id,
		 struct err *err)
{
	struct kind_sql *k = kind_sql(db, kind);
	struct stmt *s;
	enum stmt_step step;
	int at = 1;

	if (!k->find) {
		struct arena arena = { 0 };

		k->find = arena_strdup(&db->arena, find_sql(kind, &arena));
		arena_done(&arena);
	}
	if (!stmt_get(db, k->find, &s, err))
		return false;
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_KEY)
			bind_field(s->raw, at++, f, like,
				   k->dates[field_position(kind, f)]);
	}
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	*id = step == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return true;
}
