#ifndef DOMAIN_SURVEY_SHEET_H
#define DOMAIN_SURVEY_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/survey.h"

struct arena;

/*
 * The sheet of a needs survey: what one rater says of one person, about each
 * competency that is asked, and beyond that.
 */
struct survey_answer {
	int64_t competency;
	const char *code, *name;
	int64_t level;	    /* 1 to 5; NUMBER_NONE: blank */
	int64_t importance; /* likewise */
};

struct survey_sheet {
	struct survey_answer *answers; /* in the order in which they are asked */
	size_t count;
	bool stored;		  /* somebody answered before */
	struct response response; /* whose sheet it is, topics, form, method, remark; its
				   * id is 0 while nothing of that is stored */
};

/* The sheet of out->response's survey, person and rater, which the caller sets.
 * The competencies are those of the survey by their number, or all by their
 * code where it names none. ERR_NOT_FOUND for a survey or person that is not
 * there. Texts live in `arena`. */
bool survey_sheet_load(struct db *db, struct arena *arena, struct survey_sheet *out,
		       struct err *err);

/* Does it say nothing beyond the levels? Then nothing of it is stored. */
bool response_is_blank(const struct response *response);

/* A copy whose answers can be changed while the other stays as it was. */
struct survey_sheet survey_sheet_copy(const struct survey_sheet *sheet,
				      struct arena *arena);

bool survey_sheet_equal(const struct survey_sheet *a, const struct survey_sheet *b);

/* Store in one action what differs between `seen`, as it was loaded, and
 * `now`; what became blank is removed. ERR_INPUT for a survey that is closed,
 * a level or importance outside 1 to 5, or an importance without a level;
 * ERR_NOT_FOUND for a person who is not there; ERR_CONFLICT where somebody else
 * changed the same answer. Then nothing is written. */
bool survey_sheet_save(struct db *db, const struct survey_sheet *seen,
		       const struct survey_sheet *now, struct err *err);

/* How far a survey is, by the unit of the people asked: those of its units and
 * of what is below them, or everybody where it names none. */
struct survey_progress {
	int64_t unit; /* 0: people without a unit */
	const char *name;
	int64_t asked, self, superior; /* persons */
};

/* By the code of the unit; units without people are left out. */
bool survey_progress_load(struct db *db, int64_t survey, struct arena *arena,
			  struct survey_progress **out, size_t *count, struct err *err);

/* How many competencies a survey names, and units; 0 stands for all. */
struct survey_scope {
	int64_t competencies, units;
};
bool survey_scope(struct db *db, int64_t survey, struct survey_scope *out,
		  struct err *err);

/* The sum over all rows. */
struct survey_progress survey_progress_sum(const struct survey_progress *rows,
					   size_t count);

#endif
