#ifndef DOMAIN_POSITION_H
#define DOMAIN_POSITION_H

#include "base/kind.h"

/*
 * Positions, their types and the levels that a type requires.
 */

/* A type of positions and the level that it requires in managerial and
 * socio-cultural competencies, where nothing else is said. */
struct position_type {
	int64_t id;
	const char *code;
	const char *name;
	int64_t level;
	const char *source;
	const char *search; /* from code,name */
};
extern const struct kind position_type_kind;

/* A position as people hold it (persons.position), and of which type it is. */
struct position {
	int64_t id;
	const char *name;
	int64_t type; /* position_type */
	const char *notes;
	const char *search; /* from name */
};
extern const struct kind position_kind;

#endif
