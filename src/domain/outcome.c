#include "domain/outcome.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "query.h"
#include "rows.h"
#include "store/record.h"
#include "store/select.h"
#include "store/stmt.h"

/* What a programme has on the page of its follow-up, as it is stored. */
enum { ROWS_MOST = 1000 };

static bool children(struct db *db, const struct kind *kind, int64_t programme,
		     struct arena *arena, struct rows *rows, struct err *err)
{
	struct select select = { .kind = kind,
				 .parent = "programme",
				 .parent_id = programme };

	return select_page(db, &select, SELECT_FIRST, 0, ROWS_MOST, arena, rows, err);
}

static bool load_newest(struct db *db, struct result_row *row, struct arena *arena,
			struct err *err)
{
	int64_t newest = 0, actual;

	record_init(&measurement_kind, &row->last);
	if (!query_one(db, "SELECT count(*) FROM measurements WHERE result = :a",
		       row->result.id, &row->measurements, err) ||
	    !query_one(db,
		       "SELECT id FROM measurements WHERE result = :a"
		       " ORDER BY measured DESC LIMIT 1",
		       row->result.id, &newest, err))
		return false;
	if (newest != 0 &&
	    !record_load(db, &measurement_kind, newest, &row->last, arena, err))
		return false;
	actual = row->last.actual;
	row->achievement = achievement_of(row->result.direction, row->result.baseline,
					  row->result.target, actual);
	return true;
}

bool result_list(struct db *db, int64_t programme, struct arena *arena,
		 struct result_row **out, size_t *count, struct err *err)
{
	struct rows rows = { NULL, 0 };
	struct result_row *list;

	if (!children(db, &result_kind, programme, arena, &rows, err))
		return false;
	list = arena_array(arena, rows.count + 1, sizeof *list);
	for (size_t i = 0; i < rows.count; i++) {
		list[i].result = ((const struct result *)rows.rows)[i];
		if (!load_newest(db, &list[i], arena, err))
			return false;
	}
	*out = list;
	*count = rows.count;
	return true;
}

bool benefit_list(struct db *db, int64_t programme, struct arena *arena,
		  struct benefit **out, size_t *count, struct err *err)
{
	struct rows rows = { NULL, 0 };

	if (!children(db, &benefit_kind, programme, arena, &rows, err))
		return false;
	*out = rows.rows;
	*count = rows.count;
	return true;
}
