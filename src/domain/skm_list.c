#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/evaluation.h"
#include "domain/outcome.h"
#include "query.h"
#include "rows.h"
#include "store/db.h"
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

static void read_round(struct stmt *s, void *to, struct arena *arena)
{
	int64_t means[SKM_ELEMENTS];
	struct skm_row *row = to;

	row->id = stmt_int(s, 0);
	row->phase = stmt_text(s, 1, arena);
	row->measured = stmt_date(s, 2);
	row->respondents = stmt_number(s, 3);
	row->source = stmt_text(s, 4, arena);
	for (int i = 0; i < SKM_ELEMENTS; i++)
		means[i] = stmt_number(s, 5 + i);
	skm_of_means(means, &row->skm);
}

/* From the sheets of the public, where enough were keyed in. */
static void add_views(const struct feedback_result *f, struct arena *arena,
		      struct row_list *list)
{
	size_t bytes = list->count * sizeof(struct skm_row);
	struct skm_row *rows =
		arena_grow(arena, list->rows, bytes,
			   bytes + (f->view_count + 1) * sizeof(struct skm_row));

	for (size_t i = 0; i < f->view_count; i++) {
		const struct feedback_slice *v = &f->views[i];
		struct skm_row row = { .phase = v->phase,
				       .measured = DATE_NONE,
				       .respondents = v->sheets,
				       .source = arena_printf(arena, _("Sheets of %s"),
							      f->code) };

		if (strcmp(v->role, "public") == 0 && *v->phase != '\0' &&
		    feedback_skm(f, v, &row.skm))
			rows[list->count++] = row;
	}
	list->rows = (char *)rows;
}

static bool count_sheets(struct db *db, int64_t programme, struct arena *arena,
			 struct row_list *list, struct err *err)
{
	struct evaluation e;
	int64_t sheets = 0;

	if (!query_one(db,
		       "SELECT EXISTS (SELECT 1 FROM sheets WHERE programme = :a"
		       " AND role = 'public')",
		       programme, &sheets, err))
		return false;
	if (sheets == 0)
		return true;
	if (!evaluation_of(db, programme, db_settings(db)->feedback_minimum, arena, &e,
			   err))
		return false;
	for (size_t i = 0; i < e.feedback_count; i++)
		add_views(&e.feedback[i], arena, list);
	return true;
}

/* Before first; within a phase by day, sheets (which have none) last. */
static int by_phase(const void *a, const void *b)
{
	const struct skm_row *x = a, *y = b;
	int phase = strcmp(y->phase, x->phase); /* "before" sorts behind "after" */

	if (phase != 0)
		return phase;
	if ((x->id == 0) != (y->id == 0))
		return x->id == 0 ? 1 : -1;
	return date_compare(x->measured, y->measured);
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
	if (!rows_collect(&list, s, arena, err) ||
	    !count_sheets(db, programme, arena, &list, err))
		return false;
	if (list.count > 1)
		qsort(list.rows, list.count, sizeof(struct skm_row), by_phase);
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
