#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "list_commands.h"
#include "record_list.h"
#include "report/report.h"

/* Looking into a list: by example, by how often values occur, as a report. */
enum { PRINT_MOST = 5000 };

/* Fetch anew for other conditions, from the first row. */
static ui_flags asked_anew(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	struct err err = { 0 };

	l->select.terms = l->query.terms;
	l->select.term_count = l->query.term_count;
	list_view_restart(&l->view);
	if (!list_count_rows(l, s, &err))
		ui_fail(ui, &err);
	return UI_NOTHING;
}

ui_flags list_query(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	const struct query_argument argument = { l->argument.kind, &l->query };
	int64_t asked = 0;

	ui_run(ui, &record_query_class, &argument, &asked);
	return asked ? asked_anew(ui, s) : UI_NOTHING;
}

/* The entries of the form whose values can be counted. */
static const struct field *pick_field(struct ui *ui, const struct form_def *form)
{
	struct arena *a = ui_scratch(ui);
	struct ui_choice *choices =
		arena_array(a, form->entry_count + 1, sizeof *choices);
	const struct field **fields =
		arena_array(a, form->entry_count + 1, sizeof *fields);
	size_t count = 0;
	int picked;

	for (size_t i = 0; i < form->entry_count; i++) {
		if (form->entries[i].field->type == FIELD_NOTE)
			continue;
		fields[count] = form->entries[i].field;
		choices[count++] = (struct ui_choice){ _(form->entries[i].label), "" };
	}
	picked = ui_pick(ui, _("Count the values of"), choices, count, 0);
	return picked < 0 ? NULL : fields[picked];
}

ui_flags list_frequencies(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	struct frequency_argument argument = { .select = &l->select, .arena = &s->arena };
	const char *value = "";
	struct err err = { 0 };
	int64_t taken = 0;

	argument.field = pick_field(ui, l->form);
	argument.value = &value;
	if (!argument.field)
		return UI_NOTHING;
	ui_run(ui, &frequencies_class, &argument, &taken);
	if (!taken)
		return UI_NOTHING;
	if (query_add(l->app, l->argument.kind, &l->query, argument.field,
		      arena_printf(&s->arena, "=%s", value), &err))
		return asked_anew(ui, s);
	ui_fail(ui, &err);
	return UI_NOTHING;
}

/* The list as it stands, as a report. */
struct printing {
	struct record_list *list;
	struct report *report;
	struct block *table;
};

static bool print_row(void *context, const void *record, struct err *err)
{
	struct printing *p = context;
	struct list_row row;
	struct cell *cells;

	if (p->table->row_count == PRINT_MOST)
		return false;
	if (!list_fill_row(p->list, record, p->report->arena, &row, err))
		return false;
	cells = report_row(p->report, p->table);
	for (size_t i = 0; i < p->table->column_count; i++)
		cells[i] = cell_text(arena_strdup(p->report->arena, row.cells[i]));
	return true;
}

static bool make_print(void *context, struct report *report, struct err *err)
{
	struct record_list *l = context;
	size_t count = l->form->column_count;
	struct report_column *columns =
		arena_array(report->arena, count + 1, sizeof *columns);
	struct printing p = { .list = l, .report = report };

	for (size_t i = 0; i < count; i++)
		columns[i] = (struct report_column){
			l->form->columns[i].field->name, _(l->form->columns[i].label),
			list_is_number(l->form->columns[i].field)
		};
	p.table = report_table(report, l->argument.kind->table, columns, count);
	if (!select_each(l->app->db, &l->select, print_row, &p, err) &&
	    err->code != ERR_NONE)
		return false;
	if (p.table->row_count == PRINT_MOST)
		report_text(report,
			    _("Only the first %d are shown. x in the list writes all."),
			    PRINT_MOST);
	return true;
}

ui_flags list_print(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	const struct report_argument argument = {
		.name = l->argument.kind->table,
		.make = make_print,
		.context = l,
		.title = arena_strdup(ui_scratch(ui), list_title(ui, s)),
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
