#ifndef DOMAIN_SURVEY_ANSWER_H
#define DOMAIN_SURVEY_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/competency.h"
#include "domain/office.h"
#include "domain/survey_sheet.h"

struct arena;
struct db;
struct err;

/*
 * A needs survey as people answer it themselves: once for each person and
 * rater, while the survey is open, and never to be read by who comes next.
 */

/* The survey with this code (in any case); *id is 0 where there is none. */
bool survey_by_code(struct db *db, const char *code, int64_t *id, struct err *err);

/* ERR_INPUT where the survey takes no answers on `today`: it is a draft,
 * closed, or outside its days. */
bool survey_takes_answers(const struct survey *survey, struct date today,
			  struct err *err);

/* Who is rated, by the NIP as it is typed. ERR_INPUT for no NIP or a person
 * of a unit that is not asked, ERR_NOT_FOUND for an unknown one, ERR_CONFLICT
 * where this rater answered already. Texts live in `arena`. */
bool survey_person(struct db *db, const struct response *of, const char *nip,
		   struct arena *arena, struct person *out, struct err *err);

/* *asked is 1 for a person of the units that the survey asks, else 0. */
bool survey_is_asked(struct db *db, int64_t survey, int64_t person, int64_t *asked,
		     struct err *err);

/* What people at each level of a competency do: five texts, as they are described
 * in the office file, else what the level is called.
 * *described says whether there is any description. */
bool survey_level_texts(struct db *db, int64_t competency, struct arena *arena,
			const char *texts[COMPETENCY_LEVELS], bool *described,
			struct err *err);

/* A competency that a survey asks about. */
struct survey_asked {
	int64_t competency;
	const char *code, *name;
};

/* What a survey asks about, in the order of its sheet. Texts live in `arena`. */
bool survey_asked_list(struct db *db, int64_t survey, struct arena *arena,
		       struct survey_asked **out, size_t *count, struct err *err);

/* Store the first answers of a person and rater, in one action. ERR_INPUT
 * where nothing is answered or the survey takes no answers (any more),
 * ERR_CONFLICT where somebody answered meanwhile. Then nothing is written. */
bool survey_hand_in(struct db *db, const struct survey_sheet *sheet, struct date today,
		    struct err *err);

#endif
