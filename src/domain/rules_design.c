#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/design.h"
#include "query.h"
#include "rules.h"

bool objective_complete(struct db *db, void *record, struct arena *arena)
{
	struct objective *o = record;

	(void)arena;
	if (o->number == NUMBER_NONE)
		o->number = 1 + answer_one(db,
					   "SELECT max(number) FROM objectives"
					   " WHERE revision = :a",
					   o->revision);
	return true;
}

bool planned_session_complete(struct db *db, void *record, struct arena *arena)
{
	struct planned_session *s = record;

	(void)arena;
	if (s->number == NUMBER_NONE)
		s->number = 1 + answer_one(db,
					   "SELECT max(number) FROM planned_sessions"
					   " WHERE revision = :a",
					   s->revision);
	return true;
}

bool questionnaire_complete(struct db *db, void *record, struct arena *arena)
{
	struct questionnaire *q = record;

	(void)db;
	(void)arena;
	if (*q->title == '\0')
		q->title = q->code;
	return true;
}

bool item_complete(struct db *db, void *record, struct arena *arena)
{
	struct item *i = record;

	(void)arena;
	if (i->number == NUMBER_NONE)
		i->number = 1 + answer_one(db,
					   "SELECT max(number) FROM items"
					   " WHERE questionnaire = :a",
					   i->questionnaire);
	return true;
}

void item_check(struct db *db, const void *old, const void *record,
		struct problems *problems)
{
	const struct item *i = record;
	int64_t highest;

	(void)old;
	if (strcmp(i->kind, "likert") != 0)
		return;
	if (i->scale == NUMBER_NONE) {
		problem_add(problems, "scale",
			    _("Scale is missing. Type the highest answer, for example 5."));
		return;
	}
	highest = i->id ? answer_one(db, "SELECT max(value) FROM answers WHERE item = :a", i->id) :
			  0;
	if (highest > i->scale)
		problem_add(problems, "scale",
			    _("There are answers up to %d. The scale cannot end below."),
			    (int)highest);
}
