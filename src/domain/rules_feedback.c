#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/item_type.h"
#include "domain/programme.h"
#include "domain/revision.h"
#include "query.h"
#include "rules.h"
#include "store/history.h"
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
		reason = answer_reason(&item, &(struct sheet_answer){ a->value, a->text },
				       problems->arena);
	if (reason)
		problem_add(problems, "value", "%s", reason);
	if (answer_two(db,
		       "SELECT count(*) FROM sheets s JOIN items i USING (questionnaire)"
		       " WHERE s.id = :a AND i.id = :b",
		       a->sheet, a->item) == 0)
		problem_add(problems, "item",
			    _("This question belongs to another questionnaire."));
}

bool sheet_complete(struct db *db, void *record, struct arena *arena)
{
	struct sheet *s = record;
	struct err ignored = { 0 };

	(void)arena;
	return s->number != NUMBER_NONE ||
	       sheet_next_number(db, s->programme, s->questionnaire, &s->number,
				 &ignored);
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

/* What a sheet is about belongs to the questionnaire and to the programme. */
void sheet_check(struct db *db, const void *old, const void *record,
		 struct problems *problems)
{
	const struct sheet *s = record;
	struct err ignored = { 0 };
	struct questionnaire q;

	(void)old;
	if (s->questionnaire == 0 ||
	    !record_load(db, &questionnaire_kind, s->questionnaire, &q, problems->arena,
			 &ignored))
		return;
	if (s->trainer == 0 && strcmp(q.repeats, "trainer") == 0)
		problem_add(problems, "trainer",
			    _("Say which trainer the sheet is about."));
	if (s->session == 0 && strcmp(q.repeats, "session") == 0)
		problem_add(problems, "session",
			    _("Say which session the sheet is about."));
	if (s->trainer != 0 && strcmp(q.repeats, "trainer") != 0)
		problem_add(problems, "trainer",
			    _("This questionnaire is not repeated per trainer. Empty "
			      "this."));
	if (s->session != 0 && strcmp(q.repeats, "session") != 0)
		problem_add(problems, "session",
			    _("This questionnaire is not repeated per subject. Empty "
			      "this."));
	if (s->session != 0 && answer_two(db,
					  "SELECT count(*) FROM sessions"
					  " WHERE id = :a AND programme = :b",
					  s->session, s->programme) == 0)
		problem_add(problems, "session",
			    _("This session belongs to another programme. Choose one of "
			      "this programme."));
}

bool sheet_is_sound(struct db *db, const struct sheet *sheet, struct err *err)
{
	struct arena arena = { 0 };
	struct problems problems = { .arena = &arena };
	bool good;

	sheet_check(db, NULL, sheet, &problems);
	good = problems.errors == 0 ||
	       err_set(err, ERR_INPUT, "%s", problem_first_error(&problems)->text);
	arena_done(&arena);
	return good;
}

/* What the history says of new sheets once their keys are gone. */
static bool tell_about(struct db *db, const struct sheet *s, struct err *err)
{
	struct arena arena = { 0 };
	struct programme p;
	struct questionnaire q;
	bool good =
		record_load(db, &programme_kind, s->programme, &p, &arena, err) &&
		record_load(db, &questionnaire_kind, s->questionnaire, &q, &arena, err);

	if (good)
		action_about(db,
			     /* TRANSLATORS: codes of programme and questionnaire */
			     arena_printf(&arena, _("Feedback sheets of %s, %s"), p.code,
					  q.code),
			     1);
	arena_done(&arena);
	return good;
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
	if (!tell_about(db, s, err))
		return false;
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
