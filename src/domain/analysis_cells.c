#include "analysis_sql.h"
#include "base/settings.h"
#include "domain/analysis.h"
#include "rows.h"
#include "store/db.h"
#include "store/stmt.h"

static void read_cell(struct stmt *s, void *row, struct arena *arena)
{
	struct need_cell *c = row;

	(void)arena;
	*c = (struct need_cell){
		.unit = stmt_int(s, 0),
		.competency = stmt_int(s, 1),
		.respondents = stmt_int(s, 2),
		.gap = stmt_real(s, 3),
		.gap_1_or_more = stmt_int(s, 4),
		.not_competent = stmt_int(s, 5),
		.flagged = stmt_int(s, 6),
	};
	c->share = need_percent(c->not_competent, c->respondents);
}

bool need_cells(struct db *db, int64_t survey, struct arena *arena,
		struct need_cell **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct need_cell), .read = read_cell };
	struct stmt *s;

	/* First what people of a unit say, then that added up along the tree. */
	if (!need_stmt(db,
		       NEED_MEASURED ", own AS ("
				     "  SELECT j.unit, j.competency, count(*) AS n,"
				     "         sum(" NEED_GAP ") AS gap,"
				     "         sum(required - actual >= 100) AS one,"
				     "         sum(actual < required) AS less,"
				     "         sum(coalesce(flagged, 0)) AS flagged"
				     "    FROM judged j GROUP BY j.unit, j.competency)"
				     " SELECT b.root, o.competency, sum(o.n),"
				     "        sum(o.gap) / 100.0 / sum(o.n), sum(o.one),"
				     "        sum(o.less), sum(o.flagged)"
				     "   FROM own o JOIN below b ON b.unit = o.unit"
				     "   JOIN competencies c ON c.id = o.competency"
				     "   LEFT JOIN units u ON u.id = b.root"
				     "  GROUP BY b.root, o.competency"
				     "  ORDER BY u.code IS NULL, u.code, c.code",
		       survey, &s, err))
		return false;
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct need_cell *)list.rows;
	*count = list.count;
	return true;
}

static void read_unit(struct stmt *s, void *row, struct arena *arena)
{
	struct need_unit *u = row;

	*u = (struct need_unit){
		.unit = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.respondents = stmt_int(s, 3),
		.levels = stmt_int(s, 4),
		.gap = stmt_real(s, 5),
		.not_competent = stmt_int(s, 6),
		.jpm = need_percent(stmt_int(s, 7), stmt_int(s, 8)),
		.flagged = stmt_int(s, 9),
	};
	u->share = need_percent(u->not_competent, u->levels);
}

bool need_units(struct db *db, int64_t survey, struct arena *arena,
		struct need_unit **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct need_unit), .read = read_unit };
	struct stmt *s;

	if (!need_stmt(db,
		       NEED_MEASURED
		       ", own AS ("
		       "  SELECT j.unit, count(DISTINCT j.person) AS people,"
		       "         count(*) AS n, sum(" NEED_GAP ") AS gap,"
		       "         sum(actual < required) AS less,"
		       "         sum(actual) AS actual,"
		       "         sum(required) AS required,"
		       "         sum(coalesce(flagged, 0)) AS flagged"
		       "    FROM judged j GROUP BY j.unit)"
		       " SELECT b.root, coalesce(u.code, ''),"
		       "        coalesce(u.name, ''), sum(o.people), sum(o.n),"
		       "        sum(o.gap) / 100.0 / sum(o.n), sum(o.less),"
		       "        sum(o.actual), sum(o.required), sum(o.flagged)"
		       "   FROM own o JOIN below b ON b.unit = o.unit"
		       "   LEFT JOIN units u ON u.id = b.root"
		       "  GROUP BY b.root ORDER BY u.code IS NULL, u.code",
		       survey, &s, err))
		return false;
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct need_unit *)list.rows;
	*count = list.count;
	for (size_t i = 0; i < *count; i++)
		(*out)[i].band = need_band_of((*out)[i].share, db_settings(db));
	return true;
}
