#include "domain/completion.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "query.h"
#include "store/history.h"
#include "store/record.h"

enum proposal completion_proposal(const struct eligibility *e)
{
	if (strcmp(e->status, "accepted") != 0 || e->verdict == ELIGIBLE_NOT_YET)
		return PROPOSE_NOTHING;
	return e->verdict == ELIGIBLE_YES ? PROPOSE_COMPLETE : PROPOSE_FAIL;
}

static const char *refusal(const char *status)
{
	if (strcmp(status, "cancelled") == 0)
		return _("The programme is cancelled: nobody can complete it.");
	if (strcmp(status, "evaluated") == 0)
		return _("The programme is evaluated and closed. A single person is "
			 "still corrected in the list of participants (p).");
	return _("The programme does not run yet. Press + on its page until it is "
		 "running, then decide.");
}

bool completion_undecided(struct db *db, int64_t programme, int64_t *count,
			  struct err *err)
{
	return query_one(db,
			 "SELECT count(*) FROM enrolments"
			 " WHERE programme = :a AND status = 'accepted'",
			 programme, count, err);
}

bool completion_allowed(struct db *db, int64_t programme, struct err *err)
{
	struct arena arena = { 0 };
	struct programme p;
	bool good = record_load(db, &programme_kind, programme, &p, &arena, err);

	if (good && strcmp(p.status, "running") != 0 && strcmp(p.status, "done") != 0)
		good = err_set(err, ERR_CONFLICT, "%s", refusal(p.status));
	arena_done(&arena);
	return good;
}

/* What is decided in one action. */
struct deciding {
	struct db *db;
	const struct settings *settings;
	struct eligibility_rule rule;
	struct eligibility *people;
	size_t count;
	struct arena *arena;
};

static bool begin(struct deciding *d, int64_t programme, const char *name,
		  struct err *err)
{
	return completion_allowed(d->db, programme, err) &&
	       eligibility_rule_of(d->db, programme, d->settings, &d->rule, err) &&
	       eligibility_list(d->db, &d->rule, d->arena, &d->people, &d->count, err) &&
	       action_begin(d->db, name, err);
}

static bool is_credited_by_attendance(const struct deciding *d)
{
	return strcmp(d->settings->credited_jp, "attended") == 0;
}

static bool write(struct deciding *d, const struct eligibility *e, bool completed,
		  const char *reason, struct err *err)
{
	struct enrolment was, now;

	if (!record_load(d->db, &enrolment_kind, e->enrolment, &was, d->arena, err))
		return false;
	now = was;
	now.status = completed ? "completed" : "failed";
	if (*reason != '\0')
		now.reason = reason;
	if (completed && now.jp == NUMBER_NONE && is_credited_by_attendance(d))
		now.jp = e->attended;
	return record_put(d->db, &enrolment_kind, &was, &now, d->arena, err);
}

static bool is_asked_for(const int64_t *enrolments, size_t count, int64_t id)
{
	for (size_t i = 0; enrolments && i < count; i++) {
		if (enrolments[i] == id)
			return true;
	}
	return !enrolments;
}

static bool accept_one(struct deciding *d, const struct eligibility *e,
		       struct completion_count *done, struct err *err)
{
	enum proposal proposal = completion_proposal(e);
	bool completed = proposal == PROPOSE_COMPLETE;
	const char *reason = "";

	if (proposal == PROPOSE_NOTHING) {
		done->open += strcmp(e->status, "accepted") == 0;
		return true;
	}
	if (!completed && *e->reason == '\0')
		reason = eligibility_words(&d->rule, e, d->arena);
	done->completed += completed;
	done->failed += !completed;
	return write(d, e, completed, reason, err);
}

bool completion_accept(struct db *db, int64_t programme, const struct settings *settings,
		       const int64_t *enrolments, size_t count,
		       struct completion_count *done, struct err *err)
{
	struct arena arena = { 0 };
	struct deciding d = { .db = db, .settings = settings, .arena = &arena };
	struct completion_count counted = { 0, 0, 0 };
	bool good = begin(&d, programme, _("Completion as proposed"), err);

	if (good) {
		for (size_t i = 0; good && i < d.count; i++) {
			if (is_asked_for(enrolments, count, d.people[i].enrolment))
				good = accept_one(&d, &d.people[i], &counted, err);
		}
		good = action_end(db, good, err);
	}
	if (good)
		*done = counted;
	arena_done(&arena);
	return good;
}

static const struct eligibility *of_enrolment(const struct deciding *d, int64_t id)
{
	for (size_t i = 0; i < d->count; i++) {
		if (d->people[i].enrolment == id)
			return &d->people[i];
	}
	return NULL;
}

bool completion_decide(struct db *db, int64_t programme, const struct settings *settings,
		       const struct completion_decision *decision, struct err *err)
{
	struct arena arena = { 0 };
	struct deciding d = { .db = db, .settings = settings, .arena = &arena };
	bool good = begin(&d, programme,
			  decision->completed ? _("Completed, decided by hand")
					      : _("Failed, decided by hand"),
			  err);

	if (good) {
		const struct eligibility *e = of_enrolment(&d, decision->enrolment);

		good = action_end(
			db,
			e ? write(&d, e, decision->completed, decision->reason, err)
			  : err_set(err, ERR_NOT_FOUND,
				    _("This enrolment is gone. Go back and look "
				      "again.")),
			err);
	}
	arena_done(&arena);
	return good;
}
