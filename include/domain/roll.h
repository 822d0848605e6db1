#ifndef DOMAIN_ROLL_H
#define DOMAIN_ROLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;

/*
 * The participants of a programme as a paper lists them: whom the grids of
 * attendance and scores have a line for.
 */
enum roll_order { ROLL_BY_NAME, ROLL_BY_NIP, ROLL_AS_ENROLLED, ROLL_ORDERS };

/* Beside those who hold a place also who does not any more, but … */
enum roll_with {
	ROLL_WITH_MARKS, /* was marked in a session */
	ROLL_WITH_SCORES /* has a score */
};

struct roll_person {
	int64_t person;
	const char *nip, *name;
	bool place; /* holds a place in the programme */
};

struct roll {
	int64_t programme;
	const char *code; /* of the programme */
	bool cancelled;	  /* the programme: it can only be looked at */
	struct roll_person *people;
	size_t count;
};

/* ERR_NOT_FOUND where there is no such programme. */
bool roll_load(struct db *db, int64_t programme, enum roll_with with,
	       enum roll_order order, struct arena *arena, struct roll *out,
	       struct err *err);

/* The line of a person, or roll->count. */
size_t roll_find(const struct roll *roll, int64_t person);

/* The line of the person with this NIP. ERR_NOT_FOUND, with the name where the
 * office knows the person, for somebody who is not on the roll. */
bool roll_find_nip(struct db *db, const struct roll *roll, const char *nip, size_t *row,
		   struct err *err);

/* ERR_INPUT, with the reason, where the programme is cancelled. */
bool roll_may_write(const struct roll *roll, struct err *err);

#endif
