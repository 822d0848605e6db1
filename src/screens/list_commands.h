#ifndef SCREENS_LIST_COMMANDS_H
#define SCREENS_LIST_COMMANDS_H

#include "ui/ui.h"

struct kind;

/* The kind that a list screen shows. */
const struct kind *list_kind(const struct screen *s);
/* The record with the cursor, and the one that the list belongs to; or 0. */
int64_t list_current(const struct screen *s);
int64_t list_parent(const struct screen *s);

/* Commands of lists and forms, as the table of commands names them. */
ui_flags list_new(struct ui *ui, struct screen *s);
ui_flags list_enter(struct ui *ui, struct screen *s);
ui_flags choose_take(struct ui *ui, struct screen *s);
ui_flags choose_new(struct ui *ui, struct screen *s);
ui_flags list_edit(struct ui *ui, struct screen *s);
ui_flags list_duplicate(struct ui *ui, struct screen *s);
ui_flags list_delete(struct ui *ui, struct screen *s);
ui_flags list_find(struct ui *ui, struct screen *s);
ui_flags list_sort(struct ui *ui, struct screen *s);
ui_flags list_query(struct ui *ui, struct screen *s);
ui_flags list_frequencies(struct ui *ui, struct screen *s);
ui_flags list_print(struct ui *ui, struct screen *s);
ui_flags list_import(struct ui *ui, struct screen *s);
ui_flags list_export(struct ui *ui, struct screen *s);
ui_flags list_ready(struct ui *ui, struct screen *s);
ui_flags list_ready_rows(struct ui *ui, struct screen *s);

ui_flags plan_items_step(struct ui *ui, struct screen *s);
ui_flags plan_items_programme(struct ui *ui, struct screen *s);
ui_flags plan_items_budget(struct ui *ui, struct screen *s);
ui_flags plan_items_calendar(struct ui *ui, struct screen *s);
ui_flags plan_items_ceilings(struct ui *ui, struct screen *s);

ui_flags sessions_attendance(struct ui *ui, struct screen *s);
ui_flags sessions_series(struct ui *ui, struct screen *s);
ui_flags sessions_shift(struct ui *ui, struct screen *s);
ui_flags sessions_clashes(struct ui *ui, struct screen *s);
/* The lesson hours of one person, 0 for none, as a report. */
ui_flags ledger_show(struct ui *ui, struct screen *s, int64_t person);
ui_flags persons_ledger(struct ui *ui, struct screen *s);
ui_flags ledger_new(struct ui *ui, struct screen *s);

ui_flags competencies_matrix(struct ui *ui, struct screen *s);
ui_flags competencies_levels(struct ui *ui, struct screen *s);
ui_flags competencies_positions(struct ui *ui, struct screen *s);
ui_flags competencies_types(struct ui *ui, struct screen *s);

ui_flags query_run(struct ui *ui, struct screen *s);
ui_flags query_clear(struct ui *ui, struct screen *s);

ui_flags form_save(struct ui *ui, struct screen *s);
ui_flags form_cancel(struct ui *ui, struct screen *s);
ui_flags form_discard(struct ui *ui, struct screen *s);
ui_flags form_choose(struct ui *ui, struct screen *s);
ui_flags form_repeat(struct ui *ui, struct screen *s);
ui_flags form_undo(struct ui *ui, struct screen *s);
ui_flags form_redo(struct ui *ui, struct screen *s);
ui_flags form_duplicate(struct ui *ui, struct screen *s);
ui_flags form_editor(struct ui *ui, struct screen *s);
ui_flags form_next_page(struct ui *ui, struct screen *s);
ui_flags form_next(struct ui *ui, struct screen *s);
ui_flags form_previous(struct ui *ui, struct screen *s);

#endif
