#include "domain/feedback_sheet.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "query.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { ITEMS_MOST = 500 };

bool sheet_questionnaire(struct db *db, int64_t programme, int64_t *questionnaire,
			 struct err *err)
{
	return query_one(db,
			 "SELECT coalesce("
			 " (SELECT questionnaire FROM sheets WHERE programme = :a LIMIT 1),"
			 " (SELECT rq.questionnaire FROM revision_questionnaires rq"
			 "    JOIN programmes p ON p.revision = rq.revision"
			 "   WHERE p.id = :a ORDER BY rq.id LIMIT 1),"
			 " (SELECT CASE WHEN count(*) = 1 THEN min(id) END FROM questionnaires))",
			 programme, questionnaire, err);
}

bool sheet_items(struct db *db, int64_t questionnaire, struct arena *arena,
		 struct item **items, size_t *count, struct err *err)
{
	struct select select = {
		.kind = &item_kind, .parent = "questionnaire", .parent_id = questionnaire
	};
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_FIRST, 0, ITEMS_MOST, arena, &rows, err))
		return false;
	*items = rows.rows;
	*count = rows.count;
	return true;
}

bool sheet_next_number(struct db *db, int64_t programme, int64_t questionnaire,
		       int64_t *number, struct err *err)
{
	return query_two(db,
			 "SELECT 1 + coalesce(max(number), 0) FROM sheets"
			 " WHERE programme = :a AND questionnaire = :b",
			 programme, questionnaire, number, err);
}

static bool load_answer(struct db *db, int64_t sheet, int64_t item, struct arena *arena,
			struct answer *answer, int64_t *id, struct err *err)
{
	record_init(&answer_kind, answer);
	answer->sheet = sheet;
	answer->item = item;
	if (!record_find(db, &answer_kind, answer, id, err))
		return false;
	return *id == 0 || record_load(db, &answer_kind, *id, answer, arena, err);
}

bool sheet_load(struct db *db, const struct sheet *like, const struct item *items,
		size_t count, struct arena *arena, struct sheet_answer *answers, int64_t *id,
		struct err *err)
{
	for (size_t i = 0; i < count; i++)
		answers[i] = (struct sheet_answer){ NUMBER_NONE, "" };
	if (!record_find(db, &sheet_kind, like, id, err))
		return false;
	for (size_t i = 0; *id != 0 && i < count; i++) {
		struct answer answer;
		int64_t found = 0;

		if (!load_answer(db, *id, items[i].id, arena, &answer, &found, err))
			return false;
		answers[i] = (struct sheet_answer){ answer.value, answer.text };
	}
	return true;
}

static bool check(const struct item *item, const struct sheet_answer *a, struct err *err)
{
	if (a->value == NUMBER_NONE || (a->value >= 1 && a->value <= item->scale))
		return true;
	return err_set(err, ERR_INPUT, _("Question %d: %d is not on the scale from 1 to %d."),
		       (int)item->number, (int)a->value, (int)item->scale);
}

static bool save_answer(struct db *db, int64_t sheet, const struct item *item,
			const struct sheet_answer *typed, struct err *err)
{
	struct arena arena = { 0 };
	struct answer old, now;
	int64_t id = 0;
	bool blank = typed->value == NUMBER_NONE && *typed->text == '\0';
	bool good = check(item, typed, err) &&
		    load_answer(db, sheet, item->id, &arena, &old, &id, err);

	if (good) {
		now = old;
		now.value = typed->value;
		now.text = typed->text;
		if (id != 0)
			good = record_update(db, &answer_kind, &old, &now, err);
		else if (!blank)
			good = record_insert(db, &answer_kind, &now, err);
	}
	arena_done(&arena);
	return good;
}

static bool save_all(struct db *db, const struct sheet *like, const struct item *items,
		     size_t count, const struct sheet_answer *answers, struct err *err)
{
	struct sheet sheet = *like;
	int64_t id = 0;

	if (!record_find(db, &sheet_kind, like, &id, err))
		return false;
	sheet.id = id;
	if (id == 0 && !record_insert(db, &sheet_kind, &sheet, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!save_answer(db, sheet.id, &items[i], &answers[i], err))
			return false;
	}
	return true;
}

bool sheet_save(struct db *db, const struct sheet *like, const struct item *items,
		size_t count, const struct sheet_answer *answers, struct err *err)
{
	struct arena arena = { 0 };
	bool good = action_begin(
		db, arena_printf(&arena, _("Feedback sheet %d"), (int)like->number), err);

	arena_done(&arena);
	if (!good)
		return false;
	if (save_all(db, like, items, count, answers, err))
		return action_commit(db, err);
	action_rollback(db);
	return false;
}
