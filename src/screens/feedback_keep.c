#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "draft.h"
#include "feedback.h"
#include "store/db.h"
#include "store/history.h"

const char *feedback_draft_key(const struct feedback *v, struct arena *a)
{
	const struct feedback_argument of = { v->sheet.programme, v->sheet.questionnaire,
					      v->sheet.number };

	return draft_key_sheet(&of, a);
}

/* A line for each item that was keyed in: its id and a number, "." for blank,
 * or the text. The id, because the questions may change in between. */
static const char *to_draft(const struct feedback *v, struct arena *a)
{
	const char *draft = "";

	for (size_t i = 0; i < v->count; i++) {
		const char *line = "";

		if (feedback_is_text(v, i))
			line = text_clean_line(a, v->answers[i].text);
		else if (v->entries[i].keyed)
			line = v->answers[i].value == NUMBER_NONE
				       ? "."
				       : number_int(a, v->answers[i].value);
		if (*line != '\0')
			draft = arena_printf(a, "%s%lld %s\n", draft,
					     (long long)v->items[i].id, line);
	}
	return draft;
}

static void take_answer(struct feedback *v, int64_t item, const char *answer)
{
	long value = strtol(answer, NULL, 10);
	size_t i = 0;

	while (i < v->count && v->items[i].id != item)
		i++;
	if (i == v->count)
		return;
	if (feedback_is_text(v, i))
		v->answers[i].text = answer;
	else
		v->answers[i].value = value > 0 ? value : NUMBER_NONE;
	v->entries[i].keyed = true;
}

void feedback_from_draft(struct feedback *v, const char *draft, struct arena *a)
{
	while (*draft != '\0') {
		size_t length = strcspn(draft, "\n");
		const char *line = arena_strndup(a, draft, length);
		char *answer;
		int64_t item = strtoll(line, &answer, 10);

		if (*answer == ' ')
			take_answer(v, item, answer + 1);
		draft += length + (draft[length] == '\n');
	}
}

bool feedback_keep(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	struct err err = { 0 };
	const char *draft;

	if (!v->changed || v->verify || db_is_read_only(v->app->db))
		return true;
	draft = to_draft(v, ui_scratch(ui));
	if (strcmp(draft, v->kept) == 0)
		return true;
	if (!draft_put(v->app->db, feedback_draft_key(v, ui_scratch(ui)), draft, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	v->kept = arena_strdup(&s->rows, draft);
	return true;
}
