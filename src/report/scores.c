#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/lists.h"
#include "report/evaluation_parts.h"
#include "reports.h"
#include "translate.h"

/* The tests before and after: each person, and the class in words. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",  N_("Programme"),  false },
	{ "nip",        "NIP",            false },
	{ "name",       N_("Name"),       false },
	{ "pre",        N_("Pre-test"),   true },
	{ "post",       N_("Post-test"),  true },
	{ "difference", N_("Difference"), true },
	{ "gain",       N_("N-gain"),     true },
	{ "band",       N_("Band"),       false },
};
/* clang-format on */

/* What people read of one programme begins behind programme and NIP. */
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, SHOWN_FROM = 2 };

static const char *const band_terms[] = { "", "low", "medium", "high" };

static struct cell score(int64_t hundredths)
{
	return hundredths == NUMBER_NONE ? cell_int(NUMBER_NONE)
					 : cell_real((double)hundredths / 100, 2);
}

static void fill_person(struct cell *c, const char *code, const struct learner *p)
{
	c[0] = cell_text(code);
	c[1] = cell_text(p->nip);
	c[2] = cell_text(p->name);
	c[3] = score(p->pre);
	c[4] = score(p->post);
	c[5] = score(p->pre != NUMBER_NONE && p->post != NUMBER_NONE ? p->post - p->pre
								     : NUMBER_NONE);
	c[6] = cell_real(p->gain, 6);
	c[7] = cell_term(band_terms[p->band], gain_band_label(p->band));
}

/* The rows of one programme, narrow enough for a screen. */
static void show_people(struct report *out, const struct learning *l)
{
	struct block *table =
		report_table(out, "people",
			     columns_translated(out->arena, columns + SHOWN_FROM,
						COLUMN_COUNT - SHOWN_FROM),
			     COLUMN_COUNT - SHOWN_FROM);

	for (size_t i = 0; i < l->count; i++) {
		struct cell all[COLUMN_COUNT];

		fill_person(all, "", &l->people[i]);
		memcpy(report_row(out, table), all + SHOWN_FROM,
		       (COLUMN_COUNT - SHOWN_FROM) * sizeof *all);
	}
}

static const char *real(struct report *out, double value, int decimals)
{
	return isnan(value) ? "–"
			    : number_real(out->arena, value, decimals, number_mark());
}

static const char *p_value(struct report *out, double p)
{
	const struct cell c = cell_real(p, CELL_SIGNIFICANT);
	const char *shown = cell_shown(&c, out->arena);

	return isnan(p) || *shown == '<' ? shown
					 : arena_printf(out->arena, "= %s", shown);
}

static void put_names(const struct learning *l, struct report *out)
{
	const char *names = "";

	for (size_t i = 0; i < l->count; i++) {
		const struct learner *p = &l->people[i];
		const char *what = p->pre != NUMBER_NONE    ? _("post-test")
				   : p->post != NUMBER_NONE ? _("pre-test")
							    : _("both");

		if (!p->expected || (p->pre != NUMBER_NONE && p->post != NUMBER_NONE))
			continue;
		names = arena_printf(out->arena, "%s%s%s (%s)", names, *names ? ", " : "",
				     p->name, what);
	}
	if (*names != '\0')
		report_text(out, _("Tests that are missing: %s."), names);
}

static void put_tests(const struct learning *l, struct report *out)
{
	const struct stat_paired *t = &l->tests;

	if (isnan(t->t))
		report_text(out,
			    _("The t test is not defined: all changed alike, or too "
			      "few (n = %d)."),
			    (int)t->count);
	else
		report_text(
			out,
			_("Paired t test: t(%d) = %s, p %s, Cohen's dz = %s (n = %d)."),
			(int)t->df, real(out, t->t, 2), p_value(out, t->p),
			real(out, t->dz, 2), (int)t->count);
	if (isnan(l->ranks.p))
		return;
	report_text(
		out,
		l->ranks.exact
			? _("Wilcoxon signed ranks: W+ = %s, W− = %s, exact p %s, r = "
			    "%s (n = %d that changed).")
			: _("Wilcoxon signed ranks: W+ = %s, W− = %s, p %s by the "
			    "normal approximation, r = %s (n = %d that changed)."),
		real(out, l->ranks.plus, 1), real(out, l->ranks.minus, 1),
		p_value(out, l->ranks.p), real(out, l->ranks.r, 2), (int)l->ranks.count);
}

const char *learning_caution(void)
{
	return _("One group measured before and after shows that something changed, not "
		 "that the training was the cause.");
}

void put_learning(const struct learning *l, struct report *out)
{
	if (l->count == 0)
		return;
	report_heading(out, _("Learning"));
	if (l->both == 0) {
		report_text(out, "%s", _("Nobody has both test scores yet."));
		put_names(l, out);
		return;
	}
	report_text(out,
		    P_("%d of %d participant rose between the tests, %d fell, %d stayed "
		       "the same.",
		       "%d of %d participants rose between the tests, %d fell, %d stayed "
		       "the same.",
		       l->both),
		    (int)l->rose, (int)l->both, (int)l->fell, (int)l->same);
	report_text(
		out,
		_("Mean before %s, after %s; N-gain of the means %s, mean of the gains "
		  "%s (n = %d)."),
		real(out, l->tests.pre_mean, 2), real(out, l->tests.post_mean, 2),
		real(out, l->tests.gain, 2), real(out, l->tests.gain_mean, 2),
		(int)l->both);
	report_text(out, _("Gain high: %d, medium: %d, low: %d, not defined: %d."),
		    (int)l->high, (int)l->medium, (int)l->low, (int)l->undefined);
	report_text(out, "%s", learning_caution());
	put_tests(l, out);
	put_names(l, out);
}

bool report_scores(struct db *db, const struct report_request *request,
		   struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct learning *all;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	all = arena_array(out->arena, count + 1, sizeof *all);
	table = report_table(out, "scores",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	table->for_files = true;
	for (size_t i = 0; i < count; i++) {
		if (!learning_of(db, programmes[i].id, out->arena, &all[i], err))
			return false;
		for (size_t k = 0; k < all[i].count; k++)
			fill_person(report_row(out, table), programmes[i].code,
				    &all[i].people[k]);
	}
	for (size_t i = 0; i < count; i++) {
		if (all[i].count == 0)
			continue;
		report_heading(out, arena_printf(out->arena, "%s  %s", programmes[i].code,
						 programmes[i].title));
		show_people(out, &all[i]);
		put_learning(&all[i], out);
	}
	return true;
}
