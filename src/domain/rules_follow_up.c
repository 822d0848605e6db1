#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/outcome.h"
#include "query.h"
#include "rules.h"

/* Nine means of two decimals each can move the index so far, in hundredths. */
enum { INDEX_ROUNDING = 13 };

bool follow_up_complete(struct db *db, void *record, struct arena *arena)
{
	struct follow_up *f = record;

	(void)arena;
	if (f->number == NUMBER_NONE)
		f->number = 1 + answer_one(db,
					   "SELECT max(number) FROM follow_ups"
					   " WHERE programme = :a",
					   f->programme);
	return true;
}

static void check_past(struct date day, const char *field, struct problems *problems)
{
	if (date_is_set(day) && date_compare(day, clock_today()) > 0)
		problem_add(problems, field,
			    _("This day is still to come. Type the day it happened, or "
			      "leave it empty."));
}

void follow_up_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct follow_up *f = record;

	(void)db;
	(void)old;
	check_past(f->sent, "sent", problems);
	check_past(f->done, "done", problems);
	if (date_is_set(f->sent) && date_is_set(f->done) &&
	    date_compare(f->done, f->sent) < 0)
		problem_add(
			problems, "done",
			_("It was done before it was sent. Change one of the dates."));
	if (f->waived && *f->reason == '\0')
		problem_add(problems, "reason", _("Say why the follow-up is waived."));
	if (f->waived && date_is_set(f->done))
		problem_add(problems, "waived",
			    _("What is done is not waived. Empty the day it was done, "
			      "or take the waiver back."));
	if (!f->waived && *f->reason != '\0')
		problem_warn(problems, "waived",
			     _("There is a reason for waiving, but the follow-up is not "
			       "waived."));
}

/* A target below the baseline wants less, and any other more. */
bool result_complete(struct db *db, void *record, struct arena *arena)
{
	struct result *r = record;

	(void)arena;
	if (r->number == NUMBER_NONE)
		r->number = 1 + answer_one(db,
					   "SELECT max(number) FROM results"
					   " WHERE programme = :a",
					   r->programme);
	if (*r->direction == '\0')
		r->direction = r->baseline != NUMBER_NONE && r->target != NUMBER_NONE &&
					       r->target < r->baseline
				       ? "down"
				       : "up";
	return true;
}

void result_check(struct db *db, const void *old, const void *record,
		  struct problems *problems)
{
	const struct result *r = record;
	bool down = strcmp(r->direction, "down") == 0;

	(void)db;
	(void)old;
	if (r->baseline == NUMBER_NONE || r->target == NUMBER_NONE)
		return;
	if (r->target == r->baseline)
		problem_warn(problems, "target",
			     _("The target is the baseline: the verdict says whether it "
			       "was held, and there is no percentage."));
	else if ((r->target < r->baseline) != down)
		problem_add(problems, "direction",
			    down ? _("The target is above the baseline, but lower is "
				     "said to be better. Change one of them.")
				 : _("The target is below the baseline, but higher is "
				     "said to be better. Change one of them."));
}

/* Who names no day measured it today. */
bool measurement_complete(struct db *db, void *record, struct arena *arena)
{
	struct measurement *m = record;

	(void)db;
	(void)arena;
	if (!date_is_set(m->measured))
		m->measured = clock_today();
	return true;
}

void measurement_check(struct db *db, const void *old, const void *record,
		       struct problems *problems)
{
	(void)db;
	(void)old;
	check_past(((const struct measurement *)record)->measured, "measured", problems);
}

bool skm_round_complete(struct db *db, void *record, struct arena *arena)
{
	struct skm_round *r = record;

	(void)arena;
	if (r->number == NUMBER_NONE)
		r->number = 1 + answer_one(db,
					   "SELECT max(number) FROM skm_rounds"
					   " WHERE programme = :a",
					   r->programme);
	return true;
}

void skm_round_check(struct db *db, const void *old, const void *record,
		     struct problems *problems)
{
	const struct skm_round *r = record;
	struct skm skm;

	(void)db;
	(void)old;
	check_past(r->measured, "measured", problems);
	if (r->published == NUMBER_NONE || !skm_of_round(r, &skm))
		return;
	if (llabs(r->published - skm.nik) > INDEX_ROUNDING)
		problem_warn(problems, "published",
			     _("The nine means give %s. Compare them with the report; "
			       "some programs count with 0.11 in place of one ninth."),
			     number_hundredths(problems->arena, skm.nik, number_mark()));
}

bool benefit_complete(struct db *db, void *record, struct arena *arena)
{
	struct benefit *b = record;

	(void)arena;
	if (b->number == NUMBER_NONE)
		b->number = 1 + answer_one(db,
					   "SELECT max(number) FROM benefits"
					   " WHERE programme = :a",
					   b->programme);
	return true;
}

static void check_benefit(const struct benefit *b, struct problems *problems)
{
	if (b->share == NUMBER_NONE)
		problem_add(problems, "share",
			    _("Say how much of it comes from the training: 100 only if "
			      "nothing else changed."));
	if (*b->assumption == '\0')
		problem_add(problems, "assumption",
			    _("Nothing is counted without a written assumption: say how "
			      "the amount and the share were found."));
}

void benefit_check(struct db *db, const void *old, const void *record,
		   struct problems *problems)
{
	const struct benefit *b = record;
	bool priceless = strcmp(b->side, "intangible") == 0;

	(void)db;
	(void)old;
	if (priceless && b->amount != NUMBER_NONE)
		problem_add(problems, "amount",
			    _("What has an amount is a benefit. Change the side, or "
			      "leave the amount empty."));
	if (!priceless && *b->side != '\0' && b->amount == NUMBER_NONE)
		problem_add(problems, "amount", _("%s is missing. Fill it in."),
			    _("Amount"));
	if (strcmp(b->side, "benefit") == 0)
		check_benefit(b, problems);
	else if (b->share != NUMBER_NONE)
		problem_add(problems, "share",
			    _("Only a benefit has a share. Leave it empty."));
}
