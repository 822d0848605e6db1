#include "base/clock.h"
#include "store/history.h"
#include "store_private.h"

bool draft_put(struct db *db, const char *key, const char *text, struct err *err)
{
	struct stmt *s;
	char at[20];

	if (!stmt_get(db,
		      "INSERT INTO draft (key, at, text) VALUES (:key, :at, :text)"
		      " ON CONFLICT (key) DO UPDATE SET at = excluded.at, text = "
		      "excluded.text",
		      &s, err))
		return false;
	clock_stamp(at);
	stmt_bind_text(s, ":key", key);
	stmt_bind_text(s, ":at", at);
	stmt_bind_text(s, ":text", text);
	return stmt_step(s, err) == STMT_DONE;
}

bool draft_get(struct db *db, const char *key, struct arena *arena, const char **text,
	       struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, "SELECT text FROM draft WHERE key = :key", &s, err))
		return false;
	stmt_bind_text(s, ":key", key);
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	*text = step == STMT_ROW ? stmt_text(s, 0, arena) : "";
	stmt_reset(s);
	return true;
}

bool draft_drop(struct db *db, const char *key, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, "DELETE FROM draft WHERE key = :key", &s, err))
		return false;
	stmt_bind_text(s, ":key", key);
	return stmt_step(s, err) == STMT_DONE;
}

bool draft_list(struct db *db, struct arena *arena, const char ***keys, size_t *count,
		struct err *err)
{
	const char **out = NULL;
	size_t used = 0, space = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, "SELECT key FROM draft ORDER BY at DESC, key", &s, err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (used == space) {
			size_t wider = space ? 2 * space : 8;

			out = arena_grow(arena, out, space * sizeof *out,
					 wider * sizeof *out);
			space = wider;
		}
		out[used++] = stmt_text(s, 0, arena);
	}
	if (step == STMT_FAILED)
		return false;
	*keys = out;
	*count = used;
	return true;
}
