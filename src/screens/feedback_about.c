#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/feedback_sheet.h"
#include "domain/office.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "feedback.h"
#include "grid_commands.h"
#include "store/record.h"

/* Whom or what a sheet is about, who filled it in, and when. */

static bool pick_subject(struct ui *ui, int64_t programme, const struct questionnaire *q,
			 int64_t *id)
{
	struct sheet_subject *all;
	struct ui_choice *choices;
	struct err err = { 0 };
	size_t count = 0, now = 0;
	int at;

	if (!sheet_subjects(app_of(ui)->db, programme, q->repeats, ui_scratch(ui), &all,
			    &count, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	if (count == 0) {
		ui_refuse(ui,
			  _("The programme has no sessions with a trainer yet. Press s "
			    "on its page to add them."));
		return false;
	}
	if (count == 1) {
		*id = all[0].id;
		return true;
	}
	choices = arena_array(ui_scratch(ui), count, sizeof *choices);
	for (size_t i = 0; i < count; i++) {
		choices[i] = (struct ui_choice){ all[i].label, "" };
		if (all[i].id == *id)
			now = i;
	}
	at = ui_pick(ui,
		     strcmp(q->repeats, "trainer") == 0
			     ? _("Which trainer are the sheets about?")
			     : _("Which session are the sheets about?"),
		     choices, count, now);
	if (at >= 0)
		*id = all[at].id;
	return at >= 0;
}

/* `none` stands for the empty code and comes first. */
static bool pick_code(struct ui *ui, const char *title, const char *none,
		      const struct choice *list, const char **code)
{
	struct ui_choice choices[8] = { { none, "" } };
	size_t count = 1, now = 0;
	int at;

	for (const struct choice *c = list; c->code; c++, count++) {
		choices[count] = (struct ui_choice){ _(c->label), "" };
		if (*code && strcmp(*code, c->code) == 0)
			now = count;
	}
	at = ui_pick(ui, title, choices, count, now);
	if (at >= 0)
		*code = at == 0 ? "" : list[at - 1].code;
	return at >= 0;
}

bool sheet_about_asked(struct ui *ui, int64_t programme, int64_t questionnaire,
		       struct sheet_about *about)
{
	struct questionnaire q;
	struct err err = { 0 };

	if (!record_load(app_of(ui)->db, &questionnaire_kind, questionnaire, &q,
			 ui_scratch(ui), &err)) {
		ui_fail(ui, &err);
		return false;
	}
	if (*q.repeats != '\0' &&
	    !pick_subject(ui, programme, &q,
			  strcmp(q.repeats, "trainer") == 0 ? &about->trainer
							    : &about->session))
		return false;
	if (strcmp(q.level, "behaviour") != 0 && strcmp(q.level, "results") != 0)
		return true;
	if (!about->role)
		about->role = strcmp(q.level, "results") == 0 ? "public" : "alumnus";
	return pick_code(ui, _("Who filled the sheets in?"), _("Participant"),
			 sheet_role_choices, &about->role) &&
	       pick_code(ui, _("Before, midway or after the training?"), _("Only once"),
			 sheet_phase_choices, &about->phase);
}

void feedback_set_about(struct feedback *v, const struct sheet_about *about)
{
	v->sheet.trainer = about->trainer;
	v->sheet.session = about->session;
	v->sheet.role = about->role ? about->role : "";
	v->sheet.phase = about->phase ? about->phase : "";
}

static const char *lasting(const struct choice *list, const char *code)
{
	const struct choice *c = choice_find(list, code);

	return c ? c->code : "";
}

void feedback_keep_about(struct feedback *v)
{
	v->about = (struct sheet_about){
		v->sheet.trainer,
		v->sheet.session,
		lasting(sheet_role_choices, v->sheet.role),
		lasting(sheet_phase_choices, v->sheet.phase),
	};
}

const char *feedback_about(struct ui *ui, const struct feedback *v)
{
	const struct kind *kind = v->sheet.trainer ? &trainer_kind : &session_kind;
	const char *who = "", *more = "";
	struct arena *a = ui_scratch(ui);
	struct err ignored = { 0 };

	if (v->sheet.trainer || v->sheet.session)
		reference_label(v->app->db, kind,
				v->sheet.trainer ? v->sheet.trainer : v->sheet.session, a,
				&who, &ignored);
	if (*v->sheet.role != '\0' || *v->sheet.phase != '\0')
		more = arena_printf(a, "%s%s%s",
				    choice_label(sheet_role_choices, v->sheet.role),
				    *v->sheet.role && *v->sheet.phase ? ", " : "",
				    choice_label(sheet_phase_choices, v->sheet.phase));
	return arena_printf(a, "%s%s%s", who, *who && *more ? ", " : "", more);
}

/* Of sheets about the whole programme only when they were filled in. */
static bool is_round_asked(struct ui *ui, struct sheet_about *about)
{
	return pick_code(ui, _("When are these sheets filled in?"), _("At the end"),
			 sheet_phase_choices, &about->phase);
}

ui_flags grid_about(struct ui *ui, struct screen *s)
{
	struct feedback *v = s->state;
	struct sheet_about about = { v->sheet.trainer, v->sheet.session, v->sheet.role,
				     v->sheet.phase };

	if (!(v->has_about ? sheet_about_asked(ui, v->sheet.programme,
					       v->sheet.questionnaire, &about)
			   : is_round_asked(ui, &about)))
		return UI_NOTHING;
	feedback_set_about(v, &about);
	feedback_keep_about(v);
	v->changed = v->changed || v->stored;
	return UI_NOTHING;
}

ui_flags grid_sheets(struct ui *ui, struct screen *s)
{
	const struct feedback *v = s->state;
	const struct list_argument argument = {
		.kind = &sheet_kind,
		.parent_field = "programme",
		.parent = v->sheet.programme,
		.title =
			arena_printf(&s->arena, "%s › %s", v->code, _(sheet_kind.labels)),
	};

	if (feedback_keep(ui, s))
		ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}
