#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/design.h"
#include "domain/yearly_plan.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column item_columns[] = {
	{ "year",         N_("Year"),             true },
	{ "quarter",      N_("Quarter"),          true },
	{ "number",       N_("Number"),           true },
	{ "title",        N_("Title"),            false },
	{ "basis",        N_("Basis"),            false },
	{ "competency",   N_("Competency"),       false },
	{ "unit",         N_("Unit"),             false },
	{ "target_group", N_("Target group"),     false },
	{ "people",       N_("People"),           true },
	{ "form",         N_("Form of learning"), false },
	{ "jp",           N_("JP"),               true },
	{ "cost",         N_("Estimated cost"),   true },
	{ "fund",         N_("Source of funds"),  false },
	{ "provider",     N_("Provider"),         false },
	{ "partner",      N_("Partner"),          false },
	{ "status",       N_("Status"),           false },
	{ "programme",    N_("Programme"),        false },
};

/* What people read of an item; the rest is in the files. */
static const struct report_column short_columns[] = {
	{ "quarter",   N_("Quarter"),   true },
	{ "number",    N_("Number"),    true },
	{ "title",     N_("Title"),     false },
	{ "jp",        N_("JP"),        true },
	{ "cost",      N_("Cost"),      true },
	{ "status",    N_("Status"),    false },
	{ "programme", N_("Programme"), false },
};

static const struct report_column total_columns[] = {
	{ "fund",     N_("Source of funds"),  false },
	{ "quarter",  N_("Quarter"),          true },
	{ "items",    N_("Items"),            true },
	{ "jp",       N_("JP"),               true },
	{ "cost",     N_("Planned"),          true },
	{ "approved", N_("Approved"),         true },
	{ "ceiling",  N_("Ceiling"),          true },
	{ "left",     N_("Remaining"),             true },
};
/* clang-format on */

enum {
	ITEM_COLUMNS = sizeof item_columns / sizeof *item_columns,
	SHORT_COLUMNS = sizeof short_columns / sizeof *short_columns,
	TOTAL_COLUMNS = sizeof total_columns / sizeof *total_columns
};

static struct cell jp_cell(int64_t hundredths)
{
	if (hundredths == NUMBER_NONE)
		return (struct cell){ .type = CELL_NONE };
	return cell_real((double)hundredths / 100.0, hundredths % 100 == 0 ? 0 : 2);
}

static struct cell money_cell(struct report *out, int64_t rupiah)
{
	if (rupiah == NUMBER_NONE)
		return (struct cell){ .type = CELL_NONE };
	return cell_term(arena_printf(out->arena, "%lld", (long long)rupiah),
			 number_grouped(out->arena, rupiah, number_mark()));
}

static void put_item(struct report *out, struct block *table, const struct plan_row *i)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_int(i->year);
	c[1] = cell_int(i->quarter);
	c[2] = cell_int(i->number);
	c[3] = cell_text(i->title);
	c[4] = cell_choice(plan_basis_choices, i->basis);
	c[5] = cell_text(i->competency);
	c[6] = cell_text(i->unit);
	c[7] = cell_text(i->target_group);
	c[8] = cell_int(i->people);
	c[9] = cell_choice(learning_form_choices, i->form);
	c[10] = jp_cell(i->jp);
	c[11] = cell_int(i->cost);
	c[12] = cell_text(i->fund);
	c[13] = cell_text(i->provider);
	c[14] = cell_text(i->partner);
	c[15] = cell_choice(plan_status_choices, i->status);
	c[16] = cell_text(i->programme);
}

static void put_short(struct report *out, struct block *table, const struct plan_row *i)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_int(i->quarter);
	c[1] = cell_int(i->number);
	c[2] = cell_text(i->title);
	c[3] = jp_cell(i->jp);
	c[4] = money_cell(out, i->cost);
	c[5] = cell_choice(plan_status_choices, i->status);
	c[6] = cell_text(i->programme);
}

static void put_total(struct report *out, struct block *table, const struct plan_total *t)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_text(t->fund != 0 ? t->code : "–");
	c[1] = t->quarter == 0 ? cell_text(_("Year")) : cell_int(t->quarter);
	c[2] = cell_int(t->items);
	c[3] = jp_cell(t->jp);
	c[4] = money_cell(out, t->cost);
	c[5] = money_cell(out, t->approved);
	c[6] = money_cell(out, t->ceiling);
	c[7] = money_cell(out, plan_left(t));
}

static void tell_exceeded(struct report *out, const struct plan_total *t)
{
	int64_t left = plan_left(t);
	const char *over;

	if (left == NUMBER_NONE || left >= 0)
		return;
	over = number_grouped(out->arena, -left, number_mark());
	if (t->quarter == 0)
		report_text(out,
			    _("%s: the approved items exceed the ceiling of the year by "
			      "Rp %s."),
			    t->code, over);
	else
		report_text(out,
			    _("%s: the approved items exceed the ceiling of quarter %d "
			      "by Rp %s."),
			    t->code, (int)t->quarter, over);
}

static bool put_budget(struct db *db, int year, struct report *out, struct err *err)
{
	struct plan_total *totals;
	struct block *table;
	size_t count;

	if (!plan_totals(db, year, out->arena, &totals, &count, err))
		return false;
	if (count == 0)
		return true;
	report_heading(out, _("Budget"));
	table = report_table(out, "budget",
			     columns_translated(out->arena, total_columns, TOTAL_COLUMNS),
			     TOTAL_COLUMNS);
	for (size_t i = 0; i < count; i++)
		put_total(out, table, &totals[i]);
	for (size_t i = 0; i < count; i++)
		tell_exceeded(out, &totals[i]);
	return true;
}

bool report_plan(struct db *db, const struct report_request *request, struct report *out,
		 struct err *err)
{
	int year = request->year ? request->year : date_year(clock_today());
	struct block *files, *people;
	struct plan_row *rows;
	size_t count;

	if (!plan_list(db, year, out->arena, &rows, &count, err))
		return false;
	report_text(out, _("Plan of the year %d."), year);
	files = report_table(out, "plan",
			     columns_translated(out->arena, item_columns, ITEM_COLUMNS),
			     ITEM_COLUMNS);
	files->for_files = true;
	for (size_t i = 0; i < count; i++)
		put_item(out, files, &rows[i]);
	if (count == 0) {
		report_text(out,
			    _("Nothing is planned yet: y on the home screen, then n."));
		return true;
	}
	people =
		report_table(out, "plan-short",
			     columns_translated(out->arena, short_columns, SHORT_COLUMNS),
			     SHORT_COLUMNS);
	for (size_t i = 0; i < count; i++)
		put_short(out, people, &rows[i]);
	return put_budget(db, year, out, err);
}
