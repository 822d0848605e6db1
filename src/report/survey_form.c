#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/analysis.h"
#include "domain/design.h"
#include "domain/survey_answer.h"
#include "reports.h"
#include "translate.h"

/* The form of a survey on paper: one for each person and rater. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "survey",     N_("Survey"),     false },
	{ "number",     N_("No."),        true },
	{ "code",       N_("Code"),       false },
	{ "competency", N_("Competency"), false },
};

static const struct report_column shown_columns[] = {
	{ "number",     N_("No."),        true },
	{ "competency", N_("Competency"), false },
	{ "level",      N_("Mastery"),    false },
	{ "importance", N_("Importance"), false },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	SHOWN_COUNT = sizeof shown_columns / sizeof *shown_columns,
	HALF = 38 /* columns of a choice: two stand side by side */
};

#define BOXES "[1] [2] [3] [4] [5]"
#define DOTS "......................................................................"

static void put_head(const struct survey *survey, struct report *out)
{
	report_heading(out,
		       arena_printf(out->arena, "%s  %s", survey->code, survey->title));
	report_text(out, _("About (name): ................................  "
			   "NIP: ......................"));
	if (survey_asks_superiors(survey))
		report_text(out, _("Who answers: [ ] the person   [ ] the superior"));
	report_text(out, _("Cross one box in each column. Mastery: 1 aware, 2 basic, "
			   "3 intermediate, 4 advanced, 5 expert. Importance for the "
			   "work: 1 not important to 5 very important. What you do not "
			   "want to answer stays blank."));
}

static void put_competencies(const struct survey *survey,
			     const struct survey_asked *asked, size_t count,
			     struct report *out)
{
	struct block *table = report_table(
		out, "survey-form", columns_translated(out->arena, columns, COLUMN_COUNT),
		COLUMN_COUNT);
	struct block *shown = report_table(
		out, "form", columns_translated(out->arena, shown_columns, SHOWN_COUNT),
		SHOWN_COUNT);

	table->for_files = true;
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table), *s = report_row(out, shown);

		c[0] = cell_text(survey->code);
		c[1] = s[0] = cell_int((int64_t)i + 1);
		c[2] = cell_text(asked[i].code);
		c[3] = s[1] = cell_text(asked[i].name);
		s[2] = s[3] = cell_text(BOXES);
	}
}

static void put_level(const struct survey_asked *asked, size_t number,
		      const char *const texts[COMPETENCY_LEVELS], struct report *out)
{
	report_heading(out, arena_printf(out->arena, "%d  %s", (int)number, asked->name));
	for (int level = 0; level < COMPETENCY_LEVELS; level++)
		report_text(out, "[%d] %s", level + 1, texts[level]);
}

/* Only where somebody described them. */
static bool put_levels(struct db *db, const struct survey_asked *asked, size_t count,
		       struct report *out, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const char *texts[COMPETENCY_LEVELS];
		bool described = false;

		if (!survey_level_texts(db, asked[i].competency, out->arena, texts,
					&described, err))
			return false;
		if (described)
			put_level(&asked[i], i + 1, texts, out);
	}
	return true;
}

static void put_choices(const char *question, const struct choice *list,
			struct report *out)
{
	report_text(out, "%s", question);
	for (const struct choice *c = list; c->code; c += c[1].code ? 2 : 1) {
		const char *left = arena_printf(out->arena, "[ ] %s", _(c->label));

		report_text(out, c[1].code ? "%s[ ] %s" : "%s%s",
			    text_column(out->arena, left, HALF),
			    c[1].code ? _(c[1].label) : "");
	}
}

static void put_open(const char *question, struct report *out)
{
	report_text(out, "%s", question);
	report_text(out, "%s", DOTS);
	report_text(out, "%s", DOTS);
}

bool report_survey_form(struct db *db, const struct report_request *request,
			struct report *out, struct err *err)
{
	struct survey_asked *asked;
	struct survey survey;
	size_t count;

	if (!need_survey(db, request->survey, out->arena, &survey, err))
		return false;
	if (survey.id == 0) {
		report_text(out, _("There is no survey yet. Make one with s on the home "
				   "screen."));
		return true;
	}
	if (!survey_asked_list(db, survey.id, out->arena, &asked, &count, err))
		return false;
	put_head(&survey, out);
	put_competencies(&survey, asked, count, out);
	put_open(_("Which topics should training bring?"), out);
	put_choices(_("Which form of learning suits best?"), learning_form_choices, out);
	put_choices(_("In which way?"), learning_method_choices, out);
	put_open(_("Anything else that the training staff should know?"), out);
	return put_levels(db, asked, count, out, err);
}
