#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/analysis.h"
#include "domain/survey.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column need_columns[] = {
	{ "rank",          N_("Rank"),        true },
	{ "competency",    N_("Code"),        false },
	{ "name",          N_("Competency"),  false },
	{ "respondents",   N_("Respondents"), true },
	{ "required",      N_("Required"),    true },
	{ "actual",        N_("Actual"),      true },
	{ "gap",           N_("Gap"),         true },
	{ "gap_1_or_more", N_("Gap 1+"),      true },
	{ "importance",    N_("Importance"),  true },
	{ "priority",      N_("Priority"),    true },
};
static const struct report_column mean_columns[] = {
	{ "competency",    N_("Competency"),  false },
	{ "n",             N_("n"),           true },
	{ "required",      N_("Required"),    true },
	{ "actual",        N_("Actual"),      true },
	{ "gap",           N_("Gap"),         true },
	{ "importance",    N_("Importance"),  true },
	{ "priority",      N_("Priority"),    true },
};
static const struct report_column share_columns[] = {
	{ "competency",    N_("Competency"),  false },
	{ "n",             N_("n"),           true },
	{ "gap_1_or_more", N_("Gap 1+"),      true },
	{ "not_competent", N_("Below"),       true },
	{ "share",         N_("Share %"),     true },
	{ "band",          N_("Need"),        false },
	{ "jpm",           N_("JPM"),         true },
	{ "flagged",       N_("Verify"),      true },
};
static const struct report_column unit_columns[] = {
	{ "unit",          N_("Unit"),        false },
	{ "name",          N_("Name"),        false },
	{ "respondents",   N_("People"),      true },
	{ "n",             N_("n"),           true },
	{ "gap",           N_("Gap"),         true },
	{ "not_competent", N_("Below"),       true },
	{ "share",         N_("Share %"),     true },
	{ "band",          N_("Need"),        false },
	{ "jpm",           N_("JPM"),         true },
};
static const struct report_column position_columns[] = {
	{ "position",      N_("Position"),     false },
	{ "people",        N_("People"),       true },
	{ "competencies",  N_("Competencies"), true },
};
/* clang-format on */

enum { DECIMALS = 6 };

#define TABLE(report, name, columns)                                          \
	report_table(report, name,                                            \
		     columns_translated((report)->arena, columns,             \
					sizeof(columns) / sizeof *(columns)), \
		     sizeof(columns) / sizeof *(columns))

static void put_ranked(struct report *out, const struct need_row *rows, size_t count)
{
	struct block *table = TABLE(out, "needs", need_columns);

	table->for_files = true;
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_int((int64_t)i + 1);
		c[1] = cell_text(rows[i].code);
		c[2] = cell_text(rows[i].name);
		c[3] = cell_int(rows[i].respondents);
		c[4] = cell_real(rows[i].required, DECIMALS);
		c[5] = cell_real(rows[i].actual, DECIMALS);
		c[6] = cell_real(rows[i].gap, DECIMALS);
		c[7] = cell_int(rows[i].gap_1_or_more);
		c[8] = cell_real(rows[i].importance, DECIMALS);
		c[9] = cell_real(rows[i].priority, DECIMALS);
	}
}

static void put_means(struct report *out, const struct need_row *rows, size_t count)
{
	struct block *table = TABLE(out, "needs-means", mean_columns);

	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_text(
			arena_printf(out->arena, "%d. %s", (int)i + 1, rows[i].name));
		c[1] = cell_int(rows[i].respondents);
		c[2] = cell_real(rows[i].required, DECIMALS);
		c[3] = cell_real(rows[i].actual, DECIMALS);
		c[4] = cell_real(rows[i].gap, DECIMALS);
		c[5] = cell_real(rows[i].importance, DECIMALS);
		c[6] = cell_real(rows[i].priority, DECIMALS);
	}
}

static void put_shares(struct report *out, const struct settings *settings,
		       const struct need_row *rows, size_t count)
{
	struct block *table = TABLE(out, "needs-shares", share_columns);

	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_text(
			arena_printf(out->arena, "%d. %s", (int)i + 1, rows[i].name));
		c[1] = cell_int(rows[i].respondents);
		c[2] = cell_int(rows[i].gap_1_or_more);
		c[3] = cell_int(rows[i].not_competent);
		c[4] = cell_real(rows[i].share, DECIMALS);
		c[5] = cell_text(need_band_words(rows[i].share, settings));
		c[6] = cell_real(rows[i].jpm, DECIMALS);
		c[7] = cell_int(rows[i].flagged);
	}
}

static bool put_units(struct db *db, int64_t survey, const struct settings *settings,
		      struct report *out, struct err *err)
{
	struct need_unit *units;
	struct block *table;
	size_t count;

	if (!need_units(db, survey, out->arena, &units, &count, err))
		return false;
	if (count == 0)
		return true;
	report_heading(out, _("By unit, each with its sub-units"));
	table = TABLE(out, "needs-units", unit_columns);
	for (size_t i = 0; i < count; i++) {
		const struct need_unit *u = &units[i];
		struct cell *c = report_row(out, table);

		c[0] = cell_text(u->code);
		c[1] = cell_text(u->unit == NEED_NO_UNIT ? _("(in no unit)") : u->name);
		c[2] = cell_int(u->respondents);
		c[3] = cell_int(u->levels);
		c[4] = cell_real(u->gap, DECIMALS);
		c[5] = cell_int(u->not_competent);
		c[6] = cell_real(u->share, DECIMALS);
		c[7] = cell_text(need_band_words(u->share, settings));
		c[8] = cell_real(u->jpm, DECIMALS);
	}
	report_text(out,
		    _("n counts people times competencies; Gap, Below, Share and JPM "
		      "are of these."));
	return true;
}

static bool put_unstandardised(struct db *db, int64_t survey, struct report *out,
			       struct err *err)
{
	struct need_position *positions;
	struct block *table;
	size_t count;

	if (!need_unstandardised(db, survey, 0, out->arena, &positions, &count, err))
		return false;
	if (count == 0)
		return true;
	report_heading(out, _("Without a standard"));
	report_text(out,
		    _("These people answered, but no standard of their position covers "
		      "it, so they count in no figure. Fill in the standards."));
	table = TABLE(out, "needs-positions", position_columns);
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_text(*positions[i].position ? positions[i].position
							: _("(no position)"));
		c[1] = cell_int(positions[i].people);
		c[2] = cell_int(positions[i].competencies);
	}
	return true;
}

static void put_flagged(struct report *out, const struct need_row *rows, size_t count)
{
	int64_t flagged = 0;

	for (size_t i = 0; i < count; i++)
		flagged += rows[i].flagged;
	if (flagged > 0)
		report_text(out,
			    P_("%d level must be verified: the person and the superior "
			       "are %d levels or more apart.",
			       "%d levels must be verified: the person and the superior "
			       "are %d levels or more apart.",
			       (unsigned long)flagged),
			    (int)flagged, NEED_APART);
}

static void explain(struct report *out, const struct settings *s)
{
	report_heading(out, _("How the numbers are made"));
	report_text(out,
		    _("Level of a person: %ld%% of the own answer and %ld%% of the "
		      "superior's; one answer alone counts alone. Required: what the "
		      "standard of the position says. n: people who have both."),
		    s->need_weight_self, 100 - s->need_weight_self);
	report_text(out, _("Gap: mean of what people lack; who has more than is required "
			   "counts as 0. Gap 1+: people who lack a level or more. "
			   "Priority: gap times importance."));
	report_text(
		out,
		_("Share: people below what is required, of n. High from %ld%%, medium "
		  "from %ld%%, else low."),
		s->need_high, s->need_medium);
	report_text(
		out,
		_("JPM: 100 times the sum of the levels by the sum of those required. "
		  "Optimal from %ld, sufficient from %ld."),
		s->jpm_optimal, s->jpm_sufficient);
}

static void put_survey(struct report *out, const struct survey *survey)
{
	struct cell opens = cell_day(out->arena, survey->opens);
	struct cell closes = cell_day(out->arena, survey->closes);

	if (survey->id == 0) {
		report_text(out,
			    _("There is no needs survey yet. Make one, or import its "
			      "answers."));
		return;
	}
	report_text(out, "%s: %s", survey->code, survey->title);
	if (date_is_set(survey->opens) && date_is_set(survey->closes))
		report_text(out, _("Answered from %s to %s."),
			    cell_shown(&opens, out->arena),
			    cell_shown(&closes, out->arena));
}

bool report_needs(struct db *db, const struct report_request *request, struct report *out,
		  struct err *err)
{
	const struct settings *settings = request->settings;
	struct need_row *rows;
	struct survey survey;
	size_t count;

	if (!need_survey(db, 0, out->arena, &survey, err) ||
	    !need_list(db, survey.id, 0, out->arena, &rows, &count, err))
		return false;
	put_survey(out, &survey);
	put_ranked(out, rows, count);
	if (count > 0) {
		put_means(out, rows, count);
		put_shares(out, settings, rows, count);
	}
	put_flagged(out, rows, count);
	if (!put_units(db, survey.id, settings, out, err) ||
	    !put_unstandardised(db, survey.id, out, err))
		return false;
	if (count > 0)
		explain(out, settings);
	return true;
}
