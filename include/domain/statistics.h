#ifndef DOMAIN_STATISTICS_H
#define DOMAIN_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * Statistics as pure functions on plain arrays. What is not defined (no
 * values, no spread) is NAN, which reports show as "–".
 */

/* Arithmetic mean; NAN for none. */
double stat_mean(const double *values, size_t count);

/* Standard deviation of a sample (n - 1); NAN below two values. */
double stat_sd(const double *values, size_t count);

/* Two-sided p of Student's t with `df` degrees of freedom, by the
 * regularised incomplete beta function I_x(df/2, 1/2), x = df/(df + t²)
 * (Abramowitz and Stegun 26.7.1 and 26.5.27), relative error below 1e-12. */
double stat_t_two_sided(double t, double df);

/* Pre- and post-test of the same people. */
struct stat_paired {
	size_t count;
	double pre_mean, post_mean;
	double gain; /* N-gain of the means: (post - pre) / (most - pre), Hake 1998 */
	double gain_mean; /* mean of the gains of those below `most` before */
	double t, df;	  /* paired t test on post - pre */
	double p;	  /* two-sided */
	double dz;	  /* Cohen's d of the differences: mean / sd */
};

/* `most` is the highest score there is. t, p and dz are NAN below two pairs
 * or where all differences are equal, but for rounding. */
struct stat_paired stat_paired(const double *pre, const double *post, size_t count,
			       double most);

/* N-gain of one person: (post - pre) / (most - pre); negative where the second
 * score is lower, NAN where nothing could be gained (pre >= most). Exact at
 * the bounds of the bands when the scores are whole numbers (hundredths). */
double stat_gain(double pre, double post, double most);

/* Bands of Hake 1998: high from 0.7, medium from 0.3. */
enum gain_band { GAIN_UNDEFINED, GAIN_LOW, GAIN_MEDIUM, GAIN_HIGH };
enum gain_band stat_gain_band(double gain);

/* Wilcoxon's signed ranks of post - pre: pairs without a difference are
 * dropped, equal differences share the mean of their ranks. */
struct stat_ranks {
	size_t count;	    /* pairs with a difference */
	double plus, minus; /* W+ and W-: sums of the ranks of rises and falls */
	double p;	    /* two-sided; NAN without a difference */
	bool exact; /* p by counting all signs; else by the normal approximation with
		     * corrections for continuity and ties */
	double r;   /* matched pairs rank-biserial: (W+ - W-) / (W+ + W-), Kerby 2014 */
};
enum { RANKS_EXACT_MOST = 25 };
struct stat_ranks stat_ranks(const double *pre, const double *post, size_t count,
			     struct arena *scratch);

/* Cronbach's alpha of `rows` complete sheets with `columns` items each, row
 * by row: k/(k-1) (1 - sum of item variances / variance of totals). NAN
 * below two rows, two items, or where all totals are equal, but for
 * rounding. */
double stat_cronbach(const double *values, size_t rows, size_t columns);

#endif
