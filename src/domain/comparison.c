#include "domain/comparison.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "rows.h"
#include "store/stmt.h"

static void read_run(struct stmt *s, void *row, struct arena *arena)
{
	struct run_figures *r = row;

	*r = (struct run_figures){
		.programme = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.year = stmt_int(s, 2),
		.starts = stmt_date(s, 3),
		.now = stmt_int(s, 4) != 0,
	};
}

/* A programme without a design is its own only run. */
static bool read_runs(struct db *db, int64_t programme, struct arena *arena,
		      struct run_figures **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct run_figures), .read = read_run };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT n.id, n.code, n.year, n.starts, n.id = :programme"
		      "  FROM programmes n WHERE n.id IN"
		      "       (SELECT :programme UNION"
		      "        SELECT o.id FROM programmes p"
		      "          JOIN revisions r ON r.id = p.revision"
		      "          JOIN revisions s ON s.design = r.design"
		      "          JOIN programmes o ON o.revision = s.id"
		      "         WHERE p.id = :programme AND o.status <> 'cancelled')"
		      " ORDER BY n.year, coalesce(n.starts, ''), n.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct run_figures *)list.rows;
	*count = list.count;
	return true;
}

static void put_figures(struct run_figures *r, const struct evaluation *e)
{
	r->enrolled = e->enrolled;
	r->attendance_rate = e->attendance_rate;
	r->gain = e->tests.gain;
	r->tests = (int64_t)e->tests.count;
	r->sheets = e->sheets;
	r->feedback_mean = e->feedback_mean;
}

/* The place of the run before `programme`, or `count`. */
static size_t place_before(const struct run_figures *runs, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (runs[i].now)
			return i - 1;
	}
	return count;
}

struct scales {
	struct item_result *all;
	size_t count;
};

static struct item_change change_of(const struct item_result *now,
				    const struct scales *before, struct arena *arena)
{
	const struct item_result *same =
		item_same_question(before->all, before->count, now, arena);
	struct item_change c = { .now = *now, .difference = (double)NAN };

	c.before.mean = (double)NAN;
	if (same) {
		c.before = *same;
		c.difference = c.now.mean - c.before.mean;
	}
	return c;
}

static void compare_items(const struct scales *now, const struct scales *before,
			  struct arena *arena, struct comparison *c)
{
	c->items = arena_array(arena, now->count + 1, sizeof *c->items);
	c->item_count = now->count;
	for (size_t i = 0; i < now->count; i++)
		c->items[i] = change_of(&now->all[i], before, arena);
}

bool comparison_of(struct db *db, int64_t programme, long minimum, struct arena *arena,
		   struct comparison *out, struct err *err)
{
	struct comparison c = { .before = "" };
	struct scales now = { .count = 0 }, before = { .count = 0 };
	size_t earlier;

	if (!read_runs(db, programme, arena, &c.runs, &c.run_count, err))
		return false;
	earlier = place_before(c.runs, c.run_count);
	for (size_t i = 0; i < c.run_count; i++) {
		struct evaluation e;

		if (!evaluation_of(db, c.runs[i].programme, minimum, arena, &e, err))
			return false;
		put_figures(&c.runs[i], &e);
		if (c.runs[i].now)
			evaluation_scales(&e, arena, &now.all, &now.count);
		else if (i == earlier)
			evaluation_scales(&e, arena, &before.all, &before.count);
	}
	if (earlier < c.run_count)
		c.before = c.runs[earlier].code;
	compare_items(&now, &before, arena, &c);
	*out = c;
	return true;
}

/* The scales of one run; none for the id 0. */
static bool read_scales(struct db *db, int64_t programme, long minimum,
			struct arena *arena, struct scales *out, struct err *err)
{
	*out = (struct scales){ .count = 0 };
	return programme == 0 || evaluation_items(db, programme, minimum, arena,
						  &out->all, &out->count, err);
}

bool evaluation_item_before(struct db *db, int64_t programme, int64_t item, long minimum,
			    struct arena *arena, struct item_figures *out,
			    struct err *err)
{
	struct item_figures found = { .before = "" };
	struct scales now, before;
	struct run_figures *runs;
	size_t count, earlier;

	if (!read_runs(db, programme, arena, &runs, &count, err))
		return false;
	earlier = place_before(runs, count);
	if (!read_scales(db, programme, minimum, arena, &now, err) ||
	    !read_scales(db, earlier < count ? runs[earlier].programme : 0, minimum,
			 arena, &before, err))
		return false;
	if (earlier < count)
		found.before = runs[earlier].code;
	found.item.now.mean = found.item.before.mean = found.item.difference =
		(double)NAN;
	for (size_t i = 0; i < now.count; i++) {
		struct item_change change = change_of(&now.all[i], &before, arena);

		if (change.now.item == item || change.before.item == item)
			found.item = change;
	}
	*out = found;
	return true;
}
