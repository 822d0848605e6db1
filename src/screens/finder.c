#include "finder.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/reference.h"
#include "ui/edit.h"

enum {
	HITS_MOST = 40,
	PAGES_MOST = 10,
	KIND_WIDTH = 11,
	NARROW = 60,
	ROOMY = 8,
	NOTE_LEAST = 20
};

/* How well a hit fits, the best first. */
enum { BEGINS, BEGINS_A_WORD, HOLDS, RANKS };

struct hit {
	const struct kind *kind;
	const void *record;
	int rank;
};

struct finder {
	struct find_argument argument;
	struct edit edit;
	struct hit *hits; /* in the screen's `rows` */
	size_t count, room, selected, page;
	bool chosen; /* by arrows, or Enter was pressed before several */
	bool all;    /* none of those who are meant is called so: others are shown */
};

static const struct field *search_field(const struct kind *kind)
{
	const struct field *f = kind->fields;

	while (f->type != FIELD_END && f->type != FIELD_SEARCH)
		f++;
	return f;
}

/* Does each word of `key` begin a word of the text; and the first its first? */
static int rank_of(const struct kind *kind, const void *record, const char *key,
		   struct arena *arena)
{
	const char *text =
		arena_printf(arena, " %s", field_text(search_field(kind), record));
	size_t length = strcspn(key, " ");
	bool begins = strncmp(text + 1, key, length) == 0;

	while (*key != '\0') {
		length = strcspn(key, " ");
		if (!strstr(text, arena_printf(arena, " %.*s", (int)length, key)))
			return HOLDS;
		key += length + (key[length] == ' ');
	}
	return begins ? BEGINS : BEGINS_A_WORD;
}

/* "d ha" asks for "d% ha%". */
static const char *pattern_of(const char *key, struct arena *arena)
{
	const char *pattern = "";

	while (*key != '\0') {
		size_t length = strcspn(key, " ");

		pattern = arena_printf(arena, "%s%.*s%%%s", pattern, (int)length, key,
				       key[length] == ' ' ? " " : "");
		key += length + (key[length] == ' ');
	}
	return pattern;
}

static bool is_known(const struct finder *v, const struct kind *kind, int64_t id)
{
	for (size_t i = 0; i < v->count; i++) {
		if (v->hits[i].kind == kind && record_id(v->hits[i].record) == id)
			return true;
	}
	return false;
}

/* Is the record shown, while `all` are not? */
static bool is_wanted(struct app *app, const struct finder *v, const void *record)
{
	return v->all || !v->argument.meant ||
	       v->argument.meant(app, v->argument.context, record);
}

static void add_rows(struct app *app, struct screen *s, const struct kind *kind,
		     const struct rows *rows, const char *key)
{
	struct finder *v = s->state;

	for (size_t i = 0; i < rows->count && v->count < v->room; i++) {
		const void *record = (const char *)rows->rows + i * kind->size;

		if (!is_known(v, kind, record_id(record)) && is_wanted(app, v, record))
			v->hits[v->count++] =
				(struct hit){ kind, record,
					      rank_of(kind, record, key, &s->rows) };
	}
}

/* One page of hits; of those that are meant as many as some pages hold. */
static bool add_hits(struct app *app, struct screen *s, const struct select *select,
		     const char *key, struct err *err)
{
	struct finder *v = s->state;
	const struct kind *kind = select->kind;
	int pages = v->argument.meant && !v->all ? PAGES_MOST : 1;
	enum select_from from = SELECT_FIRST;
	struct rows rows = { NULL, HITS_MOST };
	size_t most = v->count + HITS_MOST;
	int64_t last = 0;

	for (int i = 0; i < pages && rows.count == HITS_MOST && v->count < most; i++) {
		if (!select_page(app->db, select, from, last, HITS_MOST, &s->rows, &rows,
				 err))
			return false;
		add_rows(app, s, kind, &rows, key);
		from = SELECT_AFTER;
		if (rows.count > 0)
			last = record_id((const char *)rows.rows +
					 (rows.count - 1) * kind->size);
	}
	return true;
}

/* The newest of what is sorted by a date. */
static struct select select_of(const struct kind *kind)
{
	return (struct select){
		.kind = kind,
		.filter = "",
		.sort = kind->order,
		.descending = kind_field(kind, kind->order)->type == FIELD_DATE,
	};
}

/* What begins so is asked for first, so that many others do not hide it. */
static bool find_in(struct app *app, struct screen *s, const struct kind *kind,
		    const char *key, struct err *err)
{
	const struct select_term begins = { search_field(kind)->name, SELECT_LIKE,
					    pattern_of(key, &s->rows), 0 };
	struct select first = select_of(kind), all = select_of(kind);

	first.terms = &begins;
	first.term_count = 1;
	all.filter = key;
	return add_hits(app, s, &first, key, err) && add_hits(app, s, &all, key, err);
}

static void sort_hits(struct finder *v, struct arena *arena)
{
	struct hit *sorted = arena_array(arena, v->count + 1, sizeof *sorted);
	size_t used = 0;

	for (int rank = BEGINS; rank < RANKS; rank++) {
		for (size_t i = 0; i < v->count; i++) {
			if (v->hits[i].rank == rank)
				sorted[used++] = v->hits[i];
		}
	}
	v->hits = sorted;
}

static bool find_all(struct ui *ui, struct screen *s, bool all, struct err *err)
{
	struct finder *v = s->state;
	const char *key = text_key(&s->rows, v->edit.text);

	v->all = all;
	for (size_t i = 0; v->argument.kinds[i] && *key != '\0'; i++) {
		if (!find_in(app_of(ui), s, v->argument.kinds[i], key, err))
			return false;
	}
	return true;
}

static bool narrow(struct ui *ui, struct screen *s, struct err *err)
{
	struct finder *v = s->state;
	size_t kinds = 0;

	arena_reset(&s->rows);
	v->count = v->selected = 0;
	v->chosen = false;
	while (v->argument.kinds[kinds])
		kinds++;
	v->room = (size_t)2 * HITS_MOST * kinds;
	v->hits = arena_array(&s->rows, v->room + 1, sizeof *v->hits);
	if (!find_all(ui, s, false, err) ||
	    (v->count == 0 && v->argument.meant && !find_all(ui, s, true, err)))
		return false;
	sort_hits(v, &s->rows);
	return true;
}

static bool finder_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct finder *v = s->state;
	int64_t *in;

	v->argument = *(const struct find_argument *)argument;
	/* An undo here makes the opener fetch them again. */
	in = arena_array(&s->arena, v->argument.in_count + 1, sizeof *in);
	if (v->argument.in_count > 0)
		memcpy(in, v->argument.in, v->argument.in_count * sizeof *in);
	v->argument.in = in;
	edit_open(&v->edit, &s->arena, "");
	return narrow(ui, s, err);
}

static const char *finder_title(struct ui *ui, struct screen *s)
{
	(void)ui;
	return ((struct finder *)s->state)->argument.title;
}

/* What the list of the kind shows beside the name. */
static const char *note_of(struct ui *ui, const struct hit *h)
{
	const struct form_def *form = form_set_find(&app_of(ui)->forms, h->kind->name);
	struct arena *a = ui_scratch(ui);
	const char *note = "", *text;
	struct err ignored = { 0 };

	for (size_t i = 0; i < form->column_count; i++) {
		const struct field *f = form->columns[i].field;

		if (strstr(h->kind->title, f->name) ||
		    !reference_shown(app_of(ui)->db, f, h->record, a, &text, &ignored) ||
		    *text == '\0')
			continue;
		note = arena_printf(a, "%s%s%s", note, *note ? "  " : "", text);
	}
	return note;
}

static bool is_in(const struct find_argument *a, int64_t id)
{
	for (size_t i = 0; i < a->in_count; i++) {
		if (a->in[i] == id)
			return true;
	}
	return false;
}

static void draw_hit(struct ui *ui, const struct finder *v, size_t i, int row,
		     struct canvas *c)
{
	const struct hit *h = &v->hits[i];
	bool in = is_in(&v->argument, record_id(h->record)), focus = i == v->selected;
	enum style style = focus ? STYLE_FOCUS : in ? STYLE_DIM : STYLE_PLAIN;
	int columns = canvas_columns(c), at = v->argument.kinds[1] ? 2 + KIND_WIDTH : 2;
	int name = columns < NARROW ? columns - at : (columns - at) / 2;
	struct err ignored = { 0 };
	const char *label = "";

	if (focus)
		canvas_text(c, row, 0, columns, style, ">");
	if (at > 2)
		canvas_text(c, row, 2, KIND_WIDTH - 1, focus ? style : STYLE_DIM,
			    _(h->kind->label));
	if (record_label(app_of(ui)->db, h->kind, h->record, ui_scratch(ui), &label,
			 &ignored))
		canvas_text(c, row, at, name - 2, style, label);
	if (columns - at - name >= NOTE_LEAST)
		canvas_text(c, row, at + name, columns - at - name, style,
			    in	     ? _("in already")
			    : v->all ? v->argument.others
				     : note_of(ui, h));
}

static void finder_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct finder *v = s->state;
	const char *label = v->argument.label;
	int first = canvas_rows(c) < ROOMY ? 1 : 2, width = text_width(label) + 1;
	size_t page = v->page = (size_t)(canvas_rows(c) - first), top;

	top = v->selected >= page ? v->selected - page + 1 : 0;
	canvas_text(c, 0, 0, 0, STYLE_KEY, label);
	canvas_text(c, 0, width, 0, STYLE_PLAIN, v->edit.text);
	for (size_t i = 0; i < page && top + i < v->count; i++)
		draw_hit(ui, v, top + i, first + (int)i, c);
	if (v->count == 0 && *v->edit.text != '\0')
		canvas_text(c, first, 2, 0, STYLE_PLAIN,
			    v->argument.add
				    ? _("Nobody is called that. Enter adds this person.")
				    : _("Nothing is called that. Type less."));
	canvas_cursor(c, 0,
		      width + text_width(v->edit.text) -
			      text_width(v->edit.text + v->edit.at));
}

static ui_flags leave(struct screen *s, enum find_result result)
{
	struct finder *v = s->state;
	struct found *f = v->argument.found;

	s->result = result;
	f->typed = arena_strdup(f->arena, v->edit.text);
	if (result == FIND_TAKEN) {
		f->kind = v->hits[v->selected].kind;
		f->id = record_id(v->hits[v->selected].record);
	}
	return UI_CLOSE;
}

/* Do others fit as well? Also who is in already may have been meant. */
static bool is_one_of_several(const struct finder *v)
{
	for (size_t i = 0; i < v->count; i++) {
		if (i != v->selected && v->hits[i].rank == v->hits[v->selected].rank)
			return true;
	}
	return false;
}

/* Who is enrolled or added is not left to the order of a list. */
static ui_flags take(struct ui *ui, struct screen *s)
{
	struct finder *v = s->state;

	if (v->argument.add && !v->chosen && is_one_of_several(v)) {
		v->chosen = true;
		ui_say(ui,
		       _("Several are called that: arrows choose, Enter takes the one "
			 "with >."));
		return UI_NOTHING;
	}
	return leave(s, FIND_TAKEN);
}

static ui_flags enter(struct ui *ui, struct screen *s)
{
	struct finder *v = s->state;

	if (v->count > 0)
		return take(ui, s);
	if (*v->edit.text == '\0')
		return UI_CLOSE;
	if (v->argument.add)
		return leave(s, FIND_ADD);
	ui_refuse(ui, _("Nothing is called that. Type less."));
	return UI_NOTHING;
}

static ui_flags finder_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct finder *v = s->state;
	struct err err = { 0 };
	enum edit_result done = EDIT_CHANGED;

	if (key == UI_KEY_ENTER)
		return enter(ui, s);
	if (key == UI_KEY_DOWN || key == UI_KEY_UP || key == UI_KEY_PAGE_DOWN ||
	    key == UI_KEY_PAGE_UP) {
		v->chosen = true;
		return ui_move(&v->selected, v->count, v->page, key);
	}
	if (key == UI_CTRL('u'))
		edit_set(&v->edit, "");
	else
		done = key == UI_KEY_PASTE ? edit_paste(&v->edit, ui_pasted(ui), false)
					   : edit_key(&v->edit, key, false);
	if (done == EDIT_CHANGED && !narrow(ui, s, &err))
		ui_fail(ui, &err);
	return done == EDIT_UNUSED ? UI_IGNORED : UI_NOTHING;
}

static bool finder_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return (key >= ' ' && key < UI_KEY_ESCAPE) || key == UI_KEY_PASTE ||
	       key == UI_KEY_CTRL_LEFT || key == UI_KEY_CTRL_RIGHT ||
	       key == UI_CTRL('w') || key == UI_CTRL('u');
}

static const char *finder_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Type part of the name; arrows choose, Enter takes it, Esc goes back");
}

const struct screen_class finder_class = {
	.name = "finder",
	.context = CONTEXT_FIND,
	.state_size = sizeof(struct finder),
	.open = finder_open,
	.title = finder_title,
	.reload = narrow,
	.draw = finder_draw,
	.key = finder_key,
	.grabs = finder_grabs,
	.hint = finder_hint,
};

ui_flags find_list(struct ui *ui, struct screen *s)
{
	(void)ui;
	return leave(s, FIND_LIST);
}
