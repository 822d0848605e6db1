#ifndef UI_VIEWS_H
#define UI_VIEWS_H

#include "form/form.h"
#include "ui/ui.h"

struct report;

/*
 * The views screens are made of. Each is a struct inside the screen's
 * state with init, draw, key and (where it has data) reload functions.
 */

/* ---- a virtual list: fetches the rows it shows ---- */
enum { LIST_COLUMNS_MOST = FORM_COLUMNS_MOST };

struct list_row {
	int64_t id;
	const char **cells; /* parallel to the columns */
	enum style style;
};

enum list_from { LIST_FIRST, LIST_LAST, LIST_AFTER, LIST_BEFORE, LIST_AT };

struct list_source {
	void *context;
	const struct ui_column {
		const char *label; /* N_() */
		int width;	   /* 0: what is left */
		bool right;
		const char *name; /* in files: a term, not translated */
	} * columns;
	size_t column_count;
	bool (*fetch)(void *context, enum list_from from, int64_t anchor, size_t limit,
		      struct arena *arena, struct list_row **rows, size_t *count,
		      struct err *err);
	/* "183", "1.000+" */
	const char *(*count)(void *context, struct arena *arena);
};

struct list_view {
	const struct list_source *source;
	struct screen *screen; /* whose `rows` arena holds the rows */
	struct list_row *rows;
	size_t count, selected;
	int64_t anchor;	   /* id of the selected row over reloads */
	int page;	   /* rows shown at last draw */
	const char *empty; /* N_(): what to do when there is nothing */
	int64_t *marks;
	size_t mark_count, mark_space;
	bool loaded;
	bool kept;    /* the rows live elsewhere; never reset the screen's arena */
	bool alone;   /* the screen shows nothing else that the selected row changes */
	size_t drawn; /* the row that was selected at the last draw */
	unsigned moves;
};

/* Set source, screen and empty before the first call. */
bool list_view_reload(struct ui *ui, struct list_view *v, struct err *err);
/* Headings and rows in `rows` lines from `row` on. */
void list_view_draw(struct ui *ui, struct list_view *v, struct canvas *c, int row,
		    int rows);
/* "  * 5 marked" for a title, "" for none. */
const char *list_view_marks(struct ui *ui, const struct list_view *v);
/* Arrows, pages, Home, End, Space (mark), * (mark all that the list holds, or
 * drop the marks). UI_PART where only two rows look different, of a list that
 * stands alone. */
ui_flags list_view_key(struct ui *ui, struct list_view *v, int32_t key);
/* Go to the first row, as after a new filter or sort. */
void list_view_restart(struct list_view *v);
int64_t list_view_current(const struct list_view *v); /* id, or 0 */
bool list_view_marked(const struct list_view *v, int64_t id);

/* ---- a form: FORM and FIELD for layout and focus; values stay ours ---- */
struct form_view;
struct form_view *form_view_open(struct ui *ui, struct screen *s,
				 struct form_values *values, struct err *err);
void form_view_close(struct form_view *v);
void form_view_draw(struct ui *ui, struct form_view *v, struct canvas *c);
/* Editing and moving. Calls `leave` (may be NULL) when an entry is left;
 * it may refuse by returning false (soft: the cursor moves on all the same). */
ui_flags form_view_key(struct ui *ui, struct form_view *v, int32_t key);
size_t form_view_current(const struct form_view *v);
void form_view_focus(struct form_view *v, size_t entry);
bool form_view_at_last(const struct form_view *v);
/* To the next entry (1) or the one before (-1), round at the ends. */
void form_view_step(struct form_view *v, int way);
/* To the first entry of the next page, from the last to the first one; false
 * where all fits on one. */
bool form_view_next_page(struct form_view *v);
/* Take back the last stretch of typing, or do it again; false where there is
 * none. */
bool form_view_undo(struct form_view *v);
bool form_view_redo(struct form_view *v);
void form_view_replace(struct form_view *v, size_t entry, const char *text);
void form_view_on_leave(struct form_view *v, bool (*leave)(void *context, size_t entry),
			void *context);

/* ---- a pager over a report ---- */
struct pager_view {
	const struct report *report;
	const char **lines;
	size_t count, top;
	int columns; /* for which the lines were made */
	int page;    /* lines shown at last draw */
};
void pager_view_show(struct pager_view *v, const struct report *report);
void pager_view_draw(struct ui *ui, struct pager_view *v, struct canvas *c);
ui_flags pager_view_key(struct ui *ui, struct pager_view *v, int32_t key);

#endif
