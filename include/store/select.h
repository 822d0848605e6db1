#ifndef STORE_SELECT_H
#define STORE_SELECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/kind.h"

struct arena;
struct db;
struct err;

/*
 * Lists of records, a page at a time (keyset paging on an indexed sort, in
 * both directions), composed from field tables and never from typed text.
 */
enum select_op {
	SELECT_IS,     /* =, also for empty; what is empty is neither more nor less,
			* and texts are compared without regard to capitals */
	SELECT_FROM,   /* >= */
	SELECT_TO,     /* <= */
	SELECT_ABOVE,  /* > */
	SELECT_BELOW,  /* < */
	SELECT_NOT,    /* <>, also for empty */
	SELECT_UNLIKE, /* not SELECT_LIKE */
	SELECT_LIKE    /* texts: % any characters, _ one; \ takes their meaning; a to z
			* match A to Z */
};

struct select_term {
	const char *field;
	enum select_op op;
	const char *value; /* stored form, or the pattern */
	int either;	   /* 0: must hold; of neighbours with the same number one must */
};

struct select {
	const struct kind *kind;
	const char *parent; /* a REF field: only what belongs to record `parent_id`; or
			       NULL */
	int64_t parent_id;
	const struct select_term *terms; /* all must hold; may be NULL */
	size_t term_count;
	const char *filter; /* typed words: every one must occur in the SEARCH field, or
			     * where there is none, in one of the texts; of a long text
			     * the first 32 words count */
	bool inverse;	    /* rows that do not match the filter */
	const char *sort;   /* a FIELD_SORT field; NULL: kind->order */
	bool descending;
};

enum select_from { SELECT_FIRST, SELECT_LAST, SELECT_AFTER, SELECT_BEFORE, SELECT_AT };

struct rows {
	void *rows; /* count structs of kind->size, in list order, in the arena */
	size_t count;
};

/* Each page is read from an index, whatever its place in the list: by a
 * FIELD_SORT field, and within a FIELD_PARENT by kind->order. Another sort
 * within a parent sorts the parent's records; terms and filters are looked
 * for along the list.
 *
 * Up to `limit` records; `anchor` is the id the page stands after, before
 * or starts at (AFTER, BEFORE, AT). An anchor that is gone gives the page
 * that would hold it (AT, AFTER, BEFORE degrade to FIRST). */
bool select_page(struct db *db, const struct select *select, enum select_from from,
		 int64_t anchor, size_t limit, struct arena *arena, struct rows *out,
		 struct err *err);

/* All records, in order, one after the other; stops when `each` returns
 * false (then returns false; `each` reports through `err`). Record texts
 * live until the next call. */
bool select_each(struct db *db, const struct select *select,
		 bool (*each)(void *context, const void *record, struct err *err),
		 void *context, struct err *err);

/* Can a filter find anything, that is: does the kind hold texts? */
bool select_can_filter(const struct kind *kind);

/* How often each value of `field` occurs, the most frequent first, at most
 * `limit` values. */
struct frequency {
	const char *value; /* stored form, "" for empty; in the arena */
	size_t count;
};
bool select_frequencies(struct db *db, const struct select *select,
			const struct field *field, size_t limit, struct arena *arena,
			struct frequency **out, size_t *count, struct err *err);

/* At most `cap` are counted. */
bool select_count(struct db *db, const struct select *select, size_t cap, size_t *count,
		  struct err *err);

#endif
