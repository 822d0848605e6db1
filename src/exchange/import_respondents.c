#include "import_respondents.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "domain/office.h"
#include "domain/reference.h"
#include "domain/survey_answer.h"
#include "import_work.h"

enum { NAMED_MOST = 20 };

enum whose { ANY_RATER, SELF, SUPERIOR };

static enum whose whose(const struct need *of)
{
	return strcmp(of->rater, "self") == 0 ? SELF : SUPERIOR;
}

/* One number for the survey, the person and the rater. */
static int64_t key_of(const struct need *of, enum whose rater)
{
	uint64_t key = (uint64_t)of->survey * UINT64_C(0x9e3779b97f4a7c15);

	key = (key ^ key >> 29 ^ (uint64_t)of->person) * UINT64_C(0xbf58476d1ce4e5b9);
	key = (key ^ key >> 32 ^ (uint64_t)rater) * UINT64_C(0x94d049bb133111eb);
	return (int64_t)(key >> 1) + 1;
}

/* Is it the first of its key? Then its line is remembered. */
static bool is_first(struct import *im, struct seen *seen, int64_t key)
{
	bool first;

	seen->arena = im->arena;
	first = seen_line(seen, key) == 0;
	if (first)
		seen_add(seen, key, im->csv.line);
	return first;
}

static bool name_outsider(struct import *im, const struct need *of, struct err *err)
{
	struct import_result *r = im->result;
	const char *name = "";

	if (++r->outside > NAMED_MOST + 1)
		return true;
	if (r->outside > NAMED_MOST)
		name = "…";
	else if (!reference_label(im->db, &person_kind, of->person, &im->row, &name, err))
		return false;
	else
		/* TRANSLATORS: a person, and the line of the file */
		name = arena_printf(&im->row, _("%s (line %zu)"), name, im->csv.line);
	r->outsiders = arena_printf(im->arena, "%s%s%s", r->outsiders,
				    r->outside > 1 ? ", " : "", name);
	return true;
}

static bool check_asked(struct import *im, const struct need *of, struct err *err)
{
	struct respondents *all = &im->respondents;
	struct survey_scope scope = { .units = 0 };
	int64_t asked = 1;

	if (all->survey != of->survey) {
		if (!survey_scope(im->db, of->survey, &scope, err))
			return false;
		all->survey = of->survey;
		all->units = scope.units;
	}
	if (all->units == 0)
		return true;
	return survey_is_asked(im->db, of->survey, of->person, &asked, err) &&
	       (asked != 0 || name_outsider(im, of, err));
}

bool respondents_add(struct import *im, const struct need *of, size_t answers,
		     struct err *err)
{
	struct respondents *all = &im->respondents;

	im->result->answers += answers;
	im->result->respondents += is_first(im, &all->sheets, key_of(of, whose(of)));
	return !is_first(im, &all->people, key_of(of, ANY_RATER)) ||
	       check_asked(im, of, err);
}

bool respondents_add_row(struct import *im, const void *said, struct err *err)
{
	const struct need *need = said;
	const struct response *response = said;
	struct need of = { .survey = 0 };

	if (im->kind == &need_kind)
		return respondents_add(im, need, 1, err);
	if (im->kind != &response_kind)
		return true;
	of.survey = response->survey;
	of.person = response->person;
	of.rater = response->rater;
	return respondents_add(im, &of, 0, err);
}
