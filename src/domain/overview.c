#include "domain/overview.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/follow_up.h"
#include "domain/programme_steps.h"
#include "store/stmt.h"

enum { PROGRAMMES_MOST = 20, LINES_MOST = 50 };

/* All but evaluated and cancelled, so that an index leads to them. */
#define UNFINISHED "'draft', 'planned', 'open', 'running', 'done'"

static bool load_programmes(struct db *db, struct arena *arena, struct overview *o,
			    struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "WITH p AS MATERIALIZED ("
		      " SELECT id, code, title, status, starts, ends, capacity,"
		      "        CASE status WHEN 'running' THEN 0 WHEN 'open' THEN 1"
		      "        WHEN 'planned' THEN 2 WHEN 'draft' THEN 3 ELSE 4 END AS "
		      "rank,"
		      "        count(*) OVER () AS n FROM programmes"
		      " WHERE status IN (" UNFINISHED ")"
		      " ORDER BY rank, starts, code LIMIT :limit)"
		      "SELECT p.id, p.code, p.title, p.status, p.starts, p.ends, "
		      "p.capacity,"
		      "       (SELECT count(*) FROM groups g WHERE g.programme = p.id),"
		      "       (SELECT count(*) FROM sheets f WHERE f.programme = p.id),"
		      "       p.n FROM p ORDER BY p.rank, p.starts, p.code",
		      &s, err))
		return false;
	stmt_bind_int(s, ":limit", PROGRAMMES_MOST);
	o->programmes = arena_array(arena, PROGRAMMES_MOST, sizeof *o->programmes);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		o->more_programmes = (size_t)stmt_int(s, 9) - o->programme_count - 1;
		o->programmes[o->programme_count++] = (struct overview_programme){
			.id = stmt_int(s, 0),
			.code = stmt_text(s, 1, arena),
			.title = stmt_text(s, 2, arena),
			.status = stmt_text(s, 3, arena),
			.starts = stmt_date(s, 4),
			.ends = stmt_date(s, 5),
			.capacity = stmt_number(s, 6),
			.groups = stmt_int(s, 7),
			.sheets = stmt_int(s, 8),
		};
	}
	if (step == STMT_FAILED)
		return false;
	for (size_t i = 0; i < o->programme_count; i++) {
		struct overview_programme *p = &o->programmes[i];

		if (!programme_count_taken(db, p->id, &p->taken, err))
			return false;
	}
	return true;
}

static const char *due_text(const char *sort, const char *text, struct arena *arena)
{
	static const struct {
		const char *sort, *format;
	} texts[] = {
		{ "milestone", N_("Milestone: %s") },
		{ "project", N_("Project: %s") },
		{ "improvement", N_("Improvement: %s") },
		{ "follow-up", N_("Follow-up: %s") },
		{ "session", N_("Session: %s") },
		{ "start", N_("Starts: %s") },
	};

	if (strcmp(sort, "follow-up") == 0 && choice_find(follow_up_what_choices, text))
		text = _(choice_find(follow_up_what_choices, text)->label);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (strcmp(texts[i].sort, sort) == 0)
			return arena_printf(arena, _(texts[i].format), text);
	}
	return text;
}

/* What belongs to a cancelled programme is not due any more. What a project
 * still has to do stays due after its programme is done, until somebody says
 * that it was done, adopted or dropped: its milestones of the medium and long
 * term are about just that, also those without a day. */
static const char due_sql[] =
	"WITH due (sort, day, programme, text, project) AS ("
	"SELECT 'milestone', m.due, g.programme, m.text, j.id FROM milestones m"
	"  JOIN projects j ON j.id = m.project JOIN groups g ON g.id = j.\"group\""
	"  JOIN programmes o ON o.id = g.programme"
	" WHERE m.done IS NULL AND j.status <> 'dropped'"
	"   AND m.outcome NOT IN ('adopted', 'dropped')"
	"   AND (m.due <= :to OR (m.due IS NULL AND m.term <> 'short'"
	"        AND o.status = 'evaluated'))"
	" UNION ALL "
	"SELECT 'project', j.due, g.programme, j.title, j.id FROM projects j"
	"  JOIN groups g ON g.id = j.\"group\""
	" WHERE j.due <= :to AND j.status IN ('idea', 'planned', 'running')"
	" UNION ALL "
	"SELECT 'improvement', due, programme, statement, NULL FROM improvements"
	" WHERE status = 'open' AND due <= :to"
	" UNION ALL "
	"SELECT 'follow-up', due, programme, what, NULL FROM follow_ups"
	" WHERE done IS NULL AND waived = 0 AND due <= :to"
	" UNION ALL "
	"SELECT 'session', date, programme, topic, NULL FROM sessions"
	" WHERE date BETWEEN :from AND :to AND NOT EXISTS"
	"       (SELECT 1 FROM attendance a WHERE a.session = sessions.id)"
	" UNION ALL "
	"SELECT 'start', starts, id, title, NULL FROM programmes"
	" WHERE starts BETWEEN :from AND :to AND status IN ('draft', 'planned', 'open'))"
	"SELECT due.sort, due.day, p.id, due.text, p.code, due.project, count(*) OVER ()"
	"  FROM due JOIN programmes p ON p.id = due.programme"
	" WHERE p.status <> 'cancelled'"
	" ORDER BY due.day IS NULL, due.day, p.code LIMIT :limit";

static bool load_due(struct db *db, struct date today, struct arena *arena,
		     struct overview *o, struct err *err)
{
	char from[11], to[11];
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, due_sql, &s, err))
		return false;
	date_to_iso(today, from);
	date_to_iso(date_add_days(today, OVERVIEW_DAYS), to);
	stmt_bind_text(s, ":from", from);
	stmt_bind_text(s, ":to", to);
	stmt_bind_int(s, ":limit", LINES_MOST);
	o->due = arena_array(arena, LINES_MOST, sizeof *o->due);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		struct date day = stmt_date(s, 1);

		o->more_due = (size_t)stmt_int(s, 6) - o->due_count - 1;
		o->due[o->due_count++] = (struct overview_due){
			.date = day,
			.programme = stmt_int(s, 2),
			.project = stmt_int(s, 5),
			.code = stmt_text(s, 4, arena),
			.what = due_text(stmt_text(s, 0, arena), stmt_text(s, 3, arena),
					 arena),
			.late = date_is_set(day) && date_compare(day, today) < 0,
		};
	}
	return step == STMT_DONE;
}

static const char *ungrouped(int n)
{
	return P_("%d participant is in no group.", "%d participants are in no group.",
		  n);
}

static const char *projectless(int n)
{
	return P_("%d group has no project.", "%d groups have no project.", n);
}

/* What is missing, and what to do about it. */
static const char *gap_text(const char *sort, int64_t count, struct arena *arena)
{
	static const struct {
		const char *sort, *text;
		const char *(*counted)(int n); /* the format for a number */
	} texts[] = {
		{ "objectives",
		  N_("has no objectives yet; add what participants can do afterwards."),
		  NULL },
		{ "sessions", N_("has no sessions yet; plan them."), NULL },
		{ "ungrouped", NULL, ungrouped },
		{ "projectless", NULL, projectless },
		{ "feedback", N_("is done, but no feedback sheets are keyed in."), NULL },
		{ "evaluate", N_("is done; look at the evaluation and close it."), NULL },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (strcmp(texts[i].sort, sort) != 0)
			continue;
		return texts[i].text ? _(texts[i].text)
				     : arena_printf(arena, texts[i].counted((int)count),
						    (int)count);
	}
	return "";
}

static bool load_gaps(struct db *db, struct arena *arena, struct overview *o,
		      struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(
		    db,
		    "WITH p AS (SELECT id, code, status, revision FROM programmes"
		    "            WHERE status IN (" UNFINISHED ")),"
		    " gap (sort, rank, programme, code, n) AS ("
		    "SELECT 'objectives', 1, id, code, 1 FROM p WHERE NOT EXISTS"
		    "  (SELECT 1 FROM objectives o WHERE o.revision = p.revision)"
		    " UNION ALL "
		    "SELECT 'sessions', 2, id, code, 1 FROM p WHERE status IN ('open', "
		    "'running')"
		    "  AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.programme = p.id)"
		    " UNION ALL "
		    "SELECT 'ungrouped', 3, id, code, (SELECT count(*) FROM enrolments e"
		    "   WHERE e.programme = p.id AND e.status IN ('accepted', "
		    "'completed')"
		    "     AND NOT EXISTS (SELECT 1 FROM members m JOIN groups g"
		    "           ON g.id = m.\"group\" WHERE m.person = e.person"
		    "           AND g.programme = p.id))"
		    "  FROM p WHERE EXISTS (SELECT 1 FROM groups g WHERE g.programme = "
		    "p.id)"
		    " UNION ALL "
		    "SELECT 'projectless', 4, id, code, (SELECT count(*) FROM groups g"
		    "   WHERE g.programme = p.id AND NOT EXISTS"
		    "     (SELECT 1 FROM projects j WHERE j.\"group\" = g.id))"
		    "  FROM p"
		    " UNION ALL "
		    "SELECT CASE WHEN EXISTS (SELECT 1 FROM sheets f WHERE f.programme = "
		    "p.id)"
		    "       THEN 'evaluate' ELSE 'feedback' END, 5, id, code, 1"
		    "  FROM p WHERE status = 'done')"
		    "SELECT sort, programme, code, n, count(*) OVER () FROM gap"
		    " WHERE n > 0"
		    " ORDER BY rank DESC, code LIMIT :limit",
		    &s, err))
		return false;
	stmt_bind_int(s, ":limit", LINES_MOST);
	o->gaps = arena_array(arena, LINES_MOST, sizeof *o->gaps);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		o->more_gaps = (size_t)stmt_int(s, 4) - o->gap_count - 1;
		o->gaps[o->gap_count++] = (struct overview_gap){
			.programme = stmt_int(s, 1),
			.code = stmt_text(s, 2, arena),
			.text = gap_text(stmt_text(s, 0, arena), stmt_int(s, 3), arena),
		};
	}
	return step == STMT_DONE;
}

bool overview_load(struct db *db, struct date today, struct arena *arena,
		   struct overview *out, struct err *err)
{
	struct overview o = { 0 };

	if (!load_programmes(db, arena, &o, err) ||
	    !load_due(db, today, arena, &o, err) || !load_gaps(db, arena, &o, err))
		return false;
	*out = o;
	return true;
}
