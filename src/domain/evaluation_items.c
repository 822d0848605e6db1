#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"
#include "evaluation_finish.h"

enum likert_band likert_band(int64_t sum, int64_t answers, int64_t scale)
{
	int64_t above; /* of the mean over 1, in fifths of the width of the scale */

	if (answers <= 0 || scale < 2)
		return BAND_NONE;
	above = 5 * (sum - answers) / (answers * (scale - 1));
	return (enum likert_band)(BAND_NOT_GOOD + (above > 4 ? 4 : above));
}

const char *likert_band_label(enum likert_band band)
{
	static const char *const labels[] = {
		[BAND_NONE] = "",
		[BAND_NOT_GOOD] = N_("Not good"),
		[BAND_POOR] = N_("Rather poor"),
		[BAND_FAIR] = N_("Fair"),
		[BAND_GOOD] = N_("Good"),
		[BAND_VERY_GOOD] = N_("Very good"),
	};

	return band == BAND_NONE ? "" : _(labels[band]);
}

static bool is_kind(const struct item_result *r, const char *kind)
{
	return strcmp(r->kind, kind) == 0;
}

bool item_is_scale(const struct item_result *r)
{
	return is_kind(r, "likert");
}

/* The squares of what was answered, off the mean. */
static double off_mean(const struct item_result *r)
{
	double squares = 0;

	if (is_kind(r, "number"))
		return fmax(0, r->squares - r->mean * (double)r->sum);
	for (int64_t v = 1; v <= r->scale; v++) {
		double off = (double)(r->reversed ? r->scale + 1 - v : v) - r->mean;

		squares += off * off * (double)r->counts[v - 1];
	}
	return squares;
}

static void finish_scale(struct item_result *r)
{
	int64_t first = r->reversed ? 1 : r->scale - 1;

	r->top2 = (double)(r->counts[first - 1] + r->counts[first]) / (double)r->answers;
	r->band = likert_band(r->sum, r->answers, r->scale);
}

/* An even scale has two answers in the middle. */
static void finish_two_sided(struct item_result *r)
{
	int64_t low = (r->scale + 1) / 2, high = r->scale / 2 + 1;
	int64_t middle = r->counts[low - 1] + (high > low ? r->counts[high - 1] : 0);

	r->deviation = r->mean - (double)(r->scale + 1) / 2;
	r->middle = (double)middle / (double)r->answers;
}

static void forget(struct item_result *r)
{
	memset(r->counts, 0, sizeof r->counts);
	r->sum = r->least = r->most = 0;
	r->squares = 0;
	r->hidden = true;
}

void item_finish(struct item_result *r)
{
	r->mean = r->sd = r->top2 = r->deviation = r->middle = (double)NAN;
	r->band = BAND_NONE;
	if (r->hidden)
		forget(r);
	if (r->hidden || r->answers == 0 || is_kind(r, "text") ||
	    strncmp(r->kind, "choice", 6) == 0)
		return;
	r->mean = (double)r->sum / (double)r->answers;
	if (r->answers > 1)
		r->sd = sqrt(off_mean(r) / (double)(r->answers - 1));
	if (is_kind(r, "likert"))
		finish_scale(r);
	else if (is_kind(r, "two_sided"))
		finish_two_sided(r);
}

static const struct item_result *by_record(const struct item_result *items, size_t count,
					   int64_t item)
{
	for (size_t i = 0; i < count; i++) {
		if (items[i].item == item)
			return &items[i];
	}
	return NULL;
}

const struct item_result *item_same_question(const struct item_result *items,
					     size_t count, const struct item_result *like,
					     struct arena *arena)
{
	const struct item_result *same = by_record(items, count, like->item);
	const char *key = text_key(arena, like->text);

	for (size_t i = 0; (!same || same->answers == 0) && i < count; i++) {
		const struct item_result *o = &items[i];

		if (o->scale == like->scale && o->reversed == like->reversed &&
		    (!same || o->answers > 0) &&
		    strcmp(text_key(arena, o->text), key) == 0)
			same = o;
	}
	return same;
}

void mean_add(struct mean *m, const struct item_result *r)
{
	if (r->answers == 0 || r->hidden || !item_is_scale(r))
		return;
	m->sum += r->sum;
	m->mixed = m->mixed || (m->answers > 0 && m->scale != r->scale);
	m->answers += r->answers;
	m->scale = r->scale;
}

double mean_of(const struct mean *m)
{
	return m->answers == 0 || m->mixed ? (double)NAN
					   : (double)m->sum / (double)m->answers;
}

void evaluation_dimensions(const struct item_result *items, size_t count,
			   struct arena *arena, struct dimension_result **out,
			   size_t *dimension_count)
{
	struct dimension_result *all = arena_array(arena, count + 1, sizeof *all);
	struct mean *means = arena_array(arena, count + 1, sizeof *means);
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		size_t k = 0;

		while (k < used && strcmp(all[k].dimension, items[i].dimension) != 0)
			k++;
		if (k == used)
			all[used++].dimension = items[i].dimension;
		mean_add(&means[k], &items[i]);
	}
	for (size_t k = 0; k < used; k++) {
		all[k].answers = means[k].answers;
		all[k].mean = mean_of(&means[k]);
	}
	*out = all;
	*dimension_count = used;
}

bool feedback_skm(const struct feedback_result *f, const struct feedback_slice *slice,
		  struct skm *out)
{
	int64_t sums[SKM_ELEMENTS], counts[SKM_ELEMENTS];
	size_t used = 0;

	for (size_t i = 0; i < f->item_count; i++) {
		const struct item_result *r = &slice->items[i];

		if (!item_is_scale(r))
			continue;
		if (used == SKM_ELEMENTS || r->scale != SKM_SCALE || r->hidden)
			return false;
		sums[used] = r->sum;
		counts[used++] = r->answers;
	}
	return used == SKM_ELEMENTS && skm_of(sums, counts, out);
}
