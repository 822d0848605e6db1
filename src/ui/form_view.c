#include <string.h>

#include "base/bug.h"
#include "base/i18n.h"
#include "base/text.h"
#include "form_private.h"
#include "note.h"

enum { NUMBER_WIDTH = 8 };

static void drop_form(struct form_view *v)
{
	if (!v->form)
		return;
	unpost_form(v->form);
	free_form(v->form);
	v->form = NULL;
	for (size_t i = 0; i < v->count; i++) {
		free_field(v->fields[i]);
		v->fields[i] = NULL;
	}
	delwin(v->window);
	v->window = NULL;
}

static void make_fields(struct form_view *v)
{
	for (size_t i = 0; i < v->count; i++) {
		const struct place *p = &v->places[i];

		v->fields[i] = new_field(p->rows, p->width, p->row, p->column, 0, 0);
		BUG_ON(!v->fields[i]);
		field_opts_off(v->fields[i], O_EDIT | O_AUTOSKIP | O_BLANK);
		if (i == 0 || p->page != v->places[i - 1].page)
			set_new_page(v->fields[i], TRUE);
	}
	v->fields[v->count] = NULL;
}

/* Made anew for each size: libform cannot shrink. */
static void build(struct form_view *v, struct canvas *c)
{
	drop_form(v);
	v->rows = c->rows;
	v->columns = c->columns;
	form_place_all(v);
	make_fields(v);
	v->window = derwin(c->window, c->rows, c->columns, c->top, 0);
	v->form = new_form(v->fields);
	BUG_ON(!v->window || !v->form);
	if (set_form_win(v->form, c->window) != E_OK ||
	    set_form_sub(v->form, v->window) != E_OK)
		bug("the form has no window");
}

struct form_view *form_view_open(struct ui *ui, struct screen *s,
				 struct form_values *values, struct err *err)
{
	struct form_view *v = ARENA_NEW(&s->arena, struct form_view);
	size_t all = values->def->entry_count;

	(void)err;
	v->ui = ui;
	v->screen = s;
	v->values = values;
	v->order = arena_array(&s->arena, all + 1, sizeof *v->order);
	for (size_t i = 0; i < all; i++) {
		if (!(values->def->entries[i].flags & ENTRY_HIDDEN))
			v->order[v->count++] = i;
	}
	BUG_ON(v->count == 0);
	v->places = arena_array(&s->arena, v->count, sizeof *v->places);
	v->fields = arena_array(&s->arena, v->count + 1, sizeof(FIELD *));
	edit_open(&v->edit, &s->arena, form_value_at(v, 0)->text);
	v->fresh = true;
	return v;
}

void form_view_close(struct form_view *v)
{
	if (v)
		drop_form(v);
}

void form_view_on_leave(struct form_view *v, bool (*leave)(void *context, size_t entry),
			void *context)
{
	v->leave = leave;
	v->context = context;
}

/* The slice of one line that holds the cursor. */
static void scroll_line(struct place *p, const char *text, size_t at)
{
	if (p->scroll > at || text_width(text) - text_width(text + at) < p->width)
		p->scroll = 0;
	while (p->scroll < at &&
	       text_width(text + p->scroll) - text_width(text + at) >= p->width)
		p->scroll = text_next(text, p->scroll);
}

static void show_line(struct form_view *v, size_t i, struct canvas *c)
{
	struct place *p = &v->places[i];
	struct arena *a = ui_scratch(v->ui);
	const char *text = form_value_at(v, i)->text;

	if (i == v->current) {
		scroll_line(p, text, v->edit.at);
		canvas_cursor(c, p->row,
			      p->column + text_width(text + p->scroll) -
				      text_width(text + v->edit.at));
	} else {
		p->scroll = 0;
	}
	text = text_visible(a, text + p->scroll);
	if (i != v->current && text_width(text) > p->width)
		text = text_column(a, text, p->width);
	set_field_buffer(v->fields[i], 0,
			 arena_strndup(a, text, text_fit(text, p->width)));
}

static void show_note(struct form_view *v, size_t i, struct canvas *c)
{
	struct place *p = &v->places[i];
	struct arena *a = ui_scratch(v->ui);
	const char *text = form_value_at(v, i)->text, *all = "";
	size_t most = strlen(text) + 2, *starts = arena_array(a, most, sizeof *starts);
	size_t count = note_lines(text, p->width, starts, most), row = 0;

	if (i == v->current) {
		row = note_row_of(starts, count, v->edit.at);
		if (p->scroll > row)
			p->scroll = row;
		if (row >= p->scroll + (size_t)p->rows)
			p->scroll = row - (size_t)p->rows + 1;
	} else {
		p->scroll = 0;
	}
	for (size_t n = 0; n < (size_t)p->rows && p->scroll + n < count; n++) {
		const char *line = text + starts[p->scroll + n];
		size_t end = strcspn(line, "\n"), fit = text_fit(line, p->width);

		line = text_visible(a, arena_strndup(a, line, end < fit ? end : fit));
		all = arena_printf(a, "%s%s", all, text_column(a, line, p->width));
	}
	set_field_buffer(v->fields[i], 0, all);
	if (i == v->current)
		canvas_cursor(c, p->row + (int)(row - p->scroll),
			      p->column + text_width(text + starts[row]) -
				      text_width(text + v->edit.at));
}

static void show_value(struct form_view *v, size_t i, struct canvas *c)
{
	bool bad = *form_value_at(v, i)->problem != '\0' && !form_value_at(v, i)->warning;

	set_field_back(v->fields[i],
		       i == v->current ? theme_style(v->ui, STYLE_FOCUS) : A_UNDERLINE);
	set_field_fore(v->fields[i], bad ? theme_style(v->ui, STYLE_BAD) : A_NORMAL);
	if (i == v->current && bad)
		set_field_fore(v->fields[i], theme_style(v->ui, STYLE_FOCUS));
	if (form_is_note(v, i))
		show_note(v, i, c);
	else
		show_line(v, i, c);
}

static void draw_label(struct form_view *v, size_t i, struct canvas *c)
{
	const struct place *p = &v->places[i];
	const struct form_value *value = form_value_at(v, i);
	bool marked = *value->problem != '\0';
	enum style style = !marked	    ? STYLE_LABEL
			   : value->warning ? STYLE_WARN
					    : STYLE_BAD;
	int room = p->column - p->label_column - LABEL_GAP;
	bool needed = (form_entry_at(v, i)->flags & ENTRY_REQUIRED) != 0;

	canvas_text(c, p->row, p->label_column, room, style,
		    _(form_entry_at(v, i)->label));
	canvas_text(c, p->row, p->column - 1, 1, style,
		    marked   ? (value->warning ? "?" : "!")
		    : needed ? "*"
			     : " ");
}

/* The entry whose page title stands over entry `i`. */
static size_t titled_by(const struct form_view *v, size_t i)
{
	while (i > 0 && *form_entry_at(v, i)->page == '\0')
		i--;
	return i;
}

static void draw_titles(struct form_view *v, struct canvas *c)
{
	int column = 0, room = c->columns - (v->pages > 1 ? NUMBER_WIDTH + 1 : 0);

	for (size_t i = 0; i < v->count && column < room; i++) {
		bool here = titled_by(v, v->current) == i;
		const char *title;

		if (titled_by(v, i) != i)
			continue;
		title = *form_entry_at(v, i)->page == '\0' ? _(v->values->def->title)
							   : _(form_entry_at(v, i)->page);
		canvas_text(c, 0, column,
			    room - column < text_width(title) ? room - column : 0,
			    here ? STYLE_FOCUS : STYLE_DIM, title);
		column += text_width(title) + 3;
	}
	canvas_rule(c, 1, 0, c->columns);
}

/* Posting clears the form's window, so the labels come after it. */
static bool post(struct form_view *v)
{
	int page = v->places[v->current].page;

	return set_current_field(v->form, v->fields[v->current]) == E_OK &&
	       post_form(v->form) == E_OK && form_page(v->form) == page;
}

void form_view_draw(struct ui *ui, struct form_view *v, struct canvas *c)
{
	int page;

	(void)ui;
	if (canvas_is_part(c) && v->form) {
		show_value(v, v->current, c);
		draw_label(v, v->current, c);
		return;
	}
	if (!v->form || v->rows != c->rows || v->columns != c->columns)
		build(v, c);
	page = v->places[v->current].page;
	unpost_form(v->form);
	for (size_t i = 0; i < v->count; i++) {
		if (v->places[i].page == page)
			show_value(v, i, c);
	}
	if (!post(v)) {
		canvas_text(c, 0, 0, 0, STYLE_BAD, _("Too small: enlarge"));
		return;
	}
	if (v->titled)
		draw_titles(v, c);
	for (size_t i = 0; i < v->count; i++) {
		if (v->places[i].page == page)
			draw_label(v, i, c);
	}
	if (v->pages > 1)
		canvas_text(
			c, v->titled ? 0 : c->rows - 1, c->columns - NUMBER_WIDTH,
			NUMBER_WIDTH, STYLE_DIM,
			arena_printf(ui_scratch(v->ui), "%3d / %d", page + 1, v->pages));
}

size_t form_view_current(const struct form_view *v)
{
	return v->order[v->current];
}

bool form_view_at_last(const struct form_view *v)
{
	return v->current + 1 == v->count;
}

static void go(struct form_view *v, size_t i)
{
	if (v->leave)
		v->leave(v->context, v->order[v->current]);
	v->current = i;
	v->places[i].scroll = 0;
	edit_open(&v->edit, &v->screen->arena, form_value_at(v, i)->text);
	v->fresh = true;
	v->last_key = 0;
}

void form_view_focus(struct form_view *v, size_t entry)
{
	for (size_t i = 0; i < v->count; i++) {
		if (v->order[i] == entry)
			go(v, i);
	}
}

/* What the editor holds is the value; no copy stands between. */
static void publish(struct form_view *v)
{
	form_value_at(v, v->current)->text = v->edit.text;
}

/* Begin a stretch of typing in the entry; what was undone is forgotten. */
static void begin_change(struct form_view *v, size_t i)
{
	struct arena *a = &v->screen->arena;

	if (v->change_at == v->change_space) {
		size_t wider = v->change_space ? 2 * v->change_space : 32;

		v->changes =
			arena_grow(a, v->changes, v->change_space * sizeof *v->changes,
				   wider * sizeof *v->changes);
		v->change_space = wider;
	}
	v->changes[v->change_at++] =
		(struct change){ i, arena_strdup(a, form_value_at(v, i)->text), "" };
	v->change_count = v->change_at;
}

/* A word, a run of erasing and a paste are each taken back at once. */
static void note_change(struct form_view *v, int32_t key)
{
	bool text = edit_is_text(key), before = edit_is_text(v->last_key);

	if (v->last_key == 0 || key == UI_KEY_PASTE || text != before ||
	    (key == ' ' && v->last_key != ' '))
		begin_change(v, v->current);
	v->last_key = key;
}

static void put_text(struct form_view *v, size_t i, const char *text)
{
	if (i == v->current) {
		edit_set(&v->edit, text);
		publish(v);
	} else {
		form_value_set(v->values, v->order[i], text);
	}
	form_value_at(v, i)->problem = "";
}

void form_view_replace(struct form_view *v, size_t entry, const char *text)
{
	for (size_t i = 0; i < v->count; i++) {
		if (v->order[i] != entry || strcmp(form_value_at(v, i)->text, text) == 0)
			continue;
		begin_change(v, i);
		put_text(v, i, text);
		v->last_key = 0;
	}
}

bool form_view_undo(struct form_view *v)
{
	struct change *c;

	if (v->change_at == 0)
		return false;
	c = &v->changes[--v->change_at];
	c->after = arena_strdup(&v->screen->arena, form_value_at(v, c->entry)->text);
	go(v, c->entry);
	put_text(v, c->entry, c->before);
	return true;
}

bool form_view_redo(struct form_view *v)
{
	const struct change *c;

	if (v->change_at == v->change_count)
		return false;
	c = &v->changes[v->change_at++];
	go(v, c->entry);
	put_text(v, c->entry, c->after);
	return true;
}

void form_view_step(struct form_view *v, int way)
{
	go(v, (v->current + v->count + (size_t)way) % v->count);
}

bool form_view_next_page(struct form_view *v)
{
	int page = v->places[v->current].page;
	size_t i = v->current;

	if (v->pages < 2)
		return false;
	while (i < v->count && v->places[i].page == page)
		i++;
	go(v, i % v->count);
	return true;
}

static bool note_vertical(struct form_view *v, int32_t key)
{
	struct arena *a = ui_scratch(v->ui);
	const struct place *p = &v->places[v->current];
	size_t most = v->edit.length + 2, *starts = arena_array(a, most, sizeof *starts);
	size_t count = note_lines(v->edit.text, p->width, starts, most);
	size_t row = note_row_of(starts, count, v->edit.at), to;
	int column = text_width(v->edit.text + starts[row]) -
		     text_width(v->edit.text + v->edit.at);
	size_t end;

	if ((key == UI_KEY_UP && row == 0) || (key == UI_KEY_DOWN && row + 1 == count))
		return false;
	to = starts[key == UI_KEY_UP ? row - 1 : row + 1];
	end = strcspn(v->edit.text + to, "\n");
	v->edit.at = to + text_fit(v->edit.text + to, column);
	if (v->edit.at > to + end)
		v->edit.at = to + end;
	return true;
}

/* Names and notes are mended; what the program proposed, dates, numbers and
 * choices are typed anew. */
static bool is_replaced(const struct form_view *v)
{
	enum field_type type = form_entry_at(v, v->current)->field->type;

	return form_value_at(v, v->current)->preset ||
	       (type != FIELD_TEXT && type != FIELD_NOTE && type != FIELD_NIP);
}

ui_flags form_view_key(struct ui *ui, struct form_view *v, int32_t key)
{
	bool note = form_is_note(v, v->current);
	enum edit_result done;

	switch (key) {
	case UI_KEY_RESIZE:
		drop_form(v);
		return UI_NOTHING;
	case UI_KEY_ENTER:
	case UI_KEY_TAB:
		form_view_step(v, 1);
		return UI_NOTHING;
	case UI_KEY_BACK_TAB:
		form_view_step(v, -1);
		return UI_NOTHING;
	case UI_KEY_DOWN:
	case UI_KEY_UP:
		if (!note || !note_vertical(v, key))
			form_view_step(v, key == UI_KEY_UP ? -1 : 1);
		return UI_NOTHING;
	case UI_CTRL('u'):
		form_view_replace(v, form_view_current(v),
				  form_value_at(v, v->current)->loaded);
		return UI_NOTHING;
	default:
		break;
	}
	if (edit_changes(&v->edit, key, note))
		note_change(v, key);
	if (v->fresh && (edit_is_text(key) || key == UI_KEY_PASTE) && is_replaced(v))
		edit_set(&v->edit, "");
	v->fresh = false;
	done = key == UI_KEY_PASTE ? edit_paste(&v->edit, ui_pasted(ui), note)
				   : edit_key(&v->edit, key, note);
	publish(v);
	if (done == EDIT_CHANGED) {
		form_value_at(v, v->current)->problem = "";
		form_value_at(v, v->current)->preset = false;
	}
	return done == EDIT_UNUSED ? UI_IGNORED : UI_PART;
}
