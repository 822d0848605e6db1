#include "survey_answer.h"

#include <string.h>

#include "answer_parts.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/competency.h"
#include "store/db.h"
#include "store/record.h"

enum { THANKS_MS = 20000, SECOND_MS = 1000, RATERS = 2 };

/* ---- pages ---- */

static bool is_typed(const struct survey_answer_screen *v)
{
	return v->page == SURVEY_NIP ||
	       (v->page == SURVEY_QUESTION && survey_asks_words(v));
}

static void show(struct ui *ui, struct screen *s, enum survey_page page)
{
	struct survey_answer_screen *v = s->state;
	struct err err = { 0 };
	bool described;

	v->page = page;
	v->reason = "";
	v->cursor = 0;
	ui_set_alarm(ui, page == SURVEY_FIRST ? 0
			 : page == SURVEY_THANKS
				 ? THANKS_MS
				 : v->app->settings->respondent_idle * SECOND_MS);
	if (is_typed(v))
		edit_open(&v->edit, &s->rows,
			  page == SURVEY_NIP ? "" : *survey_text_of(v));
	else if (page == SURVEY_QUESTION)
		v->cursor = survey_stored(v);
	if (page == SURVEY_QUESTION && survey_question(v) == ASK_LEVEL &&
	    !survey_level_texts(v->app->db, survey_answer_now(v)->competency, &s->rows,
				v->levels, &described, &err))
		ui_fail(ui, &err);
}

/* Nothing is left of the sheet, for whoever comes next. */
static void start_over(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;

	arena_reset(&s->rows);
	v->sheet = (struct survey_sheet){ .count = 0 };
	record_init(&person_kind, &v->person);
	v->at = 0;
	v->rater = survey_asks_superiors(&v->survey) ? 0 : 1;
	i18n_switch(v->language);
	show(ui, s, SURVEY_FIRST);
}

/* Why it cannot go on stands on the page; what is broken is told as ever. */
static bool explain(struct ui *ui, struct screen *s, const struct err *err)
{
	struct survey_answer_screen *v = s->state;

	if (err->code != ERR_INPUT && err->code != ERR_NOT_FOUND &&
	    err->code != ERR_CONFLICT)
		ui_fail(ui, err);
	else
		v->reason = arena_printf(&s->rows, "%s", err->text);
	return false;
}

/* Staff may have closed the survey meanwhile. */
static bool is_open(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;
	struct survey now;
	struct err err = { 0 };

	return (record_load(v->app->db, &survey_kind, v->survey.id, &now, ui_scratch(ui),
			    &err) &&
		survey_takes_answers(&now, clock_today(), &err)) ||
	       explain(ui, s, &err);
}

static bool find_person(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;
	struct response *whose = &v->sheet.response;
	struct err err = { 0 };

	record_init(&response_kind, whose);
	whose->survey = v->survey.id;
	whose->rater = rater_choices[v->rater - 1].code;
	if (!survey_person(v->app->db, whose, v->edit.text, &s->rows, &v->person, &err))
		return explain(ui, s, &err);
	whose->person = v->person.id;
	return survey_sheet_load(v->app->db, &s->rows, &v->sheet, &err) ||
	       explain(ui, s, &err);
}

static bool is_skipped(const struct survey_answer_screen *v)
{
	return survey_question(v) == ASK_IMPORTANCE &&
	       survey_answer_now(v)->level == NUMBER_NONE;
}

static void next_question(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;

	if (v->at + 1 == survey_question_count(v)) {
		show(ui, s, SURVEY_LAST);
		return;
	}
	v->at++;
	v->at += is_skipped(v);
	show(ui, s, SURVEY_QUESTION);
}

static void go_on(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;

	switch (v->page) {
	case SURVEY_FIRST:
		if (is_open(ui, s))
			show(ui, s,
			     survey_asks_superiors(&v->survey) ? SURVEY_RATER
							       : SURVEY_NIP);
		return;
	case SURVEY_RATER:
		show(ui, s, SURVEY_NIP);
		return;
	case SURVEY_NIP:
		if (find_person(ui, s))
			show(ui, s, SURVEY_CONFIRM);
		return;
	case SURVEY_CONFIRM:
		v->at = 0;
		show(ui, s, SURVEY_QUESTION);
		return;
	case SURVEY_QUESTION:
		next_question(ui, s);
		return;
	default:
		start_over(ui, s);
		return;
	}
}

static void go_back(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;

	switch (v->page) {
	case SURVEY_NIP:
		show(ui, s,
		     survey_asks_superiors(&v->survey) ? SURVEY_RATER : SURVEY_FIRST);
		return;
	case SURVEY_CONFIRM:
		show(ui, s, SURVEY_NIP);
		return;
	case SURVEY_QUESTION:
		if (v->at == 0) {
			show(ui, s, SURVEY_CONFIRM);
			return;
		}
		v->at--;
		v->at -= is_skipped(v);
		show(ui, s, SURVEY_QUESTION);
		return;
	case SURVEY_LAST:
		show(ui, s, SURVEY_QUESTION);
		return;
	case SURVEY_THANKS:
		return;
	default:
		show(ui, s, SURVEY_FIRST);
		return;
	}
}

static void hand_in(struct ui *ui, struct screen *s)
{
	struct survey_answer_screen *v = s->state;
	struct err err = { 0 };

	if (!survey_hand_in(v->app->db, &v->sheet, clock_today(), &err)) {
		explain(ui, s, &err);
		return;
	}
	start_over(ui, s);
	show(ui, s, SURVEY_THANKS);
}

static ui_flags ask_to_leave(struct ui *ui, struct screen *s)
{
	const struct survey_answer_screen *v = s->state;

	if (!answer_may_leave(ui, _("For staff: type the code of the survey to leave:"),
			      v->survey.code))
		return UI_NOTHING;
	start_over(ui, s);
	return s->below ? UI_CLOSE : UI_QUIT;
}

/* ---- keys ---- */

static void move_to(struct survey_answer_screen *v, int64_t option)
{
	int64_t most = survey_option_count(v);

	v->cursor = option < 1 ? 1 : option > most ? most : option;
	survey_store(v);
}

/* In a long list two digits name an option: 1 2 is the twelfth. */
static void digit_key(struct ui *ui, struct survey_answer_screen *v, int64_t digit)
{
	int64_t most = survey_option_count(v), both = v->cursor * 10 + digit;

	if (v->cursor > 0 && most > 9 && both <= most)
		move_to(v, both);
	else if (digit >= 1 && digit <= most)
		move_to(v, digit);
	else
		ui_refuse(ui, _("The answers go from 1 to %d."), (int)most);
}

static ui_flags option_key(struct ui *ui, struct survey_answer_screen *v, int32_t key)
{
	if (key == UI_KEY_UP || key == UI_KEY_DOWN) {
		move_to(v, v->cursor + (key == UI_KEY_UP ? -1 : 1));
	} else if (key >= '0' && key <= '9') {
		digit_key(ui, v, key - '0');
	} else if (key == UI_KEY_DELETE || key == '.') {
		v->cursor = 0;
		survey_store(v);
	} else {
		return UI_IGNORED;
	}
	return UI_NOTHING;
}

static ui_flags typing_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct survey_answer_screen *v = s->state;
	enum edit_result done;

	if (key == UI_KEY_BACKSPACE && v->edit.length == 0)
		return UI_IGNORED;
	done = key == UI_KEY_PASTE ? edit_paste(&v->edit, ui_pasted(ui), false)
				   : edit_key(&v->edit, key, false);
	if (done == EDIT_CHANGED)
		v->reason = "";
	if (done != EDIT_UNUSED && v->page == SURVEY_QUESTION)
		*survey_text_of(v) = text_clean_line(&s->rows, v->edit.text);
	return done == EDIT_UNUSED ? UI_IGNORED : UI_NOTHING;
}

static ui_flags turn_key(struct ui *ui, struct screen *s, int32_t key)
{
	if (key == UI_KEY_ENTER || key == UI_KEY_TAB || key == UI_KEY_PAGE_DOWN)
		go_on(ui, s);
	else if (key == UI_KEY_BACKSPACE || key == UI_KEY_BACK_TAB ||
		 key == UI_KEY_PAGE_UP)
		go_back(ui, s);
	return UI_NOTHING;
}

static ui_flags rater_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct survey_answer_screen *v = s->state;

	if (key >= '1' && key < '1' + RATERS)
		v->rater = key - '0';
	else if (key == UI_KEY_UP || key == UI_KEY_DOWN)
		v->rater = key == UI_KEY_UP ? 1 : RATERS;
	else if (key == UI_KEY_ENTER && v->rater == 0)
		ui_refuse(ui, _("Say first who you are."));
	else
		return turn_key(ui, s, key);
	return UI_NOTHING;
}

static ui_flags page_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct survey_answer_screen *v = s->state;

	if (is_typed(v) && typing_key(ui, s, key) != UI_IGNORED)
		return UI_NOTHING;
	if (v->page == SURVEY_QUESTION && !survey_asks_words(v) &&
	    option_key(ui, v, key) != UI_IGNORED)
		return UI_NOTHING;
	if (v->page == SURVEY_FIRST && (key == 'b' || key == 'B'))
		i18n_switch(i18n_language()[0] == 'i' ? "en" : "id");
	else if (v->page == SURVEY_RATER)
		return rater_key(ui, s, key);
	else if (v->page == SURVEY_LAST && key == UI_KEY_ENTER)
		hand_in(ui, s);
	else if (v->page != SURVEY_LAST || key == UI_KEY_BACKSPACE)
		return turn_key(ui, s, key);
	return UI_NOTHING;
}

static ui_flags survey_answer_key(struct ui *ui, struct screen *s, int32_t key)
{
	switch (key) {
	case UI_KEY_ALARM:
		start_over(ui, s);
		return UI_NOTHING;
	case UI_KEY_IDLE:
	case UI_KEY_HANGUP:
	case UI_KEY_RESIZE:
		return UI_NOTHING;
	case UI_KEY_ESCAPE:
	case UI_CTRL('q'):
		return ask_to_leave(ui, s);
	case UI_CTRL('l'):
		ui_repaint(ui);
		return UI_NOTHING;
	default:
		return page_key(ui, s, key);
	}
}

static bool survey_answer_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	(void)key;
	return true;
}

/* ---- opening ---- */

static bool survey_answer_open(struct ui *ui, struct screen *s, const void *argument,
			       struct err *err)
{
	struct survey_answer_screen *v = s->state;

	(void)argument;
	v->app = app_of(ui);
	v->language = i18n_language();
	if (db_is_read_only(v->app->db))
		return err_set(
			err, ERR_READ_ONLY,
			_("The office file is open for reading only. Open it again "
			  "with the right to write; nothing was changed."));
	if (!record_load(v->app->db, &survey_kind, v->app->respondent->survey, &v->survey,
			 &s->arena, err) ||
	    !survey_takes_answers(&v->survey, clock_today(), err))
		return false;
	start_over(ui, s);
	return true;
}

static void survey_answer_close(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_set_alarm(ui, 0);
}

const struct screen_class survey_answer_class = {
	.name = "survey_answer",
	.context = CONTEXT_ANSWER,
	.modal = true,
	.state_size = sizeof(struct survey_answer_screen),
	.open = survey_answer_open,
	.title = survey_answer_title,
	.draw = survey_answer_draw,
	.key = survey_answer_key,
	.grabs = survey_answer_grabs,
	.hint = survey_answer_hint,
	.close = survey_answer_close,
};

bool survey_answer_run(struct ui *ui, int64_t survey, struct err *err)
{
	const struct respondent of = { .survey = survey, .role = "", .phase = "" };
	struct app *app = app_of(ui);
	struct survey asked;

	if (!record_load(app->db, &survey_kind, survey, &asked, ui_scratch(ui), err) ||
	    !survey_takes_answers(&asked, clock_today(), err))
		return false;
	app->respondent = &of;
	ui_run(ui, &survey_answer_class, NULL, NULL);
	app->respondent = NULL;
	return true;
}
