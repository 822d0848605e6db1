#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/survey.h"
#include "needs.h"
#include "store/record.h"
#include "ui/grid_view.h"

/* The mean gap of each unit in each competency: the whole office first, then
 * its units; competencies in the order of the ranking. */
struct heat_map {
	struct app *app;
	int64_t id;
	struct survey survey;
	struct need_unit *units;
	struct need_row *needs;
	struct need_cell *cells; /* of the grid; respondents 0 where nobody answered */
	size_t unit_count, need_count;
	bool narrow; /* at the last draw */
	struct grid_view grid;
};

enum { CELL = 6, NARROW = 26 };

static const char *unit_name(const struct heat_map *v, size_t row)
{
	const struct need_unit *u;

	if (row == 0)
		return _("Whole office");
	u = &v->units[row - 1];
	return u->unit == NEED_NO_UNIT ? _("(in no unit)") : u->name;
}

/* The code where the name would be cut too short. */
static struct grid_cell name(void *context, size_t row, int width, struct arena *arena)
{
	const struct heat_map *v = context;
	const char *text = unit_name(v, row);

	if (width < NARROW && row > 0 && *v->units[row - 1].code != '\0')
		text = v->units[row - 1].code;
	return (struct grid_cell){ text_column(arena, text, width), STYLE_PLAIN };
}

static const char *head(void *context, size_t column, int line, struct arena *arena)
{
	const struct heat_map *v = context;

	(void)line;
	return text_column_right(arena, v->needs[column].code, CELL);
}

static const struct need_cell *cell_at(const struct heat_map *v, size_t row,
				       size_t column)
{
	return &v->cells[row * v->need_count + column];
}

static enum style style_of(double gap)
{
	if (gap >= 1)
		return STYLE_BAD;
	return gap >= 0.5 ? STYLE_WARN : STYLE_PLAIN;
}

/* Digits, and ! where people lack a level or more in the mean. */
static struct grid_cell cell(void *context, size_t row, size_t column,
			     struct arena *arena)
{
	const struct heat_map *v = context;
	const struct need_cell *n = cell_at(v, row, column);
	const char *text;

	if (n->respondents == 0) {
		text = v->app->settings->ascii ? "- " : "· ";
		return (struct grid_cell){ text_column_right(arena, text, CELL),
					   STYLE_PLAIN };
	}
	text = arena_printf(arena, "%s%s", number_real(arena, n->gap, 1, number_mark()),
			    n->gap >= 1 ? "!" : " ");
	return (struct grid_cell){ text_column_right(arena, text, CELL),
				   style_of(n->gap) };
}

static const char *numbers(const struct heat_map *v, struct arena *arena)
{
	const struct need_cell *n = cell_at(v, v->grid.row, v->grid.column);
	const char *gap = number_real(arena, n->gap, 2, number_mark());

	if (n->respondents == 0)
		return _("Nobody answered who has a standard");
	if (v->narrow)
		return arena_printf(arena, _("n %d  gap %s  1+: %d  below: %d"),
				    (int)n->respondents, gap, (int)n->gap_1_or_more,
				    (int)n->not_competent);
	return arena_printf(arena,
			    _("n %d   mean gap %s   lack a level or more: %d   below the "
			      "standard: %d"),
			    (int)n->respondents, gap, (int)n->gap_1_or_more,
			    (int)n->not_competent);
}

static const char *foot(void *context, int line, struct arena *arena)
{
	const struct heat_map *v = context;

	if (v->grid.rows == 0 || v->grid.columns == 0)
		return "";
	if (line == 0)
		return numbers(v, arena);
	return arena_printf(arena, "%s: %s", unit_name(v, v->grid.row),
			    v->needs[v->grid.column].name);
}

static const struct grid_source source = {
	.name_width = 36,
	.name_least = 12,
	.cell_width = CELL,
	.heads = 1,
	.feet = 2,
	.name = name,
	.head = head,
	.cell = cell,
	.foot = foot,
};

static size_t column_of(const struct heat_map *v, int64_t competency)
{
	size_t at = 0;

	while (at < v->need_count && v->needs[at].competency != competency)
		at++;
	return at;
}

static void put_office(struct heat_map *v)
{
	for (size_t i = 0; i < v->need_count; i++) {
		const struct need_row *n = &v->needs[i];

		v->cells[i] = (struct need_cell){ .competency = n->competency,
						  .respondents = n->respondents,
						  .gap = n->gap,
						  .gap_1_or_more = n->gap_1_or_more,
						  .not_competent = n->not_competent,
						  .share = n->share,
						  .flagged = n->flagged };
	}
}

/* `found` is in the order of the units. */
static void put_cells(struct heat_map *v, const struct need_cell *found, size_t count)
{
	size_t row = 0;

	for (size_t i = 0; i < count; i++) {
		size_t column = column_of(v, found[i].competency);

		while (row < v->unit_count && v->units[row].unit != found[i].unit)
			row++;
		if (row == v->unit_count)
			return;
		if (column < v->need_count)
			v->cells[(row + 1) * v->need_count + column] = found[i];
	}
}

static bool load(struct heat_map *v, struct arena *arena, struct err *err)
{
	struct db *db = v->app->db;
	struct need_cell *found;
	size_t count;

	if (!record_load(db, &survey_kind, v->id, &v->survey, arena, err) ||
	    !need_list(db, v->id, 0, arena, &v->needs, &v->need_count, err) ||
	    !need_units(db, v->id, arena, &v->units, &v->unit_count, err) ||
	    !need_cells(db, v->id, arena, &found, &count, err))
		return false;
	v->cells = arena_array(arena, (v->unit_count + 1) * v->need_count + 1,
			       sizeof *v->cells);
	put_office(v);
	put_cells(v, found, count);
	return true;
}

static bool heat_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct heat_map *v = s->state;

	(void)ui;
	arena_reset(&s->rows);
	if (!load(v, &s->rows, err))
		return false;
	grid_view_set(&v->grid, v->unit_count > 0 ? v->unit_count + 1 : 0, v->need_count);
	return true;
}

static bool heat_open(struct ui *ui, struct screen *s, const void *argument,
		      struct err *err)
{
	struct heat_map *v = s->state;

	v->app = app_of(ui);
	v->id = *(const int64_t *)argument;
	v->grid.source = &source;
	v->grid.context = v;
	v->grid.empty = N_("No gap can be shown yet: nobody answered for whose position "
			   "there is a standard.");
	return heat_reload(ui, s, err);
}

static const char *heat_title(struct ui *ui, struct screen *s)
{
	const struct heat_map *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Heat map: mean gap in levels"),
			    v->survey.code);
}

static void heat_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct heat_map *v = s->state;

	v->narrow = canvas_columns(c) < 70;
	grid_view_draw(ui, &v->grid, c);
}

static ui_flags heat_key(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	return grid_view_key(&((struct heat_map *)s->state)->grid, key);
}

static const char *heat_hint(struct ui *ui, struct screen *s)
{
	(void)s;
	return app_of(ui)->settings->ascii ? _("! one level or more; - nobody answered")
					   : _("! one level or more; · nobody answered");
}

static bool heat_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct heat_map *v = s->state;

	if (v->grid.rows == 0 || v->grid.columns == 0)
		return false;
	*kind = &competency_kind;
	*id = v->needs[v->grid.column].competency;
	return true;
}

const struct screen_class heat_map_class = {
	.name = "heat-map",
	.context = CONTEXT_HEAT,
	.state_size = sizeof(struct heat_map),
	.open = heat_open,
	.title = heat_title,
	.reload = heat_reload,
	.draw = heat_draw,
	.key = heat_key,
	.hint = heat_hint,
	.record = heat_record,
};

ui_flags heat_people(struct ui *ui, struct screen *s)
{
	const struct heat_map *v = s->state;
	struct need_scope scope = { .survey = v->id };

	if (v->grid.rows == 0 || v->grid.columns == 0)
		return UI_NOTHING;
	if (v->grid.row > 0)
		scope.unit = v->units[v->grid.row - 1].unit;
	scope.competency = v->needs[v->grid.column].competency;
	ui_run(ui, &need_people_class, &scope, NULL);
	return UI_RELOAD;
}

ui_flags heat_report(struct ui *ui, struct screen *s)
{
	needs_report_show(ui, &((const struct heat_map *)s->state)->survey);
	return UI_NOTHING;
}
