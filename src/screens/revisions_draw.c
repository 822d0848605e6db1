#include "revisions.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

/* How two revisions are drawn: side by side, or where the terminal is narrow
 * one below the other. */
enum { NARROW = 60, WRAP_MOST = 4, ROOMY = 9 };

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
	line.style = STYLE_PLAIN;
	if (*v->effects[i] != '\0')
		add_over(p, line, v->effects[i], _("  did it help? "));
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

const char *revision_title(struct ui *ui, const struct revision *r)
{
	return arena_printf(ui_scratch(ui), _("Revision %d  %s  %s"), (int)r->number,
			    day_label(ui, r->made), r->reason);
}

static int draw_head(struct ui *ui, const struct revisions *v, const struct picture *p,
		     struct canvas *c)
{
	const char *left = revision_title(ui, &v->all[v->left]);
	const char *right = revision_title(ui, &v->all[v->right]);
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

void revisions_draw(struct ui *ui, struct screen *s, struct canvas *c)
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
