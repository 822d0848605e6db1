#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "domain/feedback_sheet.h"
#include "places.h"
#include "store/record.h"

/* From the page of a programme to its feedback sheets. */

bool pick_questionnaire(struct ui *ui, int64_t programme, int64_t *picked,
			struct err *err)
{
	struct sheet_questionnaire *all;
	struct ui_choice *choices;
	size_t count;
	int at = 0;

	if (!sheet_questionnaires(app_of(ui)->db, programme, ui_scratch(ui), &all, &count,
				  err))
		return false;
	if (count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("The programme has no questionnaire yet. Press k to "
				 "choose one."));
	choices = arena_array(ui_scratch(ui), count, sizeof *choices);
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct ui_choice){
			arena_printf(ui_scratch(ui), "%s  %s", all[i].code, all[i].title),
			arena_printf(ui_scratch(ui),
				     P_("%d sheet", "%d sheets", all[i].sheets),
				     (int)all[i].sheets),
		};
	if (count > 1)
		at = ui_pick(ui, _("Which questionnaire?"), choices, count, 0);
	if (at >= 0)
		*picked = all[at].id;
	return at >= 0;
}

/* Until a member of staff leaves it, the screen belongs to respondents. */
ui_flags programme_answer(struct ui *ui, struct screen *s)
{
	struct respondent of = { .programme = programme_id(s), .role = "", .phase = "" };
	struct err err = { 0 };

	if (!pick_questionnaire(ui, of.programme, &of.questionnaire, &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	app_of(ui)->respondent = &of;
	ui_run(ui, &answer_class, NULL, NULL);
	app_of(ui)->respondent = NULL;
	return UI_RELOAD;
}

ui_flags programme_feedback(struct ui *ui, struct screen *s)
{
	struct feedback_argument argument = { .programme = programme_id(s) };
	struct err err = { 0 };

	if (pick_questionnaire(ui, argument.programme, &argument.questionnaire, &err)) {
		if (sheet_about_asked(ui, argument.programme, argument.questionnaire,
				      &argument.about))
			ui_run(ui, &feedback_class, &argument, NULL);
	} else if (err.code != ERR_NONE)
		ui_fail(ui, &err);
	return UI_RELOAD;
}

bool feedback_open_sheet(struct ui *ui, int64_t id)
{
	struct feedback_argument argument = { .number = 0 };
	struct err err = { 0 };
	struct sheet sheet;

	if (!record_load(app_of(ui)->db, &sheet_kind, id, &sheet, ui_scratch(ui), &err)) {
		ui_fail(ui, &err);
		return true;
	}
	argument.programme = sheet.programme;
	argument.questionnaire = sheet.questionnaire;
	argument.number = sheet.number;
	ui_run(ui, &feedback_class, &argument, NULL);
	return true;
}
