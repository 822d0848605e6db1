#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/i18n.h"
#include "base/number.h"
#include "division_work.h"

enum { GRADE_LEVELS = 5, BROKEN = 1000000 };

/* "III/c" counts as level 3. */
static int grade_level(const char *grade)
{
	static const char *const roman[] = { "", "I", "II", "III", "IV" };
	size_t length = strcspn(grade, "/");

	for (int i = 1; i < GRADE_LEVELS; i++) {
		if (strlen(roman[i]) == length && strncmp(roman[i], grade, length) == 0)
			return i;
	}
	return 0;
}

static int unit_number(const struct work *w, size_t i)
{
	for (size_t k = 0; k < i; k++) {
		if (strcmp(w->people[k].unit, w->people[i].unit) == 0)
			return w->unit[k];
	}
	return -1;
}

void work_prepare(struct work *w, struct arena *arena)
{
	double sum = 0;
	int known = 0;

	w->unit = arena_array(arena, w->count + 1, sizeof *w->unit);
	w->sex = arena_array(arena, w->count + 1, sizeof *w->sex);
	w->grade = arena_array(arena, w->count + 1, sizeof *w->grade);
	for (size_t i = 0; i < w->count; i++) {
		int number = unit_number(w, i);

		w->unit[i] = number < 0 ? w->unit_count++ : number;
		w->sex[i] = strcmp(w->people[i].sex, "P") == 0;
		w->grade[i] = grade_level(w->people[i].grade);
		if (w->people[i].pre != NUMBER_NONE) {
			sum += (double)w->people[i].pre / 100;
			known++;
		}
	}
	w->pre_mean = known ? sum / known : 0;
	w->sizes = arena_array(arena, w->rules->groups, sizeof *w->sizes);
	w->in_unit = arena_array(arena, w->rules->groups * (size_t)(w->unit_count + 1),
				 sizeof *w->in_unit);
}

static double square(double x)
{
	return x * x;
}

/* Squared differences from an even share, over groups and classes. */
static double spread(const struct work *w, const int *class, int classes, struct arena *a)
{
	size_t groups = w->rules->groups;
	int *counts = arena_array(a, groups * (size_t)classes, sizeof *counts);
	int *totals = arena_array(a, (size_t)classes, sizeof *totals);
	double sum = 0;

	for (size_t i = 0; i < w->count; i++) {
		if (w->people[i].group < 0)
			continue;
		counts[(size_t)w->people[i].group * (size_t)classes +
		       (size_t) class[i]]++;
		totals[class[i]]++;
	}
	for (size_t g = 0; g < groups; g++) {
		for (int k = 0; k < classes; k++)
			sum += square(counts[g * (size_t)classes + (size_t)k] -
				      (double)totals[k] / (double)groups);
	}
	return sum;
}

static double pre_spread(const struct work *w, struct arena *a)
{
	size_t groups = w->rules->groups;
	double *sums = arena_array(a, groups, sizeof *sums);
	int *known = arena_array(a, groups, sizeof *known);
	double sum = 0;

	for (size_t i = 0; i < w->count; i++) {
		if (w->people[i].pre == NUMBER_NONE || w->people[i].group < 0)
			continue;
		sums[w->people[i].group] += (double)w->people[i].pre / 100;
		known[w->people[i].group]++;
	}
	for (size_t g = 0; g < groups; g++) {
		if (known[g])
			sum += square(sums[g] / known[g] - w->pre_mean);
	}
	return sum;
}

struct division_balance work_balance(const struct work *w, struct arena *scratch)
{
	struct division_balance b = {
		.unit = spread(w, w->unit, w->unit_count, scratch),
		.sex = spread(w, w->sex, 2, scratch),
		.grade = spread(w, w->grade, GRADE_LEVELS, scratch),
		.pre = pre_spread(w, scratch),
	};

	arena_reset(scratch);
	return b;
}

static int lonely(const struct work *w)
{
	int broken = 0;

	memset(w->in_unit, 0,
	       w->rules->groups * (size_t)(w->unit_count + 1) * sizeof *w->in_unit);
	for (size_t i = 0; i < w->count; i++) {
		if (w->people[i].group >= 0)
			w->in_unit[w->people[i].group * w->unit_count + w->unit[i]]++;
	}
	for (size_t i = 0; i < w->count; i++)
		broken += w->people[i].group >= 0 &&
			  w->in_unit[w->people[i].group * w->unit_count + w->unit[i]] <
				  w->rules->unit_least;
	return broken;
}

static bool are_together(const struct work *w, struct division_pair pair)
{
	int group = w->people[pair.a].group;

	return group >= 0 && group == w->people[pair.b].group;
}

static int broken_rules(const struct work *w)
{
	const struct division_rules *r = w->rules;
	int broken = 0;

	for (size_t i = 0; i < r->together_count; i++)
		broken += !are_together(w, r->together[i]);
	for (size_t i = 0; i < r->apart_count; i++)
		broken += are_together(w, r->apart[i]);
	return broken + (r->unit_least > 1 ? lonely(w) : 0);
}

/* One number to make small: broken rules first, then evenness. Units weigh
 * little where each person must have colleagues there. */
double work_cost(const struct work *w, struct arena *scratch)
{
	struct division_balance b = work_balance(w, scratch);
	double unit = w->rules->unit_least > 1 ? 0.1 : 1;

	return (double)BROKEN * broken_rules(w) + unit * b.unit + b.sex + b.grade +
	       0.05 * b.pre;
}

static void add_finding(struct division_result *r, bool holds, const char *text)
{
	r->findings[r->finding_count++] = (struct division_finding){ text, holds };
}

static void judge_pairs(const struct work *w, struct arena *arena,
			struct division_result *r)
{
	const struct division_rules *rules = w->rules;

	for (size_t i = 0; i < rules->together_count; i++) {
		struct division_pair pair = rules->together[i];

		add_finding(r, are_together(w, pair),
			    arena_printf(arena, _("Together: %s and %s"),
					 w->people[pair.a].name, w->people[pair.b].name));
	}
	for (size_t i = 0; i < rules->apart_count; i++) {
		struct division_pair pair = rules->apart[i];

		add_finding(r, !are_together(w, pair),
			    arena_printf(arena, _("Apart: %s and %s"),
					 w->people[pair.a].name, w->people[pair.b].name));
	}
}

static void judge_sizes(struct work *w, struct arena *arena, struct division_result *r)
{
	int least, most, without = 0;

	memset(w->sizes, 0, w->rules->groups * sizeof *w->sizes);
	for (size_t i = 0; i < w->count; i++) {
		if (w->people[i].group < 0)
			without++;
		else
			w->sizes[w->people[i].group]++;
	}
	least = most = w->sizes[0];
	for (size_t g = 1; g < w->rules->groups; g++) {
		least = w->sizes[g] < least ? w->sizes[g] : least;
		most = w->sizes[g] > most ? w->sizes[g] : most;
	}
	add_finding(r, most - least <= 1,
		    least == most ? arena_printf(arena, _("Groups of %d members"), most)
				  : arena_printf(arena, _("Groups of %d to %d members"),
						 least, most));
	if (without > 0)
		add_finding(r, false,
			    arena_printf(arena,
					 P_("%d person has no group",
					    "%d people have no group", without),
					 without));
}

void work_judge(struct work *w, struct arena *arena, struct division_result *r)
{
	struct arena scratch = { 0 };
	int alone;

	r->findings = arena_array(arena, 2 * DIVISION_PAIRS + 3, sizeof *r->findings);
	r->finding_count = 0;
	judge_sizes(w, arena, r);
	judge_pairs(w, arena, r);
	if (w->rules->unit_least > 1) {
		alone = lonely(w);
		add_finding(
			r, alone == 0,
			arena_printf(
				arena,
				_("At least %d of each unit in a group: %d people are "
				  "with fewer"),
				w->rules->unit_least, alone));
	}
	r->after = work_balance(w, &scratch);
	arena_done(&scratch);
}

void division_judge(const struct division_person *people, size_t count,
		    const struct division_rules *rules, struct arena *arena,
		    struct division_result *result)
{
	struct division_person *copy = arena_array(arena, count + 1, sizeof *copy);
	struct work w = { .people = copy, .count = count, .rules = rules };

	BUG_ON(rules->groups == 0);
	memcpy(copy, people, count * sizeof *copy);
	for (size_t i = 0; i < count; i++) {
		if (copy[i].group < 0 || (size_t)copy[i].group >= rules->groups)
			copy[i].group = DIVISION_NONE;
	}
	result->moved = 0;
	work_prepare(&w, arena);
	work_judge(&w, arena, result);
}
