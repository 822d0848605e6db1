#include "domain/analysis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis_sql.h"
#include "base/settings.h"
#include "domain/survey.h"
#include "rows.h"
#include "store/db.h"
#include "store/record.h"
#include "store/stmt.h"

bool need_stmt(struct db *db, const char *sql, int64_t survey, struct stmt **out,
	       struct err *err)
{
	if (survey == 0 && !survey_current(db, &survey, err))
		return false;
	if (!stmt_get(db, sql, out, err))
		return false;
	stmt_bind_int(*out, ":survey", survey);
	stmt_bind_int(*out, ":weight", db_settings(db)->need_weight_self);
	stmt_bind_int(*out, ":apart", NEED_APART);
	return true;
}

double need_percent(int64_t part, int64_t whole)
{
	return whole == 0 ? (double)NAN : 100.0 * (double)part / (double)whole;
}

bool need_survey(struct db *db, int64_t id, struct arena *arena, struct survey *out,
		 struct err *err)
{
	if (id == 0 && !survey_current(db, &id, err))
		return false;
	if (id != 0)
		return record_load(db, &survey_kind, id, out, arena, err);
	record_init(&survey_kind, out);
	return true;
}

static void read_need(struct stmt *s, void *row, struct arena *arena)
{
	struct need_row *r = row;

	*r = (struct need_row){
		.competency = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.respondents = stmt_int(s, 3),
		.required = stmt_real(s, 4),
		.actual = stmt_real(s, 5),
		.gap = stmt_real(s, 6),
		.surplus = stmt_real(s, 7),
		.gap_1_or_more = stmt_int(s, 8),
		.not_competent = stmt_int(s, 9),
		.flagged = stmt_int(s, 10),
		.importance = stmt_real(s, 11),
		.jpm = need_percent(stmt_int(s, 12), stmt_int(s, 13)),
		.dif = need_dif(stmt_text(s, 14, arena), stmt_text(s, 15, arena),
				stmt_text(s, 16, arena)),
		.usg = need_usg(stmt_number(s, 17), stmt_number(s, 18),
				stmt_number(s, 19)),
	};
	r->share = need_percent(r->not_competent, r->respondents);
	r->priority = r->gap * r->importance;
}

#define NEED_SQL                                                                        \
	NEED_MEASURED                                                                   \
	" SELECT c.id, c.code, c.name, m.n, m.required, m.actual, m.gap, m.surplus,"    \
	"        m.one, m.less, m.flagged, m.importance, m.actual_sum, m.required_sum," \
	"        coalesce(d.difficulty, ''), coalesce(d.weight, ''),"                   \
	"        coalesce(d.frequency, ''), d.urgency, d.seriousness, d.growth"         \
	"   FROM (SELECT j.competency, count(*) AS n, avg(required) / 100 AS required," \
	"                avg(actual) / 100 AS actual, avg(" NEED_GAP ") / 100 AS gap,"  \
	"                avg(max(0, actual - required)) / 100 AS surplus,"              \
	"                sum(required - actual >= 100) AS one,"                         \
	"                sum(actual < required) AS less, sum(coalesce(flagged, 0)) AS " \
	"flagged,"                                                                      \
	"                avg(importance) AS importance, sum(actual) AS actual_sum,"     \
	"                sum(required) AS required_sum"                                 \
	"           FROM judged j WHERE " NEED_IN_UNIT "  GROUP BY j.competency) m"     \
	"   JOIN competencies c ON c.id = m.competency"                                 \
	"   LEFT JOIN decisions d ON d.survey = :survey AND d.competency = c.id"

bool need_list(struct db *db, int64_t survey, int64_t unit, struct arena *arena,
	       struct need_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct need_row), .read = read_need };
	struct stmt *s;

	if (!need_stmt(db, NEED_SQL, survey, &s, err))
		return false;
	stmt_bind_int(s, ":unit", unit);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct need_row *)list.rows;
	*count = list.count;
	for (size_t i = 0; i < *count; i++)
		(*out)[i].band = need_band_of((*out)[i].share, db_settings(db));
	need_sort(*out, *count, NEED_BY_PRIORITY);
	return true;
}

/* The higher number first; what is not known comes last. */
static int higher(double a, double b)
{
	if (isnan(a) || isnan(b))
		return isnan(a) - isnan(b);
	return (a < b) - (a > b);
}

static int by_priority(const void *a, const void *b)
{
	const struct need_row *x = a, *y = b;
	int order = higher(x->priority, y->priority);

	return order != 0 ? order : strcmp(x->code, y->code);
}

static int by_dif(const void *a, const void *b)
{
	int order = ((const struct need_row *)b)->dif - ((const struct need_row *)a)->dif;

	return order != 0 ? order : by_priority(a, b);
}

static int by_usg(const void *a, const void *b)
{
	int order = ((const struct need_row *)b)->usg - ((const struct need_row *)a)->usg;

	return order != 0 ? order : by_priority(a, b);
}

static int by_share(const void *a, const void *b)
{
	int order = higher(((const struct need_row *)a)->share,
			   ((const struct need_row *)b)->share);

	return order != 0 ? order : by_priority(a, b);
}

void need_sort(struct need_row *rows, size_t count, enum need_order order)
{
	static int (*const by[])(const void *, const void *) = {
		[NEED_BY_PRIORITY] = by_priority,
		[NEED_BY_DIF] = by_dif,
		[NEED_BY_USG] = by_usg,
		[NEED_BY_SHARE] = by_share,
	};

	if (count > 0)
		qsort(rows, count, sizeof *rows, by[order]);
}
