#ifndef DOMAIN_CRITERIA_H
#define DOMAIN_CRITERIA_H

#include "store/select.h"

struct arena;
struct db;
struct err;
struct problems;

/*
 * Query by example: what somebody types into the entries of an empty form,
 * as terms of a list. Understood are
 *
 *     words        texts that hold them; * and ? stand for any characters
 *     value        other fields: exactly this, as it is typed in a form
 *     = <> > >= < <=   before a value; = or <> alone: empty, not empty
 *     a..b         from a to b
 *     a|b          one of them
 *     today, this month, a year      for dates, also in Indonesian
 */
struct criteria {
	struct db *db;
	const struct kind *kind;
	struct arena *arena; /* owns the terms */
	struct select_term *terms;
	size_t count, space;
	int either; /* the last number given to alternatives */
};

void criteria_init(struct criteria *c, struct db *db, const struct kind *kind,
		   struct arena *arena);

/* Add what was typed for `field`; blank adds nothing. What cannot be
 * understood is a problem of the field. False for a failure only. */
bool criteria_add(struct criteria *c, const struct field *field, const char *typed,
		  struct problems *problems, struct err *err);

#endif
