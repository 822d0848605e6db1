#ifndef SCREENS_ANSWER_H
#define SCREENS_ANSWER_H

#include "app.h"
#include "domain/design.h"
#include "domain/feedback_sheet.h"
#include "domain/programme.h"
#include "ui/edit.h"

/*
 * Respondent mode: one person after the other fills in a sheet, one question
 * at a time. There is no way from here to anything else, nothing of a sheet
 * is kept before it is handed in, and one that is left alone is dropped.
 */
enum answer_page {
	PAGE_FIRST,   /* what this is; Enter begins */
	PAGE_ROLE,    /* who answers: alumnus or superior */
	PAGE_SUBJECT, /* whom or what the next questions are about */
	PAGE_ITEM,
	PAGE_LAST, /* Enter hands the sheet in */
	PAGE_THANKS
};

struct answer_screen {
	struct app *app;
	struct programme programme;
	struct questionnaire questionnaire;
	struct item *items;
	size_t item_count;
	struct sheet_subject *subjects; /* one without a label where nothing repeats */
	size_t subject_count;
	struct sheet_answer *answers; /* subject by subject, in the screen's rows */
	const char *language;	      /* that a new sheet begins with */
	enum answer_page page;
	size_t subject, item;
	int64_t cursor; /* option or value, from 1; 0: none */
	int64_t role;	/* position in sheet_role_choices, from 1 */
	struct edit edit;
};

const struct item *answer_item(const struct answer_screen *v);
struct sheet_answer *answer_now(const struct answer_screen *v);
size_t answer_open_count(const struct answer_screen *v);

/* answer_draw.c */
const char *answer_title(struct ui *ui, struct screen *s);
const char *answer_hint(struct ui *ui, struct screen *s);
void answer_draw(struct ui *ui, struct screen *s, struct canvas *c);

#endif
