#include "domain/person_runs.h"

#include "base/err.h"
#include "base/i18n.h"
#include "enrolled.h"
#include "rows.h"
#include "store/stmt.h"

/* clang-format off */
const struct choice person_role_choices[] = {
	{ "participant", N_("Participant"), 'p' },
	{ "lead", N_("Lead"), 'l' },
	{ "trainer", N_("Trainer"), 't' },
	{ "mentor", N_("Mentor"), 'm' },
	{ NULL, NULL, 0 },
};
/* clang-format on */

static void read_run(struct stmt *s, void *row, struct arena *arena)
{
	struct person_run *r = row;

	*r = (struct person_run){
		.programme = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.title = stmt_text(s, 2, arena),
		.starts = stmt_date(s, 3),
		.role = stmt_text(s, 4, arena),
		.status = stmt_text(s, 5, arena),
		.jp = stmt_number(s, 6),
		.group_number = stmt_number(s, 7),
		.project = stmt_text(s, 8, arena),
	};
}

/* clang-format off */
#define PROJECTS                                       \
	"coalesce((SELECT group_concat(j.title, '; ')" \
	"            FROM projects j WHERE j.\"group\" = g.id), '')"

static const char runs_sql[] =
	"SELECT r.id, r.code, r.title, coalesce(r.starts, '') AS day,"
	"       'participant', e.status,"
	"       CASE WHEN " CREDITED " THEN " CREDITED_JP " END,"
	"       g.number, " PROJECTS
	"  FROM enrolments e JOIN programmes r ON r.id = e.programme"
	"  LEFT JOIN groups g ON g.id = (SELECT m.\"group\" FROM members m"
	"       JOIN groups o ON o.id = m.\"group\" AND o.programme = e.programme"
	"      WHERE m.person = e.person)"
	" WHERE e.person = :person"
	" UNION ALL "
	"SELECT p.id, p.code, p.title, coalesce(p.starts, ''), 'lead', '',"
	"       NULL, NULL, ''"
	"  FROM programmes p WHERE p.lead = :person"
	" UNION ALL "
	"SELECT DISTINCT p.id, p.code, p.title, coalesce(p.starts, ''), 'trainer', '',"
	"       NULL, NULL, ''"
	"  FROM trainers t JOIN sessions s ON s.trainer = t.id"
	"  JOIN programmes p ON p.id = s.programme WHERE t.person = :person"
	" UNION ALL "
	"SELECT p.id, p.code, p.title, coalesce(p.starts, ''), 'mentor', '',"
	"       NULL, g.number, " PROJECTS
	"  FROM groups g JOIN programmes p ON p.id = g.programme"
	" WHERE g.mentor = :person"
	" ORDER BY day DESC, 1 DESC";
/* clang-format on */

bool person_runs(struct db *db, int64_t person, struct arena *arena,
		 struct person_run **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct person_run), .read = read_run };
	struct stmt *s;

	if (!stmt_get(db, runs_sql, &s, err))
		return false;
	stmt_bind_int(s, ":person", person);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct person_run *)list.rows;
	*count = list.count;
	return true;
}
