#include <math.h>
#include <string.h>

#include "base/i18n.h"
#include "base/number.h"
#include "domain/outcome.h"

/* Where there is no way to go a share of: worse, the same or better. */
static const char *compare(const char *direction, int64_t target, int64_t actual)
{
	bool better = strcmp(direction, "down") == 0 ? actual < target : actual > target;

	if (actual == target)
		return "as";
	return better ? "above" : "below";
}

static const char *verdict_of(double percent)
{
	if (percent < ACHIEVED_FROM)
		return "below";
	return percent > ACHIEVED_TO ? "above" : "as";
}

struct achievement achievement_of(const char *direction, int64_t baseline, int64_t target,
				  int64_t actual)
{
	struct achievement a = { NAN, ACHIEVEMENT_KNOWN, "" };

	if (actual == NUMBER_NONE)
		a.gap = ACHIEVEMENT_NO_ACTUAL;
	else if (target == NUMBER_NONE)
		a.gap = ACHIEVEMENT_NO_TARGET;
	else if (baseline == NUMBER_NONE)
		a.gap = ACHIEVEMENT_NO_BASELINE;
	else if (baseline == target)
		a.gap = ACHIEVEMENT_NO_WAY;
	if (a.gap == ACHIEVEMENT_NO_BASELINE || a.gap == ACHIEVEMENT_NO_WAY)
		a.verdict = compare(direction, target, actual);
	if (a.gap != ACHIEVEMENT_KNOWN)
		return a;
	a.percent = (double)(actual - baseline) * 100 / (double)(target - baseline);
	a.verdict = verdict_of(a.percent);
	return a;
}

const char *achievement_gap_label(enum achievement_gap gap)
{
	switch (gap) {
	case ACHIEVEMENT_NO_ACTUAL:
		return _("not measured yet");
	case ACHIEVEMENT_NO_TARGET:
		return _("no target");
	case ACHIEVEMENT_NO_BASELINE:
		return _("no baseline: no share of the way");
	case ACHIEVEMENT_NO_WAY:
		return _("the target is the baseline: no share of the way");
	case ACHIEVEMENT_KNOWN:
		break;
	}
	return "";
}

struct benefit_sum benefit_sum(const struct benefit *lines, size_t count)
{
	struct benefit_sum sum = { .bcr = NAN, .roi = NAN };

	for (size_t i = 0; i < count; i++) {
		const struct benefit *b = &lines[i];

		if (strcmp(b->side, "intangible") == 0) {
			sum.intangible++;
		} else if (b->amount == NUMBER_NONE) {
			continue;
		} else if (strcmp(b->side, "cost") == 0) {
			sum.cost += (double)b->amount;
			sum.costs++;
		} else if (*b->assumption != '\0' && b->share != NUMBER_NONE) {
			sum.benefit += (double)b->amount * (double)b->share / 100;
			sum.benefits++;
		}
	}
	if (sum.cost > 0) {
		sum.bcr = sum.benefit / sum.cost;
		sum.roi = (sum.benefit - sum.cost) / sum.cost * 100;
	}
	return sum;
}
