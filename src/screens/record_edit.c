#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/reference.h"
#include "domain/revision.h"
#include "domain/save.h"
#include "draft.h"
#include "list_commands.h"
#include "record_edit.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

/* A copy of another record has a draft of its own. */
static const char *draft_key(struct record_edit *e, struct arena *arena)
{
	struct edit_argument of = e->argument;

	of.like = e->copied;
	return draft_key_form(&of, arena);
}

/* False where the draft could not be stored: what is typed must stay here. */
static bool keep_draft(struct record_edit *e)
{
	struct arena *scratch = ui_scratch(e->base.ui);
	const char *draft = form_values_to_draft(&e->base.values, scratch);
	const char *stored = "";
	struct err err = { 0 };

	if (db_is_read_only(e->base.app->db))
		return true;
	/* Another program may have taken it away in between. */
	if (strcmp(draft, e->kept) == 0 &&
	    (*draft == '\0' ||
	     (draft_get(e->base.app->db, draft_key(e, scratch), scratch, &stored, &err) &&
	      strcmp(stored, draft) == 0)))
		return true;
	if (*draft == '\0'
		    ? draft_drop(e->base.app->db, draft_key(e, scratch), &err)
		    : draft_put(e->base.app->db, draft_key(e, scratch), draft, &err)) {
		e->kept = arena_strdup(e->base.values.arena, draft);
		return true;
	}
	ui_fail(e->base.ui, &err);
	return false;
}

static void drop_draft(struct record_edit *e)
{
	struct err err = { 0 };

	if (*e->kept != '\0' &&
	    !draft_drop(e->base.app->db, draft_key(e, ui_scratch(e->base.ui)), &err))
		ui_fail(e->base.ui, &err);
	e->kept = "";
}

static bool load(struct record_edit *e, struct screen *s, struct err *err)
{
	const struct kind *kind = e->argument.kind;
	const struct edit_argument *a = &e->argument;

	e->old = arena_alloc(&s->arena, kind->size);
	e->now = arena_alloc(&s->arena, kind->size);
	record_init(kind, e->old);
	if (a->id == 0 && a->begins)
		memcpy(e->old, a->begins, kind->size);
	if (a->id != 0 &&
	    !record_load(e->base.app->db, kind, a->id, e->old, &s->arena, err))
		return false;
	if (a->id == 0 && a->parent_field)
		field_set_int(kind_field(kind, a->parent_field), e->old, a->parent);
	if (a->id == 0 && a->given != 0)
		field_set_int(edit_given_field(kind), e->old, a->given);
	memcpy(e->now, e->old, kind->size);
	e->label = "";
	if ((a->id != 0 || a->given != 0) &&
	    !record_label(e->base.app->db, kind, e->old, &s->arena, &e->label, err))
		return false;
	if (!form_values_load(&e->base.values, e->base.def, e->old,
			      &e->base.app->references, &s->arena, err))
		return false;
	for (size_t i = 0; a->id == 0 && a->begins && i < e->base.def->entry_count; i++)
		e->base.values.values[i].begun = *e->base.values.values[i].text != '\0';
	return true;
}

static bool bring_draft(struct record_edit *e, struct err *err)
{
	if (!draft_get(e->base.app->db, draft_key(e, ui_scratch(e->base.ui)),
		       e->base.values.arena, &e->kept, err))
		return false;
	if (*e->kept == '\0')
		return true;
	if (form_values_from_draft(&e->base.values, e->kept))
		ui_say(e->base.ui,
		       _("What you had typed before is back. F10 saves it, Ctrl+U "
			 "takes a field back."));
	else
		ui_say(e->base.ui,
		       _("What you had typed is back, but what is marked with ? was "
			 "changed since. Compare, then F10 saves yours."));
	return true;
}

/* As the user leaves a field: what is right is shown in full, what is wrong
 * is marked; the cursor goes on in both cases. */
static bool leave(void *context, size_t i)
{
	struct record_edit *e = context;
	const struct field *f = e->base.def->entries[i].field;
	struct problems problems = { .arena = e->base.values.arena };
	struct err err = { 0 };
	const char *shown = "";

	form_dates_take_year(&e->base.values);
	if (!form_value_take(&e->base.values, i, e->now, &e->base.app->references,
			     &problems, &err)) {
		ui_fail(e->base.ui, &err);
		return true;
	}
	if (problems.errors) {
		if (*e->base.values.values[i].text == '\0')
			e->base.values.values[i].problem = "";
		else
			ui_say(e->base.ui, "%s", problem_first_error(&problems)->text);
		return true;
	}
	if (strcmp(e->base.values.values[i].text, e->base.values.values[i].loaded) == 0)
		return true;
	if (f->type == FIELD_NIP)
		shown = field_text(f, e->now);
	else if (!reference_shown(e->base.app->db, f, e->now, e->base.values.arena,
				  &shown, &err))
		return true;
	form_value_set(&e->base.values, i, shown);
	keep_draft(e);
	return true;
}

/* "Save and add another one like it" that was left is what "new" goes on with;
 * a copy with what belongs to it is another thing. */
static bool resume_copy(struct record_edit *e, struct err *err)
{
	struct edit_argument *a = &e->argument;

	if (a->id != 0 || a->like != 0 || a->name || a->kind->like || a->kind->copied)
		return true;
	return draft_find_copy(e->base.app, a, ui_scratch(e->base.ui), &a->like, err);
}

/* What is known already is not typed again. */
static size_t first_empty(const struct form_values *values)
{
	for (size_t i = 0; i < values->def->entry_count; i++) {
		if (*values->values[i].text == '\0')
			return i;
	}
	return 0;
}

static bool start(struct record_edit *e, struct ui *ui, struct screen *s, struct err *err)
{
	e->kept = "";
	if (!resume_copy(e, err))
		return false;
	e->copied = e->argument.like;
	if (!load(e, s, err) || !record_edit_fill(e, &s->arena, err) ||
	    !bring_draft(e, err))
		return false;
	e->base.view = form_view_open(ui, s, &e->base.values, err);
	if (!e->base.view)
		return false;
	form_view_on_leave(e->base.view, leave, e);
	if (e->copied != 0 && e->argument.kind->copied)
		form_view_focus(e->base.view, form_first_open_date(&e->base.values));
	if (e->argument.begins)
		form_view_focus(e->base.view, first_empty(&e->base.values));
	return true;
}

static bool edit_open_screen(struct ui *ui, struct screen *s, const void *argument,
			     struct err *err)
{
	struct record_edit *e = s->state;

	e->argument = *(const struct edit_argument *)argument;
	e->base.app = app_of(ui);
	e->base.ui = ui;
	e->base.def = form_set_find(&e->base.app->forms, e->argument.kind->name);
	return start(e, ui, s, err);
}

static const char *edit_title(struct ui *ui, struct screen *s)
{
	struct record_edit *e = s->state;

	(void)s;
	return arena_printf(ui_scratch(ui), "%s  %s%s", _(e->base.def->title),
			    *e->label != '\0' ? e->label : _("new"),
			    form_values_changed(&e->base.values) ? "  *" : "");
}

/* Put what was wrong in front of the user. */
static void show_problems(struct record_edit *e, const struct problems *problems)
{
	size_t first = form_values_mark(&e->base.values, problems);
	const struct problem *p = problem_first_error(problems);

	if (first < e->base.def->entry_count)
		form_view_focus(e->base.view, first);
	form_values_mark(&e->base.values, problems);
	ui_refuse(e->base.ui, "%s", p ? p->text : "");
}

static void remember_all(struct record_edit *e)
{
	for (size_t i = 0; i < e->base.def->entry_count; i++) {
		const struct field *f = e->base.def->entries[i].field;

		remember_value(e->base.app, f, e->base.values.values[i].text,
			       f->type == FIELD_REF ? field_int(f, e->now) : 0);
	}
}

/* The first `most` notes, and how many more there are. */
static const char *notes_text(struct record_edit *e, const struct problems *problems,
			      size_t most)
{
	struct arena *a = ui_scratch(e->base.ui);
	const char *all =
		arena_printf(a, _("Saved, with %d notes."), (int)problems->warnings);
	size_t told = 0, left;

	for (const struct problem *p = problems->first; p && told < most; p = p->next) {
		if (p->warning)
			all = arena_printf(a, "%s  %d: %s", all, (int)++told, p->text);
	}
	left = problems->warnings - told;
	if (left > 0)
		all = arena_printf(a, P_("%s  … and %d more", "%s  … and %d more", left),
				   all, (int)left);
	return all;
}

/* All notes that the two rows of the message hold. */
static void tell_saved(struct record_edit *e, const struct problems *problems)
{
	struct ui *ui = e->base.ui;
	size_t most = problems->warnings;
	const char *all, **lines;

	if (most < 2) {
		if (most == 1)
			ui_say(ui, _("Saved. Note: %s"), problems->first->text);
		else
			ui_say(ui, _("Saved   (Ctrl+Z takes it back)"));
		return;
	}
	all = notes_text(e, problems, most);
	while (most > 1 && text_wrap(ui_scratch(ui), all, ui_columns(ui), &lines) > 2)
		all = notes_text(e, problems, --most);
	ui_say(ui, "%s", all);
}

/* A copy takes along what belongs to the record, as questions to theirs. */
static bool write_copy(struct record_edit *e, struct problems *problems, struct err *err)
{
	struct db *db = e->base.app->db;
	const struct kind *kind = e->argument.kind;

	if (!action_begin(db,
			  arena_printf(ui_scratch(e->base.ui), _("%s duplicated"),
				       _(kind->label)),
			  err))
		return false;
	if (record_save(db, kind, NULL, e->now, problems, err) &&
	    (problems->errors ||
	     record_copy_children(db, kind, e->copied, record_id(e->now), err))) {
		if (problems->errors == 0)
			return action_commit(db, err);
		action_rollback(db);
		return true;
	}
	action_rollback(db);
	return false;
}

/* Write what was typed, as a part of a design or by itself. */
static bool write(struct record_edit *e, struct problems *problems, struct err *err)
{
	struct app *app = e->base.app;
	const void *old = e->argument.id ? e->old : NULL;
	struct design_edit edit = { .programme = e->argument.run,
				    .kind = e->argument.kind };

	if (e->argument.run != 0)
		return design_reason(e->base.ui, &edit, err) &&
		       design_part_save(app->db, &edit, old, e->now, problems, err);
	if (e->copied == 0 || old)
		return record_save(app->db, e->argument.kind, old, e->now, problems, err);
	return write_copy(e, problems, err);
}

/* True where the record is stored. */
static bool save(struct record_edit *e)
{
	struct problems problems = { .arena = e->base.values.arena };
	struct err err = { 0 };

	memcpy(e->now, e->old, e->argument.kind->size);
	form_dates_take_year(&e->base.values);
	if (!form_values_take(&e->base.values, e->now, &e->base.app->references,
			      &problems, &err)) {
		ui_fail(e->base.ui, &err);
		return false;
	}
	if (problems.errors == 0 && !write(e, &problems, &err)) {
		if (err.code != ERR_NONE)
			ui_fail(e->base.ui, &err);
		return false;
	}
	if (problems.errors) {
		show_problems(e, &problems);
		return false;
	}
	remember_all(e);
	drop_draft(e);
	tell_saved(e, &problems);
	return true;
}

/* The same screen with another record, or with a new one. */
static bool restart(struct record_edit *e, struct screen *s, int64_t id)
{
	struct err err = { 0 };

	form_view_close(e->base.view);
	e->argument.id = id;
	if (start(e, e->base.ui, s, &err))
		return true;
	ui_fail(e->base.ui, &err);
	return false;
}

ui_flags form_save(struct ui *ui, struct screen *s)
{
	struct record_edit *e = s->state;

	(void)ui;
	if (!save(e))
		return UI_NOTHING;
	s->result = record_id(e->now);
	return UI_RELOAD | UI_CLOSE;
}

/* Enter in the last field: save, and begin the next where it was new. */
static ui_flags finish(struct record_edit *e, struct screen *s)
{
	bool was_new = e->argument.id == 0 && e->argument.given == 0;

	if (!save(e))
		return UI_NOTHING;
	s->result = record_id(e->now);
	if (!was_new)
		return UI_RELOAD | UI_CLOSE;
	return restart(e, s, 0) ? UI_RELOAD : UI_RELOAD | UI_CLOSE;
}

static ui_flags edit_screen_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct record_edit *e = s->state;

	if (key == UI_KEY_HANGUP || key == UI_KEY_IDLE)
		return keep_draft(e) ? UI_NOTHING : UI_UNKEPT;
	if (key == UI_KEY_ENTER && form_view_at_last(e->base.view))
		return finish(e, s);
	return form_view_key(ui, e->base.view, key);
}

ui_flags form_cancel(struct ui *ui, struct screen *s)
{
	struct record_edit *e = s->state;

	if (!keep_draft(e))
		return UI_NOTHING;
	if (*e->kept != '\0')
		ui_say(ui, _("Not saved, but kept: it is there when you open this form "
			     "again."));
	return UI_CLOSE;
}

ui_flags form_discard(struct ui *ui, struct screen *s)
{
	struct record_edit *e = s->state;

	for (size_t i = 0; i < e->base.def->entry_count; i++)
		form_view_replace(e->base.view, i, e->base.values.values[i].loaded);
	drop_draft(e);
	ui_say(ui, _("What was typed here is forgotten   (Ctrl+Z brings it back)"));
	return UI_NOTHING;
}

/* Save, and begin another one with the same values. */
ui_flags form_duplicate(struct ui *ui, struct screen *s)
{
	struct record_edit *e = s->state;

	(void)ui;
	if ((form_values_changed(&e->base.values) || e->argument.id == 0) && !save(e))
		return UI_NOTHING;
	s->result = record_id(e->now);
	e->argument.like = s->result;
	e->argument.given = 0;
	return restart(e, s, 0) ? UI_RELOAD : UI_RELOAD | UI_CLOSE;
}

/* Save, and go to the neighbour in the order of the list it came from; the
 * cursor stays on the entry. */
static ui_flags neighbour(struct ui *ui, struct screen *s, enum select_from from)
{
	struct record_edit *e = s->state;
	const struct edit_argument *a = &e->argument;
	struct select select = { .kind = a->kind,
				 .parent = a->parent_field,
				 .parent_id = a->parent };
	struct rows rows = { NULL, 0 };
	struct err err = { 0 };
	int64_t here = a->id;
	size_t entry = form_view_current(e->base.view);

	if (a->among)
		select = *a->among;
	if (form_values_changed(&e->base.values) || here == 0) {
		if (!save(e))
			return UI_NOTHING;
		here = s->result = record_id(e->now);
	}
	if (!select_page(e->base.app->db, &select, from, here, 1, ui_scratch(ui), &rows,
			 &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (rows.count == 0)
		ui_say(ui, _("There is no further record on this side."));
	else
		s->result = here = record_id(rows.rows);
	if (!restart(e, s, here))
		return UI_RELOAD | UI_CLOSE;
	form_view_focus(e->base.view, entry);
	return UI_RELOAD;
}

ui_flags form_next(struct ui *ui, struct screen *s)
{
	return neighbour(ui, s, SELECT_AFTER);
}

ui_flags form_previous(struct ui *ui, struct screen *s)
{
	return neighbour(ui, s, SELECT_BEFORE);
}

const struct screen_class record_edit_class = {
	.name = "form",
	.context = CONTEXT_FORM,
	.state_size = sizeof(struct record_edit),
	.open = edit_open_screen,
	.title = edit_title,
	.draw = form_draw,
	.key = edit_screen_key,
	.grabs = form_grabs,
	.hint = form_hint,
	.close = form_close,
};
