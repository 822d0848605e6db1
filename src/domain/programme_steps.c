#include "domain/programme_steps.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/programme.h"
#include "steps.h"
#include "store/stmt.h"

static const struct step steps[] = {
	{ "draft", "planned" },	    { "planned", "open" },
	{ "open", "running" },	    { "running", "done" },
	{ "done", "evaluated" },    { "draft", "cancelled" },
	{ "planned", "cancelled" }, { "open", "cancelled" },
	{ "running", "cancelled" }, { NULL, NULL },
};

bool programme_step_allowed(const char *from, const char *to)
{
	return step_allowed(steps, from, to);
}

const char *programme_next_steps(struct arena *arena, const char *from)
{
	return step_labels(steps, from, programme_status_choices, arena);
}

size_t programme_steps(const char *from, const char **codes, size_t most)
{
	return steps_from(steps, from, codes, most);
}

bool programme_is_over(const char *status)
{
	return strcmp(status, "done") == 0 || strcmp(status, "evaluated") == 0;
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
