#ifndef DOMAIN_EVALUATION_MEANS_H
#define DOMAIN_EVALUATION_MEANS_H

#include "domain/evaluation.h"

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

#endif
