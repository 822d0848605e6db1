#include "answer.h"

#include <string.h>

#include "answer_parts.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

const char *answer_title(struct ui *ui, struct screen *s)
{
	const struct answer_screen *v = s->state;

	(void)ui;
	return v->programme.title;
}

static const char *about(const struct answer_screen *v)
{
	return v->subjects[v->subject].label;
}

static void draw_role(struct ui *ui, const struct answer_screen *v, struct canvas *c)
{
	const char *const roles[] = { _(sheet_role_choices[0].label),
				      _(sheet_role_choices[1].label) };

	answer_either_page(ui, c, _("Who are you?"), roles, v->role);
}

static void draw_subject(struct ui *ui, const struct answer_screen *v, struct canvas *c)
{
	int row = answer_gap(c, answer_gap(c, 0));

	row = answer_lines(ui, c, row, STYLE_PLAIN,
			   strcmp(v->questionnaire.repeats, "trainer") == 0
				   ? _("The next questions are about the trainer")
				   : _("The next questions are about the subject"));
	row = answer_lines(ui, c, row, STYLE_TITLE, about(v));
	row = answer_gap(c, row);
	answer_lines(ui, c, row, STYLE_DIM,
		     arena_printf(ui_scratch(ui), _("%d of %d"), (int)v->subject + 1,
				  (int)v->subject_count));
}

/* Of a scale without labels at least the ends are told. */
static const char *meaning(const struct item *item, int64_t value, struct arena *a)
{
	const char *label = item_label(item, value, a);

	if (*item->options != '\0' || !item_is_measure(item))
		return label;
	return value == 1 ? _("lowest") : value == item->scale ? _("highest") : "";
}

static const char *option_text(struct ui *ui, const struct answer_screen *v, int64_t i)
{
	const struct item *item = answer_item(v);
	struct arena *a = ui_scratch(ui);
	const char *mark = "";

	if (item_entry(item) == ENTRY_MARKS)
		mark = answer_has(answer_now(v)->text, i) ? "[x] " : "[ ] ";
	return arena_printf(a, "%s%2d  %s", mark, (int)i, meaning(item, i, a));
}

/* The options from `row` on, those around the cursor where not all fit. */
static void draw_options(struct ui *ui, const struct answer_screen *v, int row,
			 struct canvas *c)
{
	int64_t most = item_most(answer_item(v)), room = canvas_rows(c) - row, top = 1;

	if (room < 1)
		room = 1;
	if (v->cursor > room)
		top = v->cursor - room + 1;
	for (int64_t i = top; i <= most && i < top + room; i++, row++) {
		bool more = i == top + room - 1 && i < most;

		answer_option(ui, c, row,
			      arena_printf(ui_scratch(ui), "%s%s", option_text(ui, v, i),
					   more ? "  …" : ""),
			      i == v->cursor);
	}
}

static void draw_item(struct ui *ui, const struct answer_screen *v, struct canvas *c)
{
	const struct item *item = answer_item(v);
	const char *where = arena_printf(ui_scratch(ui), _("Question %d of %d"),
					 (int)v->item + 1, (int)v->item_count);
	int row = 0;

	if (*about(v) != '\0')
		where = arena_printf(ui_scratch(ui), "%s   %s", where, about(v));
	canvas_text(c, row++, answer_indent(c), 0, STYLE_DIM, where);
	row = answer_lines(ui, c, answer_gap(c, row), STYLE_TITLE, item->text);
	row = answer_gap(c, row);
	if (item_entry(item) == ENTRY_WORDS || strcmp(item->kind, "number") == 0)
		answer_typed(ui, &v->edit, row, c);
	else
		draw_options(ui, v, row, c);
}

/* How many questions have no answer; "" for none. */
static const char *open_told(struct ui *ui, const struct answer_screen *v)
{
	int open = (int)answer_open_count(v);

	if (open == 0)
		return "";
	return arena_printf(ui_scratch(ui),
			    P_("%d question is not answered.",
			       "%d questions are not answered.", open),
			    open);
}

void answer_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	const struct answer_screen *v = s->state;

	switch (v->page) {
	case PAGE_FIRST:
		answer_first_page(
			ui, c, v->questionnaire.title,
			_("No name and no time are kept. Answer as you see it; what "
			  "you do not want to answer stays blank."));
		return;
	case PAGE_ROLE:
		draw_role(ui, v, c);
		return;
	case PAGE_SUBJECT:
		draw_subject(ui, v, c);
		return;
	case PAGE_ITEM:
		draw_item(ui, v, c);
		return;
	case PAGE_LAST:
		answer_last_page(ui, c, open_told(ui, v));
		return;
	case PAGE_THANKS:
		answer_thanks_page(ui, c,
				   _("Your answers are stored without name and time. The "
				     "next person "
				     "may begin with Enter."));
		return;
	}
}

static const char *item_hint(const struct item *item)
{
	if (item_is_text(item))
		return _("Type your answer   Enter Next   Backspace on an empty line "
			 "Back");
	switch (item_entry(item)) {
	case ENTRY_MARKS:
		return _("Digits or Space mark   Enter Next   Backspace Back");
	case ENTRY_DIGITS:
		if (strcmp(item->kind, "number") == 0)
			return _("Type the number   Enter Next");
		break;
	default:
		break;
	}
	return _("Digit or arrows choose   Enter Next   Backspace Back   . blank");
}

const char *answer_hint(struct ui *ui, struct screen *s)
{
	const struct answer_screen *v = s->state;

	(void)ui;
	switch (v->page) {
	case PAGE_FIRST:
	case PAGE_THANKS:
		return _("Enter Begin");
	case PAGE_ITEM:
		return item_hint(answer_item(v));
	case PAGE_ROLE:
		return _("Digit or arrows choose   Enter Next   Backspace Back");
	case PAGE_LAST:
		return _("Enter Hand in   Backspace Back");
	case PAGE_SUBJECT:
		break;
	}
	return _("Enter Next   Backspace Back");
}
