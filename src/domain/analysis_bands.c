#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/analysis.h"
#include "domain/survey.h"

enum { USG_LEAST = 1, USG_MOST = 5 };

enum need_band need_band_of(double share, const struct settings *settings)
{
	if (share >= (double)settings->need_high)
		return NEED_HIGH;
	return share >= (double)settings->need_medium ? NEED_MEDIUM : NEED_LOW;
}

enum jpm_band jpm_band_of(double jpm, const struct settings *settings)
{
	if (jpm >= (double)settings->jpm_optimal)
		return JPM_OPTIMAL;
	return jpm >= (double)settings->jpm_sufficient ? JPM_SUFFICIENT : JPM_LESS;
}

const char *need_band_words(double share, const struct settings *settings)
{
	if (isnan(share))
		return "";
	switch (need_band_of(share, settings)) {
	case NEED_HIGH:
		return _("High");
	case NEED_MEDIUM:
		return _("Medium");
	case NEED_LOW:
		break;
	}
	return _("Low");
}

const char *jpm_band_words(double jpm, const struct settings *settings)
{
	if (isnan(jpm))
		return "";
	switch (jpm_band_of(jpm, settings)) {
	case JPM_OPTIMAL:
		return _("Optimal");
	case JPM_SUFFICIENT:
		return _("Sufficient");
	case JPM_LESS:
		break;
	}
	return _("Less than optimal");
}

/* 1, 2, 3, or 0 for what is no code. */
static int dif_points(const char *code)
{
	int points = 1;

	for (const struct choice *c = dif_choices; c->code; c++, points++) {
		if (strcmp(c->code, code) == 0)
			return points;
	}
	return 0;
}

int need_dif(const char *difficulty, const char *weight, const char *frequency)
{
	return dif_points(difficulty) * dif_points(weight) * dif_points(frequency);
}

static bool is_usg(int64_t points)
{
	return points >= USG_LEAST && points <= USG_MOST;
}

int need_usg(int64_t urgency, int64_t seriousness, int64_t growth)
{
	if (!is_usg(urgency) || !is_usg(seriousness) || !is_usg(growth))
		return 0;
	return (int)(urgency + seriousness + growth);
}
