#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "domain/statistics.h"

double stat_gain(double pre, double post, double most)
{
	return pre < most ? (post - pre) / (most - pre) : (double)NAN;
}

enum gain_band stat_gain_band(double gain)
{
	if (isnan(gain))
		return GAIN_UNDEFINED;
	return gain >= 0.7 ? GAIN_HIGH : gain >= 0.3 ? GAIN_MEDIUM : GAIN_LOW;
}

static int by_size(const void *a, const void *b)
{
	double x = fabs(*(const double *)a), y = fabs(*(const double *)b);

	return (x > y) - (x < y);
}

/* Differences that are not zero but for rounding, at the front of `d`. */
static size_t drop_zeros(double *d, size_t count, double rounding)
{
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		if (fabs(d[i]) > rounding)
			d[used++] = d[i];
	}
	return used;
}

/* Where the run of equal sizes that begins at `i` ends. */
static size_t tie_end(const double *d, size_t count, size_t i, double rounding)
{
	size_t end = i + 1;

	while (end < count && fabs(d[end]) - fabs(d[i]) <= rounding)
		end++;
	return end;
}

/* Twice the rank of each, so that shared ranks are whole numbers; gives back
 * the sum of t³ - t over the ties. */
static double rank(const double *d, size_t count, double rounding, size_t *doubled)
{
	double ties = 0;

	for (size_t i = 0, end; i < count; i = end) {
		double t;

		end = tie_end(d, count, i, rounding);
		t = (double)(end - i);
		ties += t * t * t - t;
		for (size_t k = i; k < end; k++)
			doubled[k] = i + 1 + end;
	}
	return ties;
}

/* Of all ways to give signs to the ranks, the share with a sum of `least` or
 * less on one side, twice. */
static double p_by_counting(const size_t *doubled, size_t count, size_t least)
{
	double ways[RANKS_EXACT_MOST * (RANKS_EXACT_MOST + 1) + 1] = { 1 };
	double low = 0;
	size_t sum = 0;

	for (size_t i = 0; i < count; i++) {
		sum += doubled[i];
		for (size_t w = sum; w >= doubled[i]; w--)
			ways[w] += ways[w - doubled[i]];
	}
	for (size_t w = 0; w <= least; w++)
		low += ways[w];
	return fmin(1, 2 * low / ldexp(1, (int)count));
}

static double p_by_normal(size_t count, double least, double ties)
{
	double n = (double)count, mean = n * (n + 1) / 4;
	double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
	double off = fmax(0, fabs(least - mean) - 0.5);

	return erfc(off / sqrt(variance) / sqrt(2));
}

static struct stat_ranks ranks_of(double *d, size_t *doubled, size_t count,
				  double rounding)
{
	struct stat_ranks s = { .count = drop_zeros(d, count, rounding),
				.p = (double)NAN,
				.r = (double)NAN };
	double ties;

	if (s.count == 0)
		return s;
	qsort(d, s.count, sizeof *d, by_size);
	ties = rank(d, s.count, rounding, doubled);
	for (size_t i = 0; i < s.count; i++)
		*(d[i] > 0 ? &s.plus : &s.minus) += (double)doubled[i] / 2;
	s.exact = s.count <= RANKS_EXACT_MOST;
	s.p = s.exact ? p_by_counting(doubled, s.count,
				      (size_t)(2 * fmin(s.plus, s.minus)))
		      : p_by_normal(s.count, fmin(s.plus, s.minus), ties);
	s.r = (s.plus - s.minus) / (s.plus + s.minus);
	return s;
}

struct stat_ranks stat_ranks(const double *pre, const double *post, size_t count,
			     struct arena *arena)
{
	double *d = arena_array(arena, count + 1, sizeof *d), most = 0;
	size_t *doubled = arena_array(arena, count + 1, sizeof *doubled);

	for (size_t i = 0; i < count; i++) {
		d[i] = post[i] - pre[i];
		most = fmax(most, fmax(fabs(pre[i]), fabs(post[i])));
	}
	return ranks_of(d, doubled, count, most * 1e-12);
}
