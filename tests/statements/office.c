#include <sqlite3.h>

#include "../../src/store/store_private.h"
#include "base/arena.h"
#include "base/err.h"
#include "domain/kinds.h"
#include "statements.h"
#include "store/check.h"
#include "store/db.h"

static uint64_t mixed(uint64_t sum, const void *bytes, size_t count)
{
	const unsigned char *at = bytes;

	sum = (sum ^ count) * UINT64_C(0x100000001b3);
	for (size_t i = 0; i < count; i++)
		sum = (sum ^ at[i]) * UINT64_C(0x100000001b3); /* FNV-1a */
	return sum;
}

static uint64_t table(struct db *db, const char *name, uint64_t sum)
{
	char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" ORDER BY 1, 2", name);
	sqlite3_stmt *s = NULL;

	if (!sql || sqlite3_prepare_v2(db->raw, sql, -1, &s, NULL) != SQLITE_OK)
		give_up("the rows are read");
	while (sqlite3_step(s) == SQLITE_ROW) {
		for (int i = 0; i < sqlite3_column_count(s); i++) {
			const void *text = sqlite3_column_text(s, i);

			sum = mixed(sum, text ? text : "\001",
				    text ? (size_t)sqlite3_column_bytes(s, i) : 1);
		}
	}
	if (sqlite3_finalize(s) != SQLITE_OK)
		give_up("the rows are read");
	sqlite3_free(sql);
	return sum;
}

uint64_t office_records(struct db *db)
{
	static const char sql[] =
		"SELECT name FROM sqlite_schema WHERE type = 'table'"
		" AND name NOT IN ('entry', 'change', 'draft', 'note')"
		" AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'persons_find%'"
		" AND name NOT IN ('jp_years', 'jp_counts') ORDER BY name";
	sqlite3_stmt *s = NULL;
	uint64_t sum = 0;

	if (sqlite3_prepare_v2(db->raw, sql, -1, &s, NULL) != SQLITE_OK)
		give_up("the tables are read");
	while (sqlite3_step(s) == SQLITE_ROW)
		sum = table(db, (const char *)sqlite3_column_text(s, 0), sum);
	sqlite3_finalize(s);
	return sum;
}

size_t office_findings(struct db *db)
{
	struct arena arena = { 0 };
	struct findings found = { .arena = &arena };
	struct err err = { 0 };
	bool good = check_deep(db, kinds, &found, &err);

	arena_done(&arena);
	return good ? found.count : SIZE_MAX;
}

const char *office_wrong(struct db *db, size_t findings)
{
	if (action_is_open(db) || sqlite3_get_autocommit(db->raw) == 0)
		return "an action is still open";
	return office_findings(db) > findings ? "the deep check finds more than before"
					      : NULL;
}

void office_copy(struct db *db, struct db *from)
{
	sqlite3_backup *copy = sqlite3_backup_init(db->raw, "main", from->raw, "main");

	if (!copy || sqlite3_backup_step(copy, -1) != SQLITE_DONE ||
	    sqlite3_backup_finish(copy) != SQLITE_OK)
		give_up("an office file is copied");
}
