#include "scores.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "grid_commands.h"

/* The cursor stays on its person, or goes to the first score that an undo
 * changed. */
static void place_cursor(struct scores_grid *v, const struct score_sheet *old)
{
	const struct score_sheet *now = &v->sheet;
	bool same = old->roll.count == now->roll.count;

	if (v->base.grid.row < old->roll.count)
		v->base.grid.row =
			roll_find(&now->roll, old->roll.people[v->base.grid.row].person);
	for (size_t i = 0; v->base.follow && same && i < now->roll.count * SCORE_TESTS;
	     i++) {
		size_t row = i / SCORE_TESTS, test = i % SCORE_TESTS;

		if (score_sheet_value(old, row, test) ==
		    score_sheet_value(now, row, test))
			continue;
		v->base.grid.row = row;
		v->base.grid.column = test;
		break;
	}
	v->base.follow = false;
	if (!same)
		v->verify = NULL; /* its rows are others now */
}

static bool scores_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct scores_grid *v = s->state;
	struct score_sheet old = v->sheet;
	struct arena rows = { 0 }, before = s->rows;

	(void)ui;
	if (!score_sheet_load(v->base.app->db, v->base.programme, v->base.order, &rows,
			      &v->sheet, err)) {
		arena_done(&rows);
		return false;
	}
	place_cursor(v, &old);
	s->rows = rows;
	arena_done(&before);
	grid_view_set(&v->base.grid, v->sheet.roll.count, SCORE_TESTS);
	return true;
}

/* An order would mix up the rows of a verify pass, an undo its first values. */
static bool is_busy(struct ui *ui, const struct roll_grid *base)
{
	bool busy = ((const struct scores_grid *)base)->verify != NULL;

	if (busy)
		ui_refuse(ui, _("The verify pass comes first. V ends it."));
	return busy;
}

static bool scores_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct scores_grid *v = s->state;

	v->base.app = app_of(ui);
	v->base.programme = *(const int64_t *)argument;
	v->base.order = roll_order_kept(v->base.app);
	v->base.grid.source = &scores_source;
	v->base.grid.context = v;
	v->base.busy = is_busy;
	v->base.grid.empty = roll_nobody();
	return scores_reload(ui, s, err);
}

ui_flags scores_refused(struct ui *ui, struct scores_grid *v, const struct err *err)
{
	v->base.typed[0] = '\0';
	ui_refuse(ui, "%s", err->text);
	return err->code == ERR_CONFLICT ? UI_RELOAD : UI_PART;
}

static ui_flags go_down(struct ui *ui, struct scores_grid *v)
{
	if (v->verify && v->base.grid.column == v->verified)
		return scores_verify_next(ui, v);
	if (v->base.grid.row + 1 < v->base.grid.rows)
		return grid_view_go(&v->base.grid, v->base.grid.row + 1,
				    v->base.grid.column);
	v->base.ended = true;
	ui_say(ui, _("That was the last person. Tab goes to the other test."));
	return UI_PART;
}

/* Store a score of the person under the cursor; false where it was refused. */
static bool store(struct ui *ui, struct scores_grid *v, int64_t value, ui_flags *failed)
{
	const struct score_entry entry = { v->base.grid.row, v->base.grid.column, value };
	struct err err = { 0 };

	if (value != score_sheet_value(&v->sheet, entry.row, entry.test) &&
	    !score_sheet_set(v->base.app->db, &v->sheet, &entry, 1, NULL, &err)) {
		*failed = scores_refused(ui, v, &err);
		return false;
	}
	v->base.typed[0] = '\0';
	return true;
}

static bool is_verified_here(const struct scores_grid *v)
{
	return v->verify && v->base.grid.column == v->verified;
}

/* A whole value and on to the next person. */
static ui_flags take(struct ui *ui, struct scores_grid *v, int64_t value)
{
	ui_flags failed;

	if (is_verified_here(v)) {
		v->base.typed[0] = '\0';
		return scores_verify_take(ui, v, value);
	}
	if (!store(ui, v, value, &failed))
		return failed;
	return go_down(ui, v);
}

static bool read_typed(struct ui *ui, struct scores_grid *v, int64_t *value,
		       ui_flags *failed)
{
	struct err err = { 0 };

	if (score_read(v->base.typed, v->sheet.most, value, &err))
		return true;
	*failed = scores_refused(ui, v, &err);
	return false;
}

static ui_flags enter(struct ui *ui, struct scores_grid *v)
{
	ui_flags failed;
	int64_t value;

	if (v->base.typed[0] == '\0')
		return go_down(ui, v);
	if (!read_typed(ui, v, &value, &failed))
		return failed;
	return take(ui, v, value);
}

/* As many digits as any score below the highest can have: 2 of 100. */
static size_t turbo_digits(const struct scores_grid *v)
{
	size_t digits = 1;

	for (int64_t bound = 1000; bound < v->sheet.most; bound *= 10)
		digits++;
	return digits;
}

static ui_flags take_character(struct ui *ui, struct scores_grid *v, char c)
{
	size_t length = strlen(v->base.typed);

	if (v->base.ended) {
		ui_refuse(ui, _("That was the last person. Tab goes to the other test, "
				"an arrow "
				"to who is to be changed."));
		return UI_NOTHING;
	}
	if (length == SCORE_TYPED) {
		v->base.typed[0] = '\0';
		ui_refuse(ui, _("No score is that long. Key it in again."));
		return UI_PART;
	}
	v->base.typed[length] = c;
	v->base.typed[length + 1] = '\0';
	return v->turbo && length + 1 == turbo_digits(v) ? enter(ui, v) : UI_PART;
}

/* To the other test of the person, or after the last one to who has no score
 * in it yet. */
static ui_flags other_test(struct scores_grid *v)
{
	size_t test = !v->base.grid.column, row = v->base.grid.row;

	if (v->base.ended) {
		row = 0;
		while (row < v->base.grid.rows &&
		       score_sheet_value(&v->sheet, row, test) != NUMBER_NONE)
			row++;
		row = row < v->base.grid.rows ? row : 0;
	}
	v->base.ended = false;
	return grid_view_go(&v->base.grid, row, test);
}

/* What is typed is stored before the cursor leaves it. */
static ui_flags move(struct ui *ui, struct scores_grid *v, int32_t key)
{
	ui_flags failed;
	int64_t value;

	if (key < UI_KEY_UP)
		return UI_IGNORED;
	if (v->base.typed[0] != '\0') {
		if (!read_typed(ui, v, &value, &failed))
			return failed;
		if (is_verified_here(v))
			return take(ui, v, value);
		if (!store(ui, v, value, &failed))
			return failed;
	}
	if (key == UI_KEY_TAB || key == UI_KEY_BACK_TAB)
		return other_test(v);
	v->base.ended = false;
	return grid_view_key(&v->base.grid, key);
}

/* Scores that stand there and would become others. */
static size_t count_changed(const struct scores_grid *v,
			    const struct score_entry *entries, size_t count)
{
	size_t changed = 0;

	for (size_t i = 0; i < count; i++) {
		int64_t old =
			score_sheet_value(&v->sheet, entries[i].row, entries[i].test);

		changed += old != NUMBER_NONE && old != entries[i].value;
	}
	return changed;
}

static ui_flags store_paste(struct ui *ui, struct scores_grid *v,
			    const struct score_entry *entries, size_t count)
{
	struct arena *a = ui_scratch(ui);
	size_t changed = count_changed(v, entries, count);
	struct err err = { 0 };

	if (changed > 0 &&
	    !ui_confirm(ui, arena_printf(a,
					 P_("%zu score that stands there would change. "
					    "Take the paste?",
					    "%zu scores that stand there would change. "
					    "Take the paste?",
					    changed),
					 changed)))
		return UI_NOTHING;
	if (!score_sheet_set(
		    v->base.app->db, &v->sheet, entries, count,
		    arena_printf(a, P_("%zu score pasted", "%zu scores pasted", count),
				 count),
		    &err))
		return scores_refused(ui, v, &err);
	ui_say(ui,
	       P_("%zu score taken   (Ctrl+Z takes it back)",
		  "%zu scores taken   (Ctrl+Z takes them back)", count),
	       count);
	return UI_NOTHING;
}

static ui_flags paste(struct ui *ui, struct scores_grid *v)
{
	const struct score_place at = { v->base.grid.row, v->base.grid.column };
	struct score_entry *entries;
	struct err err = { 0 };
	size_t count;

	if (v->verify) {
		ui_refuse(ui, _("A verify pass is keyed in. V ends it."));
		return UI_NOTHING;
	}
	v->base.typed[0] = '\0';
	if (!score_sheet_paste(&v->sheet, at, ui_pasted(ui), ui_scratch(ui), &entries,
			       &count, &err))
		return scores_refused(ui, v, &err);
	return store_paste(ui, v, entries, count);
}

/* Nothing keyed in is lost with the terminal. */
static ui_flags hang_up(struct ui *ui, struct scores_grid *v)
{
	return !v->verify || scores_verify_end(ui, v) ? UI_NOTHING : UI_UNKEPT;
}

static ui_flags scores_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct scores_grid *v = s->state;

	if (v->base.grid.rows == 0)
		return UI_IGNORED;
	if (key == '.' && v->base.typed[0] == '\0')
		return take(ui, v, NUMBER_NONE);
	if ((key >= '0' && key <= '9') || key == '.' || key == ',')
		return take_character(ui, v, (char)key);
	switch (key) {
	case UI_KEY_ENTER:
		return enter(ui, v);
	case UI_KEY_PASTE:
		return paste(ui, v);
	case UI_KEY_HANGUP:
		return hang_up(ui, v);
	case UI_KEY_IDLE:
	case UI_KEY_RESIZE:
		return UI_NOTHING;
	default:
		return move(ui, v, key);
	}
}

static bool scores_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return (key >= '0' && key <= '9') || key == '.' || key == ',';
}

const struct screen_class scores_class = {
	.name = "scores",
	.context = CONTEXT_SCORES,
	.state_size = sizeof(struct scores_grid),
	.open = scores_open,
	.title = scores_title,
	.reload = scores_reload,
	.draw = roll_grid_draw,
	.key = scores_key,
	.grabs = scores_grabs,
	.hint = scores_hint,
};

ui_flags scores_clear(struct ui *ui, struct screen *s)
{
	struct scores_grid *v = s->state;
	ui_flags failed;

	if (v->base.grid.rows == 0)
		return UI_NOTHING;
	if (v->base.typed[0] != '\0') {
		v->base.typed[0] = '\0';
		return UI_PART;
	}
	if (is_verified_here(v))
		return take(ui, v, NUMBER_NONE);
	return store(ui, v, NUMBER_NONE, &failed) ? UI_PART : failed;
}

ui_flags scores_most(struct ui *ui, struct screen *s)
{
	struct scores_grid *v = s->state;

	return v->base.grid.rows ? take(ui, v, v->sheet.most) : UI_NOTHING;
}

ui_flags scores_turbo(struct ui *ui, struct screen *s)
{
	struct scores_grid *v = s->state;

	v->base.typed[0] = '\0';
	v->turbo = !v->turbo;
	if (v->turbo)
		ui_say(ui,
		       P_("Turbo: %zu digit goes on by itself.",
			  "Turbo: %zu digits go on by themselves.", turbo_digits(v)),
		       turbo_digits(v));
	else
		ui_say(ui, _("Turbo is over: Enter goes on."));
	return UI_NOTHING;
}

ui_flags scores_leave(struct ui *ui, struct screen *s)
{
	struct scores_grid *v = s->state;

	if (v->base.typed[0] != '\0') {
		v->base.typed[0] = '\0';
		return UI_PART;
	}
	if (!v->verify)
		return UI_CLOSE | UI_RELOAD;
	(void)scores_verify_end(ui, v);
	return UI_NOTHING;
}
