#ifndef TESTS_UNIT_THING_H
#define TESTS_UNIT_THING_H

#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/kind.h"
#include "base/number.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"
#include "store/stmt.h"

/* A kind of the test's own, with a field of every type. */
struct thing {
	int64_t id;
	const char *code, *name, *note, *nip, *time, *choice;
	int64_t count, decimal, money, yes, other;
	struct date day;
	const char *search;
};

static const struct choice choices[] = { { "a", "Alpha", 'a' }, { NULL, NULL, 0 } };

/* clang-format off */
#define FIELD_OF thing
static const struct field fields[] = {
	FIELD(FIELD_TEXT, code, .flags = FIELD_KEY | FIELD_SORT, .label = "Code", .most = 20),
	FIELD(FIELD_TEXT, name, .label = "Name"),
	FIELD(FIELD_NOTE, note, .label = "Note"),
	FIELD(FIELD_NIP, nip, .label = "NIP"),
	FIELD(FIELD_TIME, time, .label = "Time"),
	FIELD(FIELD_CHOICE, choice, .label = "Choice", .choices = choices),
	FIELD(FIELD_INT, count, .flags = FIELD_SORT, .label = "Count"),
	FIELD(FIELD_DECIMAL, decimal, .label = "Decimal"),
	FIELD(FIELD_MONEY, money, .label = "Money"),
	FIELD(FIELD_BOOL, yes, .label = "Yes"),
	FIELD(FIELD_REF, other, .label = "Other", .refers = "thing"),
	FIELD(FIELD_DATE, day, .flags = FIELD_SORT, .label = "Day"),
	FIELD(FIELD_SEARCH, search, .label = "Search", .refers = "code,name"),
	{ .type = FIELD_END },
};
/* clang-format on */

static const struct kind thing_kind = {
	.name = "thing",
	.table = "things",
	.label = "Thing",
	.labels = "Things",
	.size = sizeof(struct thing),
	.fields = fields,
	.title = "code",
	.order = "code",
};

/* A second kind, whose records belong to things. */
struct part {
	int64_t id;
	int64_t thing;
	const char *code;
};

/* clang-format off */
#undef FIELD_OF
#define FIELD_OF part
static const struct field part_fields[] = {
	FIELD(FIELD_REF, thing, .flags = FIELD_KEY | FIELD_PARENT, .label = "Thing",
	      .refers = "thing"),
	FIELD(FIELD_TEXT, code, .flags = FIELD_KEY | FIELD_SORT, .label = "Code"),
	{ .type = FIELD_END },
};
/* clang-format on */

static const struct kind part_kind = {
	.name = "part",
	.table = "parts",
	.label = "Part",
	.labels = "Parts",
	.size = sizeof(struct part),
	.fields = part_fields,
	.title = "code",
	.order = "code",
};

static const struct kind *const kinds_here[] = { &thing_kind, &part_kind, NULL };

static struct arena a;
static struct db *db;
static struct err err;
static char path[64];

static inline void open_file(enum db_mode mode)
{
	ck_assert_msg(db_open(path, mode, &db, &err), "%s", err.text);
}

static inline void start(void)
{
	err = (struct err){ 0 };
	snprintf(path, sizeof path, "/tmp/bangkom-test-%ld.db", (long)getpid());
	unlink(path);
	open_file(DB_CREATE);
	ck_assert(db_run(db,
			 "CREATE TABLE things (id INTEGER PRIMARY KEY, code TEXT NOT NULL,"
			 " name TEXT NOT NULL, note TEXT NOT NULL, nip TEXT NOT NULL,"
			 " time TEXT NOT NULL, choice TEXT NOT NULL, count INTEGER,"
			 " decimal INTEGER, money INTEGER, yes INTEGER NOT NULL,"
			 " other INTEGER REFERENCES things (id),"
			 " day TEXT CHECK (day IS date(day, '+0 days')),"
			 " search TEXT NOT NULL) STRICT;"
			 "CREATE UNIQUE INDEX things_key ON things (code);"
			 "CREATE TABLE parts (id INTEGER PRIMARY KEY,"
			 " thing INTEGER REFERENCES things (id), code TEXT NOT NULL) STRICT;"
			 "CREATE UNIQUE INDEX parts_key ON parts (thing, code)",
			 &err));
}

static inline void done(void)
{
	db_close(db);
	unlink(path);
	arena_done(&a);
}

static inline struct thing make(const char *code, int64_t count)
{
	struct thing t;

	record_init(&thing_kind, &t);
	t.code = code;
	t.name = "Nama";
	t.count = count;
	record_derive(&thing_kind, &t, &a);
	return t;
}

static inline int64_t insert(const char *code, int64_t count)
{
	struct thing t = make(code, count);

	ck_assert(action_begin(db, "insert", &err));
	ck_assert_msg(record_insert(db, &thing_kind, &t, &err), "%s", err.text);
	ck_assert(action_commit(db, &err));
	return t.id;
}

static inline struct thing load(int64_t id)
{
	struct thing t;

	ck_assert_msg(record_load(db, &thing_kind, id, &t, &a, &err), "%s", err.text);
	return t;
}

static inline void rename_to(int64_t id, const char *name)
{
	struct thing old = load(id), now = old;

	now.name = name;
	record_derive(&thing_kind, &now, &a);
	ck_assert(action_begin(db, "rename", &err));
	ck_assert_msg(record_update(db, &thing_kind, &old, &now, &err), "%s", err.text);
	ck_assert(action_commit(db, &err));
}

/* Within an open action; the key. */
static inline int64_t add_thing(const char *code)
{
	struct thing t = make(code, 1);

	ck_assert_msg(record_insert(db, &thing_kind, &t, &err), "%s", err.text);
	return t.id;
}

static inline int64_t add_part(int64_t thing, const char *code)
{
	struct part p = { .thing = thing, .code = code };

	ck_assert_msg(record_insert(db, &part_kind, &p, &err), "%s", err.text);
	return p.id;
}

static inline bool exists(int64_t id)
{
	struct thing t;

	return record_load(db, &thing_kind, id, &t, &a, &err);
}

static inline const char *pragma(const char *sql)
{
	struct stmt *s;
	const char *text;

	ck_assert(stmt_get(db, sql, &s, &err));
	ck_assert_int_eq(stmt_step(s, &err), STMT_ROW);
	text = stmt_text(s, 0, &a);
	stmt_reset(s);
	return text;
}

#endif
