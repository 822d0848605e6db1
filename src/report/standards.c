#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/standard_matrix.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column columns[] = {
	{ "position",   N_("Position"),   false },
	{ "people",     N_("People"),     true },
	{ "competency", N_("Code"),       false },
	{ "name",       N_("Competency"), false },
	{ "level",      N_("Level"),      true },
};
/* clang-format on */

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void put_row(struct cell *c, const struct standard_matrix *m,
		    struct standard_place at)
{
	c[0] = cell_text(m->positions[at.row].name);
	c[1] = cell_int(m->positions[at.row].people);
	c[2] = cell_text(m->competencies[at.column].code);
	c[3] = cell_text(m->competencies[at.column].name);
	c[4] = cell_int(standard_at(m, at)->level);
}

/* Nobody is left out without being named. */
static void put_without(struct report *out, const struct standard_matrix *m)
{
	for (size_t row = 0; row < m->position_count; row++) {
		int64_t people = m->positions[row].people;

		if (people > 0 && standard_count(m, row) == 0)
			report_text(out,
				    P_("%s: no standard; %d person is left out of the "
				       "gaps.",
				       "%s: no standard; %d people are left out of the "
				       "gaps.",
				       (unsigned long)people),
				    m->positions[row].name, (int)people);
	}
	if (m->placeless > 0)
		report_text(out,
			    P_("%d person has no position. Enter it in the list of "
			       "persons.",
			       "%d people have no position. Enter it in the list of "
			       "persons.",
			       (unsigned long)m->placeless),
			    (int)m->placeless);
}

bool report_standards(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err)
{
	struct standard_matrix m;
	struct block *table;

	(void)request;
	if (!standard_matrix_load(db, out->arena, &m, err))
		return false;
	table = report_table(out, "standards",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	for (size_t row = 0; row < m.position_count; row++) {
		for (size_t column = 0; column < m.competency_count; column++)
			put_row(report_row(out, table), &m,
				(struct standard_place){ row, column });
	}
	put_without(out, &m);
	return true;
}
