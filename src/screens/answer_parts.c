#include "answer_parts.h"

#include "base/arena.h"
#include "base/text.h"
#include "ui/edit.h"

/* Paragraphs from a row on; the row behind them. */
int answer_lines(struct ui *ui, struct canvas *c, int row, enum style style,
		 const char *text)
{
	const char **lines;
	int indent = canvas_columns(c) >= 60 ? 4 : 0;
	size_t count =
		text_wrap(ui_scratch(ui), text, canvas_columns(c) - 2 * indent, &lines);

	for (size_t i = 0; i < count; i++)
		canvas_text(c, row++, indent, 0, style, lines[i]);
	return row;
}

/* A blank line where there is room for such. */
int answer_gap(const struct canvas *c, int row)
{
	return row + (canvas_rows(c) >= 14);
}

/* One line to choose from: its mark, its number, its label. */
void answer_option(struct ui *ui, struct canvas *c, int row, const char *text, bool focus)
{
	int indent = canvas_columns(c) >= 60 ? 4 : 0;

	canvas_text(c, row, indent, canvas_columns(c) - indent,
		    focus ? STYLE_FOCUS : STYLE_PLAIN,
		    arena_printf(ui_scratch(ui), "%s %s", focus ? ">" : " ", text));
	if (focus)
		canvas_cursor(c, row, indent);
}

/* What is typed, wrapped; the last lines where not all fit. */
void answer_typed(struct ui *ui, const struct edit *edit, int row, struct canvas *c)
{
	int indent = canvas_columns(c) >= 60 ? 4 : 0, room = canvas_rows(c) - row;
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
