#include "attendance.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/participant.h"
#include "grid_commands.h"

/* The cursor stays on its person and session, or goes to the first mark that
 * an undo changed. */
static void place_cursor(struct attendance_grid *v, const struct attendance_sheet *old)
{
	const struct attendance_sheet *now = &v->sheet;
	size_t row = v->base.grid.row, column = v->base.grid.column;
	size_t cells = now->roll.count * now->session_count;
	bool same = old->roll.count == now->roll.count &&
		    old->session_count == now->session_count;

	if (row < old->roll.count)
		v->base.grid.row = roll_find(&now->roll, old->roll.people[row].person);
	for (size_t i = 0; column < old->session_count && i < now->session_count; i++) {
		if (now->sessions[i].id == old->sessions[column].id)
			v->base.grid.column = i;
	}
	for (size_t i = 0; v->base.follow && same && i < cells; i++) {
		if (old->marks[i].jp == now->marks[i].jp &&
		    strcmp(old->marks[i].state, now->marks[i].state) == 0)
			continue;
		v->base.grid.row = i / now->session_count;
		v->base.grid.column = i % now->session_count;
		break;
	}
	v->base.follow = false;
}

/* What the rule of completion asks beside the marks. */
static bool load_standing(struct attendance_grid *v, struct arena *arena, struct err *err)
{
	const struct roll *roll = &v->sheet.roll;
	struct eligibility *all;
	size_t count;

	v->standing = arena_array(arena, roll->count + 1, sizeof *v->standing);
	if (!eligibility_rule_of(v->base.app->db, v->base.programme,
				 v->base.app->settings, &v->rule, err) ||
	    !eligibility_list(v->base.app->db, &v->rule, arena, &all, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t row = roll_find(roll, all[i].person);

		if (row < roll->count)
			v->standing[row] = all[i];
	}
	return true;
}

static bool attendance_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct attendance_grid *v = s->state;
	struct attendance_sheet old = v->sheet;
	struct arena rows = { 0 }, before = s->rows;

	(void)ui;
	if (!attendance_sheet_load(v->base.app->db, v->base.programme, v->base.order,
				   &rows, &v->sheet, err) ||
	    !load_standing(v, &rows, err)) {
		v->sheet = old;
		arena_done(&rows);
		return false;
	}
	place_cursor(v, &old);
	s->rows = rows;
	arena_done(&before);
	v->base.grid.empty =
		v->sheet.session_count == 0
			? N_("The programme has no sessions yet. Press Esc, then "
			     "s, to add them; t makes them from the plan.")
			: roll_nobody();
	grid_view_set(&v->base.grid, v->sheet.roll.count, v->sheet.session_count);
	return true;
}

/* Where a roll call that was broken off goes on. */
static size_t first_unmarked(const struct attendance_grid *v)
{
	size_t row = 0;

	if (v->base.grid.column >= v->sheet.session_count)
		return 0;
	while (row < v->sheet.roll.count &&
	       (!v->sheet.roll.people[row].place ||
		attendance_mark_at(&v->sheet,
				   (struct sheet_place){ row, v->base.grid.column })
				->id != 0))
		row++;
	return row < v->sheet.roll.count ? row : 0;
}

static bool attendance_open(struct ui *ui, struct screen *s, const void *argument,
			    struct err *err)
{
	const struct attendance_argument *a = argument;
	struct attendance_grid *v = s->state;
	size_t column;

	v->base.app = app_of(ui);
	v->base.programme = a->programme;
	v->base.order = roll_order_kept(v->base.app);
	v->base.grid.source = &attendance_source;
	v->base.grid.context = v;
	if (!attendance_reload(ui, s, err))
		return false;
	column = attendance_sheet_opening(&v->sheet, clock_today());
	for (size_t i = 0; i < v->sheet.session_count; i++) {
		if (v->sheet.sessions[i].id == a->session)
			column = i;
	}
	v->base.grid.column = column;
	v->base.grid.row = first_unmarked(v);
	return true;
}

/* What is keyed ahead would reach the wrong person, so it is dropped. */
static ui_flags refused(struct ui *ui, struct attendance_grid *v, const struct err *err)
{
	v->base.typed[0] = '\0';
	ui_refuse(ui, "%s", err->text);
	return err->code == ERR_CONFLICT || err->code == ERR_INPUT ? UI_RELOAD
								   : UI_NOTHING;
}

/* Once, because somebody may well fill in a day ahead. */
static void tell_future(struct ui *ui, struct attendance_grid *v)
{
	const struct sheet_session *session = attendance_session(v);

	if (v->future_told || !date_is_set(session->date) ||
	    date_compare(session->date, clock_today()) <= 0)
		return;
	v->future_told = true;
	ui_say(ui, _("Session %d is only on %s. The mark is saved all the same."),
	       (int)session->number, day_label(ui, session->date));
}

/* Mark one person in the session under the cursor; false where it failed. */
static bool mark(struct ui *ui, struct attendance_grid *v, size_t row, const char *state,
		 ui_flags *failed)
{
	const struct sheet_place at = { row, v->base.grid.column };
	const struct attendance_mark *old = attendance_mark_at(&v->sheet, at);
	bool keeps = attendance_attends(state) && attendance_attends(old->state);
	struct err err = { 0 };

	if (!attendance_sheet_set(v->base.app->db, &v->sheet, at, state,
				  keeps ? old->jp : NUMBER_NONE, &err)) {
		*failed = refused(ui, v, &err);
		return false;
	}
	v->base.typed[0] = '\0';
	tell_future(ui, v);
	grid_view_touch(&v->base.grid, row, v->base.grid.column);
	return true;
}

static ui_flags go_down(struct ui *ui, struct attendance_grid *v)
{
	if (v->base.grid.row + 1 < v->base.grid.rows)
		return grid_view_go(&v->base.grid, v->base.grid.row + 1,
				    v->base.grid.column);
	v->base.ended = true;
	ui_say(ui, _("That was the last person."));
	return UI_PART;
}

/* The row whose number was typed; false, refused, where there is none. */
static bool typed_row(struct ui *ui, struct attendance_grid *v, size_t *row)
{
	char digits[NIP_DIGITS + 1];
	long number;

	memcpy(digits, v->base.typed, sizeof digits);
	number = strlen(digits) < 9 ? strtol(digits, NULL, 10) : 0;
	v->base.typed[0] = '\0';
	if (number < 1 || (size_t)number > v->base.grid.rows) {
		ui_refuse(ui, _("There is no number %s; the last one is %zu."), digits,
			  v->base.grid.rows);
		return false;
	}
	*row = (size_t)number - 1;
	return true;
}

/* A letter: for the number before it, else for the person under the cursor,
 * and on to the next. */
static ui_flags take_state(struct ui *ui, struct attendance_grid *v, const char *state)
{
	size_t row = v->base.grid.row;
	bool other = v->base.typed[0] != '\0';
	ui_flags failed;

	if (other && !typed_row(ui, v, &row))
		return UI_NOTHING;
	if (!other && v->base.ended) {
		ui_refuse(ui, _("That was the last person. An arrow or Backspace goes to "
				"who is "
				"to be changed."));
		return UI_NOTHING;
	}
	if (!mark(ui, v, row, state, &failed))
		return failed;
	return other ? UI_PART : go_down(ui, v);
}

/* A card was scanned: who comes late to the roll call is there all the same, so
 * only what says that the person was not there is changed. */
static ui_flags take_nip(struct ui *ui, struct attendance_grid *v)
{
	struct err err = { 0 };
	size_t row = 0;
	ui_flags failed;
	const char *state;

	if (!roll_find_nip(v->base.app->db, &v->sheet.roll, v->base.typed, &row, &err)) {
		v->base.typed[0] = '\0';
		ui_refuse(ui, "%s", err.text);
		return UI_NOTHING;
	}
	v->base.typed[0] = '\0';
	state = attendance_mark_at(&v->sheet,
				   (struct sheet_place){ row, v->base.grid.column })
			->state;
	if (!attendance_attends(state)) {
		state = attendance_state_choices[0].code;
		if (!mark(ui, v, row, state, &failed))
			return failed;
	}
	ui_say(ui, "%s: %s", v->sheet.roll.people[row].name,
	       choice_label(attendance_state_choices, state));
	return grid_view_go(&v->base.grid, row, v->base.grid.column);
}

static ui_flags enter(struct ui *ui, struct attendance_grid *v)
{
	size_t row;

	if (v->base.typed[0] == '\0')
		return go_down(ui, v);
	if (strlen(v->base.typed) == NIP_DIGITS)
		return take_nip(ui, v);
	if (!typed_row(ui, v, &row))
		return UI_NOTHING;
	return grid_view_go(&v->base.grid, row, v->base.grid.column);
}

static ui_flags take_digit(struct ui *ui, struct attendance_grid *v, int digit)
{
	size_t length = strlen(v->base.typed);

	if (v->by_digits) {
		if (digit >= 1 && digit <= ATTENDANCE_STATES)
			return take_state(ui, v,
					  attendance_state_choices[digit - 1].code);
		ui_refuse(ui, _("The digits go from 1 to 5. F6 goes back to numbers of "
				"people and cards."));
		return UI_NOTHING;
	}
	if (length == NIP_DIGITS) {
		v->base.typed[0] = '\0';
		ui_refuse(ui, _("A NIP has 18 digits. Scan the card again."));
		return UI_NOTHING;
	}
	v->base.typed[length] = (char)('0' + digit);
	v->base.typed[length + 1] = '\0';
	return UI_PART;
}

static ui_flags attendance_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct attendance_grid *v = s->state;
	ui_flags moved;

	if (v->base.grid.rows == 0 || v->base.grid.columns == 0)
		return UI_IGNORED;
	if (key >= '0' && key <= '9')
		return take_digit(ui, v, key - '0');
	if (key == UI_KEY_ENTER)
		return enter(ui, v);
	if (key == ' ')
		return UI_PART;
	for (const struct choice *c = attendance_state_choices; c->code; c++) {
		if (key == c->key)
			return take_state(ui, v, c->code);
	}
	moved = grid_view_key(&v->base.grid, key);
	if (moved != UI_IGNORED) {
		v->base.typed[0] = '\0';
		v->base.ended = false;
	}
	return moved;
}

/* Digits belong to numbers whatever the office has put on keys. */
static bool attendance_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return key >= '0' && key <= '9';
}

const struct screen_class attendance_class = {
	.name = "attendance",
	.context = CONTEXT_ATTENDANCE,
	.state_size = sizeof(struct attendance_grid),
	.open = attendance_open,
	.title = attendance_title,
	.reload = attendance_reload,
	.draw = roll_grid_draw,
	.key = attendance_key,
	.grabs = attendance_grabs,
	.hint = attendance_hint,
};

static bool is_empty(const struct attendance_grid *v)
{
	return v->base.grid.rows == 0 || v->base.grid.columns == 0;
}

ui_flags attendance_fill(struct ui *ui, struct screen *s)
{
	struct attendance_grid *v = s->state;
	struct err err = { 0 };
	size_t count;

	if (is_empty(v))
		return UI_NOTHING;
	v->base.typed[0] = '\0';
	if (!attendance_sheet_fill(v->base.app->db, &v->sheet, v->base.grid.column,
				   &count, &err))
		return refused(ui, v, &err);
	if (count == 0)
		ui_say(ui, _("Everybody is marked already; no mark was changed."));
	else
		ui_say(ui,
		       P_("%zu person marked present   (Ctrl+Z takes it back)",
			  "%zu people marked present   (Ctrl+Z takes it back)", count),
		       count);
	return UI_RELOAD;
}

ui_flags attendance_clear(struct ui *ui, struct screen *s)
{
	struct attendance_grid *v = s->state;

	v->base.ended = false;
	return is_empty(v) ? UI_NOTHING : take_state(ui, v, "");
}

ui_flags attendance_digits(struct ui *ui, struct screen *s)
{
	struct attendance_grid *v = s->state;

	v->base.typed[0] = '\0';
	v->by_digits = !v->by_digits;
	ui_say(ui, v->by_digits
			   ? _("1 to 5 mark one person after the other; F6 ends that.")
			   : _("Digits are numbers of people again."));
	return UI_NOTHING;
}

/* "" for the whole session. False where it must be typed again. */
static bool store_part(struct ui *ui, struct attendance_grid *v, const char *text,
		       ui_flags *flags)
{
	const struct sheet_place at = { v->base.grid.row, v->base.grid.column };
	const char *state = attendance_mark_at(&v->sheet, at)->state;
	struct err err = { 0 };
	int64_t jp = NUMBER_NONE;

	*flags = UI_NOTHING;
	if (*text != '\0' && !number_parse_hundredths(text, &jp)) {
		ui_refuse(ui, _("%s is no number of JP. Type for example 3 or 1,5."),
			  text);
		return false;
	}
	if (jp == attendance_session(v)->jp)
		jp = NUMBER_NONE;
	if (attendance_sheet_set(v->base.app->db, &v->sheet, at, state, jp, &err))
		return true;
	*flags = refused(ui, v, &err);
	return jp <= attendance_session(v)->jp;
}

static const char *part_question(struct ui *ui, const struct attendance_grid *v)
{
	struct arena *a = ui_scratch(ui);
	const char *name = v->sheet.roll.people[v->base.grid.row].name;
	int room = ui_columns(ui) / 2;

	if (text_width(name) > room)
		name = text_column(a, name, room);
	return arena_printf(
		a, _("JP of %s (at most %s; empty: all):"), name,
		number_hundredths(a, attendance_session(v)->jp, number_mark()));
}

ui_flags attendance_part(struct ui *ui, struct screen *s)
{
	struct attendance_grid *v = s->state;
	const struct sheet_place at = { v->base.grid.row, v->base.grid.column };
	const struct attendance_mark *old;
	const char *text = "";
	ui_flags flags = UI_NOTHING;

	if (is_empty(v))
		return UI_NOTHING;
	v->base.typed[0] = '\0';
	old = attendance_mark_at(&v->sheet, at);
	if (!attendance_attends(old->state)) {
		ui_refuse(ui, _("Mark the person present or late first, with h or t."));
		return UI_NOTHING;
	}
	while (ui_ask(ui, part_question(ui, v), text, ui_scratch(ui), &text)) {
		if (store_part(ui, v, text, &flags))
			return flags;
	}
	return flags;
}

ui_flags attendance_leave(struct ui *ui, struct screen *s)
{
	struct attendance_grid *v = s->state;

	(void)ui;
	if (v->base.typed[0] != '\0') {
		v->base.typed[0] = '\0';
		return UI_PART;
	}
	return UI_CLOSE | UI_RELOAD;
}
