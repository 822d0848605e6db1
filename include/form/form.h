#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/kind.h"
#include "base/problem.h"

struct err;

/*
 * Form definitions (forms/NAME.form, libconfig syntax) and the values being
 * edited. The form file says how a record is entered and listed; what is
 * right is said by the domain. Knows no screen, no SQL.
 */
enum {
	ENTRY_BESIDE = 1 << 0, /* on the row of the field before it */
	ENTRY_REQUIRED = 1 << 1,
	ENTRY_WANTED = 1 << 2,
	ENTRY_REPEAT = 1 << 3, /* F5 and new records take the last value */
	ENTRY_HIDDEN = 1 << 4
};

struct form_entry {
	const struct field *field;
	const char *label;   /* translated when shown */
	const char *hint;    /* one line, or "" */
	const char *page;    /* title of the page that starts here, or "" */
	const char *initial; /* default, as typed ("today" for dates) */
	int width;	     /* columns of the field on the screen */
	int rows;	     /* NOTE */
	unsigned flags;
	int line; /* in the file */
};

enum { FORM_COLUMNS_MOST = 16 };

struct form_column {
	const struct field *field;
	const char *label;
	int width; /* 0: takes what is left */
};

struct form_def {
	const struct kind *kind;
	const char *title, *titles; /* one record, and the list */
	const struct form_entry *entries;
	size_t entry_count;
	const struct form_column *columns; /* of the list */
	size_t column_count;
};

/* Parse the text of a form file for `kind`. Refused with "path:line:
 * reason": unknown names, wrong types, missing labels, duplicate fields,
 * bad sizes. Texts live in `arena`. */
bool form_def_parse(const char *text, const char *path, const struct kind *kind,
		    struct arena *arena, const struct form_def **out, struct err *err);

/* All forms: the built-in text of each kind, or the office's own file in
 * `directory` where there is a good one. A bad file of the office is told
 * in `problems` (field = path) and the built-in one is used. A built-in
 * form is parsed when it is first asked for: parsing all of them would be a
 * fifth of a start. */
struct form_set {
	const struct form_def *
		*forms; /* parallel to the kinds; NULL: not asked for yet */
	const struct kind *const *kinds;
	size_t count;
	struct arena *arena;
};
bool form_set_load(struct form_set *set, const struct kind *const *kinds,
		   const char *directory, struct arena *arena, struct problems *problems,
		   struct err *err);
const struct form_def *form_set_find(const struct form_set *set, const char *kind);

/*
 * The text of each entry while a record is edited. The model owns the text:
 * valid UTF-8, never cut, never padded.
 */
struct form_value {
	char *text;	     /* what is typed now */
	const char *loaded;  /* what the record held */
	const char *problem; /* why it is refused, or "" */
	bool warning;
	bool preset; /* put there by the program: typing replaces it */
	bool begun;  /* `loaded` is no record's: a draft keeps it beside what is typed */
	int64_t loaded_id;	 /* REF: what the record held */
	int64_t chosen;		 /* REF: picked from a list as `chosen_text` */
	const char *chosen_text; /* NULL: nothing was picked */
};

struct form_values {
	const struct form_def *def;
	struct form_value *values; /* parallel to def->entries */
	struct arena *arena;
};

/* REF values are given and taken as labels through these. */
struct form_references {
	void *context;
	bool (*label)(void *context, const struct field *field, int64_t id,
		      struct arena *arena, const char **label, struct err *err);
	bool (*resolve)(void *context, const struct field *field, const char *typed,
			int64_t *id, struct problems *problems, struct err *err);
};

bool form_values_load(struct form_values *v, const struct form_def *def,
		      const void *record, const struct form_references *refs,
		      struct arena *arena, struct err *err);
void form_value_set(struct form_values *v, size_t entry, const char *text);
/* A REF whose record was picked: no search as long as the text stays. */
void form_value_choose(struct form_values *v, size_t entry, int64_t id, const char *text);
bool form_values_changed(const struct form_values *v);

/* Check one entry as the user leaves it, and store it into `record`. */
bool form_value_take(struct form_values *v, size_t entry, void *record,
		     const struct form_references *refs, struct problems *problems,
		     struct err *err);
/* All entries; problems are also noted at their values. False for a failure
 * only; look at problems->errors. */
bool form_values_take(struct form_values *v, void *record,
		      const struct form_references *refs, struct problems *problems,
		      struct err *err);
/* Note the record's problems at their values; the first entry with an
 * error, or entry_count. */
size_t form_values_mark(struct form_values *v, const struct problems *problems);

/* For drafts: a line for each changed entry, "field<TAB>text<TAB>key of the
 * picked record or 0<TAB>what the record held", escaped. */
const char *form_values_to_draft(const struct form_values *v, struct arena *arena);
/* And back. False where the record holds another value by now in a field
 * that was typed over: that is noted as a warning at its entry. */
bool form_values_from_draft(struct form_values *v, const char *draft);

#endif
