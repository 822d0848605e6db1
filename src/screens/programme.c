#include "domain/programme.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "domain/next_run.h"
#include "domain/programme_steps.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "places.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

/* One programme: what it is, and the ways to all that belongs to it. */
struct programme_screen {
	int64_t id;
	struct programme p;
	const char *lead;
	int64_t counts[10];
	size_t selected;
};

struct section {
	char key;
	const char *label;
	const char *count; /* the kind that is counted, or "" */
	const char *parent;
	ui_flags (*open)(struct ui *ui, struct screen *s);
};

static const struct section sections[] = {
	{ 'o', N_("Objectives"), "objective", "revision", programme_objectives },
	{ 'b', N_("Partners"), "programme_partner", "programme", programme_partners },
	{ 's', N_("Sessions"), "session", "programme", programme_sessions },
	{ 'p', N_("Participants"), "enrolment", "programme", programme_participants },
	{ 'g', N_("Groups"), "group", "programme", programme_divide },
	{ 'j', N_("Projects"), "", "", programme_projects },
	{ 'k', N_("Questionnaires"), "revision_questionnaire", "revision",
	  programme_questionnaires },
	{ 'f', N_("Feedback sheets"), "sheet", "programme", programme_feedback },
	{ 'e', N_("Evaluation"), "", "", programme_evaluation },
	{ 'i', N_("Improvements"), "improvement", "programme", programme_improvements },
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections, INFO_ROWS = 6 };

static bool count_sections(struct app *app, struct programme_screen *v, struct arena *a,
			   struct err *err)
{
	for (size_t i = 0; i < SECTION_COUNT; i++) {
		bool of_revision = strcmp(sections[i].parent, "revision") == 0;
		struct select_term term = { sections[i].parent, SELECT_IS,
					    number_int(a, of_revision ? v->p.revision : v->id) };
		struct select select = { .terms = &term, .term_count = 1 };
		size_t count = 0;

		v->counts[i] = NUMBER_NONE;
		if (*sections[i].count == '\0')
			continue;
		select.kind = kind_find(sections[i].count);
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
	return record_load(app->db, &programme_kind, v->id, &v->p, &s->rows, err) &&
	       reference_label(app->db, kind_find("person"), v->p.lead, &s->rows, &v->lead,
			       err) &&
	       count_sections(app, v, &s->rows, err);
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

static void draw_pair(struct canvas *c, int row, int column, const char *label,
		      const char *value)
{
	canvas_text(c, row, column, 12, STYLE_LABEL, label);
	canvas_text(c, row, column + 13, 0, STYLE_PLAIN, *value == '\0' ? "–" : value);
}

static void draw_info(struct ui *ui, struct programme_screen *v, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	struct app *app = app_of(ui);
	int right = canvas_columns(c) >= 60 ? canvas_columns(c) / 2 : 0;
	int row = 0;

	draw_pair(c, row, 0, _("Status"), choice_label(programme_status_choices, v->p.status));
	if (right)
		draw_pair(c, row, right, _("Method"),
			  choice_label(learning_form_choices, v->p.method));
	draw_pair(c, ++row, 0, _("Dates"),
		  date_is_set(v->p.starts) ?
			  arena_printf(a, "%s – %s", day_label(ui, v->p.starts),
				       day_label(ui, v->p.ends)) :
			  "");
	if (right)
		draw_pair(c, row, right, _("Lead"), v->lead);
	draw_pair(c, ++row, 0, _("JP"), number_hundredths(a, v->p.jp, number_mark()));
	if (right)
		draw_pair(c, row, right, _("Place"), v->p.place);
	draw_pair(c, ++row, 0, _("Places"),
		  arena_printf(a, _("%d taken of %s"), (int)programme_taken(app->db, v->id),
			       v->p.capacity == NUMBER_NONE ? "–" :
							      number_int(a, v->p.capacity)));
	if (right)
		draw_pair(c, row, right, _("Budget"),
			  number_grouped(a, v->p.budget, number_mark()));
	canvas_rule(c, ++row, 0, canvas_columns(c));
}

static void programme_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct programme_screen *v = s->state;
	int first = canvas_rows(c) >= (int)SECTION_COUNT + INFO_ROWS - 1 ? INFO_ROWS - 1 : 0;

	if (first > 0)
		draw_info(ui, v, c);
	for (int i = 0; i < SECTION_COUNT; i++) {
		bool focus = (size_t)i == v->selected;
		enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;

		if (focus)
			canvas_text(c, first + i, 0, 34, STYLE_FOCUS, "");
		canvas_text(c, first + i, 1, 1, focus ? style : STYLE_KEY,
			    arena_printf(ui_scratch(ui), "%c", sections[i].key));
		canvas_text(c, first + i, 4, 20, style, _(sections[i].label));
		canvas_text(c, first + i, 25, 8, style,
			    number_int(ui_scratch(ui), v->counts[i]));
	}
}

static ui_flags programme_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct programme_screen *v = s->state;

	switch (key) {
	case UI_KEY_DOWN:
		v->selected += v->selected + 1 < SECTION_COUNT;
		return UI_REDRAW;
	case UI_KEY_UP:
		v->selected -= v->selected > 0;
		return UI_REDRAW;
	case UI_KEY_ENTER:
		return sections[v->selected].open(ui, s);
	default:
		return UI_IGNORED;
	}
}

static const char *programme_hint(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;

	return arena_printf(ui_scratch(ui), _("Next step: %s"),
			    programme_next_steps(ui_scratch(ui), v->p.status));
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
};

static int64_t id_of(const struct screen *s)
{
	return ((const struct programme_screen *)s->state)->id;
}

static const char *part_title(struct ui *ui, struct screen *s, const char *part)
{
	struct programme_screen *v = s->state;

	(void)ui;
	return arena_printf(&s->arena, "%s › %s", v->p.code, part);
}

static ui_flags open_part(struct ui *ui, struct screen *s, const struct kind *kind,
			  int64_t parent, const char *field)
{
	const struct list_argument argument = { .kind = kind,
						.parent_field = field,
						.parent = parent,
						.title = part_title(ui, s, _(kind->labels)) };

	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}

/* What belongs to the design is changed in a revision of the programme's
 * own; where other runs share it, a new one is made first. */
static ui_flags open_design_part(struct ui *ui, struct screen *s, const struct kind *kind)
{
	struct programme_screen *v = s->state;
	struct app *app = app_of(ui);
	int64_t revision = v->p.revision;
	struct err err = { 0 };

	if (!action_begin(app->db, arena_printf(ui_scratch(ui), _("New revision for %s"),
						v->p.code),
			  &err) ||
	    !revision_for_edit(app->db, v->id,
			       arena_printf(ui_scratch(ui), _("Changed for %s"), v->p.code),
			       &revision, &err) ||
	    !action_commit(app->db, &err)) {
		action_rollback(app->db);
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	return open_part(ui, s, kind, revision, "revision");
}

ui_flags programme_objectives(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &objective_kind);
}

ui_flags programme_questionnaires(struct ui *ui, struct screen *s)
{
	return open_design_part(ui, s, &revision_questionnaire_kind);
}

ui_flags programme_partners(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &programme_partner_kind, id_of(s), "programme");
}

ui_flags programme_sessions(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &session_kind, id_of(s), "programme");
}

ui_flags programme_improvements(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &improvement_kind, id_of(s), "programme");
}

static ui_flags open_screen(struct ui *ui, struct screen *s, const struct screen_class *class)
{
	int64_t id = id_of(s);

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

ui_flags programme_feedback(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &feedback_class);
}

ui_flags programme_evaluation(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &evaluation_class);
}

ui_flags programme_edit(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = { .kind = &programme_kind, .id = id_of(s) };

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags programme_step(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;
	struct app *app = app_of(ui);
	struct problems problems = { .arena = ui_scratch(ui) };
	struct programme now = v->p;
	struct err err = { 0 };
	const char *next = programme_step_forward(v->p.status);

	if (!next) {
		ui_refuse(ui, _("There is no further step. F2 changes the programme."));
		return UI_REDRAW;
	}
	now.status = next;
	if (!record_save(app->db, &programme_kind, &v->p, &now, &problems, &err))
		ui_fail(ui, &err);
	else if (problems.errors)
		ui_refuse(ui, "%s", problems.first->text);
	else
		ui_say(ui, _("The programme is now: %s   (Ctrl+Z takes it back)"),
		       choice_label(programme_status_choices, next));
	return UI_RELOAD;
}

ui_flags programme_next_run(struct ui *ui, struct screen *s)
{
	struct programme_screen *v = s->state;
	const char *code = "";
	struct err err = { 0 };
	int64_t id = 0;

	if (!ui_ask(ui, _("Code of the next run:"), "", &s->arena, &code) || *code == '\0')
		return UI_REDRAW;
	if (!next_run_make(app_of(ui)->db, v->id, code, &id, &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	ui_say(ui, _("Everything but people and dates is copied. F2 sets the dates."));
	ui_run(ui, &programme_class, &id, NULL);
	return UI_RELOAD;
}
