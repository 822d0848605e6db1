#ifndef TESTS_FAULTS_FAULTS_H
#define TESTS_FAULTS_FAULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct db;
struct err;

/*
 * Faults are injected while the program's own store and domain do a fixed row
 * of actions, the scenario. What must hold afterwards: the file is sound, and
 * what it holds is what the actions that were acknowledged left, or those and
 * the one that was under way. Nothing between, nothing less.
 */

/* ---- the scenario (scenario.c) ---- */

enum { STEPS = 9, DIRECTORY_MOST = 64, PATH_MOST = 128 };

/* An office file and what it holds before each step and after the last. */
struct scenario {
	char directory[DIRECTORY_MOST], path[PATH_MOST];
	unsigned char *bytes; /* of the file before the first step */
	size_t size;
	uint64_t states[STEPS + 1];
};

/* Makes directory and file, and does the steps once in peace. */
void scenario_begin(struct scenario *s);
void scenario_end(struct scenario *s);
/* The file is as it was before the first step; journals are gone. */
void scenario_reset(const struct scenario *s);
/* One action of the program: it is acknowledged where it is true. */
bool scenario_step(struct db *db, size_t step, struct err *err);
/* The steps behind the first *done of which some may have been refused: the
 * program goes on where the disk does. */
bool scenario_goes_on(struct db *db, const struct scenario *s, size_t *done);
/* A number made of all rows of all tables, but for what the program notes about
 * its backups: that there is one is noted after it is made. */
uint64_t scenario_state(struct db *db);

/* Opened anew by the program: sound, and as after `acknowledged` steps or one
 * more? */
bool scenario_holds(const struct scenario *s, size_t acknowledged);

/* A file as an early version made it, with somebody in it (blocks_file.c). */
void make_old(const char *path);

/* ---- what the blocks share (main.c) ---- */

/* What came of a block. */
struct tally {
	size_t runs, injected, lost, crashed;
};

/* How often the short form is done; more than once, everywhere. */
extern size_t times;
/* From one place to the next: the short form leaves out all but every `short_` one. */
size_t stride(size_t short_);

/* Ends the program: the harness itself did not work. */
_Noreturn void give_up(const char *what);
/* The same numbers in each run of the program, others for each seed. */
uint32_t dice(uint64_t *seed);

/* A child that does `work` and says after each step that it is done: how many
 * it did. It is killed after `microseconds`, if these are not 0. Its exit
 * status as of waitpid, or that it was killed. */
struct child {
	size_t acknowledged;
	int status;
};
struct child child_run(int (*work)(int say, const void *context), const void *context,
		       unsigned microseconds);
void child_says(int say);
/* Did it end on a signal that nobody sent, or hang? */
bool child_crashed(const struct child *c);

/* ---- blocks ---- */

/* Each fills in the tally. A control does the same with something that is
 * known to lose, and must come to a loss or crash. */
void power_cuts(const struct scenario *s, struct tally *t);
void power_control(const struct scenario *s, struct tally *t);
void disk_errors(const struct scenario *s, struct tally *t);
void disk_control(const struct scenario *s, struct tally *t);
void disk_full(const struct scenario *s, struct tally *t);
void disk_full_control(const struct scenario *s, struct tally *t);
void kills(const struct scenario *s, struct tally *t);
void kills_control(const struct scenario *s, struct tally *t);
void placed_kills(const struct scenario *s, struct tally *t);
void placed_control(const struct scenario *s, struct tally *t);
void screen_kills(const struct scenario *s, struct tally *t);
void screen_control(const struct scenario *s, struct tally *t);
void storms(const struct scenario *s, struct tally *t);
void storms_control(const struct scenario *s, struct tally *t);
void migrations_cut(const struct scenario *s, struct tally *t);
void migrations_control(const struct scenario *s, struct tally *t);
void memory_gone(const struct scenario *s, struct tally *t);
void memory_control(const struct scenario *s, struct tally *t);
void damage(const struct scenario *s, struct tally *t);
void damage_control(const struct scenario *s, struct tally *t);
void crowds(const struct scenario *s, struct tally *t);
void crowds_control(const struct scenario *s, struct tally *t);
void anonymity(const struct scenario *s, struct tally *t);
void anonymity_control(const struct scenario *s, struct tally *t);

#endif
