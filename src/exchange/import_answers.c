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
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/item_type.h"
#include "store/record.h"

/* A question may be cut off in a heading; less than this says too little. */
enum { PART_LEAST = 12 };

/* "q3", and "3", "3.", "No. 3" where the file is of a form. */
static int64_t answer_number(const char *key, bool wide)
{
	const char *digits = key;

	if (wide && strncmp(key, "no ", 3) == 0)
		digits += 3;
	else if (*key == 'q' || (wide && *key == 'p'))
		digits++;
	else if (!wide)
		return 0;
	if (*digits == '\0' || strlen(digits) > 3 ||
	    digits[strspn(digits, "0123456789")] != '\0')
		return 0;
	return strtol(digits, NULL, 10);
}

static bool begins_with(const char *text, const char *part)
{
	return strlen(part) >= PART_LEAST && strncmp(text, part, strlen(part)) == 0;
}

/* The item whose question this is, be it cut off. */
static int64_t item_asked(const struct item *items, size_t count, const char *key,
			  struct arena *arena)
{
	for (size_t i = 0; i < count && *key != '\0'; i++) {
		if (strcmp(text_key(arena, items[i].text), key) == 0)
			return items[i].number;
	}
	for (size_t i = 0; i < count; i++) {
		const char *text = text_key(arena, items[i].text);

		if (begins_with(text, key) || begins_with(key, text))
			return items[i].number;
	}
	return 0;
}

/* "Penilaian [Materi jelas]" is how a form heads the line of a grid. */
static const char *in_brackets(const char *heading, struct arena *arena)
{
	const char *open = strrchr(heading, '[');
	size_t length = open ? strcspn(open + 1, "]") : 0;

	return length > 0 ? arena_strndup(arena, open + 1, length) : heading;
}

/* Without a number in front: "1. Materi jelas", "Q1 Materi jelas". */
static const char *unnumbered(const char *key)
{
	const char *at = key + (*key == 'q');
	size_t digits = strspn(at, "0123456789");

	return digits > 0 && at[digits] == ' ' ? at + digits + 1 : key;
}

static int64_t number_of(const struct item *items, size_t count, const char *heading,
			 struct arena *arena)
{
	const char *key = text_key(arena, in_brackets(heading, arena));
	int64_t number = answer_number(key, true);

	if (number == 0)
		number = item_asked(items, count, key, arena);
	if (number == 0)
		number = item_asked(items, count, unnumbered(key), arena);
	return number;
}

static void begin(struct answer_columns *a, const struct csv_row *headings,
		  struct arena *arena)
{
	a->count = headings->count;
	a->numbers = arena_array(arena, headings->count + 1, sizeof *a->numbers);
	a->headings = arena_array(arena, headings->count + 1, sizeof *a->headings);
	for (size_t i = 0; i < headings->count; i++)
		a->headings[i] = text_key(arena, headings->fields[i]);
}

/* The column is this question, and no column before it is. */
static bool set_number(struct answer_columns *a, size_t column, int64_t number,
		       const struct csv_row *headings, struct err *err)
{
	for (size_t k = 0; k < column && number != 0; k++) {
		if (a->numbers[k] == number)
			return err_set(err, ERR_INPUT,
				       _("Two columns are both question %d: %s "
					 "and %s. Rename or remove one."),
				       (int)number, headings->fields[k],
				       headings->fields[column]);
	}
	a->numbers[column] = number;
	return true;
}

bool answer_columns_take(struct answer_columns *a, const struct csv_row *headings,
			 struct arena *arena, struct err *err)
{
	bool good = true;

	begin(a, headings, arena);
	for (size_t i = 0; good && i < headings->count; i++)
		good = set_number(a, i, answer_number(a->headings[i], false), headings,
				  err);
	return good;
}

bool answer_columns_asked(struct answer_columns *a, struct db *db, int64_t questionnaire,
			  const struct csv_row *headings, struct arena *arena,
			  struct err *err)
{
	struct item *items;
	size_t count, found = 0;

	begin(a, headings, arena);
	if (!sheet_items(db, questionnaire, arena, &items, &count, err))
		return false;
	for (size_t i = 0; i < headings->count; i++) {
		int64_t number = number_of(items, count, headings->fields[i], arena);

		if (!set_number(a, i, number, headings, err))
			return false;
		found += number != 0;
	}
	return found > 0 ||
	       err_set(err, ERR_INPUT,
		       _("No column is headed by a question of this questionnaire. Name "
			 "the columns as the questions, or q1, q2 and so on."));
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

/* Without an id where there is none of that number. */
static bool find_item(struct db *db, int64_t number, struct item *item,
		      struct arena *arena, struct err *err)
{
	int64_t id = 0, questionnaire = item->questionnaire;

	record_init(&item_kind, item);
	item->questionnaire = questionnaire;
	item->number = number;
	return record_find(db, &item_kind, item, &id, err) &&
	       (id == 0 || record_load(db, &item_kind, id, item, arena, err));
}

static const char *cell_at(const struct csv_row *cells, size_t i, struct arena *arena)
{
	return i < cells->count ? text_clean_note(arena, csv_bare(cells->fields[i])) : "";
}

bool answers_check(const struct answer_columns *a, struct db *db, const void *sheet,
		   const struct csv_row *cells, struct problems *problems,
		   struct err *err)
{
	const struct sheet *s = sheet;
	struct item item;

	for (size_t i = 0; i < a->count; i++) {
		const char *cell = cell_at(cells, i, problems->arena), *reason = NULL;
		struct sheet_answer answer;

		if (a->numbers[i] == 0 || *cell == '\0')
			continue;
		item.questionnaire = s->questionnaire;
		if (!find_item(db, a->numbers[i], &item, problems->arena, err))
			return false;
		if (item.id == 0)
			problem_add(problems, a->headings[i],
				    _("The questionnaire has no question %d."),
				    (int)a->numbers[i]);
		else if (!answer_parse(&item, cell, problems->arena, &answer, &reason))
			problem_add(problems, a->headings[i], "%s", reason);
	}
	return true;
}

bool answers_any(const struct answer_columns *a, const struct csv_row *cells,
		 struct arena *arena)
{
	for (size_t i = 0; i < a->count; i++) {
		if (a->numbers[i] != 0 && *cell_at(cells, i, arena) != '\0')
			return true;
	}
	return false;
}

static bool write_answer(struct db *db, const struct item *item, int64_t sheet,
			 const char *cell, bool *changed, struct err *err)
{
	struct arena arena = { 0 };
	struct sheet_answer said = answer_blank();
	const char *reason = NULL;
	struct answer old, now;
	int64_t id = 0;
	bool good = answer_parse(item, cell, &arena, &said, &reason) ||
		    err_set(err, ERR_INPUT, "%s", reason);

	record_init(&answer_kind, &now);
	now.sheet = sheet;
	now.item = item->id;
	now.value = said.value;
	now.text = said.text;
	good = good && record_find(db, &answer_kind, &now, &id, err);
	if (good && id == 0) {
		*changed = true;
		good = record_insert(db, &answer_kind, &now, err);
	} else if (good) {
		now.id = id;
		good = record_load(db, &answer_kind, id, &old, &arena, err);
		if (good && !record_equal(&answer_kind, &old, &now)) {
			*changed = true;
			good = record_update(db, &answer_kind, &old, &now, err);
		}
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

		if (a->numbers[i] == 0 || *cell == '\0')
			continue;
		item.questionnaire = s.questionnaire;
		good = find_item(db, a->numbers[i], &item, &arena, err) &&
		       (item.id == 0 ||
			write_answer(db, &item, sheet, cell, changed, err));
	}
	arena_done(&arena);
	return good;
}
