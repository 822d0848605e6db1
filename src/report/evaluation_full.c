#include "evaluation_full.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/number.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/lists.h"
#include "reports.h"
#include "translate.h"

static const char *real(struct report *out, double value, int decimals)
{
	return isnan(value) ? "–"
			    : number_real(out->arena, value, decimals, number_mark());
}

static const char *percent(struct report *out, double share)
{
	return real(out, share * 100, 1);
}

/* Nobody fills in two: what is more was keyed in twice, or came in twice. */
static void put_too_many(const struct evaluation *e, struct report *out)
{
	for (size_t i = 0; i < e->feedback_count; i++) {
		const struct feedback_result *f = &e->feedback[i];

		if (e->enrolled > 0 && *f->repeats == '\0' && f->all.sheets > e->enrolled)
			report_text(out,
				    _("%s: %d sheets of %d participants. Were some keyed "
				      "in twice?"),
				    f->code, (int)f->all.sheets, (int)e->enrolled);
	}
}

static void put_participation(const struct evaluation *e, struct report *out)
{
	int64_t participation = 0;

	for (size_t i = 0; i < e->feedback_count; i++) {
		const struct feedback_result *f = &e->feedback[i];

		if (feedback_is_reaction(f) && *f->repeats == '\0')
			participation += f->all.sheets;
	}
	report_heading(out, _("Participation"));
	if (e->enrolled > 0)
		report_text(out, _("%d of %d participants completed the programme."),
			    (int)e->completed, (int)e->enrolled);
	if (!isnan(e->attendance_rate))
		report_text(out, _("Attendance: %s %% of the JP that were recorded."),
			    percent(out, e->attendance_rate));
	if (participation > 0 || e->sheets == 0)
		report_text(out,
			    P_("%d feedback sheet of %d participants.",
			       "%d feedback sheets of %d participants.", participation),
			    (int)participation, (int)e->enrolled);
	else
		report_text(out,
			    P_("%d feedback sheet about a trainer or session.",
			       "%d feedback sheets about trainers or sessions.",
			       e->sheets),
			    (int)e->sheets);
	put_too_many(e, out);
}

/* clang-format off */
static const struct report_column question_columns[] = {
	{ "item",   N_("No."),      true },
	{ "text",   N_("Question"), false },
	{ "n",      "n",            true },
	{ "mean",   N_("Mean"),     true },
	{ "sd",     N_("Spread"),   true },
	{ "top2",   N_("Top 2 %"),  true },
	{ "bar",    "",             false },
	{ "band",   N_("Band"),     false },
};

static const struct report_column dimension_columns[] = {
	{ "dimension", N_("Dimension"), false },
	{ "n",         "n",             true },
	{ "mean",      N_("Mean"),      true },
	{ "bar",       "",              false },
};

static const struct report_column change_columns[] = {
	{ "item",       N_("No."),        true },
	{ "text",       N_("Question"),   false },
	{ "n_before",   "n",              true },
	{ "before",     N_("Before"),     true },
	{ "n",          "n",              true },
	{ "now",        N_("Now"),        true },
	{ "difference", N_("Difference"), true },
};

static const struct report_column run_columns[] = {
	{ "programme",  N_("Programme"),  false },
	{ "attendance", N_("Attendance %"), true },
	{ "tests",      "n",              true },
	{ "gain",       N_("N-gain"),     true },
	{ "sheets",     "n",              true },
	{ "mean",       N_("Feedback"),   true },
};

static const struct report_column action_columns[] = {
	{ "number", N_("No."),             true },
	{ "found",  N_("What was found"),  false },
	{ "action", N_("What is done"),    false },
	{ "owner",  N_("Owner"),           false },
	{ "due",    N_("Due on"),          false },
	{ "status", N_("Status"),          false },
};
/* clang-format on */

#define TABLE(out, name, columns)                                             \
	report_table(out, name,                                               \
		     columns_translated((out)->arena, columns,                \
					sizeof(columns) / sizeof *(columns)), \
		     sizeof(columns) / sizeof *(columns))

static const char *question(struct report *out, const struct item_result *r)
{
	return r->reversed ? arena_printf(out->arena, _("%s (reversed)"), r->text)
			   : r->text;
}

static void put_question(struct report *out, struct block *table,
			 const struct item_result *r)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_int(r->number);
	c[1] = cell_text(question(out, r));
	c[2] = cell_int(r->answers);
	c[3] = cell_real(r->mean, 2);
	c[4] = cell_real(r->sd, 2);
	c[5] = cell_real(r->top2 * 100, 0);
	c[6] = cell_bar(r->mean / (double)r->scale);
	c[7] = cell_text(r->hidden ? _("too few") : likert_band_label(r->band));
}

static void put_dimensions(const struct item_result *items, size_t count,
			   struct report *out)
{
	struct block *table = TABLE(out, "dimensions", dimension_columns);
	struct dimension_result *all;
	size_t used;

	evaluation_dimensions(items, count, out->arena, &all, &used);
	for (size_t i = 0; i < used; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_choice(dimension_choices, all[i].dimension);
		c[1] = cell_int(all[i].answers);
		c[2] = cell_real(all[i].mean, 2);
		c[3] = cell_bar(all[i].mean / (double)items[0].scale);
	}
}

static void put_alpha(const struct feedback_slice *s, struct report *out)
{
	if (isnan(s->alpha))
		report_text(out,
			    _("Cronbach's alpha is not defined here (n = %d complete "
			      "sheets)."),
			    (int)s->complete);
	else if (s->complete < ALPHA_CAUTION)
		report_text(
			out,
			_("Cronbach's alpha %s (n = %d complete sheets; with caution, "
			  "as they are fewer than %d)."),
			real(out, s->alpha, 2), (int)s->complete, ALPHA_CAUTION);
	else
		report_text(out, _("Cronbach's alpha %s (n = %d complete sheets)."),
			    real(out, s->alpha, 2), (int)s->complete);
}

static void put_too_few(int64_t sheets, long fewest, struct report *out)
{
	report_text(out,
		    _("%d of %d sheets needed: results are shown from %d on, so that "
		      "nobody can be recognised."),
		    (int)sheets, (int)fewest, (int)fewest);
}

static void put_skm(const struct feedback_result *f, const struct feedback_slice *s,
		    struct report *out)
{
	struct skm skm;
	const char *low = "";

	if (!feedback_skm(f, s, &skm))
		return;
	report_text(out, _("Public satisfaction (SKM): NIK %s, %c (%s), n = %d."),
		    real(out, (double)skm.nik / 100, 2), skm.band,
		    skm_band_label(skm.band), (int)s->sheets);
	for (size_t i = 0, at = 0; i < 3; i++) {
		for (at = 0; at < f->item_count; at++) {
			const struct item_result *r = &s->items[at];

			if (strcmp(r->kind, "likert") == 0 &&
			    r->number == s->items[skm.order[i]].number)
				low = arena_printf(out->arena, "%s%s%s (%s)", low,
						   *low ? "; " : "", r->text,
						   real(out, r->mean, 2));
		}
	}
	report_text(out, _("Lowest elements: %s."), low);
}

void put_slice(const struct feedback_result *f, const struct feedback_slice *s,
	       long fewest, struct report *out)
{
	struct item_result *scales =
		arena_array(out->arena, f->item_count + 1, sizeof *scales);
	struct block *table;
	size_t count = 0;

	if (s->hidden) {
		put_too_few(s->sheets, fewest, out);
		return;
	}
	for (size_t i = 0; i < f->item_count; i++) {
		if (strcmp(s->items[i].kind, "likert") == 0)
			scales[count++] = s->items[i];
	}
	if (count == 0)
		return;
	table = TABLE(out, "questions", question_columns);
	for (size_t i = 0; i < count; i++)
		put_question(out, table, &scales[i]);
	report_text(out, _("Mean of all: %s (n = %d answers on %d sheets)."),
		    real(out, s->mean, 2), (int)s->answers, (int)s->sheets);
	put_alpha(s, out);
	put_skm(f, s, out);
	report_heading(out, _("By dimension"));
	put_dimensions(scales, count, out);
}

static void put_reaction(const struct evaluation *e, long fewest, struct report *out)
{
	for (size_t i = 0; i < e->feedback_count; i++) {
		const struct feedback_result *f = &e->feedback[i];

		if (f->all.sheets == 0)
			continue;
		report_heading(
			out,
			arena_printf(out->arena, "%s: %s",
				     *f->level == '\0'
					     ? _("Reaction")
					     : cell_choice(questionnaire_level_choices,
							   f->level)
						       .shown,
				     *f->title ? f->title : f->code));
		put_slice(f, &f->all, fewest, out);
		put_other_kinds(f, out);
		put_parts(f, fewest, out);
	}
	for (size_t i = 0; i < e->feedback_count; i++)
		put_views(&e->feedback[i], fewest, out);
}

static void put_changes(const struct comparison *c, struct report *out)
{
	struct block *table = TABLE(out, "changes", change_columns);

	for (size_t i = 0; i < c->item_count; i++) {
		const struct item_change *change = &c->items[i];
		struct cell *cells;

		if (change->before.answers == 0)
			continue;
		cells = report_row(out, table);
		cells[0] = cell_int(change->now.number);
		cells[1] = cell_text(question(out, &change->now));
		cells[2] = cell_int(change->before.answers);
		cells[3] = cell_real(change->before.mean, 2);
		cells[4] = cell_int(change->now.answers);
		cells[5] = cell_real(change->now.mean, 2);
		cells[6] = cell_real(change->difference, 2);
	}
	if (table->row_count == 0)
		report_text(out, _("No question was asked in both runs."));
}

static void put_runs(const struct comparison *c, struct report *out)
{
	struct block *table = TABLE(out, "runs", run_columns);

	for (size_t i = 0; i < c->run_count; i++) {
		const struct run_figures *r = &c->runs[i];
		struct cell *cells = report_row(out, table);

		cells[0] = cell_text(r->code);
		cells[1] = cell_real(r->attendance_rate * 100, 1);
		cells[2] = cell_int(r->tests);
		cells[3] = cell_real(r->gain, 2);
		cells[4] = cell_int(r->sheets);
		cells[5] = cell_real(r->feedback_mean, 2);
	}
}

static bool put_comparison(struct db *db, int64_t programme, long fewest,
			   struct report *out, struct err *err)
{
	struct comparison c;

	if (!comparison_of(db, programme, fewest, out->arena, &c, err))
		return false;
	if (c.run_count < 2)
		return true;
	report_heading(out, *c.before == '\0'
				    ? _("The runs of this design")
				    : arena_printf(out->arena,
						   _("Compared with the run before, %s"),
						   c.before));
	if (*c.before != '\0')
		put_changes(&c, out);
	put_runs(&c, out);
	return true;
}

static bool put_actions(struct db *db, int64_t programme, struct report *out,
			struct err *err)
{
	struct action_row *rows;
	struct block *table;
	size_t count;

	if (!action_list(db, programme, out->arena, &rows, &count, err))
		return false;
	if (count == 0)
		return true;
	report_heading(out, _("Improvement actions"));
	table = TABLE(out, "actions", action_columns);
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_int(rows[i].number);
		c[1] = cell_text(rows[i].statement);
		c[2] = cell_text(rows[i].action);
		c[3] = cell_text(rows[i].owner);
		c[4] = cell_day(out->arena, rows[i].due);
		c[5] = cell_choice(improvement_status_choices, rows[i].status);
	}
	return true;
}

bool evaluation_in_full(struct db *db, const struct programme_row *p,
			const struct evaluation *e, long fewest, struct report *out,
			struct err *err)
{
	struct learning learning;

	if (!learning_of(db, p->id, out->arena, &learning, err))
		return false;
	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	put_participation(e, out);
	put_learning(&learning, out);
	put_reaction(e, fewest, out);
	put_comments(e, out);
	return put_comparison(db, p->id, fewest, out, err) &&
	       put_actions(db, p->id, out, err) &&
	       report_effects(db, p->id, fewest, out, err);
}
