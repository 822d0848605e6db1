#ifndef UI_FORM_PRIVATE_H
#define UI_FORM_PRIVATE_H

#include "form/form.h"
#include "ui/edit.h"
#include "ui/views.h"
#include "ui_private.h"

#include <form.h>

/*
 * libform has the places, the pages and the focus; the text is ours. A
 * FIELD only ever gets the slice that is in sight, so nothing can be cut.
 */
struct place {
	int row, column, width, rows; /* on its page */
	int label_column;
	int page;
	size_t scroll; /* bytes (one line) or lines (notes) before the slice */
};

/* A stretch of typing that one undo takes back. */
struct change {
	size_t entry; /* position in the order */
	const char *before, *after;
};

struct form_view {
	struct ui *ui;
	struct screen *screen;
	struct form_values *values;
	struct edit edit;
	bool fresh; /* the entry was just reached: typing replaces its value */
	size_t *order; /* entries that are shown */
	size_t count, current;
	struct place *places;
	FIELD **fields;
	FORM *form;
	WINDOW *window; /* the form's part of the screen's window */
	int rows, columns, pages;
	int room;    /* rows for entries and titles */
	bool titled; /* there are page titles */
	struct change *changes;
	size_t change_count, change_space, change_at; /* those before are done */
	int32_t last_key; /* of the open change; 0: the next key begins one */
	bool (*leave)(void *context, size_t entry);
	void *context;
};

enum { LABEL_GAP = 2, PAGE_TITLE_ROWS = 2 };

/* The entry or value at a position in the order. */
const struct form_entry *form_entry_at(const struct form_view *v, size_t i);
struct form_value *form_value_at(const struct form_view *v, size_t i);
bool form_is_note(const struct form_view *v, size_t i);

/* Where each entry stands, for v->rows and v->columns. */
void form_place_all(struct form_view *v);

#endif
