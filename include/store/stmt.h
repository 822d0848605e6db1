#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

struct arena;
struct db;
struct err;
struct stmt;

/*
 * Statements in SQL, for the domain alone: nobody above it knows SQL.
 */

/* A complete statement with named parameters (":name"). Prepared once and
 * kept with the database, found again by the text's address: pass string
 * literals or text that lives as long as the database. Comes back reset
 * and with all parameters NULL. */
bool stmt_get(struct db *db, const char *sql, struct stmt **out, struct err *err);

/* Unknown names are a bug. Texts must stay until the step. */
void stmt_bind_text(struct stmt *s, const char *name, const char *value);
void stmt_bind_int(struct stmt *s, const char *name,
		   int64_t value); /* NUMBER_NONE: NULL */
void stmt_bind_real(struct stmt *s, const char *name, double value);

enum stmt_step { STMT_ROW, STMT_DONE, STMT_FAILED };
enum stmt_step stmt_step(struct stmt *s, struct err *err);
void stmt_reset(struct stmt *s);

/* Columns of the current row, from 0. NULL: 0 / NUMBER_NONE / NAN / "" / DATE_NONE. */
int64_t stmt_int(struct stmt *s, int column);	 /* NULL gives 0 */
int64_t stmt_number(struct stmt *s, int column); /* NULL gives NUMBER_NONE */
double stmt_real(struct stmt *s, int column);	 /* NULL gives NAN */
const char *stmt_text(struct stmt *s, int column, struct arena *arena);
struct date stmt_date(struct stmt *s, int column); /* NULL gives DATE_NONE */

/* One statement without result rows. */
bool db_run(struct db *db, const char *sql, struct err *err);

#endif
