#include "domain/lesson_time.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"

enum { DAY_MINUTES = 24 * 60 };

int clock_minutes(const char *time)
{
	if (*time == '\0')
		return -1;
	return ((time[0] - '0') * 10 + time[1] - '0') * 60 + (time[3] - '0') * 10 +
	       time[4] - '0';
}

const char *clock_text(struct arena *arena, int minutes)
{
	if (minutes < 0 || minutes >= DAY_MINUTES)
		return "";
	return arena_printf(arena, "%02d:%02d", minutes / 60, minutes % 60);
}

int64_t lesson_jp(int minutes)
{
	return ((int64_t)minutes * 100 + LESSON_MINUTES / 2) / LESSON_MINUTES;
}

int lesson_minutes(int64_t jp)
{
	return (int)((jp * LESSON_MINUTES + 50) / 100);
}

bool lesson_agrees(int minutes, int64_t jp)
{
	int64_t off = jp * LESSON_MINUTES - (int64_t)minutes * 100;

	return off >= -50 && off <= 50;
}

void lesson_fill(struct lesson *l, struct arena *arena)
{
	int from = clock_minutes(l->starts), to = clock_minutes(l->ends);

	if (from >= 0 && to > from && l->jp == NUMBER_NONE)
		l->jp = lesson_jp(to - from);
	else if (from >= 0 && to < 0 && l->jp != NUMBER_NONE && l->jp > 0)
		l->ends = clock_text(arena, from + lesson_minutes(l->jp));
}

void lesson_check(const struct lesson *l, struct problems *problems)
{
	int from = clock_minutes(l->starts), to = clock_minutes(l->ends);

	if (from < 0 || to < 0)
		return;
	if (to <= from)
		problem_add(
			problems, "ends",
			_("The session ends before it starts. Change one of the times."));
	else if (l->jp != NUMBER_NONE && !lesson_agrees(to - from, l->jp))
		problem_warn(
			problems, "jp",
			_("From %s to %s is %d minutes, that is %s JP; here stand %s JP. "
			  "Change one of them, unless the rest is a break."),
			l->starts, l->ends, to - from,
			number_hundredths(problems->arena, lesson_jp(to - from),
					  number_mark()),
			number_hundredths(problems->arena, l->jp, number_mark()));
}
