#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "calendar.h"
#include "list_commands.h"
#include "plan_page.h"
#include "store/select.h"

/* What can be done on the page of the yearly plan. */
enum { STATUSES_MOST = 10 };

ui_flags place_yearly_plan(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_run(ui, &plan_class, NULL, NULL);
	return UI_RELOAD;
}

int plan_year(const struct screen *s)
{
	return ((const struct plan_page *)s->state)->year;
}

static ui_flags edit(struct ui *ui, struct plan_page *v, struct edit_argument argument)
{
	const struct select year = { .kind = &plan_item_kind,
				     .parent = "year",
				     .parent_id = v->year,
				     .filter = "" };

	argument.kind = &plan_item_kind;
	argument.among = &year;
	return row_view_edit(ui, &v->rows, &argument);
}

/* The quarter that the cursor is in; NUMBER_NONE for none. */
static int64_t quarter_here(const struct plan_page *v)
{
	const struct plan_row *p = plan_page_item(v);
	int64_t heading = -row_view_current(&v->rows);

	if (p)
		return p->quarter;
	return heading >= 1 && heading <= 4 ? heading : NUMBER_NONE;
}

ui_flags plan_new(struct ui *ui, struct screen *s)
{
	struct plan_page *v = s->state;
	struct plan_item begins;

	record_init(&plan_item_kind, &begins);
	begins.year = v->year;
	begins.quarter = quarter_here(v);
	return edit(ui, v, (struct edit_argument){ .begins = &begins });
}

/* On a heading it proposes something for its quarter. */
ui_flags plan_open(struct ui *ui, struct screen *s)
{
	struct plan_page *v = s->state;
	const struct edit_argument item = { .id = row_view_current(&v->rows) };

	return item.id > 0 ? edit(ui, v, item) : plan_new(ui, s);
}

ui_flags plan_duplicate(struct ui *ui, struct screen *s)
{
	struct plan_page *v = s->state;
	const struct edit_argument copy = { .like = row_view_current(&v->rows) };

	return copy.like > 0 ? edit(ui, v, copy) : UI_NOTHING;
}

ui_flags plan_delete(struct ui *ui, struct screen *s)
{
	struct plan_page *v = s->state;
	size_t count;

	if (v->rows.view.mark_count == 0 && !plan_page_item(v))
		return UI_NOTHING;
	count = row_view_remove(ui, &v->rows, &plan_item_kind);
	if (count == 0)
		return UI_RELOAD;
	ui_say(ui,
	       P_("%d item deleted   (Ctrl+Z brings it back)",
		  "%d items deleted   (Ctrl+Z brings them back)", count),
	       (int)count);
	return UI_RELOAD;
}

static const struct plan_row *row_of(const struct plan_page *v, int64_t id)
{
	for (size_t i = 0; i < v->item_count; i++) {
		if (v->items[i].id == id)
			return &v->items[i];
	}
	return NULL;
}

/* Can all that are marked go there? */
static bool all_can(const struct plan_page *v, const char *to)
{
	const struct list_view *view = &v->rows.view;

	for (size_t i = 0; i < view->mark_count; i++) {
		const struct plan_row *p = row_of(v, view->marks[i]);

		if (p && !plan_step_allowed(p->status, to))
			return false;
	}
	return true;
}

/* The next steps, forward first, of the marked item that is furthest behind, as
 * far as all others can go there too. */
static size_t common_steps(const struct plan_page *v, const char **codes)
{
	const struct list_view *view = &v->rows.view;
	const struct plan_row *last = NULL;
	const char *all[STATUSES_MOST];
	size_t count, common = 0;

	for (size_t i = 0; i < view->mark_count; i++) {
		const struct plan_row *p = row_of(v, view->marks[i]);

		if (p &&
		    (!last || choice_find(plan_status_choices, p->status) <
				      choice_find(plan_status_choices, last->status)))
			last = p;
	}
	count = last ? plan_steps(last->status, all, STATUSES_MOST) : 0;
	for (size_t i = 0; i < count; i++) {
		if (all_can(v, all[i]))
			codes[common++] = all[i];
	}
	return common;
}

/* The status that all marked items go to; NULL where the question was left. */
static const char *pick_status(struct ui *ui, const struct plan_page *v)
{
	struct ui_choice choices[STATUSES_MOST];
	const char *codes[STATUSES_MOST];
	size_t count = v->rows.view.mark_count, found = common_steps(v, codes);
	int at;

	if (found == 0) {
		ui_refuse(ui, _("What is marked has no next step in common. Mark items "
				"of one status, then press +."));
		return NULL;
	}
	for (size_t i = 0; i < found; i++)
		choices[i] =
			(struct ui_choice){ choice_label(plan_status_choices, codes[i]),
					    "" };
	at = ui_pick(ui,
		     arena_printf(ui_scratch(ui),
				  P_("%d marked item becomes", "%d marked items become",
				     count),
				  (int)count),
		     choices, found, 0);
	return at < 0 ? NULL : codes[at];
}

/* How many of the marked become approved without a cost, JP or source. */
static size_t lacking(const struct plan_page *v, const char *to)
{
	const struct list_view *view = &v->rows.view;
	size_t count = 0;

	for (size_t i = 0; i < view->mark_count; i++) {
		const struct plan_row *p = row_of(v, view->marks[i]);

		count += p && plan_is_approved(to) && !plan_is_approved(p->status) &&
			 (p->cost == NUMBER_NONE || p->jp == NUMBER_NONE ||
			  (p->cost != 0 && *p->fund == '\0'));
	}
	return count;
}

static ui_flags step_marked(struct ui *ui, struct plan_page *v)
{
	struct problems problems = { .arena = ui_scratch(ui) };
	struct list_view *view = &v->rows.view;
	struct plan_step step = { .reason = "" };
	struct err err = { 0 };
	size_t count = view->mark_count, without;

	step.to = pick_status(ui, v);
	if (!step.to)
		return UI_NOTHING;
	if (strcmp(step.to, "rejected") == 0 &&
	    !ui_ask(ui, _("Why are they rejected?"), "", ui_scratch(ui), &step.reason))
		return UI_NOTHING;
	without = lacking(v, step.to);
	if (!plan_step_all(v->app->db, view->marks, count, &step, &problems, &err)) {
		ui_fail(ui, &err);
		return UI_RELOAD;
	}
	view->mark_count = 0;
	if (without > 0)
		ui_say(ui,
		       _("%zu → %s; %zu lack a cost, JP or source of funds   (Ctrl+Z "
			 "takes it back)"),
		       count, choice_label(plan_status_choices, step.to), without);
	else
		ui_say(ui, _("%zu → %s   (Ctrl+Z takes it back)"), count,
		       choice_label(plan_status_choices, step.to));
	return UI_RELOAD;
}

/* All that are marked at once, or the one with the cursor. */
ui_flags plan_step_on(struct ui *ui, struct screen *s)
{
	struct plan_page *v = s->state;

	return v->rows.view.mark_count > 0 ? step_marked(ui, v) : plan_items_step(ui, s);
}

/* The cursor goes to the first item of that year. */
static ui_flags turn(struct plan_page *v, int by)
{
	if (!year_turn(&v->year, by))
		return UI_NOTHING;
	v->rows.view.mark_count = 0;
	v->rows.view.anchor = 0;
	return UI_RELOAD;
}

ui_flags plan_year_before(struct ui *ui, struct screen *s)
{
	(void)ui;
	return turn(s->state, -1);
}

ui_flags plan_year_after(struct ui *ui, struct screen *s)
{
	(void)ui;
	return turn(s->state, 1);
}

ui_flags plan_budget(struct ui *ui, struct screen *s)
{
	int year = plan_year(s);

	ui_run(ui, &budget_class, &year, NULL);
	return UI_RELOAD;
}

ui_flags plan_funds(struct ui *ui, struct screen *s)
{
	const struct list_argument funds = { .kind = &fund_kind, .filter = "" };

	(void)s;
	list_run(ui, &funds);
	return UI_RELOAD;
}

ui_flags plan_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = { .name = "plan", .year = plan_year(s) };

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

ui_flags plan_calendar(struct ui *ui, struct screen *s)
{
	const int year = plan_year(s);

	ui_run(ui, &calendar_class, &year, NULL);
	return UI_RELOAD;
}

ui_flags plan_all(struct ui *ui, struct screen *s)
{
	const struct list_argument all = { .kind = &plan_item_kind, .filter = "" };

	(void)s;
	list_run(ui, &all);
	return UI_RELOAD;
}

ui_flags plan_import(struct ui *ui, struct screen *s)
{
	return import_asked(ui, s, &plan_item_kind, 0);
}

ui_flags plan_export(struct ui *ui, struct screen *s)
{
	return export_asked(ui, s, &plan_item_kind);
}
