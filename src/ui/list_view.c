#include <string.h>

#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "ui/views.h"
#include "ui_private.h"

enum {
	GAP = 2,
	MARK_WIDTH = 2,
	MARK_PAGE = 1000,
	MARKS_MOST = 100000,
	COMPACT_AFTER = 64
};

int64_t list_view_current(const struct list_view *v)
{
	return v->count > 0 ? v->rows[v->selected].id : 0;
}

bool list_view_marked(const struct list_view *v, int64_t id)
{
	for (size_t i = 0; i < v->mark_count; i++) {
		if (v->marks[i] == id)
			return true;
	}
	return false;
}

static bool fetch(struct list_view *v, enum list_from from, int64_t anchor,
		  struct err *err)
{
	struct list_row *rows;
	size_t count;

	if (!v->source->fetch(v->source->context, from, anchor, (size_t)v->page,
			      &v->screen->rows, &rows, &count, err))
		return false;
	v->rows = rows;
	v->count = count;
	return true;
}

/* Keep the page full where there are rows before it. */
static bool fill_page(struct list_view *v, struct err *err)
{
	if (v->count >= (size_t)v->page)
		return true;
	return fetch(v, LIST_LAST, 0, err);
}

static void select_id(struct list_view *v, int64_t id)
{
	for (size_t i = 0; i < v->count; i++) {
		if (v->rows[i].id == id)
			v->selected = i;
	}
	if (v->selected >= v->count)
		v->selected = v->count ? v->count - 1 : 0;
	v->anchor = list_view_current(v);
}

bool list_view_reload(struct ui *ui, struct list_view *v, struct err *err)
{
	int64_t top = v->count > 0 ? v->rows[0].id : 0, anchor = v->anchor;

	(void)ui;
	v->loaded = true;
	if (v->page < 1)
		v->page = 1;
	if (!v->kept)
		arena_reset(&v->screen->rows);
	v->rows = NULL;
	v->count = 0;
	if (!fetch(v, top ? LIST_AT : LIST_FIRST, top, err) || !fill_page(v, err))
		return false;
	select_id(v, anchor);
	/* It stands on another page now, as after a change of its name. */
	if (anchor != 0 && v->anchor != anchor && fetch(v, LIST_AT, anchor, err) &&
	    v->count > 0 && v->rows[0].id == anchor) {
		if (!fill_page(v, err))
			return false;
		select_id(v, anchor);
	} else if (anchor != 0 && v->anchor != anchor) {
		if (!fetch(v, top ? LIST_AT : LIST_FIRST, top, err) || !fill_page(v, err))
			return false;
		select_id(v, 0);
	}
	return true;
}

void list_view_restart(struct list_view *v)
{
	v->rows = NULL;
	v->count = v->selected = 0;
	v->anchor = 0;
	v->loaded = false;
}

/* At least as wide as its heading in the language of the user. */
static int column_width(const struct ui_column *c)
{
	int label = *c->label ? text_width(_(c->label)) : 0;

	return c->width == 0 || c->width > label ? c->width : label;
}

static void layout_columns(const struct list_view *v, int room,
			   int widths[LIST_COLUMNS_MOST])
{
	size_t count = v->source->column_count;
	int used = 0, open = 0;

	for (size_t i = 0; i < count && i < LIST_COLUMNS_MOST; i++) {
		widths[i] = column_width(&v->source->columns[i]);
		used += widths[i] + GAP;
		open += widths[i] == 0;
	}
	/* Where there is no room, the last columns go first. */
	for (size_t i = count; i-- > 1 && room - used < 12 * open;) {
		if (widths[i] == 0)
			continue;
		used -= widths[i] + GAP;
		widths[i] = -1;
	}
	for (size_t i = 0; i < count && open > 0; i++) {
		if (widths[i] == 0)
			widths[i] = room - used > 0 ? (room - used) / open : 1;
	}
}

static void draw_cells(struct list_view *v, struct canvas *c, int row, const int *widths,
		       const char *const *cells, enum style style)
{
	struct arena *a = ui_scratch(c->ui);
	int column = MARK_WIDTH;

	for (size_t i = 0; i < v->source->column_count && i < LIST_COLUMNS_MOST; i++) {
		const char *text = cells[i];

		if (widths[i] < 0)
			continue;
		if (v->source->columns[i].right)
			text = text_column_right(a, text, widths[i]);
		canvas_text(c, row, column, widths[i], style, text);
		column += widths[i] + GAP;
	}
}

static void draw_headings(struct list_view *v, struct canvas *c, int row,
			  const int *widths)
{
	const char *labels[LIST_COLUMNS_MOST];

	for (size_t i = 0; i < v->source->column_count && i < LIST_COLUMNS_MOST; i++)
		labels[i] = *v->source->columns[i].label ? _(v->source->columns[i].label)
							 : "";
	draw_cells(v, c, row, widths, labels, STYLE_LABEL);
}

static void draw_row(struct list_view *v, struct canvas *c, int row, const int *widths,
		     size_t i)
{
	const struct list_row *r = &v->rows[i];
	enum style style = i == v->selected ? STYLE_FOCUS : r->style;

	if (i == v->selected || canvas_is_part(c))
		canvas_text(c, row, 0, c->columns,
			    i == v->selected ? STYLE_FOCUS : STYLE_PLAIN, "");
	draw_cells(v, c, row, widths, r->cells, style);
	canvas_text(c, row, 0, 1, style, i == v->selected ? ">" : " ");
	if (list_view_marked(v, r->id))
		canvas_text(c, row, 1, 1, i == v->selected ? STYLE_FOCUS : STYLE_MARK,
			    "*");
}

static void draw_empty(struct ui *ui, const struct list_view *v, struct canvas *c,
		       int row)
{
	const char **lines;
	size_t count = text_wrap(ui_scratch(ui), _(v->empty), c->columns - 4, &lines);

	for (size_t i = 0; i < count; i++)
		canvas_text(c, row + (int)i, 2, 0, STYLE_PLAIN, lines[i]);
}

void list_view_draw(struct ui *ui, struct list_view *v, struct canvas *c, int row,
		    int rows)
{
	int page = rows > 2 ? rows - 1 : 1, widths[LIST_COLUMNS_MOST] = { 0 };
	struct err err = { 0 };

	if (v->page != page || !v->loaded) {
		v->page = page;
		if (!list_view_reload(ui, v, &err))
			ui_fail(ui, &err);
	}
	layout_columns(v, c->columns - MARK_WIDTH, widths);
	if (!canvas_is_part(c))
		draw_headings(v, c, row, widths);
	for (size_t i = 0; i < v->count && (int)i < page; i++) {
		if (!canvas_is_part(c) || i == v->drawn || i == v->selected)
			draw_row(v, c, row + 1 + (int)i, widths, i);
	}
	v->drawn = v->selected;
	if (v->count > 0)
		canvas_cursor(c, row + 1 + (int)v->selected, 0);
	else if (v->empty)
		draw_empty(ui, v, c, row + 2);
}

/* Rows that were fetched before or behind those on the page, and of these as many
 * as then fit: the page moves without asking for what it shows already. */
static void move_page(struct list_view *v, struct list_row *more, size_t count, bool down)
{
	size_t page = (size_t)v->page, kept = v->count;
	struct list_row *rows = arena_array(&v->screen->rows, page + 1, sizeof *rows);

	if (kept + count > page)
		kept = page - count;
	if (down) {
		memcpy(rows, v->rows + (v->count - kept), kept * sizeof *rows);
		memcpy(rows + kept, more, count * sizeof *rows);
	} else {
		memcpy(rows, more, count * sizeof *rows);
		memcpy(rows + count, v->rows, kept * sizeof *rows);
	}
	v->rows = rows;
	v->count = kept + count;
}

/* By a row, or until the last one is the first. */
static bool scroll_down(struct list_view *v, bool page, struct err *err)
{
	size_t count, most = page && v->page > 1 ? (size_t)v->page - 1 : 1;
	struct list_row *more;

	if (!v->source->fetch(v->source->context, LIST_AFTER, v->rows[v->count - 1].id,
			      most, &v->screen->rows, &more, &count, err))
		return false;
	if (count == 0)
		return true;
	move_page(v, more, count, true);
	if (!page)
		v->selected = v->count - 1;
	return true;
}

static bool scroll_up(struct list_view *v, bool page, struct err *err)
{
	size_t count, most = page && v->page > 1 ? (size_t)v->page - 1 : 1;
	struct list_row *before;

	if (!v->source->fetch(v->source->context, LIST_BEFORE, v->rows[0].id, most,
			      &v->screen->rows, &before, &count, err))
		return false;
	if (count > 0)
		move_page(v, before, count, false);
	return true;
}

static bool move_to(struct list_view *v, int32_t key, struct err *err)
{
	switch (key) {
	case UI_KEY_DOWN:
		if (v->selected + 1 < v->count) {
			v->selected++;
			return true;
		}
		return scroll_down(v, false, err);
	case UI_KEY_UP:
		if (v->selected > 0) {
			v->selected--;
			return true;
		}
		return scroll_up(v, false, err);
	case UI_KEY_PAGE_DOWN:
		if (v->selected + 1 < v->count) {
			v->selected = v->count - 1;
			return true;
		}
		return scroll_down(v, true, err);
	case UI_KEY_PAGE_UP:
		if (v->selected > 0) {
			v->selected = 0;
			return true;
		}
		return scroll_up(v, true, err);
	case UI_KEY_HOME:
		v->selected = 0;
		return fetch(v, LIST_FIRST, 0, err);
	default:
		if (!fetch(v, LIST_LAST, 0, err))
			return false;
		v->selected = v->count ? v->count - 1 : 0;
		return true;
	}
}

static void add_mark(struct list_view *v, int64_t id)
{
	if (v->mark_count == v->mark_space) {
		size_t wider = v->mark_space ? 2 * v->mark_space : 16;

		v->marks = arena_grow(&v->screen->arena, v->marks,
				      v->mark_space * sizeof *v->marks,
				      wider * sizeof *v->marks);
		v->mark_space = wider;
	}
	v->marks[v->mark_count++] = id;
}

static void toggle_mark(struct list_view *v, int64_t id)
{
	for (size_t i = 0; i < v->mark_count; i++) {
		if (v->marks[i] == id) {
			v->marks[i] = v->marks[--v->mark_count];
			return;
		}
	}
	add_mark(v, id);
}

/* All rows that the list would show, page by page; or none, where marks
 * stand already. */
static bool mark_all(struct list_view *v, struct err *err)
{
	struct arena arena = { 0 };
	enum list_from from = LIST_FIRST;
	int64_t anchor = 0;
	size_t count = MARK_PAGE;
	bool good = true;

	if (v->mark_count > 0) {
		v->mark_count = 0;
		return true;
	}
	while (good && count == MARK_PAGE && v->mark_count < MARKS_MOST) {
		struct list_row *rows;

		arena_reset(&arena);
		good = v->source->fetch(v->source->context, from, anchor, MARK_PAGE,
					&arena, &rows, &count, err);
		for (size_t i = 0; good && i < count; i++)
			add_mark(v, rows[i].id);
		if (good && count > 0)
			anchor = rows[count - 1].id;
		from = LIST_AFTER;
	}
	arena_done(&arena);
	return good;
}

const char *list_view_marks(struct ui *ui, const struct list_view *v)
{
	if (v->mark_count == 0)
		return "";
	return arena_printf(ui_scratch(ui),
			    P_("  * %d marked", "  * %d marked", v->mark_count),
			    (int)v->mark_count);
}

/* The arena of rows would grow with each page; now and then begin anew. */
static bool compact(struct ui *ui, struct list_view *v, struct err *err)
{
	if (++v->moves % COMPACT_AFTER != 0)
		return true;
	return list_view_reload(ui, v, err);
}

ui_flags list_view_key(struct ui *ui, struct list_view *v, int32_t key)
{
	const struct list_row *rows = v->rows;
	struct err err = { 0 };
	bool same;

	switch (key) {
	case UI_KEY_DOWN:
	case UI_KEY_UP:
	case UI_KEY_PAGE_DOWN:
	case UI_KEY_PAGE_UP:
	case UI_KEY_HOME:
	case UI_KEY_END_:
		break;
	case ' ':
		if (v->count > 0)
			toggle_mark(v, list_view_current(v));
		key = UI_KEY_DOWN;
		break;
	case '*':
		if (!mark_all(v, &err))
			ui_fail(ui, &err);
		return UI_NOTHING;
	default:
		return UI_IGNORED;
	}
	if (v->count == 0)
		return UI_NOTHING;
	if (!move_to(v, key, &err))
		ui_fail(ui, &err);
	if (v->selected >= v->count)
		v->selected = v->count ? v->count - 1 : 0;
	v->anchor = list_view_current(v);
	same = v->rows == rows && (v->moves + 1) % COMPACT_AFTER != 0;
	if (!compact(ui, v, &err))
		ui_fail(ui, &err);
	return v->alone && same ? UI_PART : UI_NOTHING;
}
