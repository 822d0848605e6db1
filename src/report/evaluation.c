#include "domain/evaluation.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
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
		if (items[i].answers > 0 && !items[i].hidden && (!low || items[i].mean < low->mean))
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
	return _("Learning: low gain between the tests. Look at the material and the time for "
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
			    _("Only %d feedback sheets: results are shown from %d on, so that "
			      "nobody can be recognised."),
			    (int)e->sheets, (int)fewest);
		return true;
	}
	if (!evaluation_items(db, p->id, fewest, out->arena, &items, &count, err))
		return false;
	low = weakest(items, count);
	if (low)
		report_text(out, _("Lowest question: %d. %s (mean %.2f)."), (int)low->number,
			    low->text, low->mean);
	return true;
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
			     columns_translated(out->arena, columns, COLUMN_COUNT), COLUMN_COUNT);
	for (size_t i = 0; i < count; i++) {
		if (!evaluation_of(db, programmes[i].id, request->settings->feedback_minimum,
				   out->arena, &all[i], err))
			return false;
		put_evaluation(report_row(out, table), programmes[i].code, &all[i]);
	}
	for (size_t i = 0; i < count; i++) {
		if (!tell(db, &programmes[i], &all[i], request->settings->feedback_minimum, out,
			  err))
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
	{ "n1", "1", true }, { "n2", "2", true }, { "n3", "3", true },
	{ "n4", "4", true }, { "n5", "5", true },
	{ "top2",      N_("Top 2"),     true },
};
/* clang-format on */

enum { ITEM_COLUMNS = sizeof item_columns / sizeof *item_columns, SHOWN_COUNTS = 5 };

static void put_item(struct cell *c, const char *code, const struct item_result *r)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_int(r->number);
	c[i++] = cell_text(r->dimension);
	c[i++] = cell_int(r->answers);
	c[i++] = cell_real(r->mean, 6);
	c[i++] = cell_real(r->sd, 6);
	for (int v = 0; v < SHOWN_COUNTS; v++)
		c[i++] = cell_int(r->hidden ? NUMBER_NONE : r->counts[v]);
	c[i++] = cell_real(r->top2, 6);
}

static bool put_questions(struct db *db, const struct programme_row *p, long fewest,
			  const struct item_result *items, size_t count, struct report *out,
			  struct err *err)
{
	struct comment *comments;
	size_t comment_count;
	struct block *bars;

	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	bars = report_bars(out, "means", 5);
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, bars);

		if (items[i].scale != 5)
			bars->most = SCALE_MOST;
		c[0] = cell_text(arena_printf(out->arena, "%d. %s", (int)items[i].number,
					      items[i].text));
		c[1] = cell_real(items[i].mean, 2);
		c[2] = cell_real(items[i].mean, 2);
	}
	if (!evaluation_comments(db, p->id, fewest, out->arena, &comments, &comment_count, err))
		return false;
	if (comment_count > 0)
		report_heading(out, _("Comments"));
	for (size_t i = 0; i < comment_count; i++)
		report_text(out, "%d× %s", (int)comments[i].count, comments[i].text);
	return true;
}

bool report_feedback_items(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err)
{
	long fewest = request->settings->feedback_minimum;
	struct programme_row *programmes;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	table = report_table(out, "feedback-items",
			     columns_translated(out->arena, item_columns, ITEM_COLUMNS),
			     ITEM_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		struct evaluation e;
		struct item_result *items;
		size_t item_count;

		if (!evaluation_of(db, programmes[i].id, fewest, out->arena, &e, err) ||
		    !evaluation_items(db, programmes[i].id, fewest, out->arena, &items,
				      &item_count, err))
			return false;
		if (e.sheets < fewest)
			continue;
		for (size_t k = 0; k < item_count; k++)
			put_item(report_row(out, table), programmes[i].code, &items[k]);
		if (!put_questions(db, &programmes[i], fewest, items, item_count, out, err))
			return false;
	}
	return true;
}
