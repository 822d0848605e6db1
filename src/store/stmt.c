#include "store/stmt.h"
#include "store/db.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/bug.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/number.h"
#include "store_private.h"

static size_t address_bucket(const void *p)
{
	return (size_t)((uintptr_t)p >> 4) % STMT_BUCKETS;
}

static uint32_t text_hash(const char *text)
{
	uint32_t hash = 2166136261u;

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

/* Record it, and keep it for those whom the caller does not tell. */
static bool failed(struct db *db, struct err *err)
{
	db_fail(db, err);
	if (db->failed.code == ERR_NONE)
		db->failed = *err;
	return false;
}

bool stmt_open(struct db *db, const char *sql, struct stmt *out, struct err *err)
{
	sqlite3_stmt *raw = NULL;

	if (sqlite3_prepare_v2(db->raw, sql, -1, &raw, NULL) != SQLITE_OK)
		return failed(db, err);
	*out = (struct stmt){ .db = db, .raw = raw, .text = sql };
	return true;
}

void stmt_close(struct stmt *s)
{
	sqlite3_finalize(s->raw);
	s->raw = NULL;
}

void stmts_close(struct db *db)
{
	for (size_t i = 0; i < STMT_BUCKETS; i++) {
		for (struct stmt *s = db->stmts[i]; s != NULL; s = s->next)
			stmt_close(s);
	}
	for (size_t i = 0; i < COMPOSED_MOST; i++) {
		stmt_close(&db->composed[i].stmt);
		free(db->composed[i].text);
	}
	for (struct kind_sql *k = db->kinds; k != NULL; k = k->later)
		sqlite3_finalize(k->insert);
}

bool stmt_get(struct db *db, const char *sql, struct stmt **out, struct err *err)
{
	struct stmt **bucket = &db->stmts[address_bucket(sql)];
	struct stmt *s;

	for (s = *bucket; s != NULL; s = s->next) {
		if (s->text != sql)
			continue;
		BUG_ON(strcmp(sqlite3_sql(s->raw), sql) != 0);
		sqlite3_reset(s->raw);
		sqlite3_clear_bindings(s->raw);
		*out = s;
		return true;
	}
	s = ARENA_NEW(&db->arena, struct stmt);
	if (!stmt_open(db, sql, s, err))
		return false;
	s->next = *bucket;
	*bucket = s;
	*out = s;
	return true;
}

static void make_fresh(struct composed *c, unsigned long use)
{
	sqlite3_reset(c->stmt.raw);
	sqlite3_clear_bindings(c->stmt.raw);
	c->used = use;
}

bool stmt_composed(struct db *db, const char *sql, struct stmt **out, struct err *err)
{
	uint32_t hash = text_hash(sql);
	struct composed *oldest = &db->composed[0];
	struct stmt fresh;

	db->composed_uses++;
	for (struct composed *c = db->composed; c < db->composed + COMPOSED_MOST; c++) {
		if (c->text && c->hash == hash && strcmp(c->text, sql) == 0) {
			make_fresh(c, db->composed_uses);
			*out = &c->stmt;
			return true;
		}
		if (c->used < oldest->used)
			oldest = c;
	}
	if (!stmt_open(db, sql, &fresh, err))
		return false;
	stmt_close(&oldest->stmt);
	free(oldest->text);
	*oldest = (struct composed){ fresh, strdup(sql), hash, db->composed_uses };
	BUG_ON(!oldest->text);
	oldest->stmt.text = oldest->text;
	*out = &oldest->stmt;
	return true;
}

static int parameter(struct stmt *s, const char *name)
{
	int at = sqlite3_bind_parameter_index(s->raw, name);

	if (at == 0)
		bug("no parameter %s in: %s", name, s->text);
	return at;
}

void stmt_bind_text(struct stmt *s, const char *name, const char *value)
{
	sqlite3_bind_text(s->raw, parameter(s, name), value, -1, SQLITE_STATIC);
}

void stmt_bind_int(struct stmt *s, const char *name, int64_t value)
{
	if (value == NUMBER_NONE)
		sqlite3_bind_null(s->raw, parameter(s, name));
	else
		sqlite3_bind_int64(s->raw, parameter(s, name), value);
}

void stmt_bind_real(struct stmt *s, const char *name, double value)
{
	sqlite3_bind_double(s->raw, parameter(s, name), value);
}

enum stmt_step stmt_step(struct stmt *s, struct err *err)
{
	int code;

	if (!action_holds(s->db, s->raw, err))
		return STMT_FAILED;
	s->db->deadline = clock_ms() + s->db->step_ms;
	code = sqlite3_step(s->raw);
	s->db->deadline = 0;
	if (code == SQLITE_ROW)
		return STMT_ROW;
	if (code == SQLITE_DONE) {
		sqlite3_reset(s->raw);
		return STMT_DONE;
	}
	failed(s->db, err);
	sqlite3_reset(s->raw);
	return STMT_FAILED;
}

void stmt_reset(struct stmt *s)
{
	sqlite3_reset(s->raw);
}

int64_t stmt_int(struct stmt *s, int column)
{
	return sqlite3_column_int64(s->raw, column);
}

int64_t stmt_number(struct stmt *s, int column)
{
	if (sqlite3_column_type(s->raw, column) == SQLITE_NULL)
		return NUMBER_NONE;
	return sqlite3_column_int64(s->raw, column);
}

double stmt_real(struct stmt *s, int column)
{
	if (sqlite3_column_type(s->raw, column) == SQLITE_NULL)
		return (double)NAN;
	return sqlite3_column_double(s->raw, column);
}

const char *stmt_text(struct stmt *s, int column, struct arena *arena)
{
	const char *text = (const char *)sqlite3_column_text(s->raw, column);

	return text == NULL ? "" : arena_strdup(arena, text);
}

struct date stmt_date(struct stmt *s, int column)
{
	const char *text = (const char *)sqlite3_column_text(s->raw, column);
	struct date day = DATE_NONE;

	return text != NULL && date_from_iso(text, &day) ? day : DATE_NONE;
}

bool db_run(struct db *db, const char *sql, struct err *err)
{
	if (sqlite3_exec(db->raw, sql, NULL, NULL, NULL) != SQLITE_OK)
		return db_fail(db, err);
	return true;
}

bool db_number(struct db *db, const char *sql, int64_t *out, struct err *err)
{
	struct stmt s;
	bool row;

	if (!stmt_open(db, sql, &s, err))
		return false;
	row = stmt_step(&s, err) == STMT_ROW;
	if (row)
		*out = stmt_int(&s, 0);
	stmt_close(&s);
	return row;
}

bool db_note_get(struct db *db, const char *name, struct arena *arena, const char **value,
		 struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, "SELECT value FROM note WHERE name = :name", &s, err))
		return false;
	stmt_bind_text(s, ":name", name);
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	*value = step == STMT_ROW ? stmt_text(s, 0, arena) : "";
	stmt_reset(s);
	return true;
}

bool db_note_set(struct db *db, const char *name, const char *value, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      "INSERT INTO note (name, value) VALUES (:name, :value)"
		      " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
		      &s, err))
		return false;
	stmt_bind_text(s, ":name", name);
	stmt_bind_text(s, ":value", value);
	return stmt_step(s, err) == STMT_DONE;
}
