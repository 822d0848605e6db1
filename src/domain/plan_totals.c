#include <string.h>

#include "base/number.h"
#include "domain/yearly_plan.h"
#include "plan_sql.h"
#include "rows.h"
#include "store/stmt.h"

/* The plan of a year as a list, and what it costs. */
static void read_total(struct stmt *s, void *row, struct arena *arena)
{
	*(struct plan_total *)row = (struct plan_total){
		.fund = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.quarter = stmt_int(s, 3),
		.items = stmt_int(s, 4),
		.people = stmt_int(s, 5),
		.jp = stmt_int(s, 6),
		.cost = stmt_int(s, 7),
		.approved = stmt_int(s, 8),
		.realised = stmt_int(s, 9),
		.ceiling = stmt_number(s, 10),
		.ceiling_id = stmt_int(s, 11),
	};
}

/* clang-format off */
static const char totals_sql[] =
	"WITH counted AS ("
	"  SELECT coalesce(i.fund, 0) AS fund, i.quarter, i.people, i.jp,"
	"         coalesce(i.cost, 0) AS cost, " PLAN_APPROVED("i") " AS bound,"
	"         i.status = 'realised' AS past"
	"    FROM plan_items i WHERE i.year = :year AND i.status <> 'rejected'),"
	" cells AS (SELECT fund, 0 AS quarter FROM counted"
	"  UNION SELECT fund, quarter FROM counted WHERE quarter IS NOT NULL"
	"  UNION SELECT fund, quarter FROM ceilings WHERE year = :year"
	"  UNION SELECT fund, 0 FROM ceilings WHERE year = :year)"
	"SELECT c.fund, f.code, f.name, c.quarter, count(i.fund),"
	"       sum(i.people), sum(i.jp), sum(i.cost), sum(i.cost * i.bound),"
	"       sum(i.cost * i.past), g.amount, g.id"
	"  FROM cells c LEFT JOIN counted i ON i.fund = c.fund"
	"   AND (c.quarter = 0 OR i.quarter = c.quarter)"
	"  LEFT JOIN funds f ON f.id = c.fund"
	"  LEFT JOIN ceilings g ON g.year = :year AND g.fund = c.fund"
	"   AND g.quarter = c.quarter"
	" GROUP BY c.fund, c.quarter"
	" ORDER BY f.code IS NULL, f.code, c.quarter = 0, c.quarter";
/* clang-format on */

bool plan_totals(struct db *db, int64_t year, struct arena *arena,
		 struct plan_total **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct plan_total), .read = read_total };
	struct stmt *s;

	if (!stmt_get(db, totals_sql, &s, err))
		return false;
	stmt_bind_int(s, ":year", year);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct plan_total *)list.rows;
	*count = list.count;
	return true;
}

int64_t plan_left(const struct plan_total *total)
{
	return total->ceiling == NUMBER_NONE ? NUMBER_NONE
					     : total->ceiling - total->approved;
}

static void read_row(struct stmt *s, void *row, struct arena *arena)
{
	*(struct plan_row *)row = (struct plan_row){
		.id = stmt_int(s, 0),
		.year = stmt_int(s, 1),
		.number = stmt_int(s, 2),
		.title = stmt_text(s, 3, arena),
		.quarter = stmt_number(s, 4),
		.basis = stmt_text(s, 5, arena),
		.competency = stmt_text(s, 6, arena),
		.unit = stmt_text(s, 7, arena),
		.target_group = stmt_text(s, 8, arena),
		.people = stmt_number(s, 9),
		.form = stmt_text(s, 10, arena),
		.jp = stmt_number(s, 11),
		.cost = stmt_number(s, 12),
		.fund = stmt_text(s, 13, arena),
		.provider = stmt_text(s, 14, arena),
		.partner = stmt_text(s, 15, arena),
		.status = stmt_text(s, 16, arena),
		.reason = stmt_text(s, 17, arena),
		.programme = stmt_text(s, 18, arena),
		.programme_id = stmt_int(s, 19),
		.competency_id = stmt_int(s, 20),
	};
}

static bool collect(struct stmt *s, struct arena *arena, struct plan_row **out,
		    size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct plan_row), .read = read_row };

	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct plan_row *)list.rows;
	*count = list.count;
	return true;
}

#define PLAN_ROWS                                                             \
	"SELECT i.id, i.year, i.number, i.title, i.quarter, i.basis, c.code," \
	"  u.code, i.target_group, i.people, i.form, i.jp, i.cost, f.code,"   \
	"  i.provider, r.name, i.status, i.reason, p.code, i.programme,"      \
	"  i.competency"                                                      \
	" FROM plan_items i LEFT JOIN competencies c ON c.id = i.competency"  \
	" LEFT JOIN units u ON u.id = i.unit"                                 \
	" LEFT JOIN funds f ON f.id = i.fund"                                 \
	" LEFT JOIN partners r ON r.id = i.partner"                           \
	" LEFT JOIN programmes p ON p.id = i.programme"

bool plan_list(struct db *db, int64_t year, struct arena *arena, struct plan_row **out,
	       size_t *count, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db,
		      PLAN_ROWS
		      " WHERE :year = 0 OR i.year = :year"
		      " ORDER BY i.year, i.quarter IS NULL, i.quarter, i.number",
		      &s, err))
		return false;
	stmt_bind_int(s, ":year", year);
	return collect(s, arena, out, count, err);
}

bool plan_of_survey(struct db *db, int64_t survey, struct arena *arena,
		    struct plan_row **out, size_t *count, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, PLAN_ROWS " WHERE i.survey = :survey ORDER BY i.id", &s, err))
		return false;
	stmt_bind_int(s, ":survey", survey);
	return collect(s, arena, out, count, err);
}

static int64_t known(int64_t number)
{
	return number == NUMBER_NONE ? 0 : number;
}

static void add_to_sum(struct plan_sum *sum, const struct plan_row *row)
{
	sum->items++;
	sum->people += known(row->people);
	sum->jp += known(row->jp);
	sum->cost += known(row->cost);
	if (plan_is_approved(row->status))
		sum->approved += known(row->cost);
}

struct plan_sum plan_sum(const struct plan_row *rows, size_t count, int64_t quarter)
{
	struct plan_sum sum = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (strcmp(rows[i].status, "rejected") != 0 &&
		    (quarter == 0 || rows[i].quarter == quarter))
			add_to_sum(&sum, &rows[i]);
	}
	return sum;
}
