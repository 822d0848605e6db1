#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "base/bug.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "ui_private.h"

/* While somebody types without a pause, drafts are kept this often. */
enum { KEEP_MS = 1000 };

void *ui_context(struct ui *ui)
{
	return ui->options.context;
}

struct arena *ui_scratch(struct ui *ui)
{
	return ui->scratch;
}

int ui_columns(const struct ui *ui)
{
	return ui->columns;
}

struct screen *ui_top(struct ui *ui)
{
	return ui->top;
}

const char *ui_pasted(struct ui *ui)
{
	return ui->pasted ? ui->pasted : "";
}

void ui_repaint(struct ui *ui)
{
	(void)ui;
	redrawwin(curscr);
}

int ui_exit_status(const struct ui *ui)
{
	return ui->exit_status;
}

bool ui_open(struct ui **out, const struct ui_options *options, struct err *err)
{
	struct ui *ui = calloc(1, sizeof *ui);

	BUG_ON(!ui);
	ui->options = *options;
	ui->scratch = &ui->first_scratch;
	if (!keymap_open(ui, err) || !term_open(ui, err)) {
		ui_close(ui);
		return false;
	}
	*out = ui;
	return true;
}

void ui_close(struct ui *ui)
{
	if (!ui)
		return;
	term_close(ui);
	arena_done(&ui->arena);
	arena_done(&ui->first_scratch);
	arena_done(&ui->paste_arena);
	free(ui);
}

static void tell(struct ui *ui, bool bad, const char *format, va_list args)
{
	vsnprintf(ui->message, sizeof ui->message, format, args);
	ui->message_bad = bad;
	if (bad)
		beep();
}

void ui_say(struct ui *ui, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	tell(ui, false, format, args);
	va_end(args);
}

void ui_refuse(struct ui *ui, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	tell(ui, true, format, args);
	va_end(args);
	/* What was typed ahead was meant for another place. */
	term_drop_input(ui);
}

void ui_fail(struct ui *ui, const struct err *err)
{
	if (ui->hurried && err->code == ERR_BUSY)
		return;
	snprintf(ui->message, sizeof ui->message, "%s", err->text);
	ui->message_bad = true;
	beep();
}

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
	count = text_wrap(ui->scratch, told ? ui->message : hint, ui->columns, &lines);
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

static void resize(struct ui *ui)
{
	ui->part = false;
	for (struct screen *s = ui->top; s; s = s->below) {
		wresize(s->surface->window, ui->lines, ui->columns);
		replace_panel(s->surface->panel, s->surface->window);
		if (s->class->key && !s->lost)
			s->class->key(ui, s, UI_KEY_RESIZE);
	}
}

static void reload_all(struct ui *ui)
{
	for (struct screen *s = ui->top; s; s = s->below) {
		struct err err = { 0 };

		if (s->lost || !s->class->reload || s->class->reload(ui, s, &err))
			continue;
		ui_fail(ui, &err);
		/* It may stand on what is no more; the first screen copes. */
		s->lost = s->below != NULL;
	}
}

static ui_flags unused_key(struct ui *ui, int32_t key)
{
	if (key > ' ')
		ui_refuse(ui, ui->top->class->modal
				      ? _("This key does nothing here. Esc goes back.")
				      : _("This key does nothing here. F1 or ? shows the "
					  "keys."));
	return UI_NOTHING;
}

static ui_flags dispatch(struct ui *ui, struct screen *s, int32_t key)
{
	const struct command *command;

	if (s->class->grabs && s->class->grabs(ui, s, key)) {
		ui_flags flags = s->class->key(ui, s, key);

		if (!(flags & UI_IGNORED))
			return flags;
	}
	command = keymap_find(ui, s->class, key);
	if (command)
		return command->run(ui, s);
	if (s->class->key && !(s->class->grabs && s->class->grabs(ui, s, key))) {
		ui_flags flags = s->class->key(ui, s, key);

		if (!(flags & UI_IGNORED))
			return flags;
	}
	return unused_key(ui, key);
}

ui_flags ui_run_command(struct ui *ui, enum context context, const char *name)
{
	return keymap_command(ui, context, name)->run(ui, ui->top);
}

/* What all of them want done, but for those that have nothing left to show. */
static ui_flags tell_all(struct ui *ui, int32_t key)
{
	ui_flags flags = UI_NOTHING;

	for (struct screen *s = ui->top; s; s = s->below) {
		if (s->class->key && !s->lost)
			flags |= s->class->key(ui, s, key);
	}
	return flags;
}

/* Nobody leaves with what is typed lost, unless he says so. */
static bool may_leave(struct ui *ui)
{
	return !(tell_all(ui, UI_KEY_HANGUP) & UI_UNKEPT) ||
	       ui_confirm(ui, _("What is typed cannot be kept. Leave and lose it?"));
}

/* The terminal is gone or the key file at its end: let every screen keep
 * what is half typed, and leave. */
static void hang_up(struct ui *ui)
{
	if (ui->at_end && ui->options.at_end)
		ui->options.at_end(ui, ui->options.context);
	tell_all(ui, UI_KEY_HANGUP);
	ui->quit = true;
	if (!ui->at_end)
		ui->exit_status = term_signal() ? 128 + term_signal() : EX_OK;
}

/* What could not be kept, since another program held the file, is tried again
 * without waiting for a key. */
static void tell_idle(struct ui *ui, int32_t key)
{
	ui->told = clock_ms();
	ui->hurried = true;
	if (tell_all(ui, key) & UI_UNKEPT)
		ui->idle_told = false;
	ui->hurried = false;
}

/* Whoever makes the window too small for a moment types on; elsewhere a key
 * would do what nobody sees. */
static bool is_typed_into(struct ui *ui, struct screen *s)
{
	return s->class->grabs &&
	       (s->class->grabs(ui, s, 'a') || s->class->grabs(ui, s, '1'));
}

static ui_flags step(struct ui *ui, struct screen *s)
{
	ui_flags flags;
	int32_t key;

	if (term_resized(ui))
		resize(ui);
	ui_draw(ui);
	key = term_key(ui);
	if (key == 0 || key == UI_KEY_RESIZE)
		return UI_NOTHING;
	if (key == UI_KEY_IDLE || key == UI_KEY_ALARM) {
		tell_idle(ui, key);
		return UI_NOTHING;
	}
	arena_reset(ui->scratch);
	if (key == UI_KEY_HANGUP) {
		hang_up(ui);
		return UI_QUIT;
	}
	ui->message[0] = '\0';
	ui->message_bad = false;
	flags = ui_is_tiny(ui) && !is_typed_into(ui, s) ? UI_NOTHING
							: dispatch(ui, s, key);
	ui->part = flags == UI_PART;
	if (flags & UI_RELOAD)
		reload_all(ui);
	if (flags & UI_QUIT) {
		ui->quit = may_leave(ui);
		flags &= ~(ui_flags)UI_QUIT;
	} else if (!(flags & UI_CLOSE) && clock_ms() - ui->told > KEEP_MS) {
		/* Who types without a pause loses no more than this. */
		tell_idle(ui, UI_KEY_IDLE);
	}
	return flags;
}

static bool push(struct ui *ui, struct screen *s, const void *argument, struct err *err)
{
	s->state =
		arena_alloc(&s->arena, s->class->state_size ? s->class->state_size : 1);
	s->surface = ARENA_NEW(&s->arena, struct surface);
	s->surface->window = newwin(ui->lines, ui->columns, 0, 0);
	s->surface->panel = s->surface->window ? new_panel(s->surface->window) : NULL;
	if (!s->surface->panel)
		bug("out of memory");
	s->below = ui->top;
	ui->top = s;
	return !s->class->open || s->class->open(ui, s, argument, err);
}

static void pop(struct ui *ui, struct screen *s)
{
	if (s->class->close)
		s->class->close(ui, s);
	del_panel(s->surface->panel);
	delwin(s->surface->window);
	ui->top = s->below;
	arena_done(&s->rows);
	arena_done(&s->arena);
}

static bool run(struct ui *ui, const struct screen_class *class, const void *argument,
		int64_t *result, struct err *err)
{
	struct screen s = { .class = class };
	struct arena scratch = { 0 }, *before = ui->scratch;
	bool good;

	/* The caller's scratch must outlive the keys of this screen. */
	ui->scratch = &scratch;
	good = push(ui, &s, argument, err);
	while (good && !ui->quit && !s.lost && !(step(ui, &s) & UI_CLOSE))
		;
	if (result)
		*result = s.result;
	pop(ui, &s);
	ui->scratch = before;
	arena_done(&scratch);
	return good;
}

bool ui_run(struct ui *ui, const struct screen_class *class, const void *argument,
	    int64_t *result)
{
	struct err err = { 0 };

	if (run(ui, class, argument, result, &err))
		return true;
	ui_fail(ui, &err);
	return false;
}

bool ui_run_first(struct ui *ui, const struct screen_class *class, struct err *err)
{
	return run(ui, class, NULL, NULL, err);
}

bool ui_is_open(const struct ui *ui, const struct screen_class *class)
{
	const struct screen *s = ui->top;

	while (s && s->class != class)
		s = s->below;
	return s != NULL;
}
