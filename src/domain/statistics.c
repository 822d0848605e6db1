#include "domain/statistics.h"

#include <math.h>
#include <stdbool.h>

/* Sums of decimal fractions are off in the last digits. A standard deviation
 * this small beside the values is no spread but rounding. */
static const double rounding = 1e-12;

double stat_mean(const double *values, size_t count)
{
	double sum = 0;

	if (count == 0)
		return (double)NAN;
	for (size_t i = 0; i < count; i++)
		sum += values[i];
	return sum / (double)count;
}

double stat_sd(const double *values, size_t count)
{
	double mean = stat_mean(values, count), sum = 0;

	if (count < 2)
		return (double)NAN;
	for (size_t i = 0; i < count; i++)
		sum += (values[i] - mean) * (values[i] - mean);
	return sqrt(sum / (double)(count - 1));
}

/* The continued fraction of the incomplete beta function, evaluated by the
 * modified method of Lentz. */
static double beta_fraction(double a, double b, double x)
{
	const double tiny = 1e-300, enough = 1e-15;
	double c = 1, d = 1 - (a + b) * x / (a + 1), h;

	d = 1 / (fabs(d) < tiny ? tiny : d);
	h = d;
	for (int m = 1; m < 1000; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		double step;

		d = 1 + even * d;
		c = 1 + even / c;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = fabs(c) < tiny ? tiny : c;
		h *= d * c;
		d = 1 + odd * d;
		c = 1 + odd / c;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = fabs(c) < tiny ? tiny : c;
		step = d * c;
		h *= step;
		if (fabs(step - 1) < enough)
			break;
	}
	return h;
}

static double beta_regular(double a, double b, double x)
{
	double front;

	if (x <= 0)
		return 0;
	if (x >= 1)
		return 1;
	front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x));
	if (x < (a + 1) / (a + b + 2))
		return front * beta_fraction(a, b, x) / a;
	return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

double stat_t_two_sided(double t, double df)
{
	if (isnan(t) || df <= 0)
		return (double)NAN;
	return beta_regular(df / 2, 0.5, df / (df + t * t));
}

static double largest(const double *values, size_t count)
{
	double most = 0;

	for (size_t i = 0; i < count; i++)
		most = fmax(most, fabs(values[i]));
	return most;
}

static bool is_spread(double sd, double size)
{
	return sd > rounding * size;
}

static void sum_differences(const double *pre, const double *post, size_t count,
			    double mean, double *squares)
{
	*squares = 0;
	for (size_t i = 0; i < count; i++) {
		double off = post[i] - pre[i] - mean;

		*squares += off * off;
	}
}

static double mean_of_gains(const double *pre, const double *post, size_t count,
			    double most)
{
	double sum = 0;
	size_t defined = 0;

	for (size_t i = 0; i < count; i++) {
		if (pre[i] >= most)
			continue;
		sum += (post[i] - pre[i]) / (most - pre[i]);
		defined++;
	}
	return defined ? sum / (double)defined : (double)NAN;
}

struct stat_paired stat_paired(const double *pre, const double *post, size_t count,
			       double most)
{
	struct stat_paired s = { .count = count };
	double mean, squares, sd, n = (double)count;

	s.pre_mean = stat_mean(pre, count);
	s.post_mean = stat_mean(post, count);
	s.gain = s.pre_mean < most ? (s.post_mean - s.pre_mean) / (most - s.pre_mean)
				   : (double)NAN;
	s.gain_mean = mean_of_gains(pre, post, count, most);
	s.t = s.p = s.dz = s.df = (double)NAN;
	if (count < 2)
		return s;
	mean = s.post_mean - s.pre_mean;
	sum_differences(pre, post, count, mean, &squares);
	sd = sqrt(squares / (n - 1));
	s.df = n - 1;
	if (!is_spread(sd, fmax(largest(pre, count), largest(post, count))))
		return s;
	s.dz = mean / sd;
	s.t = s.dz * sqrt(n);
	s.p = stat_t_two_sided(s.t, s.df);
	return s;
}

/* Variance (n - 1) of every `step`th value. */
static double variance_of(const double *values, size_t count, size_t step)
{
	double mean = 0, sum = 0;

	for (size_t i = 0; i < count; i++)
		mean += values[i * step] / (double)count;
	for (size_t i = 0; i < count; i++)
		sum += (values[i * step] - mean) * (values[i * step] - mean);
	return sum / (double)(count - 1);
}

static double total_variance(const double *values, size_t rows, size_t columns)
{
	double mean = 0, sum = 0;

	for (size_t i = 0; i < rows * columns; i++)
		mean += values[i] / (double)rows;
	for (size_t r = 0; r < rows; r++) {
		double total = 0;

		for (size_t c = 0; c < columns; c++)
			total += values[r * columns + c];
		sum += (total - mean) * (total - mean);
	}
	return sum / (double)(rows - 1);
}

double stat_cronbach(const double *values, size_t rows, size_t columns)
{
	double items = 0, total, k = (double)columns;

	if (rows < 2 || columns < 2)
		return (double)NAN;
	total = total_variance(values, rows, columns);
	if (!is_spread(sqrt(total), k * largest(values, rows * columns)))
		return (double)NAN;
	for (size_t c = 0; c < columns; c++)
		items += variance_of(values + c, rows, columns);
	return k / (k - 1) * (1 - items / total);
}
