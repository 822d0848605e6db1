#ifndef UI_GRID_VIEW_H
#define UI_GRID_VIEW_H

#include "ui/ui.h"

/*
 * Rows × columns with a fixed column of names and a cursor on one cell. What
 * the rows and columns are, the source says; the view shows, scrolls and
 * moves. After a move or a changed cell only what differs is drawn again.
 * From top to bottom: headings, rows, a rule, foot lines.
 */
enum { GRID_HEADS_MOST = 2, GRID_FEET_MOST = 3 };

struct grid_cell {
	const char *text;
	enum style style;
};

/* What the view asks for; rows, columns and lines from 0. Texts that
 * are made live in `arena`, until the next key. */
struct grid_source {
	int name_width, name_least; /* columns of the names; what they may shrink to */
	int cell_width;
	/* Cells are bars: no blank between them, and the one with the cursor is not
	 * in other colours, which would look like another bar. Instead the first
	 * columns of the name of its row are: as many as this; 0: no bars. */
	int bars;
	int heads, feet; /* lines above and below the rows */
	/* The name of a row, in at most `width` columns. */
	struct grid_cell (*name)(void *context, size_t row, int width,
				 struct arena *arena);
	const char *(*head)(void *context, size_t column, int line, struct arena *arena);
	struct grid_cell (*cell)(void *context, size_t row, size_t column,
				 struct arena *arena);
	/* A line below the rows, over the whole width. */
	const char *(*foot)(void *context, int line, struct arena *arena);
};

struct grid_view {
	const struct grid_source *source;
	void *context;
	const char *empty; /* N_(): what to do where there are no rows or columns */
	size_t rows, columns;
	size_t row, column;  /* the cursor */
	size_t top, left;    /* the first row and column shown */
	size_t page, across; /* how many are shown, at the last draw */
	struct {
		size_t row, column, top, left;
	} drawn;			    /* where the cursor and the view stood then */
	size_t touched_row, touched_column; /* a cell beside the cursor that changed */
};

/* Set source, context, rows and columns; keeps the cursor inside them. */
void grid_view_set(struct grid_view *v, size_t rows, size_t columns);

/* Put the cursor on a cell. UI_PART where the view need not scroll for it, else
 * UI_NOTHING. A command that does nothing else to the screen returns that. */
ui_flags grid_view_go(struct grid_view *v, size_t row, size_t column);

/* A cell changed that the cursor does not stand on. */
void grid_view_touch(struct grid_view *v, size_t row, size_t column);

/* Arrows, Tab and Back Tab (a column on and back), pages, Home and End (first
 * and last row), Ctrl+Left and Ctrl+Right (first and last column). */
ui_flags grid_view_key(struct grid_view *v, int32_t key);

void grid_view_draw(struct ui *ui, struct grid_view *v, struct canvas *c);

#endif
