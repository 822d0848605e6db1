#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "domain/attendance_totals.h"
#include "domain/lists.h"
#include "domain/programme_steps.h"
#include "reports.h"
#include "translate.h"

/* The sheet that participants sign, of one day: today's sessions, else those of
 * the next day with sessions, else of the last one. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme", N_("Programme"), false },
	{ "date",      N_("Date"),      false },
	{ "number",    N_("No."),       true },
	{ "name",      N_("Name"),      false },
	{ "nip",       N_("NIP"),       false },
	{ "unit",      N_("Unit"),      false },
};

static const struct report_column shown_columns[] = {
	{ "number",    N_("No."),       true },
	{ "name",      N_("Name"),      false },
	{ "nip",       N_("NIP"),       false },
	{ "unit",      N_("Unit"),      false },
	{ "signature", N_("Signature"), false },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	SHOWN_COUNT = sizeof shown_columns / sizeof *shown_columns
};

static struct date day_of(const struct session_totals *all, size_t count)
{
	struct date today = clock_today(), next = DATE_NONE, last = DATE_NONE;

	for (size_t i = 0; i < count; i++) {
		struct date day = all[i].date;

		if (!date_is_set(day))
			continue;
		if (date_compare(day, today) >= 0 &&
		    (!date_is_set(next) || date_compare(day, next) < 0))
			next = day;
		if (!date_is_set(last) || date_compare(day, last) > 0)
			last = day;
	}
	return date_is_set(next) ? next : last;
}

static void put_sessions(const struct session_totals *all, size_t count, struct date day,
			 struct report *out)
{
	report_text(out, "%s", date_to_long(out->arena, day));
	for (size_t i = 0; i < count; i++) {
		if (date_is_set(all[i].date) && date_compare(all[i].date, day) == 0)
			report_text(out, _("Session %d: %s"), (int)all[i].number,
				    all[i].topic);
	}
}

/* Everybody who holds a place; how many. */
static int put_people(const struct participant_row *people, size_t count,
		      const char *code, struct date day, struct report *out,
		      struct block *table)
{
	struct block *shown = report_table(
		out, "people", columns_translated(out->arena, shown_columns, SHOWN_COUNT),
		SHOWN_COUNT);
	int number = 0;

	for (size_t i = 0; i < count; i++) {
		struct cell *c, *s;

		if (!enrolment_holds_place(people[i].status))
			continue;
		c = report_row(out, table);
		s = report_row(out, shown);
		c[0] = cell_text(code);
		c[1] = cell_day(out->arena, day);
		c[2] = s[0] = cell_int(++number);
		c[3] = s[1] = cell_text(people[i].name);
		c[4] = s[2] = cell_text(people[i].nip);
		c[5] = s[3] = cell_text(people[i].unit);
		s[4] = cell_text("................");
	}
	return number;
}

static bool put_programme(struct db *db, const struct report_request *request,
			  const struct programme_row *p, struct report *out,
			  struct block *table, struct err *err)
{
	struct session_totals *sessions;
	struct participant_row *people;
	size_t session_count, count;
	struct date day;

	(void)request;
	if (!attendance_totals(db, p->id, out->arena, &sessions, &session_count, err) ||
	    !participant_list(db, p->id, out->arena, &people, &count, err))
		return false;
	day = day_of(sessions, session_count);
	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	if (!date_is_set(day)) {
		report_text(out, _("No session has a day yet. s on the page of the "
				   "programme gives it one."));
		return true;
	}
	put_sessions(sessions, session_count, day, out);
	report_text(out, _("Present: .....   Not present: .....   Total: %d"),
		    put_people(people, count, p->code, day, out, table));
	report_text(out, _("Class leader: ............   Assistant: ............   "
			   "Trainer: ............"));
	return true;
}

bool report_sign_in(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err)
{
	static const struct programme_report what = {
		.table = "sign-in",
		.columns = columns,
		.column_count = COLUMN_COUNT,
		.put = put_programme,
	};

	return report_programmes(db, request, &what, out, err);
}
