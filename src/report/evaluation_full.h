#ifndef REPORT_EVALUATION_FULL_H
#define REPORT_EVALUATION_FULL_H

#include "report/evaluation_parts.h"

struct programme_row;

/* All of it for one programme. */
bool evaluation_in_full(struct db *db, const struct programme_row *p,
			const struct evaluation *e, long fewest, struct report *out,
			struct err *err);

#endif
