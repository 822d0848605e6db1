#include "domain/attendance_totals.h"

#include "base/arena.h"
#include "enrolled.h"
#include "rows.h"
#include "store/stmt.h"

static void read_totals(struct stmt *s, void *row, struct arena *arena)
{
	struct session_totals *t = row;

	t->session = stmt_int(s, 0);
	t->number = stmt_int(s, 1);
	t->date = stmt_date(s, 2);
	t->topic = stmt_text(s, 3, arena);
	for (int i = 0; i < ATTENDANCE_STATES; i++)
		t->counts[i] = stmt_int(s, 4 + i);
	t->unmarked = stmt_int(s, 9);
	t->notes = stmt_text(s, 10, arena);
}

/* clang-format off */
static const char totals_sql[] =
	"SELECT s.id, s.number, s.date, s.topic,"
	"       count(*) FILTER (WHERE a.state = 'present'),"
	"       count(*) FILTER (WHERE a.state = 'late'),"
	"       count(*) FILTER (WHERE a.state = 'sick'),"
	"       count(*) FILTER (WHERE a.state = 'excused'),"
	"       count(*) FILTER (WHERE a.state = 'absent'),"
	"       (SELECT count(*) FROM enrolments e"
	"         WHERE e.programme = :programme AND " HOLDS_PLACE("e")
	"           AND NOT EXISTS (SELECT 1 FROM attendance m"
	"                            WHERE m.session = s.id AND m.person = e.person)), s.notes"
	"  FROM sessions s LEFT JOIN attendance a ON a.session = s.id"
	" WHERE s.programme = :programme"
	" GROUP BY s.id ORDER BY s.number";
/* clang-format on */

bool attendance_totals(struct db *db, int64_t programme, struct arena *arena,
		       struct session_totals **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct session_totals),
				 .read = read_totals };
	struct stmt *s;

	if (!stmt_get(db, totals_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct session_totals *)(void *)list.rows;
	*count = list.count;
	return true;
}
