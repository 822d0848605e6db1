#include "store/history.h"

#include <string.h>

#include "base/clock.h"
#include "store_private.h"

bool history_newest(struct db *db, int64_t *id, char at[20], struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	*id = 0;
	*at = '\0';
	if (!stmt_get(db, "SELECT id, at FROM entry ORDER BY id DESC LIMIT 1", &s, err))
		return false;
	step = stmt_step(s, err);
	if (step == STMT_ROW) {
		struct arena arena = { 0 };
		const char *text = stmt_text(s, 1, &arena);

		*id = stmt_int(s, 0);
		if (strlen(text) < 20)
			memcpy(at, text, strlen(text) + 1);
		arena_done(&arena);
	}
	stmt_reset(s);
	return step != STMT_FAILED;
}

bool history_last_day(struct db *db, struct date *out, struct err *err)
{
	char at[20], local[20];
	int64_t id;

	if (!history_newest(db, &id, at, err))
		return false;
	clock_local(at, local);
	if (strlen(local) > 10)
		local[10] = '\0';
	if (id == 0 || !date_parse_full(local, out))
		*out = DATE_NONE;
	return true;
}

bool history_list(struct db *db, int64_t before, size_t limit, struct arena *arena,
		  struct history_entry **out, size_t *count, struct err *err)
{
	struct history_entry *entries = arena_array(arena, limit + 1, sizeof *entries);
	size_t used = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT id, at, who, name, changes, reverts, reverted_by,"
		      "       folded FROM entry"
		      " WHERE id < :before ORDER BY id DESC LIMIT :limit",
		      &s, err))
		return false;
	stmt_bind_int(s, ":before", before ? before : INT64_MAX);
	stmt_bind_int(s, ":limit", (int64_t)limit);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		entries[used++] = (struct history_entry){
			.id = stmt_int(s, 0),
			.at = stmt_text(s, 1, arena),
			.who = stmt_text(s, 2, arena),
			.name = stmt_text(s, 3, arena),
			.changes = (size_t)stmt_int(s, 4),
			.reverts = stmt_int(s, 5),
			.reverted_by = stmt_int(s, 6),
			.folded = stmt_int(s, 7) != 0,
		};
	}
	if (step == STMT_FAILED)
		return false;
	*out = entries;
	*count = used;
	return true;
}

void read_change(struct stmt *s, struct history_change *out, struct arena *arena)
{
	*out = (struct history_change){
		.kind = stmt_text(s, 0, arena),
		.op = stmt_text(s, 1, arena),
		.first = stmt_int(s, 2),
		.last = stmt_int(s, 3),
		.before = stmt_text(s, 4, arena),
		.after = stmt_text(s, 5, arena),
	};
}

bool history_changes(struct db *db, int64_t entry, struct arena *arena,
		     struct history_change **out, size_t *count, struct err *err)
{
	struct history_change *changes = NULL;
	size_t used = 0, space = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT kind, op, first, last, before, after FROM change"
		      " WHERE entry = :entry ORDER BY n",
		      &s, err))
		return false;
	stmt_bind_int(s, ":entry", entry);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (used == space) {
			size_t wider = space ? 2 * space : 16;

			changes = arena_grow(arena, changes, space * sizeof *changes,
					     wider * sizeof *changes);
			space = wider;
		}
		read_change(s, &changes[used++], arena);
	}
	if (step == STMT_FAILED)
		return false;
	*out = changes;
	*count = used;
	return true;
}
