#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/competency.h"
#include "domain/position.h"
#include "list_commands.h"
#include "store/record.h"

/* What leads on from the list of competencies. */

ui_flags competencies_levels(struct ui *ui, struct screen *s)
{
	struct list_argument argument = { .kind = &competency_level_kind,
					  .parent_field = "competency",
					  .parent = list_current(s) };
	struct competency c;
	struct err err = { 0 };

	if (argument.parent == 0)
		return UI_NOTHING;
	if (!record_load(app_of(ui)->db, &competency_kind, argument.parent, &c, &s->arena,
			 &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	argument.title =
		arena_printf(&s->arena, "%s %s › %s", c.code, c.name, _("Levels"));
	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags competencies_positions(struct ui *ui, struct screen *s)
{
	const struct list_argument argument = { .kind = &position_kind };

	(void)s;
	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags competencies_types(struct ui *ui, struct screen *s)
{
	const struct list_argument argument = { .kind = &position_type_kind };

	(void)s;
	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags competencies_matrix(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_run(ui, &standard_matrix_class, NULL, NULL);
	return UI_RELOAD;
}
