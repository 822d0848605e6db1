#include "row_view.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/save.h"
#include "report/report.h"

enum { WIDE = 70 };

static bool fetch(void *context, enum list_from from, int64_t anchor, size_t limit,
		  struct arena *arena, struct list_row **rows, size_t *count,
		  struct err *err)
{
	const struct row_view *v = context;
	size_t at = 0;

	(void)arena;
	(void)err;
	while (at < v->shown_count && v->shown[at].id != anchor)
		at++;
	if (at == v->shown_count || from == LIST_FIRST)
		at = 0;
	else if (from == LIST_AFTER)
		at++;
	else if (from == LIST_BEFORE) {
		limit = at < limit ? at : limit;
		at -= limit;
	}
	if (from == LIST_LAST)
		at = v->shown_count > limit ? v->shown_count - limit : 0;
	*rows = v->shown + at;
	*count = v->shown_count - at < limit ? v->shown_count - at : limit;
	return true;
}

void row_view_init(struct row_view *v, struct screen *s, const struct ui_column *columns,
		   size_t count, const char *empty)
{
	v->source = (struct list_source){
		.context = v, .columns = columns, .column_count = count, .fetch = fetch
	};
	v->screen = s;
	v->view = (struct list_view){
		.source = &v->source, .screen = s, .kept = true, .empty = empty
	};
	v->filter = "";
	v->empty = empty;
}

/* The columns that the window has room for now. */
static void take_shape(struct ui *ui, struct row_view *v)
{
	const struct row_shape *shape = v->shape;
	bool wide = ui_columns(ui) >= WIDE;

	v->places = wide ? shape->wide : shape->narrow;
	v->place_count = wide ? shape->wide_count : shape->narrow_count;
	for (size_t i = 0; i < v->place_count; i++)
		v->columns[i] = shape->columns[v->places[i]];
	v->source.column_count = v->place_count;
}

void row_view_init_shape(struct ui *ui, struct row_view *v, struct screen *s,
			 const struct row_shape *shape)
{
	size_t most = shape->wide_count > shape->narrow_count ? shape->wide_count
							      : shape->narrow_count;

	v->columns = arena_array(&s->arena, most, sizeof *v->columns);
	row_view_init(v, s, v->columns, 0, shape->empty);
	v->shape = shape;
	take_shape(ui, v);
}

/* The rows have other cells where the window has room for other columns. */
static void resized(struct ui *ui, struct screen *s, struct row_view *v)
{
	struct err err = { 0 };

	if (v->shape)
		take_shape(ui, v);
	if (s->class->reload && !s->class->reload(ui, s, &err))
		ui_fail(ui, &err);
}

/* Do all words of the filter occur somewhere in the row? */
static bool passes(const struct row_view *v, const struct list_row *row,
		   const char *words, bool inverse, struct arena *arena)
{
	const char *text = "";

	for (size_t i = 0; i < v->source.column_count; i++)
		text = arena_printf(arena, "%s %s", text, row->cells[i]);
	text = text_key(arena, text);
	while (*words != '\0') {
		size_t length = strcspn(words, " ");

		if (!strstr(text, arena_strndup(arena, words, length)))
			return inverse;
		words += length + (words[length] == ' ');
	}
	return !inverse;
}

static void apply_filter(struct row_view *v)
{
	struct arena scratch = { 0 };
	bool inverse = v->filter[0] == '!' && v->filter[1] != '\0';
	const char *words = text_key(&scratch, v->filter);

	v->shown = arena_array(&v->screen->rows, v->all_count + 1, sizeof *v->shown);
	v->shown_count = 0;
	for (size_t i = 0; i < v->all_count; i++) {
		if (*words == '\0' || passes(v, &v->all[i], words, inverse, &scratch))
			v->shown[v->shown_count++] = v->all[i];
	}
	arena_done(&scratch);
	v->view.empty = v->all_count == 0 ? v->empty
					  : N_("Nothing fits what you look for. / with "
					       "nothing behind it shows all again.");
	v->view.rows = NULL;
	v->view.count = 0;
	v->view.loaded = false;
}

void row_view_set(struct row_view *v, struct list_row *rows, size_t count)
{
	v->all = rows;
	v->all_count = count;
	apply_filter(v);
}

void row_view_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct row_view *v = s->state;

	v->view.alone = true;
	list_view_draw(ui, &v->view, c, 0, canvas_rows(c));
}

ui_flags row_view_key(struct ui *ui, struct screen *s, int32_t key)
{
	if (key == UI_KEY_RESIZE)
		resized(ui, s, s->state);
	return list_view_key(ui, &((struct row_view *)s->state)->view, key);
}

int64_t row_view_current(const struct row_view *v)
{
	return list_view_current(&v->view);
}

size_t row_view_chosen(const struct row_view *v, const int64_t **ids, int64_t *one)
{
	if (v->view.mark_count > 0) {
		*ids = v->view.marks;
		return v->view.mark_count;
	}
	*one = row_view_current(v);
	*ids = one;
	return *one != 0 ? 1 : 0;
}

ui_flags row_view_edit(struct ui *ui, struct row_view *v,
		       const struct edit_argument *argument)
{
	int64_t saved = 0;

	ui_run(ui, &record_edit_class, argument, &saved);
	if (saved != 0)
		v->view.anchor = saved;
	return UI_RELOAD;
}

size_t row_view_remove(struct ui *ui, struct row_view *v, const struct kind *kind)
{
	struct err err = { 0 };
	const int64_t *ids;
	int64_t one;
	size_t count = row_view_chosen(v, &ids, &one);

	if (count == 0)
		return 0;
	if (!records_remove(app_of(ui)->db, kind, ids, count, &err)) {
		ui_fail(ui, &err);
		return 0;
	}
	v->view.mark_count = 0;
	return count;
}

const char *row_view_filter(struct ui *ui, const struct row_view *v)
{
	return arena_printf(ui_scratch(ui), "%s%s%s", *v->filter == '\0' ? "" : "  /",
			    v->filter, list_view_marks(ui, &v->view));
}

static void filter_changed(void *context, const char *text)
{
	struct row_view *v = context;

	v->filter = arena_strdup(&v->screen->arena, text);
	v->view.mark_count = 0;
	list_view_restart(&v->view);
	apply_filter(v);
}

ui_flags rows_find(struct ui *ui, struct screen *s)
{
	struct row_view *v = s->state;
	const char *before = v->filter, *text = "";

	if (!ui_ask_live(ui, _("Find:"), before, filter_changed, v, &s->arena, &text))
		filter_changed(v, before);
	return UI_NOTHING;
}

static bool make_report(void *context, struct report *report, struct err *err)
{
	const struct row_view *v = context;
	size_t count = v->source.column_count;
	struct report_column *columns =
		arena_array(report->arena, count + 1, sizeof *columns);
	struct block *table;

	(void)err;
	for (size_t i = 0; i < count; i++)
		columns[i] = (struct report_column){ v->source.columns[i].name,
						     _(v->source.columns[i].label),
						     v->source.columns[i].right };
	table = report_table(report, report->name, columns, count);
	for (size_t r = 0; r < v->shown_count; r++) {
		struct cell *cells = report_row(report, table);

		for (size_t i = 0; i < count; i++)
			cells[i] = cell_text(
				arena_strdup(report->arena, v->shown[r].cells[i]));
	}
	return true;
}

ui_flags rows_print(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = s->class->name,
		.make = make_report,
		.context = s->state,
		.title = arena_strdup(ui_scratch(ui), s->class->title(ui, s)),
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
