#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/office.h"
#include "needs.h"
#include "row_view.h"
#include "store/record.h"

/* The people behind a number of the analysis. */
struct need_people {
	struct row_view rows;
	struct need_scope scope;
	const char *competency, *unit; /* names; "" for the whole office */
	struct need_person *people;
	size_t count;
};

enum column { NAME, POSITION, REQUIRED, SELF, SUPERIOR, ACTUAL, GAP, IMPORTANCE, FLAG };
enum { COLUMN_COUNT = FLAG + 1, BIG = 12, FEET = 2 };

static const struct ui_column columns[COLUMN_COUNT] = {
	[NAME] = { N_("Name"), 0, false, "name" },
	[POSITION] = { N_("Position"), 14, false, "position" },
	[REQUIRED] = { N_("Req."), 4, true, "required" },
	[SELF] = { N_("Own"), 4, true, "self" },
	[SUPERIOR] = { N_("Sup."), 4, true, "superior" },
	[ACTUAL] = { N_("Act."), 4, true, "actual" },
	[GAP] = { N_("Lack"), 4, true, "gap" },
	[IMPORTANCE] = { N_("Imp."), 4, true, "importance" },
	[FLAG] = { "", 1, false, "flagged" },
};
static const unsigned char wide[] = { NAME,   POSITION, REQUIRED,   SELF, SUPERIOR,
				      ACTUAL, GAP,	IMPORTANCE, FLAG };
static const unsigned char narrow[] = { NAME, GAP, FLAG, REQUIRED, ACTUAL };
static const struct row_shape shape = {
	.columns = columns,
	.wide = wide,
	.narrow = narrow,
	.wide_count = sizeof wide,
	.narrow_count = sizeof narrow,
	.empty = N_("Nobody of this unit answered about this competency. Key in "
		    "the sheets of the survey: f on its page."),
};

static const char *cell_of(struct arena *a, const struct need_person *p, enum column of)
{
	switch (of) {
	case NAME:
		return p->name;
	case POSITION:
		return p->position;
	case REQUIRED:
		return p->required == NUMBER_NONE ? "?" : need_level(a, p->required);
	case SELF:
		return need_level(a, p->self);
	case SUPERIOR:
		return need_level(a, p->superior);
	case ACTUAL:
		return need_mean(a, p->actual);
	case GAP:
		return need_mean(a, p->gap);
	case IMPORTANCE:
		return need_mean(a, p->importance);
	case FLAG:
		return p->flagged ? "!" : "";
	}
	return "";
}

static void fill_row(struct arena *a, const struct need_people *v,
		     const struct need_person *p, struct list_row *row)
{
	row->id = p->person;
	row->style = p->required == NUMBER_NONE ? STYLE_DIM : STYLE_PLAIN;
	row->cells = arena_array(a, v->rows.place_count, sizeof *row->cells);
	for (size_t i = 0; i < v->rows.place_count; i++)
		row->cells[i] = cell_of(a, p, v->rows.places[i]);
}

static bool load_names(struct db *db, struct need_people *v, struct arena *arena,
		       struct err *err)
{
	struct competency competency;
	struct unit unit;

	if (!record_load(db, &competency_kind, v->scope.competency, &competency, arena,
			 err))
		return false;
	v->competency = competency.name;
	v->unit = v->scope.unit == NEED_NO_UNIT ? _("(in no unit)") : "";
	if (v->scope.unit <= 0)
		return true;
	if (!record_load(db, &unit_kind, v->scope.unit, &unit, arena, err))
		return false;
	v->unit = unit.name;
	return true;
}

static bool people_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct db *db = app_of(ui)->db;
	struct need_people *v = s->state;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!load_names(db, v, &s->rows, err) ||
	    !need_people(db, &v->scope, &s->rows, &v->people, &v->count, err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, v, &v->people[i], &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool people_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct need_people *v = s->state;

	v->scope = *(const struct need_scope *)argument;
	row_view_init_shape(ui, &v->rows, s, &shape);
	return people_reload(ui, s, err);
}

static const char *people_title(struct ui *ui, struct screen *s)
{
	const struct need_people *v = s->state;

	return arena_printf(ui_scratch(ui), "%s%s%s  %d%s", v->competency,
			    *v->unit == '\0' ? "" : " › ", v->unit, (int)v->count,
			    row_view_filter(ui, &v->rows));
}

static const struct need_person *current(const struct need_people *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->count; i++) {
		if (v->people[i].person == id)
			return &v->people[i];
	}
	return NULL;
}

/* "0,4 × 3 + 0,6 × 2 = 2,4", or whose level alone counts. */
static const char *actual_words(struct ui *ui, const struct need_person *p)
{
	long own = app_of(ui)->settings->need_weight_self;
	struct arena *a = ui_scratch(ui);

	if (p->superior == NUMBER_NONE)
		return arena_printf(a, _("only the person answered: %d"), (int)p->self);
	if (p->self == NUMBER_NONE)
		return arena_printf(a, _("only the superior answered: %d"),
				    (int)p->superior);
	return arena_printf(a, "%s × %d + %s × %d = %s",
			    number_hundredths(a, own, number_mark()), (int)p->self,
			    number_hundredths(a, 100 - own, number_mark()),
			    (int)p->superior, need_mean(a, p->actual));
}

static const char *calculation(struct ui *ui, const struct need_person *p)
{
	struct arena *a = ui_scratch(ui);

	if (p->required == NUMBER_NONE)
		return arena_printf(a, _("%s; no standard: counts in no figure"),
				    actual_words(ui, p));
	if (p->surplus > 0)
		return arena_printf(a, _("%s; required %d; no gap, %s more"),
				    actual_words(ui, p), (int)p->required,
				    need_mean(a, p->surplus));
	return arena_printf(a, _("%s; required %d; gap %s"), actual_words(ui, p),
			    (int)p->required, need_mean(a, p->gap));
}

/* What to do about the person, else who it is. */
static const char *advice(struct ui *ui, const struct need_person *p)
{
	if (p->required == NUMBER_NONE && *p->position == '\0')
		return _("The person has no position. Enter opens the page; F2 there "
			 "enters it.");
	if (p->required == NUMBER_NONE)
		return arena_printf(ui_scratch(ui),
				    _("Position without a standard: %s. Fill in the "
				      "standards."),
				    p->position);
	if (p->flagged)
		return arena_printf(ui_scratch(ui),
				    _("! self and superior are %d levels apart: verify "
				      "it with both"),
				    (int)p->difference);
	if (*p->unit == '\0' || *p->position == '\0')
		return *p->unit == '\0' ? p->position : p->unit;
	return arena_printf(ui_scratch(ui), "%s, %s", p->position, p->unit);
}

static void people_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct need_people *v = s->state;
	const struct need_person *p;
	int feet = canvas_rows(c) < BIG || v->count == 0 ? 0 : FEET;
	int row = canvas_rows(c) - feet;

	list_view_draw(ui, &v->rows.view, c, 0, row);
	p = current(v);
	if (feet == 0 || !p)
		return;
	canvas_rule(c, row, 0, canvas_columns(c));
	canvas_text(c, row + 1, 0, 0, STYLE_PLAIN, advice(ui, p));
}

static const char *people_hint(struct ui *ui, struct screen *s)
{
	const struct need_person *p = current(s->state);

	return p ? calculation(ui, p) : "";
}

static bool people_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &person_kind;
	*id = row_view_current(&((struct need_people *)s->state)->rows);
	return *id != 0;
}

const struct screen_class need_people_class = {
	.name = "need-people",
	.context = CONTEXT_NEED_PEOPLE,
	.state_size = sizeof(struct need_people),
	.open = people_open,
	.title = people_title,
	.reload = people_reload,
	.draw = people_draw,
	.key = row_view_key,
	.hint = people_hint,
	.record = people_record,
};

ui_flags need_people_open(struct ui *ui, struct screen *s)
{
	int64_t id = row_view_current(&((struct need_people *)s->state)->rows);

	if (id != 0)
		record_open_own(ui, &person_kind, id);
	return UI_RELOAD;
}
