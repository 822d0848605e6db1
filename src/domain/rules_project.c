#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/project.h"
#include "query.h"
#include "rules.h"

bool project_complete(struct db *db, void *record, struct arena *arena)
{
	struct project *p = record;

	(void)db;
	(void)arena;
	if (*p->status == '\0')
		p->status = "idea";
	return true;
}

void project_check(struct db *db, const void *old, const void *record,
		   struct problems *problems)
{
	const struct project *p = record;

	(void)db;
	(void)old;
	if (date_is_set(p->starts) && date_is_set(p->due) &&
	    date_compare(p->due, p->starts) < 0)
		problem_add(problems, "due",
			    _("The project is due before it starts. Change one of the "
			      "dates."));
	if (p->target != NUMBER_NONE && p->target == p->baseline)
		problem_warn(problems, "target",
			     _("The target equals the baseline: nothing would change."));
	if ((strcmp(p->light, "amber") == 0 || strcmp(p->light, "red") == 0) &&
	    *p->light_reason == '\0')
		problem_warn(problems, "light_reason",
			     _("Say why the light is not green."));
}

bool milestone_complete(struct db *db, void *record, struct arena *arena)
{
	struct milestone *m = record;

	(void)arena;
	if (m->number == NUMBER_NONE)
		m->number = 1 + answer_one(db,
					   "SELECT max(number) FROM milestones"
					   " WHERE project = :a",
					   m->project);
	return true;
}

void milestone_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct milestone *m = record;

	(void)db;
	(void)old;
	if (date_is_set(m->done) && date_compare(m->done, clock_today()) > 0)
		problem_add(problems, "done",
			    _("This day is still to come. Type the day it was done, or "
			      "leave it empty."));
	if (*m->verdict != '\0' && !date_is_set(m->done))
		problem_add(
			problems, "done",
			_("A verdict needs the day on which the milestone was done."));
	if (*m->outcome != '\0' && *m->effect == '\0')
		problem_warn(problems, "effect",
			     _("Say what changed by it, or why it was dropped."));
	if (*m->verdict != '\0' && *m->evidence == '\0')
		problem_warn(
			problems, "evidence",
			_("Say where the evidence is: a document, a photo, a register."));
}

enum stakeholder_quadrant stakeholder_quadrant(const struct stakeholder *s)
{
	bool strong = s->influence > STAKEHOLDER_MIDDLE;
	bool keen = s->interest > STAKEHOLDER_MIDDLE;

	if (strong)
		return keen ? QUADRANT_PROMOTER : QUADRANT_LATENT;
	return keen ? QUADRANT_DEFENDER : QUADRANT_APATHETIC;
}

const char *stakeholder_quadrant_label(enum stakeholder_quadrant quadrant)
{
	switch (quadrant) {
	case QUADRANT_PROMOTER:
		return _("Promoter");
	case QUADRANT_LATENT:
		return _("Latent");
	case QUADRANT_DEFENDER:
		return _("Defender");
	case QUADRANT_APATHETIC:
		break;
	}
	return _("Apathetic");
}
