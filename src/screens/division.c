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
 * rules and their state stand below, F10 saves. Where there are groups
 * already, r keeps who has one and moves as few as it can.
 */
enum { NAME_WIDE = 32, NAME_NARROW = 16, WIDE = 60, FINDINGS_MOST = 6, FINDING_COLUMN = 18 };

struct division {
	struct division_plan plan;
	struct division_result result;
	size_t selected, top, page;
	bool *marked;
	char typed[4]; /* the number of groups being typed */
	bool changed, had_groups;
	size_t *order; /* people by group and name */
};

static void sort_people(struct division *v)
{
	size_t used = 0;

	for (int g = DIVISION_NONE; g < (int)v->plan.rules.groups; g++) {
		for (size_t i = 0; i < v->plan.count; i++) {
			if (v->plan.people[i].group == g)
				v->order[used++] = i;
		}
	}
}

static void divide(struct screen *s)
{
	struct division *v = s->state;

	division_run(v->plan.people, v->plan.count, &v->plan.rules, &s->rows, &v->result);
	v->changed = true;
	sort_people(v);
}

static size_t without_group(const struct division *v)
{
	size_t count = 0;

	for (size_t i = 0; i < v->plan.count; i++)
		count += v->plan.people[i].group < 0;
	return count;
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
	struct division_plan *plan = &v->plan;

	if (!division_load(app->db, *(const int64_t *)argument, &s->arena, plan, err))
		return false;
	if (plan->count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("Nobody holds a place yet. Press p to enrol participants."));
	v->marked = arena_array(&s->arena, plan->count, sizeof *v->marked);
	v->order = arena_array(&s->arena, plan->count, sizeof *v->order);
	v->had_groups = plan->rules.keep = plan->rules.groups > 0;
	if (!v->had_groups) {
		plan->rules.groups = proposed_groups(app, plan->count);
		plan->rules.seed = (uint64_t)clock_today().day;
	}
	sort_people(v);
	if (v->had_groups)
		division_judge(plan->people, plan->count, &plan->rules, &s->rows, &v->result);
	return true;
}

static const char *division_title(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	return arena_printf(ui_scratch(ui), _("Groups  %zu people in %zu groups, seed %llu%s"),
			    v->plan.count, v->plan.rules.groups,
			    (unsigned long long)v->plan.rules.seed, v->changed ? "  *" : "");
}

/* The cells of a row, for headings and people alike. */
struct cells {
	const char *group, *name, *unit, *sex, *grade, *pre;
};

static const char *row_text(struct ui *ui, const struct canvas *c, const struct cells *cells)
{
	struct arena *a = ui_scratch(ui);
	bool wide = canvas_columns(c) >= WIDE;
	const char *row = arena_printf(a, "%s  %s  %s", text_column_right(a, cells->group, 4),
				       text_column(a, cells->name, wide ? NAME_WIDE : NAME_NARROW),
				       text_column(a, cells->unit, 8));

	if (!wide)
		return row;
	return arena_printf(a, "%s  %s %s %s", row, text_column(a, cells->sex, 3),
			    text_column(a, cells->grade, 7), text_column_right(a, cells->pre, 8));
}

static void draw_person(struct ui *ui, const struct division *v, size_t at, int row,
			struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct division_person *p = &v->plan.people[v->order[at]];
	const struct division_person *before = at > 0 ? &v->plan.people[v->order[at - 1]] : NULL;
	bool focus = at == v->selected, first = !before || before->group != p->group || focus;
	enum style style = focus ? STYLE_FOCUS : STYLE_PLAIN;
	const struct cells cells = {
		.group = p->group < 0 ? "–" : first ? arena_printf(a, "%d", p->group + 1) : "",
		.name = p->name,
		.unit = p->unit,
		.sex = p->sex,
		.grade = p->grade,
		.pre = number_hundredths(a, p->pre, number_mark()),
	};

	canvas_text(c, row, 2, canvas_columns(c) - 2, style, row_text(ui, c, &cells));
	canvas_text(c, row, 0, 2, style,
		    arena_printf(a, "%s%s", focus ? ">" : " ",
				 v->marked[v->order[at]] ? "*" : " "));
	if (p->locked)
		canvas_text(c, row, 7, 1, focus ? STYLE_FOCUS : STYLE_MARK, "=");
	if (focus)
		canvas_cursor(c, row, 0);
}

static const char *balance_text(struct ui *ui, const struct division_result *r)
{
	struct arena *a = ui_scratch(ui);
	char mark = number_mark();
	const struct division_balance *b = &r->before, *n = &r->after;

	return arena_printf(a,
			    _("Unevenness before → now:  unit %s → %s   sex %s → %s   grade %s → %s"
			      "   pre-test %s → %s"),
			    number_real(a, b->unit, 1, mark), number_real(a, n->unit, 1, mark),
			    number_real(a, b->sex, 1, mark), number_real(a, n->sex, 1, mark),
			    number_real(a, b->grade, 1, mark), number_real(a, n->grade, 1, mark),
			    number_real(a, b->pre, 1, mark), number_real(a, n->pre, 1, mark));
}

/* The rules that fail stand first, those that hold after them. */
static int draw_findings(const struct division_result *r, struct canvas *c, int row, int most)
{
	int drawn = 0;

	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < r->finding_count && drawn < most; i++) {
			const struct division_finding *f = &r->findings[i];

			if (f->holds != (pass == 1))
				continue;
			canvas_text(c, row + drawn, 0, 0, f->holds ? STYLE_GOOD : STYLE_BAD,
				    f->holds ? _("holds") : _("FAILS"));
			canvas_text(c, row + drawn, FINDING_COLUMN, 0,
				    f->holds ? STYLE_PLAIN : STYLE_BAD, f->text);
			drawn++;
		}
	}
	return drawn;
}

/* What is to be said of the division, at the foot; the row above it. */
static int draw_judgement(struct ui *ui, const struct division *v, struct canvas *c)
{
	const char **lines;
	size_t count = 0;
	int rows = canvas_rows(c), findings = (int)v->result.finding_count;
	int most = rows / 3 < FINDINGS_MOST ? rows / 3 : FINDINGS_MOST, row;

	if (findings == 0)
		return rows;
	if (v->changed && rows >= 12)
		count = text_wrap(ui_scratch(ui), balance_text(ui, &v->result),
				  canvas_columns(c), &lines);
	findings = findings < most ? findings : most;
	row = rows - findings - (int)count;
	canvas_rule(c, row - 1, 0, canvas_columns(c));
	draw_findings(&v->result, c, row, findings);
	for (size_t i = 0; i < count; i++)
		canvas_text(c, row + findings + (int)i, 0, 0, STYLE_PLAIN, lines[i]);
	return row - 1;
}

static void division_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct division *v = s->state;
	const struct cells headings = { _("Gr."), _("Name"),  _("Unit"),
					_("Sex"), _("Grade"), _("Pre-test") };
	int rows = draw_judgement(ui, v, c) - 1;

	v->page = rows > 0 ? (size_t)rows : 1;
	if (v->selected < v->top)
		v->top = v->selected;
	if (v->selected >= v->top + v->page)
		v->top = v->selected - v->page + 1;
	canvas_text(c, 0, 2, 0, STYLE_DIM, row_text(ui, c, &headings));
	for (size_t i = 0; i < v->page && v->top + i < v->plan.count; i++)
		draw_person(ui, v, v->top + i, 1 + (int)i, c);
}

static ui_flags type_digit(struct division *v, int32_t key)
{
	size_t length = strlen(v->typed);

	if (key == UI_KEY_BACKSPACE) {
		v->typed[length - 1] = '\0';
	} else if (length + 1 < sizeof v->typed) {
		v->typed[length] = (char)key;
		v->typed[length + 1] = '\0';
	}
	return UI_REDRAW;
}

static ui_flags divide_typed(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	long groups = strtol(v->typed, NULL, 10);

	if (v->typed[0] == '\0' && v->changed)
		return division_write(ui, s);
	if (v->typed[0] == '\0')
		groups = (long)v->plan.rules.groups;
	v->typed[0] = '\0';
	if (groups < 1 || groups > GROUPS_MOST || (size_t)groups > v->plan.count) {
		ui_refuse(ui, _("Type how many groups, from 1 to %zu, then Enter."),
			  v->plan.count);
		return UI_REDRAW;
	}
	v->plan.rules.groups = (size_t)groups;
	v->plan.rules.keep = false;
	divide(s);
	ui_say(ui, _("Look it over: r reshuffles, Enter saves, Esc leaves everything as it was."));
	return UI_REDRAW;
}

static ui_flags move(struct division *v, int32_t key)
{
	size_t last = v->plan.count - 1;

	switch (key) {
	case UI_KEY_DOWN:
		v->selected += v->selected < last;
		return UI_REDRAW;
	case UI_KEY_UP:
		v->selected -= v->selected > 0;
		return UI_REDRAW;
	case UI_KEY_PAGE_DOWN:
		v->selected = v->selected + v->page < last ? v->selected + v->page : last;
		return UI_REDRAW;
	case UI_KEY_PAGE_UP:
		v->selected -= v->selected < v->page ? v->selected : v->page;
		return UI_REDRAW;
	case UI_KEY_HOME:
		v->selected = 0;
		return UI_REDRAW;
	case UI_KEY_END_:
		v->selected = last;
		return UI_REDRAW;
	default:
		return UI_IGNORED;
	}
}

static ui_flags division_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct division *v = s->state;

	if (key == UI_KEY_IDLE || key == UI_KEY_HANGUP || key == UI_KEY_RESIZE)
		return UI_NOTHING;
	if ((key >= '0' && key <= '9') || (key == UI_KEY_BACKSPACE && v->typed[0] != '\0'))
		return type_digit(v, key);
	if (key == UI_KEY_ENTER)
		return divide_typed(ui, s);
	v->typed[0] = '\0';
	if (key != ' ')
		return move(v, key);
	v->marked[v->order[v->selected]] = !v->marked[v->order[v->selected]];
	return move(v, UI_KEY_DOWN);
}

static const char *division_hint(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;

	if (v->typed[0] != '\0')
		return arena_printf(ui_scratch(ui), _("Groups: %s_   Enter divides"), v->typed);
	if (v->had_groups && !v->changed)
		return _("r keeps who has a group and evens out the rest; a number and Enter "
			 "divide anew");
	return v->changed ? _("Enter saves, r reshuffles; Space marks two: x swaps them") :
			    _("Type how many groups, then Enter; Space marks people");
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
	struct division_rules *rules = &v->plan.rules;

	if (v->changed || !rules->keep)
		rules->seed++;
	divide(s);
	if (rules->keep)
		ui_say(ui, P_("%d person moved, everybody else keeps the group.",
			      "%d people moved, everybody else keeps the group.", v->result.moved),
		       (int)v->result.moved);
	else
		ui_say(ui, _("Reshuffled with seed %llu."), (unsigned long long)rules->seed);
	return UI_REDRAW;
}

/* After a change by hand: what holds now, against the same beginning. */
static void judge_again(struct screen *s)
{
	struct division *v = s->state;
	struct division_balance before = v->changed ? v->result.before : v->result.after;

	memset(v->marked, 0, v->plan.count * sizeof *v->marked);
	v->changed = true;
	sort_people(v);
	division_judge(v->plan.people, v->plan.count, &v->plan.rules, &s->rows, &v->result);
	v->result.before = before;
}

ui_flags division_lock(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	struct division_person *p = &v->plan.people[v->order[v->selected]];

	if (p->group < 0) {
		ui_refuse(ui, _("This person has no group yet. Divide first."));
		return UI_REDRAW;
	}
	p->locked = !p->locked;
	v->changed = true;
	return move(v, UI_KEY_DOWN);
}

/* The two marked people. */
static bool marked_pair(struct ui *ui, const struct division *v, struct division_pair *pair)
{
	size_t found[3] = { 0, 0, 0 }, count = 0;

	for (size_t i = 0; i < v->plan.count && count < 3; i++) {
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

ui_flags division_swap(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	struct division_person *people = v->plan.people;
	struct division_pair pair;
	int kept;

	if (!marked_pair(ui, v, &pair))
		return UI_REDRAW;
	kept = people[pair.a].group;
	people[pair.a].group = people[pair.b].group;
	people[pair.b].group = kept;
	judge_again(s);
	ui_say(ui, _("Swapped: %s and %s."), people[pair.a].name, people[pair.b].name);
	return UI_REDRAW;
}

static ui_flags add_rule(struct ui *ui, struct screen *s, bool apart)
{
	struct division *v = s->state;
	struct division_pair pair;
	struct err err = { 0 };

	if (!marked_pair(ui, v, &pair))
		return UI_REDRAW;
	if (!division_rule_add(&v->plan.rules, apart, pair, &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	judge_again(s);
	ui_say(ui, _("The rule is noted; r divides with it, F6 shows all rules."));
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

/* All rules about two people; the one that is picked goes. */
ui_flags division_rules_shown(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	const struct division_rules *r = &v->plan.rules;
	size_t together = r->together_count, count = together + r->apart_count;
	struct arena *a = ui_scratch(ui);
	struct ui_choice *choices = arena_array(a, count + 1, sizeof *choices);
	int picked;

	for (size_t i = 0; i < count; i++) {
		const struct division_pair *p = i < together ? &r->together[i] :
							       &r->apart[i - together];

		choices[i] = (struct ui_choice){
			arena_printf(a, i < together ? _("Together: %s and %s") :
						       _("Apart: %s and %s"),
				     v->plan.people[p->a].name, v->plan.people[p->b].name),
			""
		};
	}
	if (count == 0) {
		ui_say(ui, _("There are no rules yet. Mark two with Space, then t or a."));
		return UI_REDRAW;
	}
	picked = ui_pick(ui, _("Rules; Enter takes one away"), choices, count, 0);
	if (picked < 0)
		return UI_REDRAW;
	division_rule_remove(&v->plan.rules, (size_t)picked < together ?
						     r->together[picked] :
						     r->apart[(size_t)picked - together]);
	judge_again(s);
	return UI_REDRAW;
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
	v->plan.rules.unit_least = (int)least;
	judge_again(s);
	return UI_REDRAW;
}

ui_flags division_write(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	const char *reason = "";
	struct err err = { 0 };

	if (without_group(v) > 0) {
		ui_refuse(ui, _("Some people have no group yet. r places them."));
		return UI_REDRAW;
	}
	if (v->had_groups && !ui_ask(ui, _("Why are the groups changed?"), "", &s->arena, &reason))
		return UI_REDRAW;
	if (!division_save(app_of(ui)->db, &v->plan, reason, &err)) {
		ui_fail(ui, &err);
		return UI_REDRAW;
	}
	ui_say(ui, _("Groups saved   (Ctrl+Z takes them back)"));
	return UI_CLOSE | UI_RELOAD;
}

ui_flags division_leave(struct ui *ui, struct screen *s)
{
	const struct division *v = s->state;

	if (v->changed && !ui_confirm(ui, _("Leave the groups as they were before?")))
		return UI_REDRAW;
	return UI_CLOSE | UI_RELOAD;
}
