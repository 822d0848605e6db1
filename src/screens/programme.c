#include "domain/programme.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/completion.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/follow_up.h"
#include "domain/improve.h"
#include "domain/kinds.h"
#include "domain/next_run.h"
#include "domain/participant.h"
#include "domain/programme_steps.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "places.h"
#include "store/record.h"
#include "suggest.h"

/* What belongs to a programme: the command that leads there, and what is
 * counted. The command's help is the label, its key the letter. What prepares
 * a programme comes first; from `first_right` on, what runs it and learns. */
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
	{ "attendance", NULL, NULL },
	{ "scores", &score_kind, "programme" },
	{ "feedback", &sheet_kind, "programme" },
	{ "completion", NULL, NULL },
	{ "evaluation", NULL, NULL },
	{ "improvements", &improvement_kind, "programme" },
	{ "follow-up", &follow_up_kind, "programme" },
	{ "findings", &finding_kind, "programme" },
};

static const char first_right[] = "attendance";

enum {
	SECTION_COUNT = sizeof sections / sizeof *sections,
	INFO_ROWS = 5,
	LEFT_LABEL = 8,
	RIGHT_LABEL = 16,
	SECTION_WIDTH = 37,
	TWO_COLUMNS = 76, /* as wide as the terminal must be for both sides */
	STEPS_MOST = 8
};

/* One programme: what it is, and the ways to all that belongs to it. */
struct programme_screen {
	int64_t id;
	struct programme p;
	const char *lead;
	int64_t taken;		/* seats */
	struct waiting waiting; /* from the run before */
	int64_t counts[SECTION_COUNT];
	size_t selected;
	bool wide; /* drawn in two columns */
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
	return programme_count_taken(app->db, v->id, &v->taken, err) &&
	       record_load(app->db, &programme_kind, v->id, &v->p, &s->rows, err) &&
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

/* How many stand on the left. */
static size_t section_left(void)
{
	size_t count = 0;

	while (strcmp(sections[count].command, first_right) != 0)
		count++;
	return count;
}

struct spot {
	int row, column;
};
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

static void draw_section(struct ui *ui, const struct programme_screen *v, size_t i,
			 struct spot at, struct canvas *c)
{
	bool focus = i == v->selected;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;

	if (focus) {
		canvas_text(c, at.row, at.column, SECTION_WIDTH, STYLE_FOCUS, ">");
		canvas_cursor(c, at.row, at.column);
	}
	canvas_text(c, at.row, at.column + 2, 1, focus ? style : STYLE_KEY,
		    ui_command_key(ui, CONTEXT_PROGRAMME, sections[i].command));
	canvas_text(c, at.row, at.column + 5, 24, style,
		    ui_command_help(ui, CONTEXT_PROGRAMME, sections[i].command));
	canvas_text(c, at.row, at.column + 30, 6, style,
		    text_column_right(ui_scratch(ui),
				      number_int(ui_scratch(ui), v->counts[i]), 6));
}

/* What prepares a programme on the left, what runs it and learns from it on
 * the right; one column where there is no room for both. */
static void draw_sections(struct ui *ui, struct programme_screen *v, int first,
			  struct canvas *c)
{
	size_t rows = (size_t)(canvas_rows(c) - first), left = section_left();
	size_t line = v->wide && v->selected >= left ? v->selected - left : v->selected;
	size_t top = line >= rows ? line - rows + 1 : 0;

	for (size_t i = 0; i < SECTION_COUNT; i++) {
		bool right = v->wide && i >= left;
		size_t at = right ? i - left : i;
		int column = right ? canvas_columns(c) / 2 : 0;

		if (at >= top && at - top < rows)
			draw_section(ui, v, i,
				     (struct spot){ first + (int)(at - top), column }, c);
	}
}

static void programme_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct programme_screen *v = s->state;
	size_t left = section_left(), right = SECTION_COUNT - left;
	size_t lines;
	bool roomy;

	v->wide = canvas_columns(c) >= TWO_COLUMNS;
	lines = !v->wide ? SECTION_COUNT : left > right ? left : right;
	roomy = canvas_columns(c) >= 60 && canvas_rows(c) >= INFO_ROWS + (int)lines;
	if (roomy)
		draw_info(ui, v, c);
	draw_sections(ui, v, roomy ? INFO_ROWS : 0, c);
}

/* To the same line of the other side, or its last. */
static ui_flags to_side(struct programme_screen *v, bool right)
{
	size_t left = section_left(), last = SECTION_COUNT - 1;

	if (right && v->selected < left)
		v->selected = v->selected + left < last ? v->selected + left : last;
	else if (!right && v->selected >= left)
		v->selected = v->selected - left < left ? v->selected - left : left - 1;
	return UI_NOTHING;
}

static ui_flags programme_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct programme_screen *v = s->state;

	if (key == UI_KEY_ENTER)
		return ui_run_command(ui, CONTEXT_PROGRAMME,
				      sections[v->selected].command);
	if (v->wide && (key == UI_KEY_LEFT || key == UI_KEY_RIGHT))
		return to_side(v, key == UI_KEY_RIGHT);
	return ui_move(&v->selected, SECTION_COUNT, SECTION_COUNT, key);
}

static const char *programme_hint(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;

	if (is_waiting(v))
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

ui_flags programme_suggest(struct ui *ui, struct screen *s)
{
	return suggestions_show(ui, programme_id(s));
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

/* A run that is over although nobody said who completed it: is that meant? */
static bool is_decided(struct ui *ui, const struct programme_screen *v,
		       const char *status)
{
	struct err err = { 0 };
	int64_t open = 0;

	if (strcmp(status, "done") != 0)
		return true;
	if (!completion_undecided(app_of(ui)->db, v->id, &open, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	return open == 0 ||
	       ui_confirm(ui, arena_printf(
				      ui_scratch(ui),
				      P_("%d participant is not decided on yet (c). Go "
					 "on all the same?",
					 "%d participants are not decided on yet (c). Go "
					 "on all the same?",
					 (size_t)open),
				      (int)open));
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
	if (!is_ready(ui, v, codes[picked]) || !is_decided(ui, v, codes[picked]))
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

	if (!next_run_code(app_of(ui)->db, &v->p, ui_scratch(ui), &code, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (!ui_ask(ui, _("Code of the next run:"), code, &s->arena, &code) ||
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
