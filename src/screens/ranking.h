#ifndef SCREENS_RANKING_H
#define SCREENS_RANKING_H

#include "domain/analysis.h"
#include "domain/survey.h"
#include "row_view.h"

struct plan_row;

/* The needs of a survey, ranked, and what is decided about each. */
struct ranking {
	struct row_view rows;
	int64_t id;
	struct survey survey;
	struct need_row *needs;
	struct decision *decisions;    /* parallel to the needs */
	const struct plan_row **items; /* likewise; NULL: not in the plan */
	size_t count;
	bool ascii;
	int64_t left_out; /* people who answered, but have no standard */
	enum need_order order;
};

enum { RANKING_FOOT = 6 }; /* lines */

/* The place of the need with the cursor; false where there is none. */
bool ranking_current(const struct ranking *v, size_t *at);
/* What is decided, in a word: training, or else what it is a matter of. */
const char *ranking_decided(const struct decision *d);
/* What the need with the cursor comes to, from `row` on. */
void ranking_draw_foot(struct ui *ui, const struct ranking *v, struct canvas *c, int row);

#endif
