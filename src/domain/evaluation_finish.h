#ifndef DOMAIN_EVALUATION_FINISH_H
#define DOMAIN_EVALUATION_FINISH_H

#include "domain/evaluation.h"
#include "evaluation_read.h"

/*
 * From what was counted to what may be shown.
 */

/* Work out mean, spread and band of the counts; a hidden one forgets them. */
void item_finish(struct item_result *r);
bool item_is_scale(const struct item_result *r);

/*
 * A mean over several questions, of the answers that show. Answers on
 * different scales have none.
 */
struct mean {
	int64_t sum, answers, scale;
	bool mixed;
};

void mean_add(struct mean *m, const struct item_result *r);
double mean_of(const struct mean *m);

/* Hide what fewer than `minimum` people said: sheets and answers of the whole,
 * its parts and the other views. */
void feedback_hide(struct counting *c, long minimum, struct arena *arena);

/* Hide of the parts of a whole those below `minimum`, and then the smallest
 * others, until what a reader gets who takes the parts that show from the
 * whole is of nobody or of `minimum` people or more. */
void hide_parts(const int64_t *counts, bool *hidden, size_t count, int64_t whole,
		long minimum);

/* The comments that may be shown, grouped and in order. */
void comments_finish(struct reading *r, struct arena *arena, struct comment **out,
		     size_t *count);

#endif
