#include "ui/grid_view.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"

enum {
	CELL_GAP = 1,
	NAME_MORE = 12, /* what names may take of spare columns */
	NOWHERE = -1
};

void grid_view_set(struct grid_view *v, size_t rows, size_t columns)
{
	v->rows = rows;
	v->columns = columns;
	if (v->row >= rows)
		v->row = rows ? rows - 1 : 0;
	if (v->column >= columns)
		v->column = columns ? columns - 1 : 0;
	v->touched_row = (size_t)NOWHERE;
}

/* Move the view by half of what it shows, so that the next steps draw two
 * cells and not all of them. */
static size_t scrolled(size_t first, size_t at, size_t shown, size_t count)
{
	size_t last = count > shown ? count - shown : 0;

	if (shown == 0)
		return at;
	if (at < first)
		first = at > shown / 2 ? at - shown / 2 : 0;
	else if (at >= first + shown)
		first = at - shown / 2;
	return first < last ? first : last;
}

static void follow_cursor(struct grid_view *v)
{
	v->top = scrolled(v->top, v->row, v->page, v->rows);
	v->left = scrolled(v->left, v->column, v->across, v->columns);
}

ui_flags grid_view_go(struct grid_view *v, size_t row, size_t column)
{
	v->row = row;
	v->column = column;
	follow_cursor(v);
	return v->top == v->drawn.top && v->left == v->drawn.left ? UI_PART : UI_NOTHING;
}

void grid_view_touch(struct grid_view *v, size_t row, size_t column)
{
	v->touched_row = row;
	v->touched_column = column;
}

ui_flags grid_view_key(struct grid_view *v, int32_t key)
{
	size_t row = v->row, column = v->column;

	if (v->rows == 0 || v->columns == 0)
		return UI_IGNORED;
	switch (key) {
	case UI_KEY_LEFT:
	case UI_KEY_BACK_TAB:
		column -= column > 0;
		break;
	case UI_KEY_RIGHT:
	case UI_KEY_TAB:
		column += column + 1 < v->columns;
		break;
	case UI_KEY_CTRL_LEFT:
		column = 0;
		break;
	case UI_KEY_CTRL_RIGHT:
		column = v->columns - 1;
		break;
	default:
		if (ui_move(&row, v->rows, v->page ? v->page : 1, key) == UI_IGNORED)
			return UI_IGNORED;
	}
	return grid_view_go(v, row, column);
}

/* A cell. */
struct spot {
	size_t row, column;
};

/* Where things stand on this canvas. */
struct layout {
	int name;	/* width of the names */
	int pitch;	/* from one cell to the next */
	int rule, feet; /* rows of the canvas; feet may be less than there are */
};

/* Where there is no room for all, the foot goes before the rows. */
static struct layout lay_out(struct grid_view *v, const struct canvas *c)
{
	const struct grid_source *s = v->source;
	struct layout l = { .name = s->name_width,
			    .pitch = s->cell_width + (s->bars ? 0 : CELL_GAP) };
	int half = canvas_columns(c) / 2, rows = canvas_rows(c), spare, room;

	spare = canvas_columns(c) - l.name - (int)v->columns * l.pitch - CELL_GAP;
	if (l.name > half)
		l.name = half > s->name_least ? half : s->name_least;
	else if (spare > 0 && v->columns < (size_t)canvas_columns(c))
		l.name += spare < NAME_MORE ? spare : NAME_MORE;
	l.feet = s->feet;
	while (l.feet > 0 && rows - s->heads - 1 - l.feet < 3)
		l.feet--;
	l.rule = rows - l.feet - (l.feet > 0);
	v->page = l.rule > s->heads ? (size_t)(l.rule - s->heads) : 0;
	room = canvas_columns(c) - l.name - (s->bars ? CELL_GAP : 0);
	v->across = room > l.pitch ? (size_t)(room / l.pitch) : 1;
	return l;
}

static int column_of(const struct grid_view *v, const struct layout *l, size_t column)
{
	return l->name + CELL_GAP + (int)(column - v->left) * l->pitch;
}

static void draw_heads(struct ui *ui, struct grid_view *v, const struct layout *l,
		       struct canvas *c)
{
	for (size_t i = v->left; i < v->columns && i - v->left < v->across; i++) {
		for (int line = 0; line < v->source->heads; line++)
			canvas_text(c, line, column_of(v, l, i), v->source->cell_width,
				    STYLE_LABEL,
				    v->source->head(v->context, i, line, ui_scratch(ui)));
	}
}

/* What stands in the cell, and a blank at each side of it: the less there is to
 * draw, the better over a slow line. */
static void draw_focus(int row, int column, int width, const char *text, struct canvas *c)
{
	int from = (int)strspn(text, " "), to = text_width(text) + 1;

	if (text[from] == '\0')
		from = 0;
	if (to > width)
		to = width;
	canvas_text(c, row, column + from - (from > 0), to - from + (from > 0),
		    STYLE_FOCUS, text + from - (from > 0));
	canvas_cursor(c, row, column + from);
}

static void draw_cell(struct ui *ui, struct grid_view *v, const struct layout *l,
		      struct spot at, struct canvas *c)
{
	struct grid_cell cell;
	int row = v->source->heads + (int)(at.row - v->top);
	bool focus = at.row == v->row && at.column == v->column;

	if (at.row < v->top || at.row >= v->top + v->page || at.row >= v->rows ||
	    at.column < v->left || at.column >= v->left + v->across ||
	    at.column >= v->columns)
		return;
	cell = v->source->cell(v->context, at.row, at.column, ui_scratch(ui));
	canvas_text(c, row, column_of(v, l, at.column), v->source->cell_width, cell.style,
		    cell.text);
	if (focus && v->source->bars)
		canvas_cursor(c, row, column_of(v, l, at.column));
	else if (focus)
		draw_focus(row, column_of(v, l, at.column), v->source->cell_width,
			   cell.text, c);
}

static void draw_name(struct ui *ui, const struct grid_view *v, const struct layout *l,
		      size_t row, struct canvas *c)
{
	struct grid_cell name = v->source->name(v->context, row, l->name, ui_scratch(ui));

	canvas_text(c, v->source->heads + (int)(row - v->top), 0, l->name, name.style,
		    name.text);
	if (row == v->row && v->source->bars > 0)
		canvas_text(c, v->source->heads + (int)(row - v->top), 0, 0, STYLE_FOCUS,
			    arena_strndup(ui_scratch(ui), name.text,
					  text_fit(name.text, v->source->bars)));
}

static void draw_row(struct ui *ui, struct grid_view *v, const struct layout *l,
		     size_t row, struct canvas *c)
{
	draw_name(ui, v, l, row, c);
	for (size_t i = v->left; i < v->columns && i - v->left < v->across; i++)
		draw_cell(ui, v, l, (struct spot){ row, i }, c);
}

static void draw_feet(struct ui *ui, struct grid_view *v, const struct layout *l,
		      struct canvas *c)
{
	for (int line = 0; line < l->feet; line++)
		canvas_text(c, l->rule + 1 + line, 0, canvas_columns(c), STYLE_PLAIN,
			    v->source->foot(v->context, line, ui_scratch(ui)));
}

/* "› 12": there is more to the right; the same to the left. */
static void draw_more(struct ui *ui, struct grid_view *v, const struct layout *l,
		      struct canvas *c)
{
	size_t behind =
		v->columns > v->left + v->across ? v->columns - v->left - v->across : 0;
	const char *text = "";

	if (v->left > 0 && behind > 0)
		text = arena_printf(ui_scratch(ui), "< %zu  %zu >", v->left, behind);
	else if (v->left > 0)
		text = arena_printf(ui_scratch(ui), "< %zu", v->left);
	else if (behind > 0)
		text = arena_printf(ui_scratch(ui), "%zu >", behind);
	canvas_text(c, 0, 0, l->name, STYLE_DIM,
		    text_column_right(ui_scratch(ui), text, l->name - 1));
}

static void draw_empty(struct ui *ui, const struct grid_view *v, struct canvas *c)
{
	const char **lines;
	size_t count =
		text_wrap(ui_scratch(ui), _(v->empty), canvas_columns(c) - 4, &lines);

	for (size_t i = 0; i < count; i++)
		canvas_text(c, 1 + (int)i, 2, 0, STYLE_PLAIN, lines[i]);
}

static void draw_all(struct ui *ui, struct grid_view *v, const struct layout *l,
		     struct canvas *c)
{
	draw_heads(ui, v, l, c);
	draw_more(ui, v, l, c);
	for (size_t i = v->top; i < v->rows && i - v->top < v->page; i++)
		draw_row(ui, v, l, i, c);
	if (l->feet > 0)
		canvas_rule(c, l->rule, 0, canvas_columns(c));
}

/* Where the cursor was, where it is, and what changed. */
static void draw_part(struct ui *ui, struct grid_view *v, const struct layout *l,
		      struct canvas *c)
{
	draw_cell(ui, v, l, (struct spot){ v->drawn.row, v->drawn.column }, c);
	draw_cell(ui, v, l, (struct spot){ v->touched_row, v->touched_column }, c);
	draw_cell(ui, v, l, (struct spot){ v->row, v->column }, c);
	if (v->source->bars && v->drawn.row < v->rows) {
		draw_name(ui, v, l, v->drawn.row, c);
		draw_name(ui, v, l, v->row, c);
	}
}

void grid_view_draw(struct ui *ui, struct grid_view *v, struct canvas *c)
{
	struct layout l;

	if (v->rows == 0 || v->columns == 0) {
		draw_empty(ui, v, c);
		return;
	}
	l = lay_out(v, c);
	follow_cursor(v);
	if (!canvas_is_part(c))
		draw_all(ui, v, &l, c);
	else
		draw_part(ui, v, &l, c);
	draw_feet(ui, v, &l, c);
	v->touched_row = (size_t)NOWHERE;
	v->drawn.row = v->row;
	v->drawn.column = v->column;
	v->drawn.top = v->top;
	v->drawn.left = v->left;
}
