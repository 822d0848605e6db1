#include "domain/improve_list.h"

#include "base/number.h"
#include "rows.h"
#include "store/stmt.h"

static void read_row(struct stmt *s, void *row, struct arena *arena)
{
	struct improve_row r = {
		.finding = stmt_int(s, 0),
		.number = stmt_number(s, 1),
		.source = stmt_text(s, 2, arena),
		.kind = stmt_text(s, 3, arena),
		.statement = stmt_text(s, 4, arena),
		.count = stmt_number(s, 5),
		.figure = stmt_number(s, 6),
		.improvement = stmt_int(s, 7),
		.action_number = stmt_number(s, 8),
		.action = stmt_text(s, 9, arena),
		.owner = stmt_text(s, 10, arena),
		.decision = stmt_text(s, 11, arena),
		.status = stmt_text(s, 12, arena),
		.result = stmt_text(s, 13, arena),
		.due = stmt_date(s, 14),
		.carried_from = stmt_text(s, 15, arena),
		.changed = stmt_text(s, 16, arena),
	};

	*(struct improve_row *)row = r;
}

/* What lines name the finding or the action, each with its revision. */
#define CHANGED                                                                      \
	"coalesce((SELECT group_concat(r.number || ': ' || c.part || ' ' || c.line," \
	"                              '; ')"                                        \
	"            FROM revision_causes c JOIN revisions r ON r.id = c.revision"   \
	"           WHERE c.improvement = i.id OR c.finding = f.id), '')"

static const char rows_sql[] =
	"SELECT * FROM (SELECT f.id, f.number AS finding, f.source,"
	"       coalesce(f.kind, i.kind),"
	"       coalesce(i.statement, f.statement), f.count, f.figure,"
	"       i.id, i.number AS nth, i.action, p.name, i.decision, i.status,"
	"       CASE WHEN i.status = 'waived' THEN i.waived_reason ELSE i.result END,"
	"       i.due, (SELECT b.code FROM improvements o"
	"                 JOIN programmes b ON b.id = o.programme"
	"                WHERE o.id = i.carried_from), " CHANGED
	"  FROM improvements i LEFT JOIN findings f ON f.id = i.finding"
	"  LEFT JOIN persons p ON p.id = i.owner"
	" WHERE i.programme = :programme"
	" UNION ALL "
	"SELECT f.id, f.number, f.source, f.kind, f.statement, f.count, f.figure,"
	"       NULL, NULL, '', '', '', '', '', NULL, '', " CHANGED
	"  FROM findings f CROSS JOIN (SELECT NULL AS id) i"
	" WHERE f.programme = :programme"
	"   AND NOT EXISTS (SELECT 1 FROM improvements x WHERE x.finding = f.id"
	"                      AND x.programme = :programme)"
	") ORDER BY finding IS NULL, finding, nth";

bool improve_list(struct db *db, int64_t programme, struct arena *arena,
		  struct improve_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct improve_row), .read = read_row };
	struct stmt *s;

	if (!stmt_get(db, rows_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct improve_row *)list.rows;
	*count = list.count;
	return true;
}
