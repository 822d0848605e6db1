#include "answer.h"

#include <string.h>

#include "answer_parts.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/respondent.h"
#include "store/db.h"
#include "store/record.h"

enum { THANKS_MS = 20000, SECOND_MS = 1000, ROLES_ASKED = 2 };

const struct item *answer_item(const struct answer_screen *v)
{
	return &v->items[v->item];
}

struct sheet_answer *answer_now(const struct answer_screen *v)
{
	return &v->answers[v->subject * v->item_count + v->item];
}

size_t answer_open_count(const struct answer_screen *v)
{
	size_t open = 0;

	for (size_t i = 0; i < v->subject_count * v->item_count; i++)
		open += answer_is_blank(&v->answers[i]);
	return open;
}

static bool is_value(const struct answer_screen *v)
{
	return item_entry(answer_item(v)) != ENTRY_WORDS &&
	       strcmp(answer_item(v)->kind, "number") != 0;
}

/* ---- pages ---- */

static void show(struct ui *ui, struct screen *s, enum answer_page page)
{
	struct answer_screen *v = s->state;

	v->page = page;
	ui_set_alarm(ui, page == PAGE_FIRST ? 0
			 : page == PAGE_THANKS
				 ? THANKS_MS
				 : v->app->settings->respondent_idle * SECOND_MS);
	v->cursor = 0;
	if (page != PAGE_ITEM)
		return;
	if (is_value(v)) {
		v->cursor =
			answer_now(v)->value == NUMBER_NONE ? 0 : answer_now(v)->value;
		return;
	}
	edit_open(&v->edit, &s->rows,
		  answer_format(answer_item(v), answer_now(v), ui_scratch(ui)));
}

/* An empty sheet for whoever comes next. */
static void start_over(struct ui *ui, struct screen *s)
{
	struct answer_screen *v = s->state;
	size_t count = v->subject_count * v->item_count;

	arena_reset(&s->rows);
	v->answers = arena_array(&s->rows, count, sizeof *v->answers);
	for (size_t i = 0; i < count; i++)
		v->answers[i] = answer_blank();
	v->subject = v->item = 0;
	v->role = 0;
	i18n_switch(v->language);
	show(ui, s, PAGE_FIRST);
}

static bool asks_role(const struct answer_screen *v)
{
	return strcmp(v->questionnaire.level, "behaviour") == 0 &&
	       *v->app->respondent->role == '\0';
}

static bool repeats(const struct answer_screen *v)
{
	return *v->questionnaire.repeats != '\0';
}

static void begin_subject(struct ui *ui, struct screen *s, size_t subject, size_t item)
{
	struct answer_screen *v = s->state;

	v->subject = subject;
	v->item = item;
	show(ui, s, repeats(v) && item == 0 ? PAGE_SUBJECT : PAGE_ITEM);
}

static void go_on(struct ui *ui, struct screen *s)
{
	struct answer_screen *v = s->state;

	if (v->page == PAGE_FIRST && asks_role(v)) {
		show(ui, s, PAGE_ROLE);
	} else if (v->page == PAGE_FIRST || v->page == PAGE_ROLE) {
		begin_subject(ui, s, 0, 0);
	} else if (v->page == PAGE_SUBJECT) {
		show(ui, s, PAGE_ITEM);
	} else if (v->item + 1 < v->item_count) {
		v->item++;
		show(ui, s, PAGE_ITEM);
	} else if (v->subject + 1 < v->subject_count) {
		begin_subject(ui, s, v->subject + 1, 0);
	} else {
		show(ui, s, PAGE_LAST);
	}
}

static void go_back(struct ui *ui, struct screen *s)
{
	struct answer_screen *v = s->state;

	if (v->page == PAGE_LAST) {
		show(ui, s, PAGE_ITEM);
	} else if (v->page == PAGE_ITEM && v->item > 0) {
		v->item--;
		show(ui, s, PAGE_ITEM);
	} else if (v->page == PAGE_ITEM && repeats(v)) {
		show(ui, s, PAGE_SUBJECT);
	} else if (v->page == PAGE_SUBJECT && v->subject > 0) {
		v->subject--;
		v->item = v->item_count - 1;
		show(ui, s, PAGE_ITEM);
	} else if (v->page != PAGE_ROLE && v->page != PAGE_FIRST && asks_role(v)) {
		show(ui, s, PAGE_ROLE);
	} else {
		show(ui, s, PAGE_FIRST);
	}
}

/* ---- handing in ---- */

static const char *role_of(const struct answer_screen *v)
{
	if (*v->app->respondent->role != '\0')
		return v->app->respondent->role;
	if (v->role > 0)
		return sheet_role_choices[v->role - 1].code;
	return strcmp(v->questionnaire.level, "results") == 0 ? "public" : "";
}

static void hand_in(struct ui *ui, struct screen *s)
{
	struct answer_screen *v = s->state;
	struct sheet *sheets =
		arena_array(ui_scratch(ui), v->subject_count, sizeof *sheets);
	const struct respondent_sheets of = { sheets, v->subject_count, v->items,
					      v->item_count, v->answers };
	bool trainer = strcmp(v->questionnaire.repeats, "trainer") == 0;
	struct err err = { 0 };
	size_t stored = 0;

	for (size_t i = 0; i < v->subject_count; i++) {
		record_init(&sheet_kind, &sheets[i]);
		sheets[i].programme = v->programme.id;
		sheets[i].questionnaire = v->questionnaire.id;
		sheets[i].trainer = trainer ? v->subjects[i].id : 0;
		sheets[i].session = trainer ? 0 : v->subjects[i].id;
		sheets[i].role = role_of(v);
		sheets[i].phase = v->app->respondent->phase;
	}
	if (!respondent_save(v->app->db, &of, &stored, &err)) {
		ui_fail(ui, &err);
		return;
	}
	start_over(ui, s);
	if (stored > 0)
		show(ui, s, PAGE_THANKS);
}

static ui_flags ask_to_leave(struct ui *ui, struct screen *s)
{
	const struct answer_screen *v = s->state;

	if (!answer_may_leave(ui,
			      _("For staff: type the code of the programme to leave:"),
			      v->programme.code))
		return UI_NOTHING;
	start_over(ui, s);
	return s->below ? UI_CLOSE : UI_QUIT;
}

/* ---- keys ---- */

static void store(struct ui *ui, struct screen *s)
{
	struct answer_screen *v = s->state;
	struct sheet_answer *now = answer_now(v);

	(void)ui;
	if (item_entry(answer_item(v)) == ENTRY_MARKS)
		return;
	now->value = v->cursor == 0 ? NUMBER_NONE : v->cursor;
}

static void toggle(struct screen *s)
{
	struct answer_screen *v = s->state;
	struct sheet_answer *now = answer_now(v);

	if (v->cursor > 0)
		now->text = answer_toggle(now->text, v->cursor, &s->rows);
}

static ui_flags value_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct answer_screen *v = s->state;
	const struct item *item = answer_item(v);
	bool marks = item_entry(item) == ENTRY_MARKS;
	int64_t most = item_most(item);

	if (key == UI_KEY_UP || key == UI_KEY_DOWN) {
		v->cursor += key == UI_KEY_UP ? -1 : 1;
		v->cursor = v->cursor < 1 ? 1 : v->cursor > most ? most : v->cursor;
	} else if (key >= '0' && key <= '9') {
		int64_t option = key == '0' ? 10 : key - '0';

		if (option > most) {
			ui_refuse(ui, _("The answers go from 1 to %d."), (int)most);
			return UI_NOTHING;
		}
		v->cursor = option;
		if (marks)
			toggle(s);
	} else if (key == ' ' && marks) {
		toggle(s);
	} else if (key == UI_KEY_DELETE || key == '.') {
		v->cursor = 0;
		*answer_now(v) = answer_blank();
	} else {
		return UI_IGNORED;
	}
	store(ui, s);
	return UI_NOTHING;
}

static ui_flags text_key_pressed(struct ui *ui, struct screen *s, int32_t key)
{
	struct answer_screen *v = s->state;
	bool number = item_entry(answer_item(v)) != ENTRY_WORDS;
	enum edit_result done;

	if (key == UI_KEY_BACKSPACE && v->edit.length == 0)
		return UI_IGNORED;
	if (number && key < UI_KEY_UP && edit_is_text(key) && (key < '0' || key > '9')) {
		ui_refuse(ui, _("Type digits only."));
		return UI_NOTHING;
	}
	done = key == UI_KEY_PASTE && !number ? edit_paste(&v->edit, ui_pasted(ui), false)
					      : edit_key(&v->edit, key, false);
	return done == EDIT_UNUSED ? UI_IGNORED : UI_NOTHING;
}

/* What is typed into the answer; false where it cannot be one. */
static bool take_text(struct ui *ui, struct screen *s)
{
	struct answer_screen *v = s->state;
	const char *reason = "";

	if (is_value(v))
		return true;
	if (answer_parse(answer_item(v), text_clean_line(&s->rows, v->edit.text),
			 &s->rows, answer_now(v), &reason))
		return true;
	ui_refuse(ui, "%s", reason);
	return false;
}

static ui_flags item_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct answer_screen *v = s->state;
	ui_flags done =
		is_value(v) ? value_key(ui, s, key) : text_key_pressed(ui, s, key);

	if (done != UI_IGNORED || !take_text(ui, s))
		return UI_NOTHING;
	if (key == UI_KEY_ENTER || key == UI_KEY_TAB || key == UI_KEY_PAGE_DOWN ||
	    key == UI_KEY_RIGHT)
		go_on(ui, s);
	else if (key == UI_KEY_BACKSPACE || key == UI_KEY_BACK_TAB ||
		 key == UI_KEY_PAGE_UP || key == UI_KEY_LEFT)
		go_back(ui, s);
	return UI_NOTHING;
}

static ui_flags role_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct answer_screen *v = s->state;

	if (key >= '1' && key < '1' + ROLES_ASKED)
		v->role = key - '0';
	else if (key == UI_KEY_UP || key == UI_KEY_DOWN)
		v->role = key == UI_KEY_UP ? 1 : ROLES_ASKED;
	else if (key == UI_KEY_BACKSPACE)
		go_back(ui, s);
	else if (key == UI_KEY_ENTER && v->role == 0)
		ui_refuse(ui, _("Say first who you are."));
	else if (key == UI_KEY_ENTER)
		go_on(ui, s);
	return UI_NOTHING;
}

static ui_flags page_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct answer_screen *v = s->state;

	if (v->page == PAGE_FIRST && (key == 'b' || key == 'B')) {
		i18n_switch(i18n_language()[0] == 'i' ? "en" : "id");
		return UI_NOTHING;
	}
	if (key == UI_KEY_BACKSPACE && v->page != PAGE_FIRST && v->page != PAGE_THANKS)
		go_back(ui, s);
	if (key != UI_KEY_ENTER)
		return UI_NOTHING;
	if (v->page == PAGE_LAST)
		hand_in(ui, s);
	else if (v->page == PAGE_THANKS)
		start_over(ui, s);
	else
		go_on(ui, s);
	return UI_NOTHING;
}

static ui_flags answer_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct answer_screen *v = s->state;

	if (key == UI_KEY_ALARM) {
		start_over(ui, s);
		return UI_NOTHING;
	}
	if (key == UI_KEY_IDLE || key == UI_KEY_HANGUP || key == UI_KEY_RESIZE)
		return UI_NOTHING;
	if (key == UI_KEY_ESCAPE || key == UI_CTRL('q'))
		return ask_to_leave(ui, s);
	if (key == UI_CTRL('l')) {
		ui_repaint(ui);
		return UI_NOTHING;
	}
	switch (v->page) {
	case PAGE_ITEM:
		return item_key(ui, s, key);
	case PAGE_ROLE:
		return role_key(ui, s, key);
	default:
		return page_key(ui, s, key);
	}
}

static bool answer_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	(void)key;
	return true;
}

/* ---- opening ---- */

static bool load_subjects(struct screen *s, struct err *err)
{
	struct answer_screen *v = s->state;

	if (!repeats(v)) {
		v->subjects = ARENA_NEW(&s->arena, struct sheet_subject);
		v->subjects->label = "";
		v->subject_count = 1;
		return true;
	}
	return sheet_subjects(v->app->db, v->programme.id, v->questionnaire.repeats,
			      &s->arena, &v->subjects, &v->subject_count, err) &&
	       (v->subject_count > 0 ||
		err_set(err, ERR_NOT_FOUND,
			_("The programme has no sessions with a trainer yet. Press s "
			  "on its page to add them.")));
}

static bool answer_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	struct answer_screen *v = s->state;
	struct app *app = app_of(ui);
	const struct respondent *of = app->respondent;

	(void)argument;
	if (db_is_read_only(app->db))
		return err_set(
			err, ERR_READ_ONLY,
			_("The office file is open for reading only. Open it again "
			  "with the right to write; nothing was changed."));
	v->app = app;
	v->language = i18n_language();
	if (!record_load(app->db, &programme_kind, of->programme, &v->programme,
			 &s->arena, err) ||
	    !record_load(app->db, &questionnaire_kind, of->questionnaire,
			 &v->questionnaire, &s->arena, err) ||
	    !sheet_items(app->db, of->questionnaire, &s->arena, &v->items, &v->item_count,
			 err) ||
	    !load_subjects(s, err))
		return false;
	if (v->item_count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("The questionnaire has no questions yet. Add some "
				 "first."));
	start_over(ui, s);
	return true;
}

static void answer_close(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_set_alarm(ui, 0);
}

const struct screen_class answer_class = {
	.name = "answer",
	.context = CONTEXT_ANSWER,
	.modal = true,
	.state_size = sizeof(struct answer_screen),
	.open = answer_open,
	.title = answer_title,
	.draw = answer_draw,
	.key = answer_key,
	.grabs = answer_grabs,
	.hint = answer_hint,
	.close = answer_close,
};
