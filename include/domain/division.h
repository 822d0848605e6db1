#ifndef DOMAIN_DIVISION_H
#define DOMAIN_DIVISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/select.h"

/*
 * Dividing participants into groups. The search itself is a pure function
 * on arrays: the same people, rules and seed always give the same groups.
 */
enum { DIVISION_NONE = -1, DIVISION_PAIRS = 64, GROUPS_MOST = 500 };

struct division_person {
	int64_t person;
	const char *name, *unit, *sex, *grade; /* unit, sex, grade: codes */
	int64_t pre;			       /* hundredths or NUMBER_NONE */
	int group;			       /* from 0, or DIVISION_NONE */
	bool locked;			       /* stays in `group` */
};

struct division_pair {
	size_t a, b; /* indices of people */
};

struct division_rules {
	size_t groups; /* 1 to GROUPS_MOST */
	uint64_t seed;
	struct division_pair together[DIVISION_PAIRS], apart[DIVISION_PAIRS];
	size_t together_count, apart_count;
	int unit_least; /* who is in a group has at least this many of the own unit
			 * there, counting oneself; 0 or 1: no rule */
	bool keep;	/* people without a group are placed, and only as many others
			 * move as sizes that differ by one at most need */
};

/* How uneven groups are, 0 the best: sums over groups of squared differences
 * from an even share; pre in squared points of group means. */
struct division_balance {
	double unit, sex, grade, pre;
};

struct division_finding {
	const char *text; /* translated: the rule, and who breaks it */
	bool holds;
};

struct division_result {
	struct division_balance before, after; /* before: dealt out by name, or with
						* `keep` as people stood */
	struct division_finding *findings;
	size_t finding_count;
	size_t moved; /* people who had a group and stand in another now */
};

/* Sets `group` of all people; sizes differ by one at most where locks
 * allow. `*result` lives in `arena`. */
void division_run(struct division_person *people, size_t count,
		  const struct division_rules *rules, struct arena *arena,
		  struct division_result *result);

/* The findings and balance of people as they are now; who has no group is
 * a finding, and counts in no balance. `moved` is 0. */
void division_judge(const struct division_person *people, size_t count,
		    const struct division_rules *rules, struct arena *arena,
		    struct division_result *result);

/* Two people must be together, or apart. A pair that is noted already stays
 * noted once. ERR_INPUT where there are DIVISION_PAIRS such rules. */
bool division_rule_add(struct division_rules *rules, bool apart,
		       struct division_pair pair, struct err *err);

/* Forget all rules about these two people; false where there is none. */
bool division_rule_remove(struct division_rules *rules, struct division_pair pair);

/* The division of a programme: what a screen shows and changes (`group` and
 * `locked` of people, `rules`), and what a save compares with. */
struct division_plan {
	int64_t programme;
	struct division_person
		*people; /* who holds a place, by name, in their present
			  * groups: 0 is the group with the lowest number */
	size_t count;
	struct division_rules rules; /* as they were saved last; `groups` is 0 and so is
				      * `seed` where there are no groups yet */
	struct rows groups, members; /* as loaded; not to be changed */
};

/* Everything lives in `arena`. Rules about people who hold no place any more
 * are left out. */
bool division_load(struct db *db, int64_t programme, struct arena *arena,
		   struct division_plan *plan, struct err *err);

/* Make the groups and members as `plan` says, in one action, and store its
 * rules and seed with the groups. Groups keep their names, projects and
 * mentors; groups that are no longer needed are removed where nothing hangs
 * on them, else ERR_CONFLICT. A leader who left the group is no longer its
 * leader. `reason` goes with today's date below the earlier ones of each
 * group; it is ERR_INPUT to give none where there were groups. ERR_CONFLICT
 * where somebody else changed the groups since they were loaded. */
bool division_save(struct db *db, const struct division_plan *plan, const char *reason,
		   struct err *err);

#endif
