#include "export_answers.h"

#include "base/arena.h"
#include "base/err.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/item_type.h"
#include "store/record.h"
#include "store/select.h"

enum { ANSWERS_MOST = 1000 };

static bool count_item(void *context, const void *record, struct err *err)
{
	struct answer_export *a = context;
	const struct item *item = record;

	(void)err;
	if ((size_t)item->number > a->count)
		a->count = (size_t)item->number;
	return true;
}

bool answer_export_open(struct answer_export *a, struct db *db, struct err *err)
{
	struct select select = { .kind = &item_kind };

	a->count = 0;
	return select_each(db, &select, count_item, a, err);
}

bool answer_export_values(const struct answer_export *a, struct db *db,
			  const struct sheet *sheet, struct arena *arena,
			  const char ***values, struct err *err)
{
	struct select select = { .kind = &answer_kind,
				 .parent = "sheet",
				 .parent_id = sheet->id };
	const char **out = arena_array(arena, a->count + 1, sizeof *out);
	struct rows rows = { NULL, 0 };
	struct item item;

	for (size_t i = 0; i < a->count; i++)
		out[i] = "";
	if (!select_page(db, &select, SELECT_FIRST, 0, ANSWERS_MOST, arena, &rows, err))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		const struct answer *answer = (const struct answer *)rows.rows + i;

		if (!record_load(db, &item_kind, answer->item, &item, arena, err))
			return false;
		if ((size_t)item.number <= a->count)
			out[item.number - 1] = answer_format(
				&item,
				&(struct sheet_answer){ answer->value, answer->text },
				arena);
	}
	*values = out;
	return true;
}
