#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/certificate.h"
#include "domain/jp_people.h"
#include "domain/office.h"
#include "exchange/ready.h"
#include "list_commands.h"
#include "places.h"
#include "row_view.h"
#include "suggest.h"

/* Lesson hours of a year by unit, and of the people of a unit. */
struct jp {
	struct row_view rows;
	int year;
	int64_t unit;	  /* people: the unit; by unit: 0 */
	const char *name; /* of the unit */
	int64_t people;
};

static const char *jp_shown(struct arena *a, int64_t hundredths)
{
	return hundredths == NUMBER_NONE
		       ? "–"
		       : number_hundredths(a, hundredths, number_mark());
}

static const char *unit_code(const struct jp_unit *u)
{
	return *u->code != '\0' ? u->code : "–";
}

static const char *unit_name(const struct jp_unit *u)
{
	return *u->name != '\0' ? u->name : _("In no unit");
}

enum unit_column {
	UNIT,
	UNIT_NAME,
	PERSONS,
	UNIT_JP,
	UNIT_LACKING,
	MEAN,
	REACHED,
	SHARE,
	ABOVE,
	UNIT_COLUMNS
};

/* A narrow window shows the first of them. */
static const struct ui_column unit_columns[UNIT_COLUMNS] = {
	[UNIT] = { N_("Unit"), 6, false, "unit" },
	[UNIT_NAME] = { N_("Name"), 0, false, "name" },
	[PERSONS] = { N_("People"), 5, true, "persons" },
	[UNIT_JP] = { N_("JP"), 5, true, "jp" },
	[UNIT_LACKING] = { N_("Lacking"), 6, true, "lacking" },
	[MEAN] = { N_("Mean"), 5, true, "jp_mean" },
	[REACHED] = { N_("Reached"), 5, true, "reached" },
	[SHARE] = { N_("%"), 4, true, "share" },
	[ABOVE] = { N_("PPPK>"), 5, true, "above" },
};

static void fill_unit(struct arena *a, const struct jp_unit *u, struct list_row *row)
{
	row->id = u->unit;
	row->style = STYLE_PLAIN;
	row->cells = arena_array(a, UNIT_COLUMNS, sizeof *row->cells);
	row->cells[UNIT] = unit_code(u);
	row->cells[UNIT_NAME] = unit_name(u);
	row->cells[PERSONS] = number_int(a, u->persons);
	row->cells[UNIT_JP] = jp_shown(a, u->jp);
	row->cells[UNIT_LACKING] = jp_shown(a, u->lacking);
	row->cells[MEAN] = jp_shown(a, (u->jp + u->persons / 2) / u->persons);
	row->cells[REACHED] = number_int(a, u->reached);
	row->cells[SHARE] = arena_printf(
		a, "%d%%", (int)((u->reached * 100 + u->persons / 2) / u->persons));
	row->cells[ABOVE] = number_int(a, u->above);
}

static bool jp_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct jp *v = s->state;
	const struct jp_question question = { .year = v->year,
					      .settings = app_of(ui)->settings };
	struct jp_unit *units;
	struct list_row *rows;
	size_t count;

	arena_reset(&s->rows);
	if (!jp_units(app_of(ui)->db, &question, &s->rows, &units, &count, err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	v->people = 0;
	for (size_t i = 0; i < count; i++) {
		fill_unit(&s->rows, &units[i], &rows[i]);
		v->people += units[i].persons;
	}
	row_view_set(&v->rows, rows, count);
	return true;
}

static bool jp_begin(struct ui *ui, struct screen *s, const void *argument,
		     struct err *err)
{
	struct jp *v = s->state;

	(void)argument;
	v->year = date_year(clock_today());
	row_view_init(&v->rows, s, unit_columns, UNIT_COLUMNS,
		      N_("Nobody is there yet. Esc leads back; 2 lists the people."));
	return jp_reload(ui, s, err);
}

static const char *jp_title(struct ui *ui, struct screen *s)
{
	const struct jp *v = s->state;

	return arena_printf(ui_scratch(ui), _("Lesson hours (JP) %d%s"), v->year,
			    row_view_filter(ui, &v->rows));
}

static const char *jp_hint(struct ui *ui, struct screen *s)
{
	const struct settings *settings = app_of(ui)->settings;
	const struct jp *v = s->state;

	return arena_printf(ui_scratch(ui),
			    _("%d people; target %ld JP, PPPK at most %ld JP; [ and ] go "
			      "to another year"),
			    (int)v->people, settings->jp_target_pns,
			    settings->jp_ceiling_pppk);
}

static bool jp_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &unit_kind;
	*id = row_view_current(&((struct jp *)s->state)->rows);
	return *id > 0;
}

static const struct screen_class jp_class = {
	.name = "jp",
	.context = CONTEXT_JP,
	.state_size = sizeof(struct jp),
	.open = jp_begin,
	.title = jp_title,
	.reload = jp_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = jp_hint,
	.record = jp_record,
};

/* ---- the people of a unit ---- */

enum person_column {
	NAME,
	JP,
	LACKING,
	TARGET,
	EMPLOYMENT,
	PROGRAMMES,
	CERTIFICATES,
	PEOPLE_COLUMNS
};

static const struct ui_column people_columns[PEOPLE_COLUMNS] = {
	[NAME] = { N_("Name"), 0, false, "name" },
	[JP] = { N_("JP"), 5, true, "jp" },
	[LACKING] = { N_("Lacking"), 7, true, "lacking" },
	[TARGET] = { N_("Target"), 6, true, "target" },
	[EMPLOYMENT] = { N_("Employment"), 5, false, "employment" },
	[PROGRAMMES] = { N_("Programmes"), 5, true, "programmes" },
	[CERTIFICATES] = { N_("Certificates"), 5, true, "certificates" },
};

/* What lacks, or is above the ceiling, in words. */
static const char *lacking(struct arena *a, const struct jp_person *p)
{
	if (p->above > 0)
		return arena_printf(a, _("over %s"), jp_shown(a, p->above));
	return p->lacking > 0 ? jp_shown(a, p->lacking) : "–";
}

static void fill_person(struct arena *a, const struct jp_person *p, struct list_row *row)
{
	bool contract = strcmp(p->employment, "PPPK") == 0;

	row->id = p->person;
	row->style = p->above > 0 ? STYLE_WARN : STYLE_PLAIN;
	row->cells = arena_array(a, PEOPLE_COLUMNS, sizeof *row->cells);
	row->cells[NAME] = p->name;
	row->cells[EMPLOYMENT] = choice_label(employment_choices, p->employment);
	row->cells[PROGRAMMES] = jp_shown(a, p->programmes);
	row->cells[CERTIFICATES] = jp_shown(a, p->certificates);
	row->cells[JP] = jp_shown(a, p->jp);
	row->cells[TARGET] =
		p->target == NUMBER_NONE
			? "–"
			: arena_printf(a, "%s%s",
				       contract ? "<=" : ">=", jp_shown(a, p->target));
	row->cells[LACKING] = lacking(a, p);
}

static bool people_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct jp *v = s->state;
	const struct jp_question question = { .year = v->year,
					      .unit = v->unit,
					      .settings = app_of(ui)->settings };
	struct jp_person *people;
	struct list_row *rows;
	size_t count;

	arena_reset(&s->rows);
	if (!jp_people(app_of(ui)->db, &question, &s->rows, &people, &count, err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	for (size_t i = 0; i < count; i++)
		fill_person(&s->rows, &people[i], &rows[i]);
	v->people = (int64_t)count;
	row_view_set(&v->rows, rows, count);
	return true;
}

struct people_argument {
	int year;
	int64_t unit;
	const char *name;
};

static bool people_begin(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	const struct people_argument *a = argument;
	struct jp *v = s->state;

	v->year = a->year;
	v->unit = a->unit;
	v->name = arena_strdup(&s->arena, a->name);
	row_view_init(&v->rows, s, people_columns, PEOPLE_COLUMNS,
		      N_("Nobody is in this unit. Esc leads back."));
	return people_reload(ui, s, err);
}

static const char *people_title(struct ui *ui, struct screen *s)
{
	const struct jp *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Lesson hours (JP) %d%s"), v->name,
			    v->year, row_view_filter(ui, &v->rows));
}

static const char *people_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Who lacks most stands first; n adds a certificate of the person");
}

static bool people_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &person_kind;
	*id = row_view_current(&((struct jp *)s->state)->rows);
	return *id != 0;
}

static const struct screen_class jp_people_class = {
	.name = "jp-people",
	.context = CONTEXT_JP_PEOPLE,
	.state_size = sizeof(struct jp),
	.open = people_begin,
	.title = people_title,
	.reload = people_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = people_hint,
	.record = people_record,
};

/* ---- commands ---- */

ui_flags place_jp(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_run(ui, &jp_class, NULL, NULL);
	return UI_RELOAD;
}

ui_flags jp_open(struct ui *ui, struct screen *s)
{
	const struct jp *v = s->state;
	struct people_argument argument = { .year = v->year,
					    .unit = row_view_current(&v->rows),
					    .name = "" };

	if (argument.unit == 0)
		return UI_NOTHING;
	for (size_t i = 0; i < v->rows.all_count; i++) {
		if (v->rows.all[i].id == argument.unit)
			argument.name = v->rows.all[i].cells[argument.unit > 0 ? 0 : 1];
	}
	ui_run(ui, &jp_people_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags jp_year_before(struct ui *ui, struct screen *s)
{
	struct jp *v = s->state;

	(void)ui;
	return year_turn(&v->year, -1) ? UI_RELOAD : UI_NOTHING;
}

ui_flags jp_year_after(struct ui *ui, struct screen *s)
{
	struct jp *v = s->state;

	(void)ui;
	return year_turn(&v->year, 1) ? UI_RELOAD : UI_NOTHING;
}

/* Of the person with the cursor, or all. */
ui_flags jp_certificates(struct ui *ui, struct screen *s)
{
	const struct jp *v = s->state;
	struct list_argument argument = { .kind = &certificate_kind, .filter = "" };

	if (v->unit != 0 && row_view_current(&v->rows) == 0)
		return UI_NOTHING;
	if (v->unit != 0) {
		argument.parent_field = "person";
		argument.parent = row_view_current(&v->rows);
	}
	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags jp_conversions(struct ui *ui, struct screen *s)
{
	const struct list_argument argument = { .kind = &conversion_kind, .filter = "" };

	(void)s;
	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags jp_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "jp-recap", .year = ((const struct jp *)s->state)->year
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

ui_flags jp_ledger(struct ui *ui, struct screen *s)
{
	return ledger_show(ui, s, row_view_current(&((const struct jp *)s->state)->rows));
}

ui_flags jp_suggest(struct ui *ui, struct screen *s)
{
	int64_t person = row_view_current(&((const struct jp *)s->state)->rows);

	return person == 0 ? UI_NOTHING : fitting_show(ui, person);
}

ui_flags jp_new(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = {
		.kind = &certificate_kind,
		.parent_field = "person",
		.parent = row_view_current(&((const struct jp *)s->state)->rows),
	};

	if (argument.parent == 0)
		return UI_NOTHING;
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}
