#include "domain/lists.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "enrolled.h"
#include "rows.h"
#include "store/stmt.h"

static void read_programme(struct stmt *s, void *row, struct arena *arena)
{
	*(struct programme_row *)row = (struct programme_row){
		.id = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.title = stmt_text(s, 2, arena),
	};
}

bool programme_list(struct db *db, const char *code, struct arena *arena,
		    struct programme_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct programme_row),
				 .read = read_programme };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT id, code, title FROM programmes"
		      " WHERE :code = '' OR code = :code"
		      " ORDER BY starts, id",
		      &s, err))
		return false;
	stmt_bind_text(s, ":code", code ? code : "");
	if (!rows_collect(&list, s, arena, err))
		return false;
	if (code && list.count == 0)
		return err_set(
			err, ERR_NOT_FOUND,
			_("There is no programme %s. Look up its code in the list."),
			code);
	*out = (struct programme_row *)list.rows;
	*count = list.count;
	return true;
}

#define PARTICIPANT_COLUMNS                                                             \
	"SELECT e.id, p.id, p.nip, p.name, coalesce(u.code, ''), coalesce(u.name, '')," \
	"       p.grade, p.position, p.sex, e.status, s.pre, s.post, g.id, m.id, "      \
	"g.number,"                                                                     \
	"       coalesce(m.role, ''), m.locked, g.leader = p.id"                        \
	"  FROM enrolments e JOIN persons p ON p.id = e.person"                         \
	"  LEFT JOIN units u ON u.id = p.unit"                                          \
	"  LEFT JOIN scores s ON s.programme = e.programme AND s.person = e.person"

static void read_participant(struct stmt *s, void *row, struct arena *arena)
{
	*(struct participant_row *)row = (struct participant_row){
		.enrolment = stmt_int(s, 0),
		.person = stmt_int(s, 1),
		.nip = stmt_text(s, 2, arena),
		.name = stmt_text(s, 3, arena),
		.unit = stmt_text(s, 4, arena),
		.unit_name = stmt_text(s, 5, arena),
		.grade = stmt_text(s, 6, arena),
		.position = stmt_text(s, 7, arena),
		.sex = stmt_text(s, 8, arena),
		.status = stmt_text(s, 9, arena),
		.pre = stmt_number(s, 10),
		.post = stmt_number(s, 11),
		.group = stmt_int(s, 12),
		.member = stmt_int(s, 13),
		.group_number = stmt_number(s, 14),
		.role = stmt_text(s, 15, arena),
		.locked = stmt_int(s, 16) != 0,
		.leader = stmt_int(s, 17) != 0,
	};
}

static bool collect_participants(struct db *db, const char *sql, int64_t programme,
				 struct arena *arena, struct row_list *list,
				 struct err *err)
{
	struct stmt *s;

	list->size = sizeof(struct participant_row);
	list->read = read_participant;
	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	return rows_collect(list, s, arena, err);
}

bool participant_list(struct db *db, int64_t programme, struct arena *arena,
		      struct participant_row **out, size_t *count, struct err *err)
{
	struct row_list list = { 0 };

	if (!collect_participants(
		    db,
		    PARTICIPANT_COLUMNS
		    "  LEFT JOIN (members m JOIN groups g ON g.id = m.\"group\""
		    "             AND g.programme = :programme) ON m.person = e.person"
		    " WHERE e.programme = :programme ORDER BY p.search, p.id",
		    programme, arena, &list, err))
		return false;
	*out = (struct participant_row *)list.rows;
	*count = list.count;
	return true;
}

bool member_list(struct db *db, int64_t programme, struct arena *arena,
		 struct participant_row **out, size_t *count, struct err *err)
{
	struct row_list list = { 0 };

	if (!collect_participants(db,
				  PARTICIPANT_COLUMNS
				  "  JOIN members m ON m.person = e.person"
				  "  JOIN groups g ON g.id = m.\"group\""
				  "       AND g.programme = e.programme"
				  " WHERE e.programme = :programme"
				  " ORDER BY g.number, p.search, p.id",
				  programme, arena, &list, err))
		return false;
	*out = (struct participant_row *)list.rows;
	*count = list.count;
	return true;
}

static void read_group(struct stmt *s, void *row, struct arena *arena)
{
	*(struct group_row *)row = (struct group_row){
		.group = stmt_int(s, 0),
		.number = stmt_int(s, 1),
		.name = stmt_text(s, 2, arena),
		.leader = stmt_text(s, 3, arena),
		.mentor = stmt_text(s, 4, arena),
		.members = stmt_int(s, 5),
		.project = stmt_int(s, 6),
		.title = stmt_text(s, 7, arena),
		.client = stmt_text(s, 8, arena),
		.status = stmt_text(s, 9, arena),
		.light = stmt_text(s, 10, arena),
		.indicator = stmt_text(s, 11, arena),
		.baseline = stmt_number(s, 12),
		.target = stmt_number(s, 13),
		.actual = stmt_number(s, 14),
		.due = stmt_date(s, 15),
		.milestones = stmt_int(s, 16),
		.done = stmt_int(s, 17),
		.late = stmt_int(s, 18),
		.below = stmt_int(s, 19),
		.as = stmt_int(s, 20),
		.above = stmt_int(s, 21),
		.presents = stmt_number(s, 22),
		.seed = stmt_number(s, 23),
	};
}

bool group_list(struct db *db, int64_t programme, struct date today, struct arena *arena,
		struct group_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct group_row), .read = read_group };
	char day[11];
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT g.id, g.number, g.name, coalesce(l.name, ''), "
		      "coalesce(t.name, ''),"
		      "       (SELECT count(*) FROM members m WHERE m.\"group\" = g.id),"
		      "       j.id, j.title, j.client, j.status, j.light, j.indicator,"
		      "       j.baseline, j.target, j.actual, j.due,"
		      "       count(k.id), count(k.done),"
		      "       count(*) FILTER (WHERE k.done IS NULL AND k.due < :today),"
		      "       count(*) FILTER (WHERE k.verdict = 'below'),"
		      "       count(*) FILTER (WHERE k.verdict = 'as'),"
		      "       count(*) FILTER (WHERE k.verdict = 'above'), j.presents, "
		      "j.seed"
		      "  FROM groups g"
		      "  LEFT JOIN persons l ON l.id = g.leader"
		      "  LEFT JOIN persons t ON t.id = g.mentor"
		      "  LEFT JOIN projects j ON j.\"group\" = g.id"
		      "  LEFT JOIN milestones k ON k.project = j.id"
		      " WHERE g.programme = :programme"
		      " GROUP BY g.id, j.id ORDER BY g.number, j.id",
		      &s, err))
		return false;
	date_to_iso(today, day);
	stmt_bind_text(s, ":today", day);
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct group_row *)list.rows;
	*count = list.count;
	return true;
}

static void read_action(struct stmt *s, void *row, struct arena *arena)
{
	*(struct action_row *)row = (struct action_row){
		.number = stmt_int(s, 0),
		.statement = stmt_text(s, 1, arena),
		.action = stmt_text(s, 2, arena),
		.owner = stmt_text(s, 3, arena),
		.due = stmt_date(s, 4),
		.status = stmt_text(s, 5, arena),
	};
}

bool action_list(struct db *db, int64_t programme, struct arena *arena,
		 struct action_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct action_row), .read = read_action };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT m.number, m.statement, m.action, p.name, m.due, m.status"
		      "  FROM improvements m LEFT JOIN persons p ON p.id = m.owner"
		      " WHERE m.programme = :programme ORDER BY m.number",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct action_row *)list.rows;
	*count = list.count;
	return true;
}

static void read_jp(struct stmt *s, void *row, struct arena *arena)
{
	*(struct jp_row *)row = (struct jp_row){
		.unit = stmt_text(s, 0, arena),
		.name = stmt_text(s, 1, arena),
		.persons = stmt_int(s, 2),
		.jp = stmt_int(s, 3),
		.reached = stmt_int(s, 4),
	};
}

bool jp_list(struct db *db, int year, long target, struct arena *arena,
	     struct jp_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct jp_row), .read = read_jp };
	struct stmt *s;

	if (!stmt_get(db,
		      "WITH earned AS ("
		      "  SELECT person, sum(jp) AS jp FROM (" JP_EARNED
		      ") GROUP BY person)"
		      "SELECT u.code, u.name, count(p.id), coalesce(sum(d.jp), 0),"
		      "       count(*) FILTER (WHERE d.jp >= :target)"
		      "  FROM units u LEFT JOIN persons p ON p.unit = u.id"
		      "  LEFT JOIN earned d ON d.person = p.id"
		      " GROUP BY u.id ORDER BY u.code",
		      &s, err))
		return false;
	stmt_bind_int(s, ":year", year);
	stmt_bind_int(s, ":target", (int64_t)target * 100);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct jp_row *)list.rows;
	*count = list.count;
	return true;
}
