#ifndef REPORT_FOLLOW_UP_H
#define REPORT_FOLLOW_UP_H

#include "report/report.h"

struct programme_row;

/* The sections of the report follow-up behind its first table; nothing where
 * the programmes have nothing of it. */
bool put_results(struct db *db, const struct programme_row *programmes, size_t count,
		 struct report *out, struct err *err);
bool put_surveys(struct db *db, const struct programme_row *programmes, size_t count,
		 struct report *out, struct err *err);
bool put_benefits(struct db *db, const struct programme_row *programmes, size_t count,
		  struct report *out, struct err *err);

#endif
