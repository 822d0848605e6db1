#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/i18n.h"
#include "places.h"
#include "report/report.h"
#include "store/db.h"

/* A report on the screen; x writes it to a file. */
struct report_screen {
	struct report report;
	struct pager_view pager;
};

static bool report_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	const struct report_argument *a = argument;
	const struct report_request request = { .programme = a->programme,
						.year = a->year,
						.survey = a->survey,
						.settings = app_of(ui)->settings };
	const struct report_kind *kind = a->make ? NULL : report_kind_find(a->name);
	struct report_screen *v = s->state;
	bool good;

	report_init(&v->report, &s->arena, a->name, a->make ? a->title : _(kind->title));
	good = a->make ? a->make(a->context, &v->report, err)
		       : kind->make(app_of(ui)->db, &request, &v->report, err);
	if (!good)
		return false;
	/* An undo in it makes the opener fetch again what it is made from. */
	report_own(&v->report);
	pager_view_show(&v->pager, &v->report);
	return true;
}

static const char *report_title(struct ui *ui, struct screen *s)
{
	(void)ui;
	return ((struct report_screen *)s->state)->report.title;
}

static void report_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	pager_view_draw(ui, &((struct report_screen *)s->state)->pager, c);
}

static ui_flags report_key(struct ui *ui, struct screen *s, int32_t key)
{
	return pager_view_key(ui, &((struct report_screen *)s->state)->pager, key);
}

static const char *preview_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Nothing is written yet. Enter saves it, Esc leaves everything as it "
		 "is");
}

const struct screen_class report_class = {
	.name = "report",
	.context = CONTEXT_PAGER,
	.state_size = sizeof(struct report_screen),
	.open = report_open,
	.title = report_title,
	.draw = report_draw,
	.key = report_key,
};

/* A report that asks: Enter leaves 1 as the result. */
const struct screen_class preview_class = {
	.name = "preview",
	.context = CONTEXT_PREVIEW,
	.modal = true,
	.state_size = sizeof(struct report_screen),
	.open = report_open,
	.title = report_title,
	.draw = report_draw,
	.key = report_key,
	.hint = preview_hint,
};

const struct screen_class ledger_class = {
	.name = "ledger",
	.context = CONTEXT_LEDGER,
	.state_size = sizeof(struct report_screen),
	.open = report_open,
	.title = report_title,
	.draw = report_draw,
	.key = report_key,
};

ui_flags preview_take(struct ui *ui, struct screen *s)
{
	(void)ui;
	s->result = 1;
	return UI_CLOSE;
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), tail = strlen(end);

	return length >= tail && strcmp(text + length - tail, end) == 0;
}

ui_flags report_write(struct ui *ui, struct screen *s)
{
	struct report_screen *v = s->state;
	const char *path = "", *text;

	if (!ui_ask_path(ui, _("Write to (.txt, .csv or .json):"),
			 arena_printf(ui_scratch(ui), "%s.csv", v->report.name),
			 &s->arena, &path) ||
	    *path == '\0')
		return UI_NOTHING;
	text = ends_with(path, ".csv")	  ? report_to_csv(&v->report, ',')
	       : ends_with(path, ".json") ? report_to_json(&v->report)
					  : report_to_text(&v->report, 80, false);
	write_asked(ui, path, text, strlen(text));
	return UI_NOTHING;
}

/* Choose a report, of one programme where `programme` is its code. */
static ui_flags choose_report(struct ui *ui, const char *programme)
{
	struct arena *a = ui_scratch(ui);
	struct ui_choice *choices;
	size_t count = 0;
	int picked;

	while (report_kinds[count].name)
		count++;
	choices = arena_array(a, count, sizeof *choices);
	for (size_t i = 0; i < count; i++)
		choices[i] = (struct ui_choice){ _(report_kinds[i].title), "" };
	picked = ui_pick(ui, _("Reports"), choices, count, 0);
	if (picked >= 0) {
		const struct report_argument argument = {
			.name = report_kinds[picked].name, .programme = programme
		};

		ui_run(ui, &report_class, &argument, NULL);
	}
	return UI_NOTHING;
}

ui_flags place_reports(struct ui *ui, struct screen *s)
{
	(void)s;
	return choose_report(ui, NULL);
}

ui_flags programme_report(struct ui *ui, struct screen *s)
{
	return choose_report(ui, programme_code(s));
}
