#include <string.h>

#include "answer_parts.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/competency.h"
#include "store/record.h"
#include "survey_answer.h"

enum { MARK_WIDTH = 6 };

const char *survey_answer_title(struct ui *ui, struct screen *s)
{
	const struct survey_answer_screen *v = s->state;

	(void)ui;
	return v->survey.title;
}

static void draw_reason(struct ui *ui, const struct survey_answer_screen *v,
			struct canvas *c, int row)
{
	if (*v->reason != '\0')
		answer_lines(ui, c, answer_gap(c, row), STYLE_WARN, v->reason);
}

static void draw_first(struct ui *ui, const struct survey_answer_screen *v,
		       struct canvas *c)
{
	int row = answer_first_page(
		ui, c, v->survey.title,
		_("Your answers decide which training is planned. They are "
		  "kept with the name, for the training staff only. What you "
		  "do not want to answer stays blank."));

	draw_reason(ui, v, c, row);
}

static void draw_rater(struct ui *ui, const struct survey_answer_screen *v,
		       struct canvas *c)
{
	const char *const who[] = { _("I answer about myself"),
				    _("I answer about somebody I lead") };

	answer_either_page(ui, c, _("About whom do you answer?"), who, v->rater);
}

static void draw_nip(struct ui *ui, const struct survey_answer_screen *v,
		     struct canvas *c)
{
	int row = answer_gap(c, 0);

	row = answer_lines(ui, c, row, STYLE_TITLE,
			   survey_is_self(v) ? _("Your NIP")
					     : _("The NIP of the person you rate"));
	row = answer_lines(ui, c, row, STYLE_DIM,
			   _("18 digits, as on the employee card"));
	row = answer_gap(c, row);
	draw_reason(ui, v, c, row + 1);
	answer_typed(ui, &v->edit, row, c);
}

static void draw_confirm(struct ui *ui, const struct survey_answer_screen *v,
			 struct canvas *c)
{
	int row = answer_gap(c, 0);

	row = answer_lines(ui, c, row, STYLE_PLAIN,
			   survey_is_self(v) ? _("Is this you?")
					     : _("Is this the person you rate?"));
	row = answer_gap(c, row);
	row = answer_lines(ui, c, row, STYLE_TITLE, v->person.name);
	if (*v->person.position != '\0')
		row = answer_lines(ui, c, row, STYLE_PLAIN, v->person.position);
	row = answer_gap(c, row);
	row = answer_lines(ui, c, row, STYLE_KEY, _("Enter  Yes, that is right"));
	answer_lines(ui, c, row, STYLE_DIM, _("Backspace  No, type the NIP again"));
}

/* ---- questions ---- */

static int option_indent(const struct canvas *c)
{
	return answer_indent(c) + MARK_WIDTH;
}

static const char *question_text(struct ui *ui, const struct survey_answer_screen *v)
{
	switch (survey_question(v)) {
	case ASK_LEVEL:
		return survey_is_self(v)
			       ? _("At which level are you?")
			       : arena_printf(ui_scratch(ui), _("At which level is %s?"),
					      v->person.name);
	case ASK_IMPORTANCE:
		return _("How important is it for this work?");
	case ASK_TOPICS:
		return _("Which topics should training bring?");
	case ASK_FORM:
		return _("Which form of learning suits best?");
	case ASK_METHOD:
		return _("In which way?");
	default:
		return _("Anything else that the training staff should know?");
	}
}

/* The lines of an option's text, which stand behind its number. */
static size_t option_lines(struct ui *ui, const struct canvas *c, const char *text,
			   const char ***lines)
{
	return text_wrap(ui_scratch(ui), text, canvas_columns(c) - option_indent(c),
			 lines);
}

static int height(struct ui *ui, const struct canvas *c, const char *text)
{
	const char **lines;

	return (int)option_lines(ui, c, text, &lines);
}

static int height_of_all(struct ui *ui, const struct survey_answer_screen *v,
			 const struct canvas *c)
{
	int rows = 0;

	for (int64_t i = 1; i <= survey_option_count(v); i++)
		rows += height(ui, c, survey_option(v, i));
	return rows;
}

/* The row behind an option; in full, or its first words. */
static int draw_one(struct ui *ui, const struct survey_answer_screen *v, int64_t option,
		    struct canvas *c, int row, bool full)
{
	const char *text = survey_option(v, option), **lines;
	size_t count = option_lines(ui, c, text, &lines);
	bool more = !full && row + 1 == canvas_rows(c) && option < survey_option_count(v);

	answer_option(ui, c, row,
		      arena_printf(ui_scratch(ui), "%2d  %s%s", (int)option,
				   full && count > 0 ? lines[0] : text,
				   more ? "  …" : ""),
		      option == v->cursor);
	for (size_t i = 1; full && i < count; i++)
		canvas_text(c, row + (int)i, option_indent(c), 0, STYLE_PLAIN, lines[i]);
	return row + (full ? (int)count : 1);
}

/* All in full where they fit; else a line each, and those around the cursor. */
static void draw_options(struct ui *ui, const struct survey_answer_screen *v, int row,
			 struct canvas *c)
{
	int64_t most = survey_option_count(v), room = canvas_rows(c) - row, top = 1;
	bool full = height_of_all(ui, v, c) <= room;

	room = room < 1 ? 1 : room;
	if (!full && v->cursor > room)
		top = v->cursor - room + 1;
	for (int64_t i = top; i <= most && row < canvas_rows(c); i++)
		row = draw_one(ui, v, i, c, row, full);
}

/* What an option that was cut says in full, where there is a cursor. */
static int draw_chosen(struct ui *ui, const struct survey_answer_screen *v, int row,
		       struct canvas *c)
{
	bool cut = v->cursor > 0 && survey_question(v) == ASK_LEVEL &&
		   height_of_all(ui, v, c) > canvas_rows(c) - row && answer_is_roomy(c);

	return cut ? answer_lines(ui, c, row, STYLE_PLAIN, survey_option(v, v->cursor))
		   : row;
}

static void draw_question(struct ui *ui, const struct survey_answer_screen *v,
			  struct canvas *c)
{
	enum survey_question question = survey_question(v);
	const char *where = arena_printf(ui_scratch(ui), _("Question %d of %d"),
					 (int)v->at + 1, (int)survey_question_count(v));
	int row = 0;

	if (!survey_is_self(v))
		where = arena_printf(ui_scratch(ui), "%s   %s", where, v->person.name);
	canvas_text(c, row++, answer_indent(c), 0, STYLE_DIM, where);
	row = answer_gap(c, row);
	if (question < ASK_TOPICS)
		row = answer_lines(ui, c, row, STYLE_TITLE, survey_answer_now(v)->name);
	row = answer_lines(ui, c, row, question < ASK_TOPICS ? STYLE_PLAIN : STYLE_TITLE,
			   question_text(ui, v));
	row = answer_gap(c, row);
	if (survey_asks_words(v)) {
		answer_typed(ui, &v->edit, row, c);
		return;
	}
	draw_options(ui, v, draw_chosen(ui, v, row, c), c);
}

static void draw_last(struct ui *ui, const struct survey_answer_screen *v,
		      struct canvas *c)
{
	int open = (int)survey_open_count(v);
	const char *told = "";

	if (open > 0)
		told = arena_printf(ui_scratch(ui),
				    P_("%d competency is not answered.",
				       "%d competencies are not answered.", open),
				    open);
	draw_reason(ui, v, c, answer_last_page(ui, c, told));
}

void survey_answer_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	const struct survey_answer_screen *v = s->state;

	switch (v->page) {
	case SURVEY_FIRST:
		draw_first(ui, v, c);
		return;
	case SURVEY_RATER:
		draw_rater(ui, v, c);
		return;
	case SURVEY_NIP:
		draw_nip(ui, v, c);
		return;
	case SURVEY_CONFIRM:
		draw_confirm(ui, v, c);
		return;
	case SURVEY_QUESTION:
		draw_question(ui, v, c);
		return;
	case SURVEY_LAST:
		draw_last(ui, v, c);
		return;
	case SURVEY_THANKS:
		answer_thanks_page(
			ui, c,
			_("Your answers are handed in. Nobody sees them here. The next "
			  "person may begin with Enter."));
		return;
	}
}

const char *survey_answer_hint(struct ui *ui, struct screen *s)
{
	const struct survey_answer_screen *v = s->state;

	(void)ui;
	switch (v->page) {
	case SURVEY_FIRST:
	case SURVEY_THANKS:
		return _("Enter Begin");
	case SURVEY_NIP:
		return _("Type the NIP   Enter Next   Backspace on an empty line Back");
	case SURVEY_LAST:
		return _("Enter Hand in   Backspace Back");
	case SURVEY_CONFIRM:
		return _("Enter Next   Backspace Back");
	case SURVEY_RATER:
		return _("Digit or arrows choose   Enter Next   Backspace Back");
	case SURVEY_QUESTION:
		break;
	}
	if (survey_asks_words(v))
		return _("Type your answer   Enter Next   Backspace on an empty line "
			 "Back");
	return _("Digit or arrows choose   Enter Next   Backspace Back   . blank");
}
