#include "exchange/ready.h"

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "domain/design.h"
#include "list_commands.h"

/* Questionnaires that come with the program. */

static int pick(struct ui *ui, const struct ready_form *forms, size_t count)
{
	struct ui_choice *choices = arena_array(ui_scratch(ui), count, sizeof *choices);

	for (size_t i = 0; i < count; i++) {
		const struct ready_form *f = &forms[i];
		struct arena *a = ui_scratch(ui);

		choices[i] = (struct ui_choice){
			arena_printf(a, "%s  %s", f->code, f->title),
			f->there ? _("is there")
				 : arena_printf(a, P_("%d item", "%d items", f->items),
						(int)f->items),
		};
	}
	return ui_pick(ui, _("Which ready questionnaire?"), choices, count, 0);
}

ui_flags list_ready(struct ui *ui, struct screen *s)
{
	struct ready_form *forms;
	struct err err = { 0 };
	size_t count = 0;
	int64_t id = 0;
	int at;

	(void)s;
	if (!ready_list(app_of(ui)->db, ui_scratch(ui), &forms, &count, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	at = pick(ui, forms, count);
	if (at < 0)
		return UI_NOTHING;
	if (!ready_add(app_of(ui)->db, forms[at].code, &id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_say(ui, _("%s is added with %d items   (Ctrl+Z takes it back)"),
	       forms[at].code, (int)forms[at].items);
	return UI_RELOAD;
}

ui_flags list_ready_rows(struct ui *ui, struct screen *s)
{
	struct err err = { 0 };
	size_t added = 0;

	if (!ready_rows_add(app_of(ui)->db, list_kind(s), &added, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (added == 0)
		ui_say(ui, _("All ready ones are there already."));
	else
		ui_say(ui,
		       P_("%d is added   (Ctrl+Z takes it back)",
			  "%d are added   (Ctrl+Z takes them back)", added),
		       (int)added);
	return UI_RELOAD;
}
