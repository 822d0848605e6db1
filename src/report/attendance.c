#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/number.h"
#include "domain/attendance_totals.h"
#include "domain/clash.h"
#include "domain/eligibility.h"
#include "domain/lists.h"
#include "domain/participant.h"
#include "domain/programme_steps.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",   N_("Programme"), false },
	{ "nip",         N_("NIP"),       false },
	{ "name",        N_("Name"),      false },
	{ "status",      N_("Status"),    false },
	{ "sessions",    N_("Sessions"),  true },
	{ "present",     "H",             true },
	{ "late",        "T",             true },
	{ "sick",        "S",             true },
	{ "excused",     "I",             true },
	{ "absent",      "A",             true },
	{ "unmarked",    N_("Open"),      true },
	{ "jp",          N_("JP"),        true },
	{ "jp_attended", N_("Attended"),  true },
	{ "share",       N_("Share"),     true },
	{ "eligible",    N_("Rule"),      false },
};

/* What people read: of one programme. */
static const struct report_column shown_columns[] = {
	{ "name",        N_("Name"),      false },
	{ "present",     "H",             true },
	{ "late",        "T",             true },
	{ "sick",        "S",             true },
	{ "excused",     "I",             true },
	{ "absent",      "A",             true },
	{ "unmarked",    N_("Open"),      true },
	{ "jp_attended", N_("JP"),        true },
	{ "share",       "%",             true },
	{ "eligible",    N_("Rule"),      false },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	SHOWN_COUNT = sizeof shown_columns / sizeof *shown_columns
};

static struct cell jp_cell(int64_t hundredths)
{
	return cell_real((double)hundredths / 100.0, hundredths % 100 == 0 ? 0 : 2);
}

static void put_person(struct cell *c, const char *code,
		       const struct eligibility_rule *rule, const struct eligibility *e)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_text(e->nip);
	c[i++] = cell_text(e->name);
	c[i++] = cell_choice(enrolment_status_choices, e->status);
	c[i++] = cell_int(rule->sessions);
	for (size_t k = 0; k < ATTENDANCE_STATES; k++)
		c[i++] = cell_int(e->counts[k]);
	c[i++] = cell_int(e->unmarked);
	c[i++] = jp_cell(e->recorded);
	c[i++] = jp_cell(e->attended);
	c[i++] = cell_real(eligibility_share(e), 6);
	c[i++] = cell_term(eligible_term(e->verdict), eligible_label(e->verdict));
}

static void show_person(struct arena *arena, struct cell *c, const struct eligibility *e)
{
	size_t i = 0;

	c[i++] = cell_text(e->name);
	for (size_t k = 0; k < ATTENDANCE_STATES; k++)
		c[i++] = cell_int(e->counts[k]);
	c[i++] = cell_int(e->unmarked);
	c[i++] = cell_text(arena_printf(
		arena, "%s/%s", number_hundredths(arena, e->attended, number_mark()),
		number_hundredths(arena, e->recorded, number_mark())));
	c[i++] = cell_real(eligibility_share(e) * 100, 1);
	c[i++] = cell_text(eligible_label(e->verdict));
}

/* "H 27  T 1  S 0  I 1  A 1" */
static const char *counts_shown(const int64_t *counts, struct arena *arena)
{
	return arena_printf(arena, "H %d  T %d  S %d  I %d  A %d", (int)counts[0],
			    (int)counts[1], (int)counts[2], (int)counts[3],
			    (int)counts[4]);
}

/* The foot of the attendance list, session by session, and its log. */
static bool put_days(struct db *db, int64_t programme, struct report *out,
		     struct err *err)
{
	struct session_totals *days;
	size_t count;

	if (!attendance_totals(db, programme, out->arena, &days, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		report_text(out, _("%s  session %d:  %s  (%d not marked)"),
			    date_is_set(days[i].date)
				    ? date_shown(out->arena, days[i].date)
				    : "–",
			    (int)days[i].number, counts_shown(days[i].counts, out->arena),
			    (int)days[i].unmarked);
		if (*days[i].notes != '\0')
			report_text(out, "    %s", days[i].notes);
	}
	return true;
}

/* What somebody reads in time: who does not meet the rule yet, and why. */
static void put_warnings(const struct eligibility_rule *rule,
			 const struct eligibility *people, size_t count,
			 struct report *out)
{
	report_heading(out, _("Who does not meet the rule"));
	report_text(out, _("The rule: %s."), eligibility_rule_words(rule, out->arena));
	for (size_t i = 0; i < count; i++) {
		if (people[i].verdict != ELIGIBLE_YES &&
		    enrolment_holds_place(people[i].status))
			report_text(out, "%s: %s", people[i].name,
				    eligibility_words(rule, &people[i], out->arena));
	}
}

static bool put_programme(struct db *db, const struct report_request *request,
			  const struct programme_row *p, struct report *out,
			  struct block *table, struct err *err)
{
	struct eligibility_rule rule;
	struct eligibility *people;
	struct block *shown;
	size_t count;

	if (!eligibility_rule_of(db, p->id, request->settings, &rule, err) ||
	    !eligibility_list(db, &rule, out->arena, &people, &count, err))
		return false;
	for (size_t i = 0; i < count; i++)
		put_person(report_row(out, table), p->code, &rule, &people[i]);
	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	shown = report_table(out, "participants",
			     columns_translated(out->arena, shown_columns, SHOWN_COUNT),
			     SHOWN_COUNT);
	for (size_t i = 0; i < count; i++)
		show_person(out->arena, report_row(out, shown), &people[i]);
	report_heading(out, _("Session by session"));
	if (!put_days(db, p->id, out, err))
		return false;
	put_warnings(&rule, people, count, out);
	return true;
}

bool report_attendance(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err)
{
	static const struct programme_report what = {
		.table = "attendance",
		.columns = columns,
		.column_count = COLUMN_COUNT,
		.legend = N_(
			"H present, T late, S sick, I excused, A absent; JP attended of "
			"the JP recorded so far."),
		.put = put_programme,
	};

	return report_programmes(db, request, &what, out, err);
}

/* clang-format off */
static const struct report_column clash_columns[] = {
	{ "date",          N_("Date"),      false },
	{ "what",          N_("Clash"),     false },
	{ "who",           N_("Name"),      false },
	{ "people",        N_("People"),    true },
	{ "certain",       N_("Sure"),      false },
	{ "programme",     N_("Programme"), false },
	{ "session",       N_("No."),       true },
	{ "from",          N_("From"),      false },
	{ "to",            N_("To"),        false },
	{ "programme_2",   N_("With"),      false },
	{ "session_2",     N_("No."),       true },
	{ "from_2",        N_("From"),      false },
	{ "to_2",          N_("To"),        false },
};
/* clang-format on */

enum { CLASH_COLUMNS = sizeof clash_columns / sizeof *clash_columns };

static void put_side(struct cell *c, const struct clash_session *s)
{
	c[0] = cell_text(s->code);
	c[1] = cell_int(s->number);
	c[2] = cell_text(s->starts);
	c[3] = cell_text(s->ends);
}

static struct cell what_cell(enum clash_what what)
{
	static const char *const terms[] = { "trainer", "room", "participants" };

	return cell_term(terms[what], clash_label(what));
}

static void put_clash(struct report *out, struct cell *c, const struct clash *clash)
{
	c[0] = cell_day(out->arena, clash->date);
	c[1] = what_cell(clash->what);
	c[2] = cell_text(clash->who);
	c[3] = cell_int(clash->what == CLASH_PARTICIPANTS ? clash->people : NUMBER_NONE);
	c[4] = clash->certain ? cell_term("yes", _("yes"))
			      : cell_term("no", _("same day"));
	put_side(c + 5, &clash->one);
	put_side(c + 9, &clash->two);
}

static bool clashes_of(struct db *db, const struct report_request *request,
		       struct arena *arena, struct clash **out, size_t *count,
		       struct err *err)
{
	struct programme_row *programmes;
	size_t found;

	if (!request->programme)
		return clash_list(db, 0, arena, out, count, err);
	return programme_list(db, request->programme, arena, &programmes, &found, err) &&
	       clash_list(db, programmes[0].id, arena, out, count, err);
}

void report_put_clashes(struct report *out, const struct clash *clashes, size_t count)
{
	struct block *table =
		report_table(out, "clashes",
			     columns_translated(out->arena, clash_columns, CLASH_COLUMNS),
			     CLASH_COLUMNS);

	table->for_files = true;
	for (size_t i = 0; i < count; i++)
		put_clash(out, report_row(out, table), &clashes[i]);
	if (count == 0)
		report_text(out, _("No trainer, room or participant is wanted twice at "
				   "the same time."));
	for (size_t i = 0; i < count; i++)
		report_text(out, "%s  %s %d: %s", date_shown(out->arena, clashes[i].date),
			    clashes[i].one.code, (int)clashes[i].one.number,
			    clash_sentence(&clashes[i], out->arena));
}

bool report_clashes(struct db *db, const struct report_request *request,
		    struct report *out, struct err *err)
{
	struct clash *clashes;
	size_t count;

	if (!clashes_of(db, request, out->arena, &clashes, &count, err))
		return false;
	report_put_clashes(out, clashes, count);
	return true;
}
