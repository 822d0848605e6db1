#include "store/history.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/kinds.h"
#include "domain/reference.h"
#include "grid_commands.h"
#include "report/report.h"
#include "row_view.h"
#include "store/db.h"

/* What was done, the newest first; Enter shows the changes of an entry. */
enum { SHOWN = 500, COLUMN_COUNT = 4 };

struct history {
	struct row_view rows;
};

static void fill_row(struct arena *a, const struct history_entry *e, struct list_row *row)
{
	char at[20];

	row->id = e->id;
	row->style = e->reverted_by ? STYLE_DIM : STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	clock_local(e->at, at);
	row->cells[0] = arena_strdup(a, at);
	row->cells[1] = e->who;
	row->cells[2] =
		e->reverted_by ? arena_printf(a, _("%s  (undone)"), e->name) : e->name;
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
	c[0] = (struct ui_column){ N_("When"), 16, false, "at" };
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

/* One entry, change by change, as a report. */
struct detail {
	struct app *app;
	int64_t entry;
	struct report *report;
	struct block *table;
};

static const struct report_column detail_columns[] = {
	{ "record", N_("Record"), false },
	{ "field", N_("Field"), false },
	{ "before", N_("Before"), false },
	{ "after", N_("After"), false },
};

enum {
	DETAIL_COLUMNS = sizeof detail_columns / sizeof *detail_columns,
	NAMED_MOST = 200
};

static void add_line(struct detail *d, const char *const cells[DETAIL_COLUMNS])
{
	struct cell *row = report_row(d->report, d->table);

	for (size_t i = 0; i < DETAIL_COLUMNS; i++)
		row[i] = cell_text(cells[i]);
}

/* A stored form as people read it. */
static const char *shown(struct detail *d, const struct kind *kind, const struct field *f,
			 const char *stored)
{
	struct arena *a = d->report->arena;
	void *record = arena_alloc(a, kind->size);
	struct err ignored = { 0 };
	const char *text;

	record_init(kind, record);
	if (!field_from_stored(f, record, stored, a) ||
	    !reference_shown(d->app->db, f, record, a, &text, &ignored))
		return stored;
	return text;
}

static bool add_fields(struct detail *d, const struct history_change *c,
		       const struct kind *kind, const char *name, struct err *err)
{
	struct history_field *fields;
	size_t count;

	if (!history_fields(d->app->db, c, d->report->arena, &fields, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct field *f = kind_field(kind, fields[i].name);

		if (!f)
			continue;
		add_line(d, (const char *const[]){ i == 0 ? name : "", _(f->label),
						   shown(d, kind, f, fields[i].before),
						   shown(d, kind, f, fields[i].after) });
	}
	return true;
}

/* Records that were added, by name while they are there. */
static bool add_inserts(struct detail *d, const struct history_change *c,
			const struct kind *kind, struct err *err)
{
	struct arena *a = d->report->arena;
	int64_t id = c->first;

	for (; id <= c->last && id < c->first + NAMED_MOST; id++) {
		const char *label;

		if (!reference_label(d->app->db, kind, id, a, &label, err))
			return false;
		add_line(d, (const char *const[]){
				    arena_printf(a, "%s  %s", _(kind->label), label),
				    _("added"), "", "" });
	}
	if (id <= c->last)
		add_line(d, (const char *const[]){ arena_printf(a, _("… and %d more"),
								(int)(c->last - id + 1)),
						   "", "", "" });
	return true;
}

static bool add_change(struct detail *d, const struct history_change *c, struct err *err)
{
	const struct kind *kind = kind_find(c->kind);
	struct arena *a = d->report->arena;
	const char *label = "";

	if (!kind)
		return true;
	if (strcmp(c->op, "insert") == 0)
		return add_inserts(d, c, kind, err);
	if (!reference_label(d->app->db, kind, c->first, a, &label, err))
		return false;
	if (strcmp(c->op, "delete") == 0)
		label = arena_printf(a, "%s (%s)", label, _("deleted"));
	return add_fields(d, c, kind, arena_printf(a, "%s  %s", _(kind->label), label),
			  err);
}

static bool make_detail(void *context, struct report *report, struct err *err)
{
	struct detail *d = context;
	struct report_column *columns =
		arena_array(report->arena, DETAIL_COLUMNS, sizeof *columns);
	struct history_change *changes;
	size_t count;

	for (size_t i = 0; i < DETAIL_COLUMNS; i++) {
		columns[i] = detail_columns[i];
		columns[i].label = _(columns[i].label);
	}
	d->report = report;
	d->table = report_table(report, "changes", columns, DETAIL_COLUMNS);
	if (!history_changes(d->app->db, d->entry, report->arena, &changes, &count, err))
		return false;
	if (count == 0)
		report_text(report, _("Which ones these were is not kept, so that nobody "
				      "can be recognised."));
	for (size_t i = 0; i < count; i++) {
		if (!add_change(d, &changes[i], err))
			return false;
	}
	return true;
}

static void show_changes(struct ui *ui, const struct history *v)
{
	struct detail detail = { .app = app_of(ui), .entry = row_view_current(&v->rows) };
	const struct report_argument argument = {
		.name = "history",
		.make = make_detail,
		.context = &detail,
		.title = _("What was changed"),
	};

	ui_run(ui, &report_class, &argument, NULL);
}

static ui_flags history_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct history *v = s->state;

	if (key != UI_KEY_ENTER)
		return list_view_key(ui, &v->rows.view, key);
	if (row_view_current(&v->rows) != 0)
		show_changes(ui, v);
	return UI_NOTHING;
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
		return UI_NOTHING;
	if (history_undo(app_of(ui)->db, kinds, row_view_current(&v->rows),
			 ui_scratch(ui), &name, &err))
		ui_say(ui, _("Undone: %s   (Ctrl+Y does it again)"), name);
	else
		ui_fail(ui, &err);
	return UI_RELOAD;
}
