#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/design.h"
#include "domain/next_run.h"
#include "domain/programme.h"
#include "domain/revision.h"
#include "improve_commands.h"
#include "store/record.h"
#include "store/select.h"

/* Two revisions of a design: before at the left, after at the right, one
 * below the other where the terminal is narrow. What changed has a letter in
 * front and its cause below. */
enum { REVISIONS_MOST = 200, NARROW = 60, WRAP_MOST = 4, ROOMY = 9 };

struct revisions {
	int64_t programme;
	struct programme p;
	struct revision *all;
	size_t count, left, right; /* places in `all` */
	bool picked, equal_too;
	struct revision_diff diff;
	bool *marks; /* of the rows */
	size_t selected, top, page;
};

/* A line of the picture; several of them show one row of the comparison. */
struct picture_line {
	size_t row;
	char mark;		  /* 0: a line that goes on */
	const char *left, *right; /* `right` NULL: the left goes over both */
	enum style style;
};

struct picture {
	struct arena *arena;
	struct picture_line *lines;
	size_t count, space;
	int width; /* of one side */
	bool narrow;
};

static size_t place_of(const struct revisions *v, int64_t id)
{
	size_t i = 0;

	while (i + 1 < v->count && v->all[i].id != id)
		i++;
	return i;
}

/* At first: the revision of the run before and that of the run; where they
 * are the same, the one before it in the design. */
static bool pick_first(struct db *db, struct revisions *v, struct err *err)
{
	struct arena arena = { 0 };
	struct programme before;
	int64_t id = 0;
	bool good = run_before(db, v->programme, &id, err);

	v->right = place_of(v, v->p.revision);
	v->left = v->right > 0 ? v->right - 1 : 0;
	if (good && id != 0) {
		good = record_load(db, &programme_kind, id, &before, &arena, err);
		if (good && before.revision != v->p.revision)
			v->left = place_of(v, before.revision);
	}
	v->picked = good;
	arena_done(&arena);
	return good;
}

static bool load_all(struct db *db, struct screen *s, struct err *err)
{
	struct revisions *v = s->state;
	struct revision own;
	struct select select = { .kind = &revision_kind, .parent = "design" };
	struct rows rows = { NULL, 0 };

	if (!record_load(db, &programme_kind, v->programme, &v->p, &s->rows, err) ||
	    !record_load(db, &revision_kind, v->p.revision, &own, &s->rows, err))
		return false;
	select.parent_id = own.design;
	if (!select_page(db, &select, SELECT_FIRST, 0, REVISIONS_MOST, &s->rows, &rows,
			 err))
		return false;
	v->all = rows.rows;
	v->count = rows.count;
	return true;
}

static bool revisions_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct revisions *v = s->state;
	struct db *db = app_of(ui)->db;
	int64_t from, to;

	arena_reset(&s->rows);
	if (!load_all(db, s, err) || (!v->picked && !pick_first(db, v, err)))
		return false;
	if (v->left >= v->count || v->right >= v->count)
		v->left = v->right = v->count - 1;
	from = v->all[v->left].id;
	to = v->all[v->right].id;
	if (v->equal_too ? !revision_side_by_side(db, from, to, &s->rows, &v->diff, err)
			 : !revision_compare(db, from, to, &s->rows, &v->diff, err))
		return false;
	v->marks = arena_array(&s->rows, v->diff.count + 1, sizeof *v->marks);
	if (v->selected >= v->diff.count)
		v->selected = v->diff.count ? v->diff.count - 1 : 0;
	return true;
}

/* To the first line that changed, where there is one. */
static void go_to_change(struct revisions *v)
{
	v->top = v->selected = 0;
	for (size_t i = 0; i < v->diff.count; i++) {
		if (v->diff.rows[i].mark != CHANGE_NONE) {
			v->selected = i;
			return;
		}
	}
}

static bool revisions_open(struct ui *ui, struct screen *s, const void *argument,
			   struct err *err)
{
	struct revisions *v = s->state;

	v->programme = *(const int64_t *)argument;
	v->equal_too = true;
	if (!revisions_reload(ui, s, err))
		return false;
	go_to_change(v);
	return true;
}

static const char *revisions_title(struct ui *ui, struct screen *s)
{
	const struct revisions *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Revisions %d and %d"), v->p.code,
			    (int)v->all[v->left].number, (int)v->all[v->right].number);
}

static void add_line(struct picture *p, const struct picture_line *line)
{
	if (p->count == p->space) {
		size_t wider = p->space ? 2 * p->space : 64;

		p->lines = arena_grow(p->arena, p->lines, p->space * sizeof *p->lines,
				      wider * sizeof *p->lines);
		p->space = wider;
	}
	p->lines[p->count++] = *line;
}

/* Both sides next to each other, as many lines as the longer one needs. */
static void add_beside(struct picture *p, struct picture_line line, const char *left,
		       const char *right)
{
	const char **before, **after;
	size_t n = text_wrap(p->arena, left, p->width, &before);
	size_t m = text_wrap(p->arena, right, p->width, &after);

	for (size_t i = 0; i < WRAP_MOST && (i < n || i < m || i == 0); i++) {
		line.left = i < n ? before[i] : "";
		line.right = i < m ? after[i] : "";
		add_line(p, &line);
		line.mark = 0;
	}
}

static void add_over(struct picture *p, struct picture_line line, const char *text,
		     const char *front)
{
	const char **lines;
	int width = p->width * (p->narrow ? 1 : 2);
	size_t n = text_wrap(p->arena, text, width - text_width(front), &lines);

	for (size_t i = 0; i < n && i < WRAP_MOST; i++) {
		line.left = arena_printf(p->arena, "%s%s", front, lines[i]);
		line.right = NULL;
		add_line(p, &line);
		line.mark = 0;
		front = arena_printf(p->arena, "%*s", text_width(front), "");
	}
}

/* "Objective 2 › Level", or the part alone. */
static const char *part_name(struct arena *a, const struct revision_change *c)
{
	const char *part =
		c->number == NUMBER_NONE
			? _(c->kind->label)
			: arena_printf(a, "%s %d", _(c->kind->label), (int)c->number);

	return *c->field == '\0' ? part : arena_printf(a, "%s › %s", part, c->field);
}

static const char *cause_shown(struct arena *a, const struct revision_change *c)
{
	if (*c->cause == '\0')
		return _("no finding named");
	if (c->finding == 0 && c->improvement == 0)
		return arena_printf(a, _("no finding named; reason: %s"), c->cause);
	return c->cause;
}

static void add_sides(struct picture *p, struct picture_line line,
		      const struct revision_change *c)
{
	if (!p->narrow) {
		add_beside(p, line, c->before, c->after);
		return;
	}
	if (*c->before != '\0')
		add_over(p, line, c->before, _("before: "));
	if (*c->after != '\0')
		add_over(p, line, c->after, _("after: "));
}

static void add_row(struct picture *p, const struct revisions *v, size_t i)
{
	const struct revision_change *c = &v->diff.rows[i];
	struct picture_line line = { .row = i, .mark = c->mark, .style = STYLE_PLAIN };

	if (c->mark == CHANGE_NONE) {
		line.style = STYLE_DIM;
		if (p->narrow)
			add_over(p, line, c->after, "");
		else
			add_beside(p, line, c->before, c->after);
		return;
	}
	line.style = STYLE_LABEL;
	add_over(p, line,
		 arena_printf(p->arena, "%s%s", v->marks[i] ? "* " : "",
			      part_name(p->arena, c)),
		 "");
	line.mark = 0;
	line.style = STYLE_PLAIN;
	add_sides(p, line, c);
	line.style = *c->cause == '\0' ? STYLE_WARN : STYLE_GOOD;
	add_over(p, line, cause_shown(p->arena, c), "  ");
}

static void add_headings(struct picture *p, const struct revisions *v)
{
	const struct kind *kind = NULL;

	for (size_t i = 0; i < v->diff.count; i++) {
		const struct kind *own = v->diff.rows[i].kind;

		if (own != kind)
			add_over(p, (struct picture_line){ .row = i, .style = STYLE_KEY },
				 _(own->labels), "");
		kind = own;
		add_row(p, v, i);
	}
}

static const char *side_title(struct ui *ui, const struct revision *r)
{
	return arena_printf(ui_scratch(ui), _("Revision %d  %s  %s"), (int)r->number,
			    day_label(ui, r->made), r->reason);
}

static int draw_head(struct ui *ui, const struct revisions *v, const struct picture *p,
		     struct canvas *c)
{
	const char *left = side_title(ui, &v->all[v->left]);
	const char *right = side_title(ui, &v->all[v->right]);
	int row = 0;

	if (canvas_rows(c) < ROOMY)
		return 0;
	canvas_text(c, row, 2, p->width, STYLE_KEY, left);
	if (p->narrow)
		row++;
	canvas_text(c, row++, p->narrow ? 2 : p->width + 5, p->width, STYLE_KEY, right);
	canvas_rule(c, row++, 0, canvas_columns(c));
	return row;
}

static void draw_line(const struct revisions *v, const struct picture *p,
		      const struct picture_line *l, int row, struct canvas *c)
{
	bool focus = l->row == v->selected && l->mark != 0;
	char mark[] = { l->mark ? l->mark : ' ', '\0' };
	enum style style = focus ? STYLE_FOCUS : l->style;

	if (focus) {
		canvas_text(c, row, 0, canvas_columns(c), STYLE_FOCUS, "");
		canvas_cursor(c, row, 0);
	}
	canvas_text(c, row, 0, 1, focus ? STYLE_FOCUS : STYLE_KEY, mark);
	if (focus)
		canvas_text(c, row, 1, 1, STYLE_FOCUS, ">");
	canvas_text(c, row, 2, l->right ? p->width : canvas_columns(c) - 2, style,
		    l->left);
	if (!l->right)
		return;
	canvas_text(c, row, p->width + 2, 3, focus ? STYLE_FOCUS : STYLE_DIM, " | ");
	canvas_text(c, row, p->width + 5, p->width, style, l->right);
}

/* The lines of the row with the cursor are seen. */
static void keep_in_sight(struct revisions *v, const struct picture *p, size_t rows)
{
	size_t first = 0, last;

	while (first < p->count && p->lines[first].row != v->selected)
		first++;
	last = first;
	while (last < p->count && p->lines[last].row == v->selected)
		last++;
	if (last > v->top + rows)
		v->top = last - rows;
	if (first < v->top || last - first > rows)
		v->top = first;
	if (v->top >= p->count)
		v->top = 0;
}

static void draw_empty(struct ui *ui, int row, struct canvas *c)
{
	const char **lines;
	const char *text = _("Nothing is different. [ and ] choose other revisions.");
	size_t n = text_wrap(ui_scratch(ui), text, canvas_columns(c) - 2, &lines);

	for (size_t i = 0; i < n; i++)
		canvas_text(c, row++, 2, 0, STYLE_DIM, lines[i]);
}

static void revisions_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct revisions *v = s->state;
	bool narrow = canvas_columns(c) < NARROW;
	struct picture p = { .arena = ui_scratch(ui),
			     .narrow = narrow,
			     .width = narrow ? canvas_columns(c) - 2
					     : (canvas_columns(c) - 5) / 2 };
	int row = draw_head(ui, v, &p, c);
	size_t rows = canvas_rows(c) > row ? (size_t)(canvas_rows(c) - row) : 1;

	if (v->diff.count == 0) {
		draw_empty(ui, row, c);
		return;
	}
	add_headings(&p, v);
	v->page = rows / 3 + 1;
	keep_in_sight(v, &p, rows);
	for (size_t i = v->top; i < p.count && row < canvas_rows(c); i++)
		draw_line(v, &p, &p.lines[i], row++, c);
}

static ui_flags revisions_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct revisions *v = s->state;

	(void)ui;
	if (v->diff.count == 0)
		return UI_IGNORED;
	if (key == ' ' && v->diff.rows[v->selected].mark != CHANGE_NONE) {
		v->marks[v->selected] = !v->marks[v->selected];
		return UI_NOTHING;
	}
	return ui_move(&v->selected, v->diff.count, v->page, key);
}

static const char *revisions_hint(struct ui *ui, struct screen *s)
{
	const struct revisions *v = s->state;

	(void)ui;
	if (v->left == v->right)
		return v->count < 2
			       ? _("The design has one revision so far; a change for "
				   "one run makes the next")
			       : _("[ and ] choose the two revisions");
	return _("+ added, - removed, ~ changed; c names the finding behind it (Space "
		 "marks several)");
}

static bool revisions_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct revisions *v = s->state;

	*kind = &revision_kind;
	*id = v->count > 0 ? v->all[v->right].id : 0;
	return *id != 0;
}

const struct screen_class revisions_class = {
	.name = "revisions",
	.context = CONTEXT_REVISIONS,
	.state_size = sizeof(struct revisions),
	.open = revisions_open,
	.title = revisions_title,
	.reload = revisions_reload,
	.draw = revisions_draw,
	.key = revisions_key,
	.hint = revisions_hint,
	.record = revisions_record,
};

static ui_flags pick_side(struct ui *ui, struct revisions *v, size_t *side)
{
	struct ui_choice *choices =
		arena_array(ui_scratch(ui), v->count, sizeof *choices);
	int at;

	for (size_t i = 0; i < v->count; i++)
		choices[i] = (struct ui_choice){ side_title(ui, &v->all[i]), "" };
	at = ui_pick(ui, _("Which revision?"), choices, v->count, *side);
	if (at < 0)
		return UI_NOTHING;
	*side = (size_t)at;
	v->selected = v->top = 0;
	return UI_RELOAD;
}

ui_flags revisions_left(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;

	return pick_side(ui, v, &v->left);
}

ui_flags revisions_right(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;

	return pick_side(ui, v, &v->right);
}

ui_flags revisions_all(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;

	(void)ui;
	v->equal_too = !v->equal_too;
	v->selected = v->top = 0;
	return UI_RELOAD;
}

/* The changed lines that are marked, or the one with the cursor. */
static size_t chosen(struct ui *ui, const struct revisions *v,
		     struct revision_change **out)
{
	size_t count = 0;

	*out = arena_array(ui_scratch(ui), v->diff.count + 1, sizeof **out);
	for (size_t i = 0; i < v->diff.count; i++) {
		if (v->marks[i])
			(*out)[count++] = v->diff.rows[i];
	}
	if (count == 0 && v->diff.count > 0 &&
	    v->diff.rows[v->selected].mark != CHANGE_NONE)
		(*out)[count++] = v->diff.rows[v->selected];
	return count;
}

ui_flags revisions_cause(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;
	struct revision_because because = { .text = "" };
	struct revision_reason why;
	struct revision_change *rows;
	struct err err = { 0 };
	size_t count = chosen(ui, v, &rows);
	size_t later = v->left > v->right ? v->left : v->right;

	if (count == 0) {
		ui_refuse(ui,
			  _("Nothing changed in this line; go to one with +, - or ~."));
		return UI_NOTHING;
	}
	if (!design_because(ui, v->programme, _("What is behind this change?"), &why,
			    &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	because.finding = why.finding;
	because.improvement = why.improvement;
	if (why.finding == 0 && why.improvement == 0)
		because.text = why.label;
	if (!revision_cause_set(app_of(ui)->db, v->all[later].id, rows, count, &because,
				&err))
		ui_fail(ui, &err);
	else
		ui_say(ui, _("Saved   (Ctrl+Z takes it back)"));
	return UI_RELOAD;
}

ui_flags revisions_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "changes",
		.programme = ((struct revisions *)s->state)->p.code,
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
