#ifndef SCREENS_EVALUATION_H
#define SCREENS_EVALUATION_H

#include "app.h"
#include "domain/comparison.h"
#include "domain/evaluation.h"
#include "domain/learning.h"
#include "domain/programme.h"
#include "report/report.h"

/*
 * What the pages of the evaluation screen share. A page is a list of lines
 * with some text above it; the frame moves the cursor, draws the marks and
 * shows what a line says of itself.
 */
enum { PAGE_COUNT = 6 };

/* A trainer, a session or a group of people who answered. */
struct slice_line {
	const struct feedback_result *f;
	const struct feedback_slice *s;
};

struct evaluation_screen {
	int64_t programme;
	long minimum; /* the setting feedback_minimum */
	struct programme p;
	struct evaluation e;
	struct item_result *items; /* scales, lowest first, then other questions */
	struct learning learning;
	struct report learning_text;
	struct comparison comparison;
	struct slice_line *parts, *views;
	size_t item_count, scale_count, part_count, view_count;
	size_t page;
	size_t selected[PAGE_COUNT], top[PAGE_COUNT];
	size_t shown; /* lines on the screen */
};

struct evaluation_page {
	const char *title; /* N_() */
	const char *empty; /* N_(): what to do where there is no line */
	size_t (*count)(const struct evaluation_screen *v);
	/* What stands above the lines; the row after it. */
	int (*head)(struct ui *ui, const struct evaluation_screen *v, struct canvas *c,
		    int row);
	void (*line)(struct ui *ui, const struct evaluation_screen *v, size_t i, int row,
		     struct canvas *c);
	/* More about the line with the cursor; NULL: the line says all. */
	const char *(*more)(struct ui *ui, const struct evaluation_screen *v, size_t i);
	/* All about it, as a report; NULL: there is no more. */
	bool (*detail)(void *context, struct report *out, struct err *err);
};
extern const struct evaluation_page page_reaction, page_learning, page_parts,
	page_comments, page_comparison, page_views;

/* Lines of the page that is shown. */
size_t evaluation_line_count(const struct evaluation_screen *v);
/* The style and the mark of a line, and the text of a figure. */
enum style line_style(const struct evaluation_screen *v, size_t i);
const char *line_mark(const struct evaluation_screen *v, size_t i);
const char *figure(struct ui *ui, double value, int width);
/* `width` columns, filled for a share of 0 to 1. */
const char *share_bar(struct ui *ui, double share, int width);
/* Wrapped text from `row` on, at most `most` lines; the row after it. */
int draw_wrapped(struct ui *ui, struct canvas *c, int row, int most, const char *text);

#endif
