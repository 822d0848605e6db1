#include <math.h>
#include <stdlib.h>

#include "analysis_sql.h"
#include "base/number.h"
#include "domain/analysis.h"
#include "rows.h"
#include "store/stmt.h"

static int64_t level_difference(int64_t self, int64_t superior)
{
	if (self == NUMBER_NONE || superior == NUMBER_NONE)
		return NUMBER_NONE;
	return llabs(self - superior);
}

static void read_person(struct stmt *s, void *row, struct arena *arena)
{
	struct need_person *p = row;

	*p = (struct need_person){
		.person = stmt_int(s, 0),
		.nip = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.unit = stmt_text(s, 3, arena),
		.position = stmt_text(s, 4, arena),
		.required = stmt_number(s, 5),
		.self = stmt_number(s, 6),
		.superior = stmt_number(s, 7),
		.actual = stmt_real(s, 8),
		.gap = stmt_real(s, 9),
		.surplus = stmt_real(s, 10),
		.importance = stmt_real(s, 11),
	};
	p->difference = level_difference(p->self, p->superior);
	p->flagged = p->difference != NUMBER_NONE && p->difference >= NEED_APART;
}

bool need_people(struct db *db, const struct need_scope *scope, struct arena *arena,
		 struct need_person **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct need_person),
				 .read = read_person };
	struct stmt *s;

	if (!need_stmt(db,
		       NEED_EVERYBODY
		       " SELECT p.id, p.nip, p.name, coalesce(u.name, ''), p.position,"
		       "        j.required / 100, j.self, j.superior, j.actual / 100.0,"
		       "        " NEED_GAP " / 100.0 AS gap,"
		       "        max(0, actual - required) / 100.0, j.importance"
		       "   FROM judged j JOIN persons p ON p.id = j.person"
		       "   LEFT JOIN units u ON u.id = p.unit"
		       "  WHERE j.competency = :competency AND " NEED_IN_UNIT
		       "  ORDER BY gap DESC, p.search, p.id",
		       scope->survey, &s, err))
		return false;
	stmt_bind_int(s, ":competency", scope->competency);
	stmt_bind_int(s, ":unit", scope->unit);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct need_person *)list.rows;
	*count = list.count;
	return true;
}

static void read_position(struct stmt *s, void *row, struct arena *arena)
{
	*(struct need_position *)row = (struct need_position){
		.position = stmt_text(s, 0, arena),
		.people = stmt_int(s, 1),
		.competencies = stmt_int(s, 2),
	};
}

bool need_unstandardised(struct db *db, int64_t survey, int64_t unit, struct arena *arena,
			 struct need_position **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct need_position),
				 .read = read_position };
	struct stmt *s;

	if (!need_stmt(db,
		       NEED_EVERYBODY
		       " SELECT j.position, count(DISTINCT j.person) AS people,"
		       "        count(DISTINCT j.competency)"
		       "   FROM judged j WHERE j.required IS NULL AND " NEED_IN_UNIT
		       "  GROUP BY j.position ORDER BY people DESC, j.position",
		       survey, &s, err))
		return false;
	stmt_bind_int(s, ":unit", unit);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct need_position *)list.rows;
	*count = list.count;
	return true;
}

bool jpm_of_person(struct db *db, int64_t survey, int64_t person, double *jpm,
		   int64_t *levels, struct err *err)
{
	struct stmt *s;

	if (!need_stmt(db,
		       NEED_MEASURED " SELECT sum(actual), sum(required), count(*)"
				     "   FROM judged j WHERE j.person = :person",
		       survey, &s, err))
		return false;
	stmt_bind_int(s, ":person", person);
	if (stmt_step(s, err) == STMT_FAILED)
		return false;
	*jpm = need_percent(stmt_int(s, 0), stmt_int(s, 1));
	*levels = stmt_int(s, 2);
	stmt_reset(s);
	return true;
}
