#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/kinds.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "store/history.h"
#include "store/record.h"

/* A key taken apart. */
struct draft {
	const struct kind *kind; /* NULL: this version does not know it */
	long long first, second, third;
	bool is_sheet;
};

const char *draft_key_form(const struct edit_argument *of, struct arena *arena)
{
	int64_t about = of->id ? of->id : -of->parent;

	return arena_printf(arena, of->like ? "%s:%lld:%lld" : "%s:%lld", of->kind->name,
			    (long long)about, (long long)of->like);
}

const char *draft_key_sheet(const struct feedback_argument *of, struct arena *arena)
{
	return arena_printf(arena, "sheet:%lld:%lld:%lld", (long long)of->programme,
			    (long long)of->number, (long long)of->questionnaire);
}

static struct draft parse(const char *key, struct arena *arena)
{
	size_t length = strcspn(key, ":");
	struct draft d = { .kind = kind_find(arena_strndup(arena, key, length)) };
	char *end = NULL;

	if (key[length] == ':')
		d.first = strtoll(key + length + 1, &end, 10);
	if (end && *end == ':')
		d.second = strtoll(end + 1, &end, 10);
	if (end && *end == ':')
		d.third = strtoll(end + 1, NULL, 10);
	d.is_sheet = strncmp(key, "sheet:", 6) == 0;
	return d;
}

bool draft_label(struct app *app, const char *key, struct arena *arena,
		 const char **label, struct err *err)
{
	struct draft d = parse(key, arena);
	const struct kind *named = d.is_sheet ? &programme_kind : d.kind;
	const char *name = "";

	if (d.first > 0 && named &&
	    !reference_label(app->db, named, d.first, arena, &name, err))
		return false;
	if (d.is_sheet)
		*label = arena_printf(arena, _("Feedback sheet %d  %s"), (int)d.second,
				      name);
	else if (*name == '\0')
		*label = arena_printf(arena, _("%s, new"),
				      d.kind ? _(d.kind->label) : key);
	else
		*label = arena_printf(arena, "%s  %s", _(d.kind->label), name);
	return true;
}

/* The field that says to which record a new one belongs. */
static const char *parent_field(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_PARENT)
			return f->name;
	}
	return NULL;
}

/* False where the record that the draft changes, or is part of, is no more. */
static bool has_place(struct ui *ui, const struct draft *d)
{
	const struct kind *kind = d->is_sheet ? &programme_kind : d->kind;
	const char *parent = d->first < 0 && !d->is_sheet ? parent_field(kind) : NULL;
	int64_t id = d->first;
	void *record;
	struct err err = { 0 };

	if (parent) {
		kind = kind_find(kind_field(kind, parent)->refers);
		id = -d->first;
	}
	if (id == 0)
		return true;
	record = arena_alloc(ui_scratch(ui), kind->size);
	return record_load(app_of(ui)->db, kind, id, record, ui_scratch(ui), &err) ||
	       err.code != ERR_NOT_FOUND;
}

static void forget_asked(struct ui *ui, const char *key)
{
	struct err err = { 0 };

	if (ui_confirm(ui, _("The record this belonged to is gone. Forget what was "
			     "typed?")) &&
	    !draft_drop(app_of(ui)->db, key, &err))
		ui_fail(ui, &err);
}

void draft_open(struct ui *ui, const char *key)
{
	struct draft d = parse(key, ui_scratch(ui));
	const struct feedback_argument sheet = { .programme = d.first,
						 .questionnaire = d.third,
						 .number = d.second };
	struct edit_argument form = { .kind = d.kind, .like = d.second };

	if (!d.is_sheet && !d.kind)
		return;
	if (!has_place(ui, &d)) {
		forget_asked(ui, key);
		return;
	}
	if (d.is_sheet) {
		ui_run(ui, &feedback_class, &sheet, NULL);
		return;
	}
	if (d.first > 0) {
		form.id = d.first;
	} else if (d.first < 0) {
		form.parent_field = parent_field(d.kind);
		form.parent = -d.first;
	}
	ui_run(ui, &record_edit_class, &form, NULL);
}
