#include "domain/programme.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/improve.h"
#include "domain/kinds.h"
#include "domain/next_run.h"
#include "domain/participant.h"
#include "domain/programme_steps.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "places.h"
#include "store/record.h"

enum { SECTION_SPACE = 32 };

/* One programme: what it is, and the ways to all that belongs to it. */
struct programme_screen {
	int64_t id;
	struct programme p;
	const char *lead;
	int64_t taken;		/* seats */
	struct waiting waiting; /* from the run before */
	int64_t counts[SECTION_SPACE];
	size_t selected;
};

/* What belongs to a programme: the command that leads there, and what is
 * counted. The command's help is the label, its key the letter. */
struct section {
	const char *command;
	const struct kind *count; /* NULL: nothing is counted */
	const char *parent;
};

static const struct section sections[] = {
	{ "objectives", &objective_kind, "revision" },
	{ "partners", &programme_partner_kind, "programme" },
	{ "plan", &planned_session_kind, "revision" },
	{ "sessions", &session_kind, "programme" },
	{ "participants", &enrolment_kind, "programme" },
	{ "groups", &group_kind, "programme" },
	{ "projects", NULL, NULL },
	{ "questionnaires", &revision_questionnaire_kind, "revision" },
	{ "feedback", &sheet_kind, "programme" },
	{ "evaluation", NULL, NULL },
	{ "improvements", &improvement_kind, "programme" },
	{ "findings", &finding_kind, "programme" },
};

enum {
	SECTION_COUNT = sizeof sections / sizeof *sections,
	INFO_ROWS = 5,
	LEFT_LABEL = 8,
	RIGHT_LABEL = 16,
	SECTION_WIDTH = 37,
	STEPS_MOST = 8,
	NOTES_FROM = 60
};

static bool count_sections(struct app *app, struct programme_screen *v, struct err *err)
{
	for (size_t i = 0; i < SECTION_COUNT; i++) {
		const struct section *part = &sections[i];
		struct select select = { .kind = part->count, .parent = part->parent };
		size_t count = 0;

		v->counts[i] = NUMBER_NONE;
		if (!part->count)
			continue;
		select.parent_id =
			strcmp(part->parent, "revision") == 0 ? v->p.revision : v->id;
		if (!select_count(app->db, &select, 100000, &count, err))
			return false;
		v->counts[i] = (int64_t)count;
	}
	return true;
}

static bool programme_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct programme_screen *v = s->state;

	arena_reset(&s->rows);
	v->taken = programme_taken(app->db, v->id);
	return record_load(app->db, &programme_kind, v->id, &v->p, &s->rows, err) &&
	       reference_label(app->db, kind_find("person"), v->p.lead, &s->rows,
			       &v->lead, err) &&
	       improvement_waiting(app->db, v->id, &v->waiting, err) &&
	       count_sections(app, v, err);
}

static bool programme_open(struct ui *ui, struct screen *s, const void *argument,
			   struct err *err)
{
	struct programme_screen *v = s->state;

	v->id = *(const int64_t *)argument;
	return programme_reload(ui, s, err);
}

static const char *programme_title(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;

	return arena_printf(ui_scratch(ui), "%s  %s", v->p.code, v->p.title);
}

static const char *dates(struct ui *ui, const struct programme *p)
{
	if (!date_is_set(p->starts))
		return "";
	return arena_printf(ui_scratch(ui), "%s – %s", day_label(ui, p->starts),
			    day_label(ui, p->ends));
}

static const char *seats(struct ui *ui, const struct programme_screen *v)
{
	return arena_printf(ui_scratch(ui), _("%d taken of %s"), (int)v->taken,
			    v->p.capacity == NUMBER_NONE
				    ? "–"
				    : number_int(ui_scratch(ui), v->p.capacity));
}

/* What the programme is, in two columns. */
static void draw_info(struct ui *ui, const struct programme_screen *v, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct programme *p = &v->p;
	const struct pair pairs[] = {
		{ _("Status"), choice_label(programme_status_choices, p->status) },
		{ _("Method"), choice_label(learning_form_choices, p->method) },
		{ _("Dates"), dates(ui, p) },
		{ _("Place"), p->place },
		{ _("JP"), number_hundredths(a, p->jp, number_mark()) },
		{ _("Lead"), v->lead },
		{ _("Seats"), seats(ui, v) },
		{ _("Budget"), number_grouped(a, p->budget, number_mark()) },
	};
	int half = canvas_columns(c) / 2;

	for (int i = 0; i < (int)(sizeof pairs / sizeof *pairs); i++)
		canvas_pair(c, i / 2, i % 2 * half, i % 2 ? RIGHT_LABEL : LEFT_LABEL,
			    pairs[i]);
	canvas_rule(c, INFO_ROWS - 1, 0, canvas_columns(c));
}

/* "2 open actions (i), 1 finding undecided (h)" */
static const char *waiting_shown(struct ui *ui, const struct waiting *w)
{
	struct arena *a = ui_scratch(ui);
	const char *actions = arena_printf(
		a, P_("%d open action (i)", "%d open actions (i)", (size_t)w->actions),
		(int)w->actions);
	const char *findings =
		arena_printf(a,
			     P_("%d finding undecided (h)", "%d findings undecided (h)",
				(size_t)w->findings),
			     (int)w->findings);

	if (w->findings == 0)
		return actions;
	return w->actions == 0 ? findings : arena_printf(a, "%s, %s", actions, findings);
}

/* While there is still time to do something about it. */
static bool is_waiting(const struct programme_screen *v)
{
	return v->waiting.actions + v->waiting.findings > 0 &&
	       (strcmp(v->p.status, "draft") == 0 ||
		strcmp(v->p.status, "planned") == 0 || strcmp(v->p.status, "open") == 0);
}

/* What waits, beside the section where it is. */
static const char *section_note(struct ui *ui, const struct programme_screen *v,
				const char *command)
{
	struct arena *a = ui_scratch(ui);

	if (!is_waiting(v))
		return "";
	if (strcmp(command, "improvements") == 0 && v->waiting.actions > 0)
		return arena_printf(a, _("%d open from the run before"),
				    (int)v->waiting.actions);
	if (strcmp(command, "findings") == 0 && v->waiting.findings > 0)
		return arena_printf(a, _("%d undecided from the run before"),
				    (int)v->waiting.findings);
	return "";
}

static void draw_section(struct ui *ui, const struct programme_screen *v, size_t i,
			 int row, struct canvas *c)
{
	bool focus = i == v->selected;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;

	if (focus)
		canvas_text(c, row, 0, SECTION_WIDTH, STYLE_FOCUS, ">");
	canvas_text(c, row, 2, 1, focus ? style : STYLE_KEY,
		    ui_command_key(ui, CONTEXT_PROGRAMME, sections[i].command));
	canvas_text(c, row, 5, 24, style,
		    ui_command_help(ui, CONTEXT_PROGRAMME, sections[i].command));
	canvas_text(c, row, 30, 6, style,
		    text_column_right(ui_scratch(ui),
				      number_int(ui_scratch(ui), v->counts[i]), 6));
	if (canvas_columns(c) >= NOTES_FROM)
		canvas_text(c, row, SECTION_WIDTH + 2, 0, STYLE_WARN,
			    section_note(ui, v, sections[i].command));
}

static void programme_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct programme_screen *v = s->state;
	bool roomy =
		canvas_columns(c) >= 60 && canvas_rows(c) >= INFO_ROWS + SECTION_COUNT;
	int first = roomy ? INFO_ROWS : 0, rows = canvas_rows(c) - first;
	size_t top = v->selected >= (size_t)rows ? v->selected - (size_t)rows + 1 : 0;

	if (roomy)
		draw_info(ui, v, c);
	for (size_t i = top; i < SECTION_COUNT && (int)(i - top) < rows; i++)
		draw_section(ui, v, i, first + (int)(i - top), c);
}

static ui_flags programme_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct programme_screen *v = s->state;

	if (key != UI_KEY_ENTER)
		return ui_move(&v->selected, SECTION_COUNT, SECTION_COUNT, key);
	return ui_run_command(ui, CONTEXT_PROGRAMME, sections[v->selected].command);
}

static const char *programme_hint(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;

	if (ui_columns(ui) < NOTES_FROM && is_waiting(v))
		return arena_printf(ui_scratch(ui), _("From the run before: %s"),
				    waiting_shown(ui, &v->waiting));
	return arena_printf(ui_scratch(ui), _("Next step: %s"),
			    programme_next_steps(ui_scratch(ui), v->p.status));
}

static bool programme_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &programme_kind;
	*id = programme_id(s);
	return true;
}

const struct screen_class programme_class = {
	.name = "programme",
	.context = CONTEXT_PROGRAMME,
	.state_size = sizeof(struct programme_screen),
	.open = programme_open,
	.title = programme_title,
	.reload = programme_reload,
	.draw = programme_draw,
	.key = programme_key,
	.hint = programme_hint,
	.record = programme_record,
};

int64_t programme_id(const struct screen *s)
{
	return ((const struct programme_screen *)s->state)->id;
}

const char *programme_code(const struct screen *s)
{
	return ((const struct programme_screen *)s->state)->p.code;
}

const char *programme_part_title(struct screen *s, const char *part)
{
	return arena_printf(&s->arena, "%s › %s", programme_code(s), part);
}

static ui_flags open_part(struct ui *ui, struct screen *s, const struct kind *kind)
{
	const struct list_argument argument = { .kind = kind,
						.parent_field = "programme",
						.parent = programme_id(s),
						.title = programme_part_title(
							s, _(kind->labels)) };

	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags programme_partners(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &programme_partner_kind);
}

ui_flags programme_sessions(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &session_kind);
}

ui_flags programme_improvements(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &improvement_kind);
}

static ui_flags open_screen(struct ui *ui, struct screen *s,
			    const struct screen_class *class)
{
	int64_t id = programme_id(s);

	ui_run(ui, class, &id, NULL);
	return UI_RELOAD;
}

ui_flags programme_participants(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &participants_class);
}

ui_flags programme_divide(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &division_class);
}

ui_flags programme_projects(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &groups_class);
}

/* The questionnaire that is keyed in; asked where there are several. */
static bool pick_questionnaire(struct ui *ui, int64_t programme, int64_t *picked,
			       struct err *err)
{
	struct sheet_questionnaire *all;
	struct ui_choice *choices;
	size_t count;
	int at = 0;

	if (!sheet_questionnaires(app_of(ui)->db, programme, ui_scratch(ui), &all, &count,
				  err))
		return false;
	if (count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("The programme has no questionnaire yet. Press k to "
				 "choose one."));
	choices = arena_array(ui_scratch(ui), count, sizeof *choices);
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct ui_choice){
			arena_printf(ui_scratch(ui), "%s  %s", all[i].code, all[i].title),
			arena_printf(ui_scratch(ui),
				     P_("%d sheet", "%d sheets", all[i].sheets),
				     (int)all[i].sheets),
		};
	if (count > 1)
		at = ui_pick(ui, _("Which questionnaire?"), choices, count, 0);
	if (at >= 0)
		*picked = all[at].id;
	return at >= 0;
}

ui_flags programme_feedback(struct ui *ui, struct screen *s)
{
	struct feedback_argument argument = { .programme = programme_id(s) };
	struct err err = { 0 };

	if (pick_questionnaire(ui, argument.programme, &argument.questionnaire, &err))
		ui_run(ui, &feedback_class, &argument, NULL);
	else if (err.code != ERR_NONE)
		ui_fail(ui, &err);
	return UI_RELOAD;
}

ui_flags programme_evaluation(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &evaluation_class);
}

ui_flags programme_edit(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = { .kind = &programme_kind,
						.id = programme_id(s) };

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

static ui_flags set_status(struct ui *ui, struct programme_screen *v, const char *status,
			   const char *reason)
{
	struct problems problems = { .arena = ui_scratch(ui) };
	struct programme now = v->p;
	struct err err = { 0 };

	now.status = status;
	if (*reason != '\0')
		now.cancel_reason = reason;
	if (!record_save(app_of(ui)->db, &programme_kind, &v->p, &now, &problems, &err))
		ui_fail(ui, &err);
	else if (problems.errors)
		ui_refuse(ui, "%s", problem_first_error(&problems)->text);
	else
		ui_say(ui, _("The programme is now: %s   (Ctrl+Z takes it back)"),
		       choice_label(programme_status_choices, status));
	return UI_RELOAD;
}

/* A run that begins although the last one's actions are open: is that meant? */
static bool is_ready(struct ui *ui, const struct programme_screen *v, const char *status)
{
	if ((strcmp(status, "open") != 0 && strcmp(status, "running") != 0) ||
	    !is_waiting(v))
		return true;
	return ui_confirm(
		ui,
		arena_printf(ui_scratch(ui),
			     _("From the run before: %s. They should be done, or waived "
			       "with a reason. Go on all the same?"),
			     waiting_shown(ui, &v->waiting)));
}

ui_flags programme_step(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;
	struct ui_choice choices[STEPS_MOST];
	const char *codes[STEPS_MOST], *reason = "";
	size_t count = programme_steps(v->p.status, codes, STEPS_MOST);
	int picked = 0;

	if (count == 0) {
		ui_refuse(ui, _("There is no further step. F2 changes the programme."));
		return UI_NOTHING;
	}
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct ui_choice){
			choice_label(programme_status_choices, codes[i]), ""
		};
	if (count > 1)
		picked = ui_pick(ui, _("Next status"), choices, count, 0);
	if (picked < 0)
		return UI_NOTHING;
	if (!is_ready(ui, v, codes[picked]))
		return UI_NOTHING;
	if (strcmp(codes[picked], "cancelled") == 0 &&
	    (!ui_ask(ui, _("Why is it cancelled?"), "", &s->rows, &reason) ||
	     *reason == '\0'))
		return UI_NOTHING;
	return set_status(ui, v, codes[picked], reason);
}

ui_flags programme_next_run(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;
	const char *code = "";
	struct err err = { 0 };
	int64_t id = 0;

	if (!ui_ask(ui, _("Code of the next run:"), "", &s->arena, &code) ||
	    *code == '\0')
		return UI_NOTHING;
	if (!next_run_make(app_of(ui)->db, v->id, code, &id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_say(ui, _("Everything but people and dates is copied. F2 sets the dates."));
	ui_run(ui, &programme_class, &id, NULL);
	return UI_RELOAD;
}
