#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "domain/feedback.h"
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

/* A sheet of participants of a questionnaire that shows as a whole. */
static bool part_shows(const struct feedback_result *f, const struct sheet *sheet)
{
	int64_t about = sheet->trainer ? sheet->trainer : sheet->session;
	bool any_hidden = false;

	for (size_t i = 0; i < f->part_count; i++) {
		if (about != 0 && f->parts[i].part == about)
			return !f->parts[i].hidden;
		any_hidden = any_hidden || f->parts[i].hidden;
	}
	return !any_hidden;
}

static bool view_shows(const struct feedback_result *f, const struct sheet *sheet)
{
	for (size_t i = 0; i < f->view_count; i++) {
		if (strcmp(f->views[i].role, sheet->role) == 0 &&
		    strcmp(f->views[i].phase, sheet->phase) == 0)
			return !f->views[i].hidden;
	}
	return false;
}

bool evaluation_shows(const struct evaluation *e, const struct sheet *sheet)
{
	for (size_t i = 0; i < e->feedback_count; i++) {
		const struct feedback_result *f = &e->feedback[i];

		if (f->questionnaire != sheet->questionnaire)
			continue;
		if (*sheet->role != '\0' || *sheet->phase != '\0')
			return view_shows(f, sheet);
		return !f->all.hidden && part_shows(f, sheet);
	}
	return false;
}
