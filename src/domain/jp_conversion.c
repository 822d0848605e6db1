#include "domain/jp_conversion.h"

#include "base/arena.h"
#include "base/number.h"
#include "domain/certificate.h"
#include "store/record.h"

int64_t jp_convert(const struct conversion *c, int64_t quantity)
{
	int64_t whole = 100 * c->per;
	int64_t jp = (quantity * c->factor + whole / 2) / whole;

	return c->cap != NUMBER_NONE && jp > c->cap ? c->cap : jp;
}

bool jp_of_certificate(struct db *db, const struct certificate *c, int64_t *jp,
		       struct err *err)
{
	struct arena arena = { 0 };
	struct conversion row;
	int64_t id = 0;
	bool good = true;

	*jp = NUMBER_NONE;
	if (c->quantity == NUMBER_NONE || *c->basis == '\0')
		return true;
	record_init(&conversion_kind, &row);
	row.form = c->form;
	row.scope = c->scope;
	row.basis = c->basis;
	good = record_find(db, &conversion_kind, &row, &id, err);
	if (good && id != 0)
		good = record_load(db, &conversion_kind, id, &row, &arena, err);
	if (good && id != 0 && row.factor != NUMBER_NONE)
		*jp = jp_convert(&row, c->quantity);
	arena_done(&arena);
	return good;
}
