#ifndef DOMAIN_COMPARISON_H
#define DOMAIN_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "domain/evaluation.h"

struct arena;
struct db;
struct err;

/*
 * A programme beside the other runs of its design, and a question beside the
 * same question in the run before: did it help?
 */

/* One run on the line of time. */
struct run_figures {
	int64_t programme;
	const char *code;
	int64_t year;
	struct date starts;
	bool now; /* the run that was asked about */
	int64_t enrolled;
	double attendance_rate, gain, feedback_mean; /* NAN where not known */
	int64_t tests, sheets;			     /* n of gain and feedback_mean */
};

/* A scale of the run beside the same question of the run before; the same is
 * the same item, or one with the same words (folded) on the same scale. */
struct item_change {
	struct item_result now, before; /* before.answers 0: it was not asked */
	double difference;		/* of the means, NAN where one is not shown */
};

struct comparison {
	struct run_figures *runs; /* of the design, not cancelled, in order of time */
	size_t run_count;
	const char *before; /* code of the run before, "" where this is the first */
	struct item_change *items; /* as evaluation_scales has them */
	size_t item_count;
};

bool comparison_of(struct db *db, int64_t programme, long minimum, struct arena *arena,
		   struct comparison *out, struct err *err);

/* One question now and in the run before, for an action that was meant to
 * help. `before` is the code of that run, "" where there is none. */
struct item_figures {
	const char *before;
	struct item_change item; /* now.answers 0: it is not asked in this run */
};
bool evaluation_item_before(struct db *db, int64_t programme, int64_t item, long minimum,
			    struct arena *arena, struct item_figures *out,
			    struct err *err);

#endif
