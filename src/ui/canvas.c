#include <stdlib.h>
#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "ui_private.h"

void canvas_whole(struct canvas *c, struct ui *ui, struct screen *screen)
{
	*c = (struct canvas){ .ui = ui,
			      .window = screen->surface->window,
			      .rows = ui->lines,
			      .columns = ui->columns };
}

void canvas_open(struct canvas *c, struct ui *ui, struct screen *screen)
{
	canvas_whole(c, ui, screen);
	c->top = BODY_ROW;
	c->rows = ui->lines - BODY_ROW - FOOT_ROWS;
	if (c->rows < 1)
		c->rows = 1;
}

bool canvas_is_part(const struct canvas *c)
{
	return c->part;
}

WINDOW *canvas_window(struct canvas *c)
{
	return c->window;
}

int canvas_rows(const struct canvas *c)
{
	return c->rows;
}

int canvas_columns(const struct canvas *c)
{
	return c->columns;
}

static bool inside(const struct canvas *c, int row, int column)
{
	return row >= 0 && row < c->rows && column >= 0 && column < c->columns;
}

static void put(struct canvas *c, int row, int column, attr_t style, const char *text)
{
	wattrset(c->window, (int)style);
	mvwaddstr(c->window, c->top + row, column, text);
	wattrset(c->window, A_NORMAL);
}

/* Line breaks as blanks; other blanks are layout and stay. */
static const char *one_line(struct arena *a, const char *text)
{
	char *copy;

	text = text_visible(a, text);
	if (!strchr(text, '\n'))
		return text;
	copy = arena_strdup(a, text);
	for (char *at = copy; *at != '\0'; at++) {
		if (*at == '\n')
			*at = ' ';
	}
	return copy;
}

void canvas_text(struct canvas *c, int row, int column, int width, enum style style,
		 const char *text)
{
	struct arena *a = ui_scratch(c->ui);
	int room = c->columns - column;

	if (!inside(c, row, column))
		return;
	text = one_line(a, text);
	if (width <= 0)
		width = text_width(text);
	put(c, row, column, theme_style(c->ui, style),
	    text_column(a, text, width < room ? width : room));
}

void canvas_pair(struct canvas *c, int row, int column, int label, struct pair pair)
{
	canvas_text(c, row, column, label, STYLE_DIM, pair.label);
	canvas_text(c, row, column + label + 1, 0, STYLE_PLAIN,
		    *pair.value == '\0' ? "–" : pair.value);
}

/* Real line characters: PuTTY would show the alternate set as letters. */
static const char *repeated(struct ui *ui, const char *part, int count)
{
	size_t bytes = strlen(part);
	char *out = arena_alloc(ui_scratch(ui), bytes * (size_t)count + 1);

	for (int i = 0; i < count; i++)
		memcpy(out + (size_t)i * bytes, part, bytes);
	return out;
}

void canvas_rule(struct canvas *c, int row, int column, int width)
{
	if (!inside(c, row, column))
		return;
	if (width > c->columns - column)
		width = c->columns - column;
	put(c, row, column, theme_style(c->ui, STYLE_DIM),
	    repeated(c->ui, c->ui->options.settings->ascii ? "-" : "─", width));
}

void canvas_cursor(struct canvas *c, int row, int column)
{
	if (column >= c->columns)
		column = c->columns - 1;
	c->has_cursor = true;
	c->cursor_row = c->top + row;
	c->cursor_column = column;
}

const char *ui_dump(struct ui *ui, struct arena *arena)
{
	const char *all = "";
	wchar_t *line = arena_array(arena, (size_t)ui->columns + 1, sizeof *line);

	ui_draw(ui);
	for (int row = 0; row < ui->lines; row++) {
		size_t bytes;
		char *text;

		mvwinnwstr(curscr, row, 0, line, ui->columns);
		text = arena_alloc(arena, (size_t)ui->columns * 8 + 1);
		bytes = wcstombs(text, line, (size_t)ui->columns * 8);
		if (bytes == (size_t)-1)
			bytes = 0;
		while (bytes > 0 && text[bytes - 1] == ' ')
			bytes--;
		text[bytes] = '\0';
		all = arena_printf(arena, "%s%s\n", all, text);
	}
	return all;
}
