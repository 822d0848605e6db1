#include <math.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/assessment.h"
#include "domain/lists.h"
#include "domain/project.h"
#include "report/project_blocks.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column project_columns[] = {
	{ "programme",  N_("Programme"),  false },
	{ "group",      N_("Group"),      true },
	{ "title",      N_("Project"),    false },
	{ "client",     N_("Client"),     false },
	{ "status",     N_("Status"),     false },
	{ "indicator",  N_("Indicator"),  false },
	{ "baseline",   N_("Baseline"),   true },
	{ "target",     N_("Target"),     true },
	{ "actual",     N_("Actual"),     true },
	{ "due",        N_("Due on"),     false },
	{ "milestones", N_("Milestones"), true },
	{ "done",       N_("Done"),       true },
	{ "late",       N_("Late"),       true },
	{ "below_plan",      N_("Below plan"), true },
	{ "as_planned",         N_("As planned"), true },
	{ "above_plan",      N_("Above plan"), true },
	{ "presents",   N_("Presents as number"), true },
	{ "group_score", N_("Group score"), true },
	{ "assessors",  N_("Assessors"),  true },
	{ "spread",     N_("Spread"),     true },
};
/* clang-format on */

enum { PROJECT_COLUMNS = sizeof project_columns / sizeof *project_columns };

static struct cell cell_hundredths(int64_t value)
{
	if (value == NUMBER_NONE)
		return cell_int(value);
	return cell_real((double)value / 100.0, value % 100 == 0 ? 0 : 2);
}

static void put_project(struct cell *c, const char *code, const struct group_row *g,
			const struct score_summary *s, struct arena *arena)
{
	size_t i = 0;

	c[i++] = cell_text(code);
	c[i++] = cell_int(g->number);
	c[i++] = cell_text(g->title);
	c[i++] = cell_text(g->client);
	c[i++] = cell_choice(project_status_choices, g->status);
	c[i++] = cell_text(g->indicator);
	c[i++] = cell_hundredths(g->baseline);
	c[i++] = cell_hundredths(g->target);
	c[i++] = cell_hundredths(g->actual);
	c[i++] = cell_day(arena, g->due);
	c[i++] = cell_int(g->milestones);
	c[i++] = cell_int(g->done);
	c[i++] = cell_int(g->late);
	c[i++] = cell_int(g->below);
	c[i++] = cell_int(g->as);
	c[i++] = cell_int(g->above);
	c[i++] = cell_int(g->presents);
	c[i++] = cell_real(s->mean, 6);
	c[i++] = cell_int((int64_t)s->count);
	c[i++] = cell_real(s->count > 1 ? s->highest - s->lowest : (double)NAN, 6);
}

/* clang-format off */
/* What people read: the rest stands with each project. */
static const struct report_column shown_columns[] = {
	{ "programme",   N_("Programme"),   false },
	{ "group",       N_("Group"),       true },
	{ "title",       N_("Project"),     false },
	{ "status",      N_("Status"),      false },
	{ "due",         N_("Due on"),      false },
	{ "done",        N_("Done"),        true },
	{ "late",        N_("Late"),        true },
	{ "group_score", N_("Score"),       true },
};
/* clang-format on */

enum { SHOWN_COLUMNS = sizeof shown_columns / sizeof *shown_columns };

static void show_project(struct cell *c, const char *code, const struct group_row *g,
			 const struct score_summary *s, struct arena *arena)
{
	c[0] = cell_text(code);
	c[1] = cell_int(g->number);
	c[2] = cell_text(g->title);
	c[3] = cell_choice(project_status_choices, g->status);
	c[4] = cell_day(arena, g->due);
	c[5] = cell_text(arena_printf(arena, "%d/%d", (int)g->done, (int)g->milestones));
	c[6] = cell_int(g->late);
	c[7] = cell_real(s->mean, 2);
}

/* The projects of the programmes that were asked for, with their scores. */
struct scored {
	const char *code;
	const struct group_row *group;
	struct project_scores scores;
	struct milestone *milestones;
	size_t milestone_count;
	struct scored *next;
};

static bool load_programme(struct db *db, const struct programme_row *programme,
			   struct arena *arena, struct scored ***end, struct err *err)
{
	struct group_row *groups;
	size_t count;

	if (!group_list(db, programme->id, clock_today(), arena, &groups, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct scored *one;

		if (groups[i].project == 0)
			continue;
		one = ARENA_NEW(arena, struct scored);
		one->code = programme->code;
		one->group = &groups[i];
		if (!project_scores_load(db, groups[i].project, arena, &one->scores,
					 err) ||
		    !milestone_list(db, groups[i].project, arena, &one->milestones,
				    &one->milestone_count, err))
			return false;
		**end = one;
		*end = &one->next;
	}
	return true;
}

static bool load_all(struct db *db, const char *code, struct arena *arena,
		     struct scored **out, struct err *err)
{
	struct programme_row *programmes;
	struct scored *first = NULL, **end = &first;
	size_t count;

	if (!programme_list(db, code, arena, &programmes, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!load_programme(db, &programmes[i], arena, &end, err))
			return false;
	}
	*out = first;
	return true;
}

/* clang-format off */
static const struct report_column milestone_columns[] = {
	{ "number",   N_("No."),              true },
	{ "text",     N_("Milestone"),        false },
	{ "due",      N_("Due on"),           false },
	{ "done",     N_("Done on"),          false },
	{ "verdict",  N_("Verdict"),          false },
	{ "evidence", N_("Evidence"),         false },
	{ "outcome",  N_("What became of it"), false },
};
/* clang-format on */

enum { MILESTONE_COLUMNS = sizeof milestone_columns / sizeof *milestone_columns };

static const char *figure(int64_t hundredths, struct arena *arena)
{
	return hundredths == NUMBER_NONE
		       ? "–"
		       : number_hundredths(arena, hundredths, number_mark());
}

static void put_indicator(struct report *out, const struct group_row *g)
{
	if (*g->client != '\0')
		report_text(out, _("For: %s"), g->client);
	if (*g->indicator != '\0')
		report_text(out, _("%s: from %s to %s, now %s"), g->indicator,
			    figure(g->baseline, out->arena),
			    figure(g->target, out->arena), figure(g->actual, out->arena));
}

static void put_milestones(struct report *out, const struct scored *p)
{
	struct block *table;

	if (p->milestone_count == 0)
		return;
	table = report_table(
		out, "milestones",
		columns_translated(out->arena, milestone_columns, MILESTONE_COLUMNS),
		MILESTONE_COLUMNS);
	for (size_t i = 0; i < p->milestone_count; i++) {
		const struct milestone *m = &p->milestones[i];
		struct cell *c = report_row(out, table);

		c[0] = cell_int(m->number);
		c[1] = cell_text(m->text);
		c[2] = cell_day(out->arena, m->due);
		c[3] = cell_day(out->arena, m->done);
		c[4] = cell_choice(verdict_choices, m->verdict);
		c[5] = cell_text(m->evidence);
		c[6] = cell_choice(outcome_choices, m->outcome);
	}
}

/* The next turn after `last` in the programme; NUMBER_NONE behind the end. */
static int64_t next_turn(const struct scored *all, const char *code, int64_t last)
{
	int64_t next = NUMBER_NONE;

	for (const struct scored *p = all; p; p = p->next) {
		int64_t turn = p->group->presents;

		if (p->code == code && turn > last &&
		    (next == NUMBER_NONE || turn < next))
			next = turn;
	}
	return next;
}

static void put_turn(struct report *out, const struct scored *all, const char *code,
		     int64_t turn)
{
	for (const struct scored *p = all; p; p = p->next) {
		if (p->code == code && p->group->presents == turn)
			report_text(out, _("%d. Group %d, %s"), (int)turn,
				    (int)p->group->number, p->group->title);
	}
}

static void put_order_heading(struct report *out, const struct scored *first)
{
	report_heading(out, arena_printf(out->arena, _("%s, order of presentation"),
					 first->code));
	if (first->group->seed != NUMBER_NONE)
		report_text(out,
			    _("Drawn with the number %lld; moves by hand are in the "
			      "history."),
			    (long long)first->group->seed);
}

/* Programme by programme, as it was drawn or moved. */
static void put_order(struct report *out, const struct scored *all)
{
	const char *code = NULL;

	for (const struct scored *p = all; p; p = p->next) {
		int64_t turn = p->code == code ? NUMBER_NONE : next_turn(p, p->code, 0);

		code = p->code;
		if (turn != NUMBER_NONE)
			put_order_heading(out, p);
		for (; turn != NUMBER_NONE; turn = next_turn(p, code, turn))
			put_turn(out, p, code, turn);
	}
}

static void tell_none(struct report *out)
{
	report_text(out, _("There are no projects yet. Open a group of the programme."));
}

bool report_projects(struct db *db, const struct report_request *request,
		     struct report *out, struct err *err)
{
	struct scored *all;
	struct block *table, *shown;

	if (!load_all(db, request->programme, out->arena, &all, err))
		return false;
	table = report_table(
		out, "projects",
		columns_translated(out->arena, project_columns, PROJECT_COLUMNS),
		PROJECT_COLUMNS);
	table->for_files = true;
	shown = report_table(out, "shown",
			     columns_translated(out->arena, shown_columns, SHOWN_COLUMNS),
			     SHOWN_COLUMNS);
	for (const struct scored *p = all; p; p = p->next) {
		put_project(report_row(out, table), p->code, p->group,
			    &p->scores.group_score, out->arena);
		show_project(report_row(out, shown), p->code, p->group,
			     &p->scores.group_score, out->arena);
	}
	put_order(out, all);
	for (const struct scored *p = all; p; p = p->next) {
		report_heading(out,
			       arena_printf(out->arena, _("%s, group %d: %s"), p->code,
					    (int)p->group->number, p->group->title));
		put_indicator(out, p->group);
		put_milestones(out, p);
		project_blocks(out, &p->scores);
	}
	if (!all)
		tell_none(out);
	return true;
}

/* clang-format off */
static const struct report_column score_columns[] = {
	{ "programme",        N_("Programme"),        false },
	{ "group",            N_("Group"),            true },
	{ "project",          N_("Project"),          false },
	{ "nip",              N_("NIP"),              false },
	{ "name",             N_("Name"),             false },
	{ "group_score",      N_("Group score"),      true },
	{ "peer_factor",      N_("Peer factor"),      true },
	{ "individual_score", N_("Individual score"), true },
	{ "assessors",        N_("Assessors"),        true },
	{ "peers",            N_("Rated by"),         true },
};
/* clang-format on */

enum { SCORE_COLUMNS = sizeof score_columns / sizeof *score_columns };

static void put_score(struct cell *c, const struct scored *p,
		      const struct member_score *m)
{
	size_t i = 0;

	c[i++] = cell_text(p->code);
	c[i++] = cell_int(p->group->number);
	c[i++] = cell_text(p->group->title);
	c[i++] = cell_text(m->nip);
	c[i++] = cell_text(m->name);
	c[i++] = cell_real(p->scores.group_score.mean, 6);
	c[i++] = cell_real(m->peer.factor, 6);
	c[i++] = cell_real(m->score, 6);
	c[i++] = cell_int((int64_t)p->scores.group_score.count);
	c[i++] = cell_int((int64_t)m->peer.raters);
}

/* What people read of one group: from the name on, but the group's score. */
static void show_scores(struct report *out, const struct scored *p)
{
	static const struct report_column member_columns[] = {
		{ "name", N_("Name"), false },
		{ "peer_factor", N_("Peer factor"), true },
		{ "individual_score", N_("Individual score"), true },
		{ "peers", N_("Rated by"), true },
	};
	struct block *table;

	report_heading(out, arena_printf(out->arena, _("%s, group %d: %s"), p->code,
					 (int)p->group->number, p->group->title));
	project_group_score(out, &p->scores);
	table = report_table(out, "members",
			     columns_translated(out->arena, member_columns, 4), 4);
	for (size_t i = 0; i < p->scores.member_count; i++) {
		const struct member_score *m = &p->scores.members[i];
		struct cell *c = report_row(out, table);

		c[0] = cell_text(m->name);
		c[1] = cell_real(m->peer.factor, 2);
		c[2] = cell_real(m->score, 2);
		c[3] = cell_int((int64_t)m->peer.raters);
	}
}

bool report_project_scores(struct db *db, const struct report_request *request,
			   struct report *out, struct err *err)
{
	struct scored *all;
	struct block *table;

	if (!load_all(db, request->programme, out->arena, &all, err))
		return false;
	table = report_table(out, "project-scores",
			     columns_translated(out->arena, score_columns, SCORE_COLUMNS),
			     SCORE_COLUMNS);
	table->for_files = true;
	for (const struct scored *p = all; p; p = p->next) {
		for (size_t i = 0; i < p->scores.member_count; i++)
			put_score(report_row(out, table), p, &p->scores.members[i]);
		show_scores(out, p);
	}
	if (!all)
		tell_none(out);
	return true;
}
