#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/score_sheet.h"

bool score_read(const char *text, int64_t most, int64_t *out, struct err *err)
{
	struct arena arena = { 0 };
	int64_t value;
	bool good = true;

	if (!number_parse_hundredths(text, &value) || value < 0)
		good = err_set(err, ERR_INPUT,
			       _("%s is no score. Type digits, with a comma for part of "
				 "a point."),
			       text_visible(&arena, text));
	else if (value > most)
		good = err_set(err, ERR_INPUT,
			       _("%s is above the maximum. The highest score is %s."),
			       number_hundredths(&arena, value, number_mark()),
			       number_hundredths(&arena, most, number_mark()));
	else
		*out = value;
	arena_done(&arena);
	return good;
}

/* A paste being read. */
struct paste {
	const struct score_sheet *sheet;
	struct score_entry *entries;
	size_t count;
};

static bool is_empty(const char *cell)
{
	return *cell == '\0' || strcmp(cell, "-") == 0 || strcmp(cell, ".") == 0;
}

static bool take_cell(struct paste *p, struct score_place at, const char *cell,
		      struct err *err)
{
	int64_t value;

	if (is_empty(cell))
		return true;
	if (at.row >= p->sheet->roll.count)
		return err_set(err, ERR_INPUT, _("There is no person left for it."));
	if (at.test >= SCORE_TESTS)
		return err_set(err, ERR_INPUT, _("There is no test left for it."));
	if (!score_read(cell, p->sheet->most, &value, err))
		return false;
	p->entries[p->count++] = (struct score_entry){ at.row, at.test, value };
	return true;
}

static bool take_line(struct paste *p, struct score_place at, const char *line,
		      struct arena *arena, struct err *err)
{
	for (;;) {
		size_t length = strcspn(line, "\t");
		const char *cell =
			text_clean_line(arena, arena_strndup(arena, line, length));

		if (!take_cell(p, at, cell, err))
			return false;
		if (line[length] == '\0')
			return true;
		line += length + 1;
		at.test++;
	}
}

bool score_sheet_paste(const struct score_sheet *sheet, struct score_place at,
		       const char *text, struct arena *arena, struct score_entry **out,
		       size_t *count, struct err *err)
{
	struct paste p = { .sheet = sheet };
	int number = 1;

	p.entries = arena_array(arena, strlen(text) + 1, sizeof *p.entries);
	for (; *text != '\0'; number++) {
		size_t length = strcspn(text, "\n");

		if (!take_line(&p, at, arena_strndup(arena, text, length), arena, err))
			return err_context(err, _("Line %d, nothing was taken"), number);
		text += length + (text[length] == '\n');
		at.row++;
	}
	*out = p.entries;
	*count = p.count;
	return true;
}
