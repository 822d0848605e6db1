#ifndef DOMAIN_ASSESSMENT_H
#define DOMAIN_ASSESSMENT_H

#include "base/kind.h"
#include "domain/rubric.h"

/*
 * What assessors say of a project, what the members of its group say of each
 * other, and the scores that follow from both. The group score and the
 * scores of its members are kept apart. The formulas are pure functions; what
 * is not known is NAN, which reports show as "–".
 */

/* What one assessor says of one project. */
struct assessment {
	int64_t id;
	int64_t project; /* project */
	const char *assessor;
	int64_t person; /* person, where the assessor is one of ours */
	struct date day;
	const char *remark;
};
extern const struct kind assessment_kind;

/* The level for one criterion; NUMBER_NONE: left blank. */
struct assessment_score {
	int64_t id;
	int64_t assessment; /* assessment */
	int64_t criterion;  /* criterion */
	int64_t level;	    /* 1 to 4 */
	const char *remark;
};
extern const struct kind assessment_score_kind;

/* What a member says of a member of the same group, each 1 to 4. Confidential:
 * no file, report or history entry says who rated. */
struct peer_rating {
	int64_t id;
	int64_t group; /* group */
	int64_t rater; /* person */
	int64_t rated; /* person */
	int64_t attendance;
	int64_t tasks;
	int64_t explaining;
	int64_t activity;
	int64_t solutions;
	int64_t role;
};
extern const struct kind peer_rating_kind;

/* The six criteria of the published peer form, as the members name them. */
enum { PEER_CRITERIA = 6 };
extern const char *const peer_criteria[PEER_CRITERIA]; /* fields of the kind */

/* ---- formulas ---- */

/* A level as points: a quarter of 100 each, so that work which was handed in
 * but is poor keeps 25 points and "Baik" throughout is 75. */
double level_points(int64_t level);

/* The score of one assessor, 0 to 100: the mean of the points weighted by the
 * criteria. NAN while a level is blank, or where the weights do not sum to
 * 100 percent. `levels` is parallel to `criteria`. */
double assessor_score(const struct criterion *criteria, const int64_t *levels,
		      size_t count);

/* Over the assessors who filled in all criteria: each weighs the same. */
struct score_summary {
	size_t count;		      /* assessors that count */
	double mean, lowest, highest; /* NAN where count is 0 */
};
struct score_summary score_summarise(const double *scores, size_t count);

/* By how many levels assessors differ on one criterion, blanks passed over;
 * from DISAGREEMENT on it is worth talking about. */
enum { DISAGREEMENT = 2 };
int64_t levels_apart(const int64_t *levels, size_t count);

/* What one member gave another, by their places in the group. */
struct peer_mark {
	size_t rater, rated;
	int64_t values[PEER_CRITERIA]; /* 1 to 4, or NUMBER_NONE */
};

enum peer_note {
	PEER_RATED,
	PEER_NO_SHEET, /* nobody in the group filled in a sheet */
	PEER_UNRATED,  /* others were rated, this member was not */
	PEER_FEW,      /* rated by one other only: that decides nothing */
	PEER_ALONE     /* a group of one */
};

/* How much a member contributed beside the others. */
struct peer_result {
	size_t raters; /* who rated this member, self not counted */
	double mean;   /* of what the others gave, 1 to 4; NAN for none */
	double factor; /* 0.8 to 1.1; 1 where too few rated */
	enum peer_note note;
};

/* Factor = mean of what the others gave a member / mean of these means over
 * the members who were rated, held between 0.8 and 1.1 (the method of WebPA;
 * the bounds keep one quarrel from deciding a result). The own rating stands
 * on the sheet and does not count. Below PEER_RATERS_LEAST raters the factor is
 * 1: it would be one member's word, and would tell what that member gave. */
enum { PEER_RATERS_LEAST = 2 };
#define PEER_LEAST 0.8
#define PEER_MOST 1.1
void peer_factors(const struct peer_mark *marks, size_t mark_count, size_t members,
		  struct peer_result *out);

/* How many members have the total that occurs most often on a sheet of
 * `members` rows with PEER_CRITERIA values each; rows with a blank do not
 * count. The published form allows two. */
enum { PEER_EQUAL_MOST = 2 };
size_t peer_equal_totals(const int64_t *values, size_t members);

/* Group score × factor, at most 100; NAN without a group score. */
double individual_score(double group, double factor);

/* ---- what is stored ---- */

struct assessment_row {
	struct assessment a;
	int64_t *levels;      /* parallel to the criteria */
	const char **remarks; /* likewise */
	size_t blanks;
	double score; /* NAN while there are blanks */
};

struct member_score {
	int64_t person;
	const char *nip, *name;
	struct peer_result peer;
	double score; /* individual */
};

struct project_scores {
	int64_t project, group, rubric; /* rubric 0: the programme names none */
	const char *rubric_code;
	struct criterion *criteria;
	size_t criterion_count;
	const char *unfinished;		    /* as weights_reason says it, or NULL */
	struct assessment_row *assessments; /* by assessor */
	size_t assessment_count;
	struct score_summary group_score;
	int64_t *apart;		      /* parallel to the criteria: levels_apart */
	struct member_score *members; /* by name */
	size_t member_count;
};

bool project_scores_load(struct db *db, int64_t project, struct arena *arena,
			 struct project_scores *out, struct err *err);

/* "Drs. Hasan (2 blank)" for all whose sheet is not complete, or "". */
const char *unfinished_assessors(const struct project_scores *p, struct arena *arena);

/* Whether this can be a name: it has a letter. */
bool assessor_is_name(const char *text);
/* Names of assessors of other projects in the programme, by name. */
bool assessor_names(struct db *db, int64_t project, struct arena *arena,
		    const char ***out, size_t *count, struct err *err);

/* Store what an assessor keyed in, as one action. `about` has id 0 for a new
 * assessment and holds its id afterwards; `seen` is what the levels and
 * remarks were when they were fetched. ERR_INPUT where the rubric is
 * unfinished or the programme names another by now, ERR_CONFLICT where
 * somebody else changed what changes here; nothing is written then. */
struct mark_set {
	const int64_t *levels;
	const char *const *remarks;
};
bool assessment_save(struct db *db, struct assessment *about,
		     const struct criterion *criteria, size_t count, struct mark_set seen,
		     struct mark_set now, struct err *err);

/* The sheet of one rater: PEER_CRITERIA values for each of the members. */
struct peer_sheet {
	int64_t group, rater;
	const int64_t *members; /* persons */
	size_t count;
};
bool peer_sheet_load(struct db *db, const struct peer_sheet *sheet, int64_t *values,
		     struct err *err);
bool peer_sheet_save(struct db *db, const struct peer_sheet *sheet, const int64_t *seen,
		     const int64_t *values, struct err *err);

/* Draw the order in which the projects of a programme are presented; the same
 * seed and projects give the same order. One action. */
bool presentation_draw(struct db *db, int64_t programme, int64_t seed, struct err *err);
/* Put a project one place earlier (-1) or later (1); it changes places with
 * the one that stands there. *moved is false at either end. */
bool presentation_move(struct db *db, int64_t project, int way, bool *moved,
		       struct err *err);

#endif
