#include "domain/jp_people.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/office.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column columns[] = {
	{ "nip",          N_("NIP"),          false },
	{ "name",         N_("Name"),         false },
	{ "unit",         N_("Unit"),         false },
	{ "employment",   N_("Employment"),   false },
	{ "jp",           N_("JP"),           true },
	{ "programmes",   N_("Programmes"),   true },
	{ "certificates", N_("Certificates"), true },
	{ "target",       N_("Target"),       true },
	{ "lacking",      N_("Lacking"),      true },
};
/* clang-format on */

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static struct cell jp(int64_t hundredths)
{
	if (hundredths == NUMBER_NONE)
		return (struct cell){ .type = CELL_NONE };
	return cell_real((double)hundredths / 100.0, hundredths % 100 == 0 ? 0 : 2);
}

static void put_person(struct report *out, struct block *table, const struct jp_person *p)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_text(p->nip);
	c[1] = cell_text(p->name);
	c[2] = cell_text(p->unit_code);
	c[3] = cell_choice(employment_choices, p->employment);
	c[4] = jp(p->jp);
	c[5] = jp(p->programmes);
	c[6] = jp(p->certificates);
	c[7] = jp(p->target);
	c[8] = jp(p->lacking);
}

bool report_jp_people(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err)
{
	const struct jp_question question = {
		.year = request->year ? request->year : date_year(clock_today()),
		.settings = request->settings,
	};
	struct jp_person *people;
	struct block *table;
	size_t count;

	if (!jp_people(db, &question, out->arena, &people, &count, err))
		return false;
	report_text(out,
		    _("Year %d: PNS at least %ld JP, PPPK at most %ld JP. Who lacks most "
		      "stands first."),
		    question.year, request->settings->jp_target_pns,
		    request->settings->jp_ceiling_pppk);
	table = report_table(out, "jp-people",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	for (size_t i = 0; i < count; i++)
		put_person(out, table, &people[i]);
	return true;
}
