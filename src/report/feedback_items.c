#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/design.h"
#include "domain/evaluation.h"
#include "domain/lists.h"
#include "report/evaluation_parts.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column item_columns[] = {
	{ "programme", N_("Programme"), false },
	{ "item",      N_("No."),       true },
	{ "dimension", N_("Dimension"), false },
	{ "answers",   N_("Answers"),   true },
	{ "mean",      N_("Mean"),      true },
	{ "sd",        N_("Spread"),    true },
};

static const struct report_column count_columns[SCALE_MOST] = {
	{ "n1", "1", true }, { "n2", "2", true }, { "n3", "3", true }, { "n4", "4", true },
	{ "n5", "5", true }, { "n6", "6", true }, { "n7", "7", true }, { "n8", "8", true },
	{ "n9", "9", true }, { "n10", "10", true },
};

static const struct report_column top_column[] = {
	{ "top2",      N_("Top 2"),     true },
};
/* clang-format on */

enum { ITEM_COLUMNS = sizeof item_columns / sizeof *item_columns, COUNTS_LEAST = 5 };

/* The questions of one programme. */
struct questions {
	const struct programme_row *programme;
	struct evaluation e;
	struct item_result *items;
	size_t count;
};

/* As many counts as the widest scale has answers. */
static size_t count_width(const struct questions *all, size_t programmes)
{
	int64_t most = 0;

	for (size_t i = 0; i < programmes; i++) {
		for (size_t k = 0; k < all[i].count; k++)
			most = all[i].items[k].scale > most ? all[i].items[k].scale
							    : most;
	}
	return most == 0 ? COUNTS_LEAST : most > SCALE_MOST ? SCALE_MOST : (size_t)most;
}

static struct block *item_table(struct report *out, size_t counts)
{
	size_t width = ITEM_COLUMNS + counts + 1;
	struct report_column *all = arena_array(out->arena, width, sizeof *all);

	memcpy(all, item_columns, sizeof item_columns);
	memcpy(all + ITEM_COLUMNS, count_columns, counts * sizeof *count_columns);
	all[width - 1] = *top_column;
	return report_table(out, "feedback-items",
			    columns_translated(out->arena, all, width), width);
}

static void put_item_row(struct cell *c, const char *code, const struct item_result *r,
			 size_t counts)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_int(r->number);
	c[i++] = cell_choice(dimension_choices, r->dimension);
	c[i++] = cell_int(r->answers);
	c[i++] = cell_real(r->mean, 6);
	c[i++] = cell_real(r->sd, 6);
	for (size_t v = 0; v < counts; v++, i++) {
		if ((int64_t)v < r->scale && !r->hidden)
			c[i] = cell_int(r->counts[v]);
	}
	c[i] = cell_real(r->top2, 6);
}

/* Each bar out of its own scale. */
static void put_bars(struct report *out, const struct questions *q)
{
	struct block *bars = report_bars(out, "means", 1);

	for (size_t i = 0; i < q->count; i++) {
		const struct item_result *r = &q->items[i];
		struct cell *c = report_row(out, bars);

		c[0] = cell_text(
			arena_printf(out->arena, "%d. %s", (int)r->number, r->text));
		c[1] = cell_real(r->mean / (double)r->scale, 2);
		c[2] = cell_real(r->mean, 2);
	}
}

static void put_questions(const struct questions *q, long fewest, struct report *out)
{
	const struct programme_row *p = q->programme;

	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	put_bars(out, q);
	for (size_t i = 0; i < q->e.feedback_count; i++) {
		put_other_kinds(&q->e.feedback[i], out);
		put_parts(&q->e.feedback[i], fewest, out);
		put_views(&q->e.feedback[i], fewest, out);
	}
	put_comments(&q->e, out);
}

/* The questions of those programmes that have sheets enough. */
static bool collect_questions(struct db *db, const struct report_request *request,
			      struct arena *arena, struct questions **out, size_t *count,
			      struct err *err)
{
	long fewest = request->settings->feedback_minimum;
	struct programme_row *programmes;
	size_t programme_count;

	if (!programme_list(db, request->programme, arena, &programmes, &programme_count,
			    err))
		return false;
	*out = arena_array(arena, programme_count + 1, sizeof **out);
	*count = 0;
	for (size_t i = 0; i < programme_count; i++) {
		struct questions *q = *out + *count;

		q->programme = &programmes[i];
		if (!evaluation_of(db, programmes[i].id, fewest, arena, &q->e, err))
			return false;
		evaluation_scales(&q->e, arena, &q->items, &q->count);
		if (q->e.sheets > 0 && !q->e.too_few)
			++*count;
	}
	return true;
}

bool report_feedback_items(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err)
{
	struct questions *all;
	struct block *table;
	size_t count, counts;

	if (!collect_questions(db, request, out->arena, &all, &count, err))
		return false;
	counts = count_width(all, count);
	table = item_table(out, counts);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < all[i].count; k++)
			put_item_row(report_row(out, table), all[i].programme->code,
				     &all[i].items[k], counts);
	}
	for (size_t i = 0; i < count; i++)
		put_questions(&all[i], request->settings->feedback_minimum, out);
	return true;
}
