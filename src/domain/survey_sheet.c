#include "domain/survey_sheet.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/competency.h"
#include "domain/office.h"
#include "domain/save.h"
#include "rows.h"
#include "store/history.h"
#include "store/record.h"
#include "survey_sql.h"

static void read_answer(struct stmt *s, void *row, struct arena *arena)
{
	*(struct survey_answer *)row = (struct survey_answer){
		.competency = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.level = stmt_number(s, 3),
		.importance = stmt_number(s, 4),
	};
}

static bool load_answers(struct db *db, struct arena *arena, struct survey_sheet *out,
			 struct err *err)
{
	struct row_list list = { .size = sizeof(struct survey_answer),
				 .read = read_answer };
	struct stmt *s;

	if (!stmt_get(
		    db,
		    "WITH" SURVEY_ASKED(
			    ":survey") " SELECT c.id, c.code, c.name, n.level, "
				       "n.importance"
				       "   FROM asked a JOIN competencies c ON c.id = "
				       "a.competency"
				       "   LEFT JOIN needs n ON n.survey = :survey AND "
				       "n.person = :person"
				       "    AND n.competency = c.id AND n.rater = :rater"
				       "  ORDER BY a.number, c.code",
		    &s, err))
		return false;
	stmt_bind_int(s, ":survey", out->response.survey);
	stmt_bind_int(s, ":person", out->response.person);
	stmt_bind_text(s, ":rater", out->response.rater);
	if (!rows_collect(&list, s, arena, err))
		return false;
	out->answers = (struct survey_answer *)list.rows;
	out->count = list.count;
	return true;
}

bool survey_sheet_load(struct db *db, struct arena *arena, struct survey_sheet *out,
		       struct err *err)
{
	struct survey_sheet sheet = { .count = 0 };
	struct survey survey;
	struct person person;
	int64_t id = 0;

	record_init(&response_kind, &sheet.response);
	sheet.response.survey = out->response.survey;
	sheet.response.person = out->response.person;
	sheet.response.rater = out->response.rater;
	if (!record_load(db, &survey_kind, sheet.response.survey, &survey, arena, err) ||
	    !record_load(db, &person_kind, sheet.response.person, &person, arena, err) ||
	    !load_answers(db, arena, &sheet, err) ||
	    !record_find(db, &response_kind, &sheet.response, &id, err) ||
	    (id != 0 &&
	     !record_load(db, &response_kind, id, &sheet.response, arena, err)))
		return false;
	sheet.stored = id != 0;
	for (size_t i = 0; i < sheet.count; i++)
		sheet.stored = sheet.stored || sheet.answers[i].level != NUMBER_NONE;
	*out = sheet;
	return true;
}

struct survey_sheet survey_sheet_copy(const struct survey_sheet *sheet,
				      struct arena *arena)
{
	struct survey_sheet copy = *sheet;

	copy.answers = arena_array(arena, sheet->count + 1, sizeof *copy.answers);
	for (size_t i = 0; i < sheet->count; i++)
		copy.answers[i] = sheet->answers[i];
	return copy;
}

static bool same_answer(const struct survey_answer *a, const struct survey_answer *b)
{
	return a->level == b->level && a->importance == b->importance;
}

bool survey_sheet_equal(const struct survey_sheet *a, const struct survey_sheet *b)
{
	if (!record_equal(&response_kind, &a->response, &b->response))
		return false;
	for (size_t i = 0; i < a->count; i++) {
		if (!same_answer(&a->answers[i], &b->answers[i]))
			return false;
	}
	return true;
}

static bool in_range(int64_t value)
{
	return value == NUMBER_NONE || (value >= 1 && value <= COMPETENCY_LEVELS);
}

static bool check(const struct survey_sheet *now, struct err *err)
{
	for (size_t i = 0; i < now->count; i++) {
		const struct survey_answer *a = &now->answers[i];

		if (!in_range(a->level) || !in_range(a->importance))
			return err_set(err, ERR_INPUT,
				       _("%s: the answers go from 1 to %d. Correct it or "
					 "leave it blank."),
				       a->name, COMPETENCY_LEVELS);
		if (a->level == NUMBER_NONE && a->importance != NUMBER_NONE)
			return err_set(err, ERR_INPUT,
				       _("%s: the importance is keyed in, the mastery is "
					 "not. Key in both, or leave both blank."),
				       a->name);
	}
	return true;
}

/* A closed survey also keeps what would only be taken away. */
static bool may_write(struct db *db, const struct response *of, struct err *err)
{
	struct arena arena = { 0 };
	struct survey survey;
	struct person person;
	bool good = record_load(db, &survey_kind, of->survey, &survey, &arena, err) &&
		    record_load(db, &person_kind, of->person, &person, &arena, err);

	if (good && strcmp(survey.status, "closed") == 0)
		good = err_set(err, ERR_INPUT,
			       _("The survey is closed. Set its status to open first."));
	arena_done(&arena);
	return good;
}

static struct need need_of(const struct response *of, const struct survey_answer *answer,
			   int64_t id)
{
	struct need need;

	record_init(&need_kind, &need);
	need.id = id;
	need.survey = of->survey;
	need.person = of->person;
	need.rater = of->rater;
	need.competency = answer->competency;
	need.level = answer->level;
	need.importance = answer->importance;
	return need;
}

static bool write_answer(struct db *db, const struct response *of,
			 const struct survey_answer *seen,
			 const struct survey_answer *answer, struct err *err)
{
	struct arena arena = { 0 };
	struct need old = need_of(of, seen, 0), now;
	int64_t id = 0;
	bool good = record_find(db, &need_kind, &old, &id, err);

	if (good && (id == 0) != (seen->level == NUMBER_NONE))
		good = err_set(
			err, ERR_CONFLICT,
			_("%s: somebody else changed this answer meanwhile. Nothing was "
			  "saved. Open the sheet again."),
			answer->name);
	old.id = id;
	now = need_of(of, answer, id);
	if (good && answer->level == NUMBER_NONE)
		good = records_remove(db, &need_kind, &id, 1, err);
	else if (good)
		good = record_put(db, &need_kind, id ? &old : NULL, &now, &arena, err);
	arena_done(&arena);
	return good;
}

bool response_is_blank(const struct response *r)
{
	return *r->topics == '\0' && *r->form == '\0' && *r->method == '\0' &&
	       *r->remark == '\0';
}

static bool write_response(struct db *db, const struct response *seen,
			   const struct response *typed, struct err *err)
{
	struct arena arena = { 0 };
	struct response now = *typed;
	bool good;

	now.id = seen->id;
	if (record_equal(&response_kind, seen, &now))
		return true;
	if (response_is_blank(&now))
		return seen->id == 0 ||
		       records_remove(db, &response_kind, &seen->id, 1, err);
	good = record_put(db, &response_kind, seen->id ? seen : NULL, &now, &arena, err);
	arena_done(&arena);
	return good;
}

static bool begin(struct db *db, const struct response *of, struct err *err)
{
	const struct choice *rater = choice_find(rater_choices, of->rater);
	struct arena arena = { 0 };
	struct person person;
	bool good = record_load(db, &person_kind, of->person, &person, &arena, err);

	/* TRANSLATORS: a person and who answered: "Dewi Batubara, self" */
	good = good &&
	       action_begin(db,
			    arena_printf(&arena, _("Survey sheet: %s, %s"), person.name,
					 rater ? _(rater->label) : of->rater),
			    err);
	arena_done(&arena);
	return good;
}

bool survey_sheet_save(struct db *db, const struct survey_sheet *seen,
		       const struct survey_sheet *now, struct err *err)
{
	bool good;

	if (!check(now, err) || !begin(db, &now->response, err))
		return false;
	good = may_write(db, &now->response, err) &&
	       write_response(db, &seen->response, &now->response, err);
	for (size_t i = 0; good && i < now->count; i++)
		good = same_answer(&seen->answers[i], &now->answers[i]) ||
		       write_answer(db, &now->response, &seen->answers[i],
				    &now->answers[i], err);
	return action_end(db, good, err);
}
