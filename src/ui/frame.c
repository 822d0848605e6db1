#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "note.h"
#include "ui_private.h"

/* The title, the foot and the key bar around the body that a screen draws. */

/* Is this what stands there already? Typing a letter changes one entry; to
 * write the lines around it again would be most of the work of a key. */
static bool still_stands(struct shown *shown, bool part, const char *text)
{
	if (part && strcmp(shown->text, text) == 0)
		return true;
	snprintf(shown->text, sizeof shown->text, "%s", text);
	return false;
}

static void draw_title(struct ui *ui, struct canvas *c, bool part)
{
	const struct screen_class *class = ui->top->class;
	const char *title = class->title ? class->title(ui, ui->top) : "";

	if (!still_stands(&ui->title, part, title))
		canvas_text(c, TITLE_ROW, 0, ui->columns, STYLE_TITLE,
			    arena_printf(ui->scratch, " bangkom  %s", title));
}

/* A key that the screen takes as text is not a command there. */
static bool is_typed(struct ui *ui, int32_t key)
{
	const struct screen *s = ui->top;

	return s->class->grabs && s->class->grabs(ui, ui->top, key);
}

/* The key of a command and, as desktops keep function keys for themselves,
 * the other way to it: "F10/^S". */
static const char *key_names(struct ui *ui, const struct command *k, int32_t key)
{
	int32_t other = keymap_plain_key_of(ui, ui->top->class, k);
	const char *name = key_label(ui->scratch, key);

	if (key <= UI_KEY_F0 || key > UI_KEY_F12 || other == 0 || is_typed(ui, other))
		return name;
	if (other < ' ')
		return arena_printf(ui->scratch, "%s/^%c", name, other + 'A' - 1);
	return arena_printf(ui->scratch, "%s/%s", name, key_label(ui->scratch, other));
}

/* Esc already does something of the screen's own that leads back. */
static bool is_replaced(struct ui *ui, const struct command *k)
{
	return strcmp(k->name, "back") == 0 && k->context == CONTEXT_GLOBAL &&
	       keymap_find(ui, ui->top->class, UI_KEY_ESCAPE) != k;
}

static void draw_command(struct ui *ui, struct canvas *c, const struct command *k,
			 int *column)
{
	int32_t key = keymap_key_of(ui, ui->top->class, k);
	const char *name;
	int width;

	if (key == 0 || is_typed(ui, key) || is_replaced(ui, k))
		return;
	name = key_names(ui, k, key);
	width = text_width(name) + 1 + text_width(_(k->brief));
	if (*column + width > ui->columns)
		return;
	canvas_text(c, ui->lines - 1, *column, 0, STYLE_KEY, name);
	canvas_text(c, ui->lines - 1, *column + text_width(name) + 1, 0, STYLE_LABEL,
		    _(k->brief));
	*column += width + 2;
}

/* "F2 Edit  n New …": the commands of the screen, then those everywhere. */
static void draw_keys(struct ui *ui, struct canvas *c)
{
	enum context own = ui->top->class->context;
	int column = 0;

	for (const struct command *k = ui->options.commands; k->name; k++) {
		if (*k->brief != '\0' && context_has(own, k))
			draw_command(ui, c, k, &column);
	}
	for (const struct command *k = ui->options.commands; k->name; k++) {
		if (*k->brief != '\0' && k->context <= CONTEXT_GLOBAL)
			draw_command(ui, c, k, &column);
	}
}

/* The message and the hint; a long one takes the room of both. A question
 * stands where the message would, so there a message replaces the hint, and a
 * long one takes the room of the key bar, also of one that is not empty. */
static void draw_foot(struct ui *ui, struct canvas *c, bool part)
{
	const struct screen_class *class = ui->top->class;
	const char *hint = class->hint ? class->hint(ui, ui->top) : "";
	bool told = *ui->message != '\0';
	enum style style = ui->message_bad ? STYLE_BAD : STYLE_PLAIN;
	const char **lines;
	int row = ui->lines - FOOT_ROWS;
	size_t count;

	if (still_stands(&ui->foot, part,
			 arena_printf(ui->scratch, "%d%s\n%s", ui->message_bad,
				      ui->message, hint)))
		return;
	count = foot_wrap(ui, told ? ui->message : hint, &lines);
	style = told ? style : STYLE_DIM;
	if (class->modal) {
		for (size_t i = 0; i < 2; i++)
			canvas_text(c, row + 1 + (int)i, 0, ui->columns, style,
				    i < count ? lines[i] : "");
	} else if (count > 1) {
		canvas_text(c, row, 0, ui->columns, style, lines[0]);
		canvas_text(c, row + 1, 0, ui->columns, style, lines[1]);
	} else {
		canvas_text(c, row, 0, ui->columns, style, ui->message);
		canvas_text(c, row + 1, 0, ui->columns, STYLE_DIM,
			    strcmp(ui->message, hint) == 0 ? "" : hint);
	}
	if (!part && !(class->modal && count > 1))
		draw_keys(ui, c);
}

bool ui_is_tiny(const struct ui *ui)
{
	return ui->lines < LINES_LEAST || ui->columns < COLUMNS_LEAST;
}

static void draw_tiny(struct ui *ui, WINDOW *window)
{
	struct canvas c;

	werase(window);
	canvas_whole(&c, ui, ui->top);
	canvas_text(&c, 0, 0, ui->columns, STYLE_PLAIN, _("Too small: enlarge"));
	wmove(window, 0, 0);
	update_panels();
	doupdate();
}

void ui_draw(struct ui *ui)
{
	struct canvas whole, body;
	WINDOW *window = ui->top->surface->window;

	if (ui_is_tiny(ui)) {
		draw_tiny(ui, window);
		return;
	}
	canvas_whole(&whole, ui, ui->top);
	canvas_open(&body, ui, ui->top);
	body.part = ui->part;
	ui->part = false;
	if (!body.part)
		werase(window);
	ui->top->class->draw(ui, ui->top, &body);
	draw_title(ui, &whole, body.part);
	draw_foot(ui, &whole, body.part);
	curs_set(body.has_cursor ? 1 : 0);
	wmove(window, body.has_cursor ? body.cursor_row : 0,
	      body.has_cursor ? body.cursor_column : 0);
	/* The window on top is as large as the terminal: those below it need
	 * not be gone through for the sake of an entry. */
	if (body.part)
		wnoutrefresh(window);
	else
		update_panels();
	doupdate();
}
