#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/item_type.h"
#include "report/evaluation_parts.h"
#include "translate.h"

/* What an evaluation shows beside its scales. */

/* clang-format off */
static const struct report_column part_columns[] = {
	{ "part",   N_("About"),  false },
	{ "sheets", N_("Sheets"), true },
	{ "n",      "n",          true },
	{ "mean",   N_("Mean"),   true },
	{ "bar",    "",           false },
	{ "note",   N_("Lowest question"), false },
};

static const struct report_column question_columns[] = {
	{ "item",     N_("No."),      true },
	{ "question", N_("Question"), false },
};
/* clang-format on */

enum { PART_COLUMNS = sizeof part_columns / sizeof *part_columns };

static const char *real(struct report *out, double value)
{
	return isnan(value) ? "–" : number_real(out->arena, value, 2, number_mark());
}

/* "Terlalu cepat 3 (10 %), …" */
static void put_choices(const struct item_result *r, struct report *out)
{
	const struct item item = { .kind = r->kind,
				   .options = r->options,
				   .scale = NUMBER_NONE,
				   .most = NUMBER_NONE };
	struct block *bars = report_bars(out, "choices", (double)r->answers);
	const char **names;
	size_t count = item_options(&item, out->arena, &names);

	for (size_t i = 0; i < count && i < COUNTS_MOST; i++) {
		struct cell *c = report_row(out, bars);

		c[0] = cell_text(names[i]);
		c[1] = cell_int(r->counts[i]);
		c[2] = cell_text(arena_printf(
			out->arena, "%d (%d %%)", (int)r->counts[i],
			(int)(100 * (double)r->counts[i] / (double)r->answers + 0.5)));
	}
}

static void put_two_sided(const struct item_result *r, struct report *out)
{
	struct block *bars = report_bars(out, "two-sided", (double)r->answers);
	const struct item item = { .kind = r->kind,
				   .options = r->options,
				   .scale = r->scale,
				   .most = NUMBER_NONE };

	report_text(
		out, _("In the middle: %s %%. The mean is %s off the middle, to the %s."),
		number_real(out->arena, r->middle * 100, 0, number_mark()),
		real(out, fabs(r->deviation)), r->deviation < 0 ? _("left") : _("right"));
	for (int64_t v = 1; v <= r->scale; v++) {
		struct cell *c = report_row(out, bars);

		c[0] = cell_text(arena_printf(out->arena, "%d %s", (int)v,
					      item_label(&item, v, out->arena)));
		c[1] = cell_int(r->counts[v - 1]);
		c[2] = cell_int(r->counts[v - 1]);
	}
}

static void put_number(const struct item_result *r, struct report *out)
{
	report_text(out, _("Mean %s, spread %s, from %s to %s."), real(out, r->mean),
		    real(out, r->sd), number_int(out->arena, r->least),
		    number_int(out->arena, r->most));
}

/* Answer by answer, as they were given. */
static void put_scale(const struct item_result *r, struct report *out)
{
	const struct item item = { .kind = r->kind,
				   .options = r->options,
				   .scale = r->scale,
				   .most = NUMBER_NONE };
	struct block *bars = report_bars(out, "answers", (double)r->answers);

	report_text(out, _("Mean %s, spread %s, the two best answers %s %%: %s."),
		    real(out, r->mean), real(out, r->sd),
		    number_real(out->arena, r->top2 * 100, 0, number_mark()),
		    likert_band_label(r->band));
	if (r->reversed)
		report_text(out, "%s",
			    _("Reversed: a high answer is bad. The bars show the answers "
			      "as they were given, the mean is turned round."));
	for (int64_t v = r->scale; v >= 1; v--) {
		struct cell *c = report_row(out, bars);

		c[0] = cell_text(arena_printf(out->arena, "%d %s", (int)v,
					      item_label(&item, v, out->arena)));
		c[1] = cell_int(r->counts[v - 1]);
		c[2] = cell_int(r->counts[v - 1]);
	}
}

void put_item(const struct item_result *r, struct report *out)
{
	report_text(out, "%d. %s (n = %d)", (int)r->number, r->text, (int)r->answers);
	if (r->hidden)
		report_text(out, "%s", _("Too few answers to be shown."));
	else if (r->answers == 0 || strcmp(r->kind, "text") == 0)
		return;
	else if (strcmp(r->kind, "likert") == 0)
		put_scale(r, out);
	else if (strcmp(r->kind, "two_sided") == 0)
		put_two_sided(r, out);
	else if (strcmp(r->kind, "number") == 0)
		put_number(r, out);
	else
		put_choices(r, out);
}

void put_other_kinds(const struct feedback_result *f, struct report *out)
{
	bool begun = false;

	if (f->all.sheets == 0 || f->all.hidden)
		return;
	for (size_t i = 0; i < f->item_count; i++) {
		const struct item_result *r = &f->all.items[i];

		if (strcmp(r->kind, "likert") == 0 || strcmp(r->kind, "text") == 0)
			continue;
		if (!begun)
			report_heading(out, _("Other questions"));
		begun = true;
		put_item(r, out);
	}
}

const struct item_result *lowest_item(const struct feedback_result *f,
				      const struct feedback_slice *s)
{
	const struct item_result *low = NULL;

	for (size_t i = 0; i < f->item_count; i++) {
		const struct item_result *r = &s->items[i];

		if (strcmp(r->kind, "likert") == 0 && !isnan(r->mean) &&
		    (!low || r->mean < low->mean))
			low = r;
	}
	return low;
}

const char *slice_note(const struct feedback_result *f, const struct feedback_slice *s,
		       long fewest, struct arena *arena)
{
	const struct item_result *low = lowest_item(f, s);

	if (s->hidden && s->sheets < fewest)
		return arena_printf(arena, _("%d of %d sheets needed"), (int)s->sheets,
				    (int)fewest);
	if (s->hidden)
		return _("not shown, as it would give away a smaller one");
	return low ? arena_printf(arena, "%d. %s (%s)", (int)low->number, low->text,
				  number_real(arena, low->mean, 2, number_mark()))
		   : "";
}

void put_parts(const struct feedback_result *f, long fewest, struct report *out)
{
	struct block *table;

	if (f->part_count == 0)
		return;
	report_heading(out, strcmp(f->repeats, "trainer") == 0 ? _("By trainer")
							       : _("By session"));
	table = report_table(out, "parts",
			     columns_translated(out->arena, part_columns, PART_COLUMNS),
			     PART_COLUMNS);
	for (size_t i = 0; i < f->part_count; i++) {
		const struct feedback_slice *s = &f->parts[i];
		const struct item_result *low = lowest_item(f, s);
		struct cell *c = report_row(out, table);

		c[0] = cell_text(s->name);
		c[1] = cell_int(s->sheets);
		c[2] = cell_int(s->answers);
		c[3] = cell_real(s->mean, 2);
		if (low)
			c[4] = cell_bar(s->mean / (double)low->scale);
		c[5] = cell_text(slice_note(f, s, fewest, out->arena));
	}
}

const char *slice_view_label(const struct feedback_slice *s, struct arena *arena)
{
	const char *role = cell_choice(sheet_role_choices, s->role).shown;
	const char *phase = cell_choice(sheet_phase_choices, s->phase).shown;

	return *role == '\0' || *phase == '\0'
		       ? arena_printf(arena, "%s%s", role, phase)
		       : arena_printf(arena, "%s, %s", role, phase);
}

/* The view with the same role at the phase before, for the one after. */
static const struct feedback_slice *view_before(const struct feedback_result *f,
						const struct feedback_slice *after)
{
	for (size_t i = 0; i < f->view_count && strcmp(after->phase, "after") == 0; i++) {
		if (strcmp(f->views[i].role, after->role) == 0 &&
		    strcmp(f->views[i].phase, "before") == 0)
			return &f->views[i];
	}
	return NULL;
}

/* n and mean of each view, and after a pair its difference. */
static struct block *view_table(const struct feedback_result *f, struct report *out)
{
	struct report_column *all =
		arena_array(out->arena, 3 * f->view_count + 2, sizeof *all);
	size_t used = 0;

	for (; used < 2; used++) {
		all[used] = question_columns[used];
		all[used].label = _(question_columns[used].label);
	}
	for (size_t i = 0; i < f->view_count; i++) {
		all[used++] = (struct report_column){ "n", "n", true };
		all[used++] = (struct report_column){
			"mean", slice_view_label(&f->views[i], out->arena), true
		};
		if (view_before(f, &f->views[i]))
			all[used++] = (struct report_column){ "difference",
							      _("Difference"), true };
	}
	return report_table(out, "views", all, used);
}

static void put_view_row(const struct feedback_result *f, size_t item,
			 struct block *table, struct report *out)
{
	const struct item_result *r = &f->all.items[item];
	struct cell *c = report_row(out, table);

	*c++ = cell_int(r->number);
	*c++ = cell_text(r->text);
	for (size_t i = 0; i < f->view_count; i++) {
		const struct feedback_slice *before = view_before(f, &f->views[i]);
		const struct item_result *now = &f->views[i].items[item];

		*c++ = cell_int(now->answers);
		*c++ = cell_real(now->mean, 2);
		if (before)
			*c++ = cell_real(now->mean - before->items[item].mean, 2);
	}
}

/* What participants said midway, beside what they say at the end. */
static void put_end(const struct feedback_result *f, const struct feedback_slice *midway,
		    struct report *out)
{
	if (*midway->role != '\0' || strcmp(midway->phase, "midway") != 0 ||
	    midway->hidden || f->all.hidden || f->all.sheets == 0)
		return;
	report_text(out, _("At the end: mean %s (n = %d sheets)."),
		    real(out, f->all.mean), (int)f->all.sheets);
}

static void put_view_notes(const struct feedback_result *f, long fewest,
			   struct report *out)
{
	for (size_t i = 0; i < f->view_count; i++) {
		const struct feedback_slice *s = &f->views[i];
		struct skm skm;

		if (s->hidden)
			report_text(out, _("%s: %d of %d sheets needed."),
				    slice_view_label(s, out->arena), (int)s->sheets,
				    (int)fewest);
		else if (feedback_skm(f, s, &skm))
			report_text(out, _("%s: NIK %s, %c (%s), n = %d."),
				    slice_view_label(s, out->arena),
				    real(out, (double)skm.nik / 100), skm.band,
				    skm_band_label(skm.band), (int)s->sheets);
		else
			report_text(out, _("%s: mean %s (n = %d sheets)."),
				    slice_view_label(s, out->arena), real(out, s->mean),
				    (int)s->sheets);
		put_end(f, s, out);
	}
}

static void put_view_table(const struct feedback_result *f, struct report *out)
{
	struct block *table = view_table(f, out);

	for (size_t i = 0; i < f->item_count; i++) {
		if (strcmp(f->all.items[i].kind, "likert") == 0)
			put_view_row(f, i, table, out);
	}
}

void put_views(const struct feedback_result *f, long fewest, struct report *out)
{
	bool shown = false;

	if (f->view_count == 0)
		return;
	for (size_t i = 0; i < f->view_count; i++)
		shown = shown || !f->views[i].hidden;
	report_heading(out, *f->title ? f->title : f->code);
	if (shown)
		put_view_table(f, out);
	put_view_notes(f, fewest, out);
}

void put_comments(const struct evaluation *e, struct report *out)
{
	const struct comment *last = NULL;
	bool several = false;

	for (size_t i = 1; i < e->comment_count; i++)
		several = several || e->comments[i].item != e->comments[0].item;
	if (e->comment_count > 0)
		report_heading(out, _("Comments"));
	for (size_t i = 0; i < e->comment_count; i++) {
		const struct comment *c = &e->comments[i];

		if (several && (!last || last->item != c->item))
			report_text(out, "\n%s", c->question);
		if (*c->about == '\0')
			report_text(out, "%d× %s", (int)c->count, c->text);
		else
			report_text(out, "%d× %s – %s", (int)c->count, c->about, c->text);
		last = c;
	}
}
