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
