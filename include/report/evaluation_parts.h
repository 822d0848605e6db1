#ifndef REPORT_EVALUATION_PARTS_H
#define REPORT_EVALUATION_PARTS_H

#include "domain/comparison.h"
#include "domain/evaluation.h"
#include "domain/learning.h"
#include "report/report.h"

/*
 * The parts of an evaluation for people to read, a block or a few each;
 * nothing for what there is nothing of. Reports and screens are made of them.
 * `fewest` is the setting feedback_minimum.
 */

/* The class between its tests in words, with what they do not prove. */
void put_learning(const struct learning *l, struct report *out);
const char *learning_caution(void); /* that sentence alone, translated */
/* The scales of a slice, its dimensions, and how well they hang together. */
void put_slice(const struct feedback_result *f, const struct feedback_slice *s,
	       long fewest, struct report *out);
/* One question of any kind with all its answers. */
void put_item(const struct item_result *r, struct report *out);
/* Questions that are no scale: two sides, numbers, choices. */
void put_other_kinds(const struct feedback_result *f, struct report *out);
/* By trainer or session. */
void put_parts(const struct feedback_result *f, long fewest, struct report *out);
/* By who answered and when, side by side. */
void put_views(const struct feedback_result *f, long fewest, struct report *out);
void put_comments(const struct evaluation *e, struct report *out);

/* The lowest scale that shows, or NULL. */
const struct item_result *lowest_item(const struct feedback_result *f,
				      const struct feedback_slice *s);
/* Why a slice shows nothing, or its lowest question; in out->arena. */
const char *slice_note(const struct feedback_result *f, const struct feedback_slice *s,
		       long fewest, struct arena *arena);
/* "Superior, after", in `arena`. */
const char *slice_view_label(const struct feedback_slice *s, struct arena *arena);

#endif
