#include "feedback.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

bool feedback_is_text(const struct feedback *v, size_t i)
{
	return item_is_text(&v->items[i]);
}

const char *feedback_title(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	const char *state = v->verify	? _("verify pass")
			    : v->stored ? _("saved before")
					: "";

	const char *about = feedback_about(ui, v);

	if (*about != '\0')
		about = arena_printf(ui_scratch(ui), "  %s ", about);
	return arena_printf(ui_scratch(ui), _("%s › Feedback sheet %d %s %s%s"), v->code,
			    (int)v->sheet.number, about, state, v->changed ? "  *" : "");
}

/* What is being keyed in, what was, or that nothing was. */
static const char *answer_shown(struct ui *ui, const struct feedback *v, size_t i)
{
	if (i == v->at && v->pending.on)
		return item_entry(&v->items[i]) == ENTRY_MARKS ? v->pending.marks
							       : v->pending.digits;
	if (!v->entries[i].keyed)
		return "_";
	return answer_is_blank(&v->answers[i])
		       ? "."
		       : answer_format(&v->items[i], &v->answers[i], ui_scratch(ui));
}

/* "/5" behind an answer by one digit; other answers take that room. */
static const char *scale_shown(struct ui *ui, const struct item *item)
{
	return item_entry(item) == ENTRY_DIGIT
		       ? arena_printf(ui_scratch(ui), "/%d", (int)item_most(item))
		       : "";
}

static void draw_item(struct ui *ui, struct feedback *v, size_t i, int row,
		      struct canvas *c)
{
	const struct item *item = &v->items[i];
	struct arena *a = ui_scratch(ui);
	bool focus = i == v->at;
	const char *scale = scale_shown(ui, item);
	int answer = canvas_columns(c) - 8, room = *scale ? 3 : 8;
	enum style style = focus		   ? STYLE_FOCUS
			   : v->entries[i].differs ? STYLE_BAD
						   : STYLE_PLAIN;

	canvas_text(c, row, 0, 3, STYLE_LABEL,
		    arena_printf(a, "%2d.", (int)item->number));
	canvas_text(c, row, 4, answer - 5, focus ? STYLE_KEY : STYLE_PLAIN, item->text);
	canvas_text(c, row, answer, room, style,
		    text_column_right(a, answer_shown(ui, v, i), room));
	if (*scale != '\0')
		canvas_text(c, row, answer + 4, 4, STYLE_DIM, scale);
	if (focus)
		canvas_cursor(c, row, answer + room - 1);
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

static bool is_cut(const struct feedback *v, size_t i, int columns)
{
	return text_width(v->items[i].text) > columns - (feedback_is_text(v, i) ? 5 : 13);
}

/* Lines at the bottom where a question that is cut is read in full. */
static int foot_rows(struct ui *ui, const struct feedback *v, const struct canvas *c)
{
	int rows = 0;

	for (size_t i = 0; i < v->count; i++) {
		const char **lines;
		size_t count;

		if (!is_cut(v, i, canvas_columns(c)))
			continue;
		count = text_wrap(ui_scratch(ui), v->items[i].text, canvas_columns(c),
				  &lines);
		rows = (int)count > rows ? (int)count : rows;
	}
	return rows < canvas_rows(c) / 2 ? rows : canvas_rows(c) / 2;
}

static void draw_foot(struct ui *ui, const struct feedback *v, int rows, struct canvas *c)
{
	const char **lines;
	size_t count;

	if (v->at >= v->count || !is_cut(v, v->at, canvas_columns(c)))
		return;
	count = text_wrap(ui_scratch(ui), v->items[v->at].text, canvas_columns(c),
			  &lines);
	for (int i = 0; i < rows && (size_t)i < count; i++)
		canvas_text(c, canvas_rows(c) - rows + i, 0, canvas_columns(c), STYLE_KEY,
			    lines[i]);
}

void feedback_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct feedback *v = s->state;
	int foot = foot_rows(ui, v, c), rows = canvas_rows(c) - foot, row = 0;

	if (v->at < v->top)
		v->top = v->at;
	while (v->top < v->at && height(v, v->top, v->at) > rows)
		v->top++;
	for (size_t i = v->top; i < v->count && row < rows; i++) {
		if (feedback_is_text(v, i))
			draw_text(ui, v, i, row, c);
		else
			draw_item(ui, v, i, row, c);
		row += feedback_is_text(v, i) ? 2 : 1;
	}
	draw_foot(ui, v, foot, c);
}

/* "1", and in a list of marks a digit or letter. */
static const char *option_name(struct ui *ui, const struct item *item, size_t i)
{
	const char *names = "1234567890abcdefghij";

	return item_entry(item) == ENTRY_MARKS
		       ? arena_strndup(ui_scratch(ui), names + i, 1)
		       : number_int(ui_scratch(ui), (int64_t)i + 1);
}

/* "1 Laki-laki  2 Perempuan"; of a scale the two ends where not all fit. */
static const char *meanings(struct ui *ui, const struct item *item)
{
	struct arena *a = ui_scratch(ui);
	const char **options, *all = "";
	size_t count = item_options(item, a, &options);

	if (strcmp(item->kind, "two_sided") == 0 && count == 2)
		return arena_printf(a, _("1 %s … %d %s; the middle is best"), options[0],
				    (int)item->scale, options[1]);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(a, "%s%s%s %s", all, *all ? "  " : "",
				   option_name(ui, item, i), options[i]);
	if (item_is_measure(item) && count > 0 && text_width(all) > ui_columns(ui))
		return arena_printf(a, "1 %s … %d %s", options[0], (int)item->scale,
				    options[count - 1]);
	return all;
}

const char *feedback_hint(struct ui *ui, struct screen *s)
{
	const struct feedback *v = s->state;
	const struct item *item = v->at < v->count ? feedback_item(v) : NULL;
	const char *meaning = item ? meanings(ui, item) : "";

	if (*meaning != '\0')
		return meaning;
	if (!item)
		return "";
	switch (item_entry(item)) {
	case ENTRY_WORDS:
		return v->at + 1 < v->count ? _("Type the answer; Enter goes to the next "
						"question, F10 saves the sheet")
					    : _("Type the comment; Enter saves the sheet "
						"and opens the next "
						"one");
	case ENTRY_DIGITS:
		return _("Type the number; Enter goes on, . leaves it blank");
	case ENTRY_MARKS:
	case ENTRY_DIGIT:
		break;
	}
	return _("A digit answers, . leaves it blank, Backspace goes back, "
		 "Enter saves");
}
