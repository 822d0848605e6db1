#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/overview.h"
#include "domain/programme.h"
#include "domain/project.h"
#include "draft.h"
#include "finder.h"
#include "places.h"
#include "store/history.h"

/*
 * The first screen: what the day brings, and the ways to everywhere else.
 * Up and down go through the lines of the day; Enter opens the programme or
 * the project a line is about.
 */
enum { MENU_WIDTH = 22, NARROW = 60 };

struct line {
	int64_t programme; /* 0: none */
	int64_t project;   /* in it; 0: none */
	const char *draft; /* its key, or NULL; neither: a heading or a note */
	const char *text;
	enum style style;
};

struct home {
	struct line *lines;
	size_t count, selected, top;
};

/* The lists that the menu leads to: commands, the first in the table. */
static const char *const menu[] = {
	"programmes",	"persons",	  "units",	 "partners", "trainers",
	"competencies", "questionnaires", "reports",	 "history",  "rubrics",
	"surveys",	"calendar",	  "yearly-plan", "jp",
};

enum { MENU_COUNT = sizeof menu / sizeof *menu };

struct menu_place {
	const char *name;
	int row, column;
};

static void add(struct home *h, int64_t programme, enum style style, const char *text)
{
	h->lines[h->count++] = (struct line){ programme, 0, NULL, text, style };
}

static bool leads_somewhere(const struct line *l)
{
	return l->programme != 0 || l->draft;
}

/* What does not fit is not passed over in silence. */
static void add_more(struct home *h, struct arena *a, size_t more)
{
	if (more > OVERVIEW_MORE)
		add(h, 0, STYLE_DIM,
		    arena_printf(a, _("and more than %d more"), OVERVIEW_MORE));
	else if (more > 0)
		add(h, 0, STYLE_DIM, arena_printf(a, _("and %d more"), (int)more));
}

enum { STATUS_LEAST = 9, STATUS_MOST = 12 };

/* As wide as the states that are there. */
static int status_width(const struct overview *o)
{
	int widest = STATUS_LEAST;

	for (size_t i = 0; i < o->programme_count; i++) {
		int width = text_width(
			choice_label(programme_status_choices, o->programmes[i].status));

		widest = width > widest ? width : widest;
	}
	return widest < STATUS_MOST ? widest : STATUS_MOST;
}

static void add_programmes(struct home *h, const struct overview *o, struct arena *a)
{
	int status = status_width(o);

	add(h, 0, STYLE_KEY, _("Programmes"));
	for (size_t i = 0; i < o->programme_count; i++) {
		const struct overview_programme *p = &o->programmes[i];

		add(h, p->id, STYLE_PLAIN,
		    arena_printf(
			    a, "%s  %s  %s  %s", text_column(a, p->code, 8),
			    text_column(a,
					choice_label(programme_status_choices, p->status),
					status),
			    text_column(a, date_shown(a, p->starts), 10), p->title));
	}
	if (o->programme_count == 0)
		add(h, 0, STYLE_DIM, _("None is open. n makes a new one."));
	add_more(h, a, o->more_programmes);
}

static void add_due(struct home *h, const struct overview *o, struct arena *a)
{
	add(h, 0, STYLE_PLAIN, "");
	add(h, 0, STYLE_KEY, _("Due in the next two weeks"));
	for (size_t i = 0; i < o->due_count; i++) {
		const struct overview_due *d = &o->due[i];

		add(h, d->programme, d->late ? STYLE_BAD : STYLE_PLAIN,
		    arena_printf(a, "%s  %s  %s%s",
				 text_column(a, date_shown(a, d->date), 10),
				 text_column(a, d->code, 8), d->late ? _("Late: ") : "",
				 d->what));
		h->lines[h->count - 1].project = d->project;
	}
	if (o->due_count == 0)
		add(h, 0, STYLE_DIM, _("Nothing."));
	add_more(h, a, o->more_due);
}

static void add_gaps(struct home *h, const struct overview *o, struct arena *a)
{
	add(h, 0, STYLE_PLAIN, "");
	add(h, 0, STYLE_KEY, _("Unfinished"));
	for (size_t i = 0; i < o->gap_count; i++)
		add(h, o->gaps[i].programme, STYLE_PLAIN,
		    arena_printf(a, "%s  %s", text_column(a, o->gaps[i].code, 8),
				 o->gaps[i].text));
	if (o->gap_count == 0)
		add(h, 0, STYLE_DIM, _("Nothing."));
	add_more(h, a, o->more_gaps);
	if (o->partly)
		add(h, 0, STYLE_DIM,
		    arena_printf(a,
				 _("Only the first %d programmes of each state were "
				   "looked at."),
				 OVERVIEW_LOOKED));
}

/* What was half typed when the program ended stands above all else. */
static bool add_drafts(struct home *h, struct app *app, struct arena *a, struct err *err)
{
	const char **kept;
	size_t count;

	if (!draft_list(app->db, a, &kept, &count, err))
		return false;
	h->lines = arena_array(a, count + 4, sizeof *h->lines);
	if (count == 0)
		return true;
	add(h, 0, STYLE_WARN, _("Half typed, not saved yet"));
	for (size_t i = 0; i < count; i++) {
		const char *label;

		if (!draft_label(app, kept[i], a, &label, err))
			return false;
		add(h, 0, STYLE_PLAIN, label);
		h->lines[h->count - 1].draft = kept[i];
	}
	add(h, 0, STYLE_PLAIN, "");
	return true;
}

static void add_backup(struct home *h, struct ui *ui, struct arena *a)
{
	enum style style = STYLE_PLAIN;
	const char *text = backup_hint(ui, a, &style);

	if (*text == '\0')
		return;
	add(h, 0, style, text);
	add(h, 0, STYLE_PLAIN, "");
}

static void select_line(struct home *h, size_t from)
{
	h->selected = from < h->count ? from : 0;
	while (h->selected < h->count && !leads_somewhere(&h->lines[h->selected]))
		h->selected++;
	if (h->selected == h->count)
		h->selected = 0;
}

static bool home_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct app *app = app_of(ui);
	struct home *h = s->state;
	struct arena *a = &s->rows;
	struct overview o;
	size_t drafts;

	arena_reset(a);
	h->count = 0;
	if (!add_drafts(h, app, a, err) ||
	    !overview_load(app->db, clock_today(), a, &o, err) ||
	    !overview_warn(app->db, app->settings, a, &o, err))
		return false;
	add_backup(h, ui, a);
	drafts = h->count;
	h->lines = arena_grow(a, h->lines, drafts * sizeof *h->lines,
			      (drafts + o.programme_count + o.due_count + o.gap_count +
			       13) * sizeof *h->lines);
	add_programmes(h, &o, a);
	add_due(h, &o, a);
	add_gaps(h, &o, a);
	select_line(h, h->selected);
	return true;
}

static bool home_open(struct ui *ui, struct screen *s, const void *argument,
		      struct err *err)
{
	(void)argument;
	return home_reload(ui, s, err);
}

static const char *home_title(struct ui *ui, struct screen *s)
{
	struct app *app = app_of(ui);
	const char *office = app->settings->office;

	(void)s;
	return arena_printf(ui_scratch(ui), "%s%s%s", office, *office ? "  " : "",
			    date_to_long(ui_scratch(ui), clock_today()));
}

/* Where the entries of the menu stand: one below the other, or in a narrow
 * window one behind the other, as many in a row as fit. The rows it takes. */
static int lay_out_menu(struct ui *ui, bool narrow, struct menu_place places[MENU_COUNT])
{
	int row = 0, column = 0;

	for (int i = 0; i < MENU_COUNT; i++) {
		const char *name = ui_command_help(ui, CONTEXT_HOME, menu[i]);
		int width = 2 + text_width(name);

		if (i > 0 && (!narrow || column + width > ui_columns(ui))) {
			row++;
			column = 0;
		}
		places[i] = (struct menu_place){ name, row, column };
		column += width + 2;
	}
	return row + 1;
}

static void draw_menu(struct canvas *c, struct ui *ui,
		      const struct menu_place places[MENU_COUNT], int top)
{
	for (int i = 0; i < MENU_COUNT; i++) {
		int row = top + places[i].row, column = places[i].column;

		canvas_text(c, row, column, 0, STYLE_KEY,
			    ui_command_key(ui, CONTEXT_HOME, menu[i]));
		canvas_text(c, row, column + 2, MENU_WIDTH - 3, STYLE_PLAIN,
			    places[i].name);
	}
}

static void home_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct home *h = s->state;
	bool narrow = canvas_columns(c) < NARROW;
	int column = narrow ? 0 : MENU_WIDTH;
	struct menu_place places[MENU_COUNT];
	int menu_rows = lay_out_menu(ui, narrow, places);
	int below = narrow ? menu_rows : 0;
	size_t rows = (size_t)(canvas_rows(c) > below ? canvas_rows(c) - below : 1);

	if (h->selected < h->top)
		h->top = h->selected > 0 ? h->selected - 1 : 0;
	if (h->selected >= h->top + rows)
		h->top = h->selected - rows + 1;
	if (h->selected < rows)
		h->top = 0;
	for (size_t i = 0; i < rows && h->top + i < h->count; i++) {
		const struct line *l = &h->lines[h->top + i];
		bool focus = h->top + i == h->selected && leads_somewhere(l);

		canvas_text(c, (int)i, column, 2, focus ? STYLE_FOCUS : l->style,
			    focus ? ">" : "");
		canvas_text(c, (int)i, column + (leads_somewhere(l) ? 2 : 0),
			    canvas_columns(c) - column - (leads_somewhere(l) ? 2 : 0),
			    focus ? STYLE_FOCUS : l->style, l->text);
		if (focus)
			canvas_cursor(c, (int)i, column);
	}
	draw_menu(c, ui, places, narrow ? canvas_rows(c) - below : 0);
}

static ui_flags step_line(struct home *h, int way)
{
	for (size_t i = h->selected; way > 0 ? i + 1 < h->count : i > 0;) {
		i = way > 0 ? i + 1 : i - 1;
		if (leads_somewhere(&h->lines[i])) {
			h->selected = i;
			break;
		}
	}
	return UI_NOTHING;
}

static ui_flags open_line(struct ui *ui, const struct home *h)
{
	const struct line *l = h->selected < h->count ? &h->lines[h->selected] : NULL;

	if (l && l->draft)
		draft_open(ui, l->draft);
	else if (l && l->project != 0)
		record_open_own(ui, kind_find("project"), l->project);
	else if (l && l->programme != 0)
		record_open_own(ui, &programme_kind, l->programme);
	return UI_RELOAD;
}

static ui_flags home_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct home *h = s->state;

	switch (key) {
	case UI_KEY_DOWN:
		return step_line(h, 1);
	case UI_KEY_UP:
		return step_line(h, -1);
	case UI_KEY_HOME:
		select_line(h, 0);
		return UI_NOTHING;
	case UI_KEY_END_:
		h->selected = h->count > 0 ? h->count - 1 : 0;
		return h->count > 0 && leads_somewhere(&h->lines[h->selected])
			       ? UI_NOTHING
			       : step_line(h, -1);
	case UI_KEY_ENTER:
		return open_line(ui, h);
	default:
		return UI_IGNORED;
	}
}

static const char *home_hint(struct ui *ui, struct screen *s)
{
	(void)ui;
	(void)s;
	return _("Arrows and Enter open a line, a digit a list, / finds people and "
		 "projects");
}

static bool home_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct home *h = s->state;

	*kind = &programme_kind;
	*id = h->selected < h->count ? h->lines[h->selected].programme : 0;
	return *id != 0;
}

const struct screen_class home_class = {
	.name = "home",
	.context = CONTEXT_HOME,
	.state_size = sizeof(struct home),
	.open = home_open,
	.title = home_title,
	.reload = home_reload,
	.draw = home_draw,
	.key = home_key,
	.hint = home_hint,
	.record = home_record,
};

static ui_flags open_list(struct ui *ui, const char *kind, const char *filter)
{
	const struct list_argument argument = { .kind = kind_find(kind),
						.filter = filter };

	list_run(ui, &argument);
	return UI_RELOAD;
}

ui_flags place_programmes(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "programme", "");
}

ui_flags place_persons(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "person", "");
}

ui_flags place_units(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "unit", "");
}

ui_flags place_partners(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "partner", "");
}

ui_flags place_trainers(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "trainer", "");
}

ui_flags place_competencies(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "competency", "");
}

ui_flags place_questionnaires(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "questionnaire", "");
}

ui_flags place_surveys(struct ui *ui, struct screen *s)
{
	(void)s;
	return open_list(ui, "survey", "");
}

ui_flags place_rubrics(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_run(ui, &rubrics_class, NULL, NULL);
	return UI_RELOAD;
}

ui_flags place_history(struct ui *ui, struct screen *s)
{
	(void)s;
	ui_run(ui, &history_class, NULL, NULL);
	return UI_RELOAD;
}

ui_flags home_new(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = { .kind = &programme_kind };
	int64_t id = 0;

	(void)s;
	ui_run(ui, &record_edit_class, &argument, &id);
	if (id != 0)
		record_open_own(ui, &programme_kind, id);
	return UI_RELOAD;
}

/* Persons, programmes and projects at once. */
ui_flags home_find(struct ui *ui, struct screen *s)
{
	static const struct kind *const places[] = { &person_kind, &programme_kind,
						     &project_kind, NULL };
	struct found found = { .arena = ui_scratch(ui), .typed = "" };
	const struct find_argument argument = { .kinds = places,
						.label = _("Find:"),
						.title = _(
							"Persons, programmes, projects"),
						.found = &found };
	int64_t result = FIND_NOTHING;

	(void)s;
	ui_run(ui, &finder_class, &argument, &result);
	if (result == FIND_LIST)
		return open_list(ui, "person", found.typed);
	if (result == FIND_TAKEN)
		record_open_own(ui, found.kind, found.id);
	return result == FIND_NOTHING ? UI_NOTHING : UI_RELOAD;
}
