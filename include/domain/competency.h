#ifndef DOMAIN_COMPETENCY_H
#define DOMAIN_COMPETENCY_H

#include "base/kind.h"

/*
 * Competencies, the levels that positions require, and the answers of the
 * needs survey.
 */
extern const struct choice competency_type_choices[];
extern const struct choice rater_choices[];
/* How survey exports call them besides, as the `words` of a field. */
extern const char rater_words[];

/* Levels go from 1 to this one (Permen PANRB 38/2017); so does the importance that
 * raters state. */
enum { COMPETENCY_LEVELS = 5 };

/* What people must be able to do. */
struct competency {
	int64_t id;
	const char *code;
	const char *name;
	const char *kind; /* competency_type_choices */
	const char *definition;
	const char *search; /* from code,name */
};
extern const struct kind competency_kind;

/* What people at a level of a competency do. */
struct competency_level {
	int64_t id;
	int64_t competency; /* competency */
	int64_t level;
	const char *text;
};
extern const struct kind competency_level_kind;

/* The level that a position requires. */
struct standard {
	int64_t id;
	const char *position;
	int64_t competency; /* competency */
	int64_t level;
	const char *search; /* from position */
};
extern const struct kind standard_kind;

/* One rater's answer about one person's level. */
struct need {
	int64_t id;
	int64_t survey;	    /* survey */
	int64_t person;	    /* person */
	int64_t competency; /* competency */
	const char *rater;  /* rater_choices */
	int64_t level;
	int64_t importance;
};
extern const struct kind need_kind;

#endif
