#include "query.h"

#include "base/err.h"
#include "store/stmt.h"

static bool only_number(struct stmt *s, int64_t *out, struct err *err)
{
	enum stmt_step step = stmt_step(s, err);

	if (step == STMT_FAILED)
		return false;
	*out = step == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return true;
}

bool query_plain(struct db *db, const char *sql, int64_t *out, struct err *err)
{
	struct stmt *s;

	return stmt_get(db, sql, &s, err) && only_number(s, out, err);
}

bool query_one(struct db *db, const char *sql, int64_t a, int64_t *out, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":a", a);
	return only_number(s, out, err);
}

bool query_two(struct db *db, const char *sql, int64_t a, int64_t b, int64_t *out,
	       struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":a", a);
	stmt_bind_int(s, ":b", b);
	return only_number(s, out, err);
}

int64_t answer_one(struct db *db, const char *sql, int64_t a)
{
	struct err err = { 0 };
	int64_t out;

	return query_one(db, sql, a, &out, &err) ? out : 0;
}

int64_t answer_two(struct db *db, const char *sql, int64_t a, int64_t b)
{
	struct err err = { 0 };
	int64_t out;

	return query_two(db, sql, a, b, &out, &err) ? out : 0;
}
