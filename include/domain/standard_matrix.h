#ifndef DOMAIN_STANDARD_MATRIX_H
#define DOMAIN_STANDARD_MATRIX_H

#include "domain/competency.h"

struct arena;
struct db;
struct err;

/*
 * The levels that positions require, as a matrix: positions × competencies.
 * The positions are all that people hold, that the list of positions has, or
 * that a standard names; the competencies are managerial, socio-cultural and
 * technical ones, in that order.
 */

struct standard_position {
	const char *name;
	int64_t people;	  /* who hold it */
	const char *type; /* the name of its type, or "" */
	int64_t level;	  /* that the type requires, 1 to 5, or NUMBER_NONE */
};

struct standard_matrix {
	struct standard_position *positions;
	size_t position_count;
	struct competency *competencies;
	size_t competency_count;
	struct standard *standards; /* position by position; id 0 where there is none */
	const char **texts;	    /* descriptors, five for each competency, or NULL */
	int64_t placeless;	    /* people without any position */
};

/* A cell: position and competency, from 0. */
struct standard_place {
	size_t row, column;
};

/* Everything lives in `arena`. */
bool standard_matrix_load(struct db *db, struct arena *arena, struct standard_matrix *out,
			  struct err *err);

const struct standard *standard_at(const struct standard_matrix *m,
				   struct standard_place at);
/* What people at the level do, or "". */
const char *standard_text(const struct standard_matrix *m, size_t column, int64_t level);
/* How many competencies have a standard for the position. */
size_t standard_count(const struct standard_matrix *m, size_t row);

/* Store a level of 1 to 5, or with NUMBER_NONE take the standard away, in one
 * action. ERR_CONFLICT where it was changed meanwhile. */
bool standard_matrix_set(struct db *db, struct standard_matrix *m,
			 struct standard_place at, int64_t level, struct err *err);

/* Give the positions from `first` on, `count` of them, the standards they miss
 * in managerial and socio-cultural competencies: the level of their type. All
 * in one action; what is set already stays. Load the matrix again after it. */
bool standard_matrix_fill(struct db *db, const struct standard_matrix *m, size_t first,
			  size_t count, size_t *filled, struct err *err);

/* Say of which type (the id of a position_type) a position is; it is added to
 * the list of positions where it is not there. Load the matrix again after it. */
bool standard_position_type(struct db *db, const char *position, int64_t type,
			    struct err *err);

#endif
