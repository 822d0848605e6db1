#ifndef DOMAIN_ATTENDANCE_SHEET_H
#define DOMAIN_ATTENDANCE_SHEET_H

#include "base/date.h"
#include "domain/participant.h"
#include "domain/roll.h"

/*
 * The attendance of a programme as a sheet: participants × sessions, each mark
 * stored as it is made, as an action of its own.
 */
struct sheet_session {
	int64_t id, number;
	int64_t jp; /* hundredths */
	struct date date;
	const char *topic;
};

struct attendance_mark {
	int64_t id;	   /* 0: not marked */
	const char *state; /* attendance_state_choices, "" for none */
	int64_t jp;	   /* hundredths attended, NUMBER_NONE: see struct attendance */
};

struct attendance_sheet {
	struct roll roll; /* the rows */
	struct sheet_session *sessions;
	size_t session_count;
	struct attendance_mark *marks; /* row after row */
};

/* A place on a sheet, from 0. */
struct sheet_place {
	size_t row, column;
};

bool attendance_sheet_load(struct db *db, int64_t programme, enum roll_order order,
			   struct arena *arena, struct attendance_sheet *out,
			   struct err *err);

struct attendance_mark *attendance_mark_at(const struct attendance_sheet *sheet,
					   struct sheet_place at);

/* The session to begin with: that of `today` (the first of several with marks
 * missing), else the last one up to today with marks missing, else the first. */
size_t attendance_sheet_opening(const struct attendance_sheet *sheet, struct date today);

/* Store a mark; an empty state takes it away. A part (`jp`) must be 0 to the JP
 * of the session, and only of who attends. ERR_INPUT for what is refused. */
bool attendance_sheet_set(struct db *db, struct attendance_sheet *sheet,
			  struct sheet_place at, const char *state, int64_t jp,
			  struct err *err);

/* Mark all who hold a place and are not marked in the session present, in one
 * action; *count is how many. What somebody has marked stays. */
bool attendance_sheet_fill(struct db *db, struct attendance_sheet *sheet, size_t column,
			   size_t *count, struct err *err);

/* Of one session; unmarked are those who hold a place. */
struct attendance_totals {
	size_t states[ATTENDANCE_STATES]; /* as attendance_state_choices */
	size_t unmarked;
};
struct attendance_totals attendance_sheet_totals(const struct attendance_sheet *sheet,
						 size_t column);

/* Does this state count as having been there (present, late)? */
bool attendance_attends(const char *state);

/* The JP a mark counts for in a session of `session_jp`; both hundredths. */
int64_t attendance_jp(const struct attendance_mark *mark, int64_t session_jp);

/* Of one person: JP attended of the JP so far, that is of the sessions up to
 * `today` and those where the person is marked already. Hundredths. */
struct attended {
	int64_t jp, of;
};
struct attended attendance_sheet_attended(const struct attendance_sheet *sheet,
					  size_t row, struct date today);
/* The same of the sessions where the person is marked. */
struct attended attendance_sheet_recorded(const struct attendance_sheet *sheet,
					  size_t row);

#endif
