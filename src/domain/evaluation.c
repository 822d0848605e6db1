#include "domain/evaluation.h"
#include "domain/feedback.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "domain/learning.h"
#include "evaluation_finish.h"
#include "jp_attended.h"
#include "store/stmt.h"

static bool ask(struct db *db, const char *sql, int64_t programme, struct stmt **s,
		struct err *err)
{
	if (!stmt_get(db, sql, s, err))
		return false;
	stmt_bind_int(*s, ":programme", programme);
	return true;
}

static bool count_people(struct db *db, int64_t programme, struct evaluation *e,
			 struct err *err)
{
	struct stmt *s;

	if (!ask(db,
		 "SELECT count(*), count(*) FILTER (WHERE status = 'completed'),"
		 "       (SELECT CAST(coalesce(sum(" JP_ATTENDED "), 0)"
		 "               AS REAL) / sum(s.jp)"
		 "          FROM attendance a JOIN sessions s ON s.id = a.session"
		 "         WHERE s.programme = :programme)"
		 "  FROM enrolments WHERE programme = :programme",
		 programme, &s, err) ||
	    stmt_step(s, err) != STMT_ROW)
		return false;
	e->enrolled = stmt_int(s, 0);
	e->completed = stmt_int(s, 1);
	e->attendance_rate = stmt_real(s, 2);
	stmt_reset(s);
	return true;
}

bool feedback_is_reaction(const struct feedback_result *f)
{
	return *f->level == '\0' || strcmp(f->level, "reaction") == 0;
}

static void finish_slice(struct feedback_slice *slice, size_t item_count)
{
	struct mean mean = { .sum = 0 };

	for (size_t i = 0; i < item_count; i++) {
		item_finish(&slice->items[i]);
		mean_add(&mean, &slice->items[i]);
	}
	slice->answers = mean.answers;
	slice->mean = mean_of(&mean);
}

/* Scales that nobody answered (as those on lodging where nobody lodged) do
 * not make a sheet incomplete: the others move to the front of their row. */
static size_t drop_unanswered(const struct counting *c, const struct feedback_slice *view,
			      double *row)
{
	size_t used = 0;

	for (size_t i = 0; i < c->result.item_count; i++) {
		if (item_is_scale(&view->items[i]) && view->items[i].answers > 0)
			row[used++] = row[c->scale_at[i]];
	}
	return used;
}

static bool is_complete(const double *row, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (isnan(row[i]))
			return false;
	}
	return true;
}

/* The rows of complete sheets to the front of the values; how many columns
 * they have. */
static size_t keep_complete(const struct counting *c, struct feedback_slice *view,
			    struct numbers *all)
{
	size_t columns = 0;

	view->complete = 0;
	for (size_t at = 0; c->scales > 0 && at < all->count; at += c->scales) {
		double *row = all->values + at;

		columns = drop_unanswered(c, view, row);
		if (is_complete(row, columns))
			memmove(all->values + columns * view->complete++, row,
				columns * sizeof *row);
	}
	return columns;
}

static void finish_view(const struct counting *c, size_t i, long minimum)
{
	struct feedback_slice *view = &c->views[i];
	struct numbers *all = &c->answered[i].all;
	size_t columns = keep_complete(c, view, all);

	finish_slice(view, c->result.item_count);
	view->alpha = view->hidden || view->complete < (size_t)minimum
			      ? (double)NAN
			      : stat_cronbach(all->values, view->complete, columns);
}

static int by_name(const void *a, const void *b)
{
	const struct feedback_slice *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return order ? order : (x->part > y->part) - (x->part < y->part);
}

/* Before, midway, after; what has no phase stands behind. */
static int phase_order(const char *phase)
{
	int i = 0;

	while (sheet_phase_choices[i].code &&
	       strcmp(sheet_phase_choices[i].code, phase) != 0)
		i++;
	return i;
}

static int by_role(const void *a, const void *b)
{
	const struct feedback_slice *x = a, *y = b;
	int order = strcmp(x->role, y->role);

	return order ? order : phase_order(x->phase) - phase_order(y->phase);
}

static void finish_feedback(struct counting *c, struct feedback_result *out, long minimum,
			    struct arena *arena)
{
	feedback_hide(c, minimum, arena);
	for (size_t i = 0; i < c->view_count; i++)
		finish_view(c, i, minimum);
	for (size_t i = 0; i < c->part_count; i++) {
		finish_slice(&c->parts[i], c->result.item_count);
		c->parts[i].alpha = (double)NAN;
	}
	*out = c->result;
	out->all = c->views[0];
	out->views = c->views + 1;
	out->view_count = c->view_count - 1;
	out->parts = c->parts;
	out->part_count = c->part_count;
}

/* Sorting would move what the places of comments say: last of all. */
static void put_in_order(struct feedback_result *f)
{
	if (f->part_count > 1)
		qsort(f->parts, f->part_count, sizeof *f->parts, by_name);
	if (f->view_count > 1)
		qsort(f->views, f->view_count, sizeof *f->views, by_role);
}

/* The questionnaires that speak for the programme as a whole. */
static bool speaks(const struct feedback_result *f, bool repeated)
{
	return feedback_is_reaction(f) && f->all.sheets > 0 &&
	       (*f->repeats != '\0') == repeated;
}

static void sum_up(struct evaluation *e)
{
	struct mean all = { .sum = 0 };
	const struct feedback_result *only = NULL;
	bool repeated = true, shown = false;
	size_t speaking = 0;

	for (size_t q = 0; q < e->feedback_count; q++)
		repeated = repeated && !speaks(&e->feedback[q], false);
	for (size_t q = 0; q < e->feedback_count; q++) {
		const struct feedback_result *f = &e->feedback[q];

		if (!speaks(f, repeated))
			continue;
		only = f;
		speaking++;
		e->sheets += f->all.sheets;
		shown = shown || !f->all.hidden;
		for (size_t i = 0; i < f->item_count; i++)
			mean_add(&all, &f->all.items[i]);
	}
	e->too_few = e->sheets > 0 && !shown;
	e->feedback_mean = mean_of(&all);
	e->cronbach_alpha = speaking == 1 ? only->all.alpha : (double)NAN;
	e->complete = speaking == 1 ? only->all.complete : 0;
}

static bool read_feedback(struct db *db, int64_t programme, long minimum,
			  struct arena *arena, struct evaluation *e, struct err *err)
{
	struct reading r;

	if (minimum < EVALUATION_FEWEST)
		minimum = EVALUATION_FEWEST;
	if (!evaluation_read(db, programme, arena, &r, err))
		return false;
	e->feedback = arena_array(arena, r.count + 1, sizeof *e->feedback);
	e->feedback_count = r.count;
	for (size_t i = 0; i < r.count; i++)
		finish_feedback(&r.all[i], &e->feedback[i], minimum, arena);
	comments_finish(&r, arena, &e->comments, &e->comment_count);
	for (size_t i = 0; i < r.count; i++)
		put_in_order(&e->feedback[i]);
	sum_up(e);
	return true;
}

bool evaluation_of(struct db *db, int64_t programme, long minimum, struct arena *arena,
		   struct evaluation *out, struct err *err)
{
	struct evaluation e = { 0 };

	if (!count_people(db, programme, &e, err) ||
	    !learning_tests(db, programme, arena, &e.tests, err) ||
	    !read_feedback(db, programme, minimum, arena, &e, err))
		return false;
	*out = e;
	return true;
}

void evaluation_scales(const struct evaluation *e, struct arena *arena,
		       struct item_result **out, size_t *count)
{
	size_t most = 0;

	for (size_t q = 0; q < e->feedback_count; q++)
		most += e->feedback[q].item_count;
	*out = arena_array(arena, most + 1, sizeof **out);
	*count = 0;
	for (size_t q = 0; q < e->feedback_count; q++) {
		const struct feedback_result *f = &e->feedback[q];

		for (size_t i = 0; i < f->item_count && feedback_is_reaction(f); i++) {
			if (item_is_scale(&f->all.items[i]))
				(*out)[(*count)++] = f->all.items[i];
		}
	}
}

bool evaluation_items(struct db *db, int64_t programme, long minimum, struct arena *arena,
		      struct item_result **out, size_t *count, struct err *err)
{
	struct evaluation e = { 0 };

	if (!read_feedback(db, programme, minimum, arena, &e, err))
		return false;
	evaluation_scales(&e, arena, out, count);
	return true;
}

bool evaluation_comments(struct db *db, int64_t programme, long minimum,
			 struct arena *arena, struct comment **out, size_t *count,
			 struct err *err)
{
	struct evaluation e = { 0 };

	if (!read_feedback(db, programme, minimum, arena, &e, err))
		return false;
	*out = e.comments;
	*count = e.comment_count;
	return true;
}
