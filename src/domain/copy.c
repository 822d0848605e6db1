#include "copy.h"

#include <string.h>

#include "base/arena.h"
#include "domain/kinds.h"
#include "domain/save.h"
#include "store/record.h"
#include "store/select.h"

enum { COPY_PAGE = 200 };

static bool copy_one(struct db *db, const struct copy *copy, void *record,
		     struct err *err)
{
	record_set_id(record, 0);
	for (const struct field *f = copy->kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_DATE && copy->without_dates)
			field_set_date(f, record, DATE_NONE);
	}
	field_set_int(kind_field(copy->kind, copy->parent), record, copy->to);
	return record_insert(db, copy->kind, record, err);
}

bool copy_all(struct db *db, const struct copy *copy, struct err *err)
{
	struct arena arena = { 0 };
	struct rows rows = { NULL, 0 };
	struct select select = { .kind = copy->kind,
				 .parent = copy->parent,
				 .parent_id = copy->from };
	enum select_from from = SELECT_FIRST;
	int64_t last = 0;
	bool good;

	do {
		arena_reset(&arena);
		good = select_page(db, &select, from, last, COPY_PAGE, &arena, &rows,
				   err);
		from = SELECT_AFTER;
		for (size_t i = 0; good && i < rows.count; i++) {
			void *record = (char *)rows.rows + i * copy->kind->size;

			last = record_id(record);
			good = copy_one(db, copy, record, err);
		}
	} while (good && rows.count == COPY_PAGE);
	arena_done(&arena);
	return good;
}

static const struct field *parent_field(const struct kind *child,
					const struct kind *parent)
{
	for (const struct field *f = child->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_PARENT) && strcmp(f->refers, parent->name) == 0)
			return f;
	}
	return NULL;
}

bool record_copy_children(struct db *db, const struct kind *kind, int64_t from,
			  int64_t to, struct err *err)
{
	for (const char *at = kind->copies ? kind->copies : ""; *at != '\0';) {
		struct arena arena = { 0 };
		size_t length = strcspn(at, ",");
		const struct kind *child = kind_find(arena_strndup(&arena, at, length));
		struct copy copy = { .kind = child, .from = from, .to = to };
		bool good;

		copy.parent = parent_field(child, kind)->name;
		good = copy_all(db, &copy, err);
		arena_done(&arena);
		if (!good)
			return false;
		at += length + (at[length] == ',');
	}
	return !kind->copied || kind->copied(db, from, to, err);
}
