#ifndef STORE_CHECK_H
#define STORE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct db;
struct err;
struct kind;

/*
 * What may be wrong with an office file, in plain words with what to do.
 *
 * Damage that SQLite sees is only a part: a changed letter in a name is none
 * to it. The deep check compares the records with the history as well, which
 * finds such a change in every field that was ever changed by hand; a field
 * that is as it was first typed or imported has no second copy to compare
 * with. (A backup has: its digest tells of every bit.)
 */
struct finding {
	const char *what;   /* translated, one sentence */
	const char *advice; /* translated, what to do */
};

struct findings {
	struct arena *arena; /* owns the texts; set it first */
	struct finding *list;
	size_t count, space;
	size_t more; /* that were not listed */
};

enum { FINDINGS_MOST = 100 };

/* Add one; the texts must live as long as the arena of the findings. Who keeps
 * sums beside the records adds what is wrong with them in this way. */
void finding_add(struct findings *f, const char *what, const char *advice);

/* References, sums that the program keeps, settings of the connection, rights,
 * free space, the newest backup, and what SQLite's quick check finds. */
bool check_quick(struct db *db, const struct kind *const *kinds, struct findings *out,
		 struct err *err);

/* The same with SQLite's whole check, every search key made anew, and the
 * history against the records. */
bool check_deep(struct db *db, const struct kind *const *kinds, struct findings *out,
		struct err *err);

/* The quick check without SQLite's part, which an opening does by itself; for
 * a start after the last run did not end in order (db_was_cut_off). */
bool check_start(struct db *db, const struct kind *const *kinds, struct findings *out,
		 struct err *err);

#endif
