#include "domain/skm.h"

#include <math.h>

#include "base/i18n.h"

/* What a division leaves out in its last digit must not turn a half down. */
static int64_t round_half_up(double value)
{
	return (int64_t)floor(value + 0.5 + 1e-7);
}

/* Lowest first; equal ones stay in their order. */
static void put_in_order(struct skm *s)
{
	for (size_t i = 0; i < SKM_ELEMENTS; i++) {
		size_t at = i;

		for (; at > 0 && s->nrr[s->order[at - 1]] > s->nrr[i]; at--)
			s->order[at] = s->order[at - 1];
		s->order[at] = i;
	}
}

bool skm_of(const int64_t *sums, const int64_t *counts, struct skm *out)
{
	struct skm s = { .ikm = 0 };
	double sum = 0;

	for (size_t i = 0; i < SKM_ELEMENTS; i++) {
		if (counts[i] <= 0)
			return false;
		s.nrr[i] = (double)sums[i] / (double)counts[i];
		sum += s.nrr[i];
	}
	s.ikm = sum / SKM_ELEMENTS;
	s.nik = round_half_up(sum * 2500 / SKM_ELEMENTS);
	s.band = skm_band(s.nik);
	put_in_order(&s);
	*out = s;
	return true;
}

char skm_band(int64_t nik)
{
	return nik >= 8831 ? 'A' : nik >= 7661 ? 'B' : nik >= 6500 ? 'C' : 'D';
}

const char *skm_band_label(char band)
{
	switch (band) {
	case 'A':
		return _("Very good");
	case 'B':
		return _("Good");
	case 'C':
		return _("Rather poor");
	default:
		return _("Not good");
	}
}
