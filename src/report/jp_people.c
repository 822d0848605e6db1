#include "domain/jp_people.h"

#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/design.h"
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

static bool put_contracts(struct db *db, const struct jp_question *question,
			  struct report *out, struct err *err)
{
	int64_t contracts, above;

	if (!jp_contracts(db, question, &contracts, &above, err))
		return false;
	report_text(out, _("PPPK: %d, above the ceiling of %ld JP: %d."), (int)contracts,
		    question->settings->jp_ceiling_pppk, (int)above);
	return true;
}

static const char *path_label(const char *path)
{
	return strcmp(path, "classical") == 0	   ? _("Classical")
	       : strcmp(path, "nonclassical") == 0 ? _("Non-classical")
						   : _("Other");
}

/* clang-format off */
static const struct report_column form_columns[] = {
	{ "form",  N_("Form of learning"), false },
	{ "path",  N_("Path"),             false },
	{ "jp",    N_("JP"),               true },
	{ "share", N_("Share"),            true },
};
/* clang-format on */

enum { FORM_COLUMNS = sizeof form_columns / sizeof *form_columns };

static void put_forms(const struct jp_form *forms, size_t count, struct report *out)
{
	struct block *table;
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += forms[i].jp;
	table = report_table(out, "jp-forms",
			     columns_translated(out->arena, form_columns, FORM_COLUMNS),
			     FORM_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		const char *path = learning_form_path(forms[i].form);
		struct cell *c = report_row(out, table);

		c[0] = cell_choice(learning_form_choices, forms[i].form);
		c[1] = cell_term(path, path_label(path));
		c[2] = jp(forms[i].jp);
		c[3] = cell_real((double)forms[i].jp / (double)sum, 6);
	}
}

bool report_jp_more(struct db *db, int year, const struct settings *settings,
		    struct report *out, struct err *err)
{
	const struct jp_question question = { .year = year, .settings = settings };
	struct jp_form *forms;
	size_t count;

	if (!put_contracts(db, &question, out, err) ||
	    !jp_forms(db, year, out->arena, &forms, &count, err))
		return false;
	if (count > 0)
		put_forms(forms, count, out);
	return true;
}
