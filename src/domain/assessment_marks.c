#include <math.h>

#include "base/number.h"
#include "domain/assessment.h"

double level_points(int64_t level)
{
	return level == NUMBER_NONE ? (double)NAN : (double)level * 100 / RUBRIC_LEVELS;
}

double assessor_score(const struct criterion *criteria, const int64_t *levels,
		      size_t count)
{
	double sum = 0;

	if (weights_sum(criteria, count) != RUBRIC_WHOLE)
		return (double)NAN;
	for (size_t i = 0; i < count; i++)
		sum += (double)criteria[i].weight * level_points(levels[i]);
	return sum / RUBRIC_WHOLE;
}

struct score_summary score_summarise(const double *scores, size_t count)
{
	struct score_summary s = { 0, (double)NAN, (double)NAN, (double)NAN };
	double sum = 0;

	for (size_t i = 0; i < count; i++) {
		if (isnan(scores[i]))
			continue;
		s.lowest = s.count == 0 ? scores[i] : fmin(s.lowest, scores[i]);
		s.highest = s.count == 0 ? scores[i] : fmax(s.highest, scores[i]);
		sum += scores[i];
		s.count++;
	}
	if (s.count > 0)
		s.mean = sum / (double)s.count;
	return s;
}

int64_t levels_apart(const int64_t *levels, size_t count)
{
	int64_t lowest = 0, highest = 0;

	for (size_t i = 0; i < count; i++) {
		if (levels[i] == NUMBER_NONE)
			continue;
		lowest = lowest == 0 || levels[i] < lowest ? levels[i] : lowest;
		highest = levels[i] > highest ? levels[i] : highest;
	}
	return highest - lowest;
}

/* The mean of what the others gave the member; NAN for nothing. */
static double mean_of(const struct peer_mark *marks, size_t mark_count, size_t member,
		      size_t *raters)
{
	double sum = 0;
	size_t given = 0;

	*raters = 0;
	for (size_t i = 0; i < mark_count; i++) {
		size_t before = given;

		if (marks[i].rated != member || marks[i].rater == member)
			continue;
		for (size_t k = 0; k < PEER_CRITERIA; k++) {
			if (marks[i].values[k] == NUMBER_NONE)
				continue;
			sum += (double)marks[i].values[k];
			given++;
		}
		*raters += given > before;
	}
	return given > 0 ? sum / (double)given : (double)NAN;
}

static double held(double factor)
{
	return fmin(fmax(factor, PEER_LEAST), PEER_MOST);
}

static bool counts(const struct peer_result *r)
{
	return r->raters >= PEER_RATERS_LEAST;
}

/* Why there is no factor. */
static enum peer_note note_of(const struct peer_result *r, size_t members, bool any)
{
	if (members == 1)
		return PEER_ALONE;
	if (r->raters > 0)
		return PEER_FEW;
	return any ? PEER_UNRATED : PEER_NO_SHEET;
}

void peer_factors(const struct peer_mark *marks, size_t mark_count, size_t members,
		  struct peer_result *out)
{
	double sum = 0;
	size_t rated = 0;
	bool any = false;

	for (size_t i = 0; i < members; i++) {
		out[i] = (struct peer_result){ .factor = 1 };
		out[i].mean = mean_of(marks, mark_count, i, &out[i].raters);
		any = any || out[i].raters > 0;
		if (!counts(&out[i]))
			continue;
		sum += out[i].mean;
		rated++;
	}
	for (size_t i = 0; i < members; i++) {
		if (counts(&out[i]))
			out[i].factor = held(out[i].mean / (sum / (double)rated));
		else
			out[i].note = note_of(&out[i], members, any);
	}
}

/* 0 where a value is blank. */
static int64_t total(const int64_t *values)
{
	int64_t sum = 0;

	for (size_t k = 0; k < PEER_CRITERIA; k++) {
		if (values[k] == NUMBER_NONE)
			return 0;
		sum += values[k];
	}
	return sum;
}

size_t peer_equal_totals(const int64_t *values, size_t members)
{
	size_t most = 0;

	for (size_t i = 0; i < members; i++) {
		int64_t sum = total(values + i * PEER_CRITERIA);
		size_t equal = 0;

		for (size_t k = 0; sum > 0 && k < members; k++)
			equal += total(values + k * PEER_CRITERIA) == sum;
		most = equal > most ? equal : most;
	}
	return most;
}

double individual_score(double group, double factor)
{
	/* fmin would make 100 of an unknown score. */
	return isnan(group) ? group : fmin(group * factor, 100);
}
