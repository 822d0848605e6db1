#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/edit.h"
#include "ui_private.h"

/*
 * Help and palette in one: every command that works here, with its key;
 * typing narrows the list in both languages, Enter runs.
 */
struct palette {
	struct screen *below;
	const struct screen_class *class; /* of the screen below */
	struct edit edit;
	const struct command **shown;
	size_t count, selected, top, total, page;
};

/* The screen's own commands, those for everywhere, and the places that the
 * first screen leads to: in this order, where they fit alike. */
enum { OWN, EVERYWHERE, PLACES, GROUPS };

static bool is_in(const struct palette *p, const struct command *c, int group)
{
	switch (group) {
	case OWN:
		return context_has(p->class->context, c) && c->context > CONTEXT_GLOBAL;
	case EVERYWHERE:
		return c->context <= CONTEXT_GLOBAL;
	default:
		return c->context == CONTEXT_HOME && p->class->context != CONTEXT_HOME;
	}
}

/* In both languages, by its name and by its key: 2 where it begins so, 1 where
 * it holds it. */
static int fits(const struct command *c, const char *key, const char *label,
		struct arena *a)
{
	const char *const names[] = { text_key(a, _(c->help)), text_key(a, c->help),
				      text_key(a, i18n_indonesian(c->help)), c->name };
	int best = *key != '\0' && strcmp(text_key(a, label), key) == 0 ? 2 : 0;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *found = strstr(names[i], key);
		int fit = !found ? 0 : found == names[i] ? 2 : 1;

		best = fit > best ? fit : best;
	}
	return best;
}

static const char *key_shown(struct ui *ui, const struct palette *p,
			     const struct command *c, struct arena *a)
{
	int32_t key = keymap_free_key_of(ui, p->below, c);

	return key ? key_label(a, key) : "";
}

static void add_fitting(struct ui *ui, struct palette *p, const char *key, int fit,
			int group)
{
	struct arena scratch = { 0 };

	for (const struct command *c = ui->options.commands; c->name; c++) {
		if (is_in(p, c, group) &&
		    fits(c, key, key_shown(ui, p, c, &scratch), &scratch) == fit)
			p->shown[p->count++] = c;
	}
	arena_done(&scratch);
}

static void narrow(struct ui *ui, struct palette *p)
{
	struct arena scratch = { 0 };
	const char *key = text_key(&scratch, p->edit.text);

	p->count = 0;
	for (int fit = 2; fit > 0; fit--) {
		for (int group = OWN; group < GROUPS; group++)
			add_fitting(ui, p, key, fit, group);
	}
	arena_done(&scratch);
	p->selected = p->top = 0;
}

static bool palette_open(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	struct palette *p = s->state;

	(void)err;
	p->below = *(struct screen *const *)argument;
	p->class = p->below->class;
	edit_open(&p->edit, &s->arena, "");
	while (ui->options.commands[p->total].name)
		p->total++;
	p->shown = arena_array(&s->arena, p->total + 1, sizeof *p->shown);
	narrow(ui, p);
	return true;
}

static const char *palette_title(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("What can be done here");
}

static void palette_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct palette *p = s->state;
	size_t page = p->page = c->rows > 3 ? (size_t)c->rows - 2 : 1;

	canvas_text(c, 0, 0, 0, STYLE_KEY, _("Type to search:"));
	canvas_text(c, 0, text_width(_("Type to search:")) + 1, c->columns / 2,
		    STYLE_PLAIN, p->edit.text);
	canvas_cursor(c, 0,
		      text_width(_("Type to search:")) + 1 + text_width(p->edit.text));
	if (p->selected < p->top)
		p->top = p->selected;
	if (p->selected >= p->top + page)
		p->top = p->selected - page + 1;
	for (size_t i = 0; i < page && p->top + i < p->count; i++) {
		const struct command *k = p->shown[p->top + i];
		bool focus = p->top + i == p->selected;

		if (focus)
			canvas_text(c, (int)i + 2, 0, c->columns, STYLE_FOCUS, "");
		canvas_text(c, (int)i + 2, 2, 10, focus ? STYLE_FOCUS : STYLE_KEY,
			    key_shown(ui, p, k, ui_scratch(ui)));
		canvas_text(c, (int)i + 2, 13, 0, focus ? STYLE_FOCUS : STYLE_PLAIN,
			    _(k->help));
	}
	if (p->count == 0)
		canvas_text(c, 2, 2, 0, STYLE_PLAIN,
			    _("Nothing is called that. Type less."));
}

static ui_flags palette_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct palette *p = s->state;
	enum edit_result done;

	switch (key) {
	case UI_KEY_ESCAPE:
		return UI_CLOSE;
	case UI_KEY_ENTER:
		if (p->count > 0)
			s->result = 1 + (int64_t)(p->shown[p->selected] -
						  ui->options.commands);
		return UI_CLOSE;
	case UI_KEY_DOWN:
		p->selected += p->selected + 1 < p->count;
		return UI_NOTHING;
	case UI_KEY_UP:
		p->selected -= p->selected > 0;
		return UI_NOTHING;
	case UI_KEY_PAGE_DOWN:
		p->selected = p->selected + p->page < p->count
				      ? p->selected + p->page
				      : p->count - (p->count > 0);
		return UI_NOTHING;
	case UI_KEY_PAGE_UP:
		p->selected -= p->selected < p->page ? p->selected : p->page;
		return UI_NOTHING;
	default:
		break;
	}
	done = key == UI_KEY_PASTE ? edit_paste(&p->edit, ui_pasted(ui), false)
				   : edit_key(&p->edit, key, false);
	if (done == EDIT_UNUSED)
		return UI_IGNORED;
	narrow(ui, p);
	return UI_NOTHING;
}

static bool palette_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return (key >= ' ' && key < UI_KEY_F0) || key == UI_KEY_PASTE;
}

static const char *palette_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Enter does it, Esc goes back; the key beside it does the same faster");
}

static const struct screen_class palette_class = {
	.name = "palette",
	.context = CONTEXT_MENU,
	.modal = true,
	.state_size = sizeof(struct palette),
	.open = palette_open,
	.title = palette_title,
	.draw = palette_draw,
	.key = palette_key,
	.grabs = palette_grabs,
	.hint = palette_hint,
};

ui_flags ui_palette(struct ui *ui)
{
	struct screen *below = ui->top;
	int64_t result = 0;

	if (!ui_run(ui, &palette_class, &below, &result) || result == 0)
		return UI_NOTHING;
	return ui->options.commands[result - 1].run(ui, ui->top);
}
