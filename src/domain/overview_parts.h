#ifndef DOMAIN_OVERVIEW_PARTS_H
#define DOMAIN_OVERVIEW_PARTS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct db;
struct err;
struct overview;

enum { OVERVIEW_LINES = 50 }; /* dates, and gaps */

/* The states of programmes that are not finished with; ends with NULL. */
extern const char *const overview_unfinished[];

/* How many more were found than are shown, up to OVERVIEW_MORE + 1. */
size_t overview_rest(size_t found, size_t shown);

bool overview_gaps(struct db *db, struct arena *arena, struct overview *o,
		   struct err *err);

#endif
