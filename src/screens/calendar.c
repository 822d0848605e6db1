#include "calendar.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/clash.h"
#include "domain/programme.h"
#include "domain/year_calendar.h"
#include "domain/yearly_plan.h"
#include "ui/grid_view.h"

/* A year: programmes and what is planned as bars over twelve months. */
enum { MONTHS = 12, WIDE = 80, CODE = 8, CODE_NARROW = 6 };

struct calendar {
	struct app *app;
	struct year_calendar year;
	size_t programmes;
	int64_t sure, doubtful; /* clashes */
	bool narrow;		/* at the last draw, as the width */
	int width;
	struct grid_view grid;
};

static const struct calendar_row *current(const struct calendar *v)
{
	return v->grid.rows > 0 ? &v->year.rows[v->grid.row] : NULL;
}

static const char *code_of(const struct calendar_row *r, struct arena *arena)
{
	return r->programme != 0 ? r->code : arena_printf(arena, _("no. %s"), r->code);
}

static struct grid_cell name(void *context, size_t row, int width, struct arena *arena)
{
	const struct calendar *v = context;
	const struct calendar_row *r = &v->year.rows[row];
	const char *mark = row == v->grid.row ? ">" : " ", *gap = v->narrow ? "" : " ";
	const char *code = code_of(r, arena);
	int least = v->narrow ? CODE_NARROW : CODE;

	if (text_width(code) < least)
		code = text_column(arena, code, least);
	return (struct grid_cell){ text_column(arena,
					       arena_printf(arena, "%s%s%s %s", mark, gap,
							    code, r->title),
					       width),
				   STYLE_PLAIN };
}

/* The month of today has a star. */
static const char *head(void *context, size_t column, int line, struct arena *arena)
{
	static const char *const months[MONTHS] = { N_("Jan"), N_("Feb"), N_("Mar"),
						    N_("Apr"), N_("May"), N_("Jun"),
						    N_("Jul"), N_("Aug"), N_("Sep"),
						    N_("Oct"), N_("Nov"), N_("Dec") };
	const struct calendar *v = context;
	const char *text = _(months[column]);
	int year, month, day;

	(void)line;
	date_split(clock_today(), &year, &month, &day);
	return arena_printf(arena, "%s%s",
			    year == v->year.year && month == (int)column + 1 ? "*" : " ",
			    v->narrow ? arena_strndup(arena, text, text_next(text, 0))
				      : text);
}

static const char *mark(const struct calendar *v, const struct calendar_row *r,
			uint64_t slots)
{
	bool ascii = v->app->settings->ascii;

	if (r->clash & slots)
		return "!";
	if (r->doubt & slots)
		return "?";
	if ((r->bar & slots) == 0)
		return " ";
	if (r->programme != 0)
		return ascii ? "#" : "█";
	return ascii ? "=" : "▒";
}

/* Four marks, or two of two slots each. */
static struct grid_cell cell(void *context, size_t row, size_t column,
			     struct arena *arena)
{
	const struct calendar *v = context;
	const struct calendar_row *r = &v->year.rows[row];
	int step = v->narrow ? 2 : 1, first = (int)column * CALENDAR_SLOTS_IN_MONTH;
	uint64_t all = 0;
	const char *text = "";

	for (int i = 0; i < CALENDAR_SLOTS_IN_MONTH; i += step) {
		uint64_t slots = (((uint64_t)1 << step) - 1) << (first + i);

		text = arena_printf(arena, "%s%s", text, mark(v, r, slots));
		all |= slots;
	}
	return (struct grid_cell){ text, r->clash & all	  ? STYLE_BAD
					 : r->doubt & all ? STYLE_WARN
							  : STYLE_PLAIN };
}

/* ---- what is under the cursor, in words ---- */

/* "02-03", with its year where that is another one. */
static const char *day_words(const struct calendar *v, struct date day,
			     struct arena *arena)
{
	const char *text = date_shown(arena, day);

	return date_year(day) == v->year.year ? arena_strndup(arena, text, 5) : text;
}

/* "! 3 ? 1" */
static const char *clash_marks(const struct calendar_row *r, struct arena *arena)
{
	const char *text = "";

	if (r->clashes > 0)
		text = arena_printf(arena, ", ! %d", (int)r->clashes);
	if (r->doubtful > 0)
		text = arena_printf(arena, "%s, ? %d", text, (int)r->doubtful);
	return text;
}

static const char *span_words(const struct calendar *v, const struct calendar_row *r,
			      struct arena *arena)
{
	const char *from, *to;

	if (!date_is_set(r->starts))
		return r->programme != 0 ? _("no days yet") : _("no quarter yet");
	if (!r->fixed)
		return arena_printf(arena, _("quarter %d"), (int)r->quarter);
	from = day_words(v, r->starts, arena);
	to = day_words(v, r->ends, arena);
	if (r->days <= 1)
		return from;
	if (v->narrow)
		return arena_printf(arena, _("%s to %s"), from, to);
	return arena_printf(
		arena, _("%s to %s, %s"), from, to,
		arena_printf(arena, P_("%d day", "%d days", r->days), (int)r->days));
}

static const char *clash_words(const struct calendar_row *r, struct arena *arena)
{
	const char *sure = arena_printf(arena, P_("%d clash", "%d clashes", r->clashes),
					(int)r->clashes);

	if (r->doubtful == 0)
		return r->clashes == 0 ? _("no clash") : sure;
	return arena_printf(arena, _("%s, %d possible"), sure, (int)r->doubtful);
}

static const char *facts(const struct calendar *v, const struct calendar_row *r,
			 struct arena *arena)
{
	const char *span = span_words(v, r, arena);

	if (r->item != 0)
		return arena_printf(arena, _("%s %s: planned, %s."), code_of(r, arena),
				    choice_label(plan_status_choices, r->status), span);
	span = arena_printf(arena, "%s, %s", span,
			    arena_printf(arena,
					 P_("%d session", "%d sessions", r->sessions),
					 (int)r->sessions));
	if (v->narrow)
		return arena_printf(arena, "%s%s", span, clash_marks(r, arena));
	return arena_printf(arena, "%s %s: %s, %s.", r->code,
			    choice_label(programme_status_choices, r->status), span,
			    clash_words(r, arena));
}

static bool is_of(const struct clash *c, int64_t programme)
{
	return c->one.programme == programme || c->two.programme == programme;
}

/* The first clash in the month with the cursor, NULL where there is none. */
static const struct clash *clash_here(const struct calendar *v)
{
	const struct calendar_row *r = current(v);

	for (size_t i = 0; r && r->programme != 0 && i < v->year.clash_count; i++) {
		const struct clash *c = &v->year.clashes[i];

		if (is_of(c, r->programme) &&
		    calendar_slot(c->date) / CALENDAR_SLOTS_IN_MONTH ==
			    (int)v->grid.column)
			return c;
	}
	return NULL;
}

/* The clash under the cursor, or the title that its row has no room for. */
static const char *more(const struct calendar *v, struct arena *arena)
{
	const struct calendar_row *r = current(v);
	const struct clash *c = clash_here(v);
	struct clash seen;

	if (!c)
		return r->title;
	seen = calendar_seen_from(c, r->programme);
	/* TRANSLATORS: a day, the number of a session, and a sentence on it */
	return arena_printf(arena, _("%s session %d: %s"), day_words(v, c->date, arena),
			    (int)seen.one.number, clash_sentence(&seen, arena));
}

static const char *foot(void *context, int line, struct arena *arena)
{
	const struct calendar *v = context;
	const char **lines;
	size_t count;

	if (!current(v))
		return "";
	if (line == 0)
		return facts(v, current(v), arena);
	count = text_wrap(arena, more(v, arena), v->width, &lines);
	return (size_t)line <= count ? lines[line - 1] : "";
}

/* clang-format off */
static const struct grid_source wide = {
	.name_width = 31, .name_least = 20, .cell_width = 4, .bars = 10,
	.heads = 1, .feet = 3, .name = name, .head = head, .cell = cell, .foot = foot,
};
static const struct grid_source narrow = {
	.name_width = 15, .name_least = 10, .cell_width = 2, .bars = 7,
	.heads = 1, .feet = 3, .name = name, .head = head, .cell = cell, .foot = foot,
};
/* clang-format on */

/* ---- the screen ---- */

static bool load(struct screen *s, int year, struct err *err)
{
	struct calendar *v = s->state;

	arena_reset(&s->rows);
	if (!year_calendar_load(v->app->db, year, &s->rows, &v->year, err))
		return false;
	v->programmes = 0;
	for (size_t i = 0; i < v->year.count; i++)
		v->programmes += v->year.rows[i].programme != 0;
	v->sure = v->doubtful = 0;
	for (size_t i = 0; i < v->year.clash_count; i++) {
		v->sure += v->year.clashes[i].certain;
		v->doubtful += !v->year.clashes[i].certain;
	}
	grid_view_set(&v->grid, v->year.count, v->year.count > 0 ? MONTHS : 0);
	return true;
}

/* To the month of today, and what is not over yet. */
static void go_to_today(struct calendar *v)
{
	struct date today = clock_today();
	size_t row = 0;

	if (v->year.count == 0 || date_year(today) != v->year.year)
		return;
	while (row < v->year.count && date_is_set(v->year.rows[row].starts) &&
	       date_compare(v->year.rows[row].ends, today) < 0)
		row++;
	v->grid.row = row < v->year.count ? row : v->year.count - 1;
	v->grid.column = (size_t)calendar_slot(today) / CALENDAR_SLOTS_IN_MONTH;
}

static bool calendar_reload(struct ui *ui, struct screen *s, struct err *err)
{
	(void)ui;
	return load(s, ((struct calendar *)s->state)->year.year, err);
}

static bool calendar_begin(struct ui *ui, struct screen *s, const void *argument,
			   struct err *err)
{
	int year = *(const int *)argument;
	struct calendar *v = s->state;

	v->app = app_of(ui);
	v->grid.source = &wide;
	v->grid.context = v;
	v->grid.empty = N_("Nothing is held or planned in this year. [ and ] go to "
			   "another year.");
	if (!load(s, year != 0 ? year : date_year(clock_today()), err))
		return false;
	go_to_today(v);
	return true;
}

static const char *calendar_title(struct ui *ui, struct screen *s)
{
	const struct calendar *v = s->state;
	struct arena *a = ui_scratch(ui);

	if (v->narrow)
		return arena_printf(a, _("Calendar %d  ! %d  ? %d"), v->year.year,
				    (int)v->sure, (int)v->doubtful);
	return arena_printf(
		a, _("Calendar %d: programmes %d, planned %d, clashes %d, possible %d"),
		v->year.year, (int)v->programmes, (int)(v->year.count - v->programmes),
		(int)v->sure, (int)v->doubtful);
}

static void calendar_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct calendar *v = s->state;

	v->width = canvas_columns(c);
	v->narrow = v->width < WIDE;
	v->grid.source = v->narrow ? &narrow : &wide;
	grid_view_draw(ui, &v->grid, c);
}

static ui_flags calendar_key(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	return grid_view_key(&((struct calendar *)s->state)->grid, key);
}

static const char *calendar_hint(struct ui *ui, struct screen *s)
{
	(void)s;
	return app_of(ui)->settings->ascii
		       ? _("# programme  = planned  ! clash  ? perhaps: times are "
			   "missing  * today")
		       : _("█ programme  ▒ planned  ! clash  ? perhaps: times are "
			   "missing  * today");
}

static bool calendar_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct calendar_row *r = current(s->state);

	if (!r)
		return false;
	*kind = r->programme != 0 ? &programme_kind : &plan_item_kind;
	*id = r->programme != 0 ? r->programme : r->item;
	return true;
}

const struct screen_class calendar_class = {
	.name = "calendar",
	.context = CONTEXT_CALENDAR,
	.state_size = sizeof(struct calendar),
	.open = calendar_begin,
	.title = calendar_title,
	.reload = calendar_reload,
	.draw = calendar_draw,
	.key = calendar_key,
	.hint = calendar_hint,
	.record = calendar_record,
};

/* ---- commands ---- */

ui_flags place_calendar(struct ui *ui, struct screen *s)
{
	const int this_year = 0;

	(void)s;
	ui_run(ui, &calendar_class, &this_year, NULL);
	return UI_RELOAD;
}

ui_flags calendar_open(struct ui *ui, struct screen *s)
{
	const struct calendar_row *r = current(s->state);
	struct edit_argument item = { .kind = &plan_item_kind };

	if (!r)
		return UI_NOTHING;
	if (r->programme != 0) {
		record_open_own(ui, &programme_kind, r->programme);
		return UI_RELOAD;
	}
	item.id = r->item;
	ui_run(ui, &record_edit_class, &item, NULL);
	return UI_RELOAD;
}

ui_flags calendar_clashes(struct ui *ui, struct screen *s)
{
	const struct calendar *v = s->state;
	const struct calendar_row *r = current(v);
	struct clashes_argument argument = { .year = v->year.year };

	if (!r)
		return UI_NOTHING;
	if (r->clashes + r->doubtful == 0) {
		ui_say(ui, _("Nothing of %s clashes in %d. C shows the whole year."),
		       r->programme != 0 ? r->code : r->title, v->year.year);
		return UI_NOTHING;
	}
	argument.programme = r->programme;
	argument.code = r->code;
	ui_run(ui, &clashes_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags calendar_all_clashes(struct ui *ui, struct screen *s)
{
	const struct clashes_argument argument = {
		.year = ((const struct calendar *)s->state)->year.year, .code = ""
	};

	ui_run(ui, &clashes_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags calendar_year_before(struct ui *ui, struct screen *s)
{
	struct calendar *v = s->state;

	(void)ui;
	return year_turn(&v->year.year, -1) ? UI_RELOAD : UI_NOTHING;
}

ui_flags calendar_year_after(struct ui *ui, struct screen *s)
{
	struct calendar *v = s->state;

	(void)ui;
	return year_turn(&v->year.year, 1) ? UI_RELOAD : UI_NOTHING;
}

ui_flags calendar_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "calendar", .year = ((const struct calendar *)s->state)->year.year
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
