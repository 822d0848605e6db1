#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/item_type.h"
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

/* What a sheet is about was asked when it was stored. */
void questionnaire_check(struct db *db, const void *old, const void *record,
			 struct problems *problems)
{
	const struct questionnaire *q = record;

	if (old && !field_equal(kind_field(&questionnaire_kind, "repeats"), old, q) &&
	    answer_one(db, "SELECT count(*) FROM sheets WHERE questionnaire = :a", q->id))
		problem_add(problems, "repeats",
			    _("Sheets of this questionnaire exist. Duplicate it and "
			      "change the copy."));
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

static const char *answers_exist(void)
{
	return _("Answers exist to this question. Duplicate the questionnaire and change "
		 "the "
		 "copy.");
}

/* What was asked stays what was answered. */
static void check_pinned(struct db *db, const struct item *old, const struct item *now,
			 struct problems *problems)
{
	static const char *const pinned[] = { "questionnaire", "dimension", "kind",
					      "scale",	       "most",	    "options",
					      "text" };

	if (answer_one(db,
		       "SELECT count(*) FROM answers"
		       " WHERE item = :a AND (value IS NOT NULL OR text <> '')",
		       old->id) == 0)
		return;
	for (size_t i = 0; i < sizeof pinned / sizeof *pinned; i++) {
		if (!field_equal(kind_field(&item_kind, pinned[i]), old, now))
			problem_add(problems, pinned[i], "%s", answers_exist());
	}
}

void item_check(struct db *db, const void *old, const void *record,
		struct problems *problems)
{
	const struct item *i = record;

	item_type_check(i, problems);
	if (old)
		check_pinned(db, old, i, problems);
}

bool item_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	int64_t answers = 0;

	if (now)
		return true;
	if (!query_one(db, "SELECT count(*) FROM answers WHERE item = :a", record_id(old),
		       &answers, err))
		return false;
	return answers == 0 || err_set(err, ERR_CONFLICT, "%s", answers_exist());
}
