#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/design.h"
#include "evaluation.h"
#include "report/evaluation_parts.h"

/* The pages of what participants said: questions, and comments. */
enum { ROOMY = 14, TEXT_AT = 6, FIGURES = 18, BAR = 12, BAND = 12, WIDE = 70 };

static size_t item_count(const struct evaluation_screen *v)
{
	return v->item_count;
}

/* The row with room for "…", cut behind an entry. */
static const char *shortened(struct arena *a, const char *line, int columns)
{
	while (text_width(line) + 2 > columns) {
		const char *at = strstr(line, "   "), *last = NULL;

		for (; at; at = strstr(at + 1, "   "))
			last = at;
		if (!last)
			return text_column(a, line, columns);
		line = arena_strndup(a, line, (size_t)(last - line));
	}
	return arena_printf(a, "%s …", line);
}

/* Where entries are parted by three blanks, a single one does not end a row. */
static const char *glued(struct arena *a, const char *text)
{
	const char *out = "";

	while (*text != '\0') {
		size_t word = strcspn(text, " "), gap = strspn(text + word, " ");

		out = arena_printf(a, "%s%.*s%s", out, (int)word, text,
				   gap == 1  ? "\u00a0"
				   : gap > 1 ? "   "
					     : "");
		text += word + gap;
	}
	return out;
}

/* Shown with plain blanks, as they can be copied and searched. */
static const char *unglued(struct arena *a, const char *line)
{
	const char *glue = "\u00a0", *at, *out = "";

	while ((at = strstr(line, glue)) != NULL) {
		out = arena_printf(a, "%s%.*s ", out, (int)(at - line), line);
		line = at + strlen(glue);
	}
	return arena_printf(a, "%s%s", out, line);
}

/* Entries in at most so many rows; that there are more is shown behind a whole
 * one. */
static int draw_entries(struct ui *ui, struct canvas *c, int row, int most,
			const char *text)
{
	struct arena *a = ui_scratch(ui);
	int columns = canvas_columns(c);
	const char **lines;
	size_t count = text_wrap(a, glued(a, text), columns, &lines);
	bool more = count > (size_t)most;

	if (more)
		count = (size_t)most;
	for (size_t i = 0; i < count; i++) {
		const char *line = lines[i];

		if (more && i + 1 == count)
			line = shortened(a, line, columns);
		canvas_text(c, row++, 0, 0, STYLE_PLAIN, unglued(a, line));
	}
	return row;
}

static const char *dimensions(struct ui *ui, const struct evaluation_screen *v)
{
	struct arena *a = ui_scratch(ui);
	struct dimension_result *all;
	const char *text = "";
	size_t count;

	evaluation_dimensions(v->items, v->scale_count, a, &all, &count);
	for (size_t i = 0; i < count; i++) {
		if (!isnan(all[i].mean))
			text = arena_printf(
				a, "%s%s%s\u00a0%s\u00a0(%d)", text, *text ? "   " : "",
				choice_label(dimension_choices, all[i].dimension),
				number_real(a, all[i].mean, 2, number_mark()),
				(int)all[i].answers);
	}
	return text;
}

static int draw_headings(struct canvas *c, int row)
{
	int all = canvas_columns(c),
	    figures = all - FIGURES - (all >= WIDE ? BAR + BAND + 2 : 0);

	canvas_text(c, row, 1, 0, STYLE_DIM, _("No."));
	canvas_text(c, row, TEXT_AT, figures - TEXT_AT, STYLE_DIM, _("Question"));
	/* TRANSLATORS: n, mean, standard deviation; 4, 7 and 7 columns, at the right */
	canvas_text(c, row, figures, FIGURES, STYLE_DIM, _("   n   mean     SD"));
	if (all >= WIDE)
		canvas_text(c, row, all - BAND, BAND, STYLE_DIM, _("Band"));
	return row + 1;
}

static int reaction_head(struct ui *ui, const struct evaluation_screen *v,
			 struct canvas *c, int row)
{
	struct arena *a = ui_scratch(ui);
	bool roomy = canvas_rows(c) >= ROOMY;

	row = draw_entries(
		ui, c, row, roomy ? 3 : 1,
		arena_printf(a,
			     _("Completed %d of %d   Attendance %s %%   Sheets %d   Mean "
			       "%s   Cronbach's alpha %s (n = %d%s)"),
			     (int)v->e.completed, (int)v->e.enrolled,
			     number_real(a, v->e.attendance_rate * 100, 1, number_mark()),
			     (int)v->e.sheets, figure(ui, v->e.feedback_mean, 0),
			     figure(ui, v->e.cronbach_alpha, 0), (int)v->e.complete,
			     !isnan(v->e.cronbach_alpha) && v->e.complete < ALPHA_CAUTION
				     ? _(", with caution")
				     : ""));
	if (v->e.too_few)
		return draw_wrapped(
			ui, c, row + 1, 3,
			arena_printf(a,
				     _("%d of %ld sheets needed; results are shown from "
				       "%ld on, so that nobody can be recognised."),
				     (int)v->e.sheets, v->minimum, v->minimum));
	if (roomy)
		row = draw_entries(ui, c, row, 3, dimensions(ui, v));
	canvas_rule(c, row++, 0, canvas_columns(c));
	return v->item_count ? draw_headings(c, row) : row;
}

/* What a scale is worth; of other questions their kind. */
static const char *judgement(const struct item_result *r)
{
	if (r->hidden)
		return _("too few");
	return strcmp(r->kind, "likert") == 0 ? likert_band_label(r->band)
					      : choice_label(item_type_choices, r->kind);
}

/* Numbers occur again in each questionnaire, so with several it is named. */
static const char *question(struct ui *ui, const struct evaluation_screen *v,
			    const struct item_result *r)
{
	const char *code = NULL;
	bool several = false;

	for (size_t q = 0; q < v->e.feedback_count; q++) {
		const struct feedback_result *f = &v->e.feedback[q];

		if (f->questionnaire == r->questionnaire)
			code = f->code;
		else
			several = several || feedback_is_reaction(f);
	}
	return several && code ? arena_printf(ui_scratch(ui), "%s: %s", code, r->text)
			       : r->text;
}

static void reaction_line(struct ui *ui, const struct evaluation_screen *v, size_t i,
			  int row, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	const struct item_result *r = &v->items[i];
	enum style style = line_style(v, i);
	int all = canvas_columns(c),
	    figures = all - FIGURES - (all >= WIDE ? BAR + BAND + 2 : 0);

	canvas_text(c, row, 0, all, style,
		    arena_printf(a, "%s%3d %s", line_mark(v, i), (int)r->number,
				 r->improvement ? "+" : " "));
	canvas_text(c, row, TEXT_AT, figures - TEXT_AT, style, question(ui, v, r));
	canvas_text(c, row, figures, FIGURES, style,
		    arena_printf(a, "%4d%s%s", (int)r->answers, figure(ui, r->mean, 7),
				 figure(ui, r->sd, 7)));
	if (all < WIDE)
		return;
	canvas_text(
		c, row, all - BAND - BAR - 1, BAR, style,
		share_bar(ui, r->scale ? r->mean / (double)r->scale : (double)NAN, BAR));
	canvas_text(c, row, all - BAND, BAND, style, judgement(r));
}

/* The whole question and how often each answer was given. */
static const char *reaction_more(struct ui *ui, const struct evaluation_screen *v,
				 size_t i)
{
	struct arena *a = ui_scratch(ui);
	const struct item_result *r = &v->items[i];
	const char *text = r->text;

	if (strcmp(r->kind, "likert") != 0)
		return arena_printf(a, _("%s\nEnter shows the answers."), text);
	if (r->hidden || r->answers == 0)
		return arena_printf(a, _("%s\n%d of %ld answers needed."), text,
				    (int)r->answers, v->minimum);
	text = arena_printf(a, "%s\n", text);
	for (int64_t k = 1; k <= r->scale; k++)
		text = arena_printf(a, "%s%d: %d×   ", text, (int)k,
				    (int)r->counts[k - 1]);
	return arena_printf(a, _("%stwo best answers %s %%%s"), text,
			    number_real(a, r->top2 * 100, 0, number_mark()),
			    r->reversed ? _("   reversed") : "");
}

static bool reaction_detail(void *context, struct report *out, struct err *err)
{
	const struct evaluation_screen *v = context;

	(void)err;
	put_item(&v->items[v->selected[v->page]], out);
	return true;
}

const struct evaluation_page page_reaction = {
	.title = N_("Reaction"),
	.empty = "",
	.count = item_count,
	.head = reaction_head,
	.line = reaction_line,
	.more = reaction_more,
	.detail = reaction_detail,
};

static size_t comment_count(const struct evaluation_screen *v)
{
	return v->e.comment_count;
}

static int comments_head(struct ui *ui, const struct evaluation_screen *v,
			 struct canvas *c, int row)
{
	int64_t all = 0;

	for (size_t i = 0; i < v->e.comment_count; i++)
		all += v->e.comments[i].count;
	if (all > 0)
		row = draw_wrapped(
			ui, c, row, 1,
			arena_printf(ui_scratch(ui),
				     P_("%d comment; equal ones are one line.",
					"%d comments; equal ones are one line.", all),
				     (int)all));
	canvas_rule(c, row++, 0, canvas_columns(c));
	return row;
}

static void comments_line(struct ui *ui, const struct evaluation_screen *v, size_t i,
			  int row, struct canvas *c)
{
	const struct comment *comment = &v->e.comments[i];

	canvas_text(c, row, 0, canvas_columns(c), line_style(v, i),
		    arena_printf(ui_scratch(ui), "%s%3d×  %s%s%s", line_mark(v, i),
				 (int)comment->count, comment->about,
				 *comment->about ? ": " : "", comment->text));
}

static const char *comments_more(struct ui *ui, const struct evaluation_screen *v,
				 size_t i)
{
	return arena_printf(ui_scratch(ui), "%s\n%s", v->e.comments[i].question,
			    v->e.comments[i].text);
}

static bool comments_detail(void *context, struct report *out, struct err *err)
{
	const struct evaluation_screen *v = context;
	const struct comment *comment = &v->e.comments[v->selected[v->page]];

	(void)err;
	report_heading(out, comment->question);
	report_text(out, "%d×  %s", (int)comment->count, comment->text);
	return true;
}

const struct evaluation_page page_comments = {
	.title = N_("Comments"),
	.empty = N_("No comments that may be shown."),
	.count = comment_count,
	.head = comments_head,
	.line = comments_line,
	.more = comments_more,
	.detail = comments_detail,
};
