#include <string.h>

#include "base/arena.h"
#include "division_work.h"

/*
 * A re-balance that leaves people where they are. How many must move follows
 * from the sizes alone; who moves, and where to, is searched among the ways
 * that move no more.
 */
struct keep {
	struct work *w;
	const int *old; /* group, or DIVISION_NONE */
	int *locked;	/* people in a group who may not leave it */
	int *most;	/* members a group shall have in the end */
	bool *settled;	/* so many are locked that the size is given */
	int moved, fewest;
	uint64_t *state;
};

static void count_sizes(struct keep *k)
{
	struct work *w = k->w;

	memset(w->sizes, 0, w->rules->groups * sizeof *w->sizes);
	memset(k->locked, 0, w->rules->groups * sizeof *k->locked);
	for (size_t i = 0; i < w->count; i++) {
		int group = w->people[i].group;

		if (group < 0)
			continue;
		w->sizes[group]++;
		k->locked[group] += w->people[i].locked;
	}
}

/* Groups that hold more locked people than an even share take no others.
 * True where one was found, which changes the share of the rest. */
static bool settle_one(struct keep *k, int people, int groups)
{
	int share = people / groups, extra = people % groups, full = 0;

	for (size_t g = 0; g < k->w->rules->groups; g++)
		full += !k->settled[g] && k->locked[g] == share + 1;
	for (size_t g = 0; g < k->w->rules->groups; g++) {
		int most = share + (extra > 0 && full <= extra);

		if (k->settled[g] || k->locked[g] <= most)
			continue;
		k->settled[g] = true;
		k->most[g] = k->locked[g];
		return true;
	}
	return false;
}

/* The group, not yet given one more than the share, that gains most by it. */
static int fullest(const struct keep *k, const size_t *order, int share)
{
	int best = -1;

	for (size_t i = 0; i < k->w->rules->groups; i++) {
		int g = (int)order[i];

		if (k->settled[g] || k->most[g] > share)
			continue;
		if (k->locked[g] > share)
			return g;
		if (best < 0 || k->w->sizes[g] > k->w->sizes[best])
			best = g;
	}
	return best;
}

/* The groups that are not settled, and in *people those who go into them. */
static int open_groups(const struct keep *k, int *people)
{
	int open = 0;

	*people = (int)k->w->count;
	for (size_t g = 0; g < k->w->rules->groups; g++) {
		open += !k->settled[g];
		*people -= k->settled[g] ? k->most[g] : 0;
	}
	return open;
}

/* The sizes to come: they differ by one at most where locks allow, and the
 * groups that are large already stay so. */
static void set_sizes(struct keep *k, struct arena *arena)
{
	size_t groups = k->w->rules->groups;
	size_t *order = arena_array(arena, groups, sizeof *order);
	int people, open = open_groups(k, &people);

	while (open > 0 && settle_one(k, people, open))
		open = open_groups(k, &people);
	if (open == 0)
		return;
	for (size_t g = 0; g < groups; g++) {
		order[g] = g;
		if (!k->settled[g])
			k->most[g] = people / open;
	}
	random_order(order, groups, k->state);
	for (int extra = people % open; extra > 0; extra--)
		k->most[fullest(k, order, people / open)]++;
}

static int group_with_room(const struct keep *k)
{
	for (size_t g = 0; g < k->w->rules->groups; g++) {
		if (k->w->sizes[g] < k->most[g])
			return (int)g;
	}
	return 0;
}

/* Take out who is too many, then give everybody without a group one. */
static void place(struct keep *k, const size_t *order)
{
	struct work *w = k->w;

	for (size_t i = 0; i < w->count; i++) {
		struct division_person *p = &w->people[order[i]];

		if (p->group < 0 || p->locked || w->sizes[p->group] <= k->most[p->group])
			continue;
		w->sizes[p->group]--;
		p->group = DIVISION_NONE;
		k->fewest++;
	}
	k->moved = k->fewest;
	for (size_t i = 0; i < w->count; i++) {
		struct division_person *p = &w->people[order[i]];

		if (p->group >= 0)
			continue;
		p->group = group_with_room(k);
		w->sizes[p->group]++;
	}
}

static int is_moved(const struct keep *k, size_t i)
{
	return k->old[i] >= 0 && k->w->people[i].group != k->old[i];
}

static void put(struct keep *k, size_t i, int group)
{
	k->moved -= is_moved(k, i);
	k->w->sizes[k->w->people[i].group]--;
	k->w->people[i].group = group;
	k->w->sizes[group]++;
	k->moved += is_moved(k, i);
}

/* May somebody leave `from` for `to` without a counterpart? */
static bool may_shift(const struct keep *k, int from, int to)
{
	return !k->settled[from] && !k->settled[to] &&
	       k->w->sizes[from] == k->w->sizes[to] + 1;
}

/* Try one change; take it back where it makes things worse. */
static void attempt(struct keep *k, double *now, struct arena *scratch)
{
	struct division_person *people = k->w->people;
	size_t a = random_below(k->state, k->w->count);
	size_t b = random_below(k->state, k->w->count);
	int from = people[a].group, to = people[b].group;
	bool shift = random_below(k->state, 2) == 0;
	double then;

	if (from == to || people[a].locked ||
	    (shift ? !may_shift(k, from, to) : people[b].locked))
		return;
	put(k, a, to);
	if (!shift)
		put(k, b, from);
	then = k->moved > k->fewest ? *now + 1 : work_cost(k->w, scratch);
	if (then <= *now) {
		*now = then;
		return;
	}
	put(k, a, from);
	if (!shift)
		put(k, b, to);
}

void keep_run(struct work *w, uint64_t *state, struct arena *arena)
{
	size_t groups = w->rules->groups;
	struct arena scratch = { .block_size = 1 << 16 };
	int *old = arena_array(arena, w->count + 1, sizeof *old);
	size_t *order = arena_array(arena, w->count + 1, sizeof *order);
	struct keep k = { .w = w,
			  .old = old,
			  .locked = arena_array(arena, groups, sizeof *k.locked),
			  .most = arena_array(arena, groups, sizeof *k.most),
			  .settled = arena_array(arena, groups, sizeof *k.settled),
			  .state = state };
	double now;

	for (size_t i = 0; i < w->count; i++) {
		order[i] = i;
		old[i] = w->people[i].group;
		w->people[i].locked = w->people[i].locked && old[i] >= 0;
	}
	count_sizes(&k);
	set_sizes(&k, arena);
	random_order(order, w->count, state);
	place(&k, order);
	now = work_cost(w, &scratch);
	for (size_t tries = w->count * TRIES_PER_PERSON; tries > 0 && groups > 1; tries--)
		attempt(&k, &now, &scratch);
	arena_done(&scratch);
}
