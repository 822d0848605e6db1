#include "base/arena.h"
#include "base/i18n.h"
#include "domain/lists.h"
#include "reports.h"
#include "translate.h"

bool report_programmes(struct db *db, const struct report_request *request,
		       const struct programme_report *what, struct report *out,
		       struct err *err)
{
	struct programme_row *programmes;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	table = report_table(
		out, what->table,
		columns_translated(out->arena, what->columns, what->column_count),
		what->column_count);
	table->for_files = true;
	if (what->legend)
		report_text(out, "%s", _(what->legend));
	for (size_t i = 0; i < count; i++) {
		if (!what->put(db, request, &programmes[i], out, table, err))
			return false;
	}
	return true;
}
