#ifndef SCREENS_SURVEY_H
#define SCREENS_SURVEY_H

#include "app.h"
#include "domain/survey_sheet.h"
#include "ui/edit.h"

/*
 * A survey's page, and the grid in which its sheets are keyed in: for each
 * competency the mastery and the importance, one digit each; below them what
 * the respondent says beyond that.
 */
struct survey_entry_argument {
	int64_t survey, person;
	const char *rater; /* of rater_choices */
};
/* The result is 0 where it was left, else the number of the rater whose sheet
 * was saved, from 1. */
extern const struct screen_class survey_entry_class;

/* What stands below the competencies. */
enum survey_extra { EXTRA_TOPICS, EXTRA_FORM, EXTRA_METHOD, EXTRA_REMARK, EXTRA_COUNT };

struct survey_entry {
	struct app *app;
	struct survey survey;
	const char *person;
	struct survey_sheet seen, now;
	bool *keyed; /* of each answer: given, or blank on purpose */
	size_t at;   /* two for each competency, then the extras */
	size_t top;
	struct edit edit; /* of the text with the cursor */
	const char *kept; /* the draft that is stored */
	bool changed;
};

/* The places for answers; the extras stand behind them. */
size_t survey_entry_cells(const struct survey_entry *v);
bool survey_entry_is_text(const struct survey_entry *v, size_t at);
/* The answer of cell `i`. */
int64_t *survey_entry_value(const struct survey_entry *v, size_t i);
const char **survey_entry_text(struct survey_entry *v, enum survey_extra extra);
/* The text or choice with the cursor, which is on no answer. */
enum survey_extra survey_entry_extra(const struct survey_entry *v);
/* The first answer from `from` on that is not keyed in; the count for none. */
size_t survey_entry_next_open(const struct survey_entry *v, size_t from);
void survey_entry_go(struct survey_entry *v, struct screen *s, size_t at);
/* What is typed goes into the sheet. */
void survey_entry_take_text(struct survey_entry *v, struct screen *s);
struct survey_entry_argument survey_entry_argument_of(const struct survey_entry *v);

/* survey_entry_keep.c: the sheet as it is stored, with what was keyed in before
 * and not saved; and the draft of that. False, told, where it could not be
 * kept. */
bool survey_entry_load(struct ui *ui, struct screen *s,
		       const struct survey_entry_argument *of, struct err *err);
bool survey_entry_keep(struct ui *ui, struct screen *s);
/* What was typed is saved, or not wanted. */
void survey_entry_drop(struct ui *ui, struct screen *s);

/* survey_entry_draw.c */
const char *survey_entry_title(struct ui *ui, struct screen *s);
void survey_entry_draw(struct ui *ui, struct screen *s, struct canvas *c);
const char *survey_entry_hint(struct ui *ui, struct screen *s);

/* Commands, as the table of commands names them. */
ui_flags survey_sheets(struct ui *ui, struct screen *s);
ui_flags survey_unit_sheets(struct ui *ui, struct screen *s);
ui_flags survey_respondents(struct ui *ui, struct screen *s);
ui_flags survey_competencies(struct ui *ui, struct screen *s);
ui_flags survey_units(struct ui *ui, struct screen *s);
ui_flags survey_edit(struct ui *ui, struct screen *s);
ui_flags survey_close(struct ui *ui, struct screen *s);
ui_flags survey_import(struct ui *ui, struct screen *s);
ui_flags survey_headings(struct ui *ui, struct screen *s);

ui_flags survey_entry_save(struct ui *ui, struct screen *s);
ui_flags survey_entry_leave(struct ui *ui, struct screen *s);
ui_flags survey_entry_forget(struct ui *ui, struct screen *s);
ui_flags survey_entry_blank(struct ui *ui, struct screen *s);
ui_flags survey_entry_back(struct ui *ui, struct screen *s);
ui_flags survey_entry_choose(struct ui *ui, struct screen *s);
ui_flags survey_entry_self(struct ui *ui, struct screen *s);
ui_flags survey_entry_superior(struct ui *ui, struct screen *s);
ui_flags survey_entry_undo(struct ui *ui, struct screen *s);

#endif
