#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "domain/outcome.h"
#include "rows.h"
#include "store/stmt.h"

static struct date day_at(struct stmt *s, int column, struct arena *arena)
{
	struct date day = DATE_NONE;

	date_from_iso(stmt_text(s, column, arena), &day);
	return day;
}

static void read_round(struct stmt *s, void *to, struct arena *arena)
{
	struct skm_row *row = to;

	row->id = stmt_int(s, 0);
	row->phase = stmt_text(s, 1, arena);
	row->measured = day_at(s, 2, arena);
	row->respondents = stmt_number(s, 3);
	row->source = stmt_text(s, 4, arena);
	for (int i = 0; i < SKM_ELEMENTS; i++)
		row->means[i] = (double)stmt_int(s, 5 + i) / 100;
	row->index = skm_index_of(row->means);
}

bool skm_list(struct db *db, int64_t programme, struct arena *arena, struct skm_row **out,
	      size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct skm_row), .read = read_round };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT id, phase, measured, respondents, source,"
		      "       u1, u2, u3, u4, u5, u6, u7, u8, u9"
		      "  FROM skm_rounds WHERE programme = :programme"
		      " ORDER BY phase = 'after', measured, number",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct skm_row *)list.rows;
	*count = list.count;
	return true;
}

void skm_compare(const struct skm_row *rows, size_t count, const struct skm_row **before,
		 const struct skm_row **after)
{
	*before = *after = NULL;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(rows[i].phase, "before") == 0)
			*before = &rows[i];
		else if (strcmp(rows[i].phase, "after") == 0)
			*after = &rows[i];
	}
}
