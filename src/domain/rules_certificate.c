#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/certificate.h"
#include "rules.h"

bool conversion_complete(struct db *db, void *record, struct arena *arena)
{
	struct conversion *c = record;

	(void)db;
	(void)arena;
	if (*c->scope == '\0')
		c->scope = "national";
	if (c->per == NUMBER_NONE)
		c->per = 1;
	return true;
}

void conversion_check(struct db *db, const void *old, const void *record,
		      struct problems *problems)
{
	const struct conversion *c = record;

	(void)db;
	(void)old;
	if (c->verified && *c->source == '\0')
		problem_add(problems, "source",
			    _("What is verified has a source. Name the rule that says "
			      "so."));
	if (c->verified && c->factor == NUMBER_NONE)
		problem_add(problems, "factor", _("%s is missing. Fill it in."), _("JP"));
}

bool certificate_complete(struct db *db, void *record, struct arena *arena)
{
	struct certificate *c = record;

	(void)db;
	(void)arena;
	if (c->year == NUMBER_NONE && date_is_set(c->starts))
		c->year = date_year(c->starts);
	if (*c->scope == '\0')
		c->scope = "national";
	return true;
}

void certificate_check(struct db *db, const void *old, const void *record,
		       struct problems *problems)
{
	const struct certificate *c = record;

	(void)db;
	(void)old;
	if (date_is_set(c->starts) && date_is_set(c->ends) &&
	    date_compare(c->ends, c->starts) < 0)
		problem_add(problems, "ends",
			    _("The last day is before the first. Correct one of them."));
}
