#ifndef DOMAIN_JP_CONVERSION_H
#define DOMAIN_JP_CONVERSION_H

#include <stdbool.h>
#include <stdint.h>

struct certificate;
struct conversion;
struct db;
struct err;

/*
 * How many JP something counts, by the office's table of conversions. A form
 * of learning counts by its own rule (a seminar by days, training by the JP of
 * its curriculum); rules without a source are left to the office to fill in.
 */

/* `quantity` × factor / per, half up, at most the cap; all in hundredths. The
 * factor must be filled in, quantity at least 0. */
int64_t jp_convert(const struct conversion *c, int64_t quantity);

/* The JP of a certificate by the table: NUMBER_NONE where the certificate says
 * no amount or not of what, or the table has no factor for it. */
bool jp_of_certificate(struct db *db, const struct certificate *c, int64_t *jp,
		       struct err *err);

#endif
