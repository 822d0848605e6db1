#include "base/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Indonesia has no summer time; offices of three zones share one rule: the
 * day is that of the machine's own zone. */
static bool pinned(struct date *day)
{
	const char *text = getenv("BANGKOM_TODAY");

	return text && date_from_iso(text, day);
}

struct date clock_today(void)
{
	struct date day;
	struct tm local;
	time_t now;

	if (pinned(&day))
		return day;
	now = time(NULL);
	if (!localtime_r(&now, &local))
		return DATE_NONE;
	return date_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

void clock_stamp(char out[20])
{
	struct date day;
	struct tm utc;
	time_t now;

	if (pinned(&day)) {
		date_to_iso(day, out);
		memcpy(out + 10, " 12:00:00", 10);
		return;
	}
	now = time(NULL);
	if (!gmtime_r(&now, &utc) || strftime(out, 20, "%Y-%m-%d %H:%M:%S", &utc) == 0)
		out[0] = '\0';
}

void clock_local(const char *stamp, char out[20])
{
	struct date day;
	struct tm local;
	char iso[11];
	char *end;
	long hour, minute;
	time_t at;

	snprintf(out, 20, "%s", stamp);
	snprintf(iso, sizeof iso, "%s", stamp);
	if (!date_from_iso(iso, &day))
		return;
	hour = strtol(stamp + 10, &end, 10);
	if (*end != ':')
		return;
	minute = strtol(end + 1, &end, 10);
	if (*end != ':')
		return;
	if (strcmp(end, ":00") == 0 && hour == 0 && minute == 0) {
		/* Only the day was written down. */
		date_to_text(day, out);
		return;
	}
	at = (time_t)day.day * 86400 + hour * 3600 + minute * 60;
	if (localtime_r(&at, &local))
		strftime(out, 20, "%d-%m-%Y %H:%M", &local);
}

int64_t clock_ms(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
		return 0;
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
