#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/yearly_plan.h"
#include "query.h"
#include "rules.h"

bool ceiling_complete(struct db *db, void *record, struct arena *arena)
{
	struct ceiling *c = record;

	(void)db;
	(void)arena;
	if (c->quarter == NUMBER_NONE)
		c->quarter = 0;
	return true;
}

bool plan_item_complete(struct db *db, void *record, struct arena *arena)
{
	struct plan_item *p = record;

	(void)arena;
	if (p->year == NUMBER_NONE)
		p->year = date_year(date_is_set(p->starts) ? p->starts : clock_today());
	if (p->number == NUMBER_NONE)
		p->number = 1 + answer_one(db,
					   "SELECT max(number) FROM plan_items"
					   " WHERE year = :a",
					   p->year);
	if (*p->basis == '\0')
		p->basis = p->competency != 0 ? "need" : "offer";
	if (*p->status == '\0')
		p->status = "proposed";
	return true;
}

/* A copy is a proposal of its own: another number, its own days, no programme. */
bool plan_item_like(struct db *db, void *record, struct arena *arena, struct err *err)
{
	struct plan_item *p = record;

	(void)db;
	(void)arena;
	(void)err;
	p->number = NUMBER_NONE;
	p->starts = p->ends = DATE_NONE;
	p->status = "proposed";
	p->reason = "";
	p->programme = 0;
	return true;
}

void plan_item_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct plan_item *p = record;

	plan_status_check(db, old, record, problems);
	if (strcmp(p->status, "rejected") == 0 && *p->reason == '\0')
		problem_add(problems, "reason", _("Say why it is rejected."));
	if (date_is_set(p->starts) && date_is_set(p->ends) &&
	    date_compare(p->ends, p->starts) < 0)
		problem_add(problems, "ends",
			    _("The last day is before the first. Correct one of them."));
	if (strcmp(p->basis, "need") == 0 && p->competency == 0)
		problem_warn(problems, "competency",
			     _("Name the competency that the survey found lacking."));
}
