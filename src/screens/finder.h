#ifndef SCREENS_FINDER_H
#define SCREENS_FINDER_H

#include "app.h"

/*
 * Find a record by part of what it is called: each letter narrows, arrows
 * choose, Enter takes. Looks in several kinds at once; what begins with the
 * letters stands first, then what has a word that begins so.
 */
struct find_argument {
	const struct kind *const *kinds; /* ends with NULL */
	const char *label;		 /* of the question, translated */
	const char *title;		 /* translated */
	/* What is in already, as people are in a programme: told beside it. */
	const int64_t *in;
	size_t in_count;
	/* Who is meant: others are found only where none of these is called so.
	 * True where that could not be found out. NULL: everybody. */
	bool (*meant)(struct app *app, const void *context, const void *record);
	const void *context;
	const char *others; /* told beside the others, translated */
	/* Where nothing is called that, Enter adds it; where several fit alike, it
	 * takes the one with the cursor only after an arrow or another Enter. */
	bool add;
	struct found {
		struct arena *arena;
		const struct kind *kind; /* with `id` */
		int64_t id;
		const char *typed;
	} *found;
};

enum find_result { FIND_NOTHING, FIND_TAKEN, FIND_LIST, FIND_ADD };

/* The result is a find_result, and *found is set but for FIND_NOTHING. */
extern const struct screen_class finder_class;

/* Show what was typed in the whole list, as the table of commands names it. */
ui_flags find_list(struct ui *ui, struct screen *s);

#endif
