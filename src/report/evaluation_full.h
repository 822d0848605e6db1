#ifndef REPORT_EVALUATION_FULL_H
#define REPORT_EVALUATION_FULL_H

#include "domain/evaluation.h"
#include "domain/learning.h"
#include "report/report.h"

struct programme_row;

/*
 * The parts of an evaluation for people to read, one block or a few each;
 * nothing for what there is nothing of.
 */
bool evaluation_in_full(struct db *db, const struct programme_row *p,
			const struct evaluation *e, long fewest, struct report *out,
			struct err *err);

/* The class between its tests in words, with what they do not prove. */
void put_learning(const struct learning *l, struct report *out);

/* Questions that are no scale: two sides, numbers, choices. */
void put_other_kinds(const struct feedback_result *f, struct report *out);
/* By trainer or session. */
void put_parts(const struct feedback_result *f, long fewest, struct report *out);
/* By who answered and when, side by side. */
void put_views(const struct feedback_result *f, long fewest, struct report *out);
void put_comments(const struct evaluation *e, struct report *out);

#endif
