#ifndef DOMAIN_RESPONDENT_H
#define DOMAIN_RESPONDENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/feedback_sheet.h"

struct db;
struct err;

/*
 * Sheets that people fill in themselves. They get random free numbers above
 * SHEET_PAPER_MOST, and the history only counts them: neither tells who was
 * first.
 */

/* What one person filled in: `count` sheets (one for each trainer or subject)
 * with the answers to all items, one sheet after the other. Stored in one
 * action; sheets without any answer are left out. *stored is their number;
 * with 0 nothing was written. */
struct respondent_sheets {
	struct sheet *sheets;
	size_t count;
	const struct item *items;
	size_t item_count;
	const struct sheet_answer *answers; /* count × item_count */
};
bool respondent_save(struct db *db, const struct respondent_sheets *of, size_t *stored,
		     struct err *err);

/* The questionnaire that respondents of a programme are asked, by its code,
 * or with NULL or "" its only one. ERR_NOT_FOUND with the codes that there
 * are, or with where to find those of programmes and surveys. */
bool respondent_questionnaire(struct db *db, const char *programme, const char *code,
			      int64_t *programme_id, int64_t *questionnaire_id,
			      struct err *err);

#endif
