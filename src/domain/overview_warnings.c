#include "domain/overview.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/eligibility.h"

/* Participants whose attendance cannot be enough any more. */
static bool count_lost(struct db *db, int64_t programme, const struct settings *settings,
		       size_t *lost, struct err *err)
{
	struct arena arena = { 0 };
	struct eligibility_rule rule;
	struct eligibility *people;
	size_t count = 0;
	bool good = eligibility_rule_of(db, programme, settings, &rule, err) &&
		    eligibility_list(db, &rule, &arena, &people, &count, err);

	*lost = 0;
	rule.post = NUMBER_NONE;
	rule.project = false;
	for (size_t i = 0; good && i < count; i++)
		*lost += strcmp(people[i].status, "accepted") == 0 &&
			 eligibility_judge(&rule, &people[i]) == ELIGIBLE_NEVER;
	arena_done(&arena);
	return good;
}

static struct overview_gap gap_of(const struct overview_programme *p, size_t lost,
				  struct arena *arena)
{
	return (struct overview_gap){
		.programme = p->id,
		.code = p->code,
		.text = arena_printf(
			arena,
			P_("%d participant cannot reach the least attendance any more; "
			   "c in the programme says why.",
			   "%d participants cannot reach the least attendance any more; "
			   "c in the programme says why.",
			   lost),
			(int)lost),
	};
}

bool overview_warn(struct db *db, const struct settings *settings, struct arena *arena,
		   struct overview *o, struct err *err)
{
	struct overview_gap *gaps =
		arena_array(arena, o->programme_count + o->gap_count + 1, sizeof *gaps);
	size_t count = 0;

	for (size_t i = 0; i < o->programme_count; i++) {
		const struct overview_programme *p = &o->programmes[i];
		size_t lost;

		if (strcmp(p->status, "running") != 0)
			continue;
		if (!count_lost(db, p->id, settings, &lost, err))
			return false;
		if (lost > 0)
			gaps[count++] = gap_of(p, lost, arena);
	}
	if (o->gap_count > 0)
		memcpy(gaps + count, o->gaps, o->gap_count * sizeof *gaps);
	o->gaps = gaps;
	o->gap_count += count;
	return true;
}
