#ifndef TESTS_FAULTS_DISK_H
#define TESTS_FAULTS_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A disk below SQLite that fails as it is told, and that knows what a disk
 * without power would hold: what was synced, and of what was not, any mix of
 * old, new and torn sectors, old or new sizes and directory entries.
 * An operation is a write, truncation, sync, deletion or making of a file.
 */
enum disk_fault {
	DISK_WELL,
	DISK_CUT,   /* the power goes; nothing works any more */
	DISK_ERROR, /* an I/O error, whatever it is asked */
	DISK_FULL,  /* a write finds no room */
	DISK_SHORT, /* a write is done by half */
	DISK_SYNC   /* a sync fails */
};

struct disk_plan {
	enum disk_fault fault;
	size_t at;     /* the first operation that is struck, from 1 */
	bool for_ever; /* and all after it */
	bool lies;     /* a sync does nothing and says it did */
	bool swallows; /* from `at` on, writes are not done and said to be */
	uint64_t seed; /* of what becomes of what was not synced */
};

/* Below every file that is opened from here on. */
void disk_install(void);
/* The file at `path` is the only one there, and synced. */
void disk_begin(const struct disk_plan *plan, const char *path);
/* From here on nothing fails. */
void disk_heal(void);
/* What disk_begin's files are after the power came back. */
void disk_power_back(void);

/* All of a file, to be freed; NULL where there is none. */
unsigned char *disk_content(const char *path, size_t *size);

size_t disk_operations(void);
/* Did what was planned happen? */
bool disk_struck(void);

#endif
