#include <string.h>

#include "base/i18n.h"
#include "reports.h"

/* clang-format off */
const struct report_kind report_kinds[] = {
	{ "overview",       N_("Overview of today"),         report_overview,       true,  true },
	{ "evaluation",     N_("Evaluation of programmes"),  report_evaluation,     true,  false },
	{ "feedback-items", N_("Feedback by question"),      report_feedback_items, true,  false },
	{ "feedback-parts", N_("Feedback by trainer, role and phase"), report_feedback_parts, true, false },
	{ "scores",         N_("Test scores and gains"),     report_scores,         true,  false },
	{ "groups",         N_("Groups and their members"),  report_groups,         true,  false },
	{ "projects",       N_("Projects and milestones"),   report_projects,       true,  false },
	{ "project-scores", N_("Scores of projects and their members"), report_project_scores, true, false },
	{ "changes",        N_("What changed between runs"), report_changes,        true,  false },
	{ "attendance",     N_("Attendance and eligibility"), report_attendance,    true,  false },
	{ "sign-in",        N_("Attendance sheet to sign"),  report_sign_in,        true,  false },
	{ "completion",     N_("Who completes, and why"),    report_completion,     true,  false },
	{ "teaching",       N_("Lesson hours (JP) by trainer"), report_teaching,    true,  true },
	{ "clashes",        N_("Clashes of sessions"),       report_clashes,        true,  false },
	{ "follow-up",      N_("Follow-up after programmes"), report_follow_up,     true,  false },
	{ "behaviour",      N_("Behaviour: alumni and superiors"), report_behaviour, true,  false },
	{ "follow-up-people", N_("Whom to ask afterwards"),  report_follow_up_people, true, false },
	{ "reminders",      N_("Follow-ups that are due"),   report_reminders,      true,  true },
	{ "improvement",    N_("Findings and what became of them"), report_improvement, true, false },
	{ "survey-form",    N_("Paper form of the survey"),  report_survey_form,    false, false },
	{ "standards",      N_("Standards of competence by position"), report_standards, false, false },
	{ "needs",          N_("Needs by competency"),       report_needs,          false, false },
	{ "plan",           N_("Yearly plan and budget"),    report_plan,           false, true },
	{ "calendar",       N_("Calendar of the year"),      report_calendar,       false, true },
	{ "jp-recap",       N_("Lesson hours (JP) by unit"), report_jp_recap,       false, true },
	{ "jp-people",      N_("Lesson hours (JP) by person"), report_jp_people,    false, true },
	{ "suggestions",    N_("Whom to invite to open programmes"), report_suggestions, true, false },
	{ NULL, NULL, NULL, false, false },
};
/* clang-format on */

const struct report_kind *report_kind_find(const char *name)
{
	for (const struct report_kind *k = report_kinds; k->name; k++) {
		if (strcmp(k->name, name) == 0)
			return k;
	}
	return NULL;
}

bool report_by_survey(const struct report_kind *kind)
{
	return kind->make == report_needs || kind->make == report_survey_form;
}
