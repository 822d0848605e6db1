#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/programme.h"
#include "domain/year_calendar.h"
#include "domain/yearly_plan.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column columns[] = {
	{ "year",     N_("Year"),     true },
	{ "what",     N_("What"),     false },
	{ "code",     N_("Code"),     false },
	{ "title",    N_("Title"),    false },
	{ "status",   N_("Status"),   false },
	{ "starts",   N_("Starts on"), false },
	{ "ends",     N_("Ends on"),  false },
	{ "fixed",    N_("Fixed"),    false },
	{ "days",     N_("Days"),     true },
	{ "sessions", N_("Sessions"), true },
	{ "clashes",  N_("Clashes"),  true },
	{ "possible", N_("Possible"), true },
};

/* What people read; the months stand as letters above a line of marks. */
static const struct report_column short_columns[] = {
	{ "code",     N_("Code"),         false },
	{ "title",    N_("Title"),        false },
	{ "months",   N_("JFMAMJJASOND"), false },
	{ "starts",   N_("Starts on"),    false },
	{ "ends",     N_("Ends on"),      false },
	{ "sessions", N_("Sessions"),     true },
	{ "clashes",  "!",                true },
	{ "possible", "?",                true },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	SHORT_COUNT = sizeof short_columns / sizeof *short_columns,
	MONTHS = 12
};

static struct cell day_cell(struct report *out, struct date day)
{
	if (!date_is_set(day))
		return (struct cell){ .type = CELL_NONE };
	return cell_day(out->arena, day);
}

static struct cell status_cell(const struct calendar_row *r)
{
	return cell_choice(r->programme != 0 ? programme_status_choices
					     : plan_status_choices,
			   r->status);
}

static void put_row(struct report *out, struct block *table, int year,
		    const struct calendar_row *r)
{
	bool programme = r->programme != 0;
	struct cell *c = report_row(out, table);

	c[0] = cell_int(year);
	c[1] = programme ? cell_term("programme", _("Programme"))
			 : cell_term("plan", _("Plan item"));
	c[2] = cell_text(r->code);
	c[3] = cell_text(r->title);
	c[4] = status_cell(r);
	c[5] = day_cell(out, r->starts);
	c[6] = day_cell(out, r->ends);
	c[7] = r->fixed ? cell_term("yes", _("yes")) : cell_term("no", _("no"));
	c[8] = cell_int(r->fixed && r->days > 0 ? r->days : NUMBER_NONE);
	c[9] = cell_int(programme ? r->sessions : NUMBER_NONE);
	c[10] = cell_int(programme ? r->clashes : NUMBER_NONE);
	c[11] = cell_int(programme ? r->doubtful : NUMBER_NONE);
}

/* A mark a month: # a programme, = planned, ! and ? a clash in it. */
static const char *months(const struct calendar_row *r, struct arena *arena)
{
	char *text = arena_alloc(arena, MONTHS + 1);

	for (int i = 0; i < MONTHS; i++) {
		uint64_t slots = (((uint64_t)1 << CALENDAR_SLOTS_IN_MONTH) - 1)
				 << (i * CALENDAR_SLOTS_IN_MONTH);

		text[i] = r->bar & slots ? (r->programme != 0 ? '#' : '=') : '.';
		if (r->doubt & slots)
			text[i] = '?';
		if (r->clash & slots)
			text[i] = '!';
	}
	text[MONTHS] = '\0';
	return text;
}

static struct cell some(int64_t number)
{
	return cell_int(number > 0 ? number : NUMBER_NONE);
}

static void put_short(struct report *out, struct block *table,
		      const struct calendar_row *r)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_text(r->programme != 0
				 ? r->code
				 : arena_printf(out->arena, _("no. %s"), r->code));
	c[1] = cell_text(r->title);
	c[2] = cell_text(months(r, out->arena));
	if (r->fixed || r->quarter == NUMBER_NONE) {
		c[3] = day_cell(out, r->starts);
		c[4] = day_cell(out, r->ends);
	} else {
		c[3] = cell_text(
			arena_printf(out->arena, _("quarter %d"), (int)r->quarter));
	}
	c[5] = some(r->sessions);
	c[6] = some(r->clashes);
	c[7] = some(r->doubtful);
}

static void put_shown(struct report *out, const struct year_calendar *year)
{
	struct block *table;

	if (year->count == 0) {
		report_text(out, _("Nothing is held or planned in this year."));
		return;
	}
	table = report_table(out, "calendar-short",
			     columns_translated(out->arena, short_columns, SHORT_COUNT),
			     SHORT_COUNT);
	for (size_t i = 0; i < year->count; i++)
		put_short(out, table, &year->rows[i]);
	report_text(out, _("# programme   = planned   ! clash   ? perhaps a clash: times "
			   "are missing"));
}

bool report_calendar(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err)
{
	struct year_calendar year;
	struct block *files;

	if (!year_calendar_load(db,
				request->year ? request->year : date_year(clock_today()),
				out->arena, &year, err))
		return false;
	report_text(out, _("Year %d"), year.year);
	files = report_table(out, "calendar",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	files->for_files = true;
	for (size_t i = 0; i < year.count; i++)
		put_row(out, files, year.year, &year.rows[i]);
	put_shown(out, &year);
	report_heading(out, _("Clashes"));
	report_put_clashes(out, year.clashes, year.clash_count);
	return true;
}
