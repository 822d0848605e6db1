#ifndef DOMAIN_DESIGN_H
#define DOMAIN_DESIGN_H

#include "base/kind.h"

/*
 * Designs of programmes in numbered revisions: objectives, planned sessions
 * and questionnaires. A revision that runs already use is never changed for
 * them behind their back (see domain/revision.h).
 */
extern const struct choice learning_form_choices[];
/* "classical", "nonclassical", or "" for what is neither. */
const char *learning_form_path(const char *code);
extern const struct choice dimension_choices[];
extern const struct choice item_type_choices[];
extern const struct choice questionnaire_level_choices[];
extern const struct choice questionnaire_repeats_choices[];

/* What the runs of a series have in common over the years. */
struct design {
	int64_t id;
	const char *code;
	const char *title;
	const char *search; /* from code,title */
};
extern const struct kind design_kind;

/* A numbered state of a design; runs are pinned to one. */
struct revision {
	int64_t id;
	int64_t design; /* design */
	int64_t number;
	struct date made;
	const char *reason;
};
extern const struct kind revision_kind;

/* What participants can do afterwards. */
struct objective {
	int64_t id;
	int64_t revision; /* revision */
	int64_t number;
	int64_t competency; /* competency */
	int64_t level;
	const char *text;
	const char *indicator;
};
extern const struct kind objective_kind;

/* A session of the design, without a date. */
struct planned_session {
	int64_t id;
	int64_t revision; /* revision */
	int64_t number;
	int64_t day;
	const char *topic;
	const char *form;   /* learning_form_choices */
	int64_t jp;	    /* hundredths */
	const char *starts; /* HH:MM */
	const char *ends;   /* HH:MM */
};
extern const struct kind planned_session_kind;

/* A set of questions put to participants. */
struct questionnaire {
	int64_t id;
	const char *code;
	const char *title;
	const char *level;   /* questionnaire_level_choices */
	const char *repeats; /* questionnaire_repeats_choices: "" one sheet for the
			      * programme, or one per "trainer" or "session" */
	const char *notes;
	const char *search; /* from code,title */
};
extern const struct kind questionnaire_kind;

/* One question of a questionnaire. */
struct item {
	int64_t id;
	int64_t questionnaire; /* questionnaire */
	int64_t number;
	const char *dimension; /* dimension_choices */
	const char *kind;      /* item_type_choices; see domain/item_type.h */
	int64_t scale;	       /* likert, two_sided: the highest answer */
	int64_t reversed;      /* likert: a high answer is bad */
	int64_t most;	       /* number: the highest; NUMBER_NONE: ANSWER_MOST */
	const char *options;   /* separated by ';': what may be chosen, the two ends,
				* or the labels of a scale */
	const char *text;
};
extern const struct kind item_kind;

/* A questionnaire that a design uses. */
struct revision_questionnaire {
	int64_t id;
	int64_t revision;      /* revision */
	int64_t questionnaire; /* questionnaire */
};
extern const struct kind revision_questionnaire_kind;

#endif
