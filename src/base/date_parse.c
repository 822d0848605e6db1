#include <string.h>

#include "base/date.h"

/*
 * Dates as people type them. Month and weekday names are known in both
 * languages, whatever the screen speaks, from their first three letters on.
 */
enum { PARTS_MOST = 3, LETTERS_LEAST = 3 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

/* Is `word` at least the first three letters of `name`? "jum'at" is one. */
static bool abbreviates(const char *word, size_t length, const char *name)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++) {
		if (word[i] == '\'')
			continue;
		if (lower(word[i]) != name[count])
			return false;
		count++;
	}
	return count >= LETTERS_LEAST;
}

static int find_name(const char *word, size_t length, const char *const (*names)[2],
		     int count)
{
	for (int i = 0; i < count; i++) {
		if (abbreviates(word, length, names[i][0]) ||
		    abbreviates(word, length, names[i][1]))
			return i;
	}
	return -1;
}

/* 1 to 12, or 0. */
static int month_of(const char *word, size_t length)
{
	static const char *const names[12][2] = {
		{ "januari", "january" },
		{ "februari", "february" },
		{ "maret", "march" },
		{ "april", "april" },
		{ "mei", "may" },
		{ "juni", "june" },
		{ "juli", "july" },
		{ "agustus", "august" },
		{ "september", "september" },
		{ "oktober", "october" },
		{ "november", "november" },
		{ "desember", "december" },
	};

	return find_name(word, length, names, 12) + 1;
}

int date_weekday_named(const char *word)
{
	static const char *const names[7][2] = {
		{ "senin", "monday" },	 { "selasa", "tuesday" }, { "rabu", "wednesday" },
		{ "kamis", "thursday" }, { "jumat", "friday" },	  { "sabtu", "saturday" },
		{ "minggu", "sunday" },
	};

	return find_name(word, strlen(word), names, 7);
}

static int full_year(int year, size_t digits)
{
	if (digits > 2)
		return year;
	return year < 70 ? 2000 + year : 1900 + year;
}

static int number_of(const char *text, size_t count)
{
	int value = 0;

	for (size_t i = 0; i < count; i++)
		value = value * 10 + (text[i] - '0');
	return value;
}

/* ddmm (not where `today` is DATE_NONE), ddmmyy, ddmmyyyy */
static struct date from_digits(const char *text, struct date today)
{
	size_t length = strlen(text);
	int day, month;

	if ((length != 4 || !date_is_set(today)) && length != 6 && length != 8)
		return DATE_NONE;
	day = number_of(text, 2);
	month = number_of(text + 2, 2);
	if (length == 4)
		return date_of(date_year(today), month, day);
	return date_of(full_year(number_of(text + 4, length - 4), length - 4), month,
		       day);
}

static struct date from_offset(const char *text, struct date today)
{
	size_t length = strlen(text + 1);

	if (length == 0 || length > 4 || strspn(text + 1, "0123456789") != length)
		return DATE_NONE;
	return date_add_days(today,
			     (text[0] == '-' ? -1 : 1) * number_of(text + 1, length));
}

/* Day, month and perhaps year, with any of the usual marks between. Where
 * `today` is DATE_NONE the year must be there. */
static struct date from_parts(const char *text, struct date today)
{
	int n[PARTS_MOST] = { 0, 0, 0 };
	size_t digits[PARTS_MOST] = { 0, 0, 0 }, count = 0;

	while (*text != '\0') {
		size_t length = strspn(text, "0123456789");

		if (count == PARTS_MOST || (length == 0 && !is_letter(*text)) ||
		    length > 4)
			return DATE_NONE;
		if (length > 0) {
			n[count] = number_of(text, length);
		} else {
			while (is_letter(text[length]))
				length++;
			n[count] = count == 1 ? month_of(text, length) : 0;
			if (n[count] == 0)
				return DATE_NONE;
		}
		digits[count++] = length;
		text += length;
		text += strspn(text, "-/. ");
	}
	if (count == 2 && !date_is_set(today))
		return DATE_NONE;
	if (count == 2)
		return date_of(date_year(today), n[1], n[0]);
	if (count != 3 || digits[2] == 1 || digits[2] == 3)
		return DATE_NONE;
	return date_of(full_year(n[2], digits[2]), n[1], n[0]);
}

static struct date next_weekday(int weekday, struct date today)
{
	int ahead = (weekday - date_weekday(today) + 7) % 7;

	return date_add_days(today, ahead == 0 ? 7 : ahead);
}

/* A day that stands for itself whatever day it is. */
static struct date parse_absolute(const char *text, struct date today)
{
	struct date d = DATE_NONE;

	if (date_from_iso(text, &d))
		return d;
	if (*text != '\0' && strspn(text, "0123456789") == strlen(text))
		return from_digits(text, today);
	return is_digit(text[0]) ? from_parts(text, today) : DATE_NONE;
}

static struct date parse(const char *text, struct date today)
{
	int weekday;

	if (strcmp(text, ".") == 0 || strcmp(text, "t") == 0 || strcmp(text, "T") == 0)
		return today;
	if ((text[0] == '+' || text[0] == '-') && text[1] != '\0')
		return from_offset(text, today);
	weekday = date_weekday_named(text);
	return weekday < 0 ? parse_absolute(text, today) : next_weekday(weekday, today);
}

bool date_parse(const char *text, struct date today, struct date *out)
{
	struct date d = parse(text, today);

	if (!date_is_set(d))
		return false;
	*out = d;
	return true;
}

bool date_parse_full(const char *text, struct date *out)
{
	struct date d = parse_absolute(text, DATE_NONE);

	if (!date_is_set(d))
		return false;
	*out = d;
	return true;
}
