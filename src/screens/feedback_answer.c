#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "feedback.h"

/* One answer: by a digit, by several and a key that ends them, or by marks. */

const struct item *feedback_item(const struct feedback *v)
{
	return &v->items[v->at];
}

size_t feedback_next_open(const struct feedback *v, size_t from)
{
	while (from < v->count && (feedback_is_text(v, from) || v->entries[from].keyed))
		from++;
	return from;
}

/* The second keying of an answer. Equal to the first, it stands; otherwise
 * the one that is keyed twice in a row does. */
static bool agrees(struct ui *ui, struct feedback *v, const struct sheet_answer *answer)
{
	struct entry *e = &v->entries[v->at];

	if (answer_equal(answer, &v->stored_answers[v->at]))
		return true;
	if (e->differs && answer_equal(&e->second, answer)) {
		v->corrected++;
		return true;
	}
	e->differs = true;
	e->second = *answer;
	ui_refuse(ui, _("This differs from the first time. Look at the paper and key it "
			"again."));
	return false;
}

static const char *out_of_range(const struct item *item, struct arena *arena)
{
	if (strcmp(item->kind, "number") == 0)
		return arena_printf(
			arena, _("The number goes from %d to %d; . leaves it blank."),
			(int)item_least(item), (int)item_most(item));
	return arena_printf(arena, _("The answers go from 1 to %d; . leaves it blank."),
			    (int)item_most(item));
}

bool feedback_take(struct ui *ui, struct screen *s, struct sheet_answer answer)
{
	struct feedback *v = s->state;

	v->pending = (struct pending){ .digits = "", .marks = "" };
	if (answer_reason(feedback_item(v), &answer, ui_scratch(ui))) {
		ui_refuse(ui, "%s", out_of_range(feedback_item(v), ui_scratch(ui)));
		return false;
	}
	if (v->verify && !agrees(ui, v, &answer))
		return false;
	v->answers[v->at] = answer;
	v->entries[v->at].keyed = true;
	v->entries[v->at].differs = false;
	v->changed = true;
	return true;
}

/* On to the next question after an answer. */
static void advance(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;

	if (v->at + 1 < v->count)
		feedback_go(v, s, v->at + 1);
	else if (feedback_next_open(v, 0) == v->count)
		ui_say(ui, _("That was the last answer. Enter saves the sheet."));
}

bool feedback_take_pending(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	struct sheet_answer answer = answer_blank();

	if (!v->pending.on)
		return true;
	if (item_entry(feedback_item(v)) == ENTRY_MARKS)
		answer.text = v->pending.marks;
	else
		number_parse_int(v->pending.digits, &answer.value);
	return feedback_take(ui, s, answer);
}

static ui_flags type_digit(struct ui *ui, struct screen *s, char digit)
{
	struct feedback *v = s->state;
	size_t length = strlen(v->pending.digits);

	if (length + 1 >= sizeof v->pending.digits) {
		ui_refuse(ui, "%s", out_of_range(feedback_item(v), ui_scratch(ui)));
		return UI_NOTHING;
	}
	v->pending.on = true;
	v->pending.digits[length] = digit;
	v->pending.digits[length + 1] = '\0';
	return UI_NOTHING;
}

/* Digits name the first ten options, letters those behind. */
static int64_t option_of(int32_t key, const struct item *item)
{
	int64_t option = 0;

	if (key >= '0' && key <= '9')
		option = key == '0' ? 10 : key - '0';
	else if (key >= 'a' && key <= 'j')
		option = 11 + key - 'a';
	return option <= item_most(item) ? option : 0;
}

static ui_flags mark(struct ui *ui, struct screen *s, int64_t option)
{
	struct feedback *v = s->state;

	if (option == 0) {
		ui_refuse(ui, "%s", out_of_range(feedback_item(v), ui_scratch(ui)));
		return UI_NOTHING;
	}
	if (!v->pending.on)
		v->pending.marks = v->verify ? "" : v->answers[v->at].text;
	v->pending.on = true;
	v->pending.marks = answer_toggle(v->pending.marks, option, &s->rows);
	return UI_NOTHING;
}

bool feedback_types(const struct feedback *v, int32_t key)
{
	const struct item *item = feedback_item(v);

	if (key >= '0' && key <= '9')
		return true;
	if (key == UI_KEY_BACKSPACE)
		return v->pending.on && item_entry(item) == ENTRY_DIGITS;
	return item_entry(item) == ENTRY_MARKS && key >= 'a' && key <= 'j' &&
	       option_of(key, item) != 0;
}

ui_flags feedback_answer(struct ui *ui, struct screen *s, int32_t key)
{
	struct feedback *v = s->state;
	size_t length = strlen(v->pending.digits);

	if (key == UI_KEY_BACKSPACE) {
		if (length > 0)
			v->pending.digits[length - 1] = '\0';
		v->pending.on = length > 1;
		return UI_NOTHING;
	}
	switch (item_entry(feedback_item(v))) {
	case ENTRY_DIGITS:
		return type_digit(ui, s, (char)key);
	case ENTRY_MARKS:
		return mark(ui, s, option_of(key, feedback_item(v)));
	default:
		if (feedback_take(
			    ui, s,
			    (struct sheet_answer){ key == '0' ? 10 : key - '0', "" }))
			advance(ui, s);
		return UI_NOTHING;
	}
}

bool feedback_end_answer(struct ui *ui, struct screen *s)
{
	const struct feedback *v = s->state;

	if (!v->pending.on)
		return false;
	if (feedback_take_pending(ui, s))
		advance(ui, s);
	return true;
}

ui_flags grid_blank(struct ui *ui, struct screen *s)
{
	if (feedback_take(ui, s, answer_blank()))
		advance(ui, s);
	return UI_NOTHING;
}
