#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/lists.h"
#include "domain/outcome.h"
#include "domain/project.h"
#include "follow_up.h"
#include "translate.h"

static struct cell cell_hundredths(int64_t value)
{
	if (value == NUMBER_NONE)
		return cell_int(value);
	return cell_real((double)value / 100.0, value % 100 == 0 ? 0 : 2);
}

/* A table whose heading comes with its first row. */
struct section {
	const char *name, *heading;
	const struct report_column *columns;
	size_t count;
	struct block *table;
};

static struct cell *next_row(struct report *out, struct section *s)
{
	if (!s->table) {
		report_heading(out, s->heading);
		s->table = report_table(
			out, s->name,
			columns_translated(out->arena, s->columns, s->count), s->count);
	}
	return report_row(out, s->table);
}

/* clang-format off */
static const struct report_column result_columns[] = {
	{ "programme", N_("Programme"), false },
	{ "indicator", N_("Indicator"), false },
	{ "baseline",  N_("Baseline"),  true },
	{ "target",    N_("Target"),    true },
	{ "actual",    N_("Actual"),    true },
	{ "measured",  N_("Measured on"), false },
	{ "percent",   N_("%"), true },
	{ "verdict",   N_("Verdict"),   false },
	{ "evidence",  N_("Evidence"),  false },
};
/* clang-format on */

static struct cell verdict_of(const struct result_row *r)
{
	if (*r->achievement.verdict == '\0')
		return cell_term("", achievement_gap_label(r->achievement.gap));
	return cell_choice(verdict_choices, r->achievement.verdict);
}

static void put_result(struct cell *c, const char *code, const struct result_row *r,
		       struct arena *arena)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_text(*r->result.measure == '\0'
				   ? r->result.indicator
				   : arena_printf(arena, "%s (%s)", r->result.indicator,
						  r->result.measure));
	c[i++] = cell_hundredths(r->result.baseline);
	c[i++] = cell_hundredths(r->result.target);
	c[i++] = cell_hundredths(r->last.actual);
	c[i++] = cell_day(arena, r->last.measured);
	c[i++] = cell_real(r->achievement.percent, 1);
	c[i++] = verdict_of(r);
	c[i++] = cell_text(r->last.evidence);
}

bool put_results(struct db *db, const struct programme_row *programmes, size_t count,
		 struct report *out, struct err *err)
{
	struct section section = { "results", _("Results"), result_columns,
				   sizeof result_columns / sizeof *result_columns, NULL };

	for (size_t i = 0; i < count; i++) {
		struct result_row *rows;
		size_t n;

		if (!result_list(db, programmes[i].id, out->arena, &rows, &n, err))
			return false;
		for (size_t k = 0; k < n; k++)
			put_result(next_row(out, &section), programmes[i].code, &rows[k],
				   out->arena);
	}
	if (section.table)
		report_text(
			out,
			_("Achieved: (actual - baseline) / (target - baseline). Below "
			  "%d %% is below plan, up to %d %% as planned, more is above "
			  "plan."),
			ACHIEVED_FROM, ACHIEVED_TO);
	return true;
}

/* clang-format off */
static const struct report_column survey_columns[] = {
	{ "programme",   N_("Programme"),   false },
	{ "phase",       N_("Round"),       false },
	{ "measured",    N_("Surveyed on"), false },
	{ "respondents", N_("Respondents"), true },
	{ "ikm",         N_("IKM"),         true },
	{ "index",       N_("Index"),       true },
	{ "band",        N_("Quality"),     false },
	{ "source",      N_("Source of the figures"), false },
};

static const struct report_column element_columns[] = {
	{ "programme", N_("Programme"), false },
	{ "element",   N_("Element"),   false },
	{ "before",    N_("Before"),    true },
	{ "after",     N_("After"),     true },
	{ "change",    N_("Change"),    true },
};
/* clang-format on */

static void put_round(struct cell *c, const char *code, const struct skm_row *r,
		      struct arena *arena)
{
	const char band[] = { r->skm.band, '\0' };

	c[0] = cell_text(code);
	c[1] = cell_choice(skm_phase_choices, r->phase);
	c[2] = cell_day(arena, r->measured);
	c[3] = cell_int(r->respondents);
	c[4] = cell_real(r->skm.ikm, 4);
	c[5] = cell_real((double)r->skm.nik / 100, 2);
	c[6] = cell_term(arena_strdup(arena, band),
			 arena_printf(arena, "%s %s", band, skm_band_label(r->skm.band)));
	c[7] = cell_text(r->source);
}

static void put_elements(struct report *out, struct section *section, const char *code,
			 const struct skm_row *before, const struct skm_row *after)
{
	for (size_t i = 0; before && after && i < SKM_ELEMENTS; i++) {
		size_t u = after->skm.order[i];
		struct cell *c = next_row(out, section);

		c[0] = cell_text(code);
		c[1] = cell_text(skm_element_label(u));
		c[2] = cell_real(before->skm.nrr[u], 2);
		c[3] = cell_real(after->skm.nrr[u], 2);
		c[4] = cell_real(after->skm.nrr[u] - before->skm.nrr[u], 2);
	}
}

static bool put_changes(struct db *db, const struct programme_row *programmes,
			size_t count, struct report *out, struct err *err)
{
	struct section section = { "skm-elements", _("Service survey by element"),
				   element_columns,
				   sizeof element_columns / sizeof *element_columns,
				   NULL };

	for (size_t i = 0; i < count; i++) {
		const struct skm_row *before, *after;
		struct skm_row *rows;
		size_t n;

		if (!skm_list(db, programmes[i].id, out->arena, &rows, &n, err))
			return false;
		skm_compare(rows, n, &before, &after);
		put_elements(out, &section, programmes[i].code, before, after);
	}
	return true;
}

bool put_surveys(struct db *db, const struct programme_row *programmes, size_t count,
		 struct report *out, struct err *err)
{
	struct section section = { "skm", _("Service survey (SKM)"), survey_columns,
				   sizeof survey_columns / sizeof *survey_columns, NULL };

	for (size_t i = 0; i < count; i++) {
		struct skm_row *rows;
		size_t n;

		if (!skm_list(db, programmes[i].id, out->arena, &rows, &n, err))
			return false;
		for (size_t k = 0; k < n; k++)
			put_round(next_row(out, &section), programmes[i].code, &rows[k],
				  out->arena);
	}
	if (section.table)
		report_text(out,
			    _("Each of the nine elements weighs exactly one ninth; the "
			      "index is rounded before it is banded. A rise after a "
			      "programme does not prove that the programme caused it."));
	return put_changes(db, programmes, count, out, err);
}

/* clang-format off */
static const struct report_column benefit_columns[] = {
	{ "programme",  N_("Programme"),   false },
	{ "number",     N_("No."),         true },
	{ "side",       N_("Side"),        false },
	{ "text",       N_("Description"), false },
	{ "amount",     N_("Amount"),      true },
	{ "share",      N_("Share %"),     true },
	{ "counted",    N_("Counted"),     true },
	{ "assumption", N_("Assumption"),  false },
};
/* clang-format on */

static void put_benefit(struct cell *c, const char *code, const struct benefit *b)
{
	struct benefit_sum sum = benefit_sum(b, 1);

	c[0] = cell_text(code);
	c[1] = cell_int(b->number);
	c[2] = cell_choice(benefit_side_choices, b->side);
	c[3] = cell_text(b->text);
	c[4] = cell_int(b->amount);
	c[5] = cell_int(b->share);
	c[6] = strcmp(b->side, "intangible") == 0
		       ? cell_int(NUMBER_NONE)
		       : cell_int(llround(sum.cost + sum.benefit));
	c[7] = cell_text(b->assumption);
}

static const char *rupiah(struct arena *a, double value)
{
	return number_grouped(a, llround(value), number_mark());
}

static void put_sum(struct report *out, const char *code, const struct benefit_sum *sum)
{
	struct arena *a = out->arena;

	if (isnan(sum->roi))
		report_text(out,
			    _("%s: costs 0, benefits %s; BCR and ROI are not defined "
			      "without a cost."),
			    code, rupiah(a, sum->benefit));
	else
		report_text(out, _("%s: costs %s, benefits %s; BCR %s, ROI %s %%."), code,
			    rupiah(a, sum->cost), rupiah(a, sum->benefit),
			    number_real(a, sum->bcr, 2, number_mark()),
			    number_real(a, sum->roi, 1, number_mark()));
}

bool put_benefits(struct db *db, const struct programme_row *programmes, size_t count,
		  struct report *out, struct err *err)
{
	struct section section = { "benefits", _("Costs and benefits"), benefit_columns,
				   sizeof benefit_columns / sizeof *benefit_columns,
				   NULL };
	struct benefit_sum *sums = arena_array(out->arena, count + 1, sizeof *sums);

	for (size_t i = 0; i < count; i++) {
		struct benefit *rows;
		size_t n;

		if (!benefit_list(db, programmes[i].id, out->arena, &rows, &n, err))
			return false;
		sums[i] = benefit_sum(rows, n);
		for (size_t k = 0; k < n; k++)
			put_benefit(next_row(out, &section), programmes[i].code,
				    &rows[k]);
	}
	for (size_t i = 0; section.table && i < count; i++) {
		if (sums[i].costs + sums[i].benefits + sums[i].intangible > 0)
			put_sum(out, programmes[i].code, &sums[i]);
	}
	if (section.table)
		report_text(out,
			    _("A benefit counts with the share that comes from the "
			      "training, and only with its written assumption: BCR = "
			      "benefits / costs, ROI = (benefits - costs) / costs "
			      "(Phillips)."));
	return true;
}
