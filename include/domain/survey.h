#ifndef DOMAIN_SURVEY_H
#define DOMAIN_SURVEY_H

#include "base/kind.h"

struct arena;
struct db;
struct err;

/*
 * The needs survey: who is asked about what, what respondents say beyond the
 * levels (struct need in domain/competency.h), and what is decided about a need.
 */
extern const struct choice survey_raters_choices[];
extern const struct choice survey_status_choices[];
extern const struct choice learning_method_choices[];
extern const struct choice need_cause_choices[];
extern const struct choice need_training_choices[];
extern const struct choice dif_choices[];

/* A needs survey: who rates whom, and when. */
struct survey {
	int64_t id;
	const char *code;
	int64_t year;
	const char *title;
	struct date opens;
	struct date closes;
	const char *raters; /* survey_raters_choices */
	const char *status; /* survey_status_choices */
	const char *notes;
	const char *search; /* from code,title */
};
extern const struct kind survey_kind;

/* A unit whose people are asked; a survey without any asks everybody. */
struct survey_unit {
	int64_t id;
	int64_t survey; /* survey */
	int64_t unit;	/* unit */
};
extern const struct kind survey_unit_kind;

/* A competency that is asked about, in this order; a survey without any asks
 * about all. */
struct survey_competency {
	int64_t id;
	int64_t survey;	    /* survey */
	int64_t competency; /* competency */
	int64_t number;
};
extern const struct kind survey_competency_kind;

/* What a respondent says beyond the levels (struct need). */
struct response {
	int64_t id;
	int64_t survey;	   /* survey */
	int64_t person;	   /* person */
	const char *rater; /* rater_choices */
	const char *topics;
	const char *form;   /* learning_form_choices */
	const char *method; /* learning_method_choices */
	const char *remark;
};
extern const struct kind response_kind;

/* What a column of the file of a web survey stands for, by its folded
 * heading: "nip", "topics", "-" for nothing, or "level:KP", "importance:KP". */
struct mapping {
	int64_t id;
	const char *heading;
	const char *target;
};
extern const struct kind mapping_kind;

/* What is decided about a ranked need, and its scores in two other rankings. */
struct decision {
	int64_t id;
	int64_t survey;	      /* survey */
	int64_t competency;   /* competency */
	const char *cause;    /* need_cause_choices */
	const char *training; /* need_training_choices */
	const char *form;     /* learning_form_choices */
	const char *remark;
	const char *difficulty; /* dif_choices */
	const char *weight;	/* dif_choices */
	const char *frequency;	/* dif_choices */
	int64_t urgency;
	int64_t seriousness;
	int64_t growth;
};
extern const struct kind decision_kind;

/* What is decided about the need for a competency; out->id is 0 and its texts
 * are "" where nothing is yet. Texts live in `arena`. */
bool decision_of(struct db *db, int64_t survey, int64_t competency, struct arena *arena,
		 struct decision *out, struct err *err);

/* The survey that is worked with where nobody names one: the newest that is
 * open, else the newest; 0 where there is none. */
bool survey_current(struct db *db, int64_t *id, struct err *err);

/* The same, but where there is none one of this year is made. Inside an action. */
bool survey_assumed(struct db *db, int64_t *id, struct err *err);

/* Are superiors asked too, beside the persons themselves? */
bool survey_asks_superiors(const struct survey *survey);

/* Does the survey take answers of respondents on `today`: is it open, and
 * between its days? */
bool survey_is_open(const struct survey *survey, struct date today);

#endif
