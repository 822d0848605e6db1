#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "domain/save.h"
#include "grid_commands.h"
#include "project.h"

/* What is recorded of a milestone: done, how it compares with the plan, and
 * what became of it. */
static struct milestone *current(struct ui *ui, struct project_screen *v)
{
	v->typed = 0;
	if (v->selected < v->milestone_count)
		return &v->milestones[v->selected];
	ui_refuse(ui, _("There is no milestone yet. n adds one."));
	return NULL;
}

static bool has_number(struct project_screen *v, int64_t number)
{
	for (size_t i = 0; i < v->milestone_count; i++) {
		if (v->milestones[i].number != number)
			continue;
		v->selected = i;
		v->typed = number;
		return true;
	}
	return false;
}

/* "1" and then "2" is twelve where there is a twelfth, else the second. */
ui_flags project_digit(struct ui *ui, struct project_screen *v, int digit)
{
	if (v->typed > 0 && has_number(v, v->typed * 10 + digit))
		return UI_NOTHING;
	if (!has_number(v, digit))
		ui_refuse(ui, _("There is no milestone %d."), digit);
	return UI_NOTHING;
}

static bool save(struct ui *ui, const struct milestone *old, struct milestone *now)
{
	struct problems problems = { .arena = ui_scratch(ui) };
	struct err err = { 0 };

	if (!record_save(app_of(ui)->db, &milestone_kind, old, now, &problems, &err))
		ui_fail(ui, &err);
	else if (problems.errors)
		ui_refuse(ui, "%s", problem_first_error(&problems)->text);
	else
		return true;
	return false;
}

/* Done today; v asks for verdict and evidence. */
ui_flags project_done(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;
	struct milestone *old = current(ui, v), now;

	if (!old)
		return UI_NOTHING;
	now = *old;
	if (date_is_set(now.done)) {
		ui_refuse(ui, _("This was done on %s. Enter opens it to change that."),
			  day_label(ui, now.done));
		return UI_NOTHING;
	}
	now.done = clock_today();
	if (save(ui, old, &now))
		ui_say(ui, _("Saved. v adds verdict and evidence   (Ctrl+Z takes it "
			     "back)"));
	return UI_RELOAD;
}

static const char *pick(struct ui *ui, const char *title, const struct choice *list,
			const char *now)
{
	struct ui_choice choices[8];
	size_t count = 0, at = 0;
	int picked;

	while (list[count].code) {
		choices[count] = (struct ui_choice){ _(list[count].label), "" };
		if (strcmp(list[count].code, now) == 0)
			at = count;
		count++;
	}
	picked = ui_pick(ui, title, choices, count, at);
	return picked < 0 ? NULL : list[picked].code;
}

/* A line that may not stay empty; NULL where it was cancelled. */
static const char *ask(struct ui *ui, const char *label, const char *initial)
{
	const char *text = "";

	while (ui_ask(ui, label, initial, ui_scratch(ui), &text)) {
		if (text[strspn(text, " ")] != '\0')
			return text;
		ui_refuse(ui, _("Type something, or Esc leaves it as it was."));
	}
	ui_say(ui, _("Nothing was saved; the milestone is as it was."));
	return NULL;
}

/* The verdict and its evidence in one go; done today where it was open. */
ui_flags project_verdict(struct ui *ui, struct screen *s)
{
	struct milestone *old = current(ui, s->state), now;

	if (!old)
		return UI_NOTHING;
	now = *old;
	now.verdict =
		pick(ui, _("Compared with the plan"), verdict_choices, old->verdict);
	if (!now.verdict)
		return UI_NOTHING;
	now.evidence =
		ask(ui, _("Evidence (file, letter number, photo):"), old->evidence);
	if (!now.evidence)
		return UI_NOTHING;
	if (!date_is_set(now.done))
		now.done = clock_today();
	if (save(ui, old, &now))
		ui_say(ui, _("%s: %s   (Ctrl+Z takes it back)"), now.text,
		       choice_label(verdict_choices, now.verdict));
	return UI_RELOAD;
}

/* What became of it after the programme; what was adopted or dropped leaves
 * the overview. */
ui_flags project_outcome(struct ui *ui, struct screen *s)
{
	struct milestone *old = current(ui, s->state), now;

	if (!old)
		return UI_NOTHING;
	now = *old;
	now.outcome = pick(ui, _("What became of it?"), outcome_choices, old->outcome);
	if (!now.outcome)
		return UI_NOTHING;
	now.effect = ask(ui,
			 strcmp(now.outcome, "dropped") == 0 ? _("Why was it dropped?")
							     : _("What changed by it?"),
			 old->effect);
	if (!now.effect)
		return UI_NOTHING;
	if (save(ui, old, &now))
		ui_say(ui, _("%s: %s   (Ctrl+Z takes it back)"), now.text,
		       choice_label(outcome_choices, now.outcome));
	return UI_RELOAD;
}
