#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "grid_commands.h"
#include "scores.h"

bool scores_hides(const struct scores_grid *v, size_t row, size_t test)
{
	return v->verify && test == v->verified && !v->verify[row].done;
}

void scores_verify_count(const struct scores_grid *v, size_t *agree, size_t *corrected)
{
	*agree = *corrected = 0;
	for (size_t i = 0; i < v->sheet.roll.count; i++) {
		*corrected += v->verify[i].corrects;
		*agree += v->verify[i].done && !v->verify[i].corrects;
	}
}

/* The next row that is not keyed again, from the cursor on; else one before it
 * that has a first value; the row count where there is none. */
static size_t next_row(const struct scores_grid *v)
{
	size_t count = v->sheet.roll.count, i = v->base.grid.row + 1;

	while (i < count && v->verify[i].done)
		i++;
	if (i < count)
		return i;
	i = 0;
	while (i < count && (v->verify[i].done ||
			     score_sheet_value(&v->sheet, i, v->verified) == NUMBER_NONE))
		i++;
	return i;
}

bool scores_verify_end(struct ui *ui, struct scores_grid *v)
{
	struct arena *a = ui_scratch(ui);
	size_t count = 0, agree, corrected, open = 0;
	struct score_entry *entries =
		arena_array(a, v->sheet.roll.count + 1, sizeof *entries);
	struct err err = { 0 };

	scores_verify_count(v, &agree, &corrected);
	for (size_t i = 0; i < v->sheet.roll.count; i++) {
		open += v->verify[i].differs && !v->verify[i].done;
		if (v->verify[i].corrects)
			entries[count++] = (struct score_entry){ i, v->verified,
								 v->verify[i].value };
	}
	if (!score_sheet_set(v->base.app->db, &v->sheet, entries, count,
			     arena_printf(a, _("Verify pass: %s"),
					  _(score_test_label(v->verified))),
			     &err)) {
		ui_fail(ui, &err);
		return false;
	}
	v->verify = NULL;
	v->base.typed[0] = '\0';
	if (open > 0) {
		ui_say(ui,
		       _("Verify pass of the %s: %zu verified, %zu corrected. Where the "
			 "two "
			 "differed and were not settled (%zu), the first score stands."),
		       _(score_test_label(v->verified)), agree + corrected, corrected,
		       open);
		return true;
	}
	ui_say(ui, _("Verify pass of the %s: %zu verified, %zu corrected."),
	       _(score_test_label(v->verified)), agree + corrected, corrected);
	return true;
}

ui_flags scores_verify_next(struct ui *ui, struct scores_grid *v)
{
	size_t row = next_row(v);

	if (row < v->sheet.roll.count)
		return grid_view_go(&v->base.grid, row, v->verified);
	(void)scores_verify_end(ui, v);
	return UI_NOTHING;
}

ui_flags scores_verify_take(struct ui *ui, struct scores_grid *v, int64_t value)
{
	struct second_keying *k = &v->verify[v->base.grid.row];

	if (value == score_sheet_value(&v->sheet, v->base.grid.row, v->verified)) {
		*k = (struct second_keying){ .done = true, .value = value };
		return scores_verify_next(ui, v);
	}
	if (k->differs && k->value == value) {
		*k = (struct second_keying){ .done = true,
					     .corrects = true,
					     .value = value };
		return scores_verify_next(ui, v);
	}
	*k = (struct second_keying){ .differs = true, .value = value };
	ui_refuse(ui, _("This differs from the first time. Look at the paper and key it "
			"again."));
	return UI_PART;
}

ui_flags scores_verify(struct ui *ui, struct screen *s)
{
	struct scores_grid *v = s->state;
	struct err err = { 0 };
	size_t row;

	if (v->base.grid.rows == 0)
		return UI_NOTHING;
	v->base.typed[0] = '\0';
	if (v->verify) {
		(void)scores_verify_end(ui, v);
		return UI_NOTHING;
	}
	if (!roll_may_write(&v->sheet.roll, &err))
		return scores_refused(ui, v, &err);
	for (row = 0; row < v->base.grid.rows; row++) {
		if (score_sheet_value(&v->sheet, row, v->base.grid.column) != NUMBER_NONE)
			break;
	}
	if (row == v->base.grid.rows) {
		ui_refuse(ui,
			  _("This column has no scores yet. Key them in once first."));
		return UI_NOTHING;
	}
	v->verified = v->base.grid.column;
	v->verify = arena_array(&s->arena, v->base.grid.rows, sizeof *v->verify);
	grid_view_go(&v->base.grid, 0, v->verified);
	ui_say(ui, _("Key in the column once more; differences are asked again. V ends "
		     "it."));
	return UI_NOTHING;
}
