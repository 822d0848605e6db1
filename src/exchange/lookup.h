#ifndef EXCHANGE_LOOKUP_H
#define EXCHANGE_LOOKUP_H

#include <stdint.h>

#include "base/arena.h"
#include "base/kind.h"
#include "exchange/columns.h"

struct db;
struct err;
struct problems;

/*
 * Finds the records that REF columns name, and remembers what was found:
 * the same few units and people come back on every line. What it had to make
 * (FIELD_CREATE) is not remembered: the row may yet be refused. The columns
 * are those of one file, the same for a field on every line.
 */
struct lookup_entry {
	const struct field *field;
	const char *key;
	uint32_t hash;
	int64_t id;
	struct lookup_entry *next;
};

/* Where the cells of a REF are: in the one column `at` alone, or in several. */
struct lookup_place {
	const struct field *field;
	size_t at; /* SIZE_MAX: several */
	struct lookup_place *next;
};

struct lookup {
	struct db *db;
	struct arena arena;
	bool created;    /* a record was made that the row may still take back */
	int64_t through; /* the record that the last field with `through` was read from */
	struct lookup_place *places;
	struct lookup_entry **buckets; /* as many as `space`, a power of two */
	size_t space, count;
};

/* The record that the cells under `columns` give for the REF `f`. `cells`
 * is parallel to the columns, NULL for columns the file does not have.
 * Empty cells give 0. What is not found is a problem of the heading. */
bool lookup_reference(struct lookup *l, const struct field *f, const struct columns *columns,
		      const char *const *cells, int64_t *id, struct problems *problems,
		      struct err *err);

#endif
