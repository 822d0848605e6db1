#ifndef TESTS_STATEMENTS_STATEMENTS_H
#define TESTS_STATEMENTS_STATEMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rod.h"

struct db;

/*
 * A statement that SQLite refuses, anywhere: it is told, and nothing breaks. Keys
 * are played on the screens and commands are run, once in peace and then again and
 * again, each time with the call at another place of the program failing.
 */

/* What came of it; shared with the children. */
enum { SITES_MOST = 1 << 17 };
struct tally {
	size_t runs, injected, wrong, places;
	uint64_t seen[SITES_MOST]; /* places where a call has failed already */
};
extern struct tally *tally;

/* 1: a selection of the places and one fault at each; more: all places, and so many
 * faults at each. */
extern size_t times;

_Noreturn void give_up(const char *what);

/* Has nothing failed yet where this call is? Then it is taken to have. */
bool site_is_new(uint64_t site);

/* The calls among those that the rod has learned where something is to fail. */
struct places {
	size_t *at, count;
};
struct places places_chosen(void);

/* The faults to inject at the next place: first to last. */
void faults_chosen(size_t place, enum rod_fault *first, enum rod_fault *last);

/* `wrong` is NULL, or what was wrong of the run of `what` that has just ended. */
void judge(const char *what, const char *wrong);

/* Work in a child, whose death is a finding too. */
void in_child(void (*work)(const char *what), const char *what);

/* ---- what an office file holds (office.c) ---- */

/* A number made of the records; not of history, drafts, notes, nor of sums. */
uint64_t office_records(struct db *db);
/* NULL, or what is wrong: references, history against records, an open action. */
const char *office_wrong(struct db *db, size_t findings);
/* Findings of the deep check. */
size_t office_findings(struct db *db);
/* Make `db` hold what `from` holds. */
void office_copy(struct db *db, struct db *from);

/* ---- the parts ---- */

void screens_struck(const char *only);
void commands_struck(const char *only);

#endif
