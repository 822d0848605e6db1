#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/clash.h"
#include "domain/design.h"
#include "domain/improve.h"
#include "domain/lesson_time.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/revision.h"
#include "query.h"
#include "rules.h"
#include "store/record.h"

bool programme_complete(struct db *db, void *record, struct arena *arena)
{
	struct programme *p = record;

	(void)db;
	(void)arena;
	if (p->year == NUMBER_NONE)
		p->year = date_year(date_is_set(p->starts) ? p->starts : clock_today());
	if (*p->status == '\0')
		p->status = "draft";
	return true;
}

/* A programme that continues no series begins one of its own. */
bool programme_prepare(struct db *db, void *record, struct arena *arena, struct err *err)
{
	struct programme *p = record;
	struct design design;
	struct revision revision;
	int64_t id = 0;

	if (p->revision != 0)
		return true;
	record_init(&design_kind, &design);
	design.code = p->code;
	design.title = p->title;
	record_derive(&design_kind, &design, arena);
	if (!record_find(db, &design_kind, &design, &id, err))
		return false;
	if (id != 0)
		return revision_newest(db, id, &p->revision, err);
	if (!record_insert(db, &design_kind, &design, err))
		return false;
	record_init(&revision_kind, &revision);
	revision.design = design.id;
	revision.number = 1;
	revision.made = clock_today();
	revision.reason = _("First revision");
	if (!record_insert(db, &revision_kind, &revision, err))
		return false;
	p->revision = revision.id;
	return true;
}

/* Who cancels a programme says why; a list of old programmes may not. */
static void check_cancel_reason(const struct programme *old, struct problems *problems)
{
	if (old)
		problem_add(problems, "cancel_reason",
			    _("Say why the programme is cancelled."));
	else
		problem_warn(problems, "cancel_reason",
			     _("Say why the programme is cancelled."));
}

static void check_status(const struct programme *old, const struct programme *p,
			 struct problems *problems)
{
	struct arena *arena = problems->arena;

	if (strcmp(p->status, "cancelled") == 0 && *p->cancel_reason == '\0')
		check_cancel_reason(old, problems);
	if (!old || strcmp(old->status, p->status) == 0 ||
	    !choice_find(programme_status_choices, p->status) ||
	    programme_step_allowed(old->status, p->status))
		return;
	problem_add(problems, "status", _("Status: from %s the next step is: %s."),
		    _(choice_find(programme_status_choices, old->status)->label),
		    programme_next_steps(arena, old->status));
}

int64_t programme_test_most(const struct programme *p)
{
	return p->test_most == NUMBER_NONE ? TEST_MOST_USUAL : p->test_most;
}

/* The maximum of the tests is not put below a score that was given. */
static void check_test_most(struct db *db, const struct programme *p,
			    struct problems *problems)
{
	int64_t highest =
		p->id ? answer_one(db,
				   "SELECT max(max(coalesce(pre, 0), coalesce(post, 0)))"
				   "  FROM scores WHERE programme = :a",
				   p->id)
		      : 0;

	if (highest > programme_test_most(p))
		problem_add(problems, "test_most",
			    _("There is a score of %s already. Correct it first."),
			    number_hundredths(problems->arena, highest, number_mark()));
}

/* A run that begins while actions of the one before are open. */
static void check_waiting(struct db *db, const struct programme *old,
			  const struct programme *now, struct problems *problems)
{
	struct waiting waiting = { 0, 0 };
	struct err ignored = { 0 };

	if (!old || strcmp(old->status, now->status) == 0 ||
	    (strcmp(now->status, "open") != 0 && strcmp(now->status, "running") != 0) ||
	    !improvement_waiting(db, now->id, &waiting, &ignored) || waiting.actions == 0)
		return;
	problem_warn(
		problems, "status",
		P_("%d action of the run before is still open. Do it, or waive it with "
		   "a reason.",
		   "%d actions of the run before are still open. Do them, or waive "
		   "them with a reason.",
		   (size_t)waiting.actions),
		(int)waiting.actions);
}

void programme_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct programme *p = record;
	int64_t taken;

	check_status(old, p, problems);
	check_test_most(db, p, problems);
	programme_rubric_check(db, old, p, problems);
	check_waiting(db, old, p, problems);
	if (date_is_set(p->starts) && date_is_set(p->ends) &&
	    date_compare(p->ends, p->starts) < 0)
		problem_add(problems, "ends",
			    _("The programme ends before it starts. Change one of the "
			      "dates."));
	if (date_is_set(p->starts) && p->year != NUMBER_NONE &&
	    date_year(p->starts) != p->year)
		problem_warn(problems, "year",
			     _("The programme starts in %d. Compare year and date."),
			     date_year(p->starts));
	taken = p->id ? programme_taken(db, p->id) : 0;
	if (p->capacity != NUMBER_NONE && taken > p->capacity)
		problem_warn(problems, "capacity",
			     _("%d participants are in, more than the capacity."),
			     (int)taken);
}

bool session_complete(struct db *db, void *record, struct arena *arena)
{
	struct session *s = record;
	struct lesson l = { s->starts, s->ends, s->jp };

	if (s->number == NUMBER_NONE)
		s->number = 1 + answer_one(db,
					   "SELECT max(number) FROM sessions"
					   " WHERE programme = :a",
					   s->programme);
	lesson_fill(&l, arena);
	s->ends = l.ends;
	s->jp = l.jp;
	return true;
}

static void check_session_date(struct db *db, const struct session *s,
			       struct problems *problems)
{
	struct arena arena = { 0 };
	struct err ignored = { 0 };
	struct programme p;

	if (record_load(db, &programme_kind, s->programme, &p, &arena, &ignored) &&
	    ((date_is_set(p.starts) && date_compare(s->date, p.starts) < 0) ||
	     (date_is_set(p.ends) && date_compare(s->date, p.ends) > 0)))
		problem_warn(problems, "date",
			     _("The session lies outside the dates of the programme."));
	arena_done(&arena);
}

void session_check(struct db *db, const void *old, const void *record,
		   struct problems *problems)
{
	const struct session *s = record;

	(void)old;
	clash_warn(db, s, problems);
	lesson_check(&(struct lesson){ s->starts, s->ends, s->jp }, problems);
	if (date_is_set(s->date))
		check_session_date(db, s, problems);
}
