#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "domain/lists.h"
#include "domain/next_run.h"
#include "reports.h"
#include "translate.h"

/* What is different in the design of a run from the run before, and why. */

/* clang-format off */
static const struct report_column change_columns[] = {
	{ "programme", N_("Programme"), false },
	{ "before_run", N_("Run before"), false },
	{ "part",      N_("Part"),      false },
	{ "number",    N_("No."),       true },
	{ "field",     N_("Field"),     false },
	{ "before",    N_("Before"),    false },
	{ "after",     N_("After"),     false },
	{ "reason",    N_("Reason"),    false },
	{ "cause",     N_("Finding behind it"), false },
};
/* clang-format on */

enum { CHANGE_COLUMNS = sizeof change_columns / sizeof *change_columns };

static void put_change(struct report *out, struct block *table, const char *code,
		       const struct run_changes *changes, size_t i)
{
	const struct revision_change *c = &changes->diff.rows[i];
	struct cell *cells = report_row(out, table);

	cells[0] = cell_text(code);
	cells[1] = cell_text(changes->before);
	cells[2] = cell_text(_(c->kind->label));
	cells[3] = cell_int(c->number);
	cells[4] = cell_text(c->field);
	cells[5] = cell_text(c->before);
	cells[6] = cell_text(c->after);
	cells[7] = cell_text(changes->diff.reason);
	cells[8] =
		cell_term(c->cause, *c->cause != '\0' ? c->cause : _("no finding named"));
}

bool report_changes(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err)
{
	struct programme_row *rows;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &rows, &count, err))
		return false;
	table = report_table(
		out, "changes",
		columns_translated(out->arena, change_columns, CHANGE_COLUMNS),
		CHANGE_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		struct run_changes changes;

		if (!run_changes(db, rows[i].id, out->arena, &changes, err))
			return false;
		for (size_t k = 0; k < changes.diff.count; k++)
			put_change(out, table, rows[i].code, &changes, k);
	}
	if (table->row_count == 0)
		report_text(out,
			    _("The design is the same as in the run before, or there is "
			      "no run before."));
	return true;
}
