#include "base/arena.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "project.h"
#include "store/record.h"

/* The rubric by which the projects of a programme are assessed, asked for
 * where somebody wants to assess and the programme names none. */

/* Those that can be used; the ids stand parallel to the choices. */
static bool usable(struct ui *ui, struct ui_choice **choices, int64_t **ids,
		   size_t *count, struct err *err)
{
	struct rubric_row *all;
	size_t total;

	if (!rubric_list(app_of(ui)->db, ui_scratch(ui), &all, &total, err))
		return false;
	*choices = arena_array(ui_scratch(ui), total + 1, sizeof **choices);
	*ids = arena_array(ui_scratch(ui), total + 1, sizeof **ids);
	*count = 0;
	for (size_t i = 0; i < total; i++) {
		if (all[i].weight != RUBRIC_WHOLE)
			continue;
		(*choices)[*count] = (struct ui_choice){ all[i].code, all[i].title };
		(*ids)[(*count)++] = all[i].id;
	}
	return true;
}

static bool name_rubric(struct ui *ui, int64_t group, int64_t rubric, struct err *err)
{
	struct problems problems = { .arena = ui_scratch(ui) };
	struct db *db = app_of(ui)->db;
	struct programme old, now;
	struct group of;

	if (!record_load(db, &group_kind, group, &of, ui_scratch(ui), err) ||
	    !record_load(db, &programme_kind, of.programme, &old, ui_scratch(ui), err))
		return false;
	now = old;
	now.rubric = rubric;
	if (!record_save(db, &programme_kind, &old, &now, &problems, err))
		return false;
	return problems.errors == 0 ||
	       err_set(err, ERR_INPUT, "%s", problem_first_error(&problems)->text);
}

bool project_choose_rubric(struct ui *ui, struct project_screen *v)
{
	struct ui_choice *choices;
	struct err err = { 0 };
	int64_t *ids;
	size_t count;
	int picked;

	if (!usable(ui, &choices, &ids, &count, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	if (count == 0) {
		ui_refuse(ui,
			  _("There is no rubric to assess with yet. Press 0 on the home "
			    "screen, there a adds the ready one."));
		return false;
	}
	picked = ui_pick(ui,
			 _("By which rubric are the projects of this programme "
			   "assessed?"),
			 choices, count, 0);
	if (picked < 0)
		return false;
	if (name_rubric(ui, v->p.group, ids[picked], &err) &&
	    project_scores_load(app_of(ui)->db, v->id, ui_scratch(ui), &v->scores, &err))
		return true;
	ui_fail(ui, &err);
	return false;
}
