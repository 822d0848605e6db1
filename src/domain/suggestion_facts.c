#include "analysis_sql.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/analysis.h"
#include "domain/suggestion.h"
#include "enrolled.h"
#include "rows.h"
#include "store/db.h"
#include "store/stmt.h"
#include "suggestion_sql.h"

/* What every statement asks with. */
static void bind(struct stmt *s, int64_t programme, struct arena *arena)
{
	char today[11];

	date_to_iso(clock_today(), today);
	stmt_bind_int(s, ":programme", programme);
	stmt_bind_text(s, ":today", arena_strdup(arena, today));
}

static bool ask(struct db *db, const char *sql, int64_t programme, struct arena *arena,
		struct stmt **out, struct err *err)
{
	if (!stmt_get(db, sql, out, err))
		return false;
	bind(*out, programme, arena);
	return true;
}

static void read_programme(struct stmt *s, void *row, struct arena *arena)
{
	*(struct suggestion_programme *)row = (struct suggestion_programme){
		.id = stmt_int(s, 0),
		.year = stmt_int(s, 1),
		.code = stmt_text(s, 2, arena),
		.title = stmt_text(s, 3, arena),
		.status = stmt_text(s, 4, arena),
		.starts = stmt_date(s, 5),
		.jp = stmt_number(s, 6),
		.capacity = stmt_number(s, 7),
		.taken = stmt_int(s, 8),
		.aims = stmt_text(s, 9, arena),
		.units = stmt_text(s, 10, arena),
		.open = stmt_int(s, 11) != 0,
	};
}

/* clang-format off */
static const char programmes_sql[] =
	"WITH" SUGGESTION_AIM "," SUGGESTION_TARGET
	" SELECT p.id, p.year, p.code, p.title, p.status, p.starts, p.jp, p.capacity,"
	"        (SELECT count(*) FROM enrolments e"
	"          WHERE e.programme = p.id AND " HOLDS_PLACE("e") "),"
	"        coalesce((SELECT group_concat(code, ', ') FROM (SELECT c.code FROM aim a"
	"           JOIN competencies c ON c.id = a.competency"
	"          WHERE a.programme = p.id ORDER BY c.code)), ''),"
	"        coalesce((SELECT group_concat(code, ', ') FROM (SELECT DISTINCT u.code"
	"           FROM target t JOIN units u ON u.id = t.unit"
	"          WHERE t.programme = p.id ORDER BY u.code)), ''),"
	"        " SUGGESTION_OPEN
	"   FROM programmes p WHERE " SUGGESTION_CHOSEN
	"  ORDER BY p.starts IS NULL, p.starts, p.code";

static const char gaps_sql[] =
	"WITH" SUGGESTION_AIM "," NEED_NEWEST NEED_JUDGED("LEFT JOIN")
	" SELECT a.programme, j.person, sum(" NEED_GAP ") / 100.0,"
	"        sum(" NEED_GAP " * coalesce(j.importance, :importance)) / 100.0,"
	"        count(j.required), sum(actual < required),"
	"        sum((j.self IS NOT NULL) + (j.superior IS NOT NULL))"
	"          FILTER (WHERE j.required IS NOT NULL),"
	"        sum(j.flagged) FILTER (WHERE j.required IS NOT NULL)"
	"   FROM judged j JOIN aim a ON a.competency = j.competency"
	"  GROUP BY a.programme, j.person ORDER BY a.programme, j.person";

static const char aims_sql[] =
	"WITH" SUGGESTION_AIM "," NEED_NEWEST NEED_JUDGED("LEFT JOIN")
	" SELECT c.id, c.code, c.name, t.level, j.self, j.superior,"
	"        j.actual / 100.0, " NEED_GAP " / 100.0, j.importance,"
	"        " NEED_GAP " * coalesce(j.importance, :importance) / 100.0 AS priority,"
	"        j.survey"
	"   FROM aim a JOIN competencies c ON c.id = a.competency"
	"   JOIN persons p ON p.id = :person"
	"   LEFT JOIN standards t ON t.position = p.position AND t.competency = c.id"
	"   LEFT JOIN judged j ON j.person = :person AND j.competency = a.competency"
	"  WHERE a.programme = :programme"
	"  ORDER BY priority IS NULL, priority DESC, c.code";

static const char units_sql[] =
	NEED_BELOW SUGGESTION_TARGET
	" SELECT DISTINCT t.programme, b.unit"
	"   FROM target t JOIN below b ON b.root = t.unit ORDER BY 1, 2";

static const char blocked_sql[] =
	"SELECT p.id, e.person FROM programmes p"
	"  JOIN enrolments e ON e.programme = p.id WHERE " SUGGESTION_CHOSEN
	" UNION SELECT p.id, p.lead FROM programmes p"
	"  WHERE p.lead IS NOT NULL AND " SUGGESTION_CHOSEN
	" UNION SELECT p.id, t.person FROM programmes p"
	"  JOIN sessions s ON s.programme = p.id JOIN trainers t ON t.id = s.trainer"
	" WHERE t.person IS NOT NULL AND " SUGGESTION_CHOSEN
	" UNION SELECT p.id, e.person FROM programmes p"
	"  JOIN revisions v ON v.id = p.revision"
	"  JOIN revisions w ON w.design = v.design"
	"  JOIN programmes r ON r.revision = w.id"
	"  JOIN enrolments e ON e.programme = r.id"
	" WHERE " SUGGESTION_CHOSEN
	"   AND (e.status = 'completed'"
	"        OR (NOT " PROGRAMME_OVER("r") " AND r.status <> 'cancelled'"
	"            AND " HOLDS_PLACE("e") "))"
	" ORDER BY 1, 2";
/* clang-format on */

bool suggestion_programmes(struct db *db, int64_t programme, struct arena *arena,
			   struct suggestion_programme **out, size_t *count,
			   struct err *err)
{
	struct row_list list = { .size = sizeof(struct suggestion_programme),
				 .read = read_programme };
	struct stmt *s;

	if (!ask(db, programmes_sql, programme, arena, &s, err) ||
	    !rows_collect(&list, s, arena, err))
		return false;
	*out = (struct suggestion_programme *)(void *)list.rows;
	*count = list.count;
	return true;
}

static void read_gap(struct stmt *s, void *row, struct arena *arena)
{
	(void)arena;
	*(struct suggestion_gap *)row = (struct suggestion_gap){
		.of = { stmt_int(s, 0), stmt_int(s, 1) },
		.gap = stmt_real(s, 2),
		.priority = stmt_real(s, 3),
		.measured = stmt_int(s, 4),
		.below = stmt_int(s, 5),
		.answers = stmt_int(s, 6),
		.flagged = stmt_int(s, 7),
	};
}

/* What is asked of the answers; `person` 0: of everybody. */
static bool ask_gaps(struct db *db, const char *sql, int64_t programme, int64_t person,
		     struct arena *arena, struct stmt **out, struct err *err)
{
	if (!ask(db, sql, programme, arena, out, err))
		return false;
	stmt_bind_int(*out, ":person", person);
	stmt_bind_int(*out, ":weight", db_settings(db)->need_weight_self);
	stmt_bind_int(*out, ":apart", NEED_APART);
	stmt_bind_int(*out, ":importance", SUGGESTION_IMPORTANCE);
	return true;
}

static bool gaps(struct db *db, const struct suggestion_question *question,
		 struct arena *arena, struct suggestion_facts *out, struct err *err)
{
	struct row_list list = { .size = sizeof(struct suggestion_gap),
				 .read = read_gap };
	struct stmt *s;

	if (!ask_gaps(db, gaps_sql, question->programme, question->person, arena, &s,
		      err))
		return false;
	if (!rows_collect(&list, s, arena, err))
		return false;
	out->gaps = (struct suggestion_gap *)(void *)list.rows;
	out->gap_count = list.count;
	return true;
}

static void read_pair(struct stmt *s, void *row, struct arena *arena)
{
	(void)arena;
	*(struct suggestion_pair *)row =
		(struct suggestion_pair){ stmt_int(s, 0), stmt_int(s, 1) };
}

static bool pairs(struct db *db, const char *sql, int64_t programme, struct arena *arena,
		  struct row_list *list, struct err *err)
{
	struct stmt *s;

	*list = (struct row_list){ .size = sizeof(struct suggestion_pair),
				   .read = read_pair };
	return ask(db, sql, programme, arena, &s, err) &&
	       rows_collect(list, s, arena, err);
}

bool suggestion_facts(struct db *db, const struct suggestion_question *question,
		      struct arena *arena, struct suggestion_facts *out, struct err *err)
{
	struct row_list units, blocked;

	if (!gaps(db, question, arena, out, err) ||
	    !pairs(db, units_sql, question->programme, arena, &units, err) ||
	    !pairs(db, blocked_sql, question->programme, arena, &blocked, err))
		return false;
	out->units = (struct suggestion_pair *)(void *)units.rows;
	out->unit_count = units.count;
	out->blocked = (struct suggestion_pair *)(void *)blocked.rows;
	out->blocked_count = blocked.count;
	return true;
}

static void read_aim(struct stmt *s, void *row, struct arena *arena)
{
	*(struct suggestion_aim *)row = (struct suggestion_aim){
		.competency = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
		.required = stmt_number(s, 3),
		.self = stmt_number(s, 4),
		.superior = stmt_number(s, 5),
		.actual = stmt_real(s, 6),
		.gap = stmt_real(s, 7),
		.importance = stmt_real(s, 8),
		.priority = stmt_real(s, 9),
		.survey = stmt_int(s, 10),
	};
}

bool suggestion_aims(struct db *db, int64_t programme, int64_t person,
		     struct arena *arena, struct suggestion_aim **out, size_t *count,
		     struct err *err)
{
	struct row_list list = { .size = sizeof(struct suggestion_aim),
				 .read = read_aim };
	struct stmt *s;

	if (!ask_gaps(db, aims_sql, programme, person, arena, &s, err) ||
	    !rows_collect(&list, s, arena, err))
		return false;
	*out = (struct suggestion_aim *)(void *)list.rows;
	*count = list.count;
	return true;
}
