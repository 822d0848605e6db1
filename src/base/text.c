#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/bug.h"
#include "text_private.h"

#define REPLACEMENT "\xef\xbf\xbd"

static bool is_ascii(const char *text)
{
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text >= 0x80)
			return false;
	}
	return true;
}

static utf8proc_ssize_t next(const char *text, size_t bytes, utf8proc_int32_t *c)
{
	return utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)bytes,
				c);
}

ptrdiff_t text_invalid_at(const char *text, size_t bytes)
{
	size_t at = 0;

	while (at < bytes) {
		utf8proc_int32_t c;
		utf8proc_ssize_t step;

		if ((unsigned char)text[at] < 0x80) {
			at++;
			continue;
		}
		step = next(text + at, bytes - at, &c);
		if (step <= 0)
			return (ptrdiff_t)at;
		at += (size_t)step;
	}
	return -1;
}

struct text_place text_place(const char *text, size_t at)
{
	struct text_place place = { 1, at + 1 };

	for (size_t i = 0; i < at; i++) {
		if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) {
			place.line++;
			place.byte = at - i;
		}
	}
	return place;
}

/* Map valid UTF-8; the library's memory is copied into the arena. */
static char *mapped(struct arena *a, const char *text, utf8proc_option_t options)
{
	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t length;
	char *copy;

	length = utf8proc_map((const utf8proc_uint8_t *)text, 0, &out,
			      options | UTF8PROC_NULLTERM | UTF8PROC_STABLE);
	if (length == UTF8PROC_ERROR_NOMEM)
		bug("out of memory");
	if (length < 0)
		return arena_strdup(a, "");
	copy = arena_strndup(a, (const char *)out, (size_t)length);
	free(out);
	return copy;
}

static char *composed(struct arena *a, const char *text)
{
	return is_ascii(text) ? arena_strdup(a, text) : mapped(a, text, UTF8PROC_COMPOSE);
}

static bool is_control(const char *at)
{
	unsigned char c = (unsigned char)at[0];

	return c < 0x20 || c == 0x7f || (c == 0xc2 && (unsigned char)at[1] < 0xa0);
}

static size_t bytes_of(const char *at)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t step = next(at, strlen(at), &c);

	return step > 0 ? (size_t)step : 1;
}

/* Copy a letter of UTF-8 to the front; mostly it is one byte. */
static char *put_letter(char *put, const char *at, size_t bytes)
{
	*put = *at;
	if (bytes > 1)
		memmove(put, at, bytes);
	return put + bytes;
}

static void trim_end(char *text, size_t length)
{
	while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\n'))
		length--;
	text[length] = '\0';
}

const char *text_clean_line(struct arena *a, const char *text)
{
	char *out = composed(a, text), *put = out;
	const char *at = out;

	while (*at != '\0') {
		size_t step = (unsigned char)*at < 0x80 ? 1 : bytes_of(at);

		if (is_control(at) || *at == ' ' || strncmp(at, "\xc2\xa0", 2) == 0) {
			if (put > out && put[-1] != ' ')
				*put++ = ' ';
		} else {
			put = put_letter(put, at, step);
		}
		at += step;
	}
	trim_end(out, (size_t)(put - out));
	return out;
}

const char *text_clean_note(struct arena *a, const char *text)
{
	char *out = composed(a, text), *put = out;
	const char *at = out;

	while (*at != '\0') {
		size_t step = (unsigned char)*at < 0x80 ? 1 : bytes_of(at);

		if (*at == '\n' || (*at == '\r' && at[1] != '\n')) {
			while (put > out && put[-1] == ' ')
				put--;
			*put++ = '\n';
		} else if (*at == '\r') {
			/* the line feed behind it says it */
		} else if (is_control(at)) {
			*put++ = ' ';
		} else {
			put = put_letter(put, at, step);
		}
		at += step;
	}
	trim_end(out, (size_t)(put - out));
	while (*out == '\n' || *out == ' ')
		out++;
	return out;
}

static bool is_word_char(const char *at)
{
	utf8proc_int32_t c;

	if ((unsigned char)*at < 0x80)
		return (*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'z');
	if (next(at, strlen(at), &c) <= 0)
		return false;
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return false;
	}
}

static char *folded(struct arena *a, const char *text)
{
	char *out;

	if (!is_ascii(text))
		return mapped(a, text,
			      UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
				      UTF8PROC_CASEFOLD | UTF8PROC_COMPAT);
	out = arena_strdup(a, text);
	for (char *c = out; *c != '\0'; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c | 0x20);
	}
	return out;
}

const char *text_key(struct arena *a, const char *text)
{
	char *out = folded(a, text), *put = out;
	const char *at = out;

	while (*at != '\0') {
		size_t step = (unsigned char)*at < 0x80 ? 1 : bytes_of(at);

		if (is_word_char(at)) {
			put = put_letter(put, at, step);
		} else if (put > out && put[-1] != ' ') {
			*put++ = ' ';
		}
		at += step;
	}
	trim_end(out, (size_t)(put - out));
	return out;
}

const char *text_name_key(struct arena *a, const char *name)
{
	static const char *const titles[] = { "drs", "dra",  "dr",  "drg", "ir", "h",
					      "hj",  "prof", "drh", "apt", "ns" };
	const char *key = text_key(a, name);
	bool found = true;

	while (found) {
		found = false;
		for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
			size_t length = strlen(titles[i]);

			if (strncmp(key, titles[i], length) == 0 && key[length] == ' ') {
				key += length + 1;
				found = true;
				break;
			}
		}
	}
	return key;
}

/* Formats and separators, and beyond those the fillers, joiners and variation
 * selectors that take no room. Combining marks are letters' own and stay. */
bool text_is_hidden(int32_t c)
{
	static const struct {
		utf8proc_int32_t first, last;
	} more[] = {
		{ 0x34f, 0x34f },     { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 },
		{ 0x180b, 0x180f },   { 0x2060, 0x206f }, { 0x3164, 0x3164 },
		{ 0xfe00, 0xfe0f },   { 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb },
		{ 0xe0000, 0xe0fff },
	};

	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		if (c >= more[i].first && c <= more[i].last)
			return true;
	}
	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return true;
	default:
		return false;
	}
}

bool text_is_piled(int32_t c, int *marks)
{
	enum { MARKS_MOST = 3 };

	switch (utf8proc_category(c)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ME:
		return ++*marks > MARKS_MOST;
	default:
		*marks = 0;
		return false;
	}
}

/* Bytes of the character at `at`, and whether it may be shown behind so many
 * marks. */
static size_t look(const char *at, int *marks, bool *good)
{
	unsigned char first = (unsigned char)*at;
	utf8proc_int32_t c;
	utf8proc_ssize_t step;

	if (first < 0x80) {
		*good = (first >= 0x20 && first != 0x7f) || first == '\n';
		*marks = 0;
		return 1;
	}
	step = next(at, strlen(at), &c);
	*good = step > 0 && c >= 0xa0 && !text_is_hidden(c);
	if (*good)
		*good = !text_is_piled(c, marks);
	else
		*marks = 0;
	return step > 0 ? (size_t)step : 1;
}

static bool all_visible(const char *text)
{
	bool good = true;
	int marks = 0;

	while (*text != '\0' && good)
		text += look(text, &marks, &good);
	return good;
}

const char *text_visible(struct arena *a, const char *text)
{
	char *out, *put;
	int marks = 0;
	bool good;

	if (all_visible(text))
		return text;
	out = put = arena_alloc(a, strlen(text) * (sizeof REPLACEMENT - 1) + 1);
	while (*text != '\0') {
		size_t step = look(text, &marks, &good);

		if (good) {
			memcpy(put, text, step);
			put += step;
		} else {
			memcpy(put, REPLACEMENT, sizeof REPLACEMENT - 1);
			put += sizeof REPLACEMENT - 1;
		}
		text += step;
	}
	*put = '\0';
	return out;
}

const char *text_from_cp1252(struct arena *a, const char *bytes, size_t count)
{
	static const uint16_t high[32] = {
		0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
		0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
		0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
		0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
	};
	char *out = arena_alloc(a, count * 3 + 1), *put = out;

	for (size_t i = 0; i < count; i++) {
		unsigned char c = (unsigned char)bytes[i];
		utf8proc_int32_t point = c >= 0x80 && c < 0xa0 ? high[c - 0x80] : c;

		put += utf8proc_encode_char(point, (utf8proc_uint8_t *)put);
	}
	*put = '\0';
	return out;
}
