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

/* What a line of a part is known by in the causes of changes: its number, or
 * what else its key is, and the field; `f` NULL for the part as a whole. */
const char *part_line(const struct kind *kind, const void *record, const struct field *f,
		      struct arena *arena);

/* Remember what the edit names as its cause, for each line of the part that
 * was changed (`was` NULL: added), or for the part that is to be removed. */
bool cause_of_save(struct db *db, const struct design_edit *edit, const void *was,
		   const void *now, struct err *err);
bool cause_of_removal(struct db *db, const struct design_edit *edit, int64_t id,
		      struct err *err);

/* Give the rows of a comparison the causes that are stored between the two
 * revisions. */
bool causes_find(struct db *db, int64_t from, int64_t to, struct arena *arena,
		 struct revision_diff *diff, struct err *err);

/* As sessions_plan_take, but inside an action. */
bool plan_take(struct db *db, int64_t programme, size_t *count, struct err *err);

#endif
