#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "design_parts.h"
#include "domain/design.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { SESSIONS_MOST = 1000 }; /* numbers end at 999 */

static bool load(struct db *db, const struct select *select, struct arena *arena,
		 struct rows *rows, struct err *err)
{
	return select_page(db, select, SELECT_FIRST, 0, SESSIONS_MOST, arena, rows, err);
}

static bool load_planned(struct db *db, int64_t revision, struct arena *arena,
			 struct rows *rows, struct err *err)
{
	const struct select select = { .kind = &planned_session_kind,
				       .parent = "revision",
				       .parent_id = revision };

	return load(db, &select, arena, rows, err);
}

static bool load_sessions(struct db *db, int64_t programme, struct arena *arena,
			  struct rows *rows, struct err *err)
{
	const struct select select = { .kind = &session_kind,
				       .parent = "programme",
				       .parent_id = programme };

	return load(db, &select, arena, rows, err);
}

static struct session session_from(const struct programme *p,
				   const struct planned_session *planned)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = p->id;
	s.number = planned->number;
	s.topic = planned->topic;
	s.form = planned->form;
	s.jp = planned->jp;
	s.starts = planned->starts;
	s.ends = planned->ends;
	if (date_is_set(p->starts) && planned->day != NUMBER_NONE)
		s.date = date_add_days(p->starts, (int)planned->day - 1);
	return s;
}

/* A session that is there gets its day and its hours where it has none yet. */
static bool fill_session(struct db *db, int64_t id, const struct session *planned,
			 struct arena *arena, size_t *made, struct err *err)
{
	struct session was, now;

	if (!record_load(db, &session_kind, id, &was, arena, err))
		return false;
	now = was;
	if (!date_is_set(was.date))
		now.date = planned->date;
	if (*was.starts == '\0' && *was.ends == '\0') {
		now.starts = planned->starts;
		now.ends = planned->ends;
	}
	if (record_equal(&session_kind, &was, &now))
		return true;
	++*made;
	return record_update(db, &session_kind, &was, &now, err);
}

bool plan_take(struct db *db, int64_t programme, size_t *count, struct err *err)
{
	struct arena arena = { 0 };
	struct rows rows = { NULL, 0 };
	struct programme p;
	size_t made = 0;
	bool good = record_load(db, &programme_kind, programme, &p, &arena, err) &&
		    load_planned(db, p.revision, &arena, &rows, err);

	for (size_t i = 0; good && i < rows.count; i++) {
		struct session s =
			session_from(&p, (const struct planned_session *)rows.rows + i);
		int64_t id = 0;

		good = record_find(db, &session_kind, &s, &id, err) &&
		       (id != 0 ? fill_session(db, id, &s, &arena, &made, err)
				: record_insert(db, &session_kind, &s, err));
		made += good && id == 0;
	}
	if (good)
		*count = made;
	arena_done(&arena);
	return good;
}

bool sessions_plan_take(struct db *db, int64_t programme, size_t *count, struct err *err)
{
	return action_begin(db, _("Sessions from the plan of the design"), err) &&
	       action_end(db, plan_take(db, programme, count, err), err);
}

static struct planned_session planned_from(const struct programme *p,
					   const struct session *s,
					   const struct planned_session *before)
{
	struct planned_session now;

	record_init(&planned_session_kind, &now);
	if (before)
		now = *before;
	now.revision = p->revision;
	now.number = s->number;
	now.topic = s->topic;
	now.form = s->form;
	now.jp = s->jp;
	if (*s->starts != '\0' || *s->ends != '\0') {
		now.starts = s->starts;
		now.ends = s->ends;
	}
	if (date_is_set(s->date) && date_is_set(p->starts) &&
	    date_compare(s->date, p->starts) >= 0)
		now.day = s->date.day - p->starts.day + 1;
	return now;
}

/* What is compared: the sessions of a run and the plan of its design. */
struct planning {
	struct db *db;
	struct design_edit edit;
	struct programme p;
	struct rows sessions, planned;
	struct arena *arena;
	size_t changed;
};

static const struct planned_session *planned_number(const struct planning *w,
						    int64_t number)
{
	const struct planned_session *all = w->planned.rows;

	for (size_t i = 0; i < w->planned.count; i++) {
		if (all[i].number == number)
			return &all[i];
	}
	return NULL;
}

static bool has_session(const struct planning *w, int64_t number)
{
	for (size_t i = 0; i < w->sessions.count; i++) {
		if (((const struct session *)w->sessions.rows)[i].number == number)
			return true;
	}
	return false;
}

static bool put_session(struct planning *w, const struct session *s, struct err *err)
{
	const struct planned_session *before = planned_number(w, s->number);
	struct planned_session now = planned_from(&w->p, s, before);
	struct problems problems = { .arena = w->arena };

	if (before && record_equal(&planned_session_kind, before, &now))
		return true;
	w->changed++;
	if (!design_part_save(w->db, &w->edit, before, &now, &problems, err))
		return false;
	return problems.errors == 0 ||
	       err_set(err, ERR_INPUT, "%s", problem_first_error(&problems)->text);
}

static bool make_plan(struct planning *w, struct err *err)
{
	if (!record_load(w->db, &programme_kind, w->edit.programme, &w->p, w->arena,
			 err) ||
	    !load_sessions(w->db, w->p.id, w->arena, &w->sessions, err) ||
	    !load_planned(w->db, w->p.revision, w->arena, &w->planned, err))
		return false;
	if (w->sessions.count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("The run has no sessions yet. Add them first."));
	for (size_t i = 0; i < w->sessions.count; i++) {
		if (!put_session(w, (const struct session *)w->sessions.rows + i, err))
			return false;
	}
	for (size_t i = 0; i < w->planned.count; i++) {
		const struct planned_session *one =
			(const struct planned_session *)w->planned.rows + i;

		if (has_session(w, one->number))
			continue;
		w->changed++;
		if (!design_parts_remove(w->db, &w->edit, &one->id, 1, err))
			return false;
	}
	return true;
}

bool plan_from_sessions(struct db *db, const struct design_edit *edit, size_t *count,
			struct err *err)
{
	struct arena arena = { 0 };
	struct planning w = { .db = db, .edit = *edit, .arena = &arena };
	bool good;

	w.edit.kind = &planned_session_kind;
	good = action_begin(db, _("Plan of the design from the sessions"), err) &&
	       action_end(db, make_plan(&w, err), err);

	if (good)
		*count = w.changed;
	arena_done(&arena);
	return good;
}
