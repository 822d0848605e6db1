#include "domain/criteria.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/reference.h"

/* One typed condition while it is understood. */
struct condition {
	struct criteria *criteria;
	const struct field *field;
	struct problems *problems;
	struct err *err;
	int either;
};

/* Longer ones first, as "<" begins "<=". */
static const struct {
	const char *sign;
	enum select_op op;
} signs[] = {
	{ "<>", SELECT_NOT },  { ">=", SELECT_FROM }, { "<=", SELECT_TO },
	{ ">", SELECT_ABOVE }, { "<", SELECT_BELOW }, { "=", SELECT_IS },
};

/* SQLite takes no longer patterns, and no deeper conditions, than several times
 * these. */
enum { SIGN_COUNT = sizeof signs / sizeof *signs, WORDS_MOST = 400, BESIDE_MOST = 50 };

void criteria_init(struct criteria *c, struct db *db, const struct kind *kind,
		   struct arena *arena)
{
	*c = (struct criteria){ .db = db, .kind = kind, .arena = arena };
}

static bool is_words(const struct field *f)
{
	return f->type == FIELD_TEXT || f->type == FIELD_NOTE || f->type == FIELD_NIP;
}

static void add_term(const struct condition *c, enum select_op op, const char *value)
{
	struct criteria *all = c->criteria;

	if (all->count == all->space) {
		size_t wider = all->space ? 2 * all->space : 8;

		all->terms = arena_grow(all->arena, all->terms,
					all->space * sizeof *all->terms,
					wider * sizeof *all->terms);
		all->space = wider;
	}
	all->terms[all->count++] =
		(struct select_term){ c->field->name, op, value, c->either };
}

/* The stored form of a value as it is typed in a form; NULL where it is
 * none, with the problem noted. */
static bool stored_value(const struct condition *c, const char *typed, const char **out)
{
	struct arena *arena = c->criteria->arena;
	void *record = arena_alloc(arena, c->criteria->kind->size);
	size_t errors = c->problems->errors;
	int64_t id = 0;

	*out = NULL;
	record_init(c->criteria->kind, record);
	if (c->field->type == FIELD_REF) {
		if (!reference_resolve(c->criteria->db, c->field, typed, &id, c->problems,
				       c->err))
			return false;
		field_set_int(c->field, record, id);
	} else {
		field_from_typed(c->field, record, typed, arena, c->problems);
	}
	if (c->problems->errors == errors)
		*out = field_to_stored(c->field, record, arena);
	return true;
}

/* Any part of the text; * and ? stand for characters, % and _ do not. The
 * blanks that people put into a NIP are not stored. */
static const char *pattern(const struct field *f, const char *typed, struct arena *arena)
{
	bool own = strpbrk(typed, "*?") != NULL;
	char *out = arena_alloc(arena, 2 * strlen(typed) + 3), *put = out;

	if (!own)
		*put++ = '%';
	for (; *typed != '\0'; typed++) {
		if (*typed == ' ' && f->type == FIELD_NIP)
			continue;
		if (*typed == '*' || *typed == '?') {
			*put++ = *typed == '*' ? '%' : '_';
			continue;
		}
		if (*typed == '%' || *typed == '_' || *typed == '\\')
			*put++ = '\\';
		*put++ = *typed;
	}
	if (!own)
		*put++ = '%';
	return out;
}

static void add_pattern(const struct condition *c, enum select_op op, const char *typed)
{
	if (strlen(typed) > WORDS_MOST)
		problem_add(c->problems, c->field->name,
			    _("%s: what is looked for is longer than %d letters. Take "
			      "a few words of it."),
			    _(c->field->label), WORDS_MOST);
	else
		add_term(c, op, pattern(c->field, typed, c->criteria->arena));
}

static const char *iso(struct arena *arena, struct date d)
{
	char text[11];

	date_to_iso(d, text);
	return arena_strdup(arena, text);
}

static bool is_one_of(const char *key, const char *english, const char *indonesian)
{
	return strcmp(key, english) == 0 || strcmp(key, indonesian) == 0;
}

/* Words for days and spans of days; false where `typed` is none. */
static bool find_span(struct arena *arena, const char *typed, struct date *first,
		      struct date *last)
{
	const char *key = text_key(arena, typed);
	struct date today = clock_today();
	int year, month, day;
	int64_t number;

	date_split(today, &year, &month, &day);
	if (is_one_of(key, "today", "hari ini")) {
		*first = *last = today;
	} else if (is_one_of(key, "this month", "bulan ini")) {
		*first = date_of(year, month, 1);
		*last = date_add_days(date_add_months(*first, 1), -1);
	} else {
		if (is_one_of(key, "this year", "tahun ini"))
			number = year;
		else if (strlen(key) != 4 || !number_parse_int(key, &number) ||
			 number < 1900 || number > 2199)
			return false;
		*first = date_of((int)number, 1, 1);
		*last = date_of((int)number, 12, 31);
	}
	return true;
}

/* From the beginning of one value to the end of another. */
static bool add_range(const struct condition *c, const char *from, const char *to)
{
	struct arena *arena = c->criteria->arena;
	struct date first, last, ignored;
	const char *least, *most;
	bool days = c->field->type == FIELD_DATE;

	if (days && find_span(arena, from, &first, &ignored))
		least = iso(arena, first);
	else if (!stored_value(c, from, &least))
		return false;
	if (days && find_span(arena, to, &ignored, &last))
		most = iso(arena, last);
	else if (!stored_value(c, to, &most))
		return false;
	if (!least || !most)
		return true;
	/* "a..m" holds what begins with m. */
	if (is_words(c->field))
		most = arena_printf(arena, "%s\U0010FFFF", most);
	add_term(c, SELECT_FROM, least);
	add_term(c, SELECT_TO, most);
	return true;
}

static bool add_signed(const struct condition *c, enum select_op op, const char *typed)
{
	const char *value = "";

	if (*typed == '\0' && op != SELECT_IS && op != SELECT_NOT) {
		problem_add(c->problems, c->field->name,
			    _("%s: type a value after the sign."), _(c->field->label));
		return true;
	}
	if (*typed != '\0' && !stored_value(c, typed, &value))
		return false;
	if (value)
		add_term(c, op, value);
	return true;
}

/* What does not hold this, or is not this. */
static bool add_without(const struct condition *c, const char *typed)
{
	if (!is_words(c->field) || *typed == '\0')
		return add_signed(c, SELECT_NOT, typed);
	add_pattern(c, SELECT_UNLIKE, typed);
	return true;
}

static bool is_span(const struct condition *c, const char *typed)
{
	struct date first, last;

	return c->field->type == FIELD_DATE &&
	       find_span(c->criteria->arena, typed, &first, &last);
}

static bool add_plain(const struct condition *c, const char *typed)
{
	struct arena *arena = c->criteria->arena;
	const char *dots = c->field->type == FIELD_REF ? NULL : strstr(typed, "..");

	if (dots && dots != typed && dots[2] != '\0')
		return add_range(
			c,
			text_clean_line(arena, arena_strndup(arena, typed,
							     (size_t)(dots - typed))),
			text_clean_line(arena, dots + 2));
	if (is_span(c, typed))
		return add_range(c, typed, typed);
	if (!is_words(c->field))
		return add_signed(c, SELECT_IS, typed);
	add_pattern(c, SELECT_LIKE, typed);
	return true;
}

static bool add_condition(const struct condition *c, const char *typed)
{
	size_t before = c->criteria->count;

	for (size_t i = 0; i < SIGN_COUNT; i++) {
		size_t length = strlen(signs[i].sign);

		if (strncmp(typed, signs[i].sign, length) == 0)
			return add_signed(
				c, signs[i].op,
				text_clean_line(c->criteria->arena, typed + length));
	}
	if (*typed == '!')
		return add_without(c, text_clean_line(c->criteria->arena, typed + 1));
	if (!add_plain(c, typed))
		return false;
	if (c->either != 0 && c->criteria->count > before + 1)
		problem_add(c->problems, c->field->name,
			    _("%s: a span of values cannot stand beside a |. Use one of "
			      "them."),
			    _(c->field->label));
	return true;
}

/* How many values with | between them. */
static size_t beside(const char *text)
{
	size_t count = 1;

	for (; *text != '\0'; text++)
		count += *text == '|';
	return count;
}

bool criteria_add(struct criteria *criteria, const struct field *field, const char *typed,
		  struct problems *problems, struct err *err)
{
	struct condition c = { criteria, field, problems, err, 0 };
	const char *text = text_clean_line(criteria->arena, typed);

	if (beside(text) > BESIDE_MOST) {
		problem_add(problems, field->name,
			    _("%s: at most %d values may stand beside each other."),
			    _(field->label), BESIDE_MOST);
		return true;
	}
	if (beside(text) > 1)
		c.either = ++criteria->either;
	while (*text != '\0') {
		size_t length = strcspn(text, "|");
		const char *one = text_clean_line(
			criteria->arena, arena_strndup(criteria->arena, text, length));

		if (*one != '\0' && !add_condition(&c, one))
			return false;
		text += length + (text[length] == '|');
	}
	return true;
}
