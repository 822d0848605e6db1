#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/office.h"
#include "store/record.h"
#include "survey.h"

enum { FORMS_MOST = 40 };

size_t survey_entry_cells(const struct survey_entry *v)
{
	return 2 * v->now.count;
}

static size_t places_of(const struct survey_entry *v)
{
	return survey_entry_cells(v) + EXTRA_COUNT;
}

bool survey_entry_is_text(const struct survey_entry *v, size_t at)
{
	size_t cells = survey_entry_cells(v);

	return at == cells + EXTRA_TOPICS || at == cells + EXTRA_REMARK;
}

int64_t *survey_entry_value(const struct survey_entry *v, size_t i)
{
	struct survey_answer *answer = &v->now.answers[i / 2];

	return i % 2 == 0 ? &answer->level : &answer->importance;
}

const char **survey_entry_text(struct survey_entry *v, enum survey_extra extra)
{
	struct response *r = &v->now.response;
	const char **const texts[EXTRA_COUNT] = { &r->topics, &r->form, &r->method,
						  &r->remark };

	return texts[extra];
}

enum survey_extra survey_entry_extra(const struct survey_entry *v)
{
	return (enum survey_extra)(v->at - survey_entry_cells(v));
}

/* What is typed goes into the sheet when the cursor leaves. */
void survey_entry_take_text(struct survey_entry *v, struct screen *s)
{
	const char **text;

	if (!survey_entry_is_text(v, v->at))
		return;
	text = survey_entry_text(v, survey_entry_extra(v));
	if (strcmp(*text, v->edit.text) != 0)
		*text = text_clean_note(&s->rows, v->edit.text);
	v->changed = !survey_sheet_equal(&v->seen, &v->now) || v->changed;
}

void survey_entry_go(struct survey_entry *v, struct screen *s, size_t at)
{
	survey_entry_take_text(v, s);
	v->at = at;
	if (survey_entry_is_text(v, at))
		edit_open(&v->edit, &s->rows,
			  *survey_entry_text(v, survey_entry_extra(v)));
}

size_t survey_entry_next_open(const struct survey_entry *v, size_t from)
{
	while (from < survey_entry_cells(v) && v->keyed[from])
		from++;
	return from;
}

static bool entry_open(struct ui *ui, struct screen *s, const void *argument,
		       struct err *err)
{
	struct survey_entry *v = s->state;

	v->app = app_of(ui);
	return survey_entry_load(ui, s, argument, err);
}

struct survey_entry_argument survey_entry_argument_of(const struct survey_entry *v)
{
	const struct response *r = &v->seen.response;

	return (struct survey_entry_argument){
		r->survey, r->person, choice_find(rater_choices, r->rater)->code
	};
}

/* After an undo the sheet on the screen may be gone or be back. */
static bool entry_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct survey_entry *v = s->state;
	const struct survey_entry_argument argument = survey_entry_argument_of(v);

	survey_entry_take_text(v, s);
	return v->changed || survey_entry_load(ui, s, &argument, err);
}

static int64_t rater_number(const struct survey_entry *v)
{
	return 1 + (choice_find(rater_choices, v->now.response.rater) - rater_choices);
}

static ui_flags save(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	struct err err = { 0 };

	if (!survey_sheet_save(v->app->db, &v->seen, &v->now, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	survey_entry_drop(ui, s);
	ui_say(ui, _("%s, %s: saved   (Ctrl+Z takes it back)"),
	       arena_strdup(ui_scratch(ui), v->person),
	       choice_label(rater_choices, v->now.response.rater));
	s->result = rater_number(v);
	return UI_CLOSE | UI_RELOAD;
}

/* What was opened and not changed needs no saving. */
static ui_flags finish(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;

	survey_entry_take_text(v, s);
	if (v->changed)
		return save(ui, s);
	if (!v->seen.stored) {
		ui_refuse(ui, _("Nothing is keyed in yet. Esc goes back."));
		return UI_NOTHING;
	}
	s->result = rater_number(v);
	return UI_CLOSE;
}

/* Enter saves once all answers are keyed in; until then it goes to what is
 * open. Below them it goes on to the last. */
static ui_flags enter(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	size_t cells = survey_entry_cells(v), open = survey_entry_next_open(v, v->at);

	if (v->at >= cells && v->at + 1 < places_of(v)) {
		survey_entry_go(v, s, v->at + 1);
		return UI_NOTHING;
	}
	if (open >= cells)
		open = survey_entry_next_open(v, 0);
	if (open == cells)
		return finish(ui, s);
	survey_entry_go(v, s, open);
	ui_say(ui, _("This one is not keyed in; . leaves it blank, F10 saves all the "
		     "same."));
	return UI_NOTHING;
}

static void set_cell(struct survey_entry *v, size_t i, int64_t value)
{
	*survey_entry_value(v, i) = value;
	v->keyed[i] = true;
	v->changed = true;
}

static ui_flags put(struct ui *ui, struct screen *s, int64_t value)
{
	struct survey_entry *v = s->state;

	if (value < 1 || value > COMPETENCY_LEVELS) {
		ui_refuse(ui, _("The answers go from 1 to %d; . leaves it blank."),
			  COMPETENCY_LEVELS);
		return UI_NOTHING;
	}
	set_cell(v, v->at, value);
	survey_entry_go(v, s, v->at + 1);
	return UI_NOTHING;
}

/* A mastery that is left blank has no importance either. */
ui_flags survey_entry_blank(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	size_t step = 1;

	(void)ui;
	if (v->at >= survey_entry_cells(v)) {
		*survey_entry_text(v, survey_entry_extra(v)) = "";
		v->changed = true;
		return UI_NOTHING;
	}
	set_cell(v, v->at, NUMBER_NONE);
	if (v->at % 2 == 0) {
		set_cell(v, v->at + 1, NUMBER_NONE);
		step = 2;
	}
	survey_entry_go(v, s, v->at + step);
	return UI_NOTHING;
}

ui_flags survey_entry_back(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;

	(void)ui;
	if (v->at > 0)
		survey_entry_go(v, s, v->at - 1);
	return UI_NOTHING;
}

/* Where an arrow leads; the count of places for another key. */
static size_t moved(const struct survey_entry *v, int32_t key)
{
	size_t cells = survey_entry_cells(v), at = v->at, last = places_of(v) - 1;
	bool cell = at < cells;

	switch (key) {
	case UI_KEY_UP:
		if (at == cells)
			return cells - 2;
		return cell ? at - (at >= 2 ? 2 : 0) : at - 1;
	case UI_KEY_DOWN:
		if (cell)
			return at + 2 < cells ? at + 2 : cells;
		return at < last ? at + 1 : at;
	case UI_KEY_LEFT:
	case UI_KEY_BACK_TAB:
		return at > 0 ? at - 1 : at;
	case UI_KEY_RIGHT:
	case UI_KEY_TAB:
		return at < last ? at + 1 : at;
	case UI_KEY_HOME:
		return 0;
	case UI_KEY_END_:
		return last;
	default:
		return last + 1;
	}
}

static bool type_text(struct ui *ui, struct survey_entry *v, int32_t key)
{
	enum edit_result done = key == UI_KEY_PASTE
					? edit_paste(&v->edit, ui_pasted(ui), false)
					: edit_key(&v->edit, key, false);

	v->changed = v->changed || done == EDIT_CHANGED;
	return done != EDIT_UNUSED;
}

static ui_flags entry_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct survey_entry *v = s->state;
	size_t to;

	if (key == UI_KEY_ENTER)
		return enter(ui, s);
	if (key == UI_KEY_HANGUP || key == UI_KEY_IDLE)
		return survey_entry_keep(ui, s) ? UI_NOTHING : UI_UNKEPT;
	if (survey_entry_is_text(v, v->at) &&
	    !(key == UI_KEY_BACKSPACE && v->edit.length == 0) && type_text(ui, v, key))
		return UI_NOTHING;
	if (v->at < survey_entry_cells(v) && key >= '0' && key <= '9')
		return put(ui, s, key - '0');
	if (key == ' ')
		return survey_entry_choose(ui, s);
	to = moved(v, key);
	if (to >= places_of(v))
		return UI_IGNORED;
	survey_entry_go(v, s, to);
	return UI_NOTHING;
}

static bool entry_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	const struct survey_entry *v = s->state;

	(void)ui;
	if (survey_entry_is_text(v, v->at))
		return edit_is_text(key) || key == UI_KEY_PASTE ||
		       (key == UI_KEY_BACKSPACE && v->edit.length > 0);
	return v->at < survey_entry_cells(v) ? key >= '0' && key <= '9' : key == ' ';
}

const struct screen_class survey_entry_class = {
	.name = "survey-entry",
	.context = CONTEXT_SURVEY_ENTRY,
	.state_size = sizeof(struct survey_entry),
	.open = entry_open,
	.title = survey_entry_title,
	.reload = entry_reload,
	.draw = survey_entry_draw,
	.key = entry_key,
	.grabs = entry_grabs,
	.hint = survey_entry_hint,
};

ui_flags survey_entry_save(struct ui *ui, struct screen *s)
{
	return finish(ui, s);
}

/* The place of the chosen one in the list, from 1; 0 for none, -1 for thinking
 * better of it. */
static int pick(struct ui *ui, const struct choice *list, const char *code)
{
	struct ui_choice choices[FORMS_MOST] = { { _("None"), "" } };
	size_t count = 1, now = 0;

	for (; list[count - 1].code && count < FORMS_MOST; count++) {
		choices[count].label = _(list[count - 1].label);
		choices[count].note = "";
		if (strcmp(list[count - 1].code, code) == 0)
			now = count;
	}
	return ui_pick(ui, _("What does the sheet say?"), choices, count, now);
}

ui_flags survey_entry_choose(struct ui *ui, struct screen *s)
{
	struct survey_entry *v = s->state;
	const struct choice *list;
	const char **text;
	int at;

	if (v->at < survey_entry_cells(v) || survey_entry_is_text(v, v->at)) {
		ui_refuse(ui, _("There is no list here. Key in what the sheet says."));
		return UI_NOTHING;
	}
	text = survey_entry_text(v, survey_entry_extra(v));
	list = survey_entry_extra(v) == EXTRA_METHOD ? learning_method_choices
						     : learning_form_choices;
	at = pick(ui, list, *text);
	if (at < 0)
		return UI_NOTHING;
	*text = at == 0 ? "" : list[at - 1].code;
	v->changed = true;
	survey_entry_go(v, s, v->at + 1);
	return UI_NOTHING;
}

static ui_flags to_rater(struct ui *ui, struct screen *s, const char *rater)
{
	struct survey_entry *v = s->state;
	struct survey_entry_argument argument = survey_entry_argument_of(v);
	struct err err = { 0 };

	if (strcmp(v->now.response.rater, rater) == 0)
		return UI_NOTHING;
	if (strcmp(rater, "superior") == 0 && !survey_asks_superiors(&v->survey)) {
		ui_refuse(ui, _("This survey asks no superiors. F2 on its page changes "
				"that."));
		return UI_NOTHING;
	}
	if (v->changed) {
		ui_refuse(ui, _("F10 saves this sheet first; then the other rater's can "
				"be keyed in."));
		return UI_NOTHING;
	}
	argument.rater = rater;
	if (!survey_entry_load(ui, s, &argument, &err)) {
		ui_fail(ui, &err);
		return UI_CLOSE;
	}
	return UI_NOTHING;
}

ui_flags survey_entry_self(struct ui *ui, struct screen *s)
{
	return to_rater(ui, s, "self");
}

ui_flags survey_entry_superior(struct ui *ui, struct screen *s)
{
	return to_rater(ui, s, "superior");
}
