#ifndef SCREENS_IMPROVE_COMMANDS_H
#define SCREENS_IMPROVE_COMMANDS_H

#include "ui/ui.h"

/* Commands of findings, comments, subjects, revisions and the why-trail, as
 * the table of commands names them. */
ui_flags programme_findings(struct ui *ui, struct screen *s);
ui_flags evaluation_findings(struct ui *ui, struct screen *s);
ui_flags evaluation_comments_read(struct ui *ui, struct screen *s);

ui_flags findings_edit(struct ui *ui, struct screen *s);
ui_flags findings_new(struct ui *ui, struct screen *s);
ui_flags findings_act(struct ui *ui, struct screen *s);
ui_flags findings_comments(struct ui *ui, struct screen *s);
ui_flags findings_subjects(struct ui *ui, struct screen *s);
ui_flags findings_gaps(struct ui *ui, struct screen *s);
ui_flags findings_session(struct ui *ui, struct screen *s);
ui_flags findings_helped(struct ui *ui, struct screen *s);
ui_flags findings_delete(struct ui *ui, struct screen *s);

ui_flags comments_theme(struct ui *ui, struct screen *s);
ui_flags comments_find_out(struct ui *ui, struct screen *s);
ui_flags comments_themes(struct ui *ui, struct screen *s);

ui_flags subjects_find_out(struct ui *ui, struct screen *s);

ui_flags revisions_left(struct ui *ui, struct screen *s);
ui_flags revisions_right(struct ui *ui, struct screen *s);
ui_flags revisions_cause(struct ui *ui, struct screen *s);
ui_flags revisions_all(struct ui *ui, struct screen *s);
ui_flags revisions_report(struct ui *ui, struct screen *s);

ui_flags trail_show(struct ui *ui, struct screen *s);
ui_flags trail_back(struct ui *ui, struct screen *s);
ui_flags trail_whole(struct ui *ui, struct screen *s);

#endif
