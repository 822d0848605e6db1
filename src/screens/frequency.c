#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/reference.h"
#include "row_view.h"

/* How often each value of a field occurs in a list; Enter goes back to the
 * list with only the rows that have it. */
enum { VALUES_MOST = 500, BAR_WIDTH = 24 };

struct frequencies {
	struct row_view rows;
	const struct frequency_argument *argument;
	struct frequency *values;
};

static const struct ui_column columns[] = {
	{ N_("Value"), 0, false, "value" },
	{ N_("Count"), 7, true, "count" },
	{ N_("Share"), 7, true, "share" },
	{ "", BAR_WIDTH, false, "bar" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static const char *bar(struct ui *ui, struct arena *a, double share)
{
	const char *all = "", *one = app_of(ui)->settings->ascii ? "#" : "█";

	for (int i = 0; i < (int)(share * BAR_WIDTH + 0.5); i++)
		all = arena_printf(a, "%s%s", all, one);
	return all;
}

static bool shown_value(struct ui *ui, const struct frequency_argument *a,
			const char *stored, struct arena *arena, const char **out,
			struct err *err)
{
	void *record = arena_alloc(arena, a->select->kind->size);

	record_init(a->select->kind, record);
	if (!field_from_stored(a->field, record, stored, arena))
		*out = stored;
	else if (!reference_shown(app_of(ui)->db, a->field, record, arena, out, err))
		return false;
	if (**out == '\0')
		*out = _("(empty)");
	return true;
}

static bool fill_row(struct ui *ui, struct screen *s, size_t i, size_t total,
		     struct list_row *row, struct err *err)
{
	const struct frequencies *v = s->state;
	struct arena *a = &s->rows;
	double share = (double)v->values[i].count / (double)total;

	row->id = (int64_t)i + 1;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[1] = number_grouped(a, (int64_t)v->values[i].count, number_mark());
	row->cells[2] =
		arena_printf(a, "%s %%", number_real(a, 100 * share, 1, number_mark()));
	row->cells[3] = bar(ui, a, share);
	return shown_value(ui, v->argument, v->values[i].value, a, &row->cells[0], err);
}

static bool frequencies_open(struct ui *ui, struct screen *s, const void *argument,
			     struct err *err)
{
	struct frequencies *v = s->state;
	struct list_row *rows;
	size_t count = 0, total = 0;

	v->argument = argument;
	if (!select_frequencies(app_of(ui)->db, v->argument->select, v->argument->field,
				VALUES_MOST, &s->arena, &v->values, &count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		total += v->values[i].count;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	for (size_t i = 0; i < count; i++) {
		if (!fill_row(ui, s, i, total, &rows[i], err))
			return false;
	}
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("The list holds nothing to count."));
	row_view_set(&v->rows, rows, count);
	return true;
}

static const char *frequencies_title(struct ui *ui, struct screen *s)
{
	struct frequencies *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s by %s%s"),
			    _(v->argument->select->kind->labels),
			    _(v->argument->field->label), row_view_filter(ui, &v->rows));
}

static ui_flags frequencies_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct frequencies *v = s->state;
	int64_t id = row_view_current(&v->rows);

	if (key != UI_KEY_ENTER)
		return list_view_key(ui, &v->rows.view, key);
	if (id == 0)
		return UI_NOTHING;
	*v->argument->value =
		*v->values[id - 1].value == '\0'
			? ""
			: arena_strdup(v->argument->arena, v->rows.all[id - 1].cells[0]);
	s->result = 1;
	return UI_CLOSE;
}

static const char *frequencies_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Enter lists only those with this value");
}

const struct screen_class frequencies_class = {
	.name = "frequencies",
	.context = CONTEXT_ROWS,
	.state_size = sizeof(struct frequencies),
	.open = frequencies_open,
	.title = frequencies_title,
	.draw = row_view_draw,
	.key = frequencies_key,
	.hint = frequencies_hint,
};
