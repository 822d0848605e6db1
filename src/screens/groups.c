#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/kinds.h"
#include "domain/lists.h"
#include "domain/participant.h"
#include "domain/project.h"
#include "grid_commands.h"

/* The groups of a programme with their projects: Enter opens the project,
 * or begins one; F2 changes the group (leader, mentor). */
struct groups {
	int64_t programme;
	struct group_row *groups;
	struct row_source source;
	struct list_view view;
};

static const struct ui_column *columns(struct arena *a)
{
	struct ui_column *c = arena_array(a, 6, sizeof *c);

	c[0] = (struct ui_column){ _("No."), 3, true };
	c[1] = (struct ui_column){ _("Project"), 0, false };
	c[2] = (struct ui_column){ _("Members"), 7, true };
	c[3] = (struct ui_column){ _("Leader"), 14, false };
	c[4] = (struct ui_column){ _("Due on"), 10, false };
	c[5] = (struct ui_column){ _("Done"), 6, true };
	return c;
}

static const char *day(struct arena *a, struct date d)
{
	char text[11];

	date_to_text(d, text);
	return arena_strdup(a, text);
}

static void fill_row(struct arena *a, const struct group_row *g, struct list_row *row)
{
	row->id = g->project ? g->project : -g->group;
	row->style = g->late > 0 ? STYLE_BAD : STYLE_PLAIN;
	row->cells = arena_array(a, 6, sizeof *row->cells);
	row->cells[0] = number_int(a, g->number);
	row->cells[1] = g->project ? g->title :
				     arena_printf(a, _("%s: no project yet, Enter begins one"),
						  g->name);
	row->cells[2] = number_int(a, g->members);
	row->cells[3] = g->leader;
	row->cells[4] = day(a, g->due);
	row->cells[5] = g->milestones ?
				arena_printf(a, "%d/%d", (int)g->done, (int)g->milestones) :
				"";
}

static bool groups_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct groups *v = s->state;
	size_t count = 0;

	arena_reset(&s->rows);
	if (!group_list(app_of(ui)->db, v->programme, clock_today(), &s->rows, &v->groups, &count,
			err))
		return false;
	v->source.rows = arena_array(&s->rows, count + 1, sizeof *v->source.rows);
	v->source.count = count;
	for (size_t i = 0; i < count; i++)
		fill_row(&s->rows, &v->groups[i], &v->source.rows[i]);
	v->view.rows = NULL;
	v->view.count = 0;
	v->view.loaded = false;
	return true;
}

static bool groups_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct groups *v = s->state;

	v->programme = *(const int64_t *)argument;
	row_source_init(&v->source, columns(&s->arena), 6);
	v->view = (struct list_view){ .source = &v->source.source, .screen = s, .kept = true };
	v->view.empty = _("There are no groups yet. Go back and press g to divide.");
	return groups_reload(ui, s, err);
}

static const char *groups_title(struct ui *ui, struct screen *s)
{
	(void)s;
	(void)ui;
	return _("Groups and projects");
}

static void groups_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	list_view_draw(ui, &((struct groups *)s->state)->view, c, 0, canvas_rows(c));
}

static const struct group_row *current(const struct groups *v)
{
	int64_t id = list_view_current(&v->view);

	for (size_t i = 0; i < v->source.count; i++) {
		if (v->source.rows[i].id == id && id != 0)
			return &v->groups[i];
	}
	return NULL;
}

static ui_flags open_project(struct ui *ui, struct groups *v)
{
	const struct group_row *g = current(v);
	struct edit_argument argument = { .kind = &project_kind, .parent_field = "group" };
	int64_t id = 0;

	if (!g)
		return UI_REDRAW;
	argument.parent = g->group;
	id = g->project;
	if (id == 0)
		ui_run(ui, &record_edit_class, &argument, &id);
	if (id != 0) {
		v->view.anchor = id;
		ui_run(ui, &project_class, &id, NULL);
	}
	return UI_RELOAD;
}

static ui_flags groups_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct groups *v = s->state;

	return key == UI_KEY_ENTER ? open_project(ui, v) : list_view_key(ui, &v->view, key);
}

static const char *groups_hint(struct ui *ui, struct screen *s)
{
	const struct group_row *g = current(s->state);

	return g ? arena_printf(ui_scratch(ui), "%s   %s: %s   %s: %s", g->name, _("Leader"),
				*g->leader ? g->leader : "–", _("Mentor"),
				*g->mentor ? g->mentor : "–") :
		   "";
}

const struct screen_class groups_class = {
	.name = "groups",
	.context = CONTEXT_GROUPS,
	.state_size = sizeof(struct groups),
	.open = groups_open,
	.title = groups_title,
	.reload = groups_reload,
	.draw = groups_draw,
	.key = groups_key,
	.hint = groups_hint,
};

ui_flags groups_edit(struct ui *ui, struct screen *s)
{
	const struct group_row *g = current(s->state);
	const struct edit_argument argument = { .kind = &group_kind, .id = g ? g->group : 0 };

	if (g)
		ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags groups_members(struct ui *ui, struct screen *s)
{
	const struct group_row *g = current(s->state);
	struct list_argument argument = { .kind = &member_kind, .parent_field = "group" };

	if (!g)
		return UI_REDRAW;
	argument.parent = g->group;
	argument.title = arena_printf(&s->arena, "%s › %s", g->name, _("Members"));
	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}
