#include "domain/clash.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/programme.h"
#include "enrolled.h"
#include "rows.h"
#include "store/stmt.h"

enum { WARNINGS_MOST = 3, LAST_YEAR = 9999 };

/* Two sessions of one day that may clash. */
struct pair {
	struct date date;
	struct clash_session one, two;
	const char *trainer; /* of both, or "" */
	const char *rooms[2], *places[2];
	bool timed, overlap;
	int64_t people;
	const char *person;
};

/* clang-format off */
/* Participants of both, where the times overlap. */
#define COMMON                                                              \
	"  FROM enrolments x JOIN enrolments y"                             \
	"    ON y.programme = b.programme AND y.person = x.person"          \
	"   AND " HOLDS_PLACE("y")                                          \
	"  JOIN persons q ON q.id = x.person"                               \
	" WHERE x.programme = a.programme AND " HOLDS_PLACE("x")            \
	"   AND a.programme <> b.programme AND a.starts <> ''"              \
	"   AND a.ends <> '' AND b.starts < a.ends AND b.ends > a.starts"   \
	"   AND b.starts <> ''"

/* `a` stands for one session and `b` for another one of that day. */
#define COLUMNS(people, person)                                             \
	"SELECT a.date, a.id, a.programme, p.code, a.number, a.topic,"      \
	"       a.starts, a.ends, b.id, b.programme, r.code, b.number,"     \
	"       b.topic, b.starts, b.ends,"                                 \
	"       CASE WHEN a.trainer = b.trainer THEN t.name END,"           \
	"       a.room, b.room, p.place, r.place,"                          \
	"       a.starts <> '' AND a.ends <> ''"                            \
	"                      AND b.starts <> '' AND b.ends <> '',"        \
	"       a.starts < b.ends AND b.starts < a.ends,"                   \
	"       " people ", " person
#define NAMES                                                               \
	"  JOIN programmes p ON p.id = a.programme AND p.status <> 'cancelled'" \
	"  JOIN programmes r ON r.id = b.programme AND r.status <> 'cancelled'" \
	"  LEFT JOIN trainers t ON t.id = a.trainer"
#define PAIRS(from)                                                         \
	COLUMNS("(SELECT count(*)" COMMON ")", "(SELECT min(q.name)" COMMON ")") \
	"  FROM " from " JOIN sessions b ON b.date = a.date AND b.id <> a.id" NAMES
#define BY_TIME " ORDER BY a.date, a.starts, a.id, b.id"

/* Of many days: not each session with each, but those with the same trainer,
 * the same room, or in two programmes that have participants in common. CROSS
 * keeps SQLite from pairing the sessions of a day before it asks for those. */
#define TIMED "a.starts <> '' AND a.ends <> '' AND b.starts <> '' AND b.ends <> ''"
#define OVERLAP "a.starts < b.ends AND b.starts < a.ends"
#define BOTH(same)                                                           \
	"SELECT a.id AS one, b.id AS two, 0 AS people, '' AS person"         \
	"  FROM held a JOIN held b ON " same " AND b.date = a.date AND b.id > a.id" \
	" WHERE (" OVERLAP " OR NOT (" TIMED "))"

static const char between_sql[] =
	"WITH held AS MATERIALIZED ("
	" SELECT s.id, s.programme, s.date, s.starts, s.ends, s.trainer,"
	"        nullif(fold(s.room), '') AS room"
	"   FROM sessions s JOIN programmes g ON g.id = s.programme"
	"  WHERE s.date BETWEEN :from AND :to AND g.status <> 'cancelled'),"
	" seats AS MATERIALIZED ("
	" SELECT e.person, e.programme, h.first, h.last"
	"   FROM (SELECT programme, min(date) AS first, max(date) AS last FROM held"
	"          WHERE starts <> '' AND ends <> '' GROUP BY programme) h"
	"   JOIN enrolments e ON e.programme = h.programme AND " HOLDS_PLACE("e") "),"
	" common AS MATERIALIZED ("
	" SELECT x.programme AS one, y.programme AS two, count(*) AS people,"
	"        min(q.name) AS person"
	"   FROM seats x JOIN seats y ON y.person = x.person AND y.programme > x.programme"
	"    AND y.first <= x.last AND y.last >= x.first"
	"   JOIN persons q ON q.id = x.person GROUP BY x.programme, y.programme),"
	" found AS ("
	BOTH("b.trainer = a.trainer")
	" UNION ALL "
	BOTH("b.room = a.room")
	" UNION ALL"
	" SELECT min(a.id, b.id), max(a.id, b.id), c.people, c.person"
	"   FROM common c CROSS JOIN held a ON a.programme = c.one"
	"   CROSS JOIN held b ON b.programme = c.two AND b.date = a.date"
	"  WHERE " TIMED " AND " OVERLAP "),"
	" pairs AS MATERIALIZED ("
	" SELECT one, two, max(people) AS people, max(person) AS person"
	"   FROM found GROUP BY one, two)"
	COLUMNS("c.people", "c.person")
	"  FROM pairs c JOIN sessions a ON a.id = c.one JOIN sessions b ON b.id = c.two"
	NAMES BY_TIME;

static const char programme_sql[] =
	PAIRS("sessions a")
	" WHERE a.programme = :programme"
	"   AND (b.programme <> a.programme OR a.id < b.id)" BY_TIME;

/* `a` is a session that is not stored yet. */
static const char typed_sql[] =
	"WITH a (id, programme, number, topic, date, starts, ends, trainer, room)"
	" AS (VALUES (:id, :programme, :number, :topic, :date, :starts, :ends,"
	"             :trainer, :room)) "
	PAIRS("a") BY_TIME;

static const char person_sql[] =
	"SELECT a.date, a.number, r.code, b.number"
	"  FROM enrolments y JOIN programmes r ON r.id = y.programme"
	"   AND r.status IN ('draft', 'planned', 'open', 'running')"
	"  JOIN sessions b ON b.programme = r.id"
	"  JOIN sessions a ON a.date = b.date AND a.programme = :programme"
	" WHERE y.person = :person AND y.programme <> :programme"
	"   AND " HOLDS_PLACE("y")
	"   AND a.starts <> '' AND b.starts <> ''"
	"   AND a.starts < b.ends AND b.starts < a.ends"
	" ORDER BY a.date, a.starts LIMIT 1";
/* clang-format on */

static void read_session(struct stmt *s, int from, struct clash_session *out,
			 struct arena *arena)
{
	*out = (struct clash_session){
		.id = stmt_int(s, from),
		.programme = stmt_int(s, from + 1),
		.code = stmt_text(s, from + 2, arena),
		.number = stmt_int(s, from + 3),
		.topic = stmt_text(s, from + 4, arena),
		.starts = stmt_text(s, from + 5, arena),
		.ends = stmt_text(s, from + 6, arena),
	};
}

static void read_pair(struct stmt *s, void *row, struct arena *arena)
{
	struct pair *p = row;

	p->date = stmt_date(s, 0);
	read_session(s, 1, &p->one, arena);
	read_session(s, 8, &p->two, arena);
	p->trainer = stmt_text(s, 15, arena);
	for (int i = 0; i < 2; i++) {
		p->rooms[i] = stmt_text(s, 16 + i, arena);
		p->places[i] = stmt_text(s, 18 + i, arena);
	}
	p->timed = stmt_int(s, 20) != 0;
	p->overlap = stmt_int(s, 21) != 0;
	p->people = stmt_int(s, 22);
	p->person = stmt_text(s, 23, arena);
}

static bool is_same(const char *a, const char *b, struct arena *arena)
{
	return strcmp(text_key(arena, a), text_key(arena, b)) == 0;
}

static bool is_same_room(const struct pair *p, struct arena *arena)
{
	if (*p->rooms[0] == '\0' || *p->rooms[1] == '\0' ||
	    !is_same(p->rooms[0], p->rooms[1], arena))
		return false;
	return p->one.programme == p->two.programme || *p->places[0] == '\0' ||
	       *p->places[1] == '\0' || is_same(p->places[0], p->places[1], arena);
}

/* What a pair clashes in; *count goes up. */
static void judge(const struct pair *p, struct arena *arena, struct clash *out,
		  size_t *count)
{
	struct clash c = {
		.certain = p->timed, .date = p->date, .one = p->one, .two = p->two
	};

	if (p->timed && !p->overlap)
		return;
	if (*p->trainer != '\0') {
		c.what = CLASH_TRAINER;
		c.who = p->trainer;
		out[(*count)++] = c;
	}
	if (is_same_room(p, arena)) {
		c.what = CLASH_ROOM;
		c.who = p->rooms[0];
		out[(*count)++] = c;
	}
	if (p->people > 0) {
		c.what = CLASH_PARTICIPANTS;
		c.who = p->person;
		c.people = p->people;
		out[(*count)++] = c;
	}
}

static bool collect(struct stmt *s, struct arena *arena, struct clash **out,
		    size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct pair), .read = read_pair };
	size_t found = 0;

	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = arena_array(arena, 3 * list.count + 1, sizeof **out);
	for (size_t i = 0; i < list.count; i++)
		judge((const struct pair *)(void *)list.rows + i, arena, *out, &found);
	*count = found;
	return true;
}

bool clash_list_year(struct db *db, int year, struct arena *arena, struct clash **out,
		     size_t *count, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, between_sql, &s, err))
		return false;
	stmt_bind_text(s, ":from",
		       year == 0 ? "" : arena_printf(arena, "%d-01-01", year));
	stmt_bind_text(s, ":to",
		       arena_printf(arena, "%d-12-31", year == 0 ? LAST_YEAR : year));
	return collect(s, arena, out, count, err);
}

bool clash_list(struct db *db, int64_t programme, struct arena *arena, struct clash **out,
		size_t *count, struct err *err)
{
	struct stmt *s;

	if (programme == 0)
		return clash_list_year(db, 0, arena, out, count, err);
	if (!stmt_get(db, programme_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	return collect(s, arena, out, count, err);
}

bool clash_list_of(struct db *db, const struct session *session, struct arena *arena,
		   struct clash **out, size_t *count, struct err *err)
{
	char date[11];
	struct stmt *s;

	*count = 0;
	if (!date_is_set(session->date))
		return true;
	if (!stmt_get(db, typed_sql, &s, err))
		return false;
	date_to_iso(session->date, date);
	stmt_bind_int(s, ":id", session->id);
	stmt_bind_int(s, ":programme", session->programme);
	stmt_bind_int(s, ":number", session->number);
	stmt_bind_text(s, ":topic", session->topic);
	stmt_bind_text(s, ":date", date);
	stmt_bind_text(s, ":starts", session->starts);
	stmt_bind_text(s, ":ends", session->ends);
	stmt_bind_int(s, ":trainer", session->trainer);
	stmt_bind_text(s, ":room", session->room);
	return collect(s, arena, out, count, err);
}

const char *clash_label(enum clash_what what)
{
	switch (what) {
	case CLASH_TRAINER:
		return _("Trainer");
	case CLASH_ROOM:
		return _("Room");
	case CLASH_PARTICIPANTS:
		break;
	}
	return _("Participants");
}

static const char *weak_sentence(const struct clash *c, struct arena *arena)
{
	if (c->what == CLASH_TRAINER)
		return arena_printf(arena,
				    _("%s also teaches %s session %d that day; no times "
				      "are given to compare."),
				    c->who, c->two.code, (int)c->two.number);
	return arena_printf(arena,
			    _("%s is also used by %s session %d that day; no times are "
			      "given to compare."),
			    c->who, c->two.code, (int)c->two.number);
}

const char *clash_sentence(const struct clash *c, struct arena *arena)
{
	const struct clash_session *two = &c->two;

	if (!c->certain)
		return weak_sentence(c, arena);
	if (c->what == CLASH_TRAINER)
		return arena_printf(
			arena, _("%s teaches %s session %d at the same time, %s to %s."),
			c->who, two->code, (int)two->number, two->starts, two->ends);
	if (c->what == CLASH_ROOM)
		return arena_printf(
			arena,
			_("%s is taken by %s session %d at the same time, %s to %s."),
			c->who, two->code, (int)two->number, two->starts, two->ends);
	/* TRANSLATORS: people, the first one's name, programme, session, times */
	return arena_printf(arena,
			    P_("%d participant (%s) is in %s session %d at the same "
			       "time, %s to %s.",
			       "%d participants (%s, …) are in %s session %d at the same "
			       "time, %s to %s.",
			       c->people),
			    (int)c->people, c->who, two->code, (int)two->number,
			    two->starts, two->ends);
}

static const char *field_of(enum clash_what what)
{
	return what == CLASH_TRAINER ? "trainer" : what == CLASH_ROOM ? "room" : "date";
}

void clash_warn(struct db *db, const struct session *s, struct problems *problems)
{
	struct err ignored = { 0 };
	struct clash *all;
	size_t count;

	if (!clash_list_of(db, s, problems->arena, &all, &count, &ignored))
		return;
	for (size_t i = 0; i < count && i < WARNINGS_MOST; i++)
		problem_warn(problems, field_of(all[i].what), "%s",
			     clash_sentence(&all[i], problems->arena));
}

static void tell_person(struct stmt *s, struct problems *problems)
{
	struct arena *a = problems->arena;

	problem_warn(
		problems, "person",
		_("On %s session %d is at the same time as %s session %d, where this "
		  "person is expected too."),
		date_shown(a, stmt_date(s, 0)), (int)stmt_int(s, 1), stmt_text(s, 2, a),
		(int)stmt_int(s, 3));
}

void clash_warn_person(struct db *db, int64_t programme, int64_t person,
		       struct problems *problems)
{
	struct err ignored = { 0 };
	struct stmt *s;

	if (!stmt_get(db, person_sql, &s, &ignored))
		return;
	stmt_bind_int(s, ":programme", programme);
	stmt_bind_int(s, ":person", person);
	if (stmt_step(s, &ignored) == STMT_ROW)
		tell_person(s, problems);
	stmt_reset(s);
}
