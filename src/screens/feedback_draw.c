#include "feedback.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

bool feedback_is_text(const struct feedback *v, size_t i)
{
	return strcmp(v->items[i].kind, "text") == 0;
}

const char *feedback_title(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	const char *state = v->verify	? _("verify pass")
			    : v->stored ? _("saved before")
					: "";

	return arena_printf(ui_scratch(ui), _("%s › Feedback sheet %d  %s%s"), v->code,
			    (int)v->sheet.number, state, v->changed ? "  *" : "");
}

static const char *answer_shown(struct ui *ui, const struct feedback *v, size_t i)
{
	if (!v->entries[i].keyed)
		return "_";
	return v->answers[i].value == NUMBER_NONE
		       ? "."
		       : number_int(ui_scratch(ui), v->answers[i].value);
}

static void draw_item(struct ui *ui, struct feedback *v, size_t i, int row,
		      struct canvas *c)
{
	const struct item *item = &v->items[i];
	struct arena *a = ui_scratch(ui);
	bool focus = i == v->at;
	int answer = canvas_columns(c) - 8;
	enum style style = focus		   ? STYLE_FOCUS
			   : v->entries[i].differs ? STYLE_BAD
						   : STYLE_PLAIN;

	canvas_text(c, row, 0, 3, STYLE_LABEL,
		    arena_printf(a, "%2d.", (int)item->number));
	canvas_text(c, row, 4, answer - 5, focus ? STYLE_KEY : STYLE_PLAIN, item->text);
	canvas_text(c, row, answer, 4, style,
		    text_column_right(a, answer_shown(ui, v, i), 3));
	canvas_text(c, row, answer + 4, 4, STYLE_DIM,
		    arena_printf(a, "/%d", (int)item->scale));
	if (focus)
		canvas_cursor(c, row, answer + 2);
}

static void draw_text(struct ui *ui, struct feedback *v, size_t i, int row,
		      struct canvas *c)
{
	bool focus = i == v->at;
	const char *text = v->answers[i].text;
	int room = canvas_columns(c) - 5;
	size_t from = 0;

	canvas_text(c, row, 0, 3, STYLE_LABEL,
		    arena_printf(ui_scratch(ui), "%2d.", (int)v->items[i].number));
	canvas_text(c, row, 4, room, focus ? STYLE_KEY : STYLE_PLAIN, v->items[i].text);
	if (focus) {
		text = v->edit.text;
		while (from < v->edit.at &&
		       text_width(text + from) - text_width(text + v->edit.at) >= room)
			from = text_next(text, from);
		canvas_cursor(c, row + 1,
			      4 + text_width(text + from) -
				      text_width(text + v->edit.at));
	}
	canvas_text(c, row + 1, 4, room, focus ? STYLE_FOCUS : STYLE_PLAIN, text + from);
}

static int height(const struct feedback *v, size_t from, size_t to)
{
	int rows = 0;

	for (size_t i = from; i <= to && i < v->count; i++)
		rows += feedback_is_text(v, i) ? 2 : 1;
	return rows;
}

void feedback_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct feedback *v = s->state;
	int row = 0;

	if (v->at < v->top)
		v->top = v->at;
	while (v->top < v->at && height(v, v->top, v->at) > canvas_rows(c))
		v->top++;
	for (size_t i = v->top; i < v->count && row < canvas_rows(c); i++) {
		if (feedback_is_text(v, i))
			draw_text(ui, v, i, row, c);
		else
			draw_item(ui, v, i, row, c);
		row += feedback_is_text(v, i) ? 2 : 1;
	}
}

const char *feedback_hint(struct ui *ui, struct screen *s)
{
	const struct feedback *v = s->state;
	const char *text = v->at < v->count ? v->items[v->at].text : "";

	/* What does not fit beside the answer is read here. */
	if (text_width(text) > ui_columns(ui) - 14)
		return text;
	return v->at < v->count && feedback_is_text(v, v->at)
		       ? _("Type the comment; Enter saves the sheet and opens the next "
			   "one")
		       : _("A digit answers, . leaves it blank, Backspace goes back, "
			   "Enter saves");
}
