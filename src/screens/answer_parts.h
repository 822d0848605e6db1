#ifndef SCREENS_ANSWER_PARTS_H
#define SCREENS_ANSWER_PARTS_H

#include "ui/ui.h"

struct edit;

/* What the pages for respondents are drawn with: large, one thing at a time. */

/* Paragraphs from a row on; the row behind them. */
int answer_lines(struct ui *ui, struct canvas *c, int row, enum style style,
		 const char *text);
/* The column that a page begins in. */
int answer_indent(const struct canvas *c);
/* Is there room for blank lines? The row behind one, where there is. */
bool answer_is_roomy(const struct canvas *c);
int answer_gap(const struct canvas *c, int row);
/* One line to choose from, with its mark. */
void answer_option(struct ui *ui, struct canvas *c, int row, const char *text,
		   bool focus);
/* What is typed, wrapped; the last lines where not all fit. */
void answer_typed(struct ui *ui, const struct edit *edit, int row, struct canvas *c);

/* The page that everybody begins with, and the last two. Texts are translated;
 * `open` says what is not answered, "" for nothing. The row behind the page. */
int answer_first_page(struct ui *ui, struct canvas *c, const char *title,
		      const char *text);
int answer_last_page(struct ui *ui, struct canvas *c, const char *open);
void answer_thanks_page(struct ui *ui, struct canvas *c, const char *text);
/* A page with two answers, of which number `chosen` is taken; 0: none. */
void answer_either_page(struct ui *ui, struct canvas *c, const char *title,
			const char *const labels[2], int64_t chosen);

/* Only staff get out, who know the code: what they typed for it is compared as
 * keys are. False, told, for another one or where they thought better of it. */
bool answer_may_leave(struct ui *ui, const char *question, const char *code);

#endif
