#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct choice;
struct db;
struct err;
struct settings;

/*
 * One model for all reports: a list of blocks. A report is made once from
 * the database; a writer per format turns it into text, CSV or JSON, and
 * the pager shows it on the screen.
 */
/* A BAR is a share from 0 to 1 that people see drawn. */
enum cell_type { CELL_TEXT, CELL_INT, CELL_REAL, CELL_BAR, CELL_NONE };

struct cell {
	enum cell_type type;
	const char *text;
	int64_t number;
	double real;
	int decimals;	   /* REAL: in files; texts for people show at most two */
	const char *shown; /* TEXT: what people read instead, or NULL */
};

struct report_column {
	const char *name;  /* heading in CSV and JSON: a term, not translated */
	const char *label; /* heading for people, translated */
	bool right;	   /* numbers */
};

enum block_type { BLOCK_HEADING, BLOCK_TEXT, BLOCK_TABLE, BLOCK_BARS };

/* BARS: cell 0 label, cell 1 value (0 … `most`), cell 2 a note. Values of
 * several scales are given as shares, with `most` 1. */
struct block {
	enum block_type type;
	const char *name; /* of a table, in JSON */
	const char *text; /* HEADING, TEXT */
	const struct report_column *columns;
	size_t column_count;
	struct cell *cells; /* row by row */
	size_t row_count, row_space;
	double most;
	bool for_files; /* TABLE: people read the same in other blocks */
	struct block *next;
};

struct report {
	struct arena *arena; /* owns everything */
	const char *name, *title;
	struct block *first, *last;
};

void report_init(struct report *r, struct arena *arena, const char *name,
		 const char *title);
void report_heading(struct report *r, const char *text);
void report_text(struct report *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
struct block *report_table(struct report *r, const char *name,
			   const struct report_column *columns, size_t count);
struct block *report_bars(struct report *r, const char *name, double most);
/* The next row; its cells start as CELL_NONE. */
struct cell *report_row(struct report *r, struct block *block);
/* Copy the texts that it only points to, so that it outlives what it was made
 * from. */
void report_own(struct report *r);

struct cell cell_text(const char *text);
/* A term of files and what people read for it, translated. */
struct cell cell_term(const char *term, const char *shown);
/* Of a closed list: files hold the code, people read the label. */
struct cell cell_choice(const struct choice *list, const char *code);
/* Files hold YYYY-MM-DD, people read dd-mm-yyyy. */
struct cell cell_day(struct arena *arena, struct date day);
struct cell cell_int(int64_t number);		  /* NUMBER_NONE gives CELL_NONE */
struct cell cell_real(double real, int decimals); /* NAN gives CELL_NONE */
struct cell cell_bar(double share);		  /* NAN gives CELL_NONE */

/* For p values, in place of decimals: four significant digits in files,
 * "<0.001" or three decimals for people. */
enum { CELL_SIGNIFICANT = -1 };

/* As files hold it ('.' decimals, "" for none), and as people read it. */
const char *cell_stored(const struct cell *c, struct arena *arena);
const char *cell_shown(const struct cell *c, struct arena *arena);

/* The registry: what reports there are. */
struct report_request {
	const char *programme; /* code, or NULL for all */
	int year;	       /* 0: as the report thinks best */
	int64_t survey;	       /* id; 0: the one that is worked with */
	const struct settings *settings;
};

struct report_kind {
	const char *name;  /* "evaluation" */
	const char *title; /* N_() */
	bool (*make)(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err);
	bool by_programme, by_year; /* what of the request it heeds */
};

extern const struct report_kind report_kinds[]; /* ends with a NULL name */
const struct report_kind *report_kind_find(const char *name);
/* Does it heed the survey of the request? */
bool report_by_survey(const struct report_kind *kind);

/* Writers: the whole text, in the report's arena. CSV and JSON hold the
 * first table only (its columns are the contract of the report). */
const char *report_to_text(const struct report *r, int columns, bool ascii);
const char *report_to_csv(const struct report *r, char delimiter);
const char *report_to_json(const struct report *r);

#endif
