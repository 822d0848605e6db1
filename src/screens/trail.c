#include "domain/trail.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/reference.h"
#include "improve_commands.h"

/* The why-trail: a record in the middle, above it what it rests on, below it
 * what follows from it. Enter opens a line, w goes on from there, Backspace
 * goes back along the way. */
enum { LINES_OF_LINK = 3, WAY_MOST = 100, INDENT = 3, KIND_WIDTH = 20, NARROW = 60 };

struct step {
	const struct kind *kind;
	int64_t id;
};

struct trail_screen {
	struct step way[WAY_MOST]; /* the last one is in the middle */
	size_t steps;
	const char *label; /* of the one in the middle */
	struct trail_line *lines;
	size_t count, selected, top, page; /* selected: a line, of `count` */
	int64_t whole;
};

static const struct step *middle(const struct trail_screen *v)
{
	return &v->way[v->steps - 1];
}

static size_t why_count(const struct trail_screen *v)
{
	size_t count = 0;

	while (count < v->count && v->lines[count].why)
		count++;
	return count;
}

static bool trail_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct trail_screen *v = s->state;
	struct trail_request request = {
		.kind = middle(v)->kind,
		.id = middle(v)->id,
		.most = LINES_OF_LINK,
		.whole = v->whole,
		.minimum = app->settings->feedback_minimum,
	};

	arena_reset(&s->rows);
	if (!trail_of(app->db, &request, &s->rows, &v->lines, &v->count, err) ||
	    !reference_label(app->db, request.kind, request.id, &s->rows, &v->label, err))
		return false;
	if (v->selected >= v->count)
		v->selected = v->count ? v->count - 1 : 0;
	return true;
}

static bool trail_open(struct ui *ui, struct screen *s, const void *argument,
		       struct err *err)
{
	const struct trail_argument *a = argument;
	struct trail_screen *v = s->state;

	v->way[v->steps++] = (struct step){ a->kind, a->id };
	if (!trail_reload(ui, s, err))
		return false;
	v->selected = why_count(v) < v->count ? why_count(v) : 0;
	return true;
}

/* The way that led here, by kinds. */
static const char *trail_title(struct ui *ui, struct screen *s)
{
	const struct trail_screen *v = s->state;
	const char *way = _("Why-trail");
	size_t from = v->steps > 4 ? v->steps - 4 : 0;

	for (size_t i = from; i < v->steps; i++)
		way = arena_printf(ui_scratch(ui), "%s › %s", way,
				   _(v->way[i].kind->label));
	return way;
}

static void draw_record(struct ui *ui, const struct trail_line *l, bool focus, int row,
			struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	int kind = canvas_columns(c) < NARROW ? KIND_WIDTH / 2 : KIND_WIDTH;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	const char *more =
		l->more == 0 ? ""
			     : arena_printf(a, _("  … and %d more (x)"), (int)l->more);
	int width = canvas_columns(c) - INDENT - kind - 1 - text_width(more);

	if (focus)
		canvas_cursor(c, row, 0);
	canvas_text(c, row, 0, canvas_columns(c), style, focus ? ">" : "");
	canvas_text(c, row, INDENT, kind, focus ? style : STYLE_LABEL,
		    l->kind ? _(l->kind->label) : _("Feedback"));
	canvas_text(c, row, INDENT + kind + 1, width, style, l->label);
	canvas_text(c, row, INDENT + kind + 1 + width, 0, focus ? style : STYLE_DIM,
		    more);
}

static void draw_middle(struct ui *ui, const struct trail_screen *v, int row,
			struct canvas *c)
{
	canvas_text(c, row, 0, canvas_columns(c), STYLE_TITLE,
		    arena_printf(ui_scratch(ui), "= %s  %s", _(middle(v)->kind->label),
				 v->label));
}

/* Rows: "Why", those above, the middle, "So", those below. */
static size_t row_of(const struct trail_screen *v, size_t line)
{
	return line < why_count(v) ? line + 1 : line + 3;
}

static void draw_row(struct ui *ui, const struct trail_screen *v, size_t i, int row,
		     struct canvas *c)
{
	size_t why = why_count(v);

	if (i == 0)
		canvas_text(c, row, 0, 0, STYLE_KEY,
			    why ? _("Why: it rests on") : _("Why: nothing is on record"));
	else if (i <= why)
		draw_record(ui, &v->lines[i - 1], i - 1 == v->selected, row, c);
	else if (i == why + 1)
		draw_middle(ui, v, row, c);
	else if (i == why + 2)
		canvas_text(c, row, 0, 0, STYLE_KEY,
			    why < v->count ? _("So: from it follows")
					   : _("So: nothing follows from it yet"));
	else
		draw_record(ui, &v->lines[i - 3], i - 3 == v->selected, row, c);
}

static void trail_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct trail_screen *v = s->state;
	size_t rows = (size_t)canvas_rows(c), all = v->count + 3;
	size_t at = row_of(v, v->selected), mid = why_count(v) + 1;

	v->page = rows;
	if (at >= v->top + rows)
		v->top = at - rows + 1;
	if (at < v->top)
		v->top = at;
	/* The headings and the middle are seen where there is room for them. */
	if (at == 1)
		v->top = 0;
	if (at > mid && v->top > mid && at - mid < rows)
		v->top = mid;
	if (all <= rows)
		v->top = 0;
	for (size_t i = v->top; i < all && i - v->top < rows; i++)
		draw_row(ui, v, i, (int)(i - v->top), c);
}

static const struct trail_line *current(const struct trail_screen *v)
{
	return v->count > 0 ? &v->lines[v->selected] : NULL;
}

static ui_flags open_line(struct ui *ui, const struct trail_line *l)
{
	struct edit_argument argument = { .kind = l->kind, .id = l->id };

	if (!l->kind)
		return UI_NOTHING;
	if (!record_open_own(ui, l->kind, l->id))
		ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

static ui_flags trail_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct trail_screen *v = s->state;

	if (v->count == 0)
		return UI_IGNORED;
	if (key == UI_KEY_ENTER)
		return open_line(ui, current(v));
	return ui_move(&v->selected, v->count, v->page, key);
}

static const char *trail_hint(struct ui *ui, struct screen *s)
{
	const struct trail_line *l = current(s->state);

	if (l && text_width(l->label) > ui_columns(ui) - KIND_WIDTH - INDENT - 2)
		return l->label;
	return _("Enter opens the line, w goes on from it, Backspace goes back on the "
		 "way");
}

static bool trail_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct trail_line *l = current(s->state);

	if (!l || !l->kind)
		return false;
	*kind = l->kind;
	*id = l->id;
	return true;
}

const struct screen_class trail_class = {
	.name = "trail",
	.context = CONTEXT_TRAIL,
	.state_size = sizeof(struct trail_screen),
	.open = trail_open,
	.title = trail_title,
	.reload = trail_reload,
	.draw = trail_draw,
	.key = trail_key,
	.hint = trail_hint,
	.record = trail_record,
};

/* A step further, in the same screen. */
static ui_flags go_on(struct trail_screen *v, const struct kind *kind, int64_t id)
{
	if (v->steps == WAY_MOST) {
		memmove(v->way, v->way + 1, (WAY_MOST - 1) * sizeof *v->way);
		v->steps--;
	}
	v->way[v->steps++] = (struct step){ kind, id };
	v->selected = v->top = 0;
	v->whole = 0;
	return UI_RELOAD;
}

ui_flags trail_show(struct ui *ui, struct screen *s)
{
	struct trail_argument argument = { NULL, 0 };

	if (!s->class->record || !s->class->record(s, &argument.kind, &argument.id)) {
		ui_refuse(ui, _("There is no record here whose trail could be shown."));
		return UI_NOTHING;
	}
	if (argument.kind->private_keys) {
		ui_refuse(ui,
			  _("Sheets are anonymous: no trail leads to one or from it."));
		return UI_NOTHING;
	}
	if (s->class == &trail_class)
		return go_on(s->state, argument.kind, argument.id);
	ui_run(ui, &trail_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags trail_back(struct ui *ui, struct screen *s)
{
	struct trail_screen *v = s->state;

	(void)ui;
	if (v->steps == 1)
		return UI_CLOSE | UI_RELOAD;
	v->steps--;
	v->selected = v->top = 0;
	v->whole = 0;
	return UI_RELOAD;
}

/* All records of the link that the line belongs to. */
ui_flags trail_whole(struct ui *ui, struct screen *s)
{
	struct trail_screen *v = s->state;
	const struct trail_line *l = current(v);

	(void)ui;
	if (!l)
		return UI_NOTHING;
	v->whole = v->whole == l->link ? 0 : l->link;
	return UI_RELOAD;
}
