#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "list_commands.h"
#include "record_edit.h"

/* What all screens with a form on them have in common. */

void form_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	form_view_draw(ui, ((struct form_screen *)s->state)->view, c);
}

/* The choices, as far as they fit. */
static const char *choice_hint(struct ui *ui, const struct field *f)
{
	const char *all = "";

	for (const struct choice *c = f->choices; c->code; c++)
		all = arena_printf(ui_scratch(ui), "%s%s%s", all, *all ? ", " : "",
				   _(c->label));
	if (text_width(all) + 12 > ui_columns(ui))
		return _("F4 shows the choices; the first letters of one are enough");
	return arena_printf(ui_scratch(ui), _("%s   (F4)"), all);
}

/* What can be said of any entry of its type. */
static const char *type_hint(struct ui *ui, const struct field *f)
{
	switch (f->type) {
	case FIELD_CHOICE:
		return choice_hint(ui, f);
	case FIELD_REF:
		return _("code, or part of the name; F4 shows a list");
	case FIELD_DATE:
		return _("for example 0203, 02-03-2026, +7 or Monday");
	case FIELD_TIME:
		return _("for example 0830 or 13:15");
	case FIELD_BOOL:
		return _("yes or no");
	case FIELD_NOTE:
		return _("Ctrl+J begins a new line, Ctrl+E opens an editor");
	default:
		return "";
	}
}

const char *form_hint(struct ui *ui, struct screen *s)
{
	struct form_screen *f = s->state;
	size_t i = form_view_current(f->view);
	const struct form_entry *entry = &f->def->entries[i];

	if (*f->values.values[i].problem != '\0')
		return f->values.values[i].problem;
	if (*entry->hint != '\0')
		return _(entry->hint);
	return type_hint(ui, entry->field);
}

bool form_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return (key >= ' ' && key < UI_KEY_PAGE_UP) || key == UI_KEY_INSERT ||
	       key == UI_KEY_DELETE || key == UI_KEY_BACKSPACE || key == UI_CTRL('j') ||
	       key == UI_CTRL('w') || key == UI_KEY_CTRL_LEFT ||
	       key == UI_KEY_CTRL_RIGHT || key == UI_KEY_PASTE || key == UI_KEY_TAB ||
	       key == UI_KEY_BACK_TAB || key == UI_KEY_ENTER || key == UI_CTRL('u');
}

ui_flags form_next_page(struct ui *ui, struct screen *s)
{
	if (!form_view_next_page(((struct form_screen *)s->state)->view))
		ui_say(ui, _("This form has only this page."));
	return UI_NOTHING;
}

void form_close(struct ui *ui, struct screen *s)
{
	(void)ui;
	form_view_close(((struct form_screen *)s->state)->view);
}
