#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/save.h"
#include "follow_up.h"
#include "places.h"

/* What can be done on the page of the follow-up. */

ui_flags programme_follow_up(struct ui *ui, struct screen *s)
{
	int64_t id = programme_id(s);

	ui_run(ui, &follow_up_class, &id, NULL);
	return UI_RELOAD;
}

static ui_flags edit(struct ui *ui, struct follow_up_screen *v, const struct kind *kind,
		     int64_t id)
{
	const struct edit_argument argument = { .kind = kind,
						.id = id,
						.parent_field = "programme",
						.parent = v->programme };

	ui_run(ui, &record_edit_class, &argument, &v->added_id);
	v->added = kind;
	return UI_RELOAD;
}

ui_flags follow_up_open(struct ui *ui, struct screen *s)
{
	const struct kind *kind;
	int64_t id = follow_up_record(s->state, &kind);

	if (id == 0 && !follow_up_line(s->state)->empty) {
		ui_refuse(ui, _("This round is counted from sheets, which are in the "
				"feedback grid (f on the page of the programme)."));
		return UI_NOTHING;
	}
	return edit(ui, s->state, kind, id);
}

ui_flags follow_up_new(struct ui *ui, struct screen *s)
{
	const struct kind *kind;

	follow_up_record(s->state, &kind);
	return edit(ui, s->state, kind, 0);
}

ui_flags follow_up_delete(struct ui *ui, struct screen *s)
{
	const struct kind *kind;
	int64_t id = follow_up_record(s->state, &kind);
	struct err err = { 0 };

	if (id == 0) {
		ui_refuse(ui, _("There is nothing to delete here."));
		return UI_NOTHING;
	}
	if (!ui_confirm(ui, arena_printf(ui_scratch(ui), _("Delete this one? (%s)"),
					 _(kind->label))))
		return UI_NOTHING;
	if (!records_remove(app_of(ui)->db, kind, &id, 1, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui, _("Deleted   (Ctrl+Z brings it back)"));
	return UI_RELOAD;
}

ui_flags follow_up_list_part(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	const struct kind *kind = follow_up_part_kind(follow_up_line(v)->part);
	const struct list_argument argument = {
		.kind = kind,
		.parent_field = "programme",
		.parent = v->programme,
		.title = arena_printf(&s->arena, "%s › %s", v->p.code, _(kind->labels)),
	};

	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}

/* The follow-up under the cursor; says what to do where there is none. */
static const struct follow_up_row *current(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	const struct follow_up_line *line = follow_up_line(v);

	if (line->part == PART_FOLLOW_UPS && !line->empty)
		return &v->follow_ups[line->at];
	ui_refuse(ui, v->counts[PART_FOLLOW_UPS] == 0
			      ? _("There are no follow-ups yet: a proposes them.")
			      : _("Go to one of the follow-ups first."));
	return NULL;
}

ui_flags follow_up_feedback(struct ui *ui, struct screen *s)
{
	const struct follow_up_row *row = current(ui, s);
	struct feedback_argument argument = { 0 };

	if (!row)
		return UI_NOTHING;
	if (row->follow_up.questionnaire == 0) {
		ui_refuse(ui,
			  _("This follow-up has no questionnaire. F2 chooses one; ready "
			    "ones are in the list of questionnaires."));
		return UI_NOTHING;
	}
	argument.programme = row->follow_up.programme;
	argument.questionnaire = row->follow_up.questionnaire;
	argument.about.role = row->role;
	argument.about.phase = row->phase;
	ui_run(ui, &feedback_class, &argument, NULL);
	return UI_RELOAD;
}

static ui_flags change(struct ui *ui, const struct follow_up *old, struct follow_up *now,
		       const char *said)
{
	struct problems problems = { .arena = ui_scratch(ui) };
	struct err err = { 0 };

	if (!record_save(app_of(ui)->db, &follow_up_kind, old, now, &problems, &err))
		ui_fail(ui, &err);
	else if (problems.errors)
		ui_refuse(ui, "%s", problem_first_error(&problems)->text);
	else
		ui_say(ui, "%s", said);
	return UI_RELOAD;
}

ui_flags follow_up_sent(struct ui *ui, struct screen *s)
{
	const struct follow_up_row *row = current(ui, s);
	struct follow_up now;

	if (!row)
		return UI_NOTHING;
	if (date_is_set(row->follow_up.sent)) {
		ui_refuse(ui, _("It was sent on %s. F2 changes the day."),
			  day_label(ui, row->follow_up.sent));
		return UI_NOTHING;
	}
	now = row->follow_up;
	now.sent = clock_today();
	return change(ui, &row->follow_up, &now,
		      _("Sent today   (Ctrl+Z takes it back)"));
}

ui_flags follow_up_done(struct ui *ui, struct screen *s)
{
	const struct follow_up_row *row = current(ui, s);
	struct follow_up now;

	if (!row)
		return UI_NOTHING;
	if (date_is_set(row->follow_up.done)) {
		ui_refuse(ui, _("It was done on %s. F2 changes the day."),
			  day_label(ui, row->follow_up.done));
		return UI_NOTHING;
	}
	now = row->follow_up;
	if (!ui_ask(ui, _("What came of it?"), now.outcome, ui_scratch(ui), &now.outcome))
		return UI_NOTHING;
	now.done = clock_today();
	return change(ui, &row->follow_up, &now,
		      _("Done today   (Ctrl+Z takes it back)"));
}

ui_flags follow_up_move(struct ui *ui, struct screen *s)
{
	const struct follow_up_row *row = current(ui, s);
	const char *typed = "";
	struct follow_up now;

	if (!row ||
	    !ui_ask(ui, _("Due on (a day, or +14 from today):"),
		    day_label(ui, row->follow_up.due), ui_scratch(ui), &typed) ||
	    *typed == '\0')
		return UI_NOTHING;
	now = row->follow_up;
	if (!date_parse(typed, clock_today(), &now.due)) {
		ui_refuse(ui, _("'%s' is no day. Type it as 31-12-2026 or +14."), typed);
		return UI_NOTHING;
	}
	return change(ui, &row->follow_up, &now,
		      arena_printf(ui_scratch(ui),
				   _("Due on %s now   (Ctrl+Z takes it back)"),
				   day_label(ui, now.due)));
}

ui_flags follow_up_waive(struct ui *ui, struct screen *s)
{
	const struct follow_up_row *row = current(ui, s);
	struct follow_up now;

	if (!row)
		return UI_NOTHING;
	now = row->follow_up;
	if (!ui_ask(ui, _("Why is it not done?"), now.reason, ui_scratch(ui),
		    &now.reason))
		return UI_NOTHING;
	now.waived = 1;
	return change(ui, &row->follow_up, &now, _("Waived   (Ctrl+Z takes it back)"));
}

ui_flags follow_up_propose(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	struct err err = { 0 };
	size_t count = 0;

	if (!follow_ups_propose(app_of(ui)->db, v->programme, &count, &err))
		ui_fail(ui, &err);
	else if (count == 0)
		ui_refuse(ui, _("All that is proposed is there. n adds another."));
	else
		ui_say(ui,
		       P_("%d follow-up proposed   (Ctrl+Z takes it back)",
			  "%d follow-ups proposed   (Ctrl+Z takes them back)", count),
		       (int)count);
	return UI_RELOAD;
}

ui_flags follow_up_measure(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	const struct follow_up_line *line = follow_up_line(v);
	struct edit_argument argument = { .kind = &measurement_kind,
					  .parent_field = "result" };

	if (line->part != PART_RESULTS || line->empty) {
		ui_refuse(ui, v->counts[PART_RESULTS] == 0
				      ? _("There are no indicators yet: j takes those of "
					  "the projects.")
				      : _("Go to one of the indicators first."));
		return UI_NOTHING;
	}
	argument.parent = v->results[line->at].result.id;
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags follow_up_take(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	struct err err = { 0 };
	size_t count = 0;

	if (!results_take_over(app_of(ui)->db, v->programme, &count, &err))
		ui_fail(ui, &err);
	else if (count == 0)
		ui_refuse(ui, _("The projects have no indicator, or nothing new since "
				"the last time."));
	else
		ui_say(ui,
		       P_("%d indicator taken over   (Ctrl+Z takes it back)",
			  "%d indicators taken over   (Ctrl+Z takes them back)", count),
		       (int)count);
	return UI_RELOAD;
}
