#include "domain/evaluation.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/design.h"
#include "domain/lists.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",       N_("Programme"),   false },
	{ "enrolled",        N_("Enrolled"),    true },
	{ "completed",       N_("Completed"),   true },
	{ "attendance_rate", N_("Attendance"),  true },
	{ "paired",          N_("Both tests"),  true },
	{ "pre_mean",        N_("Pre-test"),    true },
	{ "post_mean",       N_("Post-test"),   true },
	{ "n_gain",          N_("N-gain"),      true },
	{ "t",               "t",               true },
	{ "df",              "df",              true },
	{ "p",               "p",               true },
	{ "cohen_dz",        "Cohen dz",        true },
	{ "sheets",          N_("Sheets"),      true },
	{ "feedback_mean",   N_("Feedback"),    true },
	{ "cronbach_alpha",  "Cronbach α",      true },
};
/* clang-format on */

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void put_evaluation(struct cell *c, const char *code, const struct evaluation *e)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_int(e->enrolled);
	c[i++] = cell_int(e->completed);
	c[i++] = cell_real(e->attendance_rate, 6);
	c[i++] = cell_int((int64_t)e->tests.count);
	c[i++] = cell_real(e->tests.pre_mean, 6);
	c[i++] = cell_real(e->tests.post_mean, 6);
	c[i++] = cell_real(e->tests.gain, 6);
	c[i++] = cell_real(e->tests.t, 6);
	c[i++] = cell_real(e->tests.df, 0);
	c[i++] = cell_real(e->tests.p, CELL_SIGNIFICANT);
	c[i++] = cell_real(e->tests.dz, 6);
	c[i++] = cell_int(e->sheets);
	c[i++] = cell_real(e->feedback_mean, 6);
	c[i++] = cell_real(e->cronbach_alpha, 6);
}

static const struct item_result *weakest(const struct item_result *items, size_t count)
{
	const struct item_result *low = NULL;

	for (size_t i = 0; i < count; i++) {
		if (items[i].answers > 0 && !items[i].hidden &&
		    (!low || items[i].mean < low->mean))
			low = &items[i];
	}
	return low;
}

/* Bands of Hake: 0.7 and 0.3. */
static const char *gain_in_words(double gain)
{
	if (gain >= 0.7)
		return _("Learning: high gain between the tests.");
	if (gain >= 0.3)
		return _("Learning: medium gain between the tests.");
	return _("Learning: low gain between the tests. Look at the material and the "
		 "time for "
		 "practice.");
}

/* In words: what worked and what must be repaired. */
static bool tell(struct db *db, const struct programme_row *p, const struct evaluation *e,
		 long fewest, struct report *out, struct err *err)
{
	struct item_result *items;
	const struct item_result *low;
	size_t count;

	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	if (e->enrolled > 0)
		report_text(out, _("%d of %d participants completed the programme."),
			    (int)e->completed, (int)e->enrolled);
	if (!isnan(e->tests.gain))
		report_text(out, "%s", gain_in_words(e->tests.gain));
	if (e->sheets > 0 && e->sheets < fewest) {
		report_text(out,
			    _("Only %d feedback sheets: results are shown from %d on, so "
			      "that "
			      "nobody can be recognised."),
			    (int)e->sheets, (int)fewest);
		return true;
	}
	if (!evaluation_items(db, p->id, fewest, out->arena, &items, &count, err))
		return false;
	low = weakest(items, count);
	if (low)
		report_text(out, _("Lowest question: %d. %s (mean %s)."),
			    (int)low->number, low->text,
			    number_real(out->arena, low->mean, 2, number_mark()));
	return report_effects(db, p->id, fewest, out, err);
}

bool report_evaluation(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct evaluation *all;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	all = arena_array(out->arena, count + 1, sizeof *all);
	table = report_table(out, "evaluation",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	for (size_t i = 0; i < count; i++) {
		if (!evaluation_of(db, programmes[i].id,
				   request->settings->feedback_minimum, out->arena,
				   &all[i], err))
			return false;
		put_evaluation(report_row(out, table), programmes[i].code, &all[i]);
	}
	for (size_t i = 0; i < count; i++) {
		if (!tell(db, &programmes[i], &all[i],
			  request->settings->feedback_minimum, out, err))
			return false;
	}
	return true;
}

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

static void put_item(struct cell *c, const char *code, const struct item_result *r,
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

static bool put_questions(struct db *db, const struct questions *q, long fewest,
			  struct report *out, struct err *err)
{
	const struct programme_row *p = q->programme;
	struct comment *comments;
	size_t count;

	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	put_bars(out, q);
	if (!evaluation_comments(db, p->id, fewest, out->arena, &comments, &count, err))
		return false;
	if (count > 0)
		report_heading(out, _("Comments"));
	for (size_t i = 0; i < count; i++)
		report_text(out, "%d× %s", (int)comments[i].count, comments[i].text);
	return true;
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
		struct evaluation e;

		q->programme = &programmes[i];
		if (!evaluation_of(db, programmes[i].id, fewest, arena, &e, err) ||
		    !evaluation_items(db, programmes[i].id, fewest, arena, &q->items,
				      &q->count, err))
			return false;
		if (e.sheets >= fewest)
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
			put_item(report_row(out, table), all[i].programme->code,
				 &all[i].items[k], counts);
	}
	for (size_t i = 0; i < count; i++) {
		if (!put_questions(db, &all[i], request->settings->feedback_minimum, out,
				   err))
			return false;
	}
	return true;
}
