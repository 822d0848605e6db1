#include "domain/reference.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "store/record.h"
#include "store/select.h"

enum { CANDIDATES = 200, NAMED = 3 };

static const struct kind *referred(const struct field *f)
{
	const struct kind *kind = kind_find(f->refers);

	BUG_ON(!kind);
	return kind;
}

bool reference_label(struct db *db, const struct kind *kind, int64_t id, struct arena *arena,
		     const char **label, struct err *err)
{
	void *record;

	*label = "";
	if (id == 0)
		return true;
	record = arena_alloc(arena, kind->size);
	if (!record_load(db, kind, id, record, arena, err))
		return err->code == ERR_NOT_FOUND;
	return record_label(db, kind, record, arena, label, err);
}

bool reference_shown(struct db *db, const struct field *f, const void *record,
		     struct arena *arena, const char **text, struct err *err)
{
	if (f->type == FIELD_REF)
		return reference_label(db, referred(f), field_int(f, record), arena, text, err);
	*text = field_to_shown(f, record, arena);
	return true;
}

bool record_label(struct db *db, const struct kind *kind, const void *record,
		  struct arena *arena, const char **label, struct err *err)
{
	const char *all = "";

	for (const char *at = kind->title; *at != '\0';) {
		size_t length = strcspn(at, ",");
		const struct field *f = kind_field(kind, arena_strndup(arena, at, length));
		const char *part;

		BUG_ON(!f);
		if (!reference_shown(db, f, record, arena, &part, err))
			return false;
		if (*part != '\0')
			all = *all == '\0' ? part : arena_printf(arena, "%s %s", all, part);
		at += length + (at[length] == ',');
	}
	*label = all;
	return true;
}

/* The only key field where it is text: a code, a NIP or a name. */
static const struct field *text_key_field(const struct kind *kind)
{
	const struct field *key = NULL;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!(f->flags & FIELD_KEY))
			continue;
		if (key || !field_holds_text(f))
			return NULL;
		key = f;
	}
	return key;
}

static bool find_by_key(struct db *db, const struct kind *kind, const char *typed,
			struct arena *arena, int64_t *id, struct err *err)
{
	const struct field *key = text_key_field(kind);
	struct problems ignored = { .arena = arena };
	void *like = arena_alloc(arena, kind->size);

	if (!key)
		return true;
	record_init(kind, like);
	if (!field_from_typed(key, like, typed, arena, &ignored) || field_is_empty(key, like))
		return true;
	return record_find(db, kind, like, id, err);
}

/* Does a title field, or the label, say exactly what was typed? */
static bool says(struct db *db, const struct kind *kind, const void *record,
		 const char *key, struct arena *arena)
{
	struct err ignored = { 0 };
	const char *label;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_TEXT &&
		    (strcmp(f->name, "name") == 0 || strcmp(f->name, "title") == 0) &&
		    strcmp(text_key(arena, field_text(f, record)), key) == 0)
			return true;
	}
	return record_label(db, kind, record, arena, &label, &ignored) &&
	       strcmp(text_key(arena, label), key) == 0;
}

static void tell_several(struct db *db, const struct kind *kind, const struct field *field,
			 const struct rows *rows, struct problems *problems)
{
	struct arena *arena = problems->arena;
	struct err ignored = { 0 };
	const char *names = "", *label;

	for (size_t i = 0; i < rows->count && i < NAMED; i++) {
		if (record_label(db, kind, (char *)rows->rows + i * kind->size, arena, &label,
				 &ignored))
			names = *names == '\0' ? label :
						 arena_printf(arena, "%s; %s", names, label);
	}
	problem_add(problems, field->name,
		    _("%s: several fit (%s). Type more of it, or press F4 to choose."),
		    _(field->label), names);
}

static bool find_by_words(struct db *db, const struct kind *kind, const struct field *field,
			  const char *typed, int64_t *id, struct problems *problems,
			  struct err *err)
{
	struct arena *arena = problems->arena;
	struct select select = { .kind = kind, .filter = typed };
	struct rows rows = { NULL, 0 };
	const char *key = text_key(arena, typed);
	size_t exact = 0;

	if (!select_page(db, &select, SELECT_FIRST, 0, CANDIDATES, arena, &rows, err))
		return false;
	if (rows.count == 0) {
		problem_add(problems, field->name,
			    _("%s: '%s' is not known. Type its code or part of its name, or "
			      "press F4 to choose."),
			    _(field->label), typed);
		return true;
	}
	for (size_t i = 0; i < rows.count; i++) {
		const void *record = (char *)rows.rows + i * kind->size;

		if (rows.count == 1 || says(db, kind, record, key, arena)) {
			*id = record_id(record);
			exact++;
		}
	}
	if (exact != 1)
		tell_several(db, kind, field, &rows, problems);
	return true;
}

bool reference_resolve(struct db *db, const struct field *field, const char *typed,
		       int64_t *id, struct problems *problems, struct err *err)
{
	const struct kind *kind = referred(field);
	struct arena *arena = problems->arena;
	const char *text = text_clean_line(arena, typed);
	int64_t found = 0;
	size_t errors = problems->errors;

	if (*text == '\0') {
		*id = 0;
		return true;
	}
	if (!find_by_key(db, kind, text, arena, &found, err))
		return false;
	if (found == 0 && strchr(text, ' ') &&
	    !find_by_key(db, kind, arena_strndup(arena, text, strcspn(text, " ")), arena, &found,
			 err))
		return false;
	if (found == 0 && !find_by_words(db, kind, field, text, &found, problems, err))
		return false;
	if (problems->errors == errors)
		*id = found;
	return true;
}
