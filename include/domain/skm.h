#ifndef DOMAIN_SKM_H
#define DOMAIN_SKM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The survey of public satisfaction (SKM) of Permenpan RB 14/2017: nine
 * elements of service, answered from 1 to 4, each with a weight of one ninth.
 */
enum { SKM_ELEMENTS = 9, SKM_SCALE = 4 };

struct skm {
	double nrr[SKM_ELEMENTS]; /* mean of each element, 1 to 4 */
	double ikm;		  /* sum of nrr / 9 */
	int64_t nik; /* ikm x 25 in hundredths, rounded half up before the band */
	char band;   /* 'A' to 'D' */
	size_t order[SKM_ELEMENTS]; /* elements from the lowest mean on, for follow-up */
};

/* From the sum of the answers to each element and how many there were; false
 * where an element has none. */
bool skm_of(const int64_t *sums, const int64_t *counts, struct skm *out);

/* A 88.31 to 100, B 76.61 to 88.30, C 65.00 to 76.60, D below; in hundredths. */
char skm_band(int64_t nik);

/* "Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik" in the language of the
 * user. */
const char *skm_band_label(char band);

#endif
