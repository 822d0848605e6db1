#include "answer_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/edit.h"

enum { WIDE = 60, INDENT = 4, ROOMY = 14 };

int answer_indent(const struct canvas *c)
{
	return canvas_columns(c) >= WIDE ? INDENT : 0;
}

bool answer_is_roomy(const struct canvas *c)
{
	return canvas_rows(c) >= ROOMY;
}

int answer_lines(struct ui *ui, struct canvas *c, int row, enum style style,
		 const char *text)
{
	const char **lines;
	int indent = answer_indent(c);
	size_t count =
		text_wrap(ui_scratch(ui), text, canvas_columns(c) - 2 * indent, &lines);

	for (size_t i = 0; i < count; i++)
		canvas_text(c, row++, indent, 0, style, lines[i]);
	return row;
}

int answer_gap(const struct canvas *c, int row)
{
	return row + answer_is_roomy(c);
}

void answer_option(struct ui *ui, struct canvas *c, int row, const char *text, bool focus)
{
	int indent = answer_indent(c);

	canvas_text(c, row, indent, canvas_columns(c) - indent,
		    focus ? STYLE_FOCUS : STYLE_PLAIN,
		    arena_printf(ui_scratch(ui), "%s %s", focus ? ">" : " ", text));
	if (focus)
		canvas_cursor(c, row, indent);
}

void answer_typed(struct ui *ui, const struct edit *edit, int row, struct canvas *c)
{
	int indent = answer_indent(c), room = canvas_rows(c) - row;
	int columns = canvas_columns(c) - 2 * indent - 1, at = row;
	size_t from = 0;

	if (room < 1)
		room = 1;
	while (at < row + room) {
		const char *rest = edit->text + from;
		size_t length = text_fit(rest, columns);
		bool last = rest[length] == '\0';

		canvas_text(c, at, indent, columns + 1, STYLE_FOCUS,
			    arena_strndup(ui_scratch(ui), rest, length));
		if (edit->at >= from && (edit->at < from + length || last))
			canvas_cursor(
				c, at,
				indent + text_width(arena_strndup(ui_scratch(ui), rest,
								  edit->at - from)));
		from += length;
		if (last || length == 0)
			return;
		at += at + 1 < row + room || edit->at < from;
	}
}

int answer_first_page(struct ui *ui, struct canvas *c, const char *title,
		      const char *text)
{
	int row = answer_gap(c, answer_gap(c, 0));

	row = answer_lines(ui, c, row, STYLE_TITLE, title);
	row = answer_gap(c, row);
	row = answer_lines(ui, c, row, STYLE_PLAIN, text);
	row = answer_gap(c, row);
	row = answer_lines(ui, c, row, STYLE_KEY, _("Enter begins"));
	return answer_lines(ui, c, row, STYLE_DIM, _("b  Bahasa Indonesia"));
}

int answer_last_page(struct ui *ui, struct canvas *c, const char *open)
{
	int row = answer_gap(c, answer_gap(c, 0));

	row = answer_lines(ui, c, row, STYLE_TITLE, _("That was the last question."));
	row = answer_gap(c, row);
	if (*open != '\0')
		row = answer_lines(ui, c, row, STYLE_PLAIN, open);
	return answer_lines(ui, c, row, STYLE_KEY, _("Enter hands in your answers"));
}

void answer_thanks_page(struct ui *ui, struct canvas *c, const char *text)
{
	int row = answer_gap(c, answer_gap(c, 0));

	row = answer_lines(ui, c, row, STYLE_TITLE, _("Thank you."));
	answer_lines(ui, c, answer_gap(c, row), STYLE_PLAIN, text);
}

void answer_either_page(struct ui *ui, struct canvas *c, const char *title,
			const char *const labels[2], int64_t chosen)
{
	int row = answer_lines(ui, c, answer_gap(c, 0), STYLE_TITLE, title);

	row = answer_gap(c, row);
	for (int i = 1; i <= 2; i++)
		answer_option(ui, c, row + i - 1,
			      arena_printf(ui_scratch(ui), "%d  %s", i, labels[i - 1]),
			      chosen == i);
}

bool answer_may_leave(struct ui *ui, const char *question, const char *code)
{
	struct arena *a = ui_scratch(ui);
	const char *typed = "";

	if (!ui_ask(ui, question, "", a, &typed))
		return false;
	if (strcmp(text_key(a, typed), text_key(a, code)) == 0)
		return true;
	ui_refuse(ui, _("That is not the code. The sheet goes on."));
	return false;
}
