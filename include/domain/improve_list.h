#ifndef DOMAIN_IMPROVE_LIST_H
#define DOMAIN_IMPROVE_LIST_H

#include "base/date.h"
#include "domain/improve.h"

/*
 * Findings with their actions and what these changed, for reports.
 */
struct improve_row {
	int64_t finding, number; /* of the finding, or 0 */
	const char *source, *kind, *statement;
	int64_t count, figure;
	int64_t improvement, action_number; /* or 0 */
	const char *action, *owner, *decision, *status, *result;
	struct date due;
	const char *carried_from; /* code of the run, or "" */
	const char *changed; /* lines of revisions that name it: "2: objective 1 text" */
};

/* A row for each action of the run, and for each of its findings without
 * one; by number of the finding. */
bool improve_list(struct db *db, int64_t programme, struct arena *arena,
		  struct improve_row **out, size_t *count, struct err *err);

#endif
