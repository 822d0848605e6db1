#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/rubric.h"
#include "domain/save.h"
#include "exchange/ready.h"
#include "grid_commands.h"
#include "row_view.h"
#include "store/history.h"

/* The rubrics of the office, with what each can be used for: Enter opens its
 * criteria. */
struct rubrics {
	struct row_view rows;
	struct rubric_row *rubrics;
};

static const struct ui_column columns[] = {
	{ N_("Code"), 10, false, "code" },	 { N_("Title"), 0, false, "title" },
	{ N_("Criteria"), 8, true, "criteria" }, { N_("Weights"), 9, true, "weights" },
	{ N_("State"), 14, false, "state" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static const char *state_of(struct arena *a, const struct rubric_row *r)
{
	if (r->weight != RUBRIC_WHOLE)
		return _("unfinished");
	if (r->scores > 0)
		return _("has scores");
	if (r->programmes > 0)
		return arena_printf(a, P_("%d programme", "%d programmes", r->programmes),
				    (int)r->programmes);
	return _("ready");
}

static void fill_row(struct arena *a, const struct rubric_row *r, struct list_row *row)
{
	row->id = r->id;
	row->style = r->weight == RUBRIC_WHOLE ? STYLE_PLAIN : STYLE_WARN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = r->code;
	row->cells[1] = r->title;
	row->cells[2] = number_int(a, r->criteria);
	row->cells[3] =
		arena_printf(a, "%s %%", number_hundredths(a, r->weight, number_mark()));
	row->cells[4] = state_of(a, r);
}

static bool rubrics_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct rubrics *v = s->state;
	struct list_row *rows;
	size_t count = 0;

	arena_reset(&s->rows);
	if (!rubric_list(app_of(ui)->db, &s->rows, &v->rubrics, &count, err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	for (size_t i = 0; i < count; i++)
		fill_row(&s->rows, &v->rubrics[i], &rows[i]);
	row_view_set(&v->rows, rows, count);
	return true;
}

static bool rubrics_open_screen(struct ui *ui, struct screen *s, const void *argument,
				struct err *err)
{
	struct rubrics *v = s->state;

	(void)argument;
	row_view_init(
		&v->rows, s, columns, COLUMN_COUNT,
		N_("There is no rubric yet. a adds the ready one with six criteria, "
		   "n makes a new one."));
	return rubrics_reload(ui, s, err);
}

static const char *rubrics_title(struct ui *ui, struct screen *s)
{
	return arena_printf(ui_scratch(ui), "%s%s", _("Rubrics"),
			    row_view_filter(ui, s->state));
}

static const struct rubric_row *current(const struct rubrics *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->rows.all_count; i++) {
		if (v->rubrics[i].id == id)
			return &v->rubrics[i];
	}
	return NULL;
}

/* What keeps the rubric with the cursor from being used. */
static const char *rubrics_hint(struct ui *ui, struct screen *s)
{
	const struct rubric_row *r = current(s->state);
	struct arena *a = ui_scratch(ui);

	if (!r || r->weight == RUBRIC_WHOLE)
		return "";
	return arena_printf(a,
			    _("The weights sum to %s percent. They must sum to 100 "
			      "before anything is scored."),
			    number_hundredths(a, r->weight, number_mark()));
}

static bool rubrics_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &rubric_kind;
	*id = row_view_current(s->state);
	return *id != 0;
}

const struct screen_class rubrics_class = {
	.name = "rubrics",
	.context = CONTEXT_RUBRICS,
	.state_size = sizeof(struct rubrics),
	.open = rubrics_open_screen,
	.title = rubrics_title,
	.reload = rubrics_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = rubrics_hint,
	.record = rubrics_record,
};

ui_flags rubrics_open(struct ui *ui, struct screen *s)
{
	const struct rubric_row *r = current(s->state);
	struct list_argument argument = { .kind = &criterion_kind,
					  .parent_field = "rubric" };

	if (!r)
		return UI_NOTHING;
	argument.parent = r->id;
	argument.title = arena_printf(&s->arena, "%s › %s", r->code, _("Criteria"));
	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}

static ui_flags edit(struct ui *ui, struct screen *s, int64_t id, int64_t like)
{
	const struct edit_argument argument = { .kind = &rubric_kind,
						.id = id,
						.like = like };

	return row_view_edit(ui, s->state, &argument);
}

ui_flags rubrics_new(struct ui *ui, struct screen *s)
{
	return edit(ui, s, 0, 0);
}

ui_flags rubrics_edit(struct ui *ui, struct screen *s)
{
	const struct rubric_row *r = current(s->state);

	return r ? edit(ui, s, r->id, 0) : UI_NOTHING;
}

ui_flags rubrics_duplicate(struct ui *ui, struct screen *s)
{
	const struct rubric_row *r = current(s->state);

	return r ? edit(ui, s, 0, r->id) : UI_NOTHING;
}

/* True where the ready one is not there yet, or is wanted again. */
static bool is_wanted(struct ui *ui, const struct rubrics *v)
{
	for (size_t i = 0; i < v->rows.all_count; i++) {
		if (ready_rubric_is(v->rubrics[i].title))
			return ui_confirm(
				ui, arena_printf(ui_scratch(ui),
						 _("The ready rubric is there as %s. Add "
						   "it once more?"),
						 v->rubrics[i].code));
	}
	return true;
}

ui_flags rubrics_ready(struct ui *ui, struct screen *s)
{
	struct rubrics *v = s->state;
	struct err err = { 0 };
	int64_t id = 0;

	if (!is_wanted(ui, v))
		return UI_NOTHING;
	if (!ready_rubric_add(app_of(ui)->db, &id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	v->rows.view.anchor = id;
	ui_say(ui, _("Added. Enter shows its criteria; a programme names it in its form "
		     "  (Ctrl+Z takes it back)"));
	return UI_RELOAD;
}

ui_flags rubrics_delete(struct ui *ui, struct screen *s)
{
	const struct rubric_row *r = current(s->state);
	struct err err = { 0 };

	if (!r ||
	    !ui_confirm(ui, arena_printf(ui_scratch(ui),
					 _("Delete the rubric %s and its criteria?"),
					 r->code)))
		return UI_NOTHING;
	if (!records_remove(app_of(ui)->db, &rubric_kind, &r->id, 1, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui, _("Deleted   (Ctrl+Z takes it back)"));
	return UI_RELOAD;
}
