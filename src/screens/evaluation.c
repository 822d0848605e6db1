#include "evaluation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/improve.h"
#include "domain/next_run.h"
#include "grid_commands.h"
#include "improve_commands.h"
#include "report/evaluation_parts.h"
#include "store/db.h"
#include "store/record.h"

/* What a programme achieved, on pages: reaction with the lowest question
 * first, learning, trainers, comments, the run before, follow-up. One key
 * makes an improvement action of a question. */
enum { ROOMY = 14, MORE_LINES = 2 };

static const struct evaluation_page *const evaluation_pages[PAGE_COUNT] = {
	&page_reaction, &page_learning,	  &page_parts,
	&page_comments, &page_comparison, &page_views,
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

/* Questions that are no scale stand behind the scales. */
static void add_others(struct evaluation_screen *v, struct arena *a)
{
	size_t most = v->item_count;

	for (size_t q = 0; q < v->e.feedback_count; q++)
		most += v->e.feedback[q].item_count;
	v->items = arena_grow(a, v->items, v->item_count * sizeof *v->items,
			      (most + 1) * sizeof *v->items);
	for (size_t q = 0; q < v->e.feedback_count; q++) {
		const struct feedback_result *f = &v->e.feedback[q];

		for (size_t i = 0; i < f->item_count && feedback_is_reaction(f); i++) {
			const struct item_result *r = &f->all.items[i];

			if (strcmp(r->kind, "likert") != 0 &&
			    strcmp(r->kind, "text") != 0)
				v->items[v->item_count++] = *r;
		}
	}
}

/* The parts and views of all questionnaires, one line each. */
static void collect_slices(struct evaluation_screen *v, struct arena *a)
{
	size_t parts = 0, views = 0;

	for (size_t i = 0; i < v->e.feedback_count; i++) {
		parts += v->e.feedback[i].part_count;
		views += v->e.feedback[i].view_count;
	}
	v->parts = arena_array(a, parts + 1, sizeof *v->parts);
	v->views = arena_array(a, views + 1, sizeof *v->views);
	v->part_count = v->view_count = 0;
	for (size_t i = 0; i < v->e.feedback_count; i++) {
		const struct feedback_result *f = &v->e.feedback[i];

		for (size_t k = 0; k < f->part_count; k++)
			v->parts[v->part_count++] =
				(struct slice_line){ f, &f->parts[k] };
		for (size_t k = 0; k < f->view_count; k++)
			v->views[v->view_count++] =
				(struct slice_line){ f, &f->views[k] };
	}
}

static bool evaluation_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct evaluation_screen *v = s->state;
	long minimum = v->minimum = app->settings->feedback_minimum;

	arena_reset(&s->rows);
	if (!record_load(app->db, &programme_kind, v->programme, &v->p, &s->rows, err) ||
	    !evaluation_of(app->db, v->programme, minimum, &s->rows, &v->e, err) ||
	    !learning_of(app->db, v->programme, &s->rows, &v->learning, err) ||
	    !comparison_of(app->db, v->programme, minimum, &s->rows, &v->comparison, err))
		return false;
	report_init(&v->learning_text, &s->rows, "learning", "");
	put_learning(&v->learning, &v->learning_text);
	evaluation_scales(&v->e, &s->rows, &v->items, &v->item_count);
	if (v->e.too_few)
		v->item_count = 0;
	if (v->item_count > 1)
		qsort(v->items, v->item_count, sizeof *v->items, by_mean);
	v->scale_count = v->item_count;
	if (!v->e.too_few)
		add_others(v, &s->rows);
	collect_slices(v, &s->rows);
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

static const struct evaluation_page *page_of(const struct evaluation_screen *v)
{
	return evaluation_pages[v->page];
}

size_t evaluation_line_count(const struct evaluation_screen *v)
{
	return page_of(v)->count(v);
}

enum style line_style(const struct evaluation_screen *v, size_t i)
{
	return i == v->selected[v->page] ? STYLE_FOCUS : STYLE_PLAIN;
}

const char *line_mark(const struct evaluation_screen *v, size_t i)
{
	return i == v->selected[v->page] ? ">" : " ";
}

const char *figure(struct ui *ui, double value, int width)
{
	struct arena *a = ui_scratch(ui);
	const char *text = isnan(value) ? "–" : number_real(a, value, 2, number_mark());

	return width > 0 ? text_column_right(a, text, width) : text;
}

const char *share_bar(struct ui *ui, double share, int width)
{
	bool ascii = app_of(ui)->settings->ascii;
	int full = isnan(share) ? -1 : (int)(share * width + 0.5);
	const char *bar = "";

	for (int k = 0; full >= 0 && k < width; k++)
		bar = arena_printf(ui_scratch(ui), "%s%s", bar,
				   k < full ? (ascii ? "#" : "█") : (ascii ? "." : "▒"));
	return bar;
}

int draw_wrapped(struct ui *ui, struct canvas *c, int row, int most, const char *text)
{
	const char **lines;
	size_t count = text_wrap(ui_scratch(ui), text, canvas_columns(c), &lines);

	for (size_t i = 0; i < count && most > 0; i++, most--)
		canvas_text(c, row++, 0, 0, STYLE_PLAIN, lines[i]);
	return row;
}

/* The titles of the pages; on a narrow terminal only that of the one shown. */
static void draw_tabs(struct ui *ui, const struct evaluation_screen *v, struct canvas *c)
{
	int all = 0, column = 0;

	for (size_t i = 0; i < PAGE_COUNT; i++)
		all += text_width(_(evaluation_pages[i]->title)) + 4;
	for (size_t i = 0; i < PAGE_COUNT; i++) {
		bool here = i == v->page, named = here || all <= canvas_columns(c);
		const char *title = named ? _(evaluation_pages[i]->title) : "";
		const char *tab =
			arena_printf(ui_scratch(ui), here ? "[%zu%s%s]" : " %zu%s%s ",
				     i + 1, named ? " " : "", title);

		canvas_text(c, 0, column, 0, here ? STYLE_TITLE : STYLE_DIM, tab);
		column += text_width(tab);
	}
}

static const char *more_text(struct ui *ui, const struct evaluation_screen *v)
{
	size_t i = v->selected[v->page];

	return page_of(v)->more && i < page_of(v)->count(v) ? page_of(v)->more(ui, v, i)
							    : "";
}

/* What the line with the cursor says of itself, at the bottom where there is
 * room; gives back the rows left for the lines. */
static int draw_more(struct ui *ui, const struct evaluation_screen *v, struct canvas *c)
{
	int rows = canvas_rows(c);

	if (rows < ROOMY || !page_of(v)->more || page_of(v)->count(v) == 0)
		return rows;
	canvas_rule(c, rows - MORE_LINES - 1, 0, canvas_columns(c));
	draw_wrapped(ui, c, rows - MORE_LINES, MORE_LINES, more_text(ui, v));
	return rows - MORE_LINES - 1;
}

static void draw_lines(struct ui *ui, struct evaluation_screen *v, int row, int end,
		       struct canvas *c)
{
	size_t count = page_of(v)->count(v), *selected = &v->selected[v->page];
	size_t *top = &v->top[v->page];

	v->shown = (size_t)(end - row > 1 ? end - row : 1);
	if (*selected >= count)
		*selected = count ? count - 1 : 0;
	if (*selected >= *top + v->shown)
		*top = *selected - v->shown + 1;
	if (*selected < *top)
		*top = *selected;
	for (size_t i = *top; i < count && row < end; i++, row++) {
		if (i == *selected)
			canvas_cursor(c, row, 0);
		page_of(v)->line(ui, v, i, row, c);
	}
	if (count == 0 && *page_of(v)->empty != '\0')
		draw_wrapped(ui, c, row, end - row, _(page_of(v)->empty));
}

static void evaluation_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct evaluation_screen *v = s->state;
	int end = draw_more(ui, v, c);

	draw_tabs(ui, v, c);
	draw_lines(ui, v, page_of(v)->head(ui, v, c, 1), end, c);
}

static ui_flags evaluation_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct evaluation_screen *v = s->state;
	size_t count = page_of(v)->count(v);

	(void)ui;
	if (key >= '1' && key < '1' + PAGE_COUNT) {
		v->page = (size_t)(key - '1');
		return UI_NOTHING;
	}
	return count > 0 ? ui_move(&v->selected[v->page], count, v->shown, key)
			 : UI_IGNORED;
}

/* Where there is no room for it, what the line says stands here. */
static const char *evaluation_hint(struct ui *ui, struct screen *s)
{
	const struct evaluation_screen *v = s->state;

	if (ui_columns(ui) < 70)
		return v->page == 1 ? learning_caution() : more_text(ui, v);
	if (evaluation_line_count(v) == 0)
		return "";
	if (v->page == 0)
		return _("Lowest first; + marks questions with an action, a makes one");
	return _("Tab or 1 to 6: page   Enter: all about the line");
}

/* The question with the cursor, else the programme: comments have no trail. */
static bool evaluation_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct evaluation_screen *v = s->state;
	size_t i = v->selected[0];
	bool question = v->page == 0 && i < v->item_count;

	*kind = question ? &item_kind : &programme_kind;
	*id = question ? v->items[i].item : v->programme;
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

ui_flags evaluation_next_page(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;

	(void)ui;
	v->page = (v->page + 1) % PAGE_COUNT;
	return UI_NOTHING;
}

ui_flags evaluation_page_before(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;

	(void)ui;
	v->page = (v->page + PAGE_COUNT - 1) % PAGE_COUNT;
	return UI_NOTHING;
}

ui_flags evaluation_detail(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;
	const struct report_argument argument = {
		.name = "detail",
		.make = page_of(v)->detail,
		.context = v,
		.title = _(page_of(v)->title),
	};

	if (!argument.make || page_of(v)->count(v) == 0) {
		ui_refuse(ui, _("There is nothing more about this. p shows all as a "
				"report."));
		return UI_NOTHING;
	}
	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

ui_flags evaluation_improve(struct ui *ui, struct screen *s)
{
	struct evaluation_screen *v = s->state;
	struct edit_argument argument = { .kind = &improvement_kind,
					  .parent_field = "programme",
					  .parent = v->programme };
	size_t i = v->selected[0];
	struct err err = { 0 };
	int64_t kept = 0;

	if (v->page != 0 || i >= v->scale_count) {
		ui_refuse(ui,
			  _("There is no question on a scale here. 1 shows them; choose "
			    "one, and a makes an action of it."));
		return UI_NOTHING;
	}
	if (!improvement_from_item(app_of(ui)->db, v->programme, v->items[i].item,
				   v->items[i].mean, &argument.id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_run(ui, &record_edit_class, &argument, &kept);
	if (kept == 0)
		ui_say(ui,
		       _("The action is there, but nobody owns it yet   (Ctrl+Z takes "
			 "it back)"));
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
	else if (count == 0)
		ui_refuse(ui, _("No open action is left to carry over. a makes one of "
				"the question with the cursor."));
	else
		ui_say(ui,
		       P_("%d action carried over to the next run   (Ctrl+Z takes it "
			  "back)",
			  "%d actions carried over to the next run   (Ctrl+Z takes it "
			  "back)",
			  count),
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
