#include "domain/jp_conversion.h"

#include "base/number.h"
#include "store/stmt.h"

int64_t jp_convert(const struct conversion *row, int64_t quantity)
{
	int64_t whole, jp;

	if (row->factor == NUMBER_NONE || quantity == NUMBER_NONE || row->per < 1)
		return NUMBER_NONE;
	whole = 100 * row->per;
	jp = (quantity * row->factor + whole / 2) / whole;
	return row->cap != NUMBER_NONE && jp > row->cap ? row->cap : jp;
}

bool jp_conversion_find(struct db *db, const struct certificate *what,
			struct conversion *row, struct err *err)
{
	enum stmt_step step;
	struct stmt *s;

	*row = (struct conversion){ .factor = NUMBER_NONE, .per = 1, .cap = NUMBER_NONE };
	if (!stmt_get(db,
		      "SELECT id, factor, per, cap FROM conversions"
		      " WHERE form = :form AND scope = :scope AND basis = :basis",
		      &s, err))
		return false;
	stmt_bind_text(s, ":form", what->form);
	stmt_bind_text(s, ":scope", what->scope);
	stmt_bind_text(s, ":basis", what->basis);
	step = stmt_step(s, err);
	if (step == STMT_ROW) {
		row->id = stmt_int(s, 0);
		row->factor = stmt_number(s, 1);
		row->per = stmt_int(s, 2);
		row->cap = stmt_number(s, 3);
	}
	stmt_reset(s);
	return step != STMT_FAILED;
}
