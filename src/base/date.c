#include "base/date.h"

#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

enum { YEAR_LEAST = 1900, YEAR_MOST = 2199 };

bool date_is_set(struct date d)
{
	return d.day != INT32_MIN;
}

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/* Years begin in March here, so that the leap day is the last one. */
static int32_t days_from(int year, int month, int day)
{
	int shifted = month > 2 ? month - 3 : month + 9;
	int y = month > 2 ? year : year - 1;
	int era = y / 400, of_era = y - era * 400;
	int of_year = (153 * shifted + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_of(int year, int month, int day)
{
	if (year < YEAR_LEAST || year > YEAR_MOST || month < 1 || month > 12 || day < 1 ||
	    day > month_length(year, month))
		return DATE_NONE;
	return (struct date){ days_from(year, month, day) };
}

void date_split(struct date d, int *year, int *month, int *day)
{
	int32_t z = d.day + 719468;
	int era = z / 146097, of_era = z - era * 146097;
	int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * y + y / 4 - y / 100);
	int shifted = (5 * of_year + 2) / 153;

	*day = of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = y + era * 400 + (*month <= 2);
}

int date_year(struct date d)
{
	int year, month, day;

	date_split(d, &year, &month, &day);
	return year;
}

int date_weekday(struct date d)
{
	int w = (d.day + 3) % 7;

	return w < 0 ? w + 7 : w;
}

int date_compare(struct date a, struct date b)
{
	return (a.day > b.day) - (a.day < b.day);
}

struct date date_add_days(struct date d, int days)
{
	if (!date_is_set(d))
		return d;
	return (struct date){ d.day + days };
}

struct date date_add_months(struct date d, int months)
{
	int year, month, day, index;

	if (!date_is_set(d))
		return d;
	date_split(d, &year, &month, &day);
	index = year * 12 + month - 1 + months;
	year = index / 12;
	month = index % 12 + 1;
	if (day > month_length(year, month))
		day = month_length(year, month);
	return date_of(year, month, day);
}

bool date_from_iso(const char *text, struct date *out)
{
	int n[3] = { 0, 0, 0 };
	size_t part = 0;
	struct date d;

	if (strlen(text) != 10)
		return false;
	for (size_t i = 0; i < 10; i++) {
		if (i == 4 || i == 7) {
			if (text[i] != '-')
				return false;
			part++;
		} else if (text[i] < '0' || text[i] > '9') {
			return false;
		} else {
			n[part] = n[part] * 10 + (text[i] - '0');
		}
	}
	d = date_of(n[0], n[1], n[2]);
	if (!date_is_set(d))
		return false;
	*out = d;
	return true;
}

static void put_digits(char *out, int value, size_t count)
{
	while (count > 0) {
		out[--count] = (char)('0' + value % 10);
		value /= 10;
	}
}

void date_to_iso(struct date d, char out[11])
{
	int year, month, day;

	out[0] = '\0';
	if (!date_is_set(d))
		return;
	date_split(d, &year, &month, &day);
	memcpy(out, "0000-00-00", 11);
	put_digits(out, year, 4);
	put_digits(out + 5, month, 2);
	put_digits(out + 8, day, 2);
}

void date_to_text(struct date d, char out[11])
{
	int year, month, day;

	out[0] = '\0';
	if (!date_is_set(d))
		return;
	date_split(d, &year, &month, &day);
	memcpy(out, "00-00-0000", 11);
	put_digits(out, day, 2);
	put_digits(out + 3, month, 2);
	put_digits(out + 6, year, 4);
}

const char *date_shown(struct arena *a, struct date d)
{
	char text[11];

	date_to_text(d, text);
	return arena_strdup(a, text);
}

const char *date_weekday_name(int weekday)
{
	static const char *const weekdays[] = { N_("Monday"),	 N_("Tuesday"),
						N_("Wednesday"), N_("Thursday"),
						N_("Friday"),	 N_("Saturday"),
						N_("Sunday") };

	return _(weekdays[weekday]);
}

const char *date_to_long(struct arena *a, struct date d)
{
	static const char *const months[] = {
		N_("January"),	 N_("February"), N_("March"),	 N_("April"),
		N_("May"),	 N_("June"),	 N_("July"),	 N_("August"),
		N_("September"), N_("October"),	 N_("November"), N_("December")
	};
	int year, month, day;

	if (!date_is_set(d))
		return "";
	date_split(d, &year, &month, &day);
	/* TRANSLATORS: weekday, day, month, year */
	return arena_printf(a, _("%s, %d %s %d"), date_weekday_name(date_weekday(d)), day,
			    _(months[month - 1]), year);
}
