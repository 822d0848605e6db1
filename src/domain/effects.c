#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/evaluation.h"
#include "domain/feedback.h"
#include "domain/improve.h"
#include "domain/next_run.h"
#include "domain/programme.h"
#include "query.h"
#include "store/record.h"

/* A difference below this is none, however many people answered. */
#define SMALLEST 0.05

enum { CARRIED_MOST = 50 };

static const struct {
	const char *code, *label;
} helped_words[] = {
	[HELPED_OPEN] = { "", "" },
	[HELPED_FEW] = { "too_few", N_("too few answers to say") },
	[HELPED_BETTER] = { "better", N_("better") },
	[HELPED_SAME] = { "same", N_("the same, as far as so few answers can tell") },
	[HELPED_WORSE] = { "worse", N_("worse") },
};

const char *helped_code(enum helped helped)
{
	return helped_words[helped].code;
}

const char *helped_label(enum helped helped)
{
	return *helped_words[helped].label ? _(helped_words[helped].label) : "";
}

/* The action as it was first decided, before it was carried over. */
static bool load_origin(struct db *db, int64_t id, struct improvement *out,
			struct arena *arena, struct err *err)
{
	if (!record_load(db, &improvement_kind, id, out, arena, err))
		return false;
	for (int i = 0; out->carried_from != 0 && i < CARRIED_MOST; i++) {
		if (!record_load(db, &improvement_kind, out->carried_from, out, arena,
				 err))
			return false;
	}
	return true;
}

/* The run where the finding was made. */
static bool first_run(struct db *db, const struct improvement *origin, int64_t *run,
		      struct arena *arena, struct err *err)
{
	struct finding f;

	*run = origin->programme;
	if (origin->finding == 0)
		return true;
	if (!record_load(db, &finding_kind, origin->finding, &f, arena, err))
		return false;
	*run = f.programme;
	return true;
}

static bool code_of(struct db *db, int64_t programme, struct arena *arena,
		    const char **code, struct err *err)
{
	struct programme p;

	*code = "";
	if (programme == 0)
		return true;
	if (!record_load(db, &programme_kind, programme, &p, arena, err))
		return false;
	*code = p.code;
	return true;
}

static const struct item_result *by_record(const struct item_result *items, size_t count,
					   int64_t item)
{
	for (size_t i = 0; i < count; i++) {
		if (items[i].item == item)
			return &items[i];
	}
	return NULL;
}

static enum helped judge(const struct item_result *was, const struct item_result *is)
{
	double off = is->mean - was->mean, error;

	if (isnan(was->sd) || isnan(is->sd))
		return HELPED_FEW;
	error = sqrt(was->sd * was->sd / (double)was->answers +
		     is->sd * is->sd / (double)is->answers);
	if (fabs(off) < SMALLEST || fabs(off) <= 2 * error)
		return HELPED_SAME;
	return off > 0 ? HELPED_BETTER : HELPED_WORSE;
}

static void compare(const struct item_result *was, const struct item_result *is,
		    struct effect *e)
{
	e->number = was->number;
	e->question = was->text;
	e->n_before = was->answers;
	e->before = was->mean;
	if (!is)
		return;
	e->n_after = is->answers;
	e->after = is->mean;
	e->helped = isnan(e->before) || isnan(e->after) ? HELPED_FEW : judge(was, is);
}

static bool figures(struct db *db, int64_t before, int64_t after, long minimum,
		    struct arena *arena, struct effect *e, struct err *err)
{
	struct item_result *was = NULL, *is = NULL;
	const struct item_result *old, *new = NULL;
	size_t was_count = 0, is_count = 0;

	if (!evaluation_items(db, before, minimum, arena, &was, &was_count, err))
		return false;
	old = by_record(was, was_count, e->item);
	if (!old || strcmp(old->kind, "likert") != 0)
		return true;
	if (after != 0) {
		if (!evaluation_items(db, after, minimum, arena, &is, &is_count, err))
			return false;
		new = item_same_question(is, is_count, old, arena);
		if (new &&new->answers == 0)
			new = NULL;
	}
	compare(old, new, e);
	return true;
}

bool improvement_effect(struct db *db, int64_t improvement, long minimum,
			struct arena *arena, struct effect *out, struct err *err)
{
	struct effect e = { .question = "", .before = (double)NAN, .after = (double)NAN };
	struct improvement now, origin;
	int64_t before = 0, after = 0;

	if (!record_load(db, &improvement_kind, improvement, &now, arena, err) ||
	    !load_origin(db, improvement, &origin, arena, err) ||
	    !first_run(db, &origin, &before, arena, err))
		return false;
	after = now.programme;
	if (after == before && !run_after(db, before, &after, err))
		return false;
	if (!code_of(db, before, arena, &e.run_before, err) ||
	    !code_of(db, after, arena, &e.run_after, err))
		return false;
	e.item = now.item;
	if (e.item != 0 && !figures(db, before, after, minimum, arena, &e, err))
		return false;
	*out = e;
	return true;
}

const char *effect_words(const struct effect *e, struct arena *arena)
{
	if (e->helped == HELPED_OPEN)
		return "";
	if (e->helped == HELPED_FEW)
		return arena_printf(arena, _("question %d: n = %d → n = %d, %s"),
				    (int)e->number, (int)e->n_before, (int)e->n_after,
				    helped_label(e->helped));
	return arena_printf(
		arena, _("question %d: mean %s (n = %d) → %s (n = %d), %s"),
		(int)e->number, number_real(arena, e->before, 2, number_mark()),
		(int)e->n_before, number_real(arena, e->after, 2, number_mark()),
		(int)e->n_after, helped_label(e->helped));
}

bool cause_effect(struct db *db, int64_t finding, int64_t improvement, long minimum,
		  struct arena *arena, const char **words, struct err *err)
{
	struct effect effect;

	*words = "";
	if (improvement == 0 && finding != 0 &&
	    !query_one(db, "SELECT max(id) FROM improvements WHERE finding = :a", finding,
		       &improvement, err))
		return false;
	if (improvement == 0)
		return true;
	if (!improvement_effect(db, improvement, minimum, arena, &effect, err))
		return false;
	*words = effect_words(&effect, arena);
	return true;
}
