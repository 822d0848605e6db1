#ifndef DOMAIN_ANALYSIS_H
#define DOMAIN_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;
struct settings;
struct survey;

/*
 * What the answers of a needs survey say. Of a person and a competency:
 *
 * actual    the superior's level and the own one, weighted (need_weight_self);
 *	     one rater alone counts alone
 * required  what the standard of the person's position says
 * gap       max(0, required - actual)
 * surplus   max(0, actual - required): kept apart, it never makes up for a gap
 * flagged   the raters are NEED_APART levels or more apart
 *
 * Who has no standard counts in no figure; need_people and need_unstandardised
 * name these people. Everywhere survey 0 is survey_current, and unit 0 the whole
 * office; another unit counts with its sub-units, and NEED_NO_UNIT is those who
 * are in none. Means of nothing are NAN.
 */
enum { NEED_APART = 2, NEED_NO_UNIT = -1 };

/* How much a need presses, by the percent of people who are below the standard:
 * high from need_high on, medium from need_medium on. The source (Perpusnas)
 * leaves 59.9 to 60 and 70 itself open; here they are closed. */
enum need_band { NEED_LOW, NEED_MEDIUM, NEED_HIGH };
enum need_band need_band_of(double share, const struct settings *settings);

/* Job person match, by jpm_optimal and jpm_sufficient. */
enum jpm_band { JPM_LESS, JPM_SUFFICIENT, JPM_OPTIMAL };
enum jpm_band jpm_band_of(double jpm, const struct settings *settings);

/* Their names, translated; "" where the number is NAN. */
const char *need_band_words(double share, const struct settings *settings);
const char *jpm_band_words(double jpm, const struct settings *settings);

/* Difficulty × importance × frequency, each a code of dif_choices as 1, 2, 3:
 * 1 to 27, or 0 where one is missing. */
int need_dif(const char *difficulty, const char *weight, const char *frequency);

/* Urgency + seriousness + growth, each 1 to 5: 3 to 15, or 0 where one is missing. */
int need_usg(int64_t urgency, int64_t seriousness, int64_t growth);

/* The survey that is meant, 0 for survey_current; its id is 0 where there is none. */
bool need_survey(struct db *db, int64_t id, struct arena *arena, struct survey *out,
		 struct err *err);

struct need_row {
	int64_t competency; /* id */
	const char *code, *name;
	int64_t respondents;
	double required, actual; /* means of levels, 1 to 5 */
	double gap, surplus;	 /* means over everybody */
	int64_t gap_1_or_more;	 /* people who lack a level or more */
	int64_t not_competent;	 /* people below what is required */
	double share;		 /* of not_competent, percent */
	enum need_band band;
	double jpm;	   /* 100 × sum of actual / sum of required */
	int64_t flagged;   /* people */
	double importance; /* mean, 1 to 5 */
	double priority;   /* gap × importance */
	int dif, usg;	   /* scores of the decision, or 0 */
};

/* Needs by competency, the highest priority first, then by code. */
bool need_list(struct db *db, int64_t survey, int64_t unit, struct arena *arena,
	       struct need_row **out, size_t *count, struct err *err);

/* Other orders of the same rows: the highest first, then as need_list. */
enum need_order { NEED_BY_PRIORITY, NEED_BY_DIF, NEED_BY_USG, NEED_BY_SHARE };
void need_sort(struct need_row *rows, size_t count, enum need_order order);

/* A field of the heat map. */
struct need_cell {
	int64_t unit; /* id, or NEED_NO_UNIT */
	int64_t competency;
	int64_t respondents;
	double gap; /* mean */
	int64_t gap_1_or_more, not_competent;
	double share; /* percent */
	int64_t flagged;
};

/* Units × competencies, only those with respondents, by code of the unit (who
 * is in none last) and of the competency. A unit counts with its sub-units. */
bool need_cells(struct db *db, int64_t survey, struct arena *arena,
		struct need_cell **out, size_t *count, struct err *err);

struct need_unit {
	int64_t unit;		 /* id, or NEED_NO_UNIT */
	const char *code, *name; /* "" for NEED_NO_UNIT */
	int64_t respondents;	 /* people */
	int64_t levels;		 /* people × competencies: n of what follows */
	double gap;		 /* mean */
	int64_t not_competent;	 /* levels below what is required */
	double share;		 /* of levels, percent */
	enum need_band band;
	double jpm;
	int64_t flagged; /* levels */
};

/* Units with respondents, in the order of need_cells. */
bool need_units(struct db *db, int64_t survey, struct arena *arena,
		struct need_unit **out, size_t *count, struct err *err);

struct need_scope {
	int64_t survey, unit;
	int64_t competency; /* id */
};

struct need_person {
	int64_t person;
	const char *nip, *name, *unit, *position; /* unit: its name, or "" */
	int64_t required;	/* NUMBER_NONE: the position has no standard for it */
	int64_t self, superior; /* NUMBER_NONE: did not answer */
	double actual;
	double gap, surplus; /* NAN without a standard */
	double importance;   /* mean of the raters, or NAN */
	int64_t difference;  /* levels between the raters, or NUMBER_NONE */
	bool flagged;
};

/* The people behind a cell or a row, the largest gap first, then by name; those
 * without a standard last. */
bool need_people(struct db *db, const struct need_scope *scope, struct arena *arena,
		 struct need_person **out, size_t *count, struct err *err);

struct need_position {
	const char *position; /* "" for those without one */
	int64_t people;	      /* with an answer that no standard covers */
	int64_t competencies; /* for which the standard is missing */
};

/* Positions of respondents that lack standards, most people first. */
bool need_unstandardised(struct db *db, int64_t survey, int64_t unit, struct arena *arena,
			 struct need_position **out, size_t *count, struct err *err);

/* 100 × sum of actual / sum of required over the `*levels` competencies of the
 * person that have both; it may exceed 100. NAN where there are none. */
bool jpm_of_person(struct db *db, int64_t survey, int64_t person, double *jpm,
		   int64_t *levels, struct err *err);

#endif
