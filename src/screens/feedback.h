#ifndef SCREENS_FEEDBACK_H
#define SCREENS_FEEDBACK_H

#include "app.h"
#include "domain/feedback_sheet.h"
#include "ui/edit.h"

/*
 * The feedback grid: one key for each answer, the comment, Enter. What is
 * half keyed in is kept as a draft like a form. In a verify pass a stored
 * sheet is keyed a second time; where an answer differs, neither value is
 * shown and the paper decides.
 */
struct entry {
	bool keyed;     /* answered, or blank on purpose */
	bool differs;   /* in a verify pass: the second keying was another */
	int64_t second; /* that value */
};

struct feedback {
	struct sheet sheet;
	const char *code; /* of the programme */
	struct item *items;
	struct sheet_answer *answers, *stored_answers;
	struct entry *entries;
	size_t count, at, top;
	struct edit edit; /* of the text item under the cursor */
	bool changed, stored, verify;
	size_t corrected; /* answers that a verify pass changed */
	const char *kept; /* the draft that is stored */
	struct app *app;
};

/* A comment rather than a digit? */
bool feedback_is_text(const struct feedback *v, size_t i);

const char *feedback_title(struct ui *ui, struct screen *s);
const char *feedback_hint(struct ui *ui, struct screen *s);
void feedback_draw(struct ui *ui, struct screen *s, struct canvas *c);

/* feedback_keep.c: what is keyed in and not saved yet, in scratch. */
const char *feedback_draft_key(const struct feedback *v, struct arena *a);
void feedback_from_draft(struct feedback *v, const char *draft, struct arena *a);
/* False where it could not be stored. */
bool feedback_keep(struct ui *ui, struct screen *s);

#endif
