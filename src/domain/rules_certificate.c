#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/certificate.h"
#include "domain/design.h"
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

/* What the table of conversions makes of it; NUMBER_NONE where it says nothing. */
static bool worked_out(struct db *db, const struct certificate *c, int64_t *jp)
{
	struct err ignored = { 0 };
	struct conversion row;

	*jp = NUMBER_NONE;
	if (*c->basis == '\0')
		return true;
	if (!jp_conversion_find(db, c, &row, &ignored))
		return false;
	*jp = jp_convert(&row, c->quantity);
	return true;
}

bool certificate_complete(struct db *db, void *record, struct arena *arena)
{
	struct certificate *c = record;

	(void)arena;
	if (c->year == NUMBER_NONE && date_is_set(c->starts))
		c->year = date_year(c->starts);
	if (*c->scope == '\0')
		c->scope = "national";
	return c->jp != NUMBER_NONE || worked_out(db, c, &c->jp);
}

static const char *label(const struct choice *list, const char *code)
{
	for (; list->code; list++) {
		if (strcmp(list->code, code) == 0)
			return _(list->label);
	}
	return code;
}

/* A number that was typed is the one of the table, or has a reason. */
static void check_jp(struct db *db, const struct certificate *c,
		     struct problems *problems)
{
	int64_t jp;

	if (c->quantity == NUMBER_NONE || !worked_out(db, c, &jp))
		return;
	if (*c->basis == '\0')
		problem_warn(problems, "basis",
			     _("Say what the amount counts, so that the JP can be worked "
			       "out."));
	else if (jp == NUMBER_NONE && *c->jp_reason == '\0')
		problem_warn(problems, "jp",
			     _("The table of conversions has no JP for: %s, %s, %s. Fill "
			       "in that row."),
			     label(learning_form_choices, c->form),
			     label(certificate_scope_choices, c->scope),
			     label(conversion_basis_choices, c->basis));
	else if (jp != NUMBER_NONE && c->jp != NUMBER_NONE && c->jp != jp &&
		 *c->jp_reason == '\0')
		problem_add(
			problems, "jp_reason",
			_("The table of conversions gives %s JP. Empty the JP, or give "
			  "the reason for another number."),
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
