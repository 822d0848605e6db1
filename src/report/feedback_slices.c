#include "base/arena.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/design.h"
#include "domain/evaluation.h"
#include "domain/feedback.h"
#include "domain/lists.h"
#include "report/evaluation_parts.h"
#include "reports.h"
#include "translate.h"

/* Every question of every kind, for all participants, for each trainer or
 * session, and for those who were asked later: a row each, for files. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",     N_("Programme"),     false },
	{ "questionnaire", N_("Questionnaire"), false },
	{ "level",         N_("Level"),         false },
	{ "about",         N_("About"),         false },
	{ "role",          N_("Filled in by"),  false },
	{ "phase",         N_("Before, midway, after"),  false },
	{ "sheets",        N_("Sheets"),        true },
	{ "item",          N_("No."),           true },
	{ "dimension",     N_("Dimension"),     false },
	{ "kind",          N_("Kind"),          false },
	{ "answers",       N_("Answers"),       true },
	{ "mean",          N_("Mean"),          true },
	{ "sd",            N_("Spread"),        true },
	{ "top2",          N_("Top 2"),         true },
	{ "band",          N_("Band"),          false },
};
/* clang-format on */

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static const char *const band_terms[] = {
	[BAND_NONE] = "",     [BAND_NOT_GOOD] = "not-good",
	[BAND_POOR] = "poor", [BAND_FAIR] = "fair",
	[BAND_GOOD] = "good", [BAND_VERY_GOOD] = "very-good",
};

static void put_row(struct report *out, struct block *table, const char *programme,
		    const struct feedback_result *f, const struct feedback_slice *s,
		    const struct item_result *r)
{
	struct cell *c = report_row(out, table);
	size_t i = 0;

	c[i++] = cell_text(programme);
	c[i++] = cell_text(f->code);
	c[i++] = cell_choice(questionnaire_level_choices, f->level);
	c[i++] = cell_text(s->name);
	c[i++] = cell_choice(sheet_role_choices, s->role);
	c[i++] = cell_choice(sheet_phase_choices, s->phase);
	c[i++] = cell_int(s->sheets);
	c[i++] = cell_int(r->number);
	c[i++] = cell_choice(dimension_choices, r->dimension);
	c[i++] = cell_choice(item_type_choices, r->kind);
	c[i++] = cell_int(r->answers);
	c[i++] = cell_real(r->mean, 6);
	c[i++] = cell_real(r->sd, 6);
	c[i++] = cell_real(r->top2, 6);
	c[i++] = cell_term(band_terms[r->band], likert_band_label(r->band));
}

static void put_slices(struct report *out, struct block *table, const char *programme,
		       const struct feedback_result *f, const struct feedback_slice *all,
		       size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < f->item_count && all[i].sheets > 0; k++)
			put_row(out, table, programme, f, &all[i], &all[i].items[k]);
	}
}

/* What people read of the questionnaire. */
static void show_parts(struct report *out, const char *programme,
		       const struct feedback_result *f, long fewest)
{
	if (f->all.sheets > 0) {
		report_heading(out, arena_printf(out->arena, "%s  %s", programme,
						 *f->title ? f->title : f->code));
		put_slice(f, &f->all, fewest, out);
	}
	put_parts(f, fewest, out);
	put_views(f, fewest, out);
}

bool report_feedback_parts(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	table = report_table(out, "feedback-parts",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	table->for_files = true;
	for (size_t i = 0; i < count; i++) {
		struct evaluation e;

		if (!evaluation_of(db, programmes[i].id,
				   request->settings->feedback_minimum, out->arena, &e,
				   err))
			return false;
		for (size_t q = 0; q < e.feedback_count; q++) {
			const struct feedback_result *f = &e.feedback[q];
			const char *code = programmes[i].code;

			put_slices(out, table, code, f, &f->all, 1);
			put_slices(out, table, code, f, f->parts, f->part_count);
			put_slices(out, table, code, f, f->views, f->view_count);
			show_parts(out, code, f, request->settings->feedback_minimum);
		}
	}
	return true;
}
