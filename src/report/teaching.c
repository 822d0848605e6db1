#include "domain/teaching.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/lists.h"
#include "reports.h"
#include "translate.h"

/* The JP that trainers taught, as fees are reckoned by. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "trainer",   N_("Trainer"),   false },
	{ "programme", N_("Programme"), false },
	{ "nip",       N_("NIP"),       false },
	{ "partner",   N_("Partner"),   false },
	{ "sessions",  N_("Sessions"),  true },
	{ "jp",        N_("JP"),        true },
	{ "held",      N_("Held"),      true },
	{ "jp_held",   N_("JP held"),   true },
	{ "first",     N_("From"),      false },
	{ "last",      N_("To"),        false },
};

static const struct report_column shown_columns[] = {
	{ "trainer",   N_("Trainer"),   false },
	{ "programme", N_("Programme"), false },
	{ "sessions",  N_("Sessions"),  true },
	{ "jp",        N_("JP"),        true },
	{ "held",      N_("Held"),      true },
	{ "jp_held",   N_("JP held"),   true },
	{ "last",      N_("Last day"),  false },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	SHOWN_COUNT = sizeof shown_columns / sizeof *shown_columns
};

static struct cell jp_cell(int64_t hundredths)
{
	return cell_real((double)hundredths / 100, hundredths % 100 == 0 ? 0 : 2);
}

static void put_row(struct cell *c, const struct teaching *t, struct arena *arena)
{
	size_t i = 0;

	c[i++] = cell_text(t->trainer);
	c[i++] = cell_text(t->programme);
	c[i++] = cell_text(t->nip);
	c[i++] = cell_text(t->partner);
	c[i++] = cell_int(t->sessions);
	c[i++] = jp_cell(t->jp);
	c[i++] = cell_int(t->held);
	c[i++] = jp_cell(t->jp_held);
	c[i++] = cell_day(arena, t->first);
	c[i++] = cell_day(arena, t->last);
}

static void show_row(struct cell *c, const struct teaching *t, struct arena *arena)
{
	size_t i = 0;

	c[i++] = cell_text(*t->trainer ? t->trainer : _("(nobody named)"));
	c[i++] = cell_text(t->programme);
	c[i++] = cell_int(t->sessions);
	c[i++] = jp_cell(t->jp);
	c[i++] = cell_int(t->held);
	c[i++] = jp_cell(t->jp_held);
	c[i++] = cell_day(arena, t->last);
}

static bool load(struct db *db, const struct report_request *request, struct arena *arena,
		 struct teaching **all, size_t *count, struct err *err)
{
	struct teaching_asked asked = { .year = request->year, .today = clock_today() };
	struct programme_row *programmes;
	size_t found;

	if (request->programme) {
		if (!programme_list(db, request->programme, arena, &programmes, &found,
				    err))
			return false;
		asked.programme = programmes[0].id;
	}
	return teaching_list(db, &asked, arena, all, count, err);
}

static void put_words(const struct teaching *all, size_t count, struct report *out)
{
	int64_t unnamed = 0;

	for (size_t i = 0; i < count; i++)
		unnamed += *all[i].trainer == '\0' ? all[i].sessions : 0;
	if (count == 0)
		report_text(out, _("There are no sessions yet. s on the page of a "
				   "programme adds them."));
	if (unnamed > 0)
		report_text(out,
			    P_("%d session names no trainer: F2 in the list of sessions "
			       "names one.",
			       "%d sessions name no trainer: F2 in the list of sessions "
			       "names one.",
			       unnamed),
			    (int)unnamed);
}

bool report_teaching(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err)
{
	struct teaching *all;
	struct block *table, *shown;
	size_t count;

	if (!load(db, request, out->arena, &all, &count, err))
		return false;
	table = report_table(out, "teaching",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	table->for_files = true;
	shown = report_table(out, "shown",
			     columns_translated(out->arena, shown_columns, SHOWN_COUNT),
			     SHOWN_COUNT);
	for (size_t i = 0; i < count; i++) {
		put_row(report_row(out, table), &all[i], out->arena);
		show_row(report_row(out, shown), &all[i], out->arena);
	}
	put_words(all, count, out);
	return true;
}
