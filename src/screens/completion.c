#include "domain/completion.h"

#include <math.h>
#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "grid_commands.h"
#include "report/report.h"
#include "row_view.h"
#include "store/record.h"

/* Who completes a programme: what the rule proposes, and why; the coordinator
 * accepts the proposals or decides by hand. */
struct completion_screen {
	struct row_view rows;
	int64_t programme;
	const char *code;
	struct eligibility_rule rule;
	struct eligibility *people; /* parallel to rows.all */
	size_t count;
};

/* What a narrow screen has no room for stands behind, the project last, and
 * only where the rule asks for it. */
static const struct ui_column columns[] = {
	{ N_("Name"), 0, false, "name" },
	{ N_("JP"), 7, true, "jp" },
	{ N_("Proposal"), 11, false, "proposal" },
	{ N_("Status"), 12, false, "status" },
	{ "%", 4, true, "share" },
	{ N_("Post"), 5, true, "post" },
	{ N_("Project"), 8, false, "project" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static const char *project_shown(const struct eligibility *e)
{
	return e->project == PROJECT_MET    ? _("planned")
	       : e->project == PROJECT_OPEN ? _("open")
					    : _("below");
}

static const char *proposal_shown(const struct eligibility *e)
{
	enum proposal p = completion_proposal(e);

	return p == PROPOSE_COMPLETE ? _("Completed")
	       : p == PROPOSE_FAIL   ? _("Failed")
				     : "";
}

static enum style style_of(const struct eligibility *e)
{
	enum proposal p = completion_proposal(e);

	if (!enrolment_holds_place(e->status))
		return STYLE_DIM;
	return p == PROPOSE_COMPLETE ? STYLE_GOOD
	       : p == PROPOSE_FAIL   ? STYLE_BAD
				     : STYLE_PLAIN;
}

static void fill_row(const struct completion_screen *v, const struct eligibility *e,
		     struct arena *a, struct list_row *row)
{
	double share = eligibility_share(e);

	row->id = e->enrolment;
	row->style = style_of(e);
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = e->name;
	row->cells[1] =
		arena_printf(a, "%s/%s", number_hundredths(a, e->attended, number_mark()),
			     number_hundredths(a, v->rule.total, number_mark()));
	row->cells[2] = proposal_shown(e);
	row->cells[3] = choice_label(enrolment_status_choices, e->status);
	row->cells[4] = isnan(share) ? "" : number_real(a, share * 100, 0, number_mark());
	row->cells[5] = number_hundredths(a, e->post, number_mark());
	row->cells[6] = project_shown(e);
}

static bool completion_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct completion_screen *v = s->state;
	struct app *app = app_of(ui);
	struct programme p;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!record_load(app->db, &programme_kind, v->programme, &p, &s->rows, err) ||
	    !eligibility_rule_of(app->db, v->programme, app->settings, &v->rule, err) ||
	    !eligibility_list(app->db, &v->rule, &s->rows, &v->people, &v->count, err))
		return false;
	v->code = p.code;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(v, &v->people[i], &s->rows, &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

enum { TITLE_HEAD = 10 }; /* " bangkom  " */

static bool rule_fits(struct ui *ui, const struct completion_screen *v)
{
	const char *title =
		arena_printf(ui_scratch(ui), _("%s › Completion: %s%s"), v->code,
			     eligibility_rule_words(&v->rule, ui_scratch(ui)),
			     row_view_filter(ui, &v->rows));

	return TITLE_HEAD + text_width(title) <= ui_columns(ui);
}

static bool completion_open(struct ui *ui, struct screen *s, const void *argument,
			    struct err *err)
{
	struct completion_screen *v = s->state;

	v->programme = *(const int64_t *)argument;
	if (!eligibility_rule_of(app_of(ui)->db, v->programme, app_of(ui)->settings,
				 &v->rule, err))
		return false;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT - !v->rule.project,
		      N_("Nobody is in the programme yet. p on its page enrols people."));
	if (!completion_reload(ui, s, err))
		return false;
	if (!rule_fits(ui, v))
		ui_say(ui, _("The rule: %s."),
		       eligibility_rule_words(&v->rule, ui_scratch(ui)));
	return true;
}

static const char *completion_title(struct ui *ui, struct screen *s)
{
	struct completion_screen *v = s->state;
	const char *filter = row_view_filter(ui, &v->rows);

	if (!rule_fits(ui, v))
		return arena_printf(ui_scratch(ui), "%s › %s%s", v->code, _("Completion"),
				    filter);
	return arena_printf(ui_scratch(ui), _("%s › Completion: %s%s"), v->code,
			    eligibility_rule_words(&v->rule, ui_scratch(ui)), filter);
}

/* The person with the cursor; NULL for none. */
static const struct eligibility *current(const struct completion_screen *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->count; i++) {
		if (v->people[i].enrolment == id)
			return &v->people[i];
	}
	return NULL;
}

static const char *completion_hint(struct ui *ui, struct screen *s)
{
	struct completion_screen *v = s->state;
	const struct eligibility *e = current(v);

	return e ? eligibility_words(&v->rule, e, ui_scratch(ui)) : "";
}

static bool completion_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &enrolment_kind;
	*id = row_view_current(s->state);
	return *id != 0;
}

const struct screen_class completion_class = {
	.name = "completion",
	.context = CONTEXT_COMPLETION,
	.state_size = sizeof(struct completion_screen),
	.open = completion_open,
	.title = completion_title,
	.reload = completion_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = completion_hint,
	.record = completion_record,
};

static bool is_marked(const struct completion_screen *v, int64_t id)
{
	return v->rows.view.mark_count == 0 || list_view_marked(&v->rows.view, id);
}

/* What would be accepted: of the marked, or of all. */
static void count_proposals(const struct completion_screen *v,
			    struct completion_count *out)
{
	*out = (struct completion_count){ 0, 0, 0 };
	for (size_t i = 0; i < v->count; i++) {
		const struct eligibility *e = &v->people[i];
		enum proposal p = completion_proposal(e);

		if (!is_marked(v, e->enrolment))
			continue;
		out->completed += p == PROPOSE_COMPLETE;
		out->failed += p == PROPOSE_FAIL;
		out->open += p == PROPOSE_NOTHING && strcmp(e->status, "accepted") == 0;
	}
}

static bool is_allowed(struct ui *ui, const struct completion_screen *v)
{
	struct err err = { 0 };

	if (completion_allowed(app_of(ui)->db, v->programme, &err))
		return true;
	ui_fail(ui, &err);
	return false;
}

/* Nothing is proposed: why, and what helps. */
static void refuse_nothing(struct ui *ui, const struct completion_count *counted)
{
	if (counted->open > 0)
		ui_refuse(ui,
			  P_("Nothing is proposed: for %d participant something is still "
			     "missing. Record it, or decide by hand with c or f.",
			     "Nothing is proposed: for %d participants something is "
			     "still missing. Record it, or decide by hand with c or f.",
			     counted->open),
			  (int)counted->open);
	else
		ui_refuse(ui, _("Nothing is left to accept: everybody is decided on."));
}

static void accept(struct ui *ui, struct completion_screen *v)
{
	struct app *app = app_of(ui);
	bool marked = v->rows.view.mark_count > 0;
	struct completion_count done;
	struct err err = { 0 };

	if (!completion_accept(app->db, v->programme, app->settings,
			       marked ? v->rows.view.marks : NULL,
			       v->rows.view.mark_count, &done, &err)) {
		ui_fail(ui, &err);
		return;
	}
	v->rows.view.mark_count = 0;
	ui_say(ui, _("%d completed, %d failed, %d still open   (Ctrl+Z takes it back)"),
	       (int)done.completed, (int)done.failed, (int)done.open);
}

ui_flags completion_accept_all(struct ui *ui, struct screen *s)
{
	struct completion_screen *v = s->state;
	struct completion_count counted;

	if (!is_allowed(ui, v))
		return UI_NOTHING;
	count_proposals(v, &counted);
	if (counted.completed + counted.failed == 0) {
		refuse_nothing(ui, &counted);
		return UI_NOTHING;
	}
	if (ui_confirm(ui,
		       arena_printf(ui_scratch(ui),
				    _("Accept the proposals: %d completed, %d failed?"),
				    (int)counted.completed, (int)counted.failed)))
		accept(ui, v);
	return UI_RELOAD;
}

/* A decision against the proposal, or without one, needs a reason. */
static bool ask_reason(struct ui *ui, struct screen *s, const struct eligibility *e,
		       struct completion_decision *decision)
{
	enum proposal proposal = completion_proposal(e);

	if (proposal == (decision->completed ? PROPOSE_COMPLETE : PROPOSE_FAIL))
		return true;
	if (!ui_ask(ui,
		    decision->completed ? _("Completed, because:")
					: _("Failed, because:"),
		    e->reason, &s->arena, &decision->reason))
		return false;
	if (*decision->reason != '\0')
		return true;
	ui_refuse(ui, _("Without a reason nothing is changed: it is not what the rule "
			"proposes."));
	return false;
}

static ui_flags decide(struct ui *ui, struct screen *s, bool completed)
{
	struct completion_screen *v = s->state;
	const struct eligibility *e = current(v);
	struct completion_decision decision = { .completed = completed, .reason = "" };
	struct err err = { 0 };

	if (!e || !is_allowed(ui, v))
		return UI_NOTHING;
	decision.enrolment = e->enrolment;
	if (!ask_reason(ui, s, e, &decision))
		return UI_NOTHING;
	if (!completion_decide(app_of(ui)->db, v->programme, app_of(ui)->settings,
			       &decision, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui,
		       completed ? _("%s: completed   (Ctrl+Z takes it back)")
				 : _("%s: failed   (Ctrl+Z takes it back)"),
		       e->name);
	return UI_RELOAD;
}

ui_flags completion_complete(struct ui *ui, struct screen *s)
{
	return decide(ui, s, true);
}

ui_flags completion_fail(struct ui *ui, struct screen *s)
{
	return decide(ui, s, false);
}

ui_flags completion_edit(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = {
		.kind = &enrolment_kind,
		.id = row_view_current(s->state),
	};

	return argument.id == 0 ? UI_NOTHING : row_view_edit(ui, s->state, &argument);
}

static bool make_reasons(void *context, struct report *report, struct err *err)
{
	const struct completion_screen *v = context;
	const struct eligibility *e = current(v);

	(void)err;
	report_text(report, _("The rule: %s."),
		    eligibility_rule_words(&v->rule, report->arena));
	report_text(report, "%s", eligibility_words(&v->rule, e, report->arena));
	report_text(report,
		    _("Present %d, late %d, sick %d, excused %d, absent %d, not "
		      "marked %d."),
		    (int)e->counts[0], (int)e->counts[1], (int)e->counts[2],
		    (int)e->counts[3], (int)e->counts[4], (int)e->unmarked);
	if (*e->reason != '\0')
		report_text(report, _("Reason: %s"), e->reason);
	return true;
}

ui_flags completion_reasons(struct ui *ui, struct screen *s)
{
	struct completion_screen *v = s->state;
	const struct eligibility *e = current(v);
	struct report_argument argument = { .name = "completion",
					    .make = make_reasons,
					    .context = v };

	if (!e)
		return UI_NOTHING;
	argument.title = e->name;
	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
