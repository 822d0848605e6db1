#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/lists.h"
#include "reports.h"
#include "translate.h"

const struct report_column *
columns_translated(struct arena *arena, const struct report_column *from, size_t count)
{
	struct report_column *to = arena_array(arena, count, sizeof *to);

	for (size_t i = 0; i < count; i++) {
		to[i] = from[i];
		/* The translation of nothing is the header of the catalogue. */
		to[i].label = *from[i].label ? _(from[i].label) : "";
	}
	return to;
}

/* clang-format off */
static const struct report_column jp_columns[] = {
	{ "unit",          N_("Unit"),     false },
	{ "name",          N_("Name"),     false },
	{ "persons",       N_("Persons"),  true },
	{ "jp",            N_("JP"),       true },
	{ "jp_mean",       N_("Mean"),     true },
	{ "reached_20",    N_("Target reached"), true }, /* the name is older than the setting */
	{ "share_reached", N_("Share"),    true },
};
/* clang-format on */

enum { JP_COLUMNS = sizeof jp_columns / sizeof *jp_columns };

bool report_jp_recap(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err)
{
	int year = request->year ? request->year : date_year(clock_today());
	struct jp_row *rows;
	struct block *table;
	size_t count;

	if (!jp_list(db, year, request->settings->jp_target_pns, out->arena, &rows,
		     &count, err))
		return false;
	report_text(out, _("Year %d, target %ld JP."), year,
		    request->settings->jp_target_pns);
	table = report_table(out, "jp-recap",
			     columns_translated(out->arena, jp_columns, JP_COLUMNS),
			     JP_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		double persons = (double)(rows[i].persons ? rows[i].persons : 1);
		double jp = (double)rows[i].jp / 100.0;
		struct cell *c = report_row(out, table);

		c[0] = cell_text(rows[i].unit);
		c[1] = cell_text(rows[i].name);
		c[2] = cell_int(rows[i].persons);
		c[3] = cell_real(jp, rows[i].jp % 100 == 0 ? 0 : 2);
		c[4] = cell_real(jp / persons, 6);
		c[5] = cell_int(rows[i].reached);
		c[6] = cell_real((double)rows[i].reached / persons, 6);
	}
	return report_jp_more(db, year, request->settings, out, err);
}
