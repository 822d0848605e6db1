#include "domain/survey_answer.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/nip.h"
#include "base/number.h"
#include "query.h"
#include "rows.h"
#include "store/record.h"
#include "survey_sql.h"

/* A statement that gives one id for a text; 0 where it gives none. */
static bool id_of(struct db *db, const char *sql, const char *text, int64_t *id,
		  struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_text(s, ":text", text);
	step = stmt_step(s, err);
	*id = step == STMT_ROW ? stmt_int(s, 0) : 0;
	stmt_reset(s);
	return step != STMT_FAILED;
}

bool survey_by_code(struct db *db, const char *code, int64_t *id, struct err *err)
{
	return id_of(db,
		     "SELECT id FROM surveys WHERE code = :text COLLATE NOCASE"
		     " ORDER BY code = :text DESC, id LIMIT 1",
		     code, id, err);
}

static bool is_later(struct date day, struct date today)
{
	return date_is_set(day) && date_compare(day, today) > 0;
}

static bool refuse_draft(const struct survey *survey, struct date today, struct err *err)
{
	struct arena arena = { 0 };

	if (is_later(survey->opens, today))
		err_set(err, ERR_INPUT,
			_("The survey %s is a draft and is to open on %s. Set its "
			  "status to open before people answer it."),
			survey->code, date_to_long(&arena, survey->opens));
	else
		err_set(err, ERR_INPUT,
			_("The survey %s is a draft. Set its status to open before "
			  "people answer it."),
			survey->code);
	arena_done(&arena);
	return false;
}

static bool refuse_closed(const struct survey *survey, struct date today, struct err *err)
{
	struct arena arena = { 0 };

	if (date_is_set(survey->closes) && !is_later(survey->closes, today))
		err_set(err, ERR_INPUT,
			_("The survey %s closed on %s and takes no more answers. Set its "
			  "status to open and change the day it closes first."),
			survey->code, date_to_long(&arena, survey->closes));
	else
		err_set(err, ERR_INPUT,
			_("The survey %s is closed and takes no more answers. Set its "
			  "status to open first."),
			survey->code);
	arena_done(&arena);
	return false;
}

bool survey_takes_answers(const struct survey *survey, struct date today, struct err *err)
{
	struct arena arena = { 0 };

	if (survey_is_open(survey, today))
		return true;
	if (strcmp(survey->status, "draft") == 0)
		return refuse_draft(survey, today, err);
	if (strcmp(survey->status, "closed") == 0)
		return refuse_closed(survey, today, err);
	if (is_later(survey->opens, today))
		err_set(err, ERR_INPUT,
			_("The survey %s opens on %s. Change the day it opens, or come "
			  "back then."),
			survey->code, date_to_long(&arena, survey->opens));
	else
		err_set(err, ERR_INPUT,
			_("The survey %s closed on %s. Change the day it closes to take "
			  "more answers."),
			survey->code, date_to_long(&arena, survey->closes));
	arena_done(&arena);
	return false;
}

bool survey_is_asked(struct db *db, int64_t survey, int64_t person, int64_t *asked,
		     struct err *err)
{
	return query_two(db,
			 "WITH RECURSIVE" SURVEY_UNITS(
				 ":a") " SELECT count(*) FROM persons"
				       "  WHERE id = :b AND " SURVEY_ASKS_UNIT("unit"),
			 survey, person, asked, err);
}

static bool answered(struct db *db, const struct response *of, struct arena *arena,
		     bool *out, struct err *err)
{
	struct survey_sheet sheet = { .response = *of };

	if (!survey_sheet_load(db, arena, &sheet, err))
		return false;
	*out = sheet.stored;
	return true;
}

static bool may_answer(struct db *db, const struct response *of, const char *name,
		       struct err *err)
{
	struct arena arena = { 0 };
	bool stored = false;
	int64_t asked = 0;
	bool good = survey_is_asked(db, of->survey, of->person, &asked, err) &&
		    answered(db, of, &arena, &stored, err);

	arena_done(&arena);
	if (!good)
		return false;
	if (asked == 0)
		return err_set(err, ERR_INPUT,
			       _("%s belongs to a unit that this survey does not ask. "
				 "Tell the training staff if that is not right."),
			       name);
	return !stored || err_set(err, ERR_CONFLICT,
				  _("The answers about %s are handed in already. Thank "
				    "you; ask the training staff to change them."),
				  name);
}

bool survey_person(struct db *db, const struct response *of, const char *nip,
		   struct arena *arena, struct person *out, struct err *err)
{
	struct response whose = *of;
	enum nip_verdict verdict;
	struct person found;
	struct nip parsed;

	verdict = nip_parse(nip, &parsed);
	if (verdict != NIP_OK)
		return err_set(err, ERR_INPUT, "%s", nip_reason(verdict));
	if (!id_of(db, "SELECT id FROM persons WHERE nip = :text LIMIT 1", parsed.digits,
		   &whose.person, err))
		return false;
	if (whose.person == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("There is nobody with the NIP %s. Compare it with your "
				 "card, or ask the training staff to add you."),
			       parsed.digits);
	if (!record_load(db, &person_kind, whose.person, &found, arena, err) ||
	    !may_answer(db, &whose, found.name, err))
		return false;
	*out = found;
	return true;
}

bool survey_level_texts(struct db *db, int64_t competency, struct arena *arena,
			const char *texts[COMPETENCY_LEVELS], bool *described,
			struct err *err)
{
	/* Names of the levels: Permen PANRB 38/2017, annex. */
	static const char *const names[COMPETENCY_LEVELS] = {
		N_("Aware, still developing"), N_("Basic"), N_("Intermediate"),
		N_("Advanced"), N_("Expert")
	};
	enum stmt_step step;
	struct stmt *s;

	*described = false;
	for (int i = 0; i < COMPETENCY_LEVELS; i++)
		texts[i] = _(names[i]);
	if (!stmt_get(db,
		      "SELECT level, text FROM competency_levels"
		      " WHERE competency = :competency",
		      &s, err))
		return false;
	stmt_bind_int(s, ":competency", competency);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		texts[stmt_int(s, 0) - 1] = stmt_text(s, 1, arena);
		*described = true;
	}
	stmt_reset(s);
	return step == STMT_DONE;
}

static void read_asked(struct stmt *s, void *row, struct arena *arena)
{
	*(struct survey_asked *)row = (struct survey_asked){
		.competency = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
	};
}

bool survey_asked_list(struct db *db, int64_t survey, struct arena *arena,
		       struct survey_asked **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct survey_asked),
				 .read = read_asked };
	struct stmt *s;

	if (!stmt_get(db,
		      "WITH" SURVEY_ASKED(":survey") " SELECT c.id, c.code, c.name"
						     "   FROM asked a JOIN competencies "
						     "c ON c.id = a.competency"
						     "  ORDER BY a.number, c.code",
		      &s, err))
		return false;
	stmt_bind_int(s, ":survey", survey);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct survey_asked *)list.rows;
	*count = list.count;
	return true;
}

static bool is_blank(const struct survey_sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		if (sheet->answers[i].level != NUMBER_NONE)
			return false;
	}
	return response_is_blank(&sheet->response);
}

static bool same_questions(const struct survey_sheet *a, const struct survey_sheet *b)
{
	for (size_t i = 0; a->count == b->count && i < a->count; i++) {
		if (a->answers[i].competency != b->answers[i].competency)
			return false;
	}
	return a->count == b->count;
}

/* What the sheet was before anybody answered. */
static bool load_before(struct db *db, const struct survey_sheet *sheet,
			struct date today, struct arena *arena, struct survey_sheet *out,
			struct err *err)
{
	struct survey survey;
	struct person person;

	out->response = sheet->response;
	return record_load(db, &survey_kind, sheet->response.survey, &survey, arena,
			   err) &&
	       survey_takes_answers(&survey, today, err) &&
	       record_load(db, &person_kind, sheet->response.person, &person, arena,
			   err) &&
	       may_answer(db, &sheet->response, person.name, err) &&
	       survey_sheet_load(db, arena, out, err);
}

bool survey_hand_in(struct db *db, const struct survey_sheet *sheet, struct date today,
		    struct err *err)
{
	struct survey_sheet before = { .count = 0 };
	struct arena arena = { 0 };
	bool good;

	if (is_blank(sheet))
		return err_set(err, ERR_INPUT,
			       _("Nothing is answered yet. Go back with Backspace and "
				 "answer at least one question."));
	good = load_before(db, sheet, today, &arena, &before, err);
	if (good && !same_questions(&before, sheet))
		good = err_set(err, ERR_CONFLICT,
			       _("The questions of the survey were changed meanwhile. "
				 "Nothing was saved; please begin again."));
	good = good && survey_sheet_save(db, &before, sheet, err);
	arena_done(&arena);
	return good;
}
