#ifndef DOMAIN_YEAR_CALENDAR_H
#define DOMAIN_YEAR_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct clash;
struct db;
struct err;

/*
 * A year at a glance: what is held and what is planned, as bars over twelve
 * months, and which sessions clash (domain/clash.h). Cancelled programmes and
 * rejected items of the plan are left out.
 *
 * A bar is a set of quarters of months: bit 0 is the first quarter of January
 * (the 1st to the 8th), bit 47 the last one of December.
 */
enum { CALENDAR_SLOTS = 48, CALENDAR_SLOTS_IN_MONTH = 4 };

/* A programme, or an item of the plan that no programme was made of yet. */
struct calendar_row {
	int64_t programme, item; /* one of them is 0 */
	const char *code;	 /* of the programme, or the number of the item */
	const char *title;
	const char *status; /* programme_status_choices or plan_status_choices */
	int64_t quarter;    /* of an item; NUMBER_NONE where it is open */
	bool fixed;	    /* by days, not only by a quarter */
	/* A programme: its days, or those of its first and last session where it
	 * has none; an item: its days, or those of its quarter. The whole of it,
	 * also beyond the year. DATE_NONE: nothing is said yet. */
	struct date starts, ends;
	struct date from, to;	   /* what of that is in the year; DATE_NONE: nothing */
	int64_t days;		   /* from `starts` to `ends`, both counted; 0: open */
	int64_t sessions;	   /* of the programme, those without a day too */
	int64_t clashes, doubtful; /* in the year, sure ones and those where times lack */
	uint64_t bar, clash, doubt; /* where they are */
};

struct year_calendar {
	int year;
	struct calendar_row *rows; /* by begin; what has none stands last */
	size_t count;
	struct clash *clashes; /* of the year, by time; each counts in both programmes */
	size_t clash_count;
};

/*
 * Programmes that run or have a session in the year, those of the year that have
 * no day yet, and the open items of its plan. What it holds lives in `arena`.
 */
bool year_calendar_load(struct db *db, int year, struct arena *arena,
			struct year_calendar *out, struct err *err);

/* Which slot a day is in, whatever its year; and the slots of the days from one
 * to another of the same year, 0 where one is not set. */
int calendar_slot(struct date day);
uint64_t calendar_slots(struct date from, struct date to);

/* The clash as the programme sees it: its own session comes first. */
struct clash calendar_seen_from(const struct clash *c, int64_t programme);

#endif
