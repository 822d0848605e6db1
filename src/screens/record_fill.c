#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/settings.h"
#include "record_edit.h"
#include "store/record.h"

/* What a form begins with before anybody has typed. */

/* What the settings of the office propose. */
static const char *proposed(const struct app *app, const struct field *f)
{
	return strcmp(f->name, "legal_basis") == 0 ? app->settings->legal_basis : "";
}

/* A value that the program proposes counts as nothing typed. */
static void propose(struct record_edit *e, size_t i, const char *text)
{
	struct form_value *v = &e->base.values.values[i];

	form_value_set(&e->base.values, i, text);
	v->loaded = arena_strdup(e->base.values.arena, text);
	v->preset = true;
}

static void fill_new(struct record_edit *e)
{
	for (size_t i = 0; i < e->base.def->entry_count; i++) {
		const struct form_entry *entry = &e->base.def->entries[i];
		const struct last_value *last = last_value(e->base.app, entry->field);
		const char *text = entry->initial;

		if (e->argument.begins && *e->base.values.values[i].text != '\0')
			continue;
		if ((entry->flags & ENTRY_REPEAT) && last) {
			propose(e, i, last->text);
			if (last->id != 0) {
				form_value_choose(&e->base.values, i, last->id,
						  last->text);
				e->base.values.values[i].loaded_id = last->id;
			}
			continue;
		}
		if (*text == '\0')
			text = proposed(e->base.app, entry->field);
		if (*text != '\0')
			propose(e, i, text);
	}
}

/* What the opener knows it is called. */
static void fill_name(struct record_edit *e)
{
	for (size_t i = 0; i < e->base.def->entry_count; i++) {
		if (strcmp(e->base.def->entries[i].field->name,
			   e->argument.kind->title) == 0)
			form_value_set(&e->base.values, i, e->argument.name);
	}
	e->argument.name = NULL;
}

/* What a kind lets its copies begin with is taken along with the fields that
 * no entry shows. */
static bool load_like(struct record_edit *e, void *like, struct arena *arena,
		      struct err *err)
{
	const struct kind *kind = e->argument.kind;

	if (!record_load(e->base.app->db, kind, e->argument.like, like, arena, err))
		return false;
	if (!kind->like)
		return true;
	if (!kind->like(e->base.app->db, like, arena, err))
		return false;
	record_set_id(like, 0);
	memcpy(e->old, like, kind->size);
	memcpy(e->now, like, kind->size);
	return true;
}

/* Begin with another record's values; its key is for the user to change. */
static bool fill_like(struct record_edit *e, struct arena *arena, struct err *err)
{
	void *like = arena_alloc(arena, e->argument.kind->size);
	struct form_values values;

	if (!load_like(e, like, arena, err) ||
	    !form_values_load(&values, e->base.def, like, &e->base.app->references, arena,
			      err))
		return false;
	for (size_t i = 0; i < e->base.def->entry_count; i++) {
		const struct field *f = e->base.def->entries[i].field;

		propose(e, i, values.values[i].text);
		if (f->type == FIELD_REF) {
			form_value_choose(&e->base.values, i, field_int(f, like),
					  values.values[i].text);
			e->base.values.values[i].loaded_id = field_int(f, like);
		}
	}
	return true;
}

const struct field *edit_given_field(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_REF && (f->flags & FIELD_KEY) &&
		    !(f->flags & FIELD_PARENT))
			return f;
	}
	return NULL;
}

bool record_edit_fill(struct record_edit *e, struct arena *arena, struct err *err)
{
	if (e->argument.id == 0)
		fill_new(e);
	if (e->argument.name)
		fill_name(e);
	if (e->argument.like != 0 && !fill_like(e, arena, err))
		return false;
	e->argument.like = 0;
	return true;
}
