#include <math.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "evaluation.h"
#include "report/evaluation_parts.h"

/* The pages of learning, of trainers and sessions, of the runs before, and of
 * those who were asked later. */
enum { ROOMY = 14, WIDE = 70, BAR = 12, NAME = 24 };

static int draw_blocks(struct ui *ui, const struct report *text, struct canvas *c,
		       int row, int most)
{
	for (const struct block *b = text->first; b; b = b->next) {
		if (b->type == BLOCK_TEXT && row < most)
			row = draw_wrapped(ui, c, row, most - row, b->text);
	}
	return row;
}

static size_t learner_count(const struct evaluation_screen *v)
{
	return v->learning.count;
}

static int learning_head(struct ui *ui, const struct evaluation_screen *v,
			 struct canvas *c, int row)
{
	int all = canvas_columns(c);

	row = draw_blocks(ui, &v->learning_text, c, row,
			  canvas_rows(c) < ROOMY ? 3 : canvas_rows(c) / 2 + 1);
	canvas_rule(c, row++, 0, all);
	if (v->learning.count == 0)
		return row;
	canvas_text(c, row, 2, 0, STYLE_DIM, _("Name"));
	/* TRANSLATORS: pre-test, post-test, gain; 8, 8 and 8 columns, at the right */
	canvas_text(c, row, all >= WIDE ? all - 36 : all - 24, 24, STYLE_DIM,
		    _("     pre    post    gain"));
	if (all >= WIDE)
		canvas_text(c, row, all - 10, 0, STYLE_DIM, _("Band"));
	return row + 1;
}

static const char *score(struct ui *ui, int64_t hundredths)
{
	return figure(ui,
		      hundredths == NUMBER_NONE ? (double)NAN : (double)hundredths / 100,
		      8);
}

/* Three decimals, as the bands begin at 0.3 and 0.7. */
static const char *gain_figure(struct ui *ui, double gain)
{
	return isnan(gain)
		       ? figure(ui, gain, 8)
		       : text_column_right(
				 ui_scratch(ui),
				 number_real(ui_scratch(ui), gain, 3, number_mark()), 8);
}

static void learning_line(struct ui *ui, const struct evaluation_screen *v, size_t i,
			  int row, struct canvas *c)
{
	const struct learner *p = &v->learning.people[i];
	enum style style = line_style(v, i);
	int all = canvas_columns(c), figures = all >= WIDE ? all - 36 : all - 24;

	canvas_text(c, row, 0, all, style,
		    arena_printf(ui_scratch(ui), "%s %s", line_mark(v, i), p->name));
	canvas_text(c, row, figures, 24, style,
		    arena_printf(ui_scratch(ui), "%s%s%s", score(ui, p->pre),
				 score(ui, p->post), gain_figure(ui, p->gain)));
	if (all >= WIDE)
		canvas_text(c, row, all - 10, 10, style, gain_band_label(p->band));
}

static bool learning_detail(void *context, struct report *out, struct err *err)
{
	(void)err;
	put_learning(&((const struct evaluation_screen *)context)->learning, out);
	return true;
}

const struct evaluation_page page_learning = {
	.title = N_("Tests"),
	.empty = N_("Nobody is enrolled yet. Esc, then p enrols people."),
	.count = learner_count,
	.head = learning_head,
	.line = learning_line,
	.detail = learning_detail,
};

/* ---- slices ---- */

static int slices_head(struct ui *ui, const struct evaluation_screen *v, struct canvas *c,
		       int row)
{
	(void)ui;
	canvas_rule(c, row++, 0, canvas_columns(c));
	if (evaluation_line_count(v) == 0)
		return row;
	canvas_text(c, row, 2, 0, STYLE_DIM, _("About"));
	/* TRANSLATORS: sheets, mean; 7 and 7 columns, at the right */
	canvas_text(c, row, NAME + 2, 14, STYLE_DIM, _(" sheets   mean"));
	return row + 1;
}

static void draw_slice(struct ui *ui, const struct evaluation_screen *v,
		       const struct slice_line *line, size_t i, int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct item_result *low = lowest_item(line->f, line->s);
	const char *name = *line->s->name ? line->s->name : slice_view_label(line->s, a);
	enum style style = line_style(v, i);
	int at = NAME + 17;

	canvas_text(c, row, 0, canvas_columns(c), style, line_mark(v, i));
	canvas_text(c, row, 2, NAME, style, name);
	canvas_text(c, row, NAME + 2, 14, style,
		    arena_printf(a, "%7d%s", (int)line->s->sheets,
				 figure(ui, line->s->mean, 7)));
	if (canvas_columns(c) < WIDE)
		return;
	if (low) {
		canvas_text(c, row, at, BAR, STYLE_PLAIN,
			    share_bar(ui, line->s->mean / (double)low->scale, BAR));
		at += BAR + 1;
	}
	canvas_text(c, row, at, canvas_columns(c) - at, style,
		    slice_note(line->f, line->s, v->minimum, a));
}

static const char *slice_more(struct ui *ui, const struct evaluation_screen *v,
			      const struct slice_line *line)
{
	struct arena *a = ui_scratch(ui);

	return arena_printf(a, "%s: %s", *line->f->title ? line->f->title : line->f->code,
			    slice_note(line->f, line->s, v->minimum, a));
}

static void slice_detail(const struct evaluation_screen *v, const struct slice_line *line,
			 struct report *out)
{
	report_heading(out, *line->s->name ? line->s->name
					   : slice_view_label(line->s, out->arena));
	put_slice(line->f, line->s, v->minimum, out);
}

static size_t part_count(const struct evaluation_screen *v)
{
	return v->part_count;
}

static void part_line(struct ui *ui, const struct evaluation_screen *v, size_t i, int row,
		      struct canvas *c)
{
	draw_slice(ui, v, &v->parts[i], i, row, c);
}

static const char *part_more(struct ui *ui, const struct evaluation_screen *v, size_t i)
{
	return slice_more(ui, v, &v->parts[i]);
}

static bool part_detail(void *context, struct report *out, struct err *err)
{
	const struct evaluation_screen *v = context;

	(void)err;
	slice_detail(v, &v->parts[v->selected[v->page]], out);
	return true;
}

const struct evaluation_page page_parts = {
	.title = N_("Trainers"),
	.empty =
		N_("No sheets about trainers or sessions. They come from a questionnaire "
		   "that is repeated for each of them."),
	.count = part_count,
	.head = slices_head,
	.line = part_line,
	.more = part_more,
	.detail = part_detail,
};

static size_t view_count(const struct evaluation_screen *v)
{
	return v->view_count;
}

static void view_line(struct ui *ui, const struct evaluation_screen *v, size_t i, int row,
		      struct canvas *c)
{
	draw_slice(ui, v, &v->views[i], i, row, c);
}

static const char *view_more(struct ui *ui, const struct evaluation_screen *v, size_t i)
{
	return slice_more(ui, v, &v->views[i]);
}

/* All views of the questionnaire side by side, then the one with the cursor. */
static bool view_detail(void *context, struct report *out, struct err *err)
{
	const struct evaluation_screen *v = context;
	const struct slice_line *line = &v->views[v->selected[v->page]];

	(void)err;
	put_views(line->f, v->minimum, out);
	slice_detail(v, line, out);
	return true;
}

const struct evaluation_page page_views = {
	.title = N_("Follow-up"),
	.empty = N_("No sheets from midway, alumni, superiors or the public yet. They "
		    "come in "
		    "with F4 in the grid, or with bangkom answer --phase midway."),
	.count = view_count,
	.head = slices_head,
	.line = view_line,
	.more = view_more,
	.detail = view_detail,
};
