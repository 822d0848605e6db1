#include "domain/teaching.h"

#include "base/arena.h"
#include "rows.h"
#include "store/stmt.h"

static struct date day_at(struct stmt *s, int column, struct arena *arena)
{
	struct date day;

	return date_from_iso(stmt_text(s, column, arena), &day) ? day : DATE_NONE;
}

static void read_teaching(struct stmt *s, void *row, struct arena *arena)
{
	*(struct teaching *)row = (struct teaching){
		.programme = stmt_text(s, 0, arena),
		.trainer = stmt_text(s, 1, arena),
		.nip = stmt_text(s, 2, arena),
		.partner = stmt_text(s, 3, arena),
		.sessions = stmt_int(s, 4),
		.jp = stmt_int(s, 5),
		.held = stmt_int(s, 6),
		.jp_held = stmt_int(s, 7),
		.first = day_at(s, 8, arena),
		.last = day_at(s, 9, arena),
	};
}

static const char teaching_sql[] =
	"SELECT p.code, coalesce(t.name, ''), coalesce(q.nip, ''), coalesce(r.code, ''),"
	"       count(*), sum(s.jp), count(*) FILTER (WHERE s.date <= :today),"
	"       coalesce(sum(s.jp) FILTER (WHERE s.date <= :today), 0),"
	"       coalesce(min(s.date), ''), coalesce(max(s.date), '')"
	"  FROM sessions s JOIN programmes p ON p.id = s.programme"
	"   AND p.status <> 'cancelled'"
	"  LEFT JOIN trainers t ON t.id = s.trainer"
	"  LEFT JOIN persons q ON q.id = t.person"
	"  LEFT JOIN partners r ON r.id = t.partner"
	" WHERE (:programme = 0 OR s.programme = :programme)"
	"   AND (:year = 0 OR CAST(substr(s.date, 1, 4) AS INTEGER) = :year)"
	" GROUP BY s.trainer, s.programme"
	" ORDER BY t.id IS NULL, t.search, t.id, p.starts, p.code";

bool teaching_list(struct db *db, const struct teaching_asked *asked, struct arena *arena,
		   struct teaching **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct teaching), .read = read_teaching };
	char today[11];
	struct stmt *s;

	date_to_iso(asked->today, today);
	if (!stmt_get(db, teaching_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", asked->programme);
	stmt_bind_int(s, ":year", asked->year);
	stmt_bind_text(s, ":today", today);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct teaching *)(void *)list.rows;
	*count = list.count;
	return true;
}
