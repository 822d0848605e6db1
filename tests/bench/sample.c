#include "sample.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

double now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

void sample_add(struct samples *s, double value)
{
	if (s->count < SAMPLES_MOST)
		s->values[s->count++] = value;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double sample_share(const struct samples *s, size_t percent)
{
	double sorted[SAMPLES_MOST];

	if (s->count == 0)
		return 0;
	memcpy(sorted, s->values, s->count * sizeof *sorted);
	qsort(sorted, s->count, sizeof *sorted, by_value);
	return sorted[(s->count - 1) * percent / 100];
}

double sample_median(const struct samples *s)
{
	return sample_share(s, 50);
}

void figure_print(const struct figure *f)
{
	printf("%s\t%s\t%.6f\t%.6f\t%g\t%s\t%g\t%d\n", f->name, f->unit, f->ours,
	       f->floor, f->ratio_most, f->rate ? "rate" : "cost", f->most,
	       f->interactive);
	fflush(stdout);
}
