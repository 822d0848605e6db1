#ifndef EXCHANGE_READY_H
#define EXCHANGE_READY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;
struct kind;

/*
 * Questionnaires and rubrics that come with the program, in the language of
 * the screen (forms/ready/). Once added they are the office's own, like any
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

/* Is this the title of the ready rubric, in either language? */
bool ready_rubric_is(const char *title);

/* Reference rows of this kind that come with the program, and those that belong
 * to them: competencies with their levels, types of positions, conversions into
 * JP. False where none come. */
bool ready_rows_are(const struct kind *kind);

/* Add those that the office does not have, in one action; what it has stays as it
 * is. *added: how many. */
bool ready_rows_add(struct db *db, const struct kind *kind, size_t *added,
		    struct err *err);

#endif
