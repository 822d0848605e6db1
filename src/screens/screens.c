#include "screens/screens.h"

#include <sysexits.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "domain/reference.h"
#include "domain/respondent.h"
#include "domain/survey_answer.h"
#include "store/check.h"
#include "store/db.h"
#include "store/history.h"

static bool label_reference(void *context, const struct field *field, int64_t id,
			    struct arena *arena, const char **label, struct err *err)
{
	struct app *app = context;

	return reference_label(app->db, kind_find(field->refers), id, arena, label, err);
}

static bool resolve_reference(void *context, const struct field *field, const char *typed,
			      int64_t *id, struct problems *problems, struct err *err)
{
	struct app *app = context;

	return reference_resolve(app->db, field, typed, id, problems, err);
}

bool screens_check_keys(const struct settings *settings, struct err *err)
{
	const struct ui_options options = { .settings = settings,
					    .commands = commands,
					    .keys = keys,
					    .presets = key_presets };

	return ui_check_keys(&options, err);
}

static bool load_forms(struct app *app, const char *directory, struct problems *problems,
		       struct err *err)
{
	problems->arena = &app->arena;
	return form_set_load(&app->forms, kinds, directory, &app->arena, problems, err);
}

static void take_picture(struct ui *ui, void *context)
{
	struct app *app = context;

	app->script->picture = ui_dump(ui, app->script->arena);
}

static bool wait_for_file(void *context)
{
	return ui_wait(context, _("Another program holds the office file. Waiting; Esc "
				  "gives up."));
}

static const struct screen_class *first_screen(const struct app *app)
{
	if (!app->respondent)
		return &home_class;
	return app->respondent->survey != 0 ? &survey_answer_class : &answer_class;
}

/* After a run that was cut off: is what is there whole? */
static void tell_cut_off(struct ui *ui, struct app *app)
{
	struct findings found = { .arena = ui_scratch(ui) };
	struct err err = { 0 };

	if (db_size(app->db) > DB_LARGE)
		ui_say(ui,
		       _("The last run did not end in order. A file of %lld MiB is not "
			 "examined unasked; do it with: bangkom check"),
		       (long long)(db_size(app->db) >> 20));
	else if (!check_start(app->db, kinds, &found, &err))
		ui_fail(ui, &err);
	else if (found.count == 0)
		ui_say(ui, _("The last run did not end in order. The office file was "
			     "examined and is sound."));
	else
		ui_say(ui, "%s %s", found.list[0].what, found.list[0].advice);
}

static int run(struct app *app, const struct problems *problems, struct err *err)
{
	struct ui_options options = { .settings = app->settings,
				      .commands = commands,
				      .keys = keys,
				      .presets = key_presets,
				      .context = app };
	struct ui *ui;
	int status;

	if (app->script) {
		options.key_file = app->script->key_file;
		options.lines = app->script->lines;
		options.columns = app->script->columns;
		options.at_end = take_picture;
	}
	if (!ui_open(&ui, &options, err))
		return EX_UNAVAILABLE;
	db_set_wait(app->db, wait_for_file, ui);
	if (problems->first)
		ui_say(ui, "%s", problems->first->text);
	else if (db_is_read_only(app->db))
		ui_say(ui, _("This office file may only be read: nothing can be saved in "
			     "it."));
	else if (db_was_cut_off(app->db) && !app->respondent)
		tell_cut_off(ui, app);
	status = ui_run_first(ui, first_screen(app), err) ? ui_exit_status(ui)
							  : EX_UNAVAILABLE;
	db_set_wait(app->db, NULL, NULL);
	ui_close(ui);
	return status;
}

static const char *code_in(const struct choice *list, const char *code)
{
	const struct choice *c = code ? choice_match(list, code) : NULL;

	return c ? c->code : "";
}

/* A survey knows who answers and when. */
static bool is_plain(const struct screens_respondent *of, struct err *err)
{
	return (!of->role && !of->phase) ||
	       err_set(err, ERR_INPUT,
		       _("%s is a survey: --role and --phase are for the feedback on a "
			 "programme. Start it without them: bangkom answer %s"),
		       of->programme, of->programme);
}

static bool find_respondent(struct db *db, const struct screens_respondent *of,
			    struct respondent *out, struct err *err)
{
	int64_t survey = 0;

	out->role = code_in(sheet_role_choices, of->role);
	out->phase = code_in(sheet_phase_choices, of->phase);
	if (!survey_by_code(db, of->programme, &survey, err))
		return false;
	if (survey != 0 && !of->questionnaire) {
		out->survey = survey;
		return is_plain(of, err);
	}
	return respondent_questionnaire(db, of->programme, of->questionnaire,
					&out->programme, &out->questionnaire, err);
}

/* Who is at the terminal: staff, or people who only answer. */
static bool set_respondent(struct app *app, const struct screens_respondent *of,
			   struct respondent *respondent, struct err *err)
{
	if (!of)
		return true;
	app->respondent = respondent;
	return find_respondent(app->db, of, respondent, err);
}

int screens_play(struct db *db, const struct settings *settings, const char *forms,
		 struct screens_script *script, struct err *err)
{
	struct app app = { .db = db, .settings = settings, .script = script };
	struct problems problems = { 0 };
	struct respondent respondent = { 0 };
	int status = EX_CONFIG;

	app.references =
		(struct form_references){ &app, label_reference, resolve_reference };
	if (load_forms(&app, forms, &problems, err) &&
	    set_respondent(&app, script ? script->respondent : NULL, &respondent, err))
		status = run(&app, &problems, err);
	arena_done(&app.arena);
	return status;
}

int screens_answer(struct db *db, const struct settings *settings,
		   const struct screens_respondent *of, struct err *err)
{
	struct app app = { .db = db, .settings = settings };
	struct problems problems = { 0 };
	struct respondent respondent = { 0 };
	int status = EX_UNAVAILABLE;

	if (set_respondent(&app, of, &respondent, err))
		status = run(&app, &problems, err);
	arena_done(&app.arena);
	return status;
}

int screens_run(struct db *db, const struct settings *settings, const char *forms,
		struct err *err)
{
	return screens_play(db, settings, forms, NULL, err);
}

const char *day_label(struct ui *ui, struct date day)
{
	return date_shown(ui_scratch(ui), day);
}

static ui_flags turn_back(struct ui *ui, bool undo)
{
	struct app *app = app_of(ui);
	struct err err = { 0 };
	const char *name = "";
	bool good = undo ? history_undo(app->db, kinds, 0, ui_scratch(ui), &name, &err)
			 : history_redo(app->db, kinds, ui_scratch(ui), &name, &err);

	if (!good) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_say(ui, undo ? _("Undone: %s   (Ctrl+Y does it again)") : _("Redone: %s"),
	       name);
	return UI_RELOAD;
}

ui_flags undo_last(struct ui *ui)
{
	return turn_back(ui, true);
}

ui_flags redo_last(struct ui *ui)
{
	return turn_back(ui, false);
}
