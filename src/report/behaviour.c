#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/settings.h"
#include "domain/evaluation.h"
#include "domain/lists.h"
#include "reports.h"
#include "translate.h"

/* What alumni and their superiors say of the same questions, side by side. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",     N_("Programme"),     false },
	{ "questionnaire", N_("Questionnaire"), false },
	{ "item",          N_("No."),           true },
	{ "question",      N_("Question"),      false },
	{ "alumni_n",      N_("n alumni"),      true },
	{ "alumni",        N_("Alumni"),        true },
	{ "superiors_n",   N_("n superiors"),   true },
	{ "superiors",     N_("Superiors"),     true },
	{ "difference",    N_("Difference"),    true },
};
/* clang-format on */

enum { COLUMNS = sizeof columns / sizeof *columns };

/* The sheets of a role from after the programme, or those that say nothing of
 * when; NULL where there are none. */
static const struct feedback_slice *view_of(const struct feedback_result *f,
					    const char *role)
{
	const struct feedback_slice *found = NULL;

	for (size_t i = 0; i < f->view_count; i++) {
		const struct feedback_slice *v = &f->views[i];

		if (strcmp(v->role, role) != 0 ||
		    (*v->phase != '\0' && strcmp(v->phase, "after") != 0))
			continue;
		if (!found || strcmp(v->phase, "after") == 0)
			found = v;
	}
	return found;
}

static void put_mean(struct cell *c, const struct feedback_slice *view, size_t i)
{
	if (!view || view->hidden || view->items[i].hidden)
		return;
	c[0] = cell_int(view->items[i].answers);
	c[1] = cell_real(view->items[i].mean, 6);
}

static void put_items(struct report *out, struct block *table, const char *code,
		      const struct feedback_result *f)
{
	const struct feedback_slice *alumni = view_of(f, "alumnus");
	const struct feedback_slice *superiors = view_of(f, "superior");
	const struct feedback_slice *any = alumni ? alumni : superiors;

	for (size_t i = 0; any && i < f->item_count; i++) {
		struct cell *c;

		if (strcmp(any->items[i].kind, "likert") != 0)
			continue;
		c = report_row(out, table);
		c[0] = cell_text(code);
		c[1] = cell_text(f->code);
		c[2] = cell_int(any->items[i].number);
		c[3] = cell_text(any->items[i].reversed
					 ? arena_printf(out->arena, _("%s (reversed)"),
							any->items[i].text)
					 : any->items[i].text);
		put_mean(&c[4], alumni, i);
		put_mean(&c[6], superiors, i);
		if (c[5].type == CELL_REAL && c[7].type == CELL_REAL)
			c[8] = cell_real(c[5].real - c[7].real, 6);
	}
}

/* How many sheets there are, whether or not anything of them shows. */
static void put_counts(struct report *out, const char *code,
		       const struct feedback_result *f, long minimum)
{
	const struct feedback_slice *alumni = view_of(f, "alumnus");
	const struct feedback_slice *superiors = view_of(f, "superior");

	if (!alumni && !superiors)
		return;
	report_text(out, _("%s, %s: %d sheets of alumni, %d of superiors."), code,
		    f->code, alumni ? (int)alumni->sheets : 0,
		    superiors ? (int)superiors->sheets : 0);
	if ((alumni && alumni->hidden) || (superiors && superiors->hidden))
		report_text(out,
			    _("What fewer than %ld people say is not shown, so that "
			      "nobody can be recognised."),
			    minimum);
}

static bool put_programme(struct db *db, const struct programme_row *p, long minimum,
			  struct report *out, struct block *table, struct err *err)
{
	struct evaluation e;

	if (!evaluation_of(db, p->id, minimum, out->arena, &e, err))
		return false;
	for (size_t i = 0; i < e.feedback_count; i++) {
		if (strcmp(e.feedback[i].level, "behaviour") != 0)
			continue;
		put_items(out, table, p->code, &e.feedback[i]);
		put_counts(out, p->code, &e.feedback[i], minimum);
	}
	return true;
}

bool report_behaviour(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	table = report_table(out, "behaviour",
			     columns_translated(out->arena, columns, COLUMNS), COLUMNS);
	for (size_t i = 0; i < count; i++) {
		if (!put_programme(db, &programmes[i],
				   request->settings->feedback_minimum, out, table, err))
			return false;
	}
	if (table->row_count == 0)
		report_text(out, _("No sheets of alumni or superiors are keyed in yet."));
	else
		report_text(out,
			    _("Where the two differ much, talk about it with both."));
	return true;
}
