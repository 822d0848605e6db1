#include "domain/evaluation.h"

#include <math.h>

#include "attended.h"
#include "base/arena.h"
#include "evaluation_means.h"
#include "rows.h"
#include "store/stmt.h"

/* Arrays of numbers that a query fills. */
struct numbers {
	double *values;
	size_t count, space;
};

static void add_number(struct numbers *n, double value, struct arena *arena)
{
	if (n->count == n->space) {
		size_t wider = n->space ? 2 * n->space : 64;

		n->values = arena_grow(arena, n->values, n->space * sizeof *n->values,
				       wider * sizeof *n->values);
		n->space = wider;
	}
	n->values[n->count++] = value;
}

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
		 "       (SELECT CAST(sum(" ATTENDED_JP ") AS REAL) / sum(s.jp)"
		 "          FROM attendance a JOIN sessions s ON s.id = a.session"
		 "         WHERE s.programme = :programme),"
		 "       (SELECT count(*) FROM sheets WHERE programme = :programme)"
		 "  FROM enrolments WHERE programme = :programme",
		 programme, &s, err) ||
	    stmt_step(s, err) != STMT_ROW)
		return false;
	e->enrolled = stmt_int(s, 0);
	e->completed = stmt_int(s, 1);
	e->attendance_rate = stmt_real(s, 2);
	e->sheets = stmt_int(s, 3);
	stmt_reset(s);
	return true;
}

static bool read_tests(struct db *db, int64_t programme, struct arena *arena,
		       struct evaluation *e, struct err *err)
{
	struct numbers pre = { 0 }, post = { 0 };
	struct stmt *s;
	enum stmt_step step;

	if (!ask(db,
		 "SELECT pre / 100.0, post / 100.0 FROM scores"
		 " WHERE programme = :programme AND pre IS NOT NULL AND post IS NOT NULL",
		 programme, &s, err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		add_number(&pre, stmt_real(s, 0), arena);
		add_number(&post, stmt_real(s, 1), arena);
	}
	e->tests = stat_paired(pre.values, post.values, pre.count, 100);
	return step == STMT_DONE;
}

static void read_questionnaire(struct stmt *s, void *row, struct arena *arena)
{
	*(struct feedback_result *)row = (struct feedback_result){
		.questionnaire = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.title = stmt_text(s, 2, arena),
		.sheets = stmt_int(s, 3),
		.mean = (double)NAN,
		.alpha = (double)NAN,
	};
}

static bool read_questionnaires(struct db *db, int64_t programme, struct arena *arena,
				struct evaluation *e, struct err *err)
{
	struct row_list list = { .size = sizeof(struct feedback_result),
				 .read = read_questionnaire };
	struct stmt *s;

	if (!ask(db,
		 "SELECT q.id, q.code, q.title, count(*)"
		 "  FROM sheets f JOIN questionnaires q ON q.id = f.questionnaire"
		 " WHERE f.programme = :programme GROUP BY q.id ORDER BY q.code",
		 programme, &s, err) ||
	    !rows_collect(&list, s, arena, err))
		return false;
	e->feedback = (struct feedback_result *)list.rows;
	e->feedback_count = list.count;
	return true;
}

/* The answers of one questionnaire: only sheets with all items count. */
struct reading {
	struct numbers complete;
	size_t items, in_sheet;
	int64_t sheet;
};

static void end_sheet(struct reading *r)
{
	if (r->in_sheet < r->items)
		r->complete.count -= r->in_sheet;
	r->in_sheet = 0;
}

static bool read_alpha(struct db *db, int64_t programme, struct arena *arena,
		       struct feedback_result *f, struct err *err)
{
	struct reading r = { .sheet = 0 };
	struct stmt *s;
	enum stmt_step step;

	if (!ask(db,
		 "SELECT a.sheet, a.value,"
		 "       (SELECT count(*) FROM items i WHERE i.questionnaire = "
		 ":questionnaire"
		 "           AND i.kind = 'likert')"
		 "  FROM answers a JOIN sheets f ON f.id = a.sheet JOIN items q ON q.id "
		 "= a.item"
		 " WHERE f.programme = :programme AND f.questionnaire = :questionnaire"
		 "   AND q.kind = 'likert' AND a.value IS NOT NULL"
		 " ORDER BY f.number, q.number",
		 programme, &s, err))
		return false;
	stmt_bind_int(s, ":questionnaire", f->questionnaire);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (stmt_int(s, 0) != r.sheet)
			end_sheet(&r);
		r.sheet = stmt_int(s, 0);
		r.items = (size_t)stmt_int(s, 2);
		add_number(&r.complete, stmt_real(s, 1), arena);
		r.in_sheet++;
	}
	end_sheet(&r);
	if (r.items)
		f->alpha = stat_cronbach(r.complete.values, r.complete.count / r.items,
					 r.items);
	return step == STMT_DONE;
}

static bool read_feedback(struct db *db, int64_t programme, long minimum,
			  struct arena *arena, struct evaluation *e, struct err *err)
{
	struct item_result *items;
	struct mean all = { .sum = 0 };
	size_t count;

	if (!read_questionnaires(db, programme, arena, e, err) ||
	    !evaluation_items(db, programme, minimum, arena, &items, &count, err))
		return false;
	e->too_few = e->sheets > 0;
	for (size_t q = 0; q < e->feedback_count; q++) {
		struct feedback_result *f = &e->feedback[q];
		struct mean own = { .sum = 0 };

		if (f->sheets < minimum)
			continue;
		e->too_few = false;
		for (size_t i = 0; i < count; i++) {
			if (items[i].questionnaire != f->questionnaire)
				continue;
			mean_add(&own, &items[i]);
			mean_add(&all, &items[i]);
		}
		f->mean = mean_of(&own);
		if (!read_alpha(db, programme, arena, f, err))
			return false;
	}
	e->feedback_mean = mean_of(&all);
	e->cronbach_alpha = e->feedback_count == 1 ? e->feedback[0].alpha : (double)NAN;
	return true;
}

bool evaluation_of(struct db *db, int64_t programme, long minimum, struct arena *arena,
		   struct evaluation *out, struct err *err)
{
	struct evaluation e = { 0 };

	if (!count_people(db, programme, &e, err) ||
	    !read_tests(db, programme, arena, &e, err) ||
	    !read_feedback(db, programme, minimum, arena, &e, err))
		return false;
	*out = e;
	return true;
}
