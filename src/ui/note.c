#include "note.h"

#include <string.h>

#include "base/arena.h"
#include "base/settings.h"
#include "base/text.h"
#include "ui_private.h"

enum { FOOT_MOST = 2 };

size_t foot_wrap(const struct ui *ui, const char *text, const char ***lines)
{
	const char *more = ui->options.settings->ascii ? "..." : "…";
	size_t count = text_wrap(ui->scratch, text, ui->columns, lines), fits;

	if (count <= FOOT_MOST)
		return count;
	text = (*lines)[FOOT_MOST - 1];
	fits = text_fit(text, ui->columns - text_width(more));
	(*lines)[FOOT_MOST - 1] =
		arena_printf(ui->scratch, "%.*s%s", (int)fits, text, more);
	return FOOT_MOST;
}

size_t note_lines(const char *text, int width, size_t *starts, size_t most)
{
	size_t count = 0, at = 0;

	for (;;) {
		size_t end = at + strcspn(text + at, "\n"), fit;

		if (count < most)
			starts[count] = at;
		count++;
		fit = at + text_fit(text + at, width);
		if (fit < end) {
			at = fit > at ? fit : text_next(text, at);
			continue;
		}
		if (text[end] == '\0')
			return count;
		at = end + 1;
	}
}

size_t note_row_of(const size_t *starts, size_t count, size_t at)
{
	size_t row = 0;

	while (row + 1 < count && starts[row + 1] <= at)
		row++;
	return row;
}
