#ifndef SCREENS_CALENDAR_H
#define SCREENS_CALENDAR_H

#include "app.h"

/* The calendar of a year, whose argument is the year (int; 0: this one), and the
 * clashes of its sessions. */
extern const struct screen_class calendar_class;
extern const struct screen_class clashes_class;

struct clashes_argument {
	int year;
	int64_t programme; /* 0: of all */
	const char *code;  /* of the programme */
};

/* Commands, as the table of commands names them. */
ui_flags place_calendar(struct ui *ui, struct screen *s);
ui_flags calendar_open(struct ui *ui, struct screen *s);
ui_flags calendar_clashes(struct ui *ui, struct screen *s);
ui_flags calendar_all_clashes(struct ui *ui, struct screen *s);
ui_flags calendar_year_before(struct ui *ui, struct screen *s);
ui_flags calendar_year_after(struct ui *ui, struct screen *s);
ui_flags calendar_report(struct ui *ui, struct screen *s);
ui_flags clashes_open(struct ui *ui, struct screen *s);
ui_flags clashes_other(struct ui *ui, struct screen *s);

#endif
