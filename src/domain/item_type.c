#include "domain/item_type.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"

struct reading {
	const struct item *item;
	const char *cell;
	struct arena *arena;
	const char *reason;
};

struct item_type {
	const char *code;
	enum item_entry entry;
	int64_t least;
	int64_t (*most)(const struct item *item);
	bool (*parse)(struct reading *r, struct sheet_answer *out);
	bool kept_as_text, measure, has_scale;
};

static int64_t most_scale(const struct item *item)
{
	return item->scale;
}

static int64_t most_number(const struct item *item)
{
	return item->most == NUMBER_NONE ? ANSWER_MOST : item->most;
}

static int64_t most_option(const struct item *item)
{
	int64_t count = *item->options != '\0';

	for (const char *at = item->options; *at != '\0'; at++)
		count += *at == ';';
	return count;
}

static int64_t most_none(const struct item *item)
{
	(void)item;
	return 0;
}

static bool parse_value(struct reading *r, struct sheet_answer *out);
static bool parse_marks(struct reading *r, struct sheet_answer *out);
static bool parse_words(struct reading *r, struct sheet_answer *out);

/* clang-format off */
static const struct item_type types[] = {
	{ "likert",    ENTRY_DIGIT,  1, most_scale,  parse_value, false, true,  true },
	{ "two_sided", ENTRY_DIGIT,  1, most_scale,  parse_value, false, true,  true },
	{ "number",    ENTRY_DIGITS, 0, most_number, parse_value, false, true,  false },
	{ "choice",    ENTRY_DIGIT,  1, most_option, parse_value, false, false, false },
	{ "choices",   ENTRY_MARKS,  1, most_option, parse_marks, true,  false, false },
	{ "text",      ENTRY_WORDS,  0, most_none,   parse_words, true,  false, false },
};
/* clang-format on */

static const struct item_type *type_of(const struct item *item)
{
	size_t i = 0, last = sizeof types / sizeof *types - 1;

	/* A kind of a later version is read as words. */
	while (i < last && strcmp(types[i].code, item->kind) != 0)
		i++;
	return &types[i];
}

enum item_entry item_entry(const struct item *item)
{
	const struct item_type *type = type_of(item);

	/* A digit cannot tell 1 from the beginning of 12. */
	if (type->entry == ENTRY_DIGIT && item_most(item) > (type->has_scale ? 10 : 9))
		return ENTRY_DIGITS;
	return type->entry;
}

bool item_is_text(const struct item *item)
{
	return type_of(item)->entry == ENTRY_WORDS;
}

bool item_is_measure(const struct item *item)
{
	return type_of(item)->measure;
}

int64_t item_least(const struct item *item)
{
	return type_of(item)->least;
}

int64_t item_most(const struct item *item)
{
	return type_of(item)->most(item);
}

size_t item_options(const struct item *item, struct arena *arena, const char ***out)
{
	const char **all = arena_array(arena, (size_t)most_option(item) + 1, sizeof *all);
	const char *at = item->options;
	size_t count = 0;

	while (count < (size_t)most_option(item)) {
		size_t length = strcspn(at, ";");

		all[count++] = text_clean_line(arena, arena_strndup(arena, at, length));
		at += length + (at[length] == ';');
	}
	*out = all;
	return count;
}

const char *item_label(const struct item *item, int64_t value, struct arena *arena)
{
	const char **options;
	size_t count = item_options(item, arena, &options);

	if (type_of(item)->has_scale && (int64_t)count != item->scale) {
		if (count != 2 || (value != 1 && value != item->scale))
			return "";
		return options[value != 1];
	}
	return value >= 1 && value <= (int64_t)count ? options[value - 1] : "";
}

struct sheet_answer answer_blank(void)
{
	return (struct sheet_answer){ NUMBER_NONE, "" };
}

bool answer_is_blank(const struct sheet_answer *answer)
{
	return answer->value == NUMBER_NONE && *answer->text == '\0';
}

bool answer_equal(const struct sheet_answer *a, const struct sheet_answer *b)
{
	return a->value == b->value && strcmp(a->text, b->text) == 0;
}

/* ---- what was written ---- */

static const char *out_of_range(const struct item *item, const char *cell,
				struct arena *arena)
{
	const struct item_type *type = type_of(item);

	if (type->has_scale)
		return arena_printf(
			arena,
			_("'%s' is not on the scale from 1 to %d. Leave it empty where "
			  "nothing was marked."),
			cell, (int)item->scale);
	if (type->measure)
		return arena_printf(
			arena,
			_("'%s' is no whole number from 0 to %d. Leave it empty where "
			  "nothing was written."),
			cell, (int)item_most(item));
	return arena_printf(arena,
			    _("'%s' is none of the options: %s. Type one of them or its "
			      "number."),
			    cell, item->options);
}

/* The value that is called so; 0 for none. */
static int64_t value_called(const struct item *item, const char *words,
			    struct arena *arena)
{
	const char *key = text_key(arena, words);

	for (int64_t v = 1; *key != '\0' && v <= item_most(item); v++) {
		if (strcmp(text_key(arena, item_label(item, v, arena)), key) == 0)
			return v;
	}
	return 0;
}

/* "4", or as web forms write it "4 - Baik", "4. Baik", "Baik (4)". */
static int64_t number_in(const char *cell)
{
	size_t skip = strcspn(cell, "0123456789");
	const char *digits = cell + skip;
	size_t length = strspn(digits, "0123456789");
	const char *rest = digits + length;
	bool in_front = skip == 0 && *rest != '\0' && strchr(" .-)", *rest) != NULL &&
			strpbrk(rest, "0123456789") == NULL;
	bool behind = skip > 0 && digits[-1] == '(' && strcmp(rest, ")") == 0;

	if (length == 0 || length > 2 || (!in_front && !behind))
		return NUMBER_NONE;
	return strtol(digits, NULL, 10);
}

static bool in_range(const struct item *item, int64_t value)
{
	return value != NUMBER_NONE && value >= item_least(item) &&
	       value <= item_most(item);
}

/* The options by name come first: one may be called "2". */
static int64_t read_value(const struct item *item, const char *cell, struct arena *arena)
{
	int64_t value = *item->options ? value_called(item, cell, arena) : 0;

	if (value != 0)
		return value;
	if (number_parse_int(cell, &value))
		return value;
	value = type_of(item)->has_scale || *item->options ? number_in(cell)
							   : NUMBER_NONE;
	return value;
}

static bool parse_value(struct reading *r, struct sheet_answer *out)
{
	int64_t value = read_value(r->item, r->cell, r->arena);

	if (!in_range(r->item, value)) {
		r->reason = out_of_range(r->item, r->cell, r->arena);
		return false;
	}
	*out = (struct sheet_answer){ value, "" };
	return true;
}

/* The option that `at` begins with, up to a separator: the longest, since an
 * option may hold a comma. *length is 0 for none. */
static int64_t next_mark(const struct reading *r, const char *at, size_t *length)
{
	int64_t found = NUMBER_NONE;

	*length = 0;
	for (size_t end = strcspn(at, ",;");; end += 1 + strcspn(at + end + 1, ",;")) {
		const char *part =
			text_clean_line(r->arena, arena_strndup(r->arena, at, end));
		int64_t value = read_value(r->item, part, r->arena);

		if (in_range(r->item, value)) {
			found = value;
			*length = end + (at[end] != '\0');
		}
		if (at[end] == '\0')
			return found;
	}
}

static bool parse_marks(struct reading *r, struct sheet_answer *out)
{
	const char *marks = "", *at = r->cell;

	while (at[strspn(at, " ,;")] != '\0') {
		size_t length;
		int64_t value = next_mark(r, at, &length);

		if (length == 0) {
			r->reason = out_of_range(r->item, at, r->arena);
			return false;
		}
		if (!answer_has(marks, value))
			marks = answer_toggle(marks, value, r->arena);
		at += length;
	}
	*out = (struct sheet_answer){ NUMBER_NONE, marks };
	return true;
}

static bool parse_words(struct reading *r, struct sheet_answer *out)
{
	*out = (struct sheet_answer){ NUMBER_NONE, r->cell };
	return true;
}

bool answer_parse(const struct item *item, const char *cell, struct arena *arena,
		  struct sheet_answer *out, const char **reason)
{
	struct reading r = { item, cell, arena, NULL };

	if (*cell == '\0') {
		*out = answer_blank();
		return true;
	}
	if (type_of(item)->parse(&r, out))
		return true;
	*reason = r.reason;
	return false;
}

const char *answer_format(const struct item *item, const struct sheet_answer *answer,
			  struct arena *arena)
{
	if (answer_is_blank(answer))
		return "";
	return type_of(item)->kept_as_text ? answer->text
					   : number_int(arena, answer->value);
}

/* ---- what is stored ---- */

static const char *marks_reason(const struct item *item, const char *marks,
				struct arena *arena)
{
	struct sheet_answer read;
	const char *reason = NULL;

	if (marks[strspn(marks, "0123456789,")] == '\0' &&
	    answer_parse(item, marks, arena, &read, &reason) &&
	    strcmp(read.text, marks) == 0)
		return NULL;
	return reason ? reason : out_of_range(item, marks, arena);
}

const char *answer_reason(const struct item *item, const struct sheet_answer *answer,
			  struct arena *arena)
{
	const struct item_type *type = type_of(item);

	if (answer_is_blank(answer))
		return NULL;
	if (type->kept_as_text && answer->value != NUMBER_NONE)
		return arena_printf(
			arena, _("Question %d is answered in words, not by a number."),
			(int)item->number);
	if (type->entry == ENTRY_MARKS)
		return marks_reason(item, answer->text, arena);
	if (!type->kept_as_text && *answer->text != '\0')
		return arena_printf(
			arena, _("Question %d is answered by a number, not in words."),
			(int)item->number);
	if (type->kept_as_text || in_range(item, answer->value))
		return NULL;
	return arena_printf(arena,
			    _("Question %d: %d is not on the scale from %d to %d."),
			    (int)item->number, (int)answer->value, (int)item_least(item),
			    (int)item_most(item));
}

bool answer_has(const char *marks, int64_t option)
{
	while (*marks != '\0') {
		char *end;

		if (strtol(marks, &end, 10) == option)
			return true;
		marks = end + (*end == ',');
	}
	return false;
}

const char *answer_toggle(const char *marks, int64_t option, struct arena *arena)
{
	const char *out = "";

	for (int64_t i = 1; i <= OPTIONS_MOST; i++) {
		if (answer_has(marks, i) != (i == option))
			out = arena_printf(arena, "%s%s%d", out, *out ? "," : "", (int)i);
	}
	return out;
}
