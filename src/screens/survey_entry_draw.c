#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "survey.h"

enum { ROOMY = 60, WIDE = 12, NARROW = 5, CODE = 9, LABEL = 20 };

const char *survey_entry_title(struct ui *ui, struct screen *s)
{
	const struct survey_entry *v = s->state;

	return arena_printf(ui_scratch(ui), "%s › %s › %s  %s%s", v->survey.code,
			    v->person, choice_label(rater_choices, v->now.response.rater),
			    v->seen.stored ? _("saved before") : "",
			    v->changed ? "  *" : "");
}

static const char *cell_shown(const struct survey_entry *v, size_t i)
{
	static const char *const digits[] = { "1", "2", "3", "4", "5" };
	int64_t value = *survey_entry_value(v, i);

	if (value >= 1 && value <= 5)
		return digits[value - 1];
	return v->keyed[i] ? "." : "_";
}

static int cell_width(const struct canvas *c)
{
	return canvas_columns(c) < ROOMY ? NARROW : WIDE;
}

static void draw_heads(struct ui *ui, struct canvas *c)
{
	int width = cell_width(c), first = canvas_columns(c) - 2 * width;
	bool roomy = width == WIDE;

	canvas_text(c, 0, 0, first - 1, STYLE_LABEL, _("Competency"));
	canvas_text(c, 0, first, width, STYLE_LABEL,
		    text_column_right(ui_scratch(ui), roomy ? _("Mastery") : _("Mas."),
				      width - 1));
	canvas_text(c, 0, first + width, width, STYLE_LABEL,
		    text_column_right(ui_scratch(ui), roomy ? _("Importance") : _("Imp."),
				      width - 1));
}

static void draw_competency(struct ui *ui, const struct survey_entry *v, size_t i,
			    int row, struct canvas *c)
{
	const struct survey_answer *a = &v->now.answers[i];
	int width = cell_width(c), first = canvas_columns(c) - 2 * width;
	bool here = v->at / 2 == i && v->at < survey_entry_cells(v);

	canvas_text(c, row, 0, CODE - 1, STYLE_LABEL, a->code);
	canvas_text(c, row, CODE, first - CODE - 1, here ? STYLE_KEY : STYLE_PLAIN,
		    a->name);
	for (size_t k = 0; k < 2; k++) {
		bool focus = here && v->at % 2 == k;
		int column = first + (int)k * width + width - 4;

		canvas_text(
			c, row, column, 3, focus ? STYLE_FOCUS : STYLE_PLAIN,
			text_column_right(ui_scratch(ui), cell_shown(v, 2 * i + k), 3));
		if (focus)
			canvas_cursor(c, row, column + 2);
	}
}

static const char *extra_label(enum survey_extra extra)
{
	switch (extra) {
	case EXTRA_TOPICS:
		return _("Topics");
	case EXTRA_FORM:
		return _("Preferred form");
	case EXTRA_METHOD:
		return _("Preferred way");
	default:
		return _("Remarks");
	}
}

static const char *extra_shown(struct survey_entry *v, enum survey_extra extra)
{
	const char *text = *survey_entry_text(v, extra);

	if (extra == EXTRA_FORM)
		return choice_label(learning_form_choices, text);
	return extra == EXTRA_METHOD ? choice_label(learning_method_choices, text) : text;
}

/* The text with the cursor, from where the cursor is seen. */
static void draw_edited(const struct survey_entry *v, int row, int room, struct canvas *c)
{
	const char *text = v->edit.text;
	int after = text_width(text + v->edit.at);
	size_t from = 0;

	while (from < v->edit.at && text_width(text + from) - after >= room)
		from = text_next(text, from);
	canvas_text(c, row, LABEL, room, STYLE_FOCUS, *text ? text + from : " ");
	canvas_cursor(c, row, LABEL + text_width(text + from) - after);
}

static void draw_extra(struct survey_entry *v, enum survey_extra extra, int row,
		       struct canvas *c)
{
	size_t place = survey_entry_cells(v) + extra;
	bool focus = v->at == place;
	int room = canvas_columns(c) - LABEL;
	const char *text = extra_shown(v, extra);

	canvas_text(c, row, 0, LABEL - 1, focus ? STYLE_KEY : STYLE_LABEL,
		    extra_label(extra));
	if (focus && survey_entry_is_text(v, place)) {
		draw_edited(v, row, room, c);
		return;
	}
	canvas_text(c, row, LABEL, room, focus ? STYLE_FOCUS : STYLE_PLAIN,
		    *text ? text : "–");
	if (focus)
		canvas_cursor(c, row, LABEL);
}

/* The line on which place `at` stands. */
static size_t line_of(const struct survey_entry *v, size_t at)
{
	size_t cells = survey_entry_cells(v);

	return at < cells ? at / 2 : v->now.count + (at - cells);
}

void survey_entry_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct survey_entry *v = s->state;
	size_t rows = canvas_rows(c) > 1 ? (size_t)canvas_rows(c) - 1 : 1;
	size_t lines = v->now.count + EXTRA_COUNT, at = line_of(v, v->at);

	if (at < v->top)
		v->top = at;
	if (at >= v->top + rows)
		v->top = at - rows + 1;
	draw_heads(ui, c);
	for (size_t i = 0; i < rows && v->top + i < lines; i++) {
		size_t line = v->top + i;

		if (line < v->now.count)
			draw_competency(ui, v, line, (int)i + 1, c);
		else
			draw_extra(v, (enum survey_extra)(line - v->now.count),
				   (int)i + 1, c);
	}
}

const char *survey_entry_hint(struct ui *ui, struct screen *s)
{
	const struct survey_entry *v = s->state;

	(void)ui;
	if (v->at < survey_entry_cells(v))
		return v->at % 2 == 0 ? _("Mastery: 1 lowest … 5 highest, . leaves it "
					  "blank, s self, a superior")
				      : _("Importance: 1 lowest … 5 highest, . leaves "
					  "it blank, s self, a superior");
	if (survey_entry_is_text(v, v->at))
		return _("Type what the sheet says; Enter goes on, F10 saves");
	return _("Space shows the list; Enter goes on, F10 saves");
}
