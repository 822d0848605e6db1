#ifndef DOMAIN_NEXT_RUN_H
#define DOMAIN_NEXT_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/revision.h"

struct arena;
struct db;
struct err;
struct programme;

/*
 * From one run of a design to the next: what did not work becomes an
 * action, and open actions go along.
 */

/* A new draft programme of the same series with everything but people and
 * dates: its sessions with hours, form and room (from the plan of the design,
 * or where that has none from the run; who taught is asked again), its rule of
 * completion, partners, questionnaires and objectives (the same
 * revision), and the open improvement actions, which then count as carried
 * over. One action. A code that is taken is ERR_INPUT. */
bool next_run_make(struct db *db, int64_t programme, const char *code, int64_t *id,
		   struct err *err);

/* The code that the next run of `p` is proposed: digits that name its year
 * are counted up, or else the last digits; a code without any gets those of
 * the next year. One that is taken is counted up further. */
bool next_run_code(struct db *db, const struct programme *p, struct arena *arena,
		   const char **out, struct err *err);
/* The run of the same design before and after this one; 0 where there is none. */
bool run_before(struct db *db, int64_t programme, int64_t *id, struct err *err);
bool run_after(struct db *db, int64_t programme, int64_t *id, struct err *err);

/* What is different in the design of a run from the run before it. */
struct run_changes {
	const char *before; /* code of that run, "" where this is the first */
	struct revision_diff diff;
};
bool run_changes(struct db *db, int64_t programme, struct arena *arena,
		 struct run_changes *out, struct err *err);

/* Carry the open actions over to the next run of the design that starts
 * later, once each; *count is 0 where there is none to carry, ERR_NOT_FOUND
 * where there is no later run. */
bool improvement_carry(struct db *db, int64_t programme, size_t *count, struct err *err);

#endif
