#ifndef SCREENS_RECORD_EDIT_H
#define SCREENS_RECORD_EDIT_H

#include "app.h"

/* The state of a form on the screen, shared by the files that make it up. */
struct record_edit {
	struct edit_argument argument;
	const struct form_def *form;
	struct app *app;
	struct ui *ui;
	void *old, *now; /* as stored, and as typed so far */
	struct form_values values;
	struct form_view *view;
	const char *kept; /* the draft that is stored, "" for none */
};

#endif
