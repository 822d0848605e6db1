#include "domain/standard_matrix.h"

#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/position.h"
#include "grid_commands.h"
#include "store/select.h"
#include "ui/grid_view.h"

/* Positions × competencies: the level that each position requires. */
struct matrix_screen {
	struct app *app;
	struct standard_matrix matrix;
	struct grid_view grid;
};

enum { CELL = 5, TYPES_MOST = 100 };

static struct standard_place cursor(const struct matrix_screen *v)
{
	return (struct standard_place){ v->grid.row, v->grid.column };
}

static bool is_empty(const struct matrix_screen *v)
{
	return v->grid.rows == 0 || v->grid.columns == 0;
}

static struct grid_cell name(void *context, size_t row, int width, struct arena *arena)
{
	const struct matrix_screen *v = context;
	const char *text = v->matrix.positions[row].name;

	if (text_width(text) > width - 1)
		text = text_column(arena, text, width - 1);
	return (struct grid_cell){ text, STYLE_PLAIN };
}

static const char *head(void *context, size_t column, int line, struct arena *arena)
{
	const struct matrix_screen *v = context;
	const char *code = v->matrix.competencies[column].code;

	(void)line;
	if (text_width(code) > CELL - 1)
		code = text_column(arena, code, CELL - 1);
	return text_column_right(arena, code, CELL);
}

static struct grid_cell cell(void *context, size_t row, size_t column,
			     struct arena *arena)
{
	const struct matrix_screen *v = context;
	int64_t level =
		standard_at(&v->matrix, (struct standard_place){ row, column })->level;
	const char *none = v->app->settings->ascii ? "-" : "·";

	return (struct grid_cell){
		text_column_right(arena,
				  level == NUMBER_NONE ? none : number_int(arena, level),
				  CELL),
		STYLE_PLAIN,
	};
}

static const char *about_position(const struct standard_position *p, struct arena *arena)
{
	const char *held = arena_printf(
		arena,
		P_("Held by %d person", "Held by %d people", (unsigned long)p->people),
		(int)p->people);

	if (*p->type == '\0')
		return arena_printf(arena, _("%s   no type yet: t chooses one"), held);
	if (p->level == NUMBER_NONE)
		return arena_printf(arena, _("%s   %s: its type has no level"), held,
				    p->type);
	return arena_printf(arena, _("%s   %s: level %d"), held, p->type, (int)p->level);
}

static const char *foot(void *context, int line, struct arena *arena)
{
	const struct matrix_screen *v = context;
	const struct competency *c;
	int64_t level;

	if (is_empty(v))
		return "";
	if (line == 0)
		return about_position(&v->matrix.positions[v->grid.row], arena);
	c = &v->matrix.competencies[v->grid.column];
	level = standard_at(&v->matrix, cursor(v))->level;
	if (line == 1)
		return level == NUMBER_NONE
			       ? arena_printf(arena, _("%s: no level required"), c->name)
			       : arena_printf(arena, _("%s: level %d"), c->name,
					      (int)level);
	return standard_text(&v->matrix, v->grid.column, level);
}

static const struct grid_source matrix_source = {
	.name_width = 30,
	.name_least = 16,
	.cell_width = CELL,
	.heads = 1,
	.feet = 3,
	.name = name,
	.head = head,
	.cell = cell,
	.foot = foot,
};

/* The cursor stays on its position, wherever that is now. */
static void place_cursor(struct matrix_screen *v, const char *position)
{
	for (size_t i = 0; i < v->matrix.position_count; i++) {
		if (strcmp(v->matrix.positions[i].name, position) == 0)
			v->grid.row = i;
	}
}

static bool matrix_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct matrix_screen *v = s->state;
	struct arena rows = { 0 }, before = s->rows;
	const char *at = v->grid.row < v->matrix.position_count
				 ? v->matrix.positions[v->grid.row].name
				 : "";

	(void)ui;
	if (!standard_matrix_load(v->app->db, &rows, &v->matrix, err)) {
		arena_done(&rows);
		return false;
	}
	place_cursor(v, at);
	s->rows = rows;
	arena_done(&before);
	v->grid.empty = v->matrix.competency_count == 0
				? N_("There are no competencies yet. Press Esc, then r "
				     "for the ready ones or n for your own.")
				: N_("There are no positions yet. Enter persons with "
				     "their positions, or Esc, then j.");
	grid_view_set(&v->grid, v->matrix.position_count, v->matrix.competency_count);
	return true;
}

static bool matrix_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct matrix_screen *v = s->state;

	(void)argument;
	v->app = app_of(ui);
	v->grid.source = &matrix_source;
	v->grid.context = v;
	return matrix_reload(ui, s, err);
}

static const char *matrix_title(struct ui *ui, struct screen *s)
{
	const struct matrix_screen *v = s->state;

	return arena_printf(ui_scratch(ui), _("Standards of positions  %zu × %zu"),
			    v->matrix.position_count, v->matrix.competency_count);
}

static void matrix_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct matrix_screen *v = s->state;

	grid_view_draw(ui, &v->grid, c);
}

static ui_flags failed(struct ui *ui, const struct err *err)
{
	ui_refuse(ui, "%s", err->text);
	return UI_RELOAD;
}

/* To the next competency, from the last one to the next position. */
static ui_flags go_on(struct ui *ui, struct matrix_screen *v)
{
	if (v->grid.column + 1 < v->grid.columns)
		return grid_view_go(&v->grid, v->grid.row, v->grid.column + 1);
	if (v->grid.row + 1 < v->grid.rows)
		return grid_view_go(&v->grid, v->grid.row + 1, 0);
	ui_say(ui, _("That was the last standard."));
	return UI_PART;
}

static ui_flags take(struct ui *ui, struct matrix_screen *v, int64_t level)
{
	struct err err = { 0 };

	if (!standard_matrix_set(v->app->db, &v->matrix, cursor(v), level, &err))
		return failed(ui, &err);
	return level == NUMBER_NONE ? UI_PART : go_on(ui, v);
}

static ui_flags matrix_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct matrix_screen *v = s->state;

	if (is_empty(v))
		return UI_IGNORED;
	if (key >= '1' && key <= '0' + COMPETENCY_LEVELS)
		return take(ui, v, key - '0');
	if (key == '0' || key == '.')
		return take(ui, v, NUMBER_NONE);
	if (key >= '6' && key <= '9') {
		ui_refuse(ui, _("Levels go from 1 to 5; 0 takes the standard away."));
		return UI_NOTHING;
	}
	return grid_view_key(&v->grid, key);
}

/* Digits are levels whatever the office has put on keys. */
static bool matrix_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return (key >= '0' && key <= '9') || key == '.';
}

static const char *matrix_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	return is_empty(s->state)
		       ? ""
		       : _("1 to 5 set the level and go on, 0 takes it away; f fills "
			   "from the type");
}

const struct screen_class standard_matrix_class = {
	.name = "standards",
	.context = CONTEXT_STANDARDS,
	.state_size = sizeof(struct matrix_screen),
	.open = matrix_open,
	.title = matrix_title,
	.reload = matrix_reload,
	.draw = matrix_draw,
	.key = matrix_key,
	.grabs = matrix_grabs,
	.hint = matrix_hint,
};

/* For who looks for it; the digits themselves are quicker. */
ui_flags standards_level(struct ui *ui, struct screen *s)
{
	struct ui_choice choices[COMPETENCY_LEVELS];
	struct matrix_screen *v = s->state;
	int at;

	if (is_empty(v))
		return UI_NOTHING;
	for (int i = 0; i < COMPETENCY_LEVELS; i++)
		choices[i] = (struct ui_choice){
			arena_printf(ui_scratch(ui), _("level %d"), i + 1), ""
		};
	at = ui_pick(ui, _("Which level does the position require?"), choices,
		     COMPETENCY_LEVELS, 0);
	return at < 0 ? UI_NOTHING : take(ui, v, at + 1);
}

ui_flags standards_clear(struct ui *ui, struct screen *s)
{
	return is_empty(s->state) ? UI_NOTHING : take(ui, s->state, NUMBER_NONE);
}

static ui_flags fill(struct ui *ui, struct matrix_screen *v, size_t first, size_t count)
{
	struct err err = { 0 };
	size_t filled = 0;

	if (!standard_matrix_fill(v->app->db, &v->matrix, first, count, &filled, &err))
		return failed(ui, &err);
	if (filled == 0)
		ui_say(ui, _("Nothing to fill: all is set, or the type or its level is "
			     "missing."));
	else
		ui_say(ui,
		       P_("%zu standard filled   (Ctrl+Z takes it back)",
			  "%zu standards filled   (Ctrl+Z takes it back)", filled),
		       filled);
	return UI_RELOAD;
}

ui_flags standards_fill(struct ui *ui, struct screen *s)
{
	struct matrix_screen *v = s->state;
	const struct standard_position *p;

	if (is_empty(v))
		return UI_NOTHING;
	p = &v->matrix.positions[v->grid.row];
	if (p->level != NUMBER_NONE)
		return fill(ui, v, v->grid.row, 1);
	if (*p->type == '\0')
		ui_refuse(ui, _("The position has no type yet. t chooses one, then f "
				"fills."));
	else
		ui_refuse(ui,
			  _("%s has no level. Enter it in the types of positions "
			    "(Esc, t), or type the levels here."),
			  p->type);
	return UI_NOTHING;
}

ui_flags standards_fill_all(struct ui *ui, struct screen *s)
{
	struct matrix_screen *v = s->state;

	return is_empty(v) ? UI_NOTHING : fill(ui, v, 0, v->grid.rows);
}

/* The index of the type that was picked, or -1. */
static int pick_type(struct ui *ui, const struct position_type *types, size_t count)
{
	struct ui_choice *choices =
		arena_array(ui_scratch(ui), count + 1, sizeof *choices);

	for (size_t i = 0; i < count; i++)
		choices[i] = (struct ui_choice){
			types[i].name,
			types[i].level == NUMBER_NONE
				? _("no level")
				: arena_printf(ui_scratch(ui), _("level %d"),
					       (int)types[i].level),
		};
	return ui_pick(ui, _("Which type of position?"), choices, count, 0);
}

ui_flags standards_type(struct ui *ui, struct screen *s)
{
	const struct select all = { .kind = &position_type_kind, .sort = "code" };
	struct matrix_screen *v = s->state;
	const struct position_type *types;
	struct rows found = { NULL, 0 };
	struct err err = { 0 };
	int at;

	if (is_empty(v))
		return UI_NOTHING;
	if (!select_page(v->app->db, &all, SELECT_FIRST, 0, TYPES_MOST, ui_scratch(ui),
			 &found, &err))
		return failed(ui, &err);
	if (found.count == 0) {
		ui_refuse(ui, _("There are no types of positions yet. Press Esc, t and r "
				"for the ready ones."));
		return UI_NOTHING;
	}
	types = found.rows;
	at = pick_type(ui, types, found.count);
	if (at < 0)
		return UI_NOTHING;
	if (!standard_position_type(v->app->db, v->matrix.positions[v->grid.row].name,
				    types[at].id, &err))
		return failed(ui, &err);
	ui_say(ui, _("The type is %s. f fills the standards that are missing."),
	       types[at].name);
	return UI_RELOAD;
}

ui_flags standards_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = { .name = "standards" };

	(void)s;
	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
