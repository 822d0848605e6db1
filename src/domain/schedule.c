#include "domain/schedule.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/save.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { WEEK = 7, WORKDAYS = 5, SESSIONS_MOST = 1000 };

/* A weekday by name or number; -1 for none. */
static int weekday_typed(const char *word)
{
	if (word[0] >= '1' && word[0] <= '7' && word[1] == '\0')
		return word[0] - '1';
	return date_weekday_named(word);
}

/* "sen" or "sen-jum": its days are added. */
static bool add_days(char *word, unsigned *days)
{
	char *dash = strchr(word, '-');
	int from, to;

	if (dash)
		*dash = '\0';
	from = weekday_typed(word);
	to = dash ? weekday_typed(dash + 1) : from;
	if (from < 0 || to < 0)
		return false;
	*days |= 1U << to;
	for (int day = from; day != to; day = (day + 1) % WEEK)
		*days |= 1U << day;
	return true;
}

/* "sen - jum" as one word: blanks beside a dash are left out. */
static const char *close_spans(const char *typed, struct arena *arena)
{
	char *out = arena_strdup(arena, typed);
	size_t length = 0;

	for (size_t i = 0; typed[i] != '\0'; i++) {
		size_t next = i + strspn(typed + i, " ");

		if (typed[i] == ' ' &&
		    (typed[next] == '-' || (length > 0 && out[length - 1] == '-')))
			continue;
		out[length++] = typed[i];
	}
	out[length] = '\0';
	return out;
}

bool weekdays_parse(const char *typed, unsigned *days)
{
	static const char between[] = " ,;.";
	struct arena arena = { 0 };
	unsigned found = 0;
	bool good = true;

	typed = close_spans(typed, &arena);
	for (typed += strspn(typed, between); good && *typed != '\0';
	     typed += strspn(typed, between)) {
		size_t length = strcspn(typed, between);

		good = add_days(arena_strndup(&arena, typed, length), &found);
		typed += length;
	}
	arena_done(&arena);
	if (!good || found == 0)
		return false;
	*days = found;
	return true;
}

const char *weekdays_shown(unsigned days, struct arena *arena)
{
	const char *text = "";

	for (int i = 0; i < WEEK; i++) {
		if (days & 1U << i)
			text = arena_printf(arena, "%s%s%s", text,
					    *text == '\0' ? "" : ", ",
					    date_weekday_name(i));
	}
	return text;
}

size_t series_dates(const struct series *series, struct date *out)
{
	size_t most = series->most < SERIES_MOST ? series->most : SERIES_MOST;
	struct date day = series->from;
	size_t count = 0;

	if (series->days == 0 || !date_is_set(day))
		return 0;
	while (count < most &&
	       (!date_is_set(series->until) || date_compare(day, series->until) <= 0)) {
		if (series->days & 1U << date_weekday(day))
			out[count++] = day;
		day = date_add_days(day, 1);
	}
	return count;
}

static const char *topic_of(const char *pattern, int64_t number, struct arena *arena)
{
	const char *mark = strchr(pattern, '#');

	if (!mark)
		return arena_printf(arena, "%s %d", pattern, (int)number);
	return arena_printf(arena, "%.*s%d%s", (int)(mark - pattern), pattern,
			    (int)number, mark + 1);
}

/* Save one session inside the action; what is wrong becomes the failure. */
static bool put(struct db *db, const struct session *old, struct session *now,
		struct arena *arena, struct problems *told, struct err *err)
{
	struct problems problems = { .arena = arena };

	if (!record_save(db, &session_kind, old, now, &problems, err))
		return false;
	if (problems.warnings > 0 && problems.errors == 0)
		problem_warn(told, "", _("Session %d: %s"), (int)now->number,
			     problems.first->text);
	return problems.errors == 0 ||
	       err_set(err, ERR_INPUT, _("Session %d: %s"), (int)now->number,
		       problem_first_error(&problems)->text);
}

static bool last_number(struct db *db, int64_t programme, struct arena *arena,
			int64_t *number, struct err *err)
{
	const struct select select = { .kind = &session_kind,
				       .parent = "programme",
				       .parent_id = programme };
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_LAST, 0, 1, arena, &rows, err))
		return false;
	*number = rows.count ? ((const struct session *)rows.rows)->number : 0;
	return true;
}

bool series_sessions(struct db *db, const struct session *like, const struct date *dates,
		     size_t count, struct arena *arena, struct session **out,
		     struct err *err)
{
	int64_t last = 0;

	*out = arena_array(arena, count + 1, sizeof **out);
	if (!last_number(db, like->programme, arena, &last, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct session *s = &(*out)[i];

		*s = *like;
		s->id = 0;
		s->number = last + 1 + (int64_t)i;
		s->date = dates[i];
		s->topic = topic_of(like->topic, s->number, arena);
		if (!session_kind.complete(db, s, arena))
			return err_set(err, ERR_DB,
				       _("The new record could not be filled in."));
	}
	return true;
}

static bool make_all(struct db *db, const struct session *like, const struct date *dates,
		     size_t count, struct arena *arena, struct problems *told,
		     struct err *err)
{
	struct session *all;

	if (!series_sessions(db, like, dates, count, arena, &all, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!put(db, NULL, &all[i], arena, told, err))
			return false;
	}
	return true;
}

bool series_make(struct db *db, const struct session *like, const struct date *dates,
		 size_t count, struct problems *told, struct err *err)
{
	struct arena arena = { 0 };
	const char *name = arena_printf(
		&arena, P_("Series of %d session", "Series of %d sessions", count),
		(int)count);
	bool good =
		action_begin(db, name, err) &&
		action_end(db, make_all(db, like, dates, count, &arena, told, err), err);

	arena_done(&arena);
	return good;
}

static bool is_weekend(struct date day)
{
	return date_weekday(day) >= WORKDAYS;
}

/* The Monday after a weekend; other days stay. */
static struct date workday(struct date day)
{
	while (is_weekend(day))
		day = date_add_days(day, 1);
	return day;
}

struct date shift_day(const struct shift *shift, struct date day)
{
	int way = shift->days < 0 ? -1 : 1;

	if (!shift->workdays)
		return date_add_days(day, shift->days);
	day = workday(day);
	for (int left = shift->days; left != 0;) {
		day = date_add_days(day, way);
		left -= is_weekend(day) ? 0 : way;
	}
	return day;
}

int shift_days(struct date from, struct date to, bool workdays)
{
	int days = 0, way;

	if (!workdays)
		return to.day - from.day;
	from = workday(from);
	to = workday(to);
	way = date_compare(to, from) < 0 ? -1 : 1;
	while (date_compare(from, to) != 0) {
		from = date_add_days(from, way);
		days += is_weekend(from) ? 0 : way;
	}
	return days;
}

static bool is_later(const struct session *s, const struct session *first)
{
	int order = date_compare(s->date, first->date);

	return date_is_set(s->date) &&
	       (order > 0 || (order == 0 && s->number >= first->number));
}

bool shift_sessions(struct db *db, int64_t session, struct arena *arena,
		    struct session **out, size_t *count, struct err *err)
{
	struct select select = { .kind = &session_kind, .parent = "programme" };
	struct rows rows = { NULL, 0 };
	struct session first;

	if (!record_load(db, &session_kind, session, &first, arena, err))
		return false;
	if (!date_is_set(first.date))
		return err_set(err, ERR_INPUT,
			       _("Session %d has no date yet. F2 gives it one; then the "
				 "sessions from there on can be moved."),
			       (int)first.number);
	select.parent_id = first.programme;
	if (!select_page(db, &select, SELECT_FIRST, 0, SESSIONS_MOST, arena, &rows, err))
		return false;
	*out = arena_array(arena, rows.count + 1, sizeof **out);
	*count = 0;
	for (size_t i = 0; i < rows.count; i++) {
		const struct session *s = (const struct session *)rows.rows + i;

		if (is_later(s, &first))
			(*out)[(*count)++] = *s;
	}
	return true;
}

/* In an order in which no session meets one that has yet to move. */
static bool move_all(struct db *db, const struct shift *shift, struct session *all,
		     size_t count, struct arena *arena, struct problems *told,
		     struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		const struct session *was = &all[shift->days > 0 ? count - 1 - i : i];
		struct session now = *was;

		now.date = shift_day(shift, was->date);
		if (!put(db, was, &now, arena, told, err))
			return false;
	}
	return true;
}

bool schedule_shift(struct db *db, const struct shift *shift, size_t *moved,
		    struct problems *told, struct err *err)
{
	struct arena arena = { 0 };
	struct session *all = NULL;
	size_t count = 0;
	bool good = action_begin(db, _("Schedule moved"), err) &&
		    action_end(db,
			       shift_sessions(db, shift->session, &arena, &all, &count,
					      err) &&
				       move_all(db, shift, all, count, &arena, told, err),
			       err);

	if (good)
		*moved = count;
	arena_done(&arena);
	return good;
}
