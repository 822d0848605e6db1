#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/analysis.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/improve.h"
#include "domain/learning.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "query.h"
#include "store/record.h"
#include "store/select.h"

/* Below this percentage of the highest score the predicate is "kurang". */
#define POST_LOW 65.0

enum { OBJECTIVES_MOST = 99, TEST_ROWS = 2 };

static const struct need_row *need_of(const struct need_row *needs, size_t count,
				      const char *code)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(needs[i].code, code) == 0)
			return &needs[i];
	}
	return NULL;
}

static bool find_finding(struct db *db, int64_t programme, struct gap_row *g,
			 struct err *err)
{
	if (g->objective != 0)
		return query_two(db,
				 "SELECT max(id) FROM findings"
				 " WHERE programme = :a AND source = 'gap'"
				 "   AND objective = :b",
				 programme, g->objective, &g->finding, err);
	return query_two(db,
			 "SELECT max(id) FROM findings"
			 " WHERE programme = :a AND source = 'gap' AND objective IS NULL"
			 "   AND figure = :b",
			 programme, g->figure, &g->finding, err);
}

static bool objective_gap(struct db *db, const struct objective *o,
			  const struct need_row *needs, size_t need_count,
			  struct arena *arena, struct gap_row *out, struct err *err)
{
	const struct need_row *need;
	struct competency c;

	*out = (struct gap_row){ .statement = "" };
	if (o->competency == 0)
		return true;
	if (!record_load(db, &competency_kind, o->competency, &c, arena, err))
		return false;
	need = need_of(needs, need_count, c.code);
	if (!need || !(need->gap > 0))
		return true;
	out->objective = o->id;
	out->competency = o->competency;
	out->count = need->gap_1_or_more;
	out->figure = (int64_t)lround(need->gap * 100);
	out->statement = arena_printf(arena,
				      _("Objective %d: %s is %s levels below what is "
					"required; %d people of the office lack a level "
					"or more"),
				      (int)o->number, c.name,
				      number_real(arena, need->gap, 2, number_mark()),
				      (int)need->gap_1_or_more);
	return true;
}

static size_t test_gaps(const struct learning *l, struct arena *arena,
			struct gap_row *out)
{
	const struct stat_paired *t = &l->tests;
	size_t used = 0;

	if (t->count == 0)
		return 0;
	if (stat_gain_band(t->gain) == GAIN_LOW)
		out[used++] = (struct gap_row){
			.count = (int64_t)t->count,
			.figure = (int64_t)lround(t->gain * 100),
			.statement = arena_printf(
				arena,
				_("Low gain between the tests: N-gain %s (n = %d)"),
				number_real(arena, t->gain, 2, number_mark()),
				(int)t->count),
		};
	if (t->post_mean * 100 < POST_LOW * (double)l->most / 100)
		out[used++] = (struct gap_row){
			.count = (int64_t)t->count,
			.figure = (int64_t)lround(t->post_mean * 100),
			.statement = arena_printf(
				arena, _("Low post-test: mean %s of %s (n = %d)"),
				number_real(arena, t->post_mean, 2, number_mark()),
				number_hundredths(arena, l->most, number_mark()),
				(int)t->count),
		};
	return used;
}

bool gap_list(struct db *db, int64_t programme, struct arena *arena, struct gap_row **out,
	      size_t *count, struct err *err)
{
	struct select select = { .kind = &objective_kind, .parent = "revision" };
	struct gap_row *all =
		arena_array(arena, OBJECTIVES_MOST + TEST_ROWS, sizeof *all);
	struct rows objectives = { NULL, 0 };
	struct need_row *needs;
	struct learning learning;
	struct programme p;
	size_t need_count, used = 0;

	if (!record_load(db, &programme_kind, programme, &p, arena, err))
		return false;
	select.parent_id = p.revision;
	if (!select_page(db, &select, SELECT_FIRST, 0, OBJECTIVES_MOST, arena,
			 &objectives, err) ||
	    !need_list(db, 0, 0, arena, &needs, &need_count, err) ||
	    !learning_of(db, programme, arena, &learning, err))
		return false;
	for (size_t i = 0; i < objectives.count; i++) {
		if (!objective_gap(db, (const struct objective *)objectives.rows + i,
				   needs, need_count, arena, &all[used], err))
			return false;
		used += all[used].objective != 0;
	}
	used += test_gaps(&learning, arena, all + used);
	for (size_t i = 0; i < used; i++) {
		if (!find_finding(db, programme, &all[i], err))
			return false;
	}
	*out = all;
	*count = used;
	return true;
}

bool finding_from_gap(struct db *db, int64_t programme, const struct gap_row *gap,
		      int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	struct finding now;
	bool good;

	if (gap->finding != 0) {
		*id = gap->finding;
		return true;
	}
	record_init(&finding_kind, &now);
	now.programme = programme;
	now.source = "gap";
	now.kind = "add";
	now.objective = gap->objective;
	now.competency = gap->competency;
	now.count = gap->count;
	now.figure = gap->figure;
	now.statement = gap->statement;
	good = record_put(db, &finding_kind, NULL, &now, &arena, err);
	if (good)
		*id = now.id;
	arena_done(&arena);
	return good;
}
