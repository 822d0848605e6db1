#include <math.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "evaluation.h"
#include "report/evaluation_parts.h"

/* The page of the runs before. */

static size_t change_count(const struct evaluation_screen *v)
{
	return *v->comparison.before ? v->comparison.item_count : 0;
}

/* Each run on a line: its figures with how many they are of. */
static int draw_runs(struct ui *ui, const struct comparison *x, struct canvas *c, int row)
{
	struct arena *a = ui_scratch(ui);

	for (size_t i = 0; i < x->run_count && row < canvas_rows(c) / 2; i++, row++) {
		const struct run_figures *r = &x->runs[i];

		canvas_text(
			c, row, 0, canvas_columns(c), r->now ? STYLE_TITLE : STYLE_PLAIN,
			arena_printf(a,
				     _("%s  attendance %s %%  N-gain %s (n = %d)  "
				       "feedback %s (n = %d)"),
				     text_column(a, r->code, 8),
				     number_real(a, r->attendance_rate * 100, 1,
						 number_mark()),
				     figure(ui, r->gain, 0), (int)r->tests,
				     figure(ui, r->feedback_mean, 0), (int)r->sheets));
	}
	return row;
}

static int comparison_head(struct ui *ui, const struct evaluation_screen *v,
			   struct canvas *c, int row)
{
	const struct comparison *x = &v->comparison;
	int all = canvas_columns(c);

	row = draw_runs(ui, x, c, row);
	canvas_rule(c, row++, 0, all);
	if (change_count(v) == 0)
		return row;
	canvas_text(c, row, 6, 0, STYLE_DIM,
		    arena_printf(ui_scratch(ui), _("Question; before is %s"), x->before));
	/* TRANSLATORS: mean before with n, now with n, difference; 12, 12, 7 columns */
	canvas_text(c, row, all - 31, 31, STYLE_DIM,
		    _(" before   n     now   n    diff"));
	return row + 1;
}

static void comparison_line(struct ui *ui, const struct evaluation_screen *v, size_t i,
			    int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct item_change *x = &v->comparison.items[i];
	enum style style = line_style(v, i);
	int all = canvas_columns(c);

	canvas_text(c, row, 0, all, style,
		    arena_printf(a, "%s%3d", line_mark(v, i), (int)x->now.number));
	canvas_text(c, row, 6, all - 38, style, x->now.text);
	canvas_text(
		c, row, all - 31, 31, style,
		arena_printf(a, "%s%4d%s%4d%s", figure(ui, x->before.mean, 7),
			     (int)x->before.answers, figure(ui, x->now.mean, 8),
			     (int)x->now.answers,
			     text_column_right(a,
					       arena_printf(a, "%s%s",
							    x->difference > 0 ? "+" : "",
							    figure(ui, x->difference, 0)),
					       8)));
}

static const char *comparison_more(struct ui *ui, const struct evaluation_screen *v,
				   size_t i)
{
	const struct item_change *x = &v->comparison.items[i];

	if (x->before.answers == 0)
		return arena_printf(ui_scratch(ui), _("%s\nNot asked in the run before."),
				    x->now.text);
	return x->now.text;
}

/* The answers now and in the run before. */
static bool comparison_detail(void *context, struct report *out, struct err *err)
{
	const struct evaluation_screen *v = context;
	const struct item_change *x = &v->comparison.items[v->selected[v->page]];

	(void)err;
	report_heading(out, v->p.code);
	put_item(&x->now, out);
	if (x->before.answers == 0)
		return true;
	report_heading(out, v->comparison.before);
	put_item(&x->before, out);
	return true;
}

const struct evaluation_page page_comparison = {
	.title = N_("Comparison"),
	.empty = N_("This is the first run of its design that can be compared."),
	.count = change_count,
	.head = comparison_head,
	.line = comparison_line,
	.more = comparison_more,
	.detail = comparison_detail,
};
