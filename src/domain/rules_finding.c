#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "domain/feedback.h"
#include "domain/finding.h"
#include "query.h"
#include "rules.h"
#include "store/record.h"
#include "store/select.h"

bool finding_complete(struct db *db, void *record, struct arena *arena)
{
	struct finding *f = record;

	(void)arena;
	if (f->number == NUMBER_NONE)
		f->number = 1 + answer_one(db,
					   "SELECT max(number) FROM findings"
					   " WHERE programme = :a",
					   f->programme);
	if (*f->source == '\0')
		f->source = "observation";
	if (*f->kind == '\0')
		f->kind = "fix";
	return true;
}

/* The records of `kind` that name the finding name none any more. */
static bool let_go(struct db *db, const struct kind *kind, int64_t finding,
		   struct err *err)
{
	struct arena arena = { 0 };
	const struct field *f = kind_field(kind, "finding");
	struct select select = { .kind = kind, .parent = f->name, .parent_id = finding };
	void *now = arena_alloc(&arena, kind->size);
	struct rows rows = { NULL, 0 };
	bool good;

	do {
		good = select_page(db, &select, SELECT_FIRST, 0, 100, &arena, &rows, err);
		for (size_t i = 0; good && i < rows.count; i++) {
			const void *old = (const char *)rows.rows + i * kind->size;

			memcpy(now, old, kind->size);
			field_set_int(f, now, 0);
			good = record_update(db, kind, old, now, err);
		}
	} while (good && rows.count > 0);
	arena_done(&arena);
	return good;
}

/* Actions, tags and changed lines outlive the finding that led to them. */
bool finding_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	if (now)
		return true;
	return let_go(db, &improvement_kind, record_id(old), err) &&
	       let_go(db, &comment_tag_kind, record_id(old), err) &&
	       let_go(db, &revision_cause_kind, record_id(old), err);
}
