#include "domain/overview.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/follow_up.h"
#include "domain/programme_steps.h"
#include "overview_parts.h"
#include "query.h"
#include "store/stmt.h"

enum { PROGRAMMES_MOST = 20 };

/* All but evaluated and cancelled, the most urgent first. */
const char *const overview_unfinished[] = { "running", "open", "planned",
					    "draft",   "done", NULL };

size_t overview_rest(size_t found, size_t shown)
{
	size_t more = found - shown;

	return more > OVERVIEW_MORE ? OVERVIEW_MORE + 1 : more;
}

static bool load_of_status(struct db *db, const char *status, struct arena *arena,
			   struct overview *o, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT id, code, title, status, starts, ends, capacity"
		      "  FROM programmes WHERE status = :status"
		      " ORDER BY starts, code LIMIT :limit",
		      &s, err))
		return false;
	stmt_bind_text(s, ":status", status);
	stmt_bind_int(s, ":limit", PROGRAMMES_MOST - (int64_t)o->programme_count);
	while ((step = stmt_step(s, err)) == STMT_ROW)
		o->programmes[o->programme_count++] = (struct overview_programme){
			.id = stmt_int(s, 0),
			.code = stmt_text(s, 1, arena),
			.title = stmt_text(s, 2, arena),
			.status = stmt_text(s, 3, arena),
			.starts = stmt_date(s, 4),
			.ends = stmt_date(s, 5),
			.capacity = stmt_number(s, 6),
		};
	return step == STMT_DONE;
}

static bool load_programmes(struct db *db, struct arena *arena, struct overview *o,
			    struct err *err)
{
	int64_t found;

	o->programmes = arena_array(arena, PROGRAMMES_MOST, sizeof *o->programmes);
	for (const char *const *status = overview_unfinished; *status; status++) {
		if (!load_of_status(db, *status, arena, o, err))
			return false;
	}
	if (!query_one(db,
		       "SELECT count(*) FROM (SELECT 1 FROM programmes WHERE status IN"
		       " ('running', 'open', 'planned', 'draft', 'done') LIMIT :a)",
		       PROGRAMMES_MOST + OVERVIEW_MORE + 1, &found, err))
		return false;
	o->more_programmes = overview_rest((size_t)found, o->programme_count);
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

/* What of each sort falls due first, by an index of those that are not done. */
#define FIRST(sort, day, programme, text, project, from, where)                      \
	"SELECT * FROM (SELECT '" sort "', " day " AS day, " programme ", " text     \
	", " project ", p.code FROM " from " JOIN programmes p ON p.id = " programme \
	" WHERE " where " AND p.status <> 'cancelled' ORDER BY day LIMIT :limit)"
#define MILESTONES                                                               \
	"milestones m JOIN projects j ON j.id = m.project JOIN groups g ON g.id" \
	" = j.\"group\""
#define MILESTONE_OPEN                             \
	"m.done IS NULL AND j.status <> 'dropped'" \
	" AND m.outcome NOT IN ('adopted', 'dropped') AND "

/* What belongs to a cancelled programme is not due any more. What a project
 * still has to do stays due after its programme is done, until somebody says
 * that it was done, adopted or dropped: its milestones of the medium and long
 * term are about just that, also those without a day. */
/* clang-format off */
static const char due_sql[] =
	"WITH due (sort, day, programme, text, project, code) AS ("
	FIRST("milestone", "m.due", "g.programme", "m.text", "j.id", MILESTONES,
	      MILESTONE_OPEN "m.due <= :to")
	" UNION ALL "
	FIRST("milestone", "m.due", "g.programme", "m.text", "j.id", MILESTONES,
	      MILESTONE_OPEN "m.due IS NULL AND m.term <> 'short'"
	      " AND p.status = 'evaluated'")
	" UNION ALL "
	FIRST("project", "j.due", "g.programme", "j.title", "j.id",
	      "projects j JOIN groups g ON g.id = j.\"group\"",
	      "j.due <= :to AND j.status IN ('idea', 'planned', 'running')")
	" UNION ALL "
	FIRST("improvement", "i.due", "i.programme", "i.statement", "NULL",
	      "improvements i", "i.status = 'open' AND i.due <= :to")
	" UNION ALL "
	FIRST("follow-up", "f.due", "f.programme", "f.what", "NULL", "follow_ups f",
	      "f.done IS NULL AND f.waived = 0 AND f.due <= :to")
	" UNION ALL "
	FIRST("session", "s.date", "s.programme", "s.topic", "NULL", "sessions s",
	      "s.date BETWEEN :from AND :to AND NOT EXISTS"
	      " (SELECT 1 FROM attendance a WHERE a.session = s.id)")
	" UNION ALL "
	"SELECT * FROM (SELECT 'start', starts, id, title, NULL, code FROM programmes"
	" WHERE starts BETWEEN :from AND :to AND status IN ('draft', 'planned', 'open')"
	" ORDER BY starts LIMIT :limit))"
	"SELECT sort, day, programme, text, code, project FROM due"
	" ORDER BY day IS NULL, day, code";
/* clang-format on */

static bool load_due(struct db *db, struct date today, struct arena *arena,
		     struct overview *o, struct err *err)
{
	char from[11], to[11];
	size_t found = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, due_sql, &s, err))
		return false;
	date_to_iso(today, from);
	date_to_iso(date_add_days(today, OVERVIEW_DAYS), to);
	stmt_bind_text(s, ":from", from);
	stmt_bind_text(s, ":to", to);
	stmt_bind_int(s, ":limit", OVERVIEW_LINES + OVERVIEW_MORE + 1);
	o->due = arena_array(arena, OVERVIEW_LINES, sizeof *o->due);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		struct date day = stmt_date(s, 1);

		if (found++ >= OVERVIEW_LINES)
			continue;
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
	o->more_due = overview_rest(found, o->due_count);
	return step == STMT_DONE;
}

bool overview_load(struct db *db, struct date today, struct arena *arena,
		   struct overview *out, struct err *err)
{
	struct overview o = { 0 };

	if (!load_programmes(db, arena, &o, err) ||
	    !load_due(db, today, arena, &o, err) || !overview_gaps(db, arena, &o, err))
		return false;
	*out = o;
	return true;
}

bool overview_count(struct db *db, struct overview *o, struct err *err)
{
	for (size_t i = 0; i < o->programme_count; i++) {
		struct overview_programme *p = &o->programmes[i];

		if (!programme_count_taken(db, p->id, &p->taken, err) ||
		    !query_one(db, "SELECT count(*) FROM groups WHERE programme = :a",
			       p->id, &p->groups, err) ||
		    !query_one(db, "SELECT count(*) FROM sheets WHERE programme = :a",
			       p->id, &p->sheets, err))
			return false;
	}
	return true;
}
