#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"

enum { DIGITS_MOST = 17 };

/* A number taken apart: sign, digits before and after the decimal mark. */
struct parts {
	bool negative;
	char whole[DIGITS_MOST + 1];
	size_t whole_count;
	char decimals[DIGITS_MOST + 1];
	size_t decimal_count;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \t");
}

/* Marks group thousands where three digits follow each of them. */
static bool is_grouped(const char *text, size_t length, char mark)
{
	size_t digits = 0;
	bool seen = false;

	for (size_t i = 0; i < length; i++) {
		if (text[i] != mark) {
			digits++;
			continue;
		}
		if (digits == 0 || digits > 3 || (seen && digits != 3))
			return false;
		digits = 0;
		seen = true;
	}
	return seen && digits == 3;
}

static size_t count_of(const char *text, size_t length, char c)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += text[i] == c;
	return count;
}

/* Where the decimals begin: the last mark, or `length` where there is none.
 * One kind of mark that occurs more than once groups thousands. */
static size_t decimal_at(const char *text, size_t length, bool group_alone)
{
	size_t commas = count_of(text, length, ','), dots = count_of(text, length, '.');
	size_t at = length;

	for (size_t i = 0; i < length; i++) {
		if (text[i] == ',' || text[i] == '.')
			at = i;
	}
	if (at == length || (commas && dots))
		return at;
	if (commas + dots > 1)
		return length;
	if (group_alone && is_grouped(text, length, text[at]))
		return length;
	return at;
}

static bool copy_digits(const char *text, size_t length, char *out, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < length; i++) {
		if (!is_digit(text[i]) || *count == DIGITS_MOST)
			return false;
		out[(*count)++] = text[i];
	}
	out[*count] = '\0';
	return true;
}

static bool copy_whole(const char *text, size_t length, struct parts *p)
{
	char plain[2 * DIGITS_MOST];
	size_t count = 0;
	char mark = '\0';

	for (size_t i = 0; i < length; i++) {
		if (text[i] == ',' || text[i] == '.')
			mark = text[i];
	}
	if (mark && !is_grouped(text, length, mark))
		return false;
	for (size_t i = 0; i < length; i++) {
		if (text[i] == mark)
			continue;
		if (count == sizeof plain)
			return false;
		plain[count++] = text[i];
	}
	return copy_digits(plain, count, p->whole, &p->whole_count);
}

static bool take_apart(const char *text, bool group_alone, struct parts *p)
{
	size_t length, at;

	text = skip_blanks(text);
	p->negative = *text == '-';
	if (*text == '-' || *text == '+')
		text++;
	length = strlen(text);
	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
		length--;
	at = decimal_at(text, length, group_alone);
	if (!copy_whole(text, at, p))
		return false;
	if (at == length) {
		p->decimal_count = 0;
		p->decimals[0] = '\0';
		return p->whole_count > 0;
	}
	return copy_digits(text + at + 1, length - at - 1, p->decimals,
			   &p->decimal_count) &&
	       p->whole_count + p->decimal_count > 0;
}

static int64_t digits_value(const char *digits)
{
	int64_t value = 0;

	for (; *digits != '\0'; digits++)
		value = value * 10 + (*digits - '0');
	return value;
}

static bool only_zeros(const char *digits)
{
	return digits[strspn(digits, "0")] == '\0';
}

bool number_parse_int(const char *text, int64_t *out)
{
	struct parts p;
	int64_t value;

	if (!take_apart(text, true, &p) || !only_zeros(p.decimals))
		return false;
	value = digits_value(p.whole);
	*out = p.negative ? -value : value;
	return true;
}

bool number_is_ambiguous(const char *text)
{
	size_t length;

	text = skip_blanks(text);
	text += *text == '-' || *text == '+';
	length = strcspn(text, " \t");
	return *text != '0' && strspn(text, "0123456789,.") == length &&
	       count_of(text, length, ',') + count_of(text, length, '.') == 1 &&
	       (is_grouped(text, length, ',') || is_grouped(text, length, '.'));
}

bool number_parse_hundredths(const char *text, int64_t *out)
{
	struct parts p;
	int64_t value;

	if (number_is_ambiguous(text) || !take_apart(text, false, &p) ||
	    p.whole_count > DIGITS_MOST - 2)
		return false;
	while (p.decimal_count > 2 && p.decimals[p.decimal_count - 1] == '0')
		p.decimals[--p.decimal_count] = '\0';
	if (p.decimal_count > 2)
		return false;
	value = digits_value(p.whole) * 100 +
		digits_value(p.decimals) * (p.decimal_count == 1 ? 10 : 1);
	*out = p.negative ? -value : value;
	return true;
}

bool number_parse_money(const char *text, int64_t *out)
{
	text = skip_blanks(text);
	if ((text[0] | 0x20) == 'r' && (text[1] | 0x20) == 'p') {
		text += 2;
		text += *text == '.';
	}
	return number_parse_int(text, out);
}

char number_mark(void)
{
	return strcmp(i18n_language(), "id") == 0 ? ',' : '.';
}

const char *number_int(struct arena *a, int64_t value)
{
	if (value == NUMBER_NONE)
		return "";
	return arena_printf(a, "%lld", (long long)value);
}

const char *number_hundredths(struct arena *a, int64_t value, char mark)
{
	const char *sign = value < 0 ? "-" : "";
	long long whole, rest;

	if (value == NUMBER_NONE)
		return "";
	whole = (long long)(value < 0 ? -(value / 100) : value / 100);
	rest = (long long)(value < 0 ? -(value % 100) : value % 100);
	if (rest == 0)
		return arena_printf(a, "%s%lld", sign, whole);
	if (rest % 10 == 0)
		return arena_printf(a, "%s%lld%c%lld", sign, whole, mark, rest / 10);
	return arena_printf(a, "%s%lld%c%02lld", sign, whole, mark, rest);
}

const char *number_grouped(struct arena *a, int64_t value, char mark)
{
	char digits[24], out[40];
	size_t length, used = 0;
	char group = mark == ',' ? '.' : ',';

	if (value == NUMBER_NONE)
		return "";
	snprintf(digits, sizeof digits, "%lld", (long long)(value < 0 ? -value : value));
	length = strlen(digits);
	if (value < 0)
		out[used++] = '-';
	for (size_t i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			out[used++] = group;
		out[used++] = digits[i];
	}
	out[used] = '\0';
	return arena_strdup(a, out);
}

const char *number_real(struct arena *a, double value, int decimals, char mark)
{
	char *text, *point;
	double scale;

	if (isnan(value))
		return "–";
	/* Halves away from zero, as on paper and in spreadsheets; printf rounds the
	 * binary value, so that 51.25 would be 51.2. */
	scale = pow(10, decimals);
	if (isfinite(value * scale))
		value = round(value * scale) / scale;
	text = arena_printf(a, "%.*f", decimals, value);
	point = strchr(text, '.');
	if (point)
		*point = mark;
	return text;
}
