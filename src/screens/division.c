#include "division.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "grid_commands.h"

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
		return err_set(
			err, ERR_NOT_FOUND,
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
		division_judge(plan->people, plan->count, &plan->rules, &s->rows,
			       &v->result);
	return true;
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
	return UI_NOTHING;
}

static ui_flags divide_typed(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	long groups = strtol(v->typed, NULL, 10);
	long most = v->plan.count < GROUPS_MOST ? (long)v->plan.count : GROUPS_MOST;

	if (v->typed[0] == '\0' && v->changed)
		return division_write(ui, s);
	if (v->typed[0] == '\0')
		groups = (long)v->plan.rules.groups;
	v->typed[0] = '\0';
	if (groups < 1 || groups > most) {
		ui_refuse(ui, _("Type how many groups, from 1 to %ld, then Enter."),
			  most);
		return UI_NOTHING;
	}
	v->plan.rules.groups = (size_t)groups;
	v->plan.rules.keep = false;
	divide(s);
	ui_say(ui, _("Look it over: r reshuffles, Enter saves, Esc leaves everything as "
		     "it was."));
	return UI_NOTHING;
}

static ui_flags move(struct division *v, int32_t key)
{
	return ui_move(&v->selected, v->plan.count, v->page, key);
}

static ui_flags division_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct division *v = s->state;

	if (key == UI_KEY_IDLE || key == UI_KEY_HANGUP || key == UI_KEY_RESIZE)
		return UI_NOTHING;
	if ((key >= '0' && key <= '9') ||
	    (key == UI_KEY_BACKSPACE && v->typed[0] != '\0'))
		return type_digit(v, key);
	if (key == UI_KEY_ENTER)
		return divide_typed(ui, s);
	v->typed[0] = '\0';
	if (key != ' ')
		return move(v, key);
	v->marked[v->order[v->selected]] = !v->marked[v->order[v->selected]];
	return move(v, UI_KEY_DOWN);
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
		ui_say(ui,
		       P_("%d person moved, everybody else keeps the group.",
			  "%d people moved, everybody else keeps the group.",
			  v->result.moved),
		       (int)v->result.moved);
	else
		ui_say(ui, _("Reshuffled with seed %llu."),
		       (unsigned long long)rules->seed);
	return UI_NOTHING;
}

/* After a change by hand: what holds now, against the same beginning. */
static void judge_again(struct screen *s)
{
	struct division *v = s->state;
	struct division_balance before = v->changed ? v->result.before : v->result.after;

	memset(v->marked, 0, v->plan.count * sizeof *v->marked);
	v->changed = true;
	sort_people(v);
	division_judge(v->plan.people, v->plan.count, &v->plan.rules, &s->rows,
		       &v->result);
	v->result.before = before;
}

ui_flags division_lock(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	struct division_person *p = &v->plan.people[v->order[v->selected]];

	if (p->group < 0) {
		ui_refuse(ui, _("This person has no group yet. Divide first."));
		return UI_NOTHING;
	}
	p->locked = !p->locked;
	v->changed = true;
	return move(v, UI_KEY_DOWN);
}

/* The two marked people. */
static bool marked_pair(struct ui *ui, const struct division *v,
			struct division_pair *pair)
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
		return UI_NOTHING;
	kept = people[pair.a].group;
	people[pair.a].group = people[pair.b].group;
	people[pair.b].group = kept;
	judge_again(s);
	ui_say(ui, _("Swapped: %s and %s."), people[pair.a].name, people[pair.b].name);
	return UI_NOTHING;
}

static ui_flags add_rule(struct ui *ui, struct screen *s, bool apart)
{
	struct division *v = s->state;
	struct division_pair pair;
	struct err err = { 0 };

	if (!marked_pair(ui, v, &pair))
		return UI_NOTHING;
	if (!division_rule_add(&v->plan.rules, apart, pair, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	judge_again(s);
	ui_say(ui, _("The rule is noted; r divides with it, F6 shows all rules."));
	return UI_NOTHING;
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
		const struct division_pair *p =
			i < together ? &r->together[i] : &r->apart[i - together];

		choices[i] = (struct ui_choice){
			arena_printf(a,
				     i < together ? _("Together: %s and %s")
						  : _("Apart: %s and %s"),
				     v->plan.people[p->a].name,
				     v->plan.people[p->b].name),
			""
		};
	}
	if (count == 0) {
		ui_say(ui,
		       _("There are no rules yet. Mark two with Space, then t or a."));
		return UI_NOTHING;
	}
	picked = ui_pick(ui, _("Rules; Enter takes one away"), choices, count, 0);
	if (picked < 0)
		return UI_NOTHING;
	division_rule_remove(&v->plan.rules,
			     (size_t)picked < together
				     ? r->together[picked]
				     : r->apart[(size_t)picked - together]);
	judge_again(s);
	return UI_NOTHING;
}

ui_flags division_unit(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	const char *text = "2";
	int64_t least = -1;

	while (least < 0) {
		if (!ui_ask(ui, _("At least how many of a unit together (0: no rule):"),
			    text, ui_scratch(ui), &text))
			return UI_NOTHING;
		if (number_parse_int(text, &least) && least >= 0 && least <= 20)
			break;
		least = -1;
		ui_refuse(ui, _("Type a number from 0 to 20."));
	}
	v->plan.rules.unit_least = (int)least;
	judge_again(s);
	return UI_NOTHING;
}

ui_flags division_write(struct ui *ui, struct screen *s)
{
	struct division *v = s->state;
	const char *reason = "";
	struct err err = { 0 };

	if (without_group(v) > 0) {
		ui_refuse(ui, _("Some people have no group yet. r places them."));
		return UI_NOTHING;
	}
	if (v->had_groups &&
	    !ui_ask(ui, _("Why are the groups changed?"), "", &s->arena, &reason))
		return UI_NOTHING;
	if (!division_save(app_of(ui)->db, &v->plan, reason, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_say(ui, _("Groups saved   (Ctrl+Z takes them back)"));
	return UI_CLOSE | UI_RELOAD;
}

ui_flags division_leave(struct ui *ui, struct screen *s)
{
	const struct division *v = s->state;

	if (v->changed && !ui_confirm(ui, _("Leave the groups as they were before?")))
		return UI_NOTHING;
	return UI_CLOSE | UI_RELOAD;
}
