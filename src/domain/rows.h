#ifndef DOMAIN_ROWS_H
#define DOMAIN_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "store/stmt.h"

struct arena;

/*
 * Collects the rows of a statement into an array of structs: `read` turns
 * the current row into the struct at `row`, which is zeroed.
 */
struct row_list {
	size_t size; /* of one struct */
	void (*read)(struct stmt *s, void *row, struct arena *arena);
	char *rows;
	size_t count, space;
};

bool rows_collect(struct row_list *list, struct stmt *s, struct arena *arena,
		  struct err *err);

#endif
