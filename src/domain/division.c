#include "domain/division.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "division_work.h"

/* splitmix64, a public-domain generator by S. Vigna: small, and the same on
 * every machine. */
static uint64_t next_random(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

size_t random_below(uint64_t *state, size_t most)
{
	return (size_t)(next_random(state) % most);
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

void random_order(size_t *order, size_t count, uint64_t *state)
{
	for (size_t i = count; i > 1; i--) {
		size_t k = random_below(state, i), kept = order[i - 1];

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

static void improve(struct work *w, const bool *fixed, uint64_t *state,
		    struct arena *scratch)
{
	double now = work_cost(w, scratch);

	for (size_t tries = w->count * TRIES_PER_PERSON; tries > 0; tries--) {
		size_t a = random_below(state, w->count),
		       b = random_below(state, w->count);
		double then;

		if (fixed[a] || fixed[b] || w->people[a].group == w->people[b].group)
			continue;
		swap_groups(w, a, b);
		then = work_cost(w, scratch);
		if (then <= now)
			now = then;
		else
			swap_groups(w, a, b);
	}
}

static void divide_anew(struct work *w, uint64_t *state, struct arena *arena,
			struct division_result *result)
{
	struct arena scratch = { .block_size = 1 << 16 };
	size_t *order = arena_array(arena, w->count + 1, sizeof *order);
	bool *fixed = arena_array(arena, w->count + 1, sizeof *fixed);

	for (size_t i = 0; i < w->count; i++) {
		order[i] = i;
		fixed[i] = w->people[i].locked && w->people[i].group >= 0;
	}
	deal(w, order, fixed);
	result->before = work_balance(w, &scratch);
	random_order(order, w->count, state);
	deal(w, order, fixed);
	if (w->count > 1 && w->rules->groups > 1)
		improve(w, fixed, state, &scratch);
	arena_done(&scratch);
}

static void re_balance(struct work *w, uint64_t *state, struct arena *arena,
		       struct division_result *result)
{
	struct arena scratch = { 0 };

	result->before = work_balance(w, &scratch);
	arena_done(&scratch);
	keep_run(w, state, arena);
}

void division_run(struct division_person *people, size_t count,
		  const struct division_rules *rules, struct arena *arena,
		  struct division_result *result)
{
	struct work w = { .people = people, .count = count, .rules = rules };
	int *old = arena_array(arena, count + 1, sizeof *old);
	uint64_t state = rules->seed;

	BUG_ON(rules->groups == 0);
	*result = (struct division_result){ .finding_count = 0 };
	for (size_t i = 0; i < count; i++) {
		if (people[i].group < 0 || (size_t)people[i].group >= rules->groups)
			people[i].group = DIVISION_NONE;
		old[i] = people[i].group;
	}
	work_prepare(&w, arena);
	if (rules->keep)
		re_balance(&w, &state, arena, result);
	else
		divide_anew(&w, &state, arena, result);
	for (size_t i = 0; i < count; i++)
		result->moved += old[i] >= 0 && old[i] != people[i].group;
	work_judge(&w, arena, result);
}
