#ifndef DOMAIN_COPY_H
#define DOMAIN_COPY_H

#include "base/kind.h"

struct err;

/*
 * Copies of the records of `kind` that belong to one record, for another:
 * all whose field `parent` is `from`, however many there are. Inside an
 * action.
 */
struct copy {
	const struct kind *kind;
	const char *parent;
	int64_t from, to;
	bool without_dates; /* dates are left empty */
};

bool copy_all(struct db *db, const struct copy *copy, struct err *err);

#endif
