#include "store/history.h"

#include "store_private.h"

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
