#ifndef DOMAIN_IMPROVE_WORK_H
#define DOMAIN_IMPROVE_WORK_H

#include "domain/improve.h"
#include "domain/save.h"

/*
 * What the files about findings share.
 */

/* Write a new record; a problem with it becomes ERR_INPUT. */
bool save_new(struct db *db, const struct kind *kind, void *record, struct err *err);

/* Commit the action where all went well, else drop it. */
bool action_end(struct db *db, bool good, struct err *err);

#endif
