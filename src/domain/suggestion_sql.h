#ifndef DOMAIN_SUGGESTION_SQL_H
#define DOMAIN_SUGGESTION_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What the statements of the suggestions share.
 */

/* Programmes `p` that nobody is too late for. */
#define SUGGESTION_OPEN                                \
	"(p.status IN ('draft', 'planned', 'open') AND " \
	"coalesce(p.starts, :today) >= :today)"

/* The programme :programme, or for 0 all that are open. */
#define SUGGESTION_CHOSEN \
	"CASE WHEN :programme = 0 THEN " SUGGESTION_OPEN " ELSE p.id = :programme END"

/* What the chosen programmes are for, a row each. */
#define SUGGESTION_AIM                                                         \
	" aim (programme, competency) AS MATERIALIZED ("                       \
	"  SELECT p.id, o.competency FROM programmes p"                        \
	"    JOIN objectives o ON o.revision = p.revision"                     \
	"   WHERE o.competency IS NOT NULL AND " SUGGESTION_CHOSEN             \
	"  UNION SELECT p.id, i.competency FROM programmes p"                  \
	"    JOIN plan_items i ON i.programme = p.id"                          \
	"   WHERE i.competency IS NOT NULL AND " SUGGESTION_CHOSEN ")"

/* The units that the chosen programmes are for; none where everybody may come. */
#define SUGGESTION_TARGET                                                      \
	" target (programme, unit) AS ("                                       \
	"  SELECT p.id, i.unit FROM programmes p"                              \
	"    JOIN plan_items i ON i.programme = p.id"                          \
	"   WHERE " SUGGESTION_CHOSEN                                          \
	"     AND NOT EXISTS (SELECT 1 FROM plan_items o"                      \
	"                      WHERE o.programme = p.id AND o.unit IS NULL))"

struct arena;
struct db;
struct err;
struct suggestion_question;

/* A programme and a person, or a unit. */
struct suggestion_pair {
	int64_t programme, other;
};

/* What the answers say about a person in the aims of a programme. */
struct suggestion_gap {
	struct suggestion_pair of; /* the other is the person */
	double gap, priority;
	int64_t measured, below, answers, flagged;
};

/* All that a list is made of, each by programme and then by the other. */
struct suggestion_facts {
	struct suggestion_gap *gaps;
	struct suggestion_pair *units;	 /* targets with their sub-units */
	struct suggestion_pair *blocked; /* people who are not to be suggested */
	size_t gap_count, unit_count, blocked_count;
};
bool suggestion_facts(struct db *db, const struct suggestion_question *question,
		      struct arena *arena, struct suggestion_facts *out,
		      struct err *err);

#endif
