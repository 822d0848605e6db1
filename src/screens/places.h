#ifndef SCREENS_PLACES_H
#define SCREENS_PLACES_H

#include "ui/ui.h"

/* Commands of the home screen and of a programme's screens, as the table of
 * commands names them. */
ui_flags place_programmes(struct ui *ui, struct screen *s);
ui_flags place_persons(struct ui *ui, struct screen *s);
ui_flags place_units(struct ui *ui, struct screen *s);
ui_flags place_partners(struct ui *ui, struct screen *s);
ui_flags place_trainers(struct ui *ui, struct screen *s);
ui_flags place_competencies(struct ui *ui, struct screen *s);
ui_flags place_questionnaires(struct ui *ui, struct screen *s);
ui_flags place_rubrics(struct ui *ui, struct screen *s);
ui_flags place_surveys(struct ui *ui, struct screen *s);
ui_flags place_jp(struct ui *ui, struct screen *s);
ui_flags place_reports(struct ui *ui, struct screen *s);
ui_flags place_history(struct ui *ui, struct screen *s);
ui_flags home_new(struct ui *ui, struct screen *s);
ui_flags home_find(struct ui *ui, struct screen *s);
ui_flags home_backup(struct ui *ui, struct screen *s);

/* What to say of backups on the first screen, in `arena`; "" while a recent one
 * is there. */
const char *backup_hint(struct ui *ui, struct arena *arena, enum style *style);

/* Of lesson hours by unit and person. */
ui_flags jp_open(struct ui *ui, struct screen *s);
ui_flags jp_year_before(struct ui *ui, struct screen *s);
ui_flags jp_year_after(struct ui *ui, struct screen *s);
ui_flags jp_certificates(struct ui *ui, struct screen *s);
ui_flags jp_conversions(struct ui *ui, struct screen *s);
ui_flags jp_report(struct ui *ui, struct screen *s);
ui_flags jp_ledger(struct ui *ui, struct screen *s);
ui_flags jp_new(struct ui *ui, struct screen *s);

/* Of a person's page. */
ui_flags person_open_run(struct ui *ui, struct screen *s);
ui_flags person_edit(struct ui *ui, struct screen *s);

ui_flags preview_take(struct ui *ui, struct screen *s);
ui_flags report_write(struct ui *ui, struct screen *s);

/* The code of the programme that a programme's page shows. */
const char *programme_code(const struct screen *s);
int64_t programme_id(const struct screen *s);
/* "PRJ26 › Objectives", until the screen closes. */
const char *programme_part_title(struct screen *s, const char *part);
ui_flags programme_report(struct ui *ui, struct screen *s);
ui_flags programme_next_run(struct ui *ui, struct screen *s);
ui_flags programme_edit(struct ui *ui, struct screen *s);
ui_flags programme_step(struct ui *ui, struct screen *s);
ui_flags programme_plan(struct ui *ui, struct screen *s);
ui_flags programme_plan_take(struct ui *ui, struct screen *s);
ui_flags programme_plan_store(struct ui *ui, struct screen *s);
ui_flags programme_changes(struct ui *ui, struct screen *s);
ui_flags programme_objectives(struct ui *ui, struct screen *s);
ui_flags programme_partners(struct ui *ui, struct screen *s);
ui_flags programme_sessions(struct ui *ui, struct screen *s);
ui_flags programme_participants(struct ui *ui, struct screen *s);
ui_flags programme_divide(struct ui *ui, struct screen *s);
ui_flags programme_projects(struct ui *ui, struct screen *s);
ui_flags programme_feedback(struct ui *ui, struct screen *s);
ui_flags programme_attendance(struct ui *ui, struct screen *s);
ui_flags programme_scores(struct ui *ui, struct screen *s);
ui_flags programme_completion(struct ui *ui, struct screen *s);
ui_flags programme_answer(struct ui *ui, struct screen *s);
ui_flags programme_evaluation(struct ui *ui, struct screen *s);
ui_flags programme_improvements(struct ui *ui, struct screen *s);
ui_flags programme_follow_up(struct ui *ui, struct screen *s);
ui_flags programme_questionnaires(struct ui *ui, struct screen *s);

#endif
