#ifndef DOMAIN_DESIGN_PARTS_H
#define DOMAIN_DESIGN_PARTS_H

#include "domain/revision.h"

struct field;

/*
 * What the files about revisions share.
 */

/* The kinds whose records belong to a revision; ends with NULL. */
extern const struct kind *const design_parts[];

/* The field that says which revision a record of `kind` belongs to; NULL
 * for kinds that are no part of a design. */
const struct field *revision_field(const struct kind *kind);

/* ERR_CONFLICT where `record` is part of a revision that several runs use. */
bool design_guard(struct db *db, const struct kind *kind, const void *record,
		  struct err *err);

/* As sessions_plan_take, but inside an action. */
bool plan_take(struct db *db, int64_t programme, size_t *count, struct err *err);

#endif
