#include <string.h>

#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "kinds.h"

/* What people type into a field of a form. The first line names the kind, the
 * second the field, the rest is typed. What is taken is the same after it was
 * stored and read, and after it was shown and typed again. */

static const struct field *field_of(const struct kind *kind, char *text, char **rest)
{
	size_t length = strcspn(text, "\n");
	const struct field *f;

	*rest = text + length + (text[length] == '\n');
	text[length] = '\0';
	f = kind_field(kind, text);
	return f ? f : &kind->fields[(unsigned char)*text % kind_field_count(kind)];
}

static void *empty(const struct kind *kind, struct arena *a)
{
	void *record = arena_alloc(a, kind->size);

	record_init(kind, record);
	return record;
}

static void check_taken(const struct kind *kind, const struct field *f,
			const void *record, struct arena *a)
{
	struct problems problems = { .arena = a };
	void *again = empty(kind, a);
	const char *stored = field_to_stored(f, record, a);

	PROMISE(field_from_stored(f, again, stored, a));
	PROMISE(field_equal(f, record, again));
	again = empty(kind, a);
	PROMISE(field_from_typed(f, again, field_to_shown(f, record, a), a, &problems));
	PROMISE(field_equal(f, record, again));
	again = empty(kind, a);
	PROMISE(field_from_file(f, again, stored, a, &problems));
	PROMISE(field_equal(f, record, again));
	PROMISE(problems.errors == 0);
	record_check_fields(kind, record, &problems);
	PROMISE(field_is_empty(f, record) || !problem_of(&problems, f->name));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct problems problems = { .arena = &a };
	char *text = fuzz_text(&a, data, size), *rest;
	const struct kind *kind = fuzz_kind(text, &rest);
	const struct field *f = field_of(kind, rest, &text);
	void *record = empty(kind, &a);

	i18n_init(size % 2 ? "id" : "en");
	if (f->type == FIELD_REF || f->type == FIELD_SEARCH) {
		arena_done(&a);
		return 0;
	}
	if (field_from_typed(f, record, text, &a, &problems)) {
		PROMISE(problems.errors == 0);
		check_taken(kind, f, record, &a);
	} else {
		PROMISE(problems.errors > 0);
		PROMISE(record_equal(kind, record, empty(kind, &a)));
	}
	arena_done(&a);
	return 0;
}
