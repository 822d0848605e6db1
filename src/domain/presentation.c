#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "division_work.h"
#include "domain/assessment.h"
#include "domain/project.h"
#include "query.h"
#include "rows.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

static void read_id(struct stmt *s, void *row, struct arena *arena)
{
	(void)arena;
	*(int64_t *)row = stmt_int(s, 0);
}

/* By the number of their group, so that the seed alone decides. */
static bool project_ids(struct db *db, int64_t programme, struct arena *arena,
			int64_t **ids, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(int64_t), .read = read_id };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT j.id FROM projects j JOIN groups g ON g.id = j.\"group\""
		      " WHERE g.programme = :programme AND j.status <> 'dropped'"
		      " ORDER BY g.number, j.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*ids = (int64_t *)(void *)list.rows;
	*count = list.count;
	return true;
}

static bool put_place(struct db *db, int64_t project, int64_t place, int64_t seed,
		      struct err *err)
{
	struct arena arena = { 0 };
	struct project old, now;
	bool good = record_load(db, &project_kind, project, &old, &arena, err);

	now = old;
	now.presents = place;
	if (seed != NUMBER_NONE)
		now.seed = seed;
	good = good && record_update(db, &project_kind, &old, &now, err);
	arena_done(&arena);
	return good;
}

bool presentation_draw(struct db *db, int64_t programme, int64_t seed, struct err *err)
{
	struct arena arena = { 0 };
	uint64_t state = (uint64_t)seed;
	int64_t *ids;
	size_t *order, count;
	bool good;

	good = action_begin(db,
			    arena_printf(&arena, _("Order of presentation drawn (%lld)"),
					 (long long)seed),
			    err);
	if (good && project_ids(db, programme, &arena, &ids, &count, err)) {
		order = arena_array(&arena, count + 1, sizeof *order);
		for (size_t i = 0; i < count; i++)
			order[i] = i;
		random_order(order, count, &state);
		for (size_t i = 0; good && i < count; i++)
			good = put_place(db, ids[order[i]], (int64_t)i + 1, seed, err);
		good = good && action_commit(db, err);
	} else {
		good = false;
	}
	if (!good)
		action_rollback(db);
	arena_done(&arena);
	return good;
}

/* The project of the same programme that stands next in that direction. */
static bool neighbour(struct db *db, const struct project *p, int way, int64_t *id,
		      struct err *err)
{
	return way < 0 ? query_two(db,
				   "SELECT j.id FROM projects j"
				   "  JOIN groups g ON g.id = j.\"group\""
				   " WHERE g.programme = (SELECT programme FROM groups"
				   "                       WHERE id = :a)"
				   "   AND j.presents < :b"
				   " ORDER BY j.presents DESC, j.id DESC LIMIT 1",
				   p->group, p->presents, id, err)
		       : query_two(db,
				   "SELECT j.id FROM projects j"
				   "  JOIN groups g ON g.id = j.\"group\""
				   " WHERE g.programme = (SELECT programme FROM groups"
				   "                       WHERE id = :a)"
				   "   AND j.presents > :b"
				   " ORDER BY j.presents, j.id LIMIT 1",
				   p->group, p->presents, id, err);
}

static bool swap(struct db *db, const struct project *p, const struct project *q,
		 struct err *err)
{
	struct arena arena = { 0 };
	bool good = action_begin(
		db, arena_printf(&arena, _("Order of presentation: %s"), p->title), err);

	good = good && put_place(db, p->id, q->presents, NUMBER_NONE, err) &&
	       put_place(db, q->id, p->presents, NUMBER_NONE, err) &&
	       action_commit(db, err);
	if (!good)
		action_rollback(db);
	arena_done(&arena);
	return good;
}

bool presentation_move(struct db *db, int64_t project, int way, bool *moved,
		       struct err *err)
{
	struct arena arena = { 0 };
	struct project p, q;
	int64_t other = 0;
	bool good = record_load(db, &project_kind, project, &p, &arena, err);

	if (good && p.presents != NUMBER_NONE)
		good = neighbour(db, &p, way, &other, err);
	if (good && other != 0)
		good = record_load(db, &project_kind, other, &q, &arena, err) &&
		       swap(db, &p, &q, err);
	if (good)
		*moved = other != 0;
	arena_done(&arena);
	return good;
}
