#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "domain/reference.h"
#include "list_commands.h"
#include "record_edit.h"

/* Pick lists and repeated values in a form. */

static const char *chosen_label(struct form_screen *form, const struct field *f,
				int64_t id)
{
	struct err err = { 0 };
	const char *label = "";

	if (!reference_label(form->app->db, kind_find(f->refers), id, form->values.arena,
			     &label, &err))
		ui_fail(form->ui, &err);
	return label;
}

static bool choose_record(struct ui *ui, struct form_screen *form, size_t i)
{
	const struct field *f = form->def->entries[i].field;
	const char *typed = form->values.values[i].text;
	bool touched = strcmp(typed, form->values.values[i].loaded) != 0;
	const struct list_argument argument = { .kind = kind_find(f->refers),
						.filter = touched ? typed : "",
						.choose = true };
	const char *label;
	int64_t id = 0;

	ui_run(ui, &record_choose_class, &argument, &id);
	if (id == 0)
		return false;
	label = chosen_label(form, f, id);
	form_view_replace(form->view, i, label);
	form_value_choose(&form->values, i, id, label);
	return true;
}

static bool choose_code(struct ui *ui, struct form_screen *form, size_t i)
{
	const struct field *f = form->def->entries[i].field;
	struct ui_choice *choices;
	size_t count = 0, at = 0;
	int picked;

	while (f->choices[count].code)
		count++;
	choices = arena_array(ui_scratch(ui), count + 1, sizeof *choices);
	count = 0;
	for (const struct choice *c = f->choices; c->code; c++) {
		if (strcmp(_(c->label), form->values.values[i].text) == 0)
			at = count;
		choices[count++] = (struct ui_choice){ _(c->label), "" };
	}
	picked = ui_pick(ui, _(form->def->entries[i].label), choices, count, at);
	if (picked >= 0)
		form_view_replace(form->view, i, choices[picked].label);
	return picked >= 0;
}

ui_flags form_choose(struct ui *ui, struct screen *s)
{
	struct form_screen *form = s->state;
	size_t i = form_view_current(form->view);

	bool chosen = false;

	switch (form->def->entries[i].field->type) {
	case FIELD_REF:
		chosen = choose_record(ui, form, i);
		break;
	case FIELD_CHOICE:
		chosen = choose_code(ui, form, i);
		break;
	default:
		ui_refuse(ui, _("There is nothing to choose from; type the value."));
		break;
	}
	if (chosen && !form_view_at_last(form->view))
		form_view_step(form->view, 1);
	return UI_NOTHING;
}

ui_flags form_editor(struct ui *ui, struct screen *s)
{
	struct form_screen *form = s->state;
	size_t i = form_view_current(form->view);
	enum field_type type = form->def->entries[i].field->type;
	const char *text;
	struct err err = { 0 };

	if (type != FIELD_NOTE && type != FIELD_TEXT) {
		ui_refuse(ui, _("Only texts are written in an editor."));
		return UI_NOTHING;
	}
	if (!ui_edit_outside(ui, form->values.values[i].text, &s->arena, &text, &err))
		ui_fail(ui, &err);
	else
		form_view_replace(form->view, i,
				  type == FIELD_NOTE ? text_clean_note(&s->arena, text)
						     : text_clean_line(&s->arena, text));
	return UI_NOTHING;
}

ui_flags form_repeat(struct ui *ui, struct screen *s)
{
	struct form_screen *form = s->state;
	size_t i = form_view_current(form->view);
	const struct last_value *last =
		last_value(form->app, form->def->entries[i].field);

	if (!last) {
		ui_refuse(ui, _("Nothing was typed here before."));
		return UI_NOTHING;
	}
	form_view_replace(form->view, i, last->text);
	if (last->id != 0)
		form_value_choose(&form->values, i, last->id, last->text);
	return UI_NOTHING;
}

ui_flags form_undo(struct ui *ui, struct screen *s)
{
	struct form_screen *form = s->state;

	if (!form_view_undo(form->view))
		ui_say(ui, _("Nothing typed here is left to undo. Esc goes back; Ctrl+Z "
			     "there "
			     "undoes what was saved."));
	return UI_NOTHING;
}

ui_flags form_redo(struct ui *ui, struct screen *s)
{
	struct form_screen *form = s->state;

	if (!form_view_redo(form->view))
		ui_say(ui, _("There is nothing to redo."));
	return UI_NOTHING;
}
