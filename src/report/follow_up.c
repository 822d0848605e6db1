#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "domain/lists.h"
#include "domain/outcome.h"
#include "follow_up.h"
#include "reports.h"
#include "translate.h"

/* What became of programmes after their end, and what is still to be done. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",     N_("Programme"),     false },
	{ "number",        N_("No."),           true },
	{ "what",          N_("Follow-up"),     false },
	{ "due",           N_("Due on"),        false },
	{ "state",         N_("State"),         false },
	{ "days",          N_("Days left"),     true },
	{ "sent",          N_("Sent on"),       false },
	{ "done",          N_("Done on"),       false },
	{ "n",             N_("n"),             true },
	{ "expected",      N_("Asked"),         true },
	{ "questionnaire", N_("Questionnaire"), false },
	{ "outcome",       N_("What came of it"), false },
	{ "reason",        N_("Reason for waiving"), false },
};
/* clang-format on */

enum { COLUMNS = sizeof columns / sizeof *columns };

static struct cell days_left(const struct follow_up_row *row)
{
	bool open = row->state != FOLLOW_UP_DONE && row->state != FOLLOW_UP_WAIVED;

	return cell_int(open && date_is_set(row->follow_up.due) ? row->days : INT64_MIN);
}

static struct cell state_of(const struct follow_up_row *row)
{
	return cell_term(follow_up_state_code(row->state),
			 follow_up_state_label(row->state));
}

static void put_follow_up(struct cell *c, const struct follow_up_row *row,
			  struct arena *arena)
{
	const struct follow_up *f = &row->follow_up;
	size_t i = 0;

	c[i++] = cell_text(row->programme);
	c[i++] = cell_int(f->number);
	c[i++] = cell_choice(follow_up_what_choices, f->what);
	c[i++] = cell_day(arena, f->due);
	c[i++] = state_of(row);
	c[i++] = days_left(row);
	c[i++] = cell_day(arena, f->sent);
	c[i++] = cell_day(arena, f->done);
	c[i++] = f->questionnaire ? cell_int(row->keyed) : cell_int(INT64_MIN);
	c[i++] = cell_int(f->expected);
	c[i++] = cell_text(row->questionnaire);
	c[i++] = cell_text(f->outcome);
	c[i++] = cell_text(f->reason);
}

static bool put_all(struct db *db, const struct programme_row *programmes, size_t count,
		    struct report *out, struct err *err)
{
	struct block *table =
		report_table(out, "follow-up",
			     columns_translated(out->arena, columns, COLUMNS), COLUMNS);

	for (size_t i = 0; i < count; i++) {
		struct follow_up_row *rows;
		size_t row_count;

		if (!follow_up_list(db, programmes[i].id, clock_today(), out->arena,
				    &rows, &row_count, err))
			return false;
		for (size_t k = 0; k < row_count; k++)
			put_follow_up(report_row(out, table), &rows[k], out->arena);
	}
	if (table->row_count == 0)
		report_text(out, _("There are no follow-ups yet. Open the programme, "
				   "press m, then a."));
	return true;
}

bool report_follow_up(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err)
{
	struct programme_row *programmes;
	size_t count;

	return programme_list(db, request->programme, out->arena, &programmes, &count,
			      err) &&
	       put_all(db, programmes, count, out, err) &&
	       put_results(db, programmes, count, out, err) &&
	       put_surveys(db, programmes, count, out, err) &&
	       put_benefits(db, programmes, count, out, err);
}

/* clang-format off */
static const struct report_column reminder_columns[] = {
	{ "due",       N_("Due on"),    false },
	{ "days",      N_("Days left"), true },
	{ "programme", N_("Programme"), false },
	{ "what",      N_("Follow-up"), false },
	{ "n",         N_("n"),         true },
	{ "expected",  N_("Asked"),     true },
	{ "next",      N_("Next step"), false },
};
/* clang-format on */

enum { REMINDER_COLUMNS = sizeof reminder_columns / sizeof *reminder_columns };

static bool is_wanted(const struct follow_up_row *row,
		      const struct report_request *request)
{
	if (row->state == FOLLOW_UP_DONE || row->state == FOLLOW_UP_WAIVED)
		return false;
	if (request->programme && strcmp(request->programme, row->programme) != 0)
		return false;
	return request->year == 0 || (date_is_set(row->follow_up.due) &&
				      date_year(row->follow_up.due) == request->year);
}

static void put_reminder(struct cell *c, const struct follow_up_row *row,
			 struct arena *arena)
{
	const struct follow_up *f = &row->follow_up;

	c[0] = cell_day(arena, f->due);
	c[1] = days_left(row);
	c[2] = cell_text(row->programme);
	c[3] = cell_choice(follow_up_what_choices, f->what);
	c[4] = f->questionnaire ? cell_int(row->keyed) : cell_int(INT64_MIN);
	c[5] = cell_int(f->expected);
	c[6] = cell_term(follow_up_next_code(row), follow_up_next(row));
}

bool report_reminders(struct db *db, const struct report_request *request,
		      struct report *out, struct err *err)
{
	struct follow_up_row *rows;
	struct block *table;
	size_t count;

	if (!follow_up_list(db, 0, clock_today(), out->arena, &rows, &count, err))
		return false;
	table = report_table(
		out, "reminders",
		columns_translated(out->arena, reminder_columns, REMINDER_COLUMNS),
		REMINDER_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		if (is_wanted(&rows[i], request))
			put_reminder(report_row(out, table), &rows[i], out->arena);
	}
	if (table->row_count == 0)
		report_text(out, _("Nothing is waiting to be followed up."));
	else
		report_text(out, _("Open the programme and press m; the keys in the "
				   "last column work there."));
	return true;
}

/* clang-format off */
static const struct report_column people_columns[] = {
	{ "programme", N_("Programme"), false },
	{ "nip",       N_("NIP"),       false },
	{ "name",      N_("Name"),      false },
	{ "position",  N_("Position"),  false },
	{ "unit",      N_("Unit"),      false },
	{ "unit_name", N_("Unit name"), false },
	{ "email",     N_("E-mail"),    false },
	{ "phone",     N_("Phone"),     false },
};
/* clang-format on */

enum { PEOPLE_COLUMNS = sizeof people_columns / sizeof *people_columns };

bool report_follow_up_people(struct db *db, const struct report_request *request,
			     struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct alumnus *alumni;
	struct block *table;
	size_t count, people;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	report_text(out, _("Superiors are reached through the unit."));
	table = report_table(
		out, "follow-up-people",
		columns_translated(out->arena, people_columns, PEOPLE_COLUMNS),
		PEOPLE_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		if (!alumni_list(db, programmes[i].id, out->arena, &alumni, &people, err))
			return false;
		for (size_t k = 0; k < people; k++) {
			const struct alumnus *a = &alumni[k];
			struct cell *c = report_row(out, table);

			c[0] = cell_text(programmes[i].code);
			c[1] = cell_text(a->nip);
			c[2] = cell_text(a->name);
			c[3] = cell_text(a->position);
			c[4] = cell_text(a->unit);
			c[5] = cell_text(a->unit_name);
			c[6] = cell_text(a->email);
			c[7] = cell_text(a->phone);
		}
	}
	if (table->row_count == 0)
		report_text(out, _("Nobody has taken part yet."));
	return true;
}
