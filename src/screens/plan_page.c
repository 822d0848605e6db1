#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/yearly_plan.h"
#include "plan_page.h"
#include "store/record.h"

/*
 * The plan of a year, quarter by quarter. A row with a negative id is the
 * heading of a quarter (1 to 4, or 5 for what has none) with what it comes to.
 */
enum column { NUMBER, TITLE, PEOPLE, JP, COST, FUND, STATUS, PROGRAMME };
enum { COLUMN_COUNT = PROGRAMME + 1, BIG = 14, NO_QUARTER = 5 };

static const struct ui_column columns[COLUMN_COUNT] = {
	[NUMBER] = { N_("No."), 3, true, "number" },
	[TITLE] = { N_("Title"), 0, false, "title" },
	[PEOPLE] = { N_("People"), 4, true, "people" },
	[JP] = { N_("JP"), 5, true, "jp" },
	[COST] = { N_("Rp mln"), 7, true, "cost" },
	[FUND] = { N_("Fund"), 5, false, "fund" },
	[STATUS] = { N_("Status"), 11, false, "status" },
	[PROGRAMME] = { N_("Prog."), 7, false, "programme" },
};
static const unsigned char wide[] = { NUMBER, TITLE, PEOPLE, JP,
				      COST,   FUND,  STATUS, PROGRAMME };
static const unsigned char narrow[] = { TITLE, COST, STATUS };
static const struct row_shape shape = {
	.columns = columns,
	.wide = wide,
	.narrow = narrow,
	.wide_count = sizeof wide,
	.narrow_count = sizeof narrow,
	.empty = N_("Nothing is planned for this year yet. n proposes something; y "
		    "in the ranking of a survey makes an item of a need; i takes a "
		    "CSV file in. [ and ] lead to the years before and after."),
};

const char *plan_quarter_label(int64_t quarter)
{
	static const char *const labels[] = { "I", "II", "III", "IV" };

	return quarter >= 1 && quarter <= 4 ? labels[quarter - 1] : "–";
}

const char *plan_millions(struct arena *a, int64_t rupiah)
{
	enum { PER_HUNDREDTH = 10000 };
	int64_t half = rupiah < 0 ? -PER_HUNDREDTH / 2 : PER_HUNDREDTH / 2;

	if (rupiah == NUMBER_NONE)
		return "–";
	return number_hundredths(a, (rupiah + half) / PER_HUNDREDTH, number_mark());
}

const char *plan_rupiah(struct arena *a, int64_t rupiah)
{
	if (rupiah == NUMBER_NONE)
		return "–";
	return arena_printf(a, "Rp %s", number_grouped(a, rupiah, number_mark()));
}

/* "▸PRJ26": what became of the item. */
static const char *programme_of(const struct plan_page *v, struct arena *a,
				const struct plan_row *p)
{
	if (p->programme_id == 0)
		return "";
	return arena_printf(a, "%s%s", v->app->settings->ascii ? ">" : "▸", p->programme);
}

static const char *cell_of(const struct plan_page *v, struct arena *a,
			   const struct plan_row *p, enum column of)
{
	switch (of) {
	case NUMBER:
		return number_int(a, p->number);
	case TITLE:
		return p->title;
	case PEOPLE:
		return number_int(a, p->people);
	case JP:
		return number_hundredths(a, p->jp, number_mark());
	case COST:
		return p->cost == NUMBER_NONE ? "" : plan_millions(a, p->cost);
	case FUND:
		return p->fund;
	case STATUS:
		return choice_label(plan_status_choices, p->status);
	case PROGRAMME:
		return programme_of(v, a, p);
	}
	return "";
}

static void fill_item(const struct plan_page *v, struct arena *a,
		      const struct plan_row *p, struct list_row *row)
{
	row->id = p->id;
	row->style = strcmp(p->status, "rejected") == 0 ? STYLE_DIM : STYLE_PLAIN;
	row->cells = arena_array(a, v->rows.place_count, sizeof *row->cells);
	for (size_t i = 0; i < v->rows.place_count; i++)
		row->cells[i] = cell_of(v, a, p, v->rows.places[i]);
}

/* A ceiling of the quarter, or of the year (0), that is exceeded; NULL where
 * there is none. */
static const struct plan_total *exceeded(const struct plan_page *v, int64_t quarter)
{
	for (size_t i = 0; i < v->total_count; i++) {
		int64_t left = plan_left(&v->totals[i]);

		if (v->totals[i].quarter == quarter && left != NUMBER_NONE && left < 0)
			return &v->totals[i];
	}
	return NULL;
}

static const char *head_cell(const struct plan_page *v, struct arena *a, int64_t quarter,
			     enum column of)
{
	const struct plan_sum *sum = &v->sums[quarter];

	switch (of) {
	case NUMBER:
	case PROGRAMME:
	case FUND:
		return "";
	case TITLE:
		if (quarter == NO_QUARTER)
			return arena_printf(a, _("No quarter (%d)"), (int)sum->items);
		return arena_printf(a, _("Quarter %s (%d)"), plan_quarter_label(quarter),
				    (int)sum->items);
	case PEOPLE:
		return sum->items == 0 ? "" : number_int(a, sum->people);
	case JP:
		return sum->items == 0 ? ""
				       : number_hundredths(a, sum->jp, number_mark());
	case COST:
		return sum->items == 0 ? "" : plan_millions(a, sum->cost);
	case STATUS:
		return exceeded(v, quarter) ? _("! over") : "";
	}
	return "";
}

static void fill_head(const struct plan_page *v, struct arena *a, int64_t quarter,
		      struct list_row *row)
{
	row->id = -quarter;
	row->style = exceeded(v, quarter) ? STYLE_WARN : STYLE_KEY;
	row->cells = arena_array(a, v->rows.place_count, sizeof *row->cells);
	for (size_t i = 0; i < v->rows.place_count; i++)
		row->cells[i] = head_cell(v, a, quarter, v->rows.places[i]);
}

/* 1 to 4, or NO_QUARTER. */
static int64_t place_of(const struct plan_row *p)
{
	return p->quarter == NUMBER_NONE ? NO_QUARTER : p->quarter;
}

static size_t fill_rows(const struct plan_page *v, struct arena *a, struct list_row *rows)
{
	size_t count = 0, at = 0;

	for (int64_t quarter = 1; v->item_count > 0 && quarter <= NO_QUARTER; quarter++) {
		if (quarter == NO_QUARTER && at == v->item_count)
			break;
		fill_head(v, a, quarter, &rows[count++]);
		while (at < v->item_count && place_of(&v->items[at]) == quarter)
			fill_item(v, a, &v->items[at++], &rows[count++]);
	}
	return count;
}

static bool plan_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct plan_page *v = s->state;
	struct db *db = app_of(ui)->db;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!plan_list(db, v->year, &s->rows, &v->items, &v->item_count, err) ||
	    !plan_totals(db, v->year, &s->rows, &v->totals, &v->total_count, err))
		return false;
	for (int64_t q = 0; q < NO_QUARTER; q++)
		v->sums[q] = plan_sum(v->items, v->item_count, q);
	v->sums[NO_QUARTER] = plan_sum(v->items, v->item_count, NUMBER_NONE);
	rows = arena_array(&s->rows, v->item_count + NO_QUARTER, sizeof *rows);
	/* Not on the heading above the first item. */
	if (v->rows.view.anchor == 0 && v->item_count > 0)
		v->rows.view.anchor = v->items[0].id;
	row_view_set(&v->rows, rows, fill_rows(v, &s->rows, rows));
	return true;
}

/* The year of the item that was used last, where it is still there, or this
 * year. */
static bool begin_where_left(struct plan_page *v, struct arena *arena, struct err *err)
{
	struct plan_item item;
	int64_t id = last_row(v->app, &plan_item_kind);
	struct err gone = { 0 };

	v->year = date_year(clock_today());
	if (id == 0)
		return true;
	if (!record_load(v->app->db, &plan_item_kind, id, &item, arena, &gone)) {
		if (gone.code != ERR_NOT_FOUND)
			*err = gone;
		return gone.code == ERR_NOT_FOUND;
	}
	v->year = (int)item.year;
	v->rows.view.anchor = id;
	return true;
}

static bool plan_begin(struct ui *ui, struct screen *s, const void *argument,
		       struct err *err)
{
	struct plan_page *v = s->state;

	v->app = app_of(ui);
	row_view_init_shape(ui, &v->rows, s, &shape);
	if (argument)
		v->year = *(const int *)argument;
	else if (!begin_where_left(v, &s->arena, err))
		return false;
	return plan_reload(ui, s, err);
}

static void plan_close(struct ui *ui, struct screen *s)
{
	const struct plan_page *v = s->state;
	int64_t id = v->rows.view.anchor; /* its rows may be gone already */

	(void)ui;
	if (id <= 0 && v->item_count > 0)
		id = v->items[0].id;
	if (id > 0)
		remember_row(v->app, &plan_item_kind, id);
}

static const char *plan_title(struct ui *ui, struct screen *s)
{
	const struct plan_page *v = s->state;

	return arena_printf(ui_scratch(ui), _("Yearly plan %d  %d%s"), v->year,
			    (int)v->item_count, row_view_filter(ui, &v->rows));
}

const struct plan_row *plan_page_item(const struct plan_page *v)
{
	int64_t id = row_view_current(&v->rows);

	for (size_t i = 0; i < v->item_count; i++) {
		if (v->items[i].id == id)
			return &v->items[i];
	}
	return NULL;
}

/* The title in full, and what it rests on: "Komunikasi: Needs survey KM · …". */
static const char *item_hint(struct arena *a, const struct plan_row *p)
{
	const char *const parts[] = { p->target_group, p->provider, p->partner, p->unit };
	const char *all = arena_printf(a, "%s: %s%s%s", p->title,
				       choice_label(plan_basis_choices, p->basis),
				       *p->competency == '\0' ? "" : " ", p->competency);

	if (strcmp(p->status, "rejected") == 0 && *p->reason != '\0')
		return arena_printf(a, _("Rejected: %s"), p->reason);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (*parts[i] != '\0')
			all = arena_printf(a, "%s · %s", all, parts[i]);
	}
	return all;
}

static const char *plan_hint(struct ui *ui, struct screen *s)
{
	const struct plan_page *v = s->state;
	const struct plan_row *p = plan_page_item(v);
	int64_t quarter = -row_view_current(&v->rows);

	if (p)
		return item_hint(ui_scratch(ui), p);
	if (quarter >= 1 && quarter <= 4)
		return arena_printf(ui_scratch(ui),
				    _("n proposes something for quarter %s"),
				    plan_quarter_label(quarter));
	return quarter == NO_QUARTER ? _("Enter on an item sets its quarter") : "";
}

static bool plan_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &plan_item_kind;
	*id = row_view_current(&((struct plan_page *)s->state)->rows);
	return *id > 0;
}

/* Headings are no records: they cannot be marked. */
static void drop_head_marks(struct list_view *v)
{
	size_t kept = 0;

	for (size_t i = 0; i < v->mark_count; i++) {
		if (v->marks[i] > 0)
			v->marks[kept++] = v->marks[i];
	}
	v->mark_count = kept;
}

static ui_flags plan_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct plan_page *v = s->state;
	ui_flags flags = row_view_key(ui, s, key);

	drop_head_marks(&v->rows.view);
	return flags;
}

/* ---- the foot: quarters, the year, and the ceilings ---- */

static const char *quarters_line(struct arena *a, const struct plan_page *v)
{
	const char *all = _("Rp million");

	for (int64_t q = 1; q <= 4; q++)
		all = arena_printf(a, "%s   %s %s", all, plan_quarter_label(q),
				   plan_millions(a, v->sums[q].cost));
	if (v->sums[NO_QUARTER].cost > 0)
		all = arena_printf(a, "%s   – %s", all,
				   plan_millions(a, v->sums[NO_QUARTER].cost));
	return arena_printf(a, _("%s   Year %s, approved %s"), all,
			    plan_millions(a, v->sums[0].cost),
			    plan_millions(a, v->sums[0].approved));
}

/* The year's ceilings together, and what is left of them. */
static const char *ceilings_line(struct arena *a, const struct plan_page *v)
{
	int64_t most = 0, approved = 0;
	bool any = false;

	for (size_t i = 0; i < v->total_count; i++) {
		const struct plan_total *t = &v->totals[i];

		if (t->quarter != 0 || t->ceiling == NUMBER_NONE)
			continue;
		any = true;
		most += t->ceiling;
		approved += t->approved;
	}
	if (!any)
		return _("No ceiling is set for this year; c sets one.");
	if (approved > most)
		return arena_printf(a, _("Ceilings of the year %s: over by %s"),
				    plan_rupiah(a, most),
				    plan_rupiah(a, approved - most));
	return arena_printf(a, _("Ceilings of the year %s: %s remain"),
			    plan_rupiah(a, most), plan_rupiah(a, most - approved));
}

static const char *over_words(struct arena *a, const struct plan_total *t)
{
	if (t->quarter == 0)
		return arena_printf(a, _("%s year over by %s"), t->code,
				    plan_rupiah(a, -plan_left(t)));
	return arena_printf(a, _("%s quarter %s over by %s"), t->code,
			    plan_quarter_label(t->quarter),
			    plan_rupiah(a, -plan_left(t)));
}

static const char *over_line(struct arena *a, const struct plan_page *v)
{
	const char *all = "";

	for (size_t i = 0; i < v->total_count; i++) {
		int64_t left = plan_left(&v->totals[i]);

		if (left == NUMBER_NONE || left >= 0)
			continue;
		all = arena_printf(a, "%s%s%s", all, *all == '\0' ? "! " : "; ",
				   over_words(a, &v->totals[i]));
	}
	return all;
}

static void plan_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct plan_page *v = s->state;
	struct arena *a = ui_scratch(ui);
	const char *over = over_line(a, v);
	int rows = canvas_rows(c), feet = *over == '\0' ? 3 : 4;

	if (rows < BIG || v->item_count == 0)
		feet = 0;
	list_view_draw(ui, &v->rows.view, c, 0, rows - feet);
	if (feet == 0)
		return;
	canvas_rule(c, rows - feet, 0, canvas_columns(c));
	canvas_text(c, rows - feet + 1, 0, 0, STYLE_PLAIN, quarters_line(a, v));
	canvas_text(c, rows - feet + 2, 0, 0, STYLE_PLAIN, ceilings_line(a, v));
	if (*over != '\0')
		canvas_text(c, rows - 1, 0, 0, STYLE_WARN, over);
}

const struct screen_class plan_class = {
	.name = "plan",
	.context = CONTEXT_PLAN,
	.state_size = sizeof(struct plan_page),
	.open = plan_begin,
	.title = plan_title,
	.reload = plan_reload,
	.draw = plan_draw,
	.key = plan_key,
	.hint = plan_hint,
	.close = plan_close,
	.record = plan_record,
};
