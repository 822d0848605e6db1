#ifndef DOMAIN_CERTIFICATE_H
#define DOMAIN_CERTIFICATE_H

#include "base/kind.h"

/*
 * Learning outside the office, and how learning is counted in JP.
 */
extern const struct choice certificate_scope_choices[];
extern const struct choice conversion_basis_choices[];

/* How many JP something counts: `factor` JP per `per` units of the basis, at
 * most `cap`. */
struct conversion {
	int64_t id;
	const char *form;  /* learning_form_choices */
	const char *scope; /* certificate_scope_choices */
	const char *basis; /* conversion_basis_choices */
	int64_t factor;	   /* hundredths */
	int64_t per;
	int64_t cap; /* hundredths */
	const char *source;
	int64_t verified; /* 0 or 1 */
	struct date valid_from;
};
extern const struct kind conversion_kind;

/* Learning outside the office's own programmes, from a certificate. */
struct certificate {
	int64_t id;
	int64_t person; /* person */
	const char *title;
	struct date starts;
	struct date ends;
	int64_t year;
	const char *form;  /* learning_form_choices */
	const char *scope; /* certificate_scope_choices */
	const char *organiser;
	const char *number;
	int64_t quantity;  /* hundredths */
	const char *basis; /* conversion_basis_choices */
	int64_t jp;	   /* hundredths */
	const char *jp_reason;
	const char *notes;
	const char *search; /* from title,organiser */
};
extern const struct kind certificate_kind;

#endif
