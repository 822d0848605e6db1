#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/feedback_sheet.h"
#include "store/db.h"
#include "store/history.h"
#include "ui/edit.h"

/*
 * The feedback grid: one key for each answer, the comment, Enter. What is
 * half keyed in is kept as a draft like a form.
 */
struct feedback {
	struct sheet sheet;
	struct item *items;
	struct sheet_answer *answers, *seen; /* seen: as they were loaded */
	size_t count, at, top;
	struct edit edit; /* of the text item under the cursor */
	bool changed, stored;
	const char *kept;
	struct app *app;
};

static bool is_text(const struct feedback *v, size_t i)
{
	return strcmp(v->items[i].kind, "text") == 0;
}

static const char *draft_key(const struct feedback *v, struct arena *a)
{
	return arena_printf(a, "sheet:%lld:%lld", (long long)v->sheet.programme,
			    (long long)v->sheet.number);
}

/* One letter for each answer, then the texts, line by line. */
static const char *to_draft(const struct feedback *v, struct arena *a)
{
	const char *draft = "";

	for (size_t i = 0; i < v->count; i++) {
		const char *text = text_clean_line(a, v->answers[i].text);

		draft = is_text(v, i) ? arena_printf(a, "%s%s\n", draft, text) :
					arena_printf(a, "%s%d\n", draft,
						     v->answers[i].value == NUMBER_NONE ?
							     0 :
							     (int)v->answers[i].value);
	}
	return draft;
}

static void from_draft(struct feedback *v, const char *draft, struct arena *a)
{
	for (size_t i = 0; i < v->count && *draft != '\0'; i++) {
		size_t length = strcspn(draft, "\n");
		const char *line = arena_strndup(a, draft, length);

		if (is_text(v, i))
			v->answers[i].text = line;
		else if (strtol(line, NULL, 10) > 0)
			v->answers[i].value = strtol(line, NULL, 10);
		draft += length + (draft[length] == '\n');
	}
}

static void keep(struct ui *ui, struct feedback *v)
{
	struct err err = { 0 };

	if (v->changed && !draft_put(v->app->db, draft_key(v, ui_scratch(ui)),
				     to_draft(v, ui_scratch(ui)), &err))
		ui_fail(ui, &err);
}

static void go(struct feedback *v, struct screen *s, size_t at)
{
	v->at = at;
	if (at < v->count && is_text(v, at))
		edit_open(&v->edit, &s->rows, v->answers[at].text);
}

static size_t first_open(const struct feedback *v)
{
	size_t i = 0;

	while (i < v->count && !is_text(v, i) && v->answers[i].value != NUMBER_NONE)
		i++;
	return i < v->count ? i : 0;
}

static bool load_sheet(struct ui *ui, struct screen *s, int64_t number, struct err *err)
{
	struct feedback *v = s->state;
	const char *draft = "";

	arena_reset(&s->rows);
	v->sheet.number = number;
	v->changed = false;
	v->top = 0;
	if (!sheet_load(v->app->db, &v->sheet, v->items, v->count, &s->rows, v->seen, err) ||
	    !draft_get(v->app->db, draft_key(v, ui_scratch(ui)), &s->rows, &draft, err))
		return false;
	memcpy(v->answers, v->seen, v->count * sizeof *v->answers);
	v->stored = v->sheet.id != 0;
	if (*draft != '\0') {
		from_draft(v, draft, &s->rows);
		v->changed = true;
		ui_say(ui, _("What you had keyed in before is back. Enter at the end saves it."));
	}
	go(v, s, v->stored ? 0 : first_open(v));
	return true;
}

static bool feedback_open(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	struct feedback *v = s->state;
	int64_t number = 0;

	v->app = app_of(ui);
	record_init(&sheet_kind, &v->sheet);
	v->sheet.programme = *(const int64_t *)argument;
	if (!sheet_questionnaire(v->app->db, v->sheet.programme, &v->sheet.questionnaire, err))
		return false;
	if (v->sheet.questionnaire == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("The programme has no questionnaire yet. Press k to choose one."));
	if (!sheet_items(v->app->db, v->sheet.questionnaire, &s->arena, &v->items, &v->count,
			 err))
		return false;
	if (v->count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("The questionnaire has no questions yet. Add some first."));
	v->answers = arena_array(&s->arena, v->count + 1, sizeof *v->answers);
	v->seen = arena_array(&s->arena, v->count + 1, sizeof *v->seen);
	return sheet_next_number(v->app->db, v->sheet.programme, v->sheet.questionnaire, &number,
				 err) &&
	       load_sheet(ui, s, number, err);
}

static const char *feedback_title(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	return arena_printf(ui_scratch(ui), _("Feedback › sheet %d%s%s"), (int)v->sheet.number,
			    v->stored ? _("  (saved before)") : "", v->changed ? "  *" : "");
}

static void draw_item(struct ui *ui, struct feedback *v, size_t i, int row, struct canvas *c)
{
	const struct item *item = &v->items[i];
	struct arena *a = ui_scratch(ui);
	bool focus = i == v->at;
	int answer = canvas_columns(c) - 7;

	canvas_text(c, row, 0, 3, STYLE_LABEL, arena_printf(a, "%2d.", (int)item->number));
	canvas_text(c, row, 4, answer - 5, focus ? STYLE_KEY : STYLE_PLAIN, item->text);
	canvas_text(c, row, answer, 3, focus ? STYLE_FOCUS : STYLE_PLAIN,
		    v->answers[i].value == NUMBER_NONE ?
			    "  ." :
			    arena_printf(a, "%3d", (int)v->answers[i].value));
	canvas_text(c, row, answer + 3, 4, STYLE_DIM, arena_printf(a, "/%d", (int)item->scale));
	if (focus)
		canvas_cursor(c, row, answer + 2);
}

static void draw_text(struct ui *ui, struct feedback *v, size_t i, int row, struct canvas *c)
{
	bool focus = i == v->at;
	const char *text = v->answers[i].text;
	int room = canvas_columns(c) - 5;
	size_t from = 0;

	canvas_text(c, row, 0, 3, STYLE_LABEL,
		    arena_printf(ui_scratch(ui), "%2d.", (int)v->items[i].number));
	canvas_text(c, row, 4, 0, focus ? STYLE_KEY : STYLE_PLAIN, v->items[i].text);
	if (focus) {
		text = v->edit.text;
		while (from < v->edit.at &&
		       text_width(text + from) - text_width(text + v->edit.at) >= room)
			from = text_next(text, from);
		canvas_cursor(c, row + 1,
			      4 + text_width(text + from) - text_width(text + v->edit.at));
	}
	canvas_text(c, row + 1, 4, room, focus ? STYLE_FOCUS : STYLE_PLAIN, text + from);
}

static void feedback_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct feedback *v = s->state;
	int row = 0;

	if (v->at < v->top)
		v->top = v->at;
	if ((int)(v->at - v->top) >= canvas_rows(c) - 2)
		v->top = v->at - (size_t)(canvas_rows(c) > 4 ? canvas_rows(c) - 4 : 0);
	for (size_t i = v->top; i < v->count && row < canvas_rows(c); i++) {
		if (is_text(v, i))
			draw_text(ui, v, i, row, c);
		else
			draw_item(ui, v, i, row, c);
		row += is_text(v, i) ? 2 : 1;
	}
}

static ui_flags back(struct screen *s)
{
	struct feedback *v = s->state;

	if (v->at > 0)
		go(v, s, v->at - 1);
	return UI_REDRAW;
}

static ui_flags next_sheet(struct ui *ui, struct screen *s, int64_t number)
{
	struct err err = { 0 };

	if (number >= 1 && !load_sheet(ui, s, number, &err))
		ui_fail(ui, &err);
	return UI_REDRAW;
}

static ui_flags save(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	struct err err = { 0 };
	const char *draft = draft_key(v, ui_scratch(ui));
	int64_t number = 0;

	if (!sheet_save(v->app->db, &v->sheet, v->items, v->count, v->seen, v->answers, &err) ||
	    !draft_drop(v->app->db, draft, &err) ||
	    !sheet_next_number(v->app->db, v->sheet.programme, v->sheet.questionnaire, &number,
			       &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	ui_say(ui, _("Sheet %d saved   (Ctrl+Z takes it back)"), (int)v->sheet.number);
	return next_sheet(ui, s, v->stored ? v->sheet.number + 1 : number);
}

static ui_flags answer(struct ui *ui, struct screen *s, int64_t value)
{
	struct feedback *v = s->state;
	const struct item *item = &v->items[v->at];

	if (value != NUMBER_NONE && (value < 1 || value > item->scale)) {
		ui_refuse(ui, _("The answers go from 1 to %d; . leaves it blank."),
			  (int)item->scale);
		return UI_REDRAW;
	}
	v->answers[v->at].value = value;
	v->changed = true;
	if (v->at + 1 < v->count)
		go(v, s, v->at + 1);
	else
		ui_say(ui, _("That was the last answer. Enter saves the sheet."));
	return UI_REDRAW;
}

static ui_flags text_key_pressed(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;
	enum edit_result done;

	if (key == UI_KEY_BACKSPACE && v->edit.length == 0)
		return back(s);
	done = key == UI_KEY_PASTE ? edit_paste(&v->edit, ui_pasted(ui), false) :
				     edit_key(&v->edit, key, false);
	if (done == EDIT_UNUSED)
		return UI_IGNORED;
	if (done == EDIT_CHANGED)
		v->changed = true;
	v->answers[v->at].text = v->edit.text;
	return UI_REDRAW;
}

static ui_flags move_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;

	switch (key) {
	case UI_KEY_UP:
		return back(s);
	case UI_KEY_DOWN:
	case UI_KEY_TAB:
		if (v->at + 1 < v->count)
			go(v, s, v->at + 1);
		return UI_REDRAW;
	case UI_KEY_PAGE_UP:
		keep(ui, v);
		return next_sheet(ui, s, v->sheet.number - 1);
	case UI_KEY_PAGE_DOWN:
		keep(ui, v);
		return next_sheet(ui, s, v->sheet.number + 1);
	case UI_KEY_HANGUP:
	case UI_KEY_IDLE:
		keep(ui, v);
		return UI_NOTHING;
	case UI_KEY_ESCAPE:
		keep(ui, v);
		if (v->changed)
			ui_say(ui, _("Not saved, but kept: it is there when you come back."));
		return UI_CLOSE | UI_RELOAD;
	case UI_KEY_ENTER:
		if (!v->changed && !v->stored) {
			ui_refuse(ui, _("Nothing is keyed in yet. Esc goes back."));
			return UI_REDRAW;
		}
		return save(ui, s);
	default:
		return UI_IGNORED;
	}
}

static ui_flags feedback_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;
	ui_flags done = move_key(ui, s, key);

	if (done != UI_IGNORED)
		return done;
	if (is_text(v, v->at))
		return text_key_pressed(ui, s, key);
	if (key >= '0' && key <= '9')
		return answer(ui, s, key == '0' ? 10 : key - '0');
	if (key == '.' || key == ' ')
		return answer(ui, s, NUMBER_NONE);
	if (key == UI_KEY_BACKSPACE || key == '-' || key == UI_KEY_LEFT)
		return back(s);
	if (edit_is_text(key))
		return answer(ui, s, 0);
	return UI_IGNORED;
}

static bool feedback_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return edit_is_text(key) || (key > KEY_BASE_ && key < UI_KEY_F0) ||
	       key == UI_KEY_PASTE || key == UI_KEY_CTRL_LEFT || key == UI_KEY_CTRL_RIGHT;
}

static const char *feedback_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Digit answers, . blank, Backspace back, Enter saves and opens the next sheet");
}

const struct screen_class feedback_class = {
	.name = "feedback",
	.context = CONTEXT_GRID,
	.state_size = sizeof(struct feedback),
	.open = feedback_open,
	.title = feedback_title,
	.draw = feedback_draw,
	.key = feedback_key,
	.grabs = feedback_grabs,
	.hint = feedback_hint,
};
