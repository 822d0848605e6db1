#include <string.h>

#include "base/date.h"

/*
 * Dates as people type them. Month and weekday names are known in both
 * languages, whatever the screen speaks, by their first three letters.
 */
enum { PARTS_MOST = 3 };

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

static bool starts_with(const char *text, const char *three)
{
	return lower(text[0]) == three[0] && lower(text[1]) == three[1] &&
	       lower(text[2]) == three[2];
}

static int month_of(const char *word)
{
	static const char names[12][2][4] = {
		{ "jan", "jan" }, { "feb", "feb" }, { "mar", "mar" }, { "apr", "apr" },
		{ "mei", "may" }, { "jun", "jun" }, { "jul", "jul" }, { "agu", "aug" },
		{ "sep", "sep" }, { "okt", "oct" }, { "nov", "nov" }, { "des", "dec" },
	};

	for (int m = 0; m < 12; m++) {
		if (starts_with(word, names[m][0]) || starts_with(word, names[m][1]))
			return m + 1;
	}
	return 0;
}

static int weekday_of(const char *word)
{
	static const char names[7][2][4] = {
		{ "sen", "mon" }, { "sel", "tue" }, { "rab", "wed" }, { "kam", "thu" },
		{ "jum", "fri" }, { "sab", "sat" }, { "min", "sun" },
	};

	for (int d = 0; d < 7; d++) {
		if (starts_with(word, names[d][0]) || starts_with(word, names[d][1]))
			return d;
	}
	return -1;
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

/* ddmm, ddmmyy, ddmmyyyy */
static struct date from_digits(const char *text, struct date today)
{
	size_t length = strlen(text);
	int day, month;

	if (length != 4 && length != 6 && length != 8)
		return DATE_NONE;
	day = number_of(text, 2);
	month = number_of(text + 2, 2);
	if (length == 4)
		return date_of(date_year(today), month, day);
	return date_of(full_year(number_of(text + 4, length - 4), length - 4), month, day);
}

static struct date from_offset(const char *text, struct date today)
{
	size_t length = strlen(text + 1);

	if (length == 0 || length > 4 || strspn(text + 1, "0123456789") != length)
		return DATE_NONE;
	return date_add_days(today, (text[0] == '-' ? -1 : 1) * number_of(text + 1, length));
}

/* Day, month and perhaps year, with any of the usual marks between. */
static struct date from_parts(const char *text, struct date today)
{
	int n[PARTS_MOST] = { 0, 0, 0 };
	size_t digits[PARTS_MOST] = { 0, 0, 0 }, count = 0;

	while (*text != '\0') {
		size_t length = strspn(text, "0123456789");

		if (count == PARTS_MOST || (length == 0 && !is_letter(*text)) || length > 4)
			return DATE_NONE;
		if (length > 0) {
			n[count] = number_of(text, length);
		} else {
			n[count] = count == 1 ? month_of(text) : 0;
			if (n[count] == 0)
				return DATE_NONE;
			while (is_letter(text[length]))
				length++;
		}
		digits[count++] = length;
		text += length;
		text += strspn(text, "-/. ");
	}
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

static struct date parse(const char *text, struct date today)
{
	struct date d = DATE_NONE;

	if (strcmp(text, ".") == 0 || strcmp(text, "t") == 0 || strcmp(text, "T") == 0)
		return today;
	if ((text[0] == '+' || text[0] == '-') && text[1] != '\0')
		return from_offset(text, today);
	if (date_from_iso(text, &d))
		return d;
	if (strspn(text, "0123456789") == strlen(text))
		return from_digits(text, today);
	if (is_letter(text[0])) {
		int weekday = strlen(text) >= 3 ? weekday_of(text) : -1;

		return weekday < 0 ? DATE_NONE : next_weekday(weekday, today);
	}
	return is_digit(text[0]) ? from_parts(text, today) : DATE_NONE;
}

bool date_parse(const char *text, struct date today, struct date *out)
{
	struct date d = parse(text, today);

	if (!date_is_set(d))
		return false;
	*out = d;
	return true;
}
