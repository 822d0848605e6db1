#include "import_answers.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "store/record.h"

static int64_t answer_number(const char *heading, struct arena *arena)
{
	const char *key = text_key(arena, heading);

	if (key[0] != 'q' || key[1] == '\0' || strlen(key) > 4 ||
	    key[1 + strspn(key + 1, "0123456789")] != '\0')
		return 0;
	return strtol(key + 1, NULL, 10);
}

void answer_columns_take(struct answer_columns *a, const struct csv_row *headings,
			 struct arena *arena)
{
	a->count = headings->count;
	a->numbers = arena_array(arena, headings->count + 1, sizeof *a->numbers);
	for (size_t i = 0; i < headings->count; i++)
		a->numbers[i] = answer_number(headings->fields[i], arena);
}

const char *answer_columns_ignored(const struct answer_columns *a,
				   const struct csv_row *headings, const size_t *order,
				   size_t column_count, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < headings->count; i++) {
		if (order[i] == column_count && a->numbers[i] == 0)
			all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "",
					   headings->fields[i]);
	}
	return all;
}

static bool find_item(struct db *db, int64_t questionnaire, int64_t number,
		      struct item *item, struct arena *arena)
{
	struct err ignored = { 0 };
	int64_t id = 0;

	record_init(&item_kind, item);
	item->questionnaire = questionnaire;
	item->number = number;
	return record_find(db, &item_kind, item, &id, &ignored) && id != 0 &&
	       record_load(db, &item_kind, id, item, arena, &ignored);
}

static bool is_scale(const struct item *item)
{
	return strcmp(item->kind, "likert") == 0;
}

static void check_answer(const struct item *item, const char *heading, const char *cell,
			 struct problems *problems)
{
	int64_t value;

	if (!is_scale(item))
		return;
	if (!number_parse_int(cell, &value) || value < 1 || value > item->scale)
		problem_add(
			problems, heading,
			_("'%s' is not on the scale from 1 to %d. Leave it empty where "
			  "nothing was marked."),
			cell, (int)item->scale);
}

static const char *cell_at(const struct csv_row *cells, size_t i, struct arena *arena)
{
	return i < cells->count ? text_clean_note(arena, csv_bare(cells->fields[i])) : "";
}

void answers_check(const struct answer_columns *a, struct db *db, const void *sheet,
		   const struct csv_row *cells, struct problems *problems)
{
	const struct sheet *s = sheet;
	struct item item;

	for (size_t i = 0; i < a->count; i++) {
		const char *cell = cell_at(cells, i, problems->arena);
		const char *heading =
			arena_printf(problems->arena, "q%d", (int)a->numbers[i]);

		if (a->numbers[i] == 0 || *cell == '\0')
			continue;
		if (find_item(db, s->questionnaire, a->numbers[i], &item,
			      problems->arena))
			check_answer(&item, heading, cell, problems);
		else
			problem_add(problems, heading,
				    _("The questionnaire has no question %d."),
				    (int)a->numbers[i]);
	}
}

static bool write_answer(struct db *db, const struct item *item, int64_t sheet,
			 const char *cell, bool *changed, struct err *err)
{
	struct arena arena = { 0 };
	struct answer old, now;
	int64_t id = 0;
	bool good = true;

	record_init(&answer_kind, &now);
	now.sheet = sheet;
	now.item = item->id;
	if (is_scale(item))
		number_parse_int(cell, &now.value);
	else
		now.text = cell;
	if (!record_find(db, &answer_kind, &now, &id, err))
		return false;
	if (id == 0) {
		*changed = true;
		return record_insert(db, &answer_kind, &now, err);
	}
	now.id = id;
	good = record_load(db, &answer_kind, id, &old, &arena, err);
	if (good && !record_equal(&answer_kind, &old, &now)) {
		*changed = true;
		good = record_update(db, &answer_kind, &old, &now, err);
	}
	arena_done(&arena);
	return good;
}

bool answers_write(const struct answer_columns *a, struct db *db, int64_t sheet,
		   const struct csv_row *cells, bool *changed, struct err *err)
{
	struct arena arena = { 0 };
	struct sheet s;
	struct item item;
	bool good = record_load(db, &sheet_kind, sheet, &s, &arena, err);

	for (size_t i = 0; good && i < a->count; i++) {
		const char *cell = cell_at(cells, i, &arena);

		if (a->numbers[i] != 0 && *cell != '\0' &&
		    find_item(db, s.questionnaire, a->numbers[i], &item, &arena))
			good = write_answer(db, &item, sheet, cell, changed, err);
	}
	arena_done(&arena);
	return good;
}
