#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/rubric.h"
#include "rows.h"
#include "store/select.h"

const char *level_label(int64_t level)
{
	static const char *const labels[] = { N_("Poor"), N_("Fair"), N_("Good"),
					      N_("Very good") };

	return level >= 1 && level <= RUBRIC_LEVELS ? _(labels[level - 1]) : "";
}

const char *level_text(const struct criterion *c, int64_t level)
{
	const char *const texts[] = { c->level1, c->level2, c->level3, c->level4 };

	return level >= 1 && level <= RUBRIC_LEVELS ? texts[level - 1] : "";
}

bool criterion_list(struct db *db, int64_t rubric, struct arena *arena,
		    struct criterion **out, size_t *count, struct err *err)
{
	struct select select = { .kind = &criterion_kind,
				 .parent = "rubric",
				 .parent_id = rubric };
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_FIRST, 0, CRITERIA_MOST, arena, &rows, err))
		return false;
	*out = rows.rows;
	*count = rows.count;
	return true;
}

int64_t weights_sum(const struct criterion *criteria, size_t count)
{
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		sum += criteria[i].weight;
	return sum;
}

const char *weights_reason(const struct criterion *criteria, size_t count,
			   struct arena *arena)
{
	int64_t sum = weights_sum(criteria, count);

	if (count == 0)
		return _("The rubric has no criteria yet. Add some under Rubrics.");
	if (sum < RUBRIC_WHOLE)
		return arena_printf(
			arena,
			_("The weights of the rubric sum to %s percent; %s are missing. "
			  "Change them under Rubrics."),
			number_hundredths(arena, sum, number_mark()),
			number_hundredths(arena, RUBRIC_WHOLE - sum, number_mark()));
	if (sum > RUBRIC_WHOLE)
		return arena_printf(
			arena,
			_("The weights of the rubric sum to %s percent; %s are too many. "
			  "Change them under Rubrics."),
			number_hundredths(arena, sum, number_mark()),
			number_hundredths(arena, sum - RUBRIC_WHOLE, number_mark()));
	return NULL;
}

static void read_rubric(struct stmt *s, void *row, struct arena *arena)
{
	*(struct rubric_row *)row = (struct rubric_row){
		.id = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.title = stmt_text(s, 2, arena),
		.criteria = stmt_int(s, 3),
		.weight = stmt_int(s, 4),
		.programmes = stmt_int(s, 5),
		.scores = stmt_int(s, 6),
	};
}

bool rubric_list(struct db *db, struct arena *arena, struct rubric_row **out,
		 size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct rubric_row), .read = read_rubric };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT r.id, r.code, r.title,"
		      "       (SELECT count(*) FROM criteria c WHERE c.rubric = r.id),"
		      "       (SELECT sum(weight) FROM criteria c WHERE c.rubric = r.id),"
		      "       (SELECT count(*) FROM programmes p WHERE p.rubric = r.id),"
		      "       (SELECT count(*) FROM criteria c JOIN assessment_scores s"
		      "           ON s.criterion = c.id"
		      "         WHERE c.rubric = r.id AND s.level IS NOT NULL)"
		      "  FROM rubrics r ORDER BY r.code",
		      &s, err) ||
	    !rows_collect(&list, s, arena, err))
		return false;
	*out = (struct rubric_row *)list.rows;
	*count = list.count;
	return true;
}
