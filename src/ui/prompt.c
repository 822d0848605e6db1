#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/complete.h"
#include "base/file_find.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/edit.h"
#include "ui_private.h"

/*
 * Questions in the foot of the screen below, which stays in sight: no box
 * covers what is being asked about.
 */
struct question {
	const char *text;
	const char *initial;
	void (*changed)(void *context, const char *text);
	void *context;
	/* Tab: what `typed` may go on as, or NULL. */
	const char *(*complete)(const char *typed, struct arena *arena);
	bool goes_on; /* typing goes on behind `initial` */
	bool file;    /* one that is there: a few letters of its name are enough */
	struct arena *arena;
	const char **answer;
};

struct prompt {
	const struct question *question;
	struct edit edit;
	bool fresh; /* typing replaces what stands there */
};

static bool prompt_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct prompt *p = s->state;

	(void)ui;
	(void)err;
	p->question = argument;
	edit_open(&p->edit, &s->arena, p->question->initial);
	p->fresh = !p->question->complete && !p->question->goes_on;
	return true;
}

/* The screen below draws itself, and its picture is copied. */
static void draw_below(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct canvas below;

	if (!s->below)
		return;
	canvas_open(&below, ui, s->below);
	werase(canvas_window(&below));
	s->below->class->draw(ui, s->below, &below);
	overwrite(canvas_window(&below), canvas_window(c));
}

static const char *title_below(struct ui *ui, struct screen *s)
{
	return s->below && s->below->class->title ? s->below->class->title(ui, s->below)
						  : "";
}

static void prompt_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct prompt *p = s->state;
	int row = ui->lines - FOOT_ROWS, label = text_width(p->question->text) + 1;
	int room = c->columns - label - 1;
	size_t from = 0;
	struct canvas whole;

	draw_below(ui, s, c);
	canvas_whole(&whole, ui, s);
	canvas_text(&whole, row, 0, 0, STYLE_KEY, p->question->text);
	while (text_width(p->edit.text + from) - text_width(p->edit.text + p->edit.at) >=
		       room &&
	       from < p->edit.at)
		from = text_next(p->edit.text, from);
	canvas_text(&whole, row, label, room, STYLE_FOCUS, p->edit.text + from);
	canvas_cursor(c, row - c->top,
		      label + text_width(p->edit.text + from) -
			      text_width(p->edit.text + p->edit.at));
}

/* Which file the letters typed so far mean. */
static const char *file_hint(struct ui *ui, const struct prompt *p)
{
	struct file_found found;

	file_find(p->edit.text, ui->directory, ui_scratch(ui), &found);
	if (found.count == 1)
		return arena_printf(ui_scratch(ui), _("Enter takes %s"), found.path);
	if (found.count > 1)
		return arena_printf(ui_scratch(ui), _("%d files: %s"), (int)found.count,
				    found.names);
	return *p->edit.text == '\0'
		       ? _("A few letters of the file's name, or its path; Tab "
			   "completes, "
			   "Esc cancels")
		       : _("No .csv, .tsv or .txt file is called that. Type its path, or "
			   "Esc");
}

static const char *prompt_hint(struct ui *ui, struct screen *s)
{
	if (((struct prompt *)s->state)->question->file)
		return file_hint(ui, s->state);
	return ((struct prompt *)s->state)->question->complete
		       ? _("Tab completes the path, Enter takes it, Esc cancels")
		       : _("Enter takes it, Esc cancels");
}

static bool grabs_all(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return key < UI_KEY_F0 || key == UI_KEY_PASTE || key == UI_KEY_CTRL_LEFT ||
	       key == UI_KEY_CTRL_RIGHT;
}

static ui_flags complete(struct ui *ui, struct prompt *p)
{
	const char *longer = p->question->complete(p->edit.text, ui_scratch(ui));

	if (longer)
		edit_set(&p->edit, longer);
	else
		ui_refuse(ui, _("Nothing there begins like this."));
	p->fresh = false;
	return UI_NOTHING;
}

/* "~" in a path is the home directory, as in a shell. */
static const char *answer(const struct prompt *p)
{
	const char *home = getenv("HOME");

	if (p->question->complete && strncmp(p->edit.text, "~/", 2) == 0 && home)
		return arena_printf(p->question->arena, "%s%s", home, p->edit.text + 1);
	return arena_strdup(p->question->arena, p->edit.text);
}

/* Enter takes the only file that is meant; several are named. */
static ui_flags take_file(struct ui *ui, struct screen *s)
{
	struct prompt *p = s->state;
	struct file_found found;
	const char *slash;

	file_find(p->edit.text, ui->directory, ui_scratch(ui), &found);
	if (found.count > 1) {
		ui_refuse(ui, _("%d files are called that; type more: %s"),
			  (int)found.count, found.names);
		return UI_NOTHING;
	}
	s->result = 1;
	*p->question->answer = found.count == 0
				       ? answer(p)
				       : arena_strdup(p->question->arena, found.path);
	slash = strrchr(found.path, '/');
	if (slash && (size_t)(slash - found.path) + 2 < sizeof ui->directory)
		snprintf(ui->directory, sizeof ui->directory, "%.*s/",
			 (int)(slash - found.path), found.path);
	return UI_CLOSE;
}

static ui_flags prompt_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct prompt *p = s->state;
	enum edit_result done;

	if (key == UI_KEY_ESCAPE)
		return UI_CLOSE;
	/* What saves a form takes an answer. */
	if (key == UI_CTRL('s') || key == UI_KEY_F0 + 10)
		key = UI_KEY_ENTER;
	if (key == UI_KEY_ENTER && p->question->file)
		return take_file(ui, s);
	if (key == UI_KEY_ENTER) {
		s->result = 1;
		*p->question->answer = answer(p);
		return UI_CLOSE;
	}
	if (key == UI_KEY_TAB && p->question->complete)
		return complete(ui, p);
	if (p->fresh && (edit_is_text(key) || key == UI_KEY_PASTE))
		edit_set(&p->edit, "");
	p->fresh = false;
	if (key == UI_CTRL('u')) {
		edit_set(&p->edit, "");
		done = EDIT_CHANGED;
	} else {
		done = key == UI_KEY_PASTE ? edit_paste(&p->edit, ui_pasted(ui), false)
					   : edit_key(&p->edit, key, false);
	}
	if (done == EDIT_CHANGED && p->question->changed)
		p->question->changed(p->question->context, p->edit.text);
	return done == EDIT_UNUSED ? UI_IGNORED : UI_NOTHING;
}

static const struct screen_class prompt_class = {
	.name = "prompt",
	.context = CONTEXT_MENU,
	.modal = true,
	.state_size = sizeof(struct prompt),
	.open = prompt_open,
	.title = title_below,
	.draw = prompt_draw,
	.key = prompt_key,
	.grabs = grabs_all,
	.hint = prompt_hint,
};

bool ui_ask_live(struct ui *ui, const char *label, const char *initial,
		 void (*changed)(void *context, const char *text), void *context,
		 struct arena *arena, const char **text)
{
	const struct question q = { .text = label,
				    .initial = initial,
				    .changed = changed,
				    .context = context,
				    .arena = arena,
				    .answer = text };
	int64_t result = 0;

	return ui_run(ui, &prompt_class, &q, &result) && result != 0;
}

bool ui_ask_path(struct ui *ui, const char *label, const char *initial,
		 struct arena *arena, const char **text)
{
	const struct question q = { .text = label,
				    .initial = initial,
				    .complete = file_complete,
				    .arena = arena,
				    .answer = text };
	int64_t result = 0;

	return ui_run(ui, &prompt_class, &q, &result) && result != 0;
}

bool ui_ask_file(struct ui *ui, const char *label, struct arena *arena, const char **path)
{
	const struct question q = { .text = label,
				    .initial = "",
				    .complete = file_complete,
				    .file = true,
				    .arena = arena,
				    .answer = path };
	int64_t result = 0;

	return ui_run(ui, &prompt_class, &q, &result) && result != 0;
}

bool ui_ask(struct ui *ui, const char *label, const char *initial, struct arena *arena,
	    const char **text)
{
	return ui_ask_live(ui, label, initial, NULL, NULL, arena, text);
}

bool ui_ask_on(struct ui *ui, const char *label, const char *begun, struct arena *arena,
	       const char **text)
{
	const struct question q = { .text = label,
				    .initial = begun,
				    .goes_on = true,
				    .arena = arena,
				    .answer = text };
	int64_t result = 0;

	return ui_run(ui, &prompt_class, &q, &result) && result != 0;
}

static bool confirm_open(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	(void)ui;
	(void)err;
	((struct prompt *)s->state)->question = argument;
	return true;
}

static void confirm_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct prompt *p = s->state;
	const char **lines;
	size_t count = text_wrap(ui_scratch(ui), p->question->text, c->columns, &lines);
	int row = ui->lines - FOOT_ROWS + 1 - (int)count;
	struct canvas whole;

	draw_below(ui, s, c);
	canvas_whole(&whole, ui, s);
	for (size_t i = 0; i < count; i++)
		canvas_text(&whole, row + (int)i, 0, c->columns, STYLE_MARK, lines[i]);
	canvas_cursor(c, row - c->top + (int)count - 1,
		      text_width(count ? lines[count - 1] : ""));
}

static const char *confirm_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("y or Enter: yes   n or Esc: no");
}

static ui_flags confirm_key(struct ui *ui, struct screen *s, int32_t key)
{
	/* TRANSLATORS: the keys that mean yes, and below, no */
	const char *yes = _("yY"), *no = _("nN");
	bool letter = key > ' ' && key < 0x7f;

	(void)ui;
	if (key == UI_KEY_ENTER || (letter && strchr(yes, (int)key))) {
		s->result = 1;
		return UI_CLOSE;
	}
	if (key == UI_KEY_ESCAPE || (letter && strchr(no, (int)key)))
		return UI_CLOSE;
	return UI_IGNORED;
}

static const struct screen_class confirm_class = {
	.name = "confirm",
	.context = CONTEXT_MENU,
	.modal = true,
	.state_size = sizeof(struct prompt),
	.open = confirm_open,
	.title = title_below,
	.draw = confirm_draw,
	.key = confirm_key,
	.grabs = grabs_all,
	.hint = confirm_hint,
};

bool ui_confirm(struct ui *ui, const char *question)
{
	const struct question q = { .text = question, .initial = "" };
	int64_t result = 0;

	return ui_run(ui, &confirm_class, &q, &result) && result != 0;
}
