#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "follow_up.h"

/* How the page of the follow-up looks. What does not fit goes from the right:
 * first the bar, then the words. */
enum { WIDE = 70, BAR = 10, INDENT = 2 };

/* The cells of a row behind its text, from the right: width and text. */
struct tail {
	int width;
	const char *text;
};

static void draw_row(struct canvas *c, int row, enum style style, const char *text,
		     const struct tail *tail, size_t count)
{
	int right = canvas_columns(c);

	canvas_text(c, row, INDENT - 2, right, style, style == STYLE_FOCUS ? ">" : " ");
	for (size_t i = count; i-- > 0;) {
		if (tail[i].width == 0)
			continue;
		right -= tail[i].width;
		canvas_text(c, row, right, tail[i].width, style, tail[i].text);
		right -= 1;
	}
	if (right > INDENT)
		canvas_text(c, row, INDENT, right - INDENT, style, text);
}

static const char *hundredths(struct ui *ui, int64_t value)
{
	const char *text = number_hundredths(ui_scratch(ui), value, number_mark());

	return *text == '\0' ? "–" : text;
}

static const char *money(struct ui *ui, double value)
{
	return number_grouped(ui_scratch(ui), llround(value), number_mark());
}

static const char *numbered(struct ui *ui, int64_t number, const char *text)
{
	return arena_printf(ui_scratch(ui), "%d %s", (int)number, text);
}

/* "7/12": how many came back of those who were asked. */
static const char *came_back(struct ui *ui, const struct follow_up_row *row)
{
	struct arena *a = ui_scratch(ui);

	if (row->follow_up.questionnaire == 0)
		return "";
	if (row->follow_up.expected == NUMBER_NONE)
		return number_int(a, row->keyed);
	return arena_printf(a, "%d/%d", (int)row->keyed, (int)row->follow_up.expected);
}

static enum style follow_up_style(const struct follow_up_row *row)
{
	switch (row->state) {
	case FOLLOW_UP_LATE:
		return STYLE_BAD;
	case FOLLOW_UP_DUE:
		return STYLE_WARN;
	case FOLLOW_UP_DONE:
		return STYLE_GOOD;
	case FOLLOW_UP_WAIVED:
		return STYLE_DIM;
	case FOLLOW_UP_WAITING:
		break;
	}
	return STYLE_PLAIN;
}

static const char *state_shown(struct ui *ui, const struct follow_up_row *row)
{
	const char *days = follow_up_days(ui_scratch(ui), row);

	return *days != '\0' ? days : follow_up_state_label(row->state);
}

static void draw_follow_up(struct ui *ui, struct follow_up_screen *v, size_t i,
			   enum style focus, int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct follow_up_row *f = &v->follow_ups[i];
	bool wide = canvas_columns(c) >= WIDE;
	const struct tail tail[] = {
		{ 7, text_column_right(a, came_back(ui, f), 7) },
		{ 10, day_label(ui, f->follow_up.due) },
		{ wide ? 16 : 0, state_shown(ui, f) },
	};

	draw_row(c, row, focus == STYLE_FOCUS ? focus : follow_up_style(f),
		 numbered(ui, f->follow_up.number,
			  choice_label(follow_up_what_choices, f->follow_up.what)),
		 tail, 3);
}

/* Ten cells for the whole way; more than that shows in the number. */
static const char *bar(struct ui *ui, double percent)
{
	bool ascii = app_of(ui)->settings->ascii;
	const char *text = "";
	int filled = isnan(percent) ? 0 : (int)lround(fmin(fmax(percent, 0), 100) / BAR);

	for (int i = 0; i < BAR; i++)
		text = arena_printf(ui_scratch(ui), "%s%s", text,
				    i < filled ? (ascii ? "#" : "█")
					       : (ascii ? "." : "▒"));
	return isnan(percent) ? "" : text;
}

static const char *percent_shown(struct ui *ui, double percent)
{
	return isnan(percent) ? "–"
			      : arena_printf(ui_scratch(ui), "%s %%",
					     number_real(ui_scratch(ui), percent, 0,
							 number_mark()));
}

/* The short words of evaluators, as the column is narrow. */
static const char *verdict_shown(const char *verdict)
{
	if (strcmp(verdict, "below") == 0)
		return _("below");
	if (strcmp(verdict, "above") == 0)
		return _("above");
	return *verdict != '\0' ? _("as planned") : "";
}

static void draw_result(struct ui *ui, struct follow_up_screen *v, size_t i,
			enum style focus, int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct result_row *r = &v->results[i];
	bool wide = canvas_columns(c) >= WIDE;
	const struct tail tail[] = {
		{ wide ? 22 : 0,
		  text_column_right(a,
				    arena_printf(a, "%s → %s: %s",
						 hundredths(ui, r->result.baseline),
						 hundredths(ui, r->result.target),
						 hundredths(ui, r->last.actual)),
				    22) },
		{ wide ? BAR : 0, bar(ui, r->achievement.percent) },
		{ 6, text_column_right(a, percent_shown(ui, r->achievement.percent), 6) },
		{ 10, verdict_shown(r->achievement.verdict) },
	};

	draw_row(c, row, focus, numbered(ui, r->result.number, r->result.indicator), tail,
		 4);
}

static void draw_round(struct ui *ui, struct follow_up_screen *v, size_t i,
		       enum style focus, int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct skm_row *r = &v->rounds[i];
	bool wide = canvas_columns(c) >= WIDE;
	const struct skm_row *before, *after;
	const char *moved = "";

	skm_compare(v->rounds, v->counts[PART_SKM], &before, &after);
	if (r == after && before)
		moved = arena_printf(a, "%s%s",
				     after->skm.nik >= before->skm.nik ? "+" : "",
				     hundredths(ui, after->skm.nik - before->skm.nik));
	{
		const struct tail tail[] = {
			{ wide ? 9 : 0,
			  r->respondents == NUMBER_NONE
				  ? ""
				  : arena_printf(a, "n %d", (int)r->respondents) },
			{ 10, r->id ? day_label(ui, r->measured) : _("sheets") },
			{ 6, text_column_right(a, hundredths(ui, r->skm.nik), 6) },
			{ wide ? 14 : 1, wide ? arena_printf(a, "%c %s", r->skm.band,
							     skm_band_label(r->skm.band))
					      : arena_printf(a, "%c", r->skm.band) },
			{ 6, moved },
		};

		draw_row(c, row, focus, choice_label(skm_phase_choices, r->phase), tail,
			 5);
	}
}

static void draw_benefit(struct ui *ui, struct follow_up_screen *v, size_t i,
			 enum style focus, int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct benefit *b = &v->benefits[i];
	bool wide = canvas_columns(c) >= WIDE;
	const char *share =
		b->share == NUMBER_NONE ? "" : arena_printf(a, "× %d %%", (int)b->share);
	const struct tail tail[] = {
		{ wide ? 22 : 0, choice_label(benefit_side_choices, b->side) },
		{ 15,
		  text_column_right(a, number_grouped(a, b->amount, number_mark()), 15) },
		{ wide ? 7 : 0, text_column_right(a, share, 7) },
	};

	draw_row(c, row, focus, numbered(ui, b->number, b->text), tail, 3);
}

static const char *part_empty(enum follow_up_part part)
{
	static const char *const texts[PART_COUNT] = {
		[PART_FOLLOW_UPS] = N_("None yet. a proposes them, n adds one."),
		[PART_RESULTS] =
			N_("None yet. j takes those of the projects, n adds one."),
		[PART_SKM] = N_("None yet. n adds a round, before or after."),
		[PART_BENEFITS] = N_("None yet; they are optional. n adds one."),
	};

	return _(texts[part]);
}

static const char *roi_shown(struct ui *ui, const struct benefit_sum *sum)
{
	struct arena *a = ui_scratch(ui);

	if (isnan(sum->roi))
		return _("BCR and ROI not defined: no cost");
	return arena_printf(a, _("BCR %s  ROI %s %%"),
			    number_real(a, sum->bcr, 2, number_mark()),
			    number_real(a, sum->roi, 1, number_mark()));
}

static const char *part_heading(struct ui *ui, const struct follow_up_screen *v,
				enum follow_up_part part)
{
	struct arena *a = ui_scratch(ui);

	switch (part) {
	case PART_FOLLOW_UPS:
		return arena_printf(
			a, _("Follow-ups, %d months after the end"),
			follow_up_months(app_of(ui)->db, v->p.follow_up_months));
	case PART_RESULTS:
		return _("Results: baseline → target: actual");
	case PART_SKM:
		return _("Service survey (SKM): index of nine elements");
	case PART_BENEFITS:
		if (v->counts[part] == 0)
			return _("Costs and benefits");
		return arena_printf(a, _("Costs %s, benefits %s   %s"),
				    money(ui, v->sum.cost), money(ui, v->sum.benefit),
				    roi_shown(ui, &v->sum));
	case PART_COUNT:
		break;
	}
	return "";
}

static void draw_line(struct ui *ui, struct follow_up_screen *v, size_t i, int row,
		      struct canvas *c)
{
	static void (*const draw[PART_COUNT])(
		struct ui *, struct follow_up_screen *, size_t, enum style, int,
		struct canvas *) = { draw_follow_up, draw_result, draw_round,
				     draw_benefit };
	const struct follow_up_line *line = &v->lines[i];
	enum style style = i == v->selected ? STYLE_FOCUS : STYLE_PLAIN;

	BUG_ON((unsigned)line->part >= PART_COUNT);
	if (i == v->selected)
		canvas_cursor(c, row, 0);
	if (line->empty)
		draw_row(c, row, i == v->selected ? STYLE_FOCUS : STYLE_DIM,
			 part_empty(line->part), &(struct tail){ 0, "" }, 1);
	else
		draw[line->part](ui, v, line->at, style, row, c);
}

/* The row on the screen of a line, headings and gaps counted, from 0. */
static int row_of(const struct follow_up_screen *v, size_t i)
{
	return (int)i + (int)v->lines[i].part * (v->roomy ? 2 : 1) + 1;
}

void follow_up_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct follow_up_screen *v = s->state;
	int rows = canvas_rows(c), top = (int)v->top, at;

	v->roomy = rows >= (int)v->line_count + 2 * PART_COUNT - 1;
	at = row_of(v, v->selected);
	v->page = rows > PART_COUNT ? rows - PART_COUNT : 1;
	if (at >= top + rows)
		top = at - rows + 1;
	if (at <= top) /* with its heading */
		top = at - 1;
	v->top = (size_t)top;
	for (size_t i = 0; i < v->line_count; i++) {
		int row = row_of(v, i) - top;

		if ((i == 0 || v->lines[i - 1].part != v->lines[i].part) && row >= 1 &&
		    row <= rows)
			canvas_text(c, row - 1, 0, canvas_columns(c), STYLE_KEY,
				    part_heading(ui, v, v->lines[i].part));
		if (row >= 0 && row < rows)
			draw_line(ui, v, i, row, c);
	}
}

/* The whole indicator, as its row may cut it, what it was when, and why. */
static const char *result_hint(struct ui *ui, const struct result_row *r)
{
	struct arena *a = ui_scratch(ui);
	const char *gap = achievement_gap_label(r->achievement.gap);
	const char *more = *r->last.evidence != '\0' ? r->last.evidence : gap;

	if (r->last.id == 0)
		return arena_printf(a, _("%s: not measured yet; m adds a measurement"),
				    r->result.indicator);
	return arena_printf(a, "%s: %s%s%s (%s)%s%s", r->result.indicator,
			    hundredths(ui, r->last.actual),
			    *r->result.measure != '\0' ? " " : "", r->result.measure,
			    day_label(ui, r->last.measured), *more != '\0' ? "; " : "",
			    more);
}

static const char *round_hint(struct ui *ui, const struct skm_row *r)
{
	size_t lowest = r->skm.order[0];

	return arena_printf(
		ui_scratch(ui), _("Lowest: %s %s   v shows all elements"),
		skm_element_label(lowest),
		number_real(ui_scratch(ui), r->skm.nrr[lowest], 2, number_mark()));
}

const char *follow_up_hint(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	const struct follow_up_line *line = follow_up_line(v);

	if (line->empty)
		return "";
	switch (line->part) {
	case PART_FOLLOW_UPS: {
		const struct follow_up_row *f = &v->follow_ups[line->at];

		return f->state == FOLLOW_UP_WAIVED ? f->follow_up.reason
		       : f->state == FOLLOW_UP_DONE ? f->follow_up.outcome
						    : follow_up_next(f);
	}
	case PART_RESULTS:
		return result_hint(ui, &v->results[line->at]);
	case PART_SKM:
		return round_hint(ui, &v->rounds[line->at]);
	case PART_BENEFITS:
		return v->benefits[line->at].assumption;
	case PART_COUNT:
		break;
	}
	return "";
}
