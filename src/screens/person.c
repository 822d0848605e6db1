#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/analysis.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/person_runs.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "needs.h"
#include "places.h"
#include "row_view.h"
#include "store/record.h"
#include "suggest.h"

/* A person: who it is, and all programmes with what came of them. */
struct person_screen {
	struct row_view rows;
	int64_t id;
	struct person p;
	const char *unit;
	struct person_run *runs; /* row n is run n - 1 */
	size_t run_count;
	int64_t jp;	/* hundredths, of all of them */
	double jpm;	/* in the survey that is worked with; NAN: nothing measured */
	int64_t levels; /* how many competencies it is of */
};

static const struct ui_column columns[] = {
	{ N_("Code"), 9, false, "code" },      { N_("Title"), 0, false, "title" },
	{ N_("Status"), 17, false, "status" }, { N_("Starts on"), 10, false, "starts" },
	{ N_("JP"), 6, true, "jp" },	       { N_("Gr."), 4, true, "group" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns, SMALL = 10, LABEL = 12 };

/* Who taught or led is that; who learned is what came of it. */
static void fill_row(struct arena *a, const struct person_run *r, int64_t id,
		     struct list_row *row)
{
	row->id = id;
	row->style = STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = r->code;
	row->cells[1] = r->title;
	row->cells[2] = *r->status == '\0'
				? choice_label(person_role_choices, r->role)
				: choice_label(enrolment_status_choices, r->status);
	row->cells[3] = date_shown(a, r->starts);
	row->cells[4] = number_hundredths(a, r->jp, number_mark());
	row->cells[5] = number_int(a, r->group_number);
}

static bool person_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct person_screen *v = s->state;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!record_load(app->db, &person_kind, v->id, &v->p, &s->rows, err) ||
	    !reference_label(app->db, &unit_kind, v->p.unit, &s->rows, &v->unit, err) ||
	    !jpm_of_person(app->db, 0, v->id, &v->jpm, &v->levels, err) ||
	    !person_runs(app->db, v->id, &s->rows, &v->runs, &v->run_count, err))
		return false;
	rows = arena_array(&s->rows, v->run_count + 1, sizeof *rows);
	v->jp = 0;
	for (size_t i = 0; i < v->run_count; i++) {
		fill_row(&s->rows, &v->runs[i], (int64_t)i + 1, &rows[i]);
		v->jp += v->runs[i].jp == NUMBER_NONE ? 0 : v->runs[i].jp;
	}
	row_view_set(&v->rows, rows, v->run_count);
	return true;
}

static bool person_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct person_screen *v = s->state;

	v->id = *(const int64_t *)argument;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("Was in no programme yet. Programmes enrol people with p, "
			 "then n."));
	return person_reload(ui, s, err);
}

static const char *person_title(struct ui *ui, struct screen *s)
{
	struct person_screen *v = s->state;

	return arena_printf(ui_scratch(ui),
			    P_("%s  %d programme, %s JP%s", "%s  %d programmes, %s JP%s",
			       v->run_count),
			    v->p.name, (int)v->run_count,
			    number_hundredths(ui_scratch(ui), v->jp, number_mark()),
			    row_view_filter(ui, &v->rows));
}

/* "89,9% (Sufficient), from 5 competencies of the needs survey". */
static const char *jpm_words(struct ui *ui, const struct person_screen *v)
{
	struct arena *a = ui_scratch(ui);

	return arena_printf(a,
			    P_("%s%% (%s), from %d competency of the needs survey",
			       "%s%% (%s), from %d competencies of the needs survey",
			       v->levels),
			    need_number(a, v->jpm, 1),
			    jpm_band_words(v->jpm, app_of(ui)->settings), (int)v->levels);
}

static int draw_details(struct ui *ui, const struct person_screen *v, struct canvas *c)
{
	const struct person *p = &v->p;
	const struct pair pairs[] = {
		{ _("NIP"),
		  field_to_shown(kind_field(&person_kind, "nip"), p, ui_scratch(ui)) },
		{ _("Unit"), v->unit },
		{ _("Position"), p->position },
		{ _("Grade"), p->grade },
		{ _("Phone"), p->phone },
		{ _("E-mail"), p->email },
		{ _("Employment"), choice_label(employment_choices, p->employment) },
		{ _("Notes"), p->notes },
	};
	int count = (int)(sizeof pairs / sizeof *pairs), half = canvas_columns(c) / 2;

	if (canvas_rows(c) < SMALL) {
		canvas_pair(c, 0, 0, LABEL, pairs[0]);
		return 1;
	}
	for (int i = 0; i < count; i++)
		canvas_pair(c, i / 2, i % 2 * half, LABEL, pairs[i]);
	count /= 2;
	if (v->levels > 0)
		canvas_pair(c, count++, 0, LABEL,
			    (struct pair){ _("JPM"), jpm_words(ui, v) });
	canvas_rule(c, count, 0, canvas_columns(c));
	return count + 1;
}

static void person_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct person_screen *v = s->state;
	int row = draw_details(ui, v, c);

	list_view_draw(ui, &v->rows.view, c, row, canvas_rows(c) - row);
}

/* NULL where the person was in none. */
static const struct person_run *current_run(const struct person_screen *v)
{
	int64_t row = row_view_current(&v->rows);

	return row > 0 && (size_t)row <= v->run_count ? &v->runs[row - 1] : NULL;
}

/* The project of the row with the cursor, for which no column is left. */
static const char *person_hint(struct ui *ui, struct screen *s)
{
	const struct person_run *r = current_run(s->state);

	if (!r || *r->project == '\0')
		return "";
	return arena_printf(ui_scratch(ui), _("Project of group %d: %s"),
			    (int)r->group_number, r->project);
}

static bool person_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &person_kind;
	*id = ((struct person_screen *)s->state)->id;
	return true;
}

const struct screen_class person_class = {
	.name = "person",
	.context = CONTEXT_PERSON,
	.state_size = sizeof(struct person_screen),
	.open = person_open,
	.title = person_title,
	.reload = person_reload,
	.draw = person_draw,
	.key = row_view_key,
	.hint = person_hint,
	.record = person_record,
};

ui_flags person_open_run(struct ui *ui, struct screen *s)
{
	const struct person_run *r = current_run(s->state);

	if (r)
		record_open_own(ui, &programme_kind, r->programme);
	return UI_RELOAD;
}

ui_flags person_suggest(struct ui *ui, struct screen *s)
{
	return fitting_show(ui, ((const struct person_screen *)s->state)->id);
}

ui_flags person_edit(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = {
		.kind = &person_kind, .id = ((struct person_screen *)s->state)->id
	};

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}
