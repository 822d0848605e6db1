#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/yearly_plan.h"
#include "plan.h"
#include "row_view.h"

/*
 * The budget of a year: all sources of funds together, then each, as a line for
 * the year and one for each quarter that has anything.
 */
enum { NO_QUARTER = 5, EVERY_FUND = -1 };

struct line {
	int64_t fund; /* 0: items that name none; or EVERY_FUND */
	const char *code, *name;
	int64_t quarter; /* 0: the year; or NO_QUARTER */
	int64_t planned, approved, realised;
	int64_t ceiling, left; /* NUMBER_NONE where there is no ceiling */
	int64_t ceiling_id;
};

struct budget {
	struct row_view rows;
	int year;
	struct line *lines;
	size_t count;
};

enum column { SOURCE, PLANNED, APPROVED, REALISED, CEILING, LEFT };
enum { COLUMN_COUNT = LEFT + 1, BIG = 14, FEET = 4 };

static const struct ui_column columns[COLUMN_COUNT] = {
	[SOURCE] = { N_("Source of funds"), 0, false, "fund" },
	[PLANNED] = { N_("Plan"), 9, true, "planned" },
	[APPROVED] = { N_("Approved"), 9, true, "approved" },
	[REALISED] = { N_("Realised"), 9, true, "realised" },
	[CEILING] = { N_("Ceiling"), 9, true, "ceiling" },
	[LEFT] = { N_("Remaining"), 12, true, "left" },
};
static const unsigned char wide[] = {
	SOURCE, PLANNED, APPROVED, REALISED, CEILING, LEFT
};
static const unsigned char narrow[] = { SOURCE, LEFT, APPROVED };
static const struct row_shape shape = {
	.columns = columns,
	.wide = wide,
	.narrow = narrow,
	.wide_count = sizeof wide,
	.narrow_count = sizeof narrow,
	.empty = N_("Nothing is planned for this year, and no ceiling is set. F "
		    "names the sources of funds, c sets what each may pay."),
};

/* ---- the lines ---- */

static struct line line_of(const struct plan_total *t)
{
	return (struct line){ t->fund,	    t->code,	  t->name,     t->quarter,
			      t->cost,	    t->approved,  t->realised, t->ceiling,
			      plan_left(t), t->ceiling_id };
}

/* What quarters leave of the year: items without a quarter. */
static struct line rest_of(const struct line *year, const struct line *quarters,
			   size_t count)
{
	struct line rest = *year;

	rest.quarter = NO_QUARTER;
	rest.ceiling = rest.left = NUMBER_NONE;
	rest.ceiling_id = 0;
	for (size_t i = 0; i < count; i++) {
		rest.planned -= quarters[i].planned;
		rest.approved -= quarters[i].approved;
		rest.realised -= quarters[i].realised;
	}
	return rest;
}

/* The lines of one source from its totals, whose year is the last of them. */
static size_t add_fund(const struct plan_total *totals, size_t count, struct line *out)
{
	struct line rest;
	size_t made = 0;

	out[made++] = line_of(&totals[count - 1]);
	for (size_t i = 0; i + 1 < count; i++)
		out[made++] = line_of(&totals[i]);
	rest = rest_of(&out[0], out + 1, made - 1);
	if (rest.planned > 0)
		out[made++] = rest;
	return made;
}

static void add(struct line *to, const struct line *line)
{
	to->planned += line->planned;
	to->approved += line->approved;
	to->realised += line->realised;
	if (line->ceiling == NUMBER_NONE)
		return;
	to->ceiling = line->ceiling + (to->ceiling == NUMBER_NONE ? 0 : to->ceiling);
	to->left = line->left + (to->left == NUMBER_NONE ? 0 : to->left);
}

/* All sources together, by quarter, in front of the others. */
static size_t add_all(const struct line *lines, size_t count, struct line *out)
{
	size_t made = 0;

	for (int64_t quarter = 0; quarter <= NO_QUARTER; quarter++) {
		struct line sum = { .fund = EVERY_FUND,
				    .quarter = quarter,
				    .ceiling = NUMBER_NONE,
				    .left = NUMBER_NONE };
		bool any = false;

		for (size_t i = 0; i < count; i++) {
			if (lines[i].quarter != quarter)
				continue;
			add(&sum, &lines[i]);
			any = true;
		}
		if (any)
			out[made++] = sum;
	}
	return made;
}

static void make_lines(struct budget *v, struct arena *a, const struct plan_total *totals,
		       size_t count)
{
	struct line *all = arena_array(a, 2 * count + NO_QUARTER + 1, sizeof *all);
	struct line *funds = arena_array(a, 2 * count + 1, sizeof *funds);
	size_t made = 0, from = 0;

	for (size_t i = 0; i < count; i++) {
		if (totals[i].quarter != 0)
			continue;
		/* What costs nothing needs no source. */
		if (totals[i].fund != 0 || totals[i].cost > 0)
			made += add_fund(totals + from, i + 1 - from, funds + made);
		from = i + 1;
	}
	v->count = made > 0 ? add_all(funds, made, all) : 0;
	for (size_t i = 0; i < made; i++)
		all[v->count++] = funds[i];
	v->lines = all;
}

/* ---- how they are shown ---- */

static const char *source_words(struct arena *a, const struct line *l)
{
	if (l->fund == EVERY_FUND)
		return _("All sources");
	if (l->fund == 0)
		return _("No source named");
	return arena_printf(a, "%s  %s", l->code, l->name);
}

static const char *quarter_words(struct arena *a, int64_t quarter)
{
	if (quarter == 0)
		return _("the whole year");
	if (quarter == NO_QUARTER)
		return _("without a quarter");
	return arena_printf(a, _("quarter %s"), plan_quarter_label(quarter));
}

static const char *left_words(struct arena *a, const struct line *l)
{
	if (l->left != NUMBER_NONE && l->left < 0)
		return arena_printf(a, _("over %s"), plan_millions(a, -l->left));
	return plan_millions(a, l->left);
}

static const char *cell_of(struct arena *a, const struct line *l, enum column of)
{
	switch (of) {
	case SOURCE:
		return l->quarter == 0
			       ? source_words(a, l)
			       : arena_printf(a, "  %s", quarter_words(a, l->quarter));
	case PLANNED:
		return plan_millions(a, l->planned);
	case APPROVED:
		return plan_millions(a, l->approved);
	case REALISED:
		return plan_millions(a, l->realised);
	case CEILING:
		return plan_millions(a, l->ceiling);
	case LEFT:
		return left_words(a, l);
	}
	return "";
}

static enum style style_of(const struct line *l)
{
	if (l->left != NUMBER_NONE && l->left < 0)
		return STYLE_WARN;
	return l->quarter == 0 ? STYLE_KEY : STYLE_PLAIN;
}

static bool budget_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct budget *v = s->state;
	struct plan_total *totals;
	struct list_row *rows;
	size_t count;

	arena_reset(&s->rows);
	if (!plan_totals(app_of(ui)->db, v->year, &s->rows, &totals, &count, err))
		return false;
	make_lines(v, &s->rows, totals, count);
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++) {
		rows[i].id = (int64_t)i + 1;
		rows[i].style = style_of(&v->lines[i]);
		rows[i].cells =
			arena_array(&s->rows, v->rows.place_count, sizeof(char *));
		for (size_t c = 0; c < v->rows.place_count; c++)
			rows[i].cells[c] =
				cell_of(&s->rows, &v->lines[i], v->rows.places[c]);
	}
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool budget_begin(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	struct budget *v = s->state;

	v->year = *(const int *)argument;
	row_view_init_shape(ui, &v->rows, s, &shape);
	return budget_reload(ui, s, err);
}

static const char *budget_title(struct ui *ui, struct screen *s)
{
	const struct budget *v = s->state;

	return arena_printf(ui_scratch(ui), _("Budget %d  (Rp million)%s"), v->year,
			    row_view_filter(ui, &v->rows));
}

static const struct line *current(const struct budget *v)
{
	int64_t id = row_view_current(&v->rows);

	return id > 0 ? &v->lines[id - 1] : NULL;
}

static const char *ceiling_words(struct arena *a, const struct line *l)
{
	if (l->ceiling == NUMBER_NONE && l->fund > 0 && l->quarter != NO_QUARTER)
		return _("No ceiling is set here; Enter sets one");
	if (l->ceiling == NUMBER_NONE)
		return "";
	if (l->left < 0)
		return arena_printf(a, _("Ceiling %s: over by %s"),
				    plan_rupiah(a, l->ceiling), plan_rupiah(a, -l->left));
	return arena_printf(a, _("Ceiling %s: %s remain"), plan_rupiah(a, l->ceiling),
			    plan_rupiah(a, l->left));
}

static const char *budget_hint(struct ui *ui, struct screen *s)
{
	const struct line *l = current(s->state);

	return l ? ceiling_words(ui_scratch(ui), l) : "";
}

/* "APBD quarter II over by Rp 3.500.000; …" */
static const char *over_line(struct arena *a, const struct budget *v)
{
	const char *all = "";

	for (size_t i = 0; i < v->count; i++) {
		const struct line *l = &v->lines[i];

		if (l->fund == EVERY_FUND || l->left == NUMBER_NONE || l->left >= 0)
			continue;
		all = arena_printf(
			a, _("%s%s%s %s over by %s"), all, *all == '\0' ? "! " : "; ",
			l->code, quarter_words(a, l->quarter), plan_rupiah(a, -l->left));
	}
	return all;
}

static void draw_foot(struct ui *ui, const struct budget *v, struct canvas *c, int row)
{
	struct arena *a = ui_scratch(ui);
	const struct line *l = current(v);

	canvas_rule(c, row, 0, canvas_columns(c));
	canvas_text(c, row + 3, 0, 0, STYLE_WARN, over_line(a, v));
	if (!l)
		return;
	canvas_text(c, row + 1, 0, 0, STYLE_LABEL,
		    arena_printf(a, "%s, %s", source_words(a, l),
				 quarter_words(a, l->quarter)));
	canvas_text(c, row + 2, 0, 0, STYLE_PLAIN,
		    arena_printf(a, _("Planned %s, approved %s, realised %s"),
				 plan_rupiah(a, l->planned), plan_rupiah(a, l->approved),
				 plan_rupiah(a, l->realised)));
}

static void budget_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct budget *v = s->state;
	int rows = canvas_rows(c), feet = rows < BIG || v->count == 0 ? 0 : FEET;

	list_view_draw(ui, &v->rows.view, c, 0, rows - feet);
	if (feet > 0)
		draw_foot(ui, v, c, rows - feet);
}

/* The source of the line. */
static bool budget_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct line *l = current(s->state);

	*kind = &fund_kind;
	*id = l && l->fund > 0 ? l->fund : 0;
	return *id != 0;
}

const struct screen_class budget_class = {
	.name = "budget",
	.context = CONTEXT_BUDGET,
	.state_size = sizeof(struct budget),
	.open = budget_begin,
	.title = budget_title,
	.reload = budget_reload,
	.draw = budget_draw,
	.key = row_view_key,
	.hint = budget_hint,
	.record = budget_record,
};

/* ---- commands ---- */

/* The ceiling of the line with the cursor, or a new one for it. */
ui_flags budget_ceiling(struct ui *ui, struct screen *s)
{
	struct budget *v = s->state;
	const struct line *l = current(v);
	struct ceiling begins;
	struct edit_argument argument = { .kind = &ceiling_kind, .begins = &begins };

	record_init(&ceiling_kind, &begins);
	begins.year = v->year;
	if (l && (l->fund <= 0 || l->quarter == NO_QUARTER)) {
		ui_refuse(ui, _("A ceiling belongs to a source and the year or a "
				"quarter of it: put the cursor on such a line."));
		return UI_NOTHING;
	}
	if (l) {
		argument.id = l->ceiling_id;
		begins.fund = l->fund;
		begins.quarter = l->quarter;
	}
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

static ui_flags turn(struct budget *v, int by)
{
	if (!year_turn(&v->year, by))
		return UI_NOTHING;
	v->rows.view.anchor = 1;
	return UI_RELOAD;
}

ui_flags budget_year_before(struct ui *ui, struct screen *s)
{
	(void)ui;
	return turn(s->state, -1);
}

ui_flags budget_year_after(struct ui *ui, struct screen *s)
{
	(void)ui;
	return turn(s->state, 1);
}

ui_flags budget_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "plan", .year = ((const struct budget *)s->state)->year
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
