#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/feedback.h"
#include "domain/improve.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "improve_commands.h"
#include "places.h"
#include "row_view.h"
#include "store/record.h"

/* What a run showed, and what follows from it. */
enum { COLUMN_COUNT = 7, GAPS_MOST = 100 };

struct findings {
	struct row_view rows;
	int64_t programme;
	struct programme p;
	struct finding_row *all;
	size_t count;
};

static const char *actions_shown(struct arena *a, const struct finding_row *f)
{
	if (f->actions == 0)
		return "–";
	return f->open > 0 ? arena_printf(a, _("%d open"), (int)f->open)
			   : number_int(a, f->actions);
}

static void fill_row(struct arena *a, const struct findings *v,
		     const struct finding_row *f, struct list_row *row)
{
	row->id = f->id;
	row->style = f->programme == v->programme ? STYLE_PLAIN : STYLE_DIM;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = f->programme == v->programme
				? number_int(a, f->number)
				: arena_printf(a, "%s %d", f->run, (int)f->number);
	row->cells[1] = choice_label(finding_source_choices, f->source);
	row->cells[2] = choice_label(improvement_kind_choices, f->kind);
	row->cells[3] = f->statement;
	row->cells[4] = number_int(a, f->count);
	row->cells[5] = number_hundredths(a, f->figure, number_mark());
	row->cells[6] = actions_shown(a, f);
}

static bool findings_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct findings *v = s->state;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!record_load(app_of(ui)->db, &programme_kind, v->programme, &v->p, &s->rows,
			 err) ||
	    !finding_list(app_of(ui)->db, v->programme, &s->rows, &v->all, &v->count,
			  err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, v, &v->all[i], &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool findings_open(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	struct findings *v = s->state;
	struct ui_column *c = arena_array(&s->arena, COLUMN_COUNT, sizeof *c);
	bool narrow = ui_columns(ui) < 60;

	v->programme = *(const int64_t *)argument;
	c[0] = (struct ui_column){ N_("No."), narrow ? 3 : 7, true, "number" };
	c[1] = (struct ui_column){ N_("Source"), 8, false, "source" };
	c[2] = (struct ui_column){ N_("Kind"), 9, false, "kind" };
	c[3] = (struct ui_column){ N_("What was found"), 0, false, "finding" };
	c[4] = (struct ui_column){ N_("Said"), 4, true, "count" };
	c[5] = (struct ui_column){ N_("Figure"), 6, true, "figure" };
	c[6] = (struct ui_column){ N_("Actions"), 9, false, "actions" };
	row_view_init(&v->rows, s, c, COLUMN_COUNT,
		      N_("Nothing was found out yet. t reads the comments, b counts "
			 "subjects, g looks for gaps, n writes down what you saw."));
	return findings_reload(ui, s, err);
}

static const char *findings_title(struct ui *ui, struct screen *s)
{
	struct findings *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Findings  %d%s"), v->p.code,
			    (int)v->count, row_view_filter(ui, &v->rows));
}

static const struct finding_row *current(const struct findings *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->count; i++) {
		if (v->all[i].id == id)
			return &v->all[i];
	}
	return NULL;
}

/* What is cut in its row is read here. */
static const char *findings_hint(struct ui *ui, struct screen *s)
{
	const struct findings *v = s->state;
	const struct finding_row *f = current(v);

	(void)ui;
	return f ? f->statement : "";
}

static bool findings_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &finding_kind;
	*id = row_view_current(&((struct findings *)s->state)->rows);
	return *id != 0;
}

const struct screen_class findings_class = {
	.name = "findings",
	.context = CONTEXT_FINDINGS,
	.state_size = sizeof(struct findings),
	.open = findings_open,
	.title = findings_title,
	.reload = findings_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = findings_hint,
	.record = findings_record,
};

ui_flags programme_findings(struct ui *ui, struct screen *s)
{
	int64_t id = programme_id(s);

	ui_run(ui, &findings_class, &id, NULL);
	return UI_RELOAD;
}

static ui_flags edit(struct ui *ui, struct findings *v, int64_t id)
{
	const struct edit_argument argument = { .kind = &finding_kind,
						.id = id,
						.parent_field = "programme",
						.parent = v->programme };

	return row_view_edit(ui, &v->rows, &argument);
}

ui_flags findings_edit(struct ui *ui, struct screen *s)
{
	struct findings *v = s->state;
	int64_t id = row_view_current(&v->rows);

	return id == 0 ? UI_NOTHING : edit(ui, v, id);
}

ui_flags findings_new(struct ui *ui, struct screen *s)
{
	return edit(ui, s->state, 0);
}

/* An action of this run that answers the finding; its form asks for owner,
 * day and decision. */
ui_flags findings_act(struct ui *ui, struct screen *s)
{
	struct findings *v = s->state;
	struct edit_argument argument = { .kind = &improvement_kind,
					  .parent_field = "programme",
					  .parent = v->programme };
	struct err err = { 0 };
	int64_t kept = 0;

	if (row_view_current(&v->rows) == 0)
		return UI_NOTHING;
	if (!improvement_from_finding(app_of(ui)->db, v->programme,
				      row_view_current(&v->rows), &argument.id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_run(ui, &record_edit_class, &argument, &kept);
	if (kept == 0)
		ui_say(ui,
		       _("The action is there, but nobody owns it yet   (Ctrl+Z takes "
			 "it back)"));
	return UI_RELOAD;
}

static ui_flags open_screen(struct ui *ui, struct screen *s,
			    const struct screen_class *class)
{
	ui_run(ui, class, &((struct findings *)s->state)->programme, NULL);
	return UI_RELOAD;
}

ui_flags findings_comments(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &comments_class);
}

ui_flags findings_subjects(struct ui *ui, struct screen *s)
{
	return open_screen(ui, s, &subjects_class);
}

/* Gaps are proposed; what is chosen becomes a finding. */
ui_flags findings_gaps(struct ui *ui, struct screen *s)
{
	struct findings *v = s->state;
	struct ui_choice choices[GAPS_MOST];
	struct gap_row *gaps;
	struct err err = { 0 };
	size_t count;
	int64_t id = 0;
	int at;

	if (!gap_list(app_of(ui)->db, v->programme, ui_scratch(ui), &gaps, &count,
		      &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (count == 0) {
		ui_refuse(ui, _("No gap is known: no objective names a competency that "
				"people still lack, and the tests show none."));
		return UI_NOTHING;
	}
	count = count < GAPS_MOST ? count : GAPS_MOST;
	for (size_t i = 0; i < count; i++)
		choices[i] =
			(struct ui_choice){ gaps[i].statement,
					    gaps[i].finding ? _("found already") : "" };
	at = ui_pick(ui, _("Gaps that stayed"), choices, count, 0);
	if (at < 0)
		return UI_NOTHING;
	if (!finding_from_gap(app_of(ui)->db, v->programme, &gaps[at], &id, &err))
		ui_fail(ui, &err);
	v->rows.view.anchor = id;
	return UI_RELOAD;
}

/* Which session the finding is about. */
ui_flags findings_session(struct ui *ui, struct screen *s)
{
	struct findings *v = s->state;
	const struct list_argument argument = { .kind = &session_kind,
						.parent_field = "programme",
						.parent = v->programme,
						.choose = true };
	struct problems problems = { .arena = ui_scratch(ui) };
	struct finding old, now;
	struct err err = { 0 };
	int64_t session = 0;

	if (row_view_current(&v->rows) == 0)
		return UI_NOTHING;
	ui_run(ui, &record_choose_class, &argument, &session);
	if (session == 0)
		return UI_RELOAD;
	if (!record_load(app_of(ui)->db, &finding_kind, row_view_current(&v->rows), &old,
			 ui_scratch(ui), &err)) {
		ui_fail(ui, &err);
		return UI_RELOAD;
	}
	now = old;
	now.session = session;
	if (!record_save(app_of(ui)->db, &finding_kind, &old, &now, &problems, &err))
		ui_fail(ui, &err);
	else
		ui_say(ui, _("Saved   (Ctrl+Z takes it back)"));
	return UI_RELOAD;
}

ui_flags findings_helped(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "improvement",
		.programme = ((struct findings *)s->state)->p.code,
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

ui_flags findings_delete(struct ui *ui, struct screen *s)
{
	size_t count = row_view_remove(ui, s->state, &finding_kind);

	if (count == 0)
		return UI_NOTHING;
	ui_say(ui,
	       P_("%d record deleted   (Ctrl+Z brings it back)",
		  "%d records deleted   (Ctrl+Z brings them back)", count),
	       (int)count);
	return UI_RELOAD;
}
