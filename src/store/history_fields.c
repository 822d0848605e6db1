#include "store/history.h"

#include <string.h>

#include "base/arena.h"
#include "store_private.h"

static const char *object(const char *json)
{
	return *json == '\0' ? "{}" : json;
}

bool history_fields(struct db *db, const struct history_change *change,
		    struct arena *arena, struct history_field **out, size_t *count,
		    struct err *err)
{
	struct history_field *fields = NULL;
	size_t used = 0, space = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT key, max(before), max(after) FROM ("
		      " SELECT key, value AS before, '' AS after FROM json_each(:before)"
		      " UNION ALL SELECT key, '', value FROM json_each(:after))"
		      " GROUP BY key",
		      &s, err))
		return false;
	stmt_bind_text(s, ":before", object(change->before));
	stmt_bind_text(s, ":after", object(change->after));
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (used == space) {
			size_t wider = space ? 2 * space : 16;

			fields = arena_grow(arena, fields, space * sizeof *fields,
					    wider * sizeof *fields);
			space = wider;
		}
		fields[used++] =
			(struct history_field){ .name = stmt_text(s, 0, arena),
						.before = stmt_text(s, 1, arena),
						.after = stmt_text(s, 2, arena) };
	}
	if (step == STMT_FAILED)
		return false;
	*out = fields;
	*count = used;
	return true;
}
