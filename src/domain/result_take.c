#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/follow_up.h"
#include "domain/project.h"
#include "domain/save.h"
#include "rows.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"
#include "store/stmt.h"

enum { ROWS_MOST = 1000 };

/* Indicators of projects become results of their programme. */
struct source {
	int64_t project, result; /* result 0: none yet */
	int64_t measurement;	 /* the newest, or 0 */
};

static void read_source(struct stmt *s, void *row, struct arena *arena)
{
	(void)arena;
	*(struct source *)row =
		(struct source){ stmt_int(s, 0), stmt_int(s, 1), stmt_int(s, 2) };
}

static bool sources(struct db *db, int64_t programme, struct arena *arena,
		    struct row_list *list, struct err *err)
{
	struct stmt *s;

	*list = (struct row_list){ .size = sizeof(struct source), .read = read_source };
	if (!stmt_get(db,
		      "SELECT j.id, r.id, (SELECT m.id FROM measurements m"
		      "    WHERE m.result = r.id ORDER BY m.measured DESC LIMIT 1)"
		      "  FROM projects j JOIN groups g ON g.id = j.\"group\""
		      "  LEFT JOIN results r ON r.id = (SELECT min(o.id) FROM results o"
		      "       WHERE o.project = j.id AND o.programme = :programme)"
		      " WHERE g.programme = :programme AND j.indicator <> ''"
		      "   AND j.status <> 'dropped' ORDER BY g.number, j.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	return rows_collect(list, s, arena, err);
}

static bool make_result(struct db *db, int64_t programme, const struct project *p,
			struct arena *arena, int64_t *id, struct err *err)
{
	struct result r;

	record_init(&result_kind, &r);
	r.programme = programme;
	r.project = p->id;
	r.indicator = p->indicator;
	r.baseline = p->baseline;
	r.target = p->target;
	r.source = p->title;
	if (!record_put(db, &result_kind, NULL, &r, arena, err))
		return false;
	*id = r.id;
	return true;
}

/* Measured today, as the project does not say when; a second figure of the
 * same day takes the place of the first. */
static bool measure(struct db *db, const struct source *of, int64_t actual, bool *news,
		    struct err *err)
{
	struct arena arena = { 0 };
	struct measurement last, now;
	bool good = true;

	record_init(&measurement_kind, &last);
	if (of->measurement != 0)
		good = record_load(db, &measurement_kind, of->measurement, &last, &arena,
				   err);
	if (good && last.actual != actual) {
		*news = true;
		now = last;
		now.actual = actual;
		if (last.id != 0 && date_compare(last.measured, clock_today()) >= 0) {
			good = record_update(db, &measurement_kind, &last, &now, err);
		} else {
			record_init(&measurement_kind, &now);
			now.result = of->result;
			now.measured = clock_today();
			now.actual = actual;
			now.notes = _("Taken over from the project");
			good = record_put(db, &measurement_kind, NULL, &now, &arena, err);
		}
	}
	arena_done(&arena);
	return good;
}

static bool take(struct db *db, int64_t programme, struct source *from, size_t *count,
		 struct err *err)
{
	struct arena arena = { 0 };
	struct project p;
	bool news = from->result == 0;
	bool good = record_load(db, &project_kind, from->project, &p, &arena, err);

	if (good && news)
		good = make_result(db, programme, &p, &arena, &from->result, err);
	if (good && p.actual != NUMBER_NONE)
		good = measure(db, from, p.actual, &news, err);
	arena_done(&arena);
	*count += good && news;
	return good;
}

static bool copy_one(struct db *db, const struct result *from, int64_t to,
		     struct err *err)
{
	struct result now = *from;

	now.id = 0;
	now.programme = to;
	now.baseline = NUMBER_NONE;
	return record_insert(db, &result_kind, &now, err);
}

bool results_copy(struct db *db, int64_t from, int64_t to, struct err *err)
{
	struct arena arena = { 0 };
	struct select select = { .kind = &result_kind,
				 .parent = "programme",
				 .parent_id = from };
	struct rows rows = { NULL, 0 };
	bool good =
		select_page(db, &select, SELECT_FIRST, 0, ROWS_MOST, &arena, &rows, err);

	for (size_t i = 0; good && i < rows.count; i++) {
		const struct result *one = (const struct result *)rows.rows + i;

		good = one->project != 0 || copy_one(db, one, to, err);
	}
	arena_done(&arena);
	return good;
}

bool results_take_over(struct db *db, int64_t programme, size_t *count, struct err *err)
{
	struct arena arena = { 0 };
	struct row_list list;
	size_t made = 0;
	bool good = action_begin(db, _("Indicators of the projects taken over"), err);

	if (good) {
		good = sources(db, programme, &arena, &list, err);
		for (size_t i = 0; good && i < list.count; i++)
			good = take(db, programme, (struct source *)list.rows + i, &made,
				    err);
		good = action_end(db, good, err);
	}
	arena_done(&arena);
	if (good)
		*count = made;
	return good;
}
