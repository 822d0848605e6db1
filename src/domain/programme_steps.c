#include "domain/programme_steps.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "copy.h"
#include "domain/design.h"
#include "domain/programme.h"
#include "query.h"
#include "store/record.h"

static const struct {
	const char *from, *to;
} steps[] = {
	{ "draft", "planned" },	    { "planned", "open" },     { "open", "running" },
	{ "running", "done" },	    { "done", "evaluated" },   { "draft", "cancelled" },
	{ "planned", "cancelled" }, { "open", "cancelled" },   { "running", "cancelled" },
};

enum { STEP_COUNT = sizeof steps / sizeof *steps };

bool programme_step_allowed(const char *from, const char *to)
{
	for (size_t i = 0; i < STEP_COUNT; i++) {
		if (strcmp(steps[i].from, from) == 0 && strcmp(steps[i].to, to) == 0)
			return true;
	}
	return false;
}

const char *programme_next_steps(struct arena *arena, const char *from)
{
	const char *all = NULL;

	for (size_t i = 0; i < STEP_COUNT; i++) {
		const struct choice *c = choice_find(programme_status_choices, steps[i].to);

		if (strcmp(steps[i].from, from) != 0)
			continue;
		all = all ? arena_printf(arena, "%s, %s", all, _(c->label)) : _(c->label);
	}
	return all ? all : "–";
}

size_t programme_steps(const char *from, const char **codes, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < STEP_COUNT && count < most; i++) {
		if (strcmp(steps[i].from, from) == 0)
			codes[count++] = steps[i].to;
	}
	return count;
}

int64_t programme_taken(struct db *db, int64_t programme)
{
	return answer_one(db,
			  "SELECT count(*) FROM enrolments WHERE programme = :a"
			  " AND status NOT IN ('declined', 'withdrawn', 'waiting')",
			  programme);
}

bool enrolment_holds_place(const char *status)
{
	return strcmp(status, "declined") != 0 && strcmp(status, "withdrawn") != 0 &&
	       strcmp(status, "waiting") != 0;
}

bool revision_newest(struct db *db, int64_t design, int64_t *revision, struct err *err)
{
	return query_one(db,
			 "SELECT id FROM revisions WHERE design = :a"
			 " ORDER BY number DESC LIMIT 1",
			 design, revision, err);
}

static bool copy_revision(struct db *db, const struct revision *from, const char *reason,
			  int64_t *id, struct err *err)
{
	static const struct kind *const parts[] = { &objective_kind, &planned_session_kind,
						    &revision_questionnaire_kind };
	struct revision to = *from;

	to.id = 0;
	to.made = clock_today();
	to.reason = reason;
	if (!query_one(db, "SELECT 1 + max(number) FROM revisions WHERE design = :a",
		       from->design, &to.number, err) ||
	    !record_insert(db, &revision_kind, &to, err))
		return false;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const struct copy copy = { parts[i], "revision", from->id, to.id, false };

		if (!copy_all(db, &copy, err))
			return false;
	}
	*id = to.id;
	return true;
}

bool revision_for_edit(struct db *db, int64_t programme, const char *reason,
		       int64_t *revision, struct err *err)
{
	struct arena arena = { 0 };
	struct programme old, now;
	struct revision from;
	int64_t users = 0;
	bool good;

	good = record_load(db, &programme_kind, programme, &old, &arena, err) &&
	       query_one(db, "SELECT count(*) FROM programmes WHERE revision = :a",
			 old.revision, &users, err);
	if (good && users > 1) {
		now = old;
		good = record_load(db, &revision_kind, old.revision, &from, &arena, err) &&
		       copy_revision(db, &from, reason, &now.revision, err) &&
		       record_update(db, &programme_kind, &old, &now, err);
		if (good)
			*revision = now.revision;
	} else if (good) {
		*revision = old.revision;
	}
	arena_done(&arena);
	return good;
}
