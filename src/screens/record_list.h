#ifndef SCREENS_RECORD_LIST_H
#define SCREENS_RECORD_LIST_H

#include "app.h"

/* What a list says of a record beside its fields: a mark of one character in
 * front of the row, "" where all is well, and what it means. */
typedef bool list_remark(struct db *db, const void *record, struct arena *arena,
			 const char **mark, const char **told, struct err *err);

/* What a session clashes with: "!", or "?" where a time is missing. */
list_remark session_remark;

/* The state of a list of records, shared by the files that make it up. */
struct record_list {
	struct list_argument argument;
	const struct form_def *form;
	struct select select;
	struct list_query query;
	struct list_source source;
	list_remark *remark; /* NULL: none */
	struct list_view view;
	const char *count;
	const char *typed; /* the filter, with its ! */
	struct app *app;
	struct ui *ui;
};

/* The cells of a record's row. */
bool list_fill_row(struct record_list *l, const void *record, struct arena *arena,
		   struct list_row *row, struct err *err);
bool list_is_number(const struct field *f);
/* How many rows there are, for the title. */
bool list_count_rows(struct record_list *l, struct screen *s, struct err *err);
const char *list_title(struct ui *ui, struct screen *s);

/* list_text.c: what can be done where no record is shown, and the foot. */
const char *list_empty_text(const struct record_list *l);
const char *list_hint(struct ui *ui, struct screen *s);

#endif
