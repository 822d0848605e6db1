#include "domain/evaluation.h"

#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/lists.h"
#include "evaluation_full.h"
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

static const char *gain_in_words(double gain)
{
	enum gain_band band = stat_gain_band(gain);

	if (band == GAIN_HIGH)
		return _("Learning: high gain between the tests.");
	if (band == GAIN_MEDIUM)
		return _("Learning: medium gain between the tests.");
	return _("Learning: low gain between the tests. Look at the material and the "
		 "time for "
		 "practice.");
}

/* In words: what worked and what must be repaired. */
static void tell(const struct programme_row *p, const struct evaluation *e, long fewest,
		 struct report *out)
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
	if (e->too_few) {
		report_text(out,
			    _("Only %d feedback sheets: results are shown from %d on, so "
			      "that "
			      "nobody can be recognised."),
			    (int)e->sheets, (int)fewest);
		return;
	}
	evaluation_scales(e, out->arena, &items, &count);
	low = weakest(items, count);
	if (low)
		report_text(out, _("Lowest question: %d. %s (mean %s)."),
			    (int)low->number, low->text,
			    number_real(out->arena, low->mean, 2, number_mark()));
}

bool report_evaluation(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err)
{
	long fewest = request->settings->feedback_minimum;
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
	table->for_files = request->programme != NULL;
	for (size_t i = 0; i < count; i++) {
		if (!evaluation_of(db, programmes[i].id, fewest, out->arena, &all[i],
				   err))
			return false;
		put_evaluation(report_row(out, table), programmes[i].code, &all[i]);
	}
	if (request->programme)
		return evaluation_in_full(db, &programmes[0], &all[0], fewest, out, err);
	for (size_t i = 0; i < count; i++) {
		tell(&programmes[i], &all[i], fewest, out);
		if (!report_effects(db, programmes[i].id, fewest, out, err))
			return false;
	}
	return true;
}
