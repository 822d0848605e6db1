#include "feedback.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/programme.h"
#include "draft.h"
#include "grid_commands.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

void feedback_go(struct feedback *v, struct screen *s, size_t at)
{
	v->at = at;
	v->pending = (struct pending){ .digits = "", .marks = "" };
	if (at < v->count && feedback_is_text(v, at))
		edit_open(&v->edit, &s->rows, v->answers[at].text);
}

static void begin(struct feedback *v, struct screen *s)
{
	size_t open = feedback_next_open(v, 0);

	feedback_go(v, s, v->stored || open == v->count ? 0 : open);
}

static bool load_answers(struct ui *ui, struct screen *s, struct err *err)
{
	struct feedback *v = s->state;

	v->answers = arena_array(&s->rows, v->count + 1, sizeof *v->answers);
	v->stored_answers = arena_array(&s->rows, v->count + 1, sizeof *v->answers);
	v->entries = arena_array(&s->rows, v->count + 1, sizeof *v->entries);
	v->kept = "";
	feedback_set_about(v, &v->about);
	if (!sheet_load(v->app->db, &v->sheet, v->items, v->count, &s->rows, v->answers,
			err) ||
	    !draft_get(v->app->db, feedback_draft_key(v, ui_scratch(ui)), &s->rows,
		       &v->kept, err))
		return false;
	v->stored = v->sheet.id != 0;
	memcpy(v->stored_answers, v->answers, v->count * sizeof *v->answers);
	for (size_t i = 0; i < v->count; i++)
		v->entries[i].keyed = v->stored;
	return true;
}

static bool load_sheet(struct ui *ui, struct screen *s, int64_t number, struct err *err)
{
	struct feedback *v = s->state;

	arena_reset(&s->rows);
	v->sheet.number = number;
	v->changed = v->verify = false;
	v->top = 0;
	if (!load_answers(ui, s, err)) {
		v->count = 0; /* what stood there is gone */
		return false;
	}
	if (*v->kept != '\0') {
		feedback_from_draft(v, v->kept, &s->rows);
		v->changed = true;
		ui_say(ui, _("What you had keyed in before is back. Enter at the end "
			     "saves it."));
	}
	begin(v, s);
	return true;
}

/* The one that was left half keyed in, or a new one. */
static bool load_next(struct ui *ui, struct screen *s, struct err *err)
{
	struct feedback *v = s->state;
	int64_t number = 0;

	return draft_find_sheet(v->app, &v->sheet, ui_scratch(ui), &number, err) &&
	       (number != 0 || sheet_next_number(v->app->db, v->sheet.programme,
						 v->sheet.questionnaire, &number, err)) &&
	       load_sheet(ui, s, number, err);
}

/* Its number may stand on the paper already, so it stays while it is free. */
static bool load_new_again(struct ui *ui, struct screen *s, struct err *err)
{
	struct feedback *v = s->state;
	int64_t taken = 0;

	if (!record_find(v->app->db, &sheet_kind, &v->sheet, &taken, err))
		return false;
	return taken == 0 ? load_sheet(ui, s, v->sheet.number, err)
			  : load_next(ui, s, err);
}

/* The stored one with the next higher number, or a new one. */
static bool load_behind(struct ui *ui, struct screen *s, struct err *err)
{
	struct feedback *v = s->state;
	int64_t number = 0;

	if (!sheet_beside(v->app->db, &v->sheet, 1, &number, err))
		return false;
	return number == 0 ? load_next(ui, s, err) : load_sheet(ui, s, number, err);
}

static bool load_questions(struct screen *s, struct err *err)
{
	struct feedback *v = s->state;
	struct programme p;
	struct questionnaire q;

	if (!record_load(v->app->db, &programme_kind, v->sheet.programme, &p, &s->arena,
			 err) ||
	    !record_load(v->app->db, &questionnaire_kind, v->sheet.questionnaire, &q,
			 &s->arena, err) ||
	    !sheet_items(v->app->db, v->sheet.questionnaire, &s->arena, &v->items,
			 &v->count, err))
		return false;
	v->code = p.code;
	v->has_about = *q.repeats != '\0' || strcmp(q.level, "behaviour") == 0 ||
		       strcmp(q.level, "results") == 0;
	return v->count > 0 ||
	       err_set(err, ERR_NOT_FOUND,
		       _("The questionnaire has no questions yet. Add some first."));
}

static bool feedback_open(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	const struct feedback_argument *a = argument;
	struct feedback *v = s->state;

	v->app = app_of(ui);
	record_init(&sheet_kind, &v->sheet);
	v->sheet.programme = a->programme;
	v->sheet.questionnaire = a->questionnaire;
	v->about = a->about;
	if (!load_questions(s, err))
		return false;
	return a->number ? load_sheet(ui, s, a->number, err) : load_next(ui, s, err);
}

/* After an undo the sheet on the screen may be gone or be back. */
static bool feedback_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct feedback *v = s->state;

	if (v->changed)
		return true;
	return v->stored ? load_sheet(ui, s, v->sheet.number, err)
			 : load_new_again(ui, s, err);
}

static ui_flags save(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	bool was_stored = v->stored;
	const char *key = feedback_draft_key(v, ui_scratch(ui));
	int64_t number = v->sheet.number, taken;
	size_t corrected = v->corrected;
	bool verified = v->verify;
	struct err err = { 0 };

	if (!sheet_save(v->app->db, &v->sheet, v->items, v->count, v->stored_answers,
			v->answers, &err) ||
	    !draft_drop(v->app->db, key, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	v->changed = false;
	taken = v->sheet.number;
	if (!(was_stored ? load_behind(ui, s, &err) : load_next(ui, s, &err)))
		ui_fail(ui, &err);
	else if (taken != number)
		ui_say(ui,
		       _("Somebody else took number %d meanwhile: this sheet is number "
			 "%d. "
			 "Write that on it."),
		       (int)number, (int)taken);
	else if (verified)
		ui_say(ui, _("Sheet %d verified, %d answers corrected."), (int)number,
		       (int)corrected);
	else
		ui_say(ui, _("Sheet %d saved   (Ctrl+Z takes it back)"), (int)number);
	return UI_NOTHING;
}

/* Enter saves once everything is keyed in; until then it goes to what is
 * open, so that a habit of the hand stores no half sheet. */
static ui_flags enter(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	size_t open;

	if (feedback_end_answer(ui, s))
		return UI_NOTHING;
	if (!v->verify && feedback_is_text(v, v->at) && v->at + 1 < v->count) {
		feedback_go(v, s, v->at + 1);
		return UI_NOTHING;
	}
	open = feedback_next_open(v, v->at);
	if (open == v->count)
		open = feedback_next_open(v, 0);
	if (open < v->count) {
		feedback_go(v, s, open);
		ui_say(ui, _("Question %d is not keyed in; . leaves it blank."),
		       (int)v->items[open].number);
		return UI_NOTHING;
	}
	if (!v->changed && !v->stored) {
		ui_refuse(ui, _("Nothing is keyed in yet. Esc goes back."));
		return UI_NOTHING;
	}
	return save(ui, s);
}

static ui_flags text_key_pressed(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;
	enum edit_result done;

	if (key == UI_KEY_BACKSPACE && v->edit.length == 0)
		return grid_back(ui, s);
	if (v->verify) {
		ui_refuse(ui, _("Comments are not keyed in twice. Enter ends the verify "
				"pass."));
		return UI_NOTHING;
	}
	done = key == UI_KEY_PASTE ? edit_paste(&v->edit, ui_pasted(ui), false)
				   : edit_key(&v->edit, key, false);
	if (done == EDIT_UNUSED)
		return UI_IGNORED;
	if (done == EDIT_CHANGED) {
		v->changed = true;
		v->entries[v->at].keyed = true;
	}
	v->answers[v->at].text = v->edit.text;
	return UI_NOTHING;
}

static ui_flags move_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;
	bool moves = key == UI_KEY_UP || key == UI_KEY_BACK_TAB || key == UI_KEY_DOWN ||
		     key == UI_KEY_TAB;

	if (moves && !feedback_take_pending(ui, s))
		return UI_NOTHING;
	switch (key) {
	case UI_KEY_UP:
	case UI_KEY_BACK_TAB:
		if (v->at > 0)
			feedback_go(v, s, v->at - 1);
		return UI_NOTHING;
	case UI_KEY_DOWN:
	case UI_KEY_TAB:
		if (v->at + 1 < v->count)
			feedback_go(v, s, v->at + 1);
		return UI_NOTHING;
	case UI_KEY_HANGUP:
	case UI_KEY_IDLE:
		return feedback_keep(ui, s) ? UI_NOTHING : UI_UNKEPT;
	case UI_KEY_ENTER:
		return enter(ui, s);
	default:
		return UI_IGNORED;
	}
}

static ui_flags feedback_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;
	ui_flags done = v->count > 0 ? move_key(ui, s, key) : UI_IGNORED;

	if (v->count == 0)
		return UI_IGNORED;
	if (done != UI_IGNORED)
		return done;
	if (feedback_is_text(v, v->at))
		return text_key_pressed(ui, s, key);
	if (feedback_types(v, key))
		return feedback_answer(ui, s, key);
	if (key == UI_KEY_HOME || key == UI_KEY_END_) {
		if (feedback_take_pending(ui, s))
			feedback_go(v, s, key == UI_KEY_HOME ? 0 : v->count - 1);
		return UI_NOTHING;
	}
	if (!edit_is_text(key))
		return UI_IGNORED;
	ui_refuse(ui, _("That is no answer here. . leaves it blank."));
	return UI_NOTHING;
}

static bool feedback_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	const struct feedback *v = s->state;

	(void)ui;
	if (v->at >= v->count)
		return key >= '0' && key <= '9';
	if (!feedback_is_text(v, v->at))
		return feedback_types(v, key);
	return edit_is_text(key) || key == UI_KEY_PASTE || key == UI_KEY_BACKSPACE ||
	       key == UI_KEY_DELETE || key == UI_KEY_LEFT || key == UI_KEY_RIGHT ||
	       key == UI_KEY_HOME || key == UI_KEY_END_ || key == UI_KEY_CTRL_LEFT ||
	       key == UI_KEY_CTRL_RIGHT || key == UI_CTRL('w');
}

const struct screen_class feedback_class = {
	.name = "feedback",
	.context = CONTEXT_GRID,
	.state_size = sizeof(struct feedback),
	.open = feedback_open,
	.title = feedback_title,
	.reload = feedback_reload,
	.draw = feedback_draw,
	.key = feedback_key,
	.grabs = feedback_grabs,
	.hint = feedback_hint,
};

ui_flags grid_back(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	if (feedback_take_pending(ui, s) && v->at > 0)
		feedback_go(v, s, v->at - 1);
	return UI_NOTHING;
}

/* Also with questions that are not keyed in; those are blank then. */
ui_flags grid_save(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	if (!feedback_take_pending(ui, s))
		return UI_NOTHING;
	if (v->changed && !v->verify)
		return save(ui, s);
	ui_refuse(
		ui,
		v->verify
			? _("Key in all answers again; then Enter ends the verify pass.")
			: _("Nothing is keyed in yet. Esc goes back."));
	return UI_NOTHING;
}

ui_flags grid_leave(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	if (!v->verify && !feedback_take_pending(ui, s))
		return UI_NOTHING;
	if (!feedback_keep(ui, s))
		return UI_NOTHING;
	if (v->changed && !v->verify)
		ui_say(ui, _("Not saved, but kept: it is there when you come back."));
	return UI_CLOSE | UI_RELOAD;
}

/* The way out also where nothing can be kept, as on a full disk. */
ui_flags grid_discard(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	int64_t number = v->sheet.number;
	struct err err = { 0 };

	if (!v->changed || v->verify) {
		ui_refuse(ui, _("Nothing is keyed in yet. Esc goes back."));
		return UI_NOTHING;
	}
	if (!ui_confirm(ui, _("Forget what is keyed in on this sheet?")))
		return UI_NOTHING;
	v->changed = false;
	if ((*v->kept != '\0' &&
	     !draft_drop(v->app->db, feedback_draft_key(v, ui_scratch(ui)), &err)) ||
	    !load_sheet(ui, s, number, &err))
		ui_fail(ui, &err);
	return UI_NOTHING;
}

/* To the stored sheet beside this one; behind the last, to the next new one. */
static ui_flags other_sheet(struct ui *ui, struct screen *s, int way)
{
	struct feedback *v = s->state;
	struct err err = { 0 };
	int64_t number = 0;

	if ((!v->verify && !feedback_take_pending(ui, s)) || !feedback_keep(ui, s))
		return UI_NOTHING;
	if (!sheet_beside(v->app->db, &v->sheet, way, &number, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (number == 0 && (way < 0 || !v->stored)) {
		ui_say(ui, way < 0 ? _("This is the first sheet.")
				   : _("This is the next new sheet."));
		return UI_NOTHING;
	}
	if (!(number == 0 ? load_next(ui, s, &err) : load_sheet(ui, s, number, &err)))
		ui_fail(ui, &err);
	return UI_NOTHING;
}

ui_flags grid_previous(struct ui *ui, struct screen *s)
{
	return other_sheet(ui, s, -1);
}

ui_flags grid_next(struct ui *ui, struct screen *s)
{
	return other_sheet(ui, s, 1);
}

ui_flags grid_verify(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	if (!v->stored || v->changed) {
		ui_refuse(ui, _("Only a saved sheet is verified: PgUp goes to the one "
				"before."));
		return UI_NOTHING;
	}
	v->verify = true;
	v->corrected = 0;
	for (size_t i = 0; i < v->count; i++)
		v->entries[i] = (struct entry){ .keyed = feedback_is_text(v, i) };
	feedback_go(v, s,
		    feedback_next_open(v, 0) < v->count ? feedback_next_open(v, 0) : 0);
	ui_say(ui, _("Key in the same sheet once more; differences are asked again."));
	return UI_NOTHING;
}

/* Is something typed here that is not what was stored? */
static bool differs(const struct feedback *v, size_t i)
{
	if (feedback_is_text(v, i))
		return strcmp(v->answers[i].text, v->stored_answers[i].text) != 0;
	return v->entries[i].keyed;
}

/* Only a sheet, else what somebody did elsewhere would go unseen. */
static ui_flags undo_sheet(struct ui *ui, const struct feedback *v)
{
	struct err err = { 0 };
	bool is_sheet = false;

	if (!history_undo_is_of(v->app->db, sheet_kind.name, &is_sheet, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (is_sheet)
		return undo_last(ui);
	ui_refuse(ui, _("Older sheets cannot be undone (anonymity). Other changes: "
			"history, 9 on the first screen."));
	return UI_NOTHING;
}

/* What is typed here first, then the sheet that was stored last. */
ui_flags grid_undo(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	if (v->pending.on) {
		feedback_go(v, s, v->at);
		return UI_NOTHING;
	}
	if (!v->changed)
		return undo_sheet(ui, v);
	if (!differs(v, v->at))
		grid_back(ui, s);
	v->entries[v->at].keyed = v->stored;
	v->answers[v->at] = v->stored_answers[v->at];
	feedback_go(v, s, v->at);
	return UI_NOTHING;
}
