#include "follow_up.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "report/report.h"

/* What stands behind a row of the follow-up, in the pager or a list. */

static bool make_elements(void *context, struct report *report, struct err *err)
{
	static const struct report_column columns[] = {
		{ "element", N_("Element"), false },
		{ "before", N_("Before"), true },
		{ "after", N_("After"), true },
		{ "change", N_("Change"), true },
	};
	const struct follow_up_screen *v = context;
	const struct skm_row *before, *after, *last;
	struct report_column *shown = arena_array(report->arena, 4, sizeof *shown);
	struct block *table;

	(void)err;
	skm_compare(v->rounds, v->counts[PART_SKM], &before, &after);
	last = after ? after : before;
	for (int i = 0; i < 4; i++) {
		shown[i] = columns[i];
		shown[i].label = _(columns[i].label);
	}
	report_text(report,
		    _("The nine elements, the lowest first: it is mended first."));
	table = report_table(report, "skm", shown, 4);
	for (size_t i = 0; last && i < SKM_ELEMENTS; i++) {
		size_t u = last->skm.order[i];
		struct cell *cells = report_row(report, table);

		cells[0] = cell_text(skm_element_label(u));
		if (before)
			cells[1] = cell_real(before->skm.nrr[u], 2);
		if (after)
			cells[2] = cell_real(after->skm.nrr[u], 2);
		if (before && after)
			cells[3] = cell_real(after->skm.nrr[u] - before->skm.nrr[u], 2);
	}
	return true;
}

static ui_flags show_report(struct ui *ui, const struct follow_up_screen *v,
			    const char *name)
{
	const struct report_argument argument = { .name = name, .programme = v->p.code };

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

static ui_flags show_elements(struct ui *ui, struct follow_up_screen *v)
{
	const struct report_argument argument = {
		.name = "skm",
		.make = make_elements,
		.context = v,
		.title = _("Service survey (SKM)"),
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

static ui_flags show_measurements(struct ui *ui, struct screen *s,
				  const struct result_row *r)
{
	const struct list_argument argument = { .kind = &measurement_kind,
						.parent_field = "result",
						.parent = r->result.id,
						.title = arena_strdup(
							&s->arena, r->result.indicator) };

	ui_run(ui, &record_list_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags follow_up_report(struct ui *ui, struct screen *s)
{
	return show_report(ui, s->state, "follow-up");
}

ui_flags follow_up_people(struct ui *ui, struct screen *s)
{
	return show_report(ui, s->state, "follow-up-people");
}

ui_flags follow_up_view(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;
	const struct follow_up_line *line = follow_up_line(v);

	if (line->part == PART_RESULTS && !line->empty)
		return show_measurements(ui, s, &v->results[line->at]);
	if (line->part == PART_SKM && !line->empty)
		return show_elements(ui, v);
	if (line->part == PART_FOLLOW_UPS && !line->empty &&
	    strncmp(v->follow_ups[line->at].follow_up.what, "behaviour-", 10) == 0)
		return show_report(ui, v, "behaviour");
	return show_report(ui, v, "follow-up");
}
