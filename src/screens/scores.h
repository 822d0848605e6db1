#ifndef SCREENS_SCORES_H
#define SCREENS_SCORES_H

#include "app.h"
#include "domain/score_sheet.h"
#include "roll_order.h"
#include "ui/grid_view.h"

/*
 * The scores grid: participants × tests. Digits and Enter go down a column,
 * each score is stored at once; in turbo mode the second digit is the Enter.
 * In a verify pass the column is keyed a second time, its first values out of
 * sight: where both differ, neither is shown, and what is keyed twice in a row
 * stands.
 */
enum { SCORE_TYPED = 8 };

/* One row of a verify pass. */
struct second_keying {
	bool done;
	bool differs;  /* keyed, and another value than the first */
	bool corrects; /* done with another value than the first */
	int64_t value; /* keyed last */
};

struct scores_grid {
	struct roll_grid base;
	struct score_sheet sheet;
	bool turbo;
	struct second_keying *verify; /* for each row; NULL: no verify pass */
	size_t verified;	      /* the test that is keyed again */
};

extern const struct grid_source scores_source;
const char *scores_title(struct ui *ui, struct screen *s);
const char *scores_hint(struct ui *ui, struct screen *s);

/* What is keyed ahead would reach the wrong person, so it is dropped. */
ui_flags scores_refused(struct ui *ui, struct scores_grid *v, const struct err *err);

/* ---- scores_verify.c ---- */

/* Is this cell's first value out of sight now? */
bool scores_hides(const struct scores_grid *v, size_t row, size_t test);
/* How many rows agree, and how many are corrected. */
void scores_verify_count(const struct scores_grid *v, size_t *agree, size_t *corrected);
/* The second value of the row under the cursor. */
ui_flags scores_verify_take(struct ui *ui, struct scores_grid *v, int64_t value);
/* On from the row under the cursor; ends the pass behind the last one. */
ui_flags scores_verify_next(struct ui *ui, struct scores_grid *v);
/* End the pass and store what it corrects; false where that failed. */
bool scores_verify_end(struct ui *ui, struct scores_grid *v);

#endif
