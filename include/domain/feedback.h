#ifndef DOMAIN_FEEDBACK_H
#define DOMAIN_FEEDBACK_H

#include "base/kind.h"

/*
 * Feedback sheets with their answers, and the improvement actions that follow
 * from them. Sheets hold no name; their keys are random.
 */
extern const struct choice sheet_role_choices[];
extern const struct choice sheet_phase_choices[];
extern const struct choice improvement_kind_choices[];
extern const struct choice improvement_status_choices[];

/* One paper sheet as it was keyed in; holds no name. */
struct sheet {
	int64_t id;
	int64_t programme;     /* programme */
	int64_t questionnaire; /* questionnaire */
	int64_t number;
	int64_t trainer;   /* trainer it is about, where sheets repeat per trainer */
	int64_t session;   /* session it is about, where they repeat per session */
	const char *role;  /* sheet_role_choices: who filled it in; "" participant */
	const char *phase; /* sheet_phase_choices: "", "before", "after" */
};
extern const struct kind sheet_kind;

/* The highest value an answer can have. */
enum { ANSWER_MOST = 1000000 };

/* One answer on a sheet as it was keyed in, never turned round; neither value
 * nor text: left blank. What they mean depends on the item's kind, see
 * domain/item_type.h. */
struct answer {
	int64_t id;
	int64_t sheet; /* sheet */
	int64_t item;  /* item */
	int64_t value;
	const char *text;
};
extern const struct kind answer_kind;

/* What the next run does better. */
struct improvement {
	int64_t id;
	int64_t programme; /* programme */
	int64_t number;
	const char *statement;
	const char *kind; /* improvement_kind_choices */
	const char *action;
	const char *decision; /* what was decided, and why */
	int64_t finding;      /* finding */
	int64_t item;	      /* item */
	int64_t owner;	      /* person */
	struct date due;
	const char *status; /* improvement_status_choices */
	const char *result;
	const char *waived_reason; /* for the status waived */
	int64_t carried_from;	   /* improvement */
};
extern const struct kind improvement_kind;

#endif
