#include "domain/suggestion.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/programme.h"
#include "list_commands.h"
#include "row_view.h"
#include "store/record.h"
#include "suggest.h"

/* Whom to invite to a programme, the greatest need first. */
struct suggestions {
	struct row_view rows;
	int64_t id;
	struct suggestion_programme programme;
	struct suggestion *list; /* parallel to all rows */
	size_t count;
};

enum column { NAME, UNIT, GAP, PRIORITY, ANSWERS, JP, LACKING, NOTE, FLAG };
enum { COLUMN_COUNT = FLAG + 1, BIG = 12, FEET = 2 };

static const struct ui_column columns[COLUMN_COUNT] = {
	[NAME] = { N_("Name"), 0, false, "name" },
	[UNIT] = { N_("Unit"), 6, false, "unit" },
	[GAP] = { N_("Lack"), 4, true, "gap" },
	[PRIORITY] = { N_("Prio."), 5, true, "priority" },
	[ANSWERS] = { N_("n"), 2, true, "answers" },
	[JP] = { N_("JP"), 5, true, "jp" },
	[LACKING] = { N_("Lacking"), 6, true, "jp_lacking" },
	[NOTE] = { N_("Note"), 13, false, "note" },
	[FLAG] = { "", 1, false, "flagged" },
};
static const unsigned char wide[] = { NAME,    UNIT, GAP,     PRIORITY,
				      ANSWERS, JP,   LACKING, NOTE };
static const unsigned char narrow[] = { NAME, GAP, ANSWERS, JP, FLAG };
static const struct row_shape shape = {
	.columns = columns,
	.wide = wide,
	.narrow = narrow,
	.wide_count = sizeof wide,
	.narrow_count = sizeof narrow,
	.empty = "",
};

static const char *level(struct arena *a, const struct suggestion *s, double value,
			 int decimals)
{
	return s->cause == SUGGESTION_GAP ? number_real(a, value, decimals, number_mark())
					  : "–";
}

static const char *cell_of(struct arena *a, const struct suggestion *s, enum column of)
{
	switch (of) {
	case NAME:
		return s->person->name;
	case UNIT:
		return s->person->unit_code;
	case GAP:
		return level(a, s, s->gap, 1);
	case PRIORITY:
		return level(a, s, s->priority, 1);
	case ANSWERS:
		return s->cause == SUGGESTION_GAP ? number_int(a, s->answers) : "";
	case JP:
		return number_hundredths(a, s->person->jp, number_mark());
	case LACKING:
		return s->person->lacking > 0
			       ? number_hundredths(a, s->person->lacking, number_mark())
			       : "–";
	case NOTE:
		return suggestion_note(s);
	case FLAG:
		return s->over || s->flagged > 0 ? "!" : "";
	}
	return "";
}

static void fill_row(struct arena *a, const struct suggestions *v,
		     const struct suggestion *s, struct list_row *row)
{
	row->id = s->person->person;
	row->style = s->over			  ? STYLE_WARN
		     : s->cause == SUGGESTION_GAP ? STYLE_PLAIN
						  : STYLE_DIM;
	row->cells = arena_array(a, v->rows.place_count, sizeof *row->cells);
	for (size_t i = 0; i < v->rows.place_count; i++)
		row->cells[i] = cell_of(a, s, v->rows.places[i]);
}

static bool load(struct db *db, struct suggestions *v, const struct settings *settings,
		 struct arena *arena, struct err *err)
{
	const struct suggestion_question question = { .programme = v->id,
						      .settings = settings };
	struct suggestion_programme *programmes;
	struct programme programme;
	size_t count;

	/* It may be gone, by undo or another program; that is told then. */
	if (!record_load(db, &programme_kind, v->id, &programme, arena, err) ||
	    !suggestion_programmes(db, v->id, arena, &programmes, &count, err) ||
	    !suggestion_list(db, &question, arena, &v->list, &v->count, err))
		return false;
	if (count > 0)
		v->programme = programmes[0];
	return true;
}

/* Why nobody stands there, and what to do about it. */
static const char *nobody(const struct suggestions *v)
{
	const char *obstacle = suggestion_obstacle(&v->programme);

	if (*obstacle != '\0')
		return obstacle;
	return *v->programme.units != '\0'
		       ? _("Nobody of these units is left to invite: all who need it are "
			   "in, or completed it. The unit stands in the yearly plan.")
		       : _("Nobody is left to invite: all who need it are in, or "
			   "completed it. n in the participants enrols by name.");
}

static bool suggestions_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct suggestions *v = s->state;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!load(app_of(ui)->db, v, app_of(ui)->settings, &s->rows, err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, v, &v->list[i], &rows[i]);
	v->rows.empty = nobody(v);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool suggestions_open(struct ui *ui, struct screen *s, const void *argument,
			     struct err *err)
{
	struct suggestions *v = s->state;

	v->id = *(const int64_t *)argument;
	row_view_init_shape(ui, &v->rows, s, &shape);
	return suggestions_reload(ui, s, err);
}

static const char *suggestions_title(struct ui *ui, struct screen *s)
{
	const struct suggestions *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Whom to invite  %d%s"),
			    v->programme.code, (int)v->count,
			    row_view_filter(ui, &v->rows));
}

static const struct suggestion *current(const struct suggestions *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->count; i++) {
		if (v->list[i].person->person == id)
			return &v->list[i];
	}
	return NULL;
}

static const char *places(struct ui *ui, const struct suggestion_programme *p)
{
	if (p->capacity == NUMBER_NONE)
		return arena_printf(ui_scratch(ui), _("%d places taken"), (int)p->taken);
	return arena_printf(ui_scratch(ui), _("%d of %d places taken"), (int)p->taken,
			    (int)p->capacity);
}

/* What the list is about: "For KP, TI; OPD05 only; 3 of 30 places taken". */
static const char *about(struct ui *ui, const struct suggestion_programme *p)
{
	struct arena *a = ui_scratch(ui);

	if (*p->units == '\0')
		return arena_printf(a, _("For %s; %s"), p->aims, places(ui, p));
	return arena_printf(a, _("For %s; only %s; %s"), p->aims, p->units,
			    places(ui, p));
}

static void suggestions_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct suggestions *v = s->state;
	int feet = canvas_rows(c) < BIG || v->count == 0 ? 0 : FEET;
	int row = canvas_rows(c) - feet;

	list_view_draw(ui, &v->rows.view, c, 0, row);
	if (feet == 0)
		return;
	canvas_rule(c, row, 0, canvas_columns(c));
	canvas_text(c, row + 1, 0, 0, STYLE_PLAIN, about(ui, &v->programme));
}

/* Why the person stands where it does. */
static const char *why(struct ui *ui, const struct suggestion *s)
{
	struct arena *a = ui_scratch(ui);

	if (s->over)
		return arena_printf(
			a, _("With this programme more than the %ld JP of a PPPK"),
			app_of(ui)->settings->jp_ceiling_pppk);
	switch (s->cause) {
	case SUGGESTION_GAP:
		return arena_printf(
			a,
			s->flagged > 0 ? _("Below the standard in %d of %d; the "
					   "raters differ by 2 levels or more: verify")
				       : _("Below the standard in %d of %d; Space "
					   "marks, e enrols the marked"),
			(int)s->below, (int)s->measured);
	case SUGGESTION_NO_STANDARD:
		return _("Lacks JP; the position has no standard for this: the gap is "
			 "not known");
	case SUGGESTION_NO_ANSWER:
		break;
	}
	return _("Lacks JP; nobody answered the survey about this: the gap is not known");
}

static const char *suggestions_hint(struct ui *ui, struct screen *s)
{
	const struct suggestion *one = current(s->state);

	return one ? why(ui, one) : "";
}

static bool suggestions_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &person_kind;
	*id = row_view_current(s->state);
	return *id != 0;
}

static const struct screen_class suggestions_class = {
	.name = "suggestions",
	.context = CONTEXT_SUGGESTIONS,
	.state_size = sizeof(struct suggestions),
	.open = suggestions_open,
	.title = suggestions_title,
	.reload = suggestions_reload,
	.draw = suggestions_draw,
	.key = row_view_key,
	.hint = suggestions_hint,
	.record = suggestions_record,
};

ui_flags suggestions_show(struct ui *ui, int64_t programme)
{
	ui_run(ui, &suggestions_class, &programme, NULL);
	return UI_RELOAD;
}

ui_flags suggestions_aims(struct ui *ui, struct screen *s)
{
	const struct suggestions *v = s->state;
	const struct aims_argument argument = { v->id, row_view_current(&v->rows) };

	if (argument.person == 0)
		return UI_NOTHING;
	ui_run(ui, &aims_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags suggestions_enrol(struct ui *ui, struct screen *s)
{
	struct suggestions *v = s->state;
	struct chosen_records who = { .arena = ui_scratch(ui) };
	const int64_t *ids;
	int64_t one;

	who.count = row_view_chosen(&v->rows, &ids, &one);
	if (who.count == 0)
		return UI_NOTHING;
	who.ids = arena_array(who.arena, who.count, sizeof *who.ids);
	for (size_t i = 0; i < who.count; i++)
		who.ids[i] = ids[i];
	if (participants_enrol(ui, v->id, &who))
		v->rows.view.mark_count = 0;
	return UI_RELOAD;
}

ui_flags suggestions_ledger(struct ui *ui, struct screen *s)
{
	return ledger_show(ui, s, row_view_current(s->state));
}

ui_flags suggestions_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "suggestions",
		.programme = ((const struct suggestions *)s->state)->programme.code,
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
