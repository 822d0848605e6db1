#ifndef SCREENS_PLAN_H
#define SCREENS_PLAN_H

#include "app.h"

/* The page of the yearly plan, a year at a time, and its budget (the argument
 * of both is an int: the year; NULL for the page: where it was left). */
extern const struct screen_class plan_class;
extern const struct screen_class budget_class;

/* The year that the page shows. */
int plan_year(const struct screen *s);
/* "I" to "IV", or a dash for none. */
const char *plan_quarter_label(int64_t quarter);
/* Rupiah as millions ("62,5"), and in full ("Rp 62.500.000"); a dash where there
 * is no number. In `a`. */
const char *plan_millions(struct arena *a, int64_t rupiah);
const char *plan_rupiah(struct arena *a, int64_t rupiah);

/* Commands, as the table of commands names them. */
ui_flags place_yearly_plan(struct ui *ui, struct screen *s);
ui_flags plan_open(struct ui *ui, struct screen *s);
ui_flags plan_new(struct ui *ui, struct screen *s);
ui_flags plan_step_on(struct ui *ui, struct screen *s);
ui_flags plan_duplicate(struct ui *ui, struct screen *s);
ui_flags plan_delete(struct ui *ui, struct screen *s);
ui_flags plan_year_before(struct ui *ui, struct screen *s);
ui_flags plan_year_after(struct ui *ui, struct screen *s);
ui_flags plan_budget(struct ui *ui, struct screen *s);
ui_flags plan_funds(struct ui *ui, struct screen *s);
ui_flags plan_report(struct ui *ui, struct screen *s);
ui_flags plan_calendar(struct ui *ui, struct screen *s);
ui_flags plan_all(struct ui *ui, struct screen *s);
ui_flags plan_import(struct ui *ui, struct screen *s);
ui_flags plan_export(struct ui *ui, struct screen *s);
ui_flags budget_ceiling(struct ui *ui, struct screen *s);
ui_flags budget_year_before(struct ui *ui, struct screen *s);
ui_flags budget_year_after(struct ui *ui, struct screen *s);
ui_flags budget_report(struct ui *ui, struct screen *s);

#endif
