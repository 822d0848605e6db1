#ifndef DOMAIN_JP_CONVERSION_H
#define DOMAIN_JP_CONVERSION_H

#include "domain/certificate.h"

struct db;
struct err;

/*
 * Learning in JP: quantity × factor / per, at most the cap of the row. All
 * figures are hundredths, the half is rounded up. NUMBER_NONE where the row
 * has no factor or there is no quantity.
 */
int64_t jp_convert(const struct conversion *row, int64_t quantity);

/* The row for this form, scope and basis; id 0 where there is none. Its texts
 * are not read. False for a failure only. */
bool jp_conversion_find(struct db *db, const struct certificate *what,
			struct conversion *row, struct err *err);

#endif
