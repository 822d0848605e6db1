#include <string.h>

#include "base/i18n.h"
#include "store/history.h"
#include "store/record.h"
#include "store_private.h"

/* Undo and redo: an entry of the history is reverted by an action. */

/* From so many changes on, pages are kept as in an import. */
enum { MANY_CHANGES = 1000 };

/* What is being reverted, and with what. */
struct revert {
	struct db *db;
	const struct kind *const *kinds;
	int64_t entry;
	struct arena arena; /* for one change */
};

static const struct kind *kind_named(const struct revert *r, const char *name)
{
	for (const struct kind *const *k = r->kinds; *k; k++) {
		if (strcmp((*k)->name, name) == 0)
			return *k;
	}
	return NULL;
}

/* Has an action that still stands changed one of the records after the
 * entry? Changes of an update name one record each. */
static bool changed_since(const struct revert *r, const struct history_change *c,
			  bool *changed, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(r->db,
		      "SELECT 1 FROM change c JOIN entry e ON e.id = c.entry"
		      " WHERE c.kind = :kind AND c.op = 'update'"
		      "   AND c.last BETWEEN :first AND :last AND c.entry > :entry"
		      "   AND e.reverts IS NULL AND e.reverted_by IS NULL"
		      " LIMIT 1",
		      &s, err))
		return false;
	stmt_bind_text(s, ":kind", c->kind);
	stmt_bind_int(s, ":first", c->first);
	stmt_bind_int(s, ":last", c->last);
	stmt_bind_int(s, ":entry", r->entry);
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	*changed = step == STMT_ROW;
	stmt_reset(s);
	return true;
}

static bool fail_member(const struct kind *kind, const char *name, struct err *err)
{
	return err_set(
		err, ERR_CONFLICT,
		_("This version cannot read what '%s' of a record (%s) was. Use the "
		  "version that wrote it."),
		name, _(kind->label));
}

/* The current row of json_each into its field of `record`. */
static bool set_field(struct revert *r, const struct kind *kind, struct stmt *s,
		      void *record, const struct field **field, struct err *err)
{
	const char *name = stmt_text(s, 0, &r->arena);
	const struct field *f = kind_field(kind, name);

	*field = f;
	return (f &&
		field_from_stored(f, record, stmt_text(s, 1, &r->arena), &r->arena)) ||
	       fail_member(kind, name, err);
}

/* The members of a JSON object into the fields of `record`. With `now` only
 * to compare: false and ERR_CONFLICT where members differ from it. */
static bool set_fields(struct revert *r, const struct kind *kind, const char *json,
		       void *record, const void *now, struct err *err)
{
	struct conflict conflict = { .arena = &r->arena };
	const struct field *f;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(r->db, "SELECT key, value FROM json_each(:json)", &s, err))
		return false;
	stmt_bind_text(s, ":json", json);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (!set_field(r, kind, s, record, &f, err)) {
			stmt_reset(s);
			return false;
		}
		if (now && !field_equal(f, record, now))
			conflict_add(&conflict, f, now, NULL);
	}
	if (step == STMT_FAILED)
		return false;
	return conflict.count == 0 ||
	       err_set(err, ERR_CONFLICT,
		       _("This was changed since: %s. Undo or change that first."),
		       conflict.list);
}

static bool revert_insert(struct revert *r, const struct kind *kind,
			  const struct history_change *c, struct err *err)
{
	bool changed = false;

	if (!changed_since(r, c, &changed, err))
		return false;
	if (changed)
		return err_set(err, ERR_CONFLICT,
			       _("A record it added (%s) was changed since. Undo that "
				 "change first."),
			       _(kind->label));
	if (!find_removes_all(r->db, kind, c->first, c->last, err))
		return false;
	for (int64_t id = c->last; id >= c->first; id--) {
		if (record_delete(r->db, kind, id, err))
			continue;
		if (err->code == ERR_NOT_FOUND)
			err->code = ERR_CONFLICT;
		return false;
	}
	r->db->action.now.gone.kind = NULL;
	return true;
}

static bool revert_update(struct revert *r, const struct kind *kind,
			  const struct history_change *c, struct err *err)
{
	void *now = arena_alloc(&r->arena, kind->size);
	void *then = arena_alloc(&r->arena, kind->size);

	if (!record_load(r->db, kind, c->first, now, &r->arena, err)) {
		if (err->code == ERR_NOT_FOUND)
			err->code = ERR_CONFLICT;
		return false;
	}
	memcpy(then, now, kind->size);
	if (!set_fields(r, kind, c->after, then, now, err) ||
	    !set_fields(r, kind, c->before, then, NULL, err))
		return false;
	record_derive(kind, then, &r->arena);
	return record_update(r->db, kind, now, then, err);
}

static bool revert_delete(struct revert *r, const struct kind *kind,
			  const struct history_change *c, struct err *err)
{
	void *record = arena_alloc(&r->arena, kind->size);

	record_init(kind, record);
	record_set_id(record, c->first);
	if (!set_fields(r, kind, c->before, record, NULL, err))
		return false;
	record_derive(kind, record, &r->arena);
	if (record_restore(r->db, kind, record, err))
		return true;
	if (err->code == ERR_INPUT)
		err_set(err, ERR_CONFLICT,
			_("Another record (%s) has taken its place since. Change or "
			  "delete "
			  "that one first."),
			_(kind->label));
	return false;
}

static bool revert_change(struct revert *r, const struct history_change *c,
			  struct err *err)
{
	const struct kind *kind = kind_named(r, c->kind);
	bool good;

	if (!kind)
		return err_set(err, ERR_CONFLICT,
			       _("This version does not know the kind '%s'."), c->kind);
	if (strcmp(c->op, "insert") == 0)
		good = revert_insert(r, kind, c, err);
	else if (strcmp(c->op, "update") == 0)
		good = revert_update(r, kind, c, err);
	else
		good = revert_delete(r, kind, c, err);
	return good;
}

/* The changes of the entry, the last first. They are read one by one: there
 * may be a great many, and each may hold a whole record. */
static bool revert_changes(struct revert *r, struct err *err)
{
	enum stmt_step step;
	struct stmt s;
	bool good = true;

	if (!stmt_open(r->db,
		       "SELECT kind, op, first, last, before, after FROM change"
		       " WHERE entry = :entry ORDER BY n DESC",
		       &s, err))
		return false;
	stmt_bind_int(&s, ":entry", r->entry);
	while (good && (step = stmt_step(&s, err)) != STMT_DONE) {
		struct history_change c;

		good = step == STMT_ROW;
		if (!good)
			break;
		read_change(&s, &c, &r->arena);
		good = revert_change(r, &c, err);
		arena_reset(&r->arena);
	}
	stmt_close(&s);
	return good;
}

static bool mark(struct db *db, int64_t entry, int64_t reverted_by, struct err *err)
{
	struct stmt *s;

	if (!stmt_get(db, "UPDATE entry SET reverted_by = nullif(:by, 0) WHERE id = :id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":by", reverted_by);
	stmt_bind_int(s, ":id", entry);
	return stmt_step(s, err) == STMT_DONE;
}

static bool revert_all(struct revert *r, int64_t stands_again, struct err *err)
{
	return revert_changes(r, err) && action_entry(r->db, err) &&
	       mark(r->db, r->entry, r->db->action.now.entry, err) &&
	       mark(r->db, stands_again, 0, err);
}

static bool begin_revert(struct db *db, const struct history_entry *e, bool redo,
			 struct err *err)
{
	struct arena arena = { 0 };
	bool good = action_begin(
		db,
		arena_printf(&arena, redo ? _("Redone: %s") : _("Undone: %s"), e->name),
		err);

	arena_done(&arena);
	if (good)
		db->action.reverts = e->id;
	return good;
}

/* Revert an entry in an action of its own. A redo also makes the entry
 * that the undo had reverted stand again. */
static bool revert(struct db *db, const struct kind *const *kinds,
		   const struct history_entry *e, int64_t stands_again, struct err *err)
{
	struct revert r = { .db = db, .kinds = kinds, .entry = e->id };
	bool many = e->changes >= MANY_CHANGES, good;

	if (!begin_revert(db, e, stands_again != 0, err))
		return false;
	if (many)
		db_bulk(db, true);
	/* The journal does not keep the order between kinds, so only the whole
	 * must fit together; the commit tells where it does not. */
	good = db_run(db, "PRAGMA defer_foreign_keys = ON", err) &&
	       revert_all(&r, stands_again, err);
	arena_done(&r.arena);
	good = action_end(db, good, err);
	if (many)
		db_bulk(db, false);
	return good || err_context(err,
				   stands_again ? _("'%s' cannot be redone")
						: _("'%s' cannot be undone"),
				   e->name);
}

static bool one_entry(struct db *db, const char *sql, int64_t entry, struct arena *arena,
		      struct history_entry *out, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, sql, &s, err))
		return false;
	stmt_bind_int(s, ":entry", entry);
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	out->id = step == STMT_ROW ? stmt_int(s, 0) : 0;
	out->name = step == STMT_ROW ? stmt_text(s, 1, arena) : "";
	out->reverts = step == STMT_ROW ? stmt_int(s, 2) : 0;
	out->folded = step == STMT_ROW && stmt_int(s, 3) != 0;
	out->thinned = step == STMT_ROW && stmt_int(s, 3) > 1;
	out->changes = step == STMT_ROW ? (size_t)stmt_int(s, 4) : 0;
	stmt_reset(s);
	return true;
}

bool history_undo_is_of(struct db *db, const char *kind, bool *is, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db,
		      "SELECT EXISTS (SELECT 1 FROM change"
		      "  WHERE kind = :kind AND entry ="
		      "   (SELECT max(id) FROM entry WHERE reverts IS NULL"
		      "     AND reverted_by IS NULL AND folded = 0))",
		      &s, err))
		return false;
	stmt_bind_text(s, ":kind", kind);
	step = stmt_step(s, err);
	if (step == STMT_FAILED)
		return false;
	*is = step == STMT_ROW && stmt_int(s, 0) != 0;
	stmt_reset(s);
	return true;
}

bool history_undo(struct db *db, const struct kind *const *kinds, int64_t entry,
		  struct arena *arena, const char **name, struct err *err)
{
	struct history_entry e;

	if (!one_entry(db,
		       "SELECT id, name, reverts, folded + (folded AND about = ''),"
		       "       changes FROM entry"
		       " WHERE reverts IS NULL AND reverted_by IS NULL"
		       "   AND iif(:entry = 0, folded = 0, id = :entry)"
		       " ORDER BY id DESC LIMIT 1",
		       entry, arena, &e, err))
		return false;
	if (e.id == 0)
		return err_set(err, ERR_NOT_FOUND, _("There is nothing to undo."));
	if (e.thinned)
		return err_set(err, ERR_CONFLICT,
			       _("'%s' cannot be undone: what it changed is not kept any "
				 "more. Change the records in their list."),
			       e.name);
	if (e.folded)
		return err_set(
			err, ERR_CONFLICT,
			_("'%s' cannot be undone: so that nobody can be recognised, "
			  "which they were is not kept. Delete them in their "
			  "list."),
			e.name);
	*name = e.name;
	return revert(db, kinds, &e, 0, err);
}

bool history_redo(struct db *db, const struct kind *const *kinds, struct arena *arena,
		  const char **name, struct err *err)
{
	struct history_entry undo, original;

	/* The newest undo that stands, where nothing else was done after it. */
	if (!one_entry(db,
		       "SELECT u.id, u.name, u.reverts, u.folded, u.changes FROM entry u"
		       " JOIN entry e ON e.id = u.reverts"
		       " WHERE :entry = 0 AND u.reverted_by IS NULL AND e.reverts IS NULL"
		       "   AND u.id > (SELECT coalesce(max(id), 0) FROM entry"
		       "                WHERE reverts IS NULL)"
		       " ORDER BY u.id DESC LIMIT 1",
		       0, arena, &undo, err))
		return false;
	if (undo.id == 0)
		return err_set(err, ERR_NOT_FOUND, _("There is nothing to redo."));
	if (!one_entry(db,
		       "SELECT id, name, reverts, folded, changes FROM entry"
		       " WHERE id = :entry",
		       undo.reverts, arena, &original, err))
		return false;
	*name = original.name;
	undo.name = original.name;
	return revert(db, kinds, &undo, original.id, err);
}
