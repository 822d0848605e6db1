#include "domain/outcome.h"

#include "enrolled.h"
#include "rows.h"
#include "store/stmt.h"

static void read_alumnus(struct stmt *s, void *row, struct arena *arena)
{
	*(struct alumnus *)row = (struct alumnus){
		.nip = stmt_text(s, 0, arena),
		.name = stmt_text(s, 1, arena),
		.position = stmt_text(s, 2, arena),
		.unit = stmt_text(s, 3, arena),
		.unit_name = stmt_text(s, 4, arena),
		.email = stmt_text(s, 5, arena),
		.phone = stmt_text(s, 6, arena),
	};
}

bool alumni_list(struct db *db, int64_t programme, struct arena *arena,
		 struct alumnus **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct alumnus), .read = read_alumnus };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT p.nip, p.name, p.position, coalesce(u.code, ''),"
		      "       coalesce(u.name, ''), p.email, p.phone"
		      "  FROM enrolments e JOIN persons p ON p.id = e.person"
		      "  LEFT JOIN units u ON u.id = p.unit"
		      " WHERE e.programme = :programme"
		      "   AND e.status = " TOOK_PART(
			      ":programme") " ORDER BY u.code, p.search, p.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct alumnus *)list.rows;
	*count = list.count;
	return true;
}
