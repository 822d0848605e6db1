#include <string.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/certificate.h"
#include "domain/jp_conversion.h"
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
	struct err err = { 0 };

	(void)arena;
	if (c->year == NUMBER_NONE && date_is_set(c->starts))
		c->year = date_year(c->starts);
	if (*c->scope == '\0')
		c->scope = "national";
	return c->jp != NUMBER_NONE || jp_of_certificate(db, c, &c->jp, &err);
}

/* What counts otherwise than the table says has its reason. A failing read
 * says nothing; the write that follows reports it. */
static void check_jp(struct db *db, const struct certificate *c,
		     struct problems *problems)
{
	struct err ignored = { 0 };
	int64_t jp;

	if (c->quantity == NUMBER_NONE || *c->basis == '\0' ||
	    !jp_of_certificate(db, c, &jp, &ignored))
		return;
	if (jp == NUMBER_NONE) {
		problem_warn(problems, "basis",
			     _("The table of conversions says nothing of this form and "
			       "basis. Fill it in there, or type the JP."));
		return;
	}
	if (c->jp == jp || *c->jp_reason != '\0')
		return;
	problem_add(problems, "jp_reason",
		    _("By the table of conversions it is %s JP. Say why it counts "
		      "otherwise."),
		    number_hundredths(problems->arena, jp, number_mark()));
}

void certificate_check(struct db *db, const void *old, const void *record,
		       struct problems *problems)
{
	const struct certificate *c = record;

	(void)old;
	check_jp(db, c, problems);
	if (date_is_set(c->starts) && date_is_set(c->ends) &&
	    date_compare(c->ends, c->starts) < 0)
		problem_add(problems, "ends",
			    _("The last day is before the first. Correct one of them."));
}
