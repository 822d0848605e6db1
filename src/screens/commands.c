#include "app.h"
#include "base/i18n.h"
#include "grid_commands.h"
#include "list_commands.h"
#include "places.h"
#include "row_view.h"

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
	{ "history",   CONTEXT_HOME, N_("History"),                           "",            place_history },

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
	{ "ready",     CONTEXT_LIST, N_("Add a ready questionnaire"),         "",            list_ready },
	{ "delete",    CONTEXT_LIST, N_("Delete the record, or those marked"), N_("Delete"), list_delete },

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

	{ "save",      CONTEXT_FORM, N_("Save and go back"),                  N_("Save"),    form_save },
	{ "choose",    CONTEXT_FORM, N_("Choose from a list"),                N_("List"),    form_choose },
	{ "cancel",    CONTEXT_FORM, N_("Go back; what is typed is kept"),    N_("Back"),    form_cancel },
	{ "repeat",    CONTEXT_FORM, N_("Take what was typed here last"),     N_("Repeat"),  form_repeat },
	{ "next",      CONTEXT_FORM, N_("Save and go to the next record"),    N_("Next"),    form_next },
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
	{ "groups",    CONTEXT_PROGRAMME, N_("Divide into groups"),           "",            programme_divide },
	{ "projects",  CONTEXT_PROGRAMME, N_("Groups and projects"),          "",            programme_projects },
	{ "questionnaires", CONTEXT_PROGRAMME, N_("Questionnaires"),          "",            programme_questionnaires },
	{ "attendance", CONTEXT_PROGRAMME, N_("Attendance"),                  "",            programme_attendance },
	{ "scores",    CONTEXT_PROGRAMME, N_("Test scores"),                  "",            programme_scores },
	{ "feedback",  CONTEXT_PROGRAMME, N_("Key in feedback sheets"),       "",            programme_feedback },
	{ "answer",    CONTEXT_PROGRAMME, N_("Let participants fill in sheets here"), "",    programme_answer },
	{ "evaluation", CONTEXT_PROGRAMME, N_("Evaluation"),                  "",            programme_evaluation },
	{ "improvements", CONTEXT_PROGRAMME, N_("Improvement actions"),       "",            programme_improvements },

	{ "open",      CONTEXT_PARTICIPANTS, N_("Change the enrolment"),      "",            participants_open_one },
	{ "find",      CONTEXT_PARTICIPANTS, N_("Show only what holds these words"), N_("Find"), rows_find },
	{ "print",     CONTEXT_PARTICIPANTS, N_("Show the list as a report"), "",            rows_print },
	{ "new",       CONTEXT_PARTICIPANTS, N_("Enrol people by name"),      N_("Enrol"),   participants_new },
	{ "import",    CONTEXT_PARTICIPANTS, N_("Enrol people from a CSV file"), N_("Import"), participants_import },
	{ "status",    CONTEXT_PARTICIPANTS, N_("Set the status of the marked, or of this one"), N_("Status"), participants_status },
	{ "delete",    CONTEXT_PARTICIPANTS, N_("Take out the marked, or this one"), N_("Take out"), participants_delete },

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
	{ "find",      CONTEXT_GROUPS, N_("Show only what holds these words"), N_("Find"),   rows_find },
	{ "print",     CONTEXT_GROUPS, N_("Show the list as a report"),       "",            rows_print },
	{ "edit",      CONTEXT_GROUPS, N_("Change the group, its leader and mentor"), N_("Group"), groups_edit },
	{ "members",   CONTEXT_GROUPS, N_("List the members"),                N_("Members"), groups_members },

	{ "edit",      CONTEXT_PROJECT, N_("Change the project"),             N_("Edit"),    project_edit },
	{ "new",       CONTEXT_PROJECT, N_("Add a milestone"),                N_("Milestone"), project_milestone },
	{ "done",      CONTEXT_PROJECT, N_("The milestone was done today"),   N_("Done"),    project_done },
	{ "stakeholders", CONTEXT_PROJECT, N_("List the stakeholders"),       N_("Stakeholders"), project_stakeholder },

	{ "improve",   CONTEXT_EVALUATION, N_("Make an improvement action of the question"), N_("Action"), evaluation_improve },
	{ "carry",     CONTEXT_EVALUATION, N_("Carry open actions over to the next run"), N_("Carry"), evaluation_carry },
	{ "page",      CONTEXT_EVALUATION, N_("Next page; 1 to 6 go to one"),  N_("Page"),    evaluation_next_page },
	{ "page-back", CONTEXT_EVALUATION, N_("The page before"),             "",            evaluation_page_before },
	{ "detail",    CONTEXT_EVALUATION, N_("Show all there is about this line"), N_("Detail"), evaluation_detail },
	{ "report",    CONTEXT_EVALUATION, N_("Show the evaluation as a report"), N_("Report"), evaluation_report },

	{ "find",      CONTEXT_HISTORY, N_("Show only what holds these words"), N_("Find"),  rows_find },
	{ "print",     CONTEXT_HISTORY, N_("Show the list as a report"),      "",            rows_print },
	{ "find",      CONTEXT_ROWS, N_("Show only what holds these words"),  N_("Find"),    rows_find },
	{ "print",     CONTEXT_ROWS, N_("Show the list as a report"),         "",            rows_print },
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
	{ "back-one",  CONTEXT_ATTENDANCE, N_("Go back one person"),          "",            attendance_back },
	{ "digits",    CONTEXT_ATTENDANCE, N_("Call the roll by digits 1 to 5, or end that"), N_("Digits"), attendance_digits },
	{ "order",     CONTEXT_ATTENDANCE, N_("Order by name, NIP or enrolment"), N_("Order"), attendance_order },
	{ "undo",      CONTEXT_ATTENDANCE, N_("Take back the last change"),   N_("Undo"),    attendance_undo },
	{ "leave",     CONTEXT_ATTENDANCE, N_("Go back; every mark is saved"), N_("Back"),   attendance_leave },

	{ "verify",    CONTEXT_SCORES, N_("Key in the column a second time"), N_("Verify"),  scores_verify },
	{ "turbo",     CONTEXT_SCORES, N_("Two digits go on by themselves, or no longer"), N_("Turbo"), scores_turbo },
	{ "most",      CONTEXT_SCORES, N_("The highest score"),               "",            scores_most },
	{ "clear",     CONTEXT_SCORES, N_("Take the score away"),             N_("Clear"),   scores_clear },
	{ "back-one",  CONTEXT_SCORES, N_("Go back one person"),              "",            scores_back },
	{ "order",     CONTEXT_SCORES, N_("Order by name, NIP or enrolment"), N_("Order"),   scores_order },
	{ "undo",      CONTEXT_SCORES, N_("Take back the last change"),       N_("Undo"),    scores_undo },
	{ "leave",     CONTEXT_SCORES, N_("Go back; every score is saved"),   N_("Back"),    scores_leave },

	{ "undo-this", CONTEXT_HISTORY, N_("Undo this entry"),                N_("Undo this"), history_undo_this },
	{ "take",      CONTEXT_PREVIEW, N_("Take it in"),                     N_("Take in"), preview_take },
	{ "back",      CONTEXT_PREVIEW, N_("Go back, nothing is written"),    N_("Back"),    go_back },
	{ "export",    CONTEXT_PREVIEW, N_("Write this list to a file"),      N_("File"),    report_write },
	{ "export",    CONTEXT_PAGER, N_("Write the report to a file"),       N_("File"),    report_write },

	{ "back",      CONTEXT_GLOBAL, N_("Go back"),                         N_("Back"),    go_back },
	{ "help",      CONTEXT_GLOBAL, N_("Show what can be done here"),      N_("Help"),    help },
	{ "find",      CONTEXT_GLOBAL, N_("Find a person by part of the name"), "",          home_find },
	{ "undo",      CONTEXT_GLOBAL, N_("Take back the last change"),       N_("Undo"),    undo },
	{ "redo",      CONTEXT_GLOBAL, N_("Do again what was taken back"),    "",            redo },
	{ "language",  CONTEXT_GLOBAL, N_("Change between English and Indonesian"), "",      language },
	{ "redraw",    CONTEXT_ALWAYS, N_("Draw the screen again"),           "",            redraw },
	{ "interrupt", CONTEXT_ALWAYS, N_("Say how to go back and leave"),    "",            interrupt },
	{ "quit",      CONTEXT_ALWAYS, N_("Leave the program"),               N_("Quit"),    quit },
	{ NULL, CONTEXT_GLOBAL, NULL, NULL, NULL },
};
/* clang-format on */
