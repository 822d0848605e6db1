#include "import_wide.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"

static bool is_one_of(const char *key, const char *const *words)
{
	while (*words && strcmp(*words, key) != 0)
		words++;
	return *words != NULL;
}

bool wide_is(const struct csv_row *headings, struct arena *arena)
{
	static const char *const own[] = { "sheet", "lembar", "questionnaire",
					   "kuesioner", NULL };

	for (size_t i = 0; i < headings->count; i++) {
		if (is_one_of(text_key(arena, headings->fields[i]), own))
			return false;
	}
	return true;
}

void wide_columns(struct columns *columns)
{
	static const char *const kept[] = { "trainer", "role", "phase", NULL };
	size_t used = 0;

	for (size_t i = 0; i < columns->count; i++) {
		if (is_one_of(columns->all[i].path[0]->name, kept))
			columns->all[used++] = columns->all[i];
	}
	columns->count = used;
}

static bool count_rows(const char *bytes, size_t count, size_t *rows, struct err *err)
{
	struct arena arena = { 0 };
	enum csv_result got = CSV_BROKEN;
	struct csv_row row;
	struct csv csv;

	*rows = 0;
	if (csv_open(&csv, bytes, count, &arena, err)) {
		while ((got = csv_next(&csv, &row, &arena, err)) == CSV_ROW)
			++*rows;
	}
	arena_done(&arena);
	return got == CSV_END;
}

bool wide_open(struct import_wide *w, struct db *db, const char *bytes, size_t count,
	       struct arena *arena, struct err *err)
{
	w->on = count_rows(bytes, count, &w->count, err) &&
		sheet_numbers(db, w->like, w->count, arena, &w->numbers, err);
	return w->on;
}

void wide_next(struct import_wide *w, struct sheet *sheet)
{
	*sheet = *w->like;
	sheet->id = 0;
	if (w->next < w->count)
		sheet->number = w->numbers[w->next++];
}
