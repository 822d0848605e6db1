#include "app.h"
#include "base/i18n.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/revision.h"
#include "places.h"

/* What a programme shares with the other runs of its design, from its page. */

static ui_flags open_design_part(struct ui *ui, struct screen *s, const struct kind *kind)
{
	const struct list_argument argument = { .kind = kind,
						.parent_field = "revision",
						.run = programme_id(s),
						.title = programme_part_title(
							s, _(kind->labels)) };

	list_run(ui, &argument);
	return UI_RELOAD;
}

bool design_reason(struct ui *ui, int64_t programme, const char **reason, struct err *err)
{
	bool shared, finished;

	*reason = "";
	if (!design_is_shared(app_of(ui)->db, programme, &shared, &finished, err))
		return false;
	if (!shared || finished)
		return true;
	return ui_ask(ui,
		      _("Other runs share this design. Why is it changed for this one?"),
		      "", ui_scratch(ui), reason) &&
	       **reason != '\0';
}

ui_flags programme_plan(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &planned_session_kind);
}

ui_flags programme_plan_take(struct ui *ui, struct screen *s)
{
	struct err err = { 0 };
	size_t count = 0;

	if (!sessions_plan_take(app_of(ui)->db, programme_id(s), &count, &err))
		ui_fail(ui, &err);
	else if (count == 0)
		ui_refuse(ui, _("All planned sessions are there. l opens the plan; days "
				"come from the first day of the programme (F2)."));
	else
		ui_say(ui,
		       P_("%d session made from the plan   (Ctrl+Z takes it back)",
			  "%d sessions made from the plan   (Ctrl+Z takes them back)",
			  count),
		       (int)count);
	return UI_RELOAD;
}

ui_flags programme_plan_store(struct ui *ui, struct screen *s)
{
	const char *reason;
	struct err err = { 0 };
	size_t count = 0;

	if (!design_reason(ui, programme_id(s), &reason, &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (!plan_from_sessions(app_of(ui)->db, programme_id(s), reason, &count, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui,
		       P_("%d planned session changed   (Ctrl+Z takes it back)",
			  "%d planned sessions changed   (Ctrl+Z takes it back)", count),
		       (int)count);
	return UI_RELOAD;
}

/* What is different from the run before, and why. */
ui_flags programme_changes(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = { .name = "changes",
						  .programme = programme_code(s) };

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

ui_flags programme_objectives(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &objective_kind);
}

ui_flags programme_questionnaires(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &revision_questionnaire_kind);
}
