#include "domain/evaluation.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "query.h"
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
		 "       (SELECT CAST(sum(s.jp) FILTER (WHERE a.state IN ('present', 'late'))"
		 "               AS REAL) / sum(s.jp)"
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

/* Answers arrive sheet by sheet; only sheets with all items count for
 * alpha. */
static bool read_answers(struct db *db, int64_t programme, struct arena *arena,
			 struct evaluation *e, struct err *err)
{
	struct numbers all = { 0 }, complete = { 0 };
	size_t items = 0, in_sheet = 0;
	int64_t sheet = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!ask(db,
		 "SELECT a.sheet, a.value,"
		 "       (SELECT count(*) FROM items i WHERE i.questionnaire = f.questionnaire"
		 "           AND i.kind = 'likert')"
		 "  FROM answers a JOIN sheets f ON f.id = a.sheet JOIN items q ON q.id = a.item"
		 " WHERE f.programme = :programme AND q.kind = 'likert' AND a.value IS NOT NULL"
		 " ORDER BY f.questionnaire, f.number, q.number",
		 programme, &s, err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (stmt_int(s, 0) != sheet) {
			complete.count -= in_sheet < items ? in_sheet : 0;
			in_sheet = 0;
			sheet = stmt_int(s, 0);
		}
		items = (size_t)stmt_int(s, 2);
		add_number(&all, stmt_real(s, 1), arena);
		add_number(&complete, stmt_real(s, 1), arena);
		in_sheet++;
	}
	complete.count -= in_sheet < items ? in_sheet : 0;
	e->feedback_mean = stat_mean(all.values, all.count);
	e->cronbach_alpha =
		items ? stat_cronbach(complete.values, complete.count / items, items) :
			(double)NAN;
	return step == STMT_DONE;
}

bool evaluation_of(struct db *db, int64_t programme, struct arena *arena,
		   struct evaluation *out, struct err *err)
{
	struct evaluation e = { 0 };

	if (!count_people(db, programme, &e, err) || !read_tests(db, programme, arena, &e, err) ||
	    !read_answers(db, programme, arena, &e, err))
		return false;
	*out = e;
	return true;
}

/* From the counts: mean, spread and the share of the two highest. */
static void finish_item(struct item_result *r)
{
	double sum = 0, squares = 0, n = (double)r->answers;
	int64_t top = 0;

	r->mean = r->sd = r->top2 = (double)NAN;
	if (r->answers == 0)
		return;
	for (int64_t v = 1; v <= SCALE_MOST; v++)
		sum += (double)(v * r->counts[v - 1]);
	r->mean = sum / n;
	for (int64_t v = 1; v <= SCALE_MOST; v++) {
		double off = (double)v - r->mean;

		squares += off * off * (double)r->counts[v - 1];
		if (v >= r->scale - 1)
			top += r->counts[v - 1];
	}
	if (r->answers > 1)
		r->sd = sqrt(squares / (n - 1));
	r->top2 = (double)top / n;
}

static void start_item(struct stmt *s, struct item_result *r, struct arena *arena)
{
	*r = (struct item_result){
		.item = stmt_int(s, 0),
		.number = stmt_int(s, 1),
		.scale = stmt_int(s, 2),
		.dimension = stmt_text(s, 3, arena),
		.text = stmt_text(s, 4, arena),
		.improvement = stmt_int(s, 7),
	};
}

bool evaluation_items(struct db *db, int64_t programme, struct arena *arena,
		      struct item_result **out, size_t *count, struct err *err)
{
	struct item_result *results = NULL;
	size_t used = 0, space = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!ask(db,
		 "SELECT i.id, i.number, i.scale, i.dimension, i.text, a.value, count(a.value),"
		 "       (SELECT max(m.id) FROM improvements m"
		 "         WHERE m.programme = :programme AND m.item = i.id)"
		 "  FROM items i"
		 "  LEFT JOIN answers a ON a.item = i.id AND a.value IS NOT NULL"
		 "       AND a.sheet IN (SELECT id FROM sheets WHERE programme = :programme)"
		 " WHERE i.kind = 'likert' AND i.questionnaire IN"
		 "       (SELECT questionnaire FROM sheets WHERE programme = :programme"
		 "         UNION SELECT rq.questionnaire FROM revision_questionnaires rq"
		 "           JOIN programmes p ON p.revision = rq.revision"
		 "          WHERE p.id = :programme)"
		 " GROUP BY i.questionnaire, i.number, a.value",
		 programme, &s, err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		int64_t value = stmt_int(s, 5);

		if (used == 0 || results[used - 1].item != stmt_int(s, 0)) {
			if (used == space) {
				size_t wider = space ? 2 * space : 16;

				results = arena_grow(arena, results, space * sizeof *results,
						     wider * sizeof *results);
				space = wider;
			}
			start_item(s, &results[used++], arena);
		}
		if (value >= 1 && value <= SCALE_MOST) {
			results[used - 1].counts[value - 1] += stmt_int(s, 6);
			results[used - 1].answers += stmt_int(s, 6);
		}
	}
	if (step == STMT_FAILED)
		return false;
	for (size_t i = 0; i < used; i++)
		finish_item(&results[i]);
	*out = results;
	*count = used;
	return true;
}

bool evaluation_comments(struct db *db, int64_t programme, struct arena *arena,
			 struct comment **out, size_t *count, struct err *err)
{
	struct comment *comments = NULL;
	size_t used = 0, space = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!ask(db,
		 "SELECT min(a.text), count(*) FROM answers a JOIN sheets f ON f.id = a.sheet"
		 " WHERE f.programme = :programme AND a.text <> ''"
		 " GROUP BY lower(a.text) ORDER BY count(*) DESC, lower(a.text)",
		 programme, &s, err))
		return false;
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		if (used == space) {
			size_t wider = space ? 2 * space : 16;

			comments = arena_grow(arena, comments, space * sizeof *comments,
					      wider * sizeof *comments);
			space = wider;
		}
		comments[used].text = stmt_text(s, 0, arena);
		comments[used++].count = stmt_int(s, 1);
	}
	if (step == STMT_FAILED)
		return false;
	*out = comments;
	*count = used;
	return true;
}
