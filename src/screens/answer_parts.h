#ifndef SCREENS_ANSWER_PARTS_H
#define SCREENS_ANSWER_PARTS_H

#include "ui/ui.h"

struct edit;

/* What the pages for respondents are drawn with: large, one thing at a time. */

/* Paragraphs from a row on; the row behind them. */
int answer_lines(struct ui *ui, struct canvas *c, int row, enum style style,
		 const char *text);
/* The row behind a blank line, where there is room for such. */
int answer_gap(const struct canvas *c, int row);
/* One line to choose from, with its mark. */
void answer_option(struct ui *ui, struct canvas *c, int row, const char *text,
		   bool focus);
/* What is typed, wrapped; the last lines where not all fit. */
void answer_typed(struct ui *ui, const struct edit *edit, int row, struct canvas *c);

#endif
