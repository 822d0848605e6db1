#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/assessment.h"
#include "domain/project.h"
#include "draft.h"
#include "marks.h"
#include "store/record.h"

/* The sheet of one assessor: the criteria of the rubric with their weights,
 * and below them what the levels of the one with the cursor look like. */
struct assess {
	struct marks marks;
	struct assessment about;
	const char *project;
	struct criterion *criteria;
	size_t top;
};

enum { WEIGHT = 8, LEVEL = 3, LEVEL_LABEL = 14 };

static void take_stored(struct assess *v, const struct project_scores *p, size_t i)
{
	if (i == p->assessment_count)
		return;
	v->about = p->assessments[i].a;
	memcpy(v->marks.values, p->assessments[i].levels,
	       v->marks.rows * sizeof *v->marks.values);
	memcpy(v->marks.remarks, p->assessments[i].remarks,
	       v->marks.rows * sizeof *v->marks.remarks);
}

static bool save(struct ui *ui, struct screen *s, struct err *err)
{
	struct assess *v = s->state;
	const struct mark_set seen = { v->marks.stored, v->marks.stored_remarks };
	const struct mark_set now = { v->marks.values, v->marks.remarks };

	(void)ui;
	return assessment_save(v->marks.app->db, &v->about, v->criteria, v->marks.rows,
			       seen, now, err);
}

static void saved(struct ui *ui, struct screen *s)
{
	const struct assess *v = s->state;
	size_t blanks = marks_blanks(&v->marks);
	double score = assessor_score(v->criteria, v->marks.values, v->marks.rows);

	if (blanks > 0)
		ui_say(ui,
		       P_("Saved with %d criterion blank: this assessor counts once all "
			  "are filled in.",
			  "Saved with %d criteria blank: this assessor counts once all "
			  "are filled in.",
			  blanks),
		       (int)blanks);
	else
		ui_say(ui, _("%s: %s of 100   (Ctrl+Z takes it back)"), v->about.assessor,
		       number_real(ui_scratch(ui), score, 2, number_mark()));
}

static const char *draft_key(const struct screen *s, struct arena *arena)
{
	const struct assess *v = s->state;
	const struct assess_argument of = { v->about.project, v->about.assessor };

	return draft_key_assess(&of, arena);
}

static const struct marks_model model = { save, saved, draft_key, true };

static bool load(struct ui *ui, struct screen *s, const struct assess_argument *a,
		 struct err *err)
{
	struct assess *v = s->state;
	struct project_scores p;
	struct project project;
	size_t i = 0;

	if (!record_load(v->marks.app->db, &project_kind, a->project, &project, &s->rows,
			 err) ||
	    !project_scores_load(v->marks.app->db, a->project, &s->rows, &p, err))
		return false;
	if (p.rubric == 0)
		return err_set(err, ERR_INPUT,
			       _("The programme names no rubric yet. Press F2 on the "
				 "programme and choose one."));
	if (p.unfinished)
		return err_set(err, ERR_INPUT, "%s", p.unfinished);
	v->project = project.title;
	v->criteria = p.criteria;
	marks_init(&v->marks, &model, p.criterion_count, 1, s);
	while (i < p.assessment_count &&
	       strcmp(p.assessments[i].a.assessor, a->assessor) != 0)
		i++;
	take_stored(v, &p, i);
	return marks_begin(ui, s, err);
}

static bool assess_open(struct ui *ui, struct screen *s, const void *argument,
			struct err *err)
{
	const struct assess_argument *a = argument;
	struct assess *v = s->state;

	v->marks.app = app_of(ui);
	record_init(&assessment_kind, &v->about);
	v->about.project = a->project;
	v->about.assessor = arena_strdup(&s->arena, a->assessor);
	return load(ui, s, a, err);
}

/* After an undo the sheet may be gone or be back. */
static bool assess_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct assess *v = s->state;
	const struct assess_argument a = {
		v->about.project, arena_strdup(ui_scratch(ui), v->about.assessor)
	};

	if (v->marks.changed)
		return true;
	arena_reset(&s->rows);
	return assess_open(ui, s, &a, err);
}

static const char *assess_title(struct ui *ui, struct screen *s)
{
	const struct assess *v = s->state;

	return arena_printf(ui_scratch(ui), "%s › %s%s", v->about.assessor, v->project,
			    v->marks.changed ? "  *" : "");
}

static void draw_criterion(struct ui *ui, struct assess *v, size_t i, int row,
			   struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	bool focus = i == v->marks.at;
	int level = canvas_columns(c) - LEVEL - 1, weight = level - WEIGHT;

	canvas_text(c, row, 0, 3, STYLE_LABEL,
		    arena_printf(a, "%2d.", (int)v->criteria[i].number));
	canvas_text(c, row, 4, weight - 5, focus ? STYLE_KEY : STYLE_PLAIN,
		    arena_printf(a, "%s%s", v->criteria[i].text,
				 *v->marks.remarks[i] ? " *" : ""));
	canvas_text(
		c, row, weight, WEIGHT, STYLE_DIM,
		text_column_right(a,
				  arena_printf(a, "%s %%",
					       number_hundredths(a, v->criteria[i].weight,
								 number_mark())),
				  WEIGHT - 1));
	canvas_text(c, row, level, LEVEL, focus ? STYLE_FOCUS : STYLE_PLAIN,
		    text_column_right(a, marks_shown(&v->marks, i), LEVEL));
	if (focus)
		canvas_cursor(c, row, level + LEVEL - 1);
}

/* What the levels look like; from the one that is keyed in on where there is
 * little room. */
static void draw_levels(struct ui *ui, const struct assess *v, int row, struct canvas *c)
{
	const struct criterion *of = &v->criteria[v->marks.at];
	int64_t keyed = v->marks.values[v->marks.at], level = 1;
	int label = canvas_columns(c) < 60 ? 2 : LEVEL_LABEL;

	if (keyed != NUMBER_NONE && canvas_rows(c) - row < 2 * RUBRIC_LEVELS)
		level = keyed;
	for (; level <= RUBRIC_LEVELS; level++) {
		enum style style = level == keyed ? STYLE_FOCUS : STYLE_PLAIN;
		const char **lines;
		size_t count = text_wrap(ui_scratch(ui), level_text(of, level),
					 canvas_columns(c) - label, &lines);

		canvas_text(c, row, 0, label, level == keyed ? STYLE_FOCUS : STYLE_KEY,
			    arena_printf(ui_scratch(ui), "%d %s", (int)level,
					 label == LEVEL_LABEL ? level_label(level) : ""));
		for (size_t i = 0; i < count && row + (int)i < canvas_rows(c); i++)
			canvas_text(c, row + (int)i, label, 0, style, lines[i]);
		row += count > 0 ? (int)count : 1;
	}
}

static void assess_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct assess *v = s->state;
	size_t rows = v->marks.rows, most = (size_t)canvas_rows(c) / 2;
	int row = 0;

	if (rows > most)
		rows = most > 0 ? most : 1;
	if (v->marks.at < v->top)
		v->top = v->marks.at;
	if (v->marks.at >= v->top + rows)
		v->top = v->marks.at - rows + 1;
	for (size_t i = 0; i < rows; i++)
		draw_criterion(ui, v, v->top + i, row++, c);
	canvas_rule(c, row++, 0, canvas_columns(c));
	draw_levels(ui, v, row, c);
}

static const char *assess_hint(struct ui *ui, struct screen *s)
{
	const struct assess *v = s->state;
	const struct criterion *of = &v->criteria[v->marks.at];

	if (*v->marks.remarks[v->marks.at] != '\0')
		return v->marks.remarks[v->marks.at];
	return text_width(of->text) > ui_columns(ui) - 17
		       ? of->text
		       : _("1 to 4 gives a level, . leaves it blank, c a remark, Enter "
			   "saves");
}

const struct screen_class assess_class = {
	.name = "assess",
	.context = CONTEXT_MARKS,
	.state_size = sizeof(struct assess),
	.open = assess_open,
	.title = assess_title,
	.reload = assess_reload,
	.draw = assess_draw,
	.key = marks_key,
	.grabs = marks_grabs,
	.hint = assess_hint,
};
