#include "domain/attendance_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"
#include "store/stmt.h"

enum { SESSIONS_MOST = 999 };

/* By day and hour, as they were held; those without a day last. */
static int by_time(const void *a, const void *b)
{
	const struct session *x = a, *y = b;
	int order = date_is_set(y->date) - date_is_set(x->date);

	if (order == 0)
		order = date_compare(x->date, y->date);
	if (order == 0)
		order = strcmp(x->starts, y->starts);
	return order ? order : (x->number > y->number) - (x->number < y->number);
}

static bool load_sessions(struct db *db, struct arena *arena,
			  struct attendance_sheet *sheet, struct err *err)
{
	const struct select select = { .kind = &session_kind,
				       .parent = "programme",
				       .parent_id = sheet->roll.programme };
	struct rows rows = { NULL, 0 };
	struct session *all;

	if (!select_page(db, &select, SELECT_FIRST, 0, SESSIONS_MOST, arena, &rows, err))
		return false;
	all = rows.rows;
	if (rows.count > 1)
		qsort(all, rows.count, sizeof *all, by_time);
	sheet->sessions = arena_array(arena, rows.count + 1, sizeof *sheet->sessions);
	for (size_t i = 0; i < rows.count; i++)
		sheet->sessions[i] = (struct sheet_session){
			all[i].id, all[i].number, all[i].jp, all[i].date, all[i].topic,
		};
	sheet->session_count = rows.count;
	return true;
}

static size_t find_session(const struct attendance_sheet *sheet, int64_t id)
{
	size_t i = 0;

	while (i < sheet->session_count && sheet->sessions[i].id != id)
		i++;
	return i;
}

struct attendance_mark *attendance_mark_at(const struct attendance_sheet *sheet,
					   struct sheet_place at)
{
	return &sheet->marks[at.row * sheet->session_count + at.column];
}

static bool load_marks(struct db *db, struct arena *arena, struct attendance_sheet *sheet,
		       struct err *err)
{
	size_t count = sheet->roll.count * sheet->session_count;
	enum stmt_step step;
	struct stmt *s;

	sheet->marks = arena_array(arena, count + 1, sizeof *sheet->marks);
	for (size_t i = 0; i < count; i++)
		sheet->marks[i] = (struct attendance_mark){ 0, "", NUMBER_NONE };
	if (!stmt_get(db,
		      "SELECT a.id, a.session, a.person, a.state, a.jp"
		      "  FROM attendance a JOIN sessions s ON s.id = a.session"
		      " WHERE s.programme = :programme",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", sheet->roll.programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		const struct sheet_place at = {
			roll_find(&sheet->roll, stmt_int(s, 2)),
			find_session(sheet, stmt_int(s, 1)),
		};

		if (at.row < sheet->roll.count && at.column < sheet->session_count)
			*attendance_mark_at(sheet, at) = (struct attendance_mark){
				stmt_int(s, 0), stmt_text(s, 3, arena), stmt_number(s, 4)
			};
	}
	return step == STMT_DONE;
}

bool attendance_sheet_load(struct db *db, int64_t programme, enum roll_order order,
			   struct arena *arena, struct attendance_sheet *out,
			   struct err *err)
{
	struct attendance_sheet sheet = { .session_count = 0 };

	if (!roll_load(db, programme, ROLL_WITH_MARKS, order, arena, &sheet.roll, err) ||
	    !load_sessions(db, arena, &sheet, err) || !load_marks(db, arena, &sheet, err))
		return false;
	*out = sheet;
	return true;
}

bool attendance_attends(const char *state)
{
	return strcmp(state, "present") == 0 || strcmp(state, "late") == 0;
}

int64_t attendance_jp(const struct attendance_mark *mark, int64_t session_jp)
{
	if (!attendance_attends(mark->state))
		return 0;
	return mark->jp == NUMBER_NONE ? session_jp : mark->jp;
}

struct attendance_totals attendance_sheet_totals(const struct attendance_sheet *sheet,
						 size_t column)
{
	struct attendance_totals totals = { .unmarked = 0 };

	for (size_t row = 0; row < sheet->roll.count; row++) {
		const struct sheet_place at = { row, column };
		const char *state = attendance_mark_at(sheet, at)->state;

		totals.unmarked += *state == '\0' && sheet->roll.people[row].place;
		for (size_t i = 0; i < ATTENDANCE_STATES; i++)
			totals.states[i] +=
				strcmp(state, attendance_state_choices[i].code) == 0;
	}
	return totals;
}

/* A session without a date may have been at any time. */
static bool is_past(const struct sheet_session *session, struct date today)
{
	return !date_is_set(session->date) || date_compare(session->date, today) <= 0;
}

size_t attendance_sheet_opening(const struct attendance_sheet *sheet, struct date today)
{
	size_t todays = sheet->session_count, last = 0;

	for (size_t i = 0; i < sheet->session_count; i++) {
		const struct sheet_session *session = &sheet->sessions[i];
		bool missing = attendance_sheet_totals(sheet, i).unmarked > 0;

		if (date_is_set(session->date) &&
		    date_compare(session->date, today) == 0) {
			if (missing)
				return i;
			if (todays == sheet->session_count)
				todays = i;
		}
		if (missing && is_past(session, today))
			last = i;
	}
	return todays < sheet->session_count ? todays : last;
}

struct attended attendance_sheet_attended(const struct attendance_sheet *sheet,
					  size_t row, struct date today)
{
	struct attended sum = { 0, 0 };

	for (size_t i = 0; i < sheet->session_count; i++) {
		const struct sheet_place at = { row, i };
		const struct attendance_mark *mark = attendance_mark_at(sheet, at);

		if (mark->id == 0 && !is_past(&sheet->sessions[i], today))
			continue;
		sum.jp += attendance_jp(mark, sheet->sessions[i].jp);
		sum.of += sheet->sessions[i].jp;
	}
	return sum;
}

struct attended attendance_sheet_recorded(const struct attendance_sheet *sheet,
					  size_t row)
{
	struct attended sum = { 0, 0 };

	for (size_t i = 0; i < sheet->session_count; i++) {
		const struct attendance_mark *mark =
			attendance_mark_at(sheet, (struct sheet_place){ row, i });

		sum.jp += attendance_jp(mark, sheet->sessions[i].jp);
		sum.of += mark->id != 0 ? sheet->sessions[i].jp : 0;
	}
	return sum;
}

/* The mark as a record. */
static struct attendance record_of(const struct attendance_sheet *sheet,
				   struct sheet_place at)
{
	const struct attendance_mark *mark = attendance_mark_at(sheet, at);
	struct attendance a;

	record_init(&attendance_kind, &a);
	a.id = mark->id;
	a.session = sheet->sessions[at.column].id;
	a.person = sheet->roll.people[at.row].person;
	a.state = mark->state;
	a.jp = mark->jp;
	return a;
}

/* Inside an action: write what differs, or say why not. */
static bool write_mark(struct db *db, const struct attendance *old,
		       struct attendance *now, struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	if (*now->state == '\0')
		return records_remove(db, &attendance_kind, &old->id, 1, err);
	good = record_put(db, &attendance_kind, old->id ? old : NULL, now, &arena, err);
	arena_done(&arena);
	return good;
}

/* "Session 2, Dewi Batubara: Present", as the history says it. */
static bool begin(struct db *db, const struct attendance_sheet *sheet,
		  struct sheet_place at, const char *state, struct err *err)
{
	const struct choice *choice = choice_find(attendance_state_choices, state);
	struct arena arena = { 0 };
	bool good = action_begin(
		db,
		arena_printf(&arena, _("Session %d, %s: %s"),
			     (int)sheet->sessions[at.column].number,
			     sheet->roll.people[at.row].name,
			     choice ? _(choice->label) : _("mark taken away")),
		err);

	arena_done(&arena);
	return good;
}

bool attendance_sheet_set(struct db *db, struct attendance_sheet *sheet,
			  struct sheet_place at, const char *state, int64_t jp,
			  struct err *err)
{
	struct attendance_mark *mark = attendance_mark_at(sheet, at);
	struct attendance old = record_of(sheet, at), now = old;
	const struct choice *choice = choice_find(attendance_state_choices, state);

	if (!roll_may_write(&sheet->roll, err))
		return false;
	now.state = choice ? choice->code : "";
	now.jp = jp;
	if (strcmp(now.state, old.state) == 0 && (now.jp == old.jp || !choice))
		return true;
	if (!begin(db, sheet, at, state, err))
		return false;
	if (!action_end(db, write_mark(db, &old, &now, err), err))
		return false;
	*mark = choice ? (struct attendance_mark){ now.id, now.state, now.jp }
		       : (struct attendance_mark){ 0, "", NUMBER_NONE };
	return true;
}

/* Present, unless somebody has marked the person meanwhile. */
static bool fill_one(struct db *db, const struct attendance_sheet *sheet,
		     struct sheet_place at, size_t *count, struct err *err)
{
	struct attendance old = record_of(sheet, at), now = old;
	int64_t id = 0;

	if (!record_find(db, &attendance_kind, &now, &id, err))
		return false;
	if (id != 0)
		return true;
	now.state = attendance_state_choices[0].code;
	++*count;
	return write_mark(db, &old, &now, err);
}

static bool fill(struct db *db, const struct attendance_sheet *sheet, size_t column,
		 size_t *count, struct err *err)
{
	for (size_t row = 0; row < sheet->roll.count; row++) {
		const struct sheet_place at = { row, column };

		if (sheet->roll.people[row].place &&
		    attendance_mark_at(sheet, at)->id == 0 &&
		    !fill_one(db, sheet, at, count, err))
			return false;
	}
	return true;
}

bool attendance_sheet_fill(struct db *db, struct attendance_sheet *sheet, size_t column,
			   size_t *count, struct err *err)
{
	struct arena arena = { 0 };
	size_t open = attendance_sheet_totals(sheet, column).unmarked, done = 0;
	bool good;

	*count = 0;
	if (!roll_may_write(&sheet->roll, err))
		return false;
	if (open == 0)
		return true;
	good = action_begin(db,
			    arena_printf(&arena, _("Session %d: the rest present"),
					 (int)sheet->sessions[column].number),
			    err);
	arena_done(&arena);
	if (!good)
		return false;
	if (!action_end(db, fill(db, sheet, column, &done, err), err))
		return false;
	*count = done;
	return true;
}
