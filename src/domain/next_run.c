#include "domain/next_run.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "copy.h"
#include "design_parts.h"
#include "domain/design.h"
#include "domain/feedback.h"
#include "domain/follow_up.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "query.h"
#include "rules.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { ROWS_MOST = 1000 };

static bool children(struct db *db, const struct kind *kind, int64_t programme,
		     struct arena *arena, struct rows *rows, struct err *err)
{
	struct select select = { .kind = kind,
				 .parent = "programme",
				 .parent_id = programme };

	return select_page(db, &select, SELECT_FIRST, 0, ROWS_MOST, arena, rows, err);
}

/* Copies of what belongs to the old programme, without their dates. */
static bool copy_children(struct db *db, const struct kind *kind, int64_t from,
			  int64_t to, struct err *err)
{
	const struct copy copy = { kind, "programme", from, to, true };

	return copy_all(db, &copy, err);
}

static bool carry_one(struct db *db, const struct improvement *old, int64_t to,
		      struct err *err)
{
	struct arena arena = { 0 };
	struct improvement now = *old, carried = *old;
	bool good;

	now.id = 0;
	now.programme = to;
	now.number = NUMBER_NONE;
	now.carried_from = old->id;
	now.result = "";
	carried.status = "carried";
	good = improvement_kind.complete(db, &now, &arena) &&
	       record_insert(db, &improvement_kind, &now, err) &&
	       record_update(db, &improvement_kind, old, &carried, err);
	arena_done(&arena);
	return good;
}

static bool carry_all(struct db *db, int64_t from, int64_t to, size_t *count,
		      struct err *err)
{
	struct arena arena = { 0 };
	struct rows rows = { NULL, 0 };
	bool good = children(db, &improvement_kind, from, &arena, &rows, err);

	*count = 0;
	for (size_t i = 0; good && i < rows.count; i++) {
		const struct improvement *one = (const struct improvement *)rows.rows + i;

		if (strcmp(one->status, "open") != 0)
			continue;
		good = carry_one(db, one, to, err);
		*count += good;
	}
	arena_done(&arena);
	return good;
}

/* What a session of the run before knows and the new one does not: the room,
 * and where the design plans none the hours and the form. Who taught does not
 * go along. */
static bool equip_session(struct db *db, const struct session *was,
			  const struct session *before, struct err *err)
{
	struct session now = *was;

	now.trainer = 0;
	if (before && *now.room == '\0')
		now.room = before->room;
	if (before && *now.form == '\0')
		now.form = before->form;
	if (before && *now.starts == '\0' && *now.ends == '\0' && now.jp == before->jp) {
		now.starts = before->starts;
		now.ends = before->ends;
	}
	return record_equal(&session_kind, was, &now) ||
	       record_update(db, &session_kind, was, &now, err);
}

static const struct session *session_number(const struct rows *rows, int64_t number)
{
	const struct session *all = rows->rows;

	for (size_t i = 0; i < rows->count; i++) {
		if (all[i].number == number)
			return &all[i];
	}
	return NULL;
}

static bool equip_sessions(struct db *db, int64_t from, int64_t to, struct err *err)
{
	struct arena arena = { 0 };
	struct rows before = { NULL, 0 }, rows = { NULL, 0 };
	bool good = children(db, &session_kind, from, &arena, &before, err) &&
		    children(db, &session_kind, to, &arena, &rows, err);

	for (size_t i = 0; good && i < rows.count; i++) {
		const struct session *one = (const struct session *)rows.rows + i;

		good = equip_session(db, one, session_number(&before, one->number), err);
	}
	arena_done(&arena);
	return good;
}

/* From the plan of the design; where it has none, from the run before. */
static bool make_sessions(struct db *db, int64_t from, int64_t to, struct err *err)
{
	size_t planned = 0;

	return plan_take(db, to, &planned, err) &&
	       (planned > 0 || copy_children(db, &session_kind, from, to, err)) &&
	       equip_sessions(db, from, to, err);
}

bool programme_copied(struct db *db, int64_t from, int64_t to, struct err *err)
{
	size_t carried;

	return make_sessions(db, from, to, err) &&
	       copy_children(db, &programme_partner_kind, from, to, err) &&
	       results_copy(db, from, to, err) && carry_all(db, from, to, &carried, err);
}

bool programme_like(struct db *db, void *record, struct arena *arena, struct err *err)
{
	struct programme *p = record;
	const char *code = p->code;

	if (!next_run_code(db, p, arena, &code, err))
		return false;
	p->code = code;
	p->year++;
	p->status = "draft";
	p->cancel_reason = "";
	p->starts = p->ends = DATE_NONE;
	return true;
}

static bool make(struct db *db, int64_t programme, const char *code, struct arena *arena,
		 int64_t *id, struct err *err)
{
	struct programme p;

	if (!record_load(db, &programme_kind, programme, &p, arena, err) ||
	    !programme_like(db, &p, arena, err))
		return false;
	p.id = 0;
	p.code = code;
	if (!record_put(db, &programme_kind, NULL, &p, arena, err) ||
	    !programme_copied(db, programme, p.id, err))
		return false;
	*id = p.id;
	return true;
}

bool next_run_make(struct db *db, int64_t programme, const char *code, int64_t *id,
		   struct err *err)
{
	struct arena arena = { 0 };
	bool good = action_begin(db, arena_printf(&arena, _("Next run: %s"), code), err);
	int64_t made = 0;

	good = good && action_end(db, make(db, programme, code, &arena, &made, err), err);
	if (good)
		*id = made;
	arena_done(&arena);
	return good;
}

/* The other runs of the design of :a, with their place in the order of runs. */
#define OTHER_RUNS                                                            \
	"SELECT n.id FROM programmes p JOIN revisions r ON r.id = p.revision" \
	" JOIN revisions s ON s.design = r.design"                            \
	" JOIN programmes n ON n.revision = s.id"                             \
	" WHERE p.id = :a AND n.id <> p.id AND n.status <> 'cancelled' AND "
#define PLACE(p) "(" p ".year, coalesce(" p ".starts, ''), " p ".id)"
#define BY_PLACE(way) " ORDER BY n.year " way ", n.starts " way ", n.id " way " LIMIT 1"

bool run_before(struct db *db, int64_t programme, int64_t *id, struct err *err)
{
	return query_one(db, OTHER_RUNS PLACE("n") " < " PLACE("p") BY_PLACE("DESC"),
			 programme, id, err);
}

bool run_after(struct db *db, int64_t programme, int64_t *id, struct err *err)
{
	return query_one(db, OTHER_RUNS PLACE("n") " > " PLACE("p") BY_PLACE("ASC"),
			 programme, id, err);
}

bool run_changes(struct db *db, int64_t programme, struct arena *arena,
		 struct run_changes *out, struct err *err)
{
	struct run_changes found = { .before = "", .diff = { .reason = "" } };
	struct programme now, before;
	int64_t earlier = 0;

	if (!run_before(db, programme, &earlier, err))
		return false;
	if (earlier != 0) {
		if (!record_load(db, &programme_kind, programme, &now, arena, err) ||
		    !record_load(db, &programme_kind, earlier, &before, arena, err))
			return false;
		found.before = before.code;
		if (now.revision != before.revision &&
		    !revision_compare(db, before.revision, now.revision, arena,
				      &found.diff, err))
			return false;
	}
	*out = found;
	return true;
}

bool improvement_carry(struct db *db, int64_t programme, size_t *count, struct err *err)
{
	int64_t next = 0;

	if (!run_after(db, programme, &next, err))
		return false;
	if (next == 0)
		return err_set(
			err, ERR_NOT_FOUND,
			_("There is no later run yet. Open the programme and press d to "
			  "make one; open actions go along."));
	return action_begin(db, _("Improvement actions carried over"), err) &&
	       action_end(db, carry_all(db, programme, next, count, err), err);
}
