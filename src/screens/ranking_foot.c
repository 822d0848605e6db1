#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/yearly_plan.h"
#include "needs.h"
#include "ranking.h"

static const char *means_line(struct ui *ui, const struct need_row *n)
{
	struct arena *a = ui_scratch(ui);

	return arena_printf(a, _("n %d: required %s, actual %s; gap %s, surplus %s"),
			    (int)n->respondents, need_number(a, n->required, 2),
			    need_number(a, n->actual, 2), need_number(a, n->gap, 2),
			    need_number(a, n->surplus, 2));
}

static const char *people_line(struct ui *ui, const struct need_row *n)
{
	struct arena *a = ui_scratch(ui);
	/* TRANSLATORS: the last is "optimal" or the like, or nothing */
	const char *text = arena_printf(
		a, _("%d of %d lack a level or more; JPM %s%% (%s)"),
		(int)n->gap_1_or_more, (int)n->respondents, need_number(a, n->jpm, 1),
		jpm_band_words(n->jpm, app_of(ui)->settings));

	if (n->flagged == 0)
		return text;
	return arena_printf(a, _("%s; raters far apart: %d"), text, (int)n->flagged);
}

static const char *left_out_line(struct ui *ui, const struct ranking *v)
{
	if (v->left_out == 0)
		return "";
	return arena_printf(ui_scratch(ui),
			    P_("%d person has no standard and counts nowhere; p says "
			       "which position.",
			       "%d people have no standard and count nowhere; p says "
			       "which positions.",
			       (unsigned long)v->left_out),
			    (int)v->left_out);
}

/* What is decided, and where it stands in the plan. */
static const char *plan_line(struct ui *ui, const struct ranking *v, size_t at)
{
	const struct plan_row *item = v->items[at];
	const char *word = ranking_decided(&v->decisions[at]);

	if (item)
		return arena_printf(ui_scratch(ui),
				    _("In the plan %d, no. %d: %s. y opens it"),
				    (int)item->year, (int)item->number,
				    choice_label(plan_status_choices, item->status));
	if (*word == '\0')
		return _("Nothing is decided yet; d decides");
	if (strcmp(v->decisions[at].training, "no") == 0)
		return arena_printf(ui_scratch(ui),
				    _("Training does not solve it (%s); d changes that"),
				    word);
	return _("Decided, and not in the plan yet; y puts it there");
}

void ranking_draw_foot(struct ui *ui, const struct ranking *v, struct canvas *c, int row)
{
	const struct need_row *n;
	size_t at;

	canvas_rule(c, row, 0, canvas_columns(c));
	if (ranking_current(v, &at)) {
		n = &v->needs[at];
		canvas_text(c, row + 1, 0, 0, STYLE_LABEL,
			    arena_printf(ui_scratch(ui), "%s %s", n->code, n->name));
		canvas_text(c, row + 2, 0, 0, STYLE_PLAIN, means_line(ui, n));
		canvas_text(c, row + 3, 0, 0, STYLE_PLAIN, people_line(ui, n));
		canvas_text(c, row + 4, 0, 0, STYLE_PLAIN, plan_line(ui, v, at));
	}
	canvas_text(c, row + 5, 0, 0, STYLE_WARN, left_out_line(ui, v));
}
