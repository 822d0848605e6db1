#ifndef SCREENS_PROJECT_H
#define SCREENS_PROJECT_H

#include "app.h"
#include "domain/assessment.h"
#include "domain/project.h"

/* The state of a project's screen, shared by the files that make it up. */
struct project_screen {
	int64_t id;
	struct project p;
	struct project_scores scores;
	struct milestone *milestones;
	struct stakeholder *stakeholders;
	size_t milestone_count, stakeholder_count, selected;
	int64_t typed; /* the number of a milestone, as far as it is typed */
};

/* project_scores.c: the score in one line, or "". */
const char *project_score_line(struct ui *ui, const struct project_screen *v);

/* project_rubric.c: ask by which rubric the programme's projects are assessed,
 * and store it; what is known of the scores is fetched again, in scratch. False
 * where nothing was chosen. */
bool project_choose_rubric(struct ui *ui, struct project_screen *v);

/* project_milestone.c: a digit goes to the milestone of that number. */
ui_flags project_digit(struct ui *ui, struct project_screen *v, int digit);

#endif
