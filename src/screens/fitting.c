#include "domain/suggestion.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/programme.h"
#include "list_commands.h"
#include "row_view.h"
#include "store/record.h"
#include "suggest.h"

/* The open programmes that fit a person, what closes most first. */
struct fitting {
	struct row_view rows;
	int64_t id;
	struct person person;
	struct suggestion *list;
	size_t count;
};

enum { CODE, GAP, PRIORITY, NOTE, NARROW_COUNT = NOTE + 1 };
enum { STARTS = NARROW_COUNT, HOURS, PLACES, COLUMN_COUNT, WIDE = 70 };

/* A narrow window shows the first of them. */
static const struct ui_column columns[COLUMN_COUNT] = {
	[CODE] = { N_("Programme"), 0, false, "programme" },
	[GAP] = { N_("Lack"), 4, true, "gap" },
	[PRIORITY] = { N_("Prio."), 5, true, "priority" },
	[NOTE] = { N_("Note"), 13, false, "note" },
	[STARTS] = { N_("Starts on"), 10, false, "starts" },
	[HOURS] = { N_("JP"), 4, true, "jp" },
	[PLACES] = { N_("Places"), 6, true, "places" },
};

/* How many places are left; "–" where there is no limit. */
static const char *places(struct arena *a, const struct suggestion_programme *p)
{
	if (p->capacity == NUMBER_NONE)
		return "–";
	return number_int(a, p->capacity > p->taken ? p->capacity - p->taken : 0);
}

static void fill_row(struct arena *a, const struct suggestion *s, struct list_row *row)
{
	const struct suggestion_programme *p = s->programme;
	bool known = s->cause == SUGGESTION_GAP;

	row->id = p->id;
	row->style = s->over ? STYLE_WARN : known ? STYLE_PLAIN : STYLE_DIM;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[CODE] = arena_printf(a, "%s %s", p->code, p->title);
	row->cells[GAP] = known ? number_real(a, s->gap, 1, number_mark()) : "–";
	row->cells[PRIORITY] =
		known ? number_real(a, s->priority, 1, number_mark()) : "–";
	row->cells[NOTE] = suggestion_note(s);
	row->cells[STARTS] = date_is_set(p->starts) ? date_shown(a, p->starts) : "–";
	row->cells[HOURS] =
		p->jp == NUMBER_NONE ? "–" : number_hundredths(a, p->jp, number_mark());
	row->cells[PLACES] = places(a, p);
}

static bool fitting_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct fitting *v = s->state;
	const struct suggestion_question question = { .person = v->id,
						      .settings = app->settings };
	struct list_row *rows;

	v->rows.source.column_count =
		ui_columns(ui) >= WIDE ? COLUMN_COUNT : NARROW_COUNT;
	arena_reset(&s->rows);
	if (!record_load(app->db, &person_kind, v->id, &v->person, &s->rows, err) ||
	    !suggestion_list(app->db, &question, &s->rows, &v->list, &v->count, err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, &v->list[i], &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool fitting_open_screen(struct ui *ui, struct screen *s, const void *argument,
				struct err *err)
{
	struct fitting *v = s->state;

	v->id = *(const int64_t *)argument;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("No programme that is still open is for a gap of this person. "
			 "Plan one: y on the first screen is the yearly plan."));
	return fitting_reload(ui, s, err);
}

static const char *fitting_title(struct ui *ui, struct screen *s)
{
	const struct fitting *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Open programmes that fit  %d%s"),
			    v->person.name, (int)v->count, row_view_filter(ui, &v->rows));
}

static const struct suggestion *current(const struct fitting *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->count; i++) {
		if (v->list[i].programme->id == id)
			return &v->list[i];
	}
	return NULL;
}

static const char *fitting_hint(struct ui *ui, struct screen *s)
{
	const struct suggestion *one = current(s->state);

	if (!one)
		return "";
	if (one->cause != SUGGESTION_GAP)
		return arena_printf(ui_scratch(ui),
				    _("For %s; lacks JP, the gap is not known"),
				    one->programme->aims);
	return arena_printf(ui_scratch(ui), _("For %s; below the standard in %d of %d"),
			    one->programme->aims, (int)one->below, (int)one->measured);
}

static bool fitting_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &programme_kind;
	*id = row_view_current(s->state);
	return *id != 0;
}

static const struct screen_class fitting_class = {
	.name = "fitting-programmes",
	.context = CONTEXT_FITTING,
	.state_size = sizeof(struct fitting),
	.open = fitting_open_screen,
	.title = fitting_title,
	.reload = fitting_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = fitting_hint,
	.record = fitting_record,
};

ui_flags fitting_show(struct ui *ui, int64_t person)
{
	ui_run(ui, &fitting_class, &person, NULL);
	return UI_RELOAD;
}

ui_flags fitting_open(struct ui *ui, struct screen *s)
{
	int64_t programme = row_view_current(s->state);

	if (programme != 0)
		record_open_own(ui, &programme_kind, programme);
	return UI_RELOAD;
}

ui_flags fitting_enrol(struct ui *ui, struct screen *s)
{
	struct fitting *v = s->state;
	const struct chosen_records who = { .ids = &v->id, .count = 1 };
	int64_t programme = row_view_current(&v->rows);

	if (programme == 0)
		return UI_NOTHING;
	participants_enrol(ui, programme, &who);
	return UI_RELOAD;
}

ui_flags fitting_aims(struct ui *ui, struct screen *s)
{
	const struct fitting *v = s->state;
	const struct aims_argument argument = { row_view_current(&v->rows), v->id };

	if (argument.programme == 0)
		return UI_NOTHING;
	ui_run(ui, &aims_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags fitting_ledger(struct ui *ui, struct screen *s)
{
	return ledger_show(ui, s, ((const struct fitting *)s->state)->id);
}
