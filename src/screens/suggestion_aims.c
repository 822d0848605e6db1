#include "domain/suggestion.h"

#include <math.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/competency.h"
#include "domain/office.h"
#include "domain/programme.h"
#include "list_commands.h"
#include "needs.h"
#include "row_view.h"
#include "store/record.h"
#include "suggest.h"

/* The gaps of a person in what a programme is for. */
struct aims {
	struct row_view rows;
	struct aims_argument about;
	struct person person;
	struct programme programme;
	struct suggestion_aim *list;
	size_t count;
};

enum { CODE, REQUIRED, ACTUAL, GAP, IMPORTANCE, PRIORITY, NARROW_COUNT = PRIORITY + 1 };
enum { SELF = NARROW_COUNT, SUPERIOR, COLUMN_COUNT, WIDE = 70 };

/* A narrow window shows the first of them. */
static const struct ui_column columns[COLUMN_COUNT] = {
	[CODE] = { N_("Competency"), 0, false, "competency" },
	[REQUIRED] = { N_("Req."), 4, true, "required" },
	[ACTUAL] = { N_("Act."), 4, true, "actual" },
	[GAP] = { N_("Lack"), 4, true, "gap" },
	[IMPORTANCE] = { N_("Imp."), 4, true, "importance" },
	[PRIORITY] = { N_("Prio."), 5, true, "priority" },
	[SELF] = { N_("Own"), 4, true, "self" },
	[SUPERIOR] = { N_("Sup."), 4, true, "superior" },
};

static void fill_row(struct arena *a, const struct suggestion_aim *aim,
		     struct list_row *row)
{
	row->id = aim->competency;
	row->style = isnan(aim->gap) ? STYLE_DIM : STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[CODE] = arena_printf(a, "%s %s", aim->code, aim->name);
	row->cells[REQUIRED] =
		aim->required == NUMBER_NONE ? "?" : need_level(a, aim->required);
	row->cells[ACTUAL] = need_mean(a, aim->actual);
	row->cells[GAP] = need_mean(a, aim->gap);
	row->cells[IMPORTANCE] = need_mean(a, aim->importance);
	row->cells[PRIORITY] = need_mean(a, aim->priority);
	row->cells[SELF] = need_level(a, aim->self);
	row->cells[SUPERIOR] = need_level(a, aim->superior);
}

static bool aims_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct db *db = app_of(ui)->db;
	struct aims *v = s->state;
	struct list_row *rows;

	v->rows.source.column_count =
		ui_columns(ui) >= WIDE ? COLUMN_COUNT : NARROW_COUNT;
	arena_reset(&s->rows);
	if (!record_load(db, &person_kind, v->about.person, &v->person, &s->rows, err) ||
	    !record_load(db, &programme_kind, v->about.programme, &v->programme, &s->rows,
			 err) ||
	    !suggestion_aims(db, v->about.programme, v->about.person, &s->rows, &v->list,
			     &v->count, err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, &v->list[i], &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool aims_open(struct ui *ui, struct screen *s, const void *argument,
		      struct err *err)
{
	struct aims *v = s->state;

	v->about = *(const struct aims_argument *)argument;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("Nothing says which competencies the programme is for. Add its "
			 "objectives with a competency (o on its page)."));
	return aims_reload(ui, s, err);
}

static const char *aims_title(struct ui *ui, struct screen *s)
{
	const struct aims *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › gaps for %s%s"), v->person.name,
			    v->programme.code, row_view_filter(ui, &v->rows));
}

static const struct suggestion_aim *current(const struct aims *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->count; i++) {
		if (v->list[i].competency == id)
			return &v->list[i];
	}
	return NULL;
}

static const char *aims_hint(struct ui *ui, struct screen *s)
{
	const struct suggestion_aim *aim = current(s->state);
	struct arena *a = ui_scratch(ui);

	if (!aim)
		return "";
	if (isnan(aim->actual))
		return _("Nobody answered about this: it counts in no figure");
	if (aim->required == NUMBER_NONE)
		return _("The position has no standard for this: it counts in no figure");
	if (isnan(aim->importance))
		return arena_printf(a,
				    _("gap %s × importance %d, as nobody stated it = %s"),
				    need_mean(a, aim->gap), SUGGESTION_IMPORTANCE,
				    need_mean(a, aim->priority));
	return arena_printf(a, _("gap %s × importance %s = %s; Enter shows everybody"),
			    need_mean(a, aim->gap), need_mean(a, aim->importance),
			    need_mean(a, aim->priority));
}

static bool aims_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &competency_kind;
	*id = row_view_current(s->state);
	return *id != 0;
}

const struct screen_class aims_class = {
	.name = "suggestion-gaps",
	.context = CONTEXT_AIMS,
	.state_size = sizeof(struct aims),
	.open = aims_open,
	.title = aims_title,
	.reload = aims_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = aims_hint,
	.record = aims_record,
};

ui_flags aims_people(struct ui *ui, struct screen *s)
{
	const struct suggestion_aim *aim = current(s->state);
	struct need_scope scope = { 0 };

	if (!aim)
		return UI_NOTHING;
	scope.survey = aim->survey;
	scope.competency = aim->competency;
	ui_run(ui, &need_people_class, &scope, NULL);
	return UI_RELOAD;
}

ui_flags aims_ledger(struct ui *ui, struct screen *s)
{
	return ledger_show(ui, s, ((const struct aims *)s->state)->about.person);
}
