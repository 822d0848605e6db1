#ifndef SCREENS_ATTENDANCE_H
#define SCREENS_ATTENDANCE_H

#include "app.h"
#include "domain/attendance_sheet.h"
#include "domain/eligibility.h"
#include "roll_order.h"
#include "ui/grid_view.h"

/*
 * The attendance grid: participants × sessions. A letter marks the person
 * under the cursor and goes on to the next; digits before it name another one
 * by number and leave the cursor where it is. Every mark is saved at once.
 *
 * Digits begin a number, so a roll call by keypad is a mode of its own (F6):
 * there 1 to 5 are the states in their order.
 */
struct attendance_grid {
	struct roll_grid base;
	struct attendance_sheet sheet;
	struct eligibility_rule rule;
	struct eligibility *standing; /* by row, but for what the sheet itself says;
				       * no enrolment: nothing is known */
	bool by_digits;
	bool future_told; /* that a session lies in the future */
};

extern const struct grid_source attendance_source;
const char *attendance_title(struct ui *ui, struct screen *s);
const char *attendance_hint(struct ui *ui, struct screen *s);

/* The session under the cursor. */
const struct sheet_session *attendance_session(const struct attendance_grid *v);

#endif
