#include "store/history.h"

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/kinds.h"
#include "grid_commands.h"
#include "store/db.h"

/* What was done, the newest first; Enter shows the changes of an entry. */
enum { SHOWN = 500 };

struct history {
	struct history_entry *entries;
	struct row_source source;
	struct list_view view;
};

static bool history_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct history *v = s->state;
	size_t count = 0;

	arena_reset(&s->rows);
	if (!history_list(app_of(ui)->db, 0, SHOWN, &s->rows, &v->entries, &count, err))
		return false;
	v->source.rows = arena_array(&s->rows, count + 1, sizeof *v->source.rows);
	v->source.count = count;
	for (size_t i = 0; i < count; i++) {
		const struct history_entry *e = &v->entries[i];
		struct list_row *row = &v->source.rows[i];

		row->id = e->id;
		row->style = e->reverted_by ? STYLE_DIM : STYLE_PLAIN;
		row->cells = arena_array(&s->rows, 4, sizeof *row->cells);
		row->cells[0] = e->at;
		row->cells[1] = e->who;
		row->cells[2] = e->reverted_by ?
					arena_printf(&s->rows, _("%s  (undone)"), e->name) :
					e->name;
		row->cells[3] = number_int(&s->rows, (int64_t)e->changes);
	}
	v->view.rows = NULL;
	v->view.count = 0;
	v->view.loaded = false;
	return true;
}

static bool history_open(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	struct history *v = s->state;
	struct ui_column *c = arena_array(&s->arena, 4, sizeof *c);

	(void)argument;
	c[0] = (struct ui_column){ _("When (UTC)"), 19, false };
	c[1] = (struct ui_column){ _("Who"), 10, false };
	c[2] = (struct ui_column){ _("What"), 0, false };
	c[3] = (struct ui_column){ _("Records"), 7, true };
	row_source_init(&v->source, c, 4);
	v->view = (struct list_view){ .source = &v->source.source, .screen = s, .kept = true };
	v->view.empty = _("Nothing was done yet.");
	return history_reload(ui, s, err);
}

static const char *history_title(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("History");
}

static void history_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	list_view_draw(ui, &((struct history *)s->state)->view, c, 0, canvas_rows(c));
}

/* The first changes of an entry, as choices to look at. */
static void show_changes(struct ui *ui, struct history *v)
{
	struct arena *a = ui_scratch(ui);
	struct history_change *changes;
	struct ui_choice *lines;
	struct err err = { 0 };
	size_t count = 0;

	if (!history_changes(app_of(ui)->db, list_view_current(&v->view), a, &changes, &count,
			     &err)) {
		ui_fail(ui, &err);
		return;
	}
	lines = arena_array(a, count + 1, sizeof *lines);
	for (size_t i = 0; i < count; i++) {
		const struct history_change *c = &changes[i];
		const struct kind *kind = kind_find(c->kind);
		const char *name = kind ? _(kind->label) : c->kind;

		lines[i].label = c->first == c->last ?
					 arena_printf(a, "%s  %s", name, c->op) :
					 arena_printf(a, "%s  %s  ×%lld", name, c->op,
						      (long long)(c->last - c->first + 1));
		lines[i].note = *c->before == '\0' ?
					c->after :
					arena_printf(a, "%s → %s", c->before, c->after);
	}
	ui_pick(ui, _("What was changed (before → after)"), lines, count, 0);
}

static ui_flags history_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct history *v = s->state;

	if (key != UI_KEY_ENTER)
		return list_view_key(ui, &v->view, key);
	if (list_view_current(&v->view) != 0)
		show_changes(ui, v);
	return UI_REDRAW;
}

const struct screen_class history_class = {
	.name = "history",
	.context = CONTEXT_HISTORY,
	.state_size = sizeof(struct history),
	.open = history_open,
	.title = history_title,
	.reload = history_reload,
	.draw = history_draw,
	.key = history_key,
};

ui_flags history_undo_this(struct ui *ui, struct screen *s)
{
	struct history *v = s->state;
	struct err err = { 0 };
	const char *name = "";

	if (list_view_current(&v->view) == 0)
		return UI_REDRAW;
	if (history_undo(app_of(ui)->db, kinds, list_view_current(&v->view), ui_scratch(ui),
			 &name, &err))
		ui_say(ui, _("Undone: %s   (Ctrl+Y does it again)"), name);
	else
		ui_fail(ui, &err);
	return UI_RELOAD;
}
