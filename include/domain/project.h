#ifndef DOMAIN_PROJECT_H
#define DOMAIN_PROJECT_H

#include "base/kind.h"

/*
 * The real work of a group: project, stakeholders and milestones.
 */
extern const struct choice project_status_choices[];
extern const struct choice light_choices[];
extern const struct choice term_choices[];
extern const struct choice verdict_choices[];
extern const struct choice outcome_choices[];

/* The real work of a group. */
struct project {
	int64_t id;
	int64_t group; /* group */
	const char *title;
	const char *problem;
	const char *idea;
	const char *client;
	int64_t partner; /* partner */
	const char *outputs;
	const char *indicator;
	int64_t baseline; /* hundredths */
	int64_t target;	  /* hundredths */
	int64_t actual;	  /* hundredths */
	struct date starts;
	struct date due;
	const char *status; /* project_status_choices */
	const char *light;  /* light_choices */
	const char *light_reason;
	int64_t presents;   /* place in the order of presentation */
	int64_t seed;	    /* that the order was drawn with */
	const char *search; /* from title,client */
};
extern const struct kind project_kind;

/* Who has influence on a project or interest in it. */
struct stakeholder {
	int64_t id;
	int64_t project; /* project */
	const char *name;
	int64_t influence;
	int64_t interest;
	const char *strategy;
};
extern const struct kind stakeholder_kind;

/* Influence and interest above 3 of 5 count as high: promoters high in
 * both, latents in influence only, defenders in interest only. */
enum { STAKEHOLDER_MIDDLE = 3 };
enum stakeholder_quadrant {
	QUADRANT_PROMOTER,
	QUADRANT_LATENT,
	QUADRANT_DEFENDER,
	QUADRANT_APATHETIC
};
enum stakeholder_quadrant stakeholder_quadrant(const struct stakeholder *s);
const char *
stakeholder_quadrant_label(enum stakeholder_quadrant quadrant); /* translated */

/* A step of a project. */
struct milestone {
	int64_t id;
	int64_t project; /* project */
	int64_t number;
	const char *term; /* term_choices */
	const char *text;
	struct date due;
	struct date done;
	const char *evidence;
	const char *verdict; /* verdict_choices */
	const char *outcome; /* outcome_choices: what became of it */
	const char *effect;  /* what changed by it, or why it was dropped */
};
extern const struct kind milestone_kind;

/* Those of a project, by number. */
bool milestone_list(struct db *db, int64_t project, struct arena *arena,
		    struct milestone **out, size_t *count, struct err *err);

#endif
