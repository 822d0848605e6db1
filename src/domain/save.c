#include "domain/save.h"

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "design_parts.h"
#include "domain/kinds.h"
#include "domain/reference.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

#include <string.h>

enum { REMOVE_PAGE = 200 };

/* The field to blame for a natural key that is taken: the last of it. */
static const struct field *key_field(const struct kind *kind, const void *record)
{
	const struct field *key = NULL;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!(f->flags & FIELD_KEY))
			continue;
		if (field_is_empty(f, record))
			return NULL;
		key = f;
	}
	return key;
}

static bool check_key(struct db *db, const struct kind *kind, const void *record,
		      struct problems *problems, struct err *err)
{
	const struct field *key = key_field(kind, record);
	int64_t id = 0;

	if (!key)
		return true;
	if (!record_find(db, kind, record, &id, err))
		return false;
	if (id != 0 && id != record_id(record))
		problem_add(problems, key->name,
			    _("%s: this one exists already. Open that record or type "
			      "another."),
			    _(key->label));
	return true;
}

static bool check_rules(struct db *db, const struct kind *kind, const void *old,
			const void *record, struct problems *problems, struct err *err)
{
	record_check_fields(kind, record, problems);
	db_listen(db);
	if (kind->check)
		kind->check(db, old, record, problems);
	return db_answered(db, err);
}

bool record_check(struct db *db, const struct kind *kind, const void *old,
		  const void *record, struct problems *problems, struct err *err)
{
	return check_rules(db, kind, old, record, problems, err) &&
	       check_key(db, kind, record, problems, err);
}

static bool fill_in(struct db *db, const struct kind *kind, const void *old, void *record,
		    struct arena *arena, struct err *err)
{
	if (!design_guard(db, kind, record, err) ||
	    (old && !design_guard(db, kind, old, err)))
		return false;
	db_listen(db);
	if ((!old || kind->complete_changes) && kind->complete &&
	    !kind->complete(db, record, arena))
		return !db_answered(db, err) ? false
					     : err_set(err, ERR_DB,
						       _("The new record could not be "
							 "filled in."));
	if (!db_answered(db, err))
		return false;
	record_derive(kind, record, arena);
	return true;
}

/* Store what was checked; with errors nothing. */
static bool store_record(struct db *db, const struct kind *kind, const void *old,
			 void *record, struct problems *problems, struct err *err)
{
	if (problems->errors)
		return true;
	if (!old && kind->prepare && !kind->prepare(db, record, problems->arena, err))
		return false;
	if (old ? !record_update(db, kind, old, record, err)
		: !record_insert(db, kind, record, err))
		return false;
	return !kind->follow || kind->follow(db, old, record, err);
}

static bool write_record(struct db *db, const struct kind *kind, const void *old,
			 void *record, struct problems *problems, struct err *err)
{
	return fill_in(db, kind, old, record, problems->arena, err) &&
	       record_check(db, kind, old, record, problems, err) &&
	       store_record(db, kind, old, record, problems, err);
}

bool record_add(struct db *db, const struct kind *kind, void *record,
		struct problems *problems, struct err *err)
{
	bool given = key_field(kind, record) != NULL;

	BUG_ON(!action_is_open(db));
	if (!fill_in(db, kind, NULL, record, problems->arena, err))
		return false;
	/* What was filled in meanwhile nobody has looked for. */
	return check_rules(db, kind, NULL, record, problems, err) &&
	       (given || check_key(db, kind, record, problems, err)) &&
	       store_record(db, kind, NULL, record, problems, err);
}

static bool begin(struct db *db, const struct kind *kind, const char *format,
		  const void *record, struct err *err)
{
	struct arena arena = { 0 };
	const char *label = "";
	bool good;

	good = record_label(db, kind, record, &arena, &label, err) &&
	       action_begin(db, arena_printf(&arena, format, _(kind->label), label), err);
	arena_done(&arena);
	return good;
}

bool record_save(struct db *db, const struct kind *kind, const void *old, void *record,
		 struct problems *problems, struct err *err)
{
	bool own = !action_is_open(db);

	/* TRANSLATORS: kind of record and its name: "Person changed: Dewi" */
	if (own &&
	    !begin(db, kind, old ? _("%s changed: %s") : _("%s added: %s"), record, err))
		return false;
	if (!write_record(db, kind, old, record, problems, err)) {
		if (own)
			action_rollback(db);
		return false;
	}
	if (!own)
		return true;
	if (problems->errors) {
		action_rollback(db);
		return true;
	}
	return action_commit(db, err);
}

bool record_put(struct db *db, const struct kind *kind, const void *old, void *record,
		struct arena *arena, struct err *err)
{
	struct problems problems = { .arena = arena };

	if (!record_save(db, kind, old, record, &problems, err))
		return false;
	return problems.errors == 0 ||
	       err_set(err, ERR_INPUT, "%s", problem_first_error(&problems)->text);
}

static bool remove_all(struct db *db, const struct kind *kind, int64_t id,
		       struct err *err);

/* The records of `kind` whose parent field `f` is `id`. */
static bool remove_children(struct db *db, const struct kind *kind, const struct field *f,
			    int64_t id, struct err *err)
{
	struct arena arena = { 0 };
	struct rows rows = { NULL, 0 };
	struct select select = { .kind = kind, .parent = f->name, .parent_id = id };
	bool good = true;

	do {
		good = select_page(db, &select, SELECT_FIRST, 0, REMOVE_PAGE, &arena,
				   &rows, err);
		for (size_t i = 0; good && i < rows.count; i++)
			good = remove_all(db, kind,
					  record_id((char *)rows.rows + i * kind->size),
					  err);
	} while (good && rows.count == REMOVE_PAGE);
	arena_done(&arena);
	return good;
}

/* May the record go, and what goes or changes with it? */
static bool begin_to_remove(struct db *db, const struct kind *kind, int64_t id,
			    struct err *err)
{
	struct arena arena = { 0 };
	void *record = arena_alloc(&arena, kind->size);
	bool good;

	if (!kind->follow && !revision_field(kind))
		good = true;
	else
		good = record_load(db, kind, id, record, &arena, err) &&
		       design_guard(db, kind, record, err) &&
		       (!kind->follow || kind->follow(db, record, NULL, err));
	arena_done(&arena);
	return good;
}

static bool remove_all(struct db *db, const struct kind *kind, int64_t id,
		       struct err *err)
{
	const struct kind *const *k = kinds;

	if (!begin_to_remove(db, kind, id, err))
		return false;
	while (*k)
		k++;
	/* Kinds stand behind those they refer to: the last ones go first. */
	while (k > kinds) {
		k--;
		for (const struct field *f = (*k)->fields; f->type != FIELD_END; f++) {
			if (f->type != FIELD_REF || !(f->flags & FIELD_PARENT) ||
			    strcmp(f->refers, kind->name) != 0)
				continue;
			if (!remove_children(db, *k, f, id, err))
				return false;
		}
	}
	return record_delete(db, kind, id, err);
}

static bool begin_removal(struct db *db, const struct kind *kind, const int64_t *ids,
			  size_t count, struct err *err)
{
	struct arena arena = { 0 };
	void *record = arena_alloc(&arena, kind->size);
	bool good;

	if (count == 1)
		good = record_load(db, kind, ids[0], record, &arena, err) &&
		       begin(db, kind, _("%s deleted: %s"), record, err);
	else
		good = action_begin(db,
				    arena_printf(&arena, _("%zu deleted: %s"), count,
						 _(kind->labels)),
				    err);
	arena_done(&arena);
	return good;
}

bool records_remove(struct db *db, const struct kind *kind, const int64_t *ids,
		    size_t count, struct err *err)
{
	bool own = !action_is_open(db);
	size_t done = 0;

	if (own && !begin_removal(db, kind, ids, count, err))
		return false;
	while (done < count && remove_all(db, kind, ids[done], err))
		done++;
	if (done == count)
		return !own || action_commit(db, err);
	if (own)
		action_rollback(db);
	return false;
}
