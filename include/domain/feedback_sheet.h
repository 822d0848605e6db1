#ifndef DOMAIN_FEEDBACK_SHEET_H
#define DOMAIN_FEEDBACK_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/item_type.h"

struct arena;
struct db;
struct err;

/*
 * Keying in paper sheets: a sheet with all its answers at once.
 */

/* A questionnaire that sheets of a programme may be keyed into. */
struct sheet_questionnaire {
	int64_t id;
	const char *code, *title;
	int64_t sheets; /* keyed in so far */
};

/* Those of its design and those of its sheets, in the order of their code;
 * where there is none, all there are. */
bool sheet_questionnaires(struct db *db, int64_t programme, struct arena *arena,
			  struct sheet_questionnaire **out, size_t *count,
			  struct err *err);

/* Items by number. */
bool sheet_items(struct db *db, int64_t questionnaire, struct arena *arena,
		 struct item **items, size_t *count, struct err *err);

/* Numbers say nothing about who handed in first: they are drawn. Those of
 * sheets that respondents fill in themselves are above this, those keyed in
 * from paper below, as long as there are any. */
enum { SHEET_PAPER_MOST = 10000 };

/* Whom or what a sheet may be about: with `repeats` "trainer" the trainers of
 * the programme's sessions (or all trainers, where the sessions name none),
 * with "session" the sessions. */
struct sheet_subject {
	int64_t id;
	const char *label;
};
bool sheet_subjects(struct db *db, int64_t programme, const char *repeats,
		    struct arena *arena, struct sheet_subject **out, size_t *count,
		    struct err *err);

/* The nearest sheet before (way -1) or behind (1) `number`; 0 for none. */
bool sheet_beside(struct db *db, const struct sheet *sheet, int way, int64_t *number,
		  struct err *err);

/* A free number for the next sheet from paper; it is to be written on it. */
bool sheet_next_number(struct db *db, int64_t programme, int64_t questionnaire,
		       int64_t *number, struct err *err);

/* `count` free numbers for sheets of this programme and questionnaire, in
 * random order. ERR_CONFLICT where there are not so many left. */
bool sheet_numbers(struct db *db, const struct sheet *sheet, size_t count,
		   struct arena *arena, int64_t **out, struct err *err);

/* The answers of the sheet with this programme, questionnaire and number,
 * parallel to `items`, and what it is about; where there is no such sheet,
 * sheet->id is 0, all answers are blank, and what it is about stays. */
bool sheet_load(struct db *db, struct sheet *sheet, const struct item *items,
		size_t count, struct arena *arena, struct sheet_answer *answers,
		struct err *err);

/* Store a sheet with its answers in one action. `sheet` and `seen` are what
 * sheet_load gave. A new sheet whose number somebody else has taken since
 * gets another: *sheet holds the id and number it was stored
 * under. ERR_CONFLICT where somebody else changed an answer that changes
 * here. What cannot be an answer, or an unfit subject, is ERR_INPUT. */
bool sheet_save(struct db *db, struct sheet *sheet, const struct item *items,
		size_t count, const struct sheet_answer *seen,
		const struct sheet_answer *answers, struct err *err);

#endif
