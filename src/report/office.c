#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/lists.h"
#include "domain/office.h"
#include "domain/overview.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column overview_columns[] = {
	{ "programme",    N_("Programme"),    false },
	{ "title",        N_("Title"),        false },
	{ "status",       N_("Status"),       false },
	{ "starts",       N_("Starts on"),    false },
	{ "participants", N_("Participants"), true },
	{ "capacity",     N_("Capacity"),     true },
	{ "groups",       N_("Groups"),       true },
	{ "sheets",       N_("Sheets"),       true },
};
/* clang-format on */

enum { OVERVIEW_COLUMNS = sizeof overview_columns / sizeof *overview_columns };

static void put_programmes(struct report *out, const struct overview *o)
{
	struct block *table = report_table(
		out, "overview",
		columns_translated(out->arena, overview_columns, OVERVIEW_COLUMNS),
		OVERVIEW_COLUMNS);

	for (size_t i = 0; i < o->programme_count; i++) {
		const struct overview_programme *p = &o->programmes[i];
		struct cell *c = report_row(out, table);

		c[0] = cell_text(p->code);
		c[1] = cell_text(p->title);
		c[2] = cell_choice(programme_status_choices, p->status);
		c[3] = cell_day(out->arena, p->starts);
		c[4] = cell_int(p->taken);
		c[5] = cell_int(p->capacity);
		c[6] = cell_int(p->groups);
		c[7] = cell_int(p->sheets);
	}
}

static bool is_programme_wanted(const struct overview_programme *p,
				const struct report_request *request)
{
	if (request->programme && strcmp(p->code, request->programme) != 0)
		return false;
	return request->year == 0 ||
	       (date_is_set(p->starts) && date_year(p->starts) == request->year);
}

static bool is_due_wanted(const struct overview_due *d,
			  const struct report_request *request)
{
	if (request->programme && strcmp(d->code, request->programme) != 0)
		return false;
	return request->year == 0 || !date_is_set(d->date) ||
	       date_year(d->date) == request->year;
}

/* A gap belongs to its programme. */
static bool is_gap_wanted(const struct overview_gap *g, const struct overview *o,
			  const struct report_request *request)
{
	if (request->programme)
		return strcmp(g->code, request->programme) == 0;
	for (size_t i = 0; request->year != 0 && i < o->programme_count; i++) {
		if (o->programmes[i].id == g->programme)
			return is_programme_wanted(&o->programmes[i], request);
	}
	return request->year == 0;
}

/* Leave only what was asked for. */
static void narrow(struct overview *o, const struct report_request *request)
{
	size_t kept = 0;

	for (size_t i = 0; i < o->gap_count; i++) {
		if (is_gap_wanted(&o->gaps[i], o, request))
			o->gaps[kept++] = o->gaps[i];
	}
	o->gap_count = kept;
	kept = 0;
	for (size_t i = 0; i < o->due_count; i++) {
		if (is_due_wanted(&o->due[i], request))
			o->due[kept++] = o->due[i];
	}
	o->due_count = kept;
	kept = 0;
	for (size_t i = 0; i < o->programme_count; i++) {
		if (is_programme_wanted(&o->programmes[i], request))
			o->programmes[kept++] = o->programmes[i];
	}
	o->programme_count = kept;
}

/* What did not fit is not passed over in silence. */
static void put_more(struct report *out, size_t more)
{
	if (more > OVERVIEW_MORE)
		report_text(
			out,
			_("More than %d more are not shown here; the lists in bangkom "
			  "have them."),
			OVERVIEW_MORE);
	else if (more > 0)
		report_text(
			out,
			P_("%d more is not shown here; the lists in bangkom have it.",
			   "%d more are not shown here; the lists in bangkom have them.",
			   more),
			(int)more);
}

static void put_dates_and_gaps(struct report *out, const struct overview *o)
{
	report_heading(out, _("Due in the next two weeks"));
	for (size_t i = 0; i < o->due_count; i++)
		report_text(out, "%s  %s  %s%s",
			    date_is_set(o->due[i].date)
				    ? date_shown(out->arena, o->due[i].date)
				    : _("no day yet"),
			    o->due[i].code, o->due[i].what,
			    o->due[i].late ? _("  (late)") : "");
	if (o->due_count == 0)
		report_text(out, _("Nothing."));
	put_more(out, o->more_due);
	report_heading(out, _("Unfinished"));
	for (size_t i = 0; i < o->gap_count; i++)
		report_text(out, "%s  %s", o->gaps[i].code, o->gaps[i].text);
	if (o->gap_count == 0)
		report_text(out, _("Nothing."));
	put_more(out, o->more_gaps);
	if (o->partly)
		report_text(
			out,
			_("Only the first %d programmes of each state were looked at."),
			OVERVIEW_LOOKED);
}

bool report_overview(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err)
{
	struct overview o;

	if (!overview_load(db, clock_today(), out->arena, &o, err) ||
	    !overview_count(db, &o, err) ||
	    !overview_warn(db, request->settings, out->arena, &o, err))
		return false;
	narrow(&o, request);
	report_text(out, "%s", date_to_long(out->arena, clock_today()));
	report_heading(out, _("Programmes that are not finished with"));
	put_programmes(out, &o);
	if (o.programme_count == 0 && (request->programme || request->year))
		report_text(out, _("Nothing."));
	else if (o.programme_count == 0)
		report_text(out,
			    _("There are none. Start bangkom and press n to make one."));
	put_more(out, o.more_programmes);
	put_dates_and_gaps(out, &o);
	return true;
}

/* clang-format off */
static const struct report_column group_columns[] = {
	{ "programme", N_("Programme"), false },
	{ "group",     N_("Group"),     true },
	{ "name",      N_("Name"),      false },
	{ "nip",       N_("NIP"),       false },
	{ "member",    N_("Member"),    false },
	{ "unit",      N_("Unit"),      false },
	{ "role",      N_("Role"),      false },
};
/* clang-format on */

enum { GROUP_COLUMNS = sizeof group_columns / sizeof *group_columns };

static struct cell role_of(const struct participant_row *m)
{
	return m->leader ? cell_term("leader", _("Leader")) : cell_text(m->role);
}

static void put_member(struct cell *c, const char *code, const char *group,
		       const struct participant_row *m)
{
	c[0] = cell_text(code);
	c[1] = cell_int(m->group_number);
	c[2] = cell_text(group);
	c[3] = cell_text(m->nip);
	c[4] = cell_text(m->name);
	c[5] = cell_text(m->unit);
	c[6] = role_of(m);
}

static const char *group_name(const struct group_row *groups, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++) {
		if (groups[i].group == id)
			return groups[i].name;
	}
	return "";
}

bool report_groups(struct db *db, const struct report_request *request,
		   struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	table = report_table(out, "groups",
			     columns_translated(out->arena, group_columns, GROUP_COLUMNS),
			     GROUP_COLUMNS);
	for (size_t i = 0; i < count; i++) {
		struct participant_row *members;
		struct group_row *groups;
		size_t member_count, group_count;

		if (!group_list(db, programmes[i].id, clock_today(), out->arena, &groups,
				&group_count, err) ||
		    !member_list(db, programmes[i].id, out->arena, &members,
				 &member_count, err))
			return false;
		for (size_t k = 0; k < member_count; k++)
			put_member(report_row(out, table), programmes[i].code,
				   group_name(groups, group_count, members[k].group),
				   &members[k]);
	}
	if (table->row_count == 0)
		report_text(
			out,
			_("There are no groups yet. Open the programme and press g."));
	return true;
}
