#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/assessment.h"
#include "domain/kinds.h"
#include "domain/lists.h"
#include "domain/participant.h"
#include "domain/project.h"
#include "grid_commands.h"
#include "row_view.h"

/* The groups of a programme with their projects: Enter opens the project,
 * or begins one; F2 changes the group (leader, mentor). */
struct groups {
	struct row_view rows;
	int64_t programme;
	struct group_row *groups;
};

static const struct ui_column columns[] = {
	{ N_("No."), 3, true, "number" },      { N_("Project"), 0, false, "project" },
	{ N_("Members"), 7, true, "members" }, { N_("Leader"), 12, false, "leader" },
	{ N_("Due on"), 10, false, "due" },    { N_("Done"), 7, true, "done" },
	{ N_("Turn"), 4, true, "presents" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void fill_row(struct arena *a, const struct group_row *g, struct list_row *row)
{
	row->id = g->project ? g->project : -g->group;
	row->style = g->late > 0 ? STYLE_BAD : STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = number_int(a, g->number);
	row->cells[1] =
		g->project ? g->title : arena_printf(a, _("%s: no project"), g->name);
	row->cells[2] = number_int(a, g->members);
	row->cells[3] = g->leader;
	row->cells[4] = date_shown(a, g->due);
	row->cells[5] =
		g->milestones ? arena_printf(a, "%d/%d", (int)g->done, (int)g->milestones)
			      : "";
	row->cells[6] = number_int(a, g->presents);
}

static bool groups_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct groups *v = s->state;
	struct list_row *rows;
	size_t count = 0;

	arena_reset(&s->rows);
	if (!group_list(app_of(ui)->db, v->programme, clock_today(), &s->rows, &v->groups,
			&count, err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	for (size_t i = 0; i < count; i++)
		fill_row(&s->rows, &v->groups[i], &rows[i]);
	row_view_set(&v->rows, rows, count);
	return true;
}

static bool groups_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct groups *v = s->state;

	v->programme = *(const int64_t *)argument;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("There are no groups yet. Go back and press g to divide."));
	return groups_reload(ui, s, err);
}

static const char *groups_title(struct ui *ui, struct screen *s)
{
	return arena_printf(ui_scratch(ui), "%s%s", _("Groups and projects"),
			    row_view_filter(ui, s->state));
}

static const struct group_row *current(const struct groups *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->rows.all_count; i++) {
		if (v->rows.all[i].id == id && id != 0)
			return &v->groups[i];
	}
	return NULL;
}

ui_flags groups_open_project(struct ui *ui, struct screen *s)
{
	struct groups *v = s->state;
	const struct group_row *g = current(v);
	struct edit_argument argument = { .kind = &project_kind,
					  .parent_field = "group" };
	int64_t id = 0;

	if (!g)
		return UI_NOTHING;
	argument.parent = g->group;
	id = g->project;
	if (id == 0)
		ui_run(ui, &record_edit_class, &argument, &id);
	if (id != 0) {
		v->rows.view.anchor = id;
		ui_run(ui, &project_class, &id, NULL);
	}
	return UI_RELOAD;
}

static const char *groups_hint(struct ui *ui, struct screen *s)
{
	const struct group_row *g = current(s->state);
	struct arena *a = ui_scratch(ui);

	if (!g)
		return "";
	return arena_printf(
		a, "%s   %s: %s   %s: %s",
		g->project ? g->name
			   : arena_printf(a, _("%s: no project yet, Enter begins one"),
					  g->name),
		_("Leader"), *g->leader ? g->leader : "–", _("Mentor"),
		*g->mentor ? g->mentor : "–");
}

static bool groups_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct group_row *g = current(s->state);

	*kind = &group_kind;
	*id = g ? g->group : 0;
	return *id != 0;
}

const struct screen_class groups_class = {
	.name = "groups",
	.context = CONTEXT_GROUPS,
	.state_size = sizeof(struct groups),
	.open = groups_open,
	.title = groups_title,
	.reload = groups_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = groups_hint,
	.record = groups_record,
};

ui_flags groups_edit(struct ui *ui, struct screen *s)
{
	const struct group_row *g = current(s->state);
	const struct edit_argument argument = { .kind = &group_kind,
						.id = g ? g->group : 0 };

	if (g)
		ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags groups_members(struct ui *ui, struct screen *s)
{
	const struct group_row *g = current(s->state);
	struct list_argument argument = { .kind = &member_kind, .parent_field = "group" };

	if (!g)
		return UI_NOTHING;
	argument.parent = g->group;
	argument.title = arena_printf(&s->arena, "%s › %s", g->name, _("Members"));
	list_run(ui, &argument);
	return UI_RELOAD;
}

/* The same number draws the same order, so that anybody can check it. */
ui_flags groups_draw(struct ui *ui, struct screen *s)
{
	struct groups *v = s->state;
	const char *typed = "", *suggested = "";
	char today[11];
	size_t projects = 0, placed = 0;
	struct err err = { 0 };
	int64_t seed;

	for (size_t i = 0; i < v->rows.all_count; i++) {
		projects += v->groups[i].project != 0;
		placed += v->groups[i].presents != NUMBER_NONE;
	}
	if (projects == 0) {
		ui_refuse(ui, _("There are no projects yet. Enter begins one."));
		return UI_NOTHING;
	}
	if (placed > 0 &&
	    !ui_confirm(ui, _("An order stands already. Draw another one in its place?")))
		return UI_NOTHING;
	date_to_iso(clock_today(), today);
	suggested =
		arena_printf(ui_scratch(ui), "%.4s%.2s%.2s", today, today + 5, today + 8);
	if (!ui_ask(ui, _("Number to draw with (the same gives the same order):"),
		    suggested, ui_scratch(ui), &typed))
		return UI_NOTHING;
	if (!number_parse_int(typed, &seed) || seed < 0) {
		ui_refuse(ui,
			  _("Type a whole number, for example one that somebody in the "
			    "room calls out."));
		return UI_NOTHING;
	}
	if (!presentation_draw(app_of(ui)->db, v->programme, seed, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui,
		       _("Drawn with %lld; + and - move a project   (Ctrl+Z takes it "
			 "back)"),
		       (long long)seed);
	return UI_RELOAD;
}

static ui_flags move_project(struct ui *ui, struct screen *s, int way)
{
	const struct group_row *g = current(s->state);
	struct err err = { 0 };
	bool moved = false;

	if (!g || g->project == 0 || g->presents == NUMBER_NONE) {
		ui_refuse(ui, _("This project has no turn yet. o draws the order."));
		return UI_NOTHING;
	}
	if (!presentation_move(app_of(ui)->db, g->project, way, &moved, &err))
		ui_fail(ui, &err);
	else if (!moved)
		ui_say(ui, way < 0 ? _("This project presents first.")
				   : _("This project presents last."));
	return moved ? UI_RELOAD : UI_NOTHING;
}

ui_flags groups_earlier(struct ui *ui, struct screen *s)
{
	return move_project(ui, s, -1);
}

ui_flags groups_later(struct ui *ui, struct screen *s)
{
	return move_project(ui, s, 1);
}
