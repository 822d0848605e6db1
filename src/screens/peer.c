#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"
#include "domain/assessment.h"
#include "draft.h"
#include "marks.h"

/* The peer sheet of one rater: a row for each member of the group, the own
 * one included, as it is on paper. */
struct peer {
	struct marks marks;
	struct peer_argument argument;
	struct project_scores scores;
	struct peer_sheet sheet;
	const char *rater;
	size_t top;
};

enum { ROOMY = 70, WIDE = 8, NARROW = 3, TOTAL = 5 };

/* As the form names the six, and in short. */
static const struct {
	const char *name, *brief;
} criteria[PEER_CRITERIA] = {
	{ N_("Attendance at the group's meetings"), N_("Attends") },
	{ N_("Does the own tasks in time and well"), N_("Tasks") },
	{ N_("Explains what it is about to the others"), N_("Explain") },
	{ N_("Takes an active part in discussions"), N_("Active") },
	{ N_("Contributes to solutions"), N_("Solves") },
	{ N_("Plays the part agreed in the group"), N_("Role") },
};

static bool save(struct ui *ui, struct screen *s, struct err *err)
{
	const struct peer *v = s->state;

	(void)ui;
	return peer_sheet_save(v->marks.app->db, &v->sheet, v->marks.stored,
			       v->marks.values, err);
}

static void saved(struct ui *ui, struct screen *s)
{
	const struct peer *v = s->state;
	size_t equal = peer_equal_totals(v->marks.values, v->marks.rows);
	size_t blanks = marks_blanks(&v->marks);

	if (equal > PEER_EQUAL_MOST)
		ui_say(ui,
		       _("Saved. Note: %d members have the same total; the form allows "
			 "two. Ask the rater."),
		       (int)equal);
	else if (blanks > 0)
		ui_say(ui, P_("Saved with %d blank.", "Saved with %d blanks.", blanks),
		       (int)blanks);
	else
		ui_say(ui, _("Peer sheet saved   (Ctrl+Z takes it back)"));
}

static const char *draft_key(const struct screen *s, struct arena *arena)
{
	return draft_key_peer(&((const struct peer *)s->state)->argument, arena);
}

static const struct marks_model model = { save, saved, draft_key, false };

static bool peer_load(struct ui *ui, struct screen *s, struct err *err)
{
	struct peer *v = s->state;
	struct db *db = v->marks.app->db;
	int64_t *members;

	if (!project_scores_load(db, v->argument.project, &s->rows, &v->scores, err))
		return false;
	members = arena_array(&s->rows, v->scores.member_count + 1, sizeof *members);
	v->rater = "";
	for (size_t i = 0; i < v->scores.member_count; i++) {
		members[i] = v->scores.members[i].person;
		if (members[i] == v->argument.rater)
			v->rater = v->scores.members[i].name;
	}
	v->sheet = (struct peer_sheet){ v->scores.group, v->argument.rater, members,
					v->scores.member_count };
	if (v->sheet.count == 0)
		return err_set(
			err, ERR_NOT_FOUND,
			_("The group has no members. Press m in the list of groups "
			  "to add some."));
	marks_init(&v->marks, &model, v->sheet.count, PEER_CRITERIA, s);
	return peer_sheet_load(db, &v->sheet, v->marks.values, err) &&
	       marks_begin(ui, s, err);
}

static bool peer_open(struct ui *ui, struct screen *s, const void *argument,
		      struct err *err)
{
	struct peer *v = s->state;

	v->marks.app = app_of(ui);
	v->argument = *(const struct peer_argument *)argument;
	return peer_load(ui, s, err);
}

static bool peer_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct peer *v = s->state;

	if (v->marks.changed)
		return true;
	arena_reset(&s->rows);
	return peer_load(ui, s, err);
}

static const char *peer_title(struct ui *ui, struct screen *s)
{
	const struct peer *v = s->state;

	return arena_printf(ui_scratch(ui), _("Peer sheet of %s%s"), v->rater,
			    v->marks.changed ? "  *" : "");
}

static const char *row_total(struct ui *ui, const struct marks *v, size_t row)
{
	int64_t sum = 0;

	for (size_t k = 0; k < v->columns; k++) {
		if (v->values[row * v->columns + k] == NUMBER_NONE)
			return "";
		sum += v->values[row * v->columns + k];
	}
	return number_int(ui_scratch(ui), sum);
}

static void draw_member(struct ui *ui, const struct peer *v, size_t i, int row,
			struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	int wide = canvas_columns(c) >= ROOMY ? WIDE : NARROW;
	int first = canvas_columns(c) - TOTAL - PEER_CRITERIA * wide;
	bool own = v->sheet.members[i] == v->sheet.rater;

	canvas_text(c, row, 0, first - 1,
		    i == v->marks.at / PEER_CRITERIA ? STYLE_KEY : STYLE_PLAIN,
		    arena_printf(a, "%s%s", own ? _("(self) ") : "",
				 v->scores.members[i].name));
	for (size_t k = 0; k < PEER_CRITERIA; k++) {
		size_t cell = i * PEER_CRITERIA + k;
		int column = first + (int)k * wide;
		bool focus = cell == v->marks.at;

		/* Wider than the terminal's cursor, which would hide it. */
		canvas_text(c, row, column + wide - 3, 3,
			    focus ? STYLE_FOCUS : STYLE_PLAIN,
			    arena_printf(a, " %s", marks_shown(&v->marks, cell)));
		if (focus)
			canvas_cursor(c, row, column + wide - 2);
	}
	canvas_text(c, row, canvas_columns(c) - TOTAL, TOTAL, STYLE_DIM,
		    text_column_right(a, row_total(ui, &v->marks, i), TOTAL - 1));
}

static void draw_head(struct ui *ui, struct canvas *c)
{
	struct arena *a = ui_scratch(ui);
	int wide = canvas_columns(c) >= ROOMY ? WIDE : NARROW;
	int first = canvas_columns(c) - TOTAL - PEER_CRITERIA * wide;

	canvas_text(c, 0, 0, first - 1, STYLE_LABEL, _("Member"));
	for (int k = 0; k < PEER_CRITERIA; k++)
		canvas_text(c, 0, first + k * wide, wide - 1, STYLE_LABEL,
			    text_column_right(a,
					      wide == WIDE ? _(criteria[k].brief)
							   : number_int(a, k + 1),
					      wide - 1));
	canvas_text(c, 0, canvas_columns(c) - TOTAL, TOTAL, STYLE_LABEL,
		    text_column_right(a, _("Sum"), TOTAL - 1));
}

static void peer_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct peer *v = s->state;
	size_t rows = (size_t)(canvas_rows(c) > 2 ? canvas_rows(c) - 1 : 1);
	size_t at = v->marks.at / PEER_CRITERIA;

	draw_head(ui, c);
	if (at < v->top)
		v->top = at;
	if (at >= v->top + rows)
		v->top = at - rows + 1;
	for (size_t i = v->top; i < v->sheet.count && i - v->top < rows; i++)
		draw_member(ui, v, i, 1 + (int)(i - v->top), c);
}

static const char *peer_hint(struct ui *ui, struct screen *s)
{
	const struct peer *v = s->state;
	size_t k = v->marks.at % PEER_CRITERIA;

	return arena_printf(ui_scratch(ui), _("%d %s: 1 to 4, . leaves it blank"),
			    (int)k + 1, _(criteria[k].name));
}

const struct screen_class peer_class = {
	.name = "peer",
	.context = CONTEXT_MARKS,
	.state_size = sizeof(struct peer),
	.open = peer_open,
	.title = peer_title,
	.reload = peer_reload,
	.draw = peer_draw,
	.key = marks_key,
	.grabs = marks_grabs,
	.hint = peer_hint,
};
