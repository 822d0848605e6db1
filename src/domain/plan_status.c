#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/save.h"
#include "domain/yearly_plan.h"
#include "plan_sql.h"
#include "rules.h"
#include "steps.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"
#include "store/stmt.h"

/* Forward first, then back. */
static const struct step steps[] = {
	{ "proposed", "reviewed" },
	{ "reviewed", "approved" },
	{ "reviewed", "rejected" },
	{ "approved", "scheduled" },
	{ "scheduled", "realised" },
	{ "reviewed", "proposed" },
	{ "approved", "reviewed" },
	{ "rejected", "reviewed" },
	{ "scheduled", "approved" },
	{ "realised", "scheduled" },
	{ NULL, NULL },
};

enum { PAGE = 1000 };

bool plan_step_allowed(const char *from, const char *to)
{
	return step_allowed(steps, from, to);
}

size_t plan_steps(const char *from, const char **codes, size_t most)
{
	return steps_from(steps, from, codes, most);
}

static void check_step(const struct plan_item *was, const struct plan_item *p,
		       struct problems *problems)
{
	if (!was || strcmp(was->status, p->status) == 0)
		return;
	if (!plan_step_allowed(was->status, p->status))
		problem_add(problems, "status",
			    _("From %s it does not go to %s at once. Next is: %s."),
			    choice_label(plan_status_choices, was->status),
			    choice_label(plan_status_choices, p->status),
			    step_labels(steps, was->status, plan_status_choices,
					problems->arena));
}

/* Only what is scheduled or realised has a programme. */
static void check_programme(const struct plan_item *p, struct problems *problems)
{
	if (p->programme != 0 && strcmp(p->status, "scheduled") != 0 &&
	    strcmp(p->status, "realised") != 0)
		problem_add(problems, "status",
			    _("A programme was made of it. Go back with + in the yearly "
			      "plan, which lets go of the programme."));
}

bool plan_is_approved(const char *status)
{
	return strcmp(status, "approved") == 0 || strcmp(status, "scheduled") == 0 ||
	       strcmp(status, "realised") == 0;
}

const char *plan_lacks(const struct plan_item *item, struct arena *arena)
{
	static const char *const needed[] = { "cost", "jp", "fund" };
	const char *all = "";

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		const struct field *f = kind_field(&plan_item_kind, needed[i]);

		/* What costs nothing needs no source. */
		if (field_is_empty(f, item) &&
		    (item->cost != 0 || strcmp(needed[i], "fund") != 0))
			all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "",
					   _(f->label));
	}
	return all;
}

/* The ceiling of the year (quarter 0) or a quarter, and what the other items
 * take of it. False where there is none. */
static bool ceiling_of(struct db *db, const struct plan_item *p, int64_t quarter,
		       int64_t *amount, int64_t *others)
{
	struct err ignored = { 0 };
	struct stmt *s;
	bool found;

	if (!stmt_get(db,
		      "SELECT g.amount, (SELECT coalesce(sum(i.cost), 0)"
		      "  FROM plan_items i WHERE i.year = g.year AND i.fund = g.fund"
		      "   AND (g.quarter = 0 OR i.quarter = g.quarter)"
		      "   AND " PLAN_APPROVED("i") "   AND i.id <> :id)"
						   " FROM ceilings g WHERE g.year = "
						   ":year AND g.fund = :fund"
						   "  AND g.quarter = :quarter",
		      &s, &ignored))
		return false;
	stmt_bind_int(s, ":id", p->id);
	stmt_bind_int(s, ":year", p->year);
	stmt_bind_int(s, ":fund", p->fund);
	stmt_bind_int(s, ":quarter", quarter);
	found = stmt_step(s, &ignored) == STMT_ROW;
	if (found) {
		*amount = stmt_int(s, 0);
		*others = stmt_int(s, 1);
	}
	stmt_reset(s);
	return found;
}

static void check_ceiling(struct db *db, const struct plan_item *p, int64_t quarter,
			  struct problems *problems)
{
	int64_t amount = 0, others = 0;
	const char *all, *most;

	if (!ceiling_of(db, p, quarter, &amount, &others) || others + p->cost <= amount)
		return;
	all = number_grouped(problems->arena, others + p->cost, number_mark());
	most = number_grouped(problems->arena, amount, number_mark());
	if (quarter == 0)
		problem_warn(
			problems, "cost",
			_("With it the year %d comes to Rp %s, more than the ceiling of "
			  "Rp %s of this source."),
			(int)p->year, all, most);
	else
		problem_warn(
			problems, "cost",
			_("With it quarter %d comes to Rp %s, more than the ceiling of "
			  "Rp %s of this source."),
			(int)quarter, all, most);
}

void plan_status_check(struct db *db, const void *old, const void *record,
		       struct problems *problems)
{
	const struct plan_item *p = record;

	check_step(old, p, problems);
	check_programme(p, problems);
	if (!plan_is_approved(p->status) || p->fund == 0 || p->cost == NUMBER_NONE)
		return;
	check_ceiling(db, p, 0, problems);
	if (p->quarter != NUMBER_NONE)
		check_ceiling(db, p, p->quarter, problems);
}

bool plan_step(struct db *db, int64_t item, const char *to, const char *reason,
	       struct problems *problems, struct err *err)
{
	struct plan_item old, now;

	if (!record_load(db, &plan_item_kind, item, &old, problems->arena, err))
		return false;
	if (strcmp(old.status, to) == 0)
		return true;
	now = old;
	now.status = to;
	if (strcmp(to, "rejected") == 0)
		now.reason = reason;
	if (strcmp(to, "approved") == 0 && strcmp(old.status, "scheduled") == 0)
		now.programme = 0;
	return record_save(db, &plan_item_kind, &old, &now, problems, err);
}

/* One of several: what is wrong with it is told with its title. */
static bool step_one(struct db *db, int64_t item, const struct plan_step *step,
		     struct problems *problems, struct err *err)
{
	struct plan_item p;

	if (!plan_step(db, item, step->to, step->reason, problems, err))
		return false;
	if (problems->errors == 0)
		return true;
	if (!record_load(db, &plan_item_kind, item, &p, problems->arena, err))
		return false;
	return err_set(err, ERR_INPUT, _("%s: %s Nothing was changed."), p.title,
		       problem_first_error(problems)->text);
}

bool plan_step_all(struct db *db, const int64_t *items, size_t count,
		   const struct plan_step *step, struct problems *problems,
		   struct err *err)
{
	bool good = true;

	if (!action_begin(db,
			  arena_printf(problems->arena,
				       P_("%d plan item: %s", "%d plan items: %s", count),
				       (int)count,
				       choice_label(plan_status_choices, step->to)),
			  err))
		return false;
	for (size_t i = 0; good && i < count; i++)
		good = step_one(db, items[i], step, problems, err);
	return action_end(db, good, err);
}

/* Those of a page that were scheduled are realised. */
static bool realise(struct db *db, const struct rows *rows, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < rows->count; i++) {
		const struct plan_item *was = (const struct plan_item *)rows->rows + i;
		struct plan_item is = *was;

		is.status = "realised";
		good = strcmp(was->status, "scheduled") != 0 ||
		       record_update(db, &plan_item_kind, was, &is, err);
	}
	return good;
}

bool plan_follow(struct db *db, const void *old, const void *now, struct err *err)
{
	const struct programme *before = old, *p = now;
	struct select select = { .kind = &plan_item_kind,
				 .parent = "programme",
				 .parent_id = p->id };
	struct rows rows = { NULL, PAGE };
	struct arena arena = { 0 };
	enum select_from from = SELECT_FIRST;
	int64_t last = 0;
	bool good = true;

	if (programme_is_over(before->status) || !programme_is_over(p->status))
		return true;
	while (good && rows.count == PAGE) {
		arena_reset(&arena);
		good = select_page(db, &select, from, last, PAGE, &arena, &rows, err) &&
		       realise(db, &rows, err);
		from = SELECT_AFTER;
		if (good && rows.count > 0)
			last = ((const struct plan_item *)rows.rows + rows.count - 1)->id;
	}
	arena_done(&arena);
	return good;
}
