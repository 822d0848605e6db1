#include "domain/division.h"

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "grid_commands.h"

/*
 * Dividing participants: a number and Enter divide anew, r reshuffles, the
 * rules and their state stand below, F10 saves.
 */
struct division {
	int64_t programme;
	struct division_plan plan; /* as it was loaded */
	struct division_person *people;
	size_t count, selected, top;
	bool *marked;
	struct division_rules rules;
	struct division_result result;
	char typed[4];
	bool changed;
	bool had_groups;
	size_t *order; /* people by group and name */
};

static void sort_people(struct division *v)
{
	size_t used = 0;

	for (int g = DIVISION_NONE; g < (int)v->rules.groups; g++) {
		for (size_t i = 0; i < v->count; i++) {
			if (v->people[i].group == g)
				v->order[used++] = i;
		}
	}
}

static void divide(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	(void)ui;
	division_run(v->people, v->count, &v->rules, &s->rows, &v->result);
	v->changed = true;
	sort_people(v);
}

static bool all_grouped(const struct division *v)
{
	for (size_t i = 0; i < v->count; i++) {
		if (v->people[i].group < 0)
			return false;
	}
	return v->count > 0;
}

static size_t proposed_groups(const struct app *app, size_t people)
{
	size_t size = (size_t)app->settings->group_size;
	size_t groups = (people + size - 1) / size;

	return groups > GROUPS_MOST ? GROUPS_MOST : groups;
}

static bool division_open(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	struct app *app = app_of(ui);
	struct division *v = s->state;
	size_t groups = 0;

	v->programme = *(const int64_t *)argument;
	if (!division_load(app->db, v->programme, &s->arena, &v->plan, err))
		return false;
	v->people = v->plan.people;
	v->count = v->plan.count;
	v->rules = v->plan.rules;
	groups = v->rules.groups;
	if (v->count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("Nobody holds a place yet. Press p to enrol participants."));
	v->marked = arena_array(&s->arena, v->count, sizeof *v->marked);
	v->order = arena_array(&s->arena, v->count, sizeof *v->order);
	v->had_groups = groups > 0;
	v->rules.groups = groups ? groups : proposed_groups(app, v->count);
	if (!v->had_groups)
		v->rules.seed = (uint64_t)clock_today().day;
	sort_people(v);
	if (all_grouped(v))
		division_judge(v->people, v->count, &v->rules, &s->rows, &v->result);
	return true;
}

static const char *division_title(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	return arena_printf(ui_scratch(ui), _("Groups  %zu people in %zu groups, seed %llu%s"),
			    v->count, v->rules.groups, (unsigned long long)v->rules.seed,
			    v->changed ? "  *" : "");
}

static void draw_person(struct ui *ui, struct division *v, size_t at, int row,
			struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct division_person *p = &v->people[v->order[at]];
	bool focus = at == v->selected, marked = v->marked[v->order[at]];
	enum style style = focus ? STYLE_FOCUS : p->group % 2 ? STYLE_DIM : STYLE_PLAIN;
	const char *pre = number_hundredths(a, p->pre, number_mark());

	canvas_text(c, row, 0, canvas_columns(c), style,
		    arena_printf(a, "%s%s %3s  %s  %s %s %-6s %6s", focus ? ">" : " ",
				 marked ? "*" : " ",
				 p->group < 0 ? "–" : arena_printf(a, "%d", p->group + 1),
				 text_column(a, p->name, canvas_columns(c) > 60 ? 30 : 14),
				 text_column(a, p->unit, 8), *p->sex ? p->sex : "-", p->grade,
				 pre));
	if (p->locked)
		canvas_text(c, row, 6, 1, focus ? STYLE_FOCUS : STYLE_MARK, "=");
}

static int draw_findings(struct ui *ui, struct division *v, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	int most = canvas_rows(c) / 3, row = canvas_rows(c);
	int rows = (int)v->result.finding_count + (v->changed ? 1 : 0);

	if (v->result.finding_count == 0)
		return row;
	rows = rows > most ? most : rows;
	row -= rows;
	canvas_rule(c, row - 1, 0, canvas_columns(c));
	for (int i = 0; i < rows && (size_t)i < v->result.finding_count; i++) {
		const struct division_finding *f = &v->result.findings[i];

		canvas_text(c, row + i, 0, 0, f->holds ? STYLE_GOOD : STYLE_BAD,
			    arena_printf(a, "%s  %s", f->holds ? _("holds") : _("FAILS"),
					 f->text));
	}
	if (v->changed && (size_t)rows > v->result.finding_count)
		canvas_text(c, canvas_rows(c) - 1, 0, 0, STYLE_PLAIN,
			    arena_printf(a,
					 _("Unevenness before → after:  unit %.1f → %.1f  sex "
					   "%.1f → %.1f  grade %.1f → %.1f  pre %.1f → %.1f"),
					 v->result.before.unit, v->result.after.unit,
					 v->result.before.sex, v->result.after.sex,
					 v->result.before.grade, v->result.after.grade,
					 v->result.before.pre, v->result.after.pre));
	return row - 1;
}

static void division_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct division *v = s->state;
	size_t rows = (size_t)draw_findings(ui, v, c);

	if (v->selected < v->top)
		v->top = v->selected;
	if (v->selected >= v->top + rows)
		v->top = v->selected - rows + 1;
	for (size_t i = 0; i < rows && v->top + i < v->count; i++)
		draw_person(ui, v, v->top + i, (int)i, c);
}

static ui_flags type_digit(struct ui *ui, struct division *v, int32_t key)
{
	size_t length = strlen(v->typed);

	if (length + 1 < sizeof v->typed) {
		v->typed[length] = (char)key;
		v->typed[length + 1] = '\0';
	}
	ui_say(ui, _("Groups: %s   Enter divides"), v->typed);
	return UI_REDRAW;
}

static ui_flags divide_typed(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	long groups = strtol(v->typed, NULL, 10);

	if (v->typed[0] == '\0' && v->changed)
		return division_write(ui, s);
	if (v->typed[0] == '\0')
		groups = (long)v->rules.groups;
	v->typed[0] = '\0';
	if (groups < 1 || groups > GROUPS_MOST || (size_t)groups > v->count) {
		ui_refuse(ui, _("Type how many groups, from 1 to %zu, then Enter."), v->count);
		return UI_REDRAW;
	}
	v->rules.groups = (size_t)groups;
	v->rules.keep = false;
	divide(ui, s);
	ui_say(ui, _("Look it over: r reshuffles, Enter saves, Esc leaves everything as it was."));
	return UI_REDRAW;
}

static ui_flags division_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct division *v = s->state;

	if (key >= '0' && key <= '9')
		return type_digit(ui, v, key);
	switch (key) {
	case UI_KEY_DOWN:
		v->selected += v->selected + 1 < v->count;
		return UI_REDRAW;
	case UI_KEY_UP:
		v->selected -= v->selected > 0;
		return UI_REDRAW;
	case UI_KEY_PAGE_DOWN:
		v->selected = v->selected + 10 < v->count ? v->selected + 10 : v->count - 1;
		return UI_REDRAW;
	case UI_KEY_PAGE_UP:
		v->selected = v->selected > 10 ? v->selected - 10 : 0;
		return UI_REDRAW;
	case ' ':
		v->marked[v->order[v->selected]] = !v->marked[v->order[v->selected]];
		v->selected += v->selected + 1 < v->count;
		return UI_REDRAW;
	case UI_KEY_ENTER:
		return divide_typed(ui, s);
	default:
		return UI_IGNORED;
	}
}

static const char *division_hint(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	(void)ui;
	if (v->had_groups && !v->changed)
		return _("r keeps who has a group and places the others; a number and Enter "
			 "divide anew");
	return _("Number Enter divides, Space marks, x swaps two marked, l locks");
}

const struct screen_class division_class = {
	.name = "division",
	.context = CONTEXT_DIVISION,
	.state_size = sizeof(struct division),
	.open = division_open,
	.title = division_title,
	.draw = division_draw,
	.key = division_key,
	.hint = division_hint,
};

ui_flags division_shuffle(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	v->rules.keep = v->had_groups && !v->changed && !all_grouped(v);
	if (!v->rules.keep)
		v->rules.seed++;
	divide(ui, s);
	if (v->rules.keep)
		ui_say(ui, _("Everybody keeps the group; only people without one were placed."));
	else
		ui_say(ui, _("Reshuffled with seed %llu."), (unsigned long long)v->rules.seed);
	return UI_REDRAW;
}

ui_flags division_lock(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	struct division_person *p = &v->people[v->order[v->selected]];

	(void)ui;
	p->locked = !p->locked && p->group >= 0;
	v->changed = true;
	v->selected += v->selected + 1 < v->count;
	return UI_REDRAW;
}

/* The two marked people. */
static bool marked_pair(struct ui *ui, const struct division *v, struct division_pair *pair)
{
	size_t found[3] = { 0, 0, 0 }, count = 0;

	for (size_t i = 0; i < v->count && count < 3; i++) {
		if (v->marked[i])
			found[count++] = i;
	}
	if (count != 2) {
		ui_refuse(ui, _("Mark two people with Space first."));
		return false;
	}
	*pair = (struct division_pair){ found[0], found[1] };
	return true;
}

static void judge_again(struct screen *s)
{
	struct division *v = s->state;
	struct division_balance before = v->result.before;

	memset(v->marked, 0, v->count * sizeof *v->marked);
	v->changed = true;
	sort_people(v);
	if (!all_grouped(v))
		return;
	division_judge(v->people, v->count, &v->rules, &s->rows, &v->result);
	v->result.before = before;
}

ui_flags division_swap(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	struct division_pair pair;
	int kept;

	if (!marked_pair(ui, v, &pair))
		return UI_REDRAW;
	kept = v->people[pair.a].group;
	v->people[pair.a].group = v->people[pair.b].group;
	v->people[pair.b].group = kept;
	judge_again(s);
	ui_say(ui, _("Swapped."));
	return UI_REDRAW;
}

static ui_flags add_rule(struct ui *ui, struct screen *s, bool apart)
{
	struct division *v = s->state;
	struct division_pair pair;
	struct err err = { 0 };

	if (!marked_pair(ui, v, &pair))
		return UI_REDRAW;
	if (!division_rule_add(&v->rules, apart, pair, &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	judge_again(s);
	ui_say(ui, _("The rule is noted; a number and Enter divide with it."));
	return UI_REDRAW;
}

ui_flags division_together(struct ui *ui, struct screen *s)
{
	return add_rule(ui, s, false);
}

ui_flags division_apart(struct ui *ui, struct screen *s)
{
	return add_rule(ui, s, true);
}

ui_flags division_unit(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	const char *text = "";
	int64_t least;

	if (!ui_ask(ui, _("At least how many of a unit together (0: no rule):"), "2",
		    ui_scratch(ui), &text))
		return UI_REDRAW;
	if (!number_parse_int(text, &least) || least < 0 || least > 20) {
		ui_refuse(ui, _("Type a number from 0 to 20."));
		return UI_REDRAW;
	}
	v->rules.unit_least = (int)least;
	judge_again(s);
	return UI_REDRAW;
}

ui_flags division_write(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	const char *reason = "";
	struct err err = { 0 };

	if (!all_grouped(v)) {
		ui_refuse(ui, _("Some people have no group yet. r places them."));
		return UI_REDRAW;
	}
	if (v->had_groups && !ui_ask(ui, _("Why are the groups changed?"), "", &s->arena, &reason))
		return UI_REDRAW;
	v->plan.rules = v->rules;
	if (!division_save(app_of(ui)->db, &v->plan, reason, &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	ui_say(ui, _("Groups saved   (Ctrl+Z takes them back)"));
	return UI_CLOSE | UI_RELOAD;
}
