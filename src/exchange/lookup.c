#include "lookup.h"

#include <string.h>

#include "base/i18n.h"
#include "base/nip.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "store/record.h"

/* What one reference is found by. */
struct search {
	struct lookup *lookup;
	const struct field *field; /* the REF at the column's root */
	const struct columns *columns;
	const char *const *cells;
	struct problems *problems;
};

enum { SPACE_FIRST = 1024 };

static uint32_t hash_of(const struct field *f, const char *key)
{
	uint32_t hash = (uint32_t)((uintptr_t)f >> 4) ^ 2166136261u;

	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * 16777619u;
	return hash ^ hash >> 15;
}

static struct lookup_entry *remembered(const struct lookup *l, const struct field *f,
				       const char *key)
{
	uint32_t hash = hash_of(f, key);
	struct lookup_entry *e = l->space ? l->buckets[hash & (l->space - 1)] : NULL;

	while (e && (e->hash != hash || e->field != f || strcmp(e->key, key) != 0))
		e = e->next;
	return e;
}

static void put_in(struct lookup *l, struct lookup_entry *e)
{
	struct lookup_entry **bucket = &l->buckets[e->hash & (l->space - 1)];

	e->next = *bucket;
	*bucket = e;
}

static void make_room(struct lookup *l)
{
	struct lookup_entry **old = l->buckets, *e, *next;
	size_t space = l->space;

	l->space = space ? 4 * space : SPACE_FIRST;
	l->buckets = arena_array(&l->arena, l->space, sizeof(struct lookup_entry *));
	for (size_t i = 0; i < space; i++) {
		for (e = old[i]; e; e = next) {
			next = e->next;
			put_in(l, e);
		}
	}
}

static void remember(struct lookup *l, const struct field *f, const char *key, int64_t id)
{
	struct lookup_entry *e = ARENA_NEW(&l->arena, struct lookup_entry);

	if (l->count++ >= l->space)
		make_room(l);
	*e = (struct lookup_entry){ f, arena_strdup(&l->arena, key), hash_of(f, key), id,
				    NULL };
	put_in(l, e);
}

static bool is_under(const struct column *c, const struct field *const *path,
		     size_t depth)
{
	for (size_t i = 0; i < depth; i++) {
		if (i >= c->depth || c->path[i] != path[i])
			return false;
	}
	return true;
}

/* Is a part of the reference's key in column `c`, as the row's own key? */
static bool is_shared(const struct search *s, const struct field *f,
		      const struct column *c)
{
	const struct kind *kind = column_kind(f);

	for (const struct field *k = kind->fields; k->type != FIELD_END; k++) {
		const struct field *own = (k->flags & FIELD_KEY) && k != f
						  ? column_shared(s->columns, k)
						  : NULL;

		if (own && own != f && own == c->path[0])
			return true;
	}
	return false;
}

static bool has_shared(const struct search *s, const struct field *f)
{
	for (size_t i = 0; i < s->columns->count; i++) {
		if (is_shared(s, f, &s->columns->all[i]))
			return true;
	}
	return false;
}

static size_t count_under(const struct search *s, const struct field *const *path,
			  size_t depth, size_t *at)
{
	size_t count = 0;

	for (size_t i = 0; i < s->columns->count; i++) {
		if (is_under(&s->columns->all[i], path, depth)) {
			*at = i;
			count++;
		}
	}
	return count;
}

/* The only column that says anything of the reference; SIZE_MAX for several. */
static size_t only_column(const struct search *s)
{
	size_t only = SIZE_MAX;

	for (size_t i = 0; i < s->columns->count; i++) {
		const struct column *c = &s->columns->all[i];

		if (c->path[0] != s->field && !is_shared(s, s->field, c))
			continue;
		if (only != SIZE_MAX || c->path[0] != s->field)
			return SIZE_MAX;
		only = i;
	}
	return only;
}

static size_t place_of(const struct search *s)
{
	struct lookup *l = s->lookup;
	struct lookup_place *p = l->places;

	while (p && p->field != s->field)
		p = p->next;
	if (!p) {
		p = ARENA_NEW(&l->arena, struct lookup_place);
		*p = (struct lookup_place){ s->field, only_column(s), l->places };
		l->places = p;
	}
	return p->at;
}

/* All cells of the reference as one text; "" where all are empty. */
static const char *join(const struct search *s, const char **heading)
{
	struct arena *arena = s->problems->arena;
	const char *all = "";
	bool any = false;

	for (size_t i = 0; i < s->columns->count; i++) {
		const struct column *c = &s->columns->all[i];
		const char *cell = s->cells[i] ? s->cells[i] : "";

		if (c->path[0] == s->field) {
			*heading = c->heading;
			any = any || *cell != '\0';
		} else if (!is_shared(s, s->field, c)) {
			continue;
		}
		all = *all == '\0' ? arena_printf(arena, "%s", cell)
				   : arena_printf(arena, "%s\x1f%s", all, cell);
	}
	return any ? all : "";
}

static const char *joined(const struct search *s, const char **heading)
{
	size_t at = place_of(s);

	if (at == SIZE_MAX)
		return join(s, heading);
	*heading = s->columns->all[at].heading;
	return s->cells[at] ? s->cells[at] : "";
}

static bool create(const struct search *s, const struct field *f, void *like, int64_t *id,
		   struct err *err)
{
	const struct kind *kind = column_kind(f);

	if (!record_save(s->lookup->db, kind, NULL, like, s->problems, err))
		return false;
	*id = record_id(like);
	s->lookup->created = true;
	return true;
}

static bool find(const struct search *s, const struct field *const *path, size_t depth,
		 int64_t *id, struct err *err);

/* Is the value no NIP though it should be one? A name has no digits. */
static bool is_wrong_nip(const struct field *key, const char *cell, const char **reason)
{
	struct nip nip;
	enum nip_verdict verdict;

	if (key->type != FIELD_NIP || cell[strcspn(cell, "0123456789")] == '\0')
		return false;
	verdict = nip_parse(cell, &nip);
	*reason = nip_reason(verdict);
	return verdict != NIP_OK;
}

/* A REF named by one cell: by key, by its whole name, or made from its key. */
static bool find_single(const struct search *s, const struct field *f,
			const struct column *c, const char *cell, int64_t *id,
			struct err *err)
{
	const struct kind *kind = column_kind(f);
	const struct field *key = c->path[c->depth - 1];
	size_t errors = s->problems->errors;
	struct field named = *f;
	const char *reason;
	void *like;

	named.name = c->heading;
	named.refers = kind->name;
	if (is_wrong_nip(key, cell, &reason)) {
		problem_add(s->problems, c->heading, "%s", reason);
		return true;
	}
	if (!reference_find(s->lookup->db, &named, cell, id, s->problems, err))
		return false;
	if (*id != 0 || s->problems->errors > errors)
		return true;
	if (f->flags & FIELD_CREATE) {
		like = arena_alloc(s->problems->arena, kind->size);
		record_init(kind, like);
		if (field_from_file(key, like, cell, s->problems->arena, s->problems))
			return create(s, f, like, id, err);
		return true;
	}
	problem_add(s->problems, c->heading,
		    _("'%s' is not known. Add it first, or type its code or full name."),
		    cell);
	return true;
}

/* A REF in the key of another: by its own cells, or as the row's own key. */
static bool find_part(const struct search *s, const struct field *const *path,
		      size_t depth, int64_t *id, struct err *err)
{
	const struct field *own = column_shared(s->columns, path[depth]);
	size_t at;

	return own && count_under(s, path, depth + 1, &at) == 0
		       ? find(s, &own, 1, id, err)
		       : find(s, path, depth + 1, id, err);
}

/* A REF named by several cells: all its key fields. */
static bool find_by_keys(const struct search *s, const struct field *const *path,
			 size_t depth, int64_t *id, struct err *err)
{
	const struct kind *kind = column_kind(path[depth - 1]);
	struct arena *arena = s->problems->arena;
	void *like = arena_alloc(arena, kind->size);
	const struct field *inner[COLUMN_DEPTH];
	const char *heading = "";

	record_init(kind, like);
	memcpy(inner, path, depth * sizeof *path);
	for (const struct field *k = kind->fields; k->type != FIELD_END; k++) {
		int64_t part = 0;

		if (!(k->flags & FIELD_KEY))
			continue;
		inner[depth] = k;
		if (k->type == FIELD_REF) {
			if (!find_part(s, inner, depth, &part, err))
				return false;
			field_set_int(k, like, part);
			continue;
		}
		for (size_t i = 0; i < s->columns->count; i++) {
			const struct column *c = &s->columns->all[i];

			if (!is_under(c, inner, depth + 1))
				continue;
			heading = c->heading;
			if (s->cells[i] &&
			    !field_from_file(k, like, s->cells[i], arena, s->problems))
				return true;
		}
	}
	if (s->problems->errors == 0 && !record_find(s->lookup->db, kind, like, id, err))
		return false;
	if (*id == 0 && s->problems->errors == 0)
		problem_add(s->problems, heading, _("There is no such %s. Add it first."),
			    _(kind->label));
	return true;
}

static bool find(const struct search *s, const struct field *const *path, size_t depth,
		 int64_t *id, struct err *err)
{
	size_t at = 0;

	if (count_under(s, path, depth, &at) == 1 && !has_shared(s, path[depth - 1]))
		return find_single(s, path[depth - 1], &s->columns->all[at],
				   s->cells[at] ? s->cells[at] : "", id, err);
	return find_by_keys(s, path, depth, id, err);
}

/* The value is a field of the same name in the record that was found. */
static bool step_through(struct lookup *l, const struct field *f, int64_t *id,
			 struct arena *arena, struct err *err)
{
	const struct kind *kind = column_kind(f);
	void *record = arena_alloc(arena, kind->size);
	const struct field *value = kind_field(kind, f->name);

	if (!record_load(l->db, kind, *id, record, arena, err))
		return false;
	*id = field_int(value, record);
	return true;
}

bool lookup_reference(struct lookup *l, const struct field *f,
		      const struct columns *columns, const char *const *cells,
		      int64_t *id, struct problems *problems, struct err *err)
{
	struct search s = { l, f, columns, cells, problems };
	const char *heading = f->name, *key = joined(&s, &heading);
	struct lookup_entry *known;
	int64_t found = 0;

	*id = 0;
	if (f->through)
		l->through = 0;
	if (*key == '\0')
		return true;
	known = remembered(l, f, key);
	l->created = false;
	if (known)
		found = known->id;
	else if (!find(&s, &f, 1, &found, err))
		return false;
	if (found == 0)
		return true;
	if (!known && !l->created)
		remember(l, f, key, found);
	/* Anew for each row, as the record may have another value by now. */
	if (f->through) {
		l->through = found;
		if (!step_through(l, f, &found, problems->arena, err))
			return false;
	}
	*id = found;
	return true;
}
