#ifndef STORE_STORE_PRIVATE_H
#define STORE_STORE_PRIVATE_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/kind.h"
#include "base/settings.h"
#include "store/db.h"
#include "store/history.h"
#include "store/stmt.h"

/*
 * What the files of the store share and nobody else sees: the connection,
 * its statements, the SQL composed for each kind, and the open action.
 */
enum { STMT_BUCKETS = 256, COMPOSED_MOST = 96, RANGES_MOST = 8 };

struct stmt {
	struct db *db;
	sqlite3_stmt *raw;
	const char *text;
	struct stmt *next;
};

/* A composed statement that is kept while it is among the last ones used. */
struct composed {
	struct stmt stmt;
	char *text;
	uint32_t hash;
	unsigned long used;
};

/* What is composed for one kind when it is first used. */
struct kind_sql {
	const struct kind *kind;
	size_t count;          /* fields */
	const char *columns;   /* quoted, id first */
	sqlite3_stmt *insert;  /* id, then the fields in their order; NULL until used */
	const char *load;      /* :id */
	const char *remove;    /* :id */
	const char *highest;   /* the highest key in :first to :last */
	const char *find;      /* by the natural key; NULL until used */
	const char *find_in, *find_out; /* :first to :last into the index of words */
	char (*dates)[11];     /* texts of bound dates, one for each field */
	int64_t next;          /* next key, valid for `serial` only */
	int64_t mark;          /* `next` at the mark of the action, 0: not known then */
	unsigned long serial;
	struct kind_sql *later;
};

struct range {
	const struct kind *kind;
	int64_t first, last;
};

/* What an action has done so far. Inserts wait in `ranges`, in the order of
 * the kinds' first appearance, until anything else happens. */
struct progress {
	int64_t entry; /* 0 until the first change is written */
	int64_t changes, n;
	bool private; /* touched a kind with private keys */
	bool private_added; /* and added records of it */
	struct range ranges[RANGES_MOST];
	size_t range_count;
	struct range find; /* new records whose words are not indexed yet; or no kind */
	struct range count; /* new records that are not counted yet; or no kind */
	struct range gone; /* records about to go whose words are not indexed any more */
	struct {
		int64_t about, count; /* see action_tally; about 0: nothing is known */
	} tally;
};

/* How the rows with some words are come by: along the order of the list, or by
 * the index of words; FEW are sorted, MANY come in the order of their keys. */
enum find_way { FIND_ALONG, FIND_FEW, FIND_MANY };

/* What the index of words gave last. */
struct find_memo {
	const struct kind *kind; /* NULL: nothing is kept */
	int64_t version, changes; /* of others and of ours, then */
	enum find_way way;
	const char **words;
	size_t count;
	const char *keys;
	struct arena arena;
};

/* The open action. */
struct action {
	bool open;
	bool marked; /* between a mark and its end; `mark` is what was then */
	bool wide;   /* more pages are kept, see keep_pages */
	bool broken; /* could not be taken back to its mark: never committed */
	unsigned long serial; /* counts actions */
	struct arena arena;   /* of the name */
	char *name;
	int64_t reverts; /* 0, or the entry this action reverts */
	const char *about; /* see action_about */
	size_t counted;
	bool count_only;
	struct progress now, mark;
};

struct db {
	sqlite3 *raw;
	const char *path;
	bool read_only;
	bool created;   /* the file was made by this open */
	int64_t size;   /* of the file in bytes, before SQLite opened it */
	bool cut_off;   /* a journal of nobody lay beside it then, or see marker_set */
	bool as_is;     /* see db_open_as_is */
	int marker;     /* the open file, -1: none; and our place in it */
	int marker_slot;
	int64_t site;
	int64_t busy_ms, step_ms; /* how long to wait for others, and for a step */
	bool bulk; /* see db_bulk */
	int64_t deadline; /* clock_ms() that ends the running step; 0: none */
	int64_t waiting_since;
	struct settings settings; /* of the office; the defaults until told */
	bool (*wait)(void *context);
	void *wait_context;
	bool (*stop)(void *context);
	void *stop_context;
	struct err failed;	  /* the first failure since db_listen */
	struct err backup_failed; /* why there is none of today, or none */
	struct arena arena; /* lives as long as the database */
	struct arena folding; /* of one call of fold() in a query */
	struct stmt *stmts[STMT_BUCKETS];
	struct composed composed[COMPOSED_MOST];
	unsigned long composed_uses;
	struct kind_sql *kinds;
	struct action action;
	struct find_memo found;
};

/* Record what SQLite says went wrong and what to do. Returns false. */
bool db_fail(const struct db *db, struct err *err);

/* May this statement run? SQLite takes an action back by itself after some failures:
 * what would be written then stands alone, without its history, and is refused. */
bool action_holds(const struct db *db, sqlite3_stmt *raw, struct err *err);
/* The office file is damaged, as `found` says, and this brings its newest backup
 * back. Returns false. */
bool db_damaged(const char *office, const char *found, struct err *err);

/* A path whose directory is resolved; the last part may still be a link. */
bool path_resolve(const char *path, struct arena *arena, const char **out,
		  struct err *err);

/* A file of ours of any version that we know, neither checked for damage nor
 * migrated; nothing says that it is open. */
bool db_open_as_is(const char *path, bool writing, struct db **out, struct err *err);

/*
 * Who has the file open for writing holds a lock on a byte of FILE-running,
 * which says 1 until it is closed in order. A byte of 1 without a lock is of a
 * process that was cut off, however it ended: the lock goes with it.
 */
/* Take a place, and set `cut_off` where somebody was. Without the right to
 * make that file nothing is said and nothing known. */
void marker_set(struct db *db);
void marker_clear(struct db *db);
/* Give the place up with its mark: who opens the file next sets `cut_off`. */
void marker_leave(struct db *db);
/* Is the open file, a regular one, still the one of this name? */
bool still_there(int fd, const char *path);
/* Does any other process hold a place, or may one, as we cannot look? */
bool marker_others(const char *office);
/* One of those: its number and the name of who runs it; 0 where that cannot be
 * known, as for another computer. */
long marker_process(const char *office, struct arena *arena, const char **who);

/* Is the file of this application, and of a version we know? */
bool check_ours(const struct db *db, int64_t application_id, struct err *err);
bool check_version(const struct db *db, int64_t version, struct err *err);

/* Four bytes as SQLite stores a number: the highest first. */
int64_t stored_number(const unsigned char *bytes);

/* The first `count` bytes of the file as they were before the transaction that the
 * journal at `path` would take back; false where it does not hold them, and then
 * `out` may hold anything. */
bool journal_first_page(const char *path, unsigned char *out, size_t count);

/* The newest action: its number (0: none yet), its moment in UTC ("" for none),
 * and the day of it in the machine's own zone. */
bool history_newest(struct db *db, int64_t *id, char at[20], struct err *err);
bool history_last_day(struct db *db, struct date *out, struct err *err);

/* SQLite's quick check, where it is due (store/db.h says when). */
bool quick_check(struct db *db, struct err *err);

/* The first trigger or view that no migration up to the file's version makes, as
 * this program knows them; "" for none. */
bool schema_strange(struct db *db, struct arena *arena, const char **name,
		    struct err *err);

/* Bring the schema up to date; refuses a newer one. */
bool db_migrate(struct db *db, struct err *err);

/* One step of it: all of the migration or nothing, in one transaction;
 * nothing where the file has that version already. */
struct migration {
	int version;
	const char *name, *text;
};
bool db_apply(struct db *db, const struct migration *m, struct err *err);

/* The first column of a statement's only row. */
bool db_number(struct db *db, const char *sql, int64_t *out, struct err *err);

/* As stmt_get for a text that was put together, found again by what it says;
 * the statement may be gone after the next call. */
bool stmt_composed(struct db *db, const char *sql, struct stmt **out, struct err *err);

/* As stmt_get for a text used once; end with stmt_close. */
bool stmt_open(struct db *db, const char *sql, struct stmt *out, struct err *err);
void stmt_close(struct stmt *s);
void stmts_close(struct db *db);

/* "name" with quotes doubled. */
const char *sql_name(struct arena *arena, const char *name);

struct kind_sql *kind_sql(struct db *db, const struct kind *kind);
bool field_may_be_null(const struct field *f);
/* Bind a field of `record` to parameter `at`; `date` holds the text of a
 * date until the step. */
void bind_field(sqlite3_stmt *raw, int at, const struct field *f, const void *record,
		char date[11]);
/* Column `at` of the current row into a field that is empty so far. */
void read_field(sqlite3_stmt *raw, int at, const struct field *f, void *record,
		struct arena *arena);
/* The current row (columns as in kind_sql) into an empty record. */
void read_record(sqlite3_stmt *raw, const struct kind *kind, void *record,
		 struct arena *arena);

/* As record_insert, with the id the record already has. */
bool record_restore(struct db *db, const struct kind *kind, const void *record,
		    struct err *err);

/* A JSON object of stored forms: the fields that differ between `record`
 * and `other`, or all where `other` is NULL. Derived fields are left out. */
const char *json_fields(const struct kind *kind, const void *record, const void *other,
			struct arena *arena);

/* The current row: kind, op, first, last, before, after of a change. */
void read_change(struct stmt *s, struct history_change *out, struct arena *arena);

/* The fields that somebody else changed, as a list to be read. Begin with
 * the arena alone set. */
struct conflict {
	struct arena *arena;
	size_t count;
	const char *list;
};
/* `typed` is what was to be written, or NULL where nobody typed it. */
void conflict_add(struct conflict *c, const struct field *f, const void *now,
		  const void *typed);

/* Give the open action its entry now, where it has none yet. */
bool action_entry(struct db *db, struct err *err);

/* Before an action that added private records is committed: what is left of
 * it and of the entries before it (store/history.h says what and why). */
bool history_fold(struct db *db, struct err *err);

/* The index of words: what waits is added; a record is there now; a record is
 * about to go or to be called otherwise. For kinds without one nothing. */
void find_compose(struct kind_sql *k, struct arena *arena);
bool find_flush(struct db *db, struct err *err);
bool find_added(struct db *db, const struct kind *kind, int64_t id, struct err *err);
bool find_removes_all(struct db *db, const struct kind *kind, int64_t first, int64_t last,
		      struct err *err);
bool find_removes(struct db *db, const struct kind *kind, int64_t id, struct err *err);

/* Decide how the rows that hold `words` are come by; the texts in the plan
 * hold until the next call. Words of one or two letters begin a word of the
 * row. What the index gives may hold others, never fewer. */
struct find_plan {
	const char *const *words; /* folded */
	size_t count;
	enum find_way way;
	const char *match; /* MANY: :match, a query of the index */
	const char *keys;  /* FEW: :keys, a JSON array */
};
bool find_decide(struct db *db, const struct kind *kind, struct find_plan *plan,
		 struct arena *arena, struct err *err);

/* What words are looked for in, NULL where there is no text; of short words
 * (one or two letters) only words that begin with them are meant. */
const char *find_haystack(const struct kind *kind, struct arena *arena);
bool find_is_short(const char *word);
/* The different words of a search key, the first `most` of them; how many. */
size_t find_words(const char *key, size_t most, struct arena *arena, const char ***words);

/* What the rows come from, the condition beside those of the list (not for
 * FIND_ALONG), and the key by which FIND_MANY are ordered. */
const char *find_from(const struct kind *kind, enum find_way way, struct arena *arena);
const char *find_condition(const struct kind *kind, enum find_way way,
			   struct arena *arena);
const char *find_key(const struct kind *kind, struct arena *arena);

/*
 * What a kind counts of its new records (struct kind, `counted`) waits as a range
 * of keys, so that a big import counts by one statement. The triggers of all else
 * that changes expect it done: counts_flush comes before that, counts_before
 * before a new record of any kind, counts_added behind it.
 */
bool counts_flush(struct db *db, struct err *err);
bool counts_before(struct db *db, const struct kind *kind, struct err *err);
bool counts_added(struct db *db, const struct kind *kind, int64_t id, struct err *err);

/* Next keys are those of the mark again. */
void keys_mark(struct db *db);
void keys_back(struct db *db);

/* Parts of the open action (record.c tells what it did). */
bool change_insert(struct db *db, const struct kind *kind, int64_t id, struct err *err);
struct change_text {
	const char *op, *before, *after;
};
bool change_add(struct db *db, const struct kind *kind, int64_t id,
		const struct change_text *text, struct err *err);

#endif
