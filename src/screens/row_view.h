#ifndef SCREENS_ROW_VIEW_H
#define SCREENS_ROW_VIEW_H

#include "app.h"

/*
 * A list of rows that are all at hand, with a filter: the first member of
 * the state of each screen that shows one, so that the commands for such
 * lists work in all of them.
 */
struct row_view {
	struct list_view view;
	struct list_source source;
	struct screen *screen;
	struct list_row *all, *shown; /* those that pass the filter */
	size_t all_count, shown_count;
	const char *filter; /* as typed, with its ! */
	const char *empty;  /* N_(): what to do when there is nothing */
	/* Of a list with a shape: what it shows of it, as a copy, and where that
	 * stands in the shape. */
	const struct row_shape *shape; /* NULL: its columns are always the same */
	struct ui_column *columns;
	const unsigned char *places;
	size_t place_count;
};

/* The columns of a list, and which of them, in this order, a wide and a narrow
 * window show. A row has a cell for each that is shown. */
struct row_shape {
	const struct ui_column *columns;
	const unsigned char *wide, *narrow; /* places in `columns` */
	size_t wide_count, narrow_count;
	const char *empty; /* N_(): what to do when there is nothing */
};

/* `columns` must live as long as the screen; `empty` is N_(). */
void row_view_init(struct row_view *v, struct screen *s, const struct ui_column *columns,
		   size_t count, const char *empty);
/* The same with the columns that the window has room for, also after it changed:
 * then the screen is loaded anew. */
void row_view_init_shape(struct ui *ui, struct row_view *v, struct screen *s,
			 const struct row_shape *shape);
/* Other rows, which live in the screen's `rows` arena; the cursor stays on
 * its row where that is still there. */
void row_view_set(struct row_view *v, struct list_row *rows, size_t count);
void row_view_draw(struct ui *ui, struct screen *s, struct canvas *c);
ui_flags row_view_key(struct ui *ui, struct screen *s, int32_t key);
/* The id of the row with the cursor, or 0. */
int64_t row_view_current(const struct row_view *v);
/* The ids of the marked rows, or of the one with the cursor (`one`). */
size_t row_view_chosen(const struct row_view *v, const int64_t **ids, int64_t *one);
/* For the title: the filter that is on, and how many rows are marked. */
const char *row_view_filter(struct ui *ui, const struct row_view *v);

/* Show a record of the list in its form, a new one for the id 0; the cursor
 * goes to what was saved. */
ui_flags row_view_edit(struct ui *ui, struct row_view *v,
		       const struct edit_argument *argument);
/* Delete the marked, or the one with the cursor; how many, 0 where that failed
 * (told) or there is none. */
size_t row_view_remove(struct ui *ui, struct row_view *v, const struct kind *kind);

/* Commands, as the table of commands names them. */
ui_flags rows_find(struct ui *ui, struct screen *s);
ui_flags rows_print(struct ui *ui, struct screen *s);

#endif
