#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/assessment.h"
#include "domain/programme.h"
#include "query.h"
#include "rules.h"
#include "store/record.h"

/* The programme that the assessment :a belongs to. */
#define PROGRAMME_OF_ASSESSMENT                 \
	"SELECT g.programme FROM assessments s" \
	"  JOIN projects j ON j.id = s.project" \
	"  JOIN groups g ON g.id = j.\"group\" WHERE s.id = :a"

bool rubric_complete(struct db *db, void *record, struct arena *arena)
{
	struct rubric *r = record;

	(void)db;
	(void)arena;
	if (*r->title == '\0')
		r->title = r->code;
	return true;
}

bool criterion_complete(struct db *db, void *record, struct arena *arena)
{
	struct criterion *c = record;

	(void)arena;
	if (c->number == NUMBER_NONE)
		c->number = 1 + answer_one(db,
					   "SELECT max(number) FROM criteria"
					   " WHERE rubric = :a",
					   c->rubric);
	return true;
}

/* How many levels were given for the criteria of the rubric :a. */
#define SCORES_WITH                                                \
	"SELECT count(*) FROM criteria c JOIN assessment_scores s" \
	"    ON s.criterion = c.id WHERE c.rubric = :a AND s.level IS NOT NULL"

static int64_t scores_with(struct db *db, int64_t rubric)
{
	return answer_one(db, SCORES_WITH, rubric);
}

static const char *scores_exist(void)
{
	return _("Scores were given with this rubric. Duplicate the rubric and change "
		 "the copy.");
}

/* What was scored stays what it was scored by. */
static void check_pinned(struct db *db, const struct criterion *old,
			 const struct criterion *now, struct problems *problems)
{
	static const char *const pinned[] = { "rubric", "text",	  "weight", "level1",
					      "level2", "level3", "level4" };

	if (!old && scores_with(db, now->rubric) > 0)
		problem_add(problems, "text", "%s", scores_exist());
	if (!old || (scores_with(db, old->rubric) == 0 &&
		     (old->rubric == now->rubric || scores_with(db, now->rubric) == 0)))
		return;
	for (size_t i = 0; i < sizeof pinned / sizeof *pinned; i++) {
		if (!field_equal(kind_field(&criterion_kind, pinned[i]), old, now))
			problem_add(problems, pinned[i], "%s", scores_exist());
	}
}

/* Told after the weights, which matter more. */
static void check_levels(const struct criterion *c, struct problems *problems)
{
	static const char *const fields[] = { "level1", "level2", "level3", "level4" };

	for (int64_t level = 1; level <= RUBRIC_LEVELS; level++) {
		if (*level_text(c, level) == '\0')
			problem_warn(problems, fields[level - 1],
				     _("Say what level %d looks like, so that assessors "
				       "mean the same by it."),
				     (int)level);
	}
}

void criterion_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct criterion *c = record;
	int64_t sum;

	check_pinned(db, old, c, problems);
	sum = (c->weight == NUMBER_NONE ? 0 : c->weight) +
	      answer_two(db,
			 "SELECT sum(weight) FROM criteria"
			 " WHERE rubric = :a AND id <> :b",
			 c->rubric, c->id);
	if (sum != RUBRIC_WHOLE)
		problem_warn(problems, "weight",
			     _("The weights sum to %s percent so far. The rubric can be "
			       "used once they sum to 100."),
			     number_hundredths(problems->arena, sum, number_mark()));
	check_levels(c, problems);
}

bool criterion_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct criterion *c = old;
	int64_t scores = 0;

	if (now)
		return true;
	if (!query_one(db, SCORES_WITH, c->rubric, &scores, err))
		return false;
	return scores == 0 || err_set(err, ERR_CONFLICT, "%s", scores_exist());
}

bool assessment_complete(struct db *db, void *record, struct arena *arena)
{
	struct assessment *a = record;

	(void)db;
	(void)arena;
	if (!date_is_set(a->day))
		a->day = clock_today();
	return true;
}

bool assessor_is_name(const char *text)
{
	while (*text != '\0' && !isalpha((unsigned char)*text) &&
	       (unsigned char)*text < 0x80)
		text++;
	return *text != '\0';
}

void assessment_check(struct db *db, const void *old, const void *record,
		      struct problems *problems)
{
	const struct assessment *a = record, *was = old;

	(void)db;
	if (!assessor_is_name(a->assessor) &&
	    (!was || strcmp(was->assessor, a->assessor) != 0))
		problem_add(problems, "assessor",
			    _("'%s' is no name. Type the name of who assesses."),
			    a->assessor);
	if (date_is_set(a->day) && date_compare(a->day, clock_today()) > 0)
		problem_add(problems, "day",
			    _("This day is still to come. Type the day of the "
			      "assessment."));
}

void assessment_score_check(struct db *db, const void *old, const void *record,
			    struct problems *problems)
{
	const struct assessment_score *s = record;
	int64_t rubric, named, sum;

	(void)old;
	rubric =
		answer_one(db, "SELECT rubric FROM criteria WHERE id = :a", s->criterion);
	named = answer_one(db,
			   "SELECT rubric FROM programmes"
			   " WHERE id = (" PROGRAMME_OF_ASSESSMENT ")",
			   s->assessment);
	if (named != 0 && named != rubric)
		problem_add(problems, "criterion",
			    _("The programme is assessed with another rubric. Take a "
			      "criterion of that one."));
	sum = answer_one(db, "SELECT sum(weight) FROM criteria WHERE rubric = :a",
			 rubric);
	if (rubric != 0 && sum != RUBRIC_WHOLE)
		problem_add(problems, "criterion",
			    _("The weights of the rubric sum to %s percent, not to 100. "
			      "Change them first."),
			    number_hundredths(problems->arena, sum, number_mark()));
}

/* A score shows which rubric is used: the programme names it where it names
 * none. */
bool assessment_score_follow(struct db *db, const void *old, const void *now,
			     struct err *err)
{
	const struct assessment_score *s = now;
	struct arena arena = { 0 };
	struct programme before, named;
	int64_t programme = 0;
	bool good;

	if (old || !s)
		return true;
	if (!query_one(db, PROGRAMME_OF_ASSESSMENT, s->assessment, &programme, err) ||
	    programme == 0)
		return programme != 0;
	good = record_load(db, &programme_kind, programme, &before, &arena, err);
	if (good && before.rubric == 0) {
		named = before;
		good = query_one(db, "SELECT rubric FROM criteria WHERE id = :a",
				 s->criterion, &named.rubric, err) &&
		       record_update(db, &programme_kind, &before, &named, err);
	}
	arena_done(&arena);
	return good;
}

void peer_rating_check(struct db *db, const void *old, const void *record,
		       struct problems *problems)
{
	static const char in_group[] = "SELECT count(*) FROM members"
				       " WHERE \"group\" = :a AND person = :b";
	const struct peer_rating *r = record;

	(void)old;
	if (answer_two(db, in_group, r->group, r->rater) == 0)
		problem_add(problems, "rater",
			    _("Only members of the group rate each other."));
	if (answer_two(db, in_group, r->group, r->rated) == 0)
		problem_add(problems, "rated", _("Only members of the group are rated."));
}

void programme_rubric_check(struct db *db, const void *old, const void *record,
			    struct problems *problems)
{
	const struct programme *before = old, *p = record;
	int64_t sum;

	if (before && before->rubric != 0 && before->rubric != p->rubric &&
	    answer_one(db,
		       "SELECT count(*) FROM assessment_scores s"
		       "  JOIN assessments a ON a.id = s.assessment"
		       "  JOIN projects j ON j.id = a.project"
		       "  JOIN groups g ON g.id = j.\"group\""
		       " WHERE g.programme = :a AND s.level IS NOT NULL",
		       p->id) > 0)
		problem_add(problems, "rubric",
			    _("Projects of this programme have scores by its rubric. "
			      "Delete those assessments first, or keep the rubric."));
	if (p->rubric == 0 || (before && before->rubric == p->rubric))
		return;
	sum = answer_one(db, "SELECT sum(weight) FROM criteria WHERE rubric = :a",
			 p->rubric);
	if (sum != RUBRIC_WHOLE)
		problem_warn(
			problems, "rubric",
			_("The weights of this rubric sum to %s percent. Nothing can "
			  "be scored until they sum to 100."),
			number_hundredths(problems->arena, sum, number_mark()));
}
