#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/text.h"
#include "report/report.h"

enum { GAP = 2, LABEL_MOST = 40, BAR_MOST = 30, CELL_BAR_WIDTH = 10 };

/* The text of a report while it is laid out for a width. */
struct page {
	struct arena *arena;
	int columns;
	int gap; /* between the columns of the table at hand */
	bool ascii;
	struct str out;
};

/* Nothing that would steer the terminal passes here. Callers that measure a
 * text clean it first. */
static void put(struct page *p, const char *text)
{
	str_put(&p->out, text_visible(p->arena, text));
}

/* `length` marks of a bar. */
static const char *bar(const struct page *p, int length)
{
	const char *marks = "";

	for (int k = 0; k < length; k++)
		marks = arena_printf(p->arena, "%s%s", marks, p->ascii ? "#" : "█");
	return marks;
}

static const char *shown(struct page *p, const struct cell *c)
{
	if (c->type == CELL_BAR)
		return text_column(p->arena,
				   bar(p, (int)(c->real * CELL_BAR_WIDTH + 0.5)),
				   CELL_BAR_WIDTH);
	return text_visible(p->arena, cell_shown(c, p->arena));
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
	size_t count =
		text_wrap(p->arena, text_visible(p->arena, text), p->columns, &lines);

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
	put_rule(p, text_width(text_visible(p->arena, text)), "─", "-");
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes up to where a text may break: a line break, or with `words` also a
 * blank, but not one inside a number ("19880921 201801 1 015"). */
static size_t part_length(const char *text, bool words)
{
	size_t at = 0;

	for (; text[at] != '\0' && text[at] != '\n'; at++) {
		if (words && text[at] == ' ' &&
		    !(at > 0 && is_digit(text[at - 1]) && is_digit(text[at + 1])))
			break;
	}
	return at;
}

/* Columns of the widest line, or with `words` of the widest word. */
static int part_width(struct page *p, const char *text, bool words)
{
	int most = 0;

	while (*text != '\0') {
		size_t length = part_length(text, words);
		int width = text_width(arena_strndup(p->arena, text, length));

		most = width > most ? width : most;
		text += length + (text[length] != '\0');
	}
	return most;
}

/* The width that a column would take, or with `words` the least that breaks
 * no word; words that no table could hold do not count. */
static int column_width(struct page *p, const struct block *b, size_t column, bool words)
{
	int most = part_width(p, text_visible(p->arena, b->columns[column].label), words);

	for (size_t i = 0; i < b->row_count; i++) {
		const struct cell *c = &b->cells[i * b->column_count + column];
		int width = part_width(p, shown(p, c), words);

		if (width > most && (!words || width <= p->columns / 2))
			most = width;
	}
	return most;
}

static int sum(const int *widths, size_t count, int gap)
{
	int all = 0;

	for (size_t i = 0; i < count; i++)
		all += widths[i] + (i > 0 ? gap : 0);
	return all;
}

/* Narrow the widest columns until the table fits, but none below its least;
 * false if it cannot. */
static bool fit_widths(const struct page *p, const struct block *b, int *widths,
		       const int *least)
{
	while (sum(widths, b->column_count, p->gap) > p->columns) {
		size_t widest = b->column_count;

		for (size_t i = 0; i < b->column_count; i++) {
			if (widths[i] > least[i] &&
			    (widest == b->column_count || widths[i] > widths[widest]))
				widest = i;
		}
		if (widest == b->column_count)
			return false;
		widths[widest]--;
	}
	return true;
}

static const char *aligned(struct page *p, const struct report_column *c,
			   const char *text, int width)
{
	return c->right ? text_column_right(p->arena, text, width)
			: text_column(p->arena, text, width);
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
			line = arena_printf(
				p->arena, "%s%*s%s", line, i > 0 ? p->gap : 0, "",
				aligned(p, &b->columns[i],
					n < counts[i] ? lines[i][n] : "", widths[i]));
		put_line(p, line);
	}
}

static void put_table(struct page *p, const struct block *b, const int *widths)
{
	const char **texts = arena_array(p->arena, b->column_count, sizeof *texts);

	for (size_t i = 0; i < b->column_count; i++)
		texts[i] = text_visible(p->arena, b->columns[i].label);
	put_row(p, b, texts, widths);
	put_rule(p, sum(widths, b->column_count, p->gap), "─", "-");
	for (size_t row = 0; row < b->row_count; row++) {
		for (size_t i = 0; i < b->column_count; i++)
			texts[i] = shown(p, &b->cells[row * b->column_count + i]);
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
			const char *const pair[] = {
				text_visible(p->arena, b->columns[i].label), shown(p, c)
			};
			static const struct report_column none[2];
			const struct block two = { .columns = none, .column_count = 2 };
			const int widths[] = { label, p->columns - label - GAP };

			put_row(p, &two, pair, widths);
		}
	}
}

/* A table that cannot stand with wide gaps may with narrow ones. */
static bool try_table(struct page *p, const struct block *b, const int *least, int gap)
{
	int *widths = arena_array(p->arena, b->column_count, sizeof *widths);

	p->gap = gap;
	for (size_t i = 0; i < b->column_count; i++)
		widths[i] = column_width(p, b, i, false);
	if (!fit_widths(p, b, widths, least))
		return false;
	put_table(p, b, widths);
	return true;
}

static void put_any_table(struct page *p, const struct block *b)
{
	int *least = arena_array(p->arena, b->column_count, sizeof *least);

	for (size_t i = 0; i < b->column_count; i++)
		least[i] = column_width(p, b, i, true);
	if (try_table(p, b, least, GAP) || try_table(p, b, least, 1))
		return;
	p->gap = GAP;
	put_as_lists(p, b);
}

/* A label of a bar stands on one line. */
static const char *bar_label(struct page *p, const struct cell *c)
{
	return text_clean_line(p->arena, shown(p, c));
}

static int labels_width(struct page *p, const struct block *b)
{
	int most = 0;

	for (size_t i = 0; i < b->row_count; i++) {
		int width = text_width(bar_label(p, &b->cells[i * 3]));

		most = width > most ? width : most;
	}
	most = most > LABEL_MOST ? LABEL_MOST : most;
	return most > p->columns / 2 ? p->columns / 2 : most;
}

static const char *bar_of(struct page *p, const struct cell *c, double most, int room)
{
	double value = c->type == CELL_INT    ? (double)c->number
		       : c->type == CELL_REAL ? c->real
					      : 0;
	int length = most > 0 ? (int)(value / most * room + 0.5) : 0;

	return text_column(p->arena, bar(p, length < room ? length : room), room);
}

static void put_bars(struct page *p, const struct block *b)
{
	int label = labels_width(p, b);
	int room = p->columns - label - 2 * GAP - 8;

	room = room > BAR_MOST ? BAR_MOST : room < 1 ? 1 : room;
	for (size_t i = 0; i < b->row_count; i++) {
		const struct cell *c = &b->cells[i * 3];

		put_line(p,
			 arena_printf(p->arena, "%s  %s  %s",
				      text_column(p->arena, bar_label(p, &c[0]), label),
				      bar_of(p, &c[1], b->most, room),
				      c[2].type == CELL_NONE ? "" : shown(p, &c[2])));
	}
}

const char *report_to_text(const struct report *r, int columns, bool ascii)
{
	struct page p = { .arena = r->arena, .columns = columns, .ascii = ascii };

	str_init(&p.out, r->arena);
	put_wrapped(&p, r->title);
	put_rule(&p, text_width(text_visible(r->arena, r->title)), "═", "=");
	for (const struct block *b = r->first; b; b = b->next) {
		switch (b->type) {
		case BLOCK_HEADING:
			put_heading(&p, b->text);
			break;
		case BLOCK_TEXT:
			put_wrapped(&p, b->text);
			break;
		case BLOCK_TABLE:
			if (!b->for_files)
				put_any_table(&p, b);
			break;
		case BLOCK_BARS:
			put_bars(&p, b);
			break;
		}
	}
	return p.out.text;
}
