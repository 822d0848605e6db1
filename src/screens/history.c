#include "store/history.h"

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/kinds.h"
#include "grid_commands.h"
#include "row_view.h"
#include "store/db.h"

/* What was done, the newest first; Enter shows the changes of an entry. */
enum { SHOWN = 500, COLUMN_COUNT = 4 };

struct history {
	struct row_view rows;
};

static void fill_row(struct arena *a, const struct history_entry *e, struct list_row *row)
{
	row->id = e->id;
	row->style = e->reverted_by ? STYLE_DIM : STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = e->at;
	row->cells[1] = e->who;
	row->cells[2] = e->reverted_by ? arena_printf(a, _("%s  (undone)"), e->name) : e->name;
	row->cells[3] = number_int(a, (int64_t)e->changes);
}

static bool history_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct history *v = s->state;
	struct history_entry *entries;
	struct list_row *rows;
	size_t count = 0;

	arena_reset(&s->rows);
	if (!history_list(app_of(ui)->db, 0, SHOWN, &s->rows, &entries, &count, err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	for (size_t i = 0; i < count; i++)
		fill_row(&s->rows, &entries[i], &rows[i]);
	row_view_set(&v->rows, rows, count);
	return true;
}

static bool history_open(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	struct history *v = s->state;
	struct ui_column *c = arena_array(&s->arena, COLUMN_COUNT, sizeof *c);

	(void)argument;
	c[0] = (struct ui_column){ N_("When (UTC)"), 19, false, "at" };
	c[1] = (struct ui_column){ N_("Who"), 10, false, "who" };
	c[2] = (struct ui_column){ N_("What"), 0, false, "what" };
	c[3] = (struct ui_column){ N_("Records"), 7, true, "records" };
	row_view_init(&v->rows, s, c, COLUMN_COUNT, N_("Nothing was done yet."));
	return history_reload(ui, s, err);
}

static const char *history_title(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("History");
}

/* The first changes of an entry, as choices to look at. */
static void show_changes(struct ui *ui, struct history *v)
{
	struct arena *a = ui_scratch(ui);
	struct history_change *changes;
	struct ui_choice *lines;
	struct err err = { 0 };
	size_t count = 0;

	if (!history_changes(app_of(ui)->db, row_view_current(&v->rows), a, &changes, &count,
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
		return list_view_key(ui, &v->rows.view, key);
	if (row_view_current(&v->rows) != 0)
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
	.draw = row_view_draw,
	.key = history_key,
};

ui_flags history_undo_this(struct ui *ui, struct screen *s)
{
	struct history *v = s->state;
	struct err err = { 0 };
	const char *name = "";

	if (row_view_current(&v->rows) == 0)
		return UI_REDRAW;
	if (history_undo(app_of(ui)->db, kinds, row_view_current(&v->rows), ui_scratch(ui),
			 &name, &err))
		ui_say(ui, _("Undone: %s   (Ctrl+Y does it again)"), name);
	else
		ui_fail(ui, &err);
	return UI_RELOAD;
}
