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
#include "domain/improve.h"
#include "domain/next_run.h"
#include "domain/programme.h"
#include "grid_commands.h"
#include "improve_commands.h"
#include "store/db.h"
#include "store/record.h"

/* What a programme achieved: figures, dimensions, questions with the lowest
 * first, comments. One key makes an improvement action of a question. */
enum { ROOMY = 14, FIGURES_WIDTH = 19, COUNT_WIDTH = 3, BAR_WIDTH = 12 };

struct evaluation_screen {
	int64_t programme;
	struct programme p;
	struct evaluation e;
	struct item_result *items;
	struct comment *comments;
	size_t item_count, comment_count;
	size_t selected, top, page; /* rows: questions, then comments */
	struct dimension_result *dimensions;
	size_t dimension_count;
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
	evaluation_dimensions(v->items, v->item_count, &s->rows, &v->dimensions,
			      &v->dimension_count);
	if (v->e.too_few)
		v->item_count = v->comment_count = 0;
	if (v->item_count > 1)
		qsort(v->items, v->item_count, sizeof *v->items, by_mean);
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

/* The figures, as many lines as they need. */
static int draw_figures(struct ui *ui, struct evaluation_screen *v, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const char *dimensions = "", **lines;
	size_t count;

	for (size_t i = 0; i < v->dimension_count; i++) {
		const struct dimension_result *d = &v->dimensions[i];

		if (!isnan(d->mean))
			dimensions = arena_printf(
				a, "%s   %s %s", dimensions,
				choice_label(dimension_choices, d->dimension),
				real(ui, d->mean));
	}
	count = text_wrap(
		a,
		arena_printf(
			a,
			_("Completed %d of %d   Attendance %s %%   Sheets %d   Mean %s   "
			  "Cronbach's alpha %s\nPre-test %s   Post-test %s   N-gain %s   "
			  "Cohen's dz %s   (n = %d)"),
			(int)v->e.completed, (int)v->e.enrolled,
			number_real(a, v->e.attendance_rate * 100, 1, number_mark()),
			(int)v->e.sheets, real(ui, v->e.feedback_mean),
			real(ui, v->e.cronbach_alpha), real(ui, v->e.tests.pre_mean),
			real(ui, v->e.tests.post_mean), real(ui, v->e.tests.gain),
			real(ui, v->e.tests.dz), (int)v->e.tests.count),
		canvas_columns(c), &lines);
	if (canvas_rows(c) < ROOMY && (int)count > canvas_rows(c) / 3)
		count = (size_t)canvas_rows(c) / 3;
	for (size_t i = 0; i < count; i++)
		canvas_text(c, (int)i, 0, 0, STYLE_PLAIN, lines[i]);
	if (canvas_rows(c) < ROOMY || *dimensions == '\0')
		return (int)count;
	for (size_t i = 0, more = text_wrap(a, dimensions + 3, canvas_columns(c), &lines);
	     i < more; i++)
		canvas_text(c, (int)count++, 0, 0, STYLE_DIM, lines[i]);
	return (int)count;
}

/* Where the columns stand; those that do not fit have no width. */
struct columns {
	int text, figures, counts, bar, bar_width;
};

static struct columns lay_out(const struct canvas *c, int64_t scale)
{
	struct columns at = { .text = 6 };
	int all = canvas_columns(c), counts = (int)scale * COUNT_WIDTH;
	bool wide = all >= 70;

	at.bar_width = wide ? BAR_WIDTH : 0;
	at.bar = all - at.bar_width;
	at.counts = at.bar - (wide && scale <= 5 ? counts + 1 : 0);
	at.figures = at.counts - FIGURES_WIDTH;
	return at;
}

/* The share of low, middle and high answers, as one bar. */
static const char *distribution(struct ui *ui, const struct item_result *r)
{
	bool ascii = app_of(ui)->settings->ascii;
	const char *parts[] = { ascii ? "." : "░", ascii ? "-" : "▒", ascii ? "#" : "█" };
	const char *bar = "";
	int64_t sum = 0;
	int drawn = 0;

	for (int64_t k = 1; k <= r->scale && k <= SCALE_MOST && r->answers > 0; k++) {
		int part = 2 * k < r->scale + 1 ? 0 : 2 * k > r->scale + 1 ? 2 : 1;
		int until;

		sum += r->counts[k - 1];
		until = (int)((double)sum / (double)r->answers * BAR_WIDTH + 0.5);
		for (; drawn < until; drawn++)
			bar = arena_printf(ui_scratch(ui), "%s%s", bar, parts[part]);
	}
	return bar;
}

static const char *counts_shown(struct ui *ui, const struct item_result *r)
{
	const char *counts = "";

	for (int64_t k = 0; k < r->scale && k < SCALE_MOST; k++)
		counts = arena_printf(ui_scratch(ui), "%s%*d", counts, COUNT_WIDTH,
				      (int)r->counts[k]);
	return counts;
}

static void draw_headings(struct ui *ui, struct evaluation_screen *v, int row,
			  struct canvas *c)
{
	int64_t scale = v->item_count ? v->items[0].scale : 5;
	struct columns at = lay_out(c, scale);
	const char *counts = "";

	for (int64_t k = 1; k <= scale; k++)
		counts = arena_printf(ui_scratch(ui), "%s%*d", counts, COUNT_WIDTH,
				      (int)k);
	canvas_text(c, row, 1, 0, STYLE_DIM, _("No."));
	canvas_text(c, row, at.text, at.figures - at.text, STYLE_DIM, _("Question"));
	/* TRANSLATORS: n, mean, standard deviation; 4, 7 and 7 columns, at the right */
	canvas_text(c, row, at.figures, FIGURES_WIDTH, STYLE_DIM,
		    _("   n   mean     SD"));
	if (at.counts < at.bar)
		canvas_text(c, row, at.counts, 0, STYLE_DIM, counts);
	if (at.bar_width)
		canvas_text(c, row, at.bar, at.bar_width, STYLE_DIM, _("low - high"));
}

static void draw_item(struct ui *ui, const struct item_result *r, bool focus, int row,
		      struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	struct columns at = lay_out(c, r->scale);
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;

	canvas_text(c, row, 0, canvas_columns(c), style,
		    arena_printf(a, "%s%3d %s", focus ? ">" : " ", (int)r->number,
				 r->improvement ? "+" : " "));
	canvas_text(c, row, at.text, at.figures - at.text, style, r->text);
	canvas_text(c, row, at.figures, FIGURES_WIDTH, style,
		    arena_printf(a, "%4d%s%s", (int)r->answers,
				 text_column_right(a, real(ui, r->mean), 7),
				 text_column_right(a, real(ui, r->sd), 7)));
	if (at.counts < at.bar)
		canvas_text(c, row, at.counts, at.bar - at.counts, style,
			    counts_shown(ui, r));
	if (at.bar_width)
		canvas_text(c, row, at.bar, at.bar_width, style, distribution(ui, r));
}

/* Questions, a heading, then comments: the rows that the cursor goes over,
 * the heading left out. */
static void draw_row(struct ui *ui, struct evaluation_screen *v, size_t i, int row,
		     struct canvas *c)
{
	bool focus = i == v->selected;
	const struct comment *comment;

	if (focus)
		canvas_cursor(c, row, 0);
	if (i < v->item_count) {
		draw_item(ui, &v->items[i], focus, row, c);
		return;
	}
	comment = &v->comments[i - v->item_count];
	canvas_text(c, row, 0, canvas_columns(c), focus ? STYLE_FOCUS : STYLE_PLAIN,
		    arena_printf(ui_scratch(ui), "%s%3d×  %s", focus ? ">" : " ",
				 (int)comment->count, comment->text));
}

static size_t row_count(const struct evaluation_screen *v)
{
	return v->item_count + v->comment_count;
}

static void draw_rows(struct ui *ui, struct evaluation_screen *v, int row,
		      struct canvas *c)
{
	size_t rows = (size_t)(canvas_rows(c) - row > 2 ? canvas_rows(c) - row - 1 : 1);

	v->page = rows;
	if (v->selected >= v->top + rows)
		v->top = v->selected - rows + 1;
	if (v->selected < v->top)
		v->top = v->selected;
	for (size_t i = v->top; i < row_count(v) && row < canvas_rows(c); i++) {
		if (i == v->item_count)
			canvas_text(c, row++, 0, 0, STYLE_KEY, _("Comments"));
		if (row < canvas_rows(c))
			draw_row(ui, v, i, row++, c);
	}
}

static void evaluation_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct evaluation_screen *v = s->state;
	int row = draw_figures(ui, v, c);
	const char **lines;
	size_t count;

	canvas_rule(c, row++, 0, canvas_columns(c));
	if (!v->e.too_few) {
		draw_headings(ui, v, row++, c);
		draw_rows(ui, v, row, c);
		return;
	}
	count = text_wrap(
		ui_scratch(ui),
		arena_printf(ui_scratch(ui),
			     _("%d sheets so far; results are shown from %ld on, so "
			       "that nobody can be recognised."),
			     (int)v->e.sheets, app_of(ui)->settings->feedback_minimum),
		canvas_columns(c), &lines);
	for (size_t i = 0; i < count; i++)
		canvas_text(c, row++, 0, 0, STYLE_PLAIN, lines[i]);
}

static ui_flags evaluation_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct evaluation_screen *v = s->state;
	size_t count = row_count(v);

	(void)ui;
	return count > 0 ? ui_move(&v->selected, count, v->page, key) : UI_IGNORED;
}

/* What is cut in its row is read here. */
static const char *evaluation_hint(struct ui *ui, struct screen *s)
{
	const struct evaluation_screen *v = s->state;
	const char *text;

	if (v->selected >= row_count(v))
		return "";
	text = v->selected < v->item_count
		       ? v->items[v->selected].text
		       : v->comments[v->selected - v->item_count].text;
	if (text_width(text) > ui_columns(ui) - (v->selected < v->item_count ? 53 : 8))
		return text;
	return _("Lowest first; + marks questions with an action, a makes one");
}

/* The question with the cursor, else the programme: comments have no trail. */
static bool evaluation_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct evaluation_screen *v = s->state;
	bool question = v->selected < v->item_count;

	*kind = question ? &item_kind : &programme_kind;
	*id = question ? v->items[v->selected].item : v->programme;
	return true;
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
	.record = evaluation_record,
};

ui_flags evaluation_improve(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;
	struct edit_argument argument = { .kind = &improvement_kind,
					  .parent_field = "programme",
					  .parent = v->programme };
	struct err err = { 0 };

	if (v->selected >= v->item_count) {
		ui_refuse(ui, _("There is no question to make an action of."));
		return UI_NOTHING;
	}
	if (!improvement_from_item(app_of(ui)->db, v->programme,
				   v->items[v->selected].item, v->items[v->selected].mean,
				   &argument.id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags evaluation_findings(struct ui *ui, struct screen *s)
{
	ui_run(ui, &findings_class, &((struct evaluation_screen *)s->state)->programme,
	       NULL);
	return UI_RELOAD;
}

ui_flags evaluation_comments_read(struct ui *ui, struct screen *s)
{
	ui_run(ui, &comments_class, &((struct evaluation_screen *)s->state)->programme,
	       NULL);
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
		ui_say(ui,
		       P_("%d action carried over to the next run.",
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
	return UI_NOTHING;
}
