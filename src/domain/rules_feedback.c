#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/revision.h"
#include "query.h"
#include "rules.h"
#include "store/record.h"

void answer_check(struct db *db, const void *old, const void *record,
		  struct problems *problems)
{
	const struct answer *a = record;
	struct err ignored = { 0 };
	const char *reason = NULL;
	struct item item;

	(void)old;
	if (a->item != 0 &&
	    record_load(db, &item_kind, a->item, &item, problems->arena, &ignored))
		reason = answer_reason(&item, a->value, problems->arena);
	if (reason)
		problem_add(problems, "value", "%s", reason);
	if (answer_two(db,
		       "SELECT count(*) FROM sheets s JOIN items i USING (questionnaire)"
		       " WHERE s.id = :a AND i.id = :b",
		       a->sheet, a->item) == 0)
		problem_add(problems, "item",
			    _("This question belongs to another questionnaire."));
}

bool improvement_complete(struct db *db, void *record, struct arena *arena)
{
	struct improvement *i = record;

	(void)arena;
	if (i->number == NUMBER_NONE)
		i->number = 1 + answer_one(db,
					   "SELECT max(number) FROM improvements"
					   " WHERE programme = :a",
					   i->programme);
	if (*i->status == '\0')
		i->status = "open";
	if (*i->kind == '\0')
		i->kind = "fix";
	return true;
}

void improvement_check(struct db *db, const void *old, const void *record,
		       struct problems *problems)
{
	const struct improvement *i = record;

	(void)db;
	(void)old;
	if (strcmp(i->status, "done") == 0 && *i->result == '\0')
		problem_warn(problems, "result", _("Say what came of it."));
	if (strcmp(i->status, "waived") == 0 && *i->waived_reason == '\0')
		problem_add(problems, "waived_reason",
			    _("Say why this action is waived; the next run reads it."));
}

/* A new sheet shows that its questionnaire is used: it belongs to the design
 * of the run, where no other run would be changed by that. */
bool sheet_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct sheet *s = now;
	struct revision_questionnaire used;
	bool shared, finished;
	int64_t known = 0;

	if (old || !s)
		return true;
	record_init(&revision_questionnaire_kind, &used);
	used.questionnaire = s->questionnaire;
	if (!query_one(db, "SELECT revision FROM programmes WHERE id = :a", s->programme,
		       &used.revision, err) ||
	    !record_find(db, &revision_questionnaire_kind, &used, &known, err) ||
	    !design_is_shared(db, s->programme, &shared, &finished, err))
		return false;
	return known != 0 || shared || used.revision == 0 ||
	       record_insert(db, &revision_questionnaire_kind, &used, err);
}
