#include "domain/respondent.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/lists.h"
#include "domain/programme.h"
#include "query.h"
#include "rules.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

enum { TRIES_MOST = 10000 };

static const struct sheet_answer *answers_of(const struct respondent_sheets *of, size_t i)
{
	return of->answers + i * of->item_count;
}

static bool is_blank(const struct respondent_sheets *of, size_t i)
{
	for (size_t k = 0; k < of->item_count; k++) {
		if (!answer_is_blank(&answers_of(of, i)[k]))
			return false;
	}
	return true;
}

/* A number that no sheet of the programme and questionnaire has. */
static bool draw_number(struct db *db, struct sheet *sheet, struct err *err)
{
	int64_t taken = 1;

	for (int i = 0; taken != 0 && i < TRIES_MOST; i++) {
		taken = 0;
		if (!query_one(db, "SELECT 10001 + abs(random() % 89999) + 0 * :a", 0,
			       &sheet->number, err) ||
		    !record_find(db, &sheet_kind, sheet, &taken, err))
			return false;
	}
	return taken == 0 ||
	       err_set(err, ERR_CONFLICT,
		       _("There are no numbers left for sheets of this questionnaire."));
}

static bool store_answer(struct db *db, int64_t sheet, const struct item *item,
			 const struct sheet_answer *typed, struct err *err)
{
	struct arena arena = { 0 };
	const char *reason = answer_reason(item, typed, &arena);
	struct answer answer;
	bool good;

	record_init(&answer_kind, &answer);
	answer.sheet = sheet;
	answer.item = item->id;
	answer.value = typed->value;
	answer.text = typed->text;
	good = reason ? err_set(err, ERR_INPUT, "%s", reason)
		      : record_insert(db, &answer_kind, &answer, err);
	arena_done(&arena);
	return good;
}

static bool store_sheet(struct db *db, const struct respondent_sheets *of, size_t i,
			struct err *err)
{
	struct sheet *sheet = &of->sheets[i];
	bool good = sheet_is_sound(db, sheet, err) && draw_number(db, sheet, err) &&
		    record_insert(db, &sheet_kind, sheet, err) &&
		    sheet_follow(db, NULL, sheet, err);

	for (size_t k = 0; good && k < of->item_count; k++) {
		const struct sheet_answer *a = &answers_of(of, i)[k];

		good = answer_is_blank(a) ||
		       store_answer(db, sheet->id, &of->items[k], a, err);
	}
	return good;
}

bool respondent_save(struct db *db, const struct respondent_sheets *of, size_t *stored,
		     struct err *err)
{
	size_t count = 0;
	bool good = true;

	if (!action_begin(db, _("Feedback sheets"), err))
		return false;
	for (size_t i = 0; good && i < of->count; i++) {
		if (is_blank(of, i))
			continue;
		good = store_sheet(db, of, i, err);
		count++;
	}
	if (good && count > 0)
		action_count_only(db, count);
	if (!good)
		action_rollback(db);
	else
		good = action_commit(db, err);
	if (good)
		*stored = count;
	return good;
}

static bool pick(const struct sheet_questionnaire *all, size_t count, const char *code,
		 int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	const char *codes = "";
	bool named = code && *code != '\0';

	for (size_t i = 0; i < count; i++) {
		if (named ? strcmp(text_key(&arena, all[i].code),
				   text_key(&arena, code)) == 0
			  : count == 1)
			*id = all[i].id;
		codes = arena_printf(&arena, "%s%s%s", codes, *codes ? ", " : "",
				     all[i].code);
	}
	if (*id == 0 && count == 0)
		err_set(err, ERR_NOT_FOUND,
			_("The programme has no questionnaire yet. "
			  "Choose one on its page first."));
	else if (*id == 0 && named)
		err_set(err, ERR_NOT_FOUND,
			_("The programme has no questionnaire '%s'. It has: %s."), code,
			codes);
	else if (*id == 0)
		err_set(err, ERR_NOT_FOUND, _("Name one of the questionnaires: %s."),
			codes);
	arena_done(&arena);
	return *id != 0;
}

/* Without a questionnaire it could have been the code of a survey. */
static bool no_programme(const char *programme, const char *code, struct err *err)
{
	if (code && *code != '\0')
		return err_set(
			err, ERR_NOT_FOUND,
			_("There is no programme '%s'. 'bangkom export programmes' "
			  "lists the codes; a survey is named alone."),
			programme);
	return err_set(err, ERR_NOT_FOUND,
		       _("There is neither a survey nor a programme '%s'. 'bangkom "
			 "export surveys' and 'bangkom export programmes' list the "
			 "codes."),
		       programme);
}

bool respondent_questionnaire(struct db *db, const char *programme, const char *code,
			      int64_t *programme_id, int64_t *questionnaire_id,
			      struct err *err)
{
	struct arena arena = { 0 };
	struct programme_row *rows;
	struct sheet_questionnaire *all;
	size_t count = 0;
	int64_t id = 0;
	bool good;

	good = programme_list(db, programme, &arena, &rows, &count, err);
	if (!good && err->code == ERR_NOT_FOUND)
		no_programme(programme, code, err);
	good = good && sheet_questionnaires(db, rows[0].id, &arena, &all, &count, err) &&
	       pick(all, count, code, &id, err);
	if (good) {
		*programme_id = rows[0].id;
		*questionnaire_id = id;
	}
	arena_done(&arena);
	return good;
}
