#ifndef DOMAIN_FINDING_H
#define DOMAIN_FINDING_H

#include "base/kind.h"

/*
 * Findings: what a run showed that the next one should do better, or keep.
 * They come from low questions, comments, subjects that were named, gaps
 * that stayed and what somebody saw. Actions (domain/feedback.h) follow from
 * them, and changed lines of a design name them as their cause.
 */
extern const struct choice finding_source_choices[];

struct finding {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	const char *source; /* finding_source_choices */
	const char *kind;   /* improvement_kind_choices */
	const char *statement;
	int64_t item;	    /* item */
	int64_t session;    /* session: the subject */
	int64_t objective;  /* objective */
	int64_t competency; /* competency */
	int64_t count;	    /* how often it was said, or how many answered */
	int64_t figure;	    /* the mean or gap at that time, hundredths */
	const char *search; /* from statement */
};
extern const struct kind finding_kind;

/* What a reader made of a comment, which is known by its folded words and
 * never by its sheet. */
struct comment_tag {
	int64_t id;
	int64_t programme;   /* programme */
	const char *comment; /* text_key of it */
	const char *kind;    /* improvement_kind_choices */
	const char *theme;
	int64_t finding; /* finding */
};
extern const struct kind comment_tag_kind;

/* Why a line of a revision is not as it was before. */
struct revision_cause {
	int64_t id;
	int64_t revision;    /* revision */
	const char *part;    /* name of the kind of the part */
	const char *line;    /* number of the part, and the field that changed */
	int64_t finding;     /* finding */
	int64_t improvement; /* improvement */
	const char *text;
};
extern const struct kind revision_cause_kind;

#endif
