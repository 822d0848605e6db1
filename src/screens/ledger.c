#include "domain/ledger.h"

#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/certificate.h"
#include "domain/design.h"
#include "domain/office.h"
#include "list_commands.h"
#include "report/report.h"
#include "store/record.h"

/* The lesson hours of one person, year by year. */
struct ledger {
	struct app *app;
	struct person person;
};

static struct block *add_table(struct report *report)
{
	const struct report_column labels[] = {
		{ "year", _("Year"), true },
		{ "programme", _("Programme"), false },
		{ "title", _("Title"), false },
		{ "form", _("Form of learning"), false },
		{ "source", _("Source"), false },
		{ "jp", _("JP"), true },
	};
	enum { COUNT = sizeof labels / sizeof *labels };
	struct report_column *columns =
		arena_array(report->arena, COUNT, sizeof *columns);

	for (size_t i = 0; i < COUNT; i++)
		columns[i] = labels[i];
	return report_table(report, "ledger", columns, COUNT);
}

static void put_row(struct report *report, struct block *table,
		    const struct ledger_row *row)
{
	struct cell *c = report_row(report, table);

	c[0] = cell_int(row->year);
	c[1] = cell_text(row->code);
	c[2] = cell_text(row->title);
	c[3] = cell_choice(learning_form_choices, row->form);
	c[4] = cell_term(row->source, row->programme ? _("Programme") : _("Certificate"));
	c[5] = cell_real((double)row->jp / 100.0, row->jp % 100 == 0 ? 0 : 2);
}

/* A sentence for each year, the newest first. */
static void put_years(const struct ledger *l, struct report *report,
		      const struct ledger_row *rows, size_t count)
{
	int64_t jp = 0;

	report_heading(report, _("Year by year"));
	for (size_t i = 0; i < count; i++) {
		jp += rows[i].jp == NUMBER_NONE ? 0 : rows[i].jp;
		if (i + 1 < count && rows[i + 1].year == rows[i].year)
			continue;
		report_text(report, "%d: %s", (int)rows[i].year,
			    ledger_words(l->person.employment, l->app->settings, jp,
					 report->arena));
		jp = 0;
	}
}

static bool make(void *context, struct report *report, struct err *err)
{
	const struct ledger *l = context;
	struct ledger_row *rows;
	struct block *table;
	size_t count;

	if (!ledger_list(l->app->db, l->person.id, report->arena, &rows, &count, err))
		return false;
	table = add_table(report);
	for (size_t i = 0; i < count; i++)
		put_row(report, table, &rows[i]);
	if (count > 0)
		put_years(l, report, rows, count);
	else
		report_text(report,
			    _("No lesson hours yet: they come from programmes that were "
			      "completed and are done, and from certificates. n adds a "
			      "certificate."));
	return true;
}

ui_flags ledger_show(struct ui *ui, struct screen *s, int64_t person)
{
	struct ledger ledger = { .app = app_of(ui) };
	struct report_argument argument = { .name = "ledger",
					    .make = make,
					    .context = &ledger };
	const struct edit_argument certificate = { .kind = &certificate_kind,
						   .parent_field = "person",
						   .parent = person };
	struct err err = { 0 };
	int64_t asked = 0;

	if (person == 0)
		return UI_NOTHING;
	if (!record_load(ledger.app->db, &person_kind, person, &ledger.person, &s->arena,
			 &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	argument.title =
		arena_printf(&s->arena, _("%s › Lesson hours (JP)"), ledger.person.name);
	while (ui_run(ui, &ledger_class, &argument, &asked) && asked != 0) {
		ui_run(ui, &record_edit_class, &certificate, NULL);
		asked = 0;
	}
	return UI_RELOAD;
}

/* What shows the hours opens the form, and then shows them anew. */
ui_flags ledger_new(struct ui *ui, struct screen *s)
{
	(void)ui;
	s->result = 1;
	return UI_CLOSE;
}

ui_flags persons_ledger(struct ui *ui, struct screen *s)
{
	return ledger_show(ui, s, list_current(s));
}
