#include "store_private.h"

bool counts_flush(struct db *db, struct err *err)
{
	struct range waiting = db->action.now.count;

	db->action.now.count.kind = NULL;
	if (!waiting.kind)
		return true;
	for (const char *const *sql = waiting.kind->counted; *sql; sql++) {
		struct stmt *s;

		if (!stmt_get(db, *sql, &s, err))
			return false;
		stmt_bind_int(s, ":first", waiting.first);
		stmt_bind_int(s, ":last", waiting.last);
		if (stmt_step(s, err) != STMT_DONE)
			return false;
	}
	return true;
}

bool counts_before(struct db *db, const struct kind *kind, struct err *err)
{
	const struct kind *waiting = db->action.now.count.kind;

	return waiting == kind || counts_flush(db, err);
}

bool counts_added(struct db *db, const struct kind *kind, int64_t id, struct err *err)
{
	struct range *waiting = &db->action.now.count;

	if (!kind->counted)
		return true;
	if (waiting->kind == kind && waiting->last + 1 == id) {
		waiting->last = id;
		return true;
	}
	if (!counts_flush(db, err))
		return false;
	*waiting = (struct range){ kind, id, id };
	return true;
}
