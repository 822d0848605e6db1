#ifndef SCREENS_REVISIONS_H
#define SCREENS_REVISIONS_H

#include "app.h"
#include "domain/design.h"
#include "domain/programme.h"
#include "domain/revision.h"

/* The state of two revisions side by side, shared by the files that make up
 * the screen. */
struct revisions {
	int64_t programme;
	struct programme p;
	struct revision *all;
	size_t count, left, right; /* places in `all` */
	bool picked, equal_too;
	struct revision_diff diff;
	bool *marks; /* of the rows */
	const char **effects; /* of the rows: did it help? "" for nothing to say */
	size_t selected, top, page;
};

/* "Revision 2  04-05-2026  why", in scratch memory. */
const char *revision_title(struct ui *ui, const struct revision *r);
void revisions_draw(struct ui *ui, struct screen *s, struct canvas *c);

#endif
