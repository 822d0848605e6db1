#include <stdint.h>

#include "base/arena.h"
#include "evaluation_finish.h"

static int64_t left_over(const int64_t *counts, const bool *hidden, size_t count,
			 int64_t whole)
{
	for (size_t i = 0; i < count; i++)
		whole -= hidden[i] ? 0 : counts[i];
	return whole;
}

/* Those with nothing in them say nothing. */
static size_t smallest_shown(const int64_t *counts, const bool *hidden, size_t count)
{
	size_t least = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		if (!hidden[i] && counts[i] > 0 &&
		    (least == SIZE_MAX || counts[i] < counts[least]))
			least = i;
	}
	return least;
}

void hide_parts(const int64_t *counts, bool *hidden, size_t count, int64_t whole,
		long minimum)
{
	int64_t left;

	for (size_t i = 0; i < count; i++)
		hidden[i] = hidden[i] || (counts[i] > 0 && counts[i] < minimum);
	while ((left = left_over(counts, hidden, count, whole)) > 0 && left < minimum) {
		size_t least = smallest_shown(counts, hidden, count);

		if (least == SIZE_MAX)
			return;
		hidden[least] = true;
	}
}

/* What the parts hold of the whole, and which of them are hidden. */
struct shares {
	int64_t *counts;
	bool *hidden;
};

static void hide_part_sheets(struct counting *c, struct shares *s, long minimum)
{
	for (size_t i = 0; i < c->part_count; i++) {
		s->counts[i] = c->parts[i].sheets;
		s->hidden[i] = false;
	}
	hide_parts(s->counts, s->hidden, c->part_count, c->views[0].sheets, minimum);
	for (size_t i = 0; i < c->part_count; i++)
		c->parts[i].hidden = s->hidden[i];
}

/* The answers to one question, in the parts whose sheets show. */
static void hide_part_answers(struct counting *c, size_t item, struct shares *s,
			      long minimum)
{
	for (size_t i = 0; i < c->part_count; i++) {
		s->counts[i] = c->parts[i].items[item].answers;
		s->hidden[i] = c->parts[i].hidden;
	}
	hide_parts(s->counts, s->hidden, c->part_count, c->views[0].items[item].answers,
		   minimum);
	for (size_t i = 0; i < c->part_count; i++)
		c->parts[i].items[item].hidden = s->hidden[i];
}

static void hide_view(struct counting *c, struct feedback_slice *view, long minimum)
{
	view->hidden = view->sheets > 0 && view->sheets < minimum;
	for (size_t i = 0; i < c->result.item_count; i++) {
		struct item_result *r = &view->items[i];

		r->hidden = view->hidden || (r->answers > 0 && r->answers < minimum);
	}
}

void feedback_hide(struct counting *c, long minimum, struct arena *arena)
{
	struct shares shares = {
		arena_array(arena, c->part_count + 1, sizeof *shares.counts),
		arena_array(arena, c->part_count + 1, sizeof *shares.hidden),
	};

	for (size_t i = 0; i < c->view_count; i++)
		hide_view(c, &c->views[i], minimum);
	hide_part_sheets(c, &shares, minimum);
	for (size_t i = 0; i < c->result.item_count; i++)
		hide_part_answers(c, i, &shares, minimum);
}
