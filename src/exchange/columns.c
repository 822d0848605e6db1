#include "exchange/columns.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/kinds.h"

/* Beyond this a file is not what it is taken for. */
enum { CELLS_MOST = 1000, IGNORED_MOST = 20 };

const struct kind *column_kind(const struct field *ref)
{
	const struct kind *kind = kind_find(ref->through ? ref->through : ref->refers);

	BUG_ON(!kind);
	return kind;
}

bool columns_has_file(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_CSV)
			return true;
	}
	return false;
}

const struct kind *columns_find_file(const char *name)
{
	const struct kind *kind = kind_find_file(name);

	return kind && columns_has_file(kind) ? kind : NULL;
}

static const char *heading_of(const struct field *f)
{
	return f->heading ? f->heading : f->name;
}

/* Part of the key of another record can have the name of a column that is
 * there: the programme of an objective beside that of a result. It is then
 * called after the field as well. */
static void set_apart(const struct columns *columns, struct column *column,
		      struct arena *arena)
{
	for (size_t i = 0; i < columns->count; i++) {
		if (strcmp(columns->all[i].heading, column->heading) != 0)
			continue;
		column->heading = arena_printf(arena, "%s_%s", column->path[0]->name,
					       column->heading);
		column->synonyms = NULL;
		return;
	}
}

static void add(struct columns *columns, struct column *column, struct arena *arena)
{
	size_t bytes = columns->count * sizeof *columns->all;

	set_apart(columns, column, arena);
	columns->all =
		arena_grow(arena, columns->all, bytes, bytes + sizeof *columns->all);
	columns->all[columns->count++] = *column;
}

bool key_is_given(const struct kind *kind, const void *record)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_KEY) && field_is_empty(f, record))
			return false;
	}
	return true;
}

static const struct field *last_key(const struct kind *kind)
{
	const struct field *last = NULL;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_KEY)
			last = f;
	}
	return last;
}

const struct field *column_shared(const struct columns *columns, const struct field *key)
{
	for (size_t i = 0; key->type == FIELD_REF && i < columns->count; i++) {
		const struct field *f = columns->all[i].path[0];

		if ((f->flags & FIELD_KEY) && strcmp(f->name, key->name) == 0)
			return f;
	}
	return NULL;
}

const char *key_name(const struct kind *kind)
{
	const struct field *last = last_key(kind);

	return last ? last->name : "";
}

/* `outer` is a column up to here; `f` the field its value is found by. */
static void expand(struct columns *columns, const struct column *outer,
		   const struct field *f, struct arena *arena)
{
	struct column column = *outer;
	const struct kind *kind;

	BUG_ON(column.depth == COLUMN_DEPTH);
	column.path[column.depth++] = f;
	if (!column.heading)
		column.heading = heading_of(f);
	if (!column.synonyms)
		column.synonyms = f->synonyms;
	if (!column.label)
		column.label = f->label;
	if (f->type != FIELD_REF) {
		add(columns, &column, arena);
		return;
	}
	kind = column_kind(f);
	for (const struct field *k = kind->fields; k->type != FIELD_END; k++) {
		struct column inner = column;

		if (!(k->flags & FIELD_KEY) ||
		    (column.path[0] != k && column_shared(columns, k)))
			continue;
		if (k != last_key(kind))
			inner.heading = inner.synonyms = inner.label = NULL;
		expand(columns, &inner, k, arena);
	}
}

void columns_add(struct columns *columns, const struct field *f, struct arena *arena)
{
	static const struct column none = { .depth = 0 };

	expand(columns, &none, f, arena);
}

void columns_of(struct columns *columns, const struct kind *kind, bool every,
		struct arena *arena)
{
	*columns = (struct columns){ NULL, 0 };
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (every ? f->type != FIELD_SEARCH &&
				    (!(f->flags & FIELD_FIXED) || (f->flags & FIELD_CSV))
			  : (f->flags & FIELD_CSV) && !(f->flags & FIELD_ASSUMED))
			columns_add(columns, f, arena);
	}
}

static bool in_list(const char *list, const char *key)
{
	size_t length = strlen(key);

	while (list && *list != '\0') {
		size_t part = strcspn(list, ";");

		if (part == length && strncmp(list, key, length) == 0)
			return true;
		list += part + (list[part] == ';');
	}
	return false;
}

static bool names(const struct column *c, const char *key, struct arena *arena)
{
	return strcmp(text_key(arena, c->heading), key) == 0 ||
	       in_list(c->synonyms, key) || strcmp(text_key(arena, c->label), key) == 0 ||
	       strcmp(text_key(arena, i18n_indonesian(c->label)), key) == 0;
}

/* Exact headings go before synonyms: "status" is a word for several. */
size_t column_named(const struct columns *columns, const char *cell, struct arena *arena)
{
	const char *key = text_key(arena, cell);

	for (size_t i = 0; i < columns->count; i++) {
		if (strcmp(text_key(arena, columns->all[i].heading), key) == 0)
			return i;
	}
	for (size_t i = 0; i < columns->count && *key != '\0'; i++) {
		if (names(&columns->all[i], key, arena))
			return i;
	}
	return columns->count;
}

static bool is_needed(const struct column *c)
{
	return (c->path[0]->flags & (FIELD_REQUIRED | FIELD_KEY)) != 0 &&
	       (c->path[0]->flags & FIELD_ASSUMED) == 0;
}

static bool check_missing(const struct columns *columns, const bool *seen,
			  struct arena *arena, struct err *err)
{
	const char *missing = "";

	for (size_t i = 0; i < columns->count; i++) {
		if (!seen[i] && is_needed(&columns->all[i]) &&
		    (columns->all[i].path[0]->flags & FIELD_CSV))
			missing = arena_printf(arena, "%s%s%s", missing,
					       *missing ? ", " : "",
					       columns->all[i].heading);
	}
	if (*missing == '\0')
		return true;
	return err_set(
		err, ERR_INPUT,
		_("The file has no column: %s. Name the columns in its first line."),
		missing);
}

/* Headings that name no column; after a few it is enough. */
static void ignore(const char **ignored, size_t *count, const char *cell,
		   struct arena *arena)
{
	if (++*count <= IGNORED_MOST)
		*ignored = arena_printf(arena, "%s%s%s", *ignored, **ignored ? ", " : "",
					*count == IGNORED_MOST ? "…" : cell);
}

bool columns_few(size_t count, struct err *err)
{
	if (count <= CELLS_MOST)
		return true;
	return err_set(err, ERR_INPUT,
		       _("The first line has %zu columns. At most %d can be taken in: is "
			 "this the right file?"),
		       count, CELLS_MOST);
}

bool columns_match(const struct columns *columns, const char *const *cells, size_t count,
		   struct arena *arena, size_t **order, const char **ignored,
		   struct err *err)
{
	bool *seen = arena_array(arena, columns->count + 1, sizeof *seen);
	size_t unknown = 0;

	*order = arena_array(arena, count + 1, sizeof **order);
	*ignored = "";
	for (size_t i = 0; i < count; i++) {
		size_t at = column_named(columns, cells[i], arena);

		(*order)[i] = at;
		if (at == columns->count) {
			ignore(ignored, &unknown, cells[i], arena);
		} else if (seen[at]) {
			return err_set(
				err, ERR_INPUT,
				_("Two columns are both %s (%s). Rename or remove one."),
				columns->all[at].heading, cells[i]);
		} else {
			seen[at] = true;
		}
	}
	return check_missing(columns, seen, arena, err);
}
