#include <math.h>

#include "base/i18n.h"
#include "base/number.h"
#include "domain/outcome.h"

/* Far below a hundredth, above the error of nine sums. */
#define ROUNDING 1e-9

struct skm_index skm_index_of(const double means[SKM_ELEMENTS])
{
	struct skm_index index = { NAN, NAN, 0 };
	double sum = 0;

	for (int i = 0; i < SKM_ELEMENTS; i++)
		sum += means[i];
	if (isnan(sum))
		return index;
	index.ikm = sum / SKM_ELEMENTS;
	index.nik = floor(index.ikm * 25 * 100 + 0.5 + ROUNDING) / 100;
	index.band = index.nik > 88.305 ? 'A'
		   : index.nik > 76.605 ? 'B'
		   : index.nik > 64.995 ? 'C'
					: 'D';
	return index;
}

const char *skm_band_label(char band)
{
	switch (band) {
	case 'A':
		return _("Very good");
	case 'B':
		return _("Good");
	case 'C':
		return _("Less good");
	case 'D':
		return _("Not good");
	default:
		return "";
	}
}

const char *skm_element_label(size_t element)
{
	static const char *const names[SKM_ELEMENTS] = { "u1", "u2", "u3", "u4", "u5",
							 "u6", "u7", "u8", "u9" };

	return _(kind_field(&skm_round_kind, names[element])->label);
}

void skm_round_means(const struct skm_round *round, double means[SKM_ELEMENTS])
{
	const int64_t hundredths[SKM_ELEMENTS] = { round->u1, round->u2, round->u3,
						   round->u4, round->u5, round->u6,
						   round->u7, round->u8, round->u9 };

	for (int i = 0; i < SKM_ELEMENTS; i++)
		means[i] = hundredths[i] == NUMBER_NONE ? NAN
							: (double)hundredths[i] / 100;
}
