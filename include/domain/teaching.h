#ifndef DOMAIN_TEACHING_H
#define DOMAIN_TEACHING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;

/*
 * What a trainer taught in a programme: the hours a list of fees is made of.
 * A session is held where its day is not later than today. Nothing of
 * cancelled programmes counts. JP are hundredths.
 */
struct teaching {
	const char *programme; /* code */
	const char *trainer;   /* "" for the sessions that name none */
	const char *nip;       /* where the trainer is a civil servant, else "" */
	const char *partner;   /* code of the organisation, else "" */
	int64_t sessions, jp;
	int64_t held, jp_held;
	struct date first, last; /* DATE_NONE where no session has a day */
};

/* A row for each trainer and programme, by trainer, of one programme or with 0
 * of all; of sessions in `year`, or with 0 of any and of no day. */
struct teaching_asked {
	int64_t programme;
	int year;
	struct date today;
};
bool teaching_list(struct db *db, const struct teaching_asked *asked, struct arena *arena,
		   struct teaching **out, size_t *count, struct err *err);

#endif
