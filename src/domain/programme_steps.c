#include "domain/programme_steps.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/programme.h"
#include "query.h"

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

const char *programme_step_forward(const char *from)
{
	for (size_t i = 0; i < STEP_COUNT; i++) {
		if (strcmp(steps[i].from, from) == 0)
			return strcmp(steps[i].to, "cancelled") == 0 ? NULL : steps[i].to;
	}
	return NULL;
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
