#include "domain/evaluation.h"

#include <math.h>
#include <stdlib.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/next_run.h"
#include "domain/programme.h"
#include "grid_commands.h"
#include "store/db.h"
#include "store/record.h"

/* What a programme achieved: figures, dimensions, questions with the lowest
 * first, comments. One key makes an improvement action of a question. */
enum { HEAD_ROWS = 3 };

struct dimension {
	const char *code;
	double sum;
	int64_t answers;
};

struct evaluation_screen {
	int64_t programme;
	struct programme p;
	struct evaluation e;
	struct item_result *items;
	struct comment *comments;
	size_t item_count, comment_count, selected, top;
	struct dimension *dimensions;
	size_t dimension_count;
	bool too_few;
};

static int by_mean(const void *a, const void *b)
{
	const struct item_result *x = a, *y = b;

	if (isnan(x->mean) || isnan(y->mean))
		return isnan(x->mean) - isnan(y->mean);
	if (x->mean < y->mean || x->mean > y->mean)
		return x->mean < y->mean ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

static void add_dimensions(struct evaluation_screen *v, struct arena *a)
{
	v->dimensions = arena_array(a, v->item_count + 1, sizeof *v->dimensions);
	v->dimension_count = 0;
	for (size_t i = 0; i < v->item_count; i++) {
		const struct item_result *r = &v->items[i];
		size_t k = 0;

		while (k < v->dimension_count && v->dimensions[k].code != r->dimension &&
		       choice_find(dimension_choices, v->dimensions[k].code) !=
			       choice_find(dimension_choices, r->dimension))
			k++;
		if (k == v->dimension_count)
			v->dimensions[v->dimension_count++].code = r->dimension;
		if (r->answers > 0) {
			v->dimensions[k].sum += r->mean * (double)r->answers;
			v->dimensions[k].answers += r->answers;
		}
	}
}

static bool evaluation_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct evaluation_screen *v = s->state;
	long minimum = app->settings->feedback_minimum;

	arena_reset(&s->rows);
	if (!record_load(app->db, &programme_kind, v->programme, &v->p, &s->rows, err) ||
	    !evaluation_of(app->db, v->programme, minimum, &s->rows, &v->e, err) ||
	    !evaluation_items(app->db, v->programme, minimum, &s->rows, &v->items,
			      &v->item_count, err) ||
	    !evaluation_comments(app->db, v->programme, minimum, &s->rows, &v->comments,
				 &v->comment_count, err))
		return false;
	v->too_few = v->e.sheets < minimum;
	if (v->too_few)
		v->item_count = v->comment_count = 0;
	if (v->item_count > 1)
		qsort(v->items, v->item_count, sizeof *v->items, by_mean);
	add_dimensions(v, &s->rows);
	return true;
}

static bool evaluation_open(struct ui *ui, struct screen *s, const void *argument,
			    struct err *err)
{
	((struct evaluation_screen *)s->state)->programme = *(const int64_t *)argument;
	return evaluation_reload(ui, s, err);
}

static const char *evaluation_title(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Evaluation"), v->p.code);
}

static const char *real(struct ui *ui, double value)
{
	return number_real(ui_scratch(ui), value, 2, number_mark());
}

static void draw_figures(struct ui *ui, struct evaluation_screen *v, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const char *dimensions = "";

	canvas_text(c, 0, 0, 0, STYLE_PLAIN,
		    arena_printf(a, _("Completed %d of %d   Attendance %s %%   Sheets %d   Mean %s"
				      "   alpha %s"),
				 (int)v->e.completed, (int)v->e.enrolled,
				 number_real(a, v->e.attendance_rate * 100, 1, number_mark()),
				 (int)v->e.sheets, real(ui, v->e.feedback_mean),
				 real(ui, v->e.cronbach_alpha)));
	canvas_text(c, 1, 0, 0, STYLE_PLAIN,
		    arena_printf(a, _("Tests %d   pre %s   post %s   N-gain %s   d %s"),
				 (int)v->e.tests.count, real(ui, v->e.tests.pre_mean),
				 real(ui, v->e.tests.post_mean), real(ui, v->e.tests.gain),
				 real(ui, v->e.tests.dz)));
	for (size_t i = 0; i < v->dimension_count; i++) {
		const struct dimension *d = &v->dimensions[i];

		if (d->answers > 0)
			dimensions = arena_printf(a, "%s%s %s   ", dimensions,
						  choice_label(dimension_choices, d->code),
						  real(ui, d->sum / (double)d->answers));
	}
	canvas_text(c, 2, 0, 0, STYLE_LABEL, dimensions);
}

static void draw_item(struct ui *ui, const struct item_result *r, bool focus, int row,
		      struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	int columns = canvas_columns(c), bar = columns >= 70 ? 14 : 0;
	int text = columns - 24 - bar;
	const char *counts = "";

	for (int64_t k = 0; k < r->scale && k < SCALE_MOST; k++)
		counts = arena_printf(a, "%s%s%d", counts, k ? " " : "", (int)r->counts[k]);
	canvas_text(c, row, 0, columns, focus ? STYLE_FOCUS : STYLE_PLAIN,
		    arena_printf(a, "%s%2d %s%s", focus ? ">" : " ", (int)r->number,
				 r->improvement ? "+ " : "  ", r->text));
	canvas_text(c, row, text, columns - text, focus ? STYLE_FOCUS : STYLE_PLAIN,
		    arena_printf(a, " %s ±%s", real(ui, r->mean), real(ui, r->sd)));
	if (bar && r->answers > 0)
		canvas_bar(c, row, text + 12, bar, (r->mean - 1) / (double)(r->scale - 1),
			   r->mean < 3.5 ? STYLE_WARN : STYLE_GOOD);
	canvas_text(c, row, text + 12 + bar, 12, focus ? STYLE_FOCUS : STYLE_DIM, counts);
}

static void draw_comments(struct ui *ui, struct evaluation_screen *v, int row,
			  struct canvas *c)
{
	if (v->comment_count == 0 || row + 1 >= canvas_rows(c))
		return;
	canvas_text(c, row++, 0, 0, STYLE_KEY, _("Comments"));
	for (size_t i = 0; i < v->comment_count && row < canvas_rows(c); i++, row++)
		canvas_text(c, row, 0, 0, STYLE_PLAIN,
			    arena_printf(ui_scratch(ui), "%3d× %s", (int)v->comments[i].count,
					 v->comments[i].text));
}

static void evaluation_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct evaluation_screen *v = s->state;
	int row = HEAD_ROWS + 1, rows = canvas_rows(c) - row;

	draw_figures(ui, v, c);
	canvas_rule(c, HEAD_ROWS, 0, canvas_columns(c));
	if (v->too_few) {
		canvas_text(c, row, 0, 0, STYLE_PLAIN,
			    arena_printf(ui_scratch(ui),
					 _("%d sheets so far; results are shown from %ld on, so "
					   "that nobody can be recognised."),
					 (int)v->e.sheets,
					 app_of(ui)->settings->feedback_minimum));
		return;
	}
	if (v->selected >= v->top + (size_t)rows)
		v->top = v->selected - (size_t)rows + 1;
	if (v->selected < v->top)
		v->top = v->selected;
	for (size_t i = v->top; i < v->item_count && row < canvas_rows(c); i++)
		draw_item(ui, &v->items[i], i == v->selected, row++, c);
	draw_comments(ui, v, row + 1, c);
}

static ui_flags evaluation_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct evaluation_screen *v = s->state;

	(void)ui;
	switch (key) {
	case UI_KEY_DOWN:
		v->selected += v->selected + 1 < v->item_count;
		return UI_REDRAW;
	case UI_KEY_UP:
		v->selected -= v->selected > 0;
		return UI_REDRAW;
	default:
		return UI_IGNORED;
	}
}

static const char *evaluation_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Lowest first; + marks questions with an action; a makes one");
}

const struct screen_class evaluation_class = {
	.name = "evaluation",
	.context = CONTEXT_EVALUATION,
	.state_size = sizeof(struct evaluation_screen),
	.open = evaluation_open,
	.title = evaluation_title,
	.reload = evaluation_reload,
	.draw = evaluation_draw,
	.key = evaluation_key,
	.hint = evaluation_hint,
};

ui_flags evaluation_improve(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;
	struct edit_argument argument = { .kind = &improvement_kind,
					  .parent_field = "programme",
					  .parent = v->programme };
	struct err err = { 0 };

	if (v->item_count == 0) {
		ui_refuse(ui, _("There is no question to make an action of."));
		return UI_REDRAW;
	}
	if (!improvement_from_item(app_of(ui)->db, v->programme, v->items[v->selected].item,
				   v->items[v->selected].mean, &argument.id, &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags evaluation_carry(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;
	struct err err = { 0 };
	size_t count = 0;

	if (!improvement_carry(app_of(ui)->db, v->programme, &count, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui, P_("%d action carried over to the next run.",
			      "%d actions carried over to the next run.", count),
		       (int)count);
	return UI_RELOAD;
}

ui_flags evaluation_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "evaluation",
		.programme = ((struct evaluation_screen *)s->state)->p.code,
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_REDRAW;
}
