#ifndef DOMAIN_SCHEDULE_H
#define DOMAIN_SCHEDULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "domain/programme.h"

struct arena;
struct db;
struct err;
struct problems;

/*
 * The schedule of a programme as a whole: sessions that repeat every week,
 * and all sessions moved to other days.
 */
enum { SERIES_MOST = 200 };

/* Days of the week as people type them: "sel kam", "tue, thu", "sen-jum",
 * or numbers from 1 for Monday. Bit 0 of *days is Monday. False where a word
 * is no weekday or there is none. */
bool weekdays_parse(const char *typed, unsigned *days);
/* "Selasa, Kamis" in the language in use. */
const char *weekdays_shown(unsigned days, struct arena *arena);

struct series {
	unsigned days;	   /* bit 0 Monday … bit 6 Sunday */
	struct date from;  /* the first day that may be one */
	struct date until; /* the last one; DATE_NONE: as many as `most` says */
	size_t most;	   /* at most so many, up to SERIES_MOST */
};

/* The days of a series, at most SERIES_MOST into `out`; returns how many. */
size_t series_dates(const struct series *series, struct date *out);

/* What the sessions of a series would be, one for each day. `like` says
 * programme, hours, JP, form, trainer, room and topic; "#" in the topic is
 * replaced by the session's number, and where there is none the number is put
 * behind it. Numbers go on from the last session. */
bool series_sessions(struct db *db, const struct session *like, const struct date *dates,
		     size_t count, struct arena *arena, struct session **out,
		     struct err *err);

/* Make them. One action. `told` (with its arena set) gets the first
 * warning of each session that has one, as of a clash. ERR_INPUT with the reason where a
 * session is wrong; then nothing is written. */
bool series_make(struct db *db, const struct session *like, const struct date *dates,
		 size_t count, struct problems *told, struct err *err);

/* Where a schedule goes: by days, or with `workdays` by working days, Monday
 * to Friday, so that nothing falls on a weekend. */
struct shift {
	int64_t session; /* it and all later sessions of its programme move */
	int days;	 /* may be negative */
	bool workdays;
};

/* The day that a session of this day moves to. */
struct date shift_day(const struct shift *shift, struct date day);
/* The shift in days that brings `from` to `to`. */
int shift_days(struct date from, struct date to, bool workdays);

/* The sessions that would move, in order; those without a date stay. */
bool shift_sessions(struct db *db, int64_t session, struct arena *arena,
		    struct session **out, size_t *count, struct err *err);
/* Move them. One action. `told` as for series_make. */
bool schedule_shift(struct db *db, const struct shift *shift, size_t *moved,
		    struct problems *told, struct err *err);

#endif
