#include "division.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

enum {
	NAME_WIDE = 31,
	NAME_NARROW = 16,
	WIDE = 60,
	FINDINGS_MOST = 6,
	FINDING_COLUMN = 18
};

const char *division_title(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	return arena_printf(
		ui_scratch(ui), _("Groups  %zu people in %zu groups, seed %llu%s"),
		v->plan.count, v->plan.rules.groups,
		(unsigned long long)v->plan.rules.seed, v->changed ? "  *" : "");
}

/* The cells of a row, for headings and people alike. */
struct cells {
	const char *group, *name, *unit, *sex, *grade, *pre;
};

static const char *row_text(struct ui *ui, const struct canvas *c,
			    const struct cells *cells)
{
	struct arena *a = ui_scratch(ui);
	bool wide = canvas_columns(c) >= WIDE;
	const char *row =
		arena_printf(a, "%s  %s  %s", text_column_right(a, cells->group, 4),
			     text_column(a, cells->name, wide ? NAME_WIDE : NAME_NARROW),
			     text_column(a, cells->unit, 8));

	if (!wide)
		return row;
	return arena_printf(a, "%s  %s %s %s", row, text_column(a, cells->sex, 3),
			    text_column(a, cells->grade, 8),
			    text_column_right(a, cells->pre, 8));
}

static void draw_person(struct ui *ui, const struct division *v, size_t at, int row,
			struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct division_person *p = &v->plan.people[v->order[at]];
	const struct division_person *before =
		at > 0 ? &v->plan.people[v->order[at - 1]] : NULL;
	bool focus = at == v->selected,
	     first = !before || before->group != p->group || focus;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	const struct cells cells = {
		.group = p->group < 0 ? "–"
			 : first      ? arena_printf(a, "%d", p->group + 1)
				      : "",
		.name = p->name,
		.unit = p->unit,
		.sex = p->sex,
		.grade = p->grade,
		.pre = number_hundredths(a, p->pre, number_mark()),
	};

	canvas_text(c, row, 2, canvas_columns(c) - 2, style, row_text(ui, c, &cells));
	canvas_text(c, row, 0, 2, style,
		    arena_printf(a, "%s%s", focus ? ">" : " ",
				 v->marked[v->order[at]] ? "*" : " "));
	if (p->locked)
		canvas_text(c, row, 7, 1, focus ? STYLE_FOCUS : STYLE_MARK, "=");
	if (focus)
		canvas_cursor(c, row, 0);
}

static const char *balance_text(struct ui *ui, const struct division_result *r)
{
	struct arena *a = ui_scratch(ui);
	char mark = number_mark();
	const struct division_balance *b = &r->before, *n = &r->after;

	return arena_printf(
		a,
		_("Unevenness before → now:  unit %s → %s   sex %s → %s   grade %s → %s"
		  "   pre-test %s → %s"),
		number_real(a, b->unit, 1, mark), number_real(a, n->unit, 1, mark),
		number_real(a, b->sex, 1, mark), number_real(a, n->sex, 1, mark),
		number_real(a, b->grade, 1, mark), number_real(a, n->grade, 1, mark),
		number_real(a, b->pre, 1, mark), number_real(a, n->pre, 1, mark));
}

/* The rules that fail stand first, those that hold after them. */
static int draw_findings(const struct division_result *r, struct canvas *c, int row,
			 int most)
{
	int drawn = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < r->finding_count && drawn < most; i++) {
			const struct division_finding *f = &r->findings[i];

			if (f->holds != (pass == 1))
				continue;
			canvas_text(c, row + drawn, 0, 0,
				    f->holds ? STYLE_GOOD : STYLE_BAD,
				    f->holds ? _("holds") : _("FAILS"));
			canvas_text(c, row + drawn, FINDING_COLUMN, 0,
				    f->holds ? STYLE_PLAIN : STYLE_BAD, f->text);
			drawn++;
		}
	}
	return drawn;
}

/* What is to be said of the division, at the foot; the row above it. */
static int draw_judgement(struct ui *ui, const struct division *v, struct canvas *c)
{
	const char **lines;
	size_t count = 0;
	int rows = canvas_rows(c), findings = (int)v->result.finding_count;
	int most = rows / 3 < FINDINGS_MOST ? rows / 3 : FINDINGS_MOST, row;

	if (findings == 0)
		return rows;
	if (v->changed && rows >= 12)
		count = text_wrap(ui_scratch(ui), balance_text(ui, &v->result),
				  canvas_columns(c), &lines);
	findings = findings < most ? findings : most;
	row = rows - findings - (int)count;
	canvas_rule(c, row - 1, 0, canvas_columns(c));
	draw_findings(&v->result, c, row, findings);
	for (size_t i = 0; i < count; i++)
		canvas_text(c, row + findings + (int)i, 0, 0, STYLE_PLAIN, lines[i]);
	return row - 1;
}

void division_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct division *v = s->state;
	const struct cells headings = { _("Gr."), _("Name"),  _("Unit"),
					_("M/F"), _("Grade"), _("Pre-test") };
	int rows = draw_judgement(ui, v, c) - 1;

	v->page = rows > 0 ? (size_t)rows : 1;
	if (v->selected < v->top)
		v->top = v->selected;
	if (v->selected >= v->top + v->page)
		v->top = v->selected - v->page + 1;
	canvas_text(c, 0, 2, 0, STYLE_DIM, row_text(ui, c, &headings));
	for (size_t i = 0; i < v->page && v->top + i < v->plan.count; i++)
		draw_person(ui, v, v->top + i, 1 + (int)i, c);
}

const char *division_hint(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	if (v->typed[0] != '\0')
		return arena_printf(ui_scratch(ui), _("Groups: %s_   Enter divides"),
				    v->typed);
	if (v->had_groups && !v->changed)
		return _("r keeps who has a group and evens out the rest; a number and "
			 "Enter "
			 "divide anew");
	return v->changed ? _("Enter saves, r reshuffles; Space marks two: x swaps them")
			  : _("Type how many groups, then Enter; Space marks people");
}
