#ifndef TESTS_PTY_BUDGET_H
#define TESTS_PTY_BUDGET_H

#include "office.h"

/*
 * Counting keys: a task begins on the screen it naturally starts on, every
 * key press or typed character counts one, and more than the budget fails.
 * What a task came to is compared with the table of budgets too, so that the
 * table stays true.
 */
struct budget {
	const char *task, *start;
	unsigned budget, ours;
};

#define SAVE "\023"
#define UNDO "\032"
#define DOWN "\033[B"

/* How many keys a string of what a terminal sends is. */
unsigned keys_in(const char *keys);

/* Begin to count for the task. */
void task_begin(const struct budget *b);
/* Send keys that count, and wait for a text that must appear. */
void press(struct vt *v, const char *keys, const char *text);
/* What the task came to in the file: the query gives `wanted`. Then it is
 * good, where its keys are within the budget. */
void task_end(struct vt *v, const char *sql, long long wanted);

/* Go back to the first screen, without counting. */
void go_home(struct vt *v);

#endif
