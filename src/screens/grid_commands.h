#ifndef SCREENS_GRID_COMMANDS_H
#define SCREENS_GRID_COMMANDS_H

#include "ui/ui.h"

/* Commands of the screens with keys of their own, as the table of commands
 * names them. */
ui_flags participants_open_one(struct ui *ui, struct screen *s);
ui_flags participants_new(struct ui *ui, struct screen *s);
ui_flags participants_import(struct ui *ui, struct screen *s);
ui_flags participants_status(struct ui *ui, struct screen *s);
ui_flags participants_delete(struct ui *ui, struct screen *s);

ui_flags completion_accept_all(struct ui *ui, struct screen *s);
ui_flags completion_complete(struct ui *ui, struct screen *s);
ui_flags completion_fail(struct ui *ui, struct screen *s);
ui_flags completion_edit(struct ui *ui, struct screen *s);
ui_flags completion_reasons(struct ui *ui, struct screen *s);

ui_flags division_shuffle(struct ui *ui, struct screen *s);
ui_flags division_lock(struct ui *ui, struct screen *s);
ui_flags division_swap(struct ui *ui, struct screen *s);
ui_flags division_together(struct ui *ui, struct screen *s);
ui_flags division_apart(struct ui *ui, struct screen *s);
ui_flags division_unit(struct ui *ui, struct screen *s);
ui_flags division_rules_shown(struct ui *ui, struct screen *s);
ui_flags division_leave(struct ui *ui, struct screen *s);
ui_flags division_write(struct ui *ui, struct screen *s);

ui_flags groups_open_project(struct ui *ui, struct screen *s);
ui_flags groups_edit(struct ui *ui, struct screen *s);
ui_flags groups_members(struct ui *ui, struct screen *s);
ui_flags groups_draw(struct ui *ui, struct screen *s);
ui_flags groups_earlier(struct ui *ui, struct screen *s);
ui_flags groups_later(struct ui *ui, struct screen *s);

ui_flags project_edit(struct ui *ui, struct screen *s);
ui_flags project_milestone(struct ui *ui, struct screen *s);
ui_flags project_stakeholder(struct ui *ui, struct screen *s);
ui_flags project_done(struct ui *ui, struct screen *s);

ui_flags project_verdict(struct ui *ui, struct screen *s);
ui_flags project_outcome(struct ui *ui, struct screen *s);

ui_flags rubrics_open(struct ui *ui, struct screen *s);
ui_flags rubrics_new(struct ui *ui, struct screen *s);
ui_flags rubrics_ready(struct ui *ui, struct screen *s);
ui_flags rubrics_edit(struct ui *ui, struct screen *s);
ui_flags rubrics_duplicate(struct ui *ui, struct screen *s);
ui_flags rubrics_delete(struct ui *ui, struct screen *s);

ui_flags evaluation_improve(struct ui *ui, struct screen *s);
ui_flags evaluation_report(struct ui *ui, struct screen *s);
ui_flags evaluation_carry(struct ui *ui, struct screen *s);
ui_flags evaluation_next_page(struct ui *ui, struct screen *s);
ui_flags evaluation_page_before(struct ui *ui, struct screen *s);
ui_flags evaluation_detail(struct ui *ui, struct screen *s);

ui_flags grid_save(struct ui *ui, struct screen *s);
ui_flags grid_blank(struct ui *ui, struct screen *s);
ui_flags grid_back(struct ui *ui, struct screen *s);
ui_flags grid_next(struct ui *ui, struct screen *s);
ui_flags grid_previous(struct ui *ui, struct screen *s);
ui_flags grid_discard(struct ui *ui, struct screen *s);
ui_flags grid_verify(struct ui *ui, struct screen *s);
ui_flags grid_undo(struct ui *ui, struct screen *s);
ui_flags grid_about(struct ui *ui, struct screen *s);
ui_flags grid_sheets(struct ui *ui, struct screen *s);
ui_flags grid_leave(struct ui *ui, struct screen *s);

ui_flags attendance_fill(struct ui *ui, struct screen *s);
ui_flags attendance_clear(struct ui *ui, struct screen *s);
ui_flags attendance_digits(struct ui *ui, struct screen *s);
ui_flags attendance_part(struct ui *ui, struct screen *s);
ui_flags attendance_leave(struct ui *ui, struct screen *s);

ui_flags scores_clear(struct ui *ui, struct screen *s);
ui_flags scores_most(struct ui *ui, struct screen *s);
ui_flags scores_turbo(struct ui *ui, struct screen *s);
ui_flags scores_verify(struct ui *ui, struct screen *s);
ui_flags scores_leave(struct ui *ui, struct screen *s);

ui_flags standards_fill(struct ui *ui, struct screen *s);
ui_flags standards_fill_all(struct ui *ui, struct screen *s);
ui_flags standards_type(struct ui *ui, struct screen *s);
ui_flags standards_clear(struct ui *ui, struct screen *s);
ui_flags standards_level(struct ui *ui, struct screen *s);
ui_flags standards_report(struct ui *ui, struct screen *s);

ui_flags history_undo_this(struct ui *ui, struct screen *s);

#endif
