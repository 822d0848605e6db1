#ifndef EXCHANGE_COLUMNS_H
#define EXCHANGE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/kind.h"

struct arena;
struct err;

/*
 * The columns of a kind's CSV file, worked out from field tables. A REF is
 * given by the natural key of its kind: one column for each key field, the
 * last under the REF's own heading ("programme,session" for a session).
 */
enum { COLUMN_DEPTH = 5 };

struct column {
	const struct field *path[COLUMN_DEPTH]; /* from the kind down to a value */
	size_t depth;
	const char *heading;
	const char *synonyms; /* "a;b", or NULL */
	const char *label;
};

struct columns {
	struct column *all;
	size_t count;
};

/* Has the kind a file of its own? Others travel with one: answers with the
 * feedback sheets, designs and their revisions with the programmes. */
bool columns_has_file(const struct kind *kind);

/* The kind whose file has this name, or NULL. */
const struct kind *columns_find_file(const char *name);

/* Add the columns of one more field. */
void columns_add(struct columns *columns, const struct field *f, struct arena *arena);

/* Is every field of the natural key filled in, and the name of its last. */
bool key_is_given(const struct kind *kind, const void *record);
const char *key_name(const struct kind *kind);

/* The field of the row's own key that also is `key`, a part of the key of
 * something the row refers to: the session of a sheet is one of the sheet's
 * own programme, so it needs no second column for that. NULL for none. */
const struct field *column_shared(const struct columns *columns, const struct field *key);

/* The columns of the file (FIELD_CSV), or with `every` of all fields that
 * are not derived. */
void columns_of(struct columns *columns, const struct kind *kind, bool every,
		struct arena *arena);

/* The kind whose record a REF column's value is looked up in. */
const struct kind *column_kind(const struct field *ref);

/* The index of the column that a heading names, or columns->count. */
size_t column_named(const struct columns *columns, const char *cell, struct arena *arena);

/* Are that many headings no more than can be taken in? */
bool columns_few(size_t count, struct err *err);

/* Match a heading line: *order gets for each cell the index of a column or
 * columns->count for one that is ignored. A heading that names no column is
 * told in `ignored` ("No, Foto"); refused where a column appears twice, or a
 * key column or required one is missing. */
bool columns_match(const struct columns *columns, const char *const *cells, size_t count,
		   struct arena *arena, size_t **order, const char **ignored,
		   struct err *err);

#endif
