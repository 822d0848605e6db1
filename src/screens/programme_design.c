#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/revision.h"
#include "places.h"

/* What a programme shares with the other runs of its design, from its page. */
enum { REASONS_MOST = 200 };

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

bool design_because(struct ui *ui, int64_t programme, const char *question,
		    struct revision_reason *out, struct err *err)
{
	struct revision_reason *all;
	struct ui_choice *choices;
	size_t count;
	const char *typed = "";
	int at;

	if (!revision_reasons(app_of(ui)->db, programme, ui_scratch(ui), &all, &count,
			      err))
		return false;
	if (count > 0)
		question = arena_printf(ui_scratch(ui), _("%s (Enter alone: a finding)"),
					question);
	if (!ui_ask(ui, question, "", ui_scratch(ui), &typed))
		return false;
	if (*typed != '\0' || count == 0) {
		*out = (struct revision_reason){ .label = typed };
		return *typed != '\0';
	}
	choices = arena_array(ui_scratch(ui), count, sizeof *choices);
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct ui_choice){ all[i].label, "" };
	at = ui_pick(ui, _("Which finding or action is behind it?"), choices,
		     count < REASONS_MOST ? count : REASONS_MOST, 0);
	if (at >= 0)
		*out = all[at];
	return at >= 0;
}

bool design_reason(struct ui *ui, struct design_edit *edit, struct err *err)
{
	struct revision_reason why;
	bool shared, finished;

	edit->reason = "";
	if (!design_is_shared(app_of(ui)->db, edit->programme, &shared, &finished, err))
		return false;
	if (!shared || finished)
		return true;
	if (!design_because(ui, edit->programme,
			    _("Other runs share this design. Why is it changed?"), &why,
			    err))
		return false;
	edit->reason = why.label;
	edit->finding = why.finding;
	edit->improvement = why.improvement;
	return true;
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
	struct design_edit edit = { .programme = programme_id(s) };
	struct err err = { 0 };
	size_t count = 0;

	if (!design_reason(ui, &edit, &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (!plan_from_sessions(app_of(ui)->db, &edit, &count, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui,
		       P_("%d session stored in the plan   (Ctrl+Z takes it back)",
			  "%d sessions stored in the plan   (Ctrl+Z takes it back)",
			  count),
		       (int)count);
	return UI_RELOAD;
}

/* What is different from the run before, and why. */
ui_flags programme_changes(struct ui *ui, struct screen *s)
{
	int64_t id = programme_id(s);

	ui_run(ui, &revisions_class, &id, NULL);
	return UI_RELOAD;
}

ui_flags programme_objectives(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &objective_kind);
}

ui_flags programme_questionnaires(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &revision_questionnaire_kind);
}
