#ifndef TESTS_BENCH_SAMPLE_H
#define TESTS_BENCH_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/*
 * Times that were taken by turns, and the line that a measurement prints of
 * them: fields between tabs, read by tests/bench/table.awk.
 */
enum { SAMPLES_MOST = 512 };

struct samples {
	double values[SAMPLES_MOST];
	size_t count;
};

double now_us(void);
void sample_add(struct samples *s, double value); /* no more than SAMPLES_MOST are kept */
/* The value that `percent` of all do not exceed; 0 where there are none. */
double sample_share(const struct samples *s, size_t percent);
double sample_median(const struct samples *s);

/* What a measurement came to. The ratio is ours / floor, or for a rate
 * floor / ours, as more of it is better. */
enum { FIGURE_FAILED = -1 }; /* as a value: what should work does not */
struct figure {
	const char *name, *unit; /* of the values: "ms", "bytes", "MiB" */
	double ours, floor;	 /* floor 0: none */
	double ratio_most;	 /* 0: no target; a rate: at least */
	bool rate;
	double most;	  /* of ours, 0: no target */
	bool interactive; /* must not grow with the size of the file */
};
void figure_print(const struct figure *f);

#endif
