#include "app.h"
#include "base/i18n.h"
#include "calendar.h"
#include "finder.h"
#include "follow_up.h"
#include "grid_commands.h"
#include "improve_commands.h"
#include "list_commands.h"
#include "marks.h"
#include "needs.h"
#include "places.h"
#include "plan.h"
#include "roll_order.h"
#include "row_view.h"
#include "suggest.h"
#include "survey.h"

static ui_flags help(struct ui *ui, struct screen *s)
{
	(void)s;
	return ui_palette(ui);
}

static ui_flags go_back(struct ui *ui, struct screen *s)
{
	if (s->below)
		return UI_CLOSE | UI_RELOAD;
	ui_say(ui, _("This is the first screen. Ctrl+Q leaves the program."));
	return UI_NOTHING;
}

static ui_flags quit(struct ui *ui, struct screen *s)
{
	(void)s;
	if (app_of(ui)->respondent)
		return UI_NOTHING;
	if (ui_top(ui)->class == &home_class || ui_confirm(ui, _("Leave bangkom?")))
		return UI_QUIT;
	return UI_NOTHING;
}

static ui_flags undo(struct ui *ui, struct screen *s)
{
	(void)s;
	return undo_last(ui);
}

static ui_flags redo(struct ui *ui, struct screen *s)
{
	(void)s;
	return redo_last(ui);
}

static ui_flags redraw(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_repaint(ui);
	return UI_NOTHING;
}

static ui_flags language(struct ui *ui, struct screen *s)
{
	(void)s;
	if (ui_is_open(ui, &record_edit_class) || ui_is_open(ui, &record_query_class)) {
		ui_refuse(ui,
			  _("Leave the form first; then the language can be changed."));
		return UI_NOTHING;
	}
	i18n_switch(i18n_language()[0] == 'i' ? "en" : "id");
	ui_say(ui, _("The screen speaks English now."));
	return UI_RELOAD;
}

static ui_flags interrupt(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_say(ui, _("Esc goes back, Ctrl+Q leaves."));
	return UI_NOTHING;
}

/* clang-format off */
const struct command commands[] = {
	{ "new",       CONTEXT_HOME, N_("Make a new programme"),              N_("New"),     home_new },
	{ "programmes", CONTEXT_HOME, N_("Programmes"),                       "",            place_programmes },
	{ "persons",   CONTEXT_HOME, N_("Persons"),                           "",            place_persons },
	{ "units",     CONTEXT_HOME, N_("Units"),                             "",            place_units },
	{ "partners",  CONTEXT_HOME, N_("Partners"),                          "",            place_partners },
	{ "trainers",  CONTEXT_HOME, N_("Trainers"),                          "",            place_trainers },
	{ "competencies", CONTEXT_HOME, N_("Competencies"),                  "",            place_competencies },
	{ "questionnaires", CONTEXT_HOME, N_("Questionnaires"),               "",            place_questionnaires },
	{ "reports",   CONTEXT_HOME, N_("Reports"),                           N_("Report"),  place_reports },
	{ "surveys",   CONTEXT_HOME, N_("Needs surveys"),                     "",            place_surveys },
	{ "yearly-plan", CONTEXT_HOME, N_("Yearly plan"),                    "",            place_yearly_plan },
	{ "jp",        CONTEXT_HOME, N_("Lesson hours (JP)"),                 "",            place_jp },
	{ "calendar",  CONTEXT_HOME, N_("Calendar"),                          "",            place_calendar },
	{ "rubrics",   CONTEXT_HOME, N_("Rubrics"),                           "",            place_rubrics },
	{ "history",   CONTEXT_HOME, N_("History"),                           "",            place_history },
	{ "backup",    CONTEXT_HOME, N_("Backups: the last ones, and one more"), "",         home_backup },

	{ "step",      CONTEXT_PLAN_ITEMS, N_("Take the item a step on or back"), N_("Next step"), plan_items_step },
	{ "programme", CONTEXT_PLAN_ITEMS, N_("Make the approved item a programme, or open it"), N_("Programme"), plan_items_programme },
	{ "budget",    CONTEXT_PLAN_ITEMS, N_("Plan and budget of the year"), N_("Budget"), plan_items_budget },
	{ "calendar",  CONTEXT_PLAN_ITEMS, N_("Calendar of the year"), "", plan_items_calendar },
	{ "ceilings",  CONTEXT_PLAN_ITEMS, N_("Ceilings of the sources of funds"), "", plan_items_ceilings },
	{ "ready",     CONTEXT_READY, N_("Add the ready rows that are missing"), N_("Ready ones"), list_ready_rows },
	{ "ready",     CONTEXT_QUESTIONNAIRES, N_("Add a ready questionnaire"), N_("Ready one"), list_ready },

	{ "matrix",    CONTEXT_COMPETENCIES, N_("Standards: the levels that positions require"), N_("Standards"), competencies_matrix },
	{ "ready",     CONTEXT_COMPETENCIES, N_("Add the ready rows that are missing"), N_("Ready ones"), list_ready_rows },
	{ "levels",    CONTEXT_COMPETENCIES, N_("Levels of this competency"), N_("Levels"),  competencies_levels },
	{ "positions", CONTEXT_COMPETENCIES, N_("Positions"),                 "",            competencies_positions },
	{ "types",     CONTEXT_COMPETENCIES, N_("Types of positions"),        "",            competencies_types },

	{ "open",      CONTEXT_LIST, N_("Open the record"),                   N_("Show"),    list_enter },
	{ "new",       CONTEXT_LIST, N_("Add a record"),                      N_("New"),     list_new },
	{ "edit",      CONTEXT_LIST, N_("Change the record in its form"),     N_("Edit"),    list_edit },
	{ "duplicate", CONTEXT_LIST, N_("Add a record like this one"),        "",            list_duplicate },
	{ "find",      CONTEXT_LIST, N_("Show only what holds these words"),  N_("Find"),    list_find },
	{ "query",     CONTEXT_LIST, N_("Find by example: conditions in the form"), "",      list_query },
	{ "frequencies", CONTEXT_LIST, N_("Count the values of a column"),    "",            list_frequencies },
	{ "print",     CONTEXT_LIST, N_("Show the list as a report"),         "",            list_print },
	{ "sort",      CONTEXT_LIST, N_("Choose the order"),                  N_("Sort"),    list_sort },
	{ "import",    CONTEXT_LIST, N_("Take in a CSV file"),                N_("Import"),  list_import },
	{ "export",    CONTEXT_LIST, N_("Write all records to a file"),       N_("Export"),  list_export },
	{ "delete",    CONTEXT_LIST, N_("Delete the record, or those marked"), N_("Delete"), list_delete },

	{ "attendance", CONTEXT_SESSIONS, N_("Take the attendance of this session"), N_("Attendance"), sessions_attendance },
	{ "series",    CONTEXT_SESSIONS, N_("Make a series of sessions"),     "",            sessions_series },
	{ "move",      CONTEXT_SESSIONS, N_("Move this session and all after it"), "",            sessions_shift },
	{ "clashes",   CONTEXT_SESSIONS, N_("Show clashes of trainer, room and participants"), "",            sessions_clashes },
	{ "ledger",    CONTEXT_PERSONS, N_("Lesson hours (JP) of this person"), "JP",            persons_ledger },

	{ "fill",      CONTEXT_STANDARDS, N_("Fill what is missing here from the type"), N_("Fill"), standards_fill },
	{ "fill-all",  CONTEXT_STANDARDS, N_("Fill what is missing in all positions"), N_("Fill all"), standards_fill_all },
	{ "type",      CONTEXT_STANDARDS, N_("Choose the type of this position"), N_("Type"), standards_type },
	{ "level",     CONTEXT_STANDARDS, N_("Set the level: 1 to 5, or 0 to take it away"), "", standards_level },
	{ "clear",     CONTEXT_STANDARDS, N_("Take this standard away"),      N_("Clear"),   standards_clear },
	{ "report",    CONTEXT_STANDARDS, N_("Show the standards as a report"), N_("Report"), standards_report },

	{ "take",      CONTEXT_CHOOSE, N_("Take this record"),                N_("Take"),    choose_take },
	{ "new",       CONTEXT_CHOOSE, N_("Add a record and take it"),        N_("New"),     choose_new },
	{ "find",      CONTEXT_CHOOSE, N_("Show only what holds these words"), N_("Find"),   list_find },
	{ "query",     CONTEXT_CHOOSE, N_("Find by example: conditions in the form"), "",    list_query },
	{ "sort",      CONTEXT_CHOOSE, N_("Choose the order"),                N_("Sort"),    list_sort },

	{ "run",       CONTEXT_QUERY, N_("Find what is like this"),           N_("Find"),    query_run },
	{ "choose",    CONTEXT_QUERY, N_("Choose from a list"),               N_("List"),    form_choose },
	{ "undo",      CONTEXT_QUERY, N_("Take back what was typed"),         N_("Undo"),    form_undo },
	{ "redo",      CONTEXT_QUERY, N_("Type it again"),                    "",            form_redo },
	{ "clear",     CONTEXT_QUERY, N_("Ask for everything"),               N_("Empty"),   query_clear },
	{ "page",      CONTEXT_QUERY, N_("Go to the next page of the form"),  "",            form_next_page },

	{ "save",      CONTEXT_FORM, N_("Save and go back"),                  N_("Save"),    form_save },
	{ "choose",    CONTEXT_FORM, N_("Choose from a list"),                N_("List"),    form_choose },
	{ "cancel",    CONTEXT_FORM, N_("Go back; what is typed is kept"),    N_("Back"),    form_cancel },
	{ "page",      CONTEXT_FORM, N_("Go to the next page of the form"),   N_("Next page"), form_next_page },
	{ "repeat",    CONTEXT_FORM, N_("Take what was typed here last"),     N_("Repeat"),  form_repeat },
	{ "next",      CONTEXT_FORM, N_("Save and go to the next record"),    N_("Next record"),    form_next },
	{ "previous",  CONTEXT_FORM, N_("Save and go to the record before"),  "",            form_previous },
	{ "undo",      CONTEXT_FORM, N_("Take back what was typed"),          N_("Undo"),    form_undo },
	{ "redo",      CONTEXT_FORM, N_("Type it again"),                     "",            form_redo },
	{ "duplicate", CONTEXT_FORM, N_("Save and add another one like it"),  "",            form_duplicate },
	{ "editor",    CONTEXT_FORM, N_("Write this text in an editor"),      "",            form_editor },
	{ "discard",   CONTEXT_FORM, N_("Forget what is typed here"),         N_("Forget"),  form_discard },

	{ "edit",      CONTEXT_PROGRAMME, N_("Change the programme"),         N_("Edit"),    programme_edit },
	{ "print",     CONTEXT_PROGRAMME, N_("Choose a report on the programme"), "",        programme_report },
	{ "step",      CONTEXT_PROGRAMME, N_("Go to the next status"),        N_("Next step"), programme_step },
	{ "duplicate", CONTEXT_PROGRAMME, N_("Make the next run of this programme"), N_("Next run"), programme_next_run },
	{ "objectives", CONTEXT_PROGRAMME, N_("Objectives"),                  "",            programme_objectives },
	{ "partners",  CONTEXT_PROGRAMME, N_("Partners"),                     "",            programme_partners },
	{ "plan",      CONTEXT_PROGRAMME, N_("Planned sessions"),             "",            programme_plan },
	{ "take-plan", CONTEXT_PROGRAMME, N_("Make the sessions from the plan"), "",         programme_plan_take },
	{ "store-plan", CONTEXT_PROGRAMME, N_("Make these sessions the plan"), "",           programme_plan_store },
	{ "changes",   CONTEXT_PROGRAMME, N_("What changed since the run before"), "",       programme_changes },
	{ "sessions",  CONTEXT_PROGRAMME, N_("Sessions"),                     "",            programme_sessions },
	{ "participants", CONTEXT_PROGRAMME, N_("Participants"),              "",            programme_participants },
	{ "suggest",   CONTEXT_PROGRAMME, N_("Suggest whom to invite"),       N_("Invite"), programme_suggest },
	{ "groups",    CONTEXT_PROGRAMME, N_("Divide into groups"),           "",            programme_divide },
	{ "projects",  CONTEXT_PROGRAMME, N_("Groups and projects"),          "",            programme_projects },
	{ "questionnaires", CONTEXT_PROGRAMME, N_("Questionnaires"),          "",            programme_questionnaires },
	{ "attendance", CONTEXT_PROGRAMME, N_("Attendance"),                  "",            programme_attendance },
	{ "scores",    CONTEXT_PROGRAMME, N_("Test scores"),                  "",            programme_scores },
	{ "feedback",  CONTEXT_PROGRAMME, N_("Key in feedback sheets"),       "",            programme_feedback },
	{ "completion", CONTEXT_PROGRAMME, N_("Completion"),                  "",            programme_completion },
	{ "answer",    CONTEXT_PROGRAMME, N_("Let participants fill in sheets here"), "",    programme_answer },
	{ "evaluation", CONTEXT_PROGRAMME, N_("Evaluation"),                  "",            programme_evaluation },
	{ "improvements", CONTEXT_PROGRAMME, N_("Improvement actions"),       "",            programme_improvements },
	{ "findings",  CONTEXT_PROGRAMME, N_("Findings"),                     "",            programme_findings },

	{ "follow-up", CONTEXT_PROGRAMME, N_("Follow-up"),                    "",            programme_follow_up },

	{ "open",      CONTEXT_FOLLOW_UP, N_("Change what is under the cursor"), N_("Edit"), follow_up_open },
	{ "new",       CONTEXT_FOLLOW_UP, N_("Add one to this part"),         N_("New"),     follow_up_new },
	{ "feedback",  CONTEXT_FOLLOW_UP, N_("Key in the sheets that came back"), N_("Sheets"), follow_up_feedback },
	{ "measure",   CONTEXT_FOLLOW_UP, N_("Add a measurement of the indicator"), N_("Measure"), follow_up_measure },
	{ "view",      CONTEXT_FOLLOW_UP, N_("Show the answers, measurements or elements behind it"), N_("Show"), follow_up_view },
	{ "sent",      CONTEXT_FOLLOW_UP, N_("The questionnaire was sent today"), N_("Sent"), follow_up_sent },
	{ "done",      CONTEXT_FOLLOW_UP, N_("The follow-up was done today"), N_("Done"),    follow_up_done },
	{ "move",      CONTEXT_FOLLOW_UP, N_("Move the follow-up to another day"), "",       follow_up_move },
	{ "waive",     CONTEXT_FOLLOW_UP, N_("Waive the follow-up, with a reason"), "",      follow_up_waive },
	{ "propose",   CONTEXT_FOLLOW_UP, N_("Propose the follow-ups that are missing"), "", follow_up_propose },
	{ "take",      CONTEXT_FOLLOW_UP, N_("Take over the indicators of the projects"), "", follow_up_take },
	{ "people",    CONTEXT_FOLLOW_UP, N_("List whom to ask"),             "",            follow_up_people },
	{ "list",      CONTEXT_FOLLOW_UP, N_("Show this part as a list"),     "",            follow_up_list_part },
	{ "report",    CONTEXT_FOLLOW_UP, N_("Show the follow-up as a report"), N_("Report"), follow_up_report },
	{ "delete",    CONTEXT_FOLLOW_UP, N_("Delete what is under the cursor"), "",         follow_up_delete },

	{ "open",      CONTEXT_PARTICIPANTS, N_("Change the enrolment"),      "",            participants_open_one },
	{ "new",       CONTEXT_PARTICIPANTS, N_("Enrol people by name"),      N_("Enrol"),   participants_new },
	{ "suggest",   CONTEXT_PARTICIPANTS, N_("Suggest whom to invite"),    N_("Invite"), participants_suggest },
	{ "import",    CONTEXT_PARTICIPANTS, N_("Enrol people from a CSV file"), N_("Import"), participants_import },
	{ "status",    CONTEXT_PARTICIPANTS, N_("Set the status of the marked, or of this one"), N_("Status"), participants_status },
	{ "delete",    CONTEXT_PARTICIPANTS, N_("Take out the marked, or this one"), N_("Take out"), participants_delete },

	{ "accept",    CONTEXT_COMPLETION, N_("Accept the proposals for all, or for the marked"), N_("Accept"), completion_accept_all },
	{ "complete",  CONTEXT_COMPLETION, N_("Completed, decided by hand"),  N_("Completed"), completion_complete },
	{ "fail",      CONTEXT_COMPLETION, N_("Failed, decided by hand"),     N_("Failed"),  completion_fail },
	{ "reasons",   CONTEXT_COMPLETION, N_("Show the reasons in full"),    N_("Why"),     completion_reasons },
	{ "edit",      CONTEXT_COMPLETION, N_("Change the enrolment"),        "",            completion_edit },

	{ "save",      CONTEXT_DIVISION, N_("Save the groups"),               N_("Save"),    division_write },
	{ "reshuffle", CONTEXT_DIVISION, N_("Divide again with another seed"), N_("Reshuffle"), division_shuffle },
	{ "leave",     CONTEXT_DIVISION, N_("Go back, the groups stay as they were"), N_("Back"), division_leave },
	{ "swap",      CONTEXT_DIVISION, N_("Swap the two marked people"),    N_("Swap"),    division_swap },
	{ "lock",      CONTEXT_DIVISION, N_("Keep this person in the group"), N_("Lock"),    division_lock },
	{ "together",  CONTEXT_DIVISION, N_("Keep the two marked together"),  N_("Together"), division_together },
	{ "apart",     CONTEXT_DIVISION, N_("Keep the two marked apart"),     N_("Apart"),   division_apart },
	{ "rules",     CONTEXT_DIVISION, N_("Show the rules; take one away"), N_("Rules"),   division_rules_shown },
	{ "unit",      CONTEXT_DIVISION, N_("At least so many of a unit together"), N_("Unit"), division_unit },

	{ "open",      CONTEXT_GROUPS, N_("Open the project, or begin one"),  N_("Project"), groups_open_project },
	{ "edit",      CONTEXT_GROUPS, N_("Change the group, its leader and mentor"), N_("Group"), groups_edit },
	{ "members",   CONTEXT_GROUPS, N_("List the members"),                N_("Members"), groups_members },
	{ "draw",      CONTEXT_GROUPS, N_("Draw the order of presentation"),  N_("Order"),   groups_draw },
	{ "earlier",   CONTEXT_GROUPS, N_("Present one turn earlier"),        "",            groups_earlier },
	{ "later",     CONTEXT_GROUPS, N_("Present one turn later"),          "",            groups_later },

	{ "edit",      CONTEXT_PROJECT, N_("Change the project"),             "",            project_edit },
	{ "new",       CONTEXT_PROJECT, N_("Add a milestone"),                N_("Milestone"), project_milestone },
	{ "done",      CONTEXT_PROJECT, N_("The milestone was done today"),   N_("Done"),    project_done },
	{ "verdict",   CONTEXT_PROJECT, N_("Compare the milestone with the plan, with evidence"), N_("Verdict"), project_verdict },
	{ "outcome",   CONTEXT_PROJECT, N_("Record what became of the milestone"), "",       project_outcome },
	{ "assess",    CONTEXT_PROJECT, N_("Assess with the rubric"),         N_("Assess"),  project_assess },
	{ "assessments", CONTEXT_PROJECT, N_("List the assessments, to change or delete one"), "", project_assessments },
	{ "peers",     CONTEXT_PROJECT, N_("Key in the peer sheets of the group"), N_("Peer sheets"), project_peers },
	{ "scores",    CONTEXT_PROJECT, N_("Show the scores of group and members"), "", project_scores_shown },
	{ "stakeholders", CONTEXT_PROJECT, N_("List the stakeholders"),       "", project_stakeholder },

	{ "improve",   CONTEXT_EVALUATION, N_("Make an improvement action of the question"), N_("Action"), evaluation_improve },
	{ "carry",     CONTEXT_EVALUATION, N_("Carry open actions over to the next run"), N_("Carry"), evaluation_carry },
	{ "page",      CONTEXT_EVALUATION, N_("Next page; 1 to 6 go to one"),  N_("Page"),    evaluation_next_page },
	{ "page-back", CONTEXT_EVALUATION, N_("The page before"),             "",            evaluation_page_before },
	{ "detail",    CONTEXT_EVALUATION, N_("Show all there is about this line"), N_("Detail"), evaluation_detail },
	{ "report",    CONTEXT_EVALUATION, N_("Show the evaluation as a report"), N_("Report"), evaluation_report },
	{ "findings",  CONTEXT_EVALUATION, N_("Findings of the run"),         N_("Findings"), evaluation_findings },
	{ "comments",  CONTEXT_EVALUATION, N_("Read the comments and tag them"), "",         evaluation_comments_read },

	{ "edit",      CONTEXT_FINDINGS, N_("Change the finding"),            N_("Edit"),    findings_edit },
	{ "new",       CONTEXT_FINDINGS, N_("Write down what you saw"),       N_("New"),     findings_new },
	{ "act",       CONTEXT_FINDINGS, N_("Make an action of the finding"), N_("Action"),  findings_act },
	{ "comments",  CONTEXT_FINDINGS, N_("Read the comments and tag them"), N_("Comments"), findings_comments },
	{ "subjects",  CONTEXT_FINDINGS, N_("Count the subjects that were named"), N_("Subjects"), findings_subjects },
	{ "gaps",      CONTEXT_FINDINGS, N_("Look for gaps that stayed"),     N_("Gaps"),    findings_gaps },
	{ "session",   CONTEXT_FINDINGS, N_("Name the session that it is about"), "",        findings_session },
	{ "helped",    CONTEXT_FINDINGS, N_("Did the actions help? Show the report"), N_("Helped?"), findings_helped },
	{ "delete",    CONTEXT_FINDINGS, N_("Delete the finding, or those marked"), "",      findings_delete },

	{ "theme",     CONTEXT_COMMENTS, N_("Give the tags a theme"),         N_("Theme"),   comments_theme },
	{ "find-out",  CONTEXT_COMMENTS, N_("Make a finding of the tagged comments"), N_("Finding"), comments_find_out },
	{ "themes",    CONTEXT_COMMENTS, N_("Count the tags by theme"),       N_("Count"),   comments_themes },

	{ "find-out",  CONTEXT_SUBJECTS, N_("Make a finding of what is said most"), N_("Finding"), subjects_find_out },

	{ "cause",     CONTEXT_REVISIONS, N_("Name the finding behind the line"), N_("Cause"), revisions_cause },
	{ "left",      CONTEXT_REVISIONS, N_("Choose the revision at the left"), N_("Left"), revisions_left },
	{ "right",     CONTEXT_REVISIONS, N_("Choose the revision at the right"), N_("Right"), revisions_right },
	{ "all",       CONTEXT_REVISIONS, N_("Show only what changed, or all again"), N_("Changes only"), revisions_all },
	{ "report",    CONTEXT_REVISIONS, N_("Show the changes as a report"), "",            revisions_report },

	{ "whole",     CONTEXT_TRAIL, N_("Show all of this link, or a few again"), N_("All"), trail_whole },
	{ "way-back",  CONTEXT_TRAIL, N_("Go back on the way"),               N_("Back"),    trail_back },

	{ "save",      CONTEXT_GRID, N_("Save the sheet as it is"),           N_("Save"),    grid_save },
	{ "leave",     CONTEXT_GRID, N_("Go back; what is keyed in is kept"), N_("Back"),    grid_leave },
	{ "blank",     CONTEXT_GRID, N_("Leave the answer blank"),            N_("Blank"),   grid_blank },
	{ "back-one",  CONTEXT_GRID, N_("Go back one question"),              "",            grid_back },
	{ "previous",  CONTEXT_GRID, N_("Go to the sheet before"),            N_("Sheet before"), grid_previous },
	{ "next",      CONTEXT_GRID, N_("Go to the next sheet"),              "",            grid_next },
	{ "verify",    CONTEXT_GRID, N_("Key in the saved sheet a second time"), N_("Verify"), grid_verify },
	{ "discard",   CONTEXT_GRID, N_("Forget what is keyed in here"),      "",            grid_discard },
	{ "about",     CONTEXT_GRID, N_("Choose whom or what the sheets are about"), "",     grid_about },
	{ "sheets",    CONTEXT_GRID, N_("List the sheets of the programme"),  "",            grid_sheets },
	{ "undo",      CONTEXT_GRID, N_("Take back the last answer"),         N_("Undo"),    grid_undo },

	{ "fill",      CONTEXT_ATTENDANCE, N_("Mark the rest of this session present"), N_("Rest present"), attendance_fill },
	{ "clear",     CONTEXT_ATTENDANCE, N_("Take the mark away"),          N_("Clear"),   attendance_clear },
	{ "part",      CONTEXT_ATTENDANCE, N_("Say how many JP the person attended"), N_("JP"), attendance_part },
	{ "digits",    CONTEXT_ATTENDANCE, N_("Call the roll by digits 1 to 5, or end that"), N_("Digits"), attendance_digits },

	{ "verify",    CONTEXT_SCORES, N_("Key in the column a second time"), N_("Verify"),  scores_verify },
	{ "turbo",     CONTEXT_SCORES, N_("Two digits go on by themselves, or no longer"), N_("Turbo"), scores_turbo },
	{ "most",      CONTEXT_SCORES, N_("The highest score"),               "",            scores_most },
	{ "clear",     CONTEXT_SCORES, N_("Take the score away"),             N_("Clear"),   scores_clear },

	{ "back-one",  CONTEXT_ROLL, N_("Go back one person"),                "",            roll_back },
	{ "order",     CONTEXT_ROLL, N_("Order by name, NIP or enrolment"),   N_("Order"),   roll_reorder },
	{ "undo",      CONTEXT_ROLL, N_("Take back the last change"),         N_("Undo"),    roll_undo },
	{ "leave",     CONTEXT_ATTENDANCE, N_("Go back; every mark is saved"), N_("Back"),   attendance_leave },
	{ "leave",     CONTEXT_SCORES, N_("Go back; every score is saved"),   N_("Back"),    scores_leave },

	{ "save",      CONTEXT_MARKS, N_("Save the sheet as it is"),          N_("Save"),    marks_save },
	{ "leave",     CONTEXT_MARKS, N_("Go back; what is keyed in is kept"), N_("Back"),   marks_leave },
	{ "blank",     CONTEXT_MARKS, N_("Leave it blank"),                   N_("Blank"),   marks_blank },
	{ "back-one",  CONTEXT_MARKS, N_("Go back one level"),                "",            marks_back },
	{ "remark",    CONTEXT_MARKS, N_("Write a remark on the criterion"),  "",  marks_remark },
	{ "discard",   CONTEXT_MARKS, N_("Forget what is keyed in here"),     N_("Forget"),  marks_forget },
	{ "undo",      CONTEXT_MARKS, N_("Take back the last level"),         N_("Undo"),    marks_undo },

	{ "sheets",    CONTEXT_SURVEY, N_("Key in the sheets of the survey"), N_("Key in"),  survey_sheets },
	{ "unit-sheets", CONTEXT_SURVEY, N_("Key in the sheets of the unit with the cursor"), "",            survey_unit_sheets },
	{ "answer",    CONTEXT_SURVEY, N_("Let people answer the survey here"), "",          survey_respondents },
	{ "competencies", CONTEXT_SURVEY, N_("Choose the competencies asked about"), N_("Competencies"), survey_competencies },
	{ "units",     CONTEXT_SURVEY, N_("Choose the units whose people are asked"), N_("Units"), survey_units },
	{ "edit",      CONTEXT_SURVEY, N_("Change title, days and raters"),   N_("Edit"),    survey_edit },
	{ "close",     CONTEXT_SURVEY, N_("Close the survey, or open it again"), N_("Close/open"), survey_close },
	{ "import",    CONTEXT_SURVEY, N_("Take in answers from a file"),     N_("Import"),  survey_import },
	{ "headings",  CONTEXT_SURVEY, N_("What headings of such files stand for"), "",      survey_headings },

	{ "save",      CONTEXT_SURVEY_ENTRY, N_("Save the sheet as it is"),   N_("Save"),    survey_entry_save },
	{ "leave",     CONTEXT_SURVEY_ENTRY, N_("Go back; what is keyed in is kept"), N_("Back"), survey_entry_leave },
	{ "blank",     CONTEXT_SURVEY_ENTRY, N_("Leave it blank"),            N_("Blank"),   survey_entry_blank },
	{ "back-one",  CONTEXT_SURVEY_ENTRY, N_("Go back one answer"),        "",            survey_entry_back },
	{ "self",      CONTEXT_SURVEY_ENTRY, N_("Key in what the person says"), N_("Self"),  survey_entry_self },
	{ "superior",  CONTEXT_SURVEY_ENTRY, N_("Key in what the superior says"), N_("Superior"), survey_entry_superior },
	{ "choose",    CONTEXT_SURVEY_ENTRY, N_("Choose form or way from a list"), "",       survey_entry_choose },
	{ "undo",      CONTEXT_SURVEY_ENTRY, N_("Take back the last answer"), N_("Undo"),    survey_entry_undo },
	{ "discard",   CONTEXT_SURVEY_ENTRY, N_("Forget what is keyed in here"), N_("Forget"), survey_entry_forget },

	{ "open",      CONTEXT_RUBRICS, N_("Open the criteria"),              N_("Criteria"), rubrics_open },
	{ "new",       CONTEXT_RUBRICS, N_("Make a new rubric"),              N_("New"),     rubrics_new },
	{ "ready",     CONTEXT_RUBRICS, N_("Add the ready rubric for group projects"), N_("Ready rubric"), rubrics_ready },
	{ "edit",      CONTEXT_RUBRICS, N_("Change code and title"),          N_("Edit"),    rubrics_edit },
	{ "duplicate", CONTEXT_RUBRICS, N_("Copy the rubric with its criteria"), "", rubrics_duplicate },
	{ "delete",    CONTEXT_RUBRICS, N_("Delete the rubric"),              "",            rubrics_delete },
	{ "open",      CONTEXT_PERSON, N_("Open the programme"),              N_("Programme"), person_open_run },
	{ "edit",      CONTEXT_PERSON, N_("Change the person"),               N_("Edit"),    person_edit },
	{ "suggest",   CONTEXT_PERSON, N_("Show the open programmes that fit the person"), "", person_suggest },
	{ "print",     CONTEXT_PERSON, N_("Show the list as a report"),       "",            rows_print },

	{ "list",      CONTEXT_FIND, N_("Show them in the whole list"),       N_("List"),    find_list },

	{ "undo-this", CONTEXT_HISTORY, N_("Undo this entry"),                N_("Undo this"), history_undo_this },

	{ "open",      CONTEXT_JP, N_("Show the people of the unit"),        N_("People"),  jp_open },
	{ "year-before", CONTEXT_JP, N_("The year before"),                 "",            jp_year_before },
	{ "year-after", CONTEXT_JP, N_("The year after"),                   N_("Year"),    jp_year_after },
	{ "certificates", CONTEXT_JP, N_("List the certificates"),          N_("Certificates"), jp_certificates },
	{ "conversions", CONTEXT_JP, N_("List how learning is converted into JP"), N_("Conversions"), jp_conversions },
	{ "print",     CONTEXT_JP, N_("Show the recap by unit as a report"), N_("Report"),  jp_report },

	{ "open",      CONTEXT_JP_PEOPLE, N_("Lesson hours (JP) of this person"), "JP",    jp_ledger },
	{ "new",       CONTEXT_JP_PEOPLE, N_("Add a certificate of this person"), N_("New"), jp_new },
	{ "suggest",   CONTEXT_JP_PEOPLE, N_("Show the open programmes that fit the person"), N_("Suggest"), jp_suggest },
	{ "year-before", CONTEXT_JP_PEOPLE, N_("The year before"),          "",            jp_year_before },
	{ "year-after", CONTEXT_JP_PEOPLE, N_("The year after"),            N_("Year"),    jp_year_after },
	{ "certificates", CONTEXT_JP_PEOPLE, N_("List the certificates of this person"), N_("Certificates"), jp_certificates },
	{ "conversions", CONTEXT_JP_PEOPLE, N_("List how learning is converted into JP"), "", jp_conversions },

	{ "needs",     CONTEXT_SURVEY, N_("Rank the needs that the survey shows"), N_("Needs"), surveys_needs },
	{ "needs",     CONTEXT_SURVEYS, N_("Rank the needs that the survey shows"), N_("Needs"), surveys_needs },

	{ "open",      CONTEXT_RANKING, N_("Show the persons behind the need"), N_("Persons"), ranking_people },
	{ "decide",    CONTEXT_RANKING, N_("Decide what is done about the need"), N_("Decide"), ranking_decide },
	{ "heat-map",  CONTEXT_RANKING, N_("Show the gaps of units × competencies"), N_("Heat map"), ranking_heat },
	{ "order",     CONTEXT_RANKING, N_("Rank by priority, DIF, USG or share not yet competent"), N_("Order"), ranking_order },
	{ "report",    CONTEXT_RANKING, N_("Show the needs as a report"),     N_("Report"),  ranking_report },

	{ "plan",      CONTEXT_RANKING, N_("Put the need into the yearly plan, or open its item"), N_("Plan"), ranking_plan },

	{ "open",      CONTEXT_PLAN, N_("Change the item in its form"),       N_("Show"),    plan_open },
	{ "new",       CONTEXT_PLAN, N_("Propose something for this quarter"), N_("New"),    plan_new },
	{ "step",      CONTEXT_PLAN, N_("Take the item, or those marked, a step on or back"), N_("Next step"), plan_step_on },
	{ "programme", CONTEXT_PLAN, N_("Make the approved item a programme, or open it"), N_("Programme"), plan_items_programme },
	{ "budget",    CONTEXT_PLAN, N_("Budget of the year by source and quarter"), N_("Budget"), plan_budget },
	{ "year-before", CONTEXT_PLAN, N_("The year before"),               "",            plan_year_before },
	{ "year-after", CONTEXT_PLAN, N_("The year after"),                 N_("Year"),    plan_year_after },
	{ "ceilings",  CONTEXT_PLAN, N_("Ceilings of the sources of funds"), "",            plan_items_ceilings },
	{ "funds",     CONTEXT_PLAN, N_("Sources of funds"),                  "",            plan_funds },
	{ "report",    CONTEXT_PLAN, N_("Show the plan of the year as a report"), N_("Report"), plan_report },
	{ "calendar",  CONTEXT_PLAN, N_("Calendar of the year"),              "",            plan_calendar },
	{ "list",      CONTEXT_PLAN, N_("List the items of all years, to sort and count"), "", plan_all },
	{ "duplicate", CONTEXT_PLAN, N_("Propose another one like it"),       "",            plan_duplicate },
	{ "import",    CONTEXT_PLAN, N_("Take in a CSV file"),                "",            plan_import },
	{ "export",    CONTEXT_PLAN, N_("Write all records to a file"),       "",            plan_export },
	{ "delete",    CONTEXT_PLAN, N_("Delete the item, or those marked"),  "",            plan_delete },

	{ "open",      CONTEXT_BUDGET, N_("Set the ceiling of this line"),    N_("Ceiling"), budget_ceiling },
	{ "year-before", CONTEXT_BUDGET, N_("The year before"),             "",            budget_year_before },
	{ "year-after", CONTEXT_BUDGET, N_("The year after"),               N_("Year"),    budget_year_after },
	{ "ceilings",  CONTEXT_BUDGET, N_("Ceilings of the sources of funds"), "",          plan_items_ceilings },
	{ "funds",     CONTEXT_BUDGET, N_("Sources of funds"),                "",            plan_funds },
	{ "report",    CONTEXT_BUDGET, N_("Show the plan of the year as a report"), N_("Report"), budget_report },
	{ "open",      CONTEXT_CALENDAR, N_("Open the programme, or the item of the plan"), N_("Show"), calendar_open },
	{ "clashes",   CONTEXT_CALENDAR, N_("Show the clashes of this programme"), N_("Clashes"), calendar_clashes },
	{ "all-clashes", CONTEXT_CALENDAR, N_("Show all clashes of the year"), N_("All clashes"), calendar_all_clashes },
	{ "year-before", CONTEXT_CALENDAR, N_("The year before"),           "",            calendar_year_before },
	{ "year-after", CONTEXT_CALENDAR, N_("The year after"),             N_("Year"),    calendar_year_after },
	{ "report",    CONTEXT_CALENDAR, N_("Show the calendar as a report"), N_("Report"), calendar_report },

	{ "open",      CONTEXT_CLASHES, N_("Change the first session"),       N_("First session"), clashes_open },
	{ "other",     CONTEXT_CLASHES, N_("Change the other session"),       N_("Other session"), clashes_other },

	{ "open",      CONTEXT_HEAT, N_("Show the persons behind the number"), N_("Persons"), heat_people },
	{ "report",    CONTEXT_HEAT, N_("Show the needs as a report"),        N_("Report"),  heat_report },

	{ "open",      CONTEXT_NEED_PEOPLE, N_("Open the person's page"),     N_("Person"),  need_people_open },

	{ "gaps",      CONTEXT_SUGGESTIONS, N_("Show the gaps that are added up"), N_("Gaps"), suggestions_aims },
	{ "enrol",     CONTEXT_SUGGESTIONS, N_("Enrol the marked, or this one"), N_("Enrol"), suggestions_enrol },
	{ "ledger",    CONTEXT_SUGGESTIONS, N_("Lesson hours (JP) of this person"), "JP",  suggestions_ledger },
	{ "report",    CONTEXT_SUGGESTIONS, N_("Show the suggestions as a report"), N_("Report"), suggestions_report },

	{ "open",      CONTEXT_FITTING, N_("Open the programme's page"),      N_("Programme"), fitting_open },
	{ "enrol",     CONTEXT_FITTING, N_("Enrol the person"),               N_("Enrol"),   fitting_enrol },
	{ "gaps",      CONTEXT_FITTING, N_("Show the gaps that are added up"), N_("Gaps"),   fitting_aims },
	{ "ledger",    CONTEXT_FITTING, N_("Lesson hours (JP) of this person"), "JP",        fitting_ledger },

	{ "open",      CONTEXT_AIMS, N_("Show everybody's gap in this competency"), N_("Persons"), aims_people },
	{ "ledger",    CONTEXT_AIMS, N_("Lesson hours (JP) of this person"),  "JP",          aims_ledger },

	{ "find",      CONTEXT_ROWS, N_("Show only what holds these words"),  N_("Find"),    rows_find },
	{ "print",     CONTEXT_ROWS, N_("Show the list as a report"),         "",            rows_print },

	{ "take",      CONTEXT_PREVIEW, N_("Save it"),                        N_("Save"),    preview_take },
	{ "back",      CONTEXT_PREVIEW, N_("Go back, nothing is written"),    N_("Back"),    go_back },
	{ "export",    CONTEXT_PREVIEW, N_("Write this list to a file"),      N_("File"),    report_write },
	{ "new",       CONTEXT_LEDGER, N_("Add a certificate of this person"), N_("Certificate"), ledger_new },
	{ "export",    CONTEXT_PAGER, N_("Write the report to a file"),       N_("File"),    report_write },

	{ "back",      CONTEXT_GLOBAL, N_("Go back"),                         N_("Back"),    go_back },
	{ "help",      CONTEXT_GLOBAL, N_("Show what can be done here"),      N_("Help"),    help },
	{ "find",      CONTEXT_GLOBAL, N_("Find a person, programme or project by part of its name"), "",          home_find },
	{ "trail",     CONTEXT_GLOBAL, N_("Why is it there, and what follows from it?"), "", trail_show },
	{ "undo",      CONTEXT_GLOBAL, N_("Take back the last change"),       N_("Undo"),    undo },
	{ "redo",      CONTEXT_GLOBAL, N_("Do again what was taken back"),    "",            redo },
	{ "language",  CONTEXT_GLOBAL, N_("Change between English and Indonesian"), "",      language },
	{ "redraw",    CONTEXT_ALWAYS, N_("Draw the screen again"),           "",            redraw },
	{ "interrupt", CONTEXT_ALWAYS, N_("Say how to go back and leave"),    "",            interrupt },
	{ "quit",      CONTEXT_ALWAYS, N_("Leave the program"),               N_("Quit"),    quit },
	{ NULL, CONTEXT_GLOBAL, NULL, NULL, NULL },
};
/* clang-format on */
