#ifndef DOMAIN_PLAN_SQL_H
#define DOMAIN_PLAN_SQL_H

/* Items `i` of the yearly plan whose cost counts against the ceiling, as
 * plan_is_approved says. */
#define PLAN_APPROVED(i) i ".status IN ('approved', 'scheduled', 'realised')"

#endif
