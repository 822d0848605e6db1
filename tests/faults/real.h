#ifndef TESTS_FAULTS_REAL_H
#define TESTS_FAULTS_REAL_H

#include <stdbool.h>
#include <stddef.h>

#include "rod.h"

struct scenario;
struct vt;

/*
 * The real program on an office file, with the rod in it. It is the one that
 * was built beside this harness.
 */
extern struct rod *real_rod;

/* `argument` is argv[0] of the harness. */
void real_find(const char *argument);
/* The rod counts from 0 and ends the program at its n-th touch of a file (0:
 * it does not). */
void real_arm(const struct scenario *s, unsigned long at, bool careless);

/* Run in a child, whose place it takes: a sub-command (a NULL ends the words),
 * silently. */
enum { REAL_WORDS = 8 };
struct real_command {
	const char *office;
	const char *words[REAL_WORDS];
};
int real_run(int say, const void *command);

/* On a terminal of 80×24. */
bool real_begin(struct vt *v, const char *office);
/* Send keys and wait for a text; false where it does not appear. */
bool real_type(struct vt *v, const char *keys, const char *text);

#endif
