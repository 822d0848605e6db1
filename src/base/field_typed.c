#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/nip.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"

enum { TEXT_MOST = 200, NOTE_MOST = 4000 };

/* What one typed value is read with. */
struct typing {
	const struct field *field;
	void *record;
	const char *text;
	struct arena *arena;
	struct problems *problems;
	bool filed; /* a file's cell, not somebody's typing */
};

static const char *shown_number(const struct field *f, int64_t value, struct arena *arena)
{
	if (f->type == FIELD_DECIMAL)
		return number_hundredths(arena, value, number_mark());
	return number_int(arena, value);
}

static int64_t least_of(const struct field *f)
{
	if (f->least || f->most)
		return f->least;
	return f->type == FIELD_INT ? INT64_C(-1000000000) : 0;
}

static int64_t most_of(const struct field *f)
{
	static const int64_t money = INT64_C(1000000000000000);

	if (f->least || f->most)
		return f->most;
	return f->type == FIELD_MONEY ? money : INT64_C(1000000000);
}

static bool in_range(const struct field *f, int64_t value, struct problems *problems)
{
	if (value >= least_of(f) && value <= most_of(f))
		return true;
	problem_add(problems, f->name, _("%s must be from %s to %s."), _(f->label),
		    shown_number(f, least_of(f), problems->arena),
		    shown_number(f, most_of(f), problems->arena));
	return false;
}

/* Say how to write each of the two numbers it may be. */
static void tell_ambiguous(const struct typing *t)
{
	struct arena *arena = t->problems->arena;
	int64_t whole = 0;

	number_parse_int(t->text, &whole);
	problem_add(t->problems, t->field->name,
		    _("%s: '%s' may be read in two ways. Type %s or %s."),
		    _(t->field->label), t->text, number_int(arena, whole),
		    number_hundredths(arena, whole / 10, number_mark()));
}

/* The number before the words of "3 - Menengah" and "2. Dasar"; the text itself
 * where the words hold another number, as in "3 - 4". */
static const char *before_words(const char *text, struct arena *arena)
{
	size_t digits = strspn(text, "0123456789");
	const char *words = text_key(arena, text + digits);

	if (digits == 0 || *words == '\0' || strpbrk(words, "0123456789") ||
	    !strchr(" -.):=(/\xe2", text[digits]))
		return text;
	return arena_strndup(arena, text, digits);
}

/* "whole year", in either language. */
static bool is_zero(const struct field *f, const struct typing *t)
{
	const char *key = text_key(t->arena, t->text);

	return strcmp(key, text_key(t->arena, f->zero)) == 0 ||
	       strcmp(key, text_key(t->arena, i18n_indonesian(f->zero))) == 0;
}

static bool type_number(struct typing *t)
{
	const struct field *f = t->field;
	int64_t value = NUMBER_NONE;
	bool good;

	if (*t->text == '\0') {
		field_set_int(f, t->record, NUMBER_NONE);
		return true;
	}
	if (t->filed && (f->flags & FIELD_SCALE))
		t->text = before_words(t->text, t->arena);
	if (f->zero && is_zero(f, t))
		t->text = "0";
	if (f->type == FIELD_DECIMAL && number_is_ambiguous(t->text)) {
		tell_ambiguous(t);
		return false;
	}
	good = f->type == FIELD_INT	  ? number_parse_int(t->text, &value)
	       : f->type == FIELD_DECIMAL ? number_parse_hundredths(t->text, &value)
					  : number_parse_money(t->text, &value);
	if (!good) {
		problem_add(t->problems, f->name,
			    f->type == FIELD_DECIMAL
				    ? _("%s: '%s' is no number. Type it like 12,5.")
				    : _("%s: '%s' is no whole number. Type digits only."),
			    _(f->label), t->text);
		return false;
	}
	if (!in_range(f, value, t->problems))
		return false;
	field_set_int(f, t->record, value);
	return true;
}

static bool type_date(const struct typing *t)
{
	struct date day = DATE_NONE;
	bool good =
		*t->text == '\0' || (t->filed ? date_parse_full(t->text, &day)
					      : date_parse(t->text, clock_today(), &day));

	if (!good) {
		problem_add(t->problems, t->field->name,
			    _("%s: there is no day '%s'. Type it like 02-03-2026."),
			    _(t->field->label), t->text);
		return false;
	}
	field_set_date(t->field, t->record, day);
	return true;
}

static const char *choice_list(const struct choice *list, struct arena *arena)
{
	const char *all = _(list->label);

	for (list++; list->code; list++)
		all = arena_printf(arena, "%s, %s", all, _(list->label));
	return all;
}

/* The choice that files call so in other words than its own. */
static const struct choice *match_words(const struct typing *t)
{
	const char *key = text_key(t->arena, t->text);
	size_t length = strlen(key);

	for (const char *at = t->field->words; at && length > 0; at = strchr(at, ';')) {
		at += *at == ';';
		if (strncmp(at, key, length) == 0 && at[length] == '=') {
			at += length + 1;
			return choice_find(t->field->choices,
					   arena_strndup(t->arena, at, strcspn(at, ";")));
		}
	}
	return NULL;
}

static bool type_choice(const struct typing *t)
{
	const struct choice *found;
	const char *several;

	if (*t->text == '\0') {
		field_set_text(t->field, t->record, "");
		return true;
	}
	found = t->filed ? match_words(t) : NULL;
	if (!found)
		found = choice_match(t->field->choices, t->text);
	several =
		found ? ""
		      : choice_candidates(t->field->choices, t->text, t->problems->arena);
	if (*several != '\0') {
		problem_add(t->problems, t->field->name,
			    _("%s: '%s' may be: %s. Type more of it."),
			    _(t->field->label), t->text, several);
		return false;
	}
	if (!found) {
		problem_add(t->problems, t->field->name, _("%s: '%s' is not one of: %s."),
			    _(t->field->label), t->text,
			    choice_list(t->field->choices, t->problems->arena));
		return false;
	}
	field_set_text(t->field, t->record, found->code);
	return true;
}

static bool type_bool(const struct typing *t)
{
	static const struct choice answers[] = {
		{ "1", N_("yes"), 'y' },
		{ "0", N_("no"), 'n' },
		{ NULL, NULL, 0 },
	};
	const struct choice *found = choice_match(answers, t->text);

	if (!found && *t->text != '\0') {
		problem_add(t->problems, t->field->name, _("%s: type yes or no."),
			    _(t->field->label));
		return false;
	}
	field_set_int(t->field, t->record, found == &answers[0]);
	return true;
}

static bool type_nip(const struct typing *t)
{
	struct nip nip;
	enum nip_verdict verdict = nip_parse(t->text, &nip);

	if (verdict != NIP_OK && verdict != NIP_EMPTY) {
		problem_add(t->problems, t->field->name, "%s", nip_reason(verdict));
		return false;
	}
	field_set_text(t->field, t->record,
		       verdict == NIP_EMPTY ? "" : arena_strdup(t->arena, nip.digits));
	return true;
}

static int two_digits(const char *text, size_t count)
{
	int value = 0;

	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return count ? value : -1;
}

/* 8, 0800, 8.00, 08:00 */
static bool time_parse(const char *text, int *hour, int *minute)
{
	size_t length = strlen(text), mark = strcspn(text, ":.,");

	*minute = 0;
	if (mark < length) {
		*hour = mark > 2 ? -1 : two_digits(text, mark);
		*minute = length - mark != 3 ? -1 : two_digits(text + mark + 1, 2);
	} else if (length <= 2) {
		*hour = two_digits(text, length);
	} else {
		*hour = length > 4 ? -1 : two_digits(text, length - 2);
		*minute = two_digits(text + length - 2, 2);
	}
	return *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
}

static bool type_time(const struct typing *t)
{
	int hour, minute;

	if (*t->text == '\0') {
		field_set_text(t->field, t->record, "");
		return true;
	}
	if (!time_parse(t->text, &hour, &minute)) {
		problem_add(t->problems, t->field->name,
			    _("%s: '%s' is no time of day. Type it like 08:30."),
			    _(t->field->label), t->text);
		return false;
	}
	field_set_text(t->field, t->record,
		       arena_printf(t->arena, "%02d:%02d", hour, minute));
	return true;
}

static bool fits(const struct field *f, const char *text, struct problems *problems)
{
	size_t most = f->type == FIELD_NOTE ? NOTE_MOST : TEXT_MOST;

	if (f->most)
		most = (size_t)f->most;
	if (text_length(text) <= most)
		return true;
	problem_add(problems, f->name,
		    _("%s has %zu characters; at most %zu are kept. Shorten it."),
		    _(f->label), text_length(text), most);
	return false;
}

static bool type_text(const struct typing *t)
{
	const struct field *f = t->field;
	const char *clean = f->type == FIELD_NOTE ? text_clean_note(t->arena, t->text)
						  : text_clean_line(t->arena, t->text);

	if (!fits(f, clean, t->problems))
		return false;
	field_set_text(f, t->record, clean);
	return true;
}

static bool take(struct typing *t)
{
	const struct field *f = t->field;

	ptrdiff_t wrong = text_invalid_at(t->text, strlen(t->text));

	if (wrong >= 0) {
		problem_add(t->problems, f->name,
			    _("%s: byte %td is no text (UTF-8). Type it anew."),
			    _(f->label), wrong + 1);
		return false;
	}
	if (f->type == FIELD_TEXT || f->type == FIELD_NOTE)
		return type_text(t);
	t->text = text_clean_line(t->arena, t->text);
	switch (f->type) {
	case FIELD_NIP:
		return type_nip(t);
	case FIELD_TIME:
		return type_time(t);
	case FIELD_CHOICE:
		return type_choice(t);
	case FIELD_BOOL:
		return type_bool(t);
	case FIELD_DATE:
		return type_date(t);
	default:
		return type_number(t);
	}
}

bool field_from_typed(const struct field *f, void *record, const char *text,
		      struct arena *arena, struct problems *problems)
{
	struct typing t = { f, record, text, arena, problems, false };

	return take(&t);
}

bool field_from_file(const struct field *f, void *record, const char *text,
		     struct arena *arena, struct problems *problems)
{
	struct typing t = { f, record, text, arena, problems, true };

	return take(&t);
}

static void check_value(const struct field *f, const void *record,
			struct problems *problems)
{
	struct nip nip;

	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NOTE:
		fits(f, field_text(f, record), problems);
		break;
	case FIELD_INT:
	case FIELD_DECIMAL:
	case FIELD_MONEY:
		in_range(f, field_int(f, record), problems);
		break;
	case FIELD_CHOICE:
		if (!choice_find(f->choices, field_text(f, record)))
			problem_add(problems, f->name, _("%s: '%s' is not one of: %s."),
				    _(f->label), field_text(f, record),
				    choice_list(f->choices, problems->arena));
		break;
	case FIELD_NIP:
		if (nip_parse(field_text(f, record), &nip) != NIP_OK)
			problem_add(problems, f->name, "%s",
				    nip_reason(nip_parse(field_text(f, record), &nip)));
		break;
	default:
		break;
	}
}

void record_check_fields(const struct kind *kind, const void *record,
			 struct problems *problems)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!field_is_empty(f, record)) {
			check_value(f, record, problems);
			continue;
		}
		if (f->flags & FIELD_REQUIRED)
			problem_add(problems, f->name, _("%s is missing. Fill it in."),
				    _(f->label));
		else if (f->flags & FIELD_WANTED)
			problem_warn(problems, f->name, _("%s is still empty."),
				     _(f->label));
	}
}
