#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/text.h"
#include "report/report.h"

enum { COLUMN_LEAST = 6, GAP = 2, LABEL_MOST = 40, BAR_MOST = 30 };

/* The text of a report while it is laid out for a width. */
struct page {
	struct arena *arena;
	int columns;
	bool ascii;
	struct str out;
};

static void put(struct page *p, const char *text)
{
	str_put(&p->out, text);
}

/* One line, without blanks at its end. */
static void put_line(struct page *p, const char *line)
{
	char *copy = arena_strdup(p->arena, line);
	size_t length = strlen(copy);

	while (length > 0 && copy[length - 1] == ' ')
		copy[--length] = '\0';
	put(p, copy);
	put(p, "\n");
}

static void put_wrapped(struct page *p, const char *text)
{
	const char **lines;
	size_t count = text_wrap(p->arena, text, p->columns, &lines);

	for (size_t i = 0; i < count; i++)
		put_line(p, lines[i]);
}

static void put_rule(struct page *p, int width, const char *wide, const char *plain)
{
	for (int i = 0; i < width && i < p->columns; i++)
		put(p, p->ascii ? plain : wide);
	put(p, "\n");
}

static void put_heading(struct page *p, const char *text)
{
	if (p->out.length > 0)
		put(p, "\n");
	put_wrapped(p, text);
	put_rule(p, text_width(text), "─", "-");
}

static int needed_width(const struct block *b, size_t column, struct arena *arena)
{
	int most = text_width(b->columns[column].label);

	for (size_t i = 0; i < b->row_count; i++) {
		const struct cell *c = &b->cells[i * b->column_count + column];
		int width = text_width(cell_shown(c, arena));

		if (width > most)
			most = width;
	}
	return most;
}

static int sum(const int *widths, size_t count)
{
	int all = 0;

	for (size_t i = 0; i < count; i++)
		all += widths[i] + (i > 0 ? GAP : 0);
	return all;
}

/* Narrow the widest text columns until the table fits; false if it cannot. */
static bool fit_widths(const struct block *b, int *widths, int columns)
{
	while (sum(widths, b->column_count) > columns) {
		size_t widest = b->column_count;

		for (size_t i = 0; i < b->column_count; i++) {
			if (!b->columns[i].right && widths[i] > COLUMN_LEAST &&
			    (widest == b->column_count || widths[i] > widths[widest]))
				widest = i;
		}
		if (widest == b->column_count)
			return false;
		widths[widest]--;
	}
	return true;
}

static const char *aligned(struct page *p, const struct report_column *c, const char *text,
			   int width)
{
	return c->right ? text_column_right(p->arena, text, width) :
			  text_column(p->arena, text, width);
}

/* A row whose texts wrap inside their columns. */
static void put_row(struct page *p, const struct block *b, const char *const *texts,
		    const int *widths)
{
	const char ***lines = arena_array(p->arena, b->column_count, sizeof *lines);
	size_t *counts = arena_array(p->arena, b->column_count, sizeof *counts);
	size_t height = 1;

	for (size_t i = 0; i < b->column_count; i++) {
		counts[i] = text_wrap(p->arena, texts[i], widths[i], &lines[i]);
		if (counts[i] > height)
			height = counts[i];
	}
	for (size_t n = 0; n < height; n++) {
		const char *line = "";

		for (size_t i = 0; i < b->column_count; i++)
			line = arena_printf(p->arena, "%s%s%s", line, i > 0 ? "  " : "",
					    aligned(p, &b->columns[i],
						    n < counts[i] ? lines[i][n] : "", widths[i]));
		put_line(p, line);
	}
}

static void put_table(struct page *p, const struct block *b, const int *widths)
{
	const char **texts = arena_array(p->arena, b->column_count, sizeof *texts);

	for (size_t i = 0; i < b->column_count; i++)
		texts[i] = b->columns[i].label;
	put_row(p, b, texts, widths);
	put_rule(p, sum(widths, b->column_count), "─", "-");
	for (size_t row = 0; row < b->row_count; row++) {
		for (size_t i = 0; i < b->column_count; i++)
			texts[i] = text_visible(
				p->arena,
				cell_shown(&b->cells[row * b->column_count + i], p->arena));
		put_row(p, b, texts, widths);
	}
}

/* Too wide for the page: each row as "label  value" lines. */
static void put_as_lists(struct page *p, const struct block *b)
{
	int label = 0;

	for (size_t i = 0; i < b->column_count; i++) {
		if (text_width(b->columns[i].label) > label)
			label = text_width(b->columns[i].label);
	}
	if (label > p->columns / 2)
		label = p->columns / 2;
	for (size_t row = 0; row < b->row_count; row++) {
		if (row > 0)
			put(p, "\n");
		for (size_t i = 0; i < b->column_count; i++) {
			const struct cell *c = &b->cells[row * b->column_count + i];
			const char *const pair[] = { b->columns[i].label,
						     text_visible(p->arena,
								  cell_shown(c, p->arena)) };
			static const struct report_column none[2];
			const struct block two = { .columns = none, .column_count = 2 };
			const int widths[] = { label, p->columns - label - GAP };

			put_row(p, &two, pair, widths);
		}
	}
}

static void put_any_table(struct page *p, const struct block *b)
{
	int *widths = arena_array(p->arena, b->column_count, sizeof *widths);

	for (size_t i = 0; i < b->column_count; i++)
		widths[i] = needed_width(b, i, p->arena);
	if (fit_widths(b, widths, p->columns))
		put_table(p, b, widths);
	else
		put_as_lists(p, b);
}

static void put_bars(struct page *p, const struct block *b)
{
	int label = 0, room;

	for (size_t i = 0; i < b->row_count; i++) {
		int width = text_width(cell_shown(&b->cells[i * 3], p->arena));

		label = width > label ? width : label;
	}
	label = label > LABEL_MOST ? LABEL_MOST : label;
	label = label > p->columns / 2 ? p->columns / 2 : label;
	room = p->columns - label - 2 * GAP - 8;
	room = room > BAR_MOST ? BAR_MOST : room < 1 ? 1 : room;
	for (size_t i = 0; i < b->row_count; i++) {
		const struct cell *c = &b->cells[i * 3];
		double value = c[1].type == CELL_INT  ? (double)c[1].number :
			       c[1].type == CELL_REAL ? c[1].real :
							0;
		int length = b->most > 0 ? (int)(value / b->most * room + 0.5) : 0;
		const char *bar = "";

		for (int k = 0; k < length && k < room; k++)
			bar = arena_printf(p->arena, "%s%s", bar, p->ascii ? "#" : "█");
		put_line(p, arena_printf(p->arena, "%s  %s  %s",
					 text_column(p->arena, cell_shown(&c[0], p->arena), label),
					 text_column(p->arena, bar, room),
					 c[2].type == CELL_NONE ? "" :
								  cell_shown(&c[2], p->arena)));
	}
}

const char *report_to_text(const struct report *r, int columns, bool ascii)
{
	struct page p = { .arena = r->arena, .columns = columns, .ascii = ascii };

	str_init(&p.out, r->arena);
	put_wrapped(&p, r->title);
	put_rule(&p, text_width(r->title), "═", "=");
	for (const struct block *b = r->first; b; b = b->next) {
		switch (b->type) {
		case BLOCK_HEADING:
			put_heading(&p, b->text);
			break;
		case BLOCK_TEXT:
			put_wrapped(&p, text_visible(r->arena, b->text));
			break;
		case BLOCK_TABLE:
			put_any_table(&p, b);
			break;
		case BLOCK_BARS:
			put_bars(&p, b);
			break;
		}
	}
	return p.out.text;
}
