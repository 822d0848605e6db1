#include "base/i18n.h"
#include "store_private.h"

/*
 * What the history keeps of records with private keys. Their keys stand in an
 * entry only while it is the newest that added any, because an undo has to
 * find them; then they go, and entries about the same of one day become one.
 */
struct counted {
	int64_t id;
	const char *about, *at, *who;
	int64_t counted, changes;
	bool reverted; /* it was undone, or is an undo */
};

static bool run_one(struct db *db, const char *sql, int64_t a, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":a", a);
	return stmt_step(s, err) == STMT_DONE;
}

static bool run_two(struct db *db, const char *sql, int64_t a, int64_t b, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":a", a);
	stmt_bind_int(s, ":b", b);
	return stmt_step(s, err) == STMT_DONE;
}

/* Keys in the order of their numbers, which are random, and not in the order
 * of the rows of a file. */
static bool shuffle(struct db *db, int64_t entry, struct err *err)
{
	int64_t n = db->action.now.n;

	return run_two(db,
		       "INSERT INTO change"
		       " SELECT entry, :b + row_number() OVER (ORDER BY kind, first),"
		       "        kind, op, first, last, before, after, private FROM change"
		       "  WHERE entry = :a AND private = 1 AND op = 'insert' AND n <= :b",
		       entry, n, err) &&
	       run_two(db,
		       "DELETE FROM change WHERE entry = :a AND private = 1"
		       " AND op = 'insert' AND n <= :b",
		       entry, n, err);
}

static bool load(struct db *db, int64_t id, struct arena *arena, struct counted *out,
		 struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT about, at, who, counted, changes,"
		      "       reverts IS NOT NULL OR reverted_by IS NOT NULL"
		      "       OR EXISTS (SELECT 1 FROM entry u WHERE u.reverts = e.id)"
		      "  FROM entry e WHERE id = :id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":id", id);
	if (stmt_step(s, err) != STMT_ROW)
		return false;
	*out = (struct counted){
		.id = id,
		.about = stmt_text(s, 0, arena),
		.at = stmt_text(s, 1, arena),
		.who = stmt_text(s, 2, arena),
		.counted = stmt_int(s, 3),
		.changes = stmt_int(s, 4),
		.reverted = stmt_int(s, 5) != 0,
	};
	stmt_reset(s);
	return true;
}

/* The folded entry that this one is added to; 0 for none. */
static bool find_like(struct db *db, const struct counted *e, int64_t *id,
		      struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT id FROM entry WHERE folded = 1 AND about = :about"
		      " AND at = :at AND who = :who AND id <> :id"
		      " AND reverts IS NULL AND reverted_by IS NULL LIMIT 1",
		      &s, err))
		return false;
	stmt_bind_text(s, ":about", e->about);
	stmt_bind_text(s, ":at", e->at);
	stmt_bind_text(s, ":who", e->who);
	stmt_bind_int(s, ":id", e->id);
	step = stmt_step(s, err);
	*id = step == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return step != STMT_FAILED;
}

static bool rename_entry(struct db *db, const struct counted *e, struct arena *arena,
			 struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      "UPDATE entry SET folded = 1, name = :name, counted = :counted,"
		      " changes = :changes WHERE id = :id",
		      &s, err))
		return false;
	/* TRANSLATORS: "Feedback sheets of PRJ26, REAKSI: 12 added" */
	stmt_bind_text(s, ":name",
		       arena_printf(arena, _("%s: %d added"), e->about, (int)e->counted));
	stmt_bind_int(s, ":counted", e->counted);
	stmt_bind_int(s, ":changes", e->changes);
	stmt_bind_int(s, ":id", e->id);
	return stmt_step(s, err) == STMT_DONE;
}

/* What an entry did beside adding private records goes along with it. */
static bool join(struct db *db, const struct counted *e, struct counted *into,
		 struct arena *arena, struct err *err)
{
	into->counted += e->counted;
	into->changes += e->changes;
	return run_two(db,
		       "UPDATE change SET entry = :a,"
		       " n = n + (SELECT coalesce(max(n), 0) FROM change WHERE entry = "
		       ":a)"
		       " WHERE entry = :b",
		       into->id, e->id, err) &&
	       run_one(db, "DELETE FROM entry WHERE id = :a", e->id, err) &&
	       rename_entry(db, into, arena, err);
}

static bool fold(struct db *db, int64_t id, struct err *err)
{
	struct arena arena = { 0 };
	struct counted e = { 0 }, like = { 0 };
	int64_t other = 0;
	bool good;

	good = run_one(db, "DELETE FROM change WHERE entry = :a AND private = 1", id,
		       err) &&
	       load(db, id, &arena, &e, err);
	if (good && (*e.about == '\0' || e.reverted))
		good = run_one(db, "UPDATE entry SET folded = 1 WHERE id = :a", id, err);
	else if (good && (good = find_like(db, &e, &other, err)))
		good = other == 0 ? rename_entry(db, &e, &arena, err)
				  : load(db, other, &arena, &like, err) &&
					    join(db, &e, &like, &arena, err);
	arena_done(&arena);
	return good;
}

/* One entry before `this` that still names keys of what it added, or that an
 * undo of such a one names; 0 for none. */
static bool next(struct db *db, int64_t this, int64_t *id, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT c.entry FROM change c JOIN entry e ON e.id = c.entry"
		      "  LEFT JOIN entry u ON u.id = e.reverts"
		      "  LEFT JOIN entry r ON r.id = e.reverted_by"
		      " WHERE c.private = 1 AND c.entry <> :this"
		      "   AND (c.op = 'insert' OR u.folded = 1 OR r.folded = 1)"
		      " LIMIT 1",
		      &s, err))
		return false;
	stmt_bind_int(s, ":this", this);
	step = stmt_step(s, err);
	*id = step == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return step != STMT_FAILED;
}

bool history_fold(struct db *db, struct err *err)
{
	int64_t this = db->action.now.entry, id = 0;

	/* An undo or a redo still belongs to the entry it turns round. */
	if (db->action.reverts != 0)
		return true;
	do {
		if (!next(db, this, &id, err) || (id != 0 && !fold(db, id, err)))
			return false;
	} while (id != 0);
	return db->action.count_only ? fold(db, this, err) : shuffle(db, this, err);
}
