#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct err;

/*
 * The office file: one SQLite database, opened in one fixed way (rollback
 * journal, synchronous=EXTRA, defensive), and statements on it. This layer
 * knows no record kind by name and no screen.
 */
struct db;
struct stmt;

enum db_mode {
	DB_OPEN,      /* must exist; migrated where it is older */
	DB_CREATE,    /* must not exist or be ours; made with mode 0600 */
	DB_READ_ONLY, /* nothing is ever written */
	DB_MEMORY     /* for tests; `path` is ignored */
};

/* Refuses what is not ours, is damaged or empty, or has a newer schema,
 * with the reason and what to do. The caller closes *out. */
bool db_open(const char *path, enum db_mode mode, struct db **out, struct err *err);
void db_close(struct db *db); /* accepts NULL */
bool db_is_read_only(const struct db *db);
const char *db_path(const struct db *db);

/* Called while another process holds the file; return false to give up
 * (then ERR_BUSY). Without one, waits up to ten seconds. */
void db_set_wait(struct db *db, bool (*wait)(void *context), void *context);

/* SQLite's checks and foreign keys; each finding is one line of *report. */
bool db_check(struct db *db, struct arena *arena, const char **report, struct err *err);

/* A complete statement with named parameters (":name"). Prepared once and
 * kept with the database, found again by the text's address: pass string
 * literals or text that lives as long as the database. Comes back reset
 * and with all parameters NULL. */
bool stmt_get(struct db *db, const char *sql, struct stmt **out, struct err *err);

/* Unknown names are a bug. Texts must stay until the step. */
void stmt_bind_text(struct stmt *s, const char *name, const char *value);
void stmt_bind_int(struct stmt *s, const char *name, int64_t value); /* NUMBER_NONE: NULL */
void stmt_bind_real(struct stmt *s, const char *name, double value);

enum stmt_step { STMT_ROW, STMT_DONE, STMT_FAILED };
enum stmt_step stmt_step(struct stmt *s, struct err *err);
void stmt_reset(struct stmt *s);

/* Columns of the current row, from 0. NULL: 0 / NUMBER_NONE / NAN / "". */
int64_t stmt_int(struct stmt *s, int column);  /* NULL gives 0 */
int64_t stmt_number(struct stmt *s, int column); /* NULL gives NUMBER_NONE */
double stmt_real(struct stmt *s, int column);  /* NULL gives NAN */
const char *stmt_text(struct stmt *s, int column, struct arena *arena);

/* One statement without result rows. */
bool db_run(struct db *db, const char *sql, struct err *err);

/* A key/value kept in the file (site, last opened records, saved choices). */
bool db_note_get(struct db *db, const char *name, struct arena *arena,
		 const char **value, struct err *err); /* "" if absent */
bool db_note_set(struct db *db, const char *name, const char *value, struct err *err);

#endif
