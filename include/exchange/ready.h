#ifndef EXCHANGE_READY_H
#define EXCHANGE_READY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;

/*
 * Questionnaires, rubrics and competencies that come with the program, in the
 * language of the screen (forms/ready/). Once added they are the office's own, like any
 * other.
 */
struct ready_form {
	const char *code, *title;
	size_t items;
	bool there; /* the office has a questionnaire with this code */
};

bool ready_list(struct db *db, struct arena *arena, struct ready_form **out,
		size_t *count, struct err *err);

/* Add one with its items, in one action. ERR_NOT_FOUND where none is called
 * so (letters folded), ERR_INPUT where the office has it. */
bool ready_add(struct db *db, const char *code, int64_t *id, struct err *err);

/* Add the ready rubric for group projects with its criteria, under a code that
 * is free, in one action. ERR_INPUT where the office has very many copies. */
bool ready_rubric_add(struct db *db, int64_t *id, struct err *err);

/* Add what the office does not have of the national competencies, their level
 * descriptors and the types of positions, in one action; what it has stays as
 * it is. A competency is there by its code or by its name in either language;
 * a technical one gets no descriptors. `added` counts records, 0 for none. */
bool ready_competencies_add(struct db *db, size_t *added, struct err *err);

/* Is this the title of the ready rubric, in either language? */
bool ready_rubric_is(const char *title);

#endif
