#ifndef DOMAIN_DIVISION_H
#define DOMAIN_DIVISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;

/*
 * Dividing participants into groups. The search itself is a pure function
 * on arrays: the same people, rules and seed always give the same groups.
 */
enum { DIVISION_NONE = -1, DIVISION_PAIRS = 64, GROUPS_MOST = 200 };

struct division_person {
	int64_t person;
	const char *name, *unit, *sex, *grade; /* unit, sex, grade: codes */
	int64_t pre;                           /* hundredths or NUMBER_NONE */
	int group;                             /* from 0, or DIVISION_NONE */
	bool locked;                           /* stays in `group` */
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
	bool keep;      /* everybody who has a group stays in it */
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
	struct division_balance before, after; /* before: dealt out by name */
	struct division_finding *findings;
	size_t finding_count;
};

/* Sets `group` of all people; sizes differ by one at most where locks
 * allow. `*result` lives in `arena`. */
void division_run(struct division_person *people, size_t count,
		  const struct division_rules *rules, struct arena *arena,
		  struct division_result *result);

/* The findings and balance of people as they are now. */
void division_judge(const struct division_person *people, size_t count,
		    const struct division_rules *rules, struct arena *arena,
		    struct division_result *result);

/* Participants of a programme who hold a place, by name, in their present
 * groups (numbered from 0 in the order of group numbers). */
bool division_load(struct db *db, int64_t programme, struct arena *arena,
		   struct division_person **people, size_t *count, size_t *groups,
		   struct err *err);

/* Make the groups and members as `people` say, in one action. Groups keep
 * their names, projects and mentors; groups that are no longer needed are
 * removed where nothing hangs on them, else ERR_CONFLICT. A leader who left
 * the group is no longer its leader. */
bool division_save(struct db *db, int64_t programme, const struct division_person *people,
		   size_t count, const struct division_rules *rules, const char *reason,
		   struct err *err);

#endif
