#ifndef TESTS_BENCH_WORLD_WRITE_H
#define TESTS_BENCH_WORLD_WRITE_H

#include <stdbool.h>

struct err;
struct world;

/* A CSV file for each table into `directory`, in the form that `bangkom
 * import` takes in; only of `table` where that is not NULL. */
bool world_write(const struct world *w, const char *directory, const char *table,
		 struct err *err);

/*
 * A new office file, through the program's own store: keys, derived fields,
 * history entries and indexes are those of an import, and no row is checked.
 *
 * `fast` is the way for many millions: the indexes of the big tables are built
 * after their rows, the file is not synced before the end, and the feedback
 * sheets are written without the journal that an undo would need, as the
 * history keeps only their number anyway.
 */
bool world_fill(const struct world *w, const char *path, bool fast, struct err *err);

#endif
