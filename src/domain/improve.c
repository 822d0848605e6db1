#include "domain/improve.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/next_run.h"
#include "domain/save.h"
#include "query.h"
#include "rows.h"
#include "store/history.h"
#include "store/record.h"
#include "store/stmt.h"

static void read_finding(struct stmt *s, void *row, struct arena *arena)
{
	*(struct finding_row *)row = (struct finding_row){
		.id = stmt_int(s, 0),
		.programme = stmt_int(s, 1),
		.run = stmt_text(s, 2, arena),
		.number = stmt_int(s, 3),
		.source = stmt_text(s, 4, arena),
		.kind = stmt_text(s, 5, arena),
		.statement = stmt_text(s, 6, arena),
		.count = stmt_number(s, 7),
		.figure = stmt_number(s, 8),
		.actions = stmt_int(s, 9),
		.open = stmt_int(s, 10),
	};
}

bool finding_list(struct db *db, int64_t programme, struct arena *arena,
		  struct finding_row **out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(struct finding_row),
				 .read = read_finding };
	int64_t before = 0;
	struct stmt *s;

	if (!run_before(db, programme, &before, err) ||
	    !stmt_get(db,
		      "SELECT f.id, f.programme, p.code, f.number, f.source, f.kind,"
		      "       f.statement, f.count, f.figure, count(i.id),"
		      "       count(i.id) FILTER (WHERE i.status = 'open')"
		      "  FROM findings f JOIN programmes p ON p.id = f.programme"
		      "  LEFT JOIN improvements i ON i.finding = f.id"
		      " WHERE f.programme IN (:programme, :before)"
		      " GROUP BY f.id"
		      " HAVING f.programme = :programme OR count(i.id) = 0"
		      " ORDER BY f.programme <> :programme, f.number",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	stmt_bind_int(s, ":before", before);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (struct finding_row *)list.rows;
	*count = list.count;
	return true;
}

static bool make_item_finding(struct db *db, int64_t programme, int64_t item, double mean,
			      struct finding *now, struct err *err)
{
	struct arena arena = { 0 };
	struct item question;
	int64_t answers = 0;
	bool good = record_load(db, &item_kind, item, &question, &arena, err) &&
		    query_two(db,
			      "SELECT count(a.value) FROM answers a"
			      " JOIN sheets f ON f.id = a.sheet"
			      " WHERE f.programme = :a AND a.item = :b"
			      "   AND f.role = '' AND f.phase = ''",
			      programme, item, &answers, err);

	record_init(&finding_kind, now);
	if (good) {
		now->programme = programme;
		now->source = "item";
		now->item = item;
		now->count = answers;
		now->figure = isnan(mean) ? NUMBER_NONE : (int64_t)lround(mean * 100);
		now->statement = arena_printf(
			&arena, _("Question %d, mean %s (n = %d): %s"),
			(int)question.number, number_real(&arena, mean, 2, number_mark()),
			(int)answers, question.text);
		good = record_put(db, &finding_kind, NULL, now, &arena, err);
	}
	arena_done(&arena);
	return good;
}

bool finding_from_item(struct db *db, int64_t programme, int64_t item, double mean,
		       int64_t *id, struct err *err)
{
	struct finding now;
	int64_t known = 0;

	if (!query_two(db,
		       "SELECT max(id) FROM findings WHERE programme = :a AND item = :b",
		       programme, item, &known, err))
		return false;
	if (known == 0) {
		if (!make_item_finding(db, programme, item, mean, &now, err))
			return false;
		known = now.id;
	}
	*id = known;
	return true;
}

bool improvement_from_finding(struct db *db, int64_t programme, int64_t finding,
			      int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	struct finding found;
	struct improvement now;
	bool good = record_load(db, &finding_kind, finding, &found, &arena, err);

	record_init(&improvement_kind, &now);
	if (good) {
		now.programme = programme;
		now.finding = finding;
		now.item = found.item;
		now.kind = found.kind;
		now.statement = found.statement;
		good = record_put(db, &improvement_kind, NULL, &now, &arena, err);
	}
	if (good)
		*id = now.id;
	arena_done(&arena);
	return good;
}

bool improvement_from_item(struct db *db, int64_t programme, int64_t item, double mean,
			   int64_t *id, struct err *err)
{
	int64_t open = 0, finding = 0;

	if (!query_two(db,
		       "SELECT max(id) FROM improvements"
		       " WHERE programme = :a AND item = :b AND status = 'open'",
		       programme, item, &open, err))
		return false;
	if (open != 0) {
		*id = open;
		return true;
	}
	return action_begin(db, _("Action on a low question"), err) &&
	       action_end(
		       db,
		       finding_from_item(db, programme, item, mean, &finding, err) &&
			       improvement_from_finding(db, programme, finding, id, err),
		       err);
}

bool improvement_waiting(struct db *db, int64_t programme, struct waiting *out,
			 struct err *err)
{
	struct waiting found = { 0, 0 };
	int64_t before = 0;

	if (!run_before(db, programme, &before, err) ||
	    !query_two(db,
		       "SELECT count(*) FROM improvements WHERE status = 'open'"
		       "   AND (programme = :b"
		       "        OR (programme = :a AND carried_from IS NOT NULL))",
		       programme, before, &found.actions, err) ||
	    !query_one(db,
		       "SELECT count(*) FROM findings f WHERE f.programme = :a"
		       "   AND f.kind <> 'keep'"
		       "   AND NOT EXISTS (SELECT 1 FROM improvements WHERE finding = "
		       "f.id)",
		       before, &found.findings, err))
		return false;
	*out = found;
	return true;
}
