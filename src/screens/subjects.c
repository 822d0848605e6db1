#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/improve.h"
#include "domain/programme.h"
#include "improve_commands.h"
#include "row_view.h"
#include "store/record.h"

/* How many would give each subject less or more time, repair or drop it, or
 * begin it. Rows are numbered. */
enum { COLUMN_COUNT = SUBJECT_KINDS + 2 };

struct subjects {
	struct row_view rows;
	int64_t programme;
	struct programme p;
	struct subject_row *all;
	size_t count;
};

static void fill_row(struct arena *a, const struct subject_row *r, int64_t number,
		     struct list_row *row)
{
	row->id = number;
	row->style = STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = arena_printf(a, "%s%s", r->subject, r->finding ? " *" : "");
	for (size_t k = 0; k < SUBJECT_KINDS; k++)
		row->cells[k + 1] = r->counts[k] ? number_int(a, r->counts[k]) : "";
	row->cells[SUBJECT_KINDS + 1] = number_int(a, r->said);
}

static bool subjects_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct subjects *v = s->state;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!record_load(app->db, &programme_kind, v->programme, &v->p, &s->rows, err) ||
	    !subject_list(app->db, v->programme, app->settings->feedback_minimum,
			  &s->rows, &v->all, &v->count, err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, &v->all[i], (int64_t)i + 1, &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool subjects_open(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	struct subjects *v = s->state;
	struct ui_column *c = arena_array(&s->arena, COLUMN_COUNT, sizeof *c);

	v->programme = *(const int64_t *)argument;
	c[0] = (struct ui_column){ N_("Subject"), 0, false, "subject" };
	c[1] = (struct ui_column){ N_("Reduce"), 8, true, "reduce" };
	c[2] = (struct ui_column){ N_("Add"), 8, true, "add" };
	c[3] = (struct ui_column){ N_("Fix"), 8, true, "repair" };
	c[4] = (struct ui_column){ N_("Drop"), 8, true, "drop" };
	c[5] = (struct ui_column){ N_("New"), 5, true, "new" };
	c[6] = (struct ui_column){ N_("All"), 5, true, "all" };
	row_view_init(&v->rows, s, c, COLUMN_COUNT,
		      N_("No subject was named. The questions on what to reduce, add, "
			 "repair, drop or begin are in the questionnaire for organisers; "
			 "results are shown only where there are sheets enough."));
	return subjects_reload(ui, s, err);
}

static const char *subjects_title(struct ui *ui, struct screen *s)
{
	struct subjects *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Subjects  %d%s"), v->p.code,
			    (int)v->count, row_view_filter(ui, &v->rows));
}

static const char *subjects_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("How many would change it so. a makes a finding of what is said most; * "
		 "has one");
}

const struct screen_class subjects_class = {
	.name = "subjects",
	.context = CONTEXT_SUBJECTS,
	.state_size = sizeof(struct subjects),
	.open = subjects_open,
	.title = subjects_title,
	.reload = subjects_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = subjects_hint,
};

static size_t most_said(const struct subject_row *r)
{
	size_t most = 0;

	for (size_t k = 1; k < SUBJECT_KINDS; k++) {
		if (r->counts[k] > r->counts[most])
			most = k;
	}
	return most;
}

ui_flags subjects_find_out(struct ui *ui, struct screen *s)
{
	struct subjects *v = s->state;
	struct edit_argument argument = { .kind = &finding_kind,
					  .parent_field = "programme",
					  .parent = v->programme };
	int64_t number = row_view_current(&v->rows);
	const struct subject_row *r;
	struct err err = { 0 };

	if (number == 0)
		return UI_NOTHING;
	r = &v->all[number - 1];
	argument.id = r->finding;
	if (argument.id == 0 && !finding_from_subject(app_of(ui)->db, v->programme, r,
						      most_said(r), &argument.id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}
