#include "domain/project.h"
#include "store/select.h"

enum { MILESTONES_MOST = 99 };

bool milestone_list(struct db *db, int64_t project, struct arena *arena,
		    struct milestone **out, size_t *count, struct err *err)
{
	struct select select = { .kind = &milestone_kind,
				 .parent = "project",
				 .parent_id = project };
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_FIRST, 0, MILESTONES_MOST, arena, &rows,
			 err))
		return false;
	*out = rows.rows;
	*count = rows.count;
	return true;
}
