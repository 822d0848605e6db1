#include "domain/completion.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/lists.h"
#include "domain/programme_steps.h"
#include "reports.h"
#include "translate.h"

/* Who completes a programme: what was decided, what the rule proposes of those
 * who are not decided on, and why. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",   N_("Programme"), false },
	{ "nip",         N_("NIP"),       false },
	{ "name",        N_("Name"),      false },
	{ "status",      N_("Status"),    false },
	{ "proposal",    N_("Proposal"),  false },
	{ "jp",          N_("JP"),        true },
	{ "jp_attended", N_("Attended"),  true },
	{ "share",       N_("Share"),     true },
	{ "post",        N_("Post-test"), true },
	{ "project",     N_("Project"),   false },
	{ "eligible",    N_("Rule"),      false },
	{ "reason",      N_("Reason"),    false },
};

/* What people read of one programme. */
static const struct report_column shown_columns[] = {
	{ "name",     N_("Name"),      false },
	{ "jp",       N_("JP"),        true },
	{ "share",    "%",             true },
	{ "post",     N_("Post-test"), true },
	{ "status",   N_("Status"),    false },
	{ "proposal", N_("Proposal"),  false },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	SHOWN_COUNT = sizeof shown_columns / sizeof *shown_columns
};

static struct cell hundredths(int64_t value)
{
	return value == NUMBER_NONE
		       ? cell_int(value)
		       : cell_real((double)value / 100, value % 100 == 0 ? 0 : 2);
}

static struct cell score_cell(int64_t value)
{
	return value == NUMBER_NONE ? cell_int(value) : cell_real((double)value / 100, 2);
}

static struct cell proposal_cell(const struct eligibility *e)
{
	enum proposal p = completion_proposal(e);

	return p == PROPOSE_NOTHING
		       ? cell_text("")
		       : cell_choice(enrolment_status_choices,
				     p == PROPOSE_COMPLETE ? "completed" : "failed");
}

static struct cell project_cell(const struct eligibility_rule *rule,
				const struct eligibility *e)
{
	if (!rule->project)
		return cell_text("");
	return e->project == PROJECT_MET    ? cell_term("as-planned", _("as planned"))
	       : e->project == PROJECT_OPEN ? cell_term("open", _("open"))
					    : cell_term("below", _("below plan"));
}

static void put_person(struct cell *c, const char *code,
		       const struct eligibility_rule *rule, const struct eligibility *e)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_text(e->nip);
	c[i++] = cell_text(e->name);
	c[i++] = cell_choice(enrolment_status_choices, e->status);
	c[i++] = proposal_cell(e);
	c[i++] = hundredths(rule->total);
	c[i++] = hundredths(e->attended);
	c[i++] = cell_real(eligibility_share(e), 6);
	c[i++] = score_cell(e->post);
	c[i++] = project_cell(rule, e);
	c[i++] = cell_term(eligible_term(e->verdict), eligible_label(e->verdict));
	c[i++] = cell_text(e->reason);
}

static void show_person(struct arena *arena, struct cell *c,
			const struct eligibility_rule *rule, const struct eligibility *e)
{
	size_t i = 0;

	c[i++] = cell_text(e->name);
	c[i++] = cell_text(arena_printf(
		arena, "%s/%s", number_hundredths(arena, e->attended, number_mark()),
		number_hundredths(arena, rule->total, number_mark())));
	c[i++] = cell_real(eligibility_share(e) * 100, 0);
	c[i++] = score_cell(e->post);
	c[i++] = cell_choice(enrolment_status_choices, e->status);
	c[i++] = proposal_cell(e);
}

static int status_count(const struct eligibility *people, size_t count,
			const char *status)
{
	int found = 0;

	for (size_t i = 0; i < count; i++)
		found += strcmp(people[i].status, status) == 0;
	return found;
}

/* A decision that is not what the rule says, "" for none. */
static const char *against_rule(const struct eligibility *e)
{
	bool meets = e->verdict == ELIGIBLE_YES;

	if (strcmp(e->status, "completed") == 0 && !meets)
		return _("completed, though the rule is not met");
	if (strcmp(e->status, "failed") == 0 && meets)
		return _("failed, though the rule is met");
	return "";
}

/* The rule, how many there are of each, and why the others do not meet it. */
static void put_words(const struct eligibility_rule *rule,
		      const struct eligibility *people, size_t count, struct report *out)
{
	report_text(out, _("The rule: %s."), eligibility_rule_words(rule, out->arena));
	report_text(out, _("%d completed, %d failed, %d not decided on yet."),
		    status_count(people, count, "completed"),
		    status_count(people, count, "failed"),
		    status_count(people, count, "accepted"));
	for (size_t i = 0; i < count; i++) {
		const struct eligibility *e = &people[i];

		if (!enrolment_holds_place(e->status))
			continue;
		if (e->verdict != ELIGIBLE_YES)
			report_text(out, "%s: %s", e->name,
				    eligibility_words(rule, e, out->arena));
		if (*against_rule(e) != '\0')
			report_text(out, "%s: %s.", e->name, against_rule(e));
		if (*e->reason != '\0')
			report_text(out, _("%s, reason: %s"), e->name, e->reason);
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
	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	if (count == 0) {
		report_text(out, _("Nobody is in the programme yet."));
		return true;
	}
	shown = report_table(out, "people",
			     columns_translated(out->arena, shown_columns, SHOWN_COUNT),
			     SHOWN_COUNT);
	for (size_t i = 0; i < count; i++) {
		put_person(report_row(out, table), p->code, &rule, &people[i]);
		show_person(out->arena, report_row(out, shown), &rule, &people[i]);
	}
	put_words(&rule, people, count, out);
	return true;
}

bool report_completion(struct db *db, const struct report_request *request,
		       struct report *out, struct err *err)
{
	static const struct programme_report what = {
		.table = "completion",
		.columns = columns,
		.column_count = COLUMN_COUNT,
		.put = put_programme,
	};

	return report_programmes(db, request, &what, out, err);
}
