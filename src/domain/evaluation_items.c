#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "domain/evaluation.h"
#include "evaluation_means.h"
#include "store/stmt.h"

/* From the counts: mean, spread and the share of the two highest. */
static void finish_item(struct item_result *r, long minimum)
{
	double sum = 0, squares = 0, n = (double)r->answers;
	int64_t top = 0;

	r->mean = r->sd = r->top2 = (double)NAN;
	if (r->answers == 0)
		return;
	if (r->answers < minimum) {
		r->hidden = true;
		memset(r->counts, 0, sizeof r->counts);
		return;
	}
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
		.questionnaire = stmt_int(s, 8),
	};
}

/* A row for each item and each answer that was given to it. */
static const char items_sql[] =
	"SELECT i.id, i.number, i.scale, i.dimension, i.text, a.value, count(a.value),"
	"       (SELECT max(m.id) FROM improvements m"
	"         WHERE m.programme = :programme AND m.item = i.id), i.questionnaire"
	"  FROM items i"
	"  LEFT JOIN answers a ON a.item = i.id AND a.value IS NOT NULL"
	"       AND a.sheet IN (SELECT id FROM sheets WHERE programme = :programme)"
	" WHERE i.kind = 'likert' AND i.questionnaire IN"
	"       (SELECT questionnaire FROM sheets WHERE programme = :programme"
	"         UNION SELECT rq.questionnaire FROM revision_questionnaires rq"
	"           JOIN programmes p ON p.revision = rq.revision"
	"          WHERE p.id = :programme)"
	" GROUP BY i.questionnaire, i.number, a.value";

bool evaluation_items(struct db *db, int64_t programme, long minimum, struct arena *arena,
		      struct item_result **out, size_t *count, struct err *err)
{
	struct item_result *results = NULL;
	size_t used = 0, space = 0;
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, items_sql, &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		int64_t value = stmt_int(s, 5);

		if (used == 0 || results[used - 1].item != stmt_int(s, 0)) {
			if (used == space) {
				size_t wider = space ? 2 * space : 16;

				results = arena_grow(arena, results,
						     space * sizeof *results,
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
		finish_item(&results[i], minimum);
	*out = results;
	*count = used;
	return true;
}

void mean_add(struct mean *m, const struct item_result *r)
{
	if (r->answers == 0 || r->hidden)
		return;
	for (int64_t v = 1; v <= SCALE_MOST; v++)
		m->sum += v * r->counts[v - 1];
	m->mixed = m->mixed || (m->answers > 0 && m->scale != r->scale);
	m->answers += r->answers;
	m->scale = r->scale;
}

double mean_of(const struct mean *m)
{
	return m->answers == 0 || m->mixed ? (double)NAN
					   : (double)m->sum / (double)m->answers;
}

void evaluation_dimensions(const struct item_result *items, size_t count,
			   struct arena *arena, struct dimension_result **out,
			   size_t *dimension_count)
{
	struct dimension_result *all = arena_array(arena, count + 1, sizeof *all);
	struct mean *means = arena_array(arena, count + 1, sizeof *means);
	size_t used = 0;

	for (size_t i = 0; i < count; i++) {
		size_t k = 0;

		while (k < used && strcmp(all[k].dimension, items[i].dimension) != 0)
			k++;
		if (k == used)
			all[used++].dimension = items[i].dimension;
		mean_add(&means[k], &items[i]);
	}
	for (size_t k = 0; k < used; k++) {
		all[k].answers = means[k].answers;
		all[k].mean = mean_of(&means[k]);
	}
	*out = all;
	*dimension_count = used;
}
