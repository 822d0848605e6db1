#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/outcome.h"
#include "rows.h"
#include "store/stmt.h"

const char *skm_element_label(size_t element)
{
	static const char *const names[SKM_ELEMENTS] = { "u1", "u2", "u3", "u4", "u5",
							 "u6", "u7", "u8", "u9" };

	return _(kind_field(&skm_round_kind, names[element])->label);
}

bool skm_of_means(const int64_t means[SKM_ELEMENTS], struct skm *out)
{
	int64_t counts[SKM_ELEMENTS];

	for (int i = 0; i < SKM_ELEMENTS; i++)
		counts[i] = means[i] == NUMBER_NONE ? 0 : 100;
	return skm_of(means, counts, out);
}

bool skm_of_round(const struct skm_round *r, struct skm *out)
{
	const int64_t means[SKM_ELEMENTS] = { r->u1, r->u2, r->u3, r->u4, r->u5,
					      r->u6, r->u7, r->u8, r->u9 };

	return skm_of_means(means, out);
}

static struct date day_at(struct stmt *s, int column, struct arena *arena)
{
	struct date day = DATE_NONE;

	date_from_iso(stmt_text(s, column, arena), &day);
	return day;
}

static void read_round(struct stmt *s, void *to, struct arena *arena)
{
	int64_t means[SKM_ELEMENTS];
	struct skm_row *row = to;

	row->id = stmt_int(s, 0);
	row->phase = stmt_text(s, 1, arena);
	row->measured = day_at(s, 2, arena);
	row->respondents = stmt_number(s, 3);
	row->source = stmt_text(s, 4, arena);
	for (int i = 0; i < SKM_ELEMENTS; i++)
		means[i] = stmt_number(s, 5 + i);
	skm_of_means(means, &row->skm);
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
