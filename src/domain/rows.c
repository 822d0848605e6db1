#include "rows.h"

#include "base/arena.h"
#include "store/stmt.h"

bool rows_collect(struct row_list *list, struct stmt *s, struct arena *arena,
		  struct err *err)
{
	enum stmt_step step;

	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (list->count == list->space) {
			size_t wider = list->space ? 2 * list->space : 32;

			list->rows =
				arena_grow(arena, list->rows, list->space * list->size,
					   wider * list->size);
			list->space = wider;
		}
		list->read(s, list->rows + list->count++ * list->size, arena);
	}
	return step == STMT_DONE;
}
