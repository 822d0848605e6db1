#include "domain/overview.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/completion.h"
#include "domain/eligibility.h"

/* Participants whose attendance cannot be enough any more. */
static bool count_lost(struct db *db, int64_t programme, const struct settings *settings,
		       size_t *lost, struct err *err)
{
	struct eligibility_rule rule;

	return eligibility_rule_of(db, programme, settings, &rule, err) &&
	       eligibility_count_lost(db, &rule, lost, err);
}

static const char *lost_text(size_t count, struct arena *arena)
{
	return arena_printf(
		arena,
		P_("%d participant cannot reach the least attendance any more; "
		   "c in the programme says why.",
		   "%d participants cannot reach the least attendance any more; "
		   "c in the programme says why.",
		   count),
		(int)count);
}

static const char *undecided_text(size_t count, struct arena *arena)
{
	return arena_printf(arena,
			    P_("is done, but for %d participant nobody decided who "
			       "completed; press c in the programme.",
			       "is done, but for %d participants nobody decided who "
			       "completed; press c in the programme.",
			       count),
			    (int)count);
}

/* What there is to say of a programme; NULL for nothing. */
static bool warning_of(struct db *db, const struct settings *settings,
		       const struct overview_programme *p, struct arena *arena,
		       const char **text, struct err *err)
{
	size_t lost = 0;
	int64_t undecided = 0;

	*text = NULL;
	if (strcmp(p->status, "running") == 0) {
		if (!count_lost(db, p->id, settings, &lost, err))
			return false;
		if (lost > 0)
			*text = lost_text(lost, arena);
	} else if (strcmp(p->status, "done") == 0) {
		if (!completion_undecided(db, p->id, &undecided, err))
			return false;
		if (undecided > 0)
			*text = undecided_text((size_t)undecided, arena);
	}
	return true;
}

bool overview_warn(struct db *db, const struct settings *settings, struct arena *arena,
		   struct overview *o, struct err *err)
{
	struct overview_gap *gaps =
		arena_array(arena, o->programme_count + o->gap_count + 1, sizeof *gaps);
	size_t count = 0;

	for (size_t i = 0; i < o->programme_count; i++) {
		const struct overview_programme *p = &o->programmes[i];
		const char *text;

		if (!warning_of(db, settings, p, arena, &text, err))
			return false;
		if (text)
			gaps[count++] = (struct overview_gap){ p->id, p->code, text };
	}
	if (o->gap_count > 0)
		memcpy(gaps + count, o->gaps, o->gap_count * sizeof *gaps);
	o->gaps = gaps;
	o->gap_count += count;
	return true;
}
