#include "domain/division.h"

#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"

enum { TRIES_PER_PERSON = 400, GRADE_LEVELS = 5, BROKEN = 1000000 };

/* splitmix64, a public-domain generator by S. Vigna: small, and the same on
 * every machine. */
static uint64_t next_random(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static size_t below(uint64_t *state, size_t most)
{
	return (size_t)(next_random(state) % most);
}

/* People as small numbers, so that the search compares no texts. */
struct work {
	struct division_person *people;
	size_t count;
	const struct division_rules *rules;
	int *unit, *sex, *grade;
	int unit_count;
	double pre_mean;
	int *sizes;
	int *in_unit; /* groups × units */
};

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

static void prepare(struct work *w, struct arena *arena)
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
		counts[(size_t)w->people[i].group * (size_t)classes + (size_t)class[i]]++;
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
		if (w->people[i].pre == NUMBER_NONE)
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

static struct division_balance balance_of(const struct work *w, struct arena *scratch)
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
	for (size_t i = 0; i < w->count; i++)
		w->in_unit[w->people[i].group * w->unit_count + w->unit[i]]++;
	for (size_t i = 0; i < w->count; i++)
		broken += w->in_unit[w->people[i].group * w->unit_count + w->unit[i]] <
			  w->rules->unit_least;
	return broken;
}

static int broken_rules(const struct work *w)
{
	const struct division_rules *r = w->rules;
	int broken = 0;

	for (size_t i = 0; i < r->together_count; i++)
		broken += w->people[r->together[i].a].group != w->people[r->together[i].b].group;
	for (size_t i = 0; i < r->apart_count; i++)
		broken += w->people[r->apart[i].a].group == w->people[r->apart[i].b].group;
	return broken + (r->unit_least > 1 ? lonely(w) : 0);
}

/* One number to make small: broken rules first, then evenness. Units weigh
 * little where each person must have colleagues there. */
static double cost(const struct work *w, struct arena *scratch)
{
	struct division_balance b = balance_of(w, scratch);
	double unit = w->rules->unit_least > 1 ? 0.1 : 1;

	return (double)BROKEN * broken_rules(w) + unit * b.unit + b.sex + b.grade + 0.05 * b.pre;
}

static bool is_fixed(const struct work *w, const bool *had_group, size_t i)
{
	return w->people[i].locked || (w->rules->keep && had_group[i]);
}

static int smallest_group(const struct work *w)
{
	int best = 0;

	for (size_t g = 1; g < w->rules->groups; g++) {
		if (w->sizes[g] < w->sizes[best])
			best = (int)g;
	}
	return best;
}

/* Deal out everybody who is free, in the order given, to the smallest. */
static void deal(struct work *w, const size_t *order, const bool *fixed)
{
	memset(w->sizes, 0, w->rules->groups * sizeof *w->sizes);
	for (size_t i = 0; i < w->count; i++) {
		if (fixed[i])
			w->sizes[w->people[i].group]++;
	}
	for (size_t i = 0; i < w->count; i++) {
		int group;

		if (fixed[order[i]])
			continue;
		group = smallest_group(w);
		w->people[order[i]].group = group;
		w->sizes[group]++;
	}
}

static void shuffle(size_t *order, size_t count, uint64_t *state)
{
	for (size_t i = count; i > 1; i--) {
		size_t k = below(state, i), kept = order[i - 1];

		order[i - 1] = order[k];
		order[k] = kept;
	}
}

static void swap_groups(struct work *w, size_t a, size_t b)
{
	int kept = w->people[a].group;

	w->people[a].group = w->people[b].group;
	w->people[b].group = kept;
}

static void improve(struct work *w, const bool *fixed, uint64_t *state, struct arena *scratch)
{
	double now = cost(w, scratch);

	for (size_t tries = w->count * TRIES_PER_PERSON; tries > 0; tries--) {
		size_t a = below(state, w->count), b = below(state, w->count);
		double then;

		if (fixed[a] || fixed[b] || w->people[a].group == w->people[b].group)
			continue;
		swap_groups(w, a, b);
		then = cost(w, scratch);
		if (then <= now)
			now = then;
		else
			swap_groups(w, a, b);
	}
}

static void add_finding(struct division_result *r, bool holds, const char *text)
{
	r->findings[r->finding_count++] = (struct division_finding){ text, holds };
}

static void judge_pairs(const struct work *w, struct arena *arena, struct division_result *r)
{
	const struct division_rules *rules = w->rules;

	for (size_t i = 0; i < rules->together_count; i++) {
		const struct division_person *a = &w->people[rules->together[i].a];
		const struct division_person *b = &w->people[rules->together[i].b];

		add_finding(r, a->group == b->group,
			    arena_printf(arena, _("Together: %s and %s"), a->name, b->name));
	}
	for (size_t i = 0; i < rules->apart_count; i++) {
		const struct division_person *a = &w->people[rules->apart[i].a];
		const struct division_person *b = &w->people[rules->apart[i].b];

		add_finding(r, a->group != b->group,
			    arena_printf(arena, _("Apart: %s and %s"), a->name, b->name));
	}
}

static void judge(struct work *w, struct arena *arena, struct division_result *r)
{
	struct arena scratch = { 0 };
	int least, most, alone;

	r->findings = arena_array(arena, 2 * DIVISION_PAIRS + 2, sizeof *r->findings);
	r->finding_count = 0;
	memset(w->sizes, 0, w->rules->groups * sizeof *w->sizes);
	for (size_t i = 0; i < w->count; i++)
		w->sizes[w->people[i].group]++;
	least = most = w->sizes[0];
	for (size_t g = 1; g < w->rules->groups; g++) {
		least = w->sizes[g] < least ? w->sizes[g] : least;
		most = w->sizes[g] > most ? w->sizes[g] : most;
	}
	add_finding(r, most - least <= 1,
		    arena_printf(arena, _("Groups of %d to %d members"), least, most));
	judge_pairs(w, arena, r);
	if (w->rules->unit_least > 1) {
		alone = lonely(w);
		add_finding(r, alone == 0,
			    arena_printf(arena,
					 _("At least %d of each unit in a group: %d people are "
					   "with fewer"),
					 w->rules->unit_least, alone));
	}
	r->after = balance_of(w, &scratch);
	arena_done(&scratch);
}

void division_run(struct division_person *people, size_t count,
		  const struct division_rules *rules, struct arena *arena,
		  struct division_result *result)
{
	struct work w = { .people = people, .count = count, .rules = rules };
	size_t *order = arena_array(arena, count + 1, sizeof *order);
	bool *had = arena_array(arena, count + 1, sizeof *had);
	struct arena scratch = { .block_size = 1 << 16 };
	uint64_t state = rules->seed;

	*result = (struct division_result){ .finding_count = 0 };
	for (size_t i = 0; i < count; i++) {
		order[i] = i;
		had[i] = people[i].group >= 0 && (size_t)people[i].group < rules->groups;
		had[i] = had[i] && is_fixed(&w, had, i);
	}
	prepare(&w, arena);
	deal(&w, order, had);
	result->before = balance_of(&w, &scratch);
	shuffle(order, count, &state);
	deal(&w, order, had);
	if (count > 1 && rules->groups > 1)
		improve(&w, had, &state, &scratch);
	judge(&w, arena, result);
	arena_done(&scratch);
}

void division_judge(const struct division_person *people, size_t count,
		    const struct division_rules *rules, struct arena *arena,
		    struct division_result *result)
{
	struct division_person *copy = arena_array(arena, count + 1, sizeof *copy);
	struct work w = { .people = copy, .count = count, .rules = rules };

	memcpy(copy, people, count * sizeof *copy);
	prepare(&w, arena);
	judge(&w, arena, result);
}
