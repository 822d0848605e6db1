#include "domain/feedback_sheet.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "rows.h"
#include "rules.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { ITEMS_MOST = 500 };

static void read_questionnaire(struct stmt *s, void *row, struct arena *arena)
{
	*(struct sheet_questionnaire *)row = (struct sheet_questionnaire){
		.id = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.title = stmt_text(s, 2, arena),
		.sheets = stmt_int(s, 3),
	};
}

bool sheet_questionnaires(struct db *db, int64_t programme, struct arena *arena,
			  struct sheet_questionnaire **out, size_t *count,
			  struct err *err)
{
	struct row_list list = { .size = sizeof(struct sheet_questionnaire),
				 .read = read_questionnaire };
	struct stmt *s;

	if (!stmt_get(
		    db,
		    "WITH own (id) AS ("
		    "  SELECT questionnaire FROM sheets WHERE programme = :programme"
		    "   UNION SELECT rq.questionnaire FROM revision_questionnaires rq"
		    "    JOIN programmes p ON p.revision = rq.revision"
		    "   WHERE p.id = :programme)"
		    "SELECT q.id, q.code, q.title,"
		    "       (SELECT count(*) FROM sheets f"
		    "         WHERE f.programme = :programme AND f.questionnaire = q.id)"
		    "  FROM questionnaires q"
		    " WHERE q.id IN own OR NOT EXISTS (SELECT 1 FROM own)"
		    " ORDER BY q.code",
		    &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct sheet_questionnaire *)list.rows;
	*count = list.count;
	return true;
}

static void read_subject(struct stmt *s, void *row, struct arena *arena)
{
	*(struct sheet_subject *)row = (struct sheet_subject){
		.id = stmt_int(s, 0),
		.label = stmt_text(s, 1, arena),
	};
}

bool sheet_subjects(struct db *db, int64_t programme, const char *repeats,
		    struct arena *arena, struct sheet_subject **out, size_t *count,
		    struct err *err)
{
	struct row_list list = { .size = sizeof(struct sheet_subject),
				 .read = read_subject };
	struct stmt *s;

	if (!stmt_get(db,
		      strcmp(repeats, "trainer") == 0
			      ? "WITH own (id, first) AS ("
				"  SELECT trainer, min(number) FROM sessions"
				"   WHERE programme = :programme AND trainer IS NOT NULL"
				"   GROUP BY trainer)"
				"SELECT t.id, t.name FROM trainers t LEFT JOIN own"
				" USING (id)"
				" WHERE own.id IS NOT NULL OR NOT EXISTS"
				"       (SELECT 1 FROM own)"
				" ORDER BY own.first, t.name LIMIT 200"
			      : "SELECT id, number || '  ' || topic FROM sessions"
				" WHERE programme = :programme ORDER BY number LIMIT 200",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct sheet_subject *)list.rows;
	*count = list.count;
	return true;
}

bool sheet_beside(struct db *db, const struct sheet *sheet, int way, int64_t *number,
		  struct err *err)
{
	struct stmt *s;
	bool good;

	if (!stmt_get(db,
		      way < 0 ? "SELECT max(number) FROM sheets WHERE programme = :p"
				"   AND questionnaire = :q AND number < :n"
			      : "SELECT min(number) FROM sheets WHERE programme = :p"
				"   AND questionnaire = :q AND number > :n",
		      &s, err))
		return false;
	stmt_bind_int(s, ":p", sheet->programme);
	stmt_bind_int(s, ":q", sheet->questionnaire);
	stmt_bind_int(s, ":n", sheet->number);
	good = stmt_step(s, err) == STMT_ROW;
	if (good)
		*number = stmt_int(s, 0);
	stmt_reset(s);
	return good;
}

bool sheet_items(struct db *db, int64_t questionnaire, struct arena *arena,
		 struct item **items, size_t *count, struct err *err)
{
	struct select select = { .kind = &item_kind,
				 .parent = "questionnaire",
				 .parent_id = questionnaire };
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_FIRST, 0, ITEMS_MOST, arena, &rows, err))
		return false;
	*items = rows.rows;
	*count = rows.count;
	return true;
}

static void read_number(struct stmt *s, void *row, struct arena *arena)
{
	(void)arena;
	*(int64_t *)row = stmt_int(s, 0);
}

/* Of three digits while half of these are free, then of more. */
bool sheet_numbers(struct db *db, const struct sheet *sheet, size_t count,
		   struct arena *arena, int64_t **out, struct err *err)
{
	struct row_list list = { .size = sizeof(int64_t), .read = read_number };
	struct stmt *s;

	if (!stmt_get(db,
		      "WITH RECURSIVE taken (number) AS ("
		      "  SELECT number FROM sheets WHERE programme = :programme"
		      "     AND questionnaire = :questionnaire),"
		      " some (half) AS (SELECT count(*) + :count FROM taken),"
		      " most (number) AS (SELECT CASE WHEN half < 500 THEN 999"
		      "    WHEN half < 5000 THEN 9999 ELSE 100000 END FROM some),"
		      " n (i) AS (SELECT 1 UNION ALL"
		      "  SELECT i + 1 FROM n WHERE i < (SELECT number FROM most))"
		      "SELECT i FROM n WHERE i NOT IN taken"
		      " ORDER BY random() LIMIT :count",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", sheet->programme);
	stmt_bind_int(s, ":questionnaire", sheet->questionnaire);
	stmt_bind_int(s, ":count", (int64_t)count);
	if (!rows_collect(&list, s, arena, err))
		return false;
	if (list.count < count)
		return err_set(
			err, ERR_CONFLICT,
			_("There are no numbers left for sheets of this questionnaire."));
	*out = (int64_t *)list.rows;
	return true;
}

bool sheet_next_number(struct db *db, int64_t programme, int64_t questionnaire,
		       int64_t *number, struct err *err)
{
	const struct sheet sheet = { .programme = programme,
				     .questionnaire = questionnaire };
	struct arena arena = { 0 };
	int64_t *drawn;
	bool good = sheet_numbers(db, &sheet, 1, &arena, &drawn, err);

	if (good)
		*number = drawn[0];
	arena_done(&arena);
	return good;
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

bool sheet_load(struct db *db, struct sheet *sheet, const struct item *items,
		size_t count, struct arena *arena, struct sheet_answer *answers,
		struct err *err)
{
	int64_t id = 0;

	for (size_t i = 0; i < count; i++)
		answers[i] = answer_blank();
	if (!record_find(db, &sheet_kind, sheet, &id, err) ||
	    (id != 0 && !record_load(db, &sheet_kind, id, sheet, arena, err)))
		return false;
	for (size_t i = 0; id != 0 && i < count; i++) {
		struct answer answer;
		int64_t found = 0;

		if (!load_answer(db, id, items[i].id, arena, &answer, &found, err))
			return false;
		answers[i] = (struct sheet_answer){ answer.value, answer.text };
	}
	sheet->id = id;
	return true;
}

/* What is stored for one item, what was seen of it, and what is typed. */
struct saving {
	struct db *db;
	int64_t sheet;
	const struct item *item;
	const struct sheet_answer *seen, *typed;
};

static bool write_answer(const struct saving *s, struct arena *arena, struct err *err)
{
	struct answer old, now;
	int64_t id = 0;

	if (!load_answer(s->db, s->sheet, s->item->id, arena, &old, &id, err))
		return false;
	if (id == 0 && !answer_is_blank(s->seen))
		return err_set(
			err, ERR_CONFLICT,
			_("Question %d: somebody else removed this answer meanwhile. "
			  "Nothing was saved. Open the sheet again."),
			(int)s->item->number);
	old.value = s->seen->value;
	old.text = s->seen->text;
	now = old;
	now.value = s->typed->value;
	now.text = s->typed->text;
	return id != 0 ? record_update(s->db, &answer_kind, &old, &now, err)
		       : record_insert(s->db, &answer_kind, &now, err);
}

static bool save_answer(const struct saving *s, struct err *err)
{
	struct arena arena = { 0 };
	const char *reason = answer_reason(s->item, s->typed, &arena);
	bool good;

	if (reason)
		good = err_set(err, ERR_INPUT, "%s", reason);
	else
		good = answer_equal(s->seen, s->typed) || write_answer(s, &arena, err);
	arena_done(&arena);
	return good;
}

/* Begin the action that stores the sheet; a new one whose number is taken
 * gets another. The name of the action tells the number, so the number is
 * looked for first and looked at again once nobody else can write. */
static bool begin(struct db *db, struct sheet *sheet, struct err *err)
{
	struct arena arena = { 0 };
	bool good = true, taken = true;

	while (good && taken) {
		int64_t id = 0;

		good = action_begin(
			db,
			arena_printf(&arena, _("Feedback sheet %d"), (int)sheet->number),
			err);
		if (!good)
			break;
		good = sheet->id != 0 || record_find(db, &sheet_kind, sheet, &id, err);
		taken = id != 0;
		if (good && taken)
			good = sheet_next_number(db, sheet->programme,
						 sheet->questionnaire, &sheet->number,
						 err);
		if (!good || taken)
			action_rollback(db);
	}
	arena_done(&arena);
	return good;
}

/* Nothing may be written into a sheet that is gone. */
static bool change_sheet(struct db *db, struct sheet *sheet, struct err *err)
{
	struct arena arena = { 0 };
	struct sheet was;
	bool good = record_load(db, &sheet_kind, sheet->id, &was, &arena, err) &&
		    (record_equal(&sheet_kind, &was, sheet) ||
		     record_update(db, &sheet_kind, &was, sheet, err));

	arena_done(&arena);
	return good;
}

bool sheet_save(struct db *db, struct sheet *sheet, const struct item *items,
		size_t count, const struct sheet_answer *seen,
		const struct sheet_answer *answers, struct err *err)
{
	struct sheet now = *sheet;
	bool good;

	if (!sheet_is_sound(db, sheet, err) || !begin(db, &now, err))
		return false;
	good = now.id != 0 ? change_sheet(db, &now, err)
			   : record_insert(db, &sheet_kind, &now, err) &&
				     sheet_follow(db, NULL, &now, err);
	for (size_t i = 0; good && i < count; i++) {
		struct saving one = { db, now.id, &items[i], &seen[i], &answers[i] };

		good = save_answer(&one, err);
	}
	if (!good)
		action_rollback(db);
	else if ((good = action_commit(db, err)))
		*sheet = now;
	return good;
}
