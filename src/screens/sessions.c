#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/clash.h"
#include "domain/programme.h"
#include "domain/schedule.h"
#include "list_commands.h"
#include "record_list.h"
#include "report/report.h"
#include "store/record.h"

/* What the list of a programme's sessions can do beyond any list: make a
 * series, move the schedule, show clashes, take attendance. */

/* A series while it is asked for. */
struct asking {
	struct ui *ui;
	struct arena *arena;
	struct programme p;
	struct session like;
	struct series series;
	struct date *dates;
	size_t count;
};

/* What the marked session gives, or an empty one. */
static bool begin(struct asking *q, struct screen *s, struct err *err)
{
	int64_t id = list_current(s);
	struct db *db = app_of(q->ui)->db;

	record_init(&session_kind, &q->like);
	if (id != 0 && !record_load(db, &session_kind, id, &q->like, q->arena, err))
		return false;
	q->like.programme = list_parent(s);
	q->series.most = SERIES_MOST;
	q->series.until = DATE_NONE;
	return record_load(db, &programme_kind, q->like.programme, &q->p, q->arena, err);
}

static bool ask(struct asking *q, const char *label, const char *initial,
		const char **text)
{
	*text = "";
	return ui_ask(q->ui, label, initial, q->arena, text);
}

static bool ask_weekdays(struct asking *q)
{
	const char *initial = "", *text;

	if (date_is_set(q->like.date))
		initial = date_weekday_name(date_weekday(q->like.date));
	while (ask(q, _("Weekdays, as tue thu or 2 4:"), initial, &text)) {
		if (weekdays_parse(text, &q->series.days))
			return true;
		ui_refuse(q->ui, _("Type days such as mon wed, or numbers from 1 for "
				   "Monday."));
		initial = text;
	}
	return false;
}

static const char *first_day(const struct asking *q)
{
	if (date_is_set(q->like.date))
		return date_shown(q->arena, date_add_days(q->like.date, 1));
	return date_shown(q->arena,
			  date_is_set(q->p.starts) ? q->p.starts : clock_today());
}

static bool ask_from(struct asking *q)
{
	const char *initial = first_day(q), *text;

	while (ask(q, _("From which day on:"), initial, &text)) {
		if (date_parse(text, clock_today(), &q->series.from))
			return true;
		ui_refuse(q->ui, _("Type a day, for example 02-03-2026."));
		initial = text;
	}
	return false;
}

/* "8" is how many, anything longer a day. */
static bool read_end(struct asking *q, const char *text)
{
	int64_t count;

	if (strlen(text) <= 3 && number_parse_int(text, &count)) {
		q->series.most = count > 0 ? (size_t)count : 0;
		return count > 0 && count <= SERIES_MOST;
	}
	return date_parse(text, clock_today(), &q->series.until);
}

static bool ask_end(struct asking *q)
{
	const char *initial = date_shown(q->arena, q->p.ends), *text;

	if (date_is_set(q->p.ends) && date_compare(q->p.ends, q->series.from) < 0)
		initial = "";
	while (ask(q, _("Until which day, or how many:"), initial, &text)) {
		q->series.most = SERIES_MOST;
		q->series.until = DATE_NONE;
		if (!read_end(q, text)) {
			ui_refuse(q->ui,
				  _("Type a day, for example 27-03-2026, or a number up "
				    "to %d."),
				  SERIES_MOST);
			initial = text;
			continue;
		}
		q->dates = arena_array(q->arena, SERIES_MOST, sizeof *q->dates);
		q->count = series_dates(&q->series, q->dates);
		if (q->count > 0)
			return true;
		ui_refuse(q->ui, _("There is no such weekday between these days."));
		initial = text;
	}
	return false;
}

/* "08:00-10:15", "8.00 - 10.15", or nothing. */
static bool read_hours(struct asking *q, const char *text, struct session *s)
{
	struct problems problems = { .arena = q->arena };
	size_t length = strcspn(text, "-");
	const char *to = text[length] == '-' ? text + length + 1 : "";

	return field_from_typed(kind_field(&session_kind, "starts"), s,
				arena_strndup(q->arena, text, length), q->arena,
				&problems) &&
	       field_from_typed(kind_field(&session_kind, "ends"), s, to, q->arena,
				&problems);
}

static bool ask_hours(struct asking *q)
{
	const struct session was = q->like;
	const char *initial = "", *text;

	if (*was.starts != '\0')
		initial = arena_printf(q->arena, "%s-%s", was.starts, was.ends);
	while (ask(q, _("From – to, as 08:00-10:15:"), initial, &text)) {
		struct session now = was;

		if (read_hours(q, text, &now)) {
			if (strcmp(text, initial) != 0 && *now.ends != '\0')
				now.jp = NUMBER_NONE;
			q->like = now;
			return true;
		}
		ui_refuse(q->ui, _("Type two times, for example 08:00-10:15, or nothing "
				   "for none."));
		initial = text;
	}
	return false;
}

static bool ask_jp(struct asking *q)
{
	const char *text, *initial = "";

	if (q->like.jp != NUMBER_NONE || *q->like.ends != '\0')
		return true;
	while (ask(q, _("JP of each session:"), initial, &text)) {
		if (number_parse_hundredths(text, &q->like.jp))
			return true;
		ui_refuse(q->ui, _("Type lesson hours, for example 4 or 1,5."));
		initial = text;
	}
	return false;
}

/* "Sesi 3" as a pattern: "Sesi #". */
static const char *pattern_of(const struct asking *q)
{
	const char *topic = q->like.topic;
	size_t length = strlen(topic);

	if (length == 0)
		return _("Session #");
	while (length > 0 && topic[length - 1] >= '0' && topic[length - 1] <= '9')
		length--;
	if (topic[length] == '\0')
		return arena_printf(q->arena, "%s #", topic);
	return arena_printf(q->arena, "%s#", arena_strndup(q->arena, topic, length));
}

static bool ask_topic(struct asking *q)
{
	const char *text;

	if (!ask(q, _("Topic; # is the number:"), pattern_of(q), &text) || *text == '\0')
		return false;
	q->like.topic = text;
	return true;
}

static int widest_day(const struct asking *q, struct arena *arena)
{
	int widest = 0;

	for (size_t i = 0; i < q->count; i++) {
		int width = text_width(date_to_long(arena, q->dates[i]));

		widest = width > widest ? width : widest;
	}
	return widest;
}

static bool make_series_preview(void *context, struct report *report, struct err *err)
{
	const struct asking *q = context;
	struct arena *a = report->arena;
	int widest = widest_day(q, a);
	struct session *all;

	if (!series_sessions(app_of(q->ui)->db, &q->like, q->dates, q->count, a, &all,
			     err))
		return false;
	report_text(report, P_("%d session on %s:", "%d sessions on %s:", q->count),
		    (int)q->count, weekdays_shown(q->series.days, report->arena));
	for (size_t i = 0; i < q->count; i++)
		report_text(report, "%3d.  %s%s%s%s%s  %s JP  %s", (int)all[i].number,
			    text_column(a, date_to_long(a, all[i].date), widest),
			    *all[i].starts ? "  " : "", all[i].starts,
			    *all[i].ends ? "-" : "", all[i].ends,
			    number_hundredths(a, all[i].jp, number_mark()), all[i].topic);
	return true;
}

static bool is_taken(struct ui *ui, const struct report_argument *argument)
{
	int64_t taken = 0;

	return ui_run(ui, &preview_class, argument, &taken) && taken != 0;
}

static void tell(struct ui *ui, const char *done, const struct problems *told)
{
	if (told->warnings > 1)
		ui_say(ui, _("%s. %d have a note: %s"), done, (int)told->warnings,
		       told->first->text);
	else if (told->warnings == 1)
		ui_say(ui, _("%s. Note: %s"), done, told->first->text);
	else
		ui_say(ui, _("%s   (Ctrl+Z takes it back)"), done);
}

static void make_series(struct asking *q)
{
	struct ui *ui = q->ui;
	struct err err = { 0 };
	struct problems told = { .arena = ui_scratch(ui) };

	if (!series_make(app_of(ui)->db, &q->like, q->dates, q->count, &told, &err))
		ui_fail(ui, &err);
	else
		tell(ui,
		     arena_printf(ui_scratch(ui),
				  P_("%d session made", "%d sessions made", q->count),
				  (int)q->count),
		     &told);
}

ui_flags sessions_series(struct ui *ui, struct screen *s)
{
	struct asking q = { .ui = ui, .arena = &s->arena };
	const struct report_argument preview = { .name = "series",
						 .make = make_series_preview,
						 .context = &q,
						 .title = _("Series of sessions") };
	struct err err = { 0 };

	if (!begin(&q, s, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (ask_weekdays(&q) && ask_from(&q) && ask_end(&q) && ask_hours(&q) &&
	    ask_jp(&q) && ask_topic(&q) && is_taken(ui, &preview))
		make_series(&q);
	return UI_RELOAD;
}

enum { SHIFT_MOST = 3660 };

/* A move while it is asked for. */
struct moving {
	struct ui *ui;
	struct arena *arena;
	struct session *all;
	size_t count;
	struct shift shift;
	struct date from, to; /* to: DATE_NONE where shift.days was typed */
};

/* "+7" counts from the session's own day. */
static bool read_target(struct moving *m, const char *text)
{
	int64_t days;

	m->to = DATE_NONE;
	if (text[0] != '+' && text[0] != '-')
		return date_parse(text, clock_today(), &m->to);
	if (!number_parse_int(text + 1, &days) || days > SHIFT_MOST)
		return false;
	m->shift.days = (int)(text[0] == '-' ? -days : days);
	return true;
}

static bool ask_target(struct moving *m)
{
	const char *initial = date_shown(m->arena, m->from), *text = "";

	while (ui_ask(m->ui, _("Move to which day, or +7:"), initial, m->arena, &text)) {
		if (read_target(m, text))
			return true;
		ui_refuse(m->ui, _("Type a day, for example 02-03-2026, or +7."));
		initial = text;
	}
	return false;
}

static bool ask_weekends(struct moving *m)
{
	const struct ui_choice choices[] = {
		{ _("Days as in the calendar"), "" },
		{ _("Working days: nothing on Saturday or Sunday"), "" },
	};
	int picked = ui_pick(m->ui, _("How are the days counted?"), choices, 2, 0);

	m->shift.workdays = picked == 1;
	return picked >= 0;
}

static bool make_shift_preview(void *context, struct report *report, struct err *err)
{
	const struct moving *m = context;

	(void)err;
	for (size_t i = 0; i < m->count; i++)
		report_text(
			report, "%3d.  %s  →  %s   %s", (int)m->all[i].number,
			date_shown(report->arena, m->all[i].date),
			date_to_long(report->arena, shift_day(&m->shift, m->all[i].date)),
			m->all[i].topic);
	return true;
}

static void move(struct moving *m)
{
	struct ui *ui = m->ui;
	struct err err = { 0 };
	size_t moved = 0;
	struct problems told = { .arena = ui_scratch(ui) };

	if (!schedule_shift(app_of(ui)->db, &m->shift, &moved, &told, &err))
		ui_fail(ui, &err);
	else
		tell(ui,
		     arena_printf(ui_scratch(ui),
				  P_("%d session moved", "%d sessions moved", moved),
				  (int)moved),
		     &told);
}

ui_flags sessions_shift(struct ui *ui, struct screen *s)
{
	struct moving m = { .ui = ui, .arena = &s->arena };
	const struct report_argument preview = { .name = "move",
						 .make = make_shift_preview,
						 .context = &m,
						 .title = _("Move the schedule") };
	struct err err = { 0 };
	struct session first;

	m.shift.session = list_current(s);
	if (m.shift.session == 0)
		return UI_NOTHING;
	if (!shift_sessions(app_of(ui)->db, m.shift.session, m.arena, &m.all, &m.count,
			    &err) ||
	    !record_load(app_of(ui)->db, &session_kind, m.shift.session, &first, m.arena,
			 &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	m.from = first.date;
	if (!ask_target(&m) || !ask_weekends(&m))
		return UI_RELOAD;
	if (date_is_set(m.to))
		m.shift.days = shift_days(m.from, m.to, m.shift.workdays);
	if (is_taken(ui, &preview))
		move(&m);
	return UI_RELOAD;
}

ui_flags sessions_clashes(struct ui *ui, struct screen *s)
{
	struct report_argument argument = { .name = "clashes" };
	struct err err = { 0 };
	struct programme p;

	if (!record_load(app_of(ui)->db, &programme_kind, list_parent(s), &p,
			 ui_scratch(ui), &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	argument.programme = p.code;
	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}

bool session_remark(struct db *db, const void *record, struct arena *arena,
		    const char **mark, const char **told, struct err *err)
{
	struct clash *all;
	size_t count, worst = 0;

	*mark = *told = "";
	if (!clash_list_of(db, record, arena, &all, &count, err))
		return false;
	for (size_t i = 0; i < count && !all[worst].certain; i++)
		worst = all[i].certain ? i : worst;
	if (count == 0)
		return true;
	*mark = all[worst].certain ? "!" : "?";
	*told = clash_sentence(&all[worst], arena);
	return true;
}

ui_flags sessions_attendance(struct ui *ui, struct screen *s)
{
	const struct attendance_argument argument = { list_parent(s), list_current(s) };

	if (argument.session == 0)
		ui_refuse(ui, _("There is no session yet. Press n to add one, or r to "
				"make a series."));
	else
		ui_run(ui, &attendance_class, &argument, NULL);
	return UI_RELOAD;
}
