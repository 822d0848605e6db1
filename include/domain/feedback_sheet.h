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

/* The number behind the highest one keyed in. */
bool sheet_next_number(struct db *db, int64_t programme, int64_t questionnaire,
		       int64_t *number, struct err *err);

/* The answers of the sheet with this programme, questionnaire and number,
 * parallel to `items`; sheet->id is 0 and all are blank where there is no
 * such sheet. */
bool sheet_load(struct db *db, struct sheet *sheet, const struct item *items,
		size_t count, struct arena *arena, struct sheet_answer *answers,
		struct err *err);

/* Store a sheet with its answers in one action. `sheet` and `seen` are what
 * sheet_load gave. A new sheet whose number somebody else has taken since
 * gets the next free one: *sheet holds the id and number it was stored
 * under. ERR_CONFLICT where somebody else changed an answer that changes
 * here. Values beyond an item's scale are ERR_INPUT. */
bool sheet_save(struct db *db, struct sheet *sheet, const struct item *items,
		size_t count, const struct sheet_answer *seen,
		const struct sheet_answer *answers, struct err *err);

#endif
