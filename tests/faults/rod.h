#ifndef TESTS_FAULTS_ROD_H
#define TESTS_FAULTS_ROD_H

#include <stdatomic.h>

/*
 * What the harness and the program under it share, in a file that both map:
 * the program counts what it does to files, and ends itself by SIGKILL at the
 * n-th. Put into the program as it is, by LD_PRELOAD (rod.c).
 */
struct rod {
	atomic_ulong count;  /* writes, syncs, renames, removals so far */
	atomic_ulong at;     /* before this one it ends; 0: never */
	atomic_int struck;   /* it did */
	atomic_int careless; /* no journal is written: for the control */
};
#define ROD_VARIABLE "BANGKOM_ROD" /* path of the file */

#endif
