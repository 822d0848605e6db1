#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "form/form.h"

static bool load_value(struct form_values *v, size_t i, const void *record,
		       const struct form_references *refs, struct err *err)
{
	const struct form_entry *e = &v->def->entries[i];
	const char *text = "";

	if (e->field->type == FIELD_REF) {
		v->values[i].loaded_id = field_int(e->field, record);
		if (!refs->label(refs->context, e->field, v->values[i].loaded_id,
				 v->arena, &text, err))
			return false;
	} else if (e->field->type == FIELD_NIP) {
		text = field_text(e->field, record);
	} else {
		text = field_to_shown(e->field, record, v->arena);
	}
	v->values[i].loaded = arena_strdup(v->arena, text);
	v->values[i].text = arena_strdup(v->arena, text);
	v->values[i].problem = "";
	return true;
}

bool form_values_load(struct form_values *v, const struct form_def *def,
		      const void *record, const struct form_references *refs,
		      struct arena *arena, struct err *err)
{
	*v = (struct form_values){ .def = def, .arena = arena };
	v->values = arena_array(arena, def->entry_count + 1, sizeof *v->values);
	for (size_t i = 0; i < def->entry_count; i++) {
		if (!load_value(v, i, record, refs, err))
			return false;
	}
	return true;
}

void form_value_set(struct form_values *v, size_t entry, const char *text)
{
	BUG_ON(entry >= v->def->entry_count);
	if (strcmp(v->values[entry].text, text) != 0)
		v->values[entry].text = arena_strdup(v->arena, text);
}

void form_value_choose(struct form_values *v, size_t entry, int64_t id, const char *text)
{
	form_value_set(v, entry, text);
	v->values[entry].chosen = id;
	v->values[entry].chosen_text = arena_strdup(v->arena, text);
}

static bool is_chosen(const struct form_value *v)
{
	return v->chosen_text && strcmp(v->text, v->chosen_text) == 0;
}

/* Another text, or another record that is called the same. */
static bool is_touched(const struct form_value *v)
{
	return strcmp(v->text, v->loaded) != 0 ||
	       (is_chosen(v) && v->chosen != v->loaded_id);
}

bool form_values_changed(const struct form_values *v)
{
	for (size_t i = 0; i < v->def->entry_count; i++) {
		if (is_touched(&v->values[i]))
			return true;
	}
	return false;
}

static void note_problem(struct form_values *v, size_t i, const struct problems *problems)
{
	const struct problem *p = problem_of(problems, v->def->entries[i].field->name);

	v->values[i].problem = p ? arena_strdup(v->arena, p->text) : "";
	v->values[i].warning = p && p->warning;
}

static bool take_reference(struct form_values *v, size_t i, void *record,
			   const struct form_references *refs, struct problems *problems,
			   struct err *err)
{
	const struct field *f = v->def->entries[i].field;
	int64_t id = field_int(f, record);

	/* What was loaded and not touched needs no search. */
	if (id != 0 && !is_touched(&v->values[i]))
		return true;
	if (is_chosen(&v->values[i])) {
		field_set_int(f, record, v->values[i].chosen);
		return true;
	}
	if (!refs->resolve(refs->context, f, v->values[i].text, &id, problems, err))
		return false;
	field_set_int(f, record, id);
	return true;
}

bool form_value_take(struct form_values *v, size_t entry, void *record,
		     const struct form_references *refs, struct problems *problems,
		     struct err *err)
{
	const struct form_entry *e = &v->def->entries[entry];
	const char *typed = v->values[entry].text;

	BUG_ON(entry >= v->def->entry_count);
	if (e->field->type == FIELD_REF) {
		if (!take_reference(v, entry, record, refs, problems, err))
			return false;
	} else {
		field_from_typed(e->field, record, typed, v->arena, problems);
	}
	if ((e->flags & ENTRY_REQUIRED) && *text_clean_line(v->arena, typed) == '\0' &&
	    !problem_of(problems, e->field->name))
		problem_add(problems, e->field->name, _("%s is missing. Fill it in."),
			    _(e->label));
	note_problem(v, entry, problems);
	return true;
}

bool form_values_take(struct form_values *v, void *record,
		      const struct form_references *refs, struct problems *problems,
		      struct err *err)
{
	for (size_t i = 0; i < v->def->entry_count; i++) {
		if (!form_value_take(v, i, record, refs, problems, err))
			return false;
	}
	return true;
}

size_t form_values_mark(struct form_values *v, const struct problems *problems)
{
	size_t first = v->def->entry_count;

	for (size_t i = 0; i < v->def->entry_count; i++) {
		note_problem(v, i, problems);
		if (first == v->def->entry_count && *v->values[i].problem != '\0' &&
		    !v->values[i].warning)
			first = i;
	}
	return first;
}

/* Backslash, tab and line break would end a line of the draft. */
static const char *escaped(const char *text, struct arena *arena)
{
	char *out = arena_alloc(arena, 2 * strlen(text) + 1), *put = out;

	for (; *text != '\0'; text++) {
		if (*text == '\\' || *text == '\n' || *text == '\t') {
			*put++ = '\\';
			*put++ = *text == '\n' ? 'n' : *text == '\t' ? 't' : '\\';
		} else {
			*put++ = *text;
		}
	}
	return out;
}

static const char *unescaped(const char *text, size_t length, struct arena *arena)
{
	char *out = arena_alloc(arena, length + 1), *put = out;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\' && i + 1 < length) {
			i++;
			*put++ = text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i];
		} else {
			*put++ = text[i];
		}
	}
	return out;
}

/* What stands in the draft as the value that was typed over. */
static const char *stored_before(const struct form_value *one)
{
	return one->begun ? "" : one->loaded;
}

static int64_t record_meant(const struct form_value *one)
{
	if (is_chosen(one))
		return one->chosen;
	return one->begun && !is_touched(one) ? one->loaded_id : 0;
}

const char *form_values_to_draft(const struct form_values *v, struct arena *arena)
{
	bool any = form_values_changed(v);
	const char *draft = "";

	for (size_t i = 0; i < v->def->entry_count; i++) {
		const struct form_value *one = &v->values[i];

		if (!is_touched(one) && !(any && one->begun))
			continue;
		draft = arena_printf(
			arena, "%s%s\t%s\t%lld\t%s\n", draft,
			v->def->entries[i].field->name, escaped(one->text, arena),
			(long long)record_meant(one), escaped(stored_before(one), arena));
	}
	return draft;
}

static size_t entry_named(const struct form_def *def, const char *name, size_t length)
{
	size_t i = 0;

	while (i < def->entry_count &&
	       (strlen(def->entries[i].field->name) != length ||
		strncmp(def->entries[i].field->name, name, length) != 0))
		i++;
	return i;
}

/* The next part of a line, up to its tab or end; *at is moved behind it. */
static const char *next_part(const char **at, struct arena *arena)
{
	size_t length = strcspn(*at, "\t\n");
	const char *part = unescaped(*at, length, arena);

	*at += length + ((*at)[length] == '\t');
	return part;
}

/* The text of an entry; false where the record holds another value than the
 * one that was typed over. */
static bool take_line(struct form_values *v, size_t i, const char *rest)
{
	struct form_value *value = &v->values[i];
	const char *text = next_part(&rest, v->arena);
	int64_t id = strtoll(next_part(&rest, v->arena), NULL, 10);
	const char *loaded = next_part(&rest, v->arena);

	if (id != 0)
		form_value_choose(v, i, id, text);
	else
		form_value_set(v, i, text);
	if (strcmp(loaded, stored_before(value)) == 0)
		return true;
	value->problem =
		arena_printf(v->arena, _("'%s' is stored here now; you typed over '%s'."),
			     value->loaded, loaded);
	value->warning = true;
	return false;
}

bool form_values_from_draft(struct form_values *v, const char *draft)
{
	bool same = true;

	while (*draft != '\0') {
		size_t line = strcspn(draft, "\n"), name = strcspn(draft, "\t\n");
		size_t i = entry_named(v->def, draft, name);

		if (i < v->def->entry_count && name < line)
			same = take_line(v, i, draft + name + 1) && same;
		draft += line + (draft[line] == '\n');
	}
	return same;
}
