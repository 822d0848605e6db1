#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "draft.h"
#include "marks.h"
#include "store/db.h"

/*
 * The draft of a grid of levels: a character for each cell, its level, "." for
 * blank on purpose and "_" for what is as it is stored; then a line for each
 * remark that differs, with its row in front.
 */
enum { BLANK = '.', SAME = '_' };

static char to_character(const struct marks *v, size_t i)
{
	if (v->values[i] != NUMBER_NONE)
		return v->values[i] == v->stored[i] ? SAME : (char)('0' + v->values[i]);
	return v->keyed[i] ? BLANK : SAME;
}

static const char *to_draft(const struct marks *v, struct arena *a)
{
	size_t count = v->rows * v->columns;
	char *cells = arena_array(a, count + 1, 1);
	const char *draft;

	for (size_t i = 0; i < count; i++)
		cells[i] = to_character(v, i);
	draft = arena_printf(a, "%s\n", cells);
	for (size_t i = 0; v->remarks && i < v->rows; i++) {
		if (strcmp(v->remarks[i], v->stored_remarks[i]) != 0)
			draft = arena_printf(a, "%s%zu %s\n", draft, i, v->remarks[i]);
	}
	return draft;
}

static void take_remark(struct marks *v, const char *line, struct arena *arena)
{
	char *end;
	size_t row = (size_t)strtoul(line, &end, 10);

	if (v->remarks && *end == ' ' && row < v->rows)
		v->remarks[row] = arena_strdup(arena, end + 1);
}

/* The rubric or the group may have become smaller since. */
void marks_from_draft(struct marks *v, const char *draft, struct arena *arena)
{
	size_t length = strcspn(draft, "\n"), count = v->rows * v->columns;

	for (size_t i = 0; i < length && i < count; i++) {
		bool level = draft[i] >= '1' && draft[i] <= '0' + RUBRIC_LEVELS;

		if (!level && draft[i] != BLANK)
			continue;
		v->values[i] = level ? draft[i] - '0' : NUMBER_NONE;
		v->keyed[i] = true;
	}
	for (draft += length; *draft == '\n' && draft[1] != '\0'; draft += length) {
		draft++;
		length = strcspn(draft, "\n");
		take_remark(v, arena_strndup(arena, draft, length), arena);
	}
}

bool marks_keep(struct ui *ui, struct screen *s)
{
	struct marks *v = s->state;
	struct arena *a = ui_scratch(ui);
	const char *draft = v->changed ? to_draft(v, a) : "";
	struct err err = { 0 };

	if (db_is_read_only(v->app->db) || strcmp(draft, v->kept) == 0)
		return true;
	if (!draft_keep(v->app, v->model->key(s, a), draft, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	v->kept = arena_strdup(&s->rows, draft);
	return true;
}
