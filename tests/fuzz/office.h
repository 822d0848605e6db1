#ifndef TESTS_FUZZ_OFFICE_H
#define TESTS_FUZZ_OFFICE_H

#include <sqlite3.h>
#include <string.h>

#include "../../src/store/store_private.h"
#include "base/err.h"
#include "cli/cli.h"
#include "fuzz.h"
#include "store/db.h"

/* An office file in memory that holds the sample, and how to tell whether it
 * is what it was. */

/* A failure that no input may cause. */
static inline void fuzz_good(bool good, const struct err *err)
{
	if (good)
		return;
	fprintf(stderr, "%s\n", err->text);
	fuzz_broken("no input makes this fail", __FILE__, __LINE__);
}

static inline struct db *office_open(bool sample)
{
	struct err err = { 0 };
	struct db *db = NULL;

	fuzz_good(db_open("", DB_MEMORY, &db, &err), &err);
	fuzz_good(!sample || sample_load(db, &err), &err);
	return db;
}

/* Make `db` hold again what `from` holds. */
static inline void office_copy(struct db *db, struct db *from)
{
	sqlite3_backup *copy = sqlite3_backup_init(db->raw, "main", from->raw, "main");

	PROMISE(copy && sqlite3_backup_step(copy, -1) == SQLITE_DONE);
	PROMISE(sqlite3_backup_finish(copy) == SQLITE_OK);
}

/* Every byte of it; free with sqlite3_free. */
static inline unsigned char *office_bytes(struct db *db, sqlite3_int64 *size)
{
	unsigned char *bytes = sqlite3_serialize(db->raw, "main", size, 0);

	PROMISE(bytes && *size > 0);
	return bytes;
}

/* A sum over a value that tells it from others; eight bytes at a time. */
static inline uint64_t office_mixed(uint64_t sum, const void *bytes, size_t count)
{
	const unsigned char *at = bytes;

	sum = (sum ^ count) * 1099511628211u;
	for (size_t step; count > 0; at += step, count -= step) {
		uint64_t part = 0;

		step = count < sizeof part ? count : sizeof part;
		memcpy(&part, at, step);
		sum = (sum ^ part) * 1099511628211u;
		sum ^= sum >> 29;
	}
	return sum;
}

static inline const char *office_table(struct db *db, const char *name, struct arena *a)
{
	sqlite3_stmt *s = NULL;
	uint64_t sum = 0;
	long long rows = 0;
	const char *sql = arena_printf(a, "SELECT * FROM \"%s\" ORDER BY 1, 2", name);

	PROMISE(sqlite3_prepare_v2(db->raw, sql, -1, &s, NULL) == SQLITE_OK);
	for (; sqlite3_step(s) == SQLITE_ROW; rows++) {
		for (int i = 0; i < sqlite3_column_count(s); i++) {
			const void *text = sqlite3_column_text(s, i);
			int count = sqlite3_column_bytes(s, i);

			sum = office_mixed(sum, text ? text : "\001",
					   text ? (size_t)count : 1);
		}
	}
	PROMISE(sqlite3_finalize(s) == SQLITE_OK);
	return arena_printf(a, "%s: %lld rows, %016llx\n", name, rows,
			    (unsigned long long)sum);
}

/*
 * A line for each table of records: not for history, drafts and notes, nor for
 * the index and the sums, where zeros may stay behind.
 */
static inline const char *office_records(struct db *db, struct arena *a)
{
	static const char sql[] =
		"SELECT name FROM sqlite_schema WHERE type = 'table'"
		" AND name NOT IN ('entry', 'change', 'draft', 'note')"
		" AND name NOT LIKE 'sqlite%'"
		" AND name NOT LIKE 'persons_find%'"
		" AND name NOT IN ('jp_years', 'jp_counts') ORDER BY name";
	sqlite3_stmt *s = NULL;
	const char *all = "";

	PROMISE(sqlite3_prepare_v2(db->raw, sql, -1, &s, NULL) == SQLITE_OK);
	while (sqlite3_step(s) == SQLITE_ROW) {
		const char *name = (const char *)sqlite3_column_text(s, 0);

		all = arena_printf(a, "%s%s", all, office_table(db, name, a));
	}
	PROMISE(sqlite3_finalize(s) == SQLITE_OK);
	return all;
}

/* SQLite's checks and the foreign keys find nothing. */
static inline void office_sound(struct db *db, struct arena *a)
{
	const char *report = "";
	struct err err = { 0 };

	fuzz_good(db_check(db, a, &report, &err), &err);
	if (*report != '\0')
		fprintf(stderr, "%s", report);
	PROMISE(*report == '\0');
	PROMISE(!action_is_open(db));
}

/* The newest entry that stands, or 0. */
static inline int64_t office_newest(struct db *db, bool folded)
{
	struct err err = { 0 };
	int64_t id = 0;

	fuzz_good(db_number(db,
			    folded ? "SELECT coalesce(max(id), 0) FROM entry WHERE folded"
				   : "SELECT coalesce(max(id), 0) FROM entry"
				     " WHERE reverts IS NULL AND reverted_by IS NULL"
				     " AND NOT folded",
			    &id, &err),
		  &err);
	return id;
}

#endif
