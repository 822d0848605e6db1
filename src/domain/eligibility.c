#include "domain/eligibility.h"

#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/programme.h"
#include "enrolled.h"
#include "jp_attended.h"
#include "rows.h"
#include "store/record.h"
#include "store/stmt.h"

enum { PERCENT = 100, WHOLE = 100 * PERCENT };

bool eligibility_rule_of(struct db *db, int64_t programme,
			 const struct settings *settings, struct eligibility_rule *out,
			 struct err *err)
{
	struct arena arena = { 0 };
	struct eligibility_rule rule = { .programme = programme };
	struct programme p;
	struct stmt *s;

	if (!record_load(db, &programme_kind, programme, &p, &arena, err)) {
		arena_done(&arena);
		return false;
	}
	arena_done(&arena);
	rule.attendance = p.least_attendance == NUMBER_NONE
				  ? (int64_t)settings->completion_attendance * PERCENT
				  : p.least_attendance;
	rule.post = p.least_post;
	rule.project = p.project_verdict != 0;
	if (!stmt_get(db,
		      "SELECT count(*), sum(jp) FROM sessions"
		      " WHERE programme = :programme",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (stmt_step(s, err) != STMT_ROW)
		return false;
	rule.sessions = stmt_int(s, 0);
	rule.total = stmt_int(s, 1);
	stmt_reset(s);
	*out = rule;
	return true;
}

/* clang-format off */
/* The marks of each person in the sessions of the programme. */
#define MARKS(who)                                                             \
	"marks AS MATERIALIZED ("                                              \
	" SELECT a.person, count(*) AS n, sum(s.jp) AS recorded,"              \
	"        sum(" JP_ATTENDED ") AS attended,"                            \
	"        count(*) FILTER (WHERE a.state = 'present') AS present,"      \
	"        count(*) FILTER (WHERE a.state = 'late') AS late,"            \
	"        count(*) FILTER (WHERE a.state = 'sick') AS sick,"            \
	"        count(*) FILTER (WHERE a.state = 'excused') AS excused,"      \
	"        count(*) FILTER (WHERE a.state = 'absent') AS absent"         \
	"   FROM sessions s JOIN attendance a ON a.session = s.id"             \
	"  WHERE s.programme = :programme" who " GROUP BY a.person)"

/* The verdicts on the milestones of each project that was not dropped, as enum
 * project_state; the best one of a person's group. */
#define STANDINGS(who)                                                         \
	"standing AS MATERIALIZED ("                                           \
	" SELECT m.person, max(CASE"                                           \
	"   WHEN EXISTS (SELECT 1 FROM milestones k WHERE k.project = j.id"    \
	"        AND k.term = 'short' AND k.verdict = 'below') THEN 0"         \
	"   WHEN EXISTS (SELECT 1 FROM milestones k WHERE k.project = j.id"    \
	"        AND k.term = 'short') THEN 2 - EXISTS"                        \
	"        (SELECT 1 FROM milestones k WHERE k.project = j.id"           \
	"         AND k.term = 'short' AND k.verdict NOT IN ('as', 'above'))"  \
	"   WHEN j.status IN ('done', 'adopted') THEN 2 ELSE 1 END) AS state"  \
	"   FROM groups g JOIN members m ON m.\"group\" = g.id"                \
	"   JOIN projects j ON j.\"group\" = g.id AND j.status <> 'dropped'"   \
	"  WHERE g.programme = :programme" who " GROUP BY m.person)"

#define ELIGIBILITY(marked, member, enrolled)                                  \
	"WITH " MARKS(marked) ", " STANDINGS(member)                           \
	"SELECT e.id, p.id, p.nip, p.name, e.status, e.reason,"                \
	"       marks.present, marks.late, marks.sick, marks.excused,"         \
	"       marks.absent, coalesce(marks.n, 0),"                           \
	"       coalesce(marks.recorded, 0), coalesce(marks.attended, 0),"     \
	"       c.post, coalesce(standing.state, 1)"                           \
	"  FROM enrolments e JOIN persons p ON p.id = e.person"                \
	"  LEFT JOIN marks ON marks.person = e.person"                         \
	"  LEFT JOIN scores c"                                                 \
	"    ON c.programme = e.programme AND c.person = e.person"             \
	"  LEFT JOIN standing ON standing.person = e.person"                   \
	" WHERE e.programme = :programme" enrolled                             \
	" ORDER BY p.search, p.id"

static const char list_sql[] =
	ELIGIBILITY("", "", " AND e.status NOT IN ('waiting', 'declined')");
static const char person_sql[] =
	ELIGIBILITY(" AND a.person = :person", " AND m.person = :person",
		    " AND e.person = :person");
/* Those with a place who missed anything: who was present all the time changes
 * nothing for what can still be reached. */
static const char missed_sql[] =
	"SELECT sum(s.jp), sum(" JP_ATTENDED ")"
	"  FROM sessions s JOIN attendance a INDEXED BY attendance_missed"
	"    ON a.session = s.id"
	" WHERE s.programme = :programme AND (a.state <> 'present' OR a.jp IS NOT NULL)"
	" GROUP BY a.person"
	" HAVING EXISTS (SELECT 1 FROM enrolments e WHERE e.programme = :programme"
	"   AND e.person = a.person AND e.status = 'accepted')";
/* clang-format on */

static void read_one(struct stmt *s, void *row, struct arena *arena)
{
	struct eligibility *e = row;

	*e = (struct eligibility){
		.enrolment = stmt_int(s, 0),
		.person = stmt_int(s, 1),
		.nip = stmt_text(s, 2, arena),
		.name = stmt_text(s, 3, arena),
		.status = stmt_text(s, 4, arena),
		.reason = stmt_text(s, 5, arena),
		.unmarked = -stmt_int(s, 11),
		.recorded = stmt_int(s, 12),
		.attended = stmt_int(s, 13),
		.post = stmt_number(s, 14),
		.project = (enum project_state)stmt_int(s, 15),
	};
	for (int i = 0; i < ATTENDANCE_STATES; i++)
		e->counts[i] = stmt_int(s, 6 + i);
}

static bool collect(struct stmt *s, const struct eligibility_rule *rule,
		    struct arena *arena, struct row_list *list, struct err *err)
{
	*list = (struct row_list){ .size = sizeof(struct eligibility), .read = read_one };
	stmt_bind_int(s, ":programme", rule->programme);
	if (!rows_collect(list, s, arena, err))
		return false;
	for (size_t i = 0; i < list->count; i++) {
		struct eligibility *e = (struct eligibility *)(void *)list->rows + i;

		e->unmarked += rule->sessions;
		e->verdict = eligibility_judge(rule, e);
	}
	return true;
}

bool eligibility_list(struct db *db, const struct eligibility_rule *rule,
		      struct arena *arena, struct eligibility **out, size_t *count,
		      struct err *err)
{
	struct row_list list;
	struct stmt *s;

	if (!stmt_get(db, list_sql, &s, err) || !collect(s, rule, arena, &list, err))
		return false;
	*out = (struct eligibility *)(void *)list.rows;
	*count = list.count;
	return true;
}

bool eligibility_of(struct db *db, const struct eligibility_rule *rule, int64_t person,
		    struct arena *arena, struct eligibility *out, struct err *err)
{
	struct row_list list;
	struct stmt *s;

	if (!stmt_get(db, person_sql, &s, err))
		return false;
	stmt_bind_int(s, ":person", person);
	if (!collect(s, rule, arena, &list, err))
		return false;
	if (list.count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("This person is not in the programme. Enrol the person "
				 "first."));
	*out = *(const struct eligibility *)(const void *)list.rows;
	return true;
}

bool eligibility_sentence(struct db *db, const struct eligibility_rule *rule,
			  int64_t person, struct arena *arena, const char **text,
			  struct err *err)
{
	struct eligibility e;

	if (!eligibility_of(db, rule, person, arena, &e, err))
		return false;
	*text = eligibility_words(rule, &e, arena);
	return true;
}

static enum eligible judge_attendance(const struct eligibility_rule *rule,
				      const struct eligibility *e)
{
	int64_t least = rule->attendance * rule->total;

	if (rule->attendance == 0)
		return ELIGIBLE_YES;
	if (rule->total == 0)
		return ELIGIBLE_NOT_YET;
	if (e->attended * WHOLE >= least)
		return ELIGIBLE_YES;
	return (e->attended + rule->total - e->recorded) * WHOLE >= least
		       ? ELIGIBLE_NOT_YET
		       : ELIGIBLE_NEVER;
}

bool eligibility_count_lost(struct db *db, const struct eligibility_rule *rule,
			    size_t *lost, struct err *err)
{
	struct eligibility e = { 0 };
	enum stmt_step step;
	struct stmt *s;
	size_t count = 0;

	if (!stmt_get(db, missed_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", rule->programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		e.recorded = stmt_int(s, 0);
		e.attended = stmt_int(s, 1);
		count += judge_attendance(rule, &e) == ELIGIBLE_NEVER;
	}
	if (step == STMT_DONE)
		*lost = count;
	return step == STMT_DONE;
}

static enum eligible judge_post(const struct eligibility_rule *rule,
				const struct eligibility *e)
{
	if (rule->post == NUMBER_NONE)
		return ELIGIBLE_YES;
	if (e->post == NUMBER_NONE)
		return ELIGIBLE_NOT_YET;
	return e->post >= rule->post ? ELIGIBLE_YES : ELIGIBLE_NEVER;
}

static enum eligible judge_project(const struct eligibility_rule *rule,
				   const struct eligibility *e)
{
	if (!rule->project || e->project == PROJECT_MET)
		return ELIGIBLE_YES;
	return e->project == PROJECT_OPEN ? ELIGIBLE_NOT_YET : ELIGIBLE_NEVER;
}

static enum eligible worse(enum eligible a, enum eligible b)
{
	return a < b ? a : b;
}

enum eligible eligibility_judge(const struct eligibility_rule *rule,
				const struct eligibility *e)
{
	return worse(judge_attendance(rule, e),
		     worse(judge_post(rule, e), judge_project(rule, e)));
}

bool eligibility_is_behind(const struct eligibility_rule *rule,
			   const struct eligibility *e)
{
	return e->attended * WHOLE < rule->attendance * e->recorded;
}

double eligibility_share(const struct eligibility *e)
{
	return e->recorded > 0 ? (double)e->attended / (double)e->recorded : (double)NAN;
}
