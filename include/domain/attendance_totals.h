#ifndef DOMAIN_ATTENDANCE_TOTALS_H
#define DOMAIN_ATTENDANCE_TOTALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "domain/eligibility.h"

struct arena;
struct db;
struct err;

/* Who was there, session by session. */
struct session_totals {
	int64_t session, number;
	struct date date;
	const char *topic, *notes;
	int64_t counts[ATTENDANCE_STATES]; /* in the order of attendance_state_choices */
	int64_t unmarked;		   /* of those who hold a place */
};

/* By number; a session nobody was marked for is there too. */
bool attendance_totals(struct db *db, int64_t programme, struct arena *arena,
		       struct session_totals **out, size_t *count, struct err *err);

#endif
