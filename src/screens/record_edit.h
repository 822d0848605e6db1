#ifndef SCREENS_RECORD_EDIT_H
#define SCREENS_RECORD_EDIT_H

#include "app.h"

/* A form on the screen: the first member of the state of each screen that
 * shows one, so that the commands of forms work in all of them. */
struct form_screen {
	const struct form_def *def;
	struct app *app;
	struct ui *ui;
	struct form_values values;
	struct form_view *view;
};

struct record_edit {
	struct form_screen base;
	struct edit_argument argument;
	int64_t copied;   /* the record whose values it began with, or 0 */
	void *old, *now;  /* as stored, and as typed so far */
	const char *label; /* of the record, as it is stored */
	const char *kept; /* the draft that is stored, "" for none */
};

/* The reference that says, beside its parent, what a record is about; NULL where
 * there is none. */
const struct field *edit_given_field(const struct kind *kind);

/* Put into a new record's entries what is proposed: last values, those of the
 * settings, a name that is known, or the record it is a copy of. What it needs
 * lives in `arena`. */
bool record_edit_fill(struct record_edit *e, struct arena *arena, struct err *err);

/* A day typed without its year is one of the year that the form's own entry
 * "year" says, where it has one. */
void form_dates_take_year(struct form_values *values);
/* The first entry of a date that is empty, or 0. */
size_t form_first_open_date(const struct form_values *values);

/* The keys that are typed into a form rather than looked up. */
bool form_grabs(struct ui *ui, struct screen *s, int32_t key);
/* What the entry with the cursor wants to be told. */
const char *form_hint(struct ui *ui, struct screen *s);
void form_draw(struct ui *ui, struct screen *s, struct canvas *c);
void form_close(struct ui *ui, struct screen *s);

#endif
