#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/office.h"
#include "draft.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "survey.h"

/*
 * A sheet as it is stored, and the draft of what is keyed in beyond that: a
 * line for each competency with something new, by its id since others may be
 * asked meanwhile, then two characters, of mastery and importance: the answer,
 * "." for blank on purpose and "_" for what is as it is stored; a line for each
 * text that differs, with its letter in front.
 */
enum { BLANK = '.', SAME = '_' };
static const char letters[EXTRA_COUNT] = { 't', 'f', 'm', 'r' };

static const char *key_of(const struct survey_entry *v, struct arena *a)
{
	const struct survey_entry_argument of = survey_entry_argument_of(v);

	return draft_key_survey(&of, a);
}

static int64_t stored_value(const struct survey_entry *v, size_t i)
{
	const struct survey_answer *answer = &v->seen.answers[i / 2];

	return i % 2 == 0 ? answer->level : answer->importance;
}

static bool differs(const struct survey_entry *v, size_t i)
{
	return *survey_entry_value(v, i) != stored_value(v, i) ||
	       v->keyed[i] != v->seen.stored;
}

static char to_character(const struct survey_entry *v, size_t i)
{
	int64_t value = *survey_entry_value(v, i);

	if (!differs(v, i))
		return SAME;
	return value == NUMBER_NONE ? BLANK : (char)('0' + value);
}

static const char *extras_to_draft(struct survey_entry *v, const char *draft,
				   struct arena *a)
{
	struct survey_entry was = { .now = v->seen };

	for (enum survey_extra i = EXTRA_TOPICS; i < EXTRA_COUNT; i++) {
		const char *now = *survey_entry_text(v, i);

		if (strcmp(now, *survey_entry_text(&was, i)) != 0)
			draft = arena_printf(a, "%s%c %s\n", draft, letters[i],
					     text_clean_line(a, now));
	}
	return draft;
}

static const char *to_draft(struct survey_entry *v, struct arena *a)
{
	const char *draft = "";

	for (size_t i = 0; i < v->now.count; i++) {
		char level = to_character(v, 2 * i), importance;

		importance = to_character(v, 2 * i + 1);
		if (level != SAME || importance != SAME)
			draft = arena_printf(a, "%s%lld %c%c\n", draft,
					     (long long)v->now.answers[i].competency,
					     level, importance);
	}
	return extras_to_draft(v, draft, a);
}

static void take_cell(struct survey_entry *v, size_t i, char c)
{
	bool answer = c >= '1' && c <= '0' + COMPETENCY_LEVELS;

	if (!answer && c != BLANK)
		return;
	*survey_entry_value(v, i) = answer ? c - '0' : NUMBER_NONE;
	v->keyed[i] = true;
}

/* A competency that is not asked about any more has no place. */
static void take_answer(struct survey_entry *v, const char *line)
{
	char *end;
	int64_t competency = strtoll(line, &end, 10);

	if (*end != ' ' || strlen(end) != 3)
		return;
	for (size_t i = 0; i < v->now.count; i++) {
		if (v->now.answers[i].competency != competency)
			continue;
		take_cell(v, 2 * i, end[1]);
		take_cell(v, 2 * i + 1, end[2]);
	}
}

static void take_line(struct survey_entry *v, const char *line)
{
	for (enum survey_extra i = EXTRA_TOPICS; i < EXTRA_COUNT; i++) {
		if (line[0] == letters[i] && line[1] == ' ') {
			*survey_entry_text(v, i) = line + 2;
			return;
		}
	}
	take_answer(v, line);
}

static void from_draft(struct survey_entry *v, const char *draft, struct arena *a)
{
	while (*draft != '\0') {
		size_t length = strcspn(draft, "\n");

		take_line(v, arena_strndup(a, draft, length));
		draft += length + (draft[length] == '\n');
	}
}

bool survey_entry_keep(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	struct arena *a = ui_scratch(ui);
	struct err err = { 0 };
	const char *draft;

	survey_entry_take_text(v, s);
	draft = v->changed ? to_draft(v, a) : "";
	if (db_is_read_only(v->app->db) || strcmp(draft, v->kept) == 0)
		return true;
	if (!draft_keep(v->app, key_of(v, a), draft, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	v->kept = arena_strdup(&s->rows, draft);
	return true;
}

void survey_entry_drop(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	struct err err = { 0 };

	v->changed = false;
	if (*v->kept != '\0' && !draft_drop(v->app->db, key_of(v, ui_scratch(ui)), &err))
		ui_fail(ui, &err);
	v->kept = "";
}

static bool load_stored(struct screen *s, const struct survey_entry_argument *of,
			struct err *err)
{
	struct survey_entry *v = s->state;
	struct person person;

	v->seen.response.survey = of->survey;
	v->seen.response.person = of->person;
	v->seen.response.rater = choice_find(rater_choices, of->rater)->code;
	arena_reset(&s->rows);
	if (!record_load(v->app->db, &survey_kind, of->survey, &v->survey, &s->rows,
			 err) ||
	    !record_load(v->app->db, &person_kind, of->person, &person, &s->rows, err) ||
	    !survey_sheet_load(v->app->db, &s->rows, &v->seen, err))
		return false;
	if (v->seen.count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("There are no competencies to ask about yet. Press 6 on "
				 "the first screen to add some."));
	v->person = person.name;
	v->now = survey_sheet_copy(&v->seen, &s->rows);
	v->keyed = arena_array(&s->rows, survey_entry_cells(v) + 1, sizeof *v->keyed);
	for (size_t i = 0; i < survey_entry_cells(v); i++)
		v->keyed[i] = v->seen.stored;
	v->changed = false;
	v->at = v->top = 0;
	return true;
}

bool survey_entry_load(struct ui *ui, struct screen *s,
		       const struct survey_entry_argument *of, struct err *err)
{
	struct survey_entry *v = s->state;
	size_t open;

	if (!load_stored(s, of, err) ||
	    !draft_get(v->app->db, key_of(v, ui_scratch(ui)), &s->rows, &v->kept, err))
		return false;
	if (*v->kept == '\0')
		return true;
	from_draft(v, v->kept, &s->rows);
	v->changed = true;
	open = survey_entry_next_open(v, 0);
	survey_entry_go(v, s, open < survey_entry_cells(v) ? open : 0);
	ui_say(ui, _("What you had keyed in before is back. Enter at the end "
		     "saves it."));
	return true;
}

/* What is keyed in is not lost; an unfinished sheet is stored as one. */
ui_flags survey_entry_leave(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;

	if (!survey_entry_keep(ui, s))
		return UI_NOTHING;
	if (*v->kept != '\0')
		ui_say(ui, _("Not saved, but kept: it is there when you come back."));
	return UI_CLOSE | UI_RELOAD;
}

ui_flags survey_entry_forget(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;

	survey_entry_take_text(v, s);
	if (!v->changed) {
		ui_refuse(ui, _("Nothing new is keyed in. Esc goes back."));
		return UI_NOTHING;
	}
	if (!ui_confirm(ui, _("Forget what is keyed in on this sheet?")))
		return UI_NOTHING;
	survey_entry_drop(ui, s);
	return UI_CLOSE | UI_RELOAD;
}

/* A text or choice is taken back where the cursor stands. */
static bool undo_extra(struct survey_entry *v)
{
	struct survey_entry was = { .now = v->seen };
	const char **now, **old;

	if (v->at < survey_entry_cells(v))
		return false;
	now = survey_entry_text(v, survey_entry_extra(v));
	old = survey_entry_text(&was, survey_entry_extra(v));
	if (strcmp(*now, *old) == 0)
		return false;
	*now = *old;
	return true;
}

/* What is typed here first, then what was stored last. */
ui_flags survey_entry_undo(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	size_t i = v->at;

	survey_entry_take_text(v, s);
	if (!v->changed)
		return undo_last(ui);
	if (!undo_extra(v)) {
		i = i < survey_entry_cells(v) ? i : survey_entry_cells(v) - 1;
		while (i > 0 && !differs(v, i))
			i--;
		*survey_entry_value(v, i) = stored_value(v, i);
		v->keyed[i] = v->seen.stored;
	}
	v->changed = !survey_sheet_equal(&v->seen, &v->now);
	v->at = i;
	if (survey_entry_is_text(v, i))
		edit_open(&v->edit, &s->rows,
			  *survey_entry_text(v, survey_entry_extra(v)));
	survey_entry_keep(ui, s);
	return UI_NOTHING;
}
