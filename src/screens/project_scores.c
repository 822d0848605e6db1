#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "marks.h"
#include "project.h"
#include "report/project_blocks.h"

static const char *real(struct ui *ui, double value)
{
	return number_real(ui_scratch(ui), value, 2, number_mark());
}

/* "2, 4": the criteria on which assessors differ by two levels or more. */
static const char *differing(struct ui *ui, const struct project_scores *p)
{
	const char *all = "";

	for (size_t i = 0; i < p->criterion_count; i++) {
		if (p->apart[i] >= DISAGREEMENT)
			all = arena_printf(ui_scratch(ui), "%s%s%d", all,
					   *all ? ", " : "", (int)p->criteria[i].number);
	}
	return all;
}

const char *project_score_line(struct ui *ui, const struct project_screen *v)
{
	const struct project_scores *p = &v->scores;
	struct arena *a = ui_scratch(ui);
	const char *line, *differ = differing(ui, p);
	const char *blank = unfinished_assessors(p, a);

	if (p->group_score.count == 0)
		line = *blank ? "–" : "";
	else
		line = arena_printf(a,
				    P_("%s by %d assessor", "%s by %d assessors",
				       p->group_score.count),
				    real(ui, p->group_score.mean),
				    (int)p->group_score.count);
	if (p->group_score.count > 1)
		line = arena_printf(a, _("%s, %s–%s"), line,
				    real(ui, p->group_score.lowest),
				    real(ui, p->group_score.highest));
	if (*differ != '\0')
		line = arena_printf(a, _("%s   apart on %s"), line, differ);
	if (*blank != '\0')
		line = arena_printf(a, _("%s   not counted: %s"), line, blank);
	return line;
}

/* The same name typed in other capitals is the same assessor. */
static const char *known_name(struct ui *ui, const struct project_scores *p,
			      const char *typed)
{
	struct arena *a = ui_scratch(ui);
	const char *key = text_key(a, typed);

	for (size_t i = 0; i < p->assessment_count; i++) {
		if (strcmp(text_key(a, p->assessments[i].a.assessor), key) == 0)
			return p->assessments[i].a.assessor;
	}
	return typed;
}

static const char *row_note(struct ui *ui, const struct assessment_row *row)
{
	return row->blanks > 0
		       ? arena_printf(ui_scratch(ui), _("%d blank"), (int)row->blanks)
		       : real(ui, row->score);
}

static const char *ask_name(struct ui *ui, const struct project_scores *p,
			    const char *begun)
{
	while (ui_ask_on(ui, _("Name of the assessor:"), begun, ui_scratch(ui), &begun)) {
		begun = text_clean_line(ui_scratch(ui), begun);
		if (assessor_is_name(begun))
			return known_name(ui, p, begun);
		ui_refuse(ui, _("Type the name of who assesses; the levels are keyed in "
				"after it."));
	}
	return "";
}

/* Those who began this project, those of the programme's other projects, and
 * somebody else. */
static const char *pick_assessor(struct ui *ui, const struct project_scores *p,
				 const char *const *others, size_t other_count)
{
	size_t own = p->assessment_count, count = 0, at = 0;
	struct ui_choice *choices =
		arena_array(ui_scratch(ui), own + other_count + 1, sizeof *choices);
	const char *typed;
	int picked;

	if (own + other_count == 0)
		return ask_name(ui, p, "");
	for (size_t i = 0; i < own; i++)
		choices[count++] = (struct ui_choice){ p->assessments[i].a.assessor,
						       row_note(ui, &p->assessments[i]) };
	at = other_count > 0 ? own : own + other_count;
	for (size_t i = 0; i < other_count; i++)
		choices[count++] = (struct ui_choice){ others[i], _("not yet here") };
	choices[count++] = (struct ui_choice){ _("Another assessor …"), "" };
	picked = ui_pick_other(ui, _("Who assesses?"), choices, count, at, &typed);
	if (picked < 0)
		return "";
	return (size_t)picked + 1 == count ? ask_name(ui, p, typed)
					   : choices[picked].label;
}

/* What must be mended before anybody assesses, told; false then. */
static bool may_assess(struct ui *ui, struct project_screen *v)
{
	if (v->scores.rubric == 0 && !project_choose_rubric(ui, v))
		return false;
	if (v->scores.unfinished)
		ui_refuse(ui, "%s", v->scores.unfinished);
	return !v->scores.unfinished;
}

ui_flags project_assess(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;
	struct assess_argument argument = { .project = v->id };
	const char **others;
	struct err err = { 0 };
	size_t count;

	if (!may_assess(ui, v))
		return UI_RELOAD;
	if (!assessor_names(app_of(ui)->db, v->id, ui_scratch(ui), &others, &count,
			    &err)) {
		ui_fail(ui, &err);
		return UI_RELOAD;
	}
	argument.assessor = pick_assessor(ui, &v->scores, others, count);
	if (*argument.assessor != '\0')
		ui_run(ui, &assess_class, &argument, NULL);
	return UI_RELOAD;
}

/* For what the grid does not ask: day, person, remark; and to delete one. */
ui_flags project_assessments(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;
	const struct list_argument argument = {
		.kind = &assessment_kind,
		.parent_field = "project",
		.parent = v->id,
		.title = arena_printf(&s->arena, "%s › %s", v->p.title, _("Assessments"))
	};

	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}

/* Has this member handed in a sheet: how many of its cells are filled in? */
static bool count_keyed(struct ui *ui, const struct project_scores *p, size_t rater,
			size_t *keyed, struct err *err)
{
	size_t cells = p->member_count * PEER_CRITERIA;
	int64_t *members =
		arena_array(ui_scratch(ui), p->member_count + 1, sizeof *members);
	int64_t *values = arena_array(ui_scratch(ui), cells + 1, sizeof *values);
	const struct peer_sheet sheet = { p->group, p->members[rater].person, members,
					  p->member_count };

	for (size_t i = 0; i < p->member_count; i++)
		members[i] = p->members[i].person;
	if (!peer_sheet_load(app_of(ui)->db, &sheet, values, err))
		return false;
	*keyed = 0;
	for (size_t i = 0; i < cells; i++)
		*keyed += values[i] != NUMBER_NONE;
	return true;
}

/* The member whose sheet is keyed in next; the first that is open stands
 * under the cursor. False where nobody was picked. */
static bool pick_rater(struct ui *ui, const struct project_scores *p, int64_t *rater)
{
	struct ui_choice *choices =
		arena_array(ui_scratch(ui), p->member_count + 1, sizeof *choices);
	size_t at = p->member_count;
	struct err err = { 0 };
	int picked;

	for (size_t i = 0; i < p->member_count; i++) {
		size_t keyed;

		if (!count_keyed(ui, p, i, &keyed, &err)) {
			ui_fail(ui, &err);
			return false;
		}
		if (keyed == 0 && at == p->member_count)
			at = i;
		choices[i] = (struct ui_choice){ p->members[i].name,
						 keyed == 0 ? "–"
						 : keyed < p->member_count * PEER_CRITERIA
							 ? _("partly")
							 : _("keyed in") };
	}
	picked = ui_pick(ui, _("Whose peer sheet?"), choices, p->member_count,
			 at < p->member_count ? at : 0);
	if (picked >= 0)
		*rater = p->members[picked].person;
	return picked >= 0;
}

/* Sheet after sheet, until Esc. */
ui_flags project_peers(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;
	struct peer_argument argument = { .project = v->id };

	if (v->scores.member_count < 2) {
		ui_refuse(ui, _("Peer sheets need a group of two or more. Press m in the "
				"list of groups to add members."));
		return UI_NOTHING;
	}
	while (!s->lost && pick_rater(ui, &v->scores, &argument.rater)) {
		int64_t saved = 0;

		if (!ui_run(ui, &peer_class, &argument, &saved) || saved == 0)
			break;
	}
	return UI_RELOAD;
}

static bool make_scores(void *context, struct report *report, struct err *err)
{
	const struct project_screen *v = context;

	(void)err;
	project_blocks(report, &v->scores);
	return true;
}

ui_flags project_scores_shown(struct ui *ui, struct screen *s)
{
	struct project_screen *v = s->state;
	const struct report_argument argument = {
		.name = "project-scores",
		.make = make_scores,
		.context = v,
		.title = arena_printf(ui_scratch(ui), _("Scores › %s"), v->p.title),
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
