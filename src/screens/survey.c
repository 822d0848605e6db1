#include "survey.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/competency.h"
#include "domain/office.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "domain/survey_answer.h"
#include "finder.h"
#include "row_view.h"
#include "store/record.h"

/* A survey: when, about what, and how far each unit is. */
struct survey_screen {
	struct row_view rows;
	int64_t id;
	struct survey survey;
	struct survey_progress *units; /* by row, in the screen's `rows` */
	struct survey_progress sum;
	struct survey_scope scope;
	bool narrow;
};

static const struct ui_column columns[] = {
	{ N_("Unit"), 0, false, "unit" },
	{ N_("People"), 8, true, "people" },
	{ N_("Self"), 8, true, "self" },
	{ N_("Superior"), 8, true, "superior" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

/* The same where there is less room. */
static const struct ui_column narrow_columns[COLUMN_COUNT] = {
	{ N_("Unit"), 0, false, "unit" },
	{ N_("People"), 5, true, "people" },
	/* TRANSLATORS: who answered about himself; at most 6 columns, as "Sup." */
	{ N_("Own"), 5, true, "self" },
	{ N_("Sup."), 5, true, "superior" },
};

enum { SMALL = 12, ROOMY = 60, LABEL = 12, NARROW_LABEL = 9 };

/* A unit is done once every sheet is there. */
static enum style style_of(const struct survey_progress *p, const struct survey *survey)
{
	bool all = p->self >= p->asked &&
		   (!survey_asks_superiors(survey) || p->superior >= p->asked);

	return all ? STYLE_GOOD : STYLE_PLAIN;
}

static void fill_row(struct arena *a, const struct survey_progress *p,
		     struct list_row *row)
{
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = *p->name ? p->name : _("Without a unit");
	row->cells[1] = number_int(a, p->asked);
	row->cells[2] = number_int(a, p->self);
	row->cells[3] = number_int(a, p->superior);
}

static bool survey_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct survey_screen *v = s->state;
	struct survey_progress *units;
	struct list_row *rows;
	size_t count = 0;

	v->narrow = ui_columns(ui) < ROOMY;
	v->rows.source.columns = v->narrow ? narrow_columns : columns;
	arena_reset(&s->rows);
	if (!record_load(app->db, &survey_kind, v->id, &v->survey, &s->rows, err) ||
	    !survey_scope(app->db, v->id, &v->scope, err) ||
	    !survey_progress_load(app->db, v->id, &s->rows, &units, &count, err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	for (size_t i = 0; i < count; i++) {
		rows[i].id = (int64_t)i + 1;
		rows[i].style = style_of(&units[i], &v->survey);
		fill_row(&s->rows, &units[i], &rows[i]);
	}
	v->units = units;
	v->sum = survey_progress_sum(units, count);
	row_view_set(&v->rows, rows, count);
	return true;
}

static bool survey_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct survey_screen *v = s->state;

	v->id = *(const int64_t *)argument;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("Nobody is asked yet. o chooses the units; without any, all "
			 "persons are asked."));
	return survey_reload(ui, s, err);
}

static const char *survey_title(struct ui *ui, struct screen *s)
{
	const struct survey_screen *v = s->state;

	return arena_printf(ui_scratch(ui), _("Survey › %s%s"), v->survey.code,
			    row_view_filter(ui, &v->rows));
}

/* What the status and the days come to today. */
static const char *state_line(struct ui *ui, const struct survey *survey)
{
	const char *status = choice_label(survey_status_choices, survey->status);

	if (strcmp(survey->status, "open") == 0 && !survey_is_open(survey, clock_today()))
		return arena_printf(ui_scratch(ui), _("%s, but today is not its time"),
				    status);
	return status;
}

static const char *answered_line(struct ui *ui, const struct survey_screen *v)
{
	if (!survey_asks_superiors(&v->survey))
		return arena_printf(ui_scratch(ui), _("self %d of %d"), (int)v->sum.self,
				    (int)v->sum.asked);
	if (v->narrow)
		/* TRANSLATORS: at most 31 columns with three digits each */
		return arena_printf(ui_scratch(ui), _("own %d, superior %d of %d"),
				    (int)v->sum.self, (int)v->sum.superior,
				    (int)v->sum.asked);
	return arena_printf(ui_scratch(ui), _("self %d of %d, superior %d of %d"),
			    (int)v->sum.self, (int)v->sum.asked, (int)v->sum.superior,
			    (int)v->sum.asked);
}

/* What is asked and whom; the letters change it. */
static const char *scope_line(struct ui *ui, const struct survey_screen *v)
{
	struct arena *a = ui_scratch(ui);
	int competencies = (int)v->scope.competencies, units = (int)v->scope.units;
	const char *what = arena_printf(
		a, P_("%d competency", "%d competencies", competencies), competencies);
	const char *whom = arena_printf(a, P_("%d unit", "%d units", units), units);

	if (competencies == 0)
		what = _("all competencies");
	if (units == 0)
		whom = _("all units");
	if (v->narrow)
		return arena_printf(a, "%s, %s", what, whom);
	/* TRANSLATORS: what is asked (the key k changes it), and whom (the key o) */
	return arena_printf(a, _("%s (k), %s (o)"), what, whom);
}

static int draw_details(struct ui *ui, const struct survey_screen *v, struct canvas *c)
{
	const struct survey *of = &v->survey;
	const char *opens = date_is_set(of->opens) ? day_label(ui, of->opens) : "…";
	const char *closes = date_is_set(of->closes) ? day_label(ui, of->closes) : "…";
	const struct pair pairs[] = {
		{ _("Answered"), answered_line(ui, v) },
		{ _("Title"), of->title },
		{ _("Runs"), arena_printf(ui_scratch(ui), "%s – %s", opens, closes) },
		{ _("Status"), state_line(ui, of) },
		{ _("Raters"), choice_label(survey_raters_choices, of->raters) },
		{ _("Asks"), scope_line(ui, v) },
	};
	int count = canvas_rows(c) < SMALL ? 1 : (int)(sizeof pairs / sizeof *pairs);

	for (int i = 0; i < count; i++)
		canvas_pair(c, i, 0, v->narrow ? NARROW_LABEL : LABEL, pairs[i]);
	if (count == 1)
		return 1;
	canvas_rule(c, count, 0, canvas_columns(c));
	return count + 1;
}

static void survey_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct survey_screen *v = s->state;
	int row = draw_details(ui, v, c);

	list_view_draw(ui, &v->rows.view, c, row, canvas_rows(c) - row);
}

static const char *survey_hint(struct ui *ui, struct screen *s)
{
	const struct survey_screen *v = s->state;

	(void)ui;
	if (strcmp(v->survey.status, "closed") == 0)
		return _("The survey is closed; c opens it again.");
	return _("f keys in the sheets of one person after the other, Enter those of the "
		 "unit");
}

static bool survey_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &survey_kind;
	*id = ((struct survey_screen *)s->state)->id;
	return true;
}

const struct screen_class survey_class = {
	.name = "survey",
	.context = CONTEXT_SURVEY,
	.state_size = sizeof(struct survey_screen),
	.open = survey_open,
	.title = survey_title,
	.reload = survey_reload,
	.draw = survey_draw,
	.key = row_view_key,
	.hint = survey_hint,
	.record = survey_record,
};

static bool is_asked(struct app *app, const void *context, const void *record)
{
	const struct survey_screen *v = context;
	struct err ignored = { 0 };
	int64_t asked = 1;

	return !survey_is_asked(app->db, v->id, record_id(record), &asked, &ignored) ||
	       asked != 0;
}

/* One of the people of a unit. Other programs may change its name meanwhile, or
 * take it away. */
static int64_t ask_in_unit(struct ui *ui, int64_t unit)
{
	const char *name = "";
	struct err err = { 0 };
	int64_t person = 0;
	struct list_argument list = { .kind = &person_kind,
				      .parent_field = "unit",
				      .parent = unit,
				      .filter = "",
				      .choose = true };

	if (!reference_label(app_of(ui)->db, &unit_kind, unit, ui_scratch(ui), &name,
			     &err)) {
		ui_fail(ui, &err);
		return 0;
	}
	list.title = arena_printf(ui_scratch(ui), _("Whose sheet?  (%s)"), name);
	ui_run(ui, &record_choose_class, &list, &person);
	return person;
}

/* Whose sheet comes next; 0 where there is none. */
static int64_t ask_person(struct ui *ui, const struct survey_screen *v)
{
	static const struct kind *const persons[] = { &person_kind, NULL };
	struct found found = { .arena = ui_scratch(ui), .typed = "" };
	const struct find_argument argument = {
		.kinds = persons,
		.label = _("Name or NIP:"),
		.title = arena_printf(ui_scratch(ui), _("Whose sheet?  (%s)"),
				      answered_line(ui, v)),
		.meant = v->scope.units > 0 ? is_asked : NULL,
		.context = v,
		.others = _("not of a unit that is asked"),
		.found = &found,
	};
	int64_t result = FIND_NOTHING, person = 0;

	ui_run(ui, &finder_class, &argument, &result);
	if (result == FIND_LIST) {
		const struct list_argument list = { .kind = &person_kind,
						    .title = _("Whose sheet?"),
						    .filter = found.typed,
						    .choose = true };

		ui_run(ui, &record_choose_class, &list, &person);
	}
	return result == FIND_TAKEN ? found.id : person;
}

/* Somebody of another unit counts in the ranking, but in no row of this page:
 * it is asked first. */
static bool is_meant(struct ui *ui, const struct survey_screen *v, int64_t person)
{
	const char *name = "";
	struct err err = { 0 };
	int64_t asked = 0;

	if (!survey_is_asked(app_of(ui)->db, v->id, person, &asked, &err) ||
	    (asked == 0 && !reference_label(app_of(ui)->db, &person_kind, person,
					    ui_scratch(ui), &name, &err))) {
		ui_fail(ui, &err);
		return false;
	}
	return asked != 0 ||
	       ui_confirm(ui, arena_printf(ui_scratch(ui),
					   _("%s belongs to a unit that this survey does "
					     "not ask. Key in the sheet all the same?"),
					   name));
}

/* One sheet after the other until nobody is named, of a unit or (0) of anybody. */
static ui_flags key_in(struct ui *ui, struct screen *s, int64_t unit)
{
	struct survey_screen *v = s->state;
	struct survey_entry_argument argument = { v->id, 0, rater_choices[0].code };
	struct err err = { 0 };
	int64_t saved = 1;

	if (strcmp(v->survey.status, "closed") == 0) {
		ui_refuse(ui, _("The survey is closed. c opens it again."));
		return UI_NOTHING;
	}
	while (!s->lost && saved != 0) {
		argument.person = unit ? ask_in_unit(ui, unit) : ask_person(ui, v);
		if (argument.person == 0)
			break;
		saved = 1;
		if (!is_meant(ui, v, argument.person))
			continue;
		saved = 0;
		ui_run(ui, &survey_entry_class, &argument, &saved);
		if (saved != 0)
			argument.rater = rater_choices[saved - 1].code;
		if (!survey_reload(ui, s, &err)) {
			ui_fail(ui, &err);
			break;
		}
	}
	return UI_RELOAD;
}

ui_flags survey_sheets(struct ui *ui, struct screen *s)
{
	return key_in(ui, s, 0);
}

/* Of the unit with the cursor; people without a unit are found by name. */
ui_flags survey_unit_sheets(struct ui *ui, struct screen *s)
{
	const struct survey_screen *v = s->state;
	int64_t row = row_view_current(&v->rows);

	return key_in(ui, s, row > 0 ? v->units[row - 1].unit : 0);
}

/* Until a member of staff leaves it, the screen belongs to respondents. */
ui_flags survey_respondents(struct ui *ui, struct screen *s)
{
	struct err err = { 0 };

	if (survey_answer_run(ui, ((struct survey_screen *)s->state)->id, &err))
		return UI_RELOAD;
	ui_fail(ui, &err);
	return UI_NOTHING;
}

static ui_flags open_part(struct ui *ui, struct screen *s, const struct kind *kind)
{
	const struct survey_screen *v = s->state;
	const struct list_argument argument = {
		.kind = kind,
		.parent_field = "survey",
		.parent = v->id,
		.title = arena_printf(&s->arena, "%s › %s", v->survey.code,
				      _(kind->labels)),
	};

	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags survey_competencies(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &survey_competency_kind);
}

ui_flags survey_units(struct ui *ui, struct screen *s)
{
	return open_part(ui, s, &survey_unit_kind);
}

ui_flags survey_edit(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = {
		.kind = &survey_kind, .id = ((struct survey_screen *)s->state)->id
	};

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags survey_close(struct ui *ui, struct screen *s)
{
	const struct survey_screen *v = s->state;
	bool open = strcmp(v->survey.status, "open") == 0;
	struct survey now = v->survey;
	struct err err = { 0 };

	now.status = open ? "closed" : "open";
	if (!record_put(app_of(ui)->db, &survey_kind, &v->survey, &now, ui_scratch(ui),
			&err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_say(ui, open ? _("The survey is closed   (Ctrl+Z takes it back)")
			: _("The survey is open   (Ctrl+Z takes it back)"));
	return UI_RELOAD;
}
