#ifndef SCREENS_SUGGEST_H
#define SCREENS_SUGGEST_H

#include "app.h"

/* Whom to invite to a programme, and the other way round: the open programmes
 * that fit a person. */
ui_flags suggestions_show(struct ui *ui, int64_t programme);
ui_flags fitting_show(struct ui *ui, int64_t person);

/* What a suggestion adds up: the gaps of a person in the aims of a programme. */
struct aims_argument {
	int64_t programme, person;
};
extern const struct screen_class aims_class;

/* Enrol the persons in one action; who is in already is passed over. False
 * for a failure; both are told. */
bool participants_enrol(struct ui *ui, int64_t programme,
			const struct chosen_records *who);

/* Commands, as the table of commands names them. */
ui_flags programme_suggest(struct ui *ui, struct screen *s);
ui_flags participants_suggest(struct ui *ui, struct screen *s);
ui_flags jp_suggest(struct ui *ui, struct screen *s);
ui_flags person_suggest(struct ui *ui, struct screen *s);
ui_flags suggestions_aims(struct ui *ui, struct screen *s);
ui_flags suggestions_enrol(struct ui *ui, struct screen *s);
ui_flags suggestions_ledger(struct ui *ui, struct screen *s);
ui_flags suggestions_report(struct ui *ui, struct screen *s);
ui_flags fitting_open(struct ui *ui, struct screen *s);
ui_flags fitting_enrol(struct ui *ui, struct screen *s);
ui_flags fitting_aims(struct ui *ui, struct screen *s);
ui_flags fitting_ledger(struct ui *ui, struct screen *s);
ui_flags aims_people(struct ui *ui, struct screen *s);
ui_flags aims_ledger(struct ui *ui, struct screen *s);

#endif
