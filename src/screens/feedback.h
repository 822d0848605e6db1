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
	struct sheet_answer second; /* that answer */
};

/* Digits or marks that a key has yet to end. */
struct pending {
	bool on;
	char digits[8];
	const char *marks; /* in the screen's rows */
};

struct feedback {
	struct sheet sheet;
	const char *code; /* of the programme */
	struct item *items;
	struct sheet_answer *answers, *stored_answers;
	struct entry *entries;
	size_t count, at, top;
	struct sheet_about about; /* of new sheets */
	bool has_about;	       /* the questionnaire's sheets are about something */
	struct pending pending;
	struct edit edit; /* of the text item under the cursor */
	bool changed, stored, verify;
	size_t corrected; /* answers that a verify pass changed */
	const char *kept; /* the draft that is stored */
	struct app *app;
};

/* To question `at`; what is pending is dropped. */
void feedback_go(struct feedback *v, struct screen *s, size_t at);
/* The first question from `from` on that is not keyed in; count for none. */
size_t feedback_next_open(const struct feedback *v, size_t from);

/* feedback_answer.c. The question with the cursor, which is no text. */
const struct item *feedback_item(const struct feedback *v);
/* Is the key part of an answer to it, and what it does. */
bool feedback_types(const struct feedback *v, int32_t key);
ui_flags feedback_answer(struct ui *ui, struct screen *s, int32_t key);
/* Take an answer, or what is pending; false where it was refused. */
bool feedback_take(struct ui *ui, struct screen *s, struct sheet_answer answer);
bool feedback_take_pending(struct ui *ui, struct screen *s);
/* The key that ends an answer; false where none was pending. */
bool feedback_end_answer(struct ui *ui, struct screen *s);

/* feedback_about.c: put it into the sheet. */
void feedback_set_about(struct feedback *v, const struct sheet_about *about);
/* What this sheet is about is what new ones are about. */
void feedback_keep_about(struct feedback *v);
/* For people, in scratch; "" for nothing. */
const char *feedback_about(struct ui *ui, const struct feedback *v);

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
