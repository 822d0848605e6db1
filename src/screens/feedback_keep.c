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
	const struct feedback_argument of = { .programme = v->sheet.programme,
					      .questionnaire = v->sheet.questionnaire,
					      .number = v->sheet.number };

	return draft_key_sheet(&of, a);
}

/* What the sheet is about; no item has the number 0. */
static const char *about_line(const struct feedback *v, struct arena *a)
{
	const struct sheet *s = &v->sheet;

	if (!v->has_about && *v->sheet.phase == '\0')
		return "";
	return arena_printf(a, "0 %lld %lld %s;%s\n", (long long)s->trainer,
			    (long long)s->session, s->role, s->phase);
}

/* A line for each item that was keyed in: its id and the answer, "." for
 * blank. The id, because the questions may change in between. */
static const char *to_draft(const struct feedback *v, struct arena *a)
{
	const char *draft = "";

	for (size_t i = 0; i < v->count; i++) {
		const char *line = answer_format(&v->items[i], &v->answers[i], a);

		if (feedback_is_text(v, i))
			line = text_clean_line(a, line);
		else if (!v->entries[i].keyed)
			line = "";
		else if (*line == '\0')
			line = ".";
		if (*line != '\0')
			draft = arena_printf(a, "%s%lld %s\n", draft,
					     (long long)v->items[i].id, line);
	}
	return *draft == '\0' ? draft : arena_printf(a, "%s%s", about_line(v, a), draft);
}

static void take_about(struct feedback *v, const char *line, struct arena *a)
{
	char *end;
	const char *codes;

	v->sheet.trainer = strtoll(line, &end, 10);
	v->sheet.session = strtoll(end, &end, 10);
	codes = end + (*end == ' ');
	v->sheet.role = arena_strndup(a, codes, strcspn(codes, ";"));
	v->sheet.phase = strchr(codes, ';') ? strchr(codes, ';') + 1 : "";
	feedback_keep_about(v);
}

static void take_answer(struct feedback *v, int64_t item, const char *answer,
			struct arena *a)
{
	const char *reason;
	size_t i = 0;

	while (i < v->count && v->items[i].id != item)
		i++;
	if (i == v->count)
		return;
	if (strcmp(answer, ".") == 0 && !feedback_is_text(v, i))
		answer = "";
	v->entries[i].keyed =
		answer_parse(&v->items[i], answer, a, &v->answers[i], &reason);
}

void feedback_from_draft(struct feedback *v, const char *draft, struct arena *a)
{
	while (*draft != '\0') {
		size_t length = strcspn(draft, "\n");
		const char *line = arena_strndup(a, draft, length);
		char *answer;
		int64_t item = strtoll(line, &answer, 10);

		if (*answer == ' ' && item == 0)
			take_about(v, answer + 1, a);
		else if (*answer == ' ')
			take_answer(v, item, answer + 1, a);
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
	if (!draft_keep(v->app, feedback_draft_key(v, ui_scratch(ui)), draft, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	v->kept = arena_strdup(&s->rows, draft);
	return true;
}
