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

enum { NAMED = 3 };

static const struct kind *referred(const struct field *f)
{
	const struct kind *kind = kind_find(f->refers);

	BUG_ON(!kind);
	return kind;
}

bool reference_label(struct db *db, const struct kind *kind, int64_t id,
		     struct arena *arena, const char **label, struct err *err)
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
		return reference_label(db, referred(f), field_int(f, record), arena, text,
				       err);
	*text = field_to_shown(f, record, arena);
	return true;
}

bool record_label(struct db *db, const struct kind *kind, const void *record,
		  struct arena *arena, const char **label, struct err *err)
{
	const char *all = "";

	for (const char *at = kind->title; *at != '\0';) {
		size_t length = strcspn(at, ",");
		const struct field *f =
			kind_field(kind, arena_strndup(arena, at, length));
		const char *part;

		BUG_ON(!f);
		if (!reference_shown(db, f, record, arena, &part, err))
			return false;
		if (*part != '\0')
			all = *all == '\0' ? part
					   : arena_printf(arena, "%s %s", all, part);
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
	if (!field_from_typed(key, like, typed, arena, &ignored) ||
	    field_is_empty(key, like))
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

/* Records that fit what was typed. Where a kind is searched by words those
 * fit that hold all of them; of others only what is called exactly so. */
struct fitting {
	struct db *db;
	const struct kind *kind;
	const char *key; /* what was typed, folded */
	bool by_words;
	struct arena *arena, row;
	int64_t first, exact; /* the first that fits, and that is called so */
	size_t count, exact_count;
	const char *labels; /* of the first few */
};

static bool is_searched(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_SEARCH)
			return true;
	}
	return false;
}

static void add_label(struct fitting *f, const void *record)
{
	struct err ignored = { 0 };
	const char *label;

	if (record_label(f->db, f->kind, record, f->arena, &label, &ignored))
		f->labels = arena_printf(f->arena, "%s%s%s", f->labels,
					 *f->labels ? "; " : "", label);
}

static bool add_fitting(void *context, const void *record, struct err *err)
{
	struct fitting *f = context;
	bool exact;

	(void)err;
	arena_reset(&f->row);
	exact = says(f->db, f->kind, record, f->key, &f->row);
	if (!exact && !f->by_words)
		return true;
	if (f->count++ == 0)
		f->first = record_id(record);
	if (exact && f->exact_count++ == 0)
		f->exact = record_id(record);
	if (f->count <= NAMED)
		add_label(f, record);
	return true;
}

static bool collect_fitting(struct db *db, const struct kind *kind, const char *typed,
			    struct arena *arena, struct fitting *out, struct err *err)
{
	struct select select = { .kind = kind };
	bool good;

	*out = (struct fitting){ .db = db,
				 .kind = kind,
				 .key = text_key(arena, typed),
				 .arena = arena,
				 .labels = "" };
	out->by_words = *out->key != '\0' && is_searched(kind);
	if (out->by_words)
		select.filter = typed;
	good = select_each(db, &select, add_fitting, out, err);
	arena_done(&out->row);
	return good;
}

static bool find_by_words(struct db *db, const struct kind *kind,
			  const struct field *field, const char *typed, int64_t *id,
			  struct problems *problems, struct err *err)
{
	struct fitting f;

	if (!collect_fitting(db, kind, typed, problems->arena, &f, err))
		return false;
	if (f.exact_count == 1)
		*id = f.exact;
	else if (f.count == 1)
		*id = f.first;
	else if (f.count == 0)
		problem_add(
			problems, field->name,
			_("%s: '%s' is not known. Type its code or part of its name, or "
			  "press F4 to choose."),
			_(field->label), typed);
	else
		problem_add(problems, field->name,
			    _("%s: several fit (%s). Type more of it, or press F4 to "
			      "choose."),
			    _(field->label), f.labels);
	return true;
}

/* A label begins with the key: "PRJ26 Manajemen Proyek". */
static bool find_by_label(struct db *db, const struct kind *kind, const char *text,
			  struct arena *arena, int64_t *id, struct err *err)
{
	const char *label;

	if (!strchr(text, ' '))
		return true;
	if (!find_by_key(db, kind, arena_strndup(arena, text, strcspn(text, " ")), arena,
			 id, err) ||
	    !reference_label(db, kind, *id, arena, &label, err))
		return false;
	if (strcmp(text_key(arena, label), text_key(arena, text)) != 0)
		*id = 0;
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
	if (found == 0 && !find_by_label(db, kind, text, arena, &found, err))
		return false;
	if (found == 0 && !find_by_words(db, kind, field, text, &found, problems, err))
		return false;
	if (problems->errors == errors)
		*id = found;
	return true;
}

bool reference_find(struct db *db, const struct field *field, const char *typed,
		    int64_t *id, struct problems *problems, struct err *err)
{
	const struct kind *kind = referred(field);
	struct arena *arena = problems->arena;
	const char *text = text_clean_line(arena, typed);
	struct fitting f;

	*id = 0;
	if (*text == '\0')
		return true;
	if (!find_by_key(db, kind, text, arena, id, err) ||
	    (*id == 0 && !find_by_label(db, kind, text, arena, id, err)))
		return false;
	if (*id != 0)
		return true;
	if (!collect_fitting(db, kind, text, arena, &f, err))
		return false;
	if (f.exact_count > 1)
		problem_add(problems, field->name,
			    _("%s: several are called '%s'. Write the code or the NIP "
			      "instead."),
			    _(field->label), text);
	else
		*id = f.exact;
	return true;
}
