#include "export_sheets.h"

#include "domain/evaluation.h"
#include "domain/feedback.h"

static bool evaluate(struct sheet_filter *f, struct db *db, int64_t programme,
		     const struct evaluation **out, struct err *err)
{
	struct evaluation *e;

	for (size_t i = 0; i < f->count; i++) {
		if (f->known[i].programme == programme) {
			*out = f->known[i].evaluation;
			return true;
		}
	}
	e = ARENA_NEW(&f->arena, struct evaluation);
	if (!evaluation_of(db, programme, f->fewest, &f->arena, e, err))
		return false;
	if (f->count == f->space) {
		size_t wider = f->space ? 2 * f->space : 16;

		f->known = arena_grow(&f->arena, f->known, f->space * sizeof *f->known,
				      wider * sizeof *f->known);
		f->space = wider;
	}
	f->known[f->count++] = (struct sheet_programme){ programme, e };
	*out = e;
	return true;
}

bool sheet_filter_shows(struct sheet_filter *f, struct db *db, const struct sheet *sheet,
			bool *shows, struct err *err)
{
	const struct evaluation *e;

	if (!evaluate(f, db, sheet->programme, &e, err))
		return false;
	*shows = evaluation_shows(e, sheet);
	return true;
}

void sheet_filter_done(struct sheet_filter *f)
{
	arena_done(&f->arena);
}
