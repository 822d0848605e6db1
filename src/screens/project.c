#include "project.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "domain/save.h"
#include "grid_commands.h"
#include "store/db.h"
#include "store/record.h"
#include "store/select.h"

/* A project: what it is about, its milestones, and who has a stake in it. */
enum { ROWS_MOST = 200, LABEL = 16 };

static bool load_part(struct app *app, const struct kind *kind, int64_t project,
		      const char *sort, struct arena *a, struct rows *rows,
		      struct err *err)
{
	struct select select = {
		.kind = kind, .parent = "project", .parent_id = project, .sort = sort
	};

	return select_page(app->db, &select, SELECT_FIRST, 0, ROWS_MOST, a, rows, err);
}

static bool project_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct project_screen *v = s->state;
	struct rows milestones = { NULL, 0 }, stakeholders = { NULL, 0 };

	arena_reset(&s->rows);
	if (!record_load(app->db, &project_kind, v->id, &v->p, &s->rows, err) ||
	    !load_part(app, &milestone_kind, v->id, "number", &s->rows, &milestones,
		       err) ||
	    !load_part(app, &stakeholder_kind, v->id, "name", &s->rows, &stakeholders,
		       err) ||
	    !project_scores_load(app->db, v->id, &s->rows, &v->scores, err))
		return false;
	v->milestones = milestones.rows;
	v->milestone_count = milestones.count;
	v->stakeholders = stakeholders.rows;
	v->stakeholder_count = stakeholders.count;
	if (v->selected >= v->milestone_count)
		v->selected = v->milestone_count ? v->milestone_count - 1 : 0;
	return true;
}

static bool project_open(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	((struct project_screen *)s->state)->id = *(const int64_t *)argument;
	return project_reload(ui, s, err);
}

static const char *project_title(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;

	return arena_printf(ui_scratch(ui), _("Project › %s"), v->p.title);
}

static const char *shown(struct ui *ui, int64_t value)
{
	const char *text = number_hundredths(ui_scratch(ui), value, number_mark());

	return *text == '\0' ? "–" : text;
}

static int draw_head(struct ui *ui, const struct project_screen *v, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct project *p = &v->p;
	const struct pair pairs[] = {
		{ _("Problem"), p->problem },
		{ _("Idea"), p->idea },
		{ _("Client"), p->client },
		{ _("Indicator"),
		  arena_printf(a, _("%s   %s → %s, actual %s"), p->indicator,
			       shown(ui, p->baseline), shown(ui, p->target),
			       shown(ui, p->actual)) },
		{ _("Status"),
		  arena_printf(a, _("%s   due %s"),
			       choice_label(project_status_choices, p->status),
			       date_is_set(p->due) ? day_label(ui, p->due) : "–") },
		{ _("Group score"), project_score_line(ui, v) },
	};
	int count = (int)(sizeof pairs / sizeof *pairs);

	for (int i = 0; i < count; i++)
		canvas_pair(c, i, 0, LABEL, pairs[i]);
	return count;
}

static enum style milestone_style(const struct milestone *m)
{
	if (date_is_set(m->done))
		return STYLE_GOOD;
	return date_is_set(m->due) && date_compare(m->due, clock_today()) < 0
		       ? STYLE_BAD
		       : STYLE_PLAIN;
}

/* What became of it says more than how it was judged. */
static const char *state_of(const struct milestone *m)
{
	return *m->outcome != '\0' ? choice_label(outcome_choices, m->outcome)
				   : choice_label(verdict_choices, m->verdict);
}

enum { DAY = 12, STATE = 19, ROOMY = 60, BEFORE_TEXT = 5 + DAY };

static void draw_milestone(struct ui *ui, const struct milestone *m, bool focus, int row,
			   struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	bool roomy = canvas_columns(c) >= ROOMY;
	int end = canvas_columns(c) - (roomy ? DAY + STATE : 0);
	enum style style = focus ? STYLE_FOCUS : milestone_style(m);
	const char *line = arena_printf(a, "%s%2d  %s", focus ? ">" : " ", (int)m->number,
					text_column(a, day_label(ui, m->due), DAY));

	line = arena_printf(a, "%s%s", line, text_column(a, m->text, end - BEFORE_TEXT));
	if (roomy)
		line = arena_printf(a, "%s  %s%s", line,
				    text_column(a, day_label(ui, m->done), DAY),
				    state_of(m));
	canvas_text(c, row, 0, canvas_columns(c), style, line);
	if (focus)
		canvas_cursor(c, row, 0);
}

static void draw_milestones(struct ui *ui, struct project_screen *v, struct canvas *c,
			    int row, int rows)
{
	size_t top = v->selected >= (size_t)rows ? v->selected - (size_t)rows + 1 : 0;
	int end = canvas_columns(c) - DAY - STATE;

	canvas_text(c, row, 0, 0, STYLE_KEY, _("Milestones"));
	if (canvas_columns(c) >= ROOMY && v->milestone_count > 0) {
		canvas_text(c, row, end + 2, DAY, STYLE_LABEL, _("Done"));
		canvas_text(c, row, end + DAY + 2, 0, STYLE_LABEL, _("Verdict"));
	}
	row++;
	for (size_t i = top; i < v->milestone_count && (int)(i - top) < rows; i++)
		draw_milestone(ui, &v->milestones[i], i == v->selected, row++, c);
	if (v->milestone_count == 0)
		canvas_text(c, row, 2, 0, STYLE_DIM, _("None yet. n adds one."));
}

static void draw_quadrant(struct ui *ui, struct project_screen *v, struct canvas *c,
			  enum stakeholder_quadrant q, int row, int column)
{
	int width = canvas_columns(c) / 2 - 1;
	const char *names = "";

	for (size_t i = 0; i < v->stakeholder_count; i++) {
		if (stakeholder_quadrant(&v->stakeholders[i]) == q)
			names = arena_printf(ui_scratch(ui), "%s%s%s", names,
					     *names ? ", " : "", v->stakeholders[i].name);
	}
	canvas_text(c, row, column, 12, STYLE_LABEL, stakeholder_quadrant_label(q));
	canvas_text(c, row, column + 13, width - 13, STYLE_PLAIN, *names ? names : "–");
}

static void draw_stakeholders(struct ui *ui, struct project_screen *v, struct canvas *c,
			      int row)
{
	int right = canvas_columns(c) / 2;

	canvas_text(c, row, 0, 0, STYLE_KEY,
		    _("Stakeholders (influence high above, interest high right)"));
	draw_quadrant(ui, v, c, QUADRANT_LATENT, row + 1, 0);
	draw_quadrant(ui, v, c, QUADRANT_PROMOTER, row + 1, right);
	draw_quadrant(ui, v, c, QUADRANT_APATHETIC, row + 2, 0);
	draw_quadrant(ui, v, c, QUADRANT_DEFENDER, row + 2, right);
}

static void project_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct project_screen *v = s->state;
	bool small = canvas_rows(c) < 14;
	int row = small ? 0 : draw_head(ui, v, c);
	int left = canvas_rows(c) - row - (small ? 1 : 6);

	if (!small)
		canvas_rule(c, row++, 0, canvas_columns(c));
	draw_milestones(ui, v, c, row, left > 1 ? left : 1);
	if (!small)
		draw_stakeholders(ui, v, c, canvas_rows(c) - 3);
}

static ui_flags edit_part(struct ui *ui, const struct kind *kind, int64_t id,
			  int64_t project)
{
	const struct edit_argument argument = {
		.kind = kind, .id = id, .parent_field = "project", .parent = project
	};

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

static ui_flags project_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct project_screen *v = s->state;

	if (key >= '0' && key <= '9')
		return project_digit(ui, v, key - '0');
	v->typed = 0;
	if (key != UI_KEY_ENTER)
		return ui_move(&v->selected, v->milestone_count, v->milestone_count, key);
	if (v->milestone_count == 0)
		return edit_part(ui, &milestone_kind, 0, v->id);
	return edit_part(ui, &milestone_kind, v->milestones[v->selected].id, v->id);
}

static const char *project_hint(struct ui *ui, struct screen *s)
{
	const struct project_screen *v = s->state;
	const struct milestone *m =
		v->milestone_count > 0 ? &v->milestones[v->selected] : NULL;

	if (m && *m->effect != '\0')
		return arena_printf(ui_scratch(ui), _("Evidence: %s   Effect: %s"),
				    *m->evidence ? m->evidence : "–", m->effect);
	if (m && *m->evidence != '\0')
		return arena_printf(ui_scratch(ui), _("Evidence: %s"), m->evidence);
	return _("A digit goes to a milestone   F2 project  o outcome  i scores  h "
		 "stakeholders");
}

static bool project_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct project_screen *v = s->state;

	*kind = &project_kind;
	*id = v->id;
	return true;
}

const struct screen_class project_class = {
	.name = "project",
	.context = CONTEXT_PROJECT,
	.state_size = sizeof(struct project_screen),
	.open = project_open,
	.title = project_title,
	.reload = project_reload,
	.draw = project_draw,
	.key = project_key,
	.hint = project_hint,
	.record = project_record,
};

ui_flags project_edit(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = {
		.kind = &project_kind, .id = ((struct project_screen *)s->state)->id
	};

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags project_milestone(struct ui *ui, struct screen *s)
{
	return edit_part(ui, &milestone_kind, 0, ((struct project_screen *)s->state)->id);
}

ui_flags project_stakeholder(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;
	const struct list_argument argument = { .kind = &stakeholder_kind,
						.parent_field = "project",
						.parent = v->id };

	list_run(ui, &argument);
	return UI_RELOAD;
}
