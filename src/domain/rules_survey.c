#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/competency.h"
#include "domain/save.h"
#include "domain/survey.h"
#include "query.h"
#include "rules.h"

bool survey_complete(struct db *db, void *record, struct arena *arena)
{
	struct survey *s = record;

	(void)db;
	(void)arena;
	if (s->year == NUMBER_NONE)
		s->year = date_year(date_is_set(s->opens) ? s->opens : clock_today());
	if (*s->raters == '\0')
		s->raters = "both";
	if (*s->status == '\0')
		s->status = "open";
	return true;
}

void survey_check(struct db *db, const void *old, const void *record,
		  struct problems *problems)
{
	const struct survey *s = record;

	(void)db;
	(void)old;
	if (date_is_set(s->opens) && date_is_set(s->closes) &&
	    date_compare(s->closes, s->opens) < 0)
		problem_add(
			problems, "closes",
			_("A survey closes after it opens. Correct one of the days."));
}

bool survey_competency_complete(struct db *db, void *record, struct arena *arena)
{
	struct survey_competency *c = record;

	(void)arena;
	if (c->number == NUMBER_NONE)
		c->number = 1 + answer_one(db,
					   "SELECT max(number) FROM survey_competencies"
					   " WHERE survey = :a",
					   c->survey);
	return true;
}

/* The next one stands behind the one that it is like. */
bool survey_competency_like(struct db *db, void *record, struct arena *arena,
			    struct err *err)
{
	(void)db;
	(void)arena;
	(void)err;
	((struct survey_competency *)record)->number = NUMBER_NONE;
	return true;
}

bool survey_current(struct db *db, int64_t *id, struct err *err)
{
	return query_one(db,
			 "SELECT id FROM surveys"
			 " ORDER BY status = 'open' DESC, year DESC, id DESC LIMIT :a",
			 1, id, err);
}

bool survey_assumed(struct db *db, int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	struct survey survey;
	bool good;

	if (!survey_current(db, id, err) || *id != 0)
		return *id != 0;
	record_init(&survey_kind, &survey);
	survey.year = date_year(clock_today());
	survey.code = arena_printf(&arena, "AKPK%d", (int)(survey.year % 100));
	survey.title = arena_printf(&arena, "AKPK %d", (int)survey.year);
	good = record_put(db, &survey_kind, NULL, &survey, &arena, err);
	if (good)
		*id = survey.id;
	arena_done(&arena);
	return good;
}

bool survey_asks_superiors(const struct survey *survey)
{
	return strcmp(survey->raters, "self") != 0;
}

bool survey_is_open(const struct survey *survey, struct date today)
{
	return strcmp(survey->status, "open") == 0 &&
	       (!date_is_set(survey->opens) || date_compare(today, survey->opens) >= 0) &&
	       (!date_is_set(survey->closes) || date_compare(today, survey->closes) <= 0);
}

bool need_assume(struct db *db, void *record, struct err *err)
{
	return survey_assumed(db, &((struct need *)record)->survey, err);
}

bool response_assume(struct db *db, void *record, struct err *err)
{
	return survey_assumed(db, &((struct response *)record)->survey, err);
}

bool decision_assume(struct db *db, void *record, struct err *err)
{
	return survey_assumed(db, &((struct decision *)record)->survey, err);
}

static void check_closed(struct db *db, int64_t survey, struct problems *problems)
{
	if (answer_one(db, "SELECT status = 'closed' FROM surveys WHERE id = :a", survey))
		problem_add(problems, "survey",
			    _("The survey is closed. Set its status to open first."));
}

void need_check(struct db *db, const void *old, const void *record,
		struct problems *problems)
{
	(void)old;
	check_closed(db, ((const struct need *)record)->survey, problems);
}

void response_check(struct db *db, const void *old, const void *record,
		    struct problems *problems)
{
	(void)old;
	check_closed(db, ((const struct response *)record)->survey, problems);
}

void decision_check(struct db *db, const void *old, const void *record,
		    struct problems *problems)
{
	const struct decision *d = record;

	(void)db;
	(void)old;
	if (strcmp(d->training, "no") == 0 && *d->form != '\0')
		problem_warn(problems, "form",
			     _("Training does not solve it, so no form of learning is "
			       "needed."));
}
