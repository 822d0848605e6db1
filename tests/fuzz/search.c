#include <string.h>

#include "base/i18n.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/criteria.h"
#include "domain/reference.h"
#include "kinds.h"
#include "office.h"
#include "store/select.h"

/* What people search for, in lists, in queries by example and as the name of
 * a record. The first line names the kind. It never fails, never takes much
 * longer than another search, and finds what holds the words. */
enum { STEPS = 1000, STEPS_MOST = 3000000, PAGE = 50 };

static int count_steps(void *context)
{
	*(long *)context += STEPS;
	return 0;
}

static const struct field *search_of(const struct kind *kind)
{
	const struct field *f = kind->fields;

	while (f->type != FIELD_END && f->type != FIELD_SEARCH)
		f++;
	return f->type == FIELD_END ? NULL : f;
}

/* Every row that was found holds the first word. */
static void check_found(const struct kind *kind, const struct rows *rows,
			const char *typed, struct arena *a)
{
	const char *key = text_key(a, typed);
	const char *word = arena_strndup(a, key, strcspn(key, " "));
	const struct field *search = search_of(kind);

	for (size_t i = 0; search && i < rows->count; i++)
		PROMISE(strstr(field_text(search, (char *)rows->rows + i * kind->size),
			       word));
}

static void check_filter(struct db *db, const struct kind *kind, const char *typed,
			 struct arena *a)
{
	struct select select = { .kind = kind };
	struct err err = { 0 };
	struct rows rows;
	size_t all, with, without;

	fuzz_good(select_count(db, &select, 100000, &all, &err), &err);
	select.filter = typed;
	fuzz_good(select_page(db, &select, SELECT_FIRST, 0, PAGE, a, &rows, &err), &err);
	check_found(kind, &rows, typed, a);
	fuzz_good(select_count(db, &select, 100000, &with, &err), &err);
	select.inverse = true;
	fuzz_good(select_count(db, &select, 100000, &without, &err), &err);
	PROMISE(with >= rows.count && with <= all);
	PROMISE(with + without == all || with == all);
}

static void check_query(struct db *db, const struct kind *kind, const char *typed,
			struct arena *a)
{
	const struct field *f = &kind->fields[strlen(typed) % kind_field_count(kind)];
	struct problems problems = { .arena = a };
	struct criteria criteria;
	struct err err = { 0 };
	struct rows rows;

	criteria_init(&criteria, db, kind, a);
	if (f->type == FIELD_SEARCH)
		return;
	fuzz_good(criteria_add(&criteria, f, typed, &problems, &err), &err);
	if (problems.errors == 0) {
		struct select select = { .kind = kind,
					 .terms = criteria.terms,
					 .term_count = criteria.count };

		fuzz_good(select_page(db, &select, SELECT_FIRST, 0, PAGE, a, &rows, &err),
			  &err);
	}
}

static void check_reference(struct db *db, const struct kind *kind, const char *typed,
			    struct arena *a)
{
	struct problems problems = { .arena = a };
	struct err err = { 0 };
	int64_t id = 0;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type != FIELD_REF)
			continue;
		fuzz_good(reference_resolve(db, f, typed, &id, &problems, &err), &err);
		fuzz_good(reference_find(db, f, typed, &id, &problems, &err), &err);
		return;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct db *db;
	struct arena a = { 0 };
	char *typed, *text = fuzz_text(&a, data, size);
	const struct kind *kind = fuzz_kind(text, &typed);
	long steps = 0;

	i18n_init("id");
	if (!db)
		db = office_open(true);
	sqlite3_progress_handler(db->raw, STEPS, count_steps, &steps);
	/* Nothing else reaches a search: keys and pasted texts are UTF-8. */
	if (text_invalid_at(typed, strlen(typed)) < 0) {
		check_filter(db, kind, typed, &a);
		check_query(db, kind, typed, &a);
		check_reference(db, kind, typed, &a);
	}
	PROMISE(steps <= STEPS_MOST);
	arena_done(&a);
	return 0;
}
