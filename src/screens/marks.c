#include "marks.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "store/history.h"

static struct marks *marks_of(const struct screen *s)
{
	return s->state;
}

void marks_init(struct marks *v, const struct marks_model *model, size_t rows,
		size_t columns, struct screen *s)
{
	size_t cells = rows * columns;

	v->model = model;
	v->rows = rows;
	v->columns = columns;
	v->values = arena_array(&s->rows, cells + 1, sizeof *v->values);
	v->stored = arena_array(&s->rows, cells + 1, sizeof *v->stored);
	v->keyed = arena_array(&s->rows, cells + 1, sizeof *v->keyed);
	for (size_t i = 0; i < cells; i++)
		v->values[i] = NUMBER_NONE;
	v->remarks = v->stored_remarks = NULL;
	if (!model->remarks)
		return;
	v->remarks = arena_array(&s->rows, rows + 1, sizeof *v->remarks);
	v->stored_remarks = arena_array(&s->rows, rows + 1, sizeof *v->remarks);
	for (size_t i = 0; i < rows; i++)
		v->remarks[i] = "";
}

static size_t cells_of(const struct marks *v)
{
	return v->rows * v->columns;
}

/* The first cell from `from` on that is not keyed in; the count for none. */
static size_t next_open(const struct marks *v, size_t from)
{
	while (from < cells_of(v) && v->keyed[from])
		from++;
	return from;
}

/* What there is now is what is stored. */
static void take_as_stored(struct marks *v)
{
	memcpy(v->stored, v->values, cells_of(v) * sizeof *v->stored);
	if (v->remarks)
		memcpy(v->stored_remarks, v->remarks, v->rows * sizeof *v->remarks);
	v->changed = false;
}

bool marks_differ(const struct marks *v)
{
	if (memcmp(v->values, v->stored, cells_of(v) * sizeof *v->values) != 0)
		return true;
	for (size_t i = 0; v->remarks && i < v->rows; i++) {
		if (strcmp(v->remarks[i], v->stored_remarks[i]) != 0)
			return true;
	}
	return false;
}

bool marks_begin(struct ui *ui, struct screen *s, struct err *err)
{
	struct marks *v = marks_of(s);
	size_t open;

	take_as_stored(v);
	for (size_t i = 0; i < cells_of(v); i++)
		v->keyed[i] = v->values[i] != NUMBER_NONE;
	if (!draft_get(v->app->db, v->model->key(s, ui_scratch(ui)), &s->rows, &v->kept,
		       err))
		return false;
	if (*v->kept != '\0') {
		marks_from_draft(v, v->kept, &s->rows);
		v->changed = true;
		ui_say(ui, _("What you had keyed in before is back. Enter at the end "
			     "saves it."));
	}
	open = next_open(v, 0);
	v->at = open < cells_of(v) ? open : 0;
	return true;
}

const char *marks_shown(const struct marks *v, size_t i)
{
	static const char *const digits[] = { "1", "2", "3", "4" };

	if (v->values[i] >= 1 && v->values[i] <= RUBRIC_LEVELS)
		return digits[v->values[i] - 1];
	return v->keyed[i] ? "." : "_";
}

size_t marks_blanks(const struct marks *v)
{
	size_t blanks = 0;

	for (size_t i = 0; i < cells_of(v); i++)
		blanks += v->values[i] == NUMBER_NONE;
	return blanks;
}

static ui_flags put(struct ui *ui, struct marks *v, int64_t value)
{
	if (value != NUMBER_NONE && (value < 1 || value > RUBRIC_LEVELS)) {
		ui_refuse(ui, _("The levels go from 1 to %d; . leaves it blank."),
			  RUBRIC_LEVELS);
		return UI_NOTHING;
	}
	v->values[v->at] = value;
	v->keyed[v->at] = true;
	v->changed = true;
	if (v->at + 1 < cells_of(v))
		v->at++;
	else if (next_open(v, 0) == cells_of(v))
		ui_say(ui, _("That was the last one. Enter saves."));
	return UI_NOTHING;
}

static bool store(struct ui *ui, struct screen *s, struct err *err)
{
	struct marks *v = marks_of(s);

	if (!v->model->save(ui, s, err))
		return false;
	take_as_stored(v);
	return draft_drop(v->app->db, v->model->key(s, ui_scratch(ui)), err);
}

static ui_flags save(struct ui *ui, struct screen *s)
{
	struct marks *v = marks_of(s);
	struct err err = { 0 };

	if (!store(ui, s, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	v->model->saved(ui, s);
	s->result = 1;
	return UI_CLOSE | UI_RELOAD;
}

/* Enter saves once everything is keyed in; until then it goes to what is
 * open. */
static ui_flags enter(struct ui *ui, struct screen *s)
{
	struct marks *v = marks_of(s);
	size_t open = next_open(v, v->at);

	if (open == cells_of(v))
		open = next_open(v, 0);
	if (open < cells_of(v)) {
		v->at = open;
		ui_say(ui, _("This one is not keyed in; . leaves it blank, F10 saves "
			     "all the same."));
		return UI_NOTHING;
	}
	return v->changed ? save(ui, s) : UI_CLOSE;
}

static size_t moved(const struct marks *v, int32_t key)
{
	size_t at = v->at, last = cells_of(v) - 1;

	switch (key) {
	case UI_KEY_UP:
		return at >= v->columns ? at - v->columns : at;
	case UI_KEY_DOWN:
		return at + v->columns <= last ? at + v->columns : at;
	case UI_KEY_BACK_TAB:
	case UI_KEY_LEFT:
		return at > 0 ? at - 1 : at;
	case UI_KEY_TAB:
	case UI_KEY_RIGHT:
		return at < last ? at + 1 : at;
	case UI_KEY_HOME:
		return 0;
	case UI_KEY_END_:
		return last;
	default:
		return last + 1;
	}
}

ui_flags marks_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct marks *v = marks_of(s);
	size_t to = moved(v, key);

	if (to < cells_of(v)) {
		v->at = to;
		return UI_NOTHING;
	}
	if (key == UI_KEY_ENTER)
		return enter(ui, s);
	if (key == UI_KEY_HANGUP || key == UI_KEY_IDLE)
		return marks_keep(ui, s) ? UI_NOTHING : UI_UNKEPT;
	if (key >= '0' && key <= '9')
		return put(ui, v, key - '0');
	return UI_IGNORED;
}

bool marks_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return key >= '0' && key <= '9';
}

ui_flags marks_save(struct ui *ui, struct screen *s)
{
	if (marks_of(s)->changed)
		return save(ui, s);
	ui_refuse(ui, _("Nothing new is keyed in. Esc goes back."));
	return UI_NOTHING;
}

/* What is keyed in is not lost; an unfinished sheet is stored as one. */
ui_flags marks_leave(struct ui *ui, struct screen *s)
{
	if (!marks_keep(ui, s))
		return UI_NOTHING;
	if (marks_of(s)->changed)
		ui_say(ui, _("Not saved, but kept: it is there when you come back."));
	return UI_CLOSE | UI_RELOAD;
}

ui_flags marks_blank(struct ui *ui, struct screen *s)
{
	return put(ui, marks_of(s), NUMBER_NONE);
}

ui_flags marks_back(struct ui *ui, struct screen *s)
{
	struct marks *v = marks_of(s);

	(void)ui;
	if (v->at > 0)
		v->at--;
	return UI_NOTHING;
}

ui_flags marks_forget(struct ui *ui, struct screen *s)
{
	struct marks *v = marks_of(s);
	struct err err = { 0 };

	if (!v->changed) {
		ui_refuse(ui, _("Nothing new is keyed in. Esc goes back."));
		return UI_NOTHING;
	}
	if (!ui_confirm(ui, _("Forget what is keyed in on this sheet?")))
		return UI_NOTHING;
	if (!draft_drop(v->app->db, v->model->key(s, ui_scratch(ui)), &err))
		ui_fail(ui, &err);
	return UI_CLOSE;
}

/* What is typed here first, then what was stored last. */
ui_flags marks_undo(struct ui *ui, struct screen *s)
{
	struct marks *v = marks_of(s);

	if (!v->changed)
		return undo_last(ui);
	if (v->values[v->at] == v->stored[v->at] && v->at > 0)
		v->at--;
	v->values[v->at] = v->stored[v->at];
	v->keyed[v->at] = v->values[v->at] != NUMBER_NONE;
	v->changed = marks_differ(v);
	return UI_NOTHING;
}

ui_flags marks_remark(struct ui *ui, struct screen *s)
{
	struct marks *v = marks_of(s);
	size_t row = v->at / v->columns;
	const char *text = "";

	if (!v->remarks) {
		ui_refuse(ui, _("This sheet has no remarks."));
		return UI_NOTHING;
	}
	if (!ui_ask(ui, _("Remark on this criterion:"), v->remarks[row], &s->rows, &text))
		return UI_NOTHING;
	v->remarks[row] = text_clean_line(&s->rows, text);
	v->changed = true;
	return UI_NOTHING;
}
