#ifndef TESTS_STATEMENTS_ROD_H
#define TESTS_STATEMENTS_ROD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The rod between the program and SQLite. The linker puts it in the place of the
 * functions that prepare and run statements (--wrap); each such call is counted, a
 * statement's rows behind the second as one, and the one it is told fails.
 */
enum rod_fault {
	ROD_ERROR,    /* an I/O error, once */
	ROD_FULL,     /* no room, once, and SQLite takes the transaction back */
	ROD_BUSY,     /* another program holds the file, once */
	ROD_FOR_EVER, /* an I/O error, then and from there on */
	ROD_LIE,      /* says it is done and does nothing: what no test may miss */
	ROD_FAULTS,
};

/* What a call was when nothing failed. */
struct rod_call {
	uint64_t site; /* of the functions that led to it */
	bool writes;   /* changes rows */
};

struct rod {
	bool on;
	int64_t clock;
	size_t count; /* of calls so far */
	size_t at;    /* the one that fails, from 1; 0: none */
	enum rod_fault fault;
	size_t failed;	/* how many did */
	char text[200]; /* of the first statement that failed */
	/* Filled in where `learns`. */
	bool learns;
	struct rod_call *calls;
	size_t space;
};

extern struct rod rod;

/* From here on calls count from 1. */
void rod_begin(size_t at, enum rod_fault fault);
/* All calls are noted instead, in rod.calls. */
void rod_learn(void);
void rod_end(void);

#endif
