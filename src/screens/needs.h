#ifndef SCREENS_NEEDS_H
#define SCREENS_NEEDS_H

#include "app.h"
#include "domain/analysis.h"

struct survey;

/* What the answers of a needs survey come to: the ranking (its argument is the
 * survey's id), the heat map (likewise), and the people behind a number (a
 * struct need_scope). */
extern const struct screen_class ranking_class;
extern const struct screen_class heat_map_class;
extern const struct screen_class need_people_class;

/* Numbers of the analysis as people read them, in `a`: with so many decimals; a
 * mean of levels with one, "" for NAN; a level, "" for NUMBER_NONE. */
const char *need_number(struct arena *a, double value, int decimals);
const char *need_mean(struct arena *a, double value);
const char *need_level(struct arena *a, int64_t level);
/* Show the report on the needs of this survey. */
void needs_report_show(struct ui *ui, const struct survey *survey);

/* Commands, as the table of commands names them. */
ui_flags surveys_needs(struct ui *ui, struct screen *s);
ui_flags ranking_people(struct ui *ui, struct screen *s);
ui_flags ranking_decide(struct ui *ui, struct screen *s);
ui_flags ranking_heat(struct ui *ui, struct screen *s);
ui_flags ranking_plan(struct ui *ui, struct screen *s);
ui_flags ranking_order(struct ui *ui, struct screen *s);
ui_flags ranking_report(struct ui *ui, struct screen *s);
ui_flags heat_people(struct ui *ui, struct screen *s);
ui_flags heat_report(struct ui *ui, struct screen *s);
ui_flags need_people_open(struct ui *ui, struct screen *s);

#endif
