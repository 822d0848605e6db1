#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/competency.h"
#include "domain/survey_answer.h"
#include "import_file.h"
#include "store/record.h"
#include "survey.h"

/*
 * Answers from a file, as survey exports have them. What a heading stands for
 * that the program cannot tell is asked for, one heading after the other, and
 * remembered with the answers; then comes the preview of every import.
 */
enum { COMPETENCIES_MOST = 90, TARGETS_MOST = 2 * COMPETENCIES_MOST + 10 };

struct target {
	const char *code; /* as a mapping has it */
	const char *label;
};

struct asking {
	struct ui *ui;
	struct arena *arena;
	struct import_heading *headings;
	size_t count;
	bool *asked; /* of each heading: it was not known */
	struct target targets[TARGETS_MOST];
	size_t target_count;
};

static void add_target(struct asking *a, const char *code, const char *label)
{
	a->targets[a->target_count++] = (struct target){ code, label };
}

/* The questions of a survey, in its order, then what else a sheet says. */
static void list_targets(struct asking *a, const struct survey_asked *all, size_t count)
{
	add_target(a, "-", _("Nothing that is needed"));
	for (size_t i = 0; i < count && i < COMPETENCIES_MOST; i++) {
		add_target(a, arena_printf(a->arena, "level:%s", all[i].code),
			   arena_printf(a->arena, _("%s %s: mastery"), all[i].code,
					all[i].name));
		add_target(a, arena_printf(a->arena, "importance:%s", all[i].code),
			   arena_printf(a->arena, _("%s %s: importance"), all[i].code,
					all[i].name));
	}
	add_target(a, "nip", _("NIP of the person who is meant"));
	add_target(a, "rater", _("Who rates: self or superior"));
	add_target(a, "topics", _("Topics"));
	add_target(a, "form", _("Preferred form"));
	add_target(a, "method", _("Preferred way"));
	add_target(a, "remark", _("Remarks"));
}

/* Another heading stands for it. */
static bool is_taken(const struct asking *a, const char *code, size_t but)
{
	for (size_t i = 0; i < a->count && strcmp(code, "-") != 0; i++) {
		if (i != but && strcmp(a->headings[i].target, code) == 0)
			return true;
	}
	return false;
}

static size_t place_of(const struct asking *a, const char *code)
{
	size_t i = 0;

	while (i < a->target_count && strcmp(a->targets[i].code, code) != 0)
		i++;
	return i;
}

/* "3", or "3 - Menengah". */
static bool is_level(const char *example)
{
	return example[0] >= '1' && example[0] <= '5' &&
	       !strpbrk(example + 1, "0123456789") &&
	       (example[1] == '\0' || strchr(" -.):=(/", example[1]));
}

/* Files ask in the order of the survey: what follows on the heading before. */
static size_t likely(const struct asking *a, size_t heading)
{
	size_t at = a->target_count;

	if (*a->headings[heading].target != '\0')
		return place_of(a, a->headings[heading].target);
	if (!is_level(a->headings[heading].example))
		return 0;
	for (size_t i = heading; i > 0 && at == a->target_count; i--) {
		if (strchr(a->headings[i - 1].target, ':'))
			at = place_of(a, a->headings[i - 1].target);
	}
	for (at = at < a->target_count ? at + 1 : 1; at < a->target_count; at++) {
		if (!is_taken(a, a->targets[at].code, heading))
			return at;
	}
	return 0;
}

/* Into its target what the heading stands for; false where that was left. */
static bool ask_one(struct asking *a, size_t heading, const char *title)
{
	struct ui_choice choices[TARGETS_MOST];
	size_t of[TARGETS_MOST], count = 0, now = 0, guess = likely(a, heading);
	int at;

	for (size_t i = 0; i < a->target_count; i++) {
		if (is_taken(a, a->targets[i].code, heading))
			continue;
		if (i == guess)
			now = count;
		choices[count] = (struct ui_choice){ a->targets[i].label, "" };
		of[count++] = i;
	}
	if (*a->headings[heading].example != '\0')
		ui_say(a->ui,
		       _("What is this column? The first row says: %s. Enter takes a "
			 "line, Esc goes back."),
		       a->headings[heading].example);
	else
		ui_say(a->ui, _("What is this column? Enter takes a line, Esc goes "
				"back."));
	at = ui_pick(a->ui, title, choices, count, now);
	if (at >= 0)
		a->headings[heading].target = a->targets[of[at]].code;
	return at >= 0;
}

static size_t asked_count(const struct asking *a, size_t before)
{
	size_t count = 0;

	for (size_t i = 0; i < before; i++)
		count += a->asked[i];
	return count;
}

/* The heading beside `at` that is asked for; a->count for none. */
static size_t beside(const struct asking *a, size_t at, bool back)
{
	do
		at = back ? at - 1 : at + 1;
	while (at < a->count && !a->asked[at]);
	return at < a->count ? at : a->count;
}

/* Esc goes back to the heading before, from the first one it leaves. */
static bool ask_all(struct asking *a)
{
	size_t all = asked_count(a, a->count), at = beside(a, SIZE_MAX, false);

	while (at < a->count) {
		/* TRANSLATORS: "2 of 4: How well do you serve citizens?" */
		const char *title = arena_printf(a->arena, _("%d of %d: %s"),
						 (int)asked_count(a, at + 1), (int)all,
						 a->headings[at].heading);
		bool said = ask_one(a, at, title);

		at = beside(a, at, !said);
		if (!said && at == a->count)
			return false;
	}
	return true;
}

/* "HEADING=TARGET" of those that were asked for, with a NULL behind them. */
static const char *const *maps_of(const struct asking *a)
{
	const char **maps = arena_array(a->arena, a->count + 1, sizeof *maps);
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++) {
		if (a->asked[i])
			maps[count++] =
				arena_printf(a->arena, "%s=%s", a->headings[i].heading,
					     a->headings[i].target);
	}
	return maps;
}

/* NULL where it was left, or failed and was told. */
static const char *const *ask_maps(struct taking *t, int64_t survey)
{
	const struct import_bytes bytes = { t->bytes, t->count };
	struct asking a = { .ui = t->ui, .arena = &t->screen->arena };
	struct survey_asked *competencies;
	struct err err = { 0 };
	size_t count = 0;

	if (!import_needs_headings(app_of(t->ui)->db, &bytes, a.arena, &a.headings,
				   &a.count, &err) ||
	    !survey_asked_list(app_of(t->ui)->db, survey, a.arena, &competencies, &count,
			       &err)) {
		ui_fail(t->ui, &err);
		return NULL;
	}
	list_targets(&a, competencies, count);
	a.asked = arena_array(a.arena, a.count + 1, sizeof *a.asked);
	for (size_t i = 0; i < a.count; i++)
		a.asked[i] = *a.headings[i].target == '\0';
	return ask_all(&a) ? maps_of(&a) : NULL;
}

ui_flags survey_import(struct ui *ui, struct screen *s)
{
	struct taking t = { .ui = ui, .screen = s, .kind = &need_kind, .path = "" };
	struct import_options with = { .dry_run = false };
	struct survey survey;
	struct err err = { 0 };
	const struct kind *kind;
	int64_t id = 0;

	if (!s->class->record(s, &kind, &id))
		return UI_NOTHING;
	if (!record_load(app_of(ui)->db, &survey_kind, id, &survey, &s->arena, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (strcmp(survey.status, "closed") == 0) {
		ui_refuse(ui, _("The survey is closed. c opens it again."));
		return UI_NOTHING;
	}
	with.survey = survey.code;
	with.only_survey = true;
	if (!import_read(&t))
		return UI_NOTHING;
	with.maps = ask_maps(&t, id);
	return with.maps ? import_take(&t, &with) : UI_NOTHING;
}

/* Where a heading that was understood wrongly is put right. */
ui_flags survey_headings(struct ui *ui, struct screen *s)
{
	const struct list_argument argument = { .kind = &mapping_kind, .filter = "" };

	(void)s;
	list_run(ui, &argument);
	return UI_NOTHING;
}
