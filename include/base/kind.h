#ifndef BASE_KIND_H
#define BASE_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct choice;
struct db;
struct err;
struct problems;

/*
 * Field tables. A record kind is a C struct of plain values whose first
 * member is `int64_t id`, and one table that says what each member is.
 * SQL, forms, lists, import, export and history all walk that table;
 * nothing else lists the fields. The kinds themselves live in domain/.
 */
enum field_type {
	FIELD_END,     /* terminator */
	FIELD_TEXT,    /* const char *, one line, never NULL */
	FIELD_NOTE,    /* const char *, may have line breaks */
	FIELD_NIP,     /* const char *, 18 digits or "" */
	FIELD_TIME,    /* const char *, "HH:MM" or "" */
	FIELD_CHOICE,  /* const char *, the code of a choice or "" */
	FIELD_INT,     /* int64_t or NUMBER_NONE */
	FIELD_DECIMAL, /* int64_t hundredths or NUMBER_NONE */
	FIELD_MONEY,   /* int64_t whole rupiah or NUMBER_NONE */
	FIELD_BOOL,    /* int64_t 0 or 1 */
	FIELD_DATE,    /* struct date or DATE_NONE */
	FIELD_REF,     /* int64_t id of a record of kind `refers`, 0 for none */
	FIELD_SEARCH   /* const char *, derived: text_key of the `refers` fields */
};

/* The years of records: the `least` and `most` of their field tables, as the
 * migrations check them. */
enum { FIELD_YEAR_LEAST = 2000, FIELD_YEAR_MOST = 2199 };

enum {
	FIELD_REQUIRED = 1 << 0, /* empty is an error */
	FIELD_WANTED = 1 << 1,	 /* empty is a warning: the record stays unfinished */
	FIELD_KEY = 1 << 2,	 /* part of the natural key (for import and find) */
	FIELD_SORT = 1 << 3,	 /* lists may sort by it; it is indexed */
	FIELD_CSV = 1 << 4,	 /* a column of the kind's CSV file */
	FIELD_CREATE = 1 << 5,	 /* REF: import makes an unknown record from its key */
	FIELD_FIXED = 1 << 6,	 /* set by the program, never by a form; a file may where
				  * it is a column of it too */
	FIELD_PARENT = 1 << 7,	 /* REF: the record this one belongs to */
	FIELD_NAME = 1 << 8, /* TEXT: a person's name; search keys leave its titles out */
	FIELD_CSV_FILLED = 1 << 9, /* a column of the kind's CSV file where any record
				    * has it */
	FIELD_ASSUMED = 1 << 10,   /* REF: a file may leave the column out, and leaves
				    * it out where there is only one such record; then
				    * `assume` says which */
	FIELD_SCALE = 1 << 11	   /* INT: in files words may stand behind the number,
				    * as web forms write "3 - Menengah" */
};

/* One code of a closed list; the array ends with a NULL code. */
struct choice {
	const char *code;  /* stored, in files */
	const char *label; /* N_() */
	char key;	   /* the one key that picks it in a grid or field, or 0 */
};

struct field {
	const char *name;
	enum field_type type;
	size_t offset;
	unsigned flags;
	const char *label;	      /* N_(); forms may say otherwise */
	const char *refers;	      /* REF: name of a kind; SEARCH: "name,nip" */
	const struct choice *choices; /* CHOICE */
	const char *heading;	      /* CSV heading where it is not `name` */
	const char *synonyms;	      /* other headings for import: "nama lengkap;nama" */
	const char *words;   /* CHOICE: what files say too, folded, and the code it means:
			      * "saya sendiri=self;pimpinan=superior" */
	const char *through; /* REF: in CSV given by the key of this kind, whose
			      * field of the same name holds the value */
	const char *zero; /* N_(); INT: what people see, and may type, for 0; NULL: 0 */
	int64_t least, most; /* INT, DECIMAL, MONEY: range; TEXT: `most` characters;
			      * both 0: the type's default */
};

struct kind {
	const char *name;	    /* "programme": forms, history, settings */
	const char *table;	    /* "programmes": SQL and CSV */
	const char *file;	    /* the CSV file where it is not `table`, or NULL */
	const char *label;	    /* N_("Programme") */
	const char *labels;	    /* N_("Programmes") */
	size_t size;		    /* of the struct */
	const struct field *fields; /* without id; ends with FIELD_END */
	const char *title; /* fields that name a record to people: "code,title" */
	const char *order; /* the field lists are sorted by at first */
	bool private_keys; /* ids are random, not in order of entry, and the history
			    * says only the day (feedback) */
	bool find;	   /* its words are indexed: tables TABLE_find and TABLE_words */
	const char *const *counted; /* statements that count new records, of the keys
				     * :first to :last, into a table of numbers; ends with
				     * NULL. No statements: NULL */
	const char
		*copies; /* kinds whose records go along when one is duplicated: "item" */

	/* Fill what the program knows better before a new record is checked
	 * (next number, sex from the NIP, default status). May be NULL. */
	bool (*complete)(struct db *db, void *record, struct arena *arena);
	bool complete_changes; /* and again before a changed one is */
	/* Set the ASSUMED fields for a file that does not name them; inside
	 * the action, and may make what they refer to. NULL where there are none. */
	bool (*assume)(struct db *db, void *record, struct err *err);
	/* Make what a new record that has passed its checks depends on (the
	 * design of a programme). Inside the action. May be NULL. */
	bool (*prepare)(struct db *db, void *record, struct arena *arena,
			struct err *err);
	/* Rules of the kind beyond its table; `old` is NULL for a new record.
	 * May be NULL. */
	void (*check)(struct db *db, const void *old, const void *record,
		      struct problems *problems);
	/* What a copy begins with: `record` holds the values of the one it is
	 * like. NULL: it begins with all of them. */
	bool (*like)(struct db *db, void *record, struct arena *arena, struct err *err);
	/* What belongs to a copy beyond `copies`, inside the same action. May be
	 * NULL. */
	bool (*copied)(struct db *db, int64_t from, int64_t to, struct err *err);
	/* What else changes with a record, inside the same action: after it is
	 * written (`old` NULL for a new one), or before it is deleted (`now`
	 * NULL), which it may refuse. May be NULL. */
	bool (*follow)(struct db *db, const void *old, const void *now, struct err *err);
};

#define FIELD(type_, member_, ...)                                        \
	{                                                                 \
		.name = #member_, .type = type_,                          \
		.offset = offsetof(struct FIELD_OF, member_), __VA_ARGS__ \
	}

const struct field *kind_field(const struct kind *kind, const char *name);
/* Position of a field in its table, from 0. */
size_t field_position(const struct kind *kind, const struct field *field);
size_t kind_field_count(const struct kind *kind);

/* Zero `record` into its empty state: "" texts, NONE numbers and dates. */
void record_init(const struct kind *kind, void *record);
int64_t record_id(const void *record);
void record_set_id(void *record, int64_t id);

/* Typed access; the field's type must fit (a bug otherwise). */
const char *field_text(const struct field *f, const void *record);
int64_t field_int(const struct field *f, const void *record);
struct date field_date(const struct field *f, const void *record);
void field_set_text(const struct field *f, void *record, const char *text);
void field_set_int(const struct field *f, void *record, int64_t value);
void field_set_date(const struct field *f, void *record, struct date value);

bool field_holds_text(const struct field *f);
bool field_is_empty(const struct field *f, const void *record);
bool field_equal(const struct field *f, const void *a, const void *b);

bool record_equal(const struct kind *kind, const void *a, const void *b);

/* The stored form: ISO dates, '.' decimals, codes, ids as digits, "" for
 * empty. This is what SQL parameters, CSV, JSON and history use. */
const char *field_to_stored(const struct field *f, const void *record,
			    struct arena *arena);
/* The inverse. False where `text` is no stored form of this type. */
bool field_from_stored(const struct field *f, void *record, const char *text,
		       struct arena *arena);

/* The form for people: dd-mm-yyyy, decimal comma, translated choice labels.
 * A REF gives "" (its label needs the database: see domain/reference.h). */
const char *field_to_shown(const struct field *f, const void *record,
			   struct arena *arena);

/* What people type, into the record. On failure the record
 * is untouched and the reason is added to `problems` under the field's
 * name. REF is not handled here. Normalises text (NFC, trimmed). */
bool field_from_typed(const struct field *f, void *record, const char *text,
		      struct arena *arena, struct problems *problems);

/* The same for a file's cell, which is read another day than it was
 * written: dates must name their year. */
bool field_from_file(const struct field *f, void *record, const char *text,
		     struct arena *arena, struct problems *problems);

/* What the table alone can say: required, wanted, ranges, lengths, codes. */
void record_check_fields(const struct kind *kind, const void *record,
			 struct problems *problems);

/* Set all SEARCH fields from their sources. */
void record_derive(const struct kind *kind, void *record, struct arena *arena);

const struct choice *choice_find(const struct choice *list, const char *code);
/* Its label, translated; a code that is not in the list as it is. */
const char *choice_label(const struct choice *list, const char *code);
/* By code or by label in either language, folded: the whole label, what only one
 * begins with, or what begins a later word of only one; NULL if none. */
const struct choice *choice_match(const struct choice *list, const char *text);
/* The labels that what was typed may mean in this way, where there are several:
 * "" else. */
const char *choice_candidates(const struct choice *list, const char *text,
			      struct arena *arena);

#endif
