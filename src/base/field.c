#include "base/kind.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/i18n.h"
#include "base/nip.h"
#include "base/number.h"
#include "base/text.h"

static const char *date_text(void (*format)(struct date, char[11]), struct date d,
			     struct arena *arena)
{
	char text[11];

	format(d, text);
	return arena_strdup(arena, text);
}

static const char *plain_int(int64_t value, struct arena *arena)
{
	return value == NUMBER_NONE ? "" : number_int(arena, value);
}

const char *field_to_stored(const struct field *f, const void *record,
			    struct arena *arena)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_NIP:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_SEARCH:
		return field_text(f, record);
	case FIELD_DATE:
		return date_text(date_to_iso, field_date(f, record), arena);
	case FIELD_DECIMAL:
		return number_hundredths(arena, field_int(f, record), '.');
	case FIELD_REF:
		if (field_int(f, record) == 0)
			return "";
		/* fall through */
	case FIELD_INT:
	case FIELD_MONEY:
	case FIELD_BOOL:
		return plain_int(field_int(f, record), arena);
	case FIELD_END:
		break;
	}
	bug("field %s has no type", f->name);
}

/* Keys take all 19 digits, more than people type. */
static bool stored_int(const char *text, int64_t *out)
{
	char *end;
	long long value;

	errno = 0;
	value = strtoll(text, &end, 10);
	if (errno != 0 || *end != '\0' || end == text)
		return false;
	*out = value;
	return true;
}

static bool int_from_stored(const struct field *f, void *record, const char *text)
{
	int64_t value = f->type == FIELD_REF || f->type == FIELD_BOOL ? 0 : NUMBER_NONE;
	bool (*parse)(const char *, int64_t *) =
		f->type == FIELD_DECIMAL ? number_parse_hundredths : stored_int;

	if (*text != '\0' && !parse(text, &value))
		return false;
	field_set_int(f, record, value);
	return true;
}

bool field_from_stored(const struct field *f, void *record, const char *text,
		       struct arena *arena)
{
	struct date day = DATE_NONE;

	if (field_holds_text(f)) {
		field_set_text(f, record, arena_strdup(arena, text));
		return true;
	}
	if (f->type != FIELD_DATE)
		return int_from_stored(f, record, text);
	if (*text != '\0' && !date_from_iso(text, &day))
		return false;
	field_set_date(f, record, day);
	return true;
}

const char *field_to_shown(const struct field *f, const void *record, struct arena *arena)
{
	char nip[22];

	switch (f->type) {
	case FIELD_CHOICE:
		return choice_label(f->choices, field_text(f, record));
	case FIELD_NIP:
		nip_grouped(field_text(f, record), nip);
		return arena_strdup(arena, nip);
	case FIELD_DATE:
		return date_text(date_to_text, field_date(f, record), arena);
	case FIELD_DECIMAL:
		return number_hundredths(arena, field_int(f, record), number_mark());
	case FIELD_MONEY:
		if (field_int(f, record) == NUMBER_NONE)
			return "";
		return number_grouped(arena, field_int(f, record), number_mark());
	case FIELD_BOOL:
		return field_int(f, record) ? _("yes") : _("no");
	case FIELD_REF:
		return "";
	case FIELD_INT:
		if (f->zero && field_int(f, record) == 0)
			return _(f->zero);
		/* fall through */
	default:
		return field_to_stored(f, record, arena);
	}
}

const struct choice *choice_find(const struct choice *list, const char *code)
{
	for (; list->code; list++) {
		if (strcmp(list->code, code) == 0)
			return list;
	}
	return NULL;
}

const char *choice_label(const struct choice *list, const char *code)
{
	const struct choice *c = choice_find(list, code);

	return c ? _(c->label) : code;
}

static bool same_key(struct arena *arena, const char *label, const char *key)
{
	return strcmp(text_key(arena, label), key) == 0;
}

/* Which letters of a later word are enough to mean it. */
enum { WORD_LEAST = 3 };

static bool begins(const char *label, const char *key)
{
	return strncmp(label, key, strlen(key)) == 0;
}

static bool has_word(const char *label, const char *key)
{
	for (const char *at = strchr(label, ' '); at; at = strchr(at + 1, ' ')) {
		if (begins(at + 1, key))
			return true;
	}
	return false;
}

/* The label begins so, or a later word of it does, in either language. */
static bool fits(const struct choice *c, const char *key, bool later, struct arena *arena)
{
	const char *shown = text_key(arena, c->label);
	const char *indonesian = text_key(arena, i18n_indonesian(c->label));

	return later ? has_word(shown, key) || has_word(indonesian, key)
		     : begins(shown, key) || begins(indonesian, key);
}

/* How many fit, and the first of them. */
static size_t count_fits(const struct choice *list, const char *key, bool later,
			 struct arena *arena, const struct choice **first)
{
	size_t count = 0;

	if (strlen(key) < (later ? WORD_LEAST : 1))
		return 0;
	for (; list->code; list++) {
		if (fits(list, key, later, arena) && count++ == 0)
			*first = list;
	}
	return count;
}

/* The only choice whose label begins so; where none does, the only one with a
 * later word that does. */
static const struct choice *match_prefix(const struct choice *list, const char *key,
					 struct arena *arena)
{
	const struct choice *found = NULL;
	size_t count;

	if (strlen(key) < 2)
		return NULL;
	count = count_fits(list, key, false, arena, &found);
	if (count == 0)
		count = count_fits(list, key, true, arena, &found);
	return count == 1 ? found : NULL;
}

static const struct choice *match(const struct choice *list, const char *text,
				  struct arena *arena)
{
	const struct choice *exact = choice_find(list, text);
	const char *key = text_key(arena, text);

	if (exact)
		return exact;
	for (const struct choice *c = list; c->code; c++) {
		if (same_key(arena, c->code, key) || same_key(arena, c->label, key))
			return c;
	}
	for (const struct choice *c = list; c->code; c++) {
		if (same_key(arena, i18n_indonesian(c->label), key))
			return c;
	}
	return match_prefix(list, key, arena);
}

/* The one key counts where nothing longer fits. */
static const struct choice *match_key(const struct choice *list, const char *text)
{
	if (text[0] == '\0' || text[1] != '\0')
		return NULL;
	for (; list->code; list++) {
		if (list->key && (list->key | 0x20) == (text[0] | 0x20))
			return list;
	}
	return NULL;
}

const struct choice *choice_match(const struct choice *list, const char *text)
{
	struct arena arena = { 0 };
	const struct choice *found = match(list, text, &arena);

	arena_done(&arena);
	return found ? found : match_key(list, text);
}

const char *choice_candidates(const struct choice *list, const char *text,
			      struct arena *arena)
{
	const char *key = text_key(arena, text), *all = "";
	const struct choice *first = NULL;
	size_t count = count_fits(list, key, false, arena, &first);
	bool later = count == 0;

	if (later)
		count = count_fits(list, key, true, arena, &first);
	for (const struct choice *c = first; count > 1 && c->code; c++) {
		if (fits(c, key, later, arena))
			all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "",
					   _(c->label));
	}
	return all;
}
