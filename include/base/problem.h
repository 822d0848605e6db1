#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * What is wrong with input, field by field. Problems are collected, never
 * thrown: a form shows them all, an import names them by line. A warning
 * is told but does not stop a save.
 */
struct problem {
	const char *field; /* name in the field table; "" for the whole record */
	const char *text;  /* translated: what is wrong and what would be right */
	bool warning;
	struct problem *next;
};

struct problems {
	struct arena *arena; /* owns the entries; set before the first add */
	struct problem *first, *last;
	size_t errors, warnings;
};

/* What was typed or read is told in marks where a terminal would obey it. */
void problem_add(struct problems *list, const char *field, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void problem_warn(struct problems *list, const char *field, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The first error of all, warnings passed over; NULL where there is none. */
const struct problem *problem_first_error(const struct problems *list);

/* The first error of `field`, or its first warning, or NULL. */
const struct problem *problem_of(const struct problems *list, const char *field);

#endif
