#include "domain/yearly_plan.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/settings.h"
#include "calendar.h"
#include "domain/programme.h"
#include "list_commands.h"
#include "plan.h"
#include "store/record.h"

/* What can be done with an item of the yearly plan beyond its form. */
enum { STEPS_MOST = 6 };

static bool load(struct ui *ui, struct screen *s, struct plan_item *item)
{
	const struct kind *kind;
	struct err err = { 0 };
	int64_t id = 0;

	if (!s->class->record(s, &kind, &id)) {
		ui_refuse(ui, _("Put the cursor on an item of the plan first; n makes "
				"one."));
		return false;
	}
	if (record_load(app_of(ui)->db, &plan_item_kind, id, item, ui_scratch(ui), &err))
		return true;
	ui_fail(ui, &err);
	return false;
}

/* The status to go to; NULL where the question was left. */
static const char *pick_step(struct ui *ui, const struct plan_item *item)
{
	struct ui_choice choices[STEPS_MOST];
	const char *codes[STEPS_MOST];
	size_t count = plan_steps(item->status, codes, STEPS_MOST);
	int at;

	for (size_t i = 0; i < count; i++)
		choices[i] =
			(struct ui_choice){ choice_label(plan_status_choices, codes[i]),
					    "" };
	at = ui_pick(ui,
		     arena_printf(ui_scratch(ui), _("%s is %s. What next?"), item->title,
				  choice_label(plan_status_choices, item->status)),
		     choices, count, 0);
	return at < 0 ? NULL : codes[at];
}

static void tell_step(struct ui *ui, const struct plan_item *item, const char *to)
{
	const char *label = choice_label(plan_status_choices, to), *lacks = "";

	if (plan_is_approved(to) && !plan_is_approved(item->status))
		lacks = plan_lacks(item, ui_scratch(ui));
	if (*lacks != '\0')
		ui_say(ui,
		       _("%s: %s, though it has no: %s. Enter fills it in, Ctrl+Z takes "
			 "the step back."),
		       item->title, label, lacks);
	else
		ui_say(ui, _("%s: %s   (Ctrl+Z takes it back)"), item->title, label);
}

ui_flags plan_items_step(struct ui *ui, struct screen *s)
{
	struct problems problems = { .arena = ui_scratch(ui) };
	struct err err = { 0 };
	struct plan_item item;
	const struct problem *told;
	const char *to, *reason = "";

	if (!load(ui, s, &item))
		return UI_RELOAD;
	to = pick_step(ui, &item);
	if (!to)
		return UI_NOTHING;
	if (strcmp(to, "rejected") == 0 &&
	    !ui_ask(ui, _("Why is it rejected?"), "", ui_scratch(ui), &reason))
		return UI_NOTHING;
	if (!plan_step(app_of(ui)->db, item.id, to, reason, &problems, &err)) {
		ui_fail(ui, &err);
		return UI_RELOAD;
	}
	told = problem_first_error(&problems);
	if (!told && item.cost != NUMBER_NONE)
		told = problem_of(&problems, "cost"); /* a ceiling */
	if (told)
		ui_say(ui, "%s", told->text);
	else
		tell_step(ui, &item, to);
	return UI_RELOAD;
}

ui_flags plan_items_programme(struct ui *ui, struct screen *s)
{
	struct app *app = app_of(ui);
	struct err err = { 0 };
	struct plan_item item;
	int64_t programme = 0;

	if (!load(ui, s, &item))
		return UI_RELOAD;
	if (item.programme != 0) {
		record_open_own(ui, &programme_kind, item.programme);
		return UI_RELOAD;
	}
	if (!plan_to_programme(app->db, item.id, app->settings->legal_basis, &programme,
			       &err)) {
		ui_fail(ui, &err);
		return UI_RELOAD;
	}
	record_open_own(ui, &programme_kind, programme);
	return UI_RELOAD;
}

/* Of the year of the item with the cursor, or of this year. */
ui_flags plan_items_budget(struct ui *ui, struct screen *s)
{
	int year = date_year(clock_today());
	struct plan_item item;

	if (list_current(s) != 0) {
		if (!load(ui, s, &item))
			return UI_NOTHING;
		year = (int)item.year;
	}
	ui_run(ui, &budget_class, &year, NULL);
	return UI_RELOAD;
}

/* Likewise. */
ui_flags plan_items_calendar(struct ui *ui, struct screen *s)
{
	struct plan_item item;
	int year = 0;

	if (list_current(s) != 0) {
		if (!load(ui, s, &item))
			return UI_NOTHING;
		year = (int)item.year;
	}
	ui_run(ui, &calendar_class, &year, NULL);
	return UI_RELOAD;
}

ui_flags plan_items_ceilings(struct ui *ui, struct screen *s)
{
	const struct list_argument ceilings = { .kind = &ceiling_kind, .filter = "" };

	(void)s;
	list_run(ui, &ceilings);
	return UI_RELOAD;
}
