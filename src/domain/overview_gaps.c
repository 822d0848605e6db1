#include "base/arena.h"
#include "base/i18n.h"
#include "domain/overview.h"
#include "overview_parts.h"
#include "store/stmt.h"

static const char *ungrouped(int n)
{
	return P_("%d participant is in no group.", "%d participants are in no group.",
		  n);
}

static const char *projectless(int n)
{
	return P_("%d group has no project.", "%d groups have no project.", n);
}

/* The first programmes of a state where `number` is not 0. */
#define WHERE(number)                                                        \
	"SELECT id, code, n FROM (SELECT id, code, " number " AS n FROM"     \
	" (SELECT id, code, revision FROM programmes WHERE status = :status" \
	"  ORDER BY starts, code LIMIT :looked) p) WHERE n > 0 LIMIT :limit"

static const char *const done[] = { "done", NULL };
static const char *const at_work[] = { "running", "open", NULL };

/* What may be missing, the most urgent first, and what to do about it. */
static const struct gap {
	const char *const *statuses;
	const char *sql;
	const char *text;
	const char *(*counted)(int n); /* the format for a number */
} gaps[] = {
	{ done, WHERE("NOT EXISTS (SELECT 1 FROM sheets f WHERE f.programme = p.id)"),
	  N_("is done, but no feedback sheets are keyed in."), NULL },
	{ done, WHERE("EXISTS (SELECT 1 FROM sheets f WHERE f.programme = p.id)"),
	  N_("is done; look at the evaluation and close it."), NULL },
	{ overview_unfinished,
	  WHERE("(SELECT count(*) FROM groups g WHERE g.programme = p.id"
		"   AND NOT EXISTS (SELECT 1 FROM projects j WHERE j.\"group\" = g.id))"),
	  NULL, projectless },
	{ overview_unfinished,
	  WHERE("iif(EXISTS (SELECT 1 FROM groups g WHERE g.programme = p.id),"
		" (SELECT count(*) FROM enrolments e WHERE e.programme = p.id"
		"   AND e.status IN ('accepted', 'completed') AND NOT EXISTS"
		"   (SELECT 1 FROM members m JOIN groups g ON g.id = m.\"group\""
		"     WHERE m.person = e.person AND g.programme = p.id)), 0)"),
	  NULL, ungrouped },
	{ at_work,
	  WHERE("NOT EXISTS (SELECT 1 FROM sessions s WHERE s.programme = p.id)"),
	  N_("has no sessions yet; plan them."), NULL },
	{ overview_unfinished,
	  WHERE("NOT EXISTS (SELECT 1 FROM objectives o WHERE o.revision = p.revision)"),
	  N_("has no objectives yet; add what participants can do afterwards."), NULL },
};

/* What is found, shown or not. */
struct search {
	struct db *db;
	struct arena *arena;
	struct overview *out;
	size_t found;
};

enum { FOUND_MOST = OVERVIEW_LINES + OVERVIEW_MORE + 1 };

static const char *gap_text(const struct gap *g, int count, struct arena *arena)
{
	return g->text ? _(g->text) : arena_printf(arena, g->counted(count), count);
}

static bool look(struct search *l, const struct gap *g, const char *status,
		 struct err *err)
{
	struct overview *o = l->out;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(l->db, g->sql, &s, err))
		return false;
	stmt_bind_text(s, ":status", status);
	stmt_bind_int(s, ":looked", OVERVIEW_LOOKED);
	stmt_bind_int(s, ":limit", FOUND_MOST - (int64_t)l->found);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (l->found++ < OVERVIEW_LINES)
			o->gaps[o->gap_count++] = (struct overview_gap){
				.programme = stmt_int(s, 0),
				.code = stmt_text(s, 1, l->arena),
				.text = gap_text(g, (int)stmt_int(s, 2), l->arena),
			};
	}
	return step == STMT_DONE;
}

/* Has a state more programmes than are looked at? */
static bool is_partly(struct db *db, bool *partly, struct err *err)
{
	struct stmt *s;

	*partly = false;
	for (const char *const *status = overview_unfinished; *status; status++) {
		if (!stmt_get(db,
			      "SELECT 1 FROM programmes WHERE status = :status"
			      " LIMIT 1 OFFSET :looked",
			      &s, err))
			return false;
		stmt_bind_text(s, ":status", *status);
		stmt_bind_int(s, ":looked", OVERVIEW_LOOKED);
		switch (stmt_step(s, err)) {
		case STMT_FAILED:
			return false;
		case STMT_ROW:
			*partly = true;
			break;
		case STMT_DONE:
			break;
		}
		stmt_reset(s);
	}
	return true;
}

bool overview_gaps(struct db *db, struct arena *arena, struct overview *o,
		   struct err *err)
{
	struct search l = { db, arena, o, 0 };

	o->gaps = arena_array(arena, OVERVIEW_LINES, sizeof *o->gaps);
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		for (const char *const *status = gaps[i].statuses; *status; status++) {
			if (l.found < FOUND_MOST && !look(&l, &gaps[i], *status, err))
				return false;
		}
	}
	o->more_gaps = overview_rest(l.found, o->gap_count);
	return is_partly(db, &o->partly, err);
}
