#ifndef DOMAIN_KINDS_H
#define DOMAIN_KINDS_H

#include "base/kind.h"

/* The registry: every record kind, those it refers to before it. Ends with NULL. */
extern const struct kind *const kinds[];

/* By name, as field tables refer to it; NULL if there is none. */
const struct kind *kind_find(const char *name);

/* By the name of its CSV file, as people type it; NULL if there is none. */
const struct kind *kind_find_file(const char *name);

/* The name of a kind's CSV file without .csv. */
const char *kind_file(const struct kind *kind);

#endif
