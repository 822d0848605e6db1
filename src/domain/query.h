#ifndef DOMAIN_QUERY_H
#define DOMAIN_QUERY_H

#include <stdbool.h>
#include <stdint.h>

struct db;
struct err;

/*
 * Questions with one number as the answer. The statement names its
 * parameters :a (and :b); no row or NULL gives 0.
 */
bool query_plain(struct db *db, const char *sql, int64_t *out, struct err *err);
bool query_one(struct db *db, const char *sql, int64_t a, int64_t *out, struct err *err);
bool query_two(struct db *db, const char *sql, int64_t a, int64_t b, int64_t *out,
	       struct err *err);

/* For checks: a failure counts as 0; whoever saves finds it (db_answered). */
int64_t answer_one(struct db *db, const char *sql, int64_t a);
int64_t answer_two(struct db *db, const char *sql, int64_t a, int64_t b);

#endif
