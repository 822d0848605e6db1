#include "domain/criteria.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "list_commands.h"
#include "record_edit.h"

/*
 * Query by example: the form of a kind, empty; what is typed into it are
 * conditions (domain/criteria.h). What was asked before stands in it again.
 */
struct record_query {
	struct form_screen base;
	struct query_argument argument;
};

/* The entries as they were typed for `query`. */
static bool load_values(struct app *app, const struct kind *kind,
			const struct list_query *query, struct form_values *values,
			struct arena *arena, struct err *err)
{
	void *empty = arena_alloc(arena, kind->size);

	record_init(kind, empty);
	if (!form_values_load(values, form_set_find(&app->forms, kind->name), empty,
			      &app->references, arena, err))
		return false;
	form_values_from_draft(values, query->typed);
	return true;
}

/* The entries into conditions; with errors in `problems` *query stays. */
static bool understand(struct app *app, const struct form_values *values,
		       struct list_query *query, struct problems *problems,
		       struct err *err)
{
	const struct form_def *def = values->def;
	struct criteria c;
	const char *summary = "";

	criteria_init(&c, app->db, def->kind, query->arena);
	for (size_t i = 0; i < def->entry_count; i++) {
		const char *text = values->values[i].text;

		if (!criteria_add(&c, def->entries[i].field, text, problems, err))
			return false;
		if (*text != '\0')
			summary = arena_printf(query->arena, "%s  %s: %s", summary,
					       _(def->entries[i].label), text);
	}
	if (problems->errors)
		return true;
	query->typed = form_values_to_draft(values, query->arena);
	query->summary = summary;
	query->terms = c.terms;
	query->term_count = c.count;
	return true;
}

bool query_add(struct app *app, const struct kind *kind, struct list_query *query,
	       const struct field *field, const char *text, struct err *err)
{
	struct problems problems = { .arena = query->arena };
	struct form_values values;

	if (!load_values(app, kind, query, &values, query->arena, err))
		return false;
	for (size_t i = 0; i < values.def->entry_count; i++) {
		if (values.def->entries[i].field == field)
			form_value_set(&values, i, text);
	}
	if (!understand(app, &values, query, &problems, err))
		return false;
	return problems.errors == 0 ||
	       err_set(err, ERR_INPUT, "%s", problem_first_error(&problems)->text);
}

static bool query_open(struct ui *ui, struct screen *s, const void *argument,
		       struct err *err)
{
	struct record_query *q = s->state;

	q->argument = *(const struct query_argument *)argument;
	q->base.app = app_of(ui);
	q->base.ui = ui;
	if (!load_values(q->base.app, q->argument.kind, q->argument.query,
			 &q->base.values, &s->arena, err))
		return false;
	q->base.def = q->base.values.def;
	q->base.view = form_view_open(ui, s, &q->base.values, err);
	return q->base.view != NULL;
}

static const char *query_title(struct ui *ui, struct screen *s)
{
	struct record_query *q = s->state;

	return arena_printf(ui_scratch(ui), _("%s › find by example"),
			    _(q->base.def->titles));
}

static const char *query_hint(struct ui *ui, struct screen *s)
{
	struct record_query *q = s->state;
	const char *problem =
		q->base.values.values[form_view_current(q->base.view)].problem;

	(void)ui;
	return *problem != '\0' ? problem
				: _("part of a text, a value, > < <> = (empty), 1..9, "
				    "a|b, * and ?");
}

ui_flags query_run(struct ui *ui, struct screen *s)
{
	struct record_query *q = s->state;
	struct problems problems = { .arena = &s->arena };
	struct err err = { 0 };
	size_t first;

	if (!understand(q->base.app, &q->base.values, q->argument.query, &problems,
			&err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (problems.errors == 0) {
		s->result = 1;
		return UI_CLOSE;
	}
	first = form_values_mark(&q->base.values, &problems);
	if (first < q->base.def->entry_count)
		form_view_focus(q->base.view, first);
	ui_refuse(ui, "%s", problem_first_error(&problems)->text);
	return UI_NOTHING;
}

ui_flags query_clear(struct ui *ui, struct screen *s)
{
	struct record_query *q = s->state;

	(void)ui;
	for (size_t i = 0; i < q->base.def->entry_count; i++)
		form_view_replace(q->base.view, i, "");
	return UI_NOTHING;
}

static ui_flags query_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct record_query *q = s->state;

	if (key == UI_KEY_HANGUP || key == UI_KEY_IDLE)
		return UI_NOTHING;
	if (key == UI_KEY_ENTER && form_view_at_last(q->base.view))
		return query_run(ui, s);
	return form_view_key(ui, q->base.view, key);
}

const struct screen_class record_query_class = {
	.name = "query",
	.context = CONTEXT_QUERY,
	.state_size = sizeof(struct record_query),
	.open = query_open,
	.title = query_title,
	.draw = form_draw,
	.key = query_key,
	.grabs = form_grabs,
	.hint = query_hint,
	.close = form_close,
};
