#include "domain/programme_steps.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/programme.h"
#include "store/stmt.h"

static const struct {
	const char *from, *to;
} steps[] = {
	{ "draft", "planned" },	    { "planned", "open" },   { "open", "running" },
	{ "running", "done" },	    { "done", "evaluated" }, { "draft", "cancelled" },
	{ "planned", "cancelled" }, { "open", "cancelled" }, { "running", "cancelled" },
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
		const struct choice *c =
			choice_find(programme_status_choices, steps[i].to);

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

bool programme_count_taken(struct db *db, int64_t programme, int64_t *taken,
			   struct err *err)
{
	struct arena arena = { 0 };
	struct stmt *s;
	enum stmt_step step = STMT_FAILED;
	int64_t count = 0;

	if (!stmt_get(
		    db,
		    "SELECT status, count(*) FROM enrolments WHERE programme = :programme"
		    " GROUP BY status",
		    &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (enrolment_holds_place(stmt_text(s, 0, &arena)))
			count += stmt_int(s, 1);
	}
	arena_done(&arena);
	if (step == STMT_DONE)
		*taken = count;
	return step == STMT_DONE;
}

int64_t programme_taken(struct db *db, int64_t programme)
{
	struct err ignored = { 0 };
	int64_t taken = 0;

	programme_count_taken(db, programme, &taken, &ignored);
	return taken;
}

bool enrolment_holds_place(const char *status)
{
	return strcmp(status, "declined") != 0 && strcmp(status, "withdrawn") != 0 &&
	       strcmp(status, "waiting") != 0;
}
