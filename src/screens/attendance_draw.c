#include <ctype.h>

#include "attendance.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/participant.h"

static const char *unmarked(const struct attendance_grid *v)
{
	return v->base.app->settings->ascii ? "." : "·";
}

/* 'H' for present: the key that marks it. */
static int letter_of(const struct choice *choice)
{
	return toupper((unsigned char)choice->key);
}

static struct grid_cell name(void *context, size_t row, int width, struct arena *arena)
{
	const struct attendance_grid *v = context;

	(void)width;
	return roll_name(&v->sheet.roll, row, v->base.order, arena);
}

/* The day and the month above the number of the session. */
static const char *head(void *context, size_t column, int line, struct arena *arena)
{
	const struct attendance_grid *v = context;
	const struct sheet_session *session = &v->sheet.sessions[column];

	if (line == 1)
		return arena_printf(arena, "%3d", (int)session->number);
	return date_is_set(session->date)
		       ? arena_strndup(arena, date_shown(arena, session->date), 5)
		       : "  –";
}

/* "H", and where it is a part of the session, "H4,5": the JP. */
static struct grid_cell cell(void *context, size_t row, size_t column,
			     struct arena *arena)
{
	const struct attendance_grid *v = context;
	const struct sheet_place at = { row, column };
	const struct attendance_mark *mark = attendance_mark_at(&v->sheet, at);
	const struct choice *choice = choice_find(attendance_state_choices, mark->state);

	if (!choice)
		return (struct grid_cell){ arena_printf(arena, "  %s", unmarked(v)),
					   STYLE_PLAIN };
	return (struct grid_cell){
		arena_printf(arena, mark->jp == NUMBER_NONE ? "  %c" : "%c%s",
			     letter_of(choice),
			     number_hundredths(arena, mark->jp, number_mark())),
		STYLE_PLAIN,
	};
}

/* "14 of 18 JP (78 % < 80 %); can still reach it: no", while it is early; ""
 * where the person does what the rule of completion asks for. */
static const char *warning(const struct attendance_grid *v, struct arena *arena)
{
	struct eligibility e = v->standing[v->base.grid.row];
	struct attended sum = attendance_sheet_recorded(&v->sheet, v->base.grid.row);

	e.attended = sum.jp;
	e.recorded = sum.of;
	e.verdict = eligibility_judge(&v->rule, &e);
	if (e.enrolment == 0 ||
	    (e.verdict != ELIGIBLE_NEVER && !eligibility_is_behind(&v->rule, &e)))
		return "";
	return eligibility_words(&v->rule, &e, arena);
}

/* What the sheet says of the person under the cursor. */
static const char *person_note(const struct attendance_grid *v, struct arena *arena)
{
	const char *early = warning(v, arena);
	struct attended sum =
		attendance_sheet_attended(&v->sheet, v->base.grid.row, clock_today());

	if (*early != '\0')
		return early;
	/* Where the numbers stand does not depend on how long they are: so only
	 * their digits are sent. */
	return arena_printf(
		arena,
		v->sheet.roll.people[v->base.grid.row].place
			? _("%s of %s JP attended")
			: _("%s of %s JP attended   (holds no place any more)"),
		text_column_right(arena, number_hundredths(arena, sum.jp, number_mark()),
				  4),
		number_hundredths(arena, sum.of, number_mark()));
}

static const char *totals(const struct attendance_grid *v, struct arena *arena)
{
	struct attendance_totals t =
		attendance_sheet_totals(&v->sheet, v->base.grid.column);
	const char *text = arena_printf(arena, "%s %-3zu ", unmarked(v), t.unmarked);

	for (size_t i = 0; i < ATTENDANCE_STATES; i++)
		text = arena_printf(arena, "%s %c %-3zu", text,
				    letter_of(&attendance_state_choices[i]), t.states[i]);
	return text;
}

static const char *foot(void *context, int line, struct arena *arena)
{
	const struct attendance_grid *v = context;

	return line == 0 ? totals(v, arena) : person_note(v, arena);
}

const struct grid_source attendance_source = {
	.name_width = 30,
	.name_least = 14,
	.cell_width = 5,
	.heads = 2,
	.feet = 2,
	.name = name,
	.head = head,
	.cell = cell,
	.foot = foot,
};

const struct sheet_session *attendance_session(const struct attendance_grid *v)
{
	return v->base.grid.column < v->sheet.session_count
		       ? &v->sheet.sessions[v->base.grid.column]
		       : NULL;
}

const char *attendance_title(struct ui *ui, struct screen *s)
{
	const struct attendance_grid *v = s->state;
	const struct sheet_session *session = attendance_session(v);
	struct arena *a = ui_scratch(ui);
	const char *mode = v->by_digits ? _("  roll call by digits") : "";

	if (!session)
		return arena_printf(a, _("%s › Attendance"), v->sheet.roll.code);
	/* TRANSLATORS: programme, mode, number of the session, date, JP, topic */
	return arena_printf(
		a, _("%s › Attendance%s  %d: %s  %s JP  %s"), v->sheet.roll.code, mode,
		(int)session->number,
		date_is_set(session->date) ? day_label(ui, session->date) : "–",
		number_hundredths(a, session->jp, number_mark()), session->topic);
}

/* The number that is being typed has its place in front, so that a digit
 * changes a digit. */
const char *attendance_hint(struct ui *ui, struct screen *s)
{
	const struct attendance_grid *v = s->state;
	struct arena *a = ui_scratch(ui);
	const char *text = "";

	if (!attendance_session(v) || v->base.grid.rows == 0)
		return "";
	for (size_t i = 0; i < ATTENDANCE_STATES; i++) {
		const struct choice *c = &attendance_state_choices[i];

		text = arena_printf(a, "%s  %c %s", text,
				    v->by_digits ? '1' + (int)i : c->key, _(c->label));
	}
	return v->by_digits ? arena_printf(a, _("One digit a person:%s"), text)
			    : arena_printf(a, _("No. %-3s%s"), v->base.typed, text);
}
