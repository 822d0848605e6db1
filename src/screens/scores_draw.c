#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "scores.h"

enum { CELL = 10 };

static struct grid_cell name(void *context, size_t row, int width, struct arena *arena)
{
	const struct scores_grid *v = context;

	(void)width;
	return roll_name(&v->sheet.roll, row, v->base.order, arena);
}

static const char *head(void *context, size_t column, int line, struct arena *arena)
{
	(void)context;
	(void)line;
	return text_column_right(arena, _(score_test_label(column)), CELL);
}

static struct grid_cell right(struct arena *arena, const char *text, enum style style)
{
	return (struct grid_cell){ text_column_right(arena, text, CELL), style };
}

static struct grid_cell cell(void *context, size_t row, size_t column,
			     struct arena *arena)
{
	const struct scores_grid *v = context;
	bool focus = row == v->base.grid.row && column == v->base.grid.column;
	int64_t value = score_sheet_value(&v->sheet, row, column);

	if (focus && v->base.typed[0] != '\0')
		return right(arena, v->base.typed, STYLE_PLAIN);
	if (scores_hides(v, row, column))
		return v->verify[row].differs ? right(arena, "??", STYLE_BAD)
					      : right(arena, "?", STYLE_PLAIN);
	if (v->verify && column == v->verified)
		value = v->verify[row].value;
	if (value == NUMBER_NONE)
		return right(arena, v->base.app->settings->ascii ? "-" : "·",
			     STYLE_PLAIN);
	return right(arena, number_hundredths(arena, value, number_mark()), STYLE_PLAIN);
}

static const char *last_line(const struct scores_grid *v, const struct score_totals *s,
			     struct arena *arena)
{
	size_t agree, corrected;

	if (!v->verify)
		return arena_printf(arena, _("Both tests: n %zu   missing: %zu"), s->both,
				    s->missing);
	scores_verify_count(v, &agree, &corrected);
	return arena_printf(arena, _("Verify pass: %zu agree, %zu corrected"), agree,
			    corrected);
}

/* A mean would tell what a verify pass hides. */
static const char *foot(void *context, int line, struct arena *arena)
{
	const struct scores_grid *v = context;
	struct score_totals s = score_sheet_totals(&v->sheet);
	size_t test = line == 0 ? SCORE_PRE : SCORE_POST;

	if (line >= SCORE_TESTS)
		return last_line(v, &s, arena);
	if (v->verify && test == v->verified)
		return arena_printf(arena, _("%s: n %zu"), _(score_test_label(test)),
				    s.n[test]);
	return arena_printf(arena, _("%s: n %zu   mean %s"), _(score_test_label(test)),
			    s.n[test],
			    number_real(arena, s.mean[test], 1, number_mark()));
}

const struct grid_source scores_source = {
	.name_width = 50,
	.name_least = 16,
	.cell_width = CELL,
	.heads = 1,
	.feet = 3,
	.name = name,
	.head = head,
	.cell = cell,
	.foot = foot,
};

const char *scores_title(struct ui *ui, struct screen *s)
{
	const struct scores_grid *v = s->state;
	struct arena *a = ui_scratch(ui);

	/* TRANSLATORS: programme, modes, the highest score */
	return arena_printf(a, _("%s › Test scores%s%s  0 to %s"), v->sheet.roll.code,
			    v->turbo ? _("  turbo") : "",
			    v->verify ? _("  verify pass") : "",
			    number_hundredths(a, v->sheet.most, number_mark()));
}

const char *scores_hint(struct ui *ui, struct screen *s)
{
	const struct scores_grid *v = s->state;

	(void)ui;
	if (v->base.grid.rows == 0)
		return "";
	return v->turbo ? _("Two digits go on by themselves, one needs Enter; * the "
			    "highest score, . none")
			: _("Digits and Enter go down, Tab to the other test; * the "
			    "highest score, . none");
}
